/**
 * JSON schemas (draft 2020-12) read into alternatives, each of one type, with all that is asked of a value of it. Whatever
 * cannot be held exactly while a text is written is refused by its name and place; nothing is ignored.
 */
import { InputError } from "@wanwen/core";
import { isSchema, type Schema } from "../coerce.ts";
import { accepts, both, type CodePoints, isClass, isEmpty, TooLarge, withLength } from "./code-points.ts";
import { FORMATS } from "./formats.ts";
import { type Bound, type Multiple, MULTIPLE_DECIMALS_MAX, MULTIPLE_STEPS_MAX, numberText, type NumberRange } from "./number-text.ts";
import { classAndLength, patternTexts } from "./pattern.ts";

export interface NumberValues {
  readonly type: "number";
  readonly range: NumberRange;
  /** Only these; undefined: all of the range. */
  readonly values: readonly number[] | undefined;
}

export interface StringValues {
  readonly type: "string";
  /** Those of them with `min` to `max` characters; undefined: of all texts. Only of classes (`isClass`) lengths are still to be counted. */
  readonly texts: CodePoints | undefined;
  readonly min: number;
  readonly max: number;
  readonly values: readonly string[] | undefined;
}

export interface ArrayValues<Child> {
  readonly type: "array";
  readonly prefix: readonly Child[];
  readonly items: Child;
  readonly min: number;
  readonly max: number;
}

export interface ObjectValues<Child> {
  readonly type: "object";
  /** In the order of the schema. */
  readonly properties: ReadonlyMap<string, Child>;
  readonly required: ReadonlySet<string>;
  readonly additional: Child;
  readonly min: number;
  readonly max: number;
}

export type Alternative<Child> =
  | { readonly type: "null" }
  | { readonly type: "boolean"; readonly values: readonly boolean[] }
  | NumberValues
  | StringValues
  | ArrayValues<Child>
  | ObjectValues<Child>;

/** Schemas that hold together of one value, and all values that they leave. */
export interface SchemaNode {
  readonly id: number;
  /** Nothing is asked. */
  readonly anything: boolean;
  /** Overlapping ones are fine: a value is right when one of them says so. */
  alternatives: readonly Alternative<SchemaNode>[];
  /** Brackets within brackets that the flattest value has; Infinity where there is no value. */
  depth: number;
}

/** Brackets within brackets. */
export const SCHEMA_DEPTH_MAX = 32;
const NODES_MAX = 4096;
const ALTERNATIVES_MAX = 512;
const VALUES_MAX = 5000;
const COUNT_MAX = 1_000_000;
const READING_MAX = 256;
const APART_DEPTH_MAX = 6;
const ONE_OF_MAX = 64;
const TEXT_STATES_MAX = 32_768;

/** @throws InputError `PARAM/POINTER: what: not supported`, or that no value can be written */
export function readSchema(schema: unknown, param: string): SchemaNode {
  return new SchemaReader(schema, param).read();
}

/** A schema at its place in the document. */
interface Part {
  readonly id: number;
  readonly schema: Schema | boolean;
  readonly pointer: string;
}

/** All of them hold; none: anything does. */
type Parts = readonly Part[];
type Alternatives = readonly Alternative<Parts>[];

const UNBOUNDED: NumberRange = { integer: false, multiples: [] };
const ANY_NUMBER: NumberValues = { type: "number", range: UNBOUNDED, values: undefined };
const ANY_STRING: StringValues = { type: "string", texts: undefined, min: 0, max: Infinity, values: undefined };
const ANY_ARRAY: ArrayValues<Parts> = { type: "array", prefix: [], items: [], min: 0, max: Infinity };
const ANY_OBJECT: ObjectValues<Parts> = {
  type: "object",
  properties: new Map(),
  required: new Set(),
  additional: [],
  min: 0,
  max: Infinity,
};
const EVERYTHING: Alternatives = [
  { type: "null" },
  { type: "boolean", values: [true, false] },
  ANY_NUMBER,
  ANY_STRING,
  ANY_ARRAY,
  ANY_OBJECT,
];

const TYPES = ["null", "boolean", "number", "integer", "string", "array", "object"];

/** Keywords that say nothing about which values are right (and those behind which nothing stands unless something refers to it). */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
  "$defs",
  "definitions",
  "$anchor",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
]);

const KNOWN = new Set([
  "type",
  "enum",
  "const",
  "anyOf",
  "oneOf",
  "allOf",
  "$ref",
  "properties",
  "required",
  "additionalProperties",
  "minProperties",
  "maxProperties",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
]);

class SchemaReader {
  readonly #root: Schema | boolean;
  readonly #param: string;
  readonly #parts = new Map<unknown, Part>();
  readonly #read = new Map<Part, Alternatives>();
  readonly #reading = new Set<Part>();
  readonly #nodes = new Map<string, SchemaNode>();
  readonly #childrenOf: [SchemaNode, Parts][] = [];
  #ids = 0;
  #textStates = 0;

  constructor(schema: unknown, param: string) {
    this.#param = param;
    if (typeof schema !== "boolean" && !isSchema(schema)) throw new InputError(`${param}: expected a JSON schema`, { param });
    this.#root = schema;
  }

  read(): SchemaNode {
    const root = this.#node([this.#part(this.#root, "")]);
    for (const [node, parts] of this.#childrenOf) {
      node.alternatives = this.#all(parts).map((each) => this.#linked(each)); // new nodes are read later in this loop
    }
    measureDepths([...this.#nodes.values()]);
    if (root.depth > SCHEMA_DEPTH_MAX) {
      const why = root.depth === Infinity ? "no value can fit this schema" : `every value is nested deeper than ${SCHEMA_DEPTH_MAX}`;
      throw new InputError(`${this.#param}: ${why}`, { param: this.#param });
    }
    return root;
  }

  #part(schema: unknown, pointer: string): Part {
    if (typeof schema !== "boolean" && !isSchema(schema)) this.#wrong(pointer, "expected a schema");
    const key = typeof schema === "boolean" ? `${schema}` : schema;
    let part = this.#parts.get(key);
    if (!part) this.#parts.set(key, (part = { id: this.#ids++, schema: schema as Schema | boolean, pointer }));
    return part;
  }

  #node(parts: Parts): SchemaNode {
    const asking = parts.filter(({ schema }) => schema !== true && !(isSchema(schema) && Object.keys(schema).length === 0));
    const key = [...new Set(asking.map(({ id }) => id))].sort((a, b) => a - b).join();
    let node = this.#nodes.get(key);
    if (!node) {
      if (this.#nodes.size >= NODES_MAX) throw new InputError(`${this.#param}: the schema is too large`, { param: this.#param });
      node = { id: this.#nodes.size, anything: asking.length === 0, alternatives: [], depth: Infinity };
      this.#nodes.set(key, node);
      if (!node.anything) this.#childrenOf.push([node, asking]);
    }
    return node;
  }

  #linked(alternative: Alternative<Parts>): Alternative<SchemaNode> {
    switch (alternative.type) {
      case "array":
        return { ...alternative, prefix: alternative.prefix.map((parts) => this.#node(parts)), items: this.#node(alternative.items) };
      case "object": {
        const properties = new Map([...alternative.properties].map(([name, parts]) => [name, this.#node(parts)] as const));
        return { ...alternative, properties, additional: this.#node(alternative.additional) };
      }
      default:
        return alternative;
    }
  }

  #all(parts: Parts): Alternatives {
    return parts.map((part) => this.#alternatives(part)).reduce((a, b) => this.#both(a, b), EVERYTHING);
  }

  #alternatives(part: Part): Alternatives {
    const known = this.#read.get(part);
    if (known) return known;
    if (this.#reading.has(part)) this.#wrong(part.pointer, "refers to itself without an end");
    if (this.#reading.size >= READING_MAX) this.#wrong(part.pointer, `schemas more than ${READING_MAX} deep in each other are not supported`);
    this.#reading.add(part);
    let found: Alternatives;
    try {
      found = this.#own(part);
    } catch (error) {
      if (error instanceof TooLarge) this.#wrong(part.pointer, "too large to be held exactly");
      throw error;
    }
    this.#reading.delete(part);
    this.#read.set(part, found);
    return found;
  }

  #own({ schema, pointer }: Part): Alternatives {
    if (typeof schema === "boolean") return schema ? EVERYTHING : [];
    this.#checkKeywords(schema, pointer);
    const child = (key: string | number, ...path: (string | number)[]): string =>
      [pointer, key, ...path].map((step, i) => (i === 0 ? step : escapedStep(step))).join("/");
    let found = this.#typed(schema, child);
    const enumeration = schema["enum"];
    if (enumeration !== undefined) found = this.#both(found, this.#listed(enumeration, child("enum")));
    if ("const" in schema) found = this.#both(found, this.#listed([schema["const"]], child("const")));
    if (schema["$ref"] !== undefined) found = this.#both(found, this.#alternatives(this.#target(schema["$ref"], child("$ref"))));
    for (const part of this.#list(schema, "allOf", child)) found = this.#both(found, this.#alternatives(part));
    if (schema["anyOf"] !== undefined)
      found = this.#both(
        found,
        this.#list(schema, "anyOf", child).flatMap((part) => this.#alternatives(part)),
      );
    if (schema["oneOf"] !== undefined) found = this.#both(found, this.#oneOf(this.#list(schema, "oneOf", child), child("oneOf")));
    return found;
  }

  #checkKeywords(schema: Schema, pointer: string): void {
    for (const key of Object.keys(schema)) {
      if (KNOWN.has(key) || ANNOTATIONS.has(key)) continue;
      if (key === "$id" && pointer === "") continue; // elsewhere it changes what references mean
      if (key === "$schema" && /^https?:\/\/json-schema\.org\//.test(String(schema[key]))) continue; // others may mean anything
      if (key.startsWith("x-") && key !== "x-from") continue;
      this.#wrong(`${pointer}/${escapedStep(key)}`, "not supported");
    }
    if (schema["uniqueItems"] === true && !(typeof schema["maxItems"] === "number" && schema["maxItems"] <= 1))
      this.#wrong(`${pointer}/uniqueItems`, "not supported");
    const counted = schema["minProperties"] !== undefined || schema["maxProperties"] !== undefined;
    if (counted && schema["additionalProperties"] !== false) {
      this.#wrong(
        `${pointer}/${schema["minProperties"] === undefined ? "max" : "min"}Properties`,
        "not supported without additionalProperties: false",
      );
    }
  }

  #typed(schema: Schema, child: (key: string) => string): Alternatives {
    const given = schema["type"];
    const types = given === undefined ? TYPES : Array.isArray(given) ? (given as unknown[]) : [given];
    for (const type of types)
      if (!TYPES.includes(String(type))) this.#wrong(child("type"), `expected a type of JSON, got ${JSON.stringify(type)}`);
    const asks = (type: string): boolean => types.includes(type);
    const found: Alternative<Parts>[] = [];
    if (asks("null")) found.push({ type: "null" });
    if (asks("boolean")) found.push({ type: "boolean", values: [true, false] });
    if (asks("number") || asks("integer")) found.push(...this.#number(schema, !asks("number"), child));
    if (asks("string")) found.push(...this.#string(schema, child));
    if (asks("array")) found.push(this.#array(schema, child));
    if (asks("object")) found.push(this.#object(schema, child));
    return found;
  }

  #number(schema: Schema, integer: boolean, child: (key: string) => string): NumberValues[] {
    const bound = (key: string, exclusive: boolean): Bound | undefined => {
      const value = schema[key];
      if (value === undefined) return undefined;
      if (typeof value !== "number") this.#wrong(child(key), "expected a number");
      const digits = String(value).replace(/e.*|[-.]|^0\.0*/g, "");
      if (Math.abs(value) >= 1e15 || digits.length > 15 || (value !== 0 && Math.abs(value) < 1e-15))
        this.#wrong(child(key), "only numbers of up to 15 digits are supported");
      return { value, exclusive };
    };
    const min = stricter(bound("minimum", false), bound("exclusiveMinimum", true), 1);
    const max = stricter(bound("maximum", false), bound("exclusiveMaximum", true), -1);
    const multiples = schema["multipleOf"] === undefined ? [] : [this.#multiple(schema["multipleOf"], child("multipleOf"))];
    return finishedNumber({ type: "number", range: { integer, multiples, ...(min && { min }), ...(max && { max }) }, values: undefined });
  }

  #multiple(value: unknown, pointer: string): Multiple {
    if (typeof value !== "number" || !(value > 0)) return this.#wrong(pointer, "expected a number above 0");
    const decimals = /^\d+(?:\.(\d+))?$/.exec(String(value))?.[1]?.length ?? (Number.isInteger(value) ? 0 : Infinity);
    const steps = Number(`${value}e${decimals === Infinity ? 0 : decimals}`);
    if (decimals > MULTIPLE_DECIMALS_MAX || steps > MULTIPLE_STEPS_MAX)
      this.#wrong(pointer, `${value} is not supported: up to ${MULTIPLE_STEPS_MAX} steps of a power of ten are`);
    return { steps, decimals };
  }

  #string(schema: Schema, child: (key: string) => string): StringValues[] {
    let min = this.#count(schema, "minLength", 0, child);
    let max = this.#count(schema, "maxLength", Infinity, child);
    let texts: CodePoints | undefined;
    const { pattern, format } = schema;
    if (pattern !== undefined) {
      if (typeof pattern !== "string") this.#wrong(child("pattern"), "expected a text");
      const param = this.#param + child("pattern");
      const counted = classAndLength(pattern, param);
      texts = counted?.texts ?? patternTexts(pattern, param);
      if (counted) [min, max] = [Math.max(min, counted.min), Math.min(max, counted.max)];
    }
    if (format !== undefined) {
      const source = FORMATS.get(String(format));
      if (source === undefined)
        this.#wrong(child("format"), `${JSON.stringify(format)} is not supported, expected one of ${[...FORMATS.keys()].join(", ")}`);
      const formatted = patternTexts(source, this.#param + child("format"));
      texts = texts ? both(texts, formatted) : formatted;
    }
    const found = finishedString({ type: "string", texts, min, max, values: undefined });
    this.#spend(found);
    return found;
  }

  /** Automata of texts are what costs time and memory: all of a schema together have a bound. */
  #spend(found: Alternatives): void {
    for (const each of found) if (each.type === "string" && each.texts) this.#textStates += each.texts.arcs.length;
    if (this.#textStates > TEXT_STATES_MAX)
      throw new InputError(`${this.#param}: its patterns and lengths are too large together`, { param: this.#param });
  }

  #array(schema: Schema, child: (key: string, ...path: (string | number)[]) => string): ArrayValues<Parts> {
    const prefix = schema["prefixItems"] === undefined ? [] : this.#list(schema, "prefixItems", child).map((part) => [part]);
    if (Array.isArray(schema["items"])) this.#wrong(child("items"), "expected a schema (a list of them is prefixItems)");
    const items = schema["items"] === undefined ? [] : [this.#part(schema["items"], child("items"))];
    return {
      type: "array",
      prefix,
      items,
      min: this.#count(schema, "minItems", 0, child),
      max: this.#count(schema, "maxItems", Infinity, child),
    };
  }

  #object(schema: Schema, child: (key: string, ...path: (string | number)[]) => string): ObjectValues<Parts> {
    const given = schema["properties"] ?? {};
    if (!isSchema(given)) this.#wrong(child("properties"), "expected an object of schemas");
    const properties = new Map<string, Parts>(
      Object.entries(given).map(([name, each]) => [name, [this.#part(each, child("properties", name))]]),
    );
    const required = schema["required"] ?? [];
    if (!Array.isArray(required) || required.some((name) => typeof name !== "string"))
      this.#wrong(child("required"), "expected a list of names");
    const additional =
      schema["additionalProperties"] === undefined ? [] : [this.#part(schema["additionalProperties"], child("additionalProperties"))];
    // A required name that nobody described stands where the described ones end.
    for (const name of required as string[]) if (!properties.has(name)) properties.set(name, additional);
    return {
      type: "object",
      properties,
      required: new Set(required as string[]),
      additional,
      min: this.#count(schema, "minProperties", 0, child),
      max: this.#count(schema, "maxProperties", Infinity, child),
    };
  }

  #count(schema: Schema, key: string, otherwise: number, child: (key: string) => string): number {
    const value = schema[key];
    if (value === undefined) return otherwise;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0) return this.#wrong(child(key), "expected a whole number");
    if (value > COUNT_MAX) this.#wrong(child(key), `more than ${COUNT_MAX} is not supported`);
    return value;
  }

  #listed(values: unknown, pointer: string): Alternatives {
    if (!Array.isArray(values)) this.#wrong(pointer, "expected a list of values");
    const list = values as unknown[];
    if (list.length > VALUES_MAX) this.#wrong(pointer, `more than ${VALUES_MAX} values are not supported`);
    const strings = list.filter((value) => typeof value === "string");
    const numbers = list.filter((value): value is number => typeof value === "number" && Number.isFinite(value));
    const booleans = list.filter((value) => typeof value === "boolean");
    return [
      ...(list.includes(null) ? [{ type: "null" } as const] : []),
      ...(booleans.length > 0 ? [{ type: "boolean", values: [...new Set(booleans)] } as const] : []),
      ...(numbers.length > 0 ? [{ ...ANY_NUMBER, values: [...new Set(numbers)] }] : []),
      ...(strings.length > 0 ? [{ ...ANY_STRING, values: [...new Set(strings)] }] : []),
      ...list.flatMap((value, i) => (typeof value === "object" && value !== null ? [this.#constant(value, `${pointer}/${i}`)] : [])),
    ];
  }

  /** An object or an array that is exactly this one. */
  #constant(value: object, pointer: string): Alternative<Parts> {
    const same = (inner: unknown, step: string | number): Parts => [this.#part({ const: inner }, `${pointer}/${escapedStep(step)}`)];
    if (Array.isArray(value)) return { type: "array", prefix: value.map(same), items: [], min: value.length, max: value.length };
    const entries = Object.entries(value);
    return {
      ...ANY_OBJECT,
      properties: new Map(entries.map(([name, inner]) => [name, same(inner, name)])),
      required: new Set(entries.map(([name]) => name)),
      additional: [this.#part(false, pointer)],
    };
  }

  #list(schema: Schema, key: string, child: (key: string, ...path: (string | number)[]) => string): Part[] {
    const list = schema[key];
    if (list === undefined) return [];
    if (!Array.isArray(list) || list.length === 0) return this.#wrong(child(key), "expected a list of schemas");
    if (list.length > ALTERNATIVES_MAX) this.#wrong(child(key), `more than ${ALTERNATIVES_MAX} schemas are not supported`);
    return list.map((each: unknown, i) => this.#part(each, child(key, i)));
  }

  #target(reference: unknown, pointer: string): Part {
    if (typeof reference !== "string" || !/^#(?:\/|$)/.test(reference))
      return this.#wrong(pointer, `${JSON.stringify(reference)} is not supported, expected "#" or "#/…"`);
    let at: unknown = this.#root;
    for (const step of reference.split("/").slice(1)) {
      const key = decoded(step).replaceAll("~1", "/").replaceAll("~0", "~");
      at = typeof at === "object" && at !== null && Object.hasOwn(at, key) ? (at as Schema)[key] : undefined;
    }
    if (at === undefined) this.#wrong(pointer, `${JSON.stringify(reference)} is not there`);
    return this.#part(at, reference.slice(1));
  }

  /** Exactly one holds: the same as any of them, where no value can fit two. */
  #oneOf(parts: Part[], pointer: string): Alternatives {
    if (parts.length > ONE_OF_MAX) this.#wrong(pointer, `more than ${ONE_OF_MAX} schemas are not supported`);
    const branches = parts.map((part) => this.#alternatives(part));
    for (const [i, a] of branches.entries()) {
      for (let j = i + 1; j < branches.length; j++) {
        if (!this.#apart(a, branches[j]!, 0))
          this.#wrong(pointer, `not supported where a value may fit two of them, as ${i} and ${j} (anyOf is)`);
      }
    }
    return branches.flat();
  }

  #apart(a: Alternatives, b: Alternatives, depth: number): boolean {
    if (depth > APART_DEPTH_MAX) return false;
    return a.every((one) => b.every((other) => one.type !== other.type || this.#pairApart(one, other, depth)));
  }

  #pairApart(a: Alternative<Parts>, b: Alternative<Parts>, depth: number): boolean {
    if (a.type === "object" && b.type === "object") {
      return [...new Set([...a.required, ...b.required])].some((name) => {
        const [x, y] = [a.properties.get(name) ?? a.additional, b.properties.get(name) ?? b.additional];
        if (a.required.has(name) && b.required.has(name)) return this.#apart(this.#all(x), this.#all(y), depth + 1);
        return this.#all(a.required.has(name) ? y : x).length === 0; // one must have it, the other cannot
      });
    }
    if (a.type === "array" && b.type === "array") {
      if (a.max < b.min || b.max < a.min) return true;
      return Array.from({ length: Math.min(a.min, b.min, 16) }, (_, i) => i).some((i) =>
        this.#apart(this.#all(a.prefix[i] ?? a.items), this.#all(b.prefix[i] ?? b.items), depth + 1),
      );
    }
    return this.#both([a], [b]).length === 0;
  }

  #both(a: Alternatives, b: Alternatives): Alternatives {
    if (a === EVERYTHING) return b;
    if (b === EVERYTHING) return a;
    const found = a.flatMap((one) => b.flatMap((other) => bothOf(one, other)));
    this.#spend(found);
    if (found.length > ALTERNATIVES_MAX)
      throw new InputError(`${this.#param}: the schema has too many alternatives`, { param: this.#param });
    return found;
  }

  #wrong(pointer: string, what: string): never {
    throw new InputError(`${this.#param}${pointer}: ${what}`, { param: this.#param });
  }
}

/** Values that fit both; none where there are none (of scalars) or none are seen (of structures). */
function bothOf(a: Alternative<Parts>, b: Alternative<Parts>): Alternative<Parts>[] {
  if (a.type === "null" && b.type === "null") return [a];
  if (a.type === "boolean" && b.type === "boolean") {
    const values = a.values.filter((value) => b.values.includes(value));
    return values.length > 0 ? [{ type: "boolean", values }] : [];
  }
  if (a.type === "number" && b.type === "number") {
    const min = stricter(a.range.min, b.range.min, 1);
    const max = stricter(a.range.max, b.range.max, -1);
    const multiples = [...new Map([...a.range.multiples, ...b.range.multiples].map((each) => [JSON.stringify(each), each])).values()];
    const range = { integer: a.range.integer || b.range.integer, multiples, ...(min && { min }), ...(max && { max }) };
    return finishedNumber({ type: "number", range, values: common(a.values, b.values) });
  }
  if (a.type === "string" && b.type === "string") {
    const texts = a.texts && b.texts ? (a.texts === b.texts ? a.texts : both(a.texts, b.texts)) : (a.texts ?? b.texts);
    return finishedString({
      type: "string",
      texts,
      min: Math.max(a.min, b.min),
      max: Math.min(a.max, b.max),
      values: common(a.values, b.values),
    });
  }
  if (a.type === "array" && b.type === "array") {
    const length = Math.max(a.prefix.length, b.prefix.length);
    const prefix = Array.from({ length }, (_, i) => [...(a.prefix[i] ?? a.items), ...(b.prefix[i] ?? b.items)]);
    return [{ type: "array", prefix, items: [...a.items, ...b.items], min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) }];
  }
  if (a.type === "object" && b.type === "object") {
    const names = [...a.properties.keys(), ...b.properties.keys()];
    const properties = new Map(
      names.map((name) => [name, [...(a.properties.get(name) ?? a.additional), ...(b.properties.get(name) ?? b.additional)]]),
    );
    const required = new Set([...a.required, ...b.required]);
    return [
      {
        type: "object",
        properties,
        required,
        additional: [...a.additional, ...b.additional],
        min: Math.max(a.min, b.min),
        max: Math.min(a.max, b.max),
      },
    ];
  }
  return [];
}

function common<Value>(a: readonly Value[] | undefined, b: readonly Value[] | undefined): readonly Value[] | undefined {
  return a && b ? a.filter((value) => b.includes(value)) : (a ?? b);
}

function stricter(a: Bound | undefined, b: Bound | undefined, side: 1 | -1): Bound | undefined {
  if (!a || !b) return a ?? b;
  if (a.value === b.value) return a.exclusive ? a : b;
  return (a.value - b.value) * side > 0 ? a : b;
}

function finishedNumber(given: NumberValues): NumberValues[] {
  const { range, values } = given;
  if (!values) return numberText(range) ? [given] : [];
  const left = values.filter((value) => inRange(value, range));
  return left.length > 0 ? [{ ...given, range: UNBOUNDED, values: left }] : [];
}

function inRange(value: number, { integer, min, max, multiples }: NumberRange): boolean {
  if (integer && !Number.isInteger(value)) return false;
  if (min && (min.exclusive ? value <= min.value : value < min.value)) return false;
  if (max && (max.exclusive ? value >= max.value : value > max.value)) return false;
  return multiples.every(({ steps, decimals }) => {
    const scaled = Number(`${value}e${decimals}`); // NaN where the value has an exponent itself: such a multiple is not seen
    return Number.isInteger(scaled) && scaled % steps === 0;
  });
}

function finishedString(given: StringValues): StringValues[] {
  const { texts, min, max, values } = given;
  if (values) {
    const left = values.filter((value) => {
      const length = [...value].length;
      return length >= min && length <= max && (!texts || accepts(texts, value));
    });
    return left.length > 0 ? [{ ...ANY_STRING, values: left }] : [];
  }
  if (min > max) return [];
  if (!texts || isClass(texts)) return [given];
  const bounded = withLength(texts, min, max);
  return isEmpty(bounded) ? [] : [{ ...ANY_STRING, texts: bounded }];
}

/** How deep each node's flattest value is: from what needs nothing upwards, until nothing changes. */
function measureDepths(nodes: readonly SchemaNode[]): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const node of nodes) {
      const depth = node.anything ? 0 : Math.min(Infinity, ...node.alternatives.map(depthOf));
      if (depth < node.depth) {
        node.depth = depth;
        changed = true;
      }
    }
  }
}

/** Brackets that the flattest value of an alternative needs. */
export function depthOf(alternative: Alternative<SchemaNode>): number {
  switch (alternative.type) {
    case "array": {
      const { prefix, items, min, max } = alternative;
      if (min > max) return Infinity;
      const needed = [...prefix.slice(0, min), ...(min > prefix.length ? [items] : [])];
      return 1 + Math.max(0, ...needed.map(({ depth }) => depth));
    }
    case "object": {
      const { properties, required, min, max } = alternative;
      if (min > max || required.size > max) return Infinity;
      const depths = [...properties]
        .filter(([name]) => !required.has(name))
        .map(([, { depth }]) => depth)
        .sort((a, b) => a - b);
      const more = depths.slice(0, Math.max(0, min - required.size));
      if (more.length < min - required.size) return Infinity;
      return 1 + Math.max(0, ...more, ...[...required].map((name) => properties.get(name)!.depth));
    }
    default:
      return 0;
  }
}

function escapedStep(step: string | number): string {
  return String(step).replaceAll("~", "~0").replaceAll("/", "~1");
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
