/**
 * What the architecture promises: a reply is written as fast behind a long text as behind a short one. A Qwen3.5-shaped hybrid
 * (18 of 24 layers recurrent) against a Qwen3-shaped model of the same size with attention in every layer, random Q4_0 weights.
 *
 * Reading 131,072 tokens would take an hour and change nothing: how fast a token is written depends on how much is looked back
 * at, not on what it says. So the caches are filled with random numbers. Where those of all layers do not fit into the 4 GiB of
 * wasm32 (24 layers of attention at 131,072 tokens: 6 GiB), layers share the pages of as many as fit in 2 GiB: a token reads as
 * much as ever, and no processor's cache holds what it reads again.
 *
 *   npm run bench -- headline [--contexts 1024,8192,32768,131072] [--tokens 16] [--threads 2] [--save]
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openModelFiles } from "../packages/formats/src/node/index.ts";
import type { KvCache } from "../packages/kernels/src/index.ts";
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
/** What weights leave free in the first memory. */
const CACHES_BYTES_MAX = 2 * 2 ** 30;
/** Rows that are stored at a time. */
const FILLED_ROWS = 256;
const KINDS = [
  { shape: "qwen3.5-0.8b", name: "Qwen3.5 shape", about: "18 recurrent layers, 6 with attention", colour: "#d9480f" },
  { shape: "qwen3-0.8b", name: "Qwen3 shape", about: "attention in all 24 layers", colour: "#1c7ed6" },
] as const;

interface Shared { readonly name: string; readonly context: number; readonly own: number; readonly layers: number }

const lines = await Promise.all(KINDS.map(async (kind) => ({ ...kind, model: await openShape(kind.shape), speeds: [] as number[] })));
const shared: Shared[] = [];
for (const context of contexts) {
  for (const { name, model, speeds } of lines) {
    const [own, layers] = [ownCaches(model, context), attentionLayers(model)];
    if (own < layers) shared.push({ name, context, own, layers });
    speeds.push(tokensPerSecond(model, context));
    console.error(`${name}, ${context} tokens of context: ${speeds.at(-1)!.toFixed(1)} tokens/s`);
  }
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

async function openShape(shape: (typeof KINDS)[number]["shape"]): Promise<Model> {
  mkdirSync(MODELS, { recursive: true });
  const path = join(MODELS, `${shape}-random-q4_0.gguf`);
  if (!existsSync(path)) writeRandomModel(shape, "Q4_0", path);
  const files = openModelFiles(path);
  try {
    return loadModel(files, await openWasm({ threads: Number(options.threads), kv: "f16" }));
  } finally {
    files.close();
  }
}

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
  const numbers = backend.tensorFrom(randomNumbers(FILLED_ROWS * kvHeads * headSize), FILLED_ROWS, kvHeads, headSize);
  const filled: KvCache[] = [];
  const full = ownCaches(model, context);
  const { layers } = model.newState({ contextTokens: capacity });
  let seen = 0;
  const withPast = layers.map((layer) => {
    if (layer.kind !== "attention") return layer;
    const at = seen++;
    if (at >= full) {
      backend.freeKvCache(layer.cache);
      return { kind: layer.kind, cache: backend.forkKvCache(filled[at % full]!, context) };
    }
    for (let row = 0; row < context; row += FILLED_ROWS) {
      const rows = backend.slice(numbers, 0, Math.min(FILLED_ROWS, context - row));
      backend.kvStore(layer.cache, rows, rows, row);
    }
    filled.push(layer.cache);
    return layer;
  });
  backend.free(numbers);
  return { layers: withPast, position: context, stepsKept: 0 };
}

/** Layers that have keys and values of their own. */
function ownCaches(model: Model, context: number): number {
  const { kvHeads, headSize } = model.config.attention;
  const bytes = context * 2 * kvHeads * headSize * model.backend.kvNumberBytes;
  return Math.min(attentionLayers(model), Math.max(1, Math.floor(CACHES_BYTES_MAX / bytes)));
}

function attentionLayers({ config }: Model): number {
  return config.layers.filter((kind) => kind === "attention").length;
}

function randomNumbers(length: number): Float32Array {
  let seed = 1;
  return Float32Array.from({ length }, () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5);
}

function report(): string {
  const [hybrid, plain] = [lines[0]!, lines[1]!];
  return [
    "# Long contexts: hybrid against full attention", "",
    `\`npm run bench -- headline\`, ${new Date().toISOString().slice(0, 10)}, ${options.threads} threads of ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}: tokens a second of a reply, median of ${tokens},`,
    `random Q4_0 weights (${lines.map((line) => `${line.name} ${(line.model.parameters / 1e6).toFixed(0)} million, ${line.about}`).join("; ")}), keys and values as halves.`,
    "Caches are filled with random numbers, not by reading: the speed of a token depends on how much it looks back at only.",
    ...shared.map(({ name, context, own, layers }) => `${name} at ${context.toLocaleString("en")}: ${layers} layers of attention share the caches of ${own}, since those of all exceed wasm32's memory.`), "",
    `| tokens of context | ${hybrid.name} | ${plain.name} | ratio |`, "|---|---|---|---|",
    ...contexts.map((context, at) => `| ${context.toLocaleString("en")} | ${round(hybrid.speeds[at]!)} | ${round(plain.speeds[at]!)} | ${round(hybrid.speeds[at]! / plain.speeds[at]!)}x |`), "",
  ].join("\n");
}

/** Both lines over the context, on a ground of its own: pages are light or dark, and an image cannot know. */
function chart(): string {
  const [width, height, left, right, top, bottom] = [720, 420, 64, 44, 92, 56];
  const most = Math.ceil(Math.max(...lines.flatMap(({ speeds }) => speeds)) / 5) * 5;
  const x = (at: number) => left + (at / Math.max(1, contexts.length - 1)) * (width - left - right);
  const y = (speed: number) => height - bottom - (speed / most) * (height - top - bottom);
  const ticks = Array.from({ length: 6 }, (_, at) => (most * at) / 5);
  const label = (context: number) => (context >= 1024 ? `${Math.round(context / 1024)}k` : String(context));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Tokens a second over the length of the context: ${lines.map(({ name, speeds }) => `${name} ${speeds.map((speed) => speed.toFixed(0)).join(", ")}`).join("; ")} at ${contexts.map(label).join(", ")} tokens</title>`,
    "<style>text{font:13px system-ui,sans-serif;fill:#343a40}.page{fill:#fff;stroke:#dee2e6}.grid{stroke:#dee2e6}</style>",
    `<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    `<text x="${left}" y="30" font-weight="600">tokens/s behind a long context · 长上下文下的生成速度</text>`,
    ...lines.map(({ name, about, colour }, at) => `<circle cx="${left + 6}" cy="${48 + at * 20}" r="5" fill="${colour}"/><text x="${left + 18}" y="${52 + at * 20}">${name}: ${about}</text>`),
    ...ticks.map((tick) => `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 10}" y="${y(tick) + 4}" text-anchor="end">${round(tick)}</text>`),
    ...contexts.map((context, at) => `<text x="${x(at)}" y="${height - bottom + 22}" text-anchor="middle">${label(context)}</text>`),
    `<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">tokens of context · 上下文长度</text>`,
    ...lines.flatMap(({ speeds, colour }, line) => [
      `<polyline fill="none" stroke="${colour}" stroke-width="3" points="${speeds.map((speed, at) => `${x(at)},${y(speed).toFixed(1)}`).join(" ")}"/>`,
      ...speeds.map((speed, at) => `<circle cx="${x(at)}" cy="${y(speed).toFixed(1)}" r="4" fill="${colour}"/><text x="${x(at)}" y="${(y(speed) + (line === 0 ? -10 : 20)).toFixed(1)}" text-anchor="middle">${speed.toFixed(speed < 10 ? 1 : 0)}</text>`),
    ]),
    "</svg>", "",
  ].join("\n");
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
