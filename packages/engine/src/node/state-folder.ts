import { createHash } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, utimesSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { asError, type Logger, silentLogger } from "@wanwen/core";
import type { BytesPart } from "@wanwen/model";
import type { FindLimits, StateStore } from "../scheduler/prefix-cache.ts";

export interface StateFolderOptions {
  /** Made if need be. */
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
/** Only files with such names are ours to look at, to count and to remove. */
const NAME = /^[0-9a-f]{40}\.state$/;
const PART = /^[0-9a-f]{40}\.state\.\d+\.part$/;
/** A file that is still being written is younger. */
const PART_MS_MAX = 3_600_000;
/** Magic, SHA-256 of the rest, fingerprint (32 bytes), number of ids. */
const HEAD = 8 + 32 + 32 + 4;
const FILES_MAX = 1000;
/** Bytes that are copied and hashed at a time: a few milliseconds, in which the thread makes no tokens. */
const PIECE_BYTES = 4 << 20;

/**
 * States as files of one folder, named by what they follow. Each is written piece by piece while the engine goes on, and given
 * its name when it is whole, so a crash leaves no half of one; one that was changed or cut short is found out by its checksum,
 * removed and done without. Other files of the folder are left alone.
 */
export class StateFolder implements StateStore {
  readonly #folder: string;
  readonly #fingerprint: Uint8Array;
  readonly #bytesMax: number;
  readonly #log: Logger;
  readonly #entries = new Map<string, Entry>();
  /** One state is written at a time. */
  #writing: Promise<void> = Promise.resolve();

  constructor({ folder, fingerprint, bytesMax, logger = silentLogger }: StateFolderOptions) {
    this.#folder = folder;
    this.#fingerprint = createHash("sha256").update(fingerprint).digest();
    this.#bytesMax = bytesMax;
    this.#log = logger;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(folder);
    for (const name of names.filter((each) => NAME.test(each)).slice(0, FILES_MAX)) {
      const ids = this.#guard(name, () => this.#idsOf(name));
      if (ids) this.#entries.set(name, { name, ids, bytes: statSync(join(folder, name)).size });
    }
    for (const name of names.filter((each) => PART.test(each))) {
      if (Date.now() - timeAndSize(join(folder, name)).time > PART_MS_MAX) rmSync(join(folder, name), { force: true });
    }
  }

  save(ids: readonly number[], parts: readonly BytesPart[]): Promise<void> {
    this.#writing = this.#writing.then(() => this.#save(Int32Array.from(ids), parts));
    return this.#writing;
  }

  async #save(ids: Int32Array, parts: readonly BytesPart[]): Promise<void> {
    const key = createHash("sha256").update(this.#fingerprint).update(bytesOf(ids)).digest("hex").slice(0, 40);
    const name = `${key}${ENDING}`;
    const size = parts.reduce((sum, { bytes }) => sum + bytes, HEAD + ids.byteLength);
    if (this.#entries.has(name) || size > this.#bytesMax) return;
    const path = join(this.#folder, name);
    const part = `${path}.${process.pid}.part`;
    try {
      this.#makeRoom(size);
      const file = await open(part, "w", 0o600);
      try {
        await this.#write(file, ids, parts);
      } finally {
        await file.close();
      }
      await rename(part, path);
      this.#entries.set(name, { name, ids, bytes: size });
    } catch (error) {
      this.#log.warn("engine.kept-state", { file: name, error: asError(error).message });
      await rm(part, { force: true }).catch(() => {}); // it will be old enough one day
    }
  }

  async #write(file: FileHandle, ids: Int32Array, parts: readonly BytesPart[]): Promise<void> {
    const head = Buffer.alloc(HEAD);
    head.write(MAGIC, 0, "latin1");
    head.set(this.#fingerprint, 40);
    head.writeUInt32LE(ids.length, 72);
    const hash = createHash("sha256").update(head.subarray(40)).update(bytesOf(ids));
    await writeAll(file, [head, bytesOf(ids)]);
    let piece: Uint8Array[] = [];
    let pieceBytes = 0;
    for (const [at, { read }] of parts.entries()) {
      const bytes = read();
      hash.update(bytes);
      piece.push(bytes);
      pieceBytes += bytes.length;
      if (pieceBytes < PIECE_BYTES && at < parts.length - 1) continue;
      await writeAll(file, piece);
      piece = [];
      pieceBytes = 0;
    }
    const checksum = hash.digest();
    const { bytesWritten } = await file.write(checksum, 0, checksum.length, 8);
    if (bytesWritten !== checksum.length) throw new Error("the folder takes no more");
  }

  find(ids: readonly number[], { least, most, bytesMax }: FindLimits): { length: number; bytes: Uint8Array } | undefined {
    const fitting = [...this.#entries.values()].filter(({ ids: own, bytes }) =>
      own.length > least && own.length <= most && bytes <= bytesMax && own.every((id, at) => id === ids[at]));
    for (const entry of fitting.sort((a, b) => b.ids.length - a.ids.length)) {
      const bytes = this.#guard(entry.name, () => this.#stateOf(entry));
      if (bytes) return { length: entry.ids.length, bytes };
    }
    return undefined;
  }

  #stateOf({ name, ids }: Entry): Uint8Array {
    const path = join(this.#folder, name);
    const file = readFileSync(path);
    if (!createHash("sha256").update(file.subarray(40)).digest().equals(file.subarray(8, 40))) throw new Error("its checksum is another");
    utimesSync(path, new Date(), new Date()); // used: goes last
    return new Uint8Array(file.subarray(HEAD + ids.byteLength));
  }

  /** The ids of a file of this fingerprint. */
  #idsOf(name: string): Int32Array | undefined {
    const file = openSync(join(this.#folder, name), "r");
    try {
      const head = Buffer.alloc(HEAD);
      if (readSync(file, head) < HEAD || head.toString("latin1", 0, 8) !== MAGIC) throw new Error("it is no state");
      if (!head.subarray(40, 72).equals(this.#fingerprint)) return undefined;
      const count = head.readUInt32LE(72);
      if (count === 0 || HEAD + 4 * count > fstatSync(file).size) throw new Error("it is cut short");
      const ids = new Int32Array(count);
      readSync(file, new Uint8Array(ids.buffer), 0, ids.byteLength, HEAD);
      return ids;
    } finally {
      closeSync(file);
    }
  }

  /** Removes the files used longest ago, whosever they are, until `bytes` more fit. */
  #makeRoom(bytes: number): void {
    const files = readdirSync(this.#folder).filter((name) => NAME.test(name)).map((name) => ({ name, ...timeAndSize(join(this.#folder, name)) }));
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
      this.#forget(name);
      return undefined;
    }
  }
}

async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await file.writev(pieces);
  if (bytesWritten !== bytes) throw new Error("the folder takes no more");
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function timeAndSize(path: string): { time: number; size: number } {
  const { mtimeMs, size } = statSync(path);
  return { time: mtimeMs, size };
}
