/** Tokens that must have been seen in a row before they are taken for a repetition. */
const SEEN = 3;

/**
 * Guesses from the text itself: behind the last three tokens, what stood there the last time that they came. Replies often
 * copy (code that is edited, names, the values of a call), and looking costs nothing.
 */
export class NGrams {
  readonly #ids: number[] = [];
  /** The place behind the last time that three tokens came. */
  readonly #places = new Map<string, number>();

  push(...ids: readonly number[]): void {
    for (const id of ids) {
      // Told apart one token late, so that a look-up never finds the end of the text itself.
      if (this.#ids.length >= SEEN) this.#places.set(this.#lastKey(), this.#ids.length);
      this.#ids.push(id);
    }
  }

  /** At most `count` tokens; none when the last three are new. */
  guess(count: number): number[] {
    const place = this.#ids.length < SEEN ? undefined : this.#places.get(this.#lastKey());
    return place === undefined ? [] : this.#ids.slice(place, place + count);
  }

  #lastKey(): string {
    return this.#ids.slice(-SEEN).join(" ");
  }
}
