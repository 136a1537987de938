/**
 * What the architecture promises: a reply is written as fast behind a long text as behind a short one. A Qwen3.5-shaped hybrid
 * (18 of 24 layers recurrent) against a Qwen3-shaped model of the same size with attention in every layer, random Q4_0 weights.
 *
 * Reading 131,072 tokens would take an hour and change nothing: how fast a token is written depends on how much is looked back
 * at, not on what it says. So the caches are filled with random numbers, one layer's once; the other layers share its pages,
 * which no processor's cache can hold.
 *
 *   npm run bench -- headline [--contexts 1024,8192,32768,131072] [--tokens 16] [--threads 2] [--save]
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openModelFiles } from "../packages/formats/src/node/index.ts";
import { openWasm } from "../packages/kernels/src/node/index.ts";
import { loadModel, type Model } from "../packages/model/src/index.ts";
import type { ModelState } from "../packages/model/src/types.ts";
import { writeRandomModel } from "./random-model.ts";

const { values: options } = parseArgs({
  options: {
    contexts: { type: "string", default: "1024,8192,32768,131072" },
    tokens: { type: "string", default: "16" },
    threads: { type: "string", default: String(Math.min(2, availableParallelism())) },
    save: { type: "boolean", default: false },
  },
});
const contexts = options.contexts.split(",").map(Number);
const tokens = Number(options.tokens);
const MODELS = process.env["WANWEN_MODELS"] ?? join(homedir(), ".cache/wanwen/models");
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const KINDS = [
  { shape: "qwen3.5-0.8b", name: "Qwen3.5 shape", about: "18 recurrent layers, 6 with attention", colour: "#d9480f" },
  { shape: "qwen3-0.8b", name: "Qwen3 shape", about: "attention in all 24 layers", colour: "#1c7ed6" },
] as const;

interface Line { readonly name: string; readonly about: string; readonly colour: string; readonly parameters: number; readonly speeds: readonly number[] }

mkdirSync(MODELS, { recursive: true });
const lines: Line[] = [];
for (const { shape, name, about, colour } of KINDS) {
  const path = join(MODELS, `${shape}-random-q4_0.gguf`);
  if (!existsSync(path)) writeRandomModel(shape, "Q4_0", path);
  const backend = await openWasm({ threads: Number(options.threads), kv: "f16" });
  const files = openModelFiles(path);
  const model = loadModel(files, backend);
  files.close();
  const speeds = contexts.map((context) => {
    const speed = tokensPerSecond(model, context);
    console.error(`${name}, ${context} tokens of context: ${speed.toFixed(1)} tokens/s`);
    return speed;
  });
  lines.push({ name, about, colour, parameters: model.parameters, speeds });
  model.close();
  backend.close();
}
const text = report();
console.log(`\n${text}`);
if (options.save) {
  writeFileSync(here("results/headline.json"), `${JSON.stringify(contexts.map((context, at) => ({
    name: `decode at ${context} tokens of context`, ours: round(lines[0]!.speeds[at]!), peer: round(lines[1]!.speeds[at]!),
    ratio: round(lines[0]!.speeds[at]! / lines[1]!.speeds[at]!), goal: 0, unit: "tok/s",
  })), undefined, 2)}\n`);
  writeFileSync(here("results/headline.md"), text);
  writeFileSync(here("../docs/headline.svg"), chart());
}
process.exit(0);

/** Median over tokens behind a context of random numbers. */
function tokensPerSecond(model: Model, context: number): number {
  const state = filledState(model, context);
  const times: number[] = [];
  for (let step = 0; step < tokens + 2; step++) {
    const startedMs = performance.now();
    model.forward([{ state, tokens: [15 + (step % 10)], logits: "last" }]);
    if (step >= 2) times.push(performance.now() - startedMs);
  }
  model.freeState(state);
  return 1000 / times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

function filledState(model: Model, context: number): ModelState {
  const { backend, config: { attention: { kvHeads, headSize } } } = model;
  const capacity = context + tokens + 8;
  const full = backend.kvCache(kvHeads, headSize, capacity);
  const piece = 256;
  let seed = 1;
  const values = Float32Array.from({ length: piece * kvHeads * headSize }, () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32) - 0.5);
  const numbers = backend.tensorFrom(values, piece, kvHeads, headSize);
  for (let at = 0; at < context; at += piece) {
    const rows = backend.slice(numbers, 0, Math.min(piece, context - at));
    backend.kvStore(full, rows, rows, at);
  }
  backend.free(numbers);
  const empty = model.newState({ contextTokens: capacity });
  const layers = empty.layers.map((layer) => {
    if (layer.kind !== "attention") return layer;
    backend.freeKvCache(layer.cache);
    return { kind: layer.kind, cache: backend.forkKvCache(full, context) };
  });
  backend.freeKvCache(full);
  return { layers, position: context, stepsKept: 0 };
}

function report(): string {
  const [hybrid, plain] = lines as [Line, Line];
  return [
    "# Long contexts: hybrid against full attention", "",
    `\`npm run bench -- headline\`, ${new Date().toISOString().slice(0, 10)}, ${options.threads} threads of ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}: tokens a second of a reply, median of ${tokens},`,
    `random Q4_0 weights (${lines.map((line) => `${line.name} ${(line.parameters / 1e6).toFixed(0)} million, ${line.about}`).join("; ")}), keys and values as halves.`,
    "Caches are filled with random numbers, not by reading: the speed of a token depends on how much it looks back at only.", "",
    `| tokens of context | ${hybrid.name} | ${plain.name} | ratio |`, "|---|---|---|---|",
    ...contexts.map((context, at) => `| ${context.toLocaleString("en")} | ${round(hybrid.speeds[at]!)} | ${round(plain.speeds[at]!)} | ${round(hybrid.speeds[at]! / plain.speeds[at]!)}x |`), "",
  ].join("\n");
}

/** Both lines over the context, drawn to be read on light and on dark pages. */
function chart(): string {
  const [width, height, left, right, top, bottom] = [720, 400, 64, 24, 56, 56];
  const most = Math.ceil(Math.max(...lines.flatMap(({ speeds }) => speeds)) / 5) * 5;
  const x = (at: number) => left + (at / Math.max(1, contexts.length - 1)) * (width - left - right);
  const y = (speed: number) => height - bottom - (speed / most) * (height - top - bottom);
  const ticks = Array.from({ length: 6 }, (_, at) => (most * at) / 5);
  const label = (context: number) => (context >= 1024 ? `${Math.round(context / 1024)}k` : String(context));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Tokens a second over the length of the context: ${lines.map(({ name, speeds }) => `${name} ${speeds.map((speed) => speed.toFixed(0)).join(", ")}`).join("; ")} at ${contexts.map(label).join(", ")} tokens</title>`,
    "<style>text{font:13px system-ui,sans-serif;fill:#343a40}.grid{stroke:#adb5bd;stroke-opacity:.4}@media(prefers-color-scheme:dark){text{fill:#dee2e6}}</style>",
    `<text x="${left}" y="22" font-weight="600">tokens/s behind a long context · 长上下文下的生成速度</text>`,
    ...lines.map(({ name, about, colour }, at) => `<circle cx="${left + 6 + at * 320}" cy="40" r="5" fill="${colour}"/><text x="${left + 18 + at * 320}" y="44">${name}: ${about}</text>`),
    ...ticks.map((tick) => `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 10}" y="${y(tick) + 4}" text-anchor="end">${round(tick)}</text>`),
    ...contexts.map((context, at) => `<text x="${x(at)}" y="${height - bottom + 22}" text-anchor="middle">${label(context)}</text>`),
    `<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">tokens of context · 上下文长度</text>`,
    ...lines.flatMap(({ speeds, colour }) => [
      `<polyline fill="none" stroke="${colour}" stroke-width="3" points="${speeds.map((speed, at) => `${x(at)},${y(speed).toFixed(1)}`).join(" ")}"/>`,
      ...speeds.map((speed, at) => `<circle cx="${x(at)}" cy="${y(speed).toFixed(1)}" r="4" fill="${colour}"/><text x="${x(at)}" y="${(y(speed) - 10).toFixed(1)}" text-anchor="${at === 0 ? "start" : at === speeds.length - 1 ? "end" : "middle"}">${speed.toFixed(speed < 10 ? 1 : 0)}</text>`),
    ]),
    "</svg>", "",
  ].join("\n");
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
