import type { ChatMessage } from "@wanwen/model";
import type { State } from "./automaton.ts";

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 俩: 2, 仨: 3,
};
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const ENGLISH: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(" ").map((word, value) => [word, value] as const),
  ...TENS.split(" ").map((word, at) => [word, 10 * (at + 2)] as const),
  ["a", 1], ["an", 1], ["couple", 2], ["pair", 2], ["dozen", 12], ["hundred", 100],
]);

/**
 * The numbers that a text says, as digits: written in digits (with thousands separators or without), in Chinese
 * numerals or in English words. Only whole runs count: 三千 says 3000 and never 3.
 */
export function numbersSaid(text: string): Set<string> {
  const found = new Set<string>();
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)); // full width
  for (const [number] of plain.matchAll(/\d[\d,]*(?:\.\d+)?/g)) found.add(number.replaceAll(",", ""));
  for (const [digits] of plain.matchAll(/\d+/g)) found.add(digits);
  for (const [word] of plain.matchAll(/[零一二两俩仨三四五六七八九十百千万]+/g)) found.add(String(chineseNumber(word)));
  const words = plain.toLowerCase().match(/[a-z]+/g) ?? [];
  for (const [at, word] of words.entries()) {
    const value = ENGLISH.get(word);
    if (value === undefined) continue;
    found.add(String(value));
    const next = words[at + 1] ?? "";
    const units = ENGLISH.get(next);
    if (units !== undefined && value >= 20 && value < 100 && units < 10) found.add(String(value + units));
    if (next === "hundred") found.add(String(value * 100));
  }
  return found;
}

/** 一千八百一十五 is 1815, 三百五 is 350, 三百零五 is 305, 十二 is 12. */
export function chineseNumber(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  let unit = 1;
  for (const char of text) {
    const value = CHINESE_DIGITS[char];
    if (value !== undefined) {
      digit = value;
      continue;
    }
    unit = CHINESE_UNITS[char] ?? 1;
    if (unit === 10_000) {
      total += (section + digit) * unit;
      section = 0;
    } else section += (digit || 1) * unit;
    digit = 0;
  }
  const shortened = digit > 0 && unit >= 100 && !text.endsWith(`零${text.at(-1)}`);
  return total + section + (shortened ? (digit * unit) / 10 : digit);
}

/** What stands in a person's message like a part of a call is a border: no value may reach across it. */
const LINE_BREAK = /\n|<(?=\/?(?:tool_call|function|parameter|think)\b)/;

/** The lines of everything that the person said, trimmed, none empty. */
export function personLines(messages: readonly ChatMessage[]): string[] {
  return messages
    .filter(({ role }) => role === "user")
    .flatMap(({ content }) => content.split(LINE_BREAK))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Longer "ids" are texts. */
const ID_LENGTH_MAX = 128;
const DEPTH_MAX = 32;

/** The ids (`id`, `order_id`) in the results of tools. Nothing that could be taken for a part of a call is one. */
export function idsReturned(messages: readonly ChatMessage[]): Set<string> {
  const ids = new Set<string>();
  const add = (id: unknown): void => {
    const text = typeof id === "number" ? String(id) : id;
    if (typeof text === "string" && text.length <= ID_LENGTH_MAX && /^[^\s<>\p{C}](?:[^<>\p{C}]*[^\s<>\p{C}])?$/u.test(text)) ids.add(text);
  };
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > DEPTH_MAX) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "id" || key === "order_id") add(inner);
      visit(inner, depth + 1);
    }
  };
  for (const { role, content } of messages) {
    if (role !== "tool") continue;
    try {
      visit(JSON.parse(content), 0);
    } catch {
      // Not JSON as a whole: a result that was cut short, or one inside other text.
      for (const [, id] of content.matchAll(/"(?:id|order_id)"\s*:\s*"([^"\\]*)"/g)) add(id);
    }
  }
  return ids;
}

/** Order numbers that the person typed: runs of Latin letters and digits with a digit, or all in capitals. */
export function orderNumbersTyped(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [run] of line.matchAll(/[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*/g)) {
      if (run.length < 3 || run.length > 40 || !(/\d/.test(run) || run === run.toUpperCase())) continue;
      found.add(run).add(run.toUpperCase()).add(run.toLowerCase());
    }
  }
  return found;
}

/** One of a list of texts; undefined when the list is empty. `writable`: see `VocabularyTrie`. */
export function oneOf(texts: Iterable<string>, writable: Uint8Array): State | undefined {
  const root: WordNode = { children: new Map(), whole: false };
  let some = false;
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length === 0 || !bytes.every((byte) => writable[byte] === 1)) continue;
    let node = root;
    for (const byte of bytes) {
      let child = node.children.get(byte);
      if (!child) node.children.set(byte, (child = { children: new Map(), whole: false }));
      node = child;
    }
    node.whole = true;
    some = true;
  }
  return some ? new Word(root, "") : undefined;
}

interface WordNode {
  readonly children: Map<number, WordNode>;
  whole: boolean;
}

class Word implements State {
  readonly key: string;
  readonly canEnd: boolean;
  readonly #node: WordNode;

  constructor(node: WordNode, key: string) {
    this.#node = node;
    this.key = key;
    this.canEnd = node.whole;
  }

  step(byte: number): State | undefined {
    const next = this.#node.children.get(byte);
    return next && new Word(next, this.key + String.fromCharCode(byte));
  }
}

/**
 * A run of the person's words: compared without the case of Latin letters, no blank at either end, never cut inside a
 * character, a Latin word or a number. Undefined when nothing was said.
 */
export function spanOf(lines: readonly string[], writable: Uint8Array): State | undefined {
  const said = new Said(lines, writable);
  return said.empty ? undefined : new Span(said, undefined, "");
}

const NEWLINE = 0x0a;

/** What was said, as lower-case bytes with a newline between lines. */
class Said {
  readonly bytes: Uint8Array;
  /** Where a value may begin, by its first byte. */
  readonly starts: readonly (readonly number[])[];
  readonly empty: boolean;

  constructor(lines: readonly string[], writable: Uint8Array) {
    this.bytes = new TextEncoder().encode(lines.join("\n")).map(lowerCase);
    // A byte that the vocabulary cannot write would be a dead end: it separates like a line break.
    const reachable = (byte: number): boolean => writable[byte] === 1;
    if (!this.bytes.every((byte) => byte === NEWLINE || reachable(byte))) this.bytes = cutAtUnwritable(this.bytes, reachable);
    const starts: number[][] = Array.from({ length: 256 }, () => []);
    for (const [at, byte] of this.bytes.entries()) {
      if (isBlank(byte) || isContinuation(byte) || (isWord(byte) && isWord(this.bytes[at - 1]))) continue;
      starts[byte]!.push(at);
    }
    this.starts = starts;
    this.empty = starts.every((list) => list.length === 0);
  }

  /** May a value end before position `end`? */
  endsAt(end: number): boolean {
    const last = this.bytes[end - 1];
    const next = this.bytes[end];
    return !isBlank(last) && !isContinuation(next) && !(isWord(last) && isWord(next));
  }
}

class Span implements State {
  readonly key: string;
  readonly #said: Said;
  /** Positions behind what was written so far, one for each place where the person said it; undefined at first. */
  readonly #ends: readonly number[] | undefined;

  constructor(said: Said, ends: readonly number[] | undefined, key: string) {
    this.#said = said;
    this.#ends = ends;
    this.key = key;
  }

  get canEnd(): boolean {
    return this.#ends?.some((end) => this.#said.endsAt(end)) ?? false;
  }

  step(byte: number): State | undefined {
    const lower = lowerCase(byte);
    if (lower === NEWLINE) return undefined;
    const { bytes, starts } = this.#said;
    const ends = this.#ends
      ? this.#ends.filter((end) => bytes[end] === lower).map((end) => end + 1)
      : starts[lower]!.map((start) => start + 1);
    return ends.length > 0 ? new Span(this.#said, ends, this.key + String.fromCharCode(lower)) : undefined;
  }
}

/** Whole lines with a byte that has no token are left out. */
function cutAtUnwritable(bytes: Uint8Array, reachable: (byte: number) => boolean): Uint8Array<ArrayBuffer> {
  const kept: number[] = [];
  let line: number[] = [];
  for (const byte of [...bytes, NEWLINE]) {
    if (byte !== NEWLINE) line.push(byte);
    else {
      if (line.every(reachable)) kept.push(...line, NEWLINE);
      line = [];
    }
  }
  return Uint8Array.from(kept.slice(0, -1));
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === NEWLINE;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** A Latin letter or a digit. */
function isWord(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
