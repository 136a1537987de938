import { InputError } from "@wanwen/core";
import { quote } from "../quote.ts";
import type { Tokenizer } from "../types.ts";
import { Bpe } from "./bpe.ts";
import { byteLevelTokenizer } from "./byte-level-tokenizer.ts";
import { MergeTable } from "./merge-table.ts";
import { PATTERNS, splitBy } from "./split.ts";
import { TokenTable } from "./token-table.ts";

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
  });
}

function readLines(text: string, file: string): Uint8Array[] {
  const tokens: Uint8Array[] = [];
  for (let begin = 0, line = 1; begin < text.length; line++) {
    const lineEnd = text.indexOf("\n", begin);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (end > begin) tokens.push(readLine(text.slice(begin, end), tokens.length, `${file}: line ${line}`));
    begin = end + 1;
  }
  return tokens;
}

function readLine(line: string, rank: number, where: string): Uint8Array {
  const blank = line.indexOf(" ");
  if (blank < 1 || Number(line.slice(blank)) !== rank) {
    throw new InputError(`${where}: expected a token and rank ${rank}, got ${quote(line)}`);
  }
  try {
    return bytesOfBinary(atob(line.slice(0, blank))); // a third of the time of Uint8Array.fromBase64, for a few bytes each
  } catch (cause) {
    throw new InputError(`${where}: expected base64, got ${quote(line)}`, { cause });
  }
}

function bytesOfBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
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
