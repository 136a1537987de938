import { readFileSync } from "node:fs";
import { InputError, type StoredTensor } from "@wanwen/core";
import { memorySource, openSafetensors, type WeightFile } from "@wanwen/formats";
import { type Backend, openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import { describe, expect, test } from "vitest";
import type { AdapterFiles } from "./adapter.ts";
import { expectedTensors, f32, i32, largestDifference, openDense, vector, vectorPath } from "./golden.case.ts";

const NAME = "transformers/dense-lora/adapter_model.safetensors";
const configJson = JSON.parse(readFileSync(vectorPath("transformers/dense-lora/adapter_config.json"), "utf8")) as Record<string, unknown>;
const weights = (): WeightFile => openSafetensors([memorySource(NAME, vector(NAME))]);
const files = (): AdapterFiles => ({ configJson, weights: weights() });

const expected = expectedTensors("transformers/dense-lora/expected.safetensors");
const ids = [...i32(expected("input_ids"))];
const [first, second] = [ids.slice(0, 150), ids.slice(150)] as const;
const adapted = f32(expected("logits"));
const plain = f32(expectedTensors("transformers/dense/expected.safetensors")("logits"));

describe.each<[string, () => Promise<Backend>]>([
  ["reference", () => openBackend("reference")],
  ["wasm", () => openWasm({ threads: 2 })],
])("an adapter on %s", (_, open) => {
  test.each([150, 64, 8, 1])("in pieces of %i gives the logits of W + alpha / rank · B A", async (piece) => {
    using opened = await openDense(open);
    const { model } = opened;
    const adapter = model.loadAdapter(files());
    const width = model.config.vocabulary;
    const state = model.newState({ contextTokens: 150 });
    for (let at = 0; at < 150; at += piece) {
      const [logits] = model.forward([{ state, tokens: first.slice(at, at + piece), logits: "all", adapter }]);
      expect(largestDifference(logits!, adapted.subarray(at * width, at * width + logits!.length))).toBeLessThan(1e-3);
    }
    model.freeAdapter(adapter);
  });

  test("reaches its own session of a batch and no other", async () => {
    using opened = await openDense(open);
    const { model } = opened;
    const adapter = model.loadAdapter(files());
    const run = (segments: readonly { tokens: readonly number[]; with: boolean }[]): Float32Array[] =>
      model.forward(segments.map(({ tokens, with: withIt }) =>
        ({ state: model.newState({ contextTokens: 150 }), tokens, logits: "all", ...(withIt && { adapter }) })));
    const [a, b, c] = run([{ tokens: first, with: false }, { tokens: second, with: true }, { tokens: first, with: true }]);
    expect(largestDifference(a!, plain.subarray(0, a!.length))).toBeLessThan(1e-3);
    expect(largestDifference(b!, adapted.subarray(a!.length))).toBeLessThan(1e-3);
    expect(largestDifference(c!, adapted.subarray(0, a!.length))).toBeLessThan(1e-3);
    // Not only near: the bits are those of each alone.
    expect(run([{ tokens: first, with: false }])[0]).toEqual(a);
    expect(run([{ tokens: second, with: true }])[0]).toEqual(b);
  });
});

describe("what is no adapter for this model is refused by name", () => {
  const refused = async (change: Partial<AdapterFiles>): Promise<string> => {
    using opened = await openDense(() => openBackend("reference"));
    try {
      opened.model.loadAdapter({ ...files(), ...change });
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as Error).message;
    }
    return "taken";
  };
  const withTensors = (change: (tensors: Map<string, StoredTensor>) => void): Partial<AdapterFiles> => {
    const file = weights();
    const tensors = new Map(file.tensors);
    change(tensors);
    return { weights: { ...file, tensors } };
  };
  const targets = configJson["target_modules"] as string[];
  const Q = "base_model.model.model.layers.3.self_attn.q_proj.lora_A.weight";

  test.each<[Record<string, unknown>, string]>([
    [{ peft_type: "IA3" }, 'peft_type: expected "LORA", got "IA3"'],
    [{ use_dora: true }, "use_dora: expected false, got true"],
    [{ bias: "all" }, 'bias: expected "none", got "all"'],
    [{ modules_to_save: ["lm_head"] }, 'modules_to_save: expected none, got ["lm_head"]'],
    [{ alora_invocation_tokens: [1] }, "alora_invocation_tokens: expected none, got [1]"],
    [{ lora_alpha: "8" }, 'lora_alpha: expected a positive number, got "8"'],
    [{ r: 0 }, "r: expected a positive number, got 0"],
    [{ alpha_pattern: { ".*q_proj": 4 } }, "alpha_pattern: expected positive numbers by plain module names"],
    [{ alpha_pattern: { "9.mlp.gate_proj": 4 } }, 'alpha_pattern: expected names of modules with tensors, which "9.mlp.gate_proj" is not'],
    [{ rank_pattern: { up_proj: 4 } }, 'rank_pattern: expected names of modules with tensors, which "up_proj" is not'],
    [{ r: 8 }, "r: expected 4, the rank of the tensors of layers.0.linear_attn.in_proj_qkv, got 8"],
    [{ rank_pattern: { v_proj: 2 } }, 'rank_pattern: expected 4, the rank of the tensors of layers.3.self_attn.v_proj, got {"v_proj":2}'],
    [{ target_modules: ["q_proj"] }, "target_modules: expected a name of layers.0.linear_attn.in_proj_qkv, which has tensors"],
    [{ target_modules: [...targets, "k_proj"] }, "target_modules: expected no name of layers.3.self_attn.k_proj, which has no tensors"],
  ])("settings %j", async (change, message) => {
    expect(await refused({ configJson: { ...configJson, ...change } })).toContain(message);
  });

  test("more names than a model has projections", async () => {
    const many = { ...configJson, target_modules: Array.from({ length: 9000 }, () => "q_proj") };
    expect(await refused({ configJson: many })).toMatch(/target_modules: expected at most 8192 names, got .{200}$/);
  });

  test.each<Record<string, unknown>>([
    { target_modules: "all-linear" },
    { target_modules: [...targets, "visual.qkv"] }, // PEFT, too, finds nothing there
    { target_modules: [...targets, "k_proj"], exclude_modules: ["k_proj"] },
    { rank_pattern: { "model.layers.3.self_attn.q_proj": 4 }, alpha_pattern: { gate_proj: 4, "3.self_attn.v_proj": 2 } },
  ])("but not settings %j", async (change) => {
    expect(await refused({ configJson: { ...configJson, ...change } })).toBe("taken");
  });

  test("tensors", async () => {
    const { tensors } = weights();
    const rename = (from: string, to: string) => withTensors((map) => void (map.set(to, tensors.get(from)!), map.delete(from)));
    expect(await refused({ configJson: null })).toContain('peft_type: expected "LORA", got nothing');
    expect(await refused(withTensors((map) => map.delete(Q)))).toContain("expected its other half, lora_A, beside it");
    expect(await refused(rename(Q, "lm_head.lora_A.weight"))).toContain("lm_head.lora_A.weight: expected only lora_A and lora_B of projections in layers");
    expect(await refused(withTensors((map) => void map.set(Q, { ...tensors.get(Q)!, shape: [8, 32] })))).toContain("expected plain numbers [8, 64]");
    const beyond = withTensors((map) => ["A", "B"].forEach((half) => {
      const name = Q.replace("lora_A", `lora_${half}`);
      map.set(name.replace("layers.3", "layers.9"), tensors.get(name)!);
      map.delete(name);
    }));
    expect(await refused(beyond)).toContain("expected a projection of the model's 4 layers that takes adapters, got layers.9.self_attn.q_proj");
    const twice = withTensors((map) => void map.set(Q.replace("lora_A", "lora_A.second"), tensors.get(Q)!));
    expect(await refused(twice)).toContain("expected one lora_A of layers.3.self_attn.q_proj, got another beside it");
    expect(await refused(rename(Q, Q.replace("model.model.layers", "model.mtp.layers")))).toContain("expected only lora_A and lora_B of projections in layers");
    const notANumber = new Uint8Array(new Float32Array(256).fill(Number.NaN).buffer);
    expect(await refused(withTensors((map) => void map.set(Q, { ...tensors.get(Q)!, read: (target, offset) => target.set(notANumber.subarray(offset, offset + target.length)) }))))
      .toContain("expected numbers, got NaN or infinity");
    expect(await refused(withTensors((map) => map.clear()))).toContain("got none");
  });
});
