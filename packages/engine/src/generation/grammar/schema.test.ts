import { InputError } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { readSchema } from "./schema.ts";

function refusal(schema: unknown): string {
  try {
    readSchema(schema, "schema");
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  return "";
}

const times = <Item>(count: number, make: (i: number) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i));
const chain = Object.fromEntries(times(3000, (i) => [`d${i}`, { $ref: `#/$defs/d${i + 1}` }]));

describe("a schema that cannot be held is refused", () => {
  test.each([
    [{ properties: { "a/b": { not: {} } } }, "schema/properties/a~1b/not: not supported"],
    [{ items: { if: {} } }, "schema/items/if: not supported"],
    [{ anyOf: [{}, { patternProperties: {} }] }, "schema/anyOf/1/patternProperties: not supported"],
    [{ $defs: { x: { contains: {} } }, $ref: "#/$defs/x" }, "schema/$defs/x/contains: not supported"],
    [{ propertyNam: {} }, "schema/propertyNam: not supported"],
    [{ $ref: "https://example.com/other" }, 'schema/$ref: "https://example.com/other" is not supported, expected "#" or "#/…"'],
    [{ $ref: "#/$defs/none" }, 'schema/$ref: "#/$defs/none" is not there'],
    [{ type: "string", format: "uri" }, /^schema\/format: "uri" is not supported, expected one of date/],
    [{ type: "string", pattern: "(?<=a)b" }, "schema/pattern: looking ahead or behind inside of a pattern, or flags is not supported in patterns"],
    [{ type: "string", pattern: "(a)\\1" }, "schema/pattern: references back is not supported in patterns"],
    [{ type: "string", pattern: "(" }, /^schema\/pattern: Invalid regular expression/],
    [{ oneOf: [{ type: "number" }, { type: "integer" }] }, /^schema\/oneOf: not supported where a value may fit two of them, as 0 and 1/],
    [{ type: "object", minProperties: 1 }, "schema/minProperties: not supported without additionalProperties: false"],
    [{ type: "number", multipleOf: 1e-9 }, /^schema\/multipleOf: 1e-9 is not supported/],
    [{ type: "number", maximum: 1e300 }, "schema/maximum: only numbers of up to 15 digits are supported"],
  ])("by the name and place of what is not supported: %j", (schema, message) => {
    if (typeof message === "string") expect(refusal(schema)).toBe(message);
    else expect(refusal(schema)).toMatch(message);
  });

  test.each([
    [{ properties: 5 }, "schema/properties: expected an object of schemas"],
    [{ properties: { a: 5 } }, "schema/properties/a: expected a schema"],
    [{ type: "text" }, 'schema/type: expected a type of JSON, got "text"'],
    [{ required: [1] }, "schema/required: expected a list of names"],
    [{ minLength: -1 }, "schema/minLength: expected a whole number"],
    [{ items: [{}] }, "schema/items: expected a schema (a list of them is prefixItems)"],
    ["text", "schema: expected a JSON schema"],
  ])("where it is none: %j", (schema, message) => {
    expect(refusal(schema)).toBe(message);
  });

  test.each([
    [{ type: "integer", minimum: 3, maximum: 2 }],
    [{ type: "string", minLength: 3, maxLength: 2 }],
    [{ allOf: [{ const: 1 }, { const: 2 }] }],
    [{ type: "object", properties: { a: false }, required: ["a"] }],
    [{ type: "object", properties: { a: { $ref: "#" } }, required: ["a"] }],
    [{ type: "string", pattern: "^[ab]$", format: "date" }],
  ])("where no value can fit: %j", (schema) => {
    expect(refusal(schema)).toBe("schema: no value can fit this schema");
  });

  test.each([
    ["itself", { $ref: "#" }, /refers to itself/],
    ["a chain of references", { $ref: "#/$defs/d0", $defs: chain }, /more than 256 deep/],
    ["nested lists that are never empty", times(60, (i) => i).reduce((items: object) => ({ type: "array", items, minItems: 1 }), {}), /nested deeper than 32/],
    ["a pattern with a million states", { pattern: "(a|b)*a(a|b){20}" }, /too large/],
    ["repetitions of repetitions", { pattern: "((a{1,100}){1,100}){1,100}" }, /too large/],
    ["groups in groups", { pattern: `${"(".repeat(900)}a${")".repeat(900)}` }, /groups in groups/],
    ["many patterns at once", { allOf: times(40, (i) => ({ pattern: `^(?:.{${i + 2}})*$` })) }, /too large/],
    ["many choices at once", { allOf: times(12, (i) => ({ anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }] })) }, /too many alternatives/],
  ])("where reading it would cost too much: %s", (_, schema, message) => {
    expect(refusal(schema)).toMatch(message);
  });
});
