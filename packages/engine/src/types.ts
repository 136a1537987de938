import type { ChatMessage, ToolDefinition } from "@wanwen/model";

/** How the next token is drawn. Penalties first, then temperature, then the cuts, as the usual servers do. */
export interface Sampling {
  /** 0 is greedy. */
  readonly temperature: number;
  /** 0 or less: off. */
  readonly topK: number;
  readonly topP: number;
  readonly minP: number;
  /** 1 is off. Divides positive and multiplies negative logits of tokens in prompt and reply. */
  readonly repetitionPenalty: number;
  /** Subtracted from the logits of tokens already generated. */
  readonly presencePenalty: number;
  /** Subtracted once per earlier occurrence among generated tokens. */
  readonly frequencyPenalty: number;
  /** Same seed, same request, same model and backend: same reply. */
  readonly seed?: number;
}

/** One chat completion. Plain data: it crosses threads. */
export interface GenerationRequest {
  /** Chosen by the caller; shows in logs. */
  readonly id: string;
  /** Who asks: when places are short they go round between those who ask. Undefined: somebody else each time. */
  readonly session?: string;
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ToolDefinition[];
  readonly toolChoice: "auto" | "none" | "required" | { readonly name: string };
  /** False: at most one call in a reply. */
  readonly parallelCalls?: boolean;
  /** Undefined: what the checkpoint recommends. */
  readonly sampling: Partial<Sampling>;
  /** Tokens; undefined: until the context is full. */
  readonly maxTokens?: number;
  /** Texts that end the reply and are not part of it. At most 16 of at most 256 characters. */
  readonly stop: readonly string[];
  /** How many alternatives to report per token; undefined: no log-probabilities. */
  readonly logprobs?: number;
  readonly thinking?: boolean;
  /** Tokens after which thinking is closed and the answer begins; undefined: only when the room for an answer would run out. */
  readonly thinkingTokensMax?: number;
  /** JSON schema: unless the reply is a call, its text is JSON that fits. Undefined: any text. */
  readonly replySchema?: Readonly<Record<string, unknown>>;
  /** Name of a loaded LoRA adapter; undefined: the model as it is. */
  readonly adapter?: string;
  /** False: no token is guessed ahead. The reply is the same. */
  readonly drafts?: boolean;
}

export interface TokenLogprob {
  readonly token: string;
  readonly bytes: readonly number[];
  readonly logprob: number;
}

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Prompt tokens that did not have to be computed again. */
  readonly cachedTokens: number;
  /** Why more of the prompt was not known already, in words. Undefined: all that could be was. */
  readonly cacheNote?: string;
  readonly reasoningTokens: number;
  /** Tokens that were guessed ahead, and those of them that were right. Replies are the same without. */
  readonly draftedTokens: number;
  readonly acceptedTokens: number;
  /** Milliseconds until the first token, and tokens per second after it. */
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
}

/**
 * What comes out of the engine, in order. Text never splits a character. Exactly one `finished` or `failed` is last.
 * A tool call is announced with its name, its arguments follow as pieces of one JSON text, then it is closed.
 */
export type GenerationEvent =
  | { readonly type: "queued"; readonly ahead: number }
  | { readonly type: "prompt"; readonly done: number; readonly total: number }
  | { readonly type: "text"; readonly text: string; readonly logprobs?: readonly (TokenLogprob & { readonly top: readonly TokenLogprob[] })[] }
  | { readonly type: "thinking"; readonly text: string }
  | { readonly type: "toolCallStarted"; readonly index: number; readonly id: string; readonly name: string }
  | { readonly type: "toolCallArguments"; readonly index: number; readonly json: string }
  | { readonly type: "toolCallEnded"; readonly index: number }
  | { readonly type: "finished"; readonly reason: "stop" | "length" | "toolCalls"; readonly usage: Usage }
  | { readonly type: "failed"; readonly error: Error };

/** What is known of a loaded model without touching it. */
export interface EngineInfo {
  readonly model: string;
  readonly family: string;
  readonly parameters: number;
  readonly weightBytes: number;
  readonly contextTokens: number;
  readonly vocabulary: number;
  /** The checkpoint's template tells the model which tools there are; one that is not told knows its tools by heart, or none. */
  readonly showsTools: boolean;
  /** "wasm, relaxed SIMD, 2 threads" */
  readonly backend: string;
}

/** LoRA adapters that requests may choose by name. */
export interface AdapterRack {
  readonly names: readonly string[];
  /** @param path a directory in PEFT's layout. Rejects with an InputError that says what is wrong with it. */
  load(name: string, path: string): Promise<void>;
  /** No new request finds it; those under way keep it to their end. */
  unload(name: string): Promise<void>;
}

/** A loaded model that serves many requests at once. */
export interface Engine {
  readonly info: EngineInfo;
  /** Of engines that read files. */
  readonly adapters?: AdapterRack | undefined;
  /** Settles when the engine can serve nobody any more (its thread ended), with the reason. */
  readonly died?: Promise<Error>;
  /**
   * Never throws and never rejects: failure is the last event. Aborting ends the stream with a `finished` of what was
   * made so far and frees everything at once.
   */
  generate(request: GenerationRequest, signal?: AbortSignal): AsyncIterable<GenerationEvent>;
  close(): Promise<void>;
}
