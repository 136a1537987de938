import { readFileSync } from "node:fs";
import { InputError } from "@wanwen/core";
import { describe, expect, it } from "vitest";
import { memorySource } from "./byte-source.ts";
import { ggufParts, openGguf } from "./gguf.ts";
import { buildGguf, type GgufParts, join, string, u32, u64 } from "./testing/build-files.ts";

const root = `${import.meta.dirname}/../../..`;

const open = (parts: GgufParts) => openGguf([memorySource("a.gguf", buildGguf(parts))]);
const tensor = (name: string, dims: readonly (number | bigint)[], offset: number | bigint = 0, type = 0) => ({ name, dims, type, offset });

describe("openGguf", () => {
  it("lists the tensors of a file made by llama.cpp, slowest axis first, each with its own type", () => {
    const path = `${root}/vectors/llamacpp-tiny/tiny-k-q4_k_m.gguf`;
    const { tensors, metadata, format } = openGguf([memorySource("tiny.gguf", readFileSync(path))]);
    expect(format).toBe("gguf");
    expect(tensors.size).toBe(27);
    expect(tensors.get("token_embd.weight")).toMatchObject({ type: "Q6_K", shape: [320, 256], bytes: 320 * 210 });
    expect(tensors.get("blk.0.ssm_conv1d.weight")).toMatchObject({ type: "F32", shape: [512, 4] });
    expect(tensors.get("blk.1.attn_q.weight")).toMatchObject({ type: "Q4_K", shape: [512, 256] });
    expect(metadata.get("general.architecture")).toBe("qwen35");
    expect(metadata.get("qwen35.rope.dimension_sections")).toEqual([3, 3, 2, 0]);
    expect(metadata.get("tokenizer.ggml.tokens")).toHaveLength(320);
  });

  it("reads numbers from where they lie", () => {
    const file = readFileSync(`${root}/vectors/llamacpp-tiny/tiny-dense-f32.gguf`);
    const { tensors } = openGguf([memorySource("tiny.gguf", file)]);
    const norm = new Float32Array(64);
    tensors.get("output_norm.weight")!.read(new Uint8Array(norm.buffer), 0);
    expect(norm.every((w) => w > 0 && w < 3)).toBe(true); // a norm's weights, the +1 included, lie about 1
    const last = [...tensors.values()].at(-1)!;
    last.read(new Uint8Array(last.bytes), 0);
  });

  it("reads versions 2 and 3 and every kind of value", () => {
    const pair = (key: string, type: number, ...bytes: readonly Uint8Array[]) => join(string(key), u32(type), ...bytes);
    const rawPairs = [
      pair("u8", 0, Uint8Array.of(255)), pair("i8", 1, Uint8Array.of(255)), pair("u16", 2, Uint8Array.of(255, 255)),
      pair("i16", 3, Uint8Array.of(255, 255)), pair("u32", 4, u32(2 ** 32 - 1)), pair("i32", 5, u32(2 ** 32 - 1)),
      pair("f32", 6, u32(0x3fc00000)), pair("bool", 7, Uint8Array.of(1)), pair("text", 8, string("茶")),
      pair("u64", 10, u64(7n)), pair("large", 10, u64(2n ** 60n)), pair("i64", 11, u64(2n ** 64n - 1n)), pair("f64", 12, u64(0x3ff8000000000000n)),
      pair("strings", 9, u32(8), u64(4n), string("a"), string(""), string("😀é"), string("b")),
      pair("nested", 9, u32(9), u64(2n), u32(0), u64(1n), Uint8Array.of(5), u32(8), u64(1n), string("x")),
      pair("none", 9, u32(6), u64(0n)),
    ];
    for (const version of [2, 3]) {
      const { metadata } = open({ version, rawPairs });
      expect(Object.fromEntries(metadata)).toEqual({
        u8: 255, i8: -1, u16: 65535, i16: -1, u32: 2 ** 32 - 1, i32: -1, f32: 1.5, bool: true, text: "茶",
        u64: 7, large: 2n ** 60n, i64: -1, f64: 1.5, strings: ["a", "", "😀é", "b"], nested: [[5], ["x"]], none: [],
      });
    }
  });

  it("reads strings that are longer than a window or lie across two", () => {
    const texts = [..."abcdefgh"].map((letter, i) => letter.repeat(i === 3 ? 3_000_000 : 400_000));
    expect(open({ metadata: { texts, after: 1 } }).metadata).toEqual(new Map<string, unknown>([["texts", texts], ["after", 1]]));
  });

  it("opens split files in any order and refuses an incomplete or mixed set", () => {
    const part = (no: number, count: number, name: string, tensors = 2) =>
      memorySource(`p${no}.gguf`, buildGguf({
        metadata: { "split.no": no, "split.count": count, "split.tensors.count": tensors, ...(no === 0 ? { "general.name": "whole" } : {}) },
        tensors: [tensor(name, [8])],
        dataBytes: 32,
      }));
    const { tensors, metadata } = openGguf([part(1, 2, "b"), part(0, 2, "a")]);
    expect([...tensors.keys()]).toEqual(["a", "b"]);
    expect(metadata.get("general.name")).toBe("whole");
    expect(() => openGguf([part(0, 2, "a")])).toThrow(/p0\.gguf: expected 2 parts, got 1/);
    expect(() => openGguf([part(0, 2, "a"), part(0, 2, "b")])).toThrow(/expected part 2 of 2, got part 1 of 2/);
    expect(() => openGguf([part(0, 2, "a"), part(1, 2, "a")])).toThrow(/"a": expected each tensor once, p0\.gguf has it too/);
    expect(() => openGguf([part(0, 2, "a", 3), part(1, 2, "b", 3)])).toThrow(/expected 3 tensors in all parts, got 2/);
    expect(() => openGguf([])).toThrow(InputError);
  });

  it("honours the file's alignment and accepts a last tensor without padding", () => {
    const metadata = { "general.alignment": 64 };
    const { tensors } = open({ metadata, tensors: [tensor("a", [3]), tensor("b", [5], 64)], dataBytes: 64 + 20, alignment: 64 });
    const bytes = new Uint8Array(4);
    tensors.get("b")!.read(bytes, 16);
    expect([...bytes]).toEqual([80, 81, 82, 83]);
  });

  it("sets tensors of types that we do not know aside with the reason", () => {
    const { tensors, skipped } = open({ tensors: [tensor("a", [8]), tensor("b", [256], 32, 16), tensor("c", [256], 32, 999)], dataBytes: 64 });
    expect([...tensors.keys()]).toEqual(["a"]);
    expect(Object.fromEntries(skipped!)).toEqual({
      b: "a.gguf stores it as IQ2_XXS, which is not supported",
      c: "a.gguf stores it as ggml type 999, which is not supported",
    });
  });

  const refused: readonly [what: string, parts: GgufParts, message: RegExp][] = [
    ["version 1", { version: 1 }, /a\.gguf: version: expected 2 or 3, got 1$/],
    ["a big-endian file", { version: 0x03000000 }, /big-endian/],
    ["more tensors than the file can hold", { tensorCount: 2n ** 50n }, /tensor count: expected at most 0, got 1125899906842624/],
    ["more pairs than the file can hold", { pairCount: 2n ** 63n }, /key\/value count: expected at most 0/],
    ["a string longer than the file", { rawPairs: [join(u64(2n ** 40n), new Uint8Array(32))] }, /length of key 0: expected at most/],
    ["an array longer than the file", { rawPairs: [join(string("k"), u32(9), u32(8), u64(2n ** 40n), new Uint8Array(32))] }, /length of "k": expected at most 4, got 1099511627776/],
    ["arrays in arrays without end", { rawPairs: [join(string("k"), u32(9), ...Array.from({ length: 9 }, () => join(u32(9), u64(1n))), new Uint8Array(32))] }, /"k": expected arrays at most 4 deep/],
    ["an unknown kind of value", { rawPairs: [join(string("k"), u32(13), new Uint8Array(16))] }, /"k": expected a value type up to 12, got 13/],
    ["an unknown kind of element", { rawPairs: [join(string("k"), u32(9), u32(99), new Uint8Array(16))] }, /"k": expected an element type up to 12, got 99/],
    ["a key twice", { metadata: { k: 1 }, rawPairs: [join(string("k"), u32(4), u32(1))] }, /"k": expected each key once/],
    ["a tensor twice", { tensors: [tensor("a", [8]), tensor("a", [8], 32)], dataBytes: 64 }, /"a": expected each tensor once/],
    ["a key that is not UTF-8", { rawPairs: [join(u64(2n), Uint8Array.of(0xc3, 0x28), u32(4), u32(1))] }, /key 0: expected UTF-8/],
    ["a string that ends inside a character which the next one finishes", { rawPairs: [join(string("k"), u32(9), u32(8), u64(2n), u64(1n), Uint8Array.of(0xe8), u64(2n), Uint8Array.of(0x8c, 0xb6))] }, /"k": expected UTF-8/],
    ["a size of zero", { tensors: [tensor("a", [8, 0])] , dataBytes: 32 }, /"a": expected a shape of whole sizes from 1 on, got \[0, 8\]/],
    ["sizes whose product no number holds", { tensors: [tensor("a", [2n ** 40n, 2n ** 40n])], dataBytes: 32 }, /"a": expected a shape/],
    ["five axes", { tensors: [tensor("a", [1, 1, 1, 1, 1])], dataBytes: 32 }, /"a": expected at most 4 dimensions, got 5/],
    ["rows that are no whole blocks", { tensors: [tensor("a", [33], 0, 8)], dataBytes: 64 }, /"a": expected rows of a multiple of 32 for Q8_0, got \[33\]/],
    ["bytes beyond the file", { tensors: [tensor("a", [64])], dataBytes: 32 }, /"a": expected bytes \d+\.\.\d+, the file ends at/],
    ["an offset no number holds", { tensors: [tensor("a", [8], 2n ** 63n)], dataBytes: 32 }, /"a": expected an offset inside the file/],
    ["two tensors in the same place", { tensors: [tensor("a", [8]), tensor("b", [8], 16)], dataBytes: 64 }, /"b": expected bytes of its own/],
    ["an alignment of zero", { metadata: { "general.alignment": 0 } }, /general\.alignment: expected a power of two/],
    ["an alignment that is no power of two", { metadata: { "general.alignment": 48 } }, /general\.alignment/],
    ["an alignment that is text", { metadata: { "general.alignment": "32" } }, /general\.alignment/],
    ["an absurd number of parts", { metadata: { "split.count": 2 ** 31 } }, /split\.count: expected a whole number up to 10000/],
  ];

  it.each(refused)("refuses %s", (_, parts, message) => {
    expect(() => open(parts)).toThrow(InputError);
    expect(() => open(parts)).toThrow(message);
  });

  it("refuses other files and every shortened one", () => {
    expect(() => openGguf([memorySource("a", new Uint8Array(0))])).toThrow(/magic: expected 4 bytes at 0, the file ends at 0/);
    expect(() => openGguf([memorySource("a", new TextEncoder().encode("PK\x03\x04 and more"))])).toThrow(/expected a GGUF file/);
    const whole = buildGguf({ metadata: { text: "x", list: ["a", "b"] }, tensors: [tensor("a", [8])], dataBytes: 32 });
    for (let length = 0; length < whole.length; length++) {
      expect(() => openGguf([memorySource("a", whole.subarray(0, length))])).toThrow(InputError);
    }
  });
});

describe("ggufParts", () => {
  it("knows the siblings of a part", () => {
    expect(ggufParts("m-00002-of-00003.gguf")).toEqual(["m-00001-of-00003.gguf", "m-00002-of-00003.gguf", "m-00003-of-00003.gguf"]);
    expect(ggufParts("m.gguf")).toEqual(["m.gguf"]);
    expect(() => ggufParts("m-00001-of-99999.gguf")).toThrow(InputError);
  });
});
