import { readFileSync } from "node:fs";
import { tokenizerFromJson } from "@wanwen/formats";
import type { ChatMessage, ToolDefinition, ToolFormat } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import type { GenerationRequest } from "../../types.ts";
import { ReplyReader } from "../reply.ts";
import { Sampler } from "../sample.ts";
import type { Constraint } from "../constraint.ts";
import { callGrammar } from "./call-grammar.ts";
import { VocabularyTrie } from "./trie.ts";

const root = new URL("../../../../../", import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), "utf8");
const tokenizer = tokenizerFromJson(readText("models/mini/tokenizer.json"), "models/mini/tokenizer.json");
const tools = JSON.parse(readText("models/mini/tools.json")) as ToolDefinition[];
const trie = new VocabularyTrie(tokenizer);
const END = tokenizer.idOf("<|im_end|>")!;
const TEXT = new TextEncoder();

interface Setting {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ToolDefinition[];
  readonly toolChoice?: GenerationRequest["toolChoice"];
  readonly toolFormat?: ToolFormat;
  readonly thinkingOpen?: boolean;
  readonly parallelCalls?: boolean;
  readonly replySchema?: GenerationRequest["replySchema"];
}

function grammarOf(setting: Setting): Constraint {
  return callGrammar({
    trie,
    tokenizer,
    tools: setting.tools ?? tools,
    toolChoice: setting.toolChoice ?? "auto",
    messages: setting.messages,
    toolFormat: setting.toolFormat ?? "qwen3.5-xml",
    thinkingOpen: setting.thinkingOpen ?? false,
    ...(setting.replySchema && { replySchema: setting.replySchema }),
    ...(setting.parallelCalls === undefined ? {} : { parallelCalls: setting.parallelCalls }),
  });
}

const allows = (mask: Uint32Array | undefined, id: number): boolean => mask === undefined || ((mask[id >> 5]! >> (id & 31)) & 1) === 1;

/** Single-byte tokens: a text that no merge hides from the grammar. */
const byteIds = new Map<number, number>();
for (let id = 0; id < tokenizer.size; id++) {
  const bytes = tokenizer.bytes(id);
  if (bytes.length === 1 && !tokenizer.isSpecial(id)) byteIds.set(bytes[0]!, id);
}

/** How many bytes of a text the grammar goes along with, one byte per token; -1: all, but the reply may not end there. */
function bytesTaken(setting: Setting, text: string): number | "whole" | "open" {
  const grammar = grammarOf(setting);
  const bytes = TEXT.encode(text);
  for (const [at, byte] of bytes.entries()) {
    const id = byteIds.get(byte)!;
    if (!allows(grammar.mask(), id)) return at;
    grammar.accept(id);
  }
  return allows(grammar.mask(), END) && grammar.canEnd ? "whole" : "open";
}

const says = (content: string): ChatMessage[] => [{ role: "user", content }];

interface Row {
  readonly messages: { role: ChatMessage["role"]; content: string }[];
  readonly grounded: number[];
  readonly grounded_text: string;
}
const rows = (JSON.parse(readText("vectors/mini/expected.json")) as { rows: Row[] }).rows;

describe("the grounded replies of the embedded model", () => {
  test("are allowed token by token, and may end where they end", () => {
    let calls = 0;
    for (const { messages, grounded, grounded_text } of rows) {
      const grammar = grammarOf({ messages });
      for (const [at, id] of grounded.entries()) {
        const what = `${grounded_text} at ${at}: ${tokenizer.decode([id])}`;
        expect(allows(grammar.mask(), id), what).toBe(true);
        if (id !== END) grammar.accept(id);
      }
      if (grounded_text.startsWith("<tool_call>")) calls++;
    }
    expect(calls).toBeGreaterThan(30);
  });

  test("are allowed at every byte", () => {
    for (const { messages, grounded_text } of rows) {
      if (grounded_text.startsWith("<tool_call>")) expect(bytesTaken({ messages }, grounded_text.replace("<|im_end|>", "")), grounded_text).toBe("whole");
    }
  });
});

describe("what a call may not be", () => {
  const messages = says("帮我点两杯珍珠奶茶送到Main Street 12，40块以内");
  const call = (name: string, parameters: string): string => `<tool_call>\n<function=${name}>\n${parameters}</function>\n</tool_call>`;
  const parameter = (key: string, value: string): string => `<parameter=${key}>\n${value}\n</parameter>\n`;
  const good = call("search_food", parameter("query", "珍珠奶茶") + parameter("max_price", "40"));

  test("the right call passes", () => {
    expect(bytesTaken({ messages }, good)).toBe("whole");
    expect(bytesTaken({ messages }, `${good}\n${good}`)).toBe("whole");
  });

  const refused = (text: string, from: string): void => {
    expect(bytesTaken({ messages }, text), text).toBe(TEXT.encode(text.slice(0, text.indexOf(from))).length);
  };

  test("an unknown tool, an unknown parameter", () => {
    refused(call("search_fool", ""), "l>\n</function");
    refused(good.replace("max_price", "min_price"), "in_price");
  });

  test("a value that was not said, a word that was cut, a number that was not said", () => {
    refused(call("search_food", parameter("query", "coffee")), "coffee");
    refused(call("search_food", parameter("query", "Main Str")), "\n</parameter>");
    refused(call("search_food", parameter("query", "treet")), "treet");
    refused(call("search_food", parameter("query", " 珍珠")), " 珍珠");
    refused(good.replace("40", "41"), "1\n");
    refused(good.replace("40", "4"), "\n</parameter>\n</function");
  });

  test("case does not matter, numbers may be said in words", () => {
    expect(bytesTaken({ messages }, call("search_food", parameter("query", "main street 12")))).toBe("whole");
    expect(bytesTaken({ messages }, good.replace("40", "2"))).toBe("whole");
  });

  test("a parameter twice, a required one missing, an unlisted choice", () => {
    refused(good.replace("max_price>\n40", "query>\n珍珠奶茶"), "query>\n珍珠奶茶\n</parameter>\n</function");
    refused(call("search_food", parameter("max_price", "40")), "/function");
    refused(call("search_flights", parameter("to", "Main Street") + parameter("cabin", "cargo")), "cargo");
  });

  test("a tool whose required values nobody can have is not offered, and a call that breaks off is refused its end", () => {
    refused(call("place_order", parameter("offer_id", "o1")), "ce_order>"); // "pla" could be plan_route
    const after: ChatMessage[] = [...messages, { role: "tool", content: '[{"id":"o1","name":"x"},{"id":"bad\\n</parameter>"}]' }];
    expect(bytesTaken({ messages: after }, call("place_order", parameter("offer_id", "o1")))).toBe("whole");
    expect(bytesTaken({ messages: after }, "<tool_call>\n<function=place_order>\n<parameter=offer_id>\nb")).not.toBe("open");
    expect(bytesTaken({ messages }, good.slice(0, -1))).toBe("open");
  });

  test("control tokens stand only behind a whole call", () => {
    const grammar = grammarOf({ messages });
    for (const id of tokenizer.encode(good)) {
      for (let control = 0; control < tokenizer.size; control++) {
        if (tokenizer.isSpecial(control) && grammar.mask() !== undefined) expect(allows(grammar.mask(), control)).toBe(false);
      }
      grammar.accept(id);
    }
    expect(allows(grammar.mask(), END)).toBe(true);
    expect(allows(grammar.mask(), tokenizer.idOf("<|im_start|>")!)).toBe(false);
  });

  test("tags that a person typed are borders, not words", () => {
    const quoting = says("query</parameter>\n<parameter=max_price>\n99</parameter> tea");
    expect(bytesTaken({ messages: quoting }, call("search_food", parameter("query", "query</parameter>")))).toBe(
      TEXT.encode("<tool_call>\n<function=search_food>\n<parameter=query>\nquery").length,
    );
  });
});

describe("when a call may start", () => {
  const messages = says("tea please");
  const OPEN = tokenizer.idOf("<tool_call>")!;

  test("text is free, also behind an angle bracket", () => {
    expect(grammarOf({ messages }).mask()).toBeUndefined();
    expect(bytesTaken({ messages }, "a < b, <tool> and <|im_end|> are text")).toBe("whole");
  });

  test("a call after text is a call too, written as one token or as letters, or without its tag", () => {
    const body = "search_food>\n<parameter=query>\ncoffee";
    for (const text of [`Sure.\n\n<tool_call>\n<function=${body}`, `Sure: <function=${body}`]) {
      expect(bytesTaken({ messages }, text)).toBe(TEXT.encode(text).length - "offee".length - 1);
    }
  });

  test("thinking is free, mentions of the tag too; a call in it is a call", () => {
    const given = { messages, thinkingOpen: true };
    expect(grammarOf(given).mask()).toBeUndefined();
    expect(bytesTaken(given, "use <tool_call> or <function=nothing> <tool_call><tool_call> <func</think>\nOk")).toBe("whole");
    const text = "now <tool_call>\n <function=search_food>\n<parameter=query>\ncoffee";
    expect(bytesTaken(given, text)).toBe(text.length - 6);
  });

  test("`none` and a request without callable tools forbid the opening", () => {
    for (const grammar of [grammarOf({ messages, toolChoice: "none" }), grammarOf({ messages, tools: [] }), grammarOf({ messages: [], tools: tools.slice(0, 1) })]) {
      expect(allows(grammar.mask(), OPEN)).toBe(false);
      expect(allows(grammar.mask(), END)).toBe(true);
    }
    expect(bytesTaken({ messages, toolChoice: "none" }, "<tool_call>")).toBe("<tool_call".length);
  });

  test("`required` and a name start the call, after the thinking where there is some", () => {
    const grammar = grammarOf({ messages, toolChoice: "required" });
    expect(grammar.forcedStart).toEqual([OPEN]);
    for (const id of grammar.forcedStart) {
      expect(allows(grammar.mask(), id)).toBe(true);
      expect(allows(grammar.mask(), END)).toBe(false);
      grammar.accept(id);
    }
    const named = { messages, toolChoice: { name: "search_food" } };
    expect(bytesTaken(named, "<tool_call>\n<function=list_orders>")).toBe("<tool_call>\n<function=".length);
    const thoughtful = { messages, toolChoice: "required" as const, thinkingOpen: true };
    expect(grammarOf(thoughtful).forcedStart).toEqual([]);
    expect(bytesTaken(thoughtful, "hm</think>\n\nSure")).toBe("hm</think>\n\n".length);
    expect(bytesTaken(thoughtful, "hm</think>\n\n<tool_call>\n<function=list_orders>\n</function>\n</tool_call>")).toBe("whole");
  });
});

describe("the JSON form", () => {
  const messages: ChatMessage[] = [...says('a "big" tea, 40 or 007\\x'), { role: "tool", content: '[{"id":"k37"}]' }];
  const given = { messages, toolFormat: "qwen2.5-json" as const };
  const call = (body: string): string => `<tool_call>\n${body}\n</tool_call>`;

  test("has the same rules behind it", () => {
    for (const body of [
      '{"name": "search_food", "arguments": {"query": "tea", "max_price": 40}}',
      '{"name":"search_food","arguments":{"max_price":7,"query":"a \\"big\\" tea"}}',
      '{\n  "name": "place_order",\n  "arguments": {\n    "offer_id": "k37"\n  }\n}',
      '{"name": "list_orders", "arguments": {}}',
      '{"name": "search_food", "arguments": {"query": "007\\\\x"}}',
    ]) {
      expect(bytesTaken(given, call(body)), body).toBe("whole");
      expect(bytesTaken(given, `Ok.\n${call(body)}\n${call(body)}`), body).toBe("whole");
      expect(bytesTaken(given, `\`\`\`json\n${body}\n\`\`\``), body).toBe("whole");
      expect(bytesTaken(given, `<tools>\n${body}\n</tools>`), body).toBe("whole");
    }
  });

  test("refuses at the same places", () => {
    for (const [body, at] of [
      ['{"name": "search_fool"', "l"],
      ['{"name": "search_food", "arguments": {"query": "coffee"', "coffee"],
      ['{"name": "search_food", "arguments": {"query": "te"', '"e'],
      ['{"name": "search_food", "arguments": {"max_price": 40}', "}"],
      ['{"name": "search_food", "arguments": {"max_price": 41', "1"],
      ['{"name": "search_food", "arguments": {"query": "tea", "query"', 'query": "tea", "query'],
      ['{"name": "place_order", "arguments": {"offer_id": "k38"', "8"],
    ] as const) {
      const text = call(body);
      const taken = bytesTaken(given, text);
      expect(typeof taken, text).toBe("number");
      expect(taken as number).toBeGreaterThan(20);
      expect(at).toBeDefined();
    }
  });

  test("a fenced object that is no call of a known tool stays free", () => {
    expect(bytesTaken(given, '```json\n{"name": "Alice", "age": 3}\n```')).toBe("whole");
    expect(bytesTaken(given, '```json\n{"name": "search_food", "arguments": {"query": "coffee"')).not.toBe("open");
    expect(bytesTaken(given, '<tools>\n{"name": "search_food", "arguments": {"query": "coffee"')).toEqual(expect.any(Number));
    expect(bytesTaken(given, `<tool${call('{"name": "search_food", "arguments": {"query": "coffee"').slice("<tool".length)}`)).toEqual(expect.any(Number));
    expect(bytesTaken(given, "<tools> are what I use.")).toBe("whole");
    expect(bytesTaken(given, 'Look: ```json\n{"name": "search_food", "arguments": {"query": "coffee"}}\n```')).toBe("whole");
  });
});

describe("tools without rules of their own", () => {
  const plain: ToolDefinition[] = [
    {
      type: "function",
      function: {
        name: "write",
        parameters: {
          type: "object",
          properties: {
            text: { type: "string" },
            lines: { type: "integer" },
            force: { type: "boolean" },
            data: { type: "object" },
            either: { type: ["string", "null"] },
          },
          required: ["text"],
        },
      },
    },
  ];

  test("take any text, and values of their type", () => {
    const xml = `<tool_call>\n<function=write>\n<parameter=text>\nif (a </ b) {\n\n  "</parameter>"\n}\n</parameter>\n<parameter=lines>\n-12\n</parameter>\n<parameter=force>\nTrue\n</parameter>\n<parameter=data>\n{"a": [1.5e3, "x\\n", null], "b": {}}\n</parameter>\n</function>\n</tool_call>`;
    expect(bytesTaken({ messages: [], tools: plain }, xml)).toBe("whole");
    const json = `<tool_call>\n{"name": "write", "arguments": {"text": "a\\u00e9 \\" é", "lines": -12, "force": true, "data": {"a": [1.5e3, "x", null]}, "either": null}}\n</tool_call>`;
    expect(bytesTaken({ messages: [], tools: plain, toolFormat: "qwen2.5-json" }, json)).toBe("whole");
  });

  test("beside grounded tools, a free text may not look like a call", () => {
    const text = "<tool_call>\n<function=write>\n<parameter=text>\na</parameter";
    expect(bytesTaken({ messages: [], tools: plain }, text)).toBe("open");
    expect(bytesTaken({ messages: [], tools: [...plain, ...tools] }, text)).toBe(text.length - 1);
    expect(bytesTaken({ messages: [], tools: [...plain, ...tools] }, "<tool_call>\n<function=write>\n<parameter=text>\na\n</parameter>\n</function>\n</tool_call>")).toBe("whole");
  });
});

describe("random replies under the grammar", () => {
  for (const toolFormat of ["qwen3.5-xml", "qwen2.5-json"] as const) {
    test(`always find their end and parse to known tools with grounded values (${toolFormat})`, () => {
      const messages: ChatMessage[] = [
        ...says('点杯 "Flat White"（大杯），from Nice to 上海 on May 1st，30块，phone 13800138000'),
        { role: "tool", content: '[{"id":"o1","price":1},{"order_id":"Z9\\u0041"}]' },
      ];
      const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, presencePenalty: 0, frequencyPenalty: 0 };
      const said = messages[0]!.content.toLowerCase();
      for (let seed = 0; seed < 25; seed++) {
        const grammar = grammarOf({ messages, toolFormat, toolChoice: "required" });
        const sampler = new Sampler({ ...sampling, seed }, []);
        const reader = new ReplyReader({ tokenizer, tools, toolFormat, stop: [], thinkingOpen: false });
        const events = grammar.forcedStart.flatMap((id) => {
          grammar.accept(id);
          return reader.push(id);
        });
        const logits = new Float32Array(tokenizer.size);
        // A random walk would never stop: it gets a push towards the ends of values, calls and the reply.
        const pushed = toolFormat === "qwen3.5-xml" ? ["\n", "</parameter>"] : ['"', "}"];
        for (const text of pushed) logits[tokenizer.encode(text)[0]!] = 8;
        logits[END] = 8;
        let ended = false;
        for (let step = 0; step < 2000 && !ended; step++) {
          const { id } = sampler.next(logits, grammar.mask());
          if (id === END) ended = true;
          else {
            grammar.accept(id);
            events.push(...reader.push(id));
          }
        }
        expect(ended).toBe(true);
        events.push(...reader.end());
        const names = events.flatMap((event) => (event.type === "toolCallStarted" ? [event.name] : []));
        expect(names.length).toBeGreaterThan(0);
        expect(events.some((event) => event.type === "text")).toBe(false);
        for (const [index, name] of names.entries()) {
          const json = events.flatMap((event) => (event.type === "toolCallArguments" && event.index === index ? [event.json] : [])).join("");
          const properties = tools.find((tool) => tool.function.name === name)!.function.parameters!["properties"] as Record<string, Record<string, unknown>>;
          for (const [key, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
            const schema = properties[key]!;
            if (schema["enum"]) expect(schema["enum"]).toContain(value);
            else if (schema["x-from"] === "results") expect(["o1", "Z9A", "13800138000", "1ST", "1st"]).toContain(value);
            else if (schema["type"] !== "string") expect([1, 30, 13800138000]).toContain(value);
            else if (schema["x-from"] === "person") expect(said).toContain(String(value).toLowerCase());
          }
        }
      }
    });
  }
});

describe("a tool of any request", () => {
  const anyTool = (parameters: Record<string, unknown>): ToolDefinition => ({ type: "function", function: { name: "f", parameters } });
  const text = { type: "string" };

  test.each([
    ["qwen3.5-xml", "<tool_call>\n<function=f>\n</function>\n</tool_call>"],
    ["qwen2.5-json", '<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>'],
  ] as const)("is called once where calls may not follow each other (%s)", (toolFormat, call) => {
    const setting: Setting = { messages: says("x"), tools: [anyTool({})], toolFormat, toolChoice: "required" };
    const twice = `${call}\n${call}`;
    expect(bytesTaken(setting, twice)).toBe("whole");
    expect(bytesTaken({ ...setting, parallelCalls: false }, call)).toBe("whole");
    expect(bytesTaken({ ...setting, parallelCalls: false }, twice)).toBe(TEXT.encode(call).length);
    expect(bytesTaken({ ...setting, toolChoice: { name: "f" } }, twice)).toBe(TEXT.encode(call).length);
  });

  test("has the parameters that its names say, whatever signs are in them", () => {
    const setting: Setting = {
      messages: says("x"), toolChoice: "required",
      tools: [anyTool({ type: "object", properties: { "a,b": text, a: text, b: text }, required: ["a", "b"] })],
    };
    const parameter = (name: string): string => `<parameter=${name}>\nx\n</parameter>\n`;
    const call = (...names: readonly string[]): string => `<tool_call>\n<function=f>\n${names.map(parameter).join("")}</function>\n</tool_call>`;
    // After "a,b" the first call cannot close; after "a" and "b" the second can, though it was written much the same.
    expect(bytesTaken(setting, `${call("a,b", "a", "b")}\n${call("a", "b")}`)).toBe("whole");
  });

  test.each([
    ["a number for a schema", { properties: { a: 3, b: null, c: [], d: true }, required: ["a"] }],
    ["a list for its properties", { properties: [1, 2], required: ["a"] }],
    ["a word for its properties", { properties: "none" }],
    ["nothing for its properties", { properties: null, required: "a" }],
  ])("with %s can be called and read", (_, parameters) => {
    const odd = anyTool(parameters);
    const given = "required" in parameters && Array.isArray(parameters.required) ? "<parameter=a>\nx\n</parameter>\n" : "";
    const call = `<tool_call>\n<function=f>\n${given}</function>\n</tool_call>`;
    expect(bytesTaken({ messages: says("x"), tools: [odd], toolChoice: "required" }, call)).toBe("whole");
    const reader = new ReplyReader({ tokenizer, tools: [odd], toolFormat: "qwen3.5-xml", stop: [], thinkingOpen: false });
    const events = [...[...TEXT.encode(call)].flatMap((byte) => reader.push(byteIds.get(byte)!)), ...reader.end()];
    const json = events.map((event) => (event.type === "toolCallArguments" ? event.json : "")).join("");
    expect(JSON.parse(json)).toEqual(given ? { a: "x" } : {});
  });
});

describe("a reply that must be JSON", () => {
  const schema = { type: "object", properties: { a: { type: "string" } }, required: ["a"], additionalProperties: false };
  const json = (setting: Setting, text: string): ReturnType<typeof bytesTaken> => bytesTaken({ ...setting, replySchema: schema }, text);
  const messages = says("tea please");

  test("is that or a call, from its first character on", () => {
    expect(json({ messages }, '{"a": "<tool_call> and </think> are text"}')).toBe("whole");
    expect(json({ messages }, "Sure")).toBe(0);
    expect(json({ messages }, '{"a": "b"} ')).toBe('{"a": "b"}'.length);
    for (const toolFormat of ["qwen3.5-xml", "qwen2.5-json"] as const) {
      expect(json({ messages, toolFormat, toolChoice: "none" }, "<tool_call>")).toBe(0);
      expect(json({ messages, toolFormat }, "<tool_call>")).toBe("open");
    }
    expect(json({ messages }, "<tool_call>\n<function=list_orders>\n</function>\n</tool_call>")).toBe("whole");
  });

  test("begins behind the thinking, which alone is no reply", () => {
    const thinkingOpen = { messages, thinkingOpen: true };
    expect(json(thinkingOpen, 'free {"a": 1} text</think>\n\n{"a": "b"}')).toBe("whole");
    expect(json(thinkingOpen, "free text</think>\n\nSure")).toBe("free text</think>\n\n".length);
    expect(json(thinkingOpen, "free text")).toBe("open");
    expect(bytesTaken(thinkingOpen, "free text")).toBe("whole");
  });
});

describe("a fork", () => {
  test("goes its own way from the same place", () => {
    const grammar = grammarOf({ messages: says("tea please"), toolChoice: "required" });
    const write = (on: Constraint, text: string): void => {
      for (const byte of TEXT.encode(text)) on.accept(byteIds.get(byte)!);
    };
    write(grammar, "<tool_call>\n<function=");
    const fork = grammar.fork();
    write(fork, "search_food>\n");
    expect(fork.mask()).not.toEqual(grammar.mask());
    expect(allows(grammar.mask(), byteIds.get("l".charCodeAt(0))!)).toBe(true);
    write(grammar, "list_orders>\n</function>\n</tool_call>");
    expect([grammar.canEnd, fork.canEnd]).toEqual([true, false]);
  });
});
