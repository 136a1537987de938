export { openEngineThread, type EngineThreadOptions } from "./engine-thread.ts";
export { openEngineHere } from "./open.ts";
export type { EngineSettings } from "./protocol.ts";
