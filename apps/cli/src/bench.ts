import type { Engine, GenerationRequest, Usage } from "@wanwen/engine";
import { progressLine } from "./chat.ts";
import { type ModelOptions, openModel } from "./model-options.ts";
import { failWith } from "./report.ts";

interface BenchOptions extends ModelOptions {
  readonly prompt: number;
  readonly reply: number;
  readonly runs: number;
  readonly json?: boolean;
}

/** Reads a prompt and writes a reply of the asked lengths, several times, and prints medians. */
export async function bench(options: BenchOptions): Promise<void> {
  const started = performance.now();
  const engine = await openModel(options, progressLine());
  const loadMs = performance.now() - started;
  await run(engine, 16, 4); // the first run compiles and touches memory
  const usages: Usage[] = [];
  for (let each = 0; each < options.runs; each++) usages.push(await run(engine, options.prompt, options.reply, each));
  await engine.close();
  const { info } = engine;
  const result = {
    model: info.model,
    backend: info.backend,
    weightsMb: Math.round(info.weightBytes / 1e6),
    loadMs: Math.round(loadMs),
    promptTokens: usages[0]!.promptTokens,
    promptTokensPerSecond: median(usages.map((usage) => (usage.promptTokens / usage.firstTokenMs) * 1000)),
    replyTokens: usages[0]!.completionTokens,
    replyTokensPerSecond: median(usages.map((usage) => usage.tokensPerSecond)),
  };
  if (options.json) return void console.log(JSON.stringify(result));
  console.log(`${result.model}, ${result.backend}, ${result.weightsMb} MB of weights, loaded in ${result.loadMs} ms`);
  console.log(`prompt  ${result.promptTokens} tokens   ${result.promptTokensPerSecond.toFixed(1)} tokens/s`);
  console.log(`reply   ${result.replyTokens} tokens   ${result.replyTokensPerSecond.toFixed(1)} tokens/s`);
}

async function run(engine: Engine, promptTokens: number, replyTokens: number, salt = 0): Promise<Usage> {
  // Numbers are one token a digit in every Qwen vocabulary; the salt keeps a prefix cache from helping.
  const words = Array.from({ length: Math.max(1, Math.floor(promptTokens / 2)) }, (_, index) => (index * 7 + salt * 13) % 10).join(" ");
  const request: GenerationRequest = {
    id: `bench-${salt}`,
    messages: [{ role: "user", content: words }],
    tools: [],
    toolChoice: "none",
    sampling: { temperature: 0 },
    stop: [],
    maxTokens: replyTokens,
  };
  for await (const event of engine.generate(request)) {
    if (event.type === "failed") failWith(event.error);
    if (event.type === "finished") return event.usage;
  }
  return failWith(new Error("the engine ended without a last event"));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
