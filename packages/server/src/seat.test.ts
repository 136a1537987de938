import { fileURLToPath } from "node:url";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LimitError } from "@wanwen/core";
import type { Engine, GenerationRequest } from "@wanwen/engine";
import { openEngineHere } from "@wanwen/engine/node";
import { Downloads, Library, openHub } from "@wanwen/models";
import { Hono } from "hono";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { libraryRoutes, modelRoutes, ModelSeat, type SeatedModel } from "./index.ts";

const vector = (name: string) => fileURLToPath(new URL(`../../../vectors/llamacpp-tiny/${name}`, import.meta.url));
const dense: SeatedModel = { name: "dense", path: vector("tiny-k-q4_0.gguf") };
const moe: SeatedModel = { name: "moe", path: vector("tiny-moe-q4_0.gguf") };
const broken: SeatedModel = { name: "broken", path: fileURLToPath(import.meta.url) };

const request = (maxTokens: number): GenerationRequest => ({
  id: "r", messages: [{ role: "user", content: "hello" }], tools: [], toolChoice: "none", sampling: { temperature: 0 }, stop: [], maxTokens,
});

let seats: ModelSeat[] = [];
afterEach(async () => {
  await Promise.all(seats.map((seat) => seat.close()));
  seats = [];
});

/** Real engines on tiny models; which of them are open now. */
function seated(first: SeatedModel, more: Partial<ConstructorParameters<typeof ModelSeat>[1]> = {}): { seat: ModelSeat; open: Set<string>; chosen: string[] } {
  const open = new Set<string>();
  const chosen: string[] = [];
  const seat = new ModelSeat(first, {
    async open({ path, name }, onProgress) {
      const engine = await openEngineHere({ path, name, backend: "reference", onProgress });
      open.add(name);
      const close = async () => {
        open.delete(name);
        await engine.close();
      };
      return { info: engine.info, generate: (...args) => engine.generate(...args), close, ...(engine.died ? { died: engine.died } : {}) };
    },
    onChange: ({ name }) => chosen.push(name),
    ...more,
  });
  seats.push(seat);
  return { seat, open, chosen };
}

const engineOf = (seat: ModelSeat): Engine => {
  if (seat.state.state !== "ready") throw new Error(`not ready: ${seat.state.state}`);
  return seat.state.engine;
};
const last = async (engine: Engine, tokens = 3) => (await Array.fromAsync(engine.generate(request(tokens)))).at(-1)?.type;

describe("the seat of the model", () => {
  it("changes without an interruption: the old one answers while the new one loads, and finishes what it writes", async () => {
    const { seat, open, chosen } = seated(dense);
    await seat.ready();
    const running = Array.fromAsync(engineOf(seat).generate(request(150)));
    seat.switchTo(moe);
    expect([seat.id, seat.change]).toEqual(["dense", { name: "moe", state: "loading", share: 0 }]);
    expect(await last(engineOf(seat))).toBe("finished");
    await seat.settled();
    expect([seat.id, seat.change, seat.info?.model, chosen]).toEqual(["moe", undefined, "moe", ["moe"]]);
    expect(await last(engineOf(seat))).toBe("finished");
    const events = await running;
    expect(events.at(-1)).toMatchObject({ type: "finished", usage: { completionTokens: expect.any(Number) } });
    await expect.poll(() => [...open]).toEqual(["moe"]);
  });

  it("stays as it is when the new one cannot be loaded, and says why", async () => {
    const { seat, chosen } = seated(dense);
    await seat.ready();
    seat.switchTo(broken);
    await seat.settled();
    expect([seat.id, seat.change]).toEqual(["dense", { name: "broken", state: "failed", share: 0, problem: expect.stringContaining("expected a GGUF file") }]);
    expect(await last(engineOf(seat))).toBe("finished");
    expect(chosen).toEqual([]);
    seat.switchTo(moe);
    await seat.settled();
    expect([seat.id, seat.change]).toEqual(["moe", undefined]);
  });

  it("unloads first where two do not fit: what is being written is finished, new requests wait", async () => {
    const { seat, open } = seated(dense);
    await seat.ready();
    const running = Array.fromAsync(engineOf(seat).generate(request(100)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    seat.switchTo(moe, { unloadFirst: true });
    expect(seat.state.state).toBe("loading");
    await seat.ready();
    expect((await running).at(-1)?.type).toBe("finished");
    expect([seat.id, [...open], await last(engineOf(seat))]).toEqual(["moe", ["moe"], "finished"]);
  });

  it("loads the old one again when the new one, unloaded for, is broken", async () => {
    const { seat } = seated(dense);
    await seat.ready();
    seat.switchTo(broken, { unloadFirst: true });
    await seat.ready();
    await seat.settled();
    expect([seat.id, seat.change?.state, await last(engineOf(seat))]).toEqual(["dense", "failed", "finished"]);
  });

  it("does not wait for ever for a reply that does not end", async () => {
    const { seat, open } = seated(dense, { leaveMsMax: 30 });
    await seat.ready();
    const running = Array.fromAsync(engineOf(seat).generate(request(100_000)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    seat.switchTo(moe);
    await seat.settled();
    expect((await running).at(-1)?.type).toMatch(/failed|finished/);
    await expect.poll(() => [...open]).toEqual(["moe"]);
  });

  it("changes one thing at a time", async () => {
    const { seat } = seated(dense);
    expect(() => seat.switchTo(moe)).toThrow(LimitError); // the first one is still loading
    await seat.ready();
    seat.switchTo(moe);
    expect(() => seat.switchTo(dense)).toThrow(LimitError);
    await seat.settled();
  });

  it("is taken by the spare when the first one cannot be loaded; without a spare it stays empty, with the reason", async () => {
    const { seat } = seated(broken, { spare: dense });
    await seat.ready();
    expect([seat.id, seat.change?.name, seat.change?.state]).toEqual(["dense", "broken", "failed"]);
    const alone = seated(broken).seat;
    await expect(alone.ready()).rejects.toThrow(/expected a GGUF file/);
    expect(alone.state.state).toBe("failed");
  });
});

describe("/api/models", () => {
  const folder = mkdtempSync(join(tmpdir(), "wanwen-routes-"));
  copyFileSync(moe.path, join(folder, "moe.gguf"));
  writeFileSync(join(folder, "bad.gguf"), "no model");
  afterAll(() => rmSync(folder, { recursive: true }));

  const roomy = new Library({ folder, embedded: dense, threads: 1, room: 10e9 });
  async function serving(options: { available?: () => number; room?: number; endpoint?: boolean } = {}): Promise<{ app: Hono; seat: ModelSeat }> {
    const library = options.room === undefined ? roomy : new Library({ folder, embedded: dense, threads: 1, room: options.room });
    const downloads = new Downloads({
      folder, room: 1e12, hubs: [openHub({ from: "huggingface", endpoint: "http://127.0.0.1:1" })], memo: join(folder, "download.json"), find: (id) => library.checkpoint(id),
    });
    const { seat } = seated(dense);
    await seat.ready();
    const routes = libraryRoutes({ library, downloads, ...(options.endpoint ? {} : { seat }), ...(options.available ? { available: options.available } : {}) });
    return { app: new Hono().route("/", modelRoutes({ models: [seat] })).route("/api/models", routes), seat };
  }
  const post = (app: Hono, path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(`/api/models${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", host: "localhost:7070", ...headers } });
  const get = async (app: Hono): Promise<any> => (await app.request("/api/models")).json();
  const code = async (response: Response) => [response.status, ((await response.json()) as any).error?.code];

  it("lists what is here, what could be, and what answers; a switch shows at once in the chat routes", async () => {
    const { app, seat } = await serving();
    expect(await get(app)).toMatchObject({
      current: "dense", folder, here: [{ name: "dense", embedded: true }, { name: "bad", problem: expect.anything() }, { name: "moe", fits: true }],
      suggested: expect.arrayContaining([expect.objectContaining({ id: "qwen3.5-0.8b" })]),
    });
    expect((await post(app, "/switch", { name: "moe" })).status).toBe(200);
    await seat.settled();
    expect((await get(app)).current).toBe("moe");
    expect(await (await app.request("/v1/models")).json()).toMatchObject({ data: [{ id: "moe" }] });
    const reply = await app.request("/v1/chat/completions", { method: "POST", body: JSON.stringify({ model: "dense", messages: [{ role: "user", content: "hi" }], max_tokens: 2 }) });
    expect(await reply.json()).toMatchObject({ model: "moe" });
    expect(await (await app.request("/health")).json()).toMatchObject({ status: "ok", models: [{ id: "moe" }] });
  });

  it("asks before it unloads one model for another", async () => {
    const { app, seat } = await serving({ available: () => 1000 });
    expect(await code(await post(app, "/switch", { name: "moe" }))).toEqual([409, "memory_both"]);
    expect(seat.id).toBe("dense");
    expect((await post(app, "/switch", { name: "moe", unloadFirst: true })).status).toBe(200);
    await seat.settled();
    expect(seat.id).toBe("moe");
  });

  it("refuses what is not here, is broken, does not fit, or is not ours to change", async () => {
    const { app } = await serving();
    expect(await code(await post(app, "/switch", { name: "../moe" }))).toEqual([404, "model_missing"]);
    expect(await code(await post(app, "/switch", { name: "bad" }))).toEqual([409, "model_broken"]);
    expect(await code(await post(app, "/switch", 7))).toEqual([400, "invalid_input"]);
    expect(await code(await post(app, "/download", { id: "gpt-5" }))).toEqual([400, "invalid_input"]);
    expect(await code(await post(app, "/dance", {}))).toEqual([404, "not_found"]);
    expect(await code(await post((await serving({ room: 1000 })).app, "/switch", { name: "moe" }))).toEqual([409, "memory"]);
    const elsewhere = (await serving({ endpoint: true })).app;
    expect((await get(elsewhere)).current).toBeUndefined();
    expect(await code(await post(elsewhere, "/switch", { name: "moe" }))).toEqual([409, "endpoint"]);
  });

  it("may be changed by its own page and by programs, not by pages of other sites", async () => {
    const { app } = await serving();
    for (const [origin, status] of [["http://localhost:7070", 200], ["https://evil.example", 403], ["http://localhost:5173", 403], ["null", 403]] as const) {
      expect([origin, (await post(app, "/download/pause", {}, { origin })).status]).toEqual([origin, status]);
    }
    expect((await post(app, "/download/pause", {}, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(app, "/switch", { name: "x".repeat(9000) })).status).toBe(413);
  });

  it("says why a download failed", async () => {
    const { app } = await serving();
    expect((await post(app, "/download", { id: "qwen3.5-0.8b" })).status).toBe(200);
    await expect.poll(async () => (await get(app)).download, { timeout: 10_000 }).toMatchObject({ id: "qwen3.5-0.8b", state: "failed", problem: { reason: "offline" } });
    expect((await post(app, "/download/cancel", {})).status).toBe(200);
    expect((await get(app)).download).toBeUndefined();
  });
});
