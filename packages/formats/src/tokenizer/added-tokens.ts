import { InputError } from "@wanwen/core";
import { quote } from "../quote.ts";

/** A token that was added to the vocabulary and is recognised in text as a whole. */
export interface AddedToken {
  readonly id: number;
  readonly text: string;
  /** A control token: never shown, and never made from what a person wrote. */
  readonly special: boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  id: number;
}

const textUnitsMax = 1024;
/** Letters of all added tokens together: each may become a node. */
const allUnitsMax = 262_144;

/** Finds the texts of added tokens: the longest that begins at the earliest place. */
export class AddedTokenFinder {
  readonly #root: Node = { next: new Map(), id: -1 };

  constructor(tokens: readonly AddedToken[], file: string) {
    let units = 0;
    for (const token of tokens) {
      units += token.text.length;
      if (units > allUnitsMax) throw new InputError(`${file}: expected at most ${allUnitsMax} letters in all added tokens, got more`);
      if (token.text.length === 0 || token.text.length > textUnitsMax) {
        throw new InputError(`${file}: token ${token.id}: expected 1 to ${textUnitsMax} letters, got ${token.text.length}: ${quote(token.text)}`);
      }
      let node = this.#root;
      for (let i = 0; i < token.text.length; i++) node = child(node, token.text.charCodeAt(i));
      node.id = token.id;
    }
  }

  /** Calls `onText` and `onToken` for the parts of a text in order. */
  split(text: string, onText: (text: string) => void, onToken: (id: number) => void): void {
    let begin = 0;
    for (let i = 0; i < text.length; ) {
      const length = this.#matchAt(text, i);
      if (length === 0) {
        i++;
        continue;
      }
      if (i > begin) onText(text.slice(begin, i));
      onToken(this.#matched);
      i += length;
      begin = i;
    }
    if (begin < text.length) onText(text.slice(begin));
  }

  #matched = -1;

  /** Length of the longest token at `begin`, 0 for none; its id is left in `#matched`. */
  #matchAt(text: string, begin: number): number {
    let node = this.#root.next.get(text.charCodeAt(begin));
    let length = 0;
    for (let i = begin + 1; node; i++) {
      if (node.id >= 0) {
        this.#matched = node.id;
        length = i - begin;
      }
      node = i < text.length ? node.next.get(text.charCodeAt(i)) : undefined;
    }
    return length;
  }
}

function child(node: Node, unit: number): Node {
  let next = node.next.get(unit);
  if (!next) node.next.set(unit, (next = { next: new Map(), id: -1 }));
  return next;
}
