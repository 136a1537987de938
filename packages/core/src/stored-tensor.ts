/** How numbers are stored. Names are ggml's (GGUF) with safetensors' mapped onto them. */
export type TensorType =
  | "F32" | "F16" | "BF16" | "F64"
  | "I8" | "I16" | "I32" | "I64" | "U8" | "BOOL"
  | "F8_E4M3"
  | "Q4_0" | "Q4_1" | "Q5_0" | "Q5_1" | "Q8_0"
  | "Q2_K" | "Q3_K" | "Q4_K" | "Q5_K" | "Q6_K"
  | "IQ4_NL" | "IQ4_XS" | "MXFP4";

/** One named array of a weight file. Nothing is read until `read` is called. */
export interface StoredTensor {
  readonly name: string;
  readonly type: TensorType;
  /** Row-major, slowest axis first (PyTorch order, also for GGUF): a linear layer is [out, in]. */
  readonly shape: readonly number[];
  /** Bytes that the tensor takes in its file. */
  readonly bytes: number;
  /** Name of the file, for messages. */
  readonly file: string;
  /** Fills `target` with stored bytes, from `offset` bytes into the tensor. */
  read(target: Uint8Array, offset: number): void;
  /** Of FP8 matrices with scales beside them: value [r, c] is the stored number times `row(r)[⌊c / cols⌋]`, as f32. */
  readonly scales?: StoredScales;
}

export interface StoredScales {
  /** Columns that share a scale. The last ones of a row may be fewer. */
  readonly cols: number;
  /** The scales of one row; a view, not to be changed. */
  row(index: number): Float32Array;
}

/** Numbers come in blocks along the fastest axis; plain types are blocks of one. */
export interface TypeInfo {
  readonly blockElements: number;
  readonly blockBytes: number;
}

const TYPE_INFO: Readonly<Record<TensorType, TypeInfo>> = {
  F32: { blockElements: 1, blockBytes: 4 },
  F16: { blockElements: 1, blockBytes: 2 },
  BF16: { blockElements: 1, blockBytes: 2 },
  F64: { blockElements: 1, blockBytes: 8 },
  I8: { blockElements: 1, blockBytes: 1 },
  I16: { blockElements: 1, blockBytes: 2 },
  I32: { blockElements: 1, blockBytes: 4 },
  I64: { blockElements: 1, blockBytes: 8 },
  U8: { blockElements: 1, blockBytes: 1 },
  BOOL: { blockElements: 1, blockBytes: 1 },
  F8_E4M3: { blockElements: 1, blockBytes: 1 },
  Q4_0: { blockElements: 32, blockBytes: 18 },
  Q4_1: { blockElements: 32, blockBytes: 20 },
  Q5_0: { blockElements: 32, blockBytes: 22 },
  Q5_1: { blockElements: 32, blockBytes: 24 },
  Q8_0: { blockElements: 32, blockBytes: 34 },
  Q2_K: { blockElements: 256, blockBytes: 84 },
  Q3_K: { blockElements: 256, blockBytes: 110 },
  Q4_K: { blockElements: 256, blockBytes: 144 },
  Q5_K: { blockElements: 256, blockBytes: 176 },
  Q6_K: { blockElements: 256, blockBytes: 210 },
  IQ4_NL: { blockElements: 32, blockBytes: 18 },
  IQ4_XS: { blockElements: 256, blockBytes: 136 },
  MXFP4: { blockElements: 32, blockBytes: 17 },
};

/** Block size of a type: a row of n elements takes n / blockElements · blockBytes bytes. */
export function typeInfo(type: TensorType): TypeInfo {
  return TYPE_INFO[type];
}
