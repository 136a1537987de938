/** The official `openai` client against the running server: its accumulating stream throws when an order or an identity is wrong. */
import OpenAI from "openai";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RunningServer } from "./server.ts";

const tools = JSON.parse(readFileSync(new URL("../models/mini/tools.json", import.meta.url), "utf8")) as OpenAI.ChatCompletionTool[];
const system = "You are Wanwen, an assistant that gets everyday things done with tools.\nToday: 2026-12-01 Tuesday. City: 杭州.";
const ask = (content: string): OpenAI.ChatCompletionMessageParam[] => [{ role: "system", content: system }, { role: "user", content }];

describe("the openai client", () => {
  const server = new RunningServer();
  let client: OpenAI;
  beforeAll(async () => {
    await server.start();
    await server.ready();
    client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "local", maxRetries: 0 });
  });
  afterAll(() => server.remove());

  it("lists the model", async () => {
    const models = await client.models.list();
    expect(models.data.map((model) => model.id)).toEqual(["mini"]);
  });

  it("gets text in one piece with usage", async () => {
    const reply = await client.chat.completions.create({ model: "mini", messages: ask("谢谢你") });
    expect(reply.choices[0]!.message.content).toMatch(/不客气/);
    expect(reply.choices[0]!.finish_reason).toBe("stop");
    expect(reply.usage!.total_tokens).toBe(reply.usage!.prompt_tokens + reply.usage!.completion_tokens);
  });

  it("accumulates a streamed tool call into the same call as without streaming", async () => {
    const request = { model: "mini", messages: ask("帮我点两杯珍珠奶茶，40块以内"), tools };
    const whole = await client.chat.completions.create(request);
    const stream = client.chat.completions.stream({ ...request, stream_options: { include_usage: true } });
    const kinds: string[] = [];
    for await (const chunk of stream) kinds.push(chunk.choices.length ? "delta" : "usage");
    const streamed = await stream.finalChatCompletion();
    const call = (completion: OpenAI.ChatCompletion) => completion.choices[0]!.message.tool_calls!.map((each) => each.type === "function" && each.function);
    expect(kinds.at(-1)).toBe("usage");
    expect(streamed.choices[0]!.finish_reason).toBe("tool_calls");
    expect(call(streamed).map((each) => each && [each.name, each.arguments])).toEqual(call(whole).map((each) => each && [each.name, each.arguments]));
    expect(JSON.parse((call(whole)[0] as { arguments: string }).arguments)).toMatchObject({ max_price: 40 });
  });

  it("takes the named tool, and none when told so", async () => {
    const named = await client.chat.completions.create({
      model: "mini", messages: ask("后天去上海"), tools, tool_choice: { type: "function", function: { name: "search_flights" } },
    });
    expect(named.choices[0]!.message.tool_calls!.map((each) => each.type === "function" && each.function.name)).toEqual(["search_flights"]);
    const none = await client.chat.completions.create({ model: "mini", messages: ask("后天去上海的火车票"), tools, tool_choice: "none", max_tokens: 30 });
    expect(none.choices[0]!.message.tool_calls ?? []).toEqual([]);
  });

  it("reports log-probabilities that match the text, token by token", async () => {
    const reply = await client.chat.completions.create({ model: "mini", messages: ask("谢谢你"), logprobs: true, top_logprobs: 3 });
    const tokens = reply.choices[0]!.logprobs!.content!;
    expect(new TextDecoder().decode(Uint8Array.from(tokens.flatMap((token) => token.bytes ?? [])))).toBe(reply.choices[0]!.message.content);
    for (const token of tokens) {
      expect(token.top_logprobs).toHaveLength(3);
      expect(token.logprob).toBeCloseTo(token.top_logprobs[0]!.logprob, 5);
    }
  });

  it("ends at a stop string, which is not part of the text", async () => {
    const reply = await client.chat.completions.create({ model: "mini", messages: ask("谢谢你"), stop: ["叫我"] });
    expect(reply.choices[0]!.message.content).not.toContain("叫我");
    expect(reply.choices[0]!.finish_reason).toBe("stop");
  });

  it("gives the same text for the same seed, and ends with length at max_completion_tokens", async () => {
    const sample = () => client.chat.completions.create({ model: "mini", messages: ask("讲个笑话"), temperature: 1, seed: 7, max_completion_tokens: 8 });
    const [first, second] = [await sample(), await sample()];
    expect(first.choices[0]!.message.content).toBe(second.choices[0]!.message.content);
    expect(first.choices[0]!.finish_reason).toBe("length");
    expect(first.usage!.completion_tokens).toBe(8);
  });

  it("names the field of a bad request", async () => {
    const bad = client.chat.completions.create({ model: "mini", messages: ask("hi"), temperature: 9 });
    await expect(bad).rejects.toMatchObject({ status: 400, param: "temperature" });
  });

  it("goes on serving after a client left in the middle of a stream", async () => {
    const stream = await client.chat.completions.create({ model: "mini", messages: ask("你会什么"), stream: true });
    for await (const _ of stream) break;
    stream.controller.abort();
    const reply = await client.chat.completions.create({ model: "mini", messages: ask("谢谢你") });
    expect(reply.choices[0]!.message.content).toMatch(/不客气/);
  });
});
