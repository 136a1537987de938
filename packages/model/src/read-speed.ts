import { type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import type { Backend } from "@wanwen/kernels";

/** More than the caches of most processors hold, so that memory is what is measured. */
const BYTES = 96 << 20;
const COLS = 4096;

/**
 * Bytes of weights per second that one token at a time gets through: products with one large made-up matrix of this
 * type, over and over for `ms`. It is what decides the speed of a reply, as every token reads all its weights once.
 * @returns bytes in memory per second
 */
export function measureReadSpeed(backend: Backend, type: TensorType, ms = 50, now: () => number = () => performance.now()): number {
  const { blockBytes, blockElements } = typeInfo(type);
  const rowBytes = (COLS / blockElements) * blockBytes;
  const rows = Math.floor(BYTES / rowBytes / 64) * 64;
  const weights = backend.weights(madeUp(type, rows, rows * rowBytes));
  const x = backend.tensorFrom(Float32Array.from({ length: COLS }, (_, i) => (i % 7) - 3), 1, COLS);
  const out = backend.tensor(1, rows);
  try {
    backend.matmul(out, x, weights); // touches the memory and compiles
    const start = now();
    let best = Infinity; // the fastest pass is the one that other programs disturbed least
    for (let from = start, to = start; to - start < ms; from = to) {
      backend.matmul(out, x, weights);
      to = now();
      best = Math.min(best, to - from);
    }
    return (weights.bytes * 1000) / best;
  } finally {
    backend.freeWeights(weights);
    backend.free(x);
    backend.free(out);
  }
}

/** Small bytes are finite numbers in every type. */
function madeUp(type: TensorType, rows: number, bytes: number): StoredTensor {
  return { name: "read speed", type, shape: [rows, COLS], bytes, file: "made up", read: (target) => void target.fill(0x11) };
}
