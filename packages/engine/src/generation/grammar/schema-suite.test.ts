import { readdirSync, readFileSync } from "node:fs";
import { InputError } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { end, type State } from "./automaton.ts";
import { readSchema } from "./schema.ts";
import { valueText } from "./schema-automaton.ts";

/**
 * The official test suite (vectors/json-schema): a schema is either refused by the name of what is not supported, or every
 * instance of the suite is accepted or refused as the suite says. Instances are written with their properties in the order
 * of the schema.
 */
const folder = new URL("../../../../../vectors/json-schema/", import.meta.url);

interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** Valid by the standard, and never written by us: see formats.ts. */
const NARROWER = new Map<string, (data: unknown) => boolean>([
  ["time", (data) => /:60|[a-z]|\.\d{10,}/.test(String(data))],
  ["date-time", (data) => /:60|[a-z]|\.\d{10,}/.test(String(data))],
  ["duration", (data) => /\d{10}/.test(String(data))],
  ["format", (data) => typeof data === "string"], // there, formats are remarks; here they hold
  ["email", (data) => /["[]/.test(String(data))],
]);

function accepted(start: State, text: string): boolean {
  let state: State | undefined = start;
  for (const byte of new TextEncoder().encode(text)) {
    state = state.step(byte);
    if (!state) return false;
  }
  return state.canEnd;
}

/** All names in a document, in the order in which they stand there; those that are only required come last. */
function namesIn(value: unknown, found: { names: Set<string>; late: Set<string> }): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.names.add(key);
    if (key === "required" && Array.isArray(inner)) for (const name of inner) found.late.add(name);
    namesIn(inner, found);
  }
}

function inOrder(value: unknown, order: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => inOrder(each, order));
  if (typeof value !== "object" || value === null) return value;
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([name, each]) => [name, inOrder(each, order)]),
  );
}

describe("the official suite of JSON schema, draft 2020-12", () => {
  let held = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const format = file.replace(".json", "");
    const groups = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Group[];
    test(format, () => {
      for (const { description, schema, tests } of groups) {
        let start: State;
        try {
          start = valueText(readSchema(schema, "schema"), "", () => end("end", () => undefined));
        } catch (error) {
          expect(error, description).toBeInstanceOf(InputError);
          const { message } = error as InputError;
          if (message.endsWith("no value can fit this schema"))
            expect(
              tests.some(({ valid }) => valid),
              description,
            ).toBe(false);
          else expect(message, description).toMatch(/^schema\S*: .*not supported/);
          continue;
        }
        const found = { names: new Set<string>(), late: new Set<string>() };
        namesIn(schema, found);
        const order = [...found.names, ...found.late];
        for (const { description: what, data, valid } of tests) {
          const text = JSON.stringify(inOrder(data, order));
          const want = valid && !(typeof data === "string" && NARROWER.get(format)?.(data) === true);
          expect(accepted(start, text), `${file}: ${description}: ${what}: ${text}`).toBe(want);
          held++;
        }
      }
    });
  }

  test("most of it is held, not refused", () => {
    expect(held).toBeGreaterThan(800);
  });
});
