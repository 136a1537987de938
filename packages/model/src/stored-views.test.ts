import type { StoredTensor, TensorType } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { expertOf, floatsOf, pairsAsHalves, rowsOf, scaledByBlocks } from "./stored-views.ts";

function stored(name: string, type: TensorType, shape: readonly number[], data: ArrayBufferView): StoredTensor {
  const bytes = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  return { name, type, shape, bytes: bytes.length, file: "m.safetensors", read: (target, offset) => target.set(bytes.subarray(offset, offset + target.length)) };
}

const counting = (count: number) => Float32Array.from({ length: count }, (_, i) => i);

describe("views of stored tensors", () => {
  test("rows of one expert of a packed tensor are that expert's", () => {
    const packed = stored("experts", "F32", [3, 4, 2], counting(24));
    const part = rowsOf(expertOf(packed, 1), 2, 4);
    expect([part.shape, ...floatsOf(part)]).toEqual([[2, 2], 12, 13, 14, 15]);
  });

  test("pairs that lie side by side come apart into halves, however the rows are read", () => {
    const view = pairsAsHalves(stored("q", "F32", [8, 3], counting(24)), 4);
    const rows = [0, 2, 1, 3, 4, 6, 5, 7].flatMap((row) => [3 * row, 3 * row + 1, 3 * row + 2]);
    expect([...floatsOf(view)]).toEqual(rows);
    const bytes = new Uint8Array(view.bytes);
    for (let at = 0; at < bytes.length; at += 7) view.read(bytes.subarray(at, at + 7), at);
    expect([...new Float32Array(bytes.buffer)]).toEqual(rows);
  });

  test("FP8 weights meet the scale of their block, also in blocks that end early", () => {
    const weights = stored("w", "F8_E4M3", [3, 5], new Uint8Array(15).fill(0x38)); // 1.0
    const scales = stored("w_scale_inv", "F32", [2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));
    expect([...floatsOf(scaledByBlocks(weights, scales, [2, 2]))]).toEqual([1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6]);
    expect([...floatsOf(rowsOf(scaledByBlocks(weights, scales, [2, 2]), 2, 3))]).toEqual([4, 4, 5, 5, 6]);
    const whole = stored("w_scale_inv", "F32", [1], Float32Array.of(0.5));
    expect(new Set(floatsOf(scaledByBlocks(weights, whole, [2, 2])))).toEqual(new Set([0.5]));
    expect(() => scaledByBlocks(weights, scales, [128, 128])).toThrow(
      "w_scale_inv: expected one scale per 128 x 128 block of F8_E4M3 weights [3, 5], got [2, 3] for F8_E4M3",
    );
  });
});
