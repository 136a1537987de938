import { readFileSync } from "node:fs";
import { DeviceError, InputError, InvariantError } from "@wanwen/core";
import { describe, expect, it } from "vitest";
import { memorySource } from "./byte-source.ts";
import { openSafetensors, safetensorsShards } from "./safetensors.ts";
import { buildSafetensors } from "./testing/build-files.ts";

const root = `${import.meta.dirname}/../../..`;

const open = (header: unknown, dataBytes: number) => openSafetensors([memorySource("a.safetensors", buildSafetensors(header, dataBytes))]);
const f32 = (shape: unknown, begin: number, end: number) => ({ dtype: "F32", shape, data_offsets: [begin, end] });

describe("openSafetensors", () => {
  it("lists the tensors of a real checkpoint and reads their numbers", () => {
    const path = `${root}/vectors/transformers/dense/expected.safetensors`;
    const { tensors, format } = openSafetensors([memorySource("expected.safetensors", readFileSync(path))]);
    expect(format).toBe("safetensors");
    const logits = tensors.get("logits")!;
    expect(logits).toMatchObject({ type: "F32", shape: [2, 150, 320], bytes: 2 * 150 * 320 * 4, file: "expected.safetensors" });
    const greedy = tensors.get("greedy")!;
    expect(greedy).toMatchObject({ type: "I32", shape: [2, 32] });
    const numbers = new Int32Array(64);
    greedy.read(new Uint8Array(numbers.buffer), 0);
    expect(numbers.every((id) => id >= 0 && id < 320)).toBe(true);
    expect(new Set(numbers).size).toBeGreaterThan(10);
  });

  it("reads any piece of a tensor and nothing beyond it", () => {
    const { tensors } = open({ a: f32([2], 0, 8), b: f32([3], 8, 20) }, 20);
    const piece = new Uint8Array(4);
    tensors.get("b")!.read(piece, 4);
    expect([...piece]).toEqual([12, 13, 14, 15]);
    expect(() => tensors.get("a")!.read(piece, 5)).toThrow(InvariantError);
    expect(() => tensors.get("a")!.read(piece, -1)).toThrow(InvariantError);
  });

  it("sees several shards as one file, with the metadata of all", () => {
    const one = memorySource("1.safetensors", buildSafetensors({ __metadata__: { format: "pt" }, a: f32([1], 0, 4) }, 4));
    const two = memorySource("2.safetensors", buildSafetensors({ b: f32([], 0, 4) }, 4));
    const { tensors, metadata } = openSafetensors([one, two]);
    expect([...tensors].map(([name, tensor]) => [name, tensor.file])).toEqual([["a", "1.safetensors"], ["b", "2.safetensors"]]);
    expect(metadata.get("format")).toBe("pt");
    expect(() => openSafetensors([one, one])).toThrow(/"a": expected each tensor once, 1.safetensors has it too/);
  });

  it("maps the types that we compute with and sets the others aside with the reason", () => {
    const entry = (dtype: string, begin: number, bytes: number) => ({ dtype, shape: [2], data_offsets: [begin, begin + bytes] });
    const { tensors, skipped } = open({ bf: entry("BF16", 0, 4), f8: entry("F8_E4M3", 4, 2), odd: entry("F8_E5M2", 6, 2), proto: entry("constructor", 8, 0) }, 8);
    expect([...tensors.values()].map(({ type }) => type)).toEqual(["BF16", "F8_E4M3"]);
    expect(skipped!.get("odd")).toBe('a.safetensors stores it as "F8_E5M2", which is not supported');
    expect(skipped!.has("proto")).toBe(true);
  });

  it("reports a file that was cut short under us as the world's fault", () => {
    const bytes = buildSafetensors({ a: f32([2], 0, 8) }, 8);
    const source = { ...memorySource("a.safetensors", bytes.subarray(0, bytes.length - 4)), size: bytes.length };
    const { tensors } = openSafetensors([source]);
    expect(() => tensors.get("a")!.read(new Uint8Array(8), 0)).toThrow(DeviceError);
  });

  const refused: readonly [what: string, header: unknown, dataBytes: number, message: RegExp][] = [
    ["a header that is no JSON", "{nope", 0, /a\.safetensors: header: not JSON/],
    ["a header that is a list", [], 0, /expected a JSON object, got \[\]/],
    ["JSON a hundred levels deep", `{"a":${"[".repeat(100)}${"]".repeat(100)}}`, 0, /at most 4 levels deep, got 101/],
    ["a name twice", '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4, /"a": expected each tensor once/],
    ["an entry that is no object", { a: 1 }, 0, /"a": expected an object with dtype, shape and data_offsets, got 1/],
    ["no type", { a: { shape: [], data_offsets: [0, 4] } }, 4, /"a": expected dtype to be a string, got nothing/],
    ["a negative size", { a: f32([-1], 0, 4) }, 4, /"a": expected a shape of whole sizes from 1 on, got \[-1\]/],
    ["a size of zero", { a: f32([0, 4], 0, 0) }, 0, /got \[0, 4\]/],
    ["a size that is no number", { a: f32([null], 0, 4) }, 4, /got \[null\]/],
    ["a shape whose product no number holds", { a: f32([2 ** 40, 2 ** 40], 0, 4) }, 4, /expected a shape of whole sizes/],
    ["too many axes", { a: f32([1, 1, 1, 1, 1, 1, 1, 1, 1], 0, 4) }, 4, /a list of at most 8 sizes/],
    ["a shape that disagrees with the bytes", { a: f32([2, 3], 0, 20) }, 20, /"a": expected 24 bytes for \[2, 3\] F32, data_offsets give 20/],
    ["offsets in the wrong order", { a: f32([1], 4, 0) }, 4, /"a": expected data_offsets in order/],
    ["offsets that are no whole numbers", { a: f32([1], 0, 4.5) }, 4, /expected data_offsets to be two whole numbers/],
    ["bytes beyond the file", { a: f32([4], 0, 16) }, 8, /"a": expected bytes \d+\.\.\d+, the file ends at/],
    ["two tensors in the same place", { a: f32([2], 0, 8), b: f32([2], 4, 12) }, 12, /"b": expected bytes of its own/],
    ["a hole between tensors", { a: f32([1], 0, 4), b: f32([1], 8, 12) }, 12, /"b": expected it to begin at byte/],
    ["bytes that belong to nobody", { a: f32([1], 0, 4) }, 9, /expected the file to end at byte/],
    ["metadata that is no text", { __metadata__: { a: 1 } }, 0, /__metadata__: "a": expected a string, got number/],
  ];

  it.each(refused)("refuses %s", (_, header, dataBytes, message) => {
    expect(() => open(header, dataBytes)).toThrow(InputError);
    expect(() => open(header, dataBytes)).toThrow(message);
  });

  it("refuses a header longer than its file without making room for it", () => {
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setBigUint64(0, 2n ** 62n, true);
    expect(() => openSafetensors([memorySource("a", bytes)])).toThrow(/header: expected at most 8 bytes, the file says 4611686018427387904/);
    expect(() => openSafetensors([memorySource("a", new Uint8Array(7))])).toThrow(/expected a safetensors file, got 7 bytes/);
  });

  it("refuses a header that is not UTF-8", () => {
    const bytes = buildSafetensors({ a: f32([1], 0, 4) }, 4);
    bytes[10] = 0xff;
    expect(() => openSafetensors([memorySource("a", bytes)])).toThrow(/header: expected UTF-8/);
  });
});

describe("safetensorsShards", () => {
  it("names each file of an index once", () => {
    const index = { metadata: {}, weight_map: { x: "b.safetensors", y: "a.safetensors", z: "b.safetensors" } };
    expect(safetensorsShards(JSON.stringify(index), "index.json")).toEqual(["a.safetensors", "b.safetensors"]);
  });

  it.each(["../a.safetensors", "/etc/a.safetensors", "a\\b.safetensors", "a.bin", 7])("refuses %j as a file name", (name) => {
    expect(() => safetensorsShards(JSON.stringify({ weight_map: { x: name } }), "index.json")).toThrow(InputError);
  });

  it("refuses an index without files", () => {
    expect(() => safetensorsShards("{}", "index.json")).toThrow(/weight_map/);
    expect(() => safetensorsShards('{"weight_map":{}}', "index.json")).toThrow(/at least one/);
  });
});
