import { InputError } from "@wanwen/core";
import type { MetadataValue } from "@wanwen/formats";
import { type RopeScaling, rotary, type Rotary } from "./rotary.ts";
import type { ModelConfig, RecommendedSampling } from "./types.ts";

// Larger than any published model; they keep a hostile file from asking for memory that its tensors do not justify.
const LAYERS_MAX = 1024;
const HEADS_MAX = 4096;
const EXPERTS_MAX = 4096;
const HEAD_SIZE_MAX = 1024;
const CONVOLUTION_MAX = 64;
const WIDTH_MAX = 1 << 20;
const CONTEXT_MAX = 1 << 24;

/** What sets the families apart; everything else is read from the files. */
const FAMILIES: Readonly<Record<ModelConfig["family"], FamilyTraits>> = {
  "qwen3.5": { outputGate: true, queryKeyNorms: true, biases: false, zeroCentredNorms: true, rotaryShare: 0.25, rotaryBase: 1e7 },
  qwen3: { outputGate: false, queryKeyNorms: true, biases: false, zeroCentredNorms: false, rotaryShare: 1, rotaryBase: 1e6 },
  qwen2: { outputGate: false, queryKeyNorms: false, biases: true, zeroCentredNorms: false, rotaryShare: 1, rotaryBase: 1e6 },
  llama: { outputGate: false, queryKeyNorms: false, biases: false, zeroCentredNorms: false, rotaryShare: 1, rotaryBase: 1e4 },
};

interface FamilyTraits {
  readonly outputGate: boolean;
  readonly queryKeyNorms: boolean;
  readonly biases: boolean;
  /** In Hugging Face's files; GGUF has the 1 in them. */
  readonly zeroCentredNorms: boolean;
  /** How much of a head rotates, and the base of the angles, where the files do not say. */
  readonly rotaryShare: number;
  readonly rotaryBase: number;
}

interface Kind {
  readonly family: ModelConfig["family"];
  readonly mixture: boolean;
}

/** `model_type` of config.json. */
const MODEL_TYPES: ReadonlyMap<string, Kind> = new Map([
  ["qwen3_5", { family: "qwen3.5", mixture: false }],
  ["qwen3_5_text", { family: "qwen3.5", mixture: false }],
  ["qwen3_5_moe", { family: "qwen3.5", mixture: true }],
  ["qwen3_5_moe_text", { family: "qwen3.5", mixture: true }],
  ["qwen3", { family: "qwen3", mixture: false }],
  ["qwen3_moe", { family: "qwen3", mixture: true }],
  ["qwen2", { family: "qwen2", mixture: false }],
  ["llama", { family: "llama", mixture: false }],
]);

/** `general.architecture` of a GGUF file. */
const ARCHITECTURES: ReadonlyMap<string, Kind> = new Map([
  ["qwen35", { family: "qwen3.5", mixture: false }],
  ["qwen35moe", { family: "qwen3.5", mixture: true }],
  ["qwen3", { family: "qwen3", mixture: false }],
  ["qwen3moe", { family: "qwen3", mixture: true }],
  ["qwen2", { family: "qwen2", mixture: false }],
  ["llama", { family: "llama", mixture: false }],
]);

function kindNamed(name: string, kinds: ReadonlyMap<string, Kind>, where: string, key: string): Kind {
  const kind = kinds.get(name);
  if (kind) return kind;
  throw new InputError(`${where}: ${key}: expected ${[...kinds.keys()].join(", ").replace(/, (?=[^,]*$)/, " or ")}, got ${JSON.stringify(name)}`, {
    param: key,
  });
}

/**
 * Reads `config.json` of a Qwen3.5, Qwen3, Qwen2 or Llama checkpoint. The text settings may lie in `text_config`.
 * @param json the parsed file
 * @throws InputError naming the key, what was expected and what was there
 */
export function configFromJson(json: unknown, endIds: readonly number[] = []): ModelConfig {
  const top = new Settings("config.json", objectOf(json, "config.json"));
  const text = top.has("text_config") ? top.group("text_config") : top;
  const { family, mixture } = kindNamed(top.text("model_type"), MODEL_TYPES, "config.json", "model_type");
  const { outputGate, queryKeyNorms, biases, zeroCentredNorms, rotaryShare, rotaryBase } = FAMILIES[family];
  text.expect("hidden_act", "silu", "silu");
  text.expect("attention_bias", biases, biases);
  text.expect("mlp_bias", false, false);
  text.expect("use_sliding_window", false, false);
  if (outputGate) text.expect("attn_output_gate", true, true);

  const hidden = text.integer("hidden_size", WIDTH_MAX);
  const heads = text.integer("num_attention_heads", HEADS_MAX);
  const headSize = text.integer("head_dim", HEAD_SIZE_MAX, Math.floor(hidden / heads));
  const layerCount = text.integer("num_hidden_layers", LAYERS_MAX);
  const trainedContext = text.integer("max_position_embeddings", CONTEXT_MAX);
  // Newer files keep all of rotary embedding in one group, older ones lay it flat.
  const rope = text.has("rope_parameters") ? text.group("rope_parameters") : text;
  const share = rope.number("partial_rotary_factor", text.number("partial_rotary_factor", rotaryShare));
  if (!(share > 0 && share <= 1)) {
    throw new InputError(`config.json: partial_rotary_factor: expected a share of a head, above 0 and up to 1, got ${share}`, {
      param: "partial_rotary_factor",
    });
  }
  const scaling = scalingOfJson(text.has("rope_scaling") ? text.group("rope_scaling") : rope, trainedContext);

  return checked("config.json", {
    family,
    hidden,
    vocabulary: text.integer("vocab_size", WIDTH_MAX * 16),
    contextMax: reach(scaling, trainedContext),
    normEps: text.number("rms_norm_eps", 1e-6),
    zeroCentredNorms,
    tiedHead: top.flag("tie_word_embeddings", text.flag("tie_word_embeddings", false)),
    feedForward: mixture ? 0 : text.integer("intermediate_size", WIDTH_MAX),
    ...(mixture && { experts: expertsOfJson(text, family) }),
    endIds: unique([...endIds, ...top.ids("eos_token_id"), ...text.ids("eos_token_id")]),
    attention: {
      heads,
      kvHeads: text.integer("num_key_value_heads", HEADS_MAX, heads),
      headSize,
      ...turning(rotary(Math.round(headSize * share), rope.number("rope_theta", rotaryBase), scaling)),
      outputGate,
      queryKeyNorms,
      biases,
      storedPairs: "halves",
    },
    ...(family === "qwen3.5"
      ? {
          deltaNet: {
            keyHeads: text.integer("linear_num_key_heads", HEADS_MAX),
            valueHeads: text.integer("linear_num_value_heads", HEADS_MAX),
            keySize: text.integer("linear_key_head_dim", HEAD_SIZE_MAX),
            valueSize: text.integer("linear_value_head_dim", HEAD_SIZE_MAX),
            convolution: text.integer("linear_conv_kernel_dim", CONVOLUTION_MAX),
            headOrder: "grouped" as const,
          },
          layers: layersOfJson(text, layerCount),
        }
      : { layers: Array.from({ length: layerCount }, () => "attention" as const) }),
    ...fp8OfJson(top),
  });
}

function expertsOfJson(text: Settings, family: ModelConfig["family"]): NonNullable<ModelConfig["experts"]> {
  // Some layers may be dense in a file that says so; no published model does.
  text.expect("decoder_sparse_step", 1, 1);
  text.expectEmpty("mlp_only_layers");
  return {
    // transformers 5 writes Qwen3's number under another name than its makers did.
    count: text.integer(text.has("num_local_experts") ? "num_local_experts" : "num_experts", EXPERTS_MAX),
    used: text.integer("num_experts_per_tok", EXPERTS_MAX),
    width: text.integer("moe_intermediate_size", WIDTH_MAX),
    sharedWidth: family === "qwen3.5" ? text.integer("shared_expert_intermediate_size", WIDTH_MAX) : 0,
    // Qwen3.5 always does; Qwen3's files say so, its code's own default is not to.
    renormalise: family === "qwen3.5" || text.flag("norm_topk_prob", false),
  };
}

function scalingOfJson(scaling: Settings, trainedContext: number): RopeScaling {
  const key = scaling.has("rope_type") ? "rope_type" : "type";
  const kind = scaling.oneOf(key, ["default", "mrope", "linear", "llama3", "yarn"], "default");
  switch (kind) {
    case "default": case "mrope":
      return { kind: "none" };
    case "linear":
      return { kind, factor: scaling.number("factor") };
    case "llama3":
      return {
        kind,
        factor: scaling.number("factor"),
        lowFactor: scaling.number("low_freq_factor"),
        highFactor: scaling.number("high_freq_factor"),
        original: scaling.integer("original_max_position_embeddings", CONTEXT_MAX),
      };
    case "yarn":
      return {
        kind,
        factor: scaling.number("factor"),
        original: scaling.integer("original_max_position_embeddings", CONTEXT_MAX, trainedContext),
        betaFast: scaling.number("beta_fast", 32),
        betaSlow: scaling.number("beta_slow", 1),
        ...(scaling.has("attention_factor") && { attentionFactor: scaling.number("attention_factor") }),
      };
    default:
      return kind satisfies never;
  }
}

/** Positions that the model may reach: YaRN's files often still name those of training. */
function reach(scaling: RopeScaling, trainedContext: number): number {
  return scaling.kind === "yarn" ? Math.max(trainedContext, Math.min(CONTEXT_MAX, Math.round(scaling.original * scaling.factor))) : trainedContext;
}

function turning({ frequencies, amplitude }: Rotary): Pick<ModelConfig["attention"], "rotaryFrequencies" | "rotaryAmplitude"> {
  return { rotaryFrequencies: frequencies, rotaryAmplitude: amplitude };
}

/** Official FP8 files scale blocks of 128 x 128 weights; other ways to quantise safetensors are refused by name. */
function fp8OfJson(top: Settings): Pick<ModelConfig, "fp8Block"> {
  if (!top.has("quantization_config")) return {};
  const settings = top.group("quantization_config");
  settings.expect("quant_method", "fp8", undefined);
  const block = settings.has("weight_block_size") ? settings.integers("weight_block_size", WIDTH_MAX) : [128, 128];
  const [rows, cols] = block;
  if (block.length !== 2 || !rows || !cols) {
    throw new InputError(`config.json: quantization_config: weight_block_size: expected two sizes from 1 on, got ${describe(block)}`, {
      param: "weight_block_size",
    });
  }
  return { fp8Block: [rows, cols] };
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
 * Reads the keys of a GGUF file of architecture `qwen35`, `qwen35moe`, `qwen3`, `qwen3moe`, `qwen2` or `llama`, in
 * llama.cpp's dialect and in Ollama's (key/value heads as a list with zeros for the recurrent layers).
 * @param tensors names and shapes decide what no key tells: the vocabulary's rows and whether the head is tied
 * @throws InputError naming the key, what was expected and what was there
 */
export function configFromGguf(
  metadata: ReadonlyMap<string, MetadataValue>,
  tensors: ReadonlyMap<string, { readonly shape: readonly number[] }>,
): ModelConfig {
  const all = new Settings("GGUF keys", metadata);
  const architecture = all.text("general.architecture");
  const { family, mixture } = kindNamed(architecture, ARCHITECTURES, "GGUF keys", "general.architecture");
  const { outputGate, queryKeyNorms, biases, rotaryShare, rotaryBase } = FAMILIES[family];
  const keys = all.under(architecture);
  // Mixtral calls itself llama.
  if (!mixture) keys.expect("expert_count", 0, 0);

  const hidden = keys.integer("embedding_length", WIDTH_MAX);
  const heads = keys.integer("attention.head_count", HEADS_MAX);
  const kvHeadsPerLayer = keys.integers("attention.head_count_kv", HEADS_MAX);
  const headSize = keys.integer("attention.key_length", HEAD_SIZE_MAX, Math.floor(hidden / heads));
  // The multi-token-prediction block, when it is in the file, counts as a last layer.
  const blocks = keys.integer("block_count", LAYERS_MAX);
  const layerCount = blocks - keys.integer("nextn_predict_layers", LAYERS_MAX, 0, 0);
  const trainedContext = keys.integer("context_length", CONTEXT_MAX);
  const scaling = scalingOfGguf(keys.under("rope.scaling"), trainedContext);
  const rotaryDims = keys.integer("rope.dimension_count", HEAD_SIZE_MAX, Math.floor(headSize * rotaryShare));

  const embedding = tensors.get("token_embd.weight");
  if (!embedding) throw new InputError("GGUF tensors: expected token_embd.weight, not in the file", { param: "token_embd.weight" });
  return checked("GGUF keys", {
    family,
    hidden,
    vocabulary: embedding.shape[0] ?? 0,
    contextMax: reach(scaling, trainedContext),
    normEps: keys.number("attention.layer_norm_rms_epsilon", 1e-6),
    zeroCentredNorms: false, // the converter adds the 1
    tiedHead: !tensors.has("output.weight"),
    feedForward: mixture ? 0 : keys.integer("feed_forward_length", WIDTH_MAX),
    ...(mixture && {
      experts: {
        count: keys.integer("expert_count", EXPERTS_MAX),
        used: keys.integer("expert_used_count", EXPERTS_MAX),
        width: keys.integer("expert_feed_forward_length", WIDTH_MAX),
        sharedWidth: family === "qwen3.5" ? keys.integer("expert_shared_feed_forward_length", WIDTH_MAX) : 0,
        renormalise: true,
      },
    }),
    // Llama 3 ends a turn with another token than a text.
    endIds: unique([...all.ids("tokenizer.ggml.eos_token_id"), ...all.ids("tokenizer.ggml.eot_token_id")]),
    attention: {
      heads,
      kvHeads: Math.max(...kvHeadsPerLayer),
      headSize,
      ...turning(rotary(rotaryDims, keys.number("rope.freq_base", rotaryBase), scaling)),
      outputGate,
      queryKeyNorms,
      biases,
      storedPairs: family === "llama" ? "neighbours" : "halves",
    },
    ...(family === "qwen3.5"
      ? { deltaNet: deltaNetOfGguf(keys), layers: layersOfGguf(keys, kvHeadsPerLayer, layerCount) }
      : { layers: Array.from({ length: layerCount }, () => "attention" as const) }),
  });
}

function deltaNetOfGguf(keys: Settings): NonNullable<ModelConfig["deltaNet"]> {
  const valueHeads = keys.integer("ssm.time_step_rank", HEADS_MAX);
  return {
    keyHeads: keys.integer("ssm.group_count", HEADS_MAX),
    valueHeads,
    keySize: keys.integer("ssm.state_size", HEAD_SIZE_MAX),
    valueSize: Math.floor(keys.integer("ssm.inner_size", WIDTH_MAX) / valueHeads),
    convolution: keys.integer("ssm.conv_kernel", CONVOLUTION_MAX),
    headOrder: "tiled",
  };
}

function scalingOfGguf(keys: Settings, trainedContext: number): RopeScaling {
  const kind = keys.oneOf("type", ["none", "linear", "yarn"], "none");
  switch (kind) {
    case "none":
      return { kind };
    case "linear":
      return { kind, factor: keys.number("factor") };
    case "yarn": {
      const factor = keys.number("factor");
      return {
        kind,
        factor,
        original: keys.integer("original_context_length", CONTEXT_MAX, trainedContext),
        betaFast: keys.number("yarn_beta_fast", 32),
        betaSlow: keys.number("yarn_beta_slow", 1),
        // The key multiplies the usual factor.
        attentionFactor: keys.number("attn_factor", 1) * (0.1 * Math.log(Math.max(1, factor)) + 1),
      };
    }
    default:
      return kind satisfies never;
  }
}

/**
 * Llama 3.1 and later: the converter works the scaling out and stores what each frequency is divided by.
 * @param factors [R/2], the values of `rope_freqs.weight`
 * @throws InputError unless there is one positive number for each pair
 */
export function withRotaryFactors(config: ModelConfig, factors: Float32Array): ModelConfig {
  const { rotaryFrequencies } = config.attention;
  if (factors.length !== rotaryFrequencies.length || !factors.every((factor) => factor > 0 && Number.isFinite(factor))) {
    throw new InputError(`rope_freqs.weight: expected ${rotaryFrequencies.length} positive numbers, got ${factors.length} values`, {
      param: "rope_freqs.weight",
    });
  }
  return { ...config, attention: { ...config.attention, rotaryFrequencies: rotaryFrequencies.map((each, i) => each / factors[i]!) } };
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

/** Ids of the tokens that templates call `bos_token` and `eos_token`, as far as the files name them. */
export interface TemplateTokens {
  readonly begin?: number | undefined;
  readonly end?: number | undefined;
}

export function templateTokensFromGguf(metadata: ReadonlyMap<string, MetadataValue>): TemplateTokens {
  const keys = new Settings("GGUF keys", metadata).under("tokenizer.ggml");
  return { begin: keys.ids("bos_token_id")[0], end: keys.ids("eos_token_id")[0] };
}

export function templateTokensFromJson(json: unknown): TemplateTokens {
  const top = new Settings("config.json", objectOf(json, "config.json"));
  return { begin: top.ids("bos_token_id")[0], end: top.ids("eos_token_id")[0] };
}

/** Ids that end a reply, from `generation_config.json`: one number or a list. */
export function endIdsFromJson(json: unknown): readonly number[] {
  return new Settings("generation_config.json", objectOf(json, "generation_config.json")).ids("eos_token_id");
}

/** What must hold between the settings, whichever file they came from. */
function checked(where: string, config: ModelConfig): ModelConfig {
  const { heads, kvHeads, headSize, rotaryFrequencies: frequencies, rotaryAmplitude, queryKeyNorms } = config.attention;
  const demand = (holds: boolean, expected: string, got: string) => {
    if (!holds) throw new InputError(`${where}: expected ${expected}, got ${got}`);
  };
  demand(kvHeads > 0 && heads % kvHeads === 0, "attention heads in whole groups per key/value head", `${heads} and ${kvHeads}`);
  demand(headSize > 0, "a head size of at least 1", `${headSize}`);
  demand(frequencies.length > 0 && 2 * frequencies.length <= headSize, `rotated dims from 2 to ${headSize}`, `${2 * frequencies.length}`);
  demand(config.layers.length > 0, "at least one layer", `${config.layers.length}`);
  demand(config.vocabulary > 0, "a vocabulary", `${config.vocabulary} rows`);
  demand(config.normEps > 0 && config.normEps < 1, "a norm epsilon between 0 and 1", `${config.normEps}`);
  // Without norms that could carry it for the rotated dims alone, the amplitude is part of the scores' scale.
  demand(
    rotaryAmplitude === 1 || queryKeyNorms || 2 * frequencies.length === headSize,
    `all ${headSize} dims of a head to rotate under YaRN`, `${2 * frequencies.length}`,
  );
  demand(
    config.attention.storedPairs === "halves" || 2 * frequencies.length === headSize,
    `all ${headSize} dims of a head to rotate in a file of this architecture`, `${2 * frequencies.length}`,
  );
  if (config.experts) demand(config.experts.used <= config.experts.count, `at most ${config.experts.count} experts a token`, `${config.experts.used}`);
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
    const value = this.#get(key) ?? otherwise;
    if (value !== expected) this.#fail(key, describe(expected), value);
  }

  /** A list that must be empty, or absent. */
  expectEmpty(key: string): void {
    const value = this.#get(key);
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) this.#fail(key, "[]", value);
  }

  /** One of a few words. */
  oneOf<Word extends string>(key: string, expected: readonly Word[], otherwise: Word): Word {
    const value = this.#get(key) ?? otherwise;
    const found = expected.find((word) => word === value);
    if (found === undefined) this.#fail(key, expected.map(describe).join(" or "), value);
    return found;
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
