import { fileURLToPath } from "node:url";
import { openModelFiles } from "@wanwen/formats/node";
import { openWasm, type OpenWasmOptions } from "@wanwen/kernels/node";
import { expect, test } from "vitest";
import { describeModel, loadModel } from "./index.ts";

// Aim: a model larger than one memory is the same model. Method: memories that hold a fifth of a small one.

const at = (path: string) => fileURLToPath(new URL(`../../../vectors/${path}`, import.meta.url));

async function logitsOf(path: string, options: OpenWasmOptions): Promise<Float32Array[]> {
  const files = openModelFiles(at(path));
  const backend = await openWasm(options);
  const model = loadModel(files, backend);
  files.close();
  const state = model.newState({ contextTokens: 100 });
  const tokens = Array.from({ length: 43 }, (_, i) => (i * 37) % 200);
  const passes = [tokens.slice(0, 36), tokens.slice(36, 40), ...tokens.slice(40).map((token) => [token])];
  const logits = passes.map((pass) => model.forward([{ state, tokens: pass, logits: "all" }])[0]!);
  backend.close();
  return logits;
}

test.each([
  "llamacpp-tiny/tiny-dense-f32.gguf", "llamacpp-tiny/tiny-k-q4_0.gguf", "llamacpp-tiny/tiny-k-q4_k_m.gguf", "llamacpp-tiny/tiny-moe-q4_0.gguf",
  "families/qwen3-moe/model.gguf",
])("%s in six memories gives the bits that it gives in one", async (path) => {
  const files = openModelFiles(at(path));
  const { memory } = describeModel(files);
  const embedding = [...files.weights.tensors.values()].reduce((most, { bytes }) => Math.max(most, bytes), 0);
  files.close();
  const part = Math.max(embedding * 1.05, memory.weights / 4);
  expect(part).toBeLessThan(memory.weights);
  const split = await logitsOf(path, { threads: 2, weightBytes: Array.from({ length: 6 }, () => part) });
  expect(split.every((values) => values.length > 0 && values.every(Number.isFinite))).toBe(true);
  expect(split).toEqual(await logitsOf(path, { threads: 2 }));
});
