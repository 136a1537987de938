import type { Tokenizer } from "@wanwen/formats";
import type { ToolFormat } from "@wanwen/model";
import type { Constraint } from "./constraint.ts";
import { type Segment, thinkingSegment, untilPattern } from "./grammar/segment.ts";

/** What the model writes itself where its thoughts end. */
const CLOSING = "\n</think>\n\n";

/** Of the tokens that a reply may have, those that thinking leaves to the answer: a quarter, up to this many. */
const RESERVE_MAX = 512;

export interface ThinkingBudgetOptions {
  readonly tokenizer: Pick<Tokenizer, "encode" | "bytes" | "isSpecial" | "size">;
  /** Tokens that the reply may have, thinking and answer together. */
  readonly replyTokensMax: number;
  /** Tokens of thinking; undefined: as many as leave room for an answer. */
  readonly thinkingTokensMax?: number | undefined;
  /** In which form a call may end the thinking; undefined: none can. */
  readonly toolFormat: ToolFormat | undefined;
}

/**
 * Closes the thinking of a reply that began inside of it when its tokens are used up: from then on exactly one token may
 * come next, until `</think>` stands there. `inner` masks all other tokens.
 */
export function thinkingBudget(inner: Constraint | undefined, options: ThinkingBudgetOptions): Constraint {
  const { tokenizer, replyTokensMax, thinkingTokensMax = Infinity, toolFormat } = options;
  const closing = tokenizer.encode(CLOSING);
  const room = replyTokensMax - Math.min(replyTokensMax >> 2, RESERVE_MAX) - closing.length;
  const segment =
    toolFormat === undefined ? untilPattern(["</think>"]) : thinkingSegment(toolFormat === "qwen3.5-xml" ? "<function=" : "{");
  const rules = { tokenizer, closing, segment, tokensMax: Math.max(0, Math.min(thinkingTokensMax, room)) };
  return new ThinkingBudget(rules, inner, { at: 0, used: 0, forced: undefined, charactersOpen: 0 });
}

interface Rules {
  readonly tokenizer: ThinkingBudgetOptions["tokenizer"];
  readonly closing: readonly number[];
  readonly segment: Segment;
  readonly tokensMax: number;
}

/** Where the thinking stands; undefined: it is over. */
interface Thinking {
  /** The place in the segment that finds its end. */
  readonly at: number;
  readonly used: number;
  /** How many tokens of the closing have come. */
  readonly forced: number | undefined;
  /** Bytes still missing of a character: it is not cut. */
  readonly charactersOpen: number;
}

class ThinkingBudget implements Constraint {
  readonly #rules: Rules;
  readonly #inner: Constraint | undefined;
  #thinking: Thinking | undefined;

  constructor(rules: Rules, inner: Constraint | undefined, thinking: Thinking | undefined) {
    this.#rules = rules;
    this.#inner = inner;
    this.#thinking = thinking;
  }

  get forcedStart(): readonly number[] {
    return this.#inner?.forcedStart ?? [];
  }

  get canEnd(): boolean {
    return this.#forced() === undefined && (this.#inner?.canEnd ?? true);
  }

  mask(): Uint32Array | undefined {
    const forced = this.#forced();
    if (forced === undefined) return this.#inner?.mask();
    const mask = new Uint32Array(Math.ceil(this.#rules.tokenizer.size / 32));
    const id = this.#rules.closing[forced]!;
    mask[id >> 5] = 1 << (id & 31);
    return mask;
  }

  accept(id: number): void {
    const forced = this.#forced();
    this.#inner?.accept(id);
    if (!this.#thinking) return;
    if (forced === undefined) this.#thinking = this.#after(this.#thinking, id);
    else this.#thinking = forced + 1 < this.#rules.closing.length ? { ...this.#thinking, forced: forced + 1 } : undefined;
  }

  fork(): Constraint {
    return new ThinkingBudget(this.#rules, this.#inner?.fork(), this.#thinking);
  }

  /** Which token of the closing must come next; undefined: any token may. */
  #forced(): number | undefined {
    if (!this.#thinking) return undefined;
    const { used, forced, charactersOpen } = this.#thinking;
    return forced ?? (used >= this.#rules.tokensMax && charactersOpen === 0 ? 0 : undefined);
  }

  /** Thinking behind one more token; undefined when the token ended it. */
  #after({ at, used, charactersOpen }: Thinking, id: number): Thinking | undefined {
    const { segment, tokenizer } = this.#rules;
    let place = at;
    let open = charactersOpen;
    if (tokenizer.isSpecial(id)) return { at, used: used + 1, forced: undefined, charactersOpen: 0 };
    for (const byte of tokenizer.bytes(id)) {
      open = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : byte >= 0x80 ? Math.max(0, open - 1) : 0;
      place = segment.next(place, byte);
      if (place < 0) return undefined;
    }
    return { at: place, used: used + 1, forced: undefined, charactersOpen: open };
  }
}
