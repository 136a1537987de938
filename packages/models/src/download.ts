/** One file from a hub to the disk: in one go, or in as many as it takes. */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { RemoteFile } from "./hub.ts";
import { problemOf, reach, reasonOf } from "./http.ts";
import { PullError } from "./pull-error.ts";

export interface FileDownload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: RemoteFile;
  /** Where the whole file will be, checked. Until then its bytes are in `PATH.part`, and a later try goes on from there. */
  readonly path: string;
  readonly signal?: AbortSignal;
  /** Bytes of this file so far, those of earlier tries included. */
  readonly onProgress?: (bytes: number) => void;
  /** For tests. */
  readonly times?: Times;
}

export interface Times {
  /** How long a server may be silent. */
  readonly silenceMsMax: number;
  /** Pause before the second try; each later one waits twice as long. */
  readonly pauseMs: number;
}

const TIMES: Times = { silenceMsMax: 30_000, pauseMs: 500 };
/** Tries in a row that bring no byte. */
const EMPTY_TRIES_MAX = 5;
/** Tries in all: a connection that breaks every few megabytes is none. */
const TRIES_MAX = 500;

/**
 * Fetches what is missing of a file, checks the whole against size and checksum, and only then gives it its name.
 * @throws PullError; after "size" or "checksum" nothing is kept, else what has arrived is
 */
export async function downloadFile(job: FileDownload): Promise<void> {
  const { file, path, signal } = job;
  const { pauseMs } = job.times ?? TIMES;
  const part = await Part.open(`${path}.part`, file);
  try {
    let empty = 0;
    for (let tries = 0; !part.whole; tries++) {
      const before = part.bytes;
      const problem = await fetchRest(job, part).catch((error: unknown) => {
        if (signal?.aborted) throw signal.reason;
        if (error instanceof PullError && error.reason === "offline") return error;
        throw error;
      });
      empty = part.bytes > before ? 0 : empty + 1;
      if (problem && (empty >= EMPTY_TRIES_MAX || tries >= TRIES_MAX)) throw problem;
      if (problem) await wait(pauseMs * 2 ** Math.min(empty, 6), undefined, signal ? { signal } : {});
    }
    part.check(new URL(job.url).host);
    await part.finish(path);
  } catch (error) {
    await part.close();
    if (error instanceof PullError && (error.reason === "checksum" || error.reason === "size")) await rm(part.path, { force: true });
    throw signal?.aborted ? signal.reason : error;
  }
}

/** One request, for the bytes that are not here yet. @returns why it ended early, if it did */
async function fetchRest({ url, headers, file, signal, onProgress, times = TIMES }: FileDownload, part: Part): Promise<PullError | undefined> {
  const address = new URL(url);
  const range = part.bytes > 0 ? { range: `bytes=${part.bytes}-` } : {};
  const silence = new Silence(times.silenceMsMax);
  const stop = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
  try {
    const response = await reach(address, { headers: { ...headers, ...range, "accept-encoding": "identity" } }, times.silenceMsMax, stop);
    const { status } = response;
    if (status === 416 && part.bytes > 0) return void (await part.restart()); // what is here is not what is there
    if (status === 429 || status >= 500) {
      await response.body?.cancel();
      return new PullError("offline", problemOf(status, file.path, address.host).message);
    }
    if (status !== 200 && status !== 206) {
      await response.body?.cancel();
      throw problemOf(status, file.path, address.host);
    }
    const from = status === 206 ? startOf(response) : 0;
    if (from !== part.bytes) await part.restart(); // a server that knows no ranges sends everything again
    if (from !== part.bytes) throw new PullError("hostile", `${address.host}: ${file.path}: asked for the bytes from ${part.bytes} on, got those from ${from} on`);
    const promised = Number(response.headers.get("content-length") ?? NaN);
    if (!Number.isNaN(promised) && promised + from !== file.bytes) throw wrongSize(file, `${promised + from}`, address.host);
    for await (const piece of response.body ?? []) {
      silence.heard();
      if (part.bytes + piece.length > file.bytes) throw wrongSize(file, "more", address.host);
      await part.append(piece);
      onProgress?.(part.bytes);
    }
  } catch (error) {
    if (error instanceof PullError || signal?.aborted) throw error;
    if ((error as { code?: unknown }).code === "ENOSPC") throw new PullError("space", "the disk is full", { cause: error });
    return brokenOff(address.host, silence.signal.aborted ? "it fell silent" : reasonOf(error), error);
  } finally {
    silence.end();
  }
  return part.whole ? undefined : brokenOff(address.host, `after ${part.bytes} of ${file.bytes} bytes`);
}

const brokenOff = (host: string, why: string, cause?: unknown): PullError =>
  new PullError("offline", `${host}: the connection broke off (${why}). What has arrived is kept; the next try goes on from there.`, { cause });

const wrongSize = (file: RemoteFile, got: string, host: string): PullError =>
  new PullError("size", `${host}: ${file.path}: expected ${file.bytes} bytes, the server sends ${got}`);

function startOf(response: Response): number {
  const match = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "");
  return match ? Number(match[1]) : NaN;
}

/** Aborts when nothing was heard for so long. */
class Silence {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(msMax: number) {
    this.#timer = setTimeout(() => this.#abort.abort(), msMax);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  heard(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** The bytes that have arrived, and their checksum so far. */
class Part {
  readonly path: string;
  readonly #file: RemoteFile;
  readonly #handle: FileHandle;
  #hash: Hash;
  #bytes = 0;

  private constructor(path: string, file: RemoteFile, handle: FileHandle) {
    this.path = path;
    this.#file = file;
    this.#handle = handle;
    this.#hash = newHash(file);
  }

  static async open(path: string, file: RemoteFile): Promise<Part> {
    const kept = await stat(path).catch(() => undefined);
    const part = new Part(path, file, await open(path, kept ? "r+" : "w"));
    // Without a checksum nobody would notice that the rest belongs to another version.
    if (!kept || kept.size > file.bytes || !file.checksum) await part.restart();
    else {
      for await (const piece of createReadStream(path)) part.#hash.update(piece as Buffer);
      part.#bytes = kept.size;
    }
    return part;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get whole(): boolean {
    return this.#bytes === this.#file.bytes;
  }

  async append(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece);
    for (let done = 0; done < piece.length; ) {
      done += (await this.#handle.write(piece, done, piece.length - done, this.#bytes + done)).bytesWritten;
    }
    this.#bytes += piece.length;
  }

  async restart(): Promise<void> {
    await this.#handle.truncate(0);
    this.#hash = newHash(this.#file);
    this.#bytes = 0;
  }

  check(host: string): void {
    const { checksum, path } = this.#file;
    if (!checksum) return;
    const got = this.#hash.digest("hex");
    if (got === checksum.hex) return;
    throw new PullError("checksum", `${host}: ${path} arrived damaged: expected ${checksum.kind} ${checksum.hex.slice(0, 12)}…, got ${got.slice(0, 12)}… (it was deleted; try again)`);
  }

  async finish(path: string): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.path, path);
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined); // closed already
  }
}

function newHash({ bytes, checksum }: RemoteFile): Hash {
  return checksum?.kind === "git-sha1" ? createHash("sha1").update(`blob ${bytes}\0`) : createHash("sha256");
}

/** Does a file on the disk have the size and the checksum of the one at the hub? */
export async function isSameFile(path: string, file: RemoteFile): Promise<boolean> {
  const here = await stat(path).catch(() => undefined);
  if (!here?.isFile() || here.size !== file.bytes) return false;
  if (!file.checksum) return true;
  const hash = newHash(file);
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex") === file.checksum.hex;
}
