import { InputError } from "@wanwen/core";
import { quote } from "../quote.ts";
import { letterOf } from "./byte-alphabet.ts";
import { MergeTable } from "./merge-table.ts";

/**
 * Ids of tokens by their text, in the byte alphabet. A hash table of its own, because merges ask for pieces of
 * strings: cutting each piece out, half a million of them, took five times as long as everything else.
 */
export class Vocabulary {
  readonly #tokens: string[] = [];
  readonly #ids: number[] = [];
  readonly #mask: number;
  /** Place in #tokens + 1; 0 is a free slot. */
  readonly #slots: Int32Array;
  // As in MergeTable: numbers that a file's author cannot know.
  readonly #seed = crypto.getRandomValues(new Int32Array(1))[0]!;
  readonly #multiplier = crypto.getRandomValues(new Int32Array(1))[0]! | 1;

  constructor(entries: Iterable<readonly [token: string, id: number]>, count: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots);
    for (const [token, id] of entries) this.#add(token, id);
  }

  get size(): number {
    return this.#tokens.length;
  }

  get(token: string): number | undefined {
    return this.#idAt(this.#find(token, 0, token.length, -1));
  }

  /** The id of text[begin, end). */
  getPart(text: string, begin: number, end: number): number | undefined {
    return this.#idAt(this.#find(text, begin, end, -1));
  }

  /** The id of `text` without its letter at `skip`. */
  getWithout(text: string, skip: number): number | undefined {
    return this.#idAt(this.#find(text, 0, text.length, skip));
  }

  *[Symbol.iterator](): Generator<readonly [token: string, id: number]> {
    for (const [i, token] of this.#tokens.entries()) yield [token, this.#ids[i]!];
  }

  /** The first of equal tokens counts. */
  #add(token: string, id: number): void {
    const slot = this.#find(token, 0, token.length, -1);
    if (this.#slots[slot] !== 0) return;
    this.#tokens.push(token);
    this.#ids.push(id);
    this.#slots[slot] = this.#tokens.length;
  }

  #idAt(slot: number): number | undefined {
    return this.#ids[this.#slots[slot]! - 1];
  }

  /** The slot of text[begin, end) without the letter at `skip`, or the free one where it would go. */
  #find(text: string, begin: number, end: number, skip: number): number {
    let hash = this.#seed;
    for (let i = begin; i < end; i++) if (i !== skip) hash = (Math.imul(hash, this.#multiplier) + text.charCodeAt(i)) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
    let slot = (hash ^ (hash >>> 16)) & this.#mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (isPart(this.#tokens[entry - 1]!, text, begin, end, skip)) break;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}

function isPart(token: string, text: string, begin: number, end: number, skip: number): boolean {
  if (token.length !== end - begin - (skip < 0 ? 0 : 1)) return false;
  let at = 0;
  for (let i = begin; i < end; i++) if (i !== skip && token.charCodeAt(at++) !== text.charCodeAt(i)) return false;
  return true;
}

/** The token of each byte; -1 where there is none. */
export function byteIdsOf(vocabulary: Vocabulary): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => vocabulary.get(letterOf(byte)) ?? -1);
}

/**
 * Merges "left right" in the order of their ranks. One whose parts or result are no tokens can never apply and is
 * left out.
 * @throws InputError for a merge that is not two words.
 */
export function mergesOf(written: readonly string[], vocabulary: Vocabulary, where: string): MergeTable {
  const table = new MergeTable(written.length);
  for (const [rank, merge] of written.entries()) {
    const blank = merge.indexOf(" ", 1);
    if (blank < 0 || blank + 1 >= merge.length) {
      throw new InputError(`${where}: merge ${rank}: expected two words, got ${quote(merge)}`);
    }
    const left = vocabulary.getPart(merge, 0, blank);
    const right = vocabulary.getPart(merge, blank + 1, merge.length);
    const joined = vocabulary.getWithout(merge, blank);
    if (left !== undefined && right !== undefined && joined !== undefined) table.add(left, right, joined);
  }
  return table;
}
