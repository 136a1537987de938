/** The download that goes on beside everything else: one at a time, and a restart of the program does not end it. */
import { asError, type Logger, silentLogger } from "@wanwen/core";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checkpoint } from "./catalogue.ts";
import { PULLING } from "./folder.ts";
import type { Hub } from "./hub.ts";
import { forgetPull, pull } from "./pull.ts";
import { PullError, type PullReason } from "./pull-error.ts";

export interface DownloadStatus {
  /** Of the checkpoint. */
  readonly id: string;
  readonly title: string;
  /** How the model is called once it is here. */
  readonly name: string;
  readonly state: "running" | "paused" | "failed" | "done";
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly problem?: { readonly reason: PullReason | "unknown"; readonly message: string };
}

export interface DownloadsOptions {
  readonly folder: string;
  /** Where the same repositories are: the second is asked when the first cannot be reached. */
  readonly hubs: readonly Hub[];
  readonly room: number;
  /** A small file that remembers what was being fetched. */
  readonly memo: string;
  readonly find: (id: string) => Checkpoint | undefined;
  readonly logger?: Logger;
}

/** The speed shown is that of so long ago until now. */
const SPEED_MS = 5_000;

export class Downloads {
  readonly #options: DownloadsOptions;
  readonly #log: Logger;
  #status: DownloadStatus | undefined;
  #abort: AbortController | undefined;
  #work: Promise<void> = Promise.resolve();
  #samples: { readonly atMs: number; readonly bytes: number }[] = [];
  #closed = false;

  /** Goes on with what was being fetched when the program ended; what was paused stays so. */
  constructor(options: DownloadsOptions) {
    this.#options = options;
    this.#log = options.logger ?? silentLogger;
    const memo = readMemo(options.memo);
    const checkpoint = memo && options.find(memo.id);
    if (!checkpoint) return;
    if (memo.paused) this.#status = { ...this.#begun(checkpoint), state: "paused" };
    else this.start(checkpoint);
  }

  get status(): DownloadStatus | undefined {
    return this.#status && { ...this.#status, bytesPerSecond: this.#status.state === "running" ? this.#speed() : 0 };
  }

  /** Begins, or goes on with, a download. @returns false while another one is under way */
  start(checkpoint: Checkpoint): boolean {
    if (this.#status?.state === "running") return this.#status.id === checkpoint.id;
    if (this.#status && this.#status.id !== checkpoint.id && this.#status.state !== "done") return false;
    const abort = new AbortController();
    this.#abort = abort;
    this.#status = this.#begun(checkpoint);
    this.#samples = [];
    this.#remember({ id: checkpoint.id, paused: false });
    this.#work = this.#work.then(() => this.#run(checkpoint, abort.signal));
    return true;
  }

  /** What has arrived stays. */
  async pause(): Promise<void> {
    if (this.#status?.state !== "running") return;
    this.#remember({ id: this.#status.id, paused: true });
    this.#status = { ...this.#status, state: "paused" };
    this.#abort?.abort();
    await this.#work;
  }

  /** Also takes a finished or failed one off the screen; what has arrived of an unfinished one is deleted. */
  async cancel(): Promise<void> {
    const status = this.#status;
    if (!status) return;
    await this.pause();
    if (status.state !== "done") forgetPull(this.#options.folder, status.name);
    this.#status = undefined;
    this.#remember(undefined);
  }

  /** Stops without pausing: the next start of the program goes on. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#abort?.abort();
    await this.#work;
  }

  async #run(checkpoint: Checkpoint, signal: AbortSignal): Promise<void> {
    try {
      await this.#pull(checkpoint, signal);
      if (this.#status) this.#status = { ...this.#status, state: "done", doneBytes: this.#status.totalBytes };
      this.#remember(undefined);
    } catch (error) {
      if (signal.aborted || this.#closed) return;
      const { message } = asError(error);
      this.#log.warn("models.download", { id: checkpoint.id, error: asError(error) });
      if (this.#status) this.#status = { ...this.#status, state: "failed", problem: { reason: error instanceof PullError ? error.reason : "unknown", message } };
      this.#remember({ id: checkpoint.id, paused: true });
    }
  }

  /** What has arrived from one hub counts at the next: parts are known by their checksums. */
  async #pull(checkpoint: Checkpoint, signal: AbortSignal): Promise<void> {
    const { hubs, folder, room } = this.#options;
    for (const [at, hub] of hubs.entries()) {
      try {
        await pull(hub, checkpoint, {
          folder, room, signal,
          onProgress: ({ doneBytes, totalBytes }) => {
            if (signal.aborted || !this.#status) return;
            this.#status = { ...this.#status, doneBytes, totalBytes };
            this.#sample(doneBytes);
          },
        });
        return;
      } catch (error) {
        if (signal.aborted || at === hubs.length - 1 || !(error instanceof PullError) || error.reason !== "offline") throw error;
        this.#log.info("models.nextHub", { from: hub.host, error });
      }
    }
  }

  #begun({ id, title, name, bytes }: Checkpoint): DownloadStatus {
    return { id, title, name, state: "running", doneBytes: Math.min(bytes, bytesIn(join(this.#options.folder, PULLING, name))), totalBytes: bytes, bytesPerSecond: 0 };
  }

  #sample(bytes: number): void {
    const atMs = performance.now();
    const last = this.#samples.at(-1);
    if (last && atMs - last.atMs < 200) return;
    this.#samples = [...this.#samples.filter((each) => atMs - each.atMs <= SPEED_MS), { atMs, bytes }];
  }

  #speed(): number {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.atMs <= first.atMs || performance.now() - last.atMs > SPEED_MS) return 0;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs));
  }

  #remember(memo: Memo | undefined): void {
    const { memo: path } = this.#options;
    if (!memo) return rmSync(path, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify(memo));
    renameSync(`${path}.new`, path);
  }
}

interface Memo {
  readonly id: string;
  readonly paused: boolean;
}

function readMemo(path: string): Memo | undefined {
  try {
    const json = JSON.parse(readFileSync(path, "utf8")) as Partial<Memo> | null;
    return typeof json?.id === "string" ? { id: json.id, paused: json.paused === true } : undefined;
  } catch {
    return undefined; // none, or broken: nothing was being fetched
  }
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, name) => sum + (name.startsWith("lock.db") ? 0 : (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)), 0);
}
