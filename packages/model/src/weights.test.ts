import { InputError, type StoredTensor } from "@wanwen/core";
import type { WeightFile } from "@wanwen/formats";
import { type Backend, openBackend } from "@wanwen/kernels";
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
    "mtp.fc.weight": [8, 16],
    ...change,
  };
  const tensors = new Map<string, StoredTensor>();
  for (const [suffix, shape] of Object.entries(shapes)) {
    if (!shape) continue;
    const name = suffix.startsWith("mtp.") ? suffix : prefix + suffix;
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
