import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InputError, type StoredTensor } from "@wanwen/core";
import { memorySource, type ModelFiles, openSafetensors } from "@wanwen/formats";
import { openModelFiles } from "@wanwen/formats/node";
import { type Backend, openBackend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { argmax, logprob, miniRows, openFiles, openPath, vectorPath } from "./golden.case.ts";
import { STEPS_MAX } from "./state.ts";
import type { DraftRequest, Model, ModelState } from "./types.ts";

const MINI = fileURLToPath(new URL("../../../models/mini", import.meta.url));

/** Guesses of one state, with the logits that each was chosen from. */
function guess(model: Model, state: ModelState, token: number, count: number): { ids: number[]; logits: Float32Array[] } {
  const logits: Float32Array[] = [];
  const request: DraftRequest = { state, token, choose: (row) => (logits.push(row.slice()), argmax(row)) };
  return { ids: model.draft!([request], count)[0]!, logits };
}

/** [id, its log-probability, its lead over the second]: first, second and third guess behind each token of the reply. */
type Guess = readonly [id: number, logprob: number, margin: number];
const vectors = (): readonly { readonly row: number; readonly guesses: readonly (readonly Guess[])[] }[] =>
  (JSON.parse(readFileSync(vectorPath("mtp/expected.json"), "utf8")) as { rows: ReturnType<typeof vectors> }).rows;

const TINY = ["tiny-dense-f32", "tiny-moe-q4_0"] as const;

describe.each<[string, () => Promise<Backend>, { positions: number; rows: readonly number[] }]>([
  ["reference", () => openBackend("reference"), { positions: 3, rows: [25] }], // a short one
  ["wasm", () => openWasm({ threads: 1 }), { positions: Infinity, rows: [0, 5, 20, 35, 50] }],
])("the draft layer on %s", (backend, open, { positions, rows }) => {
  test("guesses of the embedded model are those of official code", { timeout: 60_000 }, async () => {
    using opened = await openPath(MINI, open);
    const { model } = opened;
    const all = miniRows();
    for (const { row, guesses } of vectors().filter((each) => rows.includes(each.row))) {
      const { ids, greedy } = all[row]!;
      const state = model.newState({ contextTokens: ids.length + greedy.length + STEPS_MAX });
      model.forward([{ state, tokens: ids, logits: "none" }]);
      for (const [at, expected] of guesses.slice(0, positions).entries()) {
        const { ids: ours, logits } = guess(model, state, greedy[at]!, expected.length);
        for (const [step, [id, value, margin]] of expected.entries()) {
          expect(Math.abs(logprob(logits[step]!, id) - value)).toBeLessThan(5e-3);
          if (margin < 0.02) break; // either of the two likeliest goes on from here
          expect(ours[step]).toBe(id);
        }
        model.forward([{ state, tokens: [greedy[at]!], logits: "none" }]);
      }
      model.freeState(state);
    }
  });

  test.each([...TINY, ...(backend === "wasm" ? ["mini"] : [])])(
    "%s: a state that was put back goes on with the same bits, guesses included", { timeout: 60_000 }, async (name) => {
      using opened = await (name === "mini" ? openPath(MINI, open) : openFiles(tinyWithDrafts(name), open));
      const { model } = opened;
      const id = fc.integer({ min: 0, max: model.realIds - 1 });
      const pass = fc.record({ right: fc.nat(STEPS_MAX - 1), tokens: fc.array(id, { minLength: 1, maxLength: STEPS_MAX }) });
      fc.assert(fc.property(fc.array(id, { minLength: 1, maxLength: 30 }), fc.array(pass, { minLength: 1, maxLength: 5 }), id, (prompt, passes, last) => {
        const contextTokens = prompt.length + STEPS_MAX * (passes.length + 2);
        const [plain, quick] = [model.newState({ contextTokens }), model.newState({ contextTokens })];
        for (const state of [plain, quick]) model.forward([{ state, tokens: prompt, logits: "none" }]);
        for (const { tokens, right } of passes) {
          const stand = Math.min(tokens.length, right + 1);
          guess(model, quick, tokens[0]!, right); // leaves nothing behind
          const [rows] = model.forward([{ state: quick, tokens, logits: "all", keepSteps: true }]);
          model.rewind(quick, quick.position - tokens.length + stand);
          for (let at = 0; at < stand; at++) {
            const [row] = model.forward([{ state: plain, tokens: [tokens[at]!], logits: "last" }]);
            expect(rows!.subarray(at * row!.length, (at + 1) * row!.length)).toEqual(row);
          }
          expect(quick.position).toBe(plain.position);
          expect(guess(model, quick, last, 2)).toEqual(guess(model, plain, last, 2));
        }
        // In one pass with the other, behind all that came and went.
        const [a, b] = model.forward([plain, quick].map((state) => ({ state, tokens: [last], logits: "last" as const })));
        expect(a).toEqual(b);
        for (const state of [plain, quick]) model.freeState(state);
      }), { numRuns: 6 });
    },
  );
});

test.each(["reference", "wasm"] as const)(
  "on %s a draft layer that was not asked for long guesses as one that was asked each time, in forks too", async (backend) => {
    const open = () => (backend === "wasm" ? openWasm({ threads: 1 }) : openBackend("reference"));
    using opened = await openFiles(tinyWithDrafts("tiny-dense-f32"), open);
    const { model } = opened;
    const [asked, left] = [model.newState({ contextTokens: 400 }), model.newState({ contextTokens: 400 })];
    const id = (at: number) => (at * 37 + (at >> 3)) % model.realIds;
    const last = 11;
    // Prompts in pieces long and short, single tokens, and passes of which some is taken back: more than wait at a time.
    const short = Array.from({ length: 30 }, (_, at) => 1 + (at % 4));
    const passes = [3, 20, 8, ...Array.from({ length: 45 }, () => 1), 8, 8, 8, 5, 40, 1, ...short];
    for (const [at, count] of passes.entries()) {
      const tokens = Array.from({ length: count }, (_, i) => id(left.position + i));
      const back = at > 50 && count > 1 && count <= STEPS_MAX ? 1 : 0;
      for (const state of [asked, left]) {
        if (state === asked && at > 0) guess(model, state, tokens[0]!, 2);
        model.forward([{ state, tokens, logits: "none", ...(back > 0 && { keepSteps: true }) }]);
        if (back > 0) model.rewind(state, state.position - back);
      }
      if (at % 9 !== 0) continue;
      const expected = guess(model, asked, last, 3);
      const [fork, second] = [model.forkState(left), model.forkState(left)];
      expect(guess(model, fork, last, 3)).toEqual(expected);
      const requests = [second, fork].map((state) => ({ state, token: last, choose: argmax }));
      expect(model.draft!(requests, 3)).toEqual([expected.ids, expected.ids]); // one behind and one caught up, together
      for (const state of [fork, second]) model.freeState(state);
    }
    expect(guess(model, left, last, 3)).toEqual(guess(model, asked, last, 3));
    for (const state of [asked, left]) model.freeState(state);
  },
);

test("a state is put back inside its last pass only, and only when that kept its steps", async () => {
  using opened = await openPath(MINI, () => openBackend("reference"));
  const { model } = opened;
  const state = model.newState({ contextTokens: 40 });
  model.forward([{ state, tokens: [1, 2, 3], logits: "none" }]);
  expect(() => model.rewind(state, 2)).toThrow(/last pass/);
  model.forward([{ state, tokens: [4, 5, 6], logits: "none", keepSteps: true }]);
  expect(() => model.rewind(state, 3)).toThrow(/last pass/);
  model.rewind(state, 4);
  expect(() => model.rewind(state, 4)).not.toThrow();
  expect(() => model.forward([{ state, tokens: Array.from({ length: STEPS_MAX + 1 }, () => 1), logits: "none", keepSteps: true }])).toThrow(/at most/);
  expect(state.position).toBe(4);
  model.freeState(state);
});

describe("a draft layer in a file", () => {
  test("without it nothing is guessed, and the rest is the same", async () => {
    using withDrafts = await openPath(MINI, () => openBackend("reference"));
    using without = await openFiles(changed(openModelFiles(MINI), (name) => (name.startsWith("mtp.") ? [] : undefined)), () => openBackend("reference"));
    expect(without.model.draft).toBeUndefined();
    expect(without.model.parameters).toBe(withDrafts.model.parameters);
    expect(without.model.weightBytes).toBeLessThan(withDrafts.model.weightBytes);
    expect(nextLogits(without.model)).toEqual(nextLogits(withDrafts.model));
  });

  test.each([
    ["mtp.norm.weight", [255]], ["mtp.fc.weight", [256, 256]], ["mtp.layers.0.self_attn.q_proj.weight", [256, 256]], ["mtp.layers.0.mlp.up_proj.weight", undefined],
  ])("%s of another shape, or missing, is refused by name", async (wrong, shape) => {
    const files = openModelFiles(MINI);
    const broken = changed(files, (name, stored) => (name === wrong ? (shape ? [{ ...stored, shape }] : []) : undefined));
    await expect(openFiles(broken, () => openBackend("reference"))).rejects.toThrow(wrong);
    await expect(openFiles(broken, () => openBackend("reference"))).rejects.toThrow(InputError);
  });

  test("experts of their own and all in one tensor are the same layer", async () => {
    const files = openMoe();
    const stored = (suffix: string) => files.weights.tensors.get(`model.layers.3.${suffix}`)!;
    const experts = Array.from({ length: 8 }, (_, i) => `mlp.experts.${i}`);
    const alone = [...files.weights.tensors.keys()].filter((name) => name.startsWith("model.layers.3.")).map((name) => name.slice("model.layers.3.".length));
    const apart = alone.map((suffix) => renamed(`mtp.layers.0.${suffix}`, stored(suffix)));
    const packed = [
      ...apart.filter(({ name }) => !name.includes("experts.")),
      joined("mtp.layers.0.mlp.experts.gate_up_proj", [8, 64, 64], experts.flatMap((at) => [stored(`${at}.gate_proj.weight`), stored(`${at}.up_proj.weight`)])),
      joined("mtp.layers.0.mlp.experts.down_proj", [8, 64, 32], experts.map((at) => stored(`${at}.down_proj.weight`))),
    ];
    const guesses: unknown[] = [];
    for (const layer of [apart, packed]) {
      using opened = await openFiles(changed(files, () => undefined, [...layer, ...pairing("mtp.fc.weight", "mtp.pre_fc_norm_embedding.weight", "mtp.pre_fc_norm_hidden.weight", "mtp.norm.weight")]), () => openBackend("reference"));
      guesses.push(firstGuesses(opened.model));
    }
    expect(guesses[1]).toEqual(guesses[0]);
  });

  test("GGUF files have it as a last block; without a norm of its own it takes the model's", async () => {
    const guesses: unknown[] = [];
    for (const norm of [[], ["output_norm.weight"]]) {
      using opened = await openFiles(tinyWithDrafts("tiny-moe-f32", norm[0]), () => openBackend("reference"));
      expect(opened.model.config.layers).toHaveLength(4);
      guesses.push(firstGuesses(opened.model));
    }
    expect(guesses[1]).toEqual(guesses[0]);
  });
});

/** A file of vectors/llamacpp-tiny whose last layer is its draft layer too. @param norm the tensor that is its last norm, if it has one */
function tinyWithDrafts(name: string, norm?: string): ModelFiles {
  const files = openModelFiles(vectorPath(`llamacpp-tiny/${name}.gguf`));
  const { tensors, metadata } = files.weights;
  const layer = [...tensors.values()].filter((stored) => stored.name.startsWith("blk.3.")).map((stored) => renamed(stored.name.replace("blk.3.", "blk.4."), stored));
  const hidden = tensors.get("output_norm.weight")!.shape[0]!;
  const [join, left, right] = pairing("blk.4.nextn.eh_proj.weight", "blk.4.nextn.enorm.weight", "blk.4.nextn.hnorm.weight", "", hidden);
  const last = norm === undefined ? [] : [renamed("blk.4.nextn.shared_head_norm.weight", tensors.get(norm)!)];
  const file = changed(files, () => undefined, [...layer, join!, left!, right!, ...last]);
  const architecture = String(metadata.get("general.architecture"));
  const more = new Map([...metadata, [`${architecture}.block_count`, 5], [`${architecture}.nextn_predict_layers`, 1]] as const);
  return { ...file, weights: { ...file.weights, metadata: more } as ModelFiles["weights"], close: () => files.close() };
}

/** The same files with some tensors changed, dropped ([]) or added. */
function changed(
  files: ModelFiles, change: (name: string, stored: StoredTensor) => readonly StoredTensor[] | undefined, more: readonly StoredTensor[] = [],
): ModelFiles {
  const tensors = [...files.weights.tensors.values()].flatMap((stored) => change(stored.name, stored) ?? [stored]);
  return { ...files, weights: { ...files.weights, tensors: new Map([...tensors, ...more].map((stored) => [stored.name, stored])) }, close: () => {} };
}

function nextLogits(model: Model): Float32Array {
  const state = model.newState({ contextTokens: 16 });
  const [logits] = model.forward([{ state, tokens: [5, 6, 7, 8, 9], logits: "all" }]);
  model.freeState(state);
  return logits!;
}

function firstGuesses(model: Model): ReturnType<typeof guess> {
  const state = model.newState({ contextTokens: 16 });
  model.forward([{ state, tokens: [5, 6, 7, 8, 9], logits: "none" }]);
  const guesses = guess(model, state, 10, 3);
  model.freeState(state);
  return guesses;
}

/** vectors/transformers/moe brings no tokenizer; it borrows one of the same size. */
function openMoe(): ModelFiles {
  const name = "transformers/moe/model.safetensors";
  return {
    name: "moe",
    tokenizer: openModelFiles(vectorPath("llamacpp-tiny/tiny-dense-f32.gguf")).tokenizer,
    configJson: JSON.parse(readFileSync(vectorPath("transformers/moe/config.json"), "utf8")),
    weights: openSafetensors([memorySource(name, readFileSync(vectorPath(name)))]),
    close: () => {},
  };
}

const renamed = (name: string, stored: StoredTensor): StoredTensor => ({ ...stored, name, read: (target, offset) => stored.read(target, offset) });

function inMemory(name: string, shape: readonly number[], data: Uint8Array): StoredTensor {
  return { name, type: "F32", shape, bytes: data.length, file: "made here", read: (target, offset) => target.set(data.subarray(offset, offset + target.length)) };
}

/** Tensors of F32, one after the other. */
function joined(name: string, shape: readonly number[], parts: readonly StoredTensor[]): StoredTensor {
  const data = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  for (const part of parts) {
    part.read(data.subarray(at, at + part.bytes), 0);
    at += part.bytes;
  }
  return inMemory(name, shape, data);
}

/** What stands before and behind the layer, of some numbers. */
function pairing(join: string, embeddingNorm: string, hiddenNorm: string, norm: string, hidden = 64): StoredTensor[] {
  const numbers = (name: string, ...shape: number[]): StoredTensor => {
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i * 1.7 + shape.length) / 8);
    return inMemory(name, shape, new Uint8Array(values.buffer));
  };
  return [numbers(join, hidden, 2 * hidden), numbers(embeddingNorm, hidden), numbers(hiddenNorm, hidden), numbers(norm, hidden)];
}
