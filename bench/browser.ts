/**
 * The engine in Chromium beside wllama (llama.cpp as WebAssembly), on the same file with as many threads. A page of its own for each
 * measurement, ours and the peer's take turns, medians are compared.
 *
 *   npm run bench -- browser [--runs 3] [--threads 2] [--prompt 128] [--reply 32] [--json FILE] [--save]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, homedir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, openBrowser } from "../e2e/browser.ts";
import { servePage } from "../e2e/engine-in-browser/serve.ts";
import { writeRandomModel } from "./random-model.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    threads: { type: "string", default: "2" },
    prompt: { type: "string", default: "128" },
    reply: { type: "string", default: "32" },
    json: { type: "string" },
    save: { type: "boolean", default: false },
  },
});
const [runs, threads, prompt, reply] = [options.runs, options.threads, options.prompt, options.reply].map(Number) as [number, number, number, number];
const MODELS = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Tokens per second. */
interface Speed { readonly prompt: number; readonly reply: number }

if (chromiumPath === undefined) {
  console.log("No Chromium here: set WANWEN_CHROMIUM to its path.");
  process.exit(2);
}
mkdirSync(MODELS, { recursive: true });
const random = join(MODELS, "qwen3.5-0.8b-random-q4_0.gguf");
if (!existsSync(random)) writeRandomModel("qwen3.5-0.8b", "Q4_0", random);
const trained = ["qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", "smollm2-135m-instruct-q4_1.gguf"].map((name) => join(MODELS, name)).filter((path) => existsSync(path));

const rows: { name: string; ours: number; peer: number | null; ratio: number | null; goal: number; unit: string }[] = [];
let version = "";
for (const path of [random, ...trained]) {
  const server = await servePage({ "/model.gguf": path, "/peer/": here("peer/node_modules/@wllama/wllama/") });
  const browser = await openBrowser();
  version = browser.version();
  const ours: Speed[] = [];
  const peer: (Speed | undefined)[] = [];
  for (let run = 1; run <= runs; run++) {
    ours.push(await onPage(browser, server.url, askUs));
    peer.push(await onPage(browser, server.url, askPeer));
    console.error(`${basename(path)}: run ${run} of ${runs}: ${JSON.stringify(ours.at(-1))} ${JSON.stringify(peer.at(-1))}`);
  }
  await browser.close();
  server.close();
  const name = basename(path, ".gguf");
  for (const [what, key, goal] of [["decode", "reply", 4], [`prompt of ${prompt}`, "prompt", 0]] as const) {
    const theirs = peer.every((each) => each !== undefined) ? median(peer.map((each) => each![key])) : null;
    const own = median(ours.map((each) => each[key]));
    rows.push({ name: `${name}: ${what}`, ours: own, peer: theirs, ratio: theirs === null ? null : own / theirs, goal, unit: "tok/s" });
  }
}
const text = report();
console.log(text);
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
if (options.save) {
  writeFileSync(here("results/browser.json"), `${JSON.stringify(rows, undefined, 2)}\n`);
  writeFileSync(here("results/browser.md"), text);
}

async function onPage<T>(browser: Browser, url: string, ask: (page: Page, url: string) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction(() => "ask" in window);
    return await ask(page, url);
  } finally {
    await page.close();
  }
}

async function askUs(page: Page, url: string): Promise<Speed> {
  const tokens = Array.from({ length: prompt }, (_, at) => 15 + ((at * 7) % 10));
  const answer = await page.evaluate((task) => window.ask(task), { url: `${url}model.gguf`, threads, tokens, reply: reply + 1 });
  if (answer.error) throw new Error(answer.error);
  return { prompt: (prompt / answer.promptMs!) * 1000, reply: (reply / answer.replyMs!) * 1000 };
}

/** undefined when the peer does not know the model. */
async function askPeer(page: Page): Promise<Speed | undefined> {
  const words = Array.from({ length: prompt / 2 }, (_, at) => (at * 7) % 10).join(" ");
  try {
    return await page.evaluate(peersWork, { words, threads, reply });
  } catch (error) {
    console.error(`wllama: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    return undefined;
  }
}

/** Runs in the page. Prompt and reply are timed by the peer itself where it says so, else by when its words come. */
async function peersWork({ words, threads, reply }: { words: string; threads: number; reply: number }): Promise<Speed> {
  interface Timings { prompt_per_second: number; predicted_per_second: number }
  interface Chunk { timings?: Timings }
  interface Peer {
    loadModel(blobs: Blob[], options: object): Promise<void>;
    createCompletion(options: object): Promise<AsyncIterable<Chunk>>;
  }
  const { Wllama } = (await import(/* @vite-ignore */ `${location.origin}/peer/esm/index.js`)) as { Wllama: new (paths: object) => Peer };
  const peer = new Wllama({ "wllama.wasm": `${location.origin}/peer/esm/wasm/wllama.wasm`, default: `${location.origin}/peer/esm/wasm/wllama.wasm` });
  await peer.loadModel([await (await fetch("/model.gguf")).blob()], { n_threads: threads, n_ctx: 1024, n_gpu_layers: 0 });
  const run = async (prompt: string, tokens: number): Promise<Speed> => {
    const stream = await peer.createCompletion({ prompt, max_tokens: tokens, temperature: 0, stream: true, cache_prompt: false, ignore_eos: true });
    let timings: Timings | undefined;
    const times: number[] = [performance.now()];
    for await (const chunk of stream) {
      times.push(performance.now());
      timings = chunk.timings ?? timings;
    }
    if (timings) return { prompt: timings.prompt_per_second, reply: timings.predicted_per_second };
    const seconds = (from: number, to: number) => (times.at(to)! - times.at(from)!) / 1000;
    return { prompt: prompt.length / seconds(0, 1), reply: (times.length - 2) / seconds(1, -1) };
  };
  await run("1 2 3", 4);
  return run(words, reply);
}

function report(): string {
  const peerVersion = (JSON.parse(readFileSync(here("peer/node_modules/@wllama/wllama/package.json"), "utf8")) as { version: string }).version;
  const number = (value: number | null) => (value === null ? "–" : value.toPrecision(4));
  return [
    "# The engine in a browser, beside wllama", "",
    `\`npm run bench -- browser --runs ${runs}\`, ${new Date().toISOString().slice(0, 10)}, ${threads} threads of ${cpus()[0]?.model.trim()},`,
    `Chromium ${version}; peer: wllama ${peerVersion}, without a graphics card. Pages take turns; medians of ${runs}.`, "",
    "| what | ours | wllama | ratio | goal |", "|---|---|---|---|---|",
    ...rows.map(({ name, ours, peer, ratio, goal, unit }) =>
      `| ${name} | ${number(ours)} ${unit} | ${number(peer)} | ${ratio === null ? "–" : `${ratio.toFixed(2)}x`} | ${goal > 0 ? `≥ ${goal}x` : "–"} |`), "",
  ].join("\n");
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
