export type * from "./types.ts";
export { configFromGguf, configFromJson, type RecommendedSampling } from "./config.ts";
export { loadModel, type LoadOptions } from "./load.ts";
export { ChatTemplate, encodePrompt, opensThinking, promptTemplate, pythonWords } from "./prompt.ts";
