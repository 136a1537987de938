export type { Backend, DeltaNetShape, KvCache, Tensor, Weights } from "./backend.ts";
export { dequantise } from "./reference/dequantise.ts";
