import { invariant } from "@wanwen/core";
import type { Sampling } from "../types.ts";
import { Random } from "./random.ts";

/** A token and its log-probability under the model's own distribution: softmax of the logits as they came. */
export interface IdLogprob {
  readonly id: number;
  readonly logprob: number;
}

/**
 * One drawn token. Log-probabilities are worked out when asked for, from the logits given to `next`: ask before
 * that buffer changes.
 */
export interface Sampled {
  readonly id: number;
  readonly logprob: number;
  /** The `count` likeliest tokens, likeliest first. */
  top(count: number): IdLogprob[];
}

/** Nothing is sampled below this share of the likeliest token's probability: e^-40 is less than one draw in 10^17. */
const UNREACHABLE_LOG = 40;

/**
 * Draws the tokens of one reply. In order: repetition, frequency and presence penalties, temperature, top-k, top-p,
 * min-p, one draw. Ties go to the lower id. The working memory is made once per reply, none per token.
 */
export class Sampler {
  readonly #sampling: Sampling;
  readonly #random: Random;
  /** Ids that penalties touch: id -> how often it was generated (0: only in the prompt). */
  readonly #counts = new Map<number, number>();
  readonly #vocabulary: number;
  #candidates: Candidates | undefined;
  #kept = new Float32Array(0);

  /**
   * `promptIds` count for the repetition penalty only. `vocabulary`: ids from here on are padding rows of the head
   * and are never drawn nor reported.
   */
  constructor(sampling: Sampling, promptIds: readonly number[], options: { vocabulary?: number } = {}) {
    this.#sampling = sampling;
    this.#random = new Random(sampling.seed);
    this.#vocabulary = options.vocabulary ?? Infinity;
    if (sampling.repetitionPenalty !== 1) for (const id of promptIds) this.#counts.set(id, 0);
  }

  /**
   * Draws the next token and counts it as generated. `logits`: [V] f32, given back unchanged. `allowed`: bit `id`
   * (word `id >> 5`, bit `id & 31`) says whether a token may be drawn; undefined allows all.
   */
  next(logits: Float32Array, allowed?: Uint32Array): Sampled {
    const size = this.#size(logits);
    this.#applyPenalties(logits);
    const id = this.#sampling.temperature <= 0 ? likeliest(logits, size, allowed) : this.#draw(logits, size, allowed);
    this.#undoPenalties(logits);
    invariant(id >= 0, "at least one allowed token has a finite logit");
    this.record(id);
    return new RawLogprobs(id, logits, size);
  }

  /** Counts a token as generated that was not drawn here: one that the grammar forced. */
  record(id: number): void {
    const { repetitionPenalty, presencePenalty, frequencyPenalty } = this.#sampling;
    if (repetitionPenalty === 1 && presencePenalty === 0 && frequencyPenalty === 0) return;
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  /** The probabilities that `next` would draw from, of the tokens that are left; for tests and for the curious. */
  probabilities(logits: Float32Array, allowed?: Uint32Array): Map<number, number> {
    const size = this.#size(logits);
    this.#applyPenalties(logits);
    const found = new Map<number, number>();
    if (this.#sampling.temperature <= 0) found.set(likeliest(logits, size, allowed), 1);
    else {
      const left = this.#narrow(logits, size, allowed);
      for (let at = 0; at < left.count; at++) found.set(left.ids[at]!, left.weights[at]! / left.total);
    }
    this.#undoPenalties(logits);
    return found;
  }

  #size(logits: Float32Array): number {
    return Math.min(logits.length, this.#vocabulary);
  }

  #draw(logits: Float32Array, size: number, allowed: Uint32Array | undefined): number {
    const left = this.#narrow(logits, size, allowed);
    let rest = this.#random.next() * left.total;
    for (let at = 0; at < left.count; at++) {
      rest -= left.weights[at]!;
      if (rest < 0) return left.ids[at]!;
    }
    return left.count > 0 ? left.ids[left.count - 1]! : -1; // rounding used up the last one
  }

  /** The tokens that all cuts leave, with weights relative to the likeliest. */
  #narrow(logits: Float32Array, size: number, allowed: Uint32Array | undefined): Candidates {
    const { temperature, topK, topP, minP } = this.#sampling;
    const left = (this.#candidates ??= new Candidates(size));
    left.reset(size);
    const best = likeliest(logits, size, allowed);
    if (best < 0) return left;
    const max = logits[best]!;
    if (topK > 0 && topK < size) selectLikeliest(left, logits, size, allowed, Math.floor(topK));
    else collectAbove(left, logits, size, allowed, max - temperature * reach(size, topP, minP));
    left.weigh(max, temperature);
    if (topP < 1) left.keepNucleus(topP, this.#wholeWeight(left, logits, size, allowed, max));
    if (minP > 0) left.keepAbove(minP);
    return left;
  }

  /** The weight of everything that top-p takes its share of: what top-k left, or the whole vocabulary. */
  #wholeWeight(left: Candidates, logits: Float32Array, size: number, allowed: Uint32Array | undefined, max: number): number {
    const { temperature, topK } = this.#sampling;
    if (topK > 0 && topK < size) return left.total;
    return sumOfExp(logits, size, allowed, max, temperature);
  }

  #applyPenalties(logits: Float32Array): void {
    const { repetitionPenalty, presencePenalty, frequencyPenalty } = this.#sampling;
    if (this.#counts.size === 0) return;
    if (this.#kept.length < this.#counts.size) this.#kept = new Float32Array(this.#counts.size * 2);
    let at = 0;
    for (const [id, count] of this.#counts) {
      const logit = logits[id] ?? -Infinity;
      this.#kept[at++] = logit;
      let changed = logit < 0 ? logit * repetitionPenalty : logit / repetitionPenalty;
      if (count > 0) changed -= frequencyPenalty * count + presencePenalty;
      if (id < logits.length) logits[id] = changed;
    }
  }

  #undoPenalties(logits: Float32Array): void {
    let at = 0;
    for (const id of this.#counts.keys()) {
      if (id < logits.length) logits[id] = this.#kept[at]!;
      at++;
    }
  }
}

/** How far below the best (in units of temperature) a token can still survive the cuts or be drawn at all. */
function reach(size: number, topP: number, minP: number): number {
  let distance = UNREACHABLE_LOG + Math.log(size);
  // All tokens further down weigh at most size * e^-distance: with that below 1 - topP the nucleus is complete.
  if (topP < 1) distance = Math.min(distance, Math.log(size / (1 - topP)) + 1e-3);
  if (minP > 0) distance = Math.min(distance, -Math.log(minP) + 1e-3);
  return distance;
}

/** Tokens still in the race, in typed arrays that are reused for every token of a reply. */
class Candidates {
  ids: Int32Array;
  logits: Float32Array;
  weights: Float64Array;
  count = 0;
  total = 0;

  constructor(size: number) {
    this.ids = new Int32Array(Math.min(size, 1024));
    this.logits = new Float32Array(this.ids.length);
    this.weights = new Float64Array(this.ids.length);
  }

  reset(size: number): void {
    this.count = 0;
    this.total = 0;
    invariant(size > 0, "the vocabulary is not empty");
  }

  add(id: number, logit: number): void {
    if (this.count === this.ids.length) this.#grow();
    this.ids[this.count] = id;
    this.logits[this.count++] = logit;
  }

  weigh(max: number, temperature: number): void {
    this.total = 0;
    for (let at = 0; at < this.count; at++) {
      this.weights[at] = Math.exp((this.logits[at]! - max) / temperature);
      this.total += this.weights[at]!;
    }
  }

  /** Keeps the likeliest tokens until their share of `whole` reaches `topP`; at least one. */
  keepNucleus(topP: number, whole: number): void {
    this.#heapify();
    let kept = 0;
    let sum = 0;
    // Each step moves the likeliest of the rest behind the heap, so the end of the arrays holds them in order.
    while (kept < this.count && (kept === 0 || sum < topP * whole)) {
      const last = this.count - 1 - kept;
      this.#swap(0, last);
      this.#sink(0, last);
      sum += this.weights[last]!;
      kept++;
    }
    const from = this.count - kept;
    for (let at = 0; at < kept >> 1; at++) this.#swap(from + at, this.count - 1 - at);
    this.ids.copyWithin(0, from, this.count);
    this.logits.copyWithin(0, from, this.count);
    this.weights.copyWithin(0, from, this.count);
    this.count = kept;
    this.total = sum;
  }

  /** Drops tokens lighter than `minP` times the heaviest, which weighs 1. */
  keepAbove(minP: number): void {
    let kept = 0;
    this.total = 0;
    for (let at = 0; at < this.count; at++) {
      if (this.weights[at]! < minP) continue;
      this.#swap(at, kept);
      this.total += this.weights[kept++]!;
    }
    this.count = kept;
  }

  #grow(): void {
    const ids = new Int32Array(this.ids.length * 2);
    const logits = new Float32Array(ids.length);
    ids.set(this.ids);
    logits.set(this.logits);
    this.ids = ids;
    this.logits = logits;
    this.weights = new Float64Array(ids.length);
  }

  #heapify(): void {
    for (let at = (this.count >> 1) - 1; at >= 0; at--) this.#sink(at, this.count);
  }

  #sink(from: number, end: number): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= end) return;
      if (child + 1 < end && this.#before(child + 1, child)) child++;
      if (!this.#before(child, at)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #before(a: number, b: number): boolean {
    const difference = this.logits[a]! - this.logits[b]!;
    return difference > 0 || (difference === 0 && this.ids[a]! < this.ids[b]!);
  }

  #swap(a: number, b: number): void {
    const id = this.ids[a]!;
    const logit = this.logits[a]!;
    const weight = this.weights[a]!;
    this.ids[a] = this.ids[b]!;
    this.logits[a] = this.logits[b]!;
    this.weights[a] = this.weights[b]!;
    this.ids[b] = id;
    this.logits[b] = logit;
    this.weights[b] = weight;
  }
}

class RawLogprobs implements Sampled {
  readonly id: number;
  readonly #logits: Float32Array;
  readonly #size: number;
  #logTotal: number | undefined;

  constructor(id: number, logits: Float32Array, size: number) {
    this.id = id;
    this.#logits = logits;
    this.#size = size;
  }

  get logprob(): number {
    return this.#of(this.id);
  }

  top(count: number): IdLogprob[] {
    const best = new Candidates(Math.max(1, count));
    selectLikeliest(best, this.#logits, this.#size, undefined, Math.min(count, this.#size));
    return Array.from({ length: best.count }, (_, at) => ({ id: best.ids[at]!, logprob: this.#of(best.ids[at]!) }));
  }

  #of(id: number): number {
    this.#logTotal ??= logSumExp(this.#logits, this.#size);
    return this.#logits[id]! - this.#logTotal;
  }
}

/** The likeliest allowed id, the lowest of equals; -1 when none has a logit above -infinity. NaN never wins. */
export function likeliest(logits: Float32Array, size: number, allowed: Uint32Array | undefined): number {
  let best = -1;
  let max = -Infinity;
  if (allowed === undefined) {
    for (let id = 0; id < size; id++) {
      if (logits[id]! > max) {
        max = logits[id]!;
        best = id;
      }
    }
    return best;
  }
  for (let word = 0; word << 5 < size; word++) {
    let bits = allowed[word] ?? 0;
    while (bits !== 0) {
      const id = (word << 5) + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      if (id < size && logits[id]! > max) {
        max = logits[id]!;
        best = id;
      }
    }
  }
  return best;
}

/** Fills `out` with the `count` likeliest allowed tokens, likeliest first: a heap of `count`, its root the worst kept. */
function selectLikeliest(
  out: Candidates,
  logits: Float32Array,
  size: number,
  allowed: Uint32Array | undefined,
  count: number,
): void {
  if (count <= 0) return;
  const { heapIds, heapLogits } = scratch(count);
  let filled = 0;
  for (let id = 0; id < size; id++) {
    const logit = logits[id]!;
    if (filled === count && !(logit > heapLogits[0]!)) continue; // the usual case: one comparison
    if (!(logit > -Infinity) || !isAllowed(allowed, id)) continue;
    if (filled < count) {
      let at = filled++;
      // Of equals the later id is worse, so it rises above the earlier one.
      while (at > 0 && heapLogits[(at - 1) >> 1]! >= logit) {
        heapIds[at] = heapIds[(at - 1) >> 1]!;
        heapLogits[at] = heapLogits[(at - 1) >> 1]!;
        at = (at - 1) >> 1;
      }
      heapIds[at] = id;
      heapLogits[at] = logit;
    } else sinkWorst(heapIds, heapLogits, filled, id, logit);
  }
  out.count = 0;
  for (let at = 0; at < filled; at++) out.add(-1, 0);
  for (let end = filled - 1; end >= 0; end--) {
    out.ids[end] = heapIds[0]!;
    out.logits[end] = heapLogits[0]!;
    if (end > 0) sinkWorst(heapIds, heapLogits, end, heapIds[end]!, heapLogits[end]!);
  }
}

/** Replaces the root (the worst) of a heap of `count` by the given token. */
function sinkWorst(ids: Int32Array, logits: Float32Array, count: number, id: number, logit: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && worse(ids, logits, child + 1, ids[child]!, logits[child]!)) child++;
    if (!worse(ids, logits, child, id, logit)) break;
    ids[at] = ids[child]!;
    logits[at] = logits[child]!;
    at = child;
  }
  ids[at] = id;
  logits[at] = logit;
}

function worse(ids: Int32Array, logits: Float32Array, at: number, id: number, logit: number): boolean {
  return logits[at]! < logit || (!(logits[at]! > logit) && ids[at]! > id);
}

let scratchIds = new Int32Array(64);
let scratchLogits = new Float32Array(64);

/** Room for a heap, shared by all samplers of this thread: it is never in use across two calls. */
function scratch(count: number): { heapIds: Int32Array; heapLogits: Float32Array } {
  if (scratchIds.length < count) {
    scratchIds = new Int32Array(count);
    scratchLogits = new Float32Array(count);
  }
  return { heapIds: scratchIds, heapLogits: scratchLogits };
}

function collectAbove(
  out: Candidates,
  logits: Float32Array,
  size: number,
  allowed: Uint32Array | undefined,
  least: number,
): void {
  for (let id = 0; id < size; id++) {
    if (logits[id]! >= least && logits[id]! > -Infinity && isAllowed(allowed, id)) out.add(id, logits[id]!);
  }
}

function sumOfExp(
  logits: Float32Array,
  size: number,
  allowed: Uint32Array | undefined,
  max: number,
  temperature: number,
): number {
  let sum = 0;
  for (let id = 0; id < size; id++) {
    const below = (logits[id]! - max) / temperature;
    if (below > -UNREACHABLE_LOG && isAllowed(allowed, id)) sum += Math.exp(below);
  }
  return sum;
}

function logSumExp(logits: Float32Array, size: number): number {
  const max = logits[likeliest(logits, size, undefined)] ?? 0;
  let sum = 0;
  for (let id = 0; id < size; id++) {
    const below = logits[id]! - max;
    if (below > -UNREACHABLE_LOG) sum += Math.exp(below);
  }
  return max + Math.log(sum);
}

function isAllowed(allowed: Uint32Array | undefined, id: number): boolean {
  return allowed === undefined || (allowed[id >> 5]! & (1 << (id & 31))) !== 0;
}
