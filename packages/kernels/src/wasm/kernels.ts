/**
 * The functions of the compiled module, in the order of their numbers. All take (thread, threads, …numbers); what the
 * numbers mean stands above each function in assembly/.
 */
export const KERNELS = [
  "start", "add", "addBias", "copy", "sigmoidGate", "swiglu", "gatedNorm", "normHeads", "rmsNorm", "rope",
  "causalConv", "causalConvState", "attention", "kvStore", "deltaNet", "deltaNetPrepare", "packF32", "packI8",
  "repack", "embed", "matvec", "matmulF32", "matmulI8", "matmulExpanded", "matvecExpanded",
] as const;

export type Kernel = (typeof KERNELS)[number];
export type KernelFunction = (thread: number, threads: number, ...numbers: number[]) => void;

/** The functions of an instance, by number. */
export function kernelsOf(instance: WebAssembly.Instance): KernelFunction[] {
  return KERNELS.map((name) => instance.exports[name] as KernelFunction);
}

/** Two builds of one source: engines without relaxed SIMD refuse to compile the faster one. */
export const BUILDS = { plain: "kernels.wasm", relaxed: "kernels-relaxed.wasm" } as const;
export type Build = keyof typeof BUILDS;

/** Where things are in the first page of the shared memory (assembly/constants.ts has the constants at 1024). */
export const LAYOUT = { words: 2048, counter: 3072, numbers: 4096, heap: 65536 } as const;
