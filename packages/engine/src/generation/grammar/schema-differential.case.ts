import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "../random.ts";
import { end, type State } from "./automaton.ts";
import { readSchema } from "./schema.ts";
import { valueText } from "./schema-automaton.ts";

/**
 * The automaton against a validator that many use. Texts found by walking at random through the automaton must be JSON and
 * valid; instances made from the schema without it, and valid, must be accepted byte by byte.
 */
type Json = Record<string, unknown>;

const NAMES = ["a", "bc", "b", "名", 'q"x', "a/b"];
const PATTERNS = ["^[a-z]{2,4}$", "b+c?", "^\\d{3}-\\d{2}$", "^(ja|nein|只)$", "[^x-z]y", "^(?!ab)[abc]+$", "^\\p{Lu}\\w*$", "^$|\\s"];
const FORMATS = ["date", "time", "date-time", "uuid", "email", "ipv4", "ipv6", "duration"];

const small = fc.integer({ min: 0, max: 4 });
const word = fc.constantFrom("", "x", "yes", "ja nein", 'a"b\\', "\n\t", "你好😀", "\u0001");
const scalar = fc.oneof(
  word,
  fc.integer({ min: -1200, max: 1200 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0.5, -2.25, 1e-7, 100.01),
);

/** Only keywords that come with a value: undefined ones fall out. */
const defined = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const ordered = (low: number | undefined, high: number | undefined): boolean => low === undefined || high === undefined || low <= high;

const bound = fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.constantFrom(-0.5, 0.25, 3.125, 99.9));
const numberSchema = fc
  .record({
    type: fc.constantFrom("integer", "number"),
    minimum: maybe(bound),
    exclusiveMinimum: maybe(bound),
    maximum: maybe(bound),
    exclusiveMaximum: maybe(bound),
    multipleOf: maybe(fc.constantFrom(1, 3, 7, 0.5, 2.5, 100)),
  })
  .map(defined);
const stringSchema = fc.oneof(
  fc.record({ type: fc.constant("string"), minLength: maybe(small), maxLength: maybe(fc.integer({ min: 3, max: 9 })) }).map(defined),
  fc
    .record({ type: fc.constant("string"), pattern: fc.constantFrom(...PATTERNS), maxLength: maybe(fc.integer({ min: 6, max: 12 })) })
    .map(defined),
  fc.record({ type: fc.constant("string"), format: fc.constantFrom(...FORMATS) }),
);

const { schema: schemas } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: "schema" },
    numberSchema,
    stringSchema,
    fc.record({
      enum: fc.uniqueArray(
        fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.dictionary(fc.constantFrom(...NAMES), scalar, { maxKeys: 2 })),
        { minLength: 1, maxLength: 4, selector: (value) => JSON.stringify(value) },
      ),
    }),
    fc.record({ const: scalar }),
    fc.record({
      type: fc.uniqueArray(fc.constantFrom("null", "boolean", "string", "integer", "number"), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .record({
        type: fc.constant("array"),
        items: maybe(tie("schema")),
        prefixItems: maybe(fc.array(tie("schema"), { minLength: 1, maxLength: 2 })),
        minItems: maybe(small),
        maxItems: maybe(small),
      })
      .filter(({ minItems, maxItems }) => ordered(minItems, maxItems))
      .map(defined),
    fc
      .record({
        names: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 4 }),
        inner: fc.array(tie("schema"), { minLength: 4, maxLength: 4 }),
        must: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        more: maybe(fc.oneof(fc.boolean(), tie("schema"))),
        min: maybe(small),
        max: maybe(small),
      })
      .filter(({ min, max }) => ordered(min, max))
      .map(({ names, inner, must, more, min, max }) =>
        defined({
          type: "object",
          properties: Object.fromEntries(names.map((name, i) => [name, inner[i]!])),
          required: names.filter((_, i) => must[i]),
          additionalProperties: more,
          ...(more === false ? { minProperties: min, maxProperties: max } : {}),
        }),
      ),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.tuple(tie("schema"), tie("schema")).map(([a, b]) => ({ ...a, allOf: [b] })),
    fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
    fc.constant({ $ref: "#" }),
  ) as fc.Arbitrary<Json>,
}));

function automaton(schema: unknown): State | string {
  try {
    return valueText(readSchema(schema, "schema"), "", () => end("end", () => undefined));
  } catch (error) {
    return (error as Error).message;
  }
}

const UTF8 = new TextEncoder();

function follow(start: State, bytes: Iterable<number>): State | undefined {
  let state: State | undefined = start;
  for (const byte of bytes) {
    state = state.step(byte);
    if (!state) return undefined;
  }
  return state;
}

/** A text of the language; after a while the shortest ways are taken. Undefined when it found no end in time. */
function walk(start: State, random: Random): string | undefined {
  const bytes: number[] = [];
  for (let state = start; bytes.length < 3000;) {
    const ways = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => state.step(byte));
    expect(ways.length + Number(state.canEnd), `a way on from ${state.key}`).toBeGreaterThan(0);
    if (state.canEnd && (ways.length === 0 || random.next() < 0.3))
      return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    const closing = ways.filter((byte) => '"}],:'.includes(String.fromCharCode(byte)));
    const plain = ways.filter((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x09 && (byte < 0x80 || random.next() < 0.2));
    const pool =
      closing.length > 0 && random.next() < (bytes.length > 150 ? 0.9 : 0.25)
        ? closing
        : plain.length > 0 && random.next() < 0.95
          ? plain
          : ways;
    const byte = pool[Math.floor(random.next() * pool.length)]!;
    bytes.push(byte);
    state = state.step(byte)!;
  }
  return undefined;
}

/** A value that may well fit: it reads the schema on its own. */
function instance(root: any, random: Random): unknown {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random.next() * list.length)]!;
  const made = (schema: any, depth: number): unknown => {
    if (typeof schema !== "object" || depth > 6) return pick([null, 1, "x", true]);
    if (schema.$ref) return made(root, depth + 1);
    if ("const" in schema) return schema.const;
    if (schema.enum) return pick(schema.enum);
    const branch = schema.anyOf ?? schema.oneOf ?? (schema.type === undefined ? schema.allOf : undefined);
    if (branch) return made(pick(branch), depth + 1);
    switch (Array.isArray(schema.type) ? pick(schema.type) : schema.type) {
      case "integer":
        return Math.floor(random.next() * 400) - 200;
      case "number":
        return pick([Math.floor(random.next() * 40) / 4, Math.floor(random.next() * 2000) - 1000, 0.25, -7.5]);
      case "string":
        return pick([
          "",
          "ab",
          "abc",
          "bbc",
          "123-45",
          "ja",
          "只",
          "ay",
          "cab",
          "Ab",
          " ",
          "2024-02-29",
          "23:59:59Z",
          "2023-12-31T00:00:00.5+08:00",
          "a@b.cd",
          "1.2.3.4",
          "::1",
          "P1DT2H",
          "6a1c5b1e-0000-4000-8000-0123456789ab",
          "你好😀",
          'a\n\u0002"\\/',
        ]);
      case "boolean":
        return random.next() < 0.5;
      case "array": {
        const length = Math.min((schema.minItems ?? 0) + Math.floor(random.next() * 3), schema.maxItems ?? 9);
        return Array.from({ length }, (_, i) => made(schema.prefixItems?.[i] ?? schema.items ?? {}, depth + 1));
      }
      case "object": {
        const chosen = Object.entries<any>(schema.properties ?? {}).filter(
          ([name]) => schema.required?.includes(name) || random.next() < 0.5,
        );
        const more =
          schema.additionalProperties !== false && random.next() < 0.3
            ? [["more", made(schema.additionalProperties ?? {}, depth + 1)]]
            : [];
        return Object.fromEntries([...chosen.map(([name, inner]) => [name, made(inner, depth + 1)]), ...more]);
      }
      default:
        return pick([null, 1, "x", true, [], {}]);
    }
  };
  return made(root, 0);
}

/** Names of one schema in the order in which the automaton has them: as they are met, from the outside. */
function orderOf(schema: any, found: string[] = []): string[] {
  if (typeof schema !== "object" || schema === null) return found;
  for (const name of Object.keys(schema.properties ?? {})) found.push(name);
  for (const inner of Object.values(schema)) orderOf(inner, found);
  return found;
}

/** @param runs how many schemas to make */
export function schemaDifferential(runs: number, seed: number): void {
  const counts = { walked: 0, unfinished: 0, instances: 0, wrong: 0 };

  test("give texts that are valid, and accept what is valid", () => {
    fc.assert(
      fc.property(schemas, fc.integer(), (given, seed) => {
        const schema = JSON.parse(JSON.stringify(given)) as Json; // as it comes over the wire
        const start = automaton(schema);
        if (typeof start === "string") {
          expect(start).toMatch(/not supported|no value can fit|refers to itself|too large|nested deeper/);
          return;
        }
        const ajv = new Ajv2020({ strict: false, allErrors: false, multipleOfPrecision: 9 });
        (addFormats as unknown as (on: object) => void)(ajv);
        const validate = ajv.compile(schema);
        const random = new Random(seed);
        for (let round = 0; round < 4; round++) {
          const text = walk(start, random);
          if (text === undefined) {
            counts.unfinished++;
            continue;
          }
          counts.walked++;
          expect(validate(JSON.parse(text)), `${JSON.stringify(schema)} gave ${text}: ${JSON.stringify(validate.errors)}`).toBe(true);
        }
        for (let round = 0; round < 6; round++) {
          const value = instance(schema, random);
          const text = JSON.stringify(value);
          const valid = validate(value);
          const state = follow(start, UTF8.encode(text));
          if (valid && new Set(orderOf(schema)).size === orderOf(schema).length) {
            counts.instances++;
            expect(state?.canEnd === true, `${JSON.stringify(schema)} refused ${text}`).toBe(true);
          }
          if (!valid) {
            counts.wrong++;
            expect(state?.canEnd === true, `${JSON.stringify(schema)} took ${text}`).toBe(false);
          }
        }
      }),
      { numRuns: runs, seed },
    );
    expect(counts.walked).toBeGreaterThan(runs);
    expect(counts.instances).toBeGreaterThan(runs / 2);
    expect(counts.wrong).toBeGreaterThan(runs / 2);
    expect(counts.unfinished).toBeLessThan(counts.walked / 20);
  });
}
