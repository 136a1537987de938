import { DeviceError, fixedClock, LimitError } from "@wanwen/core";
import type { Engine, GenerationEvent, GenerationRequest } from "@wanwen/engine";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { ModelSeat, modelRoutes, ownNamesOnly } from "./index.ts";

const usage = { promptTokens: 1, completionTokens: 1, cachedTokens: 0, reasoningTokens: 0, draftedTokens: 0, acceptedTokens: 0, firstTokenMs: 1, tokensPerSecond: 1 };
const hello: readonly GenerationEvent[] = [{ type: "text", text: "hello" }, { type: "finished", reason: "stop", usage }];

interface Fake extends Engine {
  readonly requests: GenerationRequest[];
  readonly signals: AbortSignal[];
  returned: number;
}

/** An engine that says what it is given; `endless` goes on until it is aborted. */
function fake(events: readonly GenerationEvent[] | "endless", died?: Promise<Error>): Fake {
  const engine: Fake = {
    requests: [], signals: [], returned: 0,
    info: { model: "m", family: "qwen3.5", parameters: 1, weightBytes: 1, contextTokens: 100, vocabulary: 10, showsTools: true, backend: "none" },
    ...(died && { died }),
    async *generate(request, signal) {
      engine.requests.push(request);
      if (signal) engine.signals.push(signal);
      try {
        if (events !== "endless") yield* events;
        else {
          while (!signal?.aborted) {
            yield { type: "text", text: "x" };
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
          yield { type: "finished", reason: "stop", usage };
        }
      } finally {
        engine.returned++;
      }
    },
    close: async () => {},
  };
  return engine;
}

const seat = (name: string, engine: Engine | Promise<Engine>) => new ModelSeat({ name, path: "" }, { open: async () => engine });

async function serving(engine: Engine | Promise<Engine>): Promise<Hono> {
  const app = modelRoutes({ models: [seat("m", engine)], clock: fixedClock("2026-01-01T00:00:00Z") });
  await new Promise((resolve) => setImmediate(resolve));
  return app;
}

const post = (app: Hono, body: unknown, headers: Record<string, string> = {}) =>
  app.request("/v1/chat/completions", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers });
const chat = { messages: [{ role: "user", content: "hi" }] };
const errorOf = async (response: Response) => ((await response.json()) as any).error;

describe("POST /v1/chat/completions", () => {
  it("answers in one piece or as a stream that ends with [DONE]", async () => {
    const app = await serving(fake(hello));
    const whole: any = await (await post(app, chat)).json();
    expect(whole).toMatchObject({ object: "chat.completion", model: "m", created: 1_767_225_600, choices: [{ message: { content: "hello" } }] });
    const response = await post(app, { ...chat, stream: true });
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const lines = (await response.text()).split("\n\n").filter(Boolean);
    expect(lines.at(-1)).toBe("data: [DONE]");
    expect(lines.slice(0, -1).map((line) => JSON.parse(line.slice(6)).choices[0].delta.content ?? "end")).toEqual(["", "hello", "end"]);
  });

  it("takes any name for the only model there is", async () => {
    const app = await serving(fake(hello));
    expect((await post(app, { ...chat, model: "gpt-whatever" })).status).toBe(200);
    const two = modelRoutes({ models: [seat("a", fake(hello)), seat("b", fake(hello))] });
    expect(await errorOf(await post(two, { ...chat, model: "c" }))).toMatchObject({ param: "model", message: expect.stringContaining("a, b, got 'c'") });
  });

  it.each([
    ["a body that is not JSON", "{", 400, { type: "invalid_request_error" }],
    ["a body that is no request", { messages: [] }, 400, { param: "messages" }],
    ["a body of nine megabytes", `"${"x".repeat(9 << 20)}"`, 413, { type: "invalid_request_error" }],
  ])("refuses %s", async (_, body, status, error) => {
    const response = await post(await serving(fake(hello)), body);
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toMatchObject(error);
  });

  it.each([
    ["a prompt that is too long", new LimitError("context: …", { of: "context" }), 400, null, { code: "context_length_exceeded", param: "messages" }],
    ["a full queue", new LimitError("queue: …", { retryAfterMs: 1500 }), 503, "2", { type: "rate_limit_error" }],
    ["a thread that died", new DeviceError("gone"), 502, null, { type: "server_error", message: "gone" }],
    ["a mistake of ours", new Error("secret path"), 500, null, { message: "The server made a mistake. It has been logged." }],
  ])("has a status for %s, streamed or not", async (_, thrown, status, retryAfter, error) => {
    const app = await serving(fake([{ type: "failed", error: thrown }]));
    for (const stream of [false, true]) {
      const response = await post(app, { ...chat, stream });
      expect([response.status, response.headers.get("retry-after")]).toEqual([status, retryAfter]);
      expect(await errorOf(response)).toMatchObject(error);
    }
  });

  it("reports a failure in the middle of a stream as an event, and still ends it", async () => {
    const app = await serving(fake([{ type: "text", text: "a" }, { type: "failed", error: new DeviceError("gone") }]));
    const lines = (await (await post(app, { ...chat, stream: true })).text()).split("\n\n").filter(Boolean);
    expect(JSON.parse(lines.at(-2)!.slice(6))).toMatchObject({ error: { message: "gone", type: "server_error" } });
    expect(lines.at(-1)).toBe("data: [DONE]");
  });

  it("frees the engine when a reader leaves", async () => {
    const engine = fake("endless");
    const response = await post(await serving(engine), { ...chat, stream: true });
    const reader = response.body!.getReader();
    for (let i = 0; i < 3; i++) await reader.read();
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([engine.signals[0]!.aborted, engine.returned]).toEqual([true, 1]);
  });
});

describe("what can be known of the models", () => {
  it("is a list, and each by its name", async () => {
    const app = await serving(fake(hello));
    const model = { id: "m", object: "model", created: 1_767_225_600, context_length: 100 };
    expect(await (await app.request("/v1/models")).json()).toMatchObject({ object: "list", data: [model] });
    expect(await (await app.request("/v1/models/m")).json()).toMatchObject(model);
    const missing = await app.request("/v1/models/other/name");
    expect([missing.status, (await errorOf(missing)).param]).toEqual([404, "model"]);
  });

  it("is their health: loading, ready, failed with the reason, also when one dies later", async () => {
    let die: ((error: Error) => void) | undefined;
    const died = new Promise<Error>((resolve) => (die = resolve));
    const health = async (app: Hono) => {
      const response = await app.request("/health");
      return [response.status, await response.json()];
    };
    const loading = await serving(new Promise<Engine>(() => {}));
    expect(await health(loading)).toEqual([503, { status: "loading", models: [{ id: "m", state: "loading" }] }]);
    const busy = await post(loading, chat);
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "1"]);

    const broken = await serving(Promise.reject(new Error("no such file")));
    expect(await health(broken)).toEqual([503, { status: "failed", models: [{ id: "m", state: "failed", message: "no such file" }] }]);
    expect(await errorOf(await post(broken, chat))).toMatchObject({ message: "The model is not available: no such file" });

    const ready = await serving(fake(hello, died));
    expect(await health(ready)).toEqual([200, { status: "ok", models: [{ id: "m", state: "ready" }] }]);
    die!(new DeviceError("out of memory"));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await health(ready)).toEqual([503, { status: "failed", models: [{ id: "m", state: "failed", message: "out of memory" }] }]);
  });

  it("is said in JSON, also where there is nothing", async () => {
    const app = new Hono().route("/", await serving(fake(hello))).get("*", (context) => context.html("the page"));
    for (const [method, path] of [["GET", "/v1/chat/completions"], ["POST", "/v1/responses"], ["GET", "/v1"], ["DELETE", "/v1/models/m"]] as const) {
      const response = await app.request(path, { method });
      expect([path, response.status, (await errorOf(response)).type]).toEqual([path, 404, "invalid_request_error"]);
    }
    expect(await (await app.request("/orders")).text()).toBe("the page");
  });
});

describe("browsers", () => {
  const from = async (origin: string | undefined, host = "127.0.0.1:7070") =>
    post(await serving(fake(hello)), chat, { host, ...(origin === undefined ? {} : { origin }) });

  it.each([undefined, "http://127.0.0.1:7070", "http://localhost:5173", "https://app.localhost", "http://[::1]:80", "vscode-webview://x", "chrome-extension://abc"])(
    "may use the models from %s", async (origin) => {
      const response = await from(origin);
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, origin ?? null]);
    });

  it.each(["https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "not an origin"])(
    "may not from %s", async (origin) => {
      const response = await from(origin);
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    });

  it("may from the server's own name, whatever that is", async () => {
    expect((await from("http://my-box:7070", "my-box:7070")).status).toBe(200);
  });

  it("ask first for requests with headers of their own", async () => {
    const app = await serving(fake(hello));
    const ask = (origin: string) => app.request("/v1/chat/completions", {
      method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type" },
    });
    const allowed = await ask("http://localhost:3000");
    expect([allowed.status, allowed.headers.get("access-control-allow-headers")]).toEqual([204, "authorization,content-type"]);
    expect((await ask("https://evil.example")).status).toBe(403);
  });

  it("reach a server of this computer only by this computer's names", async () => {
    const app = new Hono().use("*", ownNamesOnly()).get("/", (context) => context.text("ok"));
    const by = async (host: string) => (await app.request("/", { headers: { host } })).status;
    for (const host of ["localhost:7070", "127.0.0.1:7070", "[::1]:7070", "wanwen.localhost", "192.168.1.5"]) expect([host, await by(host)]).toEqual([host, 200]);
    for (const host of ["evil.example:7070", "localhost.evil.example", "127.0.0.1.evil.example"]) expect([host, await by(host)]).toEqual([host, 403]);
  });
});
