/**
 * This engine beside llama.cpp on the same files, in one run: each measurement is a process of its own, ours and the
 * peer's take turns, and medians are compared. Random weights in real shapes are made here; trained files are used when
 * they are in $WANWEN_MODELS (or ~/.cache/wanwen/models).
 *
 *   npm run bench -- engine [--json FILE] [--runs 5] [--prompt 512] [--reply 64] [--threads 2]
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeRandomModel } from "./random-model.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    runs: { type: "string", default: "5" },
    prompt: { type: "string", default: "512" },
    reply: { type: "string", default: "64" },
    threads: { type: "string", default: String(Math.min(2, availableParallelism())) },
  },
});
const MODELS = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Speed { readonly promptTokensPerSecond: number; readonly replyTokensPerSecond: number; readonly loadMs: number }
interface Row { readonly name: string; readonly ours: number; readonly peer: number; readonly ratio: number; readonly goal: number; readonly unit: string }

const FILES = [
  { name: "Qwen3.5-0.8B shape, Q4_0", file: "qwen3.5-0.8b-random-q4_0.gguf", make: "Q4_0" as const },
  { name: "Qwen3.5-0.8B shape, Q8_0", file: "qwen3.5-0.8b-random-q8_0.gguf", make: "Q8_0" as const },
  { name: "Qwen2.5-Coder-0.5B, Q4_K_M", file: "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", make: undefined },
];

mkdirSync(MODELS, { recursive: true });
const rows: Row[] = [];
for (const { name, file, make } of FILES) {
  const path = join(MODELS, file);
  if (!existsSync(path) && make) {
    console.error(`making ${file} …`);
    writeRandomModel("qwen3.5-0.8b", make, path);
  }
  if (existsSync(path)) rows.push(...compare(name, path));
  else console.error(`${name}: skipped, ${path} is not there`);
}
console.log(`\n${cpus()[0]?.model}, ${options.threads} threads, prompt ${options.prompt}, reply ${options.reply}, median of ${options.runs}\n`);
console.log(table(rows));
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);

function compare(name: string, path: string): Row[] {
  const ours: Speed[] = [];
  const peers: Speed[][] = [[], []]; // flash attention off and on: the better one counts
  for (let run = 0; run < Number(options.runs); run++) {
    ours.push(measureOurs(path));
    peers.forEach((peer, flash) => peer.push(measurePeer(path, flash)));
    console.error(`${name}: run ${run + 1} of ${options.runs}`);
  }
  const best = (of: (speed: Speed) => number) => Math.max(...peers.map((peer) => median(peer.map(of))));
  const row = (what: string, of: (speed: Speed) => number, goal: number): Row => {
    const [mine, theirs] = [median(ours.map(of)), best(of)];
    return { name: `${name}: ${what}`, ours: round(mine), peer: round(theirs), ratio: round(mine / theirs), goal, unit: "tok/s" };
  };
  return [row("decode", (speed) => speed.replyTokensPerSecond, 0.5), row("prompt", (speed) => speed.promptTokensPerSecond, 0)];
}

function measureOurs(path: string): Speed {
  const args = [here("../apps/cli/src/main.ts"), "bench", "--json", "--runs", "1", "--model", path,
    "--prompt", options.prompt, "--reply", options.reply, "--threads", options.threads, "--no-drafts"];
  return lastJson(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

function measurePeer(path: string, flash: number): Speed {
  const args = [here("peer/llama.mjs"), path, options.prompt, options.reply, options.threads, String(flash)];
  return lastJson(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function lastJson(output: string): Speed {
  return JSON.parse(output.trim().split("\n").at(-1)!) as Speed;
}

function table(all: readonly Row[]): string {
  const head = "| what | ours | llama.cpp | ratio | goal |\n|---|---|---|---|---|\n";
  return head + all.map((row) => `| ${row.name} | ${row.ours} ${row.unit} | ${row.peer} | ${row.ratio}x | ${row.goal ? `≥ ${row.goal}x` : "–"} |`).join("\n");
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
