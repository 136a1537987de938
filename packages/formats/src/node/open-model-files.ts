import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { asError, InputError } from "@wanwen/core";
import { readText } from "../byte-source.ts";
import { ggufParts } from "../gguf.ts";
import { ggufModel } from "../gguf-model.ts";
import { isRecord, parseJson } from "../json.ts";
import { openSafetensors, safetensorsShards } from "../safetensors.ts";
import { tokenizerFromJson } from "../tokenizer/from-json.ts";
import type { ModelFiles, WeightFile } from "../types.ts";
import { type FileSource, openFile } from "./open-file.ts";

const configBytesMax = 4 * 1024 * 1024;
const indexBytesMax = 128 * 1024 * 1024;
const tokenizerBytesMax = 128 * 1024 * 1024;
const jsonLimits = { depthMax: 64, valuesMax: 500_000 };

/**
 * Opens a model: a directory in Hugging Face's layout, a .gguf file (any part of a split one), or a directory with
 * one GGUF model in it. Reads all but the weights.
 * @throws InputError naming the file and what is wrong with it. No file is left open then.
 */
export function openModelFiles(path: string): ModelFiles {
  const opened: FileSource[] = [];
  const open = (file: string): FileSource => {
    const source = openFile(file);
    opened.push(source);
    return source;
  };
  const close = () => opened.forEach((source) => source.close());
  try {
    const files = isDirectory(path) ? openDirectory(path, open) : openGgufModel(path, open);
    return { ...files, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** An adapter on disk, opened: adapter_config.json, parsed and not yet checked, and adapter_model.safetensors. */
export interface OpenedAdapter {
  readonly configJson: unknown;
  readonly weights: WeightFile;
  close(): void;
}

/**
 * Opens a LoRA adapter: a directory in PEFT's layout.
 * @throws InputError naming the file and what is wrong with it. No file is left open then.
 */
export function openAdapterFiles(directory: string): OpenedAdapter {
  const opened: FileSource[] = [];
  const open = (file: string): FileSource => {
    if (!existsSync(file)) throw new InputError(`${directory}: expected ${basename(file)} in the directory`, { param: directory });
    const source = openFile(file);
    opened.push(source);
    return source;
  };
  const close = () => opened.forEach((source) => source.close());
  try {
    const configJson = parseJson(readAll(open, join(directory, "adapter_config.json"), configBytesMax), "adapter_config.json", jsonLimits);
    return { configJson, weights: openSafetensors([open(join(directory, "adapter_model.safetensors"))]), close };
  } catch (error) {
    close();
    throw error;
  }
}

type Open = (file: string) => FileSource;
type Opened = Omit<ModelFiles, "close">;

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    throw new InputError(`${path}: expected a model directory or a .gguf file: ${asError(cause).message}`, { param: path, cause });
  }
}

function openDirectory(directory: string, open: Open): Opened {
  const names = readdirSync(directory).toSorted();
  const ggufs = names.filter((name) => name.endsWith(".gguf") && !isSidecar(name));
  const first = ggufs[0];
  // Some GGUF models come with the config.json that they were made from.
  if (names.includes("config.json") && (first === undefined || names.some((name) => name.endsWith(".safetensors")))) {
    return openHuggingFace(directory, open);
  }
  if (first === undefined) {
    throw new InputError(`${directory}: expected config.json or a .gguf file in the directory`, { param: directory });
  }
  const parts = new Set(ggufParts(first));
  const others = ggufs.filter((name) => !parts.has(name));
  if (others.length > 0) {
    throw new InputError(`${directory}: expected one model, got ${[first, ...others].slice(0, 5).join(", ")}: name the file`, { param: directory });
  }
  return openGgufModel(join(directory, first), open);
}

/** Vision projectors and prediction heads lie beside the model that they belong to. */
function isSidecar(name: string): boolean {
  return /^(mmproj|mtp)[-_.]/i.test(name);
}

function openHuggingFace(directory: string, open: Open): Opened {
  const at = (name: string) => join(directory, name);
  const optionalText = (name: string, bytesMax: number) =>
    existsSync(at(name)) ? readAll(open, at(name), bytesMax) : undefined;
  const optionalJson = (name: string) => {
    const text = optionalText(name, configBytesMax);
    return text === undefined ? undefined : parseJson(text, name, jsonLimits);
  };
  if (!existsSync(at("tokenizer.json"))) throw new InputError(`${directory}: expected tokenizer.json in the directory`, { param: directory });
  const generationConfig = optionalJson("generation_config.json");
  const chatTemplate = optionalText("chat_template.jinja", configBytesMax) ?? templateIn(optionalJson("tokenizer_config.json"));
  return {
    name: basename(resolve(directory)),
    configJson: optionalJson("config.json"),
    tokenizer: tokenizerFromJson(readAll(open, at("tokenizer.json"), tokenizerBytesMax), "tokenizer.json"),
    weights: openShards(directory, open),
    ...(generationConfig === undefined ? {} : { generationConfig }),
    ...(chatTemplate === undefined ? {} : { chatTemplate }),
  };
}

/** The index says which files to open; without one, all of them. */
function openShards(directory: string, open: Open): WeightFile {
  const indexName = "model.safetensors.index.json";
  const index = join(directory, indexName);
  const names = existsSync(index)
    ? safetensorsShards(readAll(open, index, indexBytesMax), indexName)
    : readdirSync(directory).filter((name) => name.endsWith(".safetensors")).toSorted();
  if (names.length === 0) throw new InputError(`${directory}: expected a .safetensors file in the directory`, { param: directory });
  return openSafetensors(names.map((name) => open(join(directory, name))));
}

/** `chat_template` of tokenizer_config.json: Jinja source, or a list of named ones of which "default" counts. */
function templateIn(config: unknown): string | undefined {
  const template = isRecord(config) ? config["chat_template"] : undefined;
  if (typeof template === "string") return template;
  if (!Array.isArray(template)) return undefined;
  const named = template.find((entry: unknown) => isRecord(entry) && entry["name"] === "default");
  const source: unknown = named?.["template"];
  return typeof source === "string" ? source : undefined;
}

function openGgufModel(path: string, open: Open): Opened {
  return ggufModel(ggufParts(basename(path)).map((name) => open(join(dirname(path), name))));
}

function readAll(open: Open, path: string, bytesMax: number): string {
  const source = open(path);
  try {
    return readText(source, bytesMax);
  } finally {
    source.close();
  }
}
