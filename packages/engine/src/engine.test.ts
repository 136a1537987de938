import { fileURLToPath } from "node:url";
import { DeviceError, InputError, LimitError } from "@wanwen/core";
import { openModelFiles } from "@wanwen/formats/node";
import { openBackend } from "@wanwen/kernels";
import { loadModel, type Model } from "@wanwen/model";
import { afterEach, describe, expect, test } from "vitest";
import { type EngineOptions, openEngine } from "./engine.ts";
import type { Engine, GenerationEvent, GenerationRequest } from "./types.ts";

/**
 * A small model with random weights and a real tokenizer: what it says has no meaning, but it is always the same.
 * Replies are as long as they are allowed to be unless its end token comes up.
 */
async function openTiny(): Promise<Model> {
  const files = openModelFiles(fileURLToPath(new URL("../../../vectors/llamacpp-tiny/tiny-dense-f32.gguf", import.meta.url)));
  const model = loadModel(files, await openBackend("reference"));
  files.close();
  return model;
}

let open: Engine[] = [];
afterEach(async () => {
  await Promise.all(open.map((engine) => engine.close()));
  open = [];
});

interface Counted extends Engine {
  /** States that are held now. Nothing is kept for later prompts unless the options say so. */
  readonly states: () => number;
  /** Forward passes so far. */
  readonly passes: () => number;
}

/** @param thinks its prompts end inside of a block of thinking */
async function tinyEngine({ thinks = false, ...options }: EngineOptions & { thinks?: boolean } = {}): Promise<Counted> {
  const opened = await openTiny();
  const { prompt } = opened;
  const model = thinks ? { ...opened, prompt: { ...prompt, render: (...given: Parameters<typeof prompt.render>) => `${prompt.render(...given)}<think>\n` } } : opened;
  let states = 0;
  let passes = 0;
  const counted: Model = {
    ...model,
    newState: (given) => (states++, model.newState(given)),
    forkState: (state, position) => (states++, model.forkState(state, position)),
    freeState: (state) => (states--, model.freeState(state)),
    forward: (segments) => (passes++, model.forward(segments)),
  };
  const engine = openEngine(counted, { keptBytesMax: 0, ...options });
  open.push(engine);
  return {
    info: engine.info,
    generate: (given, signal) => engine.generate(given, signal),
    close: () => engine.close(),
    states: () => states,
    passes: () => passes,
  };
}

function request(text: string, more: Partial<GenerationRequest> = {}): GenerationRequest {
  return {
    id: text,
    messages: [{ role: "user", content: text }],
    tools: [],
    toolChoice: "auto",
    sampling: { temperature: 0 },
    stop: [],
    maxTokens: 24,
    ...more,
  };
}

async function all(events: AsyncIterable<GenerationEvent>): Promise<GenerationEvent[]> {
  return Array.fromAsync(events);
}

function textOf(events: readonly GenerationEvent[]): string {
  return events.map((event) => (event.type === "text" ? event.text : "")).join("");
}

function finish(events: readonly GenerationEvent[]): Extract<GenerationEvent, { type: "finished" }> {
  const last = events.at(-1);
  if (last?.type === "failed") throw last.error;
  expect(last?.type).toBe("finished");
  return last as Extract<GenerationEvent, { type: "finished" }>;
}

function failure(events: readonly GenerationEvent[]): Error {
  const last = events.at(-1);
  expect(last?.type).toBe("failed");
  return (last as Extract<GenerationEvent, { type: "failed" }>).error;
}

function tool(name: string, parameters: Record<string, unknown> = {}): GenerationRequest["tools"][number] {
  return { type: "function", function: { name, parameters } };
}

const sampled = { temperature: 1.5, topK: 0, topP: 1, presencePenalty: 0 };

describe("a reply that must be JSON", () => {
  const replySchema = {
    type: "object",
    properties: {
      kind: { enum: ["tea", "coffee", "茶"] },
      cups: { type: "integer", minimum: 1, maximum: 40 },
      note: { type: ["string", "null"], maxLength: 6 },
      tags: { type: "array", items: { type: "string", pattern: "^[a-z]{1,5}$" }, maxItems: 3 },
    },
    required: ["kind", "cups", "note", "tags"],
    additionalProperties: false,
  };

  test("fits its schema, whatever the model would have liked to say, together with others and alone", async () => {
    const engine = await tinyEngine();
    const requests = [1, 2].map((seed) => request("order", { replySchema, maxTokens: 400, sampling: { ...sampled, seed } }));
    const together = await Promise.all(requests.map((each) => all(engine.generate(each))));
    for (const [i, events] of together.entries()) {
      const text = textOf(events);
      expect(finish(events).reason).toBe("stop");
      const value = JSON.parse(text) as { kind: string; cups: number; note: string | null; tags: string[] };
      expect(Object.keys(value)).toEqual(["kind", "cups", "note", "tags"]);
      expect(["tea", "coffee", "茶"]).toContain(value.kind);
      expect(value.cups >= 1 && value.cups <= 40 && Number.isInteger(value.cups)).toBe(true);
      expect(value.note === null || [...value.note].length <= 6).toBe(true);
      expect(value.tags.every((tag) => /^[a-z]{1,5}$/.test(tag)) && value.tags.length <= 3).toBe(true);
      if (i === 0) expect(textOf(await all(engine.generate(requests[i]!)))).toBe(text);
    }
    expect(new Set(together.map(textOf)).size).toBe(2);
  });

  test("is the same whether its tokens are guessed ahead or not, behind thinking too", async () => {
    const replies: string[] = [];
    for (const drafts of ["never", 4] as const) {
      const engine = await tinyEngine({ drafts, thinks: true });
      for (const sampling of [{ temperature: 0 }, { ...sampled, seed: 5 }]) {
        const given = { type: "array", items: { enum: ["again and again", "once"] }, minItems: 4, maxItems: 6 };
        const events = await all(engine.generate(request("order", { replySchema: given, maxTokens: 300, thinkingTokensMax: 12, sampling })));
        expect(finish(events).reason).toBe("stop");
        expect((JSON.parse(textOf(events)) as string[]).length).toBeGreaterThanOrEqual(4);
        replies.push(JSON.stringify(events.filter(({ type }) => type === "text" || type === "thinking").map((event) => "text" in event && event.text).join("")));
        if (drafts === 4) expect(finish(events).usage.acceptedTokens).toBeGreaterThan(0);
      }
    }
    expect(replies.slice(2)).toEqual(replies.slice(0, 2));
  });

  test("ends where its tokens do, or at a stop text, also inside of a string", async () => {
    const engine = await tinyEngine();
    const endless = { type: "string", minLength: 500 };
    const cut = await all(engine.generate(request("hello", { replySchema: endless, maxTokens: 30 })));
    expect(finish(cut)).toMatchObject({ reason: "length", usage: { completionTokens: 30 } });
    expect(textOf(cut)[0]).toBe('"');
    const stop = textOf(cut).slice(5, 8);
    const stopped = await all(engine.generate(request("hello", { replySchema: endless, maxTokens: 30, stop: [stop] })));
    expect(finish(stopped).reason).toBe("stop");
    expect(textOf(stopped)).toBe(textOf(cut).slice(0, textOf(cut).indexOf(stop)));
  });

  test("has log-probabilities of the model's own, and all tokens of its text", async () => {
    const engine = await tinyEngine();
    const events = await all(engine.generate(request("hello", { replySchema: { enum: ["one", "two"] }, logprobs: 2 })));
    const tokens = events.flatMap((event) => (event.type === "text" ? (event.logprobs ?? []) : []));
    expect(tokens.map(({ token }) => token).join("")).toBe(textOf(events));
    expect(tokens.every(({ logprob, top }) => logprob <= top[0]!.logprob && top.length === 2)).toBe(true);
  });

  test("may be a call instead, and then nothing else; JSON that quotes a call is JSON", async () => {
    const engine = await tinyEngine();
    const given = { tools: [tool("look", { type: "object", properties: {} })], replySchema: { enum: ["<tool_call>\n<function=look>\n</function>\n</tool_call>"] } };
    const free = await all(engine.generate(request("hello", { ...given, maxTokens: 500 })));
    expect(finish(free).reason === "toolCalls" || JSON.parse(textOf(free)) === given.replySchema.enum[0]).toBe(true);
    const called = await all(engine.generate(request("hello", { ...given, toolChoice: "required", maxTokens: 500 })));
    expect([finish(called).reason, textOf(called)]).toEqual(["toolCalls", ""]);
    const quoted = await all(engine.generate(request("hello", { ...given, toolChoice: "none", maxTokens: 500 })));
    expect([finish(quoted).reason, JSON.parse(textOf(quoted))]).toEqual(["stop", given.replySchema.enum[0]]);
  });

  test("is refused with the place and the name of what is not supported", async () => {
    const engine = await tinyEngine();
    const error = failure(await all(engine.generate(request("hello", { replySchema: { properties: { a: { not: {} } } } }))));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toBe("response_format.json_schema.schema/properties/a/not: not supported");
  });
});

describe("thinking", () => {
  const thoughts = (events: readonly GenerationEvent[]): string => events.map((event) => (event.type === "thinking" ? event.text : "")).join("");

  test("ends when its tokens are used up, and the answer follows", async () => {
    const engine = await tinyEngine({ thinks: true });
    const unbounded = await all(engine.generate(request("hello", { maxTokens: 200 })));
    const events = await all(engine.generate(request("hello", { maxTokens: 60, thinkingTokensMax: 6 })));
    expect(thoughts(events).length).toBeGreaterThan(0);
    expect(thoughts(unbounded).startsWith(thoughts(events))).toBe(true);
    expect(textOf(events).length).toBeGreaterThan(10);
    const { usage } = finish(events);
    const closing = usage.reasoningTokens - 6;
    expect(closing).toBeGreaterThan(0);
    expect(closing).toBeLessThanOrEqual("\n</think>\n\n".length);
    expect(usage.completionTokens).toBe(60);
  });

  test("leaves room for an answer, whatever it was allowed", async () => {
    const engine = await tinyEngine({ thinks: true });
    for (const thinkingTokensMax of [undefined, 1000]) {
      const events = await all(engine.generate(request("hello", { maxTokens: 80, ...(thinkingTokensMax && { thinkingTokensMax }) })));
      const { usage } = finish(events);
      expect(usage.reasoningTokens).toBeGreaterThan(40);
      expect(usage.completionTokens - usage.reasoningTokens).toBeGreaterThanOrEqual(20);
      expect(textOf(events)).not.toBe("");
    }
  });

  test("of no tokens is none, and an answer by a schema begins behind it", async () => {
    const engine = await tinyEngine({ thinks: true });
    const schema = { enum: ["yes", "no"] };
    for (const thinkingTokensMax of [0, 5]) {
      const events = await all(engine.generate(request("hello", { maxTokens: 60, thinkingTokensMax, replySchema: schema })));
      expect(thoughts(events) === "").toBe(thinkingTokensMax === 0);
      expect(schema.enum).toContain(JSON.parse(textOf(events)));
      expect(finish(events).reason).toBe("stop");
    }
  });
});

describe("engine", () => {
  test("a request gives the same reply alone and among three others of other lengths", async () => {
    const engine = await tinyEngine({ promptTokensMax: 8 });
    const requests = ["hello", "a much longer text than the first one, in pieces", "?", "an other"].map((text, i) =>
      request(text, { sampling: i % 2 ? { ...sampled, seed: i } : { temperature: 0 } }),
    );
    const alone: string[] = [];
    for (const each of requests) alone.push(textOf(await all(engine.generate(each))));
    const together = await Promise.all(requests.map(async (each) => textOf(await all(engine.generate(each)))));
    expect(together).toEqual(alone);
    expect(new Set(alone).size).toBeGreaterThan(1);
    expect(engine.states()).toBe(0);
  });

  test("the end tells how much was read and written, and how fast", async () => {
    const engine = await tinyEngine();
    const { usage, reason } = finish(await all(engine.generate(request("hello", { maxTokens: 10 }))));
    expect(reason).toBe("length");
    expect(usage).toMatchObject({ completionTokens: 10, cachedTokens: 0, reasoningTokens: 0 });
    expect(usage.promptTokens).toBeGreaterThan(5);
    expect(usage.firstTokenMs).toBeGreaterThan(0);
    expect(usage.tokensPerSecond).toBeGreaterThan(0);
  });

  test("the prompt's progress is told piece by piece", async () => {
    const engine = await tinyEngine({ promptTokensMax: 16 });
    const events = await all(engine.generate(request("x".repeat(100), { maxTokens: 1 })));
    const progress = events.filter((event) => event.type === "prompt");
    const total = progress.at(-1)!.total;
    const done = progress.map((event) => event.done);
    expect(done.at(-1)).toBe(total);
    // Never more than 16 at a time; cut short only where a state might be kept.
    const pieces = done.map((at, i) => at - (done[i - 1] ?? 0));
    expect(pieces.every((piece, i) => piece > 0 && piece <= 16 && (piece % 4 === 0 || i === pieces.length - 1))).toBe(true);
    expect(pieces.filter((piece) => piece < 16).length).toBeLessThanOrEqual(3);
  });

  test("same seed, same reply; another seed, another reply", async () => {
    const engine = await tinyEngine();
    const say = async (seed: number): Promise<string> => textOf(await all(engine.generate(request("hello", { sampling: { ...sampled, seed } }))));
    const [first, again, other] = [await say(1), await say(1), await say(2)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("a stop text ends the reply and is not part of it", async () => {
    const engine = await tinyEngine();
    const whole = textOf(await all(engine.generate(request("hello"))));
    const stop = whole.slice(5, 8);
    const events = await all(engine.generate(request("hello", { stop: [stop] })));
    expect(textOf(events)).toBe(whole.slice(0, whole.indexOf(stop)));
    expect(finish(events).reason).toBe("stop");
  });

  test("a full context ends the reply with length, a prompt that leaves no room is refused", async () => {
    const engine = await tinyEngine({ contextTokens: 40 });
    const { maxTokens: _, ...unlimited } = request("hello");
    const { usage, reason } = finish(await all(engine.generate(unlimited)));
    expect(reason).toBe("length");
    expect(usage.promptTokens + usage.completionTokens).toBe(40);
    expect(failure(await all(engine.generate(request("x".repeat(200)))))).toEqual(
      expect.objectContaining({ message: expect.stringMatching(/^context: expected a prompt of at most 39 tokens, got \d+$/) }),
    );
  });

  test("a demanded call that leaves no room for its opening is refused, one that does is begun", async () => {
    const tools = [tool("f")];
    const wide = await tinyEngine();
    const { usage } = finish(await all(wide.generate(request("hello", { tools, maxTokens: 1 }))));
    const demand = async (contextTokens: number): Promise<readonly GenerationEvent[]> =>
      all((await tinyEngine({ contextTokens })).generate(request("hello", { tools, toolChoice: "required" })));
    const error = failure(await demand(usage.promptTokens + 1));
    expect(error).toMatchObject({ code: "limit_reached", of: "context" });
    expect(finish(await demand(usage.promptTokens + 40)).reason).toBe("length");
  });

  test("log-probabilities come with the text, the drawn token among the likeliest when greedy", async () => {
    const engine = await tinyEngine();
    const events = await all(engine.generate(request("hello", { logprobs: 3, maxTokens: 6 })));
    const tokens = events.flatMap((event) => (event.type === "text" ? event.logprobs ?? [] : []));
    expect(tokens).toHaveLength(6);
    for (const token of tokens) {
      expect(token.logprob).toBeLessThanOrEqual(0);
      expect(token.top).toHaveLength(3);
      expect(token.top[0]).toEqual({ token: token.token, bytes: token.bytes, logprob: token.logprob });
    }
  });

  test("aborting ends the stream with what there is, frees the state and leaves the others alone", async () => {
    const engine = await tinyEngine();
    const abort = new AbortController();
    const other = all(engine.generate(request("other")));
    const events: GenerationEvent[] = [];
    for await (const event of engine.generate(request("hello", { maxTokens: 500 }), abort.signal)) {
      events.push(event);
      if (event.type === "text" && !abort.signal.aborted) abort.abort();
    }
    expect(finish(events).usage.completionTokens).toBeLessThan(100);
    finish(await other);
    expect(engine.states()).toBe(0);
  });

  test("a reader who goes away frees the place", async () => {
    const engine = await tinyEngine({ runningMax: 1 });
    for await (const event of engine.generate(request("hello", { maxTokens: 500 }))) if (event.type === "text") break;
    expect(engine.states()).toBe(0);
    finish(await all(engine.generate(request("next"))));
  });

  test("a reader who does not read holds up nobody else and is not run ahead of", async () => {
    const engine = await tinyEngine({ contextTokens: 2000 });
    const slow = engine.generate(request("slow", { maxTokens: 1000 }))[Symbol.asyncIterator]();
    await slow.next();
    finish(await all(engine.generate(request("quick", { maxTokens: 90 }))));
    const passes = engine.passes();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(engine.passes()).toBe(passes); // it rests, though its reply may go on
    await slow.return!();
    expect(engine.states()).toBe(0);
  });

  test("requests beyond the places wait and are told so; beyond the queue they are refused", async () => {
    const engine = await tinyEngine({ runningMax: 1, waitingMax: 1 });
    const replies = await Promise.all(["a", "b", "c"].map((text) => all(engine.generate(request(text, { maxTokens: 4 })))));
    finish(replies[0]!);
    expect(replies[1]![0]).toEqual({ type: "queued", ahead: 1 });
    finish(replies[1]!);
    const error = failure(replies[2]!);
    expect(error).toBeInstanceOf(LimitError);
    expect((error as LimitError).retryAfterMs).toBeGreaterThan(0);
  });

  test.each([
    ["no messages", { messages: [] }, "messages"],
    ["a stop text without letters", { stop: [""] }, "stop"],
    ["too many stop texts", { stop: Array.from({ length: 17 }, (_, i) => `${i}`) }, "stop"],
    ["half a token", { maxTokens: 0.5 }, "max_completion_tokens"],
    ["fifty alternatives", { logprobs: 50 }, "logprobs"],
    ["a tool that is not there", { toolChoice: { name: "f" } }, "tool_choice"],
    ["a call without tools", { toolChoice: "required" }, "tools"],
    ["a tool twice", { tools: [tool("f"), tool("g"), tool("f")] }, "tools.2.function"],
    ["a tool with a name that no call can carry", { tools: [tool("f"), tool("</tool_call>")] }, "tools.1.function"],
    ["a tool that needs such a parameter", { tools: [tool("f", { required: ["a\nb"] })] }, "tools.0.function"],
  ] satisfies [string, Partial<GenerationRequest>, string][])("%s is refused with the field's name", async (_, more, param) => {
    const engine = await tinyEngine();
    const error = failure(await all(engine.generate(request("hello", more))));
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).param).toBe(param);
  });

  test("closing ends what runs and what comes after with an error", async () => {
    const engine = await tinyEngine();
    const running = all(engine.generate(request("hello", { maxTokens: 500 })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await engine.close();
    expect(failure(await running)).toBeInstanceOf(DeviceError);
    expect(failure(await all(engine.generate(request("hello"))))).toBeInstanceOf(DeviceError);
    expect(engine.states()).toBe(0);
  });
});
