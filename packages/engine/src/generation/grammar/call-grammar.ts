import { invariant } from "@wanwen/core";
import type { Tokenizer } from "@wanwen/formats";
import type { ChatMessage, ToolDefinition, ToolFormat } from "@wanwen/model";
import type { GenerationRequest } from "../../types.ts";
import type { Constraint } from "../constraint.ts";
import type { State } from "./automaton.ts";
import { Sources, isGrounded } from "./grounded.ts";
import { replyAutomaton } from "./reply-automaton.ts";
import { maskOf } from "./mask.ts";
import { readSchema, type SchemaNode } from "./schema.ts";
import { freeStrings } from "./schema-automaton.ts";
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
  /** JSON schema of the text, where the reply is no call. */
  readonly replySchema?: GenerationRequest["replySchema"];
  /** Tokens that end a reply; by default `<|im_end|>` and `<|endoftext|>`. */
  readonly endIds?: readonly number[];
}

/** Masks kept per reply; 31 KB each with 248,077 tokens. */
const MASKS_MAX = 128;

/**
 * Which tokens one reply may go on with (docs/grounded.md). Text and thinking are free until a call starts; a call
 * can only become one that parses, names a tool and its parameters, and carries values that were said, listed or
 * returned. With a schema, what is no call is JSON that fits it.
 * @throws InputError naming what in the schema is not supported
 */
export function callGrammar(options: CallGrammarOptions): Constraint {
  const { trie, tokenizer, tools, toolChoice, messages, toolFormat, thinkingOpen, replySchema, parallelCalls = true } = options;
  const endIds = options.endIds ?? ["<|im_end|>", "<|endoftext|>"].flatMap((token) => tokenizer.idOf(token) ?? []);
  const offered = toolChoice === "none" ? [] : tools.filter((tool) => typeof toolChoice === "string" || tool.function.name === toolChoice.name);
  const callable = new Sources(messages, trie.writable).callable(offered, toolFormat);
  const callNow = callable.length > 0 && toolChoice !== "auto";
  const schema = replySchema && knownSchema(replySchema);
  // Some 20 ms each, once: here rather than in the middle of a reply.
  if (schema) for (const segment of freeStrings(schema)) trie.walk(segment, 0);
  const start = replyAutomaton({
    tools: callable,
    toolFormat,
    thinkingOpen,
    callNow,
    guarded: tools.some(isGrounded),
    single: !parallelCalls || typeof toolChoice === "object", // who names a function wants it called, not called again
    names: tools.map((tool) => tool.function.name),
    schema,
  });
  const forcedStart = callNow && !thinkingOpen ? tokenizer.encode("<tool_call>") : [];
  return new AutomatonConstraint(start, forcedStart, { trie, tokenizer, endIds, masks: new Map() });
}

const schemas = new Map<string, SchemaNode>();
const SCHEMAS_MAX = 16;

/** Requests with the same schema share what was read, and what the vocabulary can do in its texts. */
function knownSchema(schema: Readonly<Record<string, unknown>>): SchemaNode {
  const key = JSON.stringify(schema);
  let node = schemas.get(key);
  if (!node) {
    node = readSchema(schema, "response_format.json_schema.schema");
    if (schemas.size >= SCHEMAS_MAX) schemas.clear();
    schemas.set(key, node);
  }
  return node;
}

/** What all forks of one constraint share. */
interface Surroundings {
  readonly trie: VocabularyTrie;
  readonly tokenizer: CallGrammarOptions["tokenizer"];
  readonly endIds: readonly number[];
  /** By the key of a state. */
  readonly masks: Map<string, Uint32Array | undefined>;
}

/** A place in an automaton over bytes, as masks over tokens. */
class AutomatonConstraint implements Constraint {
  readonly forcedStart: readonly number[];
  readonly #around: Surroundings;
  #state: State;

  constructor(state: State, forcedStart: readonly number[], around: Surroundings) {
    this.#state = state;
    this.forcedStart = forcedStart;
    this.#around = around;
  }

  get canEnd(): boolean {
    return this.#state.canEnd;
  }

  mask(): Uint32Array | undefined {
    const { trie, endIds, masks } = this.#around;
    const { key } = this.#state;
    if (masks.has(key)) return masks.get(key);
    const mask = maskOf(trie, this.#state, endIds);
    if (masks.size >= MASKS_MAX) masks.clear();
    masks.set(key, mask);
    return mask;
  }

  accept(id: number): void {
    const { tokenizer } = this.#around;
    if (tokenizer.isSpecial(id)) return;
    for (const byte of tokenizer.bytes(id)) {
      const next = this.#state.step(byte);
      invariant(next, `token ${id} was allowed at ${this.#state.key}`);
      this.#state = next;
    }
  }

  fork(): Constraint {
    return new AutomatonConstraint(this.#state, this.forcedStart, this.#around);
  }
}
