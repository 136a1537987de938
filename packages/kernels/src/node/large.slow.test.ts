import { freemem } from "node:os";
import type { StoredTensor } from "@wanwen/core";
import { expect, test } from "vitest";
import { openWasm } from "./index.ts";

const [ROWS, COLS, COUNT] = [16_384, 8_192, 9] as const;
const BYTES = ROWS * COLS * 4;

/** Every number is the f32 that four bytes of `byte` make. */
function filled(byte: number): StoredTensor {
  return { name: `matrix ${byte}`, type: "F32", shape: [ROWS, COLS], bytes: BYTES, file: "made up", read: (target) => void target.fill(byte) };
}

test.skipIf(freemem() < 1.3 * COUNT * BYTES)("4.5 GiB of weights load and multiply with the usual settings", async () => {
  const backend = await openWasm({ threads: 2 });
  const bytes = Array.from({ length: COUNT }, (_, i) => 0x3c + i % 2);
  const weights = bytes.map((byte) => backend.weights(filled(byte)));
  expect(weights.reduce((sum, w) => sum + w.bytes, 0)).toBeGreaterThan(2 ** 32);
  const x = backend.tensorFrom(Float32Array.from({ length: 2 * COLS }, (_, i) => (i < COLS ? 1 : -2)), 2, COLS);
  const out = backend.tensor(2, ROWS);
  const row = backend.tensor(1, COLS);
  for (const [i, w] of weights.entries()) {
    const value = new Float32Array(Uint8Array.from({ length: 4 }, () => bytes[i]!).buffer)[0]!;
    backend.matmul(out, x, w);
    const products = backend.read(out); // f32 sums of 8,192 equal numbers
    for (const r of [0, 1, ROWS - 1]) {
      expect(products[r]! / (value * COLS)).toBeCloseTo(1, 3);
      expect(products[ROWS + r]! / (value * COLS)).toBeCloseTo(-2, 3);
    }
    backend.embed(row, w, [ROWS - 1]);
    expect(new Set(backend.read(row))).toEqual(new Set([value]));
  }
  const used = process.memoryUsage().rss;
  expect(used).toBeLessThan(COUNT * BYTES * 1.2);
  backend.close();
});
