import { InputError } from "@wanwen/core";
import type { Engine } from "@wanwen/engine";
import { openEngineThread } from "@wanwen/engine/node";
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface ModelOptions {
  readonly model?: string;
  readonly backend: "wasm" | "reference";
  readonly threads?: number;
}

/** The model that comes with the program (models/mini). */
const EMBEDDED = fileURLToPath(new URL("../../../models/mini", import.meta.url));

/** Where the weights are, and what to call them: the file's or folder's name without its ending. */
export function modelAt({ model }: ModelOptions): { path: string; name: string } {
  if (model === undefined) return { path: EMBEDDED, name: "mini" };
  if (model === "") throw new InputError("--model: expected a folder or a .gguf file, got nothing", { param: "model" });
  const path = resolve(model.replace(/^~(?=\/|$)/, homedir()));
  if (!existsSync(path)) throw new InputError(`--model: there is no file or folder ${path}`, { param: "model" });
  if (statSync(path).isFile() && !path.endsWith(".gguf")) {
    throw new InputError(`--model: expected a folder or a .gguf file, got ${basename(path)}`, { param: "model" });
  }
  return { path, name: basename(path).replace(/\.gguf$/, "") };
}

/** Loads the model into a thread of its own. */
export async function openModel(options: ModelOptions, onProgress?: (share: number) => void): Promise<Engine> {
  const { path, name } = modelAt(options);
  return openEngineThread({
    path,
    name,
    backend: options.backend,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(onProgress ? { onProgress } : {}),
  });
}
