import { fileURLToPath } from "node:url";
import { DeviceError, InputError } from "@wanwen/core";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Engine, GenerationEvent, GenerationRequest } from "../types.ts";
import { openEngineHere, openEngineThread } from "./index.ts";

const path = fileURLToPath(new URL("../../../../vectors/llamacpp-tiny/tiny-dense-f32.gguf", import.meta.url));
const request: GenerationRequest = {
  id: "r",
  messages: [{ role: "user", content: "hello" }],
  tools: [],
  toolChoice: "auto",
  sampling: { temperature: 0 },
  stop: [],
  maxTokens: 80,
};

let engines: Engine[] = [];
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  engines = [];
});

async function thread(): Promise<Engine> {
  const engine = await openEngineThread({ path, backend: "reference", name: "tiny" });
  engines.push(engine);
  return engine;
}

const visible = (events: readonly GenerationEvent[]): unknown => events.map((event) => (event.type === "finished" ? event.reason : event));

describe("engine thread", () => {
  test("gives the events of an engine in this thread, also when read slowly", async () => {
    const here = await openEngineHere({ path, backend: "reference" });
    engines.push(here);
    const there = await thread();
    expect(there.info).toEqual({ ...here.info, model: "tiny" });
    const slowly: GenerationEvent[] = [];
    for await (const event of there.generate(request)) {
      slowly.push(event);
      if (slowly.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(visible(slowly)).toEqual(visible(await Array.fromAsync(here.generate(request))));
  });

  test("aborting and going away reach the thread", async () => {
    const engine = await thread();
    const abort = new AbortController();
    const events: GenerationEvent[] = [];
    for await (const event of engine.generate({ ...request, maxTokens: 4000 }, abort.signal)) {
      events.push(event);
      if (event.type === "text") abort.abort();
    }
    expect(events.at(-1)?.type).toBe("finished");
    for await (const event of engine.generate({ ...request, maxTokens: 4000 })) if (event.type === "text") break;
    expect((await Array.fromAsync(engine.generate({ ...request, maxTokens: 2 }))).at(-1)?.type).toBe("finished");
  });

  test("errors keep their kind on the way", async () => {
    const engine = await thread();
    const [failed] = await Array.fromAsync(engine.generate({ ...request, stop: [""] }));
    expect(failed).toEqual({ type: "failed", error: expect.any(InputError) });
    expect(failed).toMatchObject({ error: { param: "stop" } });
    const [long] = await Array.fromAsync(engine.generate({ ...request, messages: [{ role: "user", content: "x".repeat(10_000) }] }));
    expect(long).toMatchObject({ type: "failed", error: { code: "limit_reached", of: "context" } });
    const parameters = { toJSON: () => "no thread can be sent a function" };
    const [odd] = await Array.fromAsync(engine.generate({ ...request, tools: [{ type: "function", function: { name: "f", parameters } }] }));
    expect(odd).toEqual({ type: "failed", error: expect.any(InputError) });
  });

  test("files that are not there or not a model are refused before anything starts", async () => {
    await expect(openEngineThread({ path: `${path}.missing`, backend: "reference" })).rejects.toThrow(/missing/);
    await expect(openEngineThread({ path: fileURLToPath(import.meta.url), backend: "reference" })).rejects.toThrow();
  });

  test("when the thread dies, replies under way and later ones fail as an unavailable device", async () => {
    const sent = vi.spyOn(Worker.prototype, "postMessage");
    const engine = await thread();
    const running = Array.fromAsync(engine.generate({ ...request, maxTokens: 4000 }));
    const [worker] = sent.mock.contexts as Worker[];
    sent.mockRestore();
    await worker!.terminate();
    expect((await running).at(-1)).toEqual({ type: "failed", error: expect.any(DeviceError) });
    expect(await Array.fromAsync(engine.generate(request))).toEqual([{ type: "failed", error: expect.any(DeviceError) }]);
    expect(await engine.died).toBeInstanceOf(DeviceError);
  });

  test("after closing, replies fail instead of waiting for ever", async () => {
    const engine = await thread();
    const running = Array.fromAsync(engine.generate({ ...request, maxTokens: 4000 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await engine.close();
    expect((await running).at(-1)?.type).toBe("failed");
    expect((await Array.fromAsync(engine.generate(request))).at(-1)?.type).toBe("failed");
  });
});
