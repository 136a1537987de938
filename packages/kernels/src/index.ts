import type { Backend } from "./backend.ts";

export type { Backend, BytesPart, DeltaNetShape, KvCache, Tensor, Weights } from "./backend.ts";
export { dequantise } from "./reference/dequantise.ts";
export { applyScales } from "./stored-matrix.ts";
export { bytesInMemory } from "./wasm/weights.ts";

/**
 * Opens the plain TypeScript backend. The fast one needs threads and a file from its host, so each host opens it in
 * its own way: `openWasm` of `@wanwen/kernels/node`.
 */
export async function openBackend(name: "reference"): Promise<Backend> {
  switch (name) {
    case "reference": return new (await import("./reference/backend.ts")).ReferenceBackend();
    default: return name satisfies never;
  }
}
