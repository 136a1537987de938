import { invariant } from "@wanwen/core";
import type { Backend, DeltaNetShape, KvCache, Tensor, Weights } from "@wanwen/kernels";
import type { Adapter } from "./adapter.ts";
import type { Scratch } from "./scratch.ts";
import type { LayerState, ModelConfig } from "./types.ts";
import type { AttentionWeights, DeltaNetWeights, MlpWeights } from "./weights.ts";

/**
 * The rows of one forward pass: T positions of several sessions, one after the other. Matrix products run over all
 * rows at once; whatever looks back in time runs per session, over its rows [from, to).
 */
export interface Rows {
  readonly count: number;
  /** Position of each row in its own conversation. */
  readonly positions: readonly number[];
  readonly sessions: readonly SessionRows[];
}

export interface SessionRows {
  readonly from: number;
  readonly to: number;
  /** Position of row `from`. */
  readonly position: number;
  readonly layers: readonly LayerState[];
  /** What recurrent layers remember is kept behind each row but the last. */
  readonly keepSteps: boolean;
  /** What it adds to the model's products, for these rows. */
  readonly adapter?: Adapter;
}

/** What every layer needs besides its weights. */
export interface Workbench {
  readonly config: ModelConfig;
  readonly backend: Backend;
  readonly scratch: Scratch;
}

/**
 * Full attention. Qwen3.5: q_proj carries a gate beside each query head, q and k have norms, the first R dims rotate.
 * Qwen3: q and k have norms, all dims rotate. Qwen2: biases on q, k and v. Llama: none of these.
 *
 *   out = o_proj( softmax(q·kᵀ / sqrt(D)) · v  [· sigmoid(gate)] )
 *
 * @param x [T, E], already normed
 * @returns [T, E], in scratch
 */
export function attention(bench: Workbench, w: AttentionWeights, x: Tensor, rows: Rows, layer: number): Tensor {
  const { config, backend, scratch } = bench;
  const { heads, headSize, rotaryFrequencies, rotaryAmplitude, outputGate } = config.attention;
  const querySize = outputGate ? 2 * headSize : headSize;
  // YaRN's amplitude, on queries and keys alike, lies in their norms where there are any.
  const scale = headSize ** -0.5 * (w.norms ? 1 : rotaryAmplitude ** 2);

  const q = project(bench, "q", x, w.qProj, rows, w.biases?.q, heads, querySize); // [T, H, D] or [T, H, 2D]
  const { k, v } = keysAndValues(bench, w, x, rows);
  if (w.norms) backend.normHeads(q, w.norms.q, config.normEps);
  backend.rope(q, rows.positions, rotaryFrequencies);

  const mixed = scratch.take("attention", rows.count, heads, headSize);
  for (const { from, to, position, layers } of rows.sessions) {
    const cache = cacheOf(layers[layer]);
    backend.kvStore(cache, backend.slice(k, from, to), backend.slice(v, from, to), position);
    backend.attention(backend.slice(mixed, from, to), backend.slice(q, from, to), cache, position, scale);
  }
  if (outputGate) backend.sigmoidGate(mixed, q);

  const out = scratch.take("mixerOut", rows.count, config.hidden);
  multiply(bench, out, backend.reshape(mixed, rows.count, heads * headSize), w.oProj, rows);
  return out;
}

/** What attention will look back at: k and v [T, G, D] of the rows, ready to be stored, in scratch. */
export function keysAndValues(bench: Workbench, w: AttentionWeights, x: Tensor, rows: Rows): { k: Tensor; v: Tensor } {
  const { config, backend } = bench;
  const { kvHeads, headSize, rotaryFrequencies } = config.attention;
  const k = project(bench, "k", x, w.kProj, rows, w.biases?.k, kvHeads, headSize);
  const v = project(bench, "v", x, w.vProj, rows, w.biases?.v, kvHeads, headSize);
  if (w.norms) backend.normHeads(k, w.norms.k, config.normEps);
  backend.rope(k, rows.positions, rotaryFrequencies);
  return { k, v };
}

/**
 * Gated DeltaNet: a short convolution, then a recurrence with one state matrix per value head in place of keys and
 * values of all positions.
 *
 *   out = out_proj( norm(delta(conv(qkv), a, b)) · silu(z) )
 *
 * @param x [T, E], already normed
 * @returns [T, E], in scratch
 */
export function deltaNet(
  bench: Workbench, w: DeltaNetWeights, shape: DeltaNetShape, x: Tensor, rows: Rows, layer: number,
): Tensor {
  const { config, backend, scratch } = bench;
  const { valueHeads, valueSize } = shape;

  const qkv = project(bench, "qkv", x, w.inProjQkv, rows); // [T, C]
  const z = project(bench, "z", x, w.inProjZ, rows, undefined, valueHeads, valueSize); // [T, Hv, Dv]
  const b = project(bench, "b", x, w.inProjB, rows); // [T, Hv]
  const a = project(bench, "a", x, w.inProjA, rows); // [T, Hv]

  const convolved = scratch.take("convolved", rows.count, w.inProjQkv.rows);
  const read = scratch.take("read", rows.count, valueHeads, valueSize);
  for (const { from, to, layers, keepSteps } of rows.sessions) {
    const state = recurrenceOf(layers[layer]);
    const run = (start: number, end: number): void => {
      const part = (tensor: Tensor): Tensor => backend.slice(tensor, start, end);
      backend.causalConv(part(convolved), part(qkv), w.conv1d, state.convolution);
      backend.deltaNet(part(read), part(convolved), part(a), part(b), w.decay, w.dtBias, state.recurrent, shape);
    };
    if (!keepSteps) run(from, to);
    else for (let row = from; row < to; row++) {
      run(row, row + 1);
      if (row === to - 1) break;
      const step = state.steps[row - from]!;
      backend.copy(step.convolution, state.convolution);
      backend.copy(step.recurrent, state.recurrent);
    }
  }
  const gated = scratch.take("gated", rows.count, valueHeads, valueSize);
  backend.gatedNorm(gated, read, z, w.norm, config.normEps);

  const out = scratch.take("mixerOut", rows.count, config.hidden);
  multiply(bench, out, backend.reshape(gated, rows.count, valueHeads * valueSize), w.outProj, rows);
  return out;
}

/** The feed-forward layer of a dense model. x [T, E], already normed; returns [T, E], in scratch. */
export function feedForward(bench: Workbench, w: MlpWeights, x: Tensor, rows: Rows): Tensor {
  const out = bench.scratch.take("mlpOut", rows.count, bench.config.hidden);
  swiglu(bench, out, w, x, rows);
  return out;
}

/** SwiGLU: out [T, E] = down( silu(gate(x)) · up(x) ). */
export function swiglu(bench: Workbench, out: Tensor, w: MlpWeights, x: Tensor, rows: Rows): void {
  const { backend, scratch } = bench;
  const width = w.gateProj.rows; // experts and the one shared by all may differ
  const gate = project(bench, `gate ${width}`, x, w.gateProj, rows); // [T, F]
  const up = project(bench, `up ${width}`, x, w.upProj, rows); // [T, F]
  const inner = scratch.take(`inner ${width}`, rows.count, width);
  backend.swiglu(inner, gate, up);
  multiply(bench, out, inner, w.downProj, rows);
}

/** x · wᵀ (+ bias) as [T, N], or as [T, heads, size] when those are given. */
function project(
  bench: Workbench, name: string, x: Tensor, w: Weights, rows: Rows, bias?: Tensor, heads?: number, size?: number,
): Tensor {
  const { backend, scratch } = bench;
  const flat = scratch.take(name, rows.count, w.rows);
  multiply(bench, flat, x, w, rows);
  if (bias) backend.addBias(flat, bias);
  return heads === undefined || size === undefined ? flat : backend.reshape(flat, rows.count, heads, size);
}

/** out = x · wᵀ, and for sessions with an adapter what that adds: (x · aᵀ) · bᵀ. */
function multiply({ backend, scratch }: Workbench, out: Tensor, x: Tensor, w: Weights, rows: Rows): void {
  backend.matmul(out, x, w);
  for (const { from, to, adapter } of rows.sessions) {
    const delta = adapter?.deltas.get(w);
    if (!delta) continue;
    const low = scratch.take(`adapter ${delta.a.rows}`, to - from, delta.a.rows);
    backend.matmul(low, backend.slice(x, from, to), delta.a);
    const added = scratch.take(`adapted ${w.rows}`, to - from, w.rows);
    backend.matmul(added, low, delta.b);
    backend.add(backend.slice(out, from, to), added);
  }
}

function cacheOf(state: LayerState | undefined): KvCache {
  invariant(state?.kind === "attention", "an attention layer has keys and values");
  return state.cache;
}

function recurrenceOf(state: LayerState | undefined): Extract<LayerState, { kind: "deltaNet" }> {
  invariant(state?.kind === "deltaNet", "a DeltaNet layer has a window and a recurrent state");
  return state;
}
