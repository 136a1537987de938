import { FRAMES } from "../calls.ts";

const DEAD = -1;

/** What a step inside a segment may lead to: another place (a string), an exit's number, or nowhere. */
export type SegmentStep = string | number | undefined;

/**
 * Free text as a table: from each of a few places, every byte leads to another place, to an exit or nowhere. It
 * knows nothing of a conversation, so what the vocabulary can do in it is worked out once for all requests.
 */
export class Segment {
  readonly #step: (place: string, byte: number) => SegmentStep;
  readonly #places: string[];
  readonly #numbers: Map<string, number>;
  /** By place: where each byte leads. Rows are made when a place is first left: most never are. */
  readonly #rows: (Int32Array | undefined)[] = [];
  readonly #countRows: (Uint8Array | undefined)[] = [];
  /** No byte is ever refused. */
  readonly open: boolean;
  readonly #counts: ((place: string, byte: number) => boolean) | undefined;

  /**
   * `step` says where a byte leads from a place; place 0 is `start`. `counts`, where lengths matter: whether the byte begins
   * a character at that place.
   */
  constructor(
    start: string,
    options: { open: boolean; counts?: (place: string, byte: number) => boolean },
    step: (place: string, byte: number) => SegmentStep,
  ) {
    this.#counts = options.counts;
    this.#places = [start];
    this.#numbers = new Map([[start, 0]]);
    this.#step = step;
    this.open = options.open;
  }

  /** The next place, or a negative number: see `isDead` and `exitNumber`. */
  next(at: number, byte: number): number {
    return this.row(at)[byte]!;
  }

  /** By byte: `next` from one place. */
  row(at: number): Int32Array {
    return this.#rows[at] ?? this.#makeRow(at);
  }

  #makeRow(at: number): Int32Array {
    const row = new Int32Array(256);
    for (let byte = 0; byte < 256; byte++) {
      const next = this.#step(this.#places[at]!, byte);
      row[byte] = next === undefined ? DEAD : typeof next === "number" ? -2 - next : this.#numberOf(next);
    }
    this.#rows[at] = row;
    return row;
  }

  #numberOf(place: string): number {
    let number = this.#numbers.get(place);
    if (number === undefined) {
      number = this.#places.push(place) - 1;
      this.#numbers.set(place, number);
    }
    return number;
  }

  get counting(): boolean {
    return this.#counts !== undefined;
  }

  /** Does the byte begin a character here? */
  counts(at: number, byte: number): boolean {
    const row = (this.#countRows[at] ??= Uint8Array.from({ length: 256 }, (_, each) => Number(this.#counts?.(this.#places[at]!, each) ?? false)));
    return row[byte] === 1;
  }

  isDead(next: number): boolean {
    return next === DEAD;
  }

  exitNumber(next: number): number {
    return -2 - next;
  }
}

/** The UTF-8 bytes of a text, one character each. */
export function latin(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/** The longest end of `seen` that is a proper beginning of one of the patterns. */
export function longestOpen(seen: string, patterns: readonly string[]): string {
  for (let from = 0; from < seen.length; from++) {
    const end = seen.slice(from);
    if (patterns.some((pattern) => pattern.length > end.length && pattern.startsWith(end))) return end;
  }
  return "";
}

/** Any text up to the first of the patterns; the exit's number is the pattern's place in the list. */
export function untilPattern(patterns: readonly string[]): Segment {
  return new Segment("", { open: true }, (seen, byte) => scan(seen, byte, patterns));
}

function scan(seen: string, byte: number, patterns: readonly string[]): SegmentStep {
  const text = seen + String.fromCharCode(byte);
  const found = patterns.findIndex((pattern) => text.endsWith(pattern));
  return found >= 0 ? found : longestOpen(text, patterns);
}

const BLANK = /[\s]/;

/**
 * Thinking: until `</think>` (exit 0), or a call in the model's own form (exit 1), which is `<tool_call>`, blanks and
 * `head`. The tag without the head is a mention.
 */
export function thinkingSegment(head: string): Segment {
  const patterns = ["</think>", "<tool_call>"];
  const OPENED = "opened:";
  const step = (place: string, byte: number): SegmentStep => {
    const char = String.fromCharCode(byte);
    if (!place.startsWith(OPENED)) {
      const next = scan(place, byte, patterns);
      return next === 1 ? OPENED : next;
    }
    const seen = place.slice(OPENED.length);
    if (seen === "" && BLANK.test(char)) return place;
    if (seen + char === head) return 1;
    if (head.startsWith(seen + char)) return place + char;
    // Not a call after all: what was seen since the tag may begin something else.
    return step(longestOpen(seen, patterns), byte);
  };
  return new Segment("", { open: true }, step);
}

/**
 * A reply's text in the JSON form: until `<tool_call>` (exit 0). A reply that begins as an object with the name of a tool
 * in a frame leaves by exit 1 + frame · names + the tool's number: from there it is a call.
 */
export function framedReplySegment(names: readonly string[]): Segment {
  const patterns = ["<tool_call>"];
  const FRAME = "frame:";
  const openings = FRAMES.map(({ open }) => open as string);
  const words = ["{", '"name"', ":"];
  const quotedNames = names.map((name) => latin(`"${name}"`));
  // A place in a frame is the frame, how many of the words were seen, and what was seen of the next.
  const step = (place: string, byte: number): SegmentStep => {
    if (!place.startsWith(FRAME)) return scan(place, byte, patterns);
    const [frame = "", count = "", seen = ""] = place.slice(FRAME.length).split("/", 3);
    const char = String.fromCharCode(byte);
    if (seen === "" && BLANK.test(char)) return place;
    const next = seen + char;
    const word = words[Number(count)];
    const choices = frame === "" ? openings : word === undefined ? quotedNames : [word];
    const whole = choices.indexOf(next);
    if (whole >= 0) {
      if (frame === "") return `${FRAME}${whole}/0/`;
      return word === undefined ? 1 + Number(frame) * names.length + whole : `${FRAME}${frame}/${Number(count) + 1}/`;
    }
    if (choices.some((choice) => choice.startsWith(next))) return `${FRAME}${frame}/${count}/${next}`;
    // No call after all: what was seen may begin the tag.
    return scan(longestOpen(seen, patterns), byte, patterns);
  };
  return new Segment(`${FRAME}//`, { open: true }, step);
}

/**
 * A parameter's value in the XML form, without a rule of its own: until `\n</parameter>\n` (exit 0). With `strict`, no
 * tag of a call may stand inside, so that no reader can take the value's text for the structure of a call.
 */
export function xmlValueSegment(strict: boolean): Segment {
  const end = "\n</parameter>\n";
  const forbidden = strict ? ["</parameter", "<parameter=", "</function", "<function=", "<tool_call", "</tool_call"] : [];
  return new Segment("/", { open: false }, (place, byte) => {
    const [utf8 = "", seen = ""] = split(place);
    const inside = utf8Step(utf8, byte);
    if (inside === undefined) return undefined;
    const text = seen + String.fromCharCode(byte);
    if (text.endsWith(end)) return 0;
    const ending = longestOpen(text, [end]);
    if (ending.length < "\n</parameter".length && forbidden.some((tag) => text.endsWith(tag))) return undefined;
    if (strict && seen.startsWith("\n</parameter") && ending.length <= seen.length) return undefined;
    return `${inside}/${longestOpen(text, [end, ...forbidden])}`;
  });
}

/** The two parts of a place; the second may hold slashes. */
function split(place: string): [string, string] {
  const at = place.indexOf("/");
  return [place.slice(0, at), place.slice(at + 1)];
}

/**
 * Well-formed UTF-8 (RFC 3629): what is still to come of a character, as the range of the next byte and the number of
 * plain continuation bytes after it; "" between characters.
 */
export function utf8Step(state: string, byte: number): string | undefined {
  if (state === "") {
    if (byte < 0x80) return "";
    if (byte >= 0xc2 && byte <= 0xdf) return "80bf0";
    if (byte === 0xe0) return "a0bf1";
    if (byte === 0xed) return "809f1";
    if (byte >= 0xe1 && byte <= 0xef) return "80bf1";
    if (byte === 0xf0) return "90bf2";
    if (byte >= 0xf1 && byte <= 0xf3) return "80bf2";
    return byte === 0xf4 ? "808f2" : undefined;
  }
  const low = Number.parseInt(state.slice(0, 2), 16);
  const high = Number.parseInt(state.slice(2, 4), 16);
  if (byte < low || byte > high) return undefined;
  const left = Number(state[4]);
  return left === 0 ? "" : `80bf${left - 1}`;
}
