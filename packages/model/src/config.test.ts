import { describe, expect, test } from "vitest";
import { configFromGguf, configFromJson, endIdsFromJson, recommendedFromJson, withRotaryFactors } from "./config.ts";

/** The official 0.8B file, as far as this engine reads it. */
const official = {
  model_type: "qwen3_5",
  tie_word_embeddings: true,
  text_config: {
    model_type: "qwen3_5_text",
    hidden_size: 1024,
    num_hidden_layers: 24,
    num_attention_heads: 8,
    num_key_value_heads: 2,
    head_dim: 256,
    intermediate_size: 3584,
    vocab_size: 248320,
    max_position_embeddings: 262144,
    full_attention_interval: 4,
    linear_num_key_heads: 16,
    linear_num_value_heads: 16,
    linear_key_head_dim: 128,
    linear_value_head_dim: 128,
    linear_conv_kernel_dim: 4,
    rms_norm_eps: 1e-6,
    eos_token_id: 248044,
    rope_parameters: { rope_type: "default", rope_theta: 1e7, partial_rotary_factor: 0.25, mrope_section: [11, 11, 10] },
  },
};

const tensors = new Map([["token_embd.weight", { shape: [248320, 1024] }]]);
const gguf: [string, string | number | boolean | number[]][] = [
  ["general.architecture", "qwen35"],
  ["qwen35.block_count", 24],
  ["qwen35.context_length", 262144],
  ["qwen35.embedding_length", 1024],
  ["qwen35.feed_forward_length", 3584],
  ["qwen35.attention.head_count", 8],
  ["qwen35.attention.head_count_kv", 2],
  ["qwen35.attention.key_length", 256],
  ["qwen35.attention.layer_norm_rms_epsilon", 1e-6],
  ["qwen35.rope.dimension_count", 64],
  ["qwen35.rope.freq_base", 1e7],
  ["qwen35.ssm.conv_kernel", 4],
  ["qwen35.ssm.state_size", 128],
  ["qwen35.ssm.group_count", 16],
  ["qwen35.ssm.time_step_rank", 16],
  ["qwen35.ssm.inner_size", 2048],
  ["tokenizer.ggml.eos_token_id", 248046],
];

describe("config.json", () => {
  test("the official shape of the 0.8B model is read from text_config", () => {
    const config = configFromJson(official, [248046, 248044]);
    expect(config).toMatchObject({ family: "qwen3.5", hidden: 1024, tiedHead: true, endIds: [248046, 248044] });
    expect(config.layers.filter((kind) => kind === "attention")).toHaveLength(6);
    expect(config.layers[3]).toBe("attention");
    expect(config.attention.rotaryFrequencies).toHaveLength(32);
    expect(config.attention.rotaryFrequencies[1]).toBeCloseTo(0.604296, 6);
    expect(config.attention.rotaryFrequencies[31]).toBeCloseTo(1.65482e-7, 12);
    expect(config.deltaNet).toMatchObject({ valueHeads: 16, headOrder: "grouped" });
  });

  test.each([
    ["hidden_size", -1, /config.json: text_config: hidden_size: expected an integer from 1 to \d+, got -1/],
    ["hidden_size", "big", /got "big"/],
    ["vocab_size", null, /vocab_size: expected an integer .* got nothing/],
    ["linear_value_head_dim", 1e9, /linear_value_head_dim: expected an integer from 1 to 1024, got 1000000000/],
    ["linear_num_value_heads", 17, /value heads in whole groups per key head, got 17 and 16/],
    ["layer_types", ["mamba"], /layer_types: expected 24 entries, got 1/],
    ["hidden_act", "gelu", /hidden_act: expected "silu", got "gelu"/],
    ["rope_parameters", { rope_type: "dynamic", rope_theta: 1e7 }, /rope_type: expected .* or "yarn", got "dynamic"/],
    ["rope_parameters", { rope_type: "yarn", rope_theta: 1e7 }, /rope_parameters: factor: expected a positive number, got nothing/],
  ])("%s = %j is refused with its name", (key, value, message) => {
    expect(() => configFromJson({ ...official, text_config: { ...official.text_config, [key]: value } })).toThrow(message);
  });

  test("an architecture that this engine does not know is named", () => {
    expect(() => configFromJson({ ...official, model_type: "mamba" })).toThrow(/model_type: expected qwen3_5, .* qwen2 or llama, got "mamba"/);
  });

  test("YaRN as Qwen3.5's makers recommend it stretches the slow turns and reaches a million tokens", () => {
    const rope = { ...official.text_config.rope_parameters, rope_type: "yarn", factor: 4, original_max_position_embeddings: 262144 };
    const plain = configFromJson(official).attention.rotaryFrequencies;
    const { attention, contextMax } = configFromJson({ ...official, text_config: { ...official.text_config, rope_parameters: rope } });
    expect(contextMax).toBe(4 * 262144);
    expect(attention.rotaryAmplitude).toBeCloseTo(0.1 * Math.log(4) + 1, 12);
    // Pairs up to 14 are kept, from 22 on divided by 4, and 18 is half-way.
    expect([0, 14, 18, 22, 31].map((i) => attention.rotaryFrequencies[i]! / plain[i]!)).toEqual([1, 1, 0.625, 0.25, 0.25].map((ratio) => expect.closeTo(ratio, 9)));
  });

  test("a mixture of experts has no width of its own but its experts'", () => {
    const { intermediate_size: _, ...text } = official.text_config;
    const moe = { ...text, num_experts: 256, num_experts_per_tok: 8, moe_intermediate_size: 512, shared_expert_intermediate_size: 512 };
    expect(configFromJson({ ...official, model_type: "qwen3_5_moe", text_config: moe })).toMatchObject({
      family: "qwen3.5", feedForward: 0, experts: { count: 256, used: 8, width: 512, sharedWidth: 512, renormalise: true },
    });
    expect(() => configFromJson({ ...official, model_type: "qwen3_5_moe", text_config: { ...moe, num_experts_per_tok: 257 } })).toThrow(
      "config.json: expected at most 256 experts a token, got 257",
    );
    expect(() => configFromJson({ ...official, model_type: "qwen3_5_moe", text_config: { ...moe, mlp_only_layers: [0] } })).toThrow(
      "mlp_only_layers: expected [], got [0]",
    );
  });

  test("FP8 is read, other ways to quantise safetensors are refused by name", () => {
    const quantised = (settings: object) => configFromJson({ ...official, quantization_config: settings });
    expect(quantised({ quant_method: "fp8", weight_block_size: [128, 64] }).fp8Block).toEqual([128, 64]);
    expect(() => quantised({ quant_method: "gptq", bits: 4 })).toThrow('quantization_config: quant_method: expected "fp8", got "gptq"');
    expect(() => quantised({ quant_method: "fp8", weight_block_size: [128, 0] })).toThrow("weight_block_size: expected two sizes from 1 on, got [128,0]");
  });

  test("Qwen3 has norms and a head size of its own, Llama neither; both turn whole heads", () => {
    const small = { hidden_size: 1024, num_hidden_layers: 28, num_attention_heads: 16, num_key_value_heads: 8, intermediate_size: 3072, vocab_size: 151936, max_position_embeddings: 40960 };
    expect(configFromJson({ ...small, model_type: "qwen3", head_dim: 128, rope_theta: 1e6 })).toMatchObject({
      family: "qwen3", zeroCentredNorms: false,
      attention: { headSize: 128, queryKeyNorms: true, outputGate: false, biases: false, rotaryAmplitude: 1 },
    });
    const llama3 = { rope_type: "llama3", factor: 8, low_freq_factor: 1, high_freq_factor: 4, original_max_position_embeddings: 8192 };
    const { attention, contextMax } = configFromJson({ ...small, model_type: "llama", rope_theta: 5e5, rope_scaling: llama3 });
    expect({ attention, contextMax }).toMatchObject({ contextMax: 40960, attention: { headSize: 64, queryKeyNorms: false, storedPairs: "halves" } });
    expect([0, 31].map((i) => attention.rotaryFrequencies[i]! / 5e5 ** ((-2 * i) / 64))).toEqual([1, 0.125]);
  });

  test.each([[null], [[]], ["x"], [undefined]])("%j instead of an object is refused", (json) => {
    expect(() => configFromJson(json)).toThrow(/^config.json: expected an object/);
  });
});

describe("GGUF keys", () => {
  test("llama.cpp's and Ollama's dialects mean the same model as config.json", () => {
    const plain = configFromGguf(new Map(gguf), tensors);
    const perLayer = Array.from({ length: 24 }, (_, i) => (i % 4 === 3 ? 2 : 0));
    const ollama = configFromGguf(new Map([...gguf, ["qwen35.attention.head_count_kv", perLayer]]), tensors);
    expect(ollama).toEqual(plain);
    const fromJson = configFromJson(official, [248046]);
    expect(plain).toEqual({ ...fromJson, endIds: [248046], zeroCentredNorms: false, deltaNet: { ...fromJson.deltaNet, headOrder: "tiled" } });
  });

  test("a multi-token-prediction block is not a layer", () => {
    const withMtp = configFromGguf(new Map([...gguf, ["qwen35.block_count", 25], ["qwen35.nextn_predict_layers", 1]]), tensors);
    expect(withMtp.layers).toHaveLength(24);
  });

  test("Llama's pairs lie side by side, Llama 3's frequencies are divided by what the file says, Mixtral is refused", () => {
    const llama: [string, string | number][] = [
      ["general.architecture", "llama"], ["llama.block_count", 2], ["llama.context_length", 64], ["llama.embedding_length", 16],
      ["llama.feed_forward_length", 16], ["llama.attention.head_count", 2], ["llama.attention.head_count_kv", 1],
    ];
    const config = configFromGguf(new Map(llama), tensors);
    expect(config.attention).toMatchObject({ storedPairs: "neighbours", headSize: 8, queryKeyNorms: false });
    expect(withRotaryFactors(config, Float32Array.of(1, 1, 2, 8)).attention.rotaryFrequencies).toEqual(
      config.attention.rotaryFrequencies.map((each, i) => each / [1, 1, 2, 8][i]!),
    );
    expect(() => withRotaryFactors(config, Float32Array.of(1, 0, 2, 8))).toThrow("rope_freqs.weight: expected 4 positive numbers");
    expect(() => configFromGguf(new Map([...llama, ["llama.expert_count", 8]]), tensors)).toThrow("llama.expert_count: expected 0, got 8");
  });

  test("a missing key is named", () => {
    const without = new Map(gguf.filter(([key]) => key !== "qwen35.ssm.group_count"));
    expect(() => configFromGguf(without, tensors)).toThrow("GGUF keys: qwen35.ssm.group_count: expected an integer from 1 to 4096, got nothing");
  });
});

test("generation_config.json names the ends of a reply and how to sample", () => {
  const json = { do_sample: false, eos_token_id: [8176, 8174], top_k: 20 };
  expect(endIdsFromJson(json)).toEqual([8176, 8174]);
  expect(recommendedFromJson(json)).toEqual({ greedy: true, topK: 20 });
  expect(recommendedFromJson({ do_sample: true, temperature: 0.6 })).toEqual({ temperature: 0.6 });
  expect(() => recommendedFromJson({ temperature: "hot" })).toThrow('temperature: expected a number, got "hot"');
});
