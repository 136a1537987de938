export { openFile, type FileSource } from "./open-file.ts";
export { openAdapterFiles, openModelFiles } from "./open-model-files.ts";
