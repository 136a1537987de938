import { fileURLToPath } from "node:url";
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
      expect(memory.perConversation).toBe(4 * recurrent);
      expect(memory.perToken).toBe(8 * config.attention.kvHeads * config.attention.headSize * (config.layers.length - state.layers.filter(({ kind }) => kind === "deltaNet").length));
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
