import { invariant } from "@wanwen/core";
import { byteOf } from "./byte-alphabet.ts";

/** What each id stands for, all bytes in one array. Ids are filled in ascending order; those left out are empty. */
export class TokenTable {
  #bytes = new Uint8Array(1 << 16);
  readonly #ends: number[] = [];

  get size(): number {
    return this.#ends.length;
  }

  /** The bytes of a token; empty for an id that has none. A view: do not write to it. */
  bytes(id: number): Uint8Array {
    invariant(Number.isInteger(id) && id >= 0, `a token id is a whole number from 0 on, got ${id}`);
    if (id >= this.#ends.length) return this.#bytes.subarray(0, 0);
    return this.#bytes.subarray(id === 0 ? 0 : this.#ends[id - 1]!, this.#ends[id]!);
  }

  addBytes(id: number, bytes: Uint8Array): void {
    const at = this.#begin(id, bytes.length);
    this.#bytes.set(bytes, at);
    this.#ends.push(at + bytes.length);
  }

  /** A token as byte-level vocabularies write it. Text with a letter outside their alphabet stands for itself. */
  addLetters(id: number, letters: string): void {
    let at = this.#begin(id, letters.length);
    for (let i = 0; i < letters.length; i++) {
      const byte = byteOf(letters.charCodeAt(i));
      if (byte < 0) return this.addText(id, letters);
      this.#bytes[at++] = byte;
    }
    this.#ends.push(at);
  }

  /** A token that stands for its own text. */
  addText(id: number, text: string): void {
    this.addBytes(id, ENCODER.encode(text));
  }

  /** Leaves ids before `id` empty, makes room, and says where the bytes go. */
  #begin(id: number, length: number): number {
    invariant(id >= this.#ends.length, "tokens are added in ascending order");
    const at = this.#ends.at(-1) ?? 0;
    while (this.#ends.length < id) this.#ends.push(at);
    if (at + length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, at + length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return at;
  }
}

const ENCODER = new TextEncoder();
