import { InputError } from "@wanwen/core";
import { quote } from "../quote.ts";
import { letterOf } from "./byte-alphabet.ts";
import { MergeTable } from "./merge-table.ts";

/** The token of each byte in a vocabulary written in the byte alphabet; -1 where there is none. */
export function byteIdsOf(vocabulary: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => vocabulary.get(letterOf(byte)) ?? -1);
}

/** A merge as files write it: "left right" or ["left", "right"]. */
export type WrittenMerge = string | readonly [string, string];

/**
 * Merges in the order of their ranks. One whose parts or result are no tokens can never apply and is left out.
 * @throws InputError for a merge that is not two words.
 */
export function mergesOf(
  written: readonly WrittenMerge[], vocabulary: ReadonlyMap<string, number>, where: string,
): MergeTable {
  const table = new MergeTable(written.length);
  for (const [rank, merge] of written.entries()) {
    const [left, right] = typeof merge === "string" ? twoWords(merge, rank, where) : merge;
    const leftId = vocabulary.get(left);
    const rightId = vocabulary.get(right);
    const joinedId = vocabulary.get(left + right);
    if (leftId !== undefined && rightId !== undefined && joinedId !== undefined) table.add(leftId, rightId, joinedId);
  }
  return table;
}

function twoWords(merge: string, rank: number, where: string): [string, string] {
  const blank = merge.indexOf(" ", 1);
  if (blank < 0 || blank + 1 >= merge.length) {
    throw new InputError(`${where}: merge ${rank}: expected two words, got ${quote(merge)}`);
  }
  return [merge.slice(0, blank), merge.slice(blank + 1)];
}
