import { InputError } from "@wanwen/core";
import type { MetadataValue, Tokenizer } from "../types.ts";
import type { AddedToken } from "./added-tokens.ts";
import { byteLevelTokenizer } from "./byte-level-tokenizer.ts";
import { PATTERNS, splitBy } from "./split.ts";
import { TokenTable } from "./token-table.ts";
import { byteIdsOf, mergesOf, Vocabulary } from "./vocabulary.ts";

type Metadata = ReadonlyMap<string, MetadataValue>;

/** How text is cut into words, by the name in `tokenizer.ggml.pre`. */
interface Rule {
  readonly patterns: readonly string[];
  readonly normalize: boolean;
  readonly wholeWords: boolean;
}

const QWEN2: Rule = { patterns: [PATTERNS.qwen2], normalize: true, wholeWords: false };
const QWEN35: Rule = { patterns: [PATTERNS.qwen35], normalize: true, wholeWords: false };
const LLAMA3: Rule = { patterns: [PATTERNS.llama3], normalize: false, wholeWords: true };
const GPT2: Rule = { patterns: [PATTERNS.gpt2], normalize: false, wholeWords: false };
const SMOLLM: Rule = { patterns: [PATTERNS.digit, PATTERNS.gpt2], normalize: false, wholeWords: false };

const RULES: ReadonlyMap<string, Rule> = new Map([
  ["qwen2", QWEN2], ["deepseek-r1-qwen", QWEN2], ["qwen35", QWEN35],
  ["llama-bpe", LLAMA3], ["llama3", LLAMA3], ["llama-v3", LLAMA3],
  ["gpt-2", GPT2], ["smollm", SMOLLM], ["starcoder", SMOLLM], ["refact", SMOLLM], ["command-r", SMOLLM],
]);

/** Eight times the largest vocabulary of today. */
const tokensMax = 2 ** 21;

// Values of tokenizer.ggml.token_type.
const CONTROL = 3;
const USER_DEFINED = 4;
const UNUSED = 5;

/**
 * A byte-level BPE tokenizer from the metadata of a GGUF file. Text is composed (NFC) for the Qwen rules, as their
 * authors do and GGUF does not say.
 * @throws InputError naming the file, the key, expected and got.
 */
export function tokenizerFromGguf(metadata: Metadata, file: string): Tokenizer {
  const model = metadata.get("tokenizer.ggml.model");
  if (model !== "gpt2") {
    throw new InputError(`${file}: tokenizer.ggml.model: expected gpt2 (byte-level BPE), got ${String(model).slice(0, 40)}`, {
      param: "tokenizer.ggml.model",
    });
  }
  const rule = ruleOf(metadata, file);
  const tokens = stringsAt(metadata, "tokenizer.ggml.tokens", file);
  const types = typesAt(metadata, tokens.length, file);
  const vocabulary = new Vocabulary(tokens.entries().map(([id, token]) => [token, id] as const), tokens.length);
  const merges = stringsAt(metadata, "tokenizer.ggml.merges", file);
  return byteLevelTokenizer({
    file,
    table: tableOf(tokens, types),
    byteIds: byteIdsOf(vocabulary),
    merges: mergesOf(merges, vocabulary, `${file}: tokenizer.ggml.merges`),
    added: addedTokens(tokens, types),
    split: splitBy(rule.patterns, file),
    normalize: rule.normalize,
    ...(rule.wholeWords ? { wholeWords: vocabulary } : {}),
  });
}

function ruleOf(metadata: Metadata, file: string): Rule {
  const name = metadata.get("tokenizer.ggml.pre") ?? "default";
  const rule = typeof name === "string" ? RULES.get(name) : undefined;
  if (rule) return rule;
  // Early files do not name their rule.
  const architecture = metadata.get("general.architecture");
  if (name === "default" && typeof architecture === "string") {
    if (/^qwen35|^qwen3_5/.test(architecture)) return QWEN35;
    if (architecture.startsWith("qwen")) return QWEN2;
    return GPT2;
  }
  throw new InputError(`${file}: tokenizer.ggml.pre: expected one of ${[...RULES.keys()].join(", ")}, got ${String(name).slice(0, 40)}`, {
    param: "tokenizer.ggml.pre",
  });
}

function stringsAt(metadata: Metadata, key: string, file: string): readonly string[] {
  const value = metadata.get(key);
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) {
    throw new InputError(`${file}: ${key}: expected a list of strings`, { param: key });
  }
  if (value.length > tokensMax) {
    throw new InputError(`${file}: ${key}: expected at most ${tokensMax} strings, got ${value.length}`, { param: key });
  }
  return value;
}

/** Kind of each token; all are normal where the file says nothing. */
function typesAt(metadata: Metadata, count: number, file: string): readonly MetadataValue[] {
  const key = "tokenizer.ggml.token_type";
  const types = metadata.get(key);
  if (types === undefined) return [];
  if (!Array.isArray(types) || types.length !== count) {
    throw new InputError(`${file}: ${key}: expected ${count} values, one for each token, got ${Array.isArray(types) ? types.length : "no list"}`, {
      param: key,
    });
  }
  return types;
}

function tableOf(tokens: readonly string[], types: readonly MetadataValue[]): TokenTable {
  const table = new TokenTable();
  for (const [id, token] of tokens.entries()) {
    const type = types[id];
    if (type === CONTROL || type === USER_DEFINED || type === UNUSED) table.addText(id, token);
    else table.addLetters(id, token);
  }
  return table;
}

function addedTokens(tokens: readonly string[], types: readonly MetadataValue[]): AddedToken[] {
  const added: AddedToken[] = [];
  for (const [id, type] of types.entries()) {
    const text = tokens[id]!;
    if ((type === CONTROL || type === USER_DEFINED) && text !== "") added.push({ id, text, special: type === CONTROL });
  }
  return added;
}
