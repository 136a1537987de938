import { InvariantError, type TensorType, typeInfo } from "@wanwen/core";
import { describe, expect, it } from "vitest";
import { dequantise } from "./dequantise.ts";

/**
 * One block of every quantised type, filled by a small random generator, with its scales overwritten by 0.5 and 0.25.
 * `weighted` is Σ (i + 1) · y[i]: it notices elements in the wrong order. Expected by gguf-py, ggml's own Python package.
 */
const GOLDEN: readonly Golden[] = [
  { type: "Q4_0", bytes: "00388ba2e81c7e8c98c80abe", first: [1.5, -3, 0, 2, 3, 2, 0, 0], middle: [0, 1, 3, -3.5], last: [1.5, -0.5, -1, 3.5], sum: 2.5, weighted: 27 },
  { type: "Q4_1", bytes: "00380034e81c7e8c98c80abe", first: [4.25, 6.25, 7.25, 6.25, 4.25, 4.25, 5.25, 7.25], middle: [7.25, 0.75, 3.75, 4.25], last: [3.25, 7.75, 3.25, 7.75], sum: 138.5, weighted: 2285 },
  { type: "Q5_0", bytes: "00388ba2e81c7e8c98c80abe", first: [7, 6, -4, 4, -3, -1, -4.5, 1], middle: [-4.5, -4, -3.5, 6], last: [3, -0.5, -0.5, -3], sum: -7, weighted: -47.5 },
  { type: "Q5_1", bytes: "00380034e81c7e8c98c80abe", first: [4.25, 4.25, 5.25, 15.25, 3.75, 9.25, 9.75, 10.75], middle: [4.75, 14.25, 8.25, 13.75], last: [7.75, 5.25, 3.25, 11.75], sum: 272.5, weighted: 4684 },
  { type: "Q8_0", bytes: "00388ba2e81c7e8c98c80abe", first: [-58.5, -47, -12, 14, 63, -58, -52, -28], middle: [51.5, -6.5, -1, -43.5], last: [39.5, 0.5, 59, 37], sum: 177, weighted: 7939.5 },
  { type: "Q2_K", bytes: "05048ba2e81c7e8c98c80abe", first: [2.5, 2.5, 7.5, 7.5, 5, 2.5, 0, 7.5], middle: [1.75, 1.75, -2.25, 5.75], last: [0.75, 5.75, 5.75, 0.75], sum: 1204.5, weighted: 145686.5 },
  { type: "Q3_K", bytes: "05048ba2e81c7e8c98c80abe", first: [6, -6, 6, -6, -3, -3, -9, -6], middle: [14, 42, 14, 14], last: [-12, 6, -3, -12], sum: -553.5, weighted: -84470.5 },
  { type: "Q4_K", bytes: "00380034e81c7e8c98c80abe", first: [94, 94, 134, 54, 274, 174, 234, 294], middle: [125.75, 15.75, 180.75, 125.75], last: [82.75, 82.75, 267.75, 101.25], sum: 30648, weighted: 3473405 },
  { type: "Q5_K", bytes: "00380034e81c7e8c98c80abe", first: [414, 494, 394, 434, 54, 354, 14, 394], middle: [153.25, 538.25, 345.75, 483.25], last: [341.75, 27.25, 508.25, 341.75], sum: 62888, weighted: 6950271.5 },
  { type: "Q6_K", bytes: "05048ba2e81c7e8c98c80abe", first: [850.5, 810, -202.5, 81, 972, -810, 567, -162], middle: [945.5, 762.5, -640.5, -640.5], last: [-28, 560, -308, 392], sum: 1216.5, weighted: -2032613.5 },
  { type: "IQ4_NL", bytes: "00388ba2e81c7e8c98c80abe", first: [19, -41.5, 0.5, 26.5, 44.5, 26.5, 0.5, 0.5], middle: [0.5, 12.5, 44.5, -52], last: [19, -5, -11, 56.5], sum: 55.5, weighted: 801.5 },
  { type: "IQ4_XS", bytes: "00388ba2e81c7e8c98c80abe", first: [12, 12, 300, 1068, -120, -996, -780, -420], middle: [791, 91, 91, 791], last: [-88, -140, 452, 212], sum: 9846.5, weighted: 1613729.5 },
  { type: "MXFP4", bytes: "7e048ba2e81c7e8c98c80abe", first: [1, -0.75, 0.5, 0, -1, -2, -1, 0], middle: [0, 0, -0.5, -2], last: [0.25, -0.75, 3, 2], sum: 1.75, weighted: 77.75 },
];

interface Golden {
  type: TensorType;
  bytes: string;
  first: number[];
  middle: number[];
  last: number[];
  sum: number;
  weighted: number;
}

/** Byte positions of the halves d (0.5) and m or dmin (0.25). */
const SCALES: Partial<Record<TensorType, [number] | [number, number]>> = {
  Q4_0: [0], Q4_1: [0, 2], Q5_0: [0], Q5_1: [0, 2], Q8_0: [0],
  Q2_K: [80, 82], Q3_K: [108], Q4_K: [0, 2], Q5_K: [0, 2], Q6_K: [208],
  IQ4_NL: [0], IQ4_XS: [0],
};

function goldenBlock(type: TensorType): Uint8Array {
  const block = new Uint8Array(typeInfo(type).blockBytes);
  let x = 12345;
  for (let i = 0; i < block.length; i++) {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    block[i] = x >>> 24;
  }
  const [d, min] = SCALES[type] ?? [];
  if (d !== undefined) block.set([0x00, 0x38], d);
  if (min !== undefined) block.set([0x00, 0x34], min);
  if (type === "MXFP4") block[0] = 126;
  return block;
}

describe("dequantise", () => {
  it.each(GOLDEN)("expands a block of $type as ggml does", (golden) => {
    const block = goldenBlock(golden.type);
    expect(Buffer.from(block.subarray(0, 12)).toString("hex")).toBe(golden.bytes);
    const y = new Float32Array(typeInfo(golden.type).blockElements);
    dequantise(golden.type, block, y);
    expect([...y.subarray(0, 8)]).toEqual(golden.first);
    expect([...y.subarray(y.length / 2, y.length / 2 + 4)]).toEqual(golden.middle);
    expect([...y.subarray(-4)]).toEqual(golden.last);
    expect(y.reduce((sum, value) => sum + value, 0)).toBe(golden.sum);
    expect(y.reduce((sum, value, i) => sum + (i + 1) * value, 0)).toBe(golden.weighted);
  });

  it("expands several blocks from an odd address into the right places", () => {
    for (const { type } of GOLDEN) {
      const { blockElements, blockBytes } = typeInfo(type);
      const shifted = new Uint8Array(3 * blockBytes + 1);
      for (const n of [0, 1, 2]) shifted.set(goldenBlock(type), 1 + n * blockBytes);
      const one = new Float32Array(blockElements);
      dequantise(type, goldenBlock(type), one);
      const three = new Float32Array(3 * blockElements);
      dequantise(type, shifted.subarray(1), three);
      for (const n of [0, 1, 2]) expect(three.subarray(n * blockElements, (n + 1) * blockElements)).toEqual(one);
    }
  });

  it("reads IEEE halves with subnormals, infinities and NaN", () => {
    const bits = [0x0000, 0x8000, 0x0001, 0x03ff, 0x0400, 0x3c00, 0xc000, 0x7bff, 0x7c00, 0xfc00, 0x7e00];
    const values = [0, -0, 2 ** -24, 1023 * 2 ** -24, 2 ** -14, 1, -2, 65504, Infinity, -Infinity, NaN];
    const y = new Float32Array(bits.length);
    dequantise("F16", new Uint8Array(Uint16Array.from(bits).buffer), y);
    expect([...y]).toEqual(values);
  });

  it("reads bfloat16 as the upper half of an f32", () => {
    const y = new Float32Array(4);
    dequantise("BF16", new Uint8Array(Uint16Array.of(0x3f80, 0xc2f7, 0x0001, 0x7f80).buffer), y);
    expect([...y]).toEqual([1, -123.5, 2 ** -133, Infinity]);
  });

  it("reads FP8 E4M3 with subnormals, its largest value and NaN", () => {
    const y = new Float32Array(7);
    dequantise("F8_E4M3", Uint8Array.of(0x00, 0x01, 0x08, 0x38, 0x7e, 0xfe, 0x7f), y);
    expect([...y]).toEqual([0, 2 ** -9, 2 ** -6, 1, 448, -448, NaN]);
  });

  it("reads doubles and integers as the nearest f32", () => {
    const read = (type: TensorType, source: ArrayBufferView<ArrayBuffer>, count: number) => {
      const y = new Float32Array(count);
      dequantise(type, new Uint8Array(source.buffer), y);
      return [...y];
    };
    expect(read("F32", Float32Array.of(1.5, NaN), 2)).toEqual([1.5, NaN]);
    expect(read("F64", Float64Array.of(0.1), 1)).toEqual([Math.fround(0.1)]);
    expect(read("I8", Int8Array.of(-128, 127), 2)).toEqual([-128, 127]);
    expect(read("I16", Int16Array.of(-32768), 1)).toEqual([-32768]);
    expect(read("I32", Int32Array.of(-(2 ** 31)), 1)).toEqual([-(2 ** 31)]);
    expect(read("I64", BigInt64Array.of(-(2n ** 40n)), 1)).toEqual([-(2 ** 40)]);
    expect(read("U8", Uint8Array.of(255), 1)).toEqual([255]);
    expect(read("BOOL", Uint8Array.of(0, 1, 7), 3)).toEqual([0, 1, 1]);
  });

  it("accepts nothing at all and refuses lengths that disagree", () => {
    expect(() => dequantise("Q4_K", new Uint8Array(0), new Float32Array(0))).not.toThrow();
    expect(() => dequantise("Q4_K", new Uint8Array(143), new Float32Array(256))).toThrow(InvariantError);
    expect(() => dequantise("Q8_0", new Uint8Array(34), new Float32Array(31))).toThrow(/31 values of Q8_0/);
  });
});
