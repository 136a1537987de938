import type { State } from "./automaton.ts";
import type { VocabularyTrie } from "./trie.ts";

/**
 * Which tokens can come next: those whose bytes lead somewhere from `state`. A token that crosses the border between
 * a value and its closing tag is judged like any other. `endIds` may come where the text may end. Undefined: all
 * tokens may come.
 */
export function maskOf(trie: VocabularyTrie, state: State, endIds: readonly number[]): Uint32Array | undefined {
  if (state.free?.controls && anythingGoes(trie, state)) return undefined;
  const mask = new Uint32Array(trie.maskWords);
  if (state.free) allowFree(mask, trie, state);
  else allowFrom(mask, trie, 0, state);
  if (state.free?.controls) for (let word = 0; word < mask.length; word++) mask[word]! |= trie.controls[word]!;
  else if (state.canEnd) for (const id of endIds) if (id >> 5 < mask.length) mask[id >> 5]! |= 1 << (id & 31);
  return mask;
}

/** No exit is closed, and none is passed by a token that goes on behind it. */
function anythingGoes(trie: VocabularyTrie, { free }: State): boolean {
  if (!free?.segment.open) return false;
  const { exitNodes, exitNumbers } = trie.walk(free.segment, free.at);
  return exitNodes.every((node, at) => trie.end[node] === node + 1 && free.exit(exitNumbers[at]!) !== undefined);
}

function allowFree(mask: Uint32Array, trie: VocabularyTrie, { free }: State): void {
  if (!free) return;
  const walk = trie.walk(free.segment, free.at);
  mask.set(walk.mask);
  for (const [at, node] of walk.exitNodes.entries()) {
    const next = free.exit(walk.exitNumbers[at]!);
    if (!next) continue;
    trie.allow(mask, node);
    allowFrom(mask, trie, node, next);
  }
}

/** Allows the tokens below a node, as far as `state` goes along. */
function allowFrom(mask: Uint32Array, trie: VocabularyTrie, node: number, state: State): void {
  const end = trie.end[node]!;
  for (let child = node + 1; child < end; child = trie.end[child]!) {
    const next = state.step(trie.byte[child]!);
    if (!next) continue;
    trie.allow(mask, child);
    if (trie.end[child]! > child + 1) allowFrom(mask, trie, child, next);
  }
}
