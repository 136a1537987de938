import { readFileSync } from "node:fs";
import type { StoredTensor } from "@wanwen/core";
import { memorySource, openSafetensors } from "@wanwen/formats";
import { openModelFiles } from "@wanwen/formats/node";
import type { Backend } from "@wanwen/kernels";
import { describe, expect, test } from "vitest";
import {
  expectedTensors, expectGreedy, f32, i32, largestDifference, openFiles, type Opened, openPath, runInPieces, vector, vectorPath,
} from "./golden.case.ts";

/** Checkpoints other than dense Qwen3.5 and Qwen2, each against outside numbers, on every backend. */
export function familyCases(
  backendName: string,
  open: () => Promise<Backend>,
  options: {
    readonly activations: "float" | "8-bit";
  },
): void {
  const openVector = (name: string): Promise<Opened> => openPath(vectorPath(name), open);
  const float = options.activations === "float";

  describe(`${backendName}: mixtures of experts`, () => {
    const tokens = [...i32(vector("llamacpp-tiny/tokens.i32"))];

    test.each([72, 7, 1])("tiny-moe-f32 in pieces of %i gives llama.cpp's logits", async (piece) => {
      using opened = await openVector("llamacpp-tiny/tiny-moe-f32.gguf");
      const logits = runInPieces(opened.model, tokens, piece);
      expect(largestDifference(logits, f32(vector("llamacpp-tiny/tiny-moe-f32.logits.f32")))).toBeLessThan(1e-3);
    });

    test("tiny-moe-f32 goes on greedily as llama.cpp does", async () => {
      using opened = await openVector("llamacpp-tiny/tiny-moe-f32.gguf");
      expectGreedy(opened.model, tokens, [...i32(vector("llamacpp-tiny/tiny-moe-f32.greedy.i32"))], 2e-3);
    });

    // With 8-bit activations other experts are chosen here and there, and random weights make that a large step.
    test.runIf(float).each([72, 1])("tiny-moe-q4_0 in pieces of %i gives the logits of its exact weights", async (piece) => {
      using opened = await openVector("llamacpp-tiny/tiny-moe-q4_0.gguf");
      const logits = runInPieces(opened.model, tokens, piece);
      expect(largestDifference(logits, f32(vector("llamacpp-tiny/tiny-moe-q4_0.exact.logits.f32")))).toBeLessThan(1e-3);
      expectGreedy(opened.model, tokens, [...i32(vector("llamacpp-tiny/tiny-moe-q4_0.exact.greedy.i32"))], 2e-3);
    });

    for (const layout of ["moe", "moe-packed-sharded"]) {
      const expected = expectedTensors("transformers/moe/expected.safetensors");
      const ids = [...i32(expected("input_ids"))];
      const logits = f32(expected("logits"));

      test(`transformers/${layout}: two sequences in one batch and token by token give transformers' logits`, async () => {
        using opened = await openTensorsOnly(`transformers/${layout}`, open);
        const { model } = opened;
        const states = [model.newState({ contextTokens: 150 }), model.newState({ contextTokens: 150 })] as const;
        const both = model.forward([
          { state: states[0], tokens: ids.slice(0, 150), logits: "all" },
          { state: states[1], tokens: ids.slice(150), logits: "all" },
        ]);
        expect(largestDifference(both[0]!, logits.subarray(0, both[0]!.length))).toBeLessThan(5e-3);
        expect(largestDifference(both[1]!, logits.subarray(both[0]!.length))).toBeLessThan(5e-3);
        const single = runInPieces(model, ids.slice(0, 40), 1);
        expect(largestDifference(single, logits.subarray(0, single.length))).toBeLessThan(5e-3);
        expectGreedy(model, ids.slice(0, 60), [...i32(expected("greedy"))].slice(0, 32), 1e-2);
      });
    }

    test("gate and up in one tensor, and a column for the shared gate, are the same model", async () => {
      const files = openModelFiles(vectorPath("llamacpp-tiny/tiny-moe-f32.gguf"));
      using separate = await openVector("llamacpp-tiny/tiny-moe-f32.gguf");
      using fused = await openFiles({ ...files, weights: { ...files.weights, tensors: fuseGateAndUp(files.weights.tensors) } }, open);
      expect(runInPieces(fused.model, tokens, 8)).toEqual(runInPieces(separate.model, tokens, 8));
    });

    test("a token reads the matrices of its experts and of no others", async () => {
      const read = new Set<object>();
      using opened = await openPath(vectorPath("llamacpp-tiny/tiny-moe-f32.gguf"), async () => {
        const backend = await open();
        const spy: Backend["matmul"] = (out, x, w) => (read.add(w), backend.matmul(out, x, w));
        return new Proxy(backend, {
          get(target, key) {
            const value: unknown = Reflect.get(target, key, target);
            return key === "matmul" ? spy : typeof value === "function" ? value.bind(target) : value;
          },
        });
      });
      runInPieces(opened.model, tokens.slice(0, 1), 1);
      // 4 layers: 3 of DeltaNet with 5 matrices, 1 of attention with 4; router, shared gate, 3 shared and 2 x 3 expert matrices each; the head.
      expect(read.size).toBe(3 * 5 + 4 + 4 * (1 + 1 + 3 + 2 * 3) + 1);
    });
  });

  describe(`${backendName}: vectors/families`, () => {
    test.each(["qwen3", "qwen3-moe", "llama", "llama3"])("%s from safetensors and from GGUF gives transformers' logits", async (name) => {
      const expected = expectedTensors(`families/${name}/expected.safetensors`);
      const ids = [...i32(expected("input_ids"))];
      const logits = f32(expected("logits"));
      for (const opened of [await openTensorsOnly(`families/${name}`, open), await openVector(`families/${name}/model.gguf`)]) {
        using _ = opened;
        expect(largestDifference(runInPieces(opened.model, ids, 48), logits)).toBeLessThan(1e-3);
        expect(largestDifference(runInPieces(opened.model, ids, 1), logits)).toBeLessThan(1e-3);
        expectGreedy(opened.model, ids, [...i32(expected("greedy"))], 2e-3);
      }
    });

    test("Qwen3.5 with YaRN, where a quarter of each head rotates, gives transformers' logits", async () => {
      const expected = expectedTensors("families/qwen3.5-yarn/expected.safetensors");
      const ids = [...i32(expected("input_ids"))];
      using opened = await openTensorsOnly("transformers/dense", open, "families/qwen3.5-yarn");
      expect(largestDifference(runInPieces(opened.model, ids, 7), f32(expected("logits")))).toBeLessThan(1e-3);
    });
  });

  describe(`${backendName}: FP8 checkpoints`, () => {
    test("transformers/dense-fp8 gives the logits of its dequantised weights", async () => {
      const expected = expectedTensors("transformers/dense-fp8/expected.safetensors");
      const ids = [...i32(expectedTensors("transformers/dense/expected.safetensors")("input_ids"))];
      const logits = f32(expected("logits"));
      using opened = await openTensorsOnly("transformers/dense-fp8", open);
      for (const from of [0, 150]) {
        const ours = runInPieces(opened.model, ids.slice(from, from + 150), 50);
        const at = (from / 150) * ours.length;
        expect(largestDifference(ours, logits.subarray(at, at + ours.length))).toBeLessThan(1e-3);
      }
    });
  });
}

/** What llama.cpp's converter writes with its option to fuse: per expert, the gate's rows and then the other's. */
function fuseGateAndUp(tensors: ReadonlyMap<string, StoredTensor>): Map<string, StoredTensor> {
  const changed = new Map(tensors);
  for (const [name, gate] of tensors) {
    if (name.endsWith("ffn_gate_inp_shexp.weight")) changed.set(name, { ...gate, shape: [1, ...gate.shape] });
    if (!name.endsWith("ffn_gate_exps.weight")) continue;
    const up = tensors.get(name.replace("gate", "up"))!;
    const [count, width, hidden] = gate.shape as [number, number, number];
    const both = new Uint8Array(gate.bytes + up.bytes);
    const half = gate.bytes / count;
    for (let expert = 0; expert < count; expert++) {
      gate.read(both.subarray(2 * expert * half, (2 * expert + 1) * half), expert * half);
      up.read(both.subarray((2 * expert + 1) * half, (2 * expert + 2) * half), expert * half);
    }
    const fusedName = name.replace("gate_exps", "gate_up_exps");
    changed.delete(name);
    changed.delete(up.name);
    changed.set(fusedName, {
      ...gate, name: fusedName, shape: [count, 2 * width, hidden], bytes: both.length,
      read: (target, offset) => target.set(both.subarray(offset, offset + target.length)),
    });
  }
  return changed;
}

/** Some folders bring ids and logits but no tokenizer: they borrow one of the same size. */
async function openTensorsOnly(folder: string, open: () => Promise<Backend>, configFolder = folder): Promise<Opened> {
  const lender = openModelFiles(vectorPath("llamacpp-tiny/tiny-dense-f32.gguf"));
  const shards = folder.endsWith("-sharded") ? ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] : ["model.safetensors"];
  return openFiles({
    name: folder,
    tokenizer: lender.tokenizer,
    configJson: JSON.parse(readFileSync(vectorPath(`${configFolder}/config.json`), "utf8")),
    weights: openSafetensors(shards.map((name) => memorySource(name, vector(`${folder}/${name}`)))),
    close: () => lender.close(),
  }, open);
}
