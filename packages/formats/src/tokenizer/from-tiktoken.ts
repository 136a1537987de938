import { InputError } from "@wanwen/core";
import { quote } from "../quote.ts";
import type { Tokenizer } from "../types.ts";
import { Bpe } from "./bpe.ts";
import { lettersOf } from "./byte-alphabet.ts";
import { byteLevelTokenizer } from "./byte-level-tokenizer.ts";
import { MergeTable } from "./merge-table.ts";
import { PATTERNS, splitBy } from "./split.ts";
import { TokenTable } from "./token-table.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface TiktokenOptions {
  readonly rule: "qwen2" | "qwen35";
  /** Tokens after the vocabulary, in the order of their ids. */
  readonly added: readonly { readonly text: string; readonly special: boolean }[];
}

/**
 * A tokenizer from a tiktoken vocabulary: lines of `base64(bytes) rank`, ranks from 0 on without a gap. Such a file has
 * no merges: a token's own merge is the pair that its bytes become by the merges before it.
 * @throws InputError naming the file and the line.
 */
export function tokenizerFromTiktoken(text: string, file: string, options: TiktokenOptions): Tokenizer {
  const tokens = readLines(text, file);
  const table = new TokenTable();
  const byteIds = new Int32Array(256).fill(-1);
  for (const [id, bytes] of tokens.entries()) {
    table.addBytes(id, bytes);
    if (bytes.length === 1) byteIds[bytes[0]!] = id;
  }
  const added = options.added.map((token, i) => ({ ...token, id: tokens.length + i }));
  for (const token of added) table.addText(token.id, token.text);
  return byteLevelTokenizer({
    file,
    table,
    byteIds,
    merges: deriveMerges(tokens, byteIds),
    added,
    split: splitBy([PATTERNS[options.rule]], file),
    normalize: true,
    wholeWords: new Vocabulary(tokens.entries().map(([id, bytes]) => [lettersOf(bytes), id] as const), tokens.length),
  });
}

function readLines(text: string, file: string): Uint8Array[] {
  const tokens: Uint8Array[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const [base64, rank, ...rest] = line.split(" ");
    if (rest.length > 0 || Number(rank) !== tokens.length || !base64) {
      throw new InputError(`${file}: line ${i + 1}: expected a token and rank ${tokens.length}, got ${quote(line)}`);
    }
    tokens.push(bytesOfBase64(base64, `${file}: line ${i + 1}`));
  }
  return tokens;
}

function bytesOfBase64(base64: string, where: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch (cause) {
    throw new InputError(`${where}: expected base64, got ${quote(base64)}`, { cause });
  }
}

function deriveMerges(tokens: readonly Uint8Array[], byteIds: Int32Array): MergeTable {
  const merges = new MergeTable(tokens.length);
  const bpe = new Bpe(byteIds, merges);
  for (const [id, bytes] of tokens.entries()) {
    if (bytes.length < 2) continue;
    const parts = bpe.encode(bytes);
    if (parts.length === 2) merges.add(parts[0]!, parts[1]!, id);
  }
  return merges;
}
