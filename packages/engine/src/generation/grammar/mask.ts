import type { FreePlace, State } from "./automaton.ts";
import type { VocabularyTrie } from "./trie.ts";

/**
 * Which tokens can come next: those whose bytes lead somewhere from `state`. A token that crosses the border between
 * a value and its closing tag is judged like any other. `endIds` may come where the text may end. Undefined: all
 * tokens may come.
 */
export function maskOf(trie: VocabularyTrie, state: State, endIds: readonly number[]): Uint32Array | undefined {
  if (state.free?.controls && anythingGoes(trie, state)) return undefined;
  const mask = new Uint32Array(trie.maskWords);
  if (state.branches) return allOf(mask, state.branches.map((branch) => maskOf(trie, branch, endIds)));
  if (state.free) allowFree(mask, trie, state.free);
  else allowFrom(mask, trie, 0, state);
  if (state.free?.controls) for (let word = 0; word < mask.length; word++) mask[word]! |= trie.controls[word]!;
  else if (state.canEnd) for (const id of endIds) if (id >> 5 < mask.length) mask[id >> 5]! |= 1 << (id & 31);
  return mask;
}

/** What one of several allows. */
function allOf(into: Uint32Array, masks: readonly (Uint32Array | undefined)[]): Uint32Array | undefined {
  for (const mask of masks) {
    if (!mask) return undefined;
    for (let word = 0; word < into.length; word++) into[word]! |= mask[word]!;
  }
  return into;
}

/** No exit is closed, and none is passed by a token that goes on behind it. */
function anythingGoes(trie: VocabularyTrie, { free }: State): boolean {
  if (!free?.segment.open) return false;
  const { exitNodes, exitNumbers } = trie.walk(free.segment, free.at);
  return exitNodes.every((node, at) => trie.end[node] === node + 1 && free.exit(exitNumbers[at]!) !== undefined);
}

function allowFree(mask: Uint32Array, trie: VocabularyTrie, { segment, at, exit, length }: FreePlace): void {
  const walk = trie.walk(segment, at);
  mask.set(walk.mask);
  if (length && walk.lengths) {
    const { ids, begun } = walk.lengths;
    // Longest first: those in which more characters begin than may still come.
    for (let i = 0; i < ids.length && begun[i]! > length.max; i++) mask[ids[i]! >> 5]! &= ~(1 << (ids[i]! & 31));
  }
  const behind = new Map<number, State | undefined>(); // by exit
  for (const [i, node] of walk.exitNodes.entries()) {
    const number = walk.exitNumbers[i]!;
    const begun = walk.exitBegun?.[i] ?? 0;
    if (length && (begun < length.min || begun > length.max)) continue;
    if (!behind.has(number)) behind.set(number, exit(number));
    const next = behind.get(number);
    if (!next) continue;
    trie.allow(mask, node);
    if (trie.end[node]! > node + 1) allowFrom(mask, trie, node, next);
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
