/** Which model was chosen on the page: a name in the data folder, so that the choice survives a restart. */
import type { Library } from "@wanwen/models";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { NamedModel } from "./model-options.ts";

const FILE = "model.json";

/** Undefined when none was chosen. One that is not here any more will fail to load, and the page says so. */
export function rememberedModel(data: string, library: Library): NamedModel | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(data, FILE), "utf8")) as { name?: unknown };
    return typeof name === "string" ? (library.find(name) ?? { name, path: join(library.folder, basename(name)) }) : undefined;
  } catch {
    return undefined; // no file, or not ours: as if nothing had been chosen
  }
}

/** Undefined: the embedded one again. */
export function rememberChoice(data: string, name: string | undefined): void {
  const path = join(data, FILE);
  if (name === undefined) return rmSync(path, { force: true });
  writeFileSync(`${path}.new`, JSON.stringify({ name }));
  renameSync(`${path}.new`, path);
}
