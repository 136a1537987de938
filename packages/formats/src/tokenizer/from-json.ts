import { InputError } from "@wanwen/core";
import { isRecord, parseJson } from "../json.ts";
import { quote } from "../quote.ts";
import type { Tokenizer } from "../types.ts";
import type { AddedToken } from "./added-tokens.ts";
import { byteLevelTokenizer } from "./byte-level-tokenizer.ts";
import { PATTERNS, type SplitText, splitBy } from "./split.ts";
import { TokenTable } from "./token-table.ts";
import { byteIdsOf, mergesOf, Vocabulary } from "./vocabulary.ts";

/** Three times what the largest vocabulary of today takes. */
const valuesMax = 3_000_000;
/** Ids may leave some out, but not so many that the table is mostly nothing. */
const idsPerTokenMax = 4;

/**
 * A byte-level BPE tokenizer from a Hugging Face `tokenizer.json`. The flags lstrip, rstrip and single_word of added
 * tokens are not followed (no model of this family sets them).
 * @throws InputError naming the file, the field, expected and got.
 */
export function tokenizerFromJson(text: string, file: string): Tokenizer {
  const root = parseJson(text, file, { depthMax: 32, valuesMax });
  if (!isRecord(root)) throw new InputError(`${file}: expected a JSON object`);
  const model = root["model"];
  if (!isRecord(model)) throw new InputError(`${file}: model: expected an object`);
  checkModel(model, file);
  const vocabulary = readVocabulary(model["vocab"], file);
  const added = readAddedTokens(root["added_tokens"], file);
  return byteLevelTokenizer({
    file,
    table: tableOf(vocabulary, added, file),
    byteIds: byteIdsOf(vocabulary),
    merges: mergesOf(readMerges(model["merges"], file), vocabulary, `${file}: model.merges`),
    added,
    split: readPreTokenizer(root["pre_tokenizer"], file),
    normalize: readNormalizer(root["normalizer"], `${file}: normalizer`),
    ...(model["ignore_merges"] === true ? { wholeWords: vocabulary } : {}),
  });
}

function checkModel(model: Record<string, unknown>, file: string): void {
  const type = model["type"] ?? "BPE";
  if (type !== "BPE") throw new InputError(`${file}: model.type: expected BPE, got ${short(type)}`);
  for (const key of ["dropout", "continuing_subword_prefix", "end_of_word_suffix"]) {
    if (model[key]) throw new InputError(`${file}: model.${key}: expected none, got ${short(model[key])}`);
  }
  if (model["byte_fallback"] === true) throw new InputError(`${file}: model.byte_fallback: expected false: byte-level vocabularies only`);
}

function readVocabulary(vocab: unknown, file: string): Vocabulary {
  if (!isRecord(vocab)) throw new InputError(`${file}: model.vocab: expected an object of ids`);
  const entries = Object.entries(vocab).map(([token, id]): [string, number] => {
    if (!isId(id)) throw new InputError(`${file}: model.vocab: ${quote(token)}: expected an id, got ${short(id)}`);
    return [token, id];
  });
  return new Vocabulary(entries, entries.length);
}

/** Newer files have ["left", "right"], older ones "left right". */
function readMerges(merges: unknown, file: string): string[] {
  if (!Array.isArray(merges)) throw new InputError(`${file}: model.merges: expected a list`);
  return merges.map((merge: unknown, rank) => {
    if (typeof merge === "string") return merge;
    if (Array.isArray(merge) && merge.length === 2 && merge.every((word) => typeof word === "string")) return merge.join(" ");
    throw new InputError(`${file}: model.merges: merge ${rank}: expected two words, got ${short(merge)}`);
  });
}

function readAddedTokens(list: unknown, file: string): AddedToken[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw new InputError(`${file}: added_tokens: expected a list`);
  return list.map((entry: unknown, i): AddedToken => {
    if (!isRecord(entry) || !isId(entry["id"]) || typeof entry["content"] !== "string") {
      throw new InputError(`${file}: added_tokens: entry ${i}: expected id and content, got ${short(entry)}`);
    }
    return { id: entry["id"], text: entry["content"], special: entry["special"] === true };
  });
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function tableOf(vocabulary: Vocabulary, added: readonly AddedToken[], file: string): TokenTable {
  const writers: { id: number; text: string; isAdded: boolean }[] = [];
  for (const [text, id] of vocabulary) writers.push({ id, text, isAdded: false });
  for (const { id, text } of added) writers.push({ id, text, isAdded: true });
  writers.sort((a, b) => a.id - b.id); // stable: an added token comes after the vocabulary's entry of the same id
  const largest = writers.at(-1)?.id ?? 0;
  if (largest >= idsPerTokenMax * writers.length + 1024) {
    throw new InputError(`${file}: expected ids up to about ${writers.length}, the number of tokens, got ${largest}`);
  }
  const table = new TokenTable();
  for (const [i, { id, text, isAdded }] of writers.entries()) {
    const next = writers[i + 1];
    if (next?.id === id) {
      if (next.text !== text || !next.isAdded) {
        throw new InputError(`${file}: id ${id}: expected one token, got ${quote(text)} and ${quote(next.text)}`);
      }
      continue;
    }
    if (isAdded) table.addText(id, text);
    else table.addLetters(id, text);
  }
  return table;
}

function readNormalizer(normalizer: unknown, where: string): boolean {
  if (normalizer === undefined || normalizer === null) return false;
  if (!isRecord(normalizer)) throw new InputError(`${where}: expected an object`);
  if (normalizer["type"] === "NFC") return true;
  const steps = normalizer["normalizers"];
  if (normalizer["type"] === "Sequence" && Array.isArray(steps)) return steps.some((step) => readNormalizer(step, where));
  throw new InputError(`${where}: expected NFC or none, got ${short(normalizer["type"])}`);
}

function readPreTokenizer(pre: unknown, file: string): SplitText {
  const where = `${file}: pre_tokenizer`;
  const { patterns, byteLevel } = readSteps(pre, where);
  if (!byteLevel) throw new InputError(`${where}: expected a ByteLevel step: byte-level vocabularies only`);
  return splitBy(patterns, where);
}

/** Steps in order, flat; `byteLevel` says that one of them turns words into the byte alphabet. */
function readSteps(step: unknown, where: string): { patterns: string[]; byteLevel: boolean } {
  if (!isRecord(step)) throw new InputError(`${where}: expected an object, got ${short(step)}`);
  switch (step["type"]) {
    case "Sequence": {
      const steps = step["pretokenizers"];
      if (!Array.isArray(steps)) throw new InputError(`${where}: pretokenizers: expected a list`);
      const all = steps.map((each) => readSteps(each, where));
      return { patterns: all.flatMap((each) => each.patterns), byteLevel: all.some((each) => each.byteLevel) };
    }
    case "Split":
      return { patterns: [readSplit(step, where)], byteLevel: false };
    case "Digits":
      return { patterns: [step["individual_digits"] === true ? PATTERNS.digit : PATTERNS.digits], byteLevel: false };
    case "ByteLevel":
      if (step["add_prefix_space"] === true) throw new InputError(`${where}: add_prefix_space: expected false, got true`);
      return { patterns: step["use_regex"] === false ? [] : [PATTERNS.gpt2], byteLevel: true };
    default:
      throw new InputError(`${where}: expected Sequence, Split, Digits or ByteLevel, got ${short(step["type"])}`);
  }
}

function readSplit(step: Record<string, unknown>, where: string): string {
  const pattern = step["pattern"];
  const regex = isRecord(pattern) ? pattern["Regex"] : undefined;
  const literal = isRecord(pattern) ? pattern["String"] : undefined;
  if (step["behavior"] !== "Isolated" || step["invert"] === true) {
    throw new InputError(`${where}: expected a Split that isolates what matches, got ${short(step["behavior"])}`);
  }
  if (typeof regex === "string") return regex;
  if (typeof literal === "string") return literal.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
  throw new InputError(`${where}: pattern: expected Regex or String, got ${short(pattern)}`);
}

function short(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}
