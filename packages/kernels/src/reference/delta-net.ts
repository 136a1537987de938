import type { DeltaNetShape } from "../backend.ts";
import { keyHeadOf } from "../shape.ts";
import { sigmoid } from "./norms.ts";

const L2_EPS = 1e-6;

/** What one value head reads and writes over T positions. All f64; the state is row-major [Dk, Dv]. */
interface Head {
  readonly T: number;
  readonly keySize: number;
  readonly valueSize: number;
  /** [T, Dk], normalised, q also scaled by Dk^-0.5. */
  readonly q: Float64Array;
  readonly k: Float64Array;
  /** [T, Dv] */
  readonly v: Float64Array;
  /** [T], log of the decay, never above 0. */
  readonly g: Float64Array;
  /** [T], how much of the correction is written. */
  readonly beta: Float64Array;
  /** [Dk, Dv], updated. */
  readonly state: Float64Array;
  /** [T, Dv], written. */
  readonly out: Float64Array;
}

export interface DeltaNetInput {
  /** [T, Hv, Dv], written. */
  readonly out: Float32Array;
  /** [T, 2·Hk·Dk + Hv·Dv]: all q heads, all k heads, all v heads. */
  readonly qkv: Float32Array;
  /** [T, Hv] */
  readonly a: Float32Array;
  /** [T, Hv] */
  readonly b: Float32Array;
  /** [Hv] */
  readonly decay: Float32Array;
  /** [Hv] */
  readonly dtBias: Float32Array;
  /** [Hv, Dk, Dv], updated. */
  readonly state: Float32Array;
}

/** The gated delta rule for T positions, one after another. The state is f32 between positions, so calls may be cut anywhere. */
export function deltaNet(input: DeltaNetInput, T: number, shape: DeltaNetShape): void {
  const { valueHeads, keySize, valueSize } = shape;
  for (let j = 0; j < valueHeads; j++) {
    const stateAt = j * keySize * valueSize;
    const head = gatherHead(input, T, shape, j, stateAt);
    recurrent(head);
    input.state.set(head.state, stateAt);
    for (let t = 0; t < T; t++) {
      input.out.set(head.out.subarray(t * valueSize, (t + 1) * valueSize), (t * valueHeads + j) * valueSize);
    }
  }
}

function gatherHead(input: DeltaNetInput, T: number, shape: DeltaNetShape, j: number, stateAt: number): Head {
  const { keyHeads, valueHeads, keySize, valueSize } = shape;
  const row = 2 * keyHeads * keySize + valueHeads * valueSize;
  const qAt = keyHeadOf(j, shape) * keySize;
  const kAt = keyHeads * keySize + qAt;
  const vAt = 2 * keyHeads * keySize + j * valueSize;
  const head: Head = {
    T, keySize, valueSize,
    q: new Float64Array(T * keySize),
    k: new Float64Array(T * keySize),
    v: new Float64Array(T * valueSize),
    g: new Float64Array(T),
    beta: new Float64Array(T),
    state: Float64Array.from(input.state.subarray(stateAt, stateAt + keySize * valueSize)),
    out: new Float64Array(T * valueSize),
  };
  for (let t = 0; t < T; t++) {
    const at = t * row;
    head.q.set(normalised(input.qkv.subarray(at + qAt, at + qAt + keySize), keySize ** -0.5), t * keySize);
    head.k.set(normalised(input.qkv.subarray(at + kAt, at + kAt + keySize), 1), t * keySize);
    head.v.set(input.qkv.subarray(at + vAt, at + vAt + valueSize), t * valueSize);
    head.g[t] = input.decay[j]! * softplus(input.a[t * valueHeads + j]! + input.dtBias[j]!);
    head.beta[t] = sigmoid(input.b[t * valueHeads + j]!);
  }
  return head;
}

/** One position after another: forget, predict, correct, read. */
function recurrent(head: Head): void {
  const { T, keySize, valueSize, q, k, v, g, beta, state, out } = head;
  const predicted = new Float64Array(valueSize);
  for (let t = 0; t < T; t++) {
    const decay = Math.exp(g[t]!);
    predicted.fill(0);
    for (let i = 0; i < keySize; i++) {
      for (let c = 0; c < valueSize; c++) {
        state[i * valueSize + c] = state[i * valueSize + c]! * decay;
        predicted[c] = predicted[c]! + state[i * valueSize + c]! * k[t * keySize + i]!;
      }
    }
    for (let i = 0; i < keySize; i++) {
      for (let c = 0; c < valueSize; c++) {
        const correction = beta[t]! * (v[t * valueSize + c]! - predicted[c]!);
        const written = Math.fround(state[i * valueSize + c]! + k[t * keySize + i]! * correction);
        state[i * valueSize + c] = written;
        out[t * valueSize + c] = out[t * valueSize + c]! + written * q[t * keySize + i]!;
      }
    }
  }
}

/** x / sqrt(Σx² + eps) · scale */
function normalised(x: Float32Array, scale: number): Float64Array {
  let sum = 0;
  for (const value of x) sum += value * value;
  const factor = scale / Math.sqrt(sum + L2_EPS);
  return Float64Array.from(x, (value) => value * factor);
}

/** ln(1 + e^x); above 20 that is x, as in PyTorch. */
function softplus(x: number): number {
  return x > 20 ? x : Math.log1p(Math.exp(x));
}
