import type { StoredTensor } from "@wanwen/core";
import type { Backend } from "./backend.ts";
import { noise, storedMatrix } from "./made-up.ts";

/** Kinds of weights that are multiplied in ways of their own. */
const TYPES = [
  "F32", "F16", "BF16", "F8_E4M3", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "MXFP4",
] as const;
/** A panel that is not full, and more columns than are expanded at once. */
const ROWS = 21;
const COLS = 2304;
/** One token, a few, and tiles with a rest. */
const TOKENS = [1, 3, 22];

let matrices: StoredTensor[] | undefined;

/**
 * Every operation once, on seeded numbers: backends that promise the same bits give the same results. Some 10 ms where code
 * was compiled with care.
 */
export function rehearse(backend: Backend): Float32Array[] {
  const made = (seed: number, ...shape: number[]) => backend.tensorFrom(noise(shape.reduce((product, axis) => product * axis, 1), seed), ...shape);
  const results: Float32Array[] = [];
  const inputs = TOKENS.map((T) => made(2, T, COLS));
  for (const matrix of (matrices ??= TYPES.map((type) => storedMatrix(type, ROWS, COLS, 1, false)))) {
    const w = backend.weights(matrix);
    const rows = backend.tensor(3, COLS);
    backend.embed(rows, w, [ROWS - 1, 0, 17]);
    results.push(backend.read(rows));
    for (const input of inputs) {
      const out = backend.tensor(input.shape[0]!, ROWS);
      backend.matmul(out, input, w);
      results.push(backend.read(out));
    }
  }
  const x = made(3, 10, 256);
  const out = backend.tensor(10, 256);
  backend.rmsNorm(out, x, made(4, 256), 1e-6);
  results.push(backend.read(out));
  backend.swiglu(out, x, x);
  results.push(backend.read(out));
  backend.gatedNorm(out, x, out, made(5, 64), 1e-6);
  results.push(backend.read(out));
  backend.add(x, out);
  backend.addBias(x, made(6, 256));
  backend.normHeads(backend.reshape(x, 10, 4, 64), made(7, 64), 1e-6);
  backend.rope(backend.reshape(x, 10, 4, 64), Array.from({ length: 10 }, (_, t) => t), new Float64Array(16).fill(0.5));
  results.push(backend.read(x));
  backend.causalConv(out, x, made(8, 256, 4), made(9, 3, 256));
  results.push(backend.read(out));
  const cache = backend.kvCache(2, 64, 100);
  const keys = made(10, 80, 2, 64);
  backend.kvStore(cache, keys, keys, 0);
  for (const T of [1, 10]) {
    const heads = backend.tensor(T, 8, 64);
    const queries = made(11, T, 8, 128);
    backend.attention(heads, queries, cache, 70, 0.125);
    backend.sigmoidGate(heads, queries);
    results.push(backend.read(heads));
  }
  const state = made(12, 8, 32, 64);
  const gates = made(13, 10, 8);
  const decay = backend.tensorFrom(noise(8, 14).map((value) => -Math.abs(value)), 8);
  const values = backend.tensor(10, 8, 64);
  const shape = { keyHeads: 4, valueHeads: 8, keySize: 32, valueSize: 64, headOrder: "grouped" } as const;
  backend.deltaNet(values, made(15, 10, 768), gates, gates, decay, decay, state, shape);
  results.push(backend.read(values), backend.read(state));
  return results;
}
