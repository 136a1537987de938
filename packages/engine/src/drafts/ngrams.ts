/** Tokens that must have been seen in a row before they are taken for a repetition. */
const SEEN = 3;
/** More that came before like this is not looked for. */
const SEEN_MAX = 8;
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

  /** At most `count` tokens; none when the last three are new. `much`: the last eight came before like this. */
  guess(count: number): { readonly ids: readonly number[]; readonly much: boolean } {
    const place = this.#count < SEEN ? 0 : this.#places[this.#slot()]!;
    const same = place === 0 ? 0 : this.#sameBefore(place);
    if (same < SEEN) return { ids: [], much: false };
    return { ids: [...this.#ids.subarray(place, Math.min(place + count, this.#count))], much: same === SEEN_MAX };
  }

  #slot(): number {
    const at = this.#count;
    let hash = 0;
    for (let back = 1; back <= SEEN; back++) hash = Math.imul(hash ^ this.#ids[at - back]!, 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }

  /** How many tokens before `place` are those at the end, at most SEEN_MAX. */
  #sameBefore(place: number): number {
    let same = 0;
    while (same < Math.min(SEEN_MAX, place) && this.#ids[place - 1 - same] === this.#ids[this.#count - 1 - same]) same++;
    return same;
  }
}

function grown(ids: Int32Array): Int32Array {
  const more = new Int32Array(ids.length * 2);
  more.set(ids);
  return more;
}
