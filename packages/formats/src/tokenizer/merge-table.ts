import { invariant } from "@wanwen/core";

/**
 * Which pairs of tokens may join, how early, and into what. A hash table in one typed array: a Map of a quarter of a
 * million pairs would need a number object for each key.
 */
export class MergeTable {
  readonly #mask: number;
  /** Four numbers for each slot, side by side for the cache's sake: left, right, rank + 1 (0 in a free slot), nothing. */
  readonly #slots: Int32Array;
  readonly #joined: number[] = [];
  // Multipliers that a file's author cannot know, so that no file can be made whose pairs all fall into one slot.
  readonly #a = randomOdd();
  readonly #b = randomOdd();

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * capacity + 2));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(4 * slots);
  }

  /** Pairs known so far; the rank of the next one. */
  get size(): number {
    return this.#joined.length;
  }

  /** Adds a pair after all others. A pair that is there already keeps its earlier rank. */
  add(left: number, right: number, joined: number): void {
    invariant(2 * this.size <= this.#mask, "a merge table is at most half full");
    const at = this.#find(left, right);
    if (this.#slots[at + 2] !== 0) return;
    this.#joined.push(joined);
    this.#slots[at] = left;
    this.#slots[at + 1] = right;
    this.#slots[at + 2] = this.#joined.length;
  }

  /** How early a pair joins, 0 first; -1 when it never does. */
  rank(left: number, right: number): number {
    return this.#slots[this.#find(left, right) + 2]! - 1;
  }

  /** The token that the pair of this rank becomes. */
  joined(rank: number): number {
    return this.#joined[rank]!;
  }

  /** Where the pair is, or the free place where it would go. */
  #find(left: number, right: number): number {
    const slots = this.#slots;
    let hash = (Math.imul(left, this.#a) + Math.imul(right, this.#b)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let at = ((hash ^ (hash >>> 13)) & this.#mask) << 2;
    while (slots[at + 2] !== 0 && (slots[at] !== left || slots[at + 1] !== right)) {
      at = (((at >> 2) + 1) & this.#mask) << 2;
    }
    return at;
  }
}

function randomOdd(): number {
  return crypto.getRandomValues(new Int32Array(1))[0]! | 1;
}
