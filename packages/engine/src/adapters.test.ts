import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "@wanwen/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEngineThread } from "./node/index.ts";
import type { Engine, GenerationEvent, GenerationRequest } from "./types.ts";

// Adapters of the embedded model with weights from a formula: what they say has no meaning, but each says something else.

const folder = mkdtempSync(join(tmpdir(), "wanwen-adapters-"));
let engine: Engine;

function writeAdapter(name: string, size: number): string {
  const directory = mkdtempSync(join(folder, `${name}-`));
  const shapes: Record<string, [number, number]> = {};
  for (let layer = 0; layer < 8; layer++) {
    const prefix = `base_model.model.model.layers.${layer}.mlp.down_proj`;
    shapes[`${prefix}.lora_A.weight`] = [4, 768];
    shapes[`${prefix}.lora_B.weight`] = [256, 4];
  }
  let at = 0;
  const header: Record<string, object> = {};
  for (const [key, shape] of Object.entries(shapes)) {
    const bytes = shape[0] * shape[1] * 4;
    header[key] = { dtype: "F32", shape, data_offsets: [at, (at += bytes)] };
  }
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  const values = Float32Array.from({ length: at / 4 }, (_, i) => Math.sin(i * 0.37 + size) * size);
  writeFileSync(join(directory, "adapter_model.safetensors"), Buffer.concat([length, head, Buffer.from(values.buffer)]));
  writeFileSync(join(directory, "adapter_config.json"), JSON.stringify({ peft_type: "LORA", r: 4, lora_alpha: 4 }));
  return directory;
}

const request = (adapter?: string): GenerationRequest => ({
  id: adapter ?? "none", messages: [{ role: "system", content: "You are Wanwen. ".repeat(8) }, { role: "user", content: "帮我点两杯珍珠奶茶" }], tools: [],
  toolChoice: "none", sampling: { temperature: 0 }, stop: [], maxTokens: 12, logprobs: 0, ...(adapter !== undefined && { adapter }),
});
const answer = async (adapter?: string): Promise<GenerationEvent[]> => Array.fromAsync(engine.generate(request(adapter)));
const said = (events: readonly GenerationEvent[]) => events.filter(({ type }) => type === "text");

beforeAll(async () => {
  engine = await openEngineThread({ path: fileURLToPath(new URL("../../../models/mini", import.meta.url)), backend: "wasm", adapters: [{ name: "one", path: writeAdapter("one", 0.03) }] });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("adapters", () => {
  test("are chosen per request, several at once, and change no other reply", async () => {
    await engine.adapters!.load("two", writeAdapter("two", 0.05));
    expect(engine.adapters!.names).toEqual(["one", "two"]);
    const alone = [await answer(), await answer("one"), await answer("two")].map(said);
    expect(new Set(alone.map((events) => JSON.stringify(events))).size).toBe(3);
    const together = await Promise.all([answer("two"), answer(), answer("one")]);
    expect(together.map(said)).toEqual([alone[2], alone[0], alone[1]]);
  });

  test("share no kept beginning, not even with one that had the same name before", async () => {
    const before = await answer("two");
    expect(before.at(-1)).toMatchObject({ usage: { cachedTokens: expect.any(Number) } });
    await engine.adapters!.unload("two");
    expect((await answer("two")).at(-1)).toMatchObject({ type: "failed", error: expect.objectContaining({ message: 'adapter: expected one, got "two"' }) });
    await engine.adapters!.load("two", writeAdapter("two", 0.2));
    const after = await answer("two");
    expect(after.at(-1)).toMatchObject({ usage: { cachedTokens: 0 } });
    expect(said(after)).not.toEqual(said(before));
  });

  test("that are unloaded while they are used serve that request to its end", async () => {
    await engine.adapters!.load("three", writeAdapter("three", 0.05));
    const expected = said(await answer("three"));
    const events = engine.generate(request("three"))[Symbol.asyncIterator]();
    const first = await events.next();
    await engine.adapters!.unload("three");
    const rest: GenerationEvent[] = first.done ? [] : [first.value];
    for (let next = await events.next(); !next.done; next = await events.next()) rest.push(next.value);
    expect(said(rest)).toEqual(expected);
    expect(engine.adapters!.names).toEqual(["one", "two"]);
  });

  test("that cannot be loaded are refused by name, and nothing changes", async () => {
    const rack = engine.adapters!;
    await expect(rack.load("one", writeAdapter("again", 0.1))).rejects.toThrow("adapter: one is loaded already");
    await expect(rack.load("no", folder)).rejects.toThrow("expected adapter_config.json in the directory");
    await expect(rack.load("a b", folder)).rejects.toThrow(InputError);
    await expect(rack.unload("four")).rejects.toThrow('adapter: expected one, two, got "four"');
    expect(rack.names).toEqual(["one", "two"]);
  });
});
