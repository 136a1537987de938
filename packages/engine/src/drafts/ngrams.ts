/** Tokens that must have been seen in a row before they are taken for a repetition. */
const SEEN = 3;
/** Places that are remembered; later ones take the place of earlier ones. A power of two. */
const PLACES = 1 << 14;

/**
 * Guesses from the text itself: behind the last three tokens, what stood there the last time that they came. Replies often
 * copy (code that is edited, names, the values of a call), and looking costs nothing.
 */
export class NGrams {
  #ids: Int32Array = new Int32Array(1024);
  #count = 0;
  /** By a hash of three tokens, the place behind the last time that they came; 0: never. Collisions are found out in the text. */
  readonly #places = new Int32Array(PLACES);

  push(ids: readonly number[]): void {
    for (const id of ids) {
      if (this.#count === this.#ids.length) this.#ids = grown(this.#ids);
      // Told apart one token late, so that a look-up never finds the end of the text itself.
      if (this.#count >= SEEN) this.#places[this.#slot()] = this.#count;
      this.#ids[this.#count++] = id;
    }
  }

  /** At most `count` tokens; none when the last three are new. */
  guess(count: number): number[] {
    if (this.#count < SEEN) return [];
    const place = this.#places[this.#slot()]!;
    if (place === 0 || !this.#sameBefore(place)) return [];
    return [...this.#ids.subarray(place, Math.min(place + count, this.#count))];
  }

  #slot(): number {
    const at = this.#count;
    let hash = 0;
    for (let back = 1; back <= SEEN; back++) hash = Math.imul(hash ^ this.#ids[at - back]!, 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }

  #sameBefore(place: number): boolean {
    for (let back = 1; back <= SEEN; back++) if (this.#ids[place - back] !== this.#ids[this.#count - back]) return false;
    return true;
  }
}

function grown(ids: Int32Array): Int32Array {
  const more = new Int32Array(ids.length * 2);
  more.set(ids);
  return more;
}
