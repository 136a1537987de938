export type * from "./types.ts";
export { configFromGguf, configFromJson } from "./config.ts";
export { describeModel, EXACT_KEYS_BYTES_MAX, type ModelDescription, type StoredShare } from "./describe.ts";
export { measureReadSpeed } from "./read-speed.ts";
export { STEPS_MAX } from "./state.ts";
export { loadModel, type LoadOptions, readConfig } from "./load.ts";
export { ChatTemplate, encodePrompt, opensThinking, promptTemplate, pythonWords } from "./prompt.ts";
