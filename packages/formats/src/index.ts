export type * from "./types.ts";
export { memorySource } from "./byte-source.ts";
export { openSafetensors, safetensorsShards } from "./safetensors.ts";
export { ggufParts, openGguf } from "./gguf.ts";
