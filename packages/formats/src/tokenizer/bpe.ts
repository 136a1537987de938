import type { MergeTable } from "./merge-table.ts";

/** Ranks and positions share one number in the queue: rank · 2^26 + position. */
const POSITIONS = 2 ** 26;

/**
 * Byte pair encoding of one word: begin with a token per byte, then join, again and again, the neighbours whose pair
 * has the lowest rank (the leftmost of equals), until no pair can join.
 *
 * A queue holds every pair that can join, so a word of n bytes takes n · log n steps: a page of one letter is no trap.
 */
export class Bpe {
  readonly #byteIds: Int32Array;
  readonly #merges: MergeTable;
  // One word's tokens as a list: #next[i] and #previous[i] are positions. Reused and grown, never shrunk.
  #ids = new Int32Array(256);
  #next = new Int32Array(256);
  #previous = new Int32Array(256);
  #queue = new Float64Array(768);
  #queued = 0;

  /** @param byteIds the token of each byte, -1 for a byte that has none and is left out */
  constructor(byteIds: Int32Array, merges: MergeTable) {
    this.#byteIds = byteIds;
    this.#merges = merges;
  }

  /** The tokens of a word's bytes. */
  encode(bytes: Uint8Array): number[] {
    const count = this.#begin(bytes);
    for (let i = 0; i + 1 < count; i++) this.#offer(i);
    while (this.#queued > 0) this.#joinNext();
    const result: number[] = [];
    if (count > 0) for (let i = 0; i >= 0; i = this.#next[i]!) result.push(this.#ids[i]!);
    return result;
  }

  #begin(bytes: Uint8Array): number {
    if (bytes.length > this.#ids.length) {
      const size = 2 ** Math.ceil(Math.log2(bytes.length));
      this.#ids = new Int32Array(size);
      this.#next = new Int32Array(size);
      this.#previous = new Int32Array(size);
      this.#queue = new Float64Array(3 * size); // n - 1 pairs at first, two more for each of n - 1 joins
    }
    let count = 0;
    for (let i = 0; i < bytes.length; i++) {
      const id = this.#byteIds[bytes[i]!]!;
      if (id < 0) continue;
      this.#ids[count] = id;
      this.#previous[count] = count - 1;
      this.#next[count] = count + 1;
      count++;
    }
    if (count > 0) this.#next[count - 1] = -1;
    return count;
  }

  /** Queues the pair that begins at `position`, if it can join. */
  #offer(position: number): void {
    const rank = this.#rankAt(position);
    if (rank >= 0) this.#push(rank * POSITIONS + position);
  }

  #rankAt(position: number): number {
    const next = this.#next[position]!;
    return next < 0 ? -1 : this.#merges.rank(this.#ids[position]!, this.#ids[next]!);
  }

  #joinNext(): void {
    const entry = this.#pop();
    const position = entry % POSITIONS;
    const rank = (entry - position) / POSITIONS;
    // The pair may be gone: one of its halves joined something else. A removed token has id -1 and never matches.
    if (this.#rankAt(position) !== rank) return;
    const gone = this.#next[position]!;
    const after = this.#next[gone]!;
    this.#ids[position] = this.#merges.joined(rank);
    this.#ids[gone] = -1;
    this.#next[position] = after;
    if (after >= 0) this.#previous[after] = position;
    const before = this.#previous[position]!;
    if (before >= 0) this.#offer(before);
    this.#offer(position);
  }

  // A binary heap, smallest first.

  #push(entry: number): void {
    const queue = this.#queue;
    let i = this.#queued++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (queue[parent]! <= entry) break;
      queue[i] = queue[parent]!;
      i = parent;
    }
    queue[i] = entry;
  }

  #pop(): number {
    const queue = this.#queue;
    const top = queue[0]!;
    const count = --this.#queued;
    const last = queue[count]!;
    let i = 0;
    for (let child = 1; child < count; child = 2 * i + 1) {
      if (child + 1 < count && queue[child + 1]! < queue[child]!) child++;
      if (queue[child]! >= last) break;
      queue[i] = queue[child]!;
      i = child;
    }
    queue[i] = last;
    return top;
  }
}
