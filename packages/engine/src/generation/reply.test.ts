import type { ToolDefinition, ToolFormat } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import type { GenerationEvent } from "../types.ts";
import { Random } from "./random.ts";
import { type ReplyOptions, ReplyReader } from "./reply.ts";

const TOOLS: ToolDefinition[] = [
  tool("search", {
    query: { type: "string" },
    max_price: { type: "number" },
    count: { type: "integer" },
    exact: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    filter: { type: "object" },
    note: { type: ["string", "null"] },
    either: { anyOf: [{ type: "integer" }, { type: "string" }] },
  }),
  tool("list_orders", {}),
];

function tool(name: string, properties: Record<string, unknown>): ToolDefinition {
  return { type: "function", function: { name, parameters: { type: "object", properties } } };
}

/** A tokenizer whose tokens are the given byte strings; id -1 is a control token. */
function pieces(parts: readonly Uint8Array[]): ReplyOptions["tokenizer"] {
  return { bytes: (id) => parts[id] ?? new Uint8Array(), isSpecial: (id) => id < 0 };
}

interface Case {
  readonly text: string;
  readonly format?: ToolFormat;
  readonly thinkingOpen?: boolean;
  readonly stop?: string[];
  readonly tools?: readonly ToolDefinition[];
  readonly truncated?: boolean;
}

function read(given: Case, parts: readonly Uint8Array[]): { said: unknown[]; stopped: boolean } {
  let calls = 0;
  const reader = new ReplyReader({
    tokenizer: pieces(parts),
    tools: given.tools ?? TOOLS,
    toolFormat: given.format ?? "qwen3.5-xml",
    stop: given.stop ?? [],
    thinkingOpen: given.thinkingOpen ?? false,
    newCallId: () => `call_${calls++}`,
  });
  const events = parts.flatMap((_, id) => reader.push(id));
  events.push(...reader.end({ truncated: given.truncated ?? false }));
  return { said: joined(events), stopped: reader.stopped };
}

/** Events with neighbouring pieces joined: ["text", "…"], ["thinking", "…"], ["call", name, arguments]. */
function joined(events: readonly GenerationEvent[]): unknown[] {
  const said: unknown[][] = [];
  let json = "";
  let open: string | undefined;
  for (const event of events) {
    const last = said.at(-1);
    if (event.type === "text" || event.type === "thinking") {
      expect(event.text).not.toMatch(/[\ud800-\udbff]$|^[\udc00-\udfff]/);
      expect(open).toBeUndefined();
      if (last?.[0] === event.type) last[1] = String(last[1]) + event.text;
      else said.push([event.type, event.text]);
    } else if (event.type === "toolCallStarted") {
      open = event.name;
      json = "";
    } else if (event.type === "toolCallArguments") json += event.json;
    else if (event.type === "toolCallEnded") {
      said.push(["call", open, json]);
      JSON.parse(json);
      open = undefined;
    }
  }
  expect(open).toBeUndefined();
  return said;
}

function expectEverySplit(given: Case, said: unknown[]): void {
  const bytes = new TextEncoder().encode(given.text);
  const whole = read(given, [bytes]);
  expect(whole.said).toEqual(said);
  for (let at = 1; at < bytes.length; at++) {
    expect(read(given, [bytes.slice(0, at), bytes.slice(at)]), `split at ${at}`).toEqual(whole);
  }
  expect(read(given, Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  const random = new Random(bytes.length);
  for (let round = 0; round < 20; round++) {
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + Math.floor(random.next() * 12);
      parts.push(bytes.slice(at, at + length));
      at += length;
    }
    expect(read(given, parts)).toEqual(whole);
  }
}

const xml = (name: string, parameters: Record<string, string>): string =>
  `<tool_call>\n<function=${name}>\n${Object.entries(parameters)
    .map(([key, value]) => `<parameter=${key}>\n${value}\n</parameter>\n`)
    .join("")}</function>\n</tool_call>`;

describe("text and thinking, split anywhere", () => {
  test("plain text comes out as it is, in whole characters", () => {
    expectEverySplit({ text: " 你好 👋🏽, world \n" }, [["text", " 你好 👋🏽, world \n"]]);
  });

  test("malformed bytes become the same replacement characters as in one piece", () => {
    const bytes = Uint8Array.of(0x61, 0xe4, 0xbd, 0xf0, 0x9f, 0x98, 0xff, 0x80, 0x62, 0xe4);
    const want = new TextDecoder().decode(bytes);
    for (let at = 0; at <= bytes.length; at++) {
      expect(read({ text: "" }, [bytes.slice(0, at), bytes.slice(at)]).said).toEqual([["text", want]]);
    }
  });

  test("thinking that the prompt opened ends at its tag; blanks around it belong to nobody", () => {
    expectEverySplit({ text: "\nLet me see.\n\nYes.\n</think>\n\nHello", thinkingOpen: true }, [
      ["thinking", "Let me see.\n\nYes."],
      ["text", "Hello"],
    ]);
  });

  test("a model may open its thinking itself", () => {
    expectEverySplit({ text: "<think>\na < b\n</think>\nok" }, [
      ["thinking", "a < b"],
      ["text", "ok"],
    ]);
    expectEverySplit({ text: "<think>\nhm</think>ok", thinkingOpen: true }, [
      ["thinking", "hm"],
      ["text", "ok"],
    ]);
  });

  test("thinking that never ends is thinking; a tag in the middle of text is text", () => {
    expectEverySplit({ text: "so </thin", thinkingOpen: true }, [["thinking", "so </thin"]]);
    expectEverySplit({ text: "say <think> or </think>" }, [["text", "say <think> or </think>"]]);
  });

  test("a call inside the thinking ends it, a mention of the tag does not", () => {
    expectEverySplit({ text: `I use <tool_call> now.\n${xml("list_orders", {})}`, thinkingOpen: true }, [
      ["thinking", "I use <tool_call> now."],
      ["call", "list_orders", "{}"],
    ]);
    const json = '<tool_call>{"a": 1} no <tool_call>\n{"name": "list_orders", "arguments": {}}</tool_call>';
    expectEverySplit({ text: json, thinkingOpen: true, format: "qwen2.5-json" }, [
      ["thinking", '<tool_call>{"a": 1} no'],
      ["call", "list_orders", "{}"],
    ]);
  });

  test("a stop text ends the reply, also when it arrives in parts; thinking does not count", () => {
    const given = { text: "ab STOP</think>one\nSTO two STOP three", thinkingOpen: true, stop: ["STOP", "three"] };
    expectEverySplit(given, [
      ["thinking", "ab STOP"],
      ["text", "one\nSTO two "],
    ]);
    expect(read(given, [new TextEncoder().encode(given.text)]).stopped).toBe(true);
    expectEverySplit({ text: "abcabd", stop: ["abd", "bca"] }, [["text", "a"]]);
  });
});

describe("calls in the XML form, split anywhere", () => {
  test("text before, two calls, blanks between them dropped", () => {
    const text = `Sure.\n\n${xml("search", { query: "tea" })}\n${xml("list_orders", {})}`;
    expectEverySplit({ text }, [
      ["text", "Sure."],
      ["call", "search", '{"query": "tea"}'],
      ["call", "list_orders", "{}"],
    ]);
  });

  test("values get the types of the schema", () => {
    const text = xml("search", {
      query: "12",
      max_price: "40.50",
      count: "5.0",
      exact: "True",
      tags: "['a', \"b\"]",
      filter: '{"a": {"b": [1, null]}}',
      note: "None",
      either: "7",
      unknown: "007",
    });
    expectEverySplit({ text }, [
      [
        "call",
        "search",
        '{"query": "12", "max_price": 40.5, "count": 5, "exact": true, "tags": ["a", "b"], "filter": {"a": {"b": [1, null]}}, "note": null, "either": 7, "unknown": "007"}',
      ],
    ]);
  });

  test("one newline at each end is the form's, other blanks are the value's; a value may be empty", () => {
    expectEverySplit({ text: xml("search", { query: "\n  two\n\n lines\n", note: "" }) }, [
      ["call", "search", '{"query": "\\n  two\\n\\n lines\\n", "note": ""}'],
    ]);
  });

  test("tags inside a value are part of it", () => {
    const value = "a</parameter> b </function> </tool_call>\n<parameter=nope>\nc <tool_call>";
    expectEverySplit({ text: xml("search", { query: value, count: "1" }) }, [
      ["call", "search", `{"query": ${JSON.stringify(value)}, "count": 1}`],
    ]);
  });

  test("a whole call quoted inside a value is part of it", () => {
    const value = `look: ${xml("search", { query: "x" })} end`;
    expectEverySplit({ text: `${xml("search", { query: value })}\n${xml("list_orders", {})}` }, [
      ["call", "search", `{"query": ${JSON.stringify(value)}}`],
      ["call", "list_orders", "{}"],
    ]);
  });

  test("a quoted call that never ends is only a mention", () => {
    const value = "<tool_call>\n<function=x>";
    expectEverySplit({ text: xml("search", { query: value }) }, [["call", "search", `{"query": ${JSON.stringify(value)}}`]]);
  });

  test("what a model forgets at the end is forgiven", () => {
    const whole = xml("search", { query: "tea", count: "2" });
    for (const cut of ["\n</tool_call>", "\n</function>\n</tool_call>", "\n</parameter>\n</function>\n</tool_call>"]) {
      expectEverySplit({ text: whole.slice(0, -cut.length) }, [["call", "search", '{"query": "tea", "count": 2}']]);
    }
    expectEverySplit({ text: whole.replace("<tool_call>\n", "") }, [["call", "search", '{"query": "tea", "count": 2}']]);
    expectEverySplit({ text: whole.replace("tea\n</parameter>", "tea") }, [["call", "search", '{"query": "tea", "count": 2}']]);
    expectEverySplit({ text: whole.replace("2\n</parameter>", "2") }, [["call", "search", '{"query": "tea", "count": 2}']]);
  });

  test("a parameter that was cut off by a limit is left out, and the JSON still closes", () => {
    const whole = xml("search", { query: "tea", note: "long text" });
    for (let length = whole.indexOf("<function=search>") + 17; length < whole.length; length++) {
      const { said } = read({ text: "", truncated: true }, [new TextEncoder().encode(whole.slice(0, length))]);
      const [call] = said as [[string, string, string]];
      const wanted: Record<string, string> = { query: "tea", note: "long text" };
      for (const [key, value] of Object.entries(JSON.parse(call[2]) as Record<string, string>)) expect(value).toBe(wanted[key]);
    }
  });

  test("a call that was cut off by a limit before its name was whole is not shown as text", () => {
    const whole = xml("search", { query: "tea" });
    const call = ["call", "search", '{"query": "tea"}'];
    for (let length = "<tool_call>".length; length < whole.indexOf("search>") + 7; length++) {
      expectEverySplit({ text: `So: ${whole.slice(0, length)}`, truncated: true }, [["text", "So:"]]);
    }
    for (let length = 1; length < whole.indexOf("search>") + 7; length++) {
      expectEverySplit({ text: `${whole}\n${whole.slice(0, length)}`, truncated: true }, [call]);
    }
    expectEverySplit({ text: '<tool_call>\n{"name": "search", "argum', format: "qwen2.5-json", truncated: true }, []);
    expectEverySplit({ text: "2 <", truncated: true }, [["text", "2 <"]]);
    expectEverySplit({ text: whole.slice(0, 20), truncated: true, tools: [] }, [["text", whole.slice(0, 20)]]);
  });

  test("an unknown function is still a call; without tools nothing is one", () => {
    expectEverySplit({ text: xml("other", { a: "1" }) }, [["call", "other", '{"a": "1"}']]);
    const text = xml("search", { query: "x" });
    expectEverySplit({ text, tools: [] }, [["text", text]]);
  });

  test("a tag that no call follows is text", () => {
    expectEverySplit({ text: "The <tool_call> tag, <tool_call><function= and <function=nope>." }, [
      ["text", "The <tool_call> tag, <tool_call><function= and <function=nope>."],
    ]);
  });

  test("a parameter given twice counts once", () => {
    const text = xml("list_orders", {}).replace("</function>", "<parameter=a>\n1\n</parameter>\n<parameter=a>\n2\n</parameter>\n</function>");
    expectEverySplit({ text: text.replaceAll("list_orders", "other") }, [["call", "other", '{"a": "1"}']]);
  });
});

describe("calls in the JSON form, split anywhere", () => {
  const json = (text: string): Case => ({ text, format: "qwen2.5-json" });

  test("members come one by one, strings and structures whole", () => {
    const body = '{"name": "search", "arguments": {"query": "a \\"b\\" </tool_call>", "tags": ["}", 1.0], "max_price": 1e2}}';
    expectEverySplit(json(`ok\n<tool_call>\n${body}\n</tool_call>\n<tool_call>\n{"name": "list_orders", "arguments": {}}\n</tool_call>`), [
      ["text", "ok"],
      ["call", "search", '{"query": "a \\"b\\" </tool_call>", "tags": ["}", 1], "max_price": 1e2}'],
      ["call", "list_orders", "{}"],
    ]);
  });

  test("other orders, `parameters`, and arguments in a string are understood", () => {
    for (const body of [
      '{"arguments": {"count": 1}, "name": "search"}',
      '{"name": "search", "parameters": {"count": 1}}',
      '{"name": "search", "arguments": "{\\"count\\": 1}"}',
      '{"function": {"name": "search", "arguments": {"count": 1}}}',
      "{'name': 'search', 'arguments': {'count': 1}}",
    ]) {
      expectEverySplit(json(`<tool_call>${body}</tool_call>`), [["call", "search", '{"count": 1}']]);
      expectEverySplit({ text: `<tool_call>\n${body}` }, [["call", "search", '{"count": 1}']]);
    }
  });

  test("missing ends and broken members still give JSON", () => {
    expectEverySplit(json('<tool_call>{"name": "search", "arguments": {"count": 1'), [["call", "search", '{"count": 1}']]);
    expectEverySplit(json('<tool_call>{"name": "search", "arguments": {"count": 1}</tool_call> bye'), [
      ["call", "search", '{"count": 1}'],
      ["text", "bye"],
    ]);
    expectEverySplit(json('<tool_call>{"name": "search", "arguments": {"count": 1, oops}}</tool_call>'), [["call", "search", '{"count": 1}']]);
    expectEverySplit(json('<tool_call>{"name": "search", "arguments": {"exact": True, "query": "two\nlines"}}</tool_call>'), [
      ["call", "search", '{"exact": true, "query": "two\\nlines"}'],
    ]);
    expectEverySplit({ ...json('<tool_call>{"name": "search", "arguments": {"count": 1, "query": "ab'), truncated: true }, [
      ["call", "search", '{"count": 1}'],
    ]);
  });

  test("an object with a known name between the tags of the tool list is a call when it is alone in the reply", () => {
    const framed = '<tools>\n{"name": "search", "arguments": {"query": "酸菜鱼", "max_price": 40}}\n</tools>';
    expectEverySplit(json(`${framed}\n`), [["call", "search", '{"query": "酸菜鱼", "max_price": 40}']]);
    expectEverySplit(json(`${framed}\nThat is how.`), [["text", `${framed}\nThat is how.`]]);
    expectEverySplit(json(framed.replace("search", "other")), [["text", framed.replace("search", "other")]]);
  });

  test("a fenced object with a known name is a call when it is alone in the reply", () => {
    const fenced = '```json\n{\n  "name": "search",\n  "arguments": {\n    "query": "珍珠奶茶",\n    "max_price": 40\n  }\n}\n```';
    expectEverySplit(json(`${fenced}\n`), [["call", "search", '{"query": "珍珠奶茶", "max_price": 40}']]);
    expectEverySplit(json(`${fenced}\nThat is how.`), [["text", `${fenced}\nThat is how.`]]);
    expectEverySplit(json(`Look: ${fenced}`), [["text", `Look: ${fenced}`]]);
    const unknown = fenced.replace("search", "other");
    expectEverySplit(json(unknown), [["text", unknown]]);
    expectEverySplit({ text: fenced }, [["text", fenced]]);
    expectEverySplit({ ...json(`hm</think>\n\n${fenced}`), thinkingOpen: true }, [
      ["thinking", "hm"],
      ["call", "search", '{"query": "珍珠奶茶", "max_price": 40}'],
    ]);
  });
});

describe("events as they come", () => {
  test("a call is announced at its name, its arguments come a parameter at a time", () => {
    const parts = ["<tool_call>\n<function=search>", "\n<parameter=count>\n1\n</parameter>", "\n<parameter=query>\nx\n</parameter>\n</function>\n", "</tool_call>"];
    const reader = new ReplyReader({
      tokenizer: pieces(parts.map((part) => new TextEncoder().encode(part))),
      tools: TOOLS,
      toolFormat: "qwen3.5-xml",
      stop: [],
      thinkingOpen: false,
    });
    const [started] = reader.push(0);
    expect(started).toMatchObject({ type: "toolCallStarted", index: 0, name: "search" });
    expect((started as { id: string }).id).toMatch(/^call_[0-9a-f]{24}$/);
    expect(reader.push(1)).toEqual([]);
    expect(reader.push(2)).toEqual([{ type: "toolCallArguments", index: 0, json: '{"count": 1' }]);
    expect(reader.push(3)).toEqual([
      { type: "toolCallArguments", index: 0, json: ', "query": "x"}' },
      { type: "toolCallEnded", index: 0 },
    ]);
    expect(reader.sawToolCall).toBe(true);
    expect(reader.end()).toEqual([]);
  });

  test("every token of text is reported once with its log-probability, tags and thoughts are not", () => {
    const parts = ["hm", "</think>", "\n\n", "Hi", " ", "\n", "you", "<tool_call>", "\n<function=list_orders>\n</function>"].map((part) =>
      new TextEncoder().encode(part),
    );
    const reader = new ReplyReader({
      tokenizer: pieces(parts),
      tools: TOOLS,
      toolFormat: "qwen3.5-xml",
      stop: [],
      thinkingOpen: true,
      logprobs: 1,
    });
    const events = parts.flatMap((_, id) => reader.push(id, { logprob: -id, top: [{ id: 3, logprob: -0.5 }] }));
    events.push(...reader.end());
    const reported = events.flatMap((event) => (event.type === "text" ? (event.logprobs ?? []) : []));
    expect(reported.map(({ token }) => token).join("").trim()).toBe("Hi \nyou");
    expect(reported.find(({ token }) => token === "Hi")).toEqual({
      token: "Hi",
      bytes: [72, 105],
      logprob: -3,
      top: [{ token: "Hi", bytes: [72, 105], logprob: -0.5 }],
    });
  });

  test("control tokens give nothing", () => {
    const reader = new ReplyReader({ tokenizer: pieces([]), tools: [], toolFormat: "qwen3.5-xml", stop: [], thinkingOpen: false });
    expect(reader.push(-1)).toEqual([]);
  });
});
