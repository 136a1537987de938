import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ToolDefinition } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import { openEngineHere } from "./node/index.ts";
import type { GenerationEvent, GenerationRequest } from "./types.ts";

const FILE = "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf";
const folder = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");
const path = join(folder, FILE);
const missing = existsSync(path) ? "" : ` (skipped: ${FILE} is not in ${folder})`;
const tools = (JSON.parse(readFileSync(fileURLToPath(new URL("../../../models/mini/tools.json", import.meta.url)), "utf8")) as ToolDefinition[]).slice(0, 5);

function request(content: string): GenerationRequest {
  return {
    id: content,
    messages: [{ role: "system", content: "You get everyday things done with tools." }, { role: "user", content }],
    tools, toolChoice: "required", sampling: { temperature: 0 }, stop: [], maxTokens: 40,
  };
}

const visible = (events: readonly GenerationEvent[]): unknown =>
  events.flatMap((event) => event.type === "toolCallArguments" ? [event.json] : event.type === "toolCallStarted" ? [event.name] : event.type === "text" ? [event.text] : []);

const usage = (events: readonly GenerationEvent[]) => {
  const last = events.at(-1);
  if (last?.type !== "finished") throw new Error(`expected a finished reply, got ${JSON.stringify(last)}`);
  return last.usage;
};

describe.skipIf(missing !== "")(`a trained Qwen2.5 model${missing}`, () => {
  test("calls a tool with the person's words, and gives the same reply from a kept prefix as from none", async () => {
    const engine = await openEngineHere({ path, backend: "wasm" });
    const first = await Array.fromAsync(engine.generate(request("帮我点两杯珍珠奶茶")));
    const other = await Array.fromAsync(engine.generate(request("find me a hotel in 杭州 for tomorrow")));
    const again = await Array.fromAsync(engine.generate(request("帮我点两杯珍珠奶茶")));
    expect(usage(first).cachedTokens).toBe(0);
    expect(usage(other).cachedTokens).toBeGreaterThanOrEqual(256);
    expect(usage(again).cachedTokens).toBeGreaterThanOrEqual(usage(other).cachedTokens);
    expect(visible(again)).toEqual(visible(first));
    const call = first.find((event) => event.type === "toolCallStarted");
    expect(call).toBeDefined();
    await engine.close();
  });
});
