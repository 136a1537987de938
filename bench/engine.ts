/**
 * This engine beside llama.cpp on the same files, in one run: each measurement is a process of its own, ours and the peer's
 * take turns, and medians are compared. Random weights in real shapes are made here; trained files are used when they are in
 * $WANWEN_MODELS (or ~/.cache/wanwen/models).
 *
 *   npm run bench -- engine [--rows decode,context,streams,busy,stall,prefix,drafts,browser] [--runs 3] [--threads 2] [--quick]
 *                           [--context 16384] [--preamble 15000] [--json FILE] [--save]
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeRandomModel } from "./random-model.ts";
import type { Settings } from "./settings.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    rows: { type: "string", default: "decode,context,streams,busy,stall,prefix,drafts,browser" },
    runs: { type: "string" },
    threads: { type: "string", default: String(Math.min(2, availableParallelism())) },
    context: { type: "string", default: "16384" },
    preamble: { type: "string", default: "15000" },
    quick: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs ?? (options.quick ? 1 : 3));
const threads = Number(options.threads);
const [prompt, reply] = options.quick ? [64, 16] : [512, 64];
const MODELS = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Longer than the longest, which reads 16,384 tokens. */
const MEASUREMENT_MS_MAX = 20 * 60_000;

/** For times and memory the ratio is turned round: above 1 is better in every row. */
interface Row { readonly name: string; readonly ours: number; readonly peer: number | null; readonly ratio: number; readonly goal: number; readonly unit: string; readonly less?: true }
type Numbers = Readonly<Record<string, number>>;

const SHAPES = [
  { name: "Qwen3.5-0.8B shape, Q4_0", file: "qwen3.5-0.8b-random-q4_0.gguf", make: "Q4_0" as const },
  { name: "Qwen3.5-0.8B shape, Q8_0", file: "qwen3.5-0.8b-random-q8_0.gguf", make: "Q8_0" as const },
];
const TRAINED = [
  { name: "Qwen2.5-Coder-0.5B, Q4_K_M", file: "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf" },
  { name: "Qwen2.5-Coder-1.5B, Q4_K_M", file: "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf" },
];

mkdirSync(MODELS, { recursive: true });
const started = Date.now();
const rows: Row[] = [];
const failures: string[] = [];
const KINDS: Readonly<Record<string, () => Promise<void>>> = { decode, context, streams, busy, stall, prefix, drafts, browser };
const kinds = options.rows.split(",").map((kind) => {
  if (!Object.hasOwn(KINDS, kind)) throw new Error(`--rows: expected some of ${Object.keys(KINDS).join(", ")}, got ${kind}`);
  return { kind, measure: KINDS[kind]! };
});
for (const { kind, measure } of kinds) await attempt(kind, measure);
const text = report();
console.log(`\n${text}`);
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
if (options.save) {
  writeFileSync(here("results/engine.json"), `${JSON.stringify(rows, undefined, 2)}\n`);
  writeFileSync(here("results/engine.md"), text);
}

/** Prompt and reply alone, time to load and memory: all files. */
async function decode(): Promise<void> {
  for (const { name, path } of [...SHAPES.map(shape), ...TRAINED.flatMap(trained)]) {
    const settings = { path, threads, prompt, reply };
    await attempt(name, async () => {
      const [ours, peer] = await beside(name, "speed", settings, [0, 1]);
      add(`${name}: decode`, median(ours, "replyTokensPerSecond"), bestOf(peer, "replyTokensPerSecond"), 1.2, "tok/s");
      add(`${name}: prompt of ${prompt}`, median(ours, "promptTokensPerSecond"), bestOf(peer, "promptTokensPerSecond"), 0.9, "tok/s");
      addLess(`${name}: time to load, until the first token`, median(ours, "loadMs") / 1000, leastOf(peer, "loadMs") / 1000, 1 / 1.5, "s");
      addLess(`${name}: peak memory`, median(ours, "maxRssMb"), leastOf(peer, "maxRssMb"), 1 / 0.8, "MB");
    });
  }
}

/** Decode behind a long prompt. The peer with flash attention, which is its better setting there. */
async function context(): Promise<void> {
  const { name, path } = shape(SHAPES[0]!);
  const tokens = options.quick ? 512 : Number(options.context);
  const [ours, peer] = await beside(`${name} at ${tokens}`, "speed", { path, threads, prompt: tokens, reply: 32 }, [1], 1);
  add(`${name}: decode at ${tokens} tokens of context`, median(ours, "replyTokensPerSecond"), bestOf(peer, "replyTokensPerSecond"), 1.2, "tok/s");
  add(`${name}: prompt of ${tokens}`, median(ours, "promptTokensPerSecond"), bestOf(peer, "promptTokensPerSecond"), 0, "tok/s");
}

async function streams(): Promise<void> {
  const { name, path } = shape(SHAPES[0]!);
  const count = options.quick ? 4 : 16;
  const [ours, peer] = await beside(`${name}, ${count} streams`, "streams", { path, threads, prompt: 16, reply: options.quick ? 8 : 48, streams: count }, [0, 1]);
  add(`${name}: ${count} streams together`, median(ours, "all"), bestOf(peer, "all"), 1.5, "tok/s");
  addOwn(`${name}: ${count} streams / one stream`, median(ours, "all") / median(ours, "one"), 2.5, "x");
}

/** Decode with one core taken by somebody else, against one thread undisturbed. */
async function busy(): Promise<void> {
  const { name, path } = shape(SHAPES[0]!);
  const alone = { path, threads: 1, prompt: 16, reply: Math.min(reply, 24) }; // a peer that is held up makes a token or two a second
  const [oursAlone, peerAlone] = await beside(`${name}, one thread`, "speed", alone, [1]);
  const loop = [process.execPath, "-e", "for (;;);"];
  const [command, ...rest] = spawnSync("taskset", ["-V"]).status === 0 ? ["taskset", "-c", "0", ...loop] : loop;
  const other = spawn(command!, rest, { stdio: "ignore" });
  try {
    const [ours, peer] = await beside(`${name}, a core taken`, "speed", { ...alone, threads }, [1]);
    const share = (under: readonly Numbers[], free: readonly Numbers[]) => median(under, "replyTokensPerSecond") / median(free, "replyTokensPerSecond");
    add(`${name}: decode with a core taken / one thread undisturbed`, share(ours, oursAlone), share(peer[0]!, peerAlone[0]!), 0, "x");
    addOwn(`${name}: the same, ours alone`, share(ours, oursAlone), 0.6, "x");
  } finally {
    other.kill("SIGKILL");
  }
}

/** What other requests cost a reader. */
async function stall(): Promise<void> {
  const { name, path } = shape(SHAPES[0]!);
  const long = options.quick ? 256 : 4000;
  const one = await times(() => ours("stall", { path, threads, prompt: long, reply: 1 }));
  addOwnLess(`${name}: longest pause of a reply while a prompt of ${long} comes in`, median(one, "longestGapMs"), 200, "ms");
  const three = options.quick ? 256 : 2000;
  const turns = await times(() => ours("turn", { path, threads, prompt: three, reply: 1 }), 1);
  addOwnLess(`${name}: first token of a short prompt behind three of ${three}, share of their time`, median(turns, "shortMs") / median(turns, "allMs"), 0.25, "x");
}

async function prefix(): Promise<void> {
  const { name, path } = shape(SHAPES[0]!);
  const tokens = options.quick ? 1024 : Number(options.preamble);
  const found = await times(() => ours("prefix", { path, threads, prompt: tokens, reply: 256 }), 1);
  addOwnLess(`${name}: preamble of ${tokens}, first token of the second request / of the first`, median(found, "secondMs") / median(found, "coldMs"), 0.03, "x");
}

async function drafts(): Promise<void> {
  const found = await times(() => ours("drafts", { path: here("../models/mini"), threads: 1 }));
  addOwn("embedded model: decode with guesses / without", median(found, "with") / median(found, "without"), 1, "x");
  addOwn("embedded model: share of guesses that were right", median(found, "right"), 0, "x");
}

/** What fails is reported, and the rest is measured all the same. */
async function attempt(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    failures.push(`${name}: ${(error as Error).message}`);
    console.error(`failed: ${failures.at(-1)}`);
    process.exitCode = 1;
  }
}

/** The same kernels in Chromium; the peer is wllama there (browser.ts). */
async function browser(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wanwen-bench-"));
  const file = join(folder, "browser.json");
  try {
    const { status } = spawnSync(process.execPath, [here("browser.ts"), "--runs", `${runs}`, "--threads", `${threads}`, "--json", file], {
      stdio: ["ignore", "ignore", "inherit"], timeout: MEASUREMENT_MS_MAX, killSignal: "SIGKILL",
    });
    if (status !== 0) throw new Error("browser.ts: no Chromium, or it ended too early");
    for (const row of JSON.parse(readFileSync(file, "utf8")) as Row[]) {
      if (row.peer !== null) add(`in Chromium, beside wllama, ${row.name}`, row.ours, row.peer, row.goal, row.unit);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Ours and the peer's runs take turns. All settings of flash attention in the first run, in the others the one that wrote faster.
 * @returns ours, and the peer's by setting
 */
async function beside(name: string, mode: string, settings: Settings, flash: readonly (0 | 1)[], count = runs): Promise<[Numbers[], Numbers[][]]> {
  const mine: Numbers[] = [];
  const theirs: Numbers[][] = flash.map(() => []);
  for (let run = 0; run < count; run++) {
    mine.push(ours(mode, settings));
    const speedOf = (at: number) => theirs[at]![0]![mode === "streams" ? "all" : "replyTokensPerSecond"]!;
    const faster = run === 0 ? undefined : flash.map((_, at) => at).toSorted((a, b) => speedOf(b) - speedOf(a))[0];
    flash.forEach((on, at) => {
      if (faster === undefined || faster === at) theirs[at]!.push(measure("peer/llama.mjs", mode, { ...settings, flash: on }));
    });
    console.error(`${minutes()} ${name}: run ${run + 1} of ${count}: ${JSON.stringify(mine.at(-1))} ${JSON.stringify(theirs.map((each) => each.at(-1)))}`);
  }
  return [mine, theirs];
}

async function times(run: () => Numbers, count = runs): Promise<Numbers[]> {
  return Array.from({ length: count }, () => {
    const found = run();
    console.error(`${minutes()} ${JSON.stringify(found)}`);
    return found;
  });
}

function ours(mode: string, settings: Settings): Numbers {
  return measure("measure.ts", mode, settings);
}

function measure(file: string, mode: string, settings: Settings): Numbers {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [here(file), mode, JSON.stringify(settings)], {
    encoding: "utf8", timeout: MEASUREMENT_MS_MAX, killSignal: "SIGKILL",
  });
  if (status !== 0) throw new Error(`${file} ${mode}: ended with ${signal ?? status}: ${stderr.trim().slice(-500)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Numbers;
}

function shape({ name, file, make }: (typeof SHAPES)[number]): { name: string; path: string } {
  const path = join(MODELS, file);
  if (!existsSync(path)) {
    console.error(`making ${file} …`);
    writeRandomModel("qwen3.5-0.8b", make, path);
  }
  return { name, path };
}

function trained({ name, file }: (typeof TRAINED)[number]): { name: string; path: string }[] {
  const path = join(MODELS, file);
  if (existsSync(path)) return [{ name, path }];
  console.error(`${name}: left out, since ${path} is not there (wanwen pull Qwen/${file.startsWith("qwen2.5-coder-0.5b") ? "Qwen2.5-Coder-0.5B" : "Qwen2.5-Coder-1.5B"}-Instruct-GGUF:${file})`);
  return [];
}

function median(values: readonly Numbers[], of: string): number {
  return values.map((each) => each[of]!).toSorted((a, b) => a - b)[values.length >> 1]!;
}

function bestOf(settings: readonly (readonly Numbers[])[], of: string): number {
  return Math.max(...settings.map((values) => median(values, of)));
}

function leastOf(settings: readonly (readonly Numbers[])[], of: string): number {
  return Math.min(...settings.map((values) => median(values, of)));
}

function add(name: string, mine: number, theirs: number, goal: number, unit: string): void {
  rows.push({ name, ours: round(mine), peer: round(theirs), ratio: round(mine / theirs), goal, unit });
}

function addLess(name: string, mine: number, theirs: number, goal: number, unit: string): void {
  rows.push({ name, ours: round(mine), peer: round(theirs), ratio: round(theirs / mine), goal: round(goal), unit });
}

/** Without a peer: the ratio is to the goal. */
function addOwn(name: string, mine: number, goal: number, unit: string): void {
  rows.push({ name, ours: round(mine), peer: null, ratio: round(goal > 0 ? mine / goal : mine), goal, unit });
}

function addOwnLess(name: string, mine: number, goal: number, unit: string): void {
  rows.push({ name, ours: round(mine), peer: null, ratio: round(goal / mine), goal, unit, less: true });
}

function report(): string {
  const { dependencies } = JSON.parse(readFileSync(here("peer/package.json"), "utf8")) as { dependencies: Record<string, string> };
  const goalOf = ({ peer, goal, unit, less }: Row) => (goal === 0 ? "–" : peer === null ? `${less ? "≤" : "≥"} ${goal} ${unit}` : `≥ ${goal}x`);
  return [
    "# This engine beside llama.cpp", "",
    `\`npm run bench -- engine ${process.argv.slice(2).join(" ")}\`, ${new Date().toISOString().slice(0, 10)}, ${threads} threads of ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node};`,
    `peer: node-llama-cpp ${dependencies["node-llama-cpp"]}, the better of flash attention on and off (the other one runs once). Processes take turns; medians of ${runs}.`,
    "Ratios are turned so that above 1 is better for us, for times and memory too; without a peer they are to the goal.", "",
    "| what | ours | llama.cpp | ratio | goal |", "|---|---|---|---|---|",
    ...rows.map((row) => `| ${row.name} | ${row.ours} ${row.unit} | ${row.peer ?? "–"} | ${row.ratio}x | ${goalOf(row)} |`), "",
    ...failures.flatMap((failure) => [`Not measured: ${failure.split("\n")[0]}`, ""]),
  ].join("\n");
}

function minutes(): string {
  return `[${((Date.now() - started) / 60_000).toFixed(1)} min]`;
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
