import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { StoredTensor } from "@wanwen/core";
import { memorySource, type MetadataValue, type ModelFiles, openSafetensors } from "@wanwen/formats";
import { openModelFiles } from "@wanwen/formats/node";
import { openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import { describe, expect, test } from "vitest";
import type { AdapterFiles } from "./adapter.ts";
import { expectedTensors, f32, i32, largestDifference, openFiles, runInPieces, vector, vectorPath } from "./golden.case.ts";
import { floatsOf } from "./stored-views.ts";
import type { Adapter, Model } from "./types.ts";

// An adapter is made for the checkpoint's own order of heads; a GGUF file of the same checkpoint has the value heads of DeltaNet
// in another. Here checkpoints become GGUF files in memory as llama.cpp's converter makes them (`_LinearAttentionVReorderBase` in
// convert_hf_to_gguf.py), and adapters must do the same on both.

describe("on a base from GGUF, whose value heads are tiled", () => {
  test.each([150, 8, 1])("an adapter gives transformers' logits of W + alpha / rank · B A, in pieces of %i", async (piece) => {
    const expected = expectedTensors("transformers/dense-lora/expected.safetensors");
    const name = "transformers/dense-lora/adapter_model.safetensors";
    using opened = await openFiles(asGguf(denseFiles()), () => openBackend("reference"));
    const { model } = opened;
    expect(model.config.deltaNet).toMatchObject({ headOrder: "tiled", keyHeads: 2, valueHeads: 4 });
    const adapter = model.loadAdapter({
      configJson: JSON.parse(readFileSync(vectorPath("transformers/dense-lora/adapter_config.json"), "utf8")),
      weights: openSafetensors([memorySource(name, vector(name))]),
    });
    const logits = adapted(model, [...i32(expected("input_ids"))].slice(0, 150), piece, adapter);
    expect(largestDifference(logits, f32(expected("logits")).subarray(0, logits.length))).toBeLessThan(1e-3);
    model.freeAdapter(adapter);
  });

  // Two key heads with two value heads each look the same in both directions; four with two do not.
  test("an adapter of every projection does what it does to the checkpoint it was made from", async () => {
    const mini = openModelFiles(fileURLToPath(new URL("../../../models/mini", import.meta.url)));
    const ids = Array.from({ length: 40 }, (_, at) => (at * 997) % 8000);
    const runs: { plain: Float32Array; with: Float32Array }[] = [];
    for (const files of [mini, asGguf(mini)]) {
      using opened = await openFiles({ ...files, close: () => {} }, () => openWasm({ threads: 1 }));
      const { model } = opened;
      const adapter = model.loadAdapter(madeUpAdapter(model, 2));
      runs.push({ plain: runInPieces(model, ids, 16), with: adapted(model, ids, 16, adapter) });
      model.freeAdapter(adapter);
    }
    mini.close();
    const [checkpoint, gguf] = runs as [(typeof runs)[0], (typeof runs)[0]];
    expect(largestDifference(gguf.plain, checkpoint.plain)).toBeLessThan(1e-3);
    expect(largestDifference(checkpoint.with, checkpoint.plain)).toBeGreaterThan(1); // it does something
    expect(largestDifference(gguf.with, checkpoint.with)).toBeLessThan(1e-3);
  });
});

test("two adapters and none in one batch have the bits of each alone, in prompts and token by token", async () => {
  const mini = openModelFiles(fileURLToPath(new URL("../../../models/mini", import.meta.url)));
  using opened = await openFiles(asGguf(mini), () => openWasm({ threads: 2 }));
  mini.close();
  const { model } = opened;
  const [two, five] = [model.loadAdapter(madeUpAdapter(model, 2)), model.loadAdapter(madeUpAdapter(model, 5))];
  const ids = Array.from({ length: 24 }, (_, at) => (at * 997) % 8000);
  const ways = [two, undefined, five].map((adapter) => () =>
    ({ state: model.newState({ contextTokens: 40 }), ...(adapter && { adapter }) }));
  const run = (members: ReturnType<(typeof ways)[0]>[]): Float32Array[][] => [
    model.forward(members.map((own, at) => ({ ...own, tokens: ids.slice(0, 24 - 4 * at), logits: "all" }))),
    ...[7, 8, 9].map((token) => model.forward(members.map((own) => ({ ...own, tokens: [token], logits: "last" })))),
  ];
  const together = run(ways.map((open) => open()));
  for (const [at, open] of ways.entries()) {
    const own = open();
    const alone = [
      model.forward([{ ...own, tokens: ids.slice(0, 24 - 4 * at), logits: "all" }]),
      ...[7, 8, 9].map((token) => model.forward([{ ...own, tokens: [token], logits: "last" }])),
    ];
    expect(together.map((each) => each[at])).toEqual(alone.map(([logits]) => logits));
  }
  const last = together[0]!.map((logits) => logits.slice(0, model.config.vocabulary));
  for (const [a, b] of [[0, 1], [1, 2], [0, 2]] as const) expect(largestDifference(last[a]!, last[b]!)).toBeGreaterThan(0.1);
  for (const adapter of [two, five]) model.freeAdapter(adapter);
});

function adapted(model: Model, ids: readonly number[], piece: number, adapter: Adapter): Float32Array {
  const forward: Model["forward"] = (segments) => model.forward(segments.map((segment) => ({ ...segment, adapter })));
  return runInPieces({ ...model, forward }, ids, piece);
}

/** On all projections of a hybrid model's layers, of some numbers. */
function madeUpAdapter({ config }: Model, rank: number): AdapterFiles {
  const { hidden, feedForward, layers, attention: { heads, kvHeads, headSize }, deltaNet } = config;
  const { keyHeads, keySize, valueHeads, valueSize } = deltaNet!;
  const [keys, values] = [keyHeads * keySize, valueHeads * valueSize];
  const shapes = {
    attention: {
      "self_attn.q_proj": [2 * heads * headSize, hidden], "self_attn.k_proj": [kvHeads * headSize, hidden],
      "self_attn.v_proj": [kvHeads * headSize, hidden], "self_attn.o_proj": [hidden, heads * headSize],
    },
    deltaNet: {
      "linear_attn.in_proj_qkv": [2 * keys + values, hidden], "linear_attn.in_proj_z": [values, hidden],
      "linear_attn.in_proj_b": [valueHeads, hidden], "linear_attn.in_proj_a": [valueHeads, hidden],
      "linear_attn.out_proj": [hidden, values],
    },
    mlp: { "mlp.gate_proj": [feedForward, hidden], "mlp.up_proj": [feedForward, hidden], "mlp.down_proj": [hidden, feedForward] },
  } as const;
  const tensors = layers.flatMap((kind, layer) =>
    Object.entries({ ...shapes[kind], ...shapes.mlp }).flatMap(([projection, [rows, cols]]) => {
      const name = `base_model.model.model.layers.${layer}.${projection}`;
      return [madeUp(`${name}.lora_A.weight`, rank, cols, layer), madeUp(`${name}.lora_B.weight`, rows, rank, layer)];
    }));
  return {
    configJson: { peft_type: "LORA", r: rank, lora_alpha: 2, target_modules: "all-linear" },
    weights: { format: "safetensors", metadata: new Map(), tensors: new Map(tensors.map((stored) => [stored.name, stored])) },
  };
}

function madeUp(name: string, rows: number, cols: number, salt: number): StoredTensor {
  // No two rows and no two columns are alike.
  return inMemory(name, [rows, cols], Float32Array.from({ length: rows * cols }, (_, at) => 0.1 * Math.sin(at * at * 0.013 + at + salt)));
}

function inMemory(name: string, shape: readonly number[], values: Float32Array<ArrayBuffer>): StoredTensor {
  const bytes = new Uint8Array(values.buffer);
  const read = (target: Uint8Array, offset: number): void => target.set(bytes.subarray(offset, offset + target.length));
  return { name, type: "F32", shape, bytes: bytes.length, file: "made here", read };
}

/** vectors/transformers/dense brings no tokenizer; it borrows one of the same size. */
function denseFiles(): ModelFiles {
  const name = "transformers/dense/model.safetensors";
  return {
    name: "dense",
    tokenizer: openModelFiles(vectorPath("llamacpp-tiny/tiny-dense-f32.gguf")).tokenizer,
    configJson: JSON.parse(readFileSync(vectorPath("transformers/dense/config.json"), "utf8")),
    weights: openSafetensors([memorySource(name, vector(name))]),
    close: () => {},
  };
}

const GGUF_NAMES: Readonly<Record<string, string>> = {
  "model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight", "lm_head.weight": "output.weight",
  "input_layernorm.weight": "attn_norm.weight", "post_attention_layernorm.weight": "post_attention_norm.weight",
  "self_attn.q_proj.weight": "attn_q.weight", "self_attn.k_proj.weight": "attn_k.weight", "self_attn.v_proj.weight": "attn_v.weight",
  "self_attn.o_proj.weight": "attn_output.weight",
  "self_attn.q_norm.weight": "attn_q_norm.weight", "self_attn.k_norm.weight": "attn_k_norm.weight",
  "linear_attn.in_proj_qkv.weight": "attn_qkv.weight", "linear_attn.in_proj_z.weight": "attn_gate.weight",
  "linear_attn.in_proj_b.weight": "ssm_beta.weight", "linear_attn.in_proj_a.weight": "ssm_alpha.weight",
  "linear_attn.conv1d.weight": "ssm_conv1d.weight",
  "linear_attn.A_log": "ssm_a", "linear_attn.dt_bias": "ssm_dt.bias", "linear_attn.norm.weight": "ssm_norm.weight",
  "linear_attn.out_proj.weight": "ssm_out.weight",
  "mlp.gate_proj.weight": "ffn_gate.weight", "mlp.up_proj.weight": "ffn_up.weight", "mlp.down_proj.weight": "ffn_down.weight",
};

/** What llama.cpp's converter makes of a dense Qwen3.5 checkpoint, without its draft layer and unquantised. */
function asGguf(files: ModelFiles): ModelFiles {
  const config = files.configJson as Record<string, number> & { rope_parameters: Record<string, number> };
  const setting = (key: string): number => config[key]!;
  const keyHeads = setting("linear_num_key_heads");
  const [valueHeads, valueSize] = [setting("linear_num_value_heads"), setting("linear_value_head_dim")];
  const keyRows = 2 * keyHeads * setting("linear_key_head_dim");
  const perKey = valueHeads / keyHeads;

  /** Blocks of `size` along the first axis, behind `from`: [key head, each of its value heads] -> [each, key head]. */
  const tiled = (values: Float32Array, width: number, from: number, size: number): Float32Array<ArrayBuffer> => {
    const out = values.slice();
    for (let key = 0; key < keyHeads; key++) {
      for (let each = 0; each < perKey; each++) {
        const source = (from + (key * perKey + each) * size) * width;
        out.set(values.subarray(source, source + size * width), (from + (each * keyHeads + key) * size) * width);
      }
    }
    return out;
  };
  const transposed = (values: Float32Array, rows: number, cols: number): Float32Array<ArrayBuffer> =>
    Float32Array.from({ length: rows * cols }, (_, at) => values[(at % rows) * cols + Math.floor(at / rows)]!);

  const converted = (name: string, shape: readonly number[], values: Float32Array): Float32Array => {
    const [rows = 0, cols = 1] = shape;
    if (name.endsWith("norm.weight") && !name.endsWith("linear_attn.norm.weight")) return values.map((x) => x + 1);
    if (/in_proj_qkv|conv1d/.test(name)) return tiled(values, values.length / rows, keyRows, valueSize);
    if (name.includes("in_proj_z")) return tiled(values, cols, 0, valueSize);
    if (/in_proj_[ab]\.|dt_bias/.test(name)) return tiled(values, cols, 0, 1);
    if (name.includes("A_log")) return tiled(values.map((x) => -Math.exp(x)), 1, 0, 1);
    if (name.includes("linear_attn.out_proj")) return transposed(tiled(transposed(values, rows, cols), rows, 0, valueSize), cols, rows);
    return values;
  };
  const tensors = [...files.weights.tensors.values()].filter(({ name }) => !name.startsWith("mtp.")).map((stored) => {
    const [, layer, rest] = /^model\.layers\.(\d+)\.(.*)$/.exec(stored.name) ?? [];
    const name = layer === undefined ? GGUF_NAMES[stored.name]! : `blk.${layer}.${GGUF_NAMES[rest!]!}`;
    const shape = stored.shape.filter((axis, at) => axis !== 1 || at === 0);
    return inMemory(name, shape, Float32Array.from(converted(stored.name, stored.shape, floatsOf(stored))));
  });
  const headSize = setting("head_dim");
  const metadata = new Map<string, MetadataValue>([
    ["general.architecture", "qwen35"],
    ...Object.entries({
      context_length: setting("max_position_embeddings"), embedding_length: setting("hidden_size"),
      block_count: setting("num_hidden_layers"), feed_forward_length: setting("intermediate_size"),
      "attention.head_count": setting("num_attention_heads"),
      "attention.head_count_kv": setting("num_key_value_heads"),
      "attention.key_length": headSize, "attention.value_length": headSize,
      "attention.layer_norm_rms_epsilon": setting("rms_norm_eps"), "rope.freq_base": config.rope_parameters["rope_theta"]!,
      "rope.dimension_count": headSize * config.rope_parameters["partial_rotary_factor"]!,
      "ssm.conv_kernel": setting("linear_conv_kernel_dim"),
      "ssm.state_size": setting("linear_key_head_dim"), "ssm.group_count": keyHeads, "ssm.time_step_rank": valueHeads,
      "ssm.inner_size": valueHeads * valueSize, full_attention_interval: 4,
    }).map(([key, value]) => [`qwen35.${key}`, value] as const),
  ]);
  const { configJson: _, generationConfig: __, ...rest } = files;
  const weights = { format: "gguf", metadata, tensors: new Map(tensors.map((stored) => [stored.name, stored])) } as const;
  return { ...rest, weights, close: () => {} };
}
