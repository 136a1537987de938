import { type ChatRequestInput, parseChatRequest } from "@wanwen/api";
import { InputError } from "@wanwen/core";
import type { GenerationRequest } from "@wanwen/engine";
import { describe, expect, it } from "vitest";
import { generationRequest } from "./request.ts";

const asked = (more: Partial<ChatRequestInput> = {}): GenerationRequest =>
  generationRequest("id", parseChatRequest({ messages: [{ role: "user", content: "hi" }], ...more }));

function refusal(more: object): InputError {
  try {
    asked(more);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error("expected a refusal");
}

const tool = (name: string, parameters?: Record<string, unknown>) => ({ type: "function" as const, function: { name, ...(parameters && { parameters }) } });
const messagesOf = (...messages: ChatRequestInput["messages"]) => asked({ messages }).messages;
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 1);

describe("a wire request as engine work", () => {
  it("leaves to the engine what the client left out", () => {
    expect(asked()).toEqual({
      id: "id", messages: [{ role: "user", content: "hi" }], tools: [], toolChoice: "auto", sampling: {}, stop: [],
    });
    const nulls = Object.fromEntries(["tools", "tool_choice", "stop", "seed", "temperature", "max_tokens", "logprobs", "response_format", "logit_bias"].map((name) => [name, null]));
    expect(asked(nulls)).toEqual(asked());
    const tools: any = [{ type: "function", function: { name: "f", description: null, parameters: null, strict: null } }];
    const messages: any = [
      { role: "user", content: "hi", name: null, tool_calls: null, tool_call_id: null, reasoning_content: null },
      { role: "assistant", content: null, tool_calls: [{ id: null, type: null, function: { name: "f", arguments: null } }] },
    ];
    const given = asked({ model: null, messages, tools, chat_template_kwargs: { enable_thinking: null } });
    expect(given.tools).toEqual([tool("f")]);
    expect(given.messages).toEqual([{ role: "user", content: "hi" }, { role: "assistant", content: "", toolCalls: [{ name: "f", arguments: {} }] }]);
  });

  it("carries how to draw tokens, and when to stop", () => {
    const given = asked({
      temperature: 0, top_k: 20, top_p: 0.9, min_p: 0.1, repetition_penalty: 1.1, presence_penalty: -1, frequency_penalty: 0.5, seed: -7,
      stop: "END", max_tokens: 9, logprobs: true, top_logprobs: 2, parallel_tool_calls: false,
    });
    expect(given.sampling).toEqual({
      temperature: 0, topK: 20, topP: 0.9, minP: 0.1, repetitionPenalty: 1.1, presencePenalty: -1, frequencyPenalty: 0.5, seed: -7,
    });
    expect(given).toMatchObject({ stop: ["END"], maxTokens: 9, logprobs: 2, parallelCalls: false });
    expect(asked({ max_tokens: 9, max_completion_tokens: 5 }).maxTokens).toBe(5);
    expect(asked({ logprobs: true }).logprobs).toBe(0);
    expect(asked({ stop: ["", "a"] }).stop).toEqual(["a"]);
    expect(asked({ parallel_tool_calls: true }).parallelCalls).toBeUndefined();
    expect(asked({ drafts: false }).drafts).toBe(false);
  });

  it("carries what its text must be", () => {
    const schema = { type: "object", properties: { a: { type: "integer" } } };
    expect(asked({ response_format: { type: "json_schema", json_schema: { name: "answer", schema, strict: true } } }).replySchema).toEqual(schema);
    expect(asked({ response_format: { type: "json_object" } }).replySchema).toEqual({ type: "object" });
    expect(asked({ response_format: { type: "text" } }).replySchema).toBeUndefined();
  });

  it("knows both ways to switch thinking", () => {
    expect(asked({ chat_template_kwargs: { enable_thinking: false } }).thinking).toBe(false);
    expect(asked({ enable_thinking: true }).thinking).toBe(true);
    expect(asked({ enable_thinking: "yes" }).thinking).toBeUndefined();
  });
});

describe("thinking", () => {
  it("is given a budget in tokens or as an effort, which switches it on or off where nothing else does", () => {
    const thinking = (more: Partial<ChatRequestInput>) => {
      const given = asked(more);
      return [given.thinking, given.thinkingTokensMax];
    };
    expect(thinking({ thinking_budget: 50 })).toEqual([undefined, 50]);
    expect(thinking({ thinking_budget: 0 })).toEqual([false, 0]);
    expect(thinking({ reasoning_effort: "none" })).toEqual([false, 0]);
    expect(thinking({ reasoning_effort: "low" })).toEqual([true, 1024]);
    expect(thinking({ reasoning_effort: "high" })).toEqual([true, undefined]);
    expect(thinking({ reasoning_effort: "low", thinking_budget: 9, chat_template_kwargs: { enable_thinking: false } })).toEqual([false, 9]);
    expect(refusal({ thinking_budget: -1 }).param).toBe("thinking_budget");
    expect(refusal({ reasoning_effort: "a bit" }).param).toBe("reasoning_effort");
  });
});

describe("messages", () => {
  it("have their system texts together in front, whatever they were called and wherever they stood", () => {
    expect(messagesOf(
      { role: "user", content: "a" }, { role: "system", content: "one" }, { role: "developer", content: "two" }, { role: "system", content: "" }, { role: "user", content: "b" },
    )).toEqual([{ role: "system", content: "one\n\ntwo" }, { role: "user", content: "a" }, { role: "user", content: "b" }]);
  });

  it("are texts, however the client cut them", () => {
    const parts = [{ type: "text", text: "你" }, { type: "text", text: "好" }];
    expect(messagesOf({ role: "user", content: parts }, { role: "assistant", content: null }, { role: "assistant", content: [{ type: "refusal", refusal: "no" }] }, { role: "user" }))
      .toEqual([{ role: "user", content: "你好" }, { role: "assistant", content: "" }, { role: "assistant", content: "no" }, { role: "user", content: "" }]);
    expect(refusal({ messages: [{ role: "user", content: [{ type: "text", text: "x" }, { type: "image_url", image_url: { url: "data:" } }] }] }))
      .toMatchObject({ param: "messages.0.content", message: expect.stringContaining("image_url") });
  });

  it("carry earlier calls and thinking; arguments may be text, an object, empty or missing", () => {
    const call = (given?: unknown) => ({ id: "c", type: "function" as const, function: { name: "f", ...(given === undefined ? {} : { arguments: given as string }) } });
    const [message] = messagesOf({
      role: "assistant", content: null, reasoning_content: "hm", tool_calls: [call('{"a": 1}'), call({ a: [2] }), call(""), call("  "), call(null), call()],
    });
    expect(message).toEqual({
      role: "assistant", content: "", reasoning: "hm",
      toolCalls: [{ a: 1 }, { a: [2] }, {}, {}, {}, {}].map((given) => ({ name: "f", arguments: given })),
    });
  });

  it.each(["{", "[1]", "3", "null", '"x"'])("with arguments that are no object are refused: %s", (given) => {
    const messages = [{ role: "user", content: "x" }, { role: "assistant", tool_calls: [{ function: { name: "f", arguments: given } }] }];
    expect(refusal({ messages }).param).toBe("messages.1.tool_calls.0.function.arguments");
  });
});

describe("tools", () => {
  it("keep their schemas, and the choice among them", () => {
    const schema = { type: "object", properties: { a: { type: "string" } } };
    const given = asked({ tools: [tool("f", schema), { type: "function", function: { name: "g", description: "d", strict: true } }], tool_choice: { type: "function", function: { name: "g" } } });
    expect(given.tools).toEqual([tool("f", schema), { type: "function", function: { name: "g", description: "d", strict: true } }]);
    expect(given.toolChoice).toEqual({ name: "g" });
    expect(asked({ tools: [tool("f")], tool_choice: "required" }).toolChoice).toBe("required");
  });

  it("must be there when one is demanded", () => {
    expect(refusal({ tool_choice: "required" }).param).toBe("tool_choice");
    expect(refusal({ tools: [tool("f")], tool_choice: { type: "function", function: { name: "g" } } })).toMatchObject({ param: "tool_choice", message: expect.stringContaining("f, got g") });
  });

  it("and arguments are refused when they are nested deeper than anybody writes, before anything walks them", () => {
    expect(asked({ tools: [tool("f", { a: nested(60) })] }).tools).toHaveLength(1);
    expect(refusal({ tools: [tool("f"), tool("g", { a: nested(100_000) })] }).param).toBe("tools.1.function.parameters");
    const deep = JSON.stringify({ a: nested(2000) });
    expect(refusal({ messages: [{ role: "assistant", tool_calls: [{ function: { name: "f", arguments: deep } }] }] }).param).toBe("messages.0.tool_calls.0.function.arguments");
  });
});

describe("what would change the reply and is not there", () => {
  it.each([
    [{ response_format: { type: "grammar" } }, "response_format.type"],
    [{ response_format: { type: "json_schema", json_schema: { name: "x" } } }, "response_format.json_schema.schema"],
    [{ response_format: { type: "json_schema", json_schema: { name: "x", schema: { a: nested(100) } } } }, "response_format.json_schema.schema"],
    [{ logit_bias: { 100: -100 } }, "logit_bias"],
    [{ modalities: ["text", "audio"] }, "modalities"],
    [{ functions: [{ name: "f" }] }, "functions"],
    [{ stop: "x".repeat(257) }, "stop"],
    [{ n: 2 }, "n"],
    [{ max_tokens: 0 }, "max_tokens"],
  ])("is refused by name: %j", (more, param) => {
    expect(refusal(more).param).toBe(param);
  });

  it("is no matter where it asks for nothing special", () => {
    expect(asked({ response_format: { type: "text" }, logit_bias: {}, modalities: ["text"], functions: [], n: 1, stop: "" })).toEqual(asked());
  });
});
