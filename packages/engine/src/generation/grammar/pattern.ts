import { InputError } from "@wanwen/core";
import { ANY, type Arc, both, type CodePoints, determinised, LAST, Nondeterministic, not, type Ranges } from "./code-points.ts";

/**
 * The texts in which a regular expression of ECMA-262 (with its `u` flag) finds something, as JSON schema reads patterns.
 * Known: characters, classes, escapes with `\p{…}`, groups, alternatives, quantifiers, `^`, `$`, and looking ahead at the
 * very beginning. Whatever else there is cannot be told from a text read once from left to right, and is refused.
 * @throws InputError naming what is not supported; TooLarge
 */
export function patternTexts(source: string, param: string): CodePoints {
  const found = patterns.get(source);
  if (found) return found;
  checkSyntax(source, param);
  const { looks, body } = new Parser(source, param).parse();
  let texts = searched(body);
  for (const { inner, negative } of looks) {
    const matching = searched({ sequence: [{ characters: START_SIGN }, inner] });
    texts = both(texts, negative ? not(matching) : matching);
  }
  if (patterns.size >= PATTERNS_MAX) patterns.clear();
  patterns.set(source, texts);
  return texts;
}

/**
 * A pattern that only says which characters a text has, and how many: `^[a-z]{1,40}$`. Its length is better counted than
 * spelled out in states. Undefined for all others.
 * @throws as `patternTexts`
 */
export function classAndLength(source: string, param: string): { texts: CodePoints; min: number; max: number } | undefined {
  checkSyntax(source, param);
  const { looks, body } = new Parser(source, param).parse();
  if (looks.length > 0 || !("sequence" in body) || body.sequence.length !== 3) return undefined;
  const [first, repeated, last] = body.sequence;
  if (!isSign(first, START_SIGN) || !isSign(last, END_SIGN) || !repeated || !("repeated" in repeated)) return undefined;
  if (!("characters" in repeated.repeated) || repeated.repeated.characters.length === 0) return undefined;
  const characters = complement(complement(repeated.repeated.characters)); // sorted, and none twice
  return { texts: { arcs: [characters.map(([low, high]) => [low, high, 0])], accepting: [true] }, min: repeated.min, max: repeated.max };
}

function isSign(expression: Expression | undefined, sign: Ranges): boolean {
  return expression !== undefined && "characters" in expression && expression.characters === sign;
}

const SOURCE_MAX = 2000;
const DEPTH_MAX = 64;
const REPEAT_MAX = 1000;
const patterns = new Map<string, CodePoints>();
const PATTERNS_MAX = 64;

/** Two signs around a text, beyond all code points: `^` reads the one, `$` the other. */
const START = LAST + 1;
const END = LAST + 2;

const START_SIGN: Ranges = [[START, START]];
const END_SIGN: Ranges = [[END, END]];
const ANY_OR_SIGN: Ranges = [...ANY, [START, END]];

type Expression =
  | { readonly characters: Ranges }
  | { readonly sequence: readonly Expression[] }
  | { readonly either: readonly Expression[] }
  | { readonly repeated: Expression; readonly min: number; readonly max: number };

function checkSyntax(source: string, param: string): void {
  if (source.length > SOURCE_MAX)
    throw new InputError(`${param}: expected at most ${SOURCE_MAX} characters, got ${source.length}`, { param });
  try {
    void new RegExp(source, "u");
  } catch (cause) {
    throw new InputError(`${param}: ${cause instanceof Error ? cause.message : "not a regular expression"}`, { param, cause });
  }
}

/** Anything, the expression, anything: between the two signs, which are then taken off again. */
function searched(expression: Expression): CodePoints {
  const nfa = new Nondeterministic();
  const anything: Expression = { repeated: { characters: ANY_OR_SIGN }, min: 0, max: Infinity };
  build(nfa, { sequence: [anything, expression, anything] }, 0, 1);
  const framed = new Nondeterministic();
  build(
    framed,
    { sequence: [{ characters: START_SIGN }, { repeated: { characters: ANY }, min: 0, max: Infinity }, { characters: END_SIGN }] },
    0,
    1,
  );
  const { arcs, accepting } = both(determinised(nfa), determinised(framed));
  const inside = (arc: Arc): boolean => arc[0] <= LAST;
  const first = arcs[0]!.find((arc) => !inside(arc))?.[2];
  if (first === undefined) return { arcs: [[]], accepting: [false] };
  // The start moves behind the first sign; the place before it is never come back to.
  const order = [first, ...arcs.keys().filter((state) => state !== first)];
  const numbers = new Map(order.map((state, number) => [state, number]));
  return {
    arcs: order.map((state) => arcs[state]!.filter(inside).map(([low, high, target]) => [low, high, numbers.get(target)!] as const)),
    accepting: order.map((state) => arcs[state]!.some((arc) => !inside(arc) && arc[0] === END && accepting[arc[2]]!)),
  };
}

/** Adds the ways of an expression between two states (Thompson's construction). */
function build(nfa: Nondeterministic, expression: Expression, from: number, to: number): void {
  if ("characters" in expression) nfa.arcs[from]!.push([expression.characters, to]);
  else if ("either" in expression) for (const each of expression.either) build(nfa, each, from, to);
  else if ("sequence" in expression) {
    let at = from;
    for (const each of expression.sequence) {
      const next = nfa.state();
      build(nfa, each, at, next);
      at = next;
    }
    nfa.free[at]!.push(to);
  } else buildRepeated(nfa, expression, from, to);
}

function buildRepeated(
  nfa: Nondeterministic,
  { repeated, min, max }: Extract<Expression, { repeated: Expression }>,
  from: number,
  to: number,
): void {
  let at = from;
  for (let count = 0; count < min; count++) {
    const next = nfa.state();
    build(nfa, repeated, at, next);
    at = next;
  }
  if (max === Infinity) {
    const loop = nfa.state();
    nfa.free[at]!.push(loop);
    const behind = nfa.state();
    build(nfa, repeated, loop, behind);
    nfa.free[behind]!.push(loop);
    nfa.free[loop]!.push(to);
    return;
  }
  for (let count = min; count < max; count++) {
    nfa.free[at]!.push(to);
    const next = nfa.state();
    build(nfa, repeated, at, next);
    at = next;
  }
  nfa.free[at]!.push(to);
}

interface Look {
  readonly inner: Expression;
  readonly negative: boolean;
}

const DIGITS: Ranges = [[0x30, 0x39]];
const WORD: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACE: Ranges = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS: Ranges = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

/** Reads an expression whose syntax was checked already. */
class Parser {
  readonly #chars: readonly string[];
  readonly #param: string;
  #at = 0;
  #depth = 0;

  constructor(source: string, param: string) {
    this.#chars = [...source];
    this.#param = param;
  }

  parse(): { looks: readonly Look[]; body: Expression } {
    const looks: Look[] = [];
    if (!this.#sees("^(?=") && !this.#sees("^(?!")) return { looks, body: this.#either() };
    this.#at++;
    for (let found = this.#look(); found; found = this.#look()) looks.push(found);
    const body = this.#either();
    if ("either" in body) this.#refuse("looking ahead in one of several alternatives");
    return { looks, body: { sequence: [{ characters: START_SIGN }, body] } };
  }

  #look(): Look | undefined {
    const negative = this.#take("(?!");
    if (!negative && !this.#take("(?=")) return undefined;
    const inner = this.#either();
    this.#expect(")");
    return { inner, negative };
  }

  #either(): Expression {
    if (++this.#depth > DEPTH_MAX) this.#refuse("groups in groups this deep");
    const options = [this.#sequence()];
    while (this.#take("|")) options.push(this.#sequence());
    this.#depth--;
    return options.length === 1 ? options[0]! : { either: options };
  }

  #sequence(): Expression {
    const parts: Expression[] = [];
    while (this.#at < this.#chars.length && !this.#sees("|") && !this.#sees(")")) parts.push(this.#quantified(this.#atom()));
    return { sequence: parts };
  }

  #quantified(atom: Expression): Expression {
    const range = this.#quantifier();
    if (!range) return atom;
    this.#take("?"); // lazy or not, the same texts match
    const [min, max] = range;
    if (min > REPEAT_MAX || (max !== Infinity && max > REPEAT_MAX)) this.#refuse(`more than ${REPEAT_MAX} repetitions`);
    return { repeated: atom, min, max };
  }

  #quantifier(): readonly [number, number] | undefined {
    if (this.#take("*")) return [0, Infinity];
    if (this.#take("+")) return [1, Infinity];
    if (this.#take("?")) return [0, 1];
    if (!this.#take("{")) return undefined;
    const [, min = "", comma, max = ""] =
      /^(\d+)(,?)(\d*)\}/.exec(this.#chars.slice(this.#at, this.#at + 40).join("")) ?? this.#refuse("this quantifier");
    this.#at += min.length + comma!.length + max.length + 1;
    return [Number(min), comma === "" ? Number(min) : max === "" ? Infinity : Number(max)];
  }

  #atom(): Expression {
    if (this.#take("^")) return { characters: START_SIGN };
    if (this.#take("$")) return { characters: END_SIGN };
    if (this.#take(".")) return { characters: complement(LINE_ENDS) };
    if (this.#take("[")) return { characters: this.#class() };
    if (this.#take("(")) return this.#group();
    if (this.#take("\\")) return { characters: this.#escape(false) };
    return { characters: one(this.#next().codePointAt(0)!) };
  }

  #group(): Expression {
    if (this.#take("?") && !this.#take(":")) {
      if (!this.#sees("<") || this.#sees("<=") || this.#sees("<!")) this.#refuse("looking ahead or behind inside of a pattern, or flags");
      while (this.#next() !== ">"); // a name
    }
    const inner = this.#either();
    this.#expect(")");
    return inner;
  }

  #class(): Ranges {
    const negative = this.#take("^");
    const ranges: (readonly [number, number])[] = [];
    while (!this.#take("]")) {
      const from = this.#classPart();
      if (this.#sees("-") && this.#chars[this.#at + 1] !== "]") {
        this.#at++;
        const to = this.#classPart();
        ranges.push([from[0]![0], to[0]![0]]); // the syntax allows single characters only at either end
      } else ranges.push(...from);
    }
    return negative ? complement(ranges) : withoutSurrogates(ranges);
  }

  #classPart(): Ranges {
    return this.#take("\\") ? this.#escape(true) : one(this.#next().codePointAt(0)!);
  }

  #escape(inClass: boolean): Ranges {
    const char = this.#next();
    switch (char) {
      case "d":
        return DIGITS;
      case "D":
        return complement(DIGITS);
      case "w":
        return WORD;
      case "W":
        return complement(WORD);
      case "s":
        return SPACE;
      case "S":
        return complement(SPACE);
      case "p":
      case "P":
        return this.#property(char);
      case "c":
        return one(this.#next().charCodeAt(0) % 32);
      case "x":
        return one(this.#hex(2));
      case "u":
        return one(this.#unicode());
      case "b":
        if (inClass) return one(8);
        return this.#refuse("\\b");
      case "k":
      case "B":
        return this.#refuse(`\\${char}`);
      default:
        if (char >= "1" && char <= "9") return this.#refuse("references back");
        return one(CONTROLS[char] ?? char.codePointAt(0)!);
    }
  }

  #unicode(): number {
    if (this.#take("{")) {
      let digits = "";
      for (let char = this.#next(); char !== "}"; char = this.#next()) digits += char;
      return Number.parseInt(digits, 16);
    }
    const high = this.#hex(4);
    if (high < 0xd800 || high > 0xdbff || !this.#take("\\u")) return high;
    const low = this.#hex(4);
    if (low < 0xdc00 || low > 0xdfff) this.#refuse("half a character");
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }

  #hex(digits: number): number {
    return Number.parseInt(Array.from({ length: digits }, () => this.#next()).join(""), 16);
  }

  #property(letter: string): Ranges {
    let name = "";
    for (let char = this.#next(); ; char = this.#next()) {
      name += char;
      if (char === "}") return propertyRanges(`\\${letter}${name}`);
    }
  }

  #next(): string {
    return this.#chars[this.#at++] ?? this.#refuse("an end here");
  }

  #sees(text: string): boolean {
    return [...text].every((char, i) => this.#chars[this.#at + i] === char);
  }

  #take(text: string): boolean {
    const sees = this.#sees(text);
    if (sees) this.#at += text.length;
    return sees;
  }

  #expect(text: string): void {
    if (!this.#take(text)) this.#refuse("this group");
  }

  #refuse(what: string): never {
    throw new InputError(`${this.#param}: ${what} is not supported in patterns`, { param: this.#param });
  }
}

function one(code: number): Ranges {
  return [[code, code]];
}

function complement(ranges: Ranges): Ranges {
  const out: (readonly [number, number])[] = [];
  let at = 0;
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (low > at) out.push([at, low - 1]);
    at = Math.max(at, high + 1);
  }
  if (at <= LAST) out.push([at, LAST]);
  return withoutSurrogates(out);
}

function withoutSurrogates(ranges: Ranges): Ranges {
  return ranges.flatMap(([low, high]) =>
    ANY.flatMap(([from, to]) => (low <= to && from <= high ? [[Math.max(low, from), Math.min(high, to)] as const] : [])),
  );
}

const properties = new Map<string, Ranges>();
const PROPERTIES_MAX = 64;

/** The code points with a property of Unicode, as the runtime's own tables have it: runs of them in a text of all there are. */
function propertyRanges(escape: string): Ranges {
  const found = properties.get(escape);
  if (found) return found;
  const run = new RegExp(`${escape}+`, "gu");
  const ranges: (readonly [number, number])[] = [];
  for (const [from, to] of ANY) {
    for (let start = from; start <= to; start += BLOCK) {
      const codes = Array.from({ length: Math.min(BLOCK, to + 1 - start) }, (_, i) => start + i);
      for (const [text] of String.fromCodePoint(...codes).matchAll(run)) {
        const low = text.codePointAt(0)!;
        ranges.push([low, low + [...text].length - 1]);
      }
    }
  }
  if (properties.size >= PROPERTIES_MAX) properties.clear();
  properties.set(escape, ranges);
  return ranges;
}

const BLOCK = 0x2000;
