import { blanks, choice, countedText, either, freeText, literal, sequence, type State, type Then } from "./automaton.ts";
import { ANY_TEXT, both, type CodePoints, isClass, not, these } from "./code-points.ts";
import { jsonValue } from "./json-text.ts";
import { numberText } from "./number-text.ts";
import {
  type Alternative,
  type ArrayValues,
  depthOf,
  type NumberValues,
  type ObjectValues,
  SCHEMA_DEPTH_MAX,
  type SchemaNode,
  type StringValues,
} from "./schema.ts";
import type { Segment } from "./segment.ts";
import { ANY_STRING, stringOf } from "./string-segments.ts";
import { oneOf } from "./words.ts";

/**
 * The JSON texts of the values that fit a schema, then the rest. Properties come in the order of the schema, others behind
 * them; a few blanks may stand wherever JSON allows them. `key` must tell apart what comes afterwards.
 */
export function valueText(node: SchemaNode, key: string, then: Then): State {
  return value(node, 0, { key, next: once(then) });
}

const FREE_STRINGS_MAX = 8;

/**
 * The tables of free strings in a schema, for whoever wants to know before a reply begins what the vocabulary can do in them.
 * The first few; those of patterns with a form are left out: they have many places, of which a reply sees few.
 */
export function freeStrings(root: SchemaNode): ReadonlySet<Segment> {
  const nodes = new Set([root]);
  const found = new Set<Segment>([ANY_STRING]);
  for (const { alternatives } of nodes) {
    for (const each of alternatives) {
      if (each.type === "array") for (const child of [...each.prefix, each.items]) nodes.add(child); // read later in this loop
      if (each.type === "object") for (const child of [...each.properties.values(), each.additional]) nodes.add(child);
      if (found.size < FREE_STRINGS_MAX && each.type === "string" && each.texts && isClass(each.texts)) found.add(tableOf(each.texts));
    }
  }
  return found;
}

function tableOf(texts: CodePoints): Segment {
  return remembered(texts, () => stringOf(texts));
}

/** What follows a value. */
interface Rest {
  readonly key: string;
  readonly next: Then;
}

const ALL_BYTES = new Uint8Array(256).fill(1);

function value(node: SchemaNode, depth: number, { key, next }: Rest): State {
  if (node.anything) return sequence(jsonValue(), `${key}*`, next);
  return either(
    node.alternatives.flatMap((each, i) =>
      depth + depthOf(each) <= SCHEMA_DEPTH_MAX ? [alternative(each, depth + 1, { key: `${key}/${node.id}.${i}`, next })] : [],
    ),
  );
}

function alternative(given: Alternative<SchemaNode>, depth: number, rest: Rest): State {
  switch (given.type) {
    case "null":
      return literal("null", rest.key, rest.next);
    case "boolean":
      return choice(
        given.values.map((each) => [String(each), rest.next]),
        rest.key,
      );
    case "number":
      return sequence(numberOf(given), rest.key, rest.next);
    case "string":
      return string(given, rest);
    case "array":
      return literal("[", rest.key, () => new ArrayText(given, depth, rest).first());
    case "object":
      return literal("{", rest.key, () => new ObjectText(given, depth, rest).first());
  }
}

/** There is one: alternatives without a value were left out when the schema was read. */
function numberOf({ range, values }: NumberValues): State {
  return remembered(
    values ?? range,
    () =>
      (values
        ? oneOf(
            values.map((each) => JSON.stringify(each)),
            ALL_BYTES,
          )
        : numberText(range))!,
  );
}

function string({ texts, min, max, values }: StringValues, { key, next }: Rest): State {
  if (values)
    return choice(
      values.map((each) => [JSON.stringify(each), next]),
      key,
    );
  return literal('"', key, () => {
    return countedText(texts ? tableOf(texts) : ANY_STRING, key, next, min, max);
  });
}

class ArrayText {
  readonly #array: ArrayValues<SchemaNode>;
  readonly #depth: number;
  readonly #rest: Rest;

  constructor(array: ArrayValues<SchemaNode>, depth: number, rest: Rest) {
    this.#array = array;
    this.#depth = depth;
    this.#rest = rest;
  }

  first(): State {
    const { key, next } = this.#rest;
    const close = this.#array.min === 0 ? [literal("]", `${key}[]`, next)] : [];
    return blanks(
      `${key}[`,
      once(() => either([...close, ...(this.#canHave(0) ? [this.#item(0)] : [])])),
    );
  }

  #item(at: number): State {
    return value(this.#node(at), this.#depth, { key: `${this.#rest.key}[${at}`, next: once(() => this.#behind(at)) });
  }

  #behind(at: number): State {
    const { min, max, prefix } = this.#array;
    // Where numbers of items do not matter any more they are not told apart.
    const count = Math.min(at + 1, max === Infinity ? Math.max(min, prefix.length) : max);
    const place = `${this.#rest.key}[${count}`;
    const more = this.#canHave(count)
      ? [
          [
            ",",
            () =>
              blanks(
                `${place},`,
                once(() => this.#item(count)),
              ),
          ] as const,
        ]
      : [];
    const close = count >= min ? [["]", this.#rest.next] as const] : [];
    return blanks(
      `${place};`,
      once(() => choice([...more, ...close], `${place};`)),
    );
  }

  #node(at: number): SchemaNode {
    return this.#array.prefix[at] ?? this.#array.items;
  }

  #canHave(at: number): boolean {
    return at < this.#array.max && this.#depth + this.#node(at).depth <= SCHEMA_DEPTH_MAX;
  }
}

class ObjectText {
  readonly #object: ObjectValues<SchemaNode>;
  readonly #depth: number;
  readonly #rest: Rest;
  readonly #properties: readonly (readonly [name: string, node: SchemaNode])[];

  constructor(object: ObjectValues<SchemaNode>, depth: number, rest: Rest) {
    this.#object = object;
    this.#depth = depth;
    this.#rest = rest;
    this.#properties = [...object.properties];
  }

  first(): State {
    const { key, next } = this.#rest;
    return blanks(
      `${key}{`,
      once(() => this.#members(0, 0, this.#full(0, 0) ? [["}", next]] : [])),
    );
  }

  /** One of the properties from `from` on, or what `also` offers. */
  #members(from: number, count: number, also: readonly (readonly [string, Then])[]): State {
    const place = `${this.#rest.key}{${from}.${count}${also.length > 0 ? "" : ","}`;
    const described = this.#possible(from, count).map(
      (at) => [JSON.stringify(this.#properties[at]![0]), once(() => this.#member(at, count))] as const,
    );
    const states = described.length + also.length > 0 ? [choice([...described, ...also], place)] : [];
    if (this.#canHaveOthers(from)) states.push(literal('"', `${place}+`, () => this.#otherName(`${place}+`)));
    return either(states);
  }

  #member(at: number, count: number): State {
    const key = `${this.#rest.key}{${at}.${count}`;
    return this.#colonAndValue(
      this.#properties[at]![1],
      key,
      once(() => this.#behind(at + 1, this.#counted(count))),
    );
  }

  #otherName(key: string): State {
    const { properties } = this.#object;
    const others = (): Segment => stringOf(both(ANY_TEXT, not(these([...properties.keys()]))));
    const names = properties.size === 0 ? ANY_STRING : remembered(properties, others);
    const then = once(() =>
      this.#colonAndValue(
        this.#object.additional,
        `${this.#rest.key}{+`,
        once(() => this.#behind(this.#properties.length, 0)),
      ),
    );
    return freeText(names, key, then, { canEnd: false, controls: false });
  }

  #colonAndValue(node: SchemaNode, key: string, next: Then): State {
    const behindColon = once(() =>
      blanks(
        `${key}=`,
        once(() => value(node, this.#depth, { key, next })),
      ),
    );
    return blanks(
      `${key}:`,
      once(() => literal(":", `${key}:`, behindColon)),
    );
  }

  #behind(from: number, count: number): State {
    const place = `${this.#rest.key}{${from}.${count}`;
    const more = this.#possible(from, count).length > 0 || this.#canHaveOthers(from);
    const comma = more
      ? [
          [
            ",",
            () =>
              blanks(
                `${place},`,
                once(() => this.#members(from, count, [])),
              ),
          ] as const,
        ]
      : [];
    const close = this.#full(from, count) ? [["}", this.#rest.next] as const] : [];
    return blanks(
      `${place};`,
      once(() => choice([...comma, ...close], `${place};`)),
    );
  }

  /** Which properties can come next: up to the first that must, and as many as leave room for the others that must. */
  #possible(from: number, count: number): number[] {
    const found: number[] = [];
    for (let at = from; at < this.#properties.length; at++) {
      const [name] = this.#properties[at]!;
      if (this.#fits(at) && this.#leavesRoom(at + 1, this.#counted(count))) found.push(at);
      if (this.#object.required.has(name)) break;
    }
    return found;
  }

  #leavesRoom(from: number, count: number): boolean {
    const { min, max, required } = this.#object;
    if (!this.#counts) return true;
    const left = this.#properties.slice(from).filter((_, i) => this.#fits(from + i));
    return count + left.length >= min && count + left.filter(([name]) => required.has(name)).length <= max;
  }

  /** Properties are counted only where their number matters. */
  get #counts(): boolean {
    return this.#object.min > 0 || this.#object.max < Infinity;
  }

  #counted(count: number): number {
    return this.#counts ? count + 1 : 0;
  }

  #canHaveOthers(from: number): boolean {
    return !this.#mustHave(from) && this.#depth + this.#object.additional.depth <= SCHEMA_DEPTH_MAX;
  }

  #full(from: number, count: number): boolean {
    return !this.#mustHave(from) && count >= this.#object.min;
  }

  #mustHave(from: number): boolean {
    return this.#properties.slice(from).some(([name]) => this.#object.required.has(name));
  }

  #fits(at: number): boolean {
    return this.#depth + this.#properties[at]![1].depth <= SCHEMA_DEPTH_MAX;
  }
}

/** States are asked for often and made once: all of them are immutable. */
function once(then: Then): Then {
  let made: State | undefined;
  let asked = false;
  return () => {
    if (!asked) made = then();
    asked = true;
    return made;
  };
}

const made = new WeakMap<object, State | Segment>();

/** What is made of a part of a schema, once for all places and replies: what the vocabulary can do in it is remembered with it. */
function remembered<Made extends State | Segment>(of: object, make: () => Made): Made {
  let found = made.get(of) as Made | undefined;
  if (!found) made.set(of, (found = make()));
  return found;
}
