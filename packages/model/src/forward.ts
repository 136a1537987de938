import { invariant, LimitError } from "@wanwen/core";
import type { Tensor } from "@wanwen/kernels";
import { runLayer } from "./decoder-layer.ts";
import { remember } from "./draft.ts";
import type { Rows, SessionRows, Workbench } from "./layers.ts";
import { prepareSteps } from "./state.ts";
import type { LayerState, Segment } from "./types.ts";
import type { ModelWeights } from "./weights.ts";

/**
 * One forward pass over the new tokens of several sessions. Reads as the architecture is drawn: embed; the layers; norm; head.
 *
 * @returns per segment its wanted rows of logits, each [V] f32, in one array; the states are advanced
 * @throws LimitError when a state is full, InvariantError for empty segments and unknown ids; both before any state
 *   has changed
 */
export function forward(bench: Workbench, w: ModelWeights, segments: readonly Segment[]): Float32Array[] {
  const { config, backend, scratch } = bench;
  if (segments.length === 0) return [];
  const rows = lay(segments, config.vocabulary);
  for (const { state, tokens, keepSteps } of segments) if (keepSteps) prepareSteps(state, backend, tokens.length);

  const x = scratch.take("residual", rows.count, config.hidden);
  backend.embed(x, w.embedding, segments.flatMap((segment) => segment.tokens));
  for (const [index, layer] of w.layers.entries()) runLayer(bench, layer, x, rows, index);
  const hidden = scratch.take("hidden", rows.count, config.hidden);
  backend.rmsNorm(hidden, x, w.norm, config.normEps);
  if (w.draft) remember(bench, w, w.draft, hidden, segments, rows);
  for (const { state, tokens, keepSteps } of segments) {
    state.position += tokens.length;
    state.stepsKept = keepSteps ? tokens.length : 0;
  }

  return head(bench, w, hidden, segments, rows);
}

/** Logits of the wanted rows only: the head is the largest matrix of a small model. @param hidden [T, E], behind the final norm */
function head(bench: Workbench, w: ModelWeights, hidden: Tensor, segments: readonly Segment[], rows: Rows): Float32Array[] {
  const { config, backend, scratch } = bench;
  const wanted = segments.map((segment, i) => {
    const { from, to } = rows.sessions[i]!;
    return { from: segment.logits === "all" ? from : segment.logits === "last" ? to - 1 : to, to };
  });
  const count = wanted.reduce((sum, { from, to }) => sum + to - from, 0);
  if (count === 0) return segments.map(() => new Float32Array(0));

  const picked = scratch.take("picked", count, config.hidden);
  let at = 0;
  for (const { from, to } of wanted) {
    if (to > from) backend.copy(backend.slice(picked, at, at + to - from), backend.slice(hidden, from, to));
    at += to - from;
  }
  const logits = scratch.take("logits", count, config.vocabulary);
  backend.matmul(logits, picked, w.head);

  const values = backend.read(logits);
  let row = 0;
  return wanted.map(({ from, to }) => values.subarray(row * config.vocabulary, (row += to - from) * config.vocabulary));
}

/** Lays the segments' tokens out as rows and checks everything that could fail half-way. */
function lay(segments: readonly Segment[], vocabulary: number): Rows {
  const sessions: SessionRows[] = [];
  const positions: number[] = [];
  for (const { state, tokens, keepSteps = false, adapter } of segments) {
    invariant(tokens.length > 0, "a segment has tokens");
    invariant(!sessions.some((session) => session.layers === state.layers), "a session takes part once in a forward pass");
    for (const id of tokens) invariant(Number.isInteger(id) && id >= 0 && id < vocabulary, `${id} is a row of the embedding`);
    const end = state.position + tokens.length;
    const capacity = capacityOf(state.layers);
    if (end > capacity) {
      throw new LimitError(`context: expected at most ${capacity} tokens, got ${end}`);
    }
    sessions.push({
      from: positions.length,
      to: positions.length + tokens.length,
      position: state.position,
      layers: state.layers,
      keepSteps,
      ...(adapter && { adapter }),
    });
    for (let position = state.position; position < end; position++) positions.push(position);
  }
  return { count: positions.length, positions, sessions };
}

function capacityOf(layers: readonly LayerState[]): number {
  return layers.reduce((least, layer) => (layer.kind === "attention" ? Math.min(least, layer.cache.capacity) : least), Infinity);
}
