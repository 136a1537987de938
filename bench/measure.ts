/**
 * One measurement of this engine in a process of its own; one line of JSON on stdout. Called by engine.ts.
 *   node bench/measure.ts speed|streams|stall|turn|prefix|drafts '{"path": …, "threads": 2, …}'
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Logger } from "../packages/core/src/index.ts";
import { openEngineHere } from "../packages/engine/src/node/index.ts";
import type { Engine, GenerationEvent, GenerationRequest, Usage } from "../packages/engine/src/types.ts";
import type { Settings } from "./settings.ts";

const mode = process.argv[2] as keyof typeof MODES;
const settings = JSON.parse(process.argv[3]!) as Settings;
/** How often the embedded model's prompts are answered, with guesses and without. */
const DRAFT_ROUNDS = 3;
/** Longest time from the end of one pass to the end of the next, since it was last set to 0. */
let longestGapMs = 0;

const MODES = { speed, streams, stall, turn, prefix, drafts };
const result = await MODES[mode]();
console.log(JSON.stringify({ ...result, maxRssMb: process.resourceUsage().maxRSS / 1000 }));
process.exit(0);

async function open(more: object = {}): Promise<Engine> {
  return openEngineHere({
    path: settings.path, backend: "wasm", threads: settings.threads, contextTokens: (settings.prompt ?? 0) + (settings.reply ?? 0) + 64,
    drafts: "never", logger: watching(), ...more,
  });
}

/** Prompt and reply alone; `loadMs` is until the first token of the shortest prompt, since pages may be read only when used. */
async function speed() {
  const startedMs = performance.now();
  const engine = await open({ keptBytesMax: 0 });
  await run(engine, 1, 1, 1);
  const loadMs = performance.now() - startedMs;
  await run(engine, 16, 4, 1);
  const usage = await run(engine, settings.prompt!, settings.reply!, 2);
  return { loadMs, promptTokensPerSecond: (usage.promptTokens / usage.firstTokenMs) * 1000, replyTokensPerSecond: usage.tokensPerSecond };
}

/** Many replies at once, and one. Tokens of replies over the whole time, prompts included. */
async function streams() {
  const engine = await open({ keptBytesMax: 0, runningMax: settings.streams });
  await run(engine, 16, 4, 1);
  const timed = async (count: number): Promise<number> => {
    const startedMs = performance.now();
    const usages = await Promise.all(Array.from({ length: count }, (_, at) => run(engine, settings.prompt!, settings.reply!, 3 + at)));
    return (usages.reduce((sum, usage) => sum + usage.completionTokens, 0) / (performance.now() - startedMs)) * 1000;
  };
  return { one: await timed(1), all: await timed(settings.streams!) };
}

/** The longest pause of a running reply while a long prompt comes in. */
async function stall() {
  const engine = await open({ keptBytesMax: 0, contextTokens: settings.prompt! + 4096 });
  await run(engine, 16, 4, 1);
  const stop = new AbortController();
  let ended = false;
  const writing = drain(engine.generate(request(16, 4000, 2), stop.signal)).then(() => (ended = true));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  longestGapMs = 0;
  const usage = await run(engine, settings.prompt!, 1, 3);
  const found = { longestGapMs, promptMs: usage.firstTokenMs };
  if (ended) throw new Error("the reply ended before the prompt was read");
  stop.abort();
  await writing;
  return found;
}

/** The first token of a short prompt behind three long ones, and the last first token of all. */
async function turn() {
  const engine = await open({ keptBytesMax: 0 });
  await run(engine, 16, 4, 1);
  const startedMs = performance.now();
  const since = async (usage: Promise<Usage>) => (await usage, performance.now() - startedMs);
  const long = [4, 5, 6].map((salt) => since(run(engine, settings.prompt!, 1, salt)));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const short = since(run(engine, 20, 1, 7));
  return { shortMs: await short, allMs: Math.max(...(await Promise.all(long))) };
}

/** A long preamble with a changing last message: the first request and the second. */
async function prefix() {
  const engine = await open({ keptBytesMax: 2 ** 31 });
  await run(engine, 16, 4, 1);
  const preamble = digits(settings.prompt!, 8);
  const ask = (words: string) => usageOf(engine.generate({ ...request(1, 2, 0), messages: [{ role: "system", content: preamble }, { role: "user", content: words }] }));
  const cold = await ask("1 2 3 4 5 6 7 8 9 10");
  const second = await ask("9 9 8 8 7 7 6 6 5 5 4");
  return { coldMs: cold.firstTokenMs, secondMs: second.firstTokenMs, cachedTokens: second.cachedTokens, promptTokens: second.promptTokens };
}

/** The embedded model's replies to its own kind of prompts, with guesses and without. */
async function drafts() {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const tools = JSON.parse(readFileSync(at("../models/mini/tools.json"), "utf8")) as GenerationRequest["tools"];
  const { rows } = JSON.parse(readFileSync(at("../vectors/mini/expected.json"), "utf8")) as { rows: { messages: { role: "user"; content: string; tool_calls?: { function: { name: string; arguments: object } }[] }[] }[] };
  const requests = rows.map(({ messages }, id): GenerationRequest => ({
    ...request(1, 96, id), tools, toolChoice: "auto",
    messages: messages.map(({ role, content, tool_calls: calls }) => ({ role, content, ...(calls && { toolCalls: calls.map((call) => call.function as { name: string; arguments: Record<string, unknown> }) }) })),
  }));
  const total = { never: { tokens: 0, seconds: 0 }, auto: { tokens: 0, seconds: 0 } };
  let [drafted, accepted] = [0, 0];
  const modes = [];
  for (const mode of ["never", "auto"] as const) modes.push({ mode, engine: await open({ drafts: mode, contextTokens: 2048 }) });
  for (let round = 0; round <= DRAFT_ROUNDS; round++) {
    for (const [at, each] of requests.entries()) {
      // One after the other, and each first as often as the other: computers are busy now and then.
      for (const { mode, engine } of (round + at) % 2 === 0 ? modes : modes.toReversed()) {
        const usage = await usageOf(engine.generate(each));
        if (round === 0 || usage.tokensPerSecond === 0) continue; // warming up
        total[mode].tokens += usage.completionTokens - 1;
        total[mode].seconds += (usage.completionTokens - 1) / usage.tokensPerSecond;
        drafted += usage.draftedTokens;
        accepted += usage.acceptedTokens;
      }
    }
  }
  const speed = ({ tokens, seconds }: { tokens: number; seconds: number }) => tokens / seconds;
  return { without: speed(total.never), with: speed(total.auto), right: accepted / Math.max(1, drafted) };
}

async function run(engine: Engine, prompt: number, reply: number, salt: number): Promise<Usage> {
  return usageOf(engine.generate(request(prompt, reply, salt)));
}

function request(prompt: number, reply: number, salt: number): GenerationRequest {
  return {
    id: `${salt}`, messages: [{ role: "user", content: digits(prompt, salt) }], tools: [], toolChoice: "none", stop: [], maxTokens: reply,
    sampling: { temperature: 0, repetitionPenalty: 1, presencePenalty: 0 },
  };
}

/** Digits and blanks are a token each in every vocabulary of the family. */
function digits(tokens: number, salt: number): string {
  return Array.from({ length: Math.max(1, Math.floor(tokens / 2)) }, (_, index) => (index * 7 + salt * 13 + (index >> 5)) % 10).join(" ");
}

async function usageOf(events: AsyncIterable<GenerationEvent>): Promise<Usage> {
  for await (const event of events) {
    if (event.type === "failed") throw event.error;
    if (event.type === "finished") return event.usage;
  }
  throw new Error("the engine ended without a last event");
}

async function drain(events: AsyncIterable<GenerationEvent>): Promise<void> {
  for await (const event of events) if (event.type === "failed") throw event.error;
}

/** Notes when passes end: a reply that is being written gets its next token in each. */
function watching(): Logger {
  let lastMs = Infinity;
  return {
    debug(event: string) {
      if (event !== "engine.step") return;
      const nowMs = performance.now();
      longestGapMs = Math.max(longestGapMs, nowMs - lastMs);
      lastMs = nowMs;
    },
    info() {}, warn() {}, error() {},
  } as Logger;
}
