import { invariant } from "@wanwen/core";
import type { Tokenizer } from "@wanwen/formats";
import type { ChatMessage, ToolDefinition, ToolFormat } from "@wanwen/model";
import type { GenerationRequest } from "../../types.ts";
import type { State } from "./automaton.ts";
import { Sources, isGrounded } from "./grounded.ts";
import { replyAutomaton } from "./reply-automaton.ts";
import { maskOf } from "./mask.ts";
import type { VocabularyTrie } from "./trie.ts";

export interface CallGrammarOptions {
  readonly trie: VocabularyTrie;
  readonly tokenizer: Pick<Tokenizer, "encode" | "bytes" | "idOf" | "isSpecial">;
  readonly tools: readonly ToolDefinition[];
  readonly toolChoice: GenerationRequest["toolChoice"];
  /** May several calls follow each other? Yes, when left out. */
  readonly parallelCalls?: boolean;
  /** The conversation: what the person said and what tools returned. */
  readonly messages: readonly ChatMessage[];
  readonly toolFormat: ToolFormat;
  /** The prompt ended inside a `<think>` block. */
  readonly thinkingOpen: boolean;
  /** Tokens that end a reply; by default `<|im_end|>` and `<|endoftext|>`. */
  readonly endIds?: readonly number[];
}

/** Masks kept per reply; 31 KB each with 248,077 tokens. */
const MASKS_MAX = 128;

/**
 * Which tokens one reply may go on with (docs/grounded.md). Text and thinking are free until a call starts; a call
 * can only become one that parses, names a tool and its parameters, and carries values that were said, listed or
 * returned. Ask `mask()` before each token, tell `accept()` each token.
 */
export class CallGrammar {
  /** Ids that the reply must begin with, because a call was asked for; `accept` them like any other. */
  readonly forcedStart: readonly number[];
  readonly #trie: VocabularyTrie;
  readonly #tokenizer: CallGrammarOptions["tokenizer"];
  readonly #endIds: readonly number[];
  readonly #masks = new Map<string, Uint32Array | undefined>();
  #state: State;

  constructor(options: CallGrammarOptions) {
    const { trie, tokenizer, tools, toolChoice, messages, toolFormat, thinkingOpen, parallelCalls = true } = options;
    this.#trie = trie;
    this.#tokenizer = tokenizer;
    this.#endIds = options.endIds ?? ["<|im_end|>", "<|endoftext|>"].flatMap((token) => tokenizer.idOf(token) ?? []);
    const offered = toolChoice === "none" ? [] : tools.filter((tool) => typeof toolChoice === "string" || tool.function.name === toolChoice.name);
    const callable = new Sources(messages, trie.writable).callable(offered);
    const callNow = callable.length > 0 && toolChoice !== "auto";
    this.#state = replyAutomaton({
      tools: callable,
      toolFormat,
      thinkingOpen,
      callNow,
      guarded: tools.some(isGrounded),
      single: !parallelCalls || typeof toolChoice === "object", // who names a function wants it called, not called again
      names: tools.map((tool) => tool.function.name),
    });
    this.forcedStart = callNow && !thinkingOpen ? tokenizer.encode("<tool_call>") : [];
  }

  /** The reply may end here. */
  get canEnd(): boolean {
    return this.#state.canEnd;
  }

  /** Bit `id` (word `id >> 5`, bit `id & 31`) tells whether the token may come next; undefined: all may. Read only. */
  mask(): Uint32Array | undefined {
    const { key } = this.#state;
    if (this.#masks.has(key)) return this.#masks.get(key);
    const mask = maskOf(this.#trie, this.#state, this.#endIds);
    if (this.#masks.size >= MASKS_MAX) this.#masks.clear();
    this.#masks.set(key, mask);
    return mask;
  }

  /** Goes on behind a token that the mask allowed. */
  accept(id: number): void {
    if (this.#tokenizer.isSpecial(id)) return;
    for (const byte of this.#tokenizer.bytes(id)) {
      const next = this.#state.step(byte);
      invariant(next, `token ${id} was allowed at ${this.#state.key}`);
      this.#state = next;
    }
  }
}
