/** A whole model from a hub into the models folder, where it appears all at once. */
import { asError, InputError } from "@wanwen/core";
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Chosen, chooseFiles } from "./choose.ts";
import { downloadFile, isSameFile, type Times } from "./download.ts";
import { PULLING } from "./folder.ts";
import { checkRepository, type Hub, type RemoteFile } from "./hub.ts";
import { PullError } from "./pull-error.ts";

export interface PullRequest {
  /** "ORG/NAME". */
  readonly repository: string;
  /** A GGUF file's name, or a part of it such as "Q8_0". */
  readonly file?: string;
}

export interface PullProgress {
  readonly name: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface PullOptions {
  readonly folder: string;
  /** Bytes of weights that this computer has memory for. */
  readonly room: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PullProgress) => void;
  readonly times?: Times;
}

export interface Pulled {
  readonly name: string;
  readonly path: string;
  /** It was here before. */
  readonly already: boolean;
}

/** What stays free for everything else on the disk. */
const SPARE_BYTES = 256 << 20;

/**
 * Fetches a model: chooses its files, checks that the disk has room, goes on from what an earlier try left behind, checks
 * what arrives, and puts it into the folder in one step.
 * @throws PullError, InputError; the signal's reason when aborted. What has arrived is kept for the next try.
 */
export async function pull(hub: Hub, request: PullRequest, { folder, room, signal, onProgress, times }: PullOptions): Promise<Pulled> {
  const repository = checkRepository(request.repository);
  const chosen = chooseFiles(repository, await hub.list(repository, signal), request.file, room);
  const path = pathOf(folder, chosen);
  const here = await filesHere(folder, chosen);
  if (here.size === chosen.files.length) return { name: chosen.name, path, already: true };

  const workplace = openWorkplace(folder, chosen.name);
  try {
    checkSpace(workplace.path, chosen.files.filter((file) => !here.has(file)));
    let before = 0;
    for (const file of chosen.files) {
      const report = (bytes: number) => onProgress?.({ name: chosen.name, doneBytes: before + bytes, totalBytes: chosen.bytes });
      const done = doneAt(workplace.path, file);
      report(0);
      if (!here.has(file) && !existsSync(done)) {
        await downloadFile({
          url: hub.fileUrl(repository, file.path), headers: hub.headers, file, path: done, onProgress: report, ...(signal ? { signal } : {}), ...(times ? { times } : {}),
        });
      }
      before += file.bytes;
      report(0);
    }
    settle(workplace.path, folder, chosen);
  } catch (error) {
    workplace.close();
    throw error;
  }
  workplace.remove();
  return { name: chosen.name, path, already: false };
}

/** Forgets what has arrived of a model that was never finished. @throws PullError when somebody is fetching it now */
export function forgetPull(folder: string, name: string): void {
  if (!existsSync(join(folder, PULLING, name))) return;
  openWorkplace(folder, name).remove();
}

function pathOf(folder: string, { name, kind, files }: Chosen): string {
  return join(folder, kind === "folder" ? name : basename(files[0]!.path));
}

/**
 * Which files are in their place already: all, none, or some parts of a split GGUF file that was being put there when the
 * program ended.
 * @throws PullError when something else has the name: what a person put there is not replaced
 */
async function filesHere(folder: string, { name, kind, files }: Chosen): Promise<ReadonlySet<RemoteFile>> {
  const at = ({ path }: RemoteFile) => join(folder, ...(kind === "folder" ? [name] : []), basename(path));
  const present = files.filter((file) => existsSync(at(file)));
  for (const file of present) {
    if (!(await isSameFile(at(file), file))) throw new PullError("occupied", `${at(file)} is here already and is another file: move it away first`);
  }
  if (kind === "folder" && present.length < files.length && existsSync(join(folder, name))) {
    throw new PullError("occupied", `${join(folder, name)} is here already, without all of the model's files: move it away first`);
  }
  return new Set(present);
}

/** The folder in which a model is put together; one process at a time, and the system lets go of it however that one ends. */
function openWorkplace(folder: string, name: string): { readonly path: string; close(): void; remove(): void } {
  const path = join(folder, PULLING, name);
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(path, { recursive: true });
    lock = new DatabaseSync(join(path, "lock.db"));
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock?.close();
    if ((cause as { errcode?: number }).errcode === 5) throw new PullError("inUse", `${name} is being fetched by another wanwen right now`, { cause });
    throw new InputError(`${path} cannot be used: ${asError(cause).message}`, { param: "folder", cause });
  }
  const held = lock;
  return {
    path,
    close: () => held.close(),
    remove() {
      held.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function checkSpace(workplace: string, files: readonly RemoteFile[]): void {
  const { bavail, bsize } = statfsSync(workplace);
  const missing = files.reduce((sum, file) => sum + (existsSync(doneAt(workplace, file)) ? 0 : file.bytes - arrived(workplace, file)), 0);
  const free = bavail * bsize;
  if (missing + SPARE_BYTES <= free) return;
  throw new PullError("space", `the disk has ${(free / 1e9).toFixed(1)} GB free at ${workplace}; ${(missing / 1e9).toFixed(1)} GB are still to come`);
}

function arrived(workplace: string, file: RemoteFile): number {
  try {
    return statSync(`${doneAt(workplace, file)}.part`).size;
  } catch {
    return 0; // nothing yet
  }
}

/** The version of a file is part of its name: what is left of another one does not count. */
function doneAt(workplace: string, { path, bytes, checksum }: RemoteFile): string {
  return join(workplace, `${basename(path)}.${checksum?.hex.slice(0, 16) ?? bytes}`);
}

/** Everything is here and checked. The first part of a split file comes last: a model without it is not listed. */
function settle(workplace: string, folder: string, { name, kind, files }: Chosen): void {
  if (kind === "gguf") {
    for (const file of files.toReversed()) move(doneAt(workplace, file), join(folder, basename(file.path)));
    return;
  }
  const whole = join(workplace, "whole");
  mkdirSync(whole, { recursive: true });
  for (const file of files) move(doneAt(workplace, file), join(whole, basename(file.path)));
  renameSync(whole, join(folder, name));
}

/** A try that ended in the middle of settling has moved some already. */
function move(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
