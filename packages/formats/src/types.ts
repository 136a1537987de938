import type { StoredTensor } from "@wanwen/core";

/**
 * Bytes somewhere: a file, a Blob, an array. Reads are synchronous because weights are repacked while they
 * are read, in a thread of their own (a browser worker has synchronous file reads too).
 */
export interface ByteSource {
  /** For messages: the file's name. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Fills `target` with the bytes from `offset` on. Throws `DeviceError` when they are not all there. */
  read(target: Uint8Array, offset: number): void;
}

export type MetadataValue = string | number | bigint | boolean | readonly MetadataValue[];

/** A parsed weight file, or several shards seen as one. */
export interface WeightFile {
  readonly format: "safetensors" | "gguf";
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** GGUF key/value pairs, or safetensors' `__metadata__`. */
  readonly metadata: ReadonlyMap<string, MetadataValue>;
  /** Tensors that are in the file but stored in a way we cannot read, with the reason: for messages. */
  readonly skipped?: ReadonlyMap<string, string>;
}

/** Text to token ids and back. Ids are positions in the model's embedding table. */
export interface Tokenizer {
  /** Number of ids, added tokens included. */
  readonly size: number;
  /**
   * Ids of a text. `special: "parse"` (default) turns the text of an added token into that token; `"text"`
   * treats control tokens as ordinary letters: use it for anything that a person, a page or a tool wrote.
   */
  encode(text: string, options?: { special?: "parse" | "text" }): number[];
  /** The bytes that a token stands for; tokens may end inside a character. An added token gives its own text. */
  bytes(id: number): Uint8Array;
  /** Text of the ids; malformed UTF-8 becomes U+FFFD. `skipSpecial` leaves control tokens out. */
  decode(ids: readonly number[], options?: { skipSpecial?: boolean }): string;
  /** Id of an added token such as `<|im_end|>`. */
  idOf(token: string): number | undefined;
  /** True for control tokens (`<|im_end|>` …), which never show in text. Not for `<tool_call>` or `<think>`. */
  isSpecial(id: number): boolean;
}

/** A model on disk, opened: what `openModelFiles` found in a directory or a .gguf file. */
export interface ModelFiles {
  /** The directory's or the file's name, without extension. */
  readonly name: string;
  readonly weights: WeightFile;
  readonly tokenizer: Tokenizer;
  /** config.json, parsed and not yet checked. Absent for GGUF: its settings are in `weights.metadata`. */
  readonly configJson?: unknown;
  /** generation_config.json, parsed and not yet checked. */
  readonly generationConfig?: unknown;
  /** Jinja source. */
  readonly chatTemplate?: string;
  /** Closes the files: no tensor can be read afterwards. */
  close(): void;
}
