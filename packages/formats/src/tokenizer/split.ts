import { asError, InputError } from "@wanwen/core";
import { quote } from "../quote.ts";

/** Cuts text into words; byte pairs never join across a cut. Joined again, the words are the text. */
export type SplitText = (text: string) => readonly string[];

// Patterns as the tokenizers' authors publish them. In all of them \s means Unicode's white space, which JavaScript's \s
// is not quite (it has U+FEFF and lacks U+0085).
const CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const BLANKS = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`;

export const PATTERNS = {
  /** Qwen2, Qwen2.5, Qwen3. */
  qwen2: String.raw`${CONTRACTIONS}|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|${BLANKS}`,
  /** Qwen3.5: combining marks belong to the word. */
  qwen35: String.raw`${CONTRACTIONS}|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|${BLANKS}`,
  llama3: String.raw`${CONTRACTIONS}|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|${BLANKS}`,
  gpt2: String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
  digit: String.raw`\p{N}`,
  digits: String.raw`\p{N}+`,
} as const;

/**
 * Words are what the patterns match and what lies between the matches; a later pattern cuts the words of an earlier one.
 * @throws InputError for a pattern that JavaScript does not know or that could take for ever, naming `where`.
 */
export function splitBy(patterns: readonly string[], where: string): SplitText {
  const rules = patterns.map((pattern) => compile(pattern, where));
  return (text) => rules.reduce<readonly string[]>((words, rule) => words.flatMap((word) => cut(word, rule)), [text]);
}

function cut(text: string, rule: RegExp): readonly string[] {
  const matches = text.match(rule) ?? [];
  const matched = matches.reduce((sum, match) => sum + match.length, 0);
  if (matched === text.length) return matches;
  // Rare: something lies between the matches.
  const words: string[] = [];
  let end = 0;
  for (const match of text.matchAll(rule)) {
    if (match.index > end) words.push(text.slice(end, match.index));
    if (match[0].length > 0) words.push(match[0]);
    end = match.index + match[0].length;
  }
  if (end < text.length) words.push(text.slice(end));
  return words;
}

function compile(pattern: string, where: string): RegExp {
  const known = (Object.values(PATTERNS) as string[]).includes(pattern);
  if (!known) checkTame(pattern, where);
  const translated = pattern
    // Every browser knows this spelling; not every one knows (?i:…).
    .replaceAll(CONTRACTIONS, "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])")
    .replaceAll(/\\[\s\S]/g, (escape) =>
      escape === "\\s" ? String.raw`\p{White_Space}` : escape === "\\S" ? String.raw`\P{White_Space}` : escape);
  try {
    return new RegExp(translated, "gu");
  } catch (cause) {
    throw new InputError(`${where}: expected a pattern that JavaScript knows, got ${quote(pattern)}: ${asError(cause).message.slice(0, 200)}`, { cause });
  }
}

const patternUnitsMax = 2000;
const repeatsMax = 100;
/** In one alternative: each may multiply the time by the length of the text. */
const unboundedMax = 2;
const quantifiersMax = 6;

/**
 * A pattern comes from a file and runs on every text, and a pattern can be made to take for ever. This keeps to forms
 * that take a small power of the text's length: no repeated group that varies or chooses inside, few repetitions in
 * a row, no looking back.
 */
function checkTame(pattern: string, where: string): void {
  const fail = (what: string) => new InputError(`${where}: expected a simple pattern, got one with ${what}: ${quote(pattern)}`);
  if (pattern.length > patternUnitsMax) throw fail(`${pattern.length} letters`);
  // Without escapes and classes, only structure is left.
  if (/\\[1-9k]/.test(pattern)) throw fail("a back reference");
  const bare = pattern.replaceAll(/\\(?:[pPu]\{[^}]*\}|[\s\S])/g, "x").replaceAll(/\[[^\]]*\]/g, "x");
  if (bare.includes("(?<")) throw fail("a look behind");
  const groups: { varies: boolean; chooses: boolean }[] = [];
  let unbounded = 0;
  let quantifiers = 0;
  let closed: { varies: boolean; chooses: boolean } | undefined;
  for (const { 0: part } of bare.matchAll(/\(\?(?:[:=!]|i:)|\{\d+(?:,\d*)?\}[?+]?|[*+?][?+]?|[\s\S]/g)) {
    if (part.startsWith("(")) groups.push({ varies: false, chooses: false });
    else if (part === "|") {
      if (groups.length === 0) unbounded = quantifiers = 0;
      else groups.at(-1)!.chooses = true;
    } else if (/^[*+?{]/.test(part) && part !== "{") {
      const most = Number(/(\d+)\}/.exec(part)?.[1] ?? (part.startsWith("?") ? 1 : Infinity));
      const repeats = !part.startsWith("?");
      if (repeats && closed && (closed.varies || closed.chooses)) throw fail("a repeated group that varies inside");
      if (most === Infinity && ++unbounded > unboundedMax) throw fail(`more than ${unboundedMax} repetitions in one alternative`);
      if (most !== Infinity && most > repeatsMax) throw fail(`more than ${repeatsMax} repeats`);
      if (++quantifiers > quantifiersMax) throw fail(`more than ${quantifiersMax} quantifiers in one alternative`);
      if (groups.length > 0) groups.at(-1)!.varies = true;
    }
    closed = part === ")" ? closeGroup(groups) : undefined;
  }
}

function closeGroup<G extends { varies: boolean; chooses: boolean }>(groups: G[]): G | undefined {
  const group = groups.pop();
  const outer = groups.at(-1);
  if (group && outer) {
    outer.varies ||= group.varies;
    outer.chooses ||= group.chooses;
  }
  return group;
}
