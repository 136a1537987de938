import { InputError } from "@wanwen/core";
import type { ToolDefinition, ToolFormat } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import type { State } from "./automaton.ts";
import { Sources } from "./grounded.ts";
import { replyAutomaton } from "./reply-automaton.ts";

const strict = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): ToolDefinition => ({
  type: "function",
  function: {
    name: "book",
    strict: true,
    parameters: { type: "object", properties, required: Object.keys(properties), additionalProperties: false, ...more },
  },
});

function automaton(tool: ToolDefinition, toolFormat: ToolFormat): State {
  const tools = new Sources([{ role: "user", content: "two rooms please" }], new Uint8Array(256).fill(1)).callable([tool], toolFormat);
  return replyAutomaton({ tools, toolFormat, thinkingOpen: false, callNow: false, guarded: true, single: false, names: ["book"] });
}

function whole(start: State, text: string): boolean {
  let state: State | undefined = start;
  for (const byte of new TextEncoder().encode(text)) state = state?.step(byte);
  return state?.canEnd === true;
}

const xml = (values: Record<string, string>): string =>
  `<tool_call>\n<function=book>\n${Object.entries(values)
    .map(([key, value]) => `<parameter=${key}>\n${value}\n</parameter>\n`)
    .join("")}</function>\n</tool_call>`;
const json = (values: unknown): string => `<tool_call>\n{"name": "book", "arguments": ${JSON.stringify(values)}}\n</tool_call>`;

describe("a strict tool", () => {
  const rooms = strict({
    code: { type: "string", pattern: "^[A-Z]{2}\\d{2}$" },
    kind: { enum: ["single", "double room"] },
    nights: { type: "integer", minimum: 1, maximum: 30 },
    guests: {
      type: "array",
      items: { type: "object", properties: { name: { type: "string" } }, required: ["name"], additionalProperties: false },
      minItems: 1,
    },
    note: { type: ["string", "null"] },
    area: { type: "string", maxLength: 4 },
  });
  const good = {
    code: "AB12",
    kind: "double room",
    nights: "3",
    guests: '[{"name": "李雷"}]',
    note: "none, or\n<b>two</b> lines",
    area: "东城 <",
  };
  const bad: Record<string, readonly string[]> = {
    code: ["AB1", "ab12", "AB123"],
    kind: ["double", "suite"],
    nights: ["0", "31", "2.5"],
    guests: ["[]", '[{"nam": ""}]', "{}"],
    area: ["abcde", "a</p", "a\nb"],
  };

  test("has values of its whole schema in the XML form", () => {
    const start = automaton(rooms, "qwen3.5-xml");
    expect(whole(start, xml(good))).toBe(true);
    for (const [key, values] of Object.entries(bad))
      for (const value of values) expect(whole(start, xml({ ...good, [key]: value })), `${key}: ${value}`).toBe(false);
    const { note: _, ...missing } = good;
    expect(whole(start, xml(missing))).toBe(false);
  });

  test("has values of its whole schema in the JSON form", () => {
    const start = automaton(rooms, "qwen2.5-json");
    const values = { ...good, nights: 3, guests: [{ name: "李雷" }], area: "<b>\n" };
    expect(whole(start, json(values))).toBe(true);
    expect(whole(start, json({ ...values, note: null }))).toBe(true);
    for (const wrong of [
      { code: "AB1" },
      { kind: "suite" },
      { nights: 31 },
      { nights: "3" },
      { guests: [] },
      { guests: [{}] },
      { area: "abcde" },
      { note: 1 },
    ]) {
      expect(whole(start, json({ ...values, ...wrong })), JSON.stringify(wrong)).toBe(false);
    }
  });

  test("still takes from the person what must come from there", () => {
    const start = automaton(
      strict({ what: { type: "string", "x-from": "person" }, many: { type: "integer", maximum: 9 } }),
      "qwen3.5-xml",
    );
    expect(whole(start, xml({ what: "rooms", many: "2" }))).toBe(true);
    expect(whole(start, xml({ what: "suites", many: "2" }))).toBe(false);
  });

  test("is refused by the place of what cannot be held", () => {
    const refusal = (tool: ToolDefinition): string => {
      try {
        automaton(tool, "qwen3.5-xml");
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return (error as InputError).message;
      }
      return "";
    };
    expect(refusal(strict({ a: { type: "array", contains: {} } }))).toBe(
      "tools.0.function.parameters/properties/a/contains: not supported",
    );
    expect(whole(automaton(strict({ a: { type: ["string", "integer"] } }), "qwen2.5-json"), json({ a: 3 }))).toBe(true);
    expect(refusal(strict({ a: { type: ["string", "integer"] } }))).toMatch(/properties\/a: not supported beside other types/);
    expect(refusal(strict({ a: { type: "string" } }, { patternProperties: {} }))).toMatch(/parameters\/patternProperties: not supported/);
  });

  test("is not needed for lists to hold what their schema says, where that can be held", () => {
    const loose = (items: unknown): ToolDefinition => ({
      type: "function",
      function: { name: "book", parameters: { type: "object", properties: { dates: { type: "array", items } } } },
    });
    expect(whole(automaton(loose({ type: "string", format: "date" }), "qwen3.5-xml"), xml({ dates: '["2026-12-24"]' }))).toBe(true);
    expect(whole(automaton(loose({ type: "string", format: "date" }), "qwen3.5-xml"), xml({ dates: '["soon"]' }))).toBe(false);
    expect(whole(automaton(loose({ not: {} }), "qwen3.5-xml"), xml({ dates: '["soon"]' }))).toBe(true);
  });
});
