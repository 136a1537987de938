import { invariant } from "@wanwen/core";
import type { Tensor } from "@wanwen/kernels";
import { runLayer } from "./decoder-layer.ts";
import { keysAndValues, type Rows, type Workbench } from "./layers.ts";
import type { DraftRequest, DraftState, LayerState, Segment } from "./types.ts";
import type { AttentionWeights, DraftWeights, ModelWeights } from "./weights.ts";

/**
 * The draft layer (multi-token prediction, docs/model.md): from the hidden state h_i behind token i and the token i + 1 that
 * followed it, it predicts token i + 2.
 *
 *   x = join · [norm(embed(t_{i+1})), norm(h_i)]     h' = norm(layer(x))     logits = head · h'
 *
 * Its layer attends to the pairs before, so every pass leaves the keys and values of its pairs behind (`remember`). A guess
 * stands in for a token, and h' for the hidden state behind it, to guess the next (`draft`); what guesses leave behind is
 * written over by the pass that checks them.
 */

interface Pairs {
  /** [R, E] hidden states, and the token behind each. */
  readonly hidden: Tensor;
  readonly tokens: readonly number[];
  readonly rows: Rows;
}

/**
 * Leaves the pairs of a pass behind, of all sessions that have a place for them.
 * @param hidden [T, E], behind the final norm. States are still at the position before the pass.
 */
export function remember(
  bench: Workbench, w: ModelWeights, draft: DraftWeights, hidden: Tensor, segments: readonly Segment[], rows: Rows,
): void {
  const { backend } = bench;
  const pairs = pairsOf(bench, hidden, segments, rows);
  if (pairs.rows.count > 0) {
    // Nothing else of a pair that was seen is needed again.
    const { k, v } = keysAndValues(bench, draft.layer.mixer as AttentionWeights, normedPairs(bench, w, draft, pairs), pairs.rows);
    for (const { from, to, position, layers } of pairs.rows.sessions) {
      backend.kvStore(cacheOf(layers), backend.slice(k, from, to), backend.slice(v, from, to), position);
    }
  }
  for (const [i, { state, keepSteps }] of segments.entries()) {
    if (!state.draft) continue;
    const { from, to } = rows.sessions[i]!;
    const first = keepSteps ? from : to - 1;
    backend.copy(backend.slice(state.draft.hidden, 0, to - first), backend.slice(hidden, first, to));
    state.draft.row = to - first - 1;
  }
}

/** Guesses up to `count` tokens of each request. */
export function draft(bench: Workbench, w: ModelWeights, requests: readonly DraftRequest[], count: number): number[][] {
  const { backend, config, scratch } = bench;
  const layer = w.draft!;
  const guesses = requests.map((): number[] => []);
  const last = requests.map(({ token }) => token);
  let hidden = scratch.take("draftHidden", requests.length, config.hidden);
  for (const [i, { state }] of requests.entries()) {
    invariant(state.draft && state.draft.row >= 0, "a state that guesses has seen a token");
    backend.copy(backend.slice(hidden, i, i + 1), backend.slice(state.draft.hidden, state.draft.row, state.draft.row + 1));
  }
  for (let step = 0; step < count; step++) {
    const rows = oneRowEach(requests, step);
    const pairs = { hidden, tokens: last, rows };
    const x = joined(bench, w, layer, pairs);
    runLayer(bench, layer.layer, x, rows, 0);
    hidden = scratch.take("draftHidden", rows.count, config.hidden);
    backend.rmsNorm(hidden, x, layer.norm, config.normEps);
    const logits = scratch.take("draftLogits", rows.count, config.vocabulary);
    backend.matmul(logits, hidden, w.head);
    const values = backend.read(logits);
    let open = 0;
    for (const [i, request] of requests.entries()) {
      if (guesses[i]!.length < step) continue; // it gave up
      const guess = request.choose(values.subarray(i * config.vocabulary, (i + 1) * config.vocabulary));
      if (guess === undefined) continue;
      guesses[i]!.push(guess);
      last[i] = guess;
      open++;
    }
    if (open === 0) break;
  }
  return guesses;
}

/** The pairs that a pass completes: the hidden state before it with its first token, then its own. */
function pairsOf({ config, backend, scratch }: Workbench, hidden: Tensor, segments: readonly Segment[], rows: Rows): Pairs {
  const sessions: Rows["sessions"][number][] = [];
  const tokens: number[] = [];
  const positions: number[] = [];
  const parts: { from: Tensor; at: number; rows: number }[] = [];
  for (const [i, { state, tokens: own }] of segments.entries()) {
    if (!state.draft) continue;
    const { from, to } = rows.sessions[i]!;
    const start = tokens.length;
    const { row } = state.draft;
    if (row >= 0) {
      parts.push({ from: backend.slice(state.draft.hidden, row, row + 1), at: tokens.length, rows: 1 });
      tokens.push(own[0]!);
    }
    if (to - from > 1) parts.push({ from: backend.slice(hidden, from, to - 1), at: tokens.length, rows: to - from - 1 });
    tokens.push(...own.slice(1));
    if (tokens.length === start) continue;
    const position = row >= 0 ? state.position - 1 : state.position;
    for (let j = 0; j < tokens.length - start; j++) positions.push(position + j);
    sessions.push({ from: start, to: tokens.length, position, layers: draftLayers(state.draft), keepSteps: false });
  }
  const before = scratch.take("pairHidden", tokens.length, config.hidden);
  for (const part of parts) backend.copy(backend.slice(before, part.at, part.at + part.rows), part.from);
  return { hidden: before, tokens, rows: { count: tokens.length, positions, sessions } };
}

/** One pair of each request: that of its last token and, `step` guesses later, that of the last guess. */
function oneRowEach(requests: readonly DraftRequest[], step: number): Rows {
  const positions = requests.map(({ state }) => state.position - 1 + step);
  const sessions = requests.map(({ state }, i) => ({ from: i, to: i + 1, position: positions[i]!, layers: draftLayers(state.draft!), keepSteps: false }));
  return { count: requests.length, positions, sessions };
}

/** x [R, E] = join · [norm(embed(token)), norm(hidden)]. */
function joined({ config, backend, scratch }: Workbench, w: ModelWeights, draft: DraftWeights, { hidden, tokens }: Pairs): Tensor {
  const count = tokens.length;
  const embedded = scratch.take("pairEmbedded", count, config.hidden);
  backend.embed(embedded, w.embedding, tokens);
  const normed = scratch.take("pairNormed", 2 * count, config.hidden);
  const [left, right] = [backend.slice(normed, 0, count), backend.slice(normed, count, 2 * count)];
  backend.rmsNorm(left, embedded, draft.embeddingNorm, config.normEps);
  backend.rmsNorm(right, hidden, draft.hiddenNorm, config.normEps);
  const both = scratch.take("pairBoth", 2 * count, config.hidden);
  for (let row = 0; row < count; row++) {
    backend.copy(backend.slice(both, 2 * row, 2 * row + 1), backend.slice(left, row, row + 1));
    backend.copy(backend.slice(both, 2 * row + 1, 2 * row + 2), backend.slice(right, row, row + 1));
  }
  const x = scratch.take("pairs", count, config.hidden);
  backend.matmul(x, backend.reshape(both, count, 2 * config.hidden), draft.join);
  return x;
}

function normedPairs(bench: Workbench, w: ModelWeights, draft: DraftWeights, pairs: Pairs): Tensor {
  const x = joined(bench, w, draft, pairs);
  const normed = bench.scratch.take("draftNormed", pairs.rows.count, bench.config.hidden);
  bench.backend.rmsNorm(normed, x, draft.layer.inputNorm, bench.config.normEps);
  return normed;
}

const draftLayers = ({ cache }: DraftState): readonly LayerState[] => [{ kind: "attention", cache }];

function cacheOf([layer]: readonly LayerState[]): DraftState["cache"] {
  invariant(layer?.kind === "attention", "the draft layer attends");
  return layer.cache;
}
