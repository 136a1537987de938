export { openFile, type FileSource } from "./open-file.ts";
export { openModelFiles } from "./open-model-files.ts";
