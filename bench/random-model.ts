/**
 * A GGUF file with random weights in the shape of a real checkpoint, for measuring speed: neither llama.cpp nor this
 * engine cares what the numbers are. The vocabulary is Qwen3.5's (vectors/real), so that the head has its real size.
 *
 *   node bench/random-model.ts qwen3.5-0.8b Q4_0 FILE.gguf
 */
import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { gunzipSync } from "node:zlib";

type Quantisation = "F32" | "Q4_0" | "Q8_0" | "Q6_K";
interface Planned { readonly name: string; readonly dims: readonly number[]; readonly type: Quantisation; readonly values: "norm" | "decay" | "random" }

const GGML: Record<Quantisation, { id: number; elements: number; bytes: number }> = {
  F32: { id: 0, elements: 1, bytes: 4 },
  Q4_0: { id: 2, elements: 32, bytes: 18 },
  Q8_0: { id: 8, elements: 32, bytes: 34 },
  Q6_K: { id: 14, elements: 256, bytes: 210 },
};
const SHAPES = {
  "qwen3.5-0.8b": { arch: "qwen35", hidden: 1024, layers: 24, heads: 8, kvHeads: 2, feedForward: 3584, valueHeads: 16 },
  // Attention in every layer as in Qwen3, all widths as above; the feed-forward layers make up for what DeltaNet has more.
  "qwen3-0.8b": { arch: "qwen3", hidden: 1024, layers: 24, heads: 8, kvHeads: 2, feedForward: 5024, valueHeads: 0 },
};
const VOCABULARY = 248_320;

export function writeRandomModel(shapeName: keyof typeof SHAPES, type: "Q4_0" | "Q8_0", path: string): void {
  const { arch, hidden, layers, heads, kvHeads, feedForward, valueHeads } = SHAPES[shapeName];
  const hybrid = arch === "qwen35";
  const valueWidth = valueHeads * 128;
  const convolved = 4096 + valueWidth;
  const plan: Planned[] = [];
  const matrix = (name: string, rows: number, cols: number, as: Quantisation = type) =>
    plan.push({ name: `${name}.weight`, dims: [cols, rows], type: as, values: "random" });
  const vector = (name: string, length: number, values: Planned["values"] = "norm") => plan.push({ name, dims: [length], type: "F32", values });

  // llama.cpp's quantiser keeps the head of a Q4_0 file in Q6_K.
  matrix("token_embd", VOCABULARY, hidden, type === "Q4_0" ? "Q6_K" : type);
  vector("output_norm.weight", hidden);
  for (let layer = 0; layer < layers; layer++) {
    const at = `blk.${layer}`;
    vector(`${at}.attn_norm.weight`, hidden);
    vector(hybrid ? `${at}.post_attention_norm.weight` : `${at}.ffn_norm.weight`, hidden);
    if (!hybrid || (layer + 1) % 4 === 0) {
      matrix(`${at}.attn_q`, heads * (hybrid ? 512 : 256), hidden);
      matrix(`${at}.attn_k`, kvHeads * 256, hidden);
      matrix(`${at}.attn_v`, kvHeads * 256, hidden);
      matrix(`${at}.attn_output`, hidden, heads * 256);
      vector(`${at}.attn_q_norm.weight`, 256);
      vector(`${at}.attn_k_norm.weight`, 256);
    } else {
      matrix(`${at}.attn_qkv`, convolved, hidden);
      matrix(`${at}.attn_gate`, valueWidth, hidden);
      plan.push({ name: `${at}.ssm_conv1d.weight`, dims: [4, convolved], type: "F32", values: "norm" });
      vector(`${at}.ssm_dt.bias`, valueHeads);
      vector(`${at}.ssm_a`, valueHeads, "decay");
      matrix(`${at}.ssm_beta`, valueHeads, hidden);
      matrix(`${at}.ssm_alpha`, valueHeads, hidden);
      vector(`${at}.ssm_norm.weight`, 128);
      matrix(`${at}.ssm_out`, hidden, valueWidth);
    }
    matrix(`${at}.ffn_gate`, feedForward, hidden);
    matrix(`${at}.ffn_up`, feedForward, hidden);
    matrix(`${at}.ffn_down`, hidden, feedForward);
  }
  const keys: [string, Value][] = [
    ["general.architecture", text(arch)],
    ["general.name", text(`${shapeName} with random weights`)],
    [`${arch}.context_length`, u32(262_144)],
    [`${arch}.embedding_length`, u32(hidden)],
    [`${arch}.block_count`, u32(layers)],
    [`${arch}.attention.head_count`, u32(heads)],
    [`${arch}.attention.head_count_kv`, u32(kvHeads)],
    [`${arch}.attention.key_length`, u32(256)],
    [`${arch}.attention.value_length`, u32(256)],
    [`${arch}.attention.layer_norm_rms_epsilon`, f32(1e-6)],
    [`${arch}.feed_forward_length`, u32(feedForward)],
    [`${arch}.rope.freq_base`, f32(1e7)],
    ...(hybrid ? ([
      [`${arch}.rope.dimension_count`, u32(64)],
      [`${arch}.rope.dimension_sections`, list(5, [11, 11, 10, 0].map(i32))],
      [`${arch}.ssm.conv_kernel`, u32(4)],
      [`${arch}.ssm.state_size`, u32(128)],
      [`${arch}.ssm.group_count`, u32(16)],
      [`${arch}.ssm.time_step_rank`, u32(valueHeads)],
      [`${arch}.ssm.inner_size`, u32(valueWidth)],
      [`${arch}.full_attention_interval`, u32(4)],
    ] as [string, Value][]) : []),
    ...tokenizerKeys(),
    ["general.quantization_version", u32(2)],
  ];
  writeGguf(path, keys, plan);
}

function tokenizerKeys(): [string, Value][] {
  const folder = new URL("../vectors/real/", import.meta.url);
  const lines = gunzipSync(readFileSync(new URL("qwen3.5.tiktoken.gz", folder))).toString().trim().split("\n");
  const control = /`(<[^`]*>)`/g;
  const readme = readFileSync(new URL("README.md", folder), "utf8").split("## qwen3.5.tiktoken.gz")[1] ?? "";
  const added = [...readme.matchAll(control)].map((match) => match[1]!).slice(0, 33);
  const tokens = [...lines.map((line) => byteLetters(Buffer.from(line.split(" ")[0]!, "base64"))), ...added];
  const types = [...lines.map(() => 1), ...added.map((token) => (token.startsWith("<|") ? 3 : 4))];
  for (let id = tokens.length; id < VOCABULARY; id++) {
    tokens.push(`[PAD${id}]`);
    types.push(5);
  }
  const template = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";
  return [
    ["tokenizer.ggml.model", text("gpt2")],
    ["tokenizer.ggml.pre", text("qwen35")],
    ["tokenizer.ggml.tokens", list(8, tokens.map(text))],
    ["tokenizer.ggml.token_type", list(5, types.map(i32))],
    ["tokenizer.ggml.merges", list(8, ["Ġ Ġ", "ĠĠ ĠĠ", "i n", "Ġ t"].map(text))],
    ["tokenizer.ggml.eos_token_id", u32(248_046)],
    ["tokenizer.ggml.padding_token_id", u32(248_044)],
    ["tokenizer.ggml.add_bos_token", { type: 7, bytes: Buffer.from([0]) }],
    ["tokenizer.chat_template", text(template)],
  ];
}

// GPT-2's printable letters for bytes.
const PLAIN = [...range(33, 127), ...range(161, 173), ...range(174, 256)];
const LETTERS = new Map(PLAIN.map((byte) => [byte, String.fromCodePoint(byte)]));
for (let byte = 0, next = 256; byte < 256; byte++) if (!LETTERS.has(byte)) LETTERS.set(byte, String.fromCodePoint(next++));

function byteLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS.get(byte)).join("");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

// ── GGUF v3 ──

interface Value { readonly type: number; readonly bytes: Buffer }

function number(type: number, size: number, put: (buffer: Buffer) => void): Value {
  const bytes = Buffer.alloc(size);
  put(bytes);
  return { type, bytes };
}
function u32(value: number): Value { return number(4, 4, (buffer) => buffer.writeUInt32LE(value)); }
function i32(value: number): Value { return number(5, 4, (buffer) => buffer.writeInt32LE(value)); }
function f32(value: number): Value { return number(6, 4, (buffer) => buffer.writeFloatLE(value)); }
function u64(value: number): Buffer { return number(10, 8, (buffer) => buffer.writeBigUInt64LE(BigInt(value))).bytes; }
function text(value: string): Value {
  const utf8 = Buffer.from(value);
  return { type: 8, bytes: Buffer.concat([u64(utf8.length), utf8]) };
}
function list(type: number, values: readonly Value[]): Value {
  return { type: 9, bytes: Buffer.concat([u32(type).bytes, u64(values.length), ...values.map((value) => value.bytes)]) };
}

function writeGguf(path: string, keys: readonly [string, Value][], plan: readonly Planned[]): void {
  const aligned = (bytes: number) => Math.ceil(bytes / 32) * 32;
  const sizes = plan.map(({ dims, type }) => (dims.reduce((a, b) => a * b, 1) / GGML[type].elements) * GGML[type].bytes);
  let offset = 0;
  const table = plan.map(({ name, dims, type }, index) => {
    const entry = [text(name).bytes, u32(dims.length).bytes, ...dims.map(u64), u32(GGML[type].id).bytes, u64(offset)];
    offset += aligned(sizes[index]!);
    return Buffer.concat(entry);
  });
  const head = Buffer.concat([
    Buffer.from("GGUF"), u32(3).bytes, u64(plan.length), u64(keys.length),
    ...keys.flatMap(([key, value]) => [text(key).bytes, u32(value.type).bytes, value.bytes]),
    ...table,
  ]);
  const file = openSync(`${path}.part`, "w");
  writeSync(file, head);
  writeSync(file, Buffer.alloc(aligned(head.length) - head.length));
  const random = new Random(12_345);
  plan.forEach((tensor, index) => {
    const bytes = Buffer.alloc(aligned(sizes[index]!));
    fill(bytes.subarray(0, sizes[index]), tensor, random);
    writeSync(file, bytes);
  });
  closeSync(file);
  renameSync(`${path}.part`, path);
}

/** Weights of about 0.02, norms near 1, decays near -1: activations stay in a sane range through all layers. */
function fill(bytes: Buffer, { type, values }: Planned, random: Random): void {
  if (type === "F32") {
    for (let at = 0; at < bytes.length; at += 4) bytes.writeFloatLE(values === "decay" ? -0.5 - random.unit() : 0.9 + 0.2 * random.unit(), at);
    return;
  }
  random.bytes(bytes);
  const { bytes: block } = GGML[type];
  const half = type === "Q4_0" ? 0x1c00 : type === "Q8_0" ? 0x0d00 : 0x0300; // 2^-8, 0.0003, 4.6e-5 as f16
  for (let at = 0; at < bytes.length; at += block) {
    if (type === "Q6_K") for (let scale = 192; scale < 208; scale++) bytes[at + scale] = 8 + (bytes[at + scale]! & 15);
    bytes.writeUInt16LE(half, type === "Q6_K" ? at + 208 : at);
  }
}

/** xorshift32, four bytes a step. Source: Marsaglia, "Xorshift RNGs", 2003. */
class Random {
  #state: number;
  constructor(seed: number) { this.#state = seed; }
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (this.#state = x) >>> 0;
  }
  unit(): number { return this.next() / 2 ** 32; }
  bytes(target: Buffer): void {
    const words = target.length >> 2;
    for (let word = 0; word < words; word++) target.writeUInt32LE(this.next(), word * 4);
  }
}

if (import.meta.main) {
  const [shape, type, path] = process.argv.slice(2);
  if (!path || !shape || !(shape in SHAPES) || (type !== "Q4_0" && type !== "Q8_0")) {
    console.error(`usage: node bench/random-model.ts ${Object.keys(SHAPES).join("|")} Q4_0|Q8_0 FILE.gguf`);
    process.exit(2);
  }
  writeRandomModel(shape as keyof typeof SHAPES, type, path);
}
