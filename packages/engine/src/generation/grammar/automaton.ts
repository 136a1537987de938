import type { Segment } from "./segment.ts";

/**
 * A state of an automaton over bytes; an automaton is its start state. States are immutable and small, and are made
 * when they are first reached. Whatever constrains a reply (calls, later JSON schemas) is one of these.
 */
export interface State {
  /** States of one automaton with equal keys are interchangeable: masks are remembered under it. */
  readonly key: string;
  /** The text so far is whole: the reply may end here. */
  readonly canEnd: boolean;
  /** The state after one more byte; undefined when no text of the language goes on like that. */
  step(byte: number): State | undefined;
  /** Set where almost every byte is allowed: what follows is the segment's business until it is left. */
  readonly free?: FreePlace | undefined;
  /** Set where several languages are possible: a text is right when it is in one of them. */
  readonly branches?: readonly State[] | undefined;
}

/** A place inside a segment of free text, whose masks all requests share. */
export interface FreePlace {
  readonly segment: Segment;
  /** The segment's own state. */
  readonly at: number;
  /** Where the language goes on when the segment is left by the given exit; undefined: that exit is closed. */
  exit(number: number): State | undefined;
  /** Control tokens may stand here. */
  readonly controls: boolean;
  /** How many characters may still begin before the segment is left, and how many must; undefined: any number. */
  readonly length?: { readonly min: number; readonly max: number } | undefined;
}

/** Makes a state when it is needed: automata go round in circles and would never be finished otherwise. */
export type Then = () => State | undefined;

const UTF8 = new TextEncoder();

/** Exactly this text, then the rest. `key` must tell apart what comes afterwards. */
export function literal(text: string, key: string, then: Then): State {
  return new Literal(UTF8.encode(text), 0, `${key}"${text}"`, then);
}

class Literal implements State {
  readonly key: string;
  readonly canEnd = false;
  readonly #bytes: Uint8Array;
  readonly #at: number;
  readonly #base: string;
  readonly #then: Then;

  constructor(bytes: Uint8Array, at: number, base: string, then: Then) {
    this.#bytes = bytes;
    this.#at = at;
    this.#base = base;
    this.#then = then;
    this.key = `${base}${at}`;
  }

  step(byte: number): State | undefined {
    if (this.#bytes[this.#at] !== byte) return undefined;
    if (this.#at + 1 === this.#bytes.length) return this.#then();
    return new Literal(this.#bytes, this.#at + 1, this.#base, this.#then);
  }
}

/** One of several texts, each with its own rest. No text may be the beginning of another. */
export function choice(options: readonly (readonly [text: string, then: Then])[], key: string): State {
  return new Choice(
    options.map(([text, then]) => ({ bytes: UTF8.encode(text), rest: then })),
    0,
    `${key}?`,
  );
}

interface Option {
  readonly bytes: Uint8Array;
  readonly rest: Then;
}

class Choice implements State {
  readonly key: string;
  readonly canEnd = false;
  readonly #open: readonly Option[];
  readonly #at: number;

  constructor(open: readonly Option[], at: number, key: string) {
    this.#open = open;
    this.#at = at;
    this.key = key;
  }

  step(byte: number): State | undefined {
    const open = this.#open.filter(({ bytes }) => bytes[this.#at] === byte);
    if (open.length === 0) return undefined;
    const [only] = open;
    if (open.length === 1 && only && only.bytes.length === this.#at + 1) return only.rest();
    return new Choice(open, this.#at + 1, `${this.key}${byte.toString(16).padStart(2, "0")}`);
  }
}

/**
 * A text of one language, then the rest. Where the first can both go on and end, a byte that continues it does:
 * rests must begin with a byte that cannot continue the text they follow.
 */
export function sequence(first: State, key: string, then: Then): State {
  return new Sequence(first, key, then);
}

class Sequence implements State {
  readonly key: string;
  readonly #first: State;
  readonly #base: string;
  readonly #then: Then;

  constructor(first: State, base: string, then: Then) {
    this.#first = first;
    this.#base = base;
    this.#then = then;
    this.key = `${base}(${first.key})`;
  }

  step(byte: number): State | undefined {
    const inside = this.#first.step(byte);
    if (inside) return new Sequence(inside, this.#base, this.#then);
    return this.#first.canEnd ? this.#then()?.step(byte) : undefined;
  }

  get canEnd(): boolean {
    return this.#first.canEnd && this.#then()?.canEnd === true;
  }

  get free(): FreePlace | undefined {
    const free = this.#first.free;
    if (!free) return undefined;
    const { segment, at, controls, length } = free;
    // Leaving the segment stays inside `first`, which has its own idea of what comes next.
    const exit = (number: number): State | undefined => {
      const inside = free.exit(number);
      return inside && new Sequence(inside, this.#base, this.#then);
    };
    return { segment, at, controls, length, exit };
  }
}

/** A few blanks (or none), then the rest. Bounded, so that a model cannot go on with blanks for ever. */
export function blanks(key: string, then: Then, left = 32): State {
  return new Blanks(key, then, left);
}

class Blanks implements State {
  readonly key: string;
  readonly canEnd = false;
  readonly #base: string;
  readonly #then: Then;
  readonly #left: number;

  constructor(base: string, then: Then, left: number) {
    this.#base = base;
    this.#then = then;
    this.#left = left;
    this.key = `${base}_${left}`;
  }

  step(byte: number): State | undefined {
    const blank = byte === 0x20 || byte === 0x0a || byte === 0x09;
    if (blank) return this.#left > 0 ? new Blanks(this.#base, this.#then, this.#left - 1) : undefined;
    return this.#then()?.step(byte);
  }
}

/** Nothing more, or what `then` allows. */
export function end(key: string, then: Then): State {
  return { key, canEnd: true, step: (byte) => then()?.step(byte) };
}

/** Free text until the segment is left. */
export function freeText(
  segment: Segment,
  key: string,
  exit: (number: number) => State | undefined,
  options: { canEnd: boolean; controls: boolean },
  at = 0,
): State {
  return new FreeText(segment, at, key, exit, options);
}

class FreeText implements State {
  readonly key: string;
  readonly canEnd: boolean;
  readonly free: FreePlace;
  readonly #base: string;
  readonly #options: { canEnd: boolean; controls: boolean };

  constructor(
    segment: Segment,
    at: number,
    base: string,
    exit: (number: number) => State | undefined,
    options: { canEnd: boolean; controls: boolean },
  ) {
    this.#base = base;
    this.#options = options;
    this.canEnd = options.canEnd;
    this.free = { segment, at, exit, controls: options.controls };
    this.key = `${base}~${at}`;
  }

  step(byte: number): State | undefined {
    const { segment, at, exit } = this.free;
    const next = segment.next(at, byte);
    if (next >= 0) return new FreeText(segment, next, this.#base, exit, this.#options);
    return segment.isDead(next) ? undefined : exit(segment.exitNumber(next));
  }
}

/** Free text of `min` to `max` characters until the segment, which counts them, is left by its only exit. */
export function countedText(segment: Segment, key: string, then: Then, min: number, max: number, at = 0): State {
  if (min === 0 && max === Infinity) return freeText(segment, key, then, { canEnd: false, controls: false }, at);
  return {
    key: `${key}~${at}:${min}:${max}`,
    canEnd: false,
    free: { segment, at, controls: false, length: { min, max }, exit: then },
    step(byte) {
      const next = segment.next(at, byte);
      if (next < 0) return !segment.isDead(next) && min === 0 ? then() : undefined;
      const begun = Number(segment.counts(at, byte));
      return begun > max ? undefined : countedText(segment, key, then, Math.max(0, min - begun), max - begun, next);
    },
  };
}

/** All of several languages at once. Those that reach the same state become one again. */
export function either(states: readonly State[]): State {
  const branches = new Map(states.flatMap((state) => state.branches ?? [state]).map((state) => [state.key, state]));
  const [only] = branches.values();
  return branches.size === 1 && only ? only : new Either([...branches.values()]);
}

class Either implements State {
  readonly branches: readonly State[];
  readonly key: string;
  readonly canEnd: boolean;

  constructor(branches: readonly State[]) {
    this.branches = branches;
    this.key = `(${branches.map(({ key }) => key).join("|")})`;
    this.canEnd = branches.some((branch) => branch.canEnd);
  }

  step(byte: number): State | undefined {
    const next = this.branches.flatMap((branch) => branch.step(byte) ?? []);
    return next.length === 0 ? undefined : either(next);
  }
}
