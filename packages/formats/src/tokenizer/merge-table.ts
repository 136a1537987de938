import { invariant } from "@wanwen/core";

/**
 * Which pairs of tokens may join, how early, and into what. A hash table over typed arrays: a Map of a quarter of a
 * million pairs would need a number object for each key.
 */
export class MergeTable {
  readonly #mask: number;
  readonly #slotLeft: Int32Array;
  readonly #slotRight: Int32Array;
  /** Rank + 1; 0 is a free slot. */
  readonly #slotRank: Int32Array;
  readonly #joined: number[] = [];
  // Multipliers that a file's author cannot know, so that no file can be made whose pairs all fall into one slot.
  readonly #a = randomOdd();
  readonly #b = randomOdd();

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * capacity + 2));
    this.#mask = slots - 1;
    this.#slotLeft = new Int32Array(slots);
    this.#slotRight = new Int32Array(slots);
    this.#slotRank = new Int32Array(slots);
  }

  /** Pairs known so far; the rank of the next one. */
  get size(): number {
    return this.#joined.length;
  }

  /** Adds a pair after all others. A pair that is there already keeps its earlier rank. */
  add(left: number, right: number, joined: number): void {
    invariant(2 * this.size <= this.#mask, "a merge table is at most half full");
    const slot = this.#slot(left, right);
    if (this.#slotRank[slot] !== 0) return;
    this.#slotLeft[slot] = left;
    this.#slotRight[slot] = right;
    this.#joined.push(joined);
    this.#slotRank[slot] = this.#joined.length;
  }

  /** How early a pair joins, 0 first; -1 when it never does. */
  rank(left: number, right: number): number {
    return this.#slotRank[this.#slot(left, right)]! - 1;
  }

  /** The token that the pair of this rank becomes. */
  joined(rank: number): number {
    return this.#joined[rank]!;
  }

  /** The slot that holds the pair, or the free one where it would go. */
  #slot(left: number, right: number): number {
    let hash = (Math.imul(left, this.#a) + Math.imul(right, this.#b)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & this.#mask;
    while (this.#slotRank[slot] !== 0 && (this.#slotLeft[slot] !== left || this.#slotRight[slot] !== right)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}

function randomOdd(): number {
  return crypto.getRandomValues(new Int32Array(1))[0]! | 1;
}
