import type { FreePlace, State } from "./automaton.ts";
import { ANY_STRING } from "./string-segments.ts";

/** A JSON number (RFC 8259); `integer`: without fraction and exponent. */
export function jsonNumber(integer: boolean): State {
  return new NumberText("", integer);
}

type NumberPart = "" | "-" | "0" | "1" | "." | ".1" | "e" | "e+" | "e1";

const NUMBER_ENDS: readonly NumberPart[] = ["0", "1", ".1", "e1"];

class NumberText implements State {
  readonly key: string;
  readonly canEnd: boolean;
  readonly #part: NumberPart;
  readonly #integer: boolean;

  constructor(part: NumberPart, integer: boolean) {
    this.#part = part;
    this.#integer = integer;
    this.key = integer ? `integer${part}` : `number${part}`;
    this.canEnd = NUMBER_ENDS.includes(part);
  }

  step(byte: number): State | undefined {
    const part = this.#next(String.fromCharCode(byte));
    return part === undefined ? undefined : new NumberText(part, this.#integer);
  }

  #next(char: string): NumberPart | undefined {
    const digit = char >= "0" && char <= "9";
    const exponent = (char === "e" || char === "E") && !this.#integer ? "e" : undefined;
    switch (this.#part) {
      case "":
        return char === "-" ? "-" : char === "0" ? "0" : digit ? "1" : undefined;
      case "-":
        return char === "0" ? "0" : digit ? "1" : undefined;
      case "0":
      case "1":
        if (digit && this.#part === "1") return "1";
        return char === "." && !this.#integer ? "." : exponent;
      case ".":
        return digit ? ".1" : undefined;
      case ".1":
        return digit ? ".1" : exponent;
      case "e":
        return char === "+" || char === "-" ? "e+" : digit ? "e1" : undefined;
      case "e+":
      case "e1":
        return digit ? "e1" : undefined;
    }
  }
}

/** The JSON string (without its quotes) of a text of another language. */
export function escaped(inner: State): State {
  return new Escaped(inner, false);
}

const ESCAPES: Readonly<Record<string, number>> = { '"': 0x22, "\\": 0x5c, "/": 0x2f, b: 8, f: 12, n: 10, r: 13, t: 9 };

class Escaped implements State {
  readonly key: string;
  readonly canEnd: boolean;
  readonly #inner: State;
  readonly #open: boolean;

  constructor(inner: State, open: boolean) {
    this.#inner = inner;
    this.#open = open;
    this.key = open ? `escape ${inner.key}` : `plain ${inner.key}`;
    this.canEnd = inner.canEnd && !open;
  }

  step(byte: number): State | undefined {
    if (this.#open) {
      const meant = ESCAPES[String.fromCharCode(byte)];
      const next = meant === undefined ? undefined : this.#inner.step(meant);
      return next && new Escaped(next, false);
    }
    if (byte === 0x5c) {
      // Only where some escape leads on: a backslash must not be a way into nowhere.
      const leads = Object.values(ESCAPES).some((meant) => this.#inner.step(meant) !== undefined);
      return leads ? new Escaped(this.#inner, true) : undefined;
    }
    if (byte === 0x22 || byte < 0x20) return undefined;
    const next = this.#inner.step(byte);
    return next && new Escaped(next, false);
  }
}

const DEPTH_MAX = 24;
const BLANKS_MAX = 32;

/** Any JSON value, or only an object or an array. */
export function jsonValue(kind: "any" | "object" | "array" = "any"): State {
  return new ValueText("value", "", 0, kind);
}

type Place = "value" | "first" | "key" | "colon" | "next" | "string" | "number" | "word";

/**
 * JSON by a stack of open brackets. `first` is behind an opening bracket, `next` behind a value; `detail` holds the
 * place inside a string, a number or a word.
 */
class ValueText implements State {
  readonly key: string;
  readonly canEnd: boolean;
  readonly #place: Place;
  readonly #stack: string;
  readonly #blanks: number;
  readonly #kind: "any" | "object" | "array";
  readonly #detail: StringDetail | State | string | undefined;

  constructor(place: Place, stack: string, blanks: number, kind: "any" | "object" | "array", detail?: StringDetail | State | string) {
    this.#place = place;
    this.#stack = stack;
    this.#blanks = blanks;
    this.#kind = kind;
    this.#detail = detail;
    const inside = typeof detail === "string" ? detail : detail && "at" in detail ? `${detail.at}${detail.isKey}` : (detail?.key ?? "");
    this.key = `json-${kind}-${place}-${stack}-${blanks}-${inside}`;
    this.canEnd = stack === "" && (place === "next" || (place === "number" && (detail as State).canEnd));
  }

  get free(): FreePlace | undefined {
    if (this.#place !== "string") return undefined;
    const { at, isKey } = this.#detail as StringDetail;
    return { segment: ANY_STRING, at, controls: false, exit: () => this.#after(isKey ? "colon" : "next") };
  }

  step(byte: number): State | undefined {
    const char = String.fromCharCode(byte);
    switch (this.#place) {
      case "string":
        return this.#inString(byte);
      case "number": {
        const number = (this.#detail as State).step(byte);
        if (number) return this.#at("number", this.#stack, number);
        return (this.#detail as State).canEnd ? this.#after("next").step(byte) : undefined;
      }
      case "word": {
        const rest = this.#detail as string;
        if (rest[0] !== char) return undefined;
        return rest.length === 1 ? this.#after("next") : this.#at("word", this.#stack, rest.slice(1));
      }
      default:
        return this.#blank(char) ?? this.#structure(byte, char);
    }
  }

  #blank(char: string): State | undefined {
    const inside = this.#stack !== "" && (char === " " || char === "\n" || char === "\t");
    if (!inside || this.#blanks >= BLANKS_MAX) return undefined;
    return new ValueText(this.#place, this.#stack, this.#blanks + 1, this.#kind);
  }

  #structure(byte: number, char: string): State | undefined {
    const open = this.#stack.at(-1);
    switch (this.#place) {
      case "value":
        return this.#value(byte, char);
      case "first":
        if (char === (open === "{" ? "}" : "]")) return this.#close();
        return open === "{" ? this.#string(char, true) : this.#value(byte, char);
      case "key":
        return this.#string(char, true);
      case "colon":
        return char === ":" ? this.#after("value") : undefined;
      case "next":
        if (open === undefined) return undefined;
        if (char === ",") return this.#after(open === "{" ? "key" : "value");
        return char === (open === "{" ? "}" : "]") ? this.#close() : undefined;
      default:
        return undefined;
    }
  }

  #value(byte: number, char: string): State | undefined {
    const top = this.#stack === "" && this.#kind !== "any";
    if (top && char !== (this.#kind === "object" ? "{" : "[")) return undefined;
    if (char === "{" || char === "[") return this.#stack.length < DEPTH_MAX ? this.#at("first", this.#stack + char) : undefined;
    if (char === '"') return this.#string(char, false);
    const word = { t: "rue", f: "alse", n: "ull" }[char];
    if (word !== undefined) return this.#at("word", this.#stack, word);
    const number = jsonNumber(false).step(byte);
    return number && this.#at("number", this.#stack, number);
  }

  #string(char: string, isKey: boolean): State | undefined {
    return char === '"' ? this.#at("string", this.#stack, { at: 0, isKey }) : undefined;
  }

  #inString(byte: number): State | undefined {
    const { at, isKey } = this.#detail as StringDetail;
    const next = ANY_STRING.next(at, byte);
    if (next >= 0) return this.#at("string", this.#stack, { at: next, isKey });
    return ANY_STRING.isDead(next) ? undefined : this.#after(isKey ? "colon" : "next");
  }

  #close(): State {
    return this.#at("next", this.#stack.slice(0, -1));
  }

  #after(place: Place): State {
    return this.#at(place, this.#stack);
  }

  #at(place: Place, stack: string, detail?: StringDetail | State | string): State {
    return new ValueText(place, stack, 0, this.#kind, detail);
  }
}

interface StringDetail {
  readonly at: number;
  readonly isKey: boolean;
}
