import type { Tokenizer } from "@wanwen/formats";
import type { Segment } from "./segment.ts";

/** What the vocabulary can do from one place of a segment. */
export interface SegmentWalk {
  /** Tokens that end inside the segment. */
  readonly mask: Uint32Array;
  /** Trie nodes at which the segment is left, and by which exit. */
  readonly exitNodes: Int32Array;
  readonly exitNumbers: Int32Array;
  /** Of segments that count characters: how many begin on the way to each exit, and in each token that ends inside. */
  readonly exitBegun: Uint16Array | undefined;
  readonly lengths: TokenLengths | undefined;
}

/** Tokens that end inside a segment, by the number of characters that begin in them, most first; those of none are left out. */
export interface TokenLengths {
  readonly ids: Int32Array;
  readonly begun: Uint16Array;
}

/** Walks of free text that are kept for all requests; about 31 KB each with 248,077 tokens. */
const WALKS_MAX = 256;

/**
 * All tokens of a vocabulary by their bytes, made once per model. Nodes are numbered in the order of a walk: the
 * children of node n begin at n + 1, each one's next sibling is where its own part ends. So a walk goes through flat
 * arrays from left to right, and skipping a subtree is one jump. 248,077 tokens: 591,554 nodes, made in 0.3 s, walked in
 * 20 ms (x64). Control tokens are not in it: no text makes them.
 */
export class VocabularyTrie {
  /** Words of a mask: one bit per id. */
  readonly maskWords: number;
  /** Bits of the control tokens. */
  readonly controls: Uint32Array;
  /** 1 for each byte that is a token of its own: a text of these can always be written. */
  readonly writable = new Uint8Array(256);
  /** Number of nodes; node 0 is the root. */
  readonly nodes: number;
  /** The byte that leads to a node. */
  readonly byte: Uint8Array;
  /** The first node behind a node's subtree. */
  readonly end: Int32Array;
  /** Number of bytes from the root. */
  readonly depth: Uint16Array;
  readonly #depthMax: number;
  /** The first token that ends at a node, -1 for none; several may have the same bytes. */
  readonly #firstToken: Int32Array;
  /** By token: the next one with the same bytes, -1 for none. */
  readonly #nextToken: Int32Array;
  readonly #walks = new Map<Segment, Map<number, SegmentWalk>>();
  #walkCount = 0;

  constructor(tokenizer: Pick<Tokenizer, "size" | "bytes" | "isSpecial">) {
    this.maskWords = Math.ceil(tokenizer.size / 32);
    this.controls = new Uint32Array(this.maskWords);
    const texts = new TokenTexts();
    for (let id = 0; id < tokenizer.size; id++) {
      if (tokenizer.isSpecial(id)) {
        this.controls[id >> 5]! |= 1 << (id & 31);
        continue;
      }
      const bytes = tokenizer.bytes(id);
      if (bytes.length === 0) continue; // an id that nothing was assigned to
      if (bytes.length === 1) this.writable[bytes[0]!] = 1;
      texts.add(id, bytes);
    }
    this.#nextToken = new Int32Array(tokenizer.size).fill(-1);
    const capacity = texts.bytes.length + 1;
    this.byte = new Uint8Array(capacity);
    this.end = new Int32Array(capacity);
    this.depth = new Uint16Array(capacity);
    this.#firstToken = new Int32Array(capacity).fill(-1);
    this.#depthMax = texts.longest;
    this.nodes = this.#build(texts);
  }

  /** Nodes in the order of the sorted texts: each text adds what it does not share with the one before it. */
  #build(texts: TokenTexts): number {
    const path = new Int32Array(texts.longest + 1); // the nodes of the text before
    let pathLength = 0;
    let nodes = 1;
    for (const index of texts.sorted()) {
      const { start, length } = texts.range(index);
      let shared = 0;
      while (shared < length && shared < pathLength && this.byte[path[shared + 1]!] === texts.bytes[start + shared]) shared++;
      while (pathLength > shared) this.end[path[pathLength--]!] = nodes;
      while (pathLength < length) {
        this.byte[nodes] = texts.bytes[start + pathLength]!;
        path[++pathLength] = nodes;
        this.depth[nodes++] = pathLength;
      }
      const node = path[length]!;
      const id = texts.id(index);
      this.#nextToken[id] = this.#firstToken[node]!;
      this.#firstToken[node] = id;
    }
    for (; pathLength >= 0; pathLength--) this.end[path[pathLength]!] = nodes;
    return nodes;
  }

  /** What the vocabulary can do from a place of a segment; worked out at the first question. */
  walk(segment: Segment, at: number): SegmentWalk {
    let walks = this.#walks.get(segment);
    const known = walks?.get(at);
    if (known) return known;
    if (this.#walkCount >= WALKS_MAX) {
      this.#walks.clear(); // rare: a handful of segments has some dozens of places
      this.#walkCount = 0;
      walks = undefined;
    }
    if (!walks) this.#walks.set(segment, (walks = new Map<number, SegmentWalk>()));
    const walk = this.#walkFrom(segment, at);
    walks.set(at, walk);
    this.#walkCount++;
    return walk;
  }

  /** Sets the bits of all tokens that end at a node. */
  allow(mask: Uint32Array, node: number): void {
    for (let id = this.#firstToken[node]!; id >= 0; id = this.#nextToken[id]!) mask[id >> 5]! |= 1 << (id & 31);
  }

  #walkFrom(segment: Segment, from: number): SegmentWalk {
    const mask = new Uint32Array(this.maskWords);
    const exitNodes: number[] = [];
    const exitNumbers: number[] = [];
    const rows: Int32Array[] = []; // by depth, along the way to the node: where each byte leads from there
    rows[0] = segment.row(from);
    // Hundreds of thousands of rounds: no calls in the usual one, and no fields.
    const { nodes, byte, end, depth: depths } = this;
    const firstToken = this.#firstToken;
    const nextToken = this.#nextToken;
    for (let node = 1; node < nodes; ) {
      const depth = depths[node]!;
      const next = rows[depth - 1]![byte[node]!]!;
      if (next >= 0) {
        for (let id = firstToken[node]!; id >= 0; id = nextToken[id]!) mask[id >> 5]! |= 1 << (id & 31);
        if (end[node]! > node + 1) rows[depth] = segment.row(next);
        node++;
        continue;
      }
      if (!segment.isDead(next)) {
        exitNodes.push(node);
        exitNumbers.push(segment.exitNumber(next));
      }
      node = end[node]!;
    }
    const exits = { exitNodes: Int32Array.from(exitNodes), exitNumbers: Int32Array.from(exitNumbers) };
    return { mask, ...exits, ...(segment.counting ? this.#count(segment, from, exits.exitNodes) : { exitBegun: undefined, lengths: undefined }) };
  }

  /** The same walk again, counting the characters that begin. */
  #count(segment: Segment, from: number, exitNodes: Int32Array): Pick<SegmentWalk, "exitBegun" | "lengths"> {
    const exitBegun = new Uint16Array(exitNodes.length);
    const byBegun: number[][] = [];
    const places = new Int32Array(this.#depthMax + 1);
    const begun = new Uint16Array(this.#depthMax + 1);
    places[0] = from;
    for (let node = 1, exit = 0; node < this.nodes; ) {
      const depth = this.depth[node]!;
      const byte = this.byte[node]!;
      const next = segment.next(places[depth - 1]!, byte);
      if (next < 0) {
        if (exitNodes[exit] === node) exitBegun[exit++] = begun[depth - 1]!;
        node = this.end[node]!;
        continue;
      }
      places[depth] = next;
      begun[depth] = begun[depth - 1]! + Number(segment.counts(places[depth - 1]!, byte));
      const own = (byBegun[begun[depth]!] ??= []);
      for (let id = this.#firstToken[node]!; id >= 0; id = this.#nextToken[id]!) own.push(id);
      node++;
    }
    const descending = byBegun.flatMap((ids, number) => (number > 0 ? [{ ids, number }] : [])).reverse();
    return {
      exitBegun,
      lengths: {
        ids: Int32Array.from(descending.flatMap(({ ids }) => ids)),
        begun: Uint16Array.from(descending.flatMap(({ ids, number }) => ids.map(() => number))),
      },
    };
  }
}

/** Ranges shorter than this are sorted by comparing, longer ones byte by byte. */
const SHORT_RANGE = 24;

/** The bytes of many tokens one after the other, and their sorted order. */
class TokenTexts {
  bytes = new Uint8Array(1 << 16);
  longest = 0;
  readonly #ids: number[] = [];
  readonly #ends: number[] = [];

  add(id: number, bytes: Uint8Array): void {
    const start = this.#ends.at(-1) ?? 0;
    const end = start + bytes.length;
    if (end > this.bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes.set(bytes, start);
    this.#ids.push(id);
    this.#ends.push(end);
    this.longest = Math.max(this.longest, bytes.length);
  }

  id(index: number): number {
    return this.#ids[index]!;
  }

  range(index: number): { start: number; length: number } {
    const start = this.#ends[index - 1] ?? 0;
    return { start, length: this.#ends[index]! - start };
  }

  /** Indices in the order of their bytes (radix sort, most significant byte first). */
  sorted(): Int32Array {
    const order = Int32Array.from(this.#ids, (_, index) => index);
    this.#sort(order, new Int32Array(order.length), 0, order.length, 0);
    return order;
  }

  #sort(order: Int32Array, spare: Int32Array, from: number, to: number, depth: number): void {
    if (to - from < SHORT_RANGE) {
      this.#insertionSort(order, from, to, depth);
      return;
    }
    const starts = new Int32Array(258); // by byte + 1; 0 is a text that ends here
    for (let at = from; at < to; at++) starts[this.#key(order[at]!, depth) + 1]!++;
    for (let key = 1; key < 258; key++) starts[key]! += starts[key - 1]!;
    const next = starts.slice();
    for (let at = from; at < to; at++) spare[from + next[this.#key(order[at]!, depth)]!++] = order[at]!;
    order.set(spare.subarray(from, to), from);
    for (let key = 1; key < 257; key++) {
      if (starts[key + 1]! - starts[key]! > 1) this.#sort(order, spare, from + starts[key]!, from + starts[key + 1]!, depth + 1);
    }
  }

  #insertionSort(order: Int32Array, from: number, to: number, depth: number): void {
    for (let at = from + 1; at < to; at++) {
      const index = order[at]!;
      let place = at;
      while (place > from && this.#before(index, order[place - 1]!, depth)) {
        order[place] = order[place - 1]!;
        place--;
      }
      order[place] = index;
    }
  }

  #before(a: number, b: number, depth: number): boolean {
    for (let at = depth; ; at++) {
      const keyA = this.#key(a, at);
      const keyB = this.#key(b, at);
      if (keyA !== keyB) return keyA < keyB;
      if (keyA === 0) return false;
    }
  }

  #key(index: number, depth: number): number {
    const at = (index === 0 ? 0 : this.#ends[index - 1]!) + depth;
    return at < this.#ends[index]! ? this.bytes[at]! + 1 : 0;
  }
}
