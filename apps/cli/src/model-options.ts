import { InputError } from "@wanwen/core";
import { type Engine, planInWords } from "@wanwen/engine";
import { openEngineThread } from "@wanwen/engine/node";
import { findModel, modelsFolder, modelsIn } from "@wanwen/models";
import { existsSync, statSync } from "node:fs";
import { homedir, totalmem } from "node:os";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface ModelOptions {
  readonly model?: string;
  readonly backend: "wasm" | "reference";
  readonly threads?: number;
  /** False: no token is guessed ahead. */
  readonly drafts: boolean;
  /** For everything, in bytes; default: three quarters of what the computer has. */
  readonly memory?: number;
  /** Keeps beginnings of prompts here too. */
  readonly keepPrompts?: string;
  /** LoRA adapters, NAME=FOLDER each. */
  readonly adapter?: readonly string[];
}

/** The model that comes with the program (models/mini). */
export const EMBEDDED: NamedModel = { name: "mini", path: fileURLToPath(new URL("../../../models/mini", import.meta.url)) };

/** Where weights are, and what to call them. */
export interface NamedModel {
  readonly name: string;
  readonly path: string;
}

/** A file or folder, else the name of a model in the models folder, else the embedded one's. */
export function modelAt({ model }: Pick<ModelOptions, "model">): NamedModel {
  if (model === undefined || model === EMBEDDED.name) return EMBEDDED;
  if (model === "") throw new InputError("--model: expected a folder, a .gguf file or a name, got nothing", { param: "model" });
  const path = resolve(model.replace(/^~(?=\/|$)/, homedir()));
  if (!existsSync(path)) return modelNamed(model, path);
  if (statSync(path).isFile() && !path.endsWith(".gguf")) {
    throw new InputError(`--model: expected a folder or a .gguf file, got ${basename(path)}`, { param: "model" });
  }
  return { path, name: basename(path).replace(/\.gguf$/, "") };
}

const NAMES_SHOWN = 6;

function modelNamed(name: string, path: string): NamedModel {
  const folder = modelsFolder(process.env);
  const found = findModel(folder, name.replace(/\.gguf$/, ""));
  if (found) return found;
  const names = modelsIn(folder).map((each) => each.name);
  const here = names.length > 0 ? `, which has ${names.slice(0, NAMES_SHOWN).join(", ")}${names.length > NAMES_SHOWN ? " …" : ""}` : "";
  throw new InputError(`--model: there is no file or folder ${path}, and no ${basename(name)} in ${folder}${here}`, { param: "model" });
}

function adapterAt(named: string): NamedModel {
  const [, name, path] = /^([^=]+)=(.+)$/.exec(named) ?? [];
  if (name === undefined || path === undefined) throw new InputError(`--adapter: expected NAME=FOLDER, got ${named}`, { param: "adapter" });
  return { name, path: resolve(path.replace(/^~(?=\/|$)/, homedir())) };
}

/** The rest is for the system, the browser and whatever else is open. */
const MEMORY_SHARE = 0.75;

/** Loads the model into a thread of its own. */
export async function openModel(options: ModelOptions, onProgress?: (share: number) => void): Promise<Engine> {
  return openModelAt(modelAt(options), options, onProgress);
}

export async function openModelAt({ path, name }: NamedModel, options: ModelOptions, onProgress?: (share: number) => void): Promise<Engine> {
  return openEngineThread({
    path,
    name,
    memoryBytes: options.memory ?? Math.floor(totalmem() * MEMORY_SHARE),
    onPlan: (plan) => console.error(`${name}: ${planInWords(plan)}`),
    backend: options.backend,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(options.drafts ? {} : { drafts: "never" }),
    ...(options.keepPrompts === undefined ? {} : { keptFolder: resolve(options.keepPrompts.replace(/^~(?=\/|$)/, homedir())) }),
    ...(options.adapter ? { adapters: options.adapter.map(adapterAt) } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
}
