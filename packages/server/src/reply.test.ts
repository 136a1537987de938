import { ChatChunk, ChatCompletion } from "@wanwen/api";
import { DeviceError, InvariantError } from "@wanwen/core";
import type { GenerationEvent, Usage } from "@wanwen/engine";
import { describe, expect, it } from "vitest";
import { chunksOf, completionOf, openingChunk } from "./reply.ts";

const head = { id: "chatcmpl_1", created: 5, model: "m" };
const usage: Usage = { promptTokens: 7, completionTokens: 3, cachedTokens: 4, reasoningTokens: 1, draftedTokens: 5, acceptedTokens: 3, firstTokenMs: 9, tokensPerSecond: 2 };
const finished = (reason: "stop" | "length" | "toolCalls"): GenerationEvent => ({ type: "finished", reason, usage });
const wireUsage = {
  prompt_tokens: 7, completion_tokens: 3, total_tokens: 10, prompt_tokens_details: { cached_tokens: 4 }, 
  completion_tokens_details: { reasoning_tokens: 1, accepted_prediction_tokens: 3, rejected_prediction_tokens: 2 },
};
const logprob = { token: "好", bytes: [229, 165, 189], logprob: -0.5 };
const events: readonly GenerationEvent[] = [
  { type: "queued", ahead: 1 },
  { type: "prompt", done: 7, total: 7 },
  { type: "thinking", text: "hm" },
  { type: "text", text: "好", logprobs: [{ ...logprob, top: [logprob] }] },
  { type: "toolCallStarted", index: 0, id: "call_a", name: "f" },
  { type: "toolCallArguments", index: 0, json: '{"x": ' },
  { type: "toolCallArguments", index: 0, json: "1}" },
  { type: "toolCallEnded", index: 0 },
  { type: "toolCallStarted", index: 1, id: "call_b", name: "g" },
  { type: "toolCallArguments", index: 1, json: "{}" },
  { type: "toolCallEnded", index: 1 },
  finished("toolCalls"),
];
async function* stream(...list: readonly GenerationEvent[]): AsyncGenerator<GenerationEvent> {
  yield* list;
}
const streamed = (withUsage: boolean): any[] =>
  [openingChunk(head, withUsage), ...events.flatMap((event) => (event.type === "failed" ? [] : chunksOf(event, head, withUsage)))];

describe("a streamed reply", () => {
  it("names its role first, its reason last, and repeats its head in every chunk", () => {
    const chunks = streamed(false);
    expect(chunks[0].choices[0]).toEqual({ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null });
    expect(chunks.at(-1).choices[0]).toEqual({ index: 0, delta: {}, finish_reason: "tool_calls" });
    for (const chunk of chunks) {
      expect(chunk).toMatchObject({ ...head, object: "chat.completion.chunk" });
      expect(ChatChunk.safeParse(chunk).success).toBe(true);
      expect("usage" in chunk).toBe(false);
    }
  });

  it("names each call once; later pieces carry no id, type or name, not even empty ones", () => {
    const deltas = streamed(false).flatMap((chunk) => chunk.choices[0].delta.tool_calls ?? []);
    expect(deltas).toEqual([
      { index: 0, id: "call_a", type: "function", function: { name: "f", arguments: "" } },
      { index: 0, function: { arguments: '{"x": ' } },
      { index: 0, function: { arguments: "1}" } },
      { index: 1, id: "call_b", type: "function", function: { name: "g", arguments: "" } },
      { index: 1, function: { arguments: "{}" } },
    ]);
  });

  it("ends with its usage in a chunk without choices where that was asked for, null before", () => {
    const chunks = streamed(true);
    expect(chunks.at(-1)).toEqual({ ...head, object: "chat.completion.chunk", choices: [], usage: wireUsage });
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
    expect(chunks.at(-2).choices[0].finish_reason).toBe("tool_calls");
  });

  it("carries thinking apart from the text, and log-probabilities with the text", () => {
    const [thinking, text] = streamed(false).slice(1, 3).map((chunk) => chunk.choices[0]);
    expect(thinking.delta).toEqual({ reasoning_content: "hm" });
    expect(text).toEqual({
      index: 0, delta: { content: "好" }, finish_reason: null,
      logprobs: { content: [{ ...logprob, top_logprobs: [logprob] }], refusal: null },
    });
  });
});

describe("a reply in one piece", () => {
  it("joins what the stream would have carried", async () => {
    const whole: any = await completionOf(stream(...events), head);
    expect(ChatCompletion.safeParse(whole).success).toBe(true);
    expect(whole).toEqual({
      ...head, object: "chat.completion", usage: wireUsage,
      choices: [{
        index: 0, finish_reason: "tool_calls", logprobs: { content: [{ ...logprob, top_logprobs: [logprob] }], refusal: null },
        message: {
          role: "assistant", content: "好", refusal: null, reasoning_content: "hm",
          tool_calls: [
            { id: "call_a", type: "function", function: { name: "f", arguments: '{"x": 1}' } },
            { id: "call_b", type: "function", function: { name: "g", arguments: "{}" } },
          ],
        },
      }],
    });
  });

  it("has null for text beside calls, and empty text when nothing was said at all", async () => {
    const message = async (...list: readonly GenerationEvent[]) => ((await completionOf(stream(...list), head)) as any).choices[0].message;
    expect(await message(...events.filter(({ type }) => type.startsWith("toolCall") || type === "finished"))).toMatchObject({ content: null });
    expect(await message(finished("stop"))).toEqual({ role: "assistant", content: "", refusal: null });
  });

  it("tells a reply that was cut off from one that ended", async () => {
    const reason = async (given: "stop" | "length") => ((await completionOf(stream(finished(given)), head)) as any).choices[0];
    expect(await reason("length")).toMatchObject({ finish_reason: "length", logprobs: null });
    expect(await reason("stop")).toMatchObject({ finish_reason: "stop" });
  });

  it("is the error that the engine reported, also after some text; a stream without an end is our mistake", async () => {
    const text: GenerationEvent = { type: "text", text: "a" };
    await expect(completionOf(stream(text, { type: "failed", error: new DeviceError("gone") }), head)).rejects.toThrow(DeviceError);
    await expect(completionOf(stream(text), head)).rejects.toThrow(InvariantError);
  });
});
