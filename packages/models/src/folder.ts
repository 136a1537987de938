/** The one place for weights: what is in it, by name. */
import { ggufParts } from "@wanwen/formats";
import { existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Unfinished downloads, one folder each. The dot keeps it out of the list. */
export const PULLING = ".pulling";

/** A model that can be opened by its name. */
export interface LocalModel {
  readonly name: string;
  /** A .gguf file (the first of a split one) or a folder. */
  readonly path: string;
  /** On the disk. */
  readonly bytes: number;
  /** Changes when a file does. */
  readonly changedMs: number;
}

/** Nobody has so many; a folder with more is something else. */
const MODELS_MAX = 500;

/** `WANWEN_MODELS`, or ~/.cache/wanwen/models. */
export function modelsFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env["WANWEN_MODELS"] || join(homedir(), ".cache", "wanwen", "models");
}

/** GGUF files (split ones once, and only when every part is there) and folders with weights, by name. */
export function modelsIn(folder: string): LocalModel[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).slice(0, 10 * MODELS_MAX) : [];
  return entries
    .flatMap(({ name }): LocalModel[] => {
      if (name.startsWith(".")) return [];
      const found = name.endsWith(".gguf") ? ggufAt(folder, name) : folderAt(join(folder, name), name);
      return found ? [found] : [];
    })
    .slice(0, MODELS_MAX)
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

export function findModel(folder: string, name: string): LocalModel | undefined {
  return modelsIn(folder).find((model) => model.name === name);
}

function ggufAt(folder: string, name: string): LocalModel | undefined {
  if (/^(?:mmproj|mtp)[-_.]/i.test(name)) return undefined;
  try {
    const parts = ggufParts(name);
    if (parts[0] !== name) return undefined;
    return measured(name.replace(/(-00001-of-\d{5})?\.gguf$/, ""), join(folder, name), parts.map((part) => join(folder, part)));
  } catch {
    return undefined; // a part that is not there, a link to nowhere, a name that promises a million parts
  }
}

function folderAt(path: string, name: string): LocalModel | undefined {
  try {
    if (!statSync(path).isDirectory()) return undefined;
    const weights = readdirSync(path).filter((file) => /\.(safetensors|gguf)$/.test(file));
    return weights.length > 0 ? measured(name, path, weights.map((file) => join(path, file))) : undefined;
  } catch {
    return undefined; // gone or unreadable: not a model that can be used
  }
}

function measured(name: string, path: string, files: readonly string[]): LocalModel {
  const stats = files.map((file) => statSync(file));
  return { name, path, bytes: stats.reduce((sum, { size }) => sum + size, 0), changedMs: Math.max(...stats.map(({ mtimeMs }) => mtimeMs)) };
}
