import { asError, invariant } from "@wanwen/core";
import type { DraftRequest, Model, ModelState, Segment } from "@wanwen/model";
import type { TakenAdapter } from "../adapters.ts";
import { NGrams } from "../drafts/ngrams.ts";
import { GUESSES_MAX, type Luck, type Source } from "../drafts/pace.ts";
import type { Constraint } from "../generation/constraint.ts";
import type { ReplyReader, TokenReport } from "../generation/reply.ts";
import { likeliest, type Sampled, type Sampler } from "../generation/sample.ts";
import type { GenerationEvent, GenerationRequest, Usage } from "../types.ts";
import { EventQueue } from "./event-queue.ts";
import type { PrefixCache } from "./prefix-cache.ts";
import type { Schedulable } from "./scheduler.ts";

/** Events that may wait for a slow reader before its sequence rests. */
const BACKLOG_MAX = 64;

/** What a request became before it could run. */
export interface Prepared {
  readonly promptIds: readonly number[];
  /** Tokens that the reply must begin with: the opening of a call that the request demands. */
  readonly forcedIds: readonly number[];
  /** Tokens that the reply may have. With the prompt they fit into the engine's context. */
  readonly tokensMax: number;
  readonly sampler: Sampler;
  readonly reader: ReplyReader;
  /** What masks its tokens; undefined: nothing does. */
  readonly constraint: Constraint | undefined;
  /** Positions of the prompt behind which its state is kept for later prompts, ascending. */
  readonly cutPoints: readonly number[];
  /** Positions that its state has room for. */
  readonly contextEnd: number;
  readonly adapter: TakenAdapter | undefined;
  /** How well its tokens are guessed, by whom. */
  readonly luck: Readonly<Record<Source, Luck>>;
}

/**
 * One reply under way: the prompt is run piece by piece, then each drawn token is run to draw the next, until the
 * model ends its turn, a stop text appears or the room is used up. Everything it has to say goes through `events`.
 */
export class Sequence implements Schedulable {
  readonly request: GenerationRequest;
  readonly events: EventQueue;
  readonly #model: Model;
  readonly #cache: PrefixCache;
  readonly #prepared: Prepared;
  readonly #nowMs: () => number;
  readonly #startedMs: number;
  #state: ModelState | undefined;
  /** Tokens to run next. During the prompt: what is left of it, forced tokens included. Behind it: the token drawn last. */
  #pending: readonly number[];
  /** Guesses of what comes behind the pending token, run with it and then compared with what is drawn. */
  #guesses: readonly number[] = [];
  #guessedBy: Source = "text";
  /** What the text has to say about the next token, if nobody checks it: looking costs nothing. */
  #unchecked: { readonly id: number; readonly by: Source } | undefined;
  #ngrams: NGrams | undefined;
  #inPrompt = true;
  #ended = false;
  #firstTokenMs: number | undefined;
  #ahead = 0;
  #cachedTokens = 0;
  #cacheNote: string | undefined;
  /** Where the prompt is cut next, so that its state can be kept. */
  #cuts: readonly number[] = [];
  #completionTokens = 0;
  readonly #replyIds: number[] = [];
  #reasoningTokens = 0;

  /** @param cache where its state comes from, and where states of its prompt are kept */
  constructor(
    request: GenerationRequest, model: Model, cache: PrefixCache, prepared: Prepared, nowMs: () => number, onDrained: () => void,
  ) {
    this.request = request;
    this.events = new EventQueue(onDrained);
    this.#model = model;
    this.#cache = cache;
    this.#prepared = prepared;
    this.#nowMs = nowMs;
    this.#startedMs = nowMs();
    this.#pending = [...prepared.promptIds, ...prepared.forcedIds];
  }

  get pendingTokens(): number {
    return this.#pending.length;
  }

  get inPrompt(): boolean {
    return this.#inPrompt;
  }

  get resting(): boolean {
    return this.events.backlog >= BACKLOG_MAX;
  }

  /** Who asks; a request without a name is nobody else's. */
  get session(): string {
    return this.request.session ?? this.request.id;
  }

  /** Tells its reader how many must come to an end before it runs, when that has changed. */
  queued(ahead: number): void {
    if (ahead === this.#ahead) return;
    this.#ahead = ahead;
    if (this.events.backlog < BACKLOG_MAX) this.events.push({ type: "queued", ahead });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Takes a state, perhaps one that has seen the beginning of the prompt already. */
  start(): void {
    const { promptIds, cutPoints, adapter } = this.#prepared;
    const { state, note } = this.#cache.take(promptIds, adapter?.variant);
    this.#state = state;
    this.#cachedTokens = state.position;
    this.#cacheNote = note;
    this.#cuts = cutPoints.filter((at) => at > state.position);
    this.#pending = this.#pending.slice(state.position);
  }

  /** How many tokens may be guessed before the next pass; 0 while there is no token to go on from. */
  get guessesMax(): number {
    if (this.#inPrompt || this.#ended || !this.#state) return 0;
    const { tokensMax, contextEnd } = this.#prepared;
    return Math.max(0, Math.min(GUESSES_MAX, tokensMax - this.#completionTokens - 1, contextEnd - this.#state.position - 2));
  }

  /** Its state knows what the draft layer needs. States that were cut back or read from a file do not. */
  get draftable(): boolean {
    return (this.#state?.draft?.held ?? 0) > 0;
  }

  get luck(): Readonly<Record<Source, Luck>> {
    return this.#prepared.luck;
  }

  /** Tokens of the reply so far. */
  get written(): number {
    return this.#completionTokens;
  }

  /** What the draft layer needs to guess for this sequence: tokens that its constraint forbids are never guessed. */
  draftRequest(): DraftRequest {
    const token = this.#pending[0];
    invariant(this.#state && token !== undefined, "a sequence that is guessed for has a state and a token");
    const constraint = this.#prepared.constraint?.fork();
    const { realIds, config } = this.#model;
    return {
      state: this.#state,
      token,
      choose: (logits) => {
        const id = likeliest(logits, realIds, constraint?.mask());
        if (id < 0 || config.endIds.includes(id)) return undefined;
        constraint?.accept(id);
        return id;
      },
    };
  }

  /** Guesses from what the prompt and the reply have said before. */
  guessFromText(count: number): { readonly ids: readonly number[]; readonly by: Source } {
    if (!this.#ngrams) {
      this.#ngrams = new NGrams();
      this.#ngrams.push(this.#prepared.promptIds);
      this.#ngrams.push(this.#replyIds);
    }
    const { ids, much } = this.#ngrams.guess(count);
    const by = much ? "copy" : "text";
    this.#unchecked = ids.length > 0 ? { id: ids[0]!, by } : undefined;
    return { ids, by };
  }

  /** What to check in the next pass. */
  guess(ids: readonly number[], by: Source): void {
    this.#guessedBy = by;
    if (by !== "layer") this.#unchecked = undefined;
    this.#guesses = ids.slice(0, this.guessesMax);
  }

  /** This sequence's part of the next forward pass. A piece of a prompt ends early where its state is to be kept. */
  segment(tokens: number): Segment {
    invariant(this.#state, "a sequence that runs has a state");
    const { position } = this.#state;
    const own = { state: this.#state, ...(this.#prepared.adapter && { adapter: this.#prepared.adapter.adapter }) };
    if (!this.#inPrompt && this.#guesses.length > 0) {
      return { ...own, tokens: [...this.#pending, ...this.#guesses], logits: "all", keepSteps: true };
    }
    const count = Math.min(tokens, (this.#cuts[0] ?? Infinity) - position);
    const taken = this.#pending.slice(0, count);
    this.#pending = this.#pending.slice(count);
    return { ...own, tokens: taken, logits: this.#pending.length > 0 ? "none" : "last" };
  }

  /**
   * After the forward pass. Tokens are drawn row by row as if each had been run alone; the first one that is not as guessed
   * ends it, and the state goes back behind what was guessed right.
   * @param logits [rows, V]: after the last token of the prompt, or after the pending token and each guess; empty while the
   *   prompt goes on
   */
  settle(logits: Float32Array): void {
    if (this.#inPrompt) {
      const total = this.#prepared.promptIds.length;
      this.#keepState();
      this.events.push({ type: "prompt", done: Math.min(total, this.#state?.position ?? 0), total });
      if (this.#pending.length > 0) return;
      this.#beginReply();
    }
    const guesses = this.#guesses;
    this.#guesses = [];
    const { vocabulary } = this.#model.config;
    let right = 0;
    let id = -1;
    let first = -1;
    for (let row = 0; row <= guesses.length && !this.#ended; row++) {
      id = this.#draw(logits.subarray(row * vocabulary, (row + 1) * vocabulary));
      if (row === 0) first = id;
      if (id !== guesses[row]) break;
      right++;
    }
    if (guesses.length > 0) this.luck[this.#guessedBy].saw(guesses.length, right);
    if (this.#unchecked) this.luck[this.#unchecked.by].watched(this.#unchecked.id === first);
    this.#unchecked = undefined;
    if (this.#ended || !this.#state) return;
    this.#model.rewind(this.#state, this.#state.position - guesses.length + right);
    this.#pending = [id];
  }

  /** Ends the stream with what was made so far, and gives the state back. */
  finish(reason: "stop" | "length"): void {
    if (this.#ended) return;
    const { reader } = this.#prepared;
    for (const event of reader.end({ truncated: reason === "length" })) this.events.push(event);
    this.#end({ type: "finished", reason: reason === "stop" && reader.sawToolCall ? "toolCalls" : reason, usage: this.#usage() });
  }

  /** Ends the stream with an error, and gives the state's memory back. */
  fail(thrown: unknown): void {
    if (!this.#ended) this.#end({ type: "failed", error: asError(thrown) });
  }

  #draw(logits: Float32Array): number {
    const { sampler, constraint } = this.#prepared;
    const sampled = sampler.next(logits, constraint?.mask());
    this.#accept(sampled.id, sampled);
    return sampled.id;
  }

  #keepState(): void {
    if (!this.#state || this.#state.position !== this.#cuts[0]) return;
    this.#cache.keep(this.#state, this.#prepared.promptIds.slice(0, this.#cuts[0]), this.#prepared.adapter?.variant);
    this.#cuts = this.#cuts.slice(1);
  }

  #beginReply(): void {
    this.#inPrompt = false;
    this.#firstTokenMs = this.#nowMs();
    for (const id of this.#prepared.forcedIds) {
      this.#prepared.sampler.record(id);
      this.#accept(id, undefined);
    }
  }

  /** One more token of the reply. `sampled` is undefined for forced tokens. */
  #accept(id: number, sampled: Sampled | undefined): void {
    const { reader, constraint, tokensMax } = this.#prepared;
    this.#completionTokens++;
    this.#replyIds.push(id);
    this.#ngrams?.push([id]);
    if (this.#model.config.endIds.includes(id)) return this.finish("stop");
    constraint?.accept(id);
    if (reader.thinking) this.#reasoningTokens++;
    for (const event of reader.push(id, this.#report(sampled))) this.events.push(event);
    if (reader.stopped) this.finish("stop");
    else if (this.#completionTokens >= tokensMax) this.finish("length");
  }

  #report(sampled: Sampled | undefined): TokenReport | undefined {
    const alternatives = this.request.logprobs;
    if (!sampled || alternatives === undefined) return undefined;
    return { logprob: sampled.logprob, top: sampled.top(alternatives) };
  }

  #end(event: Extract<GenerationEvent, { type: "finished" | "failed" }>): void {
    this.#ended = true;
    this.#pending = [];
    if (this.#state) this.#model.freeState(this.#state);
    this.#state = undefined;
    this.#prepared.adapter?.release();
    this.events.push(event);
  }

  #usage(): Usage {
    const nowMs = this.#nowMs();
    const firstMs = this.#firstTokenMs ?? nowMs;
    const seconds = (nowMs - firstMs) / 1000;
    const lucks = Object.values(this.luck);
    return {
      promptTokens: this.#prepared.promptIds.length,
      completionTokens: this.#completionTokens,
      cachedTokens: this.#cachedTokens,
      ...(this.#cacheNote !== undefined && { cacheNote: this.#cacheNote }),
      reasoningTokens: this.#reasoningTokens,
      draftedTokens: lucks.reduce((sum, { drafted }) => sum + drafted, 0),
      acceptedTokens: lucks.reduce((sum, { accepted }) => sum + accepted, 0),
      firstTokenMs: firstMs - this.#startedMs,
      tokensPerSecond: seconds > 0 ? Math.max(0, this.#completionTokens - 1) / seconds : 0,
    };
  }
}
