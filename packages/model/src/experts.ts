import type { Tensor } from "@wanwen/kernels";
import { type Rows, swiglu, type Workbench } from "./layers.ts";
import type { MixtureWeights } from "./weights.ts";

/**
 * Sparse mixture of experts: a router picks a few experts for each token, and only their weights are read.
 *
 *   out = Σ_k share_k · expert_k(x)  [+ sigmoid(shared_gate · x) · shared(x)]
 *
 * Tokens are brought together by expert, so that each chosen expert's matrices are read once for all its tokens. The
 * shares meet the experts' outputs in plain code: T · K · E multiplications, next to T · K · 6 · E · F in the experts.
 *
 * @param x [T, E], already normed
 * @returns [T, E], in scratch
 */
export function mixture(bench: Workbench, w: MixtureWeights, x: Tensor, rows: Rows): Tensor {
  const { config: { hidden, experts }, backend, scratch } = bench;
  const { used, renormalise } = experts!;

  const scores = scratch.take("routerScores", rows.count, w.router.rows); // [T, X]
  backend.matmul(scores, x, w.router);
  const visits = route(backend.read(scores), rows.count, used, renormalise);

  const answers = scratch.take("expertAnswers", visits.length, hidden); // [T·K, E], by expert
  const questions = rows.count === 1 ? undefined : gather(bench, x, visits); // one token asks the same of all
  for (const { expert, from, to } of byExpert(visits)) {
    swiglu(bench, backend.slice(answers, from, to), w.experts[expert]!, questions ? backend.slice(questions, from, to) : x, of(to - from));
  }
  const total = weightedSum(backend.read(answers), visits, rows.count, hidden);
  if (w.shared) addShared(bench, w.shared, x, rows, total);

  const out = scratch.take("mlpOut", rows.count, hidden);
  backend.write(out, total);
  return out;
}

/** Rows of whichever sessions: adapters do not reach the experts. */
const of = (count: number): Rows => ({ count, positions: [], sessions: [] });

/** One token's visit to one expert. */
export interface Visit {
  readonly token: number;
  readonly expert: number;
  /** How much its answer counts. */
  readonly share: number;
}

/**
 * The K likeliest experts of each token under a softmax over all X, sorted by expert. Of equals the first wins.
 * @param scores [T, X]
 * @param renormalise the shares of the K add up to 1
 */
export function route(scores: Float32Array, tokens: number, used: number, renormalise: boolean): Visit[] {
  const count = scores.length / tokens;
  const visits: Visit[] = [];
  for (let token = 0; token < tokens; token++) {
    const row = scores.subarray(token * count, (token + 1) * count);
    const chosen = largest(row, used);
    const top = row[chosen[0]!]!;
    const sumOver = (ids: Iterable<number>): number => {
      let sum = 0;
      for (const id of ids) sum += Math.exp(row[id]! - top);
      return sum;
    };
    const all = sumOver(renormalise ? chosen : row.keys());
    for (const expert of chosen) visits.push({ token, expert, share: Math.exp(row[expert]! - top) / all });
  }
  return visits.sort((a, b) => a.expert - b.expert || a.token - b.token);
}

/** Places of the `most` largest values, largest first. Always that many, whatever the values (NaN too). */
function largest(values: Float32Array, most: number): number[] {
  const found: number[] = [];
  const taken = new Uint8Array(values.length);
  for (let k = 0; k < most; k++) {
    let best = -1;
    for (let at = 0; at < values.length; at++) {
      if (taken[at] === 0 && (best < 0 || values[at]! > values[best]!)) best = at;
    }
    taken[best] = 1;
    found.push(best);
  }
  return found;
}

/** Stretches of visits to the same expert. */
function byExpert(visits: readonly Visit[]): { expert: number; from: number; to: number }[] {
  const stretches: { expert: number; from: number; to: number }[] = [];
  for (const [at, { expert }] of visits.entries()) {
    const last = stretches.at(-1);
    if (last?.expert === expert) last.to = at + 1;
    else stretches.push({ expert, from: at, to: at + 1 });
  }
  return stretches;
}

/** Each visit's row of x: [T·K, E]. */
function gather({ config: { hidden }, backend, scratch }: Workbench, x: Tensor, visits: readonly Visit[]): Tensor {
  const rows = backend.read(x);
  const gathered = new Float32Array(visits.length * hidden);
  for (const [at, { token }] of visits.entries()) gathered.set(rows.subarray(token * hidden, (token + 1) * hidden), at * hidden);
  const questions = scratch.take("expertQuestions", visits.length, hidden);
  backend.write(questions, gathered);
  return questions;
}

/** [T, E]: each token's answers, weighted and added in order of expert, whoever else is in the batch. */
function weightedSum(answers: Float32Array, visits: readonly Visit[], tokens: number, hidden: number): Float32Array {
  const total = new Float32Array(tokens * hidden);
  for (const [at, { token, share }] of visits.entries()) addScaled(total, token * hidden, answers, at * hidden, hidden, share);
  return total;
}

/** The expert that all tokens visit, each with a say of its own. */
function addShared(bench: Workbench, shared: NonNullable<MixtureWeights["shared"]>, x: Tensor, rows: Rows, total: Float32Array): void {
  const { config: { hidden }, backend, scratch } = bench;
  const answers = scratch.take("sharedAnswers", rows.count, hidden);
  swiglu(bench, answers, shared.mlp, x, rows);
  const gates = scratch.take("sharedGate", rows.count, 1);
  backend.matmul(gates, x, shared.gate);
  const values = backend.read(answers);
  for (const [token, gate] of backend.read(gates).entries()) {
    addScaled(total, token * hidden, values, token * hidden, hidden, 1 / (1 + Math.exp(-gate)));
  }
}

/** out[at …] += scale · x[from …] over `count` values. */
function addScaled(out: Float32Array, at: number, x: Float32Array, from: number, count: number, scale: number): void {
  for (let i = 0; i < count; i++) out[at + i]! += scale * x[from + i]!;
}
