import { DeviceError, InputError, LimitError } from "@wanwen/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClientEvent, encodeComment, encodeSse, errorEnvelope, parseChatRequest, SseDecoder, type SseEvent, stopList, streamChat } from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("chat requests", () => {
  it("accepts the shapes that clients really send, unknown fields included", () => {
    const request = parseChatRequest({
      model: "m", messages: [
        { role: "developer", content: [{ type: "text", text: "be" }, { type: "text", text: " kind" }] },
        { role: "user", content: "hi" },
        { role: "assistant", content: null, tool_calls: [{ id: "call1", type: "function", function: { name: "f", arguments: "{}" } }] },
        { role: "tool", tool_call_id: "call1", content: "3" },
      ],
      tools: [{ type: "function", function: { name: "f", parameters: { type: "object" } } }], tool_choice: { type: "function", function: { name: "f" } },
      stop: "x", max_completion_tokens: 7, store: true, chat_template_kwargs: { enable_thinking: false, preserve_thinking: true },
    });
    expect(request.messages).toHaveLength(4);
    expect(stopList(request.stop)).toEqual(["x"]);
    expect(request["store"]).toBe(true);
  });

  it("names the field that is wrong", () => {
    const wrong = (json: unknown) => { try { parseChatRequest(json); } catch (error) { return (error as InputError).param; } };
    expect(wrong({ messages: [] })).toBe("messages");
    expect(wrong({ messages: [{ role: "robot", content: "" }] })).toBe("messages.0.role");
    expect(wrong({ messages: [{ role: "user", content: "" }], temperature: 3 })).toBe("temperature");
    expect(errorEnvelope(new InputError("no", { param: "n" }))).toEqual({ error: { message: "no", type: "invalid_request_error", param: "n", code: "invalid_input" } });
    expect(errorEnvelope(new Error("secret path")).error.message).not.toContain("secret");
  });
});

describe("server-sent events", () => {
  it("come out the same wherever the bytes are cut", () => {
    const stream = `\ufeff: hello\n\n${encodeSse({ id: 7, event: "task", data: "两杯\n奶茶" })}${encodeComment("ping")}data:x\r\n\r\ndata\rdata: y\r\rdata: cut`;
    const want: SseEvent[] = [
      { id: "7", event: "task", data: "两杯\n奶茶" }, { id: "7", event: "message", data: "x" }, { id: "7", event: "message", data: "\ny" },
    ];
    const all = bytes(stream);
    fc.assert(fc.property(fc.array(fc.nat(all.length), { maxLength: 12 }), (cuts) => {
      const decoder = new SseDecoder();
      const at = [0, ...cuts.toSorted((a, b) => a - b), all.length];
      expect(at.slice(1).flatMap((end, i) => decoder.push(all.slice(at[i], end)))).toEqual(want);
    }));
  });

  it("never hold more than the bound of one line or one event", () => {
    expect(() => new SseDecoder({ charsMax: 10 }).push(bytes("data: 12345678901"))).toThrow(LimitError);
    expect(() => new SseDecoder({ charsMax: 10 }).push(bytes("data: 123456\ndata: 123456\n"))).toThrow(LimitError);
  });
});

describe("the client", () => {
  const answering = (status: number, body: string, type = "text/event-stream", headers: Record<string, string> = {}) =>
    (async () => new Response(body, { status, headers: { "content-type": type, ...headers } })) as typeof fetch;
  const events = async (fetch: typeof globalThis.fetch): Promise<ClientEvent[]> =>
    Array.fromAsync(streamChat({ baseUrl: "http://model/v1/", fetch }, { messages: [{ role: "user", content: "hi" }] }));
  const chunk = (delta: object, finish: string | null = null) => encodeSse({ data: JSON.stringify({ id: "1", choices: [{ index: 0, delta, finish_reason: finish }] }) });
  const done = encodeSse({ data: "[DONE]" });

  it("gives text at once and each tool call whole, then the usage", async () => {
    const body = chunk({ role: "assistant", content: "" }) + chunk({ reasoning_content: "hm" }) + chunk({ content: "so" })
      + chunk({ tool_calls: [{ index: 0, id: "a", type: "function", function: { name: "f", arguments: "" } }] })
      + chunk({ tool_calls: [{ index: 0, function: { arguments: "{\"x\":" } }] }) + chunk({ tool_calls: [{ index: 0, function: { arguments: "1}" } }] })
      + chunk({ tool_calls: [{ index: 1, id: "b", function: { name: "g", arguments: "{}" } }] }) + chunk({}, "tool_calls")
      + encodeSse({ data: JSON.stringify({ id: "1", choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } }) }) + done;
    expect(await events(answering(200, body))).toEqual([
      { type: "reasoning", text: "hm" }, { type: "text", text: "so" },
      { type: "toolCall", id: "a", name: "f", arguments: "{\"x\":1}" }, { type: "toolCall", id: "b", name: "g", arguments: "{}" },
      { type: "finished", reason: "tool_calls", usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
    ]);
  });

  it("reads an answer in one piece from endpoints that do not stream", async () => {
    const whole = { id: "1", choices: [{ index: 0, message: { role: "assistant", content: "hello" }, finish_reason: "stop" }] };
    expect(await events(answering(200, JSON.stringify(whole), "application/json"))).toEqual([{ type: "text", text: "hello" }, { type: "finished", reason: "stop" }]);
  });

  it("tells whose mistake a failure is", async () => {
    const envelope = (type: string) => JSON.stringify({ error: { message: "why", type, param: null, code: null } });
    await expect(events(answering(400, envelope("invalid_request_error"), "application/json"))).rejects.toThrow(InputError);
    await expect(events(answering(503, envelope("x"), "application/json", { "retry-after": "2" }))).rejects.toMatchObject({ retryAfterMs: 2000 });
    await expect(events(answering(500, "<html>"))).rejects.toThrow(DeviceError);
    await expect(events(answering(200, chunk({ content: "a" }) + encodeSse({ data: envelope("rate_limit_error") })))).rejects.toThrow(LimitError);
    await expect(events(answering(200, chunk({ content: "a" })))).rejects.toThrow("broke off");
    await expect(events((async () => { throw new TypeError("refused"); }) as typeof fetch)).rejects.toThrow(DeviceError);
  });

  it("passes the reason of an abort on", async () => {
    const stop = new AbortController();
    stop.abort(new Error("the person pressed stop"));
    const never = ((_: unknown, init?: RequestInit) => Promise.reject(init?.signal?.reason)) as typeof fetch;
    await expect(Array.fromAsync(streamChat({ baseUrl: "http://m", fetch: never }, { messages: [] }, stop.signal))).rejects.toThrow("pressed stop");
  });
});
