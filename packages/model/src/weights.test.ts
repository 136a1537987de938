import { InputError, type StoredTensor } from "@wanwen/core";
import type { WeightFile } from "@wanwen/formats";
import { type Backend, openBackend, type Weights } from "@wanwen/kernels";
import { describe, expect, test } from "vitest";
import { configFromJson } from "./config.ts";
import { freeWeights, loadWeights } from "./weights.ts";

const config = configFromJson({
  model_type: "qwen3_5_text",
  hidden_size: 8,
  num_hidden_layers: 2,
  layer_types: ["linear_attention", "full_attention"],
  num_attention_heads: 2,
  num_key_value_heads: 1,
  head_dim: 8,
  intermediate_size: 12,
  vocab_size: 16,
  max_position_embeddings: 64,
  linear_num_key_heads: 1,
  linear_num_value_heads: 2,
  linear_key_head_dim: 4,
  linear_value_head_dim: 4,
  linear_conv_kernel_dim: 4,
  tie_word_embeddings: true,
});

/** Every tensor of the model above, each element 0.5, under a prefix; `change` gives one another shape or drops it. */
function file(prefix: string, change: Record<string, number[] | undefined> = {}): WeightFile {
  const shapes: Record<string, number[] | undefined> = {
    "embed_tokens.weight": [16, 8],
    "norm.weight": [8],
    ...Object.fromEntries([0, 1].flatMap((i) => [
      [`layers.${i}.input_layernorm.weight`, [8]],
      [`layers.${i}.post_attention_layernorm.weight`, [8]],
      [`layers.${i}.mlp.gate_proj.weight`, [12, 8]],
      [`layers.${i}.mlp.up_proj.weight`, [12, 8]],
      [`layers.${i}.mlp.down_proj.weight`, [8, 12]],
    ])),
    "layers.0.linear_attn.in_proj_qkv.weight": [16, 8],
    "layers.0.linear_attn.in_proj_z.weight": [8, 8],
    "layers.0.linear_attn.in_proj_b.weight": [2, 8],
    "layers.0.linear_attn.in_proj_a.weight": [2, 8],
    "layers.0.linear_attn.conv1d.weight": [16, 1, 4],
    "layers.0.linear_attn.A_log": [2],
    "layers.0.linear_attn.dt_bias": [2],
    "layers.0.linear_attn.norm.weight": [4],
    "layers.0.linear_attn.out_proj.weight": [8, 8],
    "layers.1.self_attn.q_proj.weight": [32, 8],
    "layers.1.self_attn.k_proj.weight": [8, 8],
    "layers.1.self_attn.v_proj.weight": [8, 8],
    "layers.1.self_attn.o_proj.weight": [8, 16],
    "layers.1.self_attn.q_norm.weight": [8],
    "layers.1.self_attn.k_norm.weight": [8],
    "visual.merger.weight": [8, 16],
    ...change,
  };
  const tensors = new Map<string, StoredTensor>();
  for (const [suffix, shape] of Object.entries(shapes)) {
    if (!shape) continue;
    const name = suffix.startsWith("visual.") ? suffix : prefix + suffix;
    const data = new Uint8Array(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.5).buffer);
    tensors.set(name, {
      name, type: "F32", shape, bytes: data.length, file: "model.safetensors",
      read: (target, offset) => target.set(data.subarray(offset, offset + target.length)),
    });
  }
  return { format: "safetensors", tensors, metadata: new Map() };
}

describe("weights", () => {
  test.each(["model.language_model.", "language_model.model.", "model."])("are found under %s", async (prefix) => {
    const backend = await openBackend("reference");
    const weights = loadWeights(file(prefix), config, backend);
    expect(weights.layers.map((layer) => layer.mixer.kind)).toEqual(["deltaNet", "attention"]);
    expect(weights.head).toBe(weights.embedding);
  });

  test("norms of a Hugging Face checkpoint get their 1 back, all but the gated one, and the decay its exp", async () => {
    const backend = await openBackend("reference");
    const { layers: [first], norm } = loadWeights(file("model."), config, backend);
    expect(first?.mixer.kind).toBe("deltaNet");
    if (first?.mixer.kind !== "deltaNet") return;
    expect(backend.read(norm)[0]).toBe(1.5);
    expect(backend.read(first.inputNorm)[0]).toBe(1.5);
    expect(backend.read(first.mixer.norm)[0]).toBe(0.5);
    expect(backend.read(first.mixer.decay)[0]).toBeCloseTo(-Math.exp(0.5), 6);
    expect(first.mixer.conv1d.shape).toEqual([16, 4]);
  });

  test("a wrong shape is named with what was expected and what the file has", async () => {
    const backend = await openBackend("reference");
    const name = "layers.1.mlp.down_proj.weight";
    expect(() => loadWeights(file("model.", { [name]: [12, 8] }), config, backend)).toThrow(
      new InputError(`model.${name}: expected [8, 12], model.safetensors has [12, 8]`, { param: `model.${name}` }),
    );
  });

  test("a missing tensor is named", async () => {
    const backend = await openBackend("reference");
    const name = "layers.0.linear_attn.A_log";
    expect(() => loadWeights(file("model.", { [name]: undefined }), config, backend)).toThrow(`model.${name}: expected in the weight file`);
  });

  test("memory is given back, once each, after use and after a failure half-way", async () => {
    const { backend, held } = counting(await openBackend("reference"));
    freeWeights(loadWeights(file("model."), config, backend), backend);
    expect(held()).toBe(0);
    expect(() => loadWeights(file("model.", { "norm.weight": [9] }), config, backend)).toThrow(InputError);
    expect(held()).toBe(0);
  });
});

describe("experts", () => {
  const moe = configFromJson({
    model_type: "qwen3_moe", hidden_size: 8, num_hidden_layers: 1, num_attention_heads: 2, num_key_value_heads: 1, head_dim: 4, vocab_size: 16,
    max_position_embeddings: 64, num_experts: 3, num_experts_per_tok: 2, moe_intermediate_size: 6, tie_word_embeddings: true,
    quantization_config: { quant_method: "fp8", weight_block_size: [4, 4] },
  });
  const plain: Record<string, number[]> = {
    "model.embed_tokens.weight": [16, 8], "model.norm.weight": [8],
    ...Object.fromEntries(Object.entries({
      "input_layernorm.weight": [8], "post_attention_layernorm.weight": [8], "self_attn.q_proj.weight": [8, 8], "self_attn.k_proj.weight": [4, 8],
      "self_attn.v_proj.weight": [4, 8], "self_attn.o_proj.weight": [8, 8], "self_attn.q_norm.weight": [4], "self_attn.k_norm.weight": [4], "mlp.gate.weight": [3, 8],
    }).map(([name, shape]) => [`model.layers.0.${name}`, shape])),
  };
  const tensor = (name: string, type: StoredTensor["type"], shape: number[], data: Uint8Array): StoredTensor =>
    ({ name, type, shape, bytes: data.length, file: "model.safetensors", read: (target, offset) => target.set(data.subarray(offset, offset + target.length)) });
  const ones = (shape: number[]) => new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1);
  const floats = (name: string, shape: number[], values = ones(shape)) => tensor(name, "F32", shape, new Uint8Array(values.buffer));
  const eights = (name: string, shape: number[]) => tensor(name, "F8_E4M3", shape, new Uint8Array(ones(shape).length).fill(0x38)); // 1.0
  const counted = (shape: number[]) => ones(shape).map((_, i) => i + 1);
  const withTensors = (...more: StoredTensor[]): WeightFile => ({
    format: "safetensors", metadata: new Map(),
    tensors: new Map([...Object.entries(plain).map(([name, shape]) => floats(name, shape)), ...more].map((each) => [each.name, each])),
  });
  const packed = "model.layers.0.mlp.experts.";

  test("packed FP8 experts get the scales of their own blocks, counted from the first row of gate and up together", async () => {
    const backend = await openBackend("reference");
    const { layers: [layer] } = loadWeights(withTensors(
      eights(`${packed}gate_up_proj`, [3, 12, 8]), floats(`${packed}gate_up_proj_scale_inv`, [3, 3, 2], counted([3, 3, 2])),
      eights(`${packed}down_proj`, [3, 8, 6]), floats(`${packed}down_proj_scale_inv`, [1], Float32Array.of(0.5)),
    ), moe, backend);
    if (layer?.mlp.kind !== "mixture") throw new Error("expected a mixture");
    const rowsOf = (w: Weights) => {
      const out = backend.tensor(w.rows, w.cols);
      backend.embed(out, w, [...Array(w.rows).keys()]);
      return [...backend.read(out)];
    };
    const { gateProj, upProj, downProj } = layer.mlp.experts[1]!;
    const row = (left: number, right: number) => [left, left, left, left, right, right, right, right];
    // Expert 1 has scales 7 to 12. Gate is rows 0 to 5 of its twelve, up the rest.
    expect(rowsOf(gateProj)).toEqual([row(7, 8), row(7, 8), row(7, 8), row(7, 8), row(9, 10), row(9, 10)].flat());
    expect(rowsOf(upProj)).toEqual([row(9, 10), row(9, 10), row(11, 12), row(11, 12), row(11, 12), row(11, 12)].flat());
    expect(new Set(rowsOf(downProj))).toEqual(new Set([0.5]));
  });

  test("scales of too few experts, and experts that are missing, are named", async () => {
    const backend = await openBackend("reference");
    const load = (...more: StoredTensor[]) => () => loadWeights(withTensors(...more), moe, backend);
    const both = eights(`${packed}gate_up_proj`, [3, 12, 8]);
    const down = floats(`${packed}down_proj`, [3, 8, 6]);
    expect(load(both, down, floats(`${packed}gate_up_proj_scale_inv`, [2, 3, 2]))).toThrow(
      `${packed}gate_up_proj_scale_inv: expected scales for 3 experts, got [2, 3, 2]`,
    );
    expect(load(both)).toThrow(`${packed}down_proj: expected in the weight file, not there`);
    expect(load()).toThrow(`${packed}0.gate_proj.weight: expected in the weight file, not there`);
    expect(load(floats(`${packed}gate_up_proj`, [2, 12, 8]), down)).toThrow(`${packed}gate_up_proj: expected [3, 12, 8], model.safetensors has [2, 12, 8]`);
  });
});

/** A backend that counts what it gave out and got back, and does not take anything back twice. */
function counting(backend: Backend): { backend: Backend; held: () => number } {
  const live = new Set<object>();
  const give = <T extends object>(made: T): T => (live.add(made), made);
  const take = (made: object): void => expect(live.delete(made)).toBe(true) as unknown as void;
  const counted: Backend = Object.create(backend, {
    tensor: { value: (...shape: number[]) => give(backend.tensor(...shape)) },
    tensorFrom: { value: (values: Float32Array, ...shape: number[]) => give(backend.tensorFrom(values, ...shape)) },
    weights: { value: (source: StoredTensor) => give(backend.weights(source)) },
    free: { value: take },
    freeWeights: { value: take },
  });
  return { backend: counted, held: () => live.size };
}
