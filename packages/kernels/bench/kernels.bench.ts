// How fast the kernels are: node packages/kernels/bench/kernels.bench.ts [threads] [plain|relaxed] [TYPE …]
//
// Products: one token against matrices in memory (rotating over more than the caches hold), in GB/s of weights; 128
// tokens against one matrix, in GMAC/s. Then other operations of a Qwen3.5-0.8B layer, in microseconds. Medians of seven
// samples; noise is seeded.
import { availableParallelism, cpus } from "node:os";
import type { Backend, Weights } from "../src/backend.ts";
import { noise, storedMatrix } from "../src/made-up.ts";
import { openWasm } from "../src/node/index.ts";

const threads = Number(process.argv[2] ?? availableParallelism());
const build = (process.argv[3] ?? "auto") as "auto" | "plain" | "relaxed";
const types = process.argv.length > 4 ? process.argv.slice(4) : ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q5_0", "Q4_K", "Q6_K"];
const shapes = [[1024, 3584], [3584, 1024]] as const; // K, N
const COLD_BYTES = 160 << 20;
const SAMPLES = 7;

const backend = await openWasm({ threads, build });
console.log(`${backend.description}; ${cpus()[0]?.model.trim()}; Node ${process.version}`);

console.log("\ntype  K x N       1 token GB/s   MB/matrix   128 tokens GMAC/s");
for (const type of types) {
  for (const [K, N] of shapes) {
    const stored = storedMatrix(type as "Q8_0", N, K, 1, false);
    const count = Math.ceil(COLD_BYTES / stored.bytes);
    const matrices = Array.from({ length: count }, () => backend.weights(stored));
    const bytes = matrices[0]!.bytes;
    const decode = median(() => tokenThrough(backend, matrices, K, N) / count);
    const prefill = median(() => tokensThrough(backend, matrices[0]!, K, N, 128));
    console.log(
      `${type.padEnd(5)} ${`${K} x ${N}`.padEnd(11)} ${(bytes / decode / 1e6).toFixed(1).padStart(8)} ${(bytes / 1e6).toFixed(1).padStart(13)} ${((128 * K * N) / prefill / 1e6).toFixed(1).padStart(15)}`,
    );
    for (const matrix of matrices) backend.freeWeights(matrix);
  }
}

console.log("\noperation                              1 token µs   128 tokens µs");
const E = 1024, F = 3584, C = 6144, Hv = 16, D = 128;
for (const [name, make] of operations()) {
  const columns = [1, 128].map((T) => {
    const run = make(T);
    return (1000 * median(() => timed(() => { for (let i = 0; i < 10; i++) run(); }) / 10)).toFixed(1);
  });
  console.log(`${name.padEnd(38)} ${columns[0]!.padStart(10)} ${columns[1]!.padStart(15)}`);
}
backend.close();

function operations(): [string, (T: number) => () => void][] {
  const seeded = (...shape: number[]) => backend.tensorFrom(noise(shape.reduce((a, b) => a * b), 1), ...shape);
  return [
    [`rmsNorm of ${E}`, (T) => { const x = seeded(T, E), w = seeded(E), out = seeded(T, E); return () => backend.rmsNorm(out, x, w, 1e-6); }],
    [`swiglu of ${F}`, (T) => { const x = seeded(T, F), y = seeded(T, F), out = seeded(T, F); return () => backend.swiglu(out, x, y); }],
    [`causalConv of ${C} channels`, (T) => {
      const x = seeded(T, C), w = seeded(C, 4), state = seeded(3, C), out = seeded(T, C);
      return () => backend.causalConv(out, x, w, state);
    }],
    [`deltaNet of ${Hv} heads`, (T) => {
      const qkv = seeded(T, C), a = seeded(T, Hv), state = backend.tensor(Hv, D, D), out = seeded(T, Hv, D);
      const decay = backend.tensorFrom(noise(Hv, 1).map((value) => -Math.abs(value)), Hv);
      const shape = { keyHeads: Hv, valueHeads: Hv, keySize: D, valueSize: D, headOrder: "grouped" } as const;
      return () => backend.deltaNet(out, qkv, a, a, decay, decay, state, shape);
    }],
    ["attention of 8 heads after 2000", (T) => {
      const cache = backend.kvCache(2, 256, 2200);
      for (let at = 0; at < 2128; at += 16) backend.kvStore(cache, seeded(16, 2, 256), seeded(16, 2, 256), at);
      const q = seeded(T, 8, 512), out = seeded(T, 8, 256);
      return () => backend.attention(out, q, cache, 2000, 1 / 16);
    }],
  ];
}

function tokenThrough(backend: Backend, matrices: readonly Weights[], K: number, N: number): number {
  const x = backend.tensorFrom(noise(K, 1), 1, K);
  const out = backend.tensor(1, N);
  const ms = timed(() => { for (const matrix of matrices) backend.matmul(out, x, matrix); });
  backend.free(x);
  backend.free(out);
  return ms;
}

function tokensThrough(backend: Backend, matrix: Weights, K: number, N: number, T: number): number {
  const x = backend.tensorFrom(noise(T * K, 1), T, K);
  const out = backend.tensor(T, N);
  const ms = timed(() => backend.matmul(out, x, matrix));
  backend.free(x);
  backend.free(out);
  return ms;
}

/** Milliseconds; with one thread those that the processor gave to it, so that a busy computer disturbs less. */
function timed(work: () => void): number {
  const now = () => (threads === 1 ? process.cpuUsage().user / 1000 : performance.now());
  const start = now();
  work();
  return now() - start;
}

function median(sample: () => number): number {
  sample(); // warm up
  sample();
  const samples = Array.from({ length: SAMPLES }, sample).sort((a, b) => a - b);
  return samples[SAMPLES >> 1]!;
}
