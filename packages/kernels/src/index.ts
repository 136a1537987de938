export type { Backend, DeltaNetShape, KvCache, Tensor, Weights } from "./backend.ts";
