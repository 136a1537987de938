import { fileURLToPath } from "node:url";
import type { StoredTensor } from "@wanwen/core";
import { openModelFiles } from "@wanwen/formats/node";
import { openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import { describe, expect, test } from "vitest";
import { describeModel, loadModel, measureReadSpeed } from "./index.ts";

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const TINY = "vectors/llamacpp-tiny/tiny-dense-f32.gguf";

describe("a description without loading", () => {
  test.each(["models/mini", "vectors/llamacpp-tiny/tiny-k-q4_0.gguf", "vectors/llamacpp-tiny/tiny-k-q4_k_m.gguf", "vectors/families/qwen3-moe/model.gguf"])(
    "%s takes the memory that was foretold, to a tenth",
    async (path) => {
      const files = openModelFiles(at(path));
      const { parameters, memory, config } = describeModel(files);
      const backend = await openWasm({ threads: 1 });
      const model = loadModel(files, backend);
      files.close();
      expect(parameters).toBe(model.parameters);
      expect(Math.abs(model.weightBytes / memory.weights - 1)).toBeLessThan(0.1);
      const state = model.newState({ contextTokens: 8 });
      const recurrent = state.layers.reduce((sum, layer) => sum + (layer.kind === "deltaNet" ? layer.recurrent.length + layer.convolution.length : 0), 0);
      expect(memory.perConversation).toBe(4 * (recurrent + (state.draft?.hidden.length ?? 0)));
      const remembering = state.layers.filter(({ kind }) => kind === "attention").length + (state.draft ? 1 : 0);
      expect(memory.perToken).toBe(8 * config.attention.kvHeads * config.attention.headSize * remembering);
      model.close();
      backend.close();
    },
  );

  test("every token reads the tied head, and of an embedding with a head beside it one row", () => {
    const files = openModelFiles(at(TINY));
    const { bytesPerToken, memory, config } = describeModel(files);
    files.close();
    expect(config.tiedHead).toBe(true);
    const untied = openModelFiles(at("vectors/families/llama/model.gguf"));
    const other = describeModel(untied);
    untied.close();
    expect(memory.weights - bytesPerToken).toBeLessThan(0.05 * memory.weights); // norms and the like
    expect(other.memory.weights - other.bytesPerToken).toBeGreaterThan(319 * 32 * 4);
  });

  test("what would not load is named before anything is read", () => {
    const files = openModelFiles(at(TINY));
    const without = new Map(files.weights.tensors);
    without.delete("blk.3.attn_q.weight");
    const describeIt = (weights: Partial<typeof files.weights>) => () => describeModel({ ...files, weights: { ...files.weights, ...weights } });
    expect(describeIt({ tensors: without })).toThrow("blk.3.attn_q.weight: expected in the weight file, not there");
    expect(describeIt({ tensors: without, skipped: new Map([["blk.3.attn_q.weight", "m.gguf stores it as IQ1_S, which is not supported"]]) })).toThrow(
      "blk.3.attn_q.weight: m.gguf stores it as IQ1_S, which is not supported",
    );
    files.close();
  });
});

describe("official shapes", () => {
  const common = {
    vocab_size: 248320, head_dim: 256, linear_key_head_dim: 128, linear_value_head_dim: 128, linear_num_key_heads: 16, linear_conv_kernel_dim: 4,
    full_attention_interval: 4, max_position_embeddings: 262144,
  };
  /** Sums that were checked against `general.parameter_count` of published files, vision and prediction heads taken off. */
  test.each([
    ["0.8B", { hidden_size: 1024, num_hidden_layers: 24, num_attention_heads: 8, num_key_value_heads: 2, intermediate_size: 3584, linear_num_value_heads: 16 }, 752_393_024],
    ["9B", { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 16, num_key_value_heads: 4, intermediate_size: 12288, linear_num_value_heads: 32 }, 8_953_803_264],
    ["35B-A3B", { hidden_size: 2048, num_hidden_layers: 40, num_attention_heads: 16, num_key_value_heads: 2, linear_num_value_heads: 32, num_experts: 256, num_experts_per_tok: 8, moe_intermediate_size: 512, shared_expert_intermediate_size: 512 }, 34_660_610_688],
    ["397B-A17B", { hidden_size: 4096, num_hidden_layers: 60, num_attention_heads: 32, num_key_value_heads: 2, linear_num_value_heads: 64, num_experts: 512, num_experts_per_tok: 10, moe_intermediate_size: 1024, shared_expert_intermediate_size: 1024 }, 396_346_350_336],
  ] as const)("Qwen3.5 %s has the right number of parameters, read from packed bfloat16 without reading any of it", (name, shape, parameters) => {
    const text: OfficialShape = { ...common, ...shape };
    const json = { model_type: "num_experts" in shape ? "qwen3_5_moe" : "qwen3_5", tie_word_embeddings: name === "0.8B", text_config: text };
    const found = describeModel({ name, configJson: json, weights: { format: "safetensors", metadata: new Map(), tensors: official(text, json.tie_word_embeddings) } });
    expect(found.parameters).toBe(parameters);
    if (name === "35B-A3B") {
      expect(found.activeParameters / 1e9).toBeCloseTo(2.9, 0);
      expect(found.memory.perConversation / 2 ** 20).toBeCloseTo(60 + 2.8, 0);
    }
  });
});

interface OfficialShape {
  readonly hidden_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly linear_num_value_heads: number;
  readonly intermediate_size?: number;
  readonly num_experts?: number;
  readonly moe_intermediate_size?: number;
  readonly shared_expert_intermediate_size?: number;
}

/** The tensors of an official checkpoint, without numbers. */
function official(shape: OfficialShape, tied: boolean): Map<string, StoredTensor> {
  const tensors = new Map<string, StoredTensor>();
  const add = (name: string, ...axes: number[]) => {
    const bytes = 2 * axes.reduce((product, axis) => product * axis, 1);
    tensors.set(name, { name, type: "BF16", shape: axes, bytes, file: "model.safetensors", read: () => expect.unreachable(`${name} is not read`) });
  };
  const H = shape.hidden_size;
  const V = shape.linear_num_value_heads;
  if (!tied) add("lm_head.weight", 248320, H);
  add("model.language_model.embed_tokens.weight", 248320, H);
  add("model.language_model.norm.weight", H);
  for (let index = 0; index < shape.num_hidden_layers; index++) {
    const layer = (name: string, ...axes: number[]) => add(`model.language_model.layers.${index}.${name}`, ...axes);
    layer("input_layernorm.weight", H);
    layer("post_attention_layernorm.weight", H);
    if (index % 4 === 3) {
      layer("self_attn.q_proj.weight", shape.num_attention_heads * 512, H);
      layer("self_attn.k_proj.weight", shape.num_key_value_heads * 256, H);
      layer("self_attn.v_proj.weight", shape.num_key_value_heads * 256, H);
      layer("self_attn.o_proj.weight", H, shape.num_attention_heads * 256);
      layer("self_attn.q_norm.weight", 256);
      layer("self_attn.k_norm.weight", 256);
    } else {
      layer("linear_attn.in_proj_qkv.weight", 4096 + 128 * V, H);
      layer("linear_attn.in_proj_z.weight", 128 * V, H);
      layer("linear_attn.in_proj_b.weight", V, H);
      layer("linear_attn.in_proj_a.weight", V, H);
      layer("linear_attn.conv1d.weight", 4096 + 128 * V, 1, 4);
      layer("linear_attn.A_log", V);
      layer("linear_attn.dt_bias", V);
      layer("linear_attn.norm.weight", 128);
      layer("linear_attn.out_proj.weight", H, 128 * V);
    }
    const swiglu = (name: string, width: number) => {
      layer(`${name}.gate_proj.weight`, width, H);
      layer(`${name}.up_proj.weight`, width, H);
      layer(`${name}.down_proj.weight`, H, width);
    };
    if (shape.intermediate_size) swiglu("mlp", shape.intermediate_size);
    else {
      layer("mlp.gate.weight", shape.num_experts!, H);
      layer("mlp.experts.gate_up_proj", shape.num_experts!, 2 * shape.moe_intermediate_size!, H);
      layer("mlp.experts.down_proj", shape.num_experts!, H, shape.moe_intermediate_size!);
      layer("mlp.shared_expert_gate.weight", 1, H);
      swiglu("mlp.shared_expert", shape.shared_expert_intermediate_size!);
    }
  }
  return tensors;
}

test("the read speed is that of the pass that was disturbed least", async () => {
  const backend = await openBackend("reference");
  let products = 0;
  const counted = Object.create(backend, {
    weights: { value: ({ shape: [rows, cols] }: { shape: number[] }) => ({ rows, cols, type: "F32", bytes: 1000 }) },
    freeWeights: { value: () => {} },
    matmul: { value: () => void products++ },
  }) as typeof backend;
  let clock = 0;
  const passes = [0, 20, 10, 20];
  expect(measureReadSpeed(counted, "F32", 50, () => (clock += passes.shift()!))).toBe(100_000); // 1000 bytes in 10 ms
  expect(products).toBe(4); // one to warm up, and three that take 50 ms together
});
