import { InputError } from "@wanwen/core";
import { decodeUtf8 } from "./byte-source.ts";
import { quote } from "./quote.ts";
import type { ByteSource, MetadataValue } from "./types.ts";

/** The vocabulary of the largest model makes 10 MB of header. */
const headerBytesMax = 256 * 1024 * 1024;
const windowBytes = 1 << 20;
const arrayElementsMax = 1 << 24;
/** Arrays of arrays are allowed by the format and used by nobody. */
const arrayDepthMax = 4;

/** Bytes that a value of each type takes at least; 8 for a string's or an empty array's head. */
const VALUE_BYTES = [1, 1, 2, 2, 4, 4, 4, 1, 8, 12, 8, 8, 8] as const;
const STRING = 8;
const ARRAY = 9;

/** Reads a GGUF header from front to back through a window, so that a file of any size costs a megabyte or its header. */
export class GgufReader {
  /** Bytes read so far. */
  position = 0;
  readonly file: string;
  readonly #source: ByteSource;
  readonly #end: number;
  #window = new Uint8Array(0);
  #view = new DataView(this.#window.buffer);
  #windowBegin = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.file = source.name;
    this.#end = Math.min(source.size, headerBytesMax);
  }

  u32(what: string): number {
    const at = this.#take(4, what);
    return this.#view.getUint32(at, true);
  }

  /** A u64 as a number; beyond 2^53 not exact, and for the caller to refuse. */
  u64(what: string): number {
    const at = this.#take(8, what);
    return this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
  }

  /** A count of things that take at least `bytesEach`: never more than the rest of the file can hold. */
  count(what: string, bytesEach: number, limit = headerBytesMax): number {
    const count = this.u64(what);
    const most = Math.min(limit, Math.floor((this.#end - this.position) / bytesEach));
    if (count > most) throw new InputError(`${this.file}: ${what}: expected at most ${most}, got ${count}`);
    return count;
  }

  string(what: string): string {
    const length = this.count(`length of ${what}`, 1);
    const at = this.#take(length, what);
    return decodeUtf8(this.#window.subarray(at, at + length), `${this.file}: ${what}`);
  }

  pairs(count: number): Map<string, MetadataValue> {
    const pairs = new Map<string, MetadataValue>();
    for (let i = 0; i < count; i++) {
      const key = this.string(`key ${i}`);
      if (pairs.has(key)) throw new InputError(`${this.file}: ${quote(key)}: expected each key once`, { param: key });
      pairs.set(key, this.#value(this.u32(quote(key)), quote(key), 0));
    }
    return pairs;
  }

  #value(type: number, what: string, depth: number): MetadataValue {
    if (type === STRING) return this.string(what);
    if (type === ARRAY) return this.#array(what, depth + 1);
    const bytes = VALUE_BYTES[type];
    if (bytes === undefined) throw new InputError(`${this.file}: ${what}: expected a value type up to 12, got ${type}`);
    return this.#plain(type, this.#take(bytes, what));
  }

  #array(what: string, depth: number): readonly MetadataValue[] {
    const type = this.u32(what);
    const bytesEach = VALUE_BYTES[type];
    if (bytesEach === undefined) throw new InputError(`${this.file}: ${what}: expected an element type up to 12, got ${type}`);
    if (depth > arrayDepthMax) throw new InputError(`${this.file}: ${what}: expected arrays at most ${arrayDepthMax} deep`);
    const count = this.count(`length of ${what}`, bytesEach, arrayElementsMax);
    if (type === STRING) return this.#strings(count, what);
    const values: MetadataValue[] = [];
    for (let i = 0; i < count; i++) values.push(this.#value(type, what, depth));
    return values;
  }

  /**
   * A vocabulary has hundreds of thousands of short strings. They are gathered without their lengths, decoded at once
   * and cut again: several times as fast as decoding each.
   */
  #strings(count: number, what: string): string[] {
    const strings: string[] = [];
    while (strings.length < count) this.#stringBatch(strings, count, what);
    return strings;
  }

  /** Appends as many strings as lie whole in the window, at least one. */
  #stringBatch(strings: string[], count: number, what: string): void {
    this.#peekString(what); // makes sure that one is there, growing the window for a long one
    const ends = this.#stringEnds(count - strings.length);
    const begin = this.position - this.#windowBegin;
    const text = new Uint8Array(ends.at(-1)! - begin - 8 * ends.length);
    const unitEnds: number[] = [];
    let at = begin;
    let textBytes = 0;
    let units = 0;
    for (const end of ends) {
      at += 8;
      // A string that begins in the middle of a character would borrow its start from the string before.
      if (at < end && UTF16_UNITS[this.#window[at]!] === 0) throw this.#notUtf8(what);
      for (; at < end; at++) {
        const byte = this.#window[at]!;
        text[textBytes++] = byte;
        units += UTF16_UNITS[byte]!;
      }
      unitEnds.push(units);
    }
    const all = decodeUtf8(text, `${this.file}: ${what}`);
    let cut = 0;
    for (const end of unitEnds) {
      strings.push(all.slice(cut, end));
      cut = end;
    }
    this.position = this.#windowBegin + at;
  }

  /** Where in the window the next strings end, as far as they are whole and up to `most` of them. */
  #stringEnds(most: number): number[] {
    const ends: number[] = [];
    let at = this.position - this.#windowBegin;
    while (ends.length < most && at + 8 <= this.#window.length) {
      at += 8 + this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
      if (at > this.#window.length) break;
      ends.push(at);
    }
    return ends;
  }

  /** Has the whole string at the position in the window. */
  #peekString(what: string): void {
    const begin = this.position;
    const length = this.count(`length of ${what}`, 1);
    this.position = begin;
    this.#take(8 + length, what);
    this.position = begin;
  }

  #notUtf8(what: string): InputError {
    return new InputError(`${this.file}: ${what}: expected UTF-8, got other bytes`);
  }

  #plain(type: number, at: number): MetadataValue {
    const view = this.#view;
    switch (type) {
      case 0: return view.getUint8(at);
      case 1: return view.getInt8(at);
      case 2: return view.getUint16(at, true);
      case 3: return view.getInt16(at, true);
      case 4: return view.getUint32(at, true);
      case 5: return view.getInt32(at, true);
      case 6: return view.getFloat32(at, true);
      case 7: return view.getUint8(at) !== 0;
      case 10: return exact(view.getBigUint64(at, true));
      case 11: return exact(view.getBigInt64(at, true));
      default: return view.getFloat64(at, true);
    }
  }

  /** Moves on by `bytes` and returns where in the window they begin. */
  #take(bytes: number, what: string): number {
    if (this.position + bytes > this.#end) {
      const limit = this.#end < this.#source.size ? `the header may take ${this.#end}` : `the file ends at ${this.#end}`;
      throw new InputError(`${this.file}: ${what}: expected ${bytes} bytes at ${this.position}, ${limit}`);
    }
    if (this.position + bytes > this.#windowBegin + this.#window.length) this.#moveWindow(bytes);
    const at = this.position - this.#windowBegin;
    this.position += bytes;
    return at;
  }

  #moveWindow(bytes: number): void {
    const size = Math.min(Math.max(bytes, windowBytes), this.#end - this.position);
    this.#window = new Uint8Array(size);
    this.#view = new DataView(this.#window.buffer);
    this.#windowBegin = this.position;
    this.#source.read(this.#window, this.position);
  }
}

/** UTF-16 units that a byte of UTF-8 adds: 0 for a continuation, 2 for the first of four, else 1. */
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => ((byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1));

/** A number where it is one exactly, as nearly always. */
function exact(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
