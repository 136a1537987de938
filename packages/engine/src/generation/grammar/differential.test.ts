import { readFileSync } from "node:fs";
import type { ChatMessage, ToolDefinition } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import { Random } from "../random.ts";
import type { State } from "./automaton.ts";
import { Sources } from "./grounded.ts";
import { replyAutomaton } from "./reply-automaton.ts";
import { chineseNumber, numbersSaid, orderNumbersTyped, personLines } from "./words.ts";

// Aim: the automaton accepts exactly the calls that the plain rules accept. Method: the rules once more, as directly
// as they can be written (text search over the whole reply, no states), against random calls and broken ones.

const ROOT = new URL("../../../../../", import.meta.url);
const tools = JSON.parse(readFileSync(new URL("models/mini/tools.json", ROOT), "utf8")) as ToolDefinition[];
interface Row {
  readonly messages: ChatMessage[];
}
const rows = (JSON.parse(readFileSync(new URL("vectors/mini/expected.json", ROOT), "utf8")) as { rows: Row[] }).rows;

interface Parameter {
  readonly type: string;
  readonly enum?: string[];
  readonly "x-from"?: string;
}

/** The rules, searched for in the text. Strings hold bytes, one character each, as the automaton sees them. */
class PlainRules {
  readonly #tools = new Map(tools.map(({ function: tool }) => [tool.name, tool.parameters as { properties: Record<string, Parameter>; required?: string[] }]));
  readonly #said: string;
  readonly #numbers: Set<string>;
  readonly #ids: Set<string>;
  readonly #typed: Set<string>;

  constructor(messages: readonly ChatMessage[]) {
    const lines = personLines(messages);
    this.#said = latin(lines.join("\n")).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    this.#numbers = numbersSaid(lines.join("\n")).add("1");
    const results = messages.filter(({ role }) => role === "tool").map(({ content }) => content);
    this.#ids = new Set(results.flatMap((text) => [...text.matchAll(/"(?:id|order_id)":"([^"]*)"/g)].map(([, id]) => id!)));
    this.#typed = orderNumbersTyped(lines);
  }

  /** Is this the whole of a valid reply of calls? */
  whole(reply: string): boolean {
    return this.#read(reply, true);
  }

  /** Can this still become one? */
  possible(reply: string): boolean {
    return this.#read(reply, false);
  }

  #read(reply: string, whole: boolean): boolean {
    let rest = reply;
    for (;;) {
      const head = "<tool_call>\n<function=";
      if (!rest.startsWith(head)) return !whole && head.startsWith(rest);
      rest = rest.slice(head.length);
      const name = [...this.#tools.keys()].find((each) => rest.startsWith(`${each}>\n`));
      if (name === undefined) return !whole && [...this.#tools.keys()].some((each) => `${each}>\n`.startsWith(rest));
      const after = this.#parameters(name, rest.slice(name.length + 2), whole);
      if (typeof after === "boolean") return after;
      if (after === "") return true;
      if (!after.startsWith("\n")) return false;
      rest = after.slice(1);
      if (rest === "") return !whole;
    }
  }

  /** What stands behind the call, or a verdict. */
  #parameters(name: string, text: string, whole: boolean): string | boolean {
    const { properties, required = [] } = this.#tools.get(name)!;
    const seen: string[] = [];
    let rest = text;
    while (rest.startsWith("<parameter=")) {
      rest = rest.slice("<parameter=".length);
      const keys = Object.keys(properties).filter((key) => !seen.includes(key));
      const key = keys.find((each) => rest.startsWith(`${each}>\n`));
      if (key === undefined) return !whole && keys.some((each) => `${each}>\n`.startsWith(rest));
      seen.push(key);
      rest = rest.slice(key.length + 2);
      const end = rest.indexOf("\n");
      if (end < 0) return !whole && this.#value(properties[key]!, key, rest, false);
      if (!this.#value(properties[key]!, key, rest.slice(0, end), true)) return false;
      rest = rest.slice(end);
      const tail = "\n</parameter>\n";
      if (!rest.startsWith(tail)) return !whole && tail.startsWith(rest);
      rest = rest.slice(tail.length);
    }
    const full = required.every((key) => seen.includes(key));
    const tail = "</function>\n</tool_call>";
    if (full && rest.startsWith(tail)) return rest.slice(tail.length);
    return !whole && ("<parameter=".startsWith(rest) || (full && tail.startsWith(rest)));
  }

  #value(schema: Parameter, key: string, value: string, whole: boolean): boolean {
    const among = (options: Iterable<string>): boolean => [...options].some((option) => (whole ? latin(option) === value : latin(option).startsWith(value)));
    if (schema.enum) return among(schema.enum);
    if (schema.type === "integer") return among([...this.#numbers].filter((number) => /^\d+$/.test(number)));
    if (schema.type === "number") return among(this.#numbers);
    if (schema["x-from"] === "results") return among(key === "order_id" ? [...this.#ids, ...this.#typed] : this.#ids);
    return schema["x-from"] === undefined || this.#span(value, whole);
  }

  #span(raw: string, whole: boolean): boolean {
    const value = raw.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (value === "") return !whole;
    if (/^[ \t]/.test(value) || (whole && /[ \t]$/.test(value))) return false;
    const word = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);
    const inside = (at: number): boolean => at < this.#said.length && /[\x80-\xbf]/.test(this.#said[at]!);
    for (let at = this.#said.indexOf(value); at >= 0; at = this.#said.indexOf(value, at + 1)) {
      const end = at + value.length;
      const left = !inside(at) && !(word(this.#said[at - 1]) && word(value[0]));
      const right = !whole || (!inside(end) && !(word(this.#said[end]) && word(value.at(-1))));
      if (left && right) return true;
    }
    return false;
  }
}

function latin(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

function automaton(messages: readonly ChatMessage[]): State {
  return replyAutomaton({
    tools: new Sources(messages, new Uint8Array(256).fill(1)).callable(tools, "qwen3.5-xml"),
    toolFormat: "qwen3.5-xml",
    thinkingOpen: false,
    callNow: true,
    guarded: true,
    single: false,
    names: tools.map((tool) => tool.function.name),
  });
}

/** How far the automaton goes along, and whether the reply may end there. */
function follow(start: State, reply: string): { taken: number; canEnd: boolean } {
  let state = start;
  for (let at = 0; at < reply.length; at++) {
    const next = state.step(reply.charCodeAt(at));
    if (!next) return { taken: at, canEnd: false };
    state = next;
  }
  return { taken: reply.length, canEnd: state.canEnd };
}

/** A call that is often valid: values are cut out of what was said and returned at random places. */
function randomCall(random: Random, messages: readonly ChatMessage[]): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  const said = latin(messages.filter(({ role }) => role === "user").map(({ content }) => content).join("\n"));
  const numbers = ["1", "2", ...numbersSaid(said), "12", "007"];
  const ids = ["o1", "o2", ...messages.flatMap(({ content }) => [...content.matchAll(/[A-Za-z]*\d+[A-Z0-9]*/g)].map(([run]) => run))];
  const tool = pick(tools).function;
  const { properties } = tool.parameters as { properties: Record<string, Parameter> };
  const keys = Object.keys(properties).filter(() => random.next() < 0.7);
  if (random.next() < 0.3) keys.reverse();
  const value = (schema: Parameter): string => {
    if (schema.enum) return pick(schema.enum);
    if (schema.type !== "string") return pick(numbers);
    if (schema["x-from"] === "results") return pick(ids);
    if (schema["x-from"] === undefined) return pick(["phone", "home_address"]);
    const parts = said.split(/(?<=[ ,，。\n])|(?=[\xe0-\xef])/);
    const from = Math.floor(random.next() * parts.length);
    return parts.slice(from, from + 1 + Math.floor(random.next() * 5)).join("").trim();
  };
  return `<tool_call>\n<function=${tool.name}>\n${keys.map((key) => `<parameter=${key}>\n${value(properties[key]!)}\n</parameter>\n`).join("")}</function>\n</tool_call>`;
}

function broken(random: Random, reply: string): string {
  const at = Math.floor(random.next() * reply.length);
  const other = Math.floor(random.next() * reply.length);
  const length = 1 + Math.floor(random.next() * 4);
  switch (Math.floor(random.next() * 4)) {
    case 0:
      return reply.slice(0, at) + reply.slice(at + length);
    case 1:
      return reply.slice(0, at) + reply.slice(other, other + length) + reply.slice(at);
    case 2:
      return reply.slice(0, at) + reply[at]!.toUpperCase() + reply.slice(at + 1);
    default:
      return `${reply}${reply.slice(other)}`;
  }
}

describe("the automaton against the rules written down plainly", () => {
  test("accepts the same whole replies, and goes no further than the rules allow", () => {
    const random = new Random(11);
    let valid = 0;
    let invalid = 0;
    for (const { messages } of rows) {
      const rules = new PlainRules(messages);
      const start = automaton(messages);
      for (let round = 0; round < 60; round++) {
        const call = randomCall(random, messages);
        const joined = random.next() < 0.2 ? `${call}\n${randomCall(random, messages)}` : call;
        // `remember` has a parameter of any text, which here ends at the line and there at its tag: only unbroken.
        const reply = random.next() < 0.5 && !joined.includes("remember") ? broken(random, joined) : joined;
        const want = rules.whole(reply);
        const { taken, canEnd } = follow(start, reply);
        expect(taken === reply.length && canEnd, reply).toBe(want);
        expect(rules.possible(reply.slice(0, taken)), reply.slice(0, taken)).toBe(true);
        // One byte further the rules may only allow what has no way out.
        if (want) valid++;
        else invalid++;
      }
    }
    expect(valid).toBeGreaterThan(300);
    expect(invalid).toBeGreaterThan(300);
  });

  test("every state has a way out: from any random prefix a whole reply can be reached", () => {
    const random = new Random(5);
    for (const { messages } of rows.slice(0, 20)) {
      const start = automaton(messages);
      for (let round = 0; round < 8; round++) {
        let state = start;
        for (let length = Math.floor(random.next() * 120); length > 0; length--) {
          const next = waysOn(state);
          expect(next.length + Number(state.canEnd)).toBeGreaterThan(0);
          if (next.length === 0) break;
          state = next[Math.floor(random.next() * next.length)]!;
        }
        expect(reachesEnd(state), state.key).toBe(true);
      }
    }
  });
});

function waysOn(state: State): State[] {
  return Array.from({ length: 256 }, (_, byte) => state.step(byte)).filter((next) => next !== undefined);
}

/** Depth first, likeliest way out first, over at most 20,000 states. */
function reachesEnd(from: State): boolean {
  const seen = new Set<string>();
  const stack = [from];
  while (stack.length > 0 && seen.size < 20_000) {
    const state = stack.pop()!;
    if (state.canEnd) return true;
    if (seen.has(state.key)) continue;
    seen.add(state.key);
    // Ends of values begin with a line break, and closing tags sort before parameters: try those first.
    const next = waysOn(state);
    stack.push(...next.reverse());
  }
  return false;
}

describe("numbers said", () => {
  test("Chinese numerals", () => {
    const want: Record<string, number> = {
      两: 2, 十: 10, 十二: 12, 二十: 20, 二百: 200, 三百五: 350, 三百零五: 305, 三百五十: 350, 一千八百一十五: 1815, 三千: 3000,
      一万二: 12000, 一万两千: 12000, 零: 0, 俩: 2, 两千零一: 2001,
    };
    for (const [text, value] of Object.entries(want)) expect(chineseNumber(text), text).toBe(value);
  });

  test("digits, separators and English words; whole runs only", () => {
    expect([...numbersSaid("1,299.50 for ３ people")].sort()).toEqual(["1", "1299.50", "299", "3", "50"]);
    expect([...numbersSaid("两杯，三千以内")].sort()).toEqual(["2", "3000"]);
    expect(numbersSaid("a couple of twenty-five, two hundred or a dozen")).toEqual(new Set(["1", "2", "20", "25", "5", "200", "100", "12"]));
    expect(numbersSaid("someone often tenants")).toEqual(new Set());
  });
});
