/**
 * Chance that always falls the same way: what a seed decides once it decides for ever, on any computer. Timetables,
 * prices and seats of dynamic inventory come from here, so the same search finds the same offers tomorrow.
 */
export class Chance {
  #state: number;

  constructor(...seed: readonly (string | number)[]) {
    this.#state = hash32(seed.join("\u0000"));
  }

  /** [0, 1). mulberry32 (public domain, Tommy Ettinger). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number in [low, high]. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Up to `count` different items, in the order of the draw. */
  draw<Item>(items: readonly Item[], count: number): Item[] {
    const rest = [...items];
    const drawn: Item[] = [];
    while (rest.length > 0 && drawn.length < count) drawn.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    return drawn;
  }
}

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, because FNV alone leaves neighbours alike. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Eight letters that stand for a text, for references. */
export function tag(...texts: readonly (string | number)[]): string {
  const text = texts.join("\u0000");
  return (hash32(text).toString(36) + hash32(`${text}.`).toString(36)).slice(0, 10);
}
