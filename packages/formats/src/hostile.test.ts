import { readFileSync } from "node:fs";
import { DeviceError, InputError } from "@wanwen/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memorySource } from "./byte-source.ts";
import { openGguf } from "./gguf.ts";
import { openSafetensors } from "./safetensors.ts";
import { tokenizerFromGguf } from "./tokenizer/from-gguf.ts";
import { tokenizerFromJson } from "./tokenizer/from-json.ts";
import type { ByteSource, WeightFile } from "./types.ts";

// Aim: whatever a file holds, opening it ends soon, either well or with an error that is the file's fault.
// Method: real files with some bytes changed, dropped or repeated; what opens is also read and used.

const root = `${import.meta.dirname}/../../..`;
const runMsMax = 10_000;

/** Runs, and lets only errors pass that say what is wrong with the file. */
function survives(run: () => void): void {
  const begin = performance.now();
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof DeviceError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
    expect(error.message.length).toBeLessThan(1000);
  }
  expect(performance.now() - begin).toBeLessThan(runMsMax);
}

/** A source that checks that nobody asks for more than it has: a buffer that large was allocated before. */
function checkedSource(bytes: Uint8Array): ByteSource {
  const source = memorySource("hostile", bytes);
  return {
    ...source,
    read(target, offset) {
      expect(target.length).toBeLessThanOrEqual(bytes.length);
      source.read(target, offset);
    },
  };
}

function readAll({ tensors }: WeightFile): void {
  for (const tensor of tensors.values()) tensor.read(new Uint8Array(tensor.bytes), 0);
}

type Edit = { kind: "set" | "drop" | "repeat" | "grow"; at: number; value: number; count: number };

/** Edits lie in the first `headBytes`, where the structure is. */
const edits = (headBytes: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Edit["kind"]>("set", "set", "set", "drop", "repeat", "grow"),
      at: fc.nat(headBytes - 1),
      value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
      count: fc.integer({ min: 1, max: 16 }),
    }),
    { minLength: 1, maxLength: 5 },
  );

function edited(original: Uint8Array, list: readonly Edit[]): Uint8Array {
  let bytes = Uint8Array.from(original);
  for (const { kind, at, value, count } of list) {
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    if (kind === "set") bytes.fill(value, at, at + 1);
    else if (kind === "grow") bytes.fill(0xff, at, at + count); // counts and lengths become huge
    else if (kind === "drop") bytes = concat(before, after.subarray(count));
    else bytes = concat(before, after.subarray(0, count), after);
  }
  return bytes;
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

describe("hostile files", () => {
  it("GGUF files with changed bytes open or are refused", () => {
    const file = readFileSync(`${root}/vectors/llamacpp-tiny/tiny-k-q4_0.gguf`);
    fc.assert(
      fc.property(edits(12_000), (list) => {
        survives(() => {
          const weights = openGguf([checkedSource(edited(file, list))]);
          readAll(weights);
          const tokenizer = tokenizerFromGguf(weights.metadata, "hostile");
          tokenizer.decode(tokenizer.encode("<|im_start|>aabaca 茶 12"));
        });
      }),
      { numRuns: 600, seed: 2 },
    );
  });

  it("safetensors files with changed bytes open or are refused", () => {
    const file = readFileSync(`${root}/vectors/transformers/dense/expected.safetensors`);
    fc.assert(
      fc.property(edits(400), (list) => {
        survives(() => readAll(openSafetensors([checkedSource(edited(file, list))])));
      }),
      { numRuns: 600, seed: 3 },
    );
  });

  it("safetensors files with anything in place of any value open or are refused", () => {
    const file = readFileSync(`${root}/vectors/transformers/dense/expected.safetensors`);
    const length = Number(file.readBigUInt64LE(0));
    const header: any = JSON.parse(file.subarray(8, 8 + length).toString());
    const names = Object.keys(header).filter((name) => name !== "__metadata__");
    const anything = fc.oneof(fc.anything(), fc.bigInt().map(Number), fc.double(), fc.array(fc.double()));
    const where = fc.tuple(fc.constantFrom(...names), fc.constantFrom("dtype", "shape", "data_offsets", "all"));
    fc.assert(
      fc.property(where, anything, ([name, field], value) => {
        survives(() => {
          const changed = { ...header, [name]: field === "all" ? value : { ...header[name], [field]: value } };
          const text = Buffer.from(jsonOf(changed));
          const size = Buffer.alloc(8);
          size.writeBigUInt64LE(BigInt(text.length));
          readAll(openSafetensors([checkedSource(concat(size, text, file.subarray(8 + length)))]));
        });
      }),
      { numRuns: 600, seed: 4 },
    );
  });

  it("tokenizers with changed letters work or are refused", () => {
    const original: any = JSON.parse(readFileSync(`${root}/models/mini/tokenizer.json`, "utf8"));
    const small = new Set(Object.keys(original.model.vocab).slice(0, 400));
    original.model.vocab = Object.fromEntries(Object.entries(original.model.vocab).filter(([token]) => small.has(token)));
    original.model.merges = original.model.merges.filter(([a, b]: [string, string]) => small.has(a) && small.has(b)).slice(0, 200);
    original.added_tokens = original.added_tokens.map((token: any, i: number) => ({ ...token, id: 500 + i }));
    const bytes = new TextEncoder().encode(JSON.stringify(original));
    expect(() => tokenizerFromJson(new TextDecoder().decode(bytes), "whole")).not.toThrow();
    fc.assert(
      fc.property(edits(bytes.length), (list) => {
        survives(() => {
          const tokenizer = tokenizerFromJson(new TextDecoder().decode(edited(bytes, list)), "hostile");
          tokenizer.decode(tokenizer.encode("<|im_start|>user\n帮我点 two cups 123!<|im_end|>"));
        });
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("tokenizers with anything in place of any field work or are refused", () => {
    const original: any = JSON.parse(readFileSync(`${root}/models/mini/tokenizer.json`, "utf8"));
    const vocab = Object.fromEntries(Object.entries(original.model.vocab as Record<string, number>).filter(([, id]) => id < 256));
    original.model = { ...original.model, vocab, merges: [] };
    const paths = ["added_tokens", "normalizer", "pre_tokenizer", "model", "model.vocab", "model.merges", "pre_tokenizer.pretokenizers", "model.ignore_merges", "model.vocab.a", "model.merges.0", "added_tokens.0.id", "added_tokens.3.content", "pre_tokenizer.pretokenizers.0.pattern.Regex"];
    const pattern = fc.string({ unit: fc.constantFrom(..."ab()[]{}|*+?^$.\\1,<=!:pL-s") });
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(fc.anything(), pattern, fc.nat(), fc.array(fc.string())), (path, value) => {
        const file = structuredClone(original);
        const keys = path.split(".");
        const last = keys.pop()!;
        keys.reduce((at, key) => at[key], file)[last] = value;
        survives(() => {
          const tokenizer = tokenizerFromJson(jsonOf(file), "hostile");
          tokenizer.decode(tokenizer.encode(`<|im_start|>${"ab".repeat(50)} ${"a".repeat(200)}1 帮我`));
        });
      }),
      { numRuns: 600, seed: 6 },
    );
  });

  it("a small file of brackets, keys or empty entries costs little", () => {
    for (const text of ["[".repeat(5_000_000), `{"a":${"[0,".repeat(2_000_000)}`, "{},".repeat(3_000_000), `[${"0,".repeat(8_000_000)}0]`]) {
      survives(() => tokenizerFromJson(text, "hostile"));
    }
  });
});

/** JSON of any value; what JSON cannot say becomes null. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" || typeof each === "symbol" ? null : each));
}
