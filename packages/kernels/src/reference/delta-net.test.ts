import { expect, test } from "vitest";
import type { DeltaNetShape } from "../backend.ts";
import { deltaNet, type DeltaNetInput } from "./delta-net.ts";

// Numbers worked out apart from this code, in f64.
const shape: DeltaNetShape = { keyHeads: 2, valueHeads: 4, keySize: 4, valueSize: 4, headOrder: "grouped" };
const T = 6;

function goldenInput(order: DeltaNetShape["headOrder"] = "grouped"): DeltaNetInput {
  const qkv = new Float32Array(T * 32);
  // The golden's value heads are grouped: key head j / 2. In tiled order head t is the golden's head (t % 2) * 2 + t / 2.
  const source = (j: number) => (order === "grouped" ? j : (j % 2) * 2 + Math.floor(j / 2));
  for (let t = 0; t < T; t++) {
    for (let h = 0; h < 2; h++) {
      for (let i = 0; i < 4; i++) {
        qkv[t * 32 + h * 4 + i] = Math.sin(0.37 * (8 * t + 4 * h + i) + 0.1);
        qkv[t * 32 + 8 + h * 4 + i] = Math.cos(0.53 * (8 * t + 4 * h + i) + 0.2);
      }
    }
    for (let j = 0; j < 4; j++) {
      for (let i = 0; i < 4; i++) qkv[t * 32 + 16 + j * 4 + i] = Math.sin(0.71 * (16 * t + 4 * source(j) + i) + 0.3);
    }
  }
  const perHead = (value: (t: number, h: number) => number) =>
    Float32Array.from({ length: T * 4 }, (_, at) => value(Math.floor(at / 4), source(at % 4)));
  return {
    out: new Float32Array(T * 16),
    qkv,
    a: perHead((t, h) => Math.sin(0.9 * (4 * t + h))),
    b: perHead((t, h) => Math.cos(1.1 * (4 * t + h))),
    decay: perHead((_, h) => -(1 + h)).slice(0, 4),
    dtBias: perHead((_, h) => 0.5 * h - 0.5).slice(0, 4),
    state: new Float32Array(64),
  };
}

const FIRST = [
  0.0300744, 0.086180095, 0.100636997, 0.066458429, 0.000135572, -0.055383523, -0.084137077, -0.072229181,
  0.05099326, -0.06758173, -0.153496074, -0.165229412, -0.073833488, 0.013638521, 0.094519356, 0.129721232,
];
const LAST = [
  -0.074239569, -0.149950424, -0.1531938, -0.082402252, 0.051895165, 0.121735329, 0.1327437, 0.079600194,
  0.013957769, -0.178538292, -0.284751037, -0.25335037, -0.113389523, 0.114375267, 0.286865208, 0.320720007,
];
const STATE = [
  -0.11240911, -0.2341785, -0.242774984, -0.134044084, 0.023506762, -0.129715042, -0.220248648, -0.204341313,
  0.152972711, 0.010340389, -0.137289197, -0.21857017, 0.240465111, 0.147558564, -0.016659532, -0.172826472,
];

test("the delta rule gives the published numbers", () => {
  const input = goldenInput();
  deltaNet(input, T, shape);
  expectNear(input.out.subarray(0, 16), FIRST);
  expectNear(input.out.subarray(5 * 16), LAST);
  expectNear(input.state.subarray(0, 16), STATE);
  expect(sum(input.out)).toBeCloseTo(-0.748955163, 5);
  expect(sum(input.state)).toBeCloseTo(0.922153045, 5);
});

test("tiled value heads read key head j % keyHeads", () => {
  const input = goldenInput("tiled");
  deltaNet(input, T, { ...shape, headOrder: "tiled" });
  const tiled = [0, 2, 1, 3].flatMap((head) => LAST.slice(head * 4, head * 4 + 4));
  expectNear(input.out.subarray(5 * 16), tiled);
});

function sum(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Inputs are rounded to f32, so nine published digits shrink to about six. */
function expectNear(got: Float32Array, expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(got[i], `value ${i}`).toBeCloseTo(value, 5);
}
