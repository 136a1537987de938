/** Which files of a repository make a model, and what it will be called here. */
import { InputError } from "@wanwen/core";
import { ggufParts } from "@wanwen/formats";
import { basename, dirname } from "node:path";
import type { RemoteFile } from "./hub.ts";
import { PullError } from "./pull-error.ts";

export interface Chosen {
  /** How it is asked for later: the file's name without ".gguf", or the repository's. */
  readonly name: string;
  /** A GGUF model is one file or several beside each other; safetensors need a folder. */
  readonly kind: "gguf" | "folder";
  /** In the order in which they are fetched. */
  readonly files: readonly RemoteFile[];
  readonly bytes: number;
}

/** Where speed and quality meet on a processor, best first; other types come after all of them, the largest first. */
const PREFERRED = ["Q4_K_M", "Q4_K_S", "Q4_0", "Q5_K_M", "Q5_K_S", "Q5_0", "Q6_K", "Q8_0"];
/** Types that no kernel of ours reads. */
const UNREADABLE = /(?:^|[-_.])(?:IQ[123]_\w+|TQ\d_\d|NVFP4|Q[12]_0)(?:[-_.]|$)/i;
const SIDECAR = /^(?:mmproj|mtp|imatrix)[-_.]|[-_.](?:mmproj|imatrix)[-_.]/i;
const FOLDER_FILES = new Set([
  "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja", "model.safetensors.index.json",
]);
const NAME_CHARS_MAX = 150;

/**
 * @param asked a file's name or path, or a part of it like "Q8_0"; undefined: the best GGUF that fits, else the safetensors
 * @param room  bytes of weights that this computer has memory for
 */
export function chooseFiles(repository: string, files: readonly RemoteFile[], asked: string | undefined, room: number): Chosen {
  const ggufs = ggufModels(files);
  if (asked !== undefined) return named(repository, ggufs, asked);
  if (ggufs.length > 0) return bestThatFits(repository, ggufs, room);
  return wholeFolder(repository, files);
}

/** Every GGUF model of a repository, split ones whole. */
function ggufModels(files: readonly RemoteFile[]): Chosen[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file): Chosen[] => {
    const name = basename(file.path);
    if (!name.endsWith(".gguf") || SIDECAR.test(name)) return [];
    const [first, ...rest] = ggufParts(name);
    if (first !== name) return []; // a later part comes with the first
    const others = rest.map((part) => byPath.get(dirname(file.path) === "." ? part : `${dirname(file.path)}/${part}`));
    if (!others.every((part) => part !== undefined)) return [];
    return [chosen(name.replace(/(-00001-of-\d{5})?\.gguf$/, ""), "gguf", [file, ...others])];
  });
}

function named(repository: string, ggufs: readonly Chosen[], asked: string): Chosen {
  const wanted = asked.toLowerCase();
  const exact = ggufs.filter(({ name, files }) => name.toLowerCase() === wanted || files.some(({ path }) => [path, basename(path)].some((each) => each.toLowerCase() === wanted)));
  const containing = ggufs.filter(({ name }) => name.toLowerCase().split(/[-.]/).includes(wanted) || name.toLowerCase().endsWith(wanted));
  const found = exact.length > 0 ? exact : containing;
  if (found.length === 1) return found[0]!;
  const list = (found.length > 0 ? found : ggufs).map(({ name }) => name).slice(0, 12).join(", ");
  const which = found.length > 1 ? `${asked} could be ${list}` : `${repository} has no GGUF file ${asked}${list ? `; it has ${list}` : ""}`;
  throw new InputError(which, { param: "file" });
}

function bestThatFits(repository: string, ggufs: readonly Chosen[], room: number): Chosen {
  const readable = ggufs.filter(({ name }) => !UNREADABLE.test(name));
  const fitting = readable.filter(({ bytes }) => bytes <= room);
  for (const type of PREFERRED) {
    const found = fitting.filter(({ name }) => new RegExp(`(?:^|[-_.])${type}$`, "i").test(name)).toSorted((a, b) => a.name.length - b.name.length);
    if (found[0]) return found[0]; // the shortest name: "…-Q4_K_M" before "…-UD-Q4_K_M"
  }
  const largest = fitting.toSorted((a, b) => b.bytes - a.bytes)[0];
  if (largest) return largest;
  const smallest = (readable.length > 0 ? readable : ggufs).toSorted((a, b) => a.bytes - b.bytes)[0]!;
  throw new PullError("nothingFits", `${repository}: the smallest file that can be read, ${smallest.name}, has ${gigabytes(smallest.bytes)} GB; `
    + `this computer has memory for ${gigabytes(room)} GB of weights (name the file to fetch it all the same)`);
}

function wholeFolder(repository: string, files: readonly RemoteFile[]): Chosen {
  const indexed = files.some(({ path }) => path === "model.safetensors.index.json");
  const weights = files.filter(({ path }) => (indexed ? /^model[^/]*\.safetensors$/ : /^[^/]+\.safetensors$/).test(path));
  const settings = files.filter(({ path }) => FOLDER_FILES.has(path));
  const missing = ["config.json", "tokenizer.json"].filter((name) => !settings.some(({ path }) => path === name));
  if (weights.length === 0) throw new InputError(`${repository}: expected GGUF files or safetensors, it has neither`, { param: "repository" });
  if (missing.length > 0) throw new InputError(`${repository}: expected ${missing.join(" and ")} beside its safetensors`, { param: "repository" });
  return chosen(repository.split("/")[1]!, "folder", [...settings, ...weights]);
}

function chosen(name: string, kind: Chosen["kind"], files: readonly RemoteFile[]): Chosen {
  // Becomes a name in our folder: nothing hidden, nothing that a shell would need quotes for.
  if (name.length > NAME_CHARS_MAX || !/^[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u.test(name)) {
    throw new PullError("hostile", `expected a plain name for a model, got ${JSON.stringify(name.slice(0, 200))}`);
  }
  return { name, kind, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
