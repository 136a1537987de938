import { InputError } from "@wanwen/core";
import type { MetadataValue } from "@wanwen/formats";
import type { ModelConfig } from "./types.ts";

/** How the checkpoint's makers want it sampled; whatever they left open is undefined. */
export interface RecommendedSampling {
  /** `do_sample: false`: always the likeliest token. */
  readonly greedy?: boolean;
  readonly temperature?: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly repetitionPenalty?: number;
  readonly presencePenalty?: number;
}

// Larger than any published model; they keep a hostile file from asking for memory that its tensors do not justify.
const LAYERS_MAX = 1024;
const HEADS_MAX = 4096;
const HEAD_SIZE_MAX = 1024;
const CONVOLUTION_MAX = 64;
const WIDTH_MAX = 1 << 20;
const CONTEXT_MAX = 1 << 24;

/**
 * Reads `config.json` of a Qwen3.5 (dense) or Qwen2 checkpoint. The text settings may lie in `text_config`.
 * @param json the parsed file
 * @throws InputError naming the key, what was expected and what was there
 */
export function configFromJson(json: unknown, endIds: readonly number[] = []): ModelConfig {
  const top = new Settings("config.json", objectOf(json, "config.json"));
  const text = top.has("text_config") ? top.group("text_config") : top;
  const type = top.text("model_type");
  const family = familyOfJson(type);
  text.expect("hidden_act", "silu", "silu");

  const hidden = text.integer("hidden_size", WIDTH_MAX);
  const heads = text.integer("num_attention_heads", HEADS_MAX);
  const kvHeads = text.integer("num_key_value_heads", HEADS_MAX, heads);
  const headSize = text.integer("head_dim", HEAD_SIZE_MAX, Math.floor(hidden / heads));
  const layerCount = text.integer("num_hidden_layers", LAYERS_MAX);
  // Newer files keep all of rotary embedding in one group, older ones lay it flat.
  const rope = text.has("rope_parameters") ? text.group("rope_parameters") : text;
  const scaling = text.has("rope_scaling") ? text.group("rope_scaling") : rope;
  scaling.expectOneOf(scaling.has("rope_type") ? "rope_type" : "type", ["default", "mrope"], "default");

  const shared = {
    family,
    hidden,
    vocabulary: text.integer("vocab_size", WIDTH_MAX * 16),
    contextMax: text.integer("max_position_embeddings", CONTEXT_MAX),
    normEps: text.number("rms_norm_eps", 1e-6),
    tiedHead: top.flag("tie_word_embeddings", text.flag("tie_word_embeddings", false)),
    feedForward: text.integer("intermediate_size", WIDTH_MAX),
    endIds: unique([...endIds, ...top.ids("eos_token_id"), ...text.ids("eos_token_id")]),
  };

  switch (family) {
    case "qwen2":
      text.expect("use_sliding_window", false, false);
      return checked("config.json", {
        ...shared,
        attention: {
          heads,
          kvHeads,
          headSize,
          rotaryFrequencies: rotaryFrequencies(headSize, rope.number("rope_theta", 1e6)),
          gatedWithNorms: false,
          biases: true,
        },
        layers: Array.from({ length: layerCount }, () => "attention" as const),
      });
    case "qwen3.5": {
      text.expect("attention_bias", false, false);
      text.expect("attn_output_gate", true, true);
      const share = rope.number("partial_rotary_factor", text.number("partial_rotary_factor", 0.25));
      return checked("config.json", {
        ...shared,
        attention: {
          heads,
          kvHeads,
          headSize,
          rotaryFrequencies: rotaryFrequencies(Math.round(headSize * share), rope.number("rope_theta", 1e7)),
          gatedWithNorms: true,
          biases: false,
        },
        deltaNet: {
          keyHeads: text.integer("linear_num_key_heads", HEADS_MAX),
          valueHeads: text.integer("linear_num_value_heads", HEADS_MAX),
          keySize: text.integer("linear_key_head_dim", HEAD_SIZE_MAX),
          valueSize: text.integer("linear_value_head_dim", HEAD_SIZE_MAX),
          convolution: text.integer("linear_conv_kernel_dim", CONVOLUTION_MAX),
          headOrder: "grouped",
        },
        layers: layersOfJson(text, layerCount),
      });
    }
    default:
      return family satisfies never;
  }
}

function familyOfJson(type: string): ModelConfig["family"] {
  if (type === "qwen3_5" || type === "qwen3_5_text") return "qwen3.5";
  if (type === "qwen2") return "qwen2";
  throw new InputError(`config.json: model_type: expected qwen3_5, qwen3_5_text or qwen2, got ${JSON.stringify(type)}`, {
    param: "model_type",
  });
}

function layersOfJson(text: Settings, count: number): ModelConfig["layers"] {
  if (!text.has("layer_types")) return everyNth(count, text.integer("full_attention_interval", LAYERS_MAX, 4));
  const types = text.list("layer_types");
  if (types.length !== count) {
    throw new InputError(`config.json: layer_types: expected ${count} entries, got ${types.length}`, { param: "layer_types" });
  }
  return types.map((type) => {
    if (type === "linear_attention") return "deltaNet";
    if (type === "full_attention") return "attention";
    throw new InputError(
      `config.json: layer_types: expected linear_attention or full_attention, got ${JSON.stringify(type)}`,
      { param: "layer_types" },
    );
  });
}

/** Layer i (from 0) is full attention when (i + 1) is a multiple of the interval. */
function everyNth(count: number, interval: number): ModelConfig["layers"] {
  return Array.from({ length: count }, (_, i) => ((i + 1) % interval === 0 ? "attention" : "deltaNet"));
}

/**
 * Reads the keys of a GGUF file of architecture `qwen35` or `qwen2`, in llama.cpp's dialect and in Ollama's (key/value
 * heads as a list with zeros for the recurrent layers).
 * @param tensors names and shapes decide what no key tells: the vocabulary's rows and whether the head is tied
 * @throws InputError naming the key, what was expected and what was there
 */
export function configFromGguf(
  metadata: ReadonlyMap<string, MetadataValue>,
  tensors: ReadonlyMap<string, { readonly shape: readonly number[] }>,
): ModelConfig {
  const all = new Settings("GGUF keys", metadata);
  const architecture = all.text("general.architecture");
  const family = familyOfGguf(architecture);
  const keys = all.under(architecture);

  const hidden = keys.integer("embedding_length", WIDTH_MAX);
  const heads = keys.integer("attention.head_count", HEADS_MAX);
  const kvHeadsPerLayer = keys.integers("attention.head_count_kv", HEADS_MAX);
  const kvHeads = Math.max(...kvHeadsPerLayer);
  const headSize = keys.integer("attention.key_length", HEAD_SIZE_MAX, Math.floor(hidden / heads));
  // The multi-token-prediction block, when it is in the file, counts as a last layer.
  const blocks = keys.integer("block_count", LAYERS_MAX);
  const layerCount = blocks - keys.integer("nextn_predict_layers", LAYERS_MAX, 0, 0);
  keys.expect("rope.scaling.type", "none", "none");

  const embedding = tensors.get("token_embd.weight");
  if (!embedding) throw new InputError("GGUF tensors: expected token_embd.weight, not in the file", { param: "token_embd.weight" });
  const shared = {
    family,
    hidden,
    vocabulary: embedding.shape[0] ?? 0,
    contextMax: keys.integer("context_length", CONTEXT_MAX),
    normEps: keys.number("attention.layer_norm_rms_epsilon", 1e-6),
    tiedHead: !tensors.has("output.weight"),
    feedForward: keys.integer("feed_forward_length", WIDTH_MAX),
    endIds: unique(all.ids("tokenizer.ggml.eos_token_id")),
  };

  switch (family) {
    case "qwen2":
      return checked("GGUF keys", {
        ...shared,
        attention: {
          heads,
          kvHeads,
          headSize,
          rotaryFrequencies: rotaryFrequencies(
            keys.integer("rope.dimension_count", HEAD_SIZE_MAX, headSize),
            keys.number("rope.freq_base", 1e6),
          ),
          gatedWithNorms: false,
          biases: true,
        },
        layers: Array.from({ length: layerCount }, () => "attention" as const),
      });
    case "qwen3.5": {
      const valueHeads = keys.integer("ssm.time_step_rank", HEADS_MAX);
      return checked("GGUF keys", {
        ...shared,
        attention: {
          heads,
          kvHeads,
          headSize,
          rotaryFrequencies: rotaryFrequencies(
            keys.integer("rope.dimension_count", HEAD_SIZE_MAX, Math.floor(headSize / 4)),
            keys.number("rope.freq_base", 1e7),
          ),
          gatedWithNorms: true,
          biases: false,
        },
        deltaNet: {
          keyHeads: keys.integer("ssm.group_count", HEADS_MAX),
          valueHeads,
          keySize: keys.integer("ssm.state_size", HEAD_SIZE_MAX),
          valueSize: Math.floor(keys.integer("ssm.inner_size", WIDTH_MAX) / valueHeads),
          convolution: keys.integer("ssm.conv_kernel", CONVOLUTION_MAX),
          headOrder: "tiled",
        },
        layers: layersOfGguf(keys, kvHeadsPerLayer, layerCount),
      });
    }
    default:
      return family satisfies never;
  }
}

function familyOfGguf(architecture: string): ModelConfig["family"] {
  if (architecture === "qwen35") return "qwen3.5";
  if (architecture === "qwen2") return "qwen2";
  throw new InputError(
    `GGUF keys: general.architecture: expected qwen35 or qwen2, got ${JSON.stringify(architecture)}`,
    { param: "general.architecture" },
  );
}

function layersOfGguf(keys: Settings, kvHeadsPerLayer: readonly number[], count: number): ModelConfig["layers"] {
  if (keys.has("attention.recurrent_layers")) {
    const recurrent = keys.list("attention.recurrent_layers").slice(0, count);
    if (recurrent.length === count) return recurrent.map((yes) => (yes ? "deltaNet" : "attention"));
  }
  if (kvHeadsPerLayer.length >= count && kvHeadsPerLayer.includes(0)) {
    return kvHeadsPerLayer.slice(0, count).map((heads) => (heads === 0 ? "deltaNet" : "attention"));
  }
  return everyNth(count, keys.integer("full_attention_interval", LAYERS_MAX, 4));
}

/** `generation_config.json`, or GGUF's `general.sampling.*` keys, as far as they speak about sampling. */
export function recommendedFromJson(json: unknown): RecommendedSampling {
  const file = new Settings("generation_config.json", objectOf(json, "generation_config.json"));
  return {
    ...(file.has("do_sample") && !file.flag("do_sample", true) ? { greedy: true } : {}),
    ...file.numbers({
      temperature: "temperature",
      topK: "top_k",
      topP: "top_p",
      minP: "min_p",
      repetitionPenalty: "repetition_penalty",
      presencePenalty: "presence_penalty",
    }),
  };
}

/** See `recommendedFromJson`. */
export function recommendedFromGguf(metadata: ReadonlyMap<string, MetadataValue>): RecommendedSampling {
  return new Settings("GGUF keys", metadata).under("general.sampling").numbers({
    temperature: "temp",
    topK: "top_k",
    topP: "top_p",
    minP: "min_p",
    repetitionPenalty: "penalty_repeat",
  });
}

/** Ids that end a reply, from `generation_config.json`: one number or a list. */
export function endIdsFromJson(json: unknown): readonly number[] {
  return new Settings("generation_config.json", objectOf(json, "generation_config.json")).ids("eos_token_id");
}

/** base^(-2i/R) for i < R/2. */
function rotaryFrequencies(dims: number, base: number): Float64Array {
  return Float64Array.from({ length: Math.floor(dims / 2) }, (_, i) => base ** ((-2 * i) / dims));
}

/** What must hold between the settings, whichever file they came from. */
function checked(where: string, config: ModelConfig): ModelConfig {
  const { heads, kvHeads, headSize, rotaryFrequencies: frequencies } = config.attention;
  const demand = (holds: boolean, expected: string, got: string) => {
    if (!holds) throw new InputError(`${where}: expected ${expected}, got ${got}`);
  };
  demand(kvHeads > 0 && heads % kvHeads === 0, "attention heads in whole groups per key/value head", `${heads} and ${kvHeads}`);
  demand(headSize > 0, "a head size of at least 1", `${headSize}`);
  demand(frequencies.length > 0 && 2 * frequencies.length <= headSize, `rotated dims from 2 to ${headSize}`, `${2 * frequencies.length}`);
  demand(config.layers.length > 0, "at least one layer", `${config.layers.length}`);
  demand(config.vocabulary > 0, "a vocabulary", `${config.vocabulary} rows`);
  demand(config.normEps > 0 && config.normEps < 1, "a norm epsilon between 0 and 1", `${config.normEps}`);
  if (config.deltaNet) {
    const { keyHeads, valueHeads, valueSize, convolution } = config.deltaNet;
    demand(valueHeads % keyHeads === 0, "value heads in whole groups per key head", `${valueHeads} and ${keyHeads}`);
    demand(valueSize > 0 && valueSize <= HEAD_SIZE_MAX, `a value head size from 1 to ${HEAD_SIZE_MAX}`, `${valueSize}`);
    demand(convolution > 1, "a convolution over at least 2 positions", `${convolution}`);
  }
  return config;
}

function unique(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)];
}

function objectOf(json: unknown, where: string): ReadonlyMap<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new InputError(`${where}: expected an object, got ${describe(json)}`);
  }
  return new Map(Object.entries(json));
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Named values of an untrusted file; each getter checks what it returns and says what was wrong where. */
class Settings {
  readonly #where: string;
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #prefix: string;

  constructor(where: string, values: ReadonlyMap<string, unknown>, prefix = "") {
    this.#where = where;
    this.#values = values;
    this.#prefix = prefix;
  }

  /** JSON nulls count as absent. */
  has(key: string): boolean {
    return this.#get(key) !== undefined;
  }

  /** The same values, seen through keys that all begin with `prefix.`. */
  under(prefix: string): Settings {
    return new Settings(this.#where, this.#values, `${this.#prefix}${prefix}.`);
  }

  /** A JSON object inside. */
  group(key: string): Settings {
    return new Settings(`${this.#where}: ${key}`, objectOf(this.#get(key), `${this.#where}: ${key}`));
  }

  integer(key: string, max: number, otherwise?: number, min = 1): number {
    const value = this.#get(key) ?? otherwise;
    // A list that repeats one number per layer counts as that number.
    const scalar = Array.isArray(value) && new Set(value).size === 1 ? value[0] : value;
    return this.#checkInteger(key, scalar, max, min);
  }

  /** One integer or a list of them; zeros are allowed. */
  integers(key: string, max: number): readonly number[] {
    const value = this.#get(key);
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.length === 0 || list.length > 2 * LAYERS_MAX) this.#fail(key, `1 to ${2 * LAYERS_MAX} integers`, list.length);
    return list.map((each) => this.#checkInteger(key, each, max, 0));
  }

  number(key: string, otherwise?: number): number {
    const value = this.#get(key) ?? otherwise;
    if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) this.#fail(key, "a positive number", value);
    return value;
  }

  /** The numbers that are there, under new names. */
  numbers<Name extends string>(names: Readonly<Record<Name, string>>): Partial<Record<Name, number>> {
    const found: Partial<Record<Name, number>> = {};
    for (const [name, key] of Object.entries(names) as [Name, string][]) {
      const value = this.#get(key);
      if (value === undefined) continue;
      if (typeof value !== "number" || !Number.isFinite(value)) this.#fail(key, "a number", value);
      found[name] = value;
    }
    return found;
  }

  flag(key: string, otherwise: boolean): boolean {
    const value = this.#get(key) ?? otherwise;
    if (typeof value !== "boolean") this.#fail(key, "true or false", value);
    return value;
  }

  text(key: string): string {
    const value = this.#get(key);
    if (typeof value !== "string") this.#fail(key, "a text", value);
    return value;
  }

  list(key: string): readonly unknown[] {
    const value = this.#get(key);
    if (!Array.isArray(value)) this.#fail(key, "a list", value);
    return value;
  }

  /** Token ids: absent, one number or a list. */
  ids(key: string): readonly number[] {
    const value = this.#get(key);
    if (value === undefined) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((each) => this.#checkInteger(key, each, WIDTH_MAX * 16, 0));
  }

  /** A setting that this engine knows in one form only. */
  expect(key: string, expected: unknown, otherwise: unknown): void {
    this.expectOneOf(key, [expected], otherwise);
  }

  expectOneOf(key: string, expected: readonly unknown[], otherwise: unknown): void {
    const value = this.#get(key) ?? otherwise;
    if (!expected.includes(value)) this.#fail(key, expected.map(describe).join(" or "), value);
  }

  #get(key: string): unknown {
    return this.#values.get(this.#prefix + key) ?? undefined;
  }

  #checkInteger(key: string, value: unknown, max: number, min: number): number {
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isInteger(number) || number < min || number > max) {
      this.#fail(key, `an integer from ${min} to ${max}`, value);
    }
    return number;
  }

  #fail(key: string, expected: string, got: unknown): never {
    const name = this.#prefix + key;
    throw new InputError(`${this.#where}: ${name}: expected ${expected}, got ${describe(got)}`, { param: name });
  }
}
