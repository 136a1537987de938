export type * from "./types.ts";
export { openEngine, type EngineOptions } from "./engine.ts";
