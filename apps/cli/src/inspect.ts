import { InputError } from "@wanwen/core";
import { openModelFiles } from "@wanwen/formats/node";
import { openWasm } from "@wanwen/kernels/node";
import { describeModel, measureReadSpeed, type ModelDescription } from "@wanwen/model";
import { availableParallelism, totalmem } from "node:os";
import { modelAt } from "./model-options.ts";

interface InspectOptions {
  readonly json?: boolean;
  readonly threads?: number;
  /** `--no-speed`. */
  readonly speed: boolean;
}

interface Expected {
  /** Gigabytes of weights per second. */
  readonly readSpeed: number;
  readonly tokensPerSecond: number;
  readonly threads: number;
}

/** Says what a model is, what it will cost in memory and how fast it will write, before anything is loaded. */
export async function inspect(model: string | undefined, options: InspectOptions): Promise<void> {
  const path = pathOf(model);
  const description = describe(path);
  const expected = options.speed ? await measure(description, options.threads) : undefined;
  console.log(options.json ? JSON.stringify(asJson(path, description, expected)) : asText(path, description, expected).join("\n"));
}

/** The model is an argument here, where other commands have an option. */
function pathOf(model: string | undefined): string {
  try {
    return modelAt(model === undefined ? {} : { model }).path;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replace(/^--model: /, ""), { param: "model", cause: error });
  }
}

function describe(path: string): ModelDescription {
  const files = openModelFiles(path);
  try {
    return describeModel(files);
  } finally {
    files.close();
  }
}

async function measure({ types, bytesPerToken }: ModelDescription, asked: number | undefined): Promise<Expected> {
  const threads = asked ?? Math.min(8, availableParallelism());
  const backend = await openWasm({ threads });
  const bytesPerSecond = measureReadSpeed(backend, types[0]?.type ?? "F32");
  backend.close();
  return { readSpeed: bytesPerSecond / 1e9, tokensPerSecond: bytesPerSecond / bytesPerToken, threads };
}

function asJson(path: string, { config, ...description }: ModelDescription, expected: Expected | undefined): object {
  const { family, hidden, vocabulary, contextMax, tiedHead, experts, fp8Block, attention, layers } = config;
  return {
    path,
    ...description,
    family, hidden, vocabulary, contextMax, tiedHead,
    layers: { attention: count(layers, "attention"), deltaNet: count(layers, "deltaNet") },
    heads: { query: attention.heads, keyValue: attention.kvHeads, size: attention.headSize },
    ...(experts ? { experts } : { feedForward: config.feedForward }),
    ...(fp8Block && { fp8Block }),
    ...(expected && { expected }),
  };
}

function asText(path: string, description: ModelDescription, expected: Expected | undefined): string[] {
  const { name, format, config, memory, types, unused, drafts, parameters, activeParameters, bytesPerToken } = description;
  const { attention, experts, layers, contextMax } = config;
  const recurrent = count(layers, "deltaNet");
  const whole = memory.weights + memory.perConversation + memory.perToken * contextMax;
  const tooLarge = memory.weights + memory.perConversation > totalmem();
  const inAll = types.reduce((sum, { bytes }) => sum + bytes, 0);
  const line = (label: string, text: string) => `${label.padEnd(13)}${text}`;
  return [
    `${name}  (${path})`,
    line("what", `${FAMILY[config.family]}${experts ? ", mixture of experts" : ""}, ${short(parameters)} parameters${experts ? `, ${short(activeParameters)} at work for each token` : ""}, from ${format}`),
    line("layers", `${layers.length}${recurrent ? `: ${recurrent} Gated DeltaNet, ${layers.length - recurrent} full attention` : ", full attention"}; hidden ${config.hidden}, ${attention.heads} heads of ${attention.headSize} (${attention.kvHeads} for keys and values)`),
    ...(experts ? [line("experts", `${experts.used} of ${experts.count} for each token, width ${experts.width}${experts.sharedWidth ? `, and one of ${experts.sharedWidth} for all` : ""}`)] : []),
    line("stored as", types.filter(({ bytes }) => bytes >= inAll / 200).map(({ type, bytes }) => `${type} ${percent(bytes / inAll)}`).join(", ")),
    line("vocabulary", `${grouped(config.vocabulary)} rows; the head ${config.tiedHead ? "is the embedding" : "has weights of its own"}`),
    line("context", `up to ${grouped(contextMax)} tokens`),
    ...(drafts ? [line("guesses", "a few tokens ahead, with its own layer (multi-token prediction)")] : []),
    ...(unused.tensors ? [line("not loaded", `${grouped(unused.tensors)} tensors, ${size(unused.bytes)} (vision)`)] : []),
    line("memory", `${size(memory.weights)} of weights, then for each conversation ${size(1000 * memory.perToken)} per 1,000 tokens${memory.perConversation ? ` and ${size(memory.perConversation)} of recurrent state` : ""}`),
    line("", `one conversation over the whole context: ${size(whole)}; this computer has ${size(totalmem())}${tooLarge ? ", which is too little even for a short one" : ""}`),
    line("speed", expected
      ? `about ${rounded(expected.tokensPerSecond)} tokens/s at most: each reads ${size(bytesPerToken)}, and ${expected.threads} ${expected.threads === 1 ? "thread" : "threads"} here just read ${expected.readSpeed.toFixed(1)} GB/s`
      : `each token reads ${size(bytesPerToken)}`),
  ];
}

const FAMILY = { "qwen3.5": "Qwen3.5", qwen3: "Qwen3", qwen2: "Qwen2", llama: "Llama" } as const;

function count<T>(list: readonly T[], wanted: T): number {
  return list.filter((each) => each === wanted).length;
}

function short(parameters: number): string {
  return parameters >= 1e9 ? `${(parameters / 1e9).toFixed(2)} billion` : `${(parameters / 1e6).toFixed(1)} million`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

function rounded(value: number): string {
  return value >= 20 ? String(Math.round(value)) : value.toPrecision(2);
}
