import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { memorySource, type ModelFiles, openSafetensors } from "@wanwen/formats";
import { openModelFiles } from "@wanwen/formats/node";
import type { Backend } from "@wanwen/kernels";
import { describe, expect, test } from "vitest";
import { encodePrompt, loadModel } from "./index.ts";
import type { ChatMessage, Model, ModelState } from "./types.ts";

/**
 * The same outside numbers for every backend: a model loaded from its file must give the logits that llama.cpp and
 * Hugging Face transformers gave, however the prompt is cut into pieces and whoever else is in the batch.
 */
export function goldenCases(
  backendName: string,
  open: () => Promise<Backend>,
  options: {
    /** Rows of vectors/mini to run; a slow backend runs a few. */
    readonly miniRows: number;
    /**
     * Float activations reproduce the quantised weights' exact results; 8-bit activations are compared by their
     * root mean square error, as vectors/llamacpp-tiny/README.md says.
     */
    readonly activations: "float" | "8-bit";
  },
): void {
  describe(`${backendName}: vectors/llamacpp-tiny`, () => {
    const tokens = [...i32(vector("llamacpp-tiny/tokens.i32"))];

    test.each([72, 64, 7, 1])("tiny-dense-f32 in pieces of %i gives llama.cpp's logits", async (piece) => {
      using opened = await openVector("llamacpp-tiny/tiny-dense-f32.gguf", open);
      const logits = runInPieces(opened.model, tokens, piece);
      expect(largestDifference(logits, f32(vector("llamacpp-tiny/tiny-dense-f32.logits.f32")))).toBeLessThan(1e-3);
    });

    test("tiny-dense-f32 goes on greedily as llama.cpp does", async () => {
      using opened = await openVector("llamacpp-tiny/tiny-dense-f32.gguf", open);
      expectGreedy(opened.model, tokens, [...i32(vector("llamacpp-tiny/tiny-dense-f32.greedy.i32"))], 2e-3);
    });

    for (const type of ["q8_0", "q4_0", "q4_k_m", "q6_k"]) {
      const name = `llamacpp-tiny/tiny-k-${type}`;
      test.each([72, 5])(`tiny-k-${type} in pieces of %i gives llama.cpp's logits`, async (piece) => {
        using opened = await openVector(`${name}.gguf`, open);
        const logits = runInPieces(opened.model, tokens, piece);
        const exact = f32(vector(`${name}.exact.logits.f32`));
        if (options.activations === "float") expect(largestDifference(logits, exact)).toBeLessThan(1e-3);
        // llama.cpp's own 8-bit activations are 0.06 to 0.10 away from the exact numbers.
        else expect(rootMeanSquare(logits, exact)).toBeLessThan(0.1);
      });

      test.skipIf(options.activations !== "float")(`tiny-k-${type} goes on greedily as its exact weights do`, async () => {
        using opened = await openVector(`${name}.gguf`, open);
        expectGreedy(opened.model, tokens, [...i32(vector(`${name}.exact.greedy.i32`))], 2e-3);
      });
    }
  });

  describe(`${backendName}: vectors/transformers/dense`, () => {
    const expected = expectedTensors("transformers/dense/expected.safetensors");
    const ids = [...i32(expected("input_ids"))];
    const [first, second] = [ids.slice(0, 150), ids.slice(150)] as const;
    const logits = f32(expected("logits"));

    test("two sequences in one batch give transformers' logits", async () => {
      using opened = await openDense(open);
      const { model } = opened;
      const states = [model.newState({ contextTokens: 150 }), model.newState({ contextTokens: 150 })] as const;
      const [a, b] = model.forward([
        { state: states[0], tokens: first, logits: "all" },
        { state: states[1], tokens: second, logits: "all" },
      ]);
      expect(largestDifference(a!, logits.subarray(0, a!.length))).toBeLessThan(1e-3);
      expect(largestDifference(b!, logits.subarray(a!.length))).toBeLessThan(1e-3);
    });

    test("a long prompt beside single tokens of another sequence gives the same logits", async () => {
      using opened = await openDense(open);
      const { model } = opened;
      const [long, short] = [model.newState({ contextTokens: 150 }), model.newState({ contextTokens: 150 })];
      const rows: Float32Array[] = [];
      for (let at = 0; at < 10; at++) {
        const [, single] = model.forward([
          { state: long, tokens: first.slice(at * 15, at * 15 + 15), logits: "none" },
          { state: short, tokens: [second[at]!], logits: "last" },
        ]);
        rows.push(single!);
      }
      const width = model.config.vocabulary;
      for (const [at, row] of rows.entries()) {
        expect(largestDifference(row, logits.subarray((150 + at) * width, (151 + at) * width))).toBeLessThan(1e-3);
      }
    });

    test("sixty tokens go on greedily as in transformers", async () => {
      using opened = await openDense(open);
      const greedy = [...i32(expected("greedy"))];
      expectGreedy(opened.model, first.slice(0, 60), greedy.slice(0, 32), 2e-3);
      expectGreedy(opened.model, second.slice(0, 60), greedy.slice(32), 2e-3);
    });
  });

  describe(`${backendName}: vectors/mini`, { timeout: 600_000 }, () => {
    const all = miniRows();
    const rows = all.filter((_, i) => i % Math.ceil(all.length / options.miniRows) === 0);

    test("the template and the tokenizer give transformers' prompts", async () => {
      using opened = await openMini(open);
      for (const row of rows) {
        expect(opened.model.prompt.render(row.messages)).toBe(row.text);
        expect(encodePrompt(opened.model.prompt, opened.model.tokenizer, row.messages).ids).toEqual(row.ids);
      }
    });

    test("logits at every position agree with transformers", async () => {
      using opened = await openMini(open);
      const { model } = opened;
      for (const row of rows) {
        const logits = runInPieces(model, row.ids, 256);
        const width = model.config.vocabulary;
        for (let at = 0; at < row.ids.length; at++) {
          const here = logits.subarray(at * width, (at + 1) * width);
          if (row.margin[at]! > 0.02) expect(argmax(here)).toBe(row.argmax[at]);
          const next = row.ids[at + 1];
          if (next !== undefined) expect(Math.abs(logprob(here, next) - row.next_logprob[at]!)).toBeLessThan(5e-3);
        }
        const last = logits.subarray((row.ids.length - 1) * width);
        for (const [id, value] of row.last_top10) expect(Math.abs(last[id]! - value)).toBeLessThan(5e-3);
      }
    });

    test("plain greedy replies are transformers'", async () => {
      using opened = await openMini(open);
      for (const row of rows) expectGreedy(opened.model, row.ids, row.greedy, 0.02, row.greedy_margin);
    });
  });
}

interface MiniRow {
  readonly messages: readonly ChatMessage[];
  readonly text: string;
  readonly ids: readonly number[];
  readonly argmax: readonly number[];
  readonly margin: readonly number[];
  readonly next_logprob: readonly number[];
  readonly last_top10: readonly (readonly [number, number])[];
  readonly greedy: readonly number[];
  readonly greedy_margin: readonly number[];
}

/** Rows of vectors/mini with messages in our own shape. */
export function miniRows(): readonly MiniRow[] {
  const { rows } = JSON.parse(readFileSync(vectorPath("mini/expected.json"), "utf8")) as { rows: (MiniRow & { messages: WireMessage[] })[] };
  return rows.map((row) => ({ ...row, messages: row.messages.map(fromWire) }));
}

/** A message as OpenAI and the vectors write it. */
export interface WireMessage {
  readonly role: ChatMessage["role"];
  readonly content: string | null;
  readonly tool_calls?: readonly { readonly function: { readonly name: string; readonly arguments: Record<string, unknown> } }[];
}

export function fromWire({ role, content, tool_calls: calls }: WireMessage): ChatMessage {
  return { role, content: content ?? "", ...(calls && { toolCalls: calls.map((call) => call.function) }) };
}

export interface Opened extends Disposable {
  readonly model: Model;
}

export async function openPath(path: string, open: () => Promise<Backend>): Promise<Opened> {
  return openFiles(openModelFiles(path), open);
}

export async function openFiles(files: ModelFiles, open: () => Promise<Backend>): Promise<Opened> {
  const backend = await open();
  const model = loadModel(files, backend);
  files.close();
  return {
    model,
    [Symbol.dispose]() {
      model.close();
      backend.close();
    },
  };
}

/** vectors/transformers/dense is ids in, logits out; it brings no tokenizer, so it borrows one of the same size. */
export function openDense(open: () => Promise<Backend>): Promise<Opened> {
  const files = openModelFiles(vectorPath("llamacpp-tiny/tiny-dense-f32.gguf"));
  const name = "transformers/dense/model.safetensors";
  return openFiles({
    name: "dense",
    tokenizer: files.tokenizer,
    configJson: JSON.parse(readFileSync(vectorPath("transformers/dense/config.json"), "utf8")),
    weights: openSafetensors([memorySource(name, vector(name))]),
    close: () => files.close(),
  }, open);
}

const openVector = (name: string, open: () => Promise<Backend>): Promise<Opened> => openPath(vectorPath(name), open);
const openMini = (open: () => Promise<Backend>): Promise<Opened> =>
  openPath(fileURLToPath(new URL("../../../models/mini", import.meta.url)), open);

/** Logits of all positions, [T, V], from forward passes over `piece` tokens each. */
export function runInPieces(model: Model, tokens: readonly number[], piece: number): Float32Array {
  const width = model.config.vocabulary;
  const all = new Float32Array(tokens.length * width);
  const state = model.newState({ contextTokens: tokens.length });
  for (let at = 0; at < tokens.length; at += piece) {
    const [logits] = model.forward([{ state, tokens: tokens.slice(at, at + piece), logits: "all" }]);
    all.set(logits!, at * width);
  }
  model.freeState(state);
  return all;
}

/**
 * Follows the expected reply and checks that each of its tokens is our likeliest too. Random weights have near-ties:
 * a token may differ where it leads by less than `margin`, by the expected margins or else by our own.
 */
export function expectGreedy(
  model: Model, prompt: readonly number[], expected: readonly number[], margin: number, margins?: readonly number[],
): void {
  const state: ModelState = model.newState({ contextTokens: prompt.length + expected.length });
  let tokens = prompt;
  for (const [at, id] of expected.entries()) {
    const [logits] = model.forward([{ state, tokens, logits: "last" }]);
    const ours = argmax(logits!);
    const lead = margins ? margins[at]! : logits![ours]! - logits![id]!;
    if (ours !== id && !(lead < margin)) expect({ at, id: ours }).toEqual({ at, id });
    tokens = [id];
  }
  model.freeState(state);
}

export function argmax(values: Float32Array): number {
  return values.reduce((best, value, at) => (value > values[best]! ? at : best), 0);
}

export function logprob(logits: Float32Array, id: number): number {
  const max = logits[argmax(logits)]!;
  return logits[id]! - max - Math.log(logits.reduce((sum, value) => sum + Math.exp(value - max), 0));
}

export function largestDifference(got: Float32Array, expected: Float32Array): number {
  expect(got.length).toBe(expected.length);
  return got.reduce((largest, value, at) => Math.max(largest, Math.abs(value - expected[at]!)), 0);
}

function rootMeanSquare(got: Float32Array, expected: Float32Array): number {
  expect(got.length).toBe(expected.length);
  return Math.sqrt(got.reduce((sum, value, at) => sum + (value - expected[at]!) ** 2, 0) / got.length);
}

export function vectorPath(name: string): string {
  return fileURLToPath(new URL(`../../../vectors/${name}`, import.meta.url));
}

export function vector(name: string): Uint8Array {
  return readFileSync(vectorPath(name));
}

export function expectedTensors(name: string): (tensor: string) => Uint8Array {
  const { tensors } = openSafetensors([memorySource(name, vector(name))]);
  return (tensor) => {
    const stored = tensors.get(tensor)!;
    const bytes = new Uint8Array(stored.bytes);
    stored.read(bytes, 0);
    return bytes;
  };
}

export const f32 = (bytes: Uint8Array): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer);
export const i32 = (bytes: Uint8Array): Int32Array => new Int32Array(Uint8Array.from(bytes).buffer);
