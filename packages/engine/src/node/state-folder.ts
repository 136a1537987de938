import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asError, type Logger, silentLogger } from "@wanwen/core";
import type { StateStore } from "../scheduler/prefix-cache.ts";

export interface StateFolderOptions {
  /** Made if need be. Files in it are this engine's. */
  readonly folder: string;
  /** What decides over the bits of a state: the model, its backend. States of others are left alone and not used. */
  readonly fingerprint: string;
  /** Of all files, whoever wrote them. */
  readonly bytesMax: number;
  readonly logger?: Logger;
}

interface Entry {
  readonly name: string;
  readonly ids: Int32Array;
  readonly bytes: number;
}

const MAGIC = "WWST0001";
const ENDING = ".state";
/** Magic, SHA-256 of the rest, fingerprint (32 bytes), number of ids. */
const HEAD = 8 + 32 + 32 + 4;
const FILES_MAX = 1000;

/**
 * States as files of one folder, named by what they follow. Each is written whole and then given its name, so a crash leaves no
 * half of one; one that was changed or cut short is found out by its checksum, removed and done without.
 */
export class StateFolder implements StateStore {
  readonly #folder: string;
  readonly #fingerprint: Uint8Array;
  readonly #bytesMax: number;
  readonly #log: Logger;
  readonly #entries = new Map<string, Entry>();

  constructor({ folder, fingerprint, bytesMax, logger = silentLogger }: StateFolderOptions) {
    this.#folder = folder;
    this.#fingerprint = createHash("sha256").update(fingerprint).digest();
    this.#bytesMax = bytesMax;
    this.#log = logger;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).filter((each) => each.endsWith(ENDING)).slice(0, FILES_MAX)) {
      const ids = this.#guard(name, () => this.#idsOf(name));
      if (ids) this.#entries.set(name, { name, ids, bytes: statSync(join(folder, name)).size });
    }
  }

  save(ids: readonly number[], bytes: Uint8Array): void {
    const list = Int32Array.from(ids);
    const key = createHash("sha256").update(this.#fingerprint).update(new Uint8Array(list.buffer)).digest("hex").slice(0, 40);
    const name = `${key}${ENDING}`;
    const size = HEAD + list.byteLength + bytes.length;
    if (this.#entries.has(name) || size > this.#bytesMax) return;
    this.#guard(name, () => {
      this.#makeRoom(size);
      const head = Buffer.alloc(HEAD);
      head.write(MAGIC, 0, "latin1");
      head.set(this.#fingerprint, 40);
      head.writeUInt32LE(list.length, 72);
      const rest = Buffer.concat([head.subarray(40), new Uint8Array(list.buffer), bytes]);
      head.set(createHash("sha256").update(rest).digest(), 8);
      const path = join(this.#folder, name);
      writeFileSync(`${path}.${process.pid}.part`, Buffer.concat([head.subarray(0, 40), rest]), { mode: 0o600 });
      renameSync(`${path}.${process.pid}.part`, path);
      this.#entries.set(name, { name, ids: list, bytes: size });
    });
  }

  find(ids: readonly number[], least: number, most: number): { length: number; bytes: Uint8Array } | undefined {
    let best: Entry | undefined;
    for (const entry of this.#entries.values()) {
      const { length } = entry.ids;
      if (length > Math.max(least, best?.ids.length ?? 0) && length <= most && entry.ids.every((id, at) => id === ids[at])) best = entry;
    }
    return best && this.#guard(best.name, () => {
      const path = join(this.#folder, best.name);
      const file = readFileSync(path);
      if (!createHash("sha256").update(file.subarray(40)).digest().equals(file.subarray(8, 40))) throw new Error("its checksum is another");
      utimesSync(path, new Date(), new Date()); // used: goes last
      return { length: best.ids.length, bytes: new Uint8Array(file.subarray(HEAD + best.ids.byteLength)) };
    });
  }

  /** The ids of a file of this fingerprint. */
  #idsOf(name: string): Int32Array | undefined {
    const path = join(this.#folder, name);
    if (statSync(path).size > this.#bytesMax) return undefined;
    const file = readFileSync(path);
    if (file.length < HEAD || file.toString("latin1", 0, 8) !== MAGIC) throw new Error("it is no state");
    if (!file.subarray(40, 72).equals(this.#fingerprint)) return undefined;
    const count = file.readUInt32LE(72);
    if (count === 0 || HEAD + 4 * count > file.length) throw new Error("it is cut short");
    return new Int32Array(new Uint8Array(file.subarray(HEAD, HEAD + 4 * count)).buffer);
  }

  /** Removes the files used longest ago, whosever they are, until `bytes` more fit. */
  #makeRoom(bytes: number): void {
    const files = readdirSync(this.#folder).filter((name) => name.endsWith(ENDING)).map((name) => ({ name, ...timeAndSize(join(this.#folder, name)) }));
    let used = files.reduce((sum, { size }) => sum + size, 0);
    for (const { name, size } of files.sort((a, b) => a.time - b.time)) {
      if (used + bytes <= this.#bytesMax) return;
      this.#forget(name);
      used -= size;
    }
  }

  #forget(name: string): void {
    this.#entries.delete(name);
    rmSync(join(this.#folder, name), { force: true });
  }

  /** A file that makes trouble is removed, and the state worked out again. */
  #guard<T>(name: string, use: () => T): T | undefined {
    try {
      return use();
    } catch (error) {
      this.#log.warn("engine.kept-state", { file: name, error: asError(error).message });
      if (existsSync(join(this.#folder, name))) this.#forget(name);
      return undefined;
    }
  }
}

function timeAndSize(path: string): { time: number; size: number } {
  const { mtimeMs, size } = statSync(path);
  return { time: mtimeMs, size };
}
