export type * from "./types.ts";
export { memorySource } from "./byte-source.ts";
export { openSafetensors, safetensorsShards } from "./safetensors.ts";
export { ggufParts, openGguf } from "./gguf.ts";
export { ggufModel } from "./gguf-model.ts";
export { tokenizerFromJson } from "./tokenizer/from-json.ts";
export { tokenizerFromGguf } from "./tokenizer/from-gguf.ts";
export { tokenizerFromTiktoken, type TiktokenOptions } from "./tokenizer/from-tiktoken.ts";
