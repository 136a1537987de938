export { CATALOGUE, type Checkpoint, type Suggestion } from "./catalogue.ts";
export { memoryBytes, roomForWeights } from "./computer.ts";
export { Downloads, type DownloadStatus } from "./downloads.ts";
export { findModel, modelsFolder, modelsIn } from "./folder.ts";
export { type Hub, type HubName, openHub } from "./hub.ts";
export { Library, type ModelCard } from "./library.ts";
export { pull, type Pulled, type PullProgress } from "./pull.ts";
export { PullError, type PullReason } from "./pull-error.ts";
