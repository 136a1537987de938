import { asError, DeviceError, InputError, LimitError, type Logger, silentLogger } from "@wanwen/core";
import { encodePrompt, type Model } from "@wanwen/model";
import { callGrammar, unwritableName, VocabularyTrie } from "./generation/grammar/index.ts";
import { thinkingBudget } from "./generation/thinking-budget.ts";
import { Sampler } from "./generation/sample.ts";
import { ReplyReader } from "./generation/reply.ts";
import { samplingOf } from "./sampling-defaults.ts";
import { Adapters } from "./adapters.ts";
import { CONTEXT_TOKENS, KEPT_BYTES_MAX, RUNNING_MAX } from "./memory-plan.ts";
import { GUESSES_MAX, type Luck, Pace, type Plan } from "./drafts/pace.ts";
import { cutPoints } from "./scheduler/cut-points.ts";
import { PieceSize } from "./scheduler/piece-size.ts";
import { PrefixCache, type StateStore } from "./scheduler/prefix-cache.ts";
import { Scheduler } from "./scheduler/scheduler.ts";
import { Sequence } from "./scheduler/sequence.ts";
import type { Engine, EngineInfo, GenerationEvent, GenerationRequest } from "./types.ts";

export interface EngineOptions {
  /** Tokens of prompt and reply together, per request. Default: what the model can, at most 8192. */
  readonly contextTokens?: number;
  /** Requests that run at the same time. */
  readonly runningMax?: number;
  /** Requests that wait for one of these places. */
  readonly waitingMax?: number;
  /** Tokens of prompts per forward pass, at least four. Beside running replies it is fewer: they must not be held up. */
  readonly promptTokensMax?: number;
  /** Where states that had to make room, or were there at the end, are kept for later. */
  readonly keptStore?: StateStore;
  /** Memory for states behind the beginnings of prompts, kept for prompts that begin alike. Default: 1 GiB. */
  readonly keptBytesMax?: number;
  /**
   * Guessing ahead, with the checkpoint's draft layer or from the text itself: as many tokens as pay (default), never, or always
   * so many. Replies are the same, sooner or later.
   */
  readonly drafts?: "auto" | "never" | number;
  readonly logger?: Logger;
  /** A clock that never goes back, in milliseconds; for timings only. */
  readonly nowMs?: () => number;
}

/** Replies at a time for which tokens are guessed ahead. */
const GUESSED_FOR_MAX = 2;
const STOPS_MAX = 16;
const STOP_LENGTH_MAX = 256;
const LOGPROBS_MAX = 20;

/** A guess for those who find the queue full: about the time of one short reply. */
const RETRY_AFTER_MS = 2000;

/**
 * Serves a loaded model to many requests at once. Owns the model: `close()` closes it (not its backend).
 *
 *   const engine = openEngine(model);
 *   for await (const event of engine.generate(request, signal)) show(event);
 */
export function openEngine(model: Model, options: EngineOptions = {}): Engine & { readonly shelf: Adapters } {
  return new LocalEngine(model, options);
}

class LocalEngine implements Engine {
  readonly info: EngineInfo;
  readonly #model: Model;
  readonly #scheduler: Scheduler<Sequence>;
  readonly #pieces: PieceSize;
  readonly #cache: PrefixCache;
  /** The token that begins every message of a prompt. */
  readonly #turnId: number | undefined;
  readonly #logger: Logger;
  readonly #nowMs: () => number;
  readonly #drafts: "auto" | "never" | number;
  readonly #pace = new Pace();
  /** Adapters by name. */
  readonly shelf: Adapters;
  /** Settled when the loop, woken by the first request, has nothing left to do. */
  #loop: Promise<void> | undefined;
  #closed = false;
  /** Made for the first request that brings tools or a schema. */
  #trie: VocabularyTrie | undefined;

  constructor(model: Model, options: EngineOptions) {
    this.#model = model;
    this.#logger = options.logger ?? silentLogger;
    this.#nowMs = options.nowMs ?? (() => performance.now());
    this.#drafts = options.drafts ?? "auto";
    this.shelf = new Adapters(model);
    const contextTokens = Math.min(options.contextTokens ?? CONTEXT_TOKENS, model.config.contextMax);
    this.#scheduler = new Scheduler({
      runningMax: options.runningMax ?? RUNNING_MAX,
      waitingMax: options.waitingMax ?? 64,
    });
    this.#pieces = new PieceSize(options.promptTokensMax ?? 256);
    this.#cache = new PrefixCache(model, {
      contextTokens, bytesMax: options.keptBytesMax ?? KEPT_BYTES_MAX, ...(options.keptStore && { store: options.keptStore }),
    });
    this.#turnId = ["<|im_start|>", "<|start_header_id|>"].map((token) => model.tokenizer.idOf(token)).find((id) => id !== undefined);
    this.info = {
      model: model.name,
      family: model.config.family,
      parameters: model.parameters,
      weightBytes: model.weightBytes,
      contextTokens,
      vocabulary: model.realIds,
      showsTools: model.prompt.showsTools,
      backend: model.backend.description,
    };
  }

  async *generate(request: GenerationRequest, signal?: AbortSignal): AsyncIterable<GenerationEvent> {
    let prepared: Sequence | undefined;
    try {
      if (this.#closed) throw new DeviceError("engine: closed");
      prepared = this.#prepare(request);
      prepared.queued(this.#scheduler.enqueue(prepared, RETRY_AFTER_MS));
    } catch (error) {
      prepared?.fail(error); // gives back what it holds already
      yield { type: "failed", error: asError(error) };
      return;
    }
    const sequence = prepared;
    const cancel = (): void => this.#leave(sequence, () => sequence.finish("stop"));
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted) cancel();
    try {
      this.#wake();
      for (;;) {
        const event = await sequence.events.next();
        yield event;
        if (event.type === "finished" || event.type === "failed") return;
      }
    } finally {
      signal?.removeEventListener("abort", cancel);
      cancel(); // for a reader who went away without a word
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const sequence of [...this.#scheduler.waiting, ...this.#scheduler.running]) {
      this.#leave(sequence, () => sequence.fail(new DeviceError("engine: closed while the reply was being made")));
    }
    await this.#loop;
    await this.#cache.store();
    this.#cache.clear();
    this.shelf.clear();
    this.#model.close();
  }

  /** Checks a request and makes everything that its reply needs but memory. */
  #prepare(request: GenerationRequest): Sequence {
    checkRequest(request);
    const { tokenizer, prompt: template, config, realIds } = this.#model;
    const tools = request.toolChoice === "none" ? [] : request.tools;
    const { ids, startsThinking } = encodePrompt(template, tokenizer, request.messages, {
      tools,
      ...(request.thinking === undefined ? {} : { thinking: request.thinking }),
    });
    const room = this.info.contextTokens - ids.length;
    if (room < 1) throw this.#tooLong(ids.length);
    const { toolFormat } = template;
    const tokensMax = Math.min(request.maxTokens ?? room, room);
    const grammar = request.tools.length === 0 && !request.replySchema ? undefined : callGrammar({
      trie: (this.#trie ??= new VocabularyTrie(tokenizer)),
      tokenizer,
      tools: request.tools,
      toolChoice: request.toolChoice,
      ...(request.parallelCalls === undefined ? {} : { parallelCalls: request.parallelCalls }),
      messages: request.messages,
      toolFormat,
      thinkingOpen: startsThinking,
      ...(request.replySchema && { replySchema: request.replySchema }),
      endIds: config.endIds,
    });
    const constraint = !startsThinking ? grammar : thinkingBudget(grammar, {
      tokenizer,
      replyTokensMax: tokensMax,
      thinkingTokensMax: request.thinkingTokensMax,
      toolFormat: tools.length > 0 ? toolFormat : undefined,
    });
    const forcedIds = constraint?.forcedStart ?? [];
    if (forcedIds.length > room) throw this.#tooLong(ids.length + forcedIds.length - 1);
    const prepared = {
      promptIds: ids,
      forcedIds,
      tokensMax,
      sampler: new Sampler(samplingOf(this.#model, request.sampling, startsThinking), ids, { vocabulary: realIds }),
      reader: new ReplyReader({
        tokenizer,
        tools,
        toolFormat,
        stop: request.stop,
        thinkingOpen: startsThinking,
        json: request.replySchema !== undefined,
        ...(request.logprobs === undefined ? {} : { logprobs: request.logprobs }),
      }),
      constraint,
      cutPoints: cutPoints(ids, this.#turnId),
      contextEnd: this.info.contextTokens,
      adapter: request.adapter === undefined ? undefined : this.shelf.take(request.adapter),
      luck: this.#pace.newLuck(),
    };
    return new Sequence(request, this.#model, this.#cache, prepared, this.#nowMs, () => this.#wake());
  }

  #tooLong(tokens: number): LimitError {
    return new LimitError(`context: expected a prompt of at most ${this.info.contextTokens - 1} tokens, got ${tokens}`, { of: "context" });
  }

  /** Starts the loop unless it runs already. */
  #wake(): void {
    this.#loop ??= this.#run();
  }

  /** One tick after the other, as long as anybody can run; cancels and new requests get in between. */
  async #run(): Promise<void> {
    await turnOfTheEventLoop(); // requests of the same moment share the first tick
    while (this.#tick()) await turnOfTheEventLoop();
    this.#loop = undefined; // in the same breath as the last look, so no request can fall in between
  }

  /** One forward pass for all whose turn it is. False when there is nothing to do. */
  #tick(): boolean {
    const admitted = this.#scheduler.admit();
    for (const sequence of admitted) this.#guard([sequence], () => sequence.start());
    if (admitted.length > 0) this.#scheduler.waiting.forEach((sequence) => sequence.queued(this.#scheduler.ahead(sequence)));
    const writing = this.#scheduler.running.filter(({ inPrompt, resting }) => !inPrompt && !resting).length;
    const shares = this.#scheduler.next(this.#pieces.tokens(writing));
    if (shares.length === 0) return false;
    const batch = shares.map(({ sequence }) => sequence);
    const startedMs = this.#nowMs();
    this.#guard(batch, () => {
      this.#guessAhead(batch);
      const passMs = this.#nowMs();
      const segments = shares.map(({ sequence, tokens }) => sequence.segment(tokens));
      const logits = this.#model.forward(segments);
      const tookMs = this.#nowMs() - passMs;
      const prompts = shares.reduce((sum, { sequence, tokens }) => sum + (sequence.inPrompt ? tokens : 0), 0);
      const replies = segments.reduce((sum, { tokens }, at) => sum + (batch[at]!.inPrompt ? 0 : tokens.length), 0);
      this.#pieces.timed(replies, prompts, tookMs);
      const written = (): number => batch.reduce((sum, sequence) => sum + sequence.written, 0);
      const before = written();
      for (const [i, sequence] of batch.entries()) this.#guard([sequence], () => sequence.settle(logits[i]!));
      if (prompts > 0) return;
      this.#pace.passed({ replies: batch.length, rows: replies, tokens: written() - before, ms: tookMs });
    });
    for (const sequence of batch) if (sequence.ended) this.#scheduler.remove(sequence);
    this.#logger.debug("engine.step", {
      sequences: batch.length,
      tokens: shares.reduce((sum, share) => sum + share.tokens, 0),
      ms: this.#nowMs() - startedMs,
    });
    return true;
  }

  /** Guesses tokens for those that may go on from one. With many at once the processor has no time for guesses. */
  #guessAhead(batch: readonly Sequence[]): void {
    const drafts = this.#drafts;
    if (drafts === "never" || (drafts === "auto" && (batch.length > GUESSED_FOR_MAX || batch.some(({ inPrompt }) => inPrompt)))) return;
    const open = batch.filter(({ guessesMax, request }) => guessesMax > 0 && request.drafts !== false);
    const replies = batch.length;
    const withLayer: { sequence: Sequence; count: number }[] = [];
    for (const sequence of open) {
      const { ids, by } = sequence.guessFromText(GUESSES_MAX);
      const mayDraft = this.#model.draft !== undefined && sequence.draftable;
      const text = this.#plan(sequence.luck[by], { replies, most: ids.length, byLayer: false });
      const layer = this.#plan(sequence.luck.layer, { replies, most: mayDraft ? sequence.guessesMax : 0, byLayer: true });
      // Who always guesses so many asks the draft layer where there is one.
      const byLayer = layer.count > 0 && (layer.gain > text.gain || text.count === 0 || drafts !== "auto");
      if (byLayer) withLayer.push({ sequence, count: layer.count });
      else if (text.count > 0) sequence.guess(ids.slice(0, text.count), by);
    }
    if (this.#model.draft && withLayer.length > 0) this.#guessWithLayer(this.#model.draft, withLayer);
  }

  #guessWithLayer(draft: NonNullable<Model["draft"]>, open: readonly { sequence: Sequence; count: number }[]): void {
    const most = Math.min(Math.max(...open.map(({ count }) => count)), ...open.map(({ sequence }) => sequence.guessesMax));
    const startedMs = this.#nowMs();
    const guesses = draft(open.map(({ sequence }) => sequence.draftRequest()), most);
    this.#pace.guessed(most, this.#nowMs() - startedMs);
    for (const [i, { sequence, count }] of open.entries()) sequence.guess(guesses[i]!.slice(0, count), "layer");
  }

  #plan(luck: Luck, situation: Parameters<Luck["plan"]>[1]): Plan {
    if (situation.most === 0) return { count: 0, gain: 0 };
    return typeof this.#drafts === "number" ? { count: Math.min(this.#drafts, situation.most), gain: 0 } : luck.plan(this.#pace, situation);
  }

  /** Runs a step; when it throws, the sequences it was for end with the error and the others go on. */
  #guard(sequences: readonly Sequence[], step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#logger.error("engine.failed", { requests: sequences.map(({ request }) => request.id), error: asError(error).message });
      for (const sequence of sequences) this.#leave(sequence, () => sequence.fail(error));
      if (error instanceof LimitError) this.#cache.clear(); // memory is short: kept states are the first to go
    }
  }

  #leave(sequence: Sequence, end: () => void): void {
    end();
    this.#scheduler.remove(sequence);
    this.#wake(); // its place is free
  }
}

function checkRequest({ stop, logprobs, maxTokens, thinkingTokensMax, messages, toolChoice, tools }: GenerationRequest): void {
  if (messages.length === 0) throw new InputError("messages: expected at least one, got none", { param: "messages" });
  if (stop.length > STOPS_MAX || stop.some((text) => text.length > STOP_LENGTH_MAX || text.length === 0)) {
    throw new InputError(`stop: expected at most ${STOPS_MAX} texts of 1 to ${STOP_LENGTH_MAX} characters`, { param: "stop" });
  }
  if (logprobs !== undefined && !(Number.isInteger(logprobs) && logprobs >= 0 && logprobs <= LOGPROBS_MAX)) {
    throw new InputError(`logprobs: expected an integer from 0 to ${LOGPROBS_MAX}, got ${logprobs}`, { param: "logprobs" });
  }
  if (maxTokens !== undefined && !(Number.isInteger(maxTokens) && maxTokens >= 1)) {
    throw new InputError(`max_completion_tokens: expected a positive integer, got ${maxTokens}`, { param: "max_completion_tokens" });
  }
  if (thinkingTokensMax !== undefined && !(Number.isInteger(thinkingTokensMax) && thinkingTokensMax >= 0)) {
    throw new InputError(`thinking_budget: expected an integer from 0, got ${thinkingTokensMax}`, { param: "thinking_budget" });
  }
  checkTools(tools);
  if (typeof toolChoice === "object" && !tools.some((tool) => tool.function.name === toolChoice.name)) {
    throw new InputError(`tool_choice: expected one of the request's tools, got ${JSON.stringify(toolChoice.name)}`, { param: "tool_choice" });
  }
  if (toolChoice === "required" && tools.length === 0) {
    throw new InputError("tool_choice: expected tools to choose from, got none", { param: "tools" });
  }
}

/** A tool that no call could name would never be called, and nobody would know why. */
function checkTools(tools: GenerationRequest["tools"]): void {
  const seen = new Set<string>();
  for (const [i, tool] of tools.entries()) {
    const param = `tools.${i}.function`;
    const { name } = tool.function;
    if (seen.has(name)) throw new InputError(`${param}.name: expected each name once, got ${JSON.stringify(name)} again`, { param });
    seen.add(name);
    const unwritable = unwritableName(tool);
    if (unwritable !== undefined) {
      throw new InputError(`${param}: expected names of 1 to 128 letters without < > " \\ and line breaks, got ${JSON.stringify(unwritable.slice(0, 60))}`, { param });
    }
  }
}

/** Lets timers, messages and sockets have their turn. */
function turnOfTheEventLoop(): Promise<void> {
  if (typeof setImmediate === "function") return new Promise((resolve) => setImmediate(resolve));
  // Browsers: a message to oneself comes back in the next turn, without the delay that timers have.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
