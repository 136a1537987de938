import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeviceError, InputError } from "@wanwen/core";
import { afterAll, describe, expect, it } from "vitest";
import { buildGguf } from "../testing/build-files.ts";
import { openGguf } from "../gguf.ts";
import { memorySource } from "../byte-source.ts";
import { openFile } from "./open-file.ts";
import { openModelFiles } from "./open-model-files.ts";

const root = `${import.meta.dirname}/../../../..`;
const folder = mkdtempSync(join(tmpdir(), "wanwen-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("openModelFiles", () => {
  it("opens the embedded model: a directory in Hugging Face's layout", () => {
    const model = openModelFiles(`${root}/models/mini`);
    expect(model).toMatchObject({ name: "mini", configJson: { model_type: expect.stringContaining("qwen3_5") }, generationConfig: { do_sample: false } });
    expect(model.chatTemplate).toBe(readFileSync(`${root}/models/mini/chat_template.jinja`, "utf8"));
    expect(model.tokenizer.decode(model.tokenizer.encode("帮我点两杯珍珠奶茶"))).toBe("帮我点两杯珍珠奶茶");
    const norm = model.weights.tensors.get("model.norm.weight")!;
    expect(norm).toMatchObject({ shape: [256], file: "model.safetensors" });
    norm.read(new Uint8Array(norm.bytes), 0);
    model.close();
    model.close();
    expect(() => norm.read(new Uint8Array(2), 0)).toThrow(DeviceError);
  });

  it("opens a GGUF file by its name or by the directory that it is alone in", () => {
    const alone = join(folder, "alone");
    mkdirSync(alone);
    copyFileSync(`${root}/vectors/llamacpp-tiny/tiny-k-q4_0.gguf`, join(alone, "tiny.gguf"));
    writeFileSync(join(alone, "mmproj-tiny.gguf"), "a projector, which is none of our business here");
    for (const path of [alone, join(alone, "tiny.gguf")]) {
      const model = openModelFiles(path);
      expect([model.name, model.weights.format, model.weights.tensors.size, model.tokenizer.size]).toEqual(["tiny", "gguf", 27, 320]);
      model.close();
    }
    expect(() => openModelFiles(`${root}/vectors/llamacpp-tiny`)).toThrow(/expected one model, got tiny-dense-f32\.gguf, .*: name the file/);
  });

  it("finds the other parts of a split GGUF file beside the one that is named", () => {
    const { metadata } = openGguf([memorySource("t", readFileSync(`${root}/vectors/llamacpp-tiny/tiny-k-q4_0.gguf`))]);
    const vocabulary = Object.fromEntries([...metadata].filter(([key]) => key.startsWith("tokenizer.ggml.") && !key.endsWith("_id")));
    for (const no of [0, 1]) {
      const parts = buildGguf({
        metadata: { "split.no": no, "split.count": 2, ...(no === 0 ? { ...vocabulary, "tokenizer.chat_template": "{{ x }}" } : {}) },
        tensors: [{ name: `t${no}`, dims: [8], type: 0, offset: 0 }],
        dataBytes: 32,
      });
      writeFileSync(join(folder, `m-0000${no + 1}-of-00002.gguf`), parts);
    }
    const model = openModelFiles(join(folder, "m-00002-of-00002.gguf"));
    expect([model.name, [...model.weights.tensors.keys()], model.chatTemplate]).toEqual(["m", ["t0", "t1"], "{{ x }}"]);
    model.close();
    rmSync(join(folder, "m-00001-of-00002.gguf"));
    expect(() => openModelFiles(join(folder, "m-00002-of-00002.gguf"))).toThrow(/m-00001-of-00002\.gguf: cannot be opened/);
  });

  it("reads shards by their index and the template from tokenizer_config.json", () => {
    const sharded = join(folder, "sharded");
    mkdirSync(sharded);
    for (const name of ["config.json", "tokenizer.json"]) copyFileSync(`${root}/models/mini/${name}`, join(sharded, name));
    copyFileSync(`${root}/models/mini/model.safetensors`, join(sharded, "model-00001-of-00001.safetensors"));
    writeFileSync(join(sharded, "stray.safetensors"), "not named by the index");
    writeFileSync(join(sharded, "model.safetensors.index.json"), JSON.stringify({ weight_map: { a: "model-00001-of-00001.safetensors" } }));
    writeFileSync(join(sharded, "tokenizer_config.json"), JSON.stringify({ chat_template: [{ name: "default", template: "{{ y }}" }] }));
    const model = openModelFiles(sharded);
    expect([model.weights.tensors.size, model.chatTemplate, model.generationConfig]).toEqual([123, "{{ y }}", undefined]);
    model.close();
    truncateSync(join(sharded, "model-00001-of-00001.safetensors"), 1_000_000);
    expect(() => openModelFiles(sharded)).toThrow(/model-00001-of-00001\.safetensors: ".*": expected bytes \d+\.\.\d+, the file ends at 1000000/);
    writeFileSync(join(sharded, "config.json"), "{");
    expect(() => openModelFiles(sharded)).toThrow(/config\.json: not JSON/);
  });

  it.each([
    ["nowhere", /expected a model directory or a \.gguf file/],
    ["README.md", /README\.md: expected a GGUF file/],
    ["docs", /expected config\.json or a \.gguf file in the directory/],
    ["vectors/transformers/dense", /expected tokenizer\.json in the directory/],
  ])("says what is wrong with %s", (path, message) => {
    const open = () => openModelFiles(path === "README.md" ? join(folder, path) : path === "docs" ? folder : `${root}/${path}`);
    if (path === "README.md") writeFileSync(join(folder, path), "# no model");
    if (path === "docs") for (const name of ["m-00002-of-00002.gguf"]) rmSync(join(folder, name), { force: true });
    expect(open).toThrow(InputError);
    expect(open).toThrow(message);
  });
});

describe("openFile", () => {
  it("reads across calls and reports a file that shrank", () => {
    const path = join(folder, "bytes");
    writeFileSync(path, Uint8Array.of(1, 2, 3, 4, 5, 6));
    const file = openFile(path);
    const target = new Uint8Array(3);
    file.read(target, 2);
    expect([file.name, file.size, ...target]).toEqual(["bytes", 6, 3, 4, 5]);
    truncateSync(path, 4);
    expect(() => file.read(target, 2)).toThrow(/bytes: expected 3 bytes at 2, the file ends at 4/);
    file.close();
    expect(() => file.read(target, 0)).toThrow(DeviceError);
    expect(() => openFile(folder)).toThrow(/expected a file, got something else/);
  });
});
