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
}
