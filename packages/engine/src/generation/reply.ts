import type { Tokenizer } from "@wanwen/formats";
import type { ToolDefinition, ToolFormat } from "@wanwen/model";
import type { GenerationEvent, TokenLogprob } from "../types.ts";
import {
  type CallReader,
  callReader,
  type Ending,
  FRAMES,
  jsonHead,
  jsonOpening,
  KnownTools,
  openingAt,
  type Opening,
  wholeObject,
  xmlOpening,
} from "./calls.ts";
import { afterBlanks, jsonValue, MISS, MORE, openEnd, sequence } from "./match.ts";
import type { IdLogprob } from "./sample.ts";
import { Utf8Stream } from "./utf8.ts";

const CALL = "<tool_call>";
const BARE_CALL = "<function=";
const THINK = "<think>";
const THINK_END = "</think>";

export interface ReplyOptions {
  readonly tokenizer: Pick<Tokenizer, "bytes" | "isSpecial">;
  /** The tools whose calls are read; none: everything that looks like a call is text. */
  readonly tools: readonly ToolDefinition[];
  readonly toolFormat: ToolFormat;
  /** Texts that end the reply. They are looked for in the visible text only, not in thinking or calls. */
  readonly stop: readonly string[];
  /** The prompt ended inside a `<think>` block. */
  readonly thinkingOpen: boolean;
  /** The text is JSON, unless a call stands in its place: nothing inside of it is a call. */
  readonly json?: boolean;
  /** How many alternatives to report per token of text; undefined: none are reported. */
  readonly logprobs?: number;
  /** For tests; by default `call_` and 24 random hex digits. */
  readonly newCallId?: () => string;
}

/** What the sampler knows of a token. */
export interface TokenReport {
  readonly logprob: number;
  readonly top: readonly IdLogprob[];
}

type TextLogprob = TokenLogprob & { readonly top: readonly TokenLogprob[] };

/**
 * Turns a reply's tokens into events: thinking, text and tool calls, in every form the models of this family write.
 * Wherever the text is split into tokens, the joined events are the same: every decision waits until no
 * continuation could change it.
 *
 * - Thinking goes up to `</think>`, or to a tool call that begins inside it.
 * - Text loses the blanks before and after a call, and those behind the thinking.
 * - A call may lack its end, or quote tags in its values; values get the types of the tool's schema.
 * - A reply that is one JSON object with a known name and arguments, in a fence or in `<tools>`, is a call too (Qwen2.5-Coder).
 */
export class ReplyReader {
  readonly #options: ReplyOptions;
  readonly #tools: KnownTools;
  readonly #utf8 = new Utf8Stream();
  /** Text that is not decided yet. */
  #text = "";
  #mode: "start" | "fence" | "thinking" | "text" | "call" | "over" = "start";
  /** Blanks at the end of the thinking or the text so far: given out only when something follows them. */
  #blanks = "";
  #trimStart = false;
  #jsonBegan = false;
  #call: CallReader | undefined;
  #calls = 0;
  #logprobs: TextLogprob[] = [];
  #events: GenerationEvent[] = [];
  #stopped = false;

  constructor(options: ReplyOptions) {
    this.#options = options;
    this.#tools = new KnownTools(options.tools);
    if (options.thinkingOpen) this.#trimStart = true;
  }

  /** A stop text was found: the reply is over, further tokens are ignored. */
  get stopped(): boolean {
    return this.#stopped;
  }

  get sawToolCall(): boolean {
    return this.#calls > 0;
  }

  /** True while tokens count as reasoning. */
  get thinking(): boolean {
    return this.#mode === "thinking" || (this.#mode === "start" && this.#options.thinkingOpen);
  }

  /** The events that this token completes. Control tokens give none. */
  push(id: number, report?: TokenReport): GenerationEvent[] {
    if (this.#mode === "over" || this.#options.tokenizer.isSpecial(id)) return [];
    if (report !== undefined && this.#options.logprobs !== undefined) this.#logprobs.push(this.#textLogprob(id, report));
    this.#text += this.#utf8.push(this.#options.tokenizer.bytes(id));
    this.#read(undefined);
    return this.#takeEvents();
  }

  /**
   * Everything that was held back. `truncated`: the reply was cut off by a limit, so a parameter that was being
   * written, or a call before its name, is left out; otherwise it counts as meant.
   */
  end(options: { truncated?: boolean } = {}): GenerationEvent[] {
    if (this.#mode === "over") return [];
    this.#text += this.#utf8.end();
    this.#read(options.truncated === true ? "truncated" : "complete");
    if (this.#mode === "text" || this.#mode === "fence") this.#flushBlanks();
    this.#mode = "over";
    return this.#takeEvents();
  }

  /** Reads on until a decision needs more text. Every step either shortens the text or changes the mode. */
  #read(ending: Ending): void {
    for (let goesOn = true; goesOn; ) goesOn = this.#step(ending);
  }

  #step(ending: Ending): boolean {
    switch (this.#mode) {
      case "start":
        return this.#start(ending);
      case "fence":
        return this.#fence(ending);
      case "thinking":
        return this.#body([THINK_END], ending);
      case "text":
        return this.#body([], ending);
      case "call":
        return this.#callStep(ending);
      case "over":
        return false;
      default:
        return this.#mode satisfies never;
    }
  }

  /** Does the reply open with `<think>`? The prompt may have opened it already. */
  #start(ending: Ending): boolean {
    const end = sequence(this.#text, 0, [THINK]);
    if (end === MORE && ending === undefined) return false;
    if (end >= 0) {
      this.#text = this.#text.slice(end);
      this.#trimStart = true;
      this.#enter("thinking");
    } else this.#mode = this.#options.thinkingOpen ? "thinking" : this.#firstTextMode();
    return true;
  }

  #firstTextMode(): "fence" | "text" {
    return this.#options.toolFormat === "qwen2.5-json" && !this.#tools.none && this.#options.json !== true ? "fence" : "text";
  }

  /** A reply that is nothing but a fenced call can be told from one that shows JSON only at its end. */
  #fence(ending: Ending): boolean {
    const found = this.#fencedCall(ending);
    if (found === MORE) return false;
    if (found === MISS) this.#mode = "text";
    else {
      this.#text = this.#text.slice(found.at);
      this.#openCall(found);
    }
    return true;
  }

  #fencedCall(ending: Ending): Opening | typeof MISS | typeof MORE {
    const found = FRAMES.map(({ open, close }) => this.#framedCall(open, close, ending));
    return found.find((call) => call !== MISS) ?? MISS;
  }

  #framedCall(open: string, close: string, ending: Ending): Opening | typeof MISS | typeof MORE {
    const more = ending === undefined ? MORE : MISS;
    const text = this.#text;
    const brace = sequence(text, 0, [open, "{"]) - 1;
    if (brace < 0) return brace + 1 === MORE ? more : MISS;
    const head = jsonHead(text, brace);
    if (head === MORE) return more;
    if (head === MISS || !this.#tools.has(head.name)) return MISS;
    const end = jsonValue(text, brace);
    if (end < 0) return more;
    const closed = sequence(text, end, [close]);
    if (closed === MORE && ending === undefined) return MORE;
    if (closed === MISS || (closed >= 0 && afterBlanks(text, closed) >= 0)) return MISS;
    if (ending === undefined) return MORE;
    const call = wholeObject(text, brace);
    return call === MISS || call === MORE ? MISS : { ...call, at: text.length };
  }

  /** Thinking or text up to the next tag or stop text, whichever is complete first. */
  #body(ends: readonly string[], ending: Ending): boolean {
    const stops = this.#mode === "text" ? this.#options.stop : [];
    const tags = [...ends, ...this.#callTags()];
    const stop = firstComplete(this.#text, stops);
    const tag = firstComplete(this.#text, tags);
    if (stop && (!tag || stop.end <= tag.end)) return this.#stop(stop.start);
    if (tag) return this.#tag(tag.word, tag.start, tag.end, ending);
    const held = this.#heldBack(ending, stops, tags);
    this.#give(this.#text.slice(0, this.#text.length - held));
    this.#text = held === 0 ? "" : this.#text.slice(-held);
    return false;
  }

  /** How much of the text's end may be the beginning of something else. Behind a call, what was cut off was the next. */
  #heldBack(ending: Ending, stops: readonly string[], tags: readonly string[]): number {
    if (ending === undefined) return openEnd(this.#text, [...stops, ...tags]);
    return ending === "truncated" && this.#calls > 0 ? openEnd(this.#text, tags) : 0;
  }

  #callTags(): readonly string[] {
    if (this.#tools.none || this.#inJson()) return [];
    return this.#mode === "text" && this.#options.toolFormat === "qwen3.5-xml" ? [CALL, BARE_CALL] : [CALL];
  }

  /** JSON has begun: its first letter is not that of a tag. */
  #inJson(): boolean {
    this.#jsonBegan ||= this.#options.json === true && this.#mode === "text" && /^\s*[^\s<]/.test(this.#text);
    return this.#jsonBegan;
  }

  #stop(at: number): boolean {
    this.#give(this.#text.slice(0, at));
    this.#flushBlanks();
    this.#text = "";
    this.#stopped = true;
    this.#mode = "over";
    return false;
  }

  #tag(word: string, start: number, end: number, ending: Ending): boolean {
    this.#give(this.#text.slice(0, start));
    if (word === THINK_END) {
      this.#text = this.#text.slice(end);
      this.#leaveThinking();
      return true;
    }
    const opening = this.#opening(word, end);
    if (opening === MORE && ending === undefined) {
      this.#text = this.#text.slice(start);
      return false;
    }
    if (opening === MORE && ending === "truncated") {
      this.#blanks = "";
      this.#text = ""; // a call that was cut off before it had a name is nothing to show
      return false;
    }
    if (opening === MORE || opening === MISS) {
      this.#give(word);
      this.#text = this.#text.slice(end);
      return true;
    }
    this.#text = this.#text.slice(opening.at);
    this.#openCall(opening);
    return true;
  }

  #opening(word: string, at: number): Opening | typeof MISS | typeof MORE {
    if (word === BARE_CALL) {
      const bare = xmlOpening(this.#text, at);
      return typeof bare === "object" && !this.#tools.has(bare.name) ? MISS : bare;
    }
    if (this.#mode !== "thinking") return openingAt(this.#text, at);
    // Thoughts may mention the tag; only the model's own form of a call ends them.
    const start = afterBlanks(this.#text, at);
    if (start < 0) return MORE;
    if (this.#options.toolFormat === "qwen3.5-xml") return this.#text[start] === "{" ? MISS : openingAt(this.#text, at);
    if (this.#text[start] !== "{") return MISS;
    const head = jsonHead(this.#text, start);
    if (head === MISS || head === MORE) return head;
    return this.#tools.has(head.name) ? jsonOpening(this.#text, start) : MISS;
  }

  #openCall(opening: Opening): void {
    this.#enter("call");
    const id = this.#options.newCallId?.() ?? newCallId();
    this.#events.push({ type: "toolCallStarted", index: this.#calls++, id, name: opening.name });
    this.#call = callReader(opening, this.#tools);
  }

  #callStep(ending: Ending): boolean {
    const { at, json, over } = this.#call!.read(this.#text, 0, ending);
    this.#text = this.#text.slice(at);
    if (json !== "") this.#events.push({ type: "toolCallArguments", index: this.#calls - 1, json });
    if (!over) return false;
    this.#events.push({ type: "toolCallEnded", index: this.#calls - 1 });
    this.#trimStart = true;
    this.#enter("text");
    return true;
  }

  #leaveThinking(): void {
    this.#trimStart = true;
    this.#enter(this.#firstTextMode());
  }

  /** Changes the mode: blanks and tags between the parts of a reply belong to none of them. */
  #enter(mode: "thinking" | "fence" | "text" | "call"): void {
    this.#mode = mode;
    this.#blanks = "";
    this.#logprobs = [];
  }

  /** Gives out thinking or text, keeping the blanks at its end for later. */
  #give(text: string): void {
    const whole = this.#blanks + text;
    const start = this.#trimStart ? whole.trimStart() : whole;
    const body = start.trimEnd();
    this.#blanks = this.#trimStart && body === "" ? "" : start.slice(body.length);
    if (body === "") return;
    this.#trimStart = false;
    this.#emit(body);
  }

  #flushBlanks(): void {
    const blanks = this.#blanks;
    this.#blanks = "";
    if (blanks !== "" || this.#logprobs.length > 0) this.#emit(blanks);
  }

  #emit(text: string): void {
    const last = this.#events.at(-1);
    if (this.#mode === "thinking") {
      this.#logprobs = [];
      if (last?.type === "thinking") this.#events[this.#events.length - 1] = { type: "thinking", text: last.text + text };
      else this.#events.push({ type: "thinking", text });
      return;
    }
    const before = last?.type === "text" ? (this.#events.pop() as typeof last) : undefined;
    const logprobs = [...(before?.logprobs ?? []), ...this.#logprobs];
    this.#logprobs = [];
    const joined = (before?.text ?? "") + text;
    this.#events.push(logprobs.length > 0 ? { type: "text", text: joined, logprobs } : { type: "text", text: joined });
  }

  #takeEvents(): GenerationEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #textLogprob(id: number, report: TokenReport): TextLogprob {
    const top = report.top.slice(0, this.#options.logprobs).map((entry) => this.#tokenLogprob(entry.id, entry.logprob));
    return { ...this.#tokenLogprob(id, report.logprob), top };
  }

  #tokenLogprob(id: number, logprob: number): TokenLogprob {
    const bytes = this.#options.tokenizer.bytes(id);
    return { token: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), bytes: [...bytes], logprob };
  }
}

/** The word whose first occurrence is complete first; of those that end together the longest. */
function firstComplete(text: string, words: readonly string[]): { word: string; start: number; end: number } | undefined {
  let best: { word: string; start: number; end: number } | undefined;
  for (const word of words) {
    const start = word === "" ? -1 : text.indexOf(word);
    if (start < 0) continue;
    const end = start + word.length;
    if (!best || end < best.end || (end === best.end && start < best.start)) best = { word, start, end };
  }
  return best;
}

function newCallId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `call_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
