import { describe, expect, test } from "vitest";
import { coerce, propertiesOf, type Schema } from "./coerce.ts";
import { jsonText, parsePythonLiteral } from "./literal.ts";

const as = (schema: Schema | undefined, text: string, root?: Schema): unknown => JSON.parse(coerce(text, schema, root));

describe("a parameter's text becomes a value of its schema's type", () => {
  test("strings, and what has no schema or no type, stay text", () => {
    for (const schema of [undefined, {}, { type: "string" }, { type: "Str" }, { type: "varchar" }]) {
      for (const text of ["12", "null", "true", "", " a ", "{}"]) expect(as(schema, text)).toBe(text);
    }
  });

  test("null in any spelling is null where null is allowed or the type is no string", () => {
    for (const text of ["null", "None", "NULL"]) {
      expect(as({ type: "integer" }, text)).toBe(null);
      expect(as({ type: ["string", "null"] }, text)).toBe(null);
      expect(as({ type: "string", nullable: true }, text)).toBe(null);
      expect(as({ anyOf: [{ type: "string" }, { type: "null" }] }, text)).toBe(null);
      expect(as({ type: "string" }, text)).toBe(text);
    }
  });

  test("integers and numbers; what is none stays text", () => {
    expect(as({ type: "integer" }, "42")).toBe(42);
    expect(as({ type: "int64" }, " -007 ")).toBe(-7);
    expect(as({ type: "integer" }, "5.0")).toBe(5);
    expect(as({ type: "integer" }, "5.5")).toBe("5.5");
    expect(coerce("123456789012345678901", { type: "integer" }, undefined)).toBe("123456789012345678901");
    expect(as({ type: "number" }, "40.50")).toBe(40.5);
    expect(as({ type: "float" }, "1e3")).toBe(1000);
    expect(as({ type: "number" }, "40元")).toBe("40元");
    for (const text of ["NaN", "Infinity", "1e999", "0x10", ""]) expect(as({ type: "number" }, text)).toBe(text);
  });

  test("booleans: anything but true is false", () => {
    expect(as({ type: "boolean" }, "True")).toBe(true);
    expect(as({ type: "bool" }, "no")).toBe(false);
  });

  test("structures as JSON, as Python literals, or wrapped in a string", () => {
    expect(as({ type: "array" }, "[447, 81]")).toEqual([447, 81]);
    expect(as({ type: "array" }, "(1, 'b')")).toEqual([1, "b"]);
    expect(as({ type: "object" }, "{'a': True, 'b': None}")).toEqual({ a: true, b: null });
    expect(as({ type: "object" }, '"{\\"a\\": 1}"')).toEqual({ a: 1 });
    expect(as({ type: "object" }, "[1]")).toBe("[1]");
    expect(as({ type: "array" }, "[1, 2")).toBe("[1, 2");
  });

  test("unions try the narrowest type first, text last", () => {
    const union = { anyOf: [{ type: "string" }, { type: "integer" }, { type: "boolean" }] };
    expect(as(union, "7")).toBe(7);
    expect(as(union, "false")).toBe(false);
    expect(as(union, "seven")).toBe("seven");
  });

  test("types come from enums and local references too", () => {
    expect(as({ enum: [1, 2] }, "2")).toBe(2);
    expect(as({ enum: ["1", "2"] }, "2")).toBe("2");
    const root = { $defs: { count: { type: "integer" }, loop: { $ref: "#/$defs/loop" } } };
    expect(as({ $ref: "#/$defs/count" }, "3", root)).toBe(3);
    expect(as({ $ref: "#/$defs/loop" }, "3", root)).toBe("3");
  });

  test("schemas that refer to each other a hundred times over are read once each", () => {
    const all = Array.from({ length: 100 }, (_, i) => ({ $ref: `#/$defs/s${i}` }));
    const $defs = Object.fromEntries(all.map((_, i) => [`s${i}`, { anyOf: all }]));
    const root = { $defs: { ...$defs, s99: { type: "integer" } } };
    expect(as({ $ref: "#/$defs/s0" }, "3", root)).toBe(3);
  });

  test("what is no schema allows any text", () => {
    for (const odd of [null, true, 3, "string", [], [{ type: "integer" }]] as unknown as Schema[]) expect(as(odd, "3")).toBe("3");
    for (const properties of [null, 3, "abc", [1]]) expect(propertiesOf({ properties })).toEqual({});
    expect(as({ anyOf: [null, 3, { type: "integer" }] }, "3")).toBe(3);
  });
});

describe("Python literals", () => {
  test("are read with their escapes", () => {
    expect(parsePythonLiteral(`{'it\\'s': "a\\n\\u4f60\\x41", 1: [.5, -2e1, ()],}`)).toEqual({ "it's": "a\n你A", "1": [0.5, -20, []] });
  });

  test("anything else is undefined, however deep", () => {
    for (const text of ["", "a b", "[1", "{1}", "'open", "[1,,2]", "__import__('os')", "[".repeat(10_000)]) {
      expect(parsePythonLiteral(text), text.slice(0, 20)).toBeUndefined();
    }
  });

  test("JSON is written with blanks behind commas and colons", () => {
    expect(jsonText({ a: [1, { b: "x" }], c: null })).toBe('{"a": [1, {"b": "x"}], "c": null}');
  });
});
