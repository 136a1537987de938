import { after, type CodePoints, firstReaching, isClass } from "./code-points.ts";
import { Segment, type SegmentStep, utf8Step } from "./segment.ts";

/**
 * The inside of any JSON string that holds well-formed text: until the closing quote (exit 0). Each step between two
 * characters begins one, so that lengths can be counted.
 */
export const ANY_STRING: Segment = new Segment(
  "",
  { open: false, counts: (place, byte) => place === "" && byte !== 0x22 },
  (place, byte) => {
    const char = String.fromCharCode(byte);
    if (place.startsWith("\\") || place.startsWith("low")) return escapeStep(place, char);
    if (place === "" && byte === 0x22) return 0;
    if (place === "" && byte === 0x5c) return "\\";
    return byte < 0x20 ? undefined : utf8Step(place, byte);
  },
);

/**
 * Inside of an escape. `\u` is followed by the digits seen, D where the first says that more than a character of its own
 * may come: a high half must be followed by a low one, `low` and what was seen of it.
 */
function escapeStep(place: string, char: string): string | undefined {
  const hex = /[0-9a-fA-F]/.test(char);
  switch (place) {
    case "\\":
      return '"\\/bfnrt'.includes(char) ? "" : char === "u" ? "\\u" : undefined;
    case "\\u":
      return /[dD]/.test(char) ? "\\uD" : hex ? "\\u1" : undefined;
    case "\\uD":
      return /[0-7]/.test(char) ? "\\u12" : /[89abAB]/.test(char) ? "\\uD8" : undefined;
    case "\\u1":
      return hex ? "\\u12" : undefined;
    case "\\u12":
      return hex ? "\\u123" : undefined;
    case "\\u123":
      return hex ? "" : undefined;
    case "\\uD8":
      return hex ? "\\uD83" : undefined;
    case "\\uD83":
      return hex ? "low" : undefined;
    case "low":
      return char === "\\" ? "low\\" : undefined;
    case "low\\":
      return char === "u" ? "low\\u" : undefined;
    case "low\\u":
      return /[dD]/.test(char) ? "low\\uD" : undefined;
    case "low\\uD":
      return /[c-fC-F]/.test(char) ? "\\u12" : undefined;
    default:
      return undefined;
  }
}

/** What a backslash and a letter stand for in a JSON string. */
const SHORT_ESCAPES: Readonly<Record<string, number>> = { '"': 0x22, "\\": 0x5c, "/": 0x2f, b: 8, f: 12, n: 10, r: 13, t: 9 };

/**
 * The inside of a JSON string that holds a text of a language: until the closing quote (exit 0). Characters are written as
 * `JSON.stringify` does, so that one text has one spelling (but for the slash). Of texts of a class the lengths can be counted.
 */
export function stringOf(texts: CodePoints): Segment {
  const counts = (place: string, byte: number): boolean => byte !== 0x22 && !/[\\:]/.test(place);
  return new Segment("0", { open: false, ...(isClass(texts) && { counts }) }, (place, byte) => {
    const escape = place.indexOf("\\");
    if (escape >= 0) return inEscape(texts, Number(place.slice(0, escape)), place.slice(escape), String.fromCharCode(byte));
    if (place.includes(":")) return insideCharacter(texts, place, byte);
    const state = Number(place);
    if (byte === 0x22) return texts.accepting[state]! ? 0 : undefined;
    if (byte === 0x5c) return escapesLead(texts, state) ? `${state}\\` : undefined;
    return byte < 0x20 ? undefined : beginCharacter(texts, state, byte);
  });
}

/** A text of a language without line breaks as it is, until the line ends (exit 0). */
export function lineOf(texts: CodePoints): Segment {
  return new Segment("0", { open: false }, (place, byte) => {
    if (place.includes(":")) return insideCharacter(texts, place, byte);
    if (byte === 0x0a) return texts.accepting[Number(place)]! ? 0 : undefined;
    return beginCharacter(texts, Number(place), byte);
  });
}

const CONTROL_CHARACTERS = Array.from({ length: 0x20 }, (_, code) => code);

function escapesLead(texts: CodePoints, state: number): boolean {
  return [0x22, 0x2f, 0x5c, ...CONTROL_CHARACTERS].some((code) => after(texts, state, code) !== undefined);
}

/** The escapes of control characters that have no short one. */
const LONG_ESCAPES = CONTROL_CHARACTERS.filter((code) => !Object.values(SHORT_ESCAPES).includes(code)).map(
  (code) => [`u${code.toString(16).padStart(4, "0")}`, code] as const,
);

function inEscape(texts: CodePoints, state: number, seen: string, char: string): string | undefined {
  const text = seen.slice(1) + char;
  const short = SHORT_ESCAPES[text];
  if (short !== undefined) return placeAt(after(texts, state, short));
  const open = LONG_ESCAPES.filter(([escape, code]) => escape.startsWith(text) && after(texts, state, code) !== undefined);
  if (open.length === 0) return undefined;
  return text.length === 5 ? placeAt(after(texts, state, open[0]![1])) : `${state}\\${text}`;
}

function placeAt(state: number | undefined): string | undefined {
  return state === undefined ? undefined : String(state);
}

/** First byte of a character: which code points it may begin. */
function beginCharacter(texts: CodePoints, state: number, byte: number): SegmentStep {
  if (byte < 0x80) return placeAt(after(texts, state, byte));
  if (byte >= 0xc2 && byte <= 0xdf) return partOf(texts, state, (byte & 0x1f) << 6, 1);
  if (byte >= 0xe0 && byte <= 0xef) return partOf(texts, state, (byte & 0x0f) << 12, 2);
  if (byte >= 0xf0 && byte <= 0xf4) return partOf(texts, state, (byte & 0x07) << 18, 3);
  return undefined;
}

/** The least code point that needs one more byte than `left`: shorter texts of it are no UTF-8. */
const LEAST = [0, 0x80, 0x800, 0x10000];

/** `state:first:left`: the character begun is one of 64 ** left from `first` on. `>state:left`: whichever, it leads there. */
function partOf(texts: CodePoints, state: number, first: number, left: number, least = LEAST[left]!): string | undefined {
  if (left === 0) return placeAt(after(texts, state, first));
  const last = first + 64 ** left - 1;
  const arcs = texts.arcs[state]!;
  const arc = arcs[firstReaching(arcs, Math.max(first, least))];
  if (!arc || arc[0] > last) return undefined;
  // Most scripts lead one way as a whole: one place for all of them keeps the table small.
  if (arc[0] <= first && arc[1] >= last && first >= least) return `>${arc[2]}:${left}`;
  return `${state}:${first}:${left}:${least}`;
}

function insideCharacter(texts: CodePoints, place: string, byte: number): string | undefined {
  if (byte < 0x80 || byte > 0xbf) return undefined;
  if (place.startsWith(">")) {
    const [target, left] = place.slice(1).split(":").map(Number);
    return left === 1 ? String(target) : `>${target}:${left! - 1}`;
  }
  const [state, first, left, least] = place.split(":").map(Number);
  const next = first! + (byte & 0x3f) * 64 ** (left! - 1);
  if (next + 64 ** (left! - 1) - 1 < least!) return undefined;
  return partOf(texts, state!, next, left! - 1, least);
}
