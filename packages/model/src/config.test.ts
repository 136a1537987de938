import { describe, expect, test } from "vitest";
import { configFromGguf, configFromJson, endIdsFromJson, recommendedFromJson } from "./config.ts";

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
    ["rope_parameters", { rope_type: "yarn", rope_theta: 1e7 }, /rope_type: expected "default" or "mrope", got "yarn"/],
  ])("%s = %j is refused with its name", (key, value, message) => {
    expect(() => configFromJson({ ...official, text_config: { ...official.text_config, [key]: value } })).toThrow(message);
  });

  test("an architecture that this engine does not know is named", () => {
    expect(() => configFromJson({ ...official, model_type: "llama" })).toThrow('model_type: expected qwen3_5, qwen3_5_text or qwen2, got "llama"');
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
    expect(plain).toEqual({ ...fromJson, endIds: [248046], deltaNet: { ...fromJson.deltaNet, headOrder: "tiled" } });
  });

  test("a multi-token-prediction block is not a layer", () => {
    const withMtp = configFromGguf(new Map([...gguf, ["qwen35.block_count", 25], ["qwen35.nextn_predict_layers", 1]]), tensors);
    expect(withMtp.layers).toHaveLength(24);
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
