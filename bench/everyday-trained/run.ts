/**
 * Everyday sentences and a trained checkpoint: is the first call of a task the one that was meant? The same prompt three
 * times, greedily: our engine with its call grammar, our engine without, and llama.cpp without. Answers are kept in
 * bench/results/everyday-trained.json as they come, so a run that was stopped goes on; `--again` forgets them.
 *
 *   npm run bench -- everyday-trained [--model FILE.gguf] [--threads 2] [--columns grammar,plain,peer] [--again]
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { calendarAt } from "../../packages/agent/src/calendar.ts";
import type { Profile } from "../../packages/agent/src/events.ts";
import { systemMessage } from "../../packages/agent/src/system-message.ts";
import { toolDefinitions } from "../../packages/agent/src/tools.ts";
import { likeliest } from "../../packages/engine/src/generation/sample.ts";
import { ReplyReader } from "../../packages/engine/src/generation/reply.ts";
import { openEngineHere } from "../../packages/engine/src/node/index.ts";
import type { GenerationEvent } from "../../packages/engine/src/types.ts";
import { openModelFiles } from "../../packages/formats/src/node/index.ts";
import { openWasm } from "../../packages/kernels/src/node/index.ts";
import { type ChatMessage, encodePrompt, loadModel, type Model, type ToolDefinition } from "../../packages/model/src/index.ts";
import { faults, faultsOfStep, type FirstCall } from "./judge.ts";
import { requests, type TrainedRequest } from "./requests.ts";

type Column = "grammar" | "plain" | "peer";
/** Per request, the text of what was answered and its first call. */
interface Answer { readonly call?: FirstCall; readonly said: string }

const NAMES: Readonly<Record<Column, string>> = {
  grammar: "Wanwen, grounded calls", plain: "Wanwen, no grammar", peer: "llama.cpp, no grammar",
};
const REPLY_MAX = 160;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILE = here("../results/everyday-trained.json");
const { values: options } = parseArgs({
  options: {
    model: { type: "string", default: join(process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models"), "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf") },
    threads: { type: "string", default: "2" },
    columns: { type: "string", default: "grammar,plain,peer" },
    again: { type: "boolean", default: false },
  },
});
const threads = Number(options.threads);
const tools = toolDefinitions as unknown as readonly ToolDefinition[];
// A fixed day, so that a later run answers the same prompts.
const calendar = calendarAt(new Date("2026-11-26T01:00:00Z"), "Asia/Shanghai", "en");
const profile: Profile = {
  locale: "en", city: "Shanghai", name: "Li Na", phone: "13900001111", facts: {},
  addresses: [{ label: "home", address: "12 Hengshan Road" }, { label: "office", address: "88 Century Avenue" }],
};
const system = systemMessage(calendar, profile, false);
const messagesOf = ({ text }: TrainedRequest): ChatMessage[] => [{ role: "system", content: system }, { role: "user", content: text }];

const kept: { model: string; answers: Record<string, Partial<Record<Column, Answer>>> } =
  !options.again && existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : { model: basename(options.model), answers: {} };
for (const column of options.columns.split(",") as Column[]) {
  const open = requests.filter(({ text }) => kept.answers[text]?.[column] === undefined);
  if (open.length === 0) continue;
  for await (const [request, answer] of answersOf(column, open)) {
    (kept.answers[request.text] ??= {})[column] = answer;
    writeFileSync(FILE, `${JSON.stringify(kept, undefined, 1)}\n`);
    const wrong = faults(request, answer.call);
    console.error(`${column}: ${request.text}: ${wrong.length === 0 ? "right" : wrong.join("; ")}`);
  }
}
const text = report();
writeFileSync(FILE.replace(/json$/, "md"), text);
console.log(text);
process.exit(0);

function answersOf(column: Column, open: readonly TrainedRequest[]): AsyncIterable<readonly [TrainedRequest, Answer]> {
  switch (column) {
    case "grammar": return withGrammar(open);
    case "plain": return withoutGrammar(open);
    case "peer": return byPeer(open);
    default: return column satisfies never;
  }
}

async function* withGrammar(open: readonly TrainedRequest[]): AsyncGenerator<readonly [TrainedRequest, Answer]> {
  const engine = await openEngineHere({ path: options.model, backend: "wasm", threads });
  for (const request of open) {
    const events = await Array.fromAsync(engine.generate({
      id: request.text, messages: messagesOf(request), tools, toolChoice: "auto", stop: [], maxTokens: REPLY_MAX,
      sampling: { temperature: 0, repetitionPenalty: 1, presencePenalty: 0 },
    }));
    yield [request, answerOf(events)];
  }
  await engine.close();
}

async function* withoutGrammar(open: readonly TrainedRequest[]): AsyncGenerator<readonly [TrainedRequest, Answer]> {
  const backend = await openWasm({ threads });
  const model = openModel(backend);
  const state = model.newState({ contextTokens: 4096 });
  let before: readonly number[] = [];
  for (const request of open) {
    const ids = promptIds(model, request);
    // Keys and values of the common beginning are still there; what follows is overwritten.
    state.position = commonLength(before, ids);
    before = ids;
    let pending: readonly number[] = ids.slice(state.position);
    const reply: number[] = [];
    while (reply.length < REPLY_MAX) {
      let logits = new Float32Array(0);
      for (let from = 0; from < pending.length; from += 256) {
        const tokens = pending.slice(from, from + 256);
        [logits] = model.forward([{ state, tokens, logits: from + 256 >= pending.length ? "last" : "none" }]) as [Float32Array<ArrayBuffer>];
      }
      const id = likeliest(logits, model.realIds, undefined);
      if (model.config.endIds.includes(id)) break;
      reply.push(id);
      pending = [id];
    }
    yield [request, read(model, reply)];
  }
  model.close();
  backend.close();
}

async function* byPeer(open: readonly TrainedRequest[]): AsyncGenerator<readonly [TrainedRequest, Answer]> {
  const backend = await openWasm({ threads: 1 });
  const model = openModel(backend); // for its template and its reader
  const peer = spawn(process.execPath, [here("../peer/complete.mjs"), options.model, options.threads], { stdio: ["pipe", "pipe", "ignore"] });
  for (const request of open) peer.stdin.write(`${JSON.stringify({ id: request.text, ids: promptIds(model, request), replyMax: REPLY_MAX })}\n`);
  peer.stdin.end();
  const byText = new Map(open.map((request) => [request.text, request]));
  for await (const line of createInterface({ input: peer.stdout })) {
    const { id, ids } = JSON.parse(line) as { id: string; ids: number[] };
    yield [byText.get(id)!, read(model, ids)];
  }
  model.close();
  backend.close();
}

function openModel(backend: Parameters<typeof loadModel>[1]): Model {
  const files = openModelFiles(options.model);
  try {
    return loadModel(files, backend);
  } finally {
    files.close();
  }
}

function promptIds(model: Model, request: TrainedRequest): readonly number[] {
  return encodePrompt(model.prompt, model.tokenizer, messagesOf(request), { tools }).ids;
}

/** The reply's ids as the engine reads them. */
function read(model: Model, ids: readonly number[]): Answer {
  const reader = new ReplyReader({ tokenizer: model.tokenizer, tools, toolFormat: model.prompt.toolFormat, stop: [], thinkingOpen: false });
  const events = ids.flatMap((id) => [...reader.push(id, undefined)]);
  return answerOf([...events, ...reader.end({ truncated: ids.length >= REPLY_MAX })]);
}

function answerOf(events: readonly GenerationEvent[]): Answer {
  const started = events.find((event) => event.type === "toolCallStarted");
  const json = events.flatMap((event) => (event.type === "toolCallArguments" && event.index === started?.index ? [event.json] : [])).join("");
  const said = events.flatMap((event) => (event.type === "text" ? [event.text] : [])).join("");
  return { said, ...(started && { call: { name: started.name, arguments: parsed(json) } }) };
}

function parsed(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return {}; // a reply that was cut off
  }
}

function report(): string {
  const columns = Object.keys(NAMES) as Column[];
  type Judge = (request: TrainedRequest, call: FirstCall | undefined) => readonly string[];
  const right = (column: Column, locale: string, judge: Judge): string => {
    const answered = requests.filter((request) => request.locale === locale && kept.answers[request.text]?.[column]);
    const good = answered.filter((request) => judge(request, kept.answers[request.text]![column]!.call).length === 0);
    return answered.length === 0 ? "–" : `${good.length} of ${answered.length}`;
  };
  const asStep: Judge = (request, call) => faultsOfStep(request, call, profile, calendar);
  const rows = columns.map((column) =>
    `| ${[NAMES[column], ...[faults, asStep].flatMap((judge) => ["zh", "en"].map((locale) => right(column, locale, judge)))].join(" | ")} |`);
  const wrong = requests.flatMap((request) => {
    const cells = columns.map((column) => {
      const answer = kept.answers[request.text]?.[column];
      return answer ? faults(request, answer.call).join("; ").replaceAll("|", "\\|") || "right" : "–";
    });
    return cells.every((cell) => cell === "right" || cell === "–") ? [] : [`| ${request.text} | ${cells.join(" | ")} |`];
  });
  return [
    "# First calls of everyday requests", "",
    `\`npm run bench -- everyday-trained\`: ${kept.model}, 17 tools, the agent's own prompt, greedy, ${requests.length} requests`,
    "(bench/everyday-trained/requests.ts). Right means: the tool that was meant, with the values that were said, and nothing",
    "that was not. The agent holds each value against the person's words once more; the last two columns are its steps.",
    "", "\"As written\" favours the grammar: extra values count as right when their letters were said, which the grammar sees to.",
    "Read by a person, 8 of its right ones hold a place or a time that makes no sense (\"from\" the destination). As steps there is",
    "no real difference: what the grammar gains in tools and words it loses in calls that it does not begin.", "",
    "| | as written: Chinese | English | as a step: Chinese | English |", "|---|---|---|---|---|", ...rows, "",
    "Where any of them wrote something wrong:", "",
    `| request | ${columns.map((column) => NAMES[column]).join(" | ")} |`, "|---|---|---|---|", ...wrong, "",
  ].join("\n");
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  const end = Math.min(a.length, b.length - 1);
  let at = 0;
  while (at < end && a[at] === b[at]) at++;
  return at;
}
