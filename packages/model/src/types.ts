import type { Tokenizer } from "@wanwen/formats";
import type { Backend, BytesPart, KvCache, Tensor, Weights } from "@wanwen/kernels";
import type { Adapter, AdapterFiles } from "./adapter.ts";

/** What config.json or the GGUF keys say, once, in one shape for every family (docs/model.md). */
export interface ModelConfig {
  readonly family: "qwen3.5" | "qwen3" | "qwen2" | "llama";
  readonly hidden: number;
  readonly vocabulary: number;
  readonly contextMax: number;
  readonly normEps: number;
  /** The file's RMS norms lack their 1 (Hugging Face's Qwen3.5). */
  readonly zeroCentredNorms: boolean;
  readonly tiedHead: boolean;
  /** Width of the feed-forward layers; 0 when they are mixtures of experts. */
  readonly feedForward: number;
  /** Mixture of experts in every layer. */
  readonly experts?: {
    readonly count: number;
    /** Experts that each token visits. */
    readonly used: number;
    readonly width: number;
    /** Of the expert that every token visits; 0 when there is none. */
    readonly sharedWidth: number;
    /** The shares of the chosen experts are made to add up to 1. */
    readonly renormalise: boolean;
  };
  /** Rows and columns of the weights that share a scale, in FP8 checkpoints. */
  readonly fp8Block?: readonly [rows: number, cols: number];
  readonly attention: {
    readonly heads: number;
    readonly kvHeads: number;
    readonly headSize: number;
    readonly rotaryFrequencies: Float64Array;
    /** Multiplies the rotated dims of queries and keys (YaRN); 1 otherwise. */
    readonly rotaryAmplitude: number;
    /** Qwen3.5: q_proj carries a gate beside each query head. */
    readonly outputGate: boolean;
    /** Qwen3 and Qwen3.5: q and k have their own norms, per head. */
    readonly queryKeyNorms: boolean;
    /** Qwen2: q, k and v have biases. */
    readonly biases: boolean;
    /** Dims that turn together: i and i + R/2, or, in GGUF files of Llama, 2i and 2i + 1. Loading makes halves of both. */
    readonly storedPairs: "halves" | "neighbours";
  };
  readonly deltaNet?: {
    readonly keyHeads: number;
    readonly valueHeads: number;
    readonly keySize: number;
    readonly valueSize: number;
    readonly convolution: number;
    readonly headOrder: "grouped" | "tiled";
  };
  readonly layers: readonly ("attention" | "deltaNet")[];
  /** Ids that end a reply. */
  readonly endIds: readonly number[];
}

/** What one conversation changes: a layer's keys and values, or its convolution window and recurrent state. */
export type LayerState =
  | { readonly kind: "attention"; readonly cache: KvCache }
  | ({ readonly kind: "deltaNet"; readonly steps: Recurrence[] } & Recurrence);

/** What a DeltaNet layer remembers. `steps` of a layer: as it was behind each token but the last of a pass that kept them. */
export interface Recurrence {
  convolution: Tensor; // [K-1, C]
  recurrent: Tensor; // [Hv, Dk, Dv]
}

export interface ModelState {
  readonly layers: readonly LayerState[];
  /** Tokens seen so far. */
  position: number;
  /** Tokens of the last pass, if it kept its steps; 0 otherwise. */
  stepsKept: number;
  /** Of checkpoints that can guess ahead. */
  readonly draft?: DraftState;
}

/**
 * What the draft layer remembers: a pair of a hidden state and the token that followed it for each position but the last. Those
 * of the newest positions wait as they are until someone guesses or there are many; keys and values of the others are in `cache`.
 */
export interface DraftState {
  readonly cache: KvCache;
  /** Hidden states behind the last `held` tokens, [DRAFT_ROWS, E]. */
  readonly hidden: Tensor;
  /** 0 before there is a token. */
  held: number;
  /** The tokens that followed these, but for the last. */
  readonly followers: number[];
}


/** One session's part in a forward pass. */
export interface Segment {
  readonly state: ModelState;
  readonly tokens: readonly number[];
  /** Which rows of logits are wanted: none (prefill in pieces), the last token's, or every token's. */
  readonly logits: "none" | "last" | "all";
  /** The state can be rewound behind each of the tokens, of which there are at most STEPS_MAX. They run one by one in time. */
  readonly keepSteps?: boolean;
  /** Of this session alone. */
  readonly adapter?: Adapter;
}

/** Whose next tokens are to be guessed: the state, and the token that was drawn last and not run yet. */
export interface DraftRequest {
  readonly state: ModelState;
  readonly token: number;
  /** Picks the guess from logits [V]; undefined: no more guesses. */
  choose(logits: Float32Array): number | undefined;
}

/** How the checkpoint's makers want it sampled; whatever they left open is undefined. */
export interface RecommendedSampling {
  /** `do_sample: false`: always the likeliest token. */
  readonly greedy?: boolean;
  readonly temperature?: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly repetitionPenalty?: number;
  readonly presencePenalty?: number;
}

/** Loaded weights that can run. Made by `loadModel`. */
export interface Model {
  readonly name: string;
  readonly config: ModelConfig;
  readonly tokenizer: Tokenizer;
  readonly backend: Backend;
  /** The chat template of the checkpoint, ready to render. */
  readonly prompt: PromptTemplate;
  /** Ids 0 … here - 1 stand for something; rows of the embedding beyond are padding and must never be sampled. */
  readonly realIds: number;
  /** How the checkpoint's makers want it sampled, as far as its files say. */
  readonly recommended: RecommendedSampling;
  /** Number of weights, and bytes they take in memory. */
  readonly parameters: number;
  readonly weightBytes: number;
  newState(options?: { contextTokens?: number }): ModelState;
  freeState(state: ModelState): void;
  /**
   * A second state that goes on from the same position; for models of attention layers alone, from an earlier one too.
   * What both have seen is kept once.
   */
  forkState(state: ModelState, position?: number): ModelState;
  /**
   * A state as bytes, and back: for this model on the same kind of backend. What goes on from there has the same bits. The parts
   * are copied as they are read; until the last was, the state must neither run nor be freed.
   */
  stateParts(state: ModelState): readonly BytesPart[];
  stateFrom(bytes: Uint8Array, position: number, contextTokens: number): ModelState;
  /** Puts a state back behind an earlier token of its last pass, which kept its steps. */
  rewind(state: ModelState, position: number): void;
  /**
   * Guesses up to `count` tokens of each request with the checkpoint's own draft layer (multi-token prediction). Undefined: it
   * has none. Guesses change nothing that a later `forward` sees.
   */
  readonly draft?: (requests: readonly DraftRequest[], count: number) => number[][];
  /** Reads a LoRA adapter for this model. @throws InputError naming what does not fit */
  loadAdapter(files: AdapterFiles): Adapter;
  /** Gives its memory back; no segment may name it again. */
  freeAdapter(adapter: Adapter): void;
  /** Bytes that a conversation takes: for each token it has seen, and however long it is. */
  readonly stateBytes: { readonly perToken: number; readonly perConversation: number };
  /**
   * Runs all segments through the layers together. Returns, for each segment, its logits as rows of
   * `config.vocabulary` f32 values ([0, V], [1, V] or [T, V]). States are advanced.
   */
  forward(segments: readonly Segment[]): Float32Array[];
  close(): void;
}

export type { Adapter, AdapterFiles, BytesPart, Weights };

/** Which text form the model's tool calls take. */
export type ToolFormat = "qwen3.5-xml" | "qwen2.5-json";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string;
  /** Thinking of an assistant turn, without the tags. */
  readonly reasoning?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> }[];
}

/** A tool in the OpenAI form; `parameters` is a JSON schema, perhaps with `x-from` (docs/grounded.md). */
export interface ToolDefinition {
  readonly type: "function";
  readonly function: {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly strict?: boolean;
  };
}

export interface PromptTemplate {
  readonly toolFormat: ToolFormat;
  /** The embedded model's template ignores tools (it knows them by heart); others show them to the model. */
  readonly showsTools: boolean;
  /** True when the generation prompt may open a `<think>` block. */
  readonly thinks: boolean;
  /**
   * The text of the conversation, ending where the assistant starts to write.
   * @throws InputError when the template refuses the messages, with the template's own words.
   */
  render(messages: readonly ChatMessage[], options?: { tools?: readonly ToolDefinition[]; thinking?: boolean }): string;
}
