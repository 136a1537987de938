import { invariant } from "@wanwen/core";
import type { Tensor } from "@wanwen/kernels";
import { runLayer } from "./decoder-layer.ts";
import { keysAndValues, type Rows, type Workbench } from "./layers.ts";
import { DRAFT_ROWS, STEPS_MAX } from "./state.ts";
import type { DraftRequest, DraftState, LayerState, ModelState, Segment } from "./types.ts";
import type { AttentionWeights, DraftWeights, ModelWeights } from "./weights.ts";

/**
 * The draft layer (multi-token prediction, docs/model.md): from the hidden state h_i behind token i and the token i + 1 that
 * followed it, it predicts token i + 2.
 *
 *   x = join · [norm(embed(t_{i+1})), norm(h_i)]     h' = norm(layer(x))     logits = head · h'
 *
 * Its layer attends to the pairs before, so their keys and values must be there when it guesses (`remember`, `catchUp`). A guess
 * stands in for a token, and h' for the hidden state behind it, to guess the next (`draft`); what guesses leave behind is
 * written over by the pass that checks them.
 */

interface Pairs {
  /** [R, E] hidden states, and the token behind each. */
  readonly hidden: Tensor;
  readonly tokens: readonly number[];
  readonly rows: Rows;
}

/** Pairs of one session that follow each other. */
interface Run {
  readonly draft: DraftState;
  /** Rows of hidden states, one tensor after the other. */
  readonly hidden: readonly Tensor[];
  /** As many as there are rows. */
  readonly tokens: readonly number[];
  /** Of the first pair. */
  readonly position: number;
}

/**
 * Takes in what a pass showed, of all sessions that have a place for it. Long passes leave their pairs behind at once, few rows
 * wait until they are many: a draft layer nobody asks should cost next to nothing.
 * @param hidden [T, E], behind the final norm. States are still at the position before the pass.
 */
export function remember(
  bench: Workbench, w: ModelWeights, draft: DraftWeights, hidden: Tensor, segments: readonly Segment[], rows: Rows,
): void {
  const { backend } = bench;
  const seen = segments.flatMap(({ state, tokens }, i) => {
    if (!state.draft) return [];
    const { from, to } = rows.sessions[i]!;
    return [{ draft: state.draft, tokens, position: state.position, hidden: backend.slice(hidden, from, to), count: to - from }];
  });
  const due: Run[] = [];
  for (const { draft: own, tokens, position, hidden: shown, count } of seen) {
    if (count <= STEPS_MAX && own.held + count <= DRAFT_ROWS) continue;
    const run = { draft: own, position: position - own.held };
    const waiting = own.held > 0 ? [backend.slice(own.hidden, 0, own.held)] : [];
    if (count <= STEPS_MAX) due.push({ ...run, hidden: waiting, tokens: [...own.followers, tokens[0]!] });
    else {
      const followers = [...own.followers, ...tokens.slice(own.held > 0 ? 0 : 1)];
      due.push({ ...run, hidden: [...waiting, backend.slice(shown, 0, count - 1)], tokens: followers });
    }
  }
  store(bench, w, draft, due);
  for (const { draft: own, tokens, hidden: shown, count } of seen) {
    const stored = due.some((run) => run.draft === own);
    if (stored) forgetAll(own);
    const first = count > STEPS_MAX ? count - 1 : 0;
    if (own.held > 0) own.followers.push(tokens[first]!);
    own.followers.push(...tokens.slice(first + 1));
    backend.copy(backend.slice(own.hidden, own.held, own.held + count - first), backend.slice(shown, first, count));
    own.held += count - first;
  }
}

/** Leaves behind what waits of these states; of their hidden states only the last is held then. */
function catchUp(bench: Workbench, w: ModelWeights, draft: DraftWeights, states: readonly ModelState[]): void {
  const { backend } = bench;
  const behind = states.flatMap(({ draft: own, position }) => (own && own.held > 1 ? [{ own, position: position - own.held }] : []));
  store(bench, w, draft, behind.map(({ own, position }) =>
    ({ draft: own, hidden: [backend.slice(own.hidden, 0, own.held - 1)], tokens: own.followers, position })));
  for (const { own } of behind) {
    backend.copy(backend.slice(own.hidden, 0, 1), backend.slice(own.hidden, own.held - 1, own.held));
    forgetAll(own);
    own.held = 1;
  }
}

function forgetAll(own: DraftState): void {
  own.held = 0;
  own.followers.length = 0;
}

/** Keys and values of pairs: nothing else of a pair that was seen is needed again. */
function store(bench: Workbench, w: ModelWeights, draft: DraftWeights, runs: readonly Run[]): void {
  const { backend } = bench;
  const pairs = pairsOf(bench, runs);
  if (pairs.rows.count === 0) return;
  const { k, v } = keysAndValues(bench, draft.layer.mixer as AttentionWeights, normedPairs(bench, w, draft, pairs), pairs.rows);
  for (const { from, to, position, layers } of pairs.rows.sessions) {
    backend.kvStore(cacheOf(layers), backend.slice(k, from, to), backend.slice(v, from, to), position);
  }
}

/** Guesses up to `count` tokens of each request. */
export function draft(bench: Workbench, w: ModelWeights, requests: readonly DraftRequest[], count: number): number[][] {
  const { backend, config, scratch } = bench;
  const layer = w.draft!;
  const guesses = requests.map((): number[] => []);
  const last = requests.map(({ token }) => token);
  catchUp(bench, w, layer, requests.map(({ state }) => state));
  let hidden = scratch.take("draftHidden", requests.length, config.hidden);
  for (const [i, { state }] of requests.entries()) {
    invariant(state.draft?.held === 1, "a state that guesses has seen a token");
    backend.copy(backend.slice(hidden, i, i + 1), backend.slice(state.draft.hidden, 0, 1));
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

/** The rows of several runs, one after the other. */
function pairsOf({ config, backend, scratch }: Workbench, runs: readonly Run[]): Pairs {
  const tokens = runs.flatMap((run) => run.tokens);
  const positions = runs.flatMap((run) => run.tokens.map((_, i) => run.position + i));
  const hidden = scratch.take("pairHidden", tokens.length, config.hidden);
  const sessions: Rows["sessions"][number][] = [];
  let at = 0;
  for (const { draft, hidden: parts, tokens: own, position } of runs) {
    sessions.push({ from: at, to: at + own.length, position, layers: draftLayers(draft), keepSteps: false });
    for (const part of parts) {
      const rows = part.length / config.hidden;
      backend.copy(backend.slice(hidden, at, at + rows), part);
      at += rows;
    }
  }
  return { hidden, tokens, rows: { count: tokens.length, positions, sessions } };
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
