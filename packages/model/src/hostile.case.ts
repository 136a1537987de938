import { InputError, LimitError } from "@wanwen/core";
import { memorySource, type ModelFiles, openGguf, openSafetensors, tokenizerFromGguf, type WeightFile } from "@wanwen/formats";
import type { Backend } from "@wanwen/kernels";
import { openWasm } from "@wanwen/kernels/node";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeModel, loadModel } from "./index.ts";

// Aim: whatever a model's files hold, it loads and runs, or is refused with an error that is the files' fault, soon, and
// without more memory than the files justify. Method: small real files with bytes and fields changed, opened, described,
// loaded and run for a few tokens on one backend, which in the end must still have room for the file as it was.

const at = (path: string) => fileURLToPath(new URL(`../../../vectors/${path}`, import.meta.url));

const RUN_MS_MAX = 5_000;
/** A matrix of one row takes a panel of eight. */
const MEMORY_OF_FILE_MAX = 8;
/** Room for a few of these models at once: what failed loads would keep adds up to more. */
const WEIGHT_BYTES = 16 << 20;

export function hostileCases(name: string, runs: number): void {
  describe(name, () => {
    let backend: Backend;
    beforeAll(async () => void (backend = await openWasm({ threads: 1, weightBytes: [WEIGHT_BYTES] })));
    afterAll(() => backend.close());

    /** True when the files were good enough. */
    function survives(bytes: number, open: () => ModelFiles): boolean {
      const begin = performance.now();
      try {
        tryOut(open(), bytes, backend);
        return true;
      } catch (error) {
        if (!(error instanceof InputError) && !(error instanceof LimitError)) throw error;
        expect(error.message.length).toBeGreaterThan(10);
        expect(error.message.length).toBeLessThan(1000);
        return false;
      } finally {
        expect(performance.now() - begin).toBeLessThan(RUN_MS_MAX);
      }
    }

    for (const file of ["llamacpp-tiny/tiny-moe-q4_0.gguf", "llamacpp-tiny/tiny-k-q4_k_m.gguf"]) {
      const original = readFileSync(at(file));
      const { metadata } = openGguf([memorySource(file, original)]);
      // The table of tensors ends where the first of them may begin; most edits belong before it.
      const head = original.indexOf("output_norm.weight") + 2000;

      test(`${file} with changed bytes loads or is refused`, () => {
        fc.assert(
          fc.property(edits(head, original.length), (list) => {
            const bytes = edited(original, list);
            survives(bytes.length, () => ggufFiles(openGguf([memorySource("hostile.gguf", bytes)])));
          }),
          { numRuns: runs, endOnFailure: true, seed: 121 },
        );
        expect(survives(original.length, () => ggufFiles(openGguf([memorySource(file, original)])))).toBe(true);
      });

      test(`${file} with anything in place of a setting loads or is refused`, () => {
        const keys = [...metadata.keys()].filter((key) => !key.startsWith("tokenizer."));
        fc.assert(
          fc.property(fc.constantFrom(...keys), settings, (key, value) => {
            const weights = openGguf([memorySource("hostile.gguf", original)]);
            survives(original.length, () => ggufFiles({ ...weights, metadata: new Map([...weights.metadata, [key, value as number]]) }));
          }),
          { numRuns: runs, endOnFailure: true, seed: 122 },
        );
        expect(survives(original.length, () => ggufFiles(openGguf([memorySource(file, original)])))).toBe(true);
      });
    }

    for (const folder of ["transformers/dense", "transformers/dense-fp8", "transformers/moe"]) {
      const original = readFileSync(at(`${folder}/model.safetensors`));
      const configJson = JSON.parse(readFileSync(at(`${folder}/config.json`), "utf8")) as Record<string, unknown>;
      const whole = () => safetensorsFiles(original, configJson);

      test(`${folder} with changed bytes loads or is refused`, () => {
        const head = Number(original.readBigUInt64LE(0)) + 8;
        fc.assert(
          fc.property(edits(head, original.length), (list) => {
            const bytes = edited(original, list);
            survives(bytes.length, () => safetensorsFiles(bytes, configJson));
          }),
          { numRuns: runs, endOnFailure: true, seed: 123 },
        );
        expect(survives(original.length, whole)).toBe(true);
      });

      test(`${folder} with anything in place of a setting loads or is refused`, () => {
        const paths = pathsOf(configJson);
        fc.assert(
          fc.property(fc.constantFrom(...paths), fc.oneof(settings, fc.anything()), (path, value) => {
            survives(original.length, () => safetensorsFiles(original, replaced(configJson, path, value)));
          }),
          { numRuns: runs, endOnFailure: true, seed: 124 },
        );
        expect(survives(original.length, whole)).toBe(true);
      });

      test(`${folder} with the header of another tensor in place of one's own loads or is refused`, () => {
        const length = Number(original.readBigUInt64LE(0));
        const header = JSON.parse(original.subarray(8, 8 + length).toString()) as Record<string, Record<string, unknown>>;
        const names = fc.constantFrom(...Object.keys(header).filter((key) => key !== "__metadata__"));
        const field = fc.constantFrom("dtype", "shape", "data_offsets", "all");
        fc.assert(
          fc.property(names, names, field, (to, from, what) => {
            const changed = { ...header, [to]: what === "all" ? header[from] : { ...header[to], [what]: header[from]![what] } };
            const text = Buffer.from(JSON.stringify(changed));
            const size = Buffer.alloc(8);
            size.writeBigUInt64LE(BigInt(text.length));
            const bytes = new Uint8Array(Buffer.concat([size, text, original.subarray(8 + length)]));
            survives(bytes.length, () => safetensorsFiles(bytes, configJson));
          }),
          { numRuns: runs, endOnFailure: true, seed: 125 },
        );
        expect(survives(original.length, whole)).toBe(true);
      });
    }
  });
}

function tryOut(files: ModelFiles, fileBytes: number, backend: Backend): void {
  const { memory } = describeModel(files);
  expect(memory.weights).toBeLessThanOrEqual(MEMORY_OF_FILE_MAX * fileBytes);
  const model = loadModel(files, backend);
  try {
    const contextTokens = Math.min(8, model.config.contextMax);
    const state = model.newState({ contextTokens });
    try {
      const [logits] = model.forward([{ state, tokens: [1, 2, 3].slice(0, contextTokens), logits: "last" }]);
      expect(logits!.length).toBe(model.config.vocabulary);
    } finally {
      model.freeState(state);
    }
  } finally {
    model.close();
  }
}

function ggufFiles(weights: WeightFile): ModelFiles {
  return { name: "hostile", weights, tokenizer: tokenizerFromGguf(weights.metadata, "hostile.gguf"), close() {} };
}

/** These vectors bring ids, no words: any tokenizer of their size will do. */
const TOKENIZER = tokenizerFromGguf(openGguf([memorySource("tokens", readFileSync(at("llamacpp-tiny/tiny-moe-q4_0.gguf")))]).metadata, "tokens");

function safetensorsFiles(bytes: Uint8Array, configJson: unknown): ModelFiles {
  return { name: "hostile", weights: openSafetensors([memorySource("hostile.safetensors", bytes)]), tokenizer: TOKENIZER, configJson, close() {} };
}

/** Numbers at the edges of what is stored and multiplied, and other kinds of values. */
const settings = fc.oneof(
  fc.constantFrom(
    0, -1, 1, 2, 3, 7, 8, 64, 127, 128, 255, 256, 1000, 65_536, 2 ** 24, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, Infinity, NaN, 0.5, -0.5, 1e-300,
    "", "yarn", "linear", "qwen3", true, false, null, 10n ** 30n,
  ),
  fc.nat(512), fc.double(), fc.string(), fc.array(fc.nat(300)), fc.array(fc.string()),
);

type Edit = { kind: "set" | "bit" | "drop" | "repeat" | "grow" | "cut"; at: number; value: number; count: number };

/** Four of five edits lie in the first `headBytes`. */
function edits(headBytes: number, bytes: number): fc.Arbitrary<Edit[]> {
  const place = fc.oneof({ arbitrary: fc.nat(headBytes - 1), weight: 4 }, { arbitrary: fc.nat(bytes - 1), weight: 1 });
  return fc.array(
    fc.record({
      kind: fc.constantFrom<Edit["kind"]>("set", "set", "bit", "bit", "bit", "drop", "repeat", "grow", "cut"),
      at: place,
      value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
      count: fc.integer({ min: 1, max: 16 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
}

function edited(original: Uint8Array, list: readonly Edit[]): Uint8Array {
  let bytes = Uint8Array.from(original);
  for (const { kind, at: place, value, count } of list) {
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    switch (kind) {
      case "set": bytes.fill(value, place, place + 1); break;
      case "bit": if (place < bytes.length) bytes[place]! ^= 1 << (value & 7); break;
      case "grow": bytes.fill(0xff, place, place + count); break;
      case "drop": bytes = joined(before, after.subarray(count)); break;
      case "repeat": bytes = joined(before, after.subarray(0, count), after); break;
      case "cut": bytes = Uint8Array.from(before); break;
      default: kind satisfies never;
    }
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** Every place in nested settings. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((rest) => [key, ...rest])]);
}

function replaced(settingsJson: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(settingsJson) as Record<string, unknown>;
  let inner: Record<string, unknown> = copy;
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  inner[path.at(-1)!] = value;
  // As it would come from a file: what JSON cannot say becomes null.
  return JSON.parse(JSON.stringify(copy, (_, each: unknown) => (typeof each === "bigint" ? null : each)));
}
