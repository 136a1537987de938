/**
 * The engine's seeded random numbers: xoshiro128** 1.1 (Blackman and Vigna, 2018; public domain), its state
 * filled by SplitMix32 so that neighbouring seeds give unrelated sequences. Same seed, same sequence, everywhere.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** `seed`: any finite number; undefined takes one from the system. */
  constructor(seed?: number) {
    // Both halves of the double count: seeds above 2^32 and fractions differ too.
    const words = new Uint32Array(new Float64Array([seed ?? 0]).buffer);
    if (seed === undefined) crypto.getRandomValues(words);
    let mixed = (words[0]! ^ Math.imul(words[1]!, 0x9e3779b1)) | 0;
    const splitMix = (): number => {
      mixed = (mixed + 0x9e3779b9) | 0;
      let z = mixed;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    };
    this.#a = splitMix();
    this.#b = splitMix();
    this.#c = splitMix();
    this.#d = splitMix() | 1; // never all zero
  }

  /** A whole number of 32 random bits. */
  bits(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** Uniform in [0, 1), with 53 random bits. */
  next(): number {
    return ((this.bits() >>> 5) * 67_108_864 + (this.bits() >>> 6)) / 9_007_199_254_740_992;
  }
}
