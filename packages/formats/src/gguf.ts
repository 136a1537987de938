import { InputError, type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import { GgufReader } from "./gguf-reader.ts";
import { quote } from "./quote.ts";
import { addAll, bytesOf, checkShape, checkSpans, elementsOf, storedTensor, type TensorSpan } from "./tensor-table.ts";
import type { ByteSource, MetadataValue, WeightFile } from "./types.ts";

// The format: magic, version, two counts; key/value pairs; a table of tensors; padding; data. All little-endian.
const MAGIC = 0x46554747; // "GGUF"
const axesMax = 4; // as in ggml
/** Limits far above any real file, so that counts in a small file stay small in memory. */
const tensorsMax = 400_000;
const pairsMax = 65_536;
const alignmentDefault = 32;
const alignmentMax = 1 << 20;

/** Numbers of ggml's types that we read. */
const TYPES: ReadonlyMap<number, TensorType> = new Map<number, TensorType>([
  [0, "F32"], [1, "F16"], [2, "Q4_0"], [3, "Q4_1"], [6, "Q5_0"], [7, "Q5_1"], [8, "Q8_0"],
  [10, "Q2_K"], [11, "Q3_K"], [12, "Q4_K"], [13, "Q5_K"], [14, "Q6_K"], [20, "IQ4_NL"], [23, "IQ4_XS"],
  [24, "I8"], [25, "I16"], [26, "I32"], [27, "I64"], [28, "F64"], [30, "BF16"], [39, "MXFP4"],
]);

/** Names of those that we do not, for messages. */
const OTHER_TYPES: ReadonlyMap<number, string> = new Map([
  [9, "Q8_1"], [15, "Q8_K"], [16, "IQ2_XXS"], [17, "IQ2_XS"], [18, "IQ3_XXS"], [19, "IQ1_S"], [21, "IQ3_S"],
  [22, "IQ2_S"], [29, "IQ1_M"], [34, "TQ1_0"], [35, "TQ2_0"], [40, "NVFP4"], [41, "Q1_0"], [42, "Q2_0"],
]);

/**
 * One GGUF file (version 2 or 3), or all parts of a split one in any order. Metadata is the first part's.
 * @throws InputError naming file, tensor or key, expected and got, for anything that the format does not allow.
 */
export function openGguf(sources: readonly ByteSource[]): WeightFile {
  const parts = sources.map(readPart).toSorted((a, b) => a.number - b.number);
  const first = parts[0];
  if (!first) throw new InputError("expected at least one GGUF file, got none");
  checkParts(parts);
  const tensors = new Map<string, StoredTensor>();
  const skipped = new Map<string, string>();
  for (const part of parts) {
    addAll(tensors, part.tensors);
    for (const [name, reason] of part.skipped) skipped.set(name, reason);
  }
  checkTensorCount(first, tensors.size + skipped.size);
  return { format: "gguf", tensors, metadata: first.metadata, skipped };
}

interface Part {
  readonly file: string;
  readonly metadata: Map<string, MetadataValue>;
  readonly tensors: readonly StoredTensor[];
  readonly skipped: ReadonlyMap<string, string>;
  /** From 0. */
  readonly number: number;
  readonly count: number;
}

function readPart(source: ByteSource): Part {
  const reader = new GgufReader(source);
  const magic = reader.u32("magic");
  if (magic !== MAGIC) {
    throw new InputError(`${source.name}: expected a GGUF file, got one that begins with 0x${magic.toString(16)}`);
  }
  const version = reader.u32("version");
  if (version !== 2 && version !== 3) {
    const why = version > 0xffffff ? " (a big-endian file)" : "";
    throw new InputError(`${source.name}: version: expected 2 or 3, got ${version}${why}`);
  }
  const tensorCount = reader.count("tensor count", 8 + 4 + 4 + 8, tensorsMax);
  const pairCount = reader.count("key/value count", 8 + 4 + 1, pairsMax);
  const metadata = reader.pairs(pairCount);
  const infos = readTensorInfos(reader, tensorCount);
  const { tensors, skipped } = placeTensors(source, infos, dataBegin(source.name, metadata, reader.position));
  return {
    file: source.name,
    metadata,
    tensors,
    skipped,
    number: smallCount(source.name, metadata, "split.no") ?? 0,
    count: Math.max(1, smallCount(source.name, metadata, "split.count") ?? 1),
  };
}

interface TensorInfo {
  readonly name: string;
  readonly shape: readonly number[];
  readonly typeNumber: number;
  /** From the start of the data. */
  readonly offset: number;
}

function readTensorInfos(reader: GgufReader, count: number): TensorInfo[] {
  const infos: TensorInfo[] = [];
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    const name = reader.string(`name of tensor ${i}`);
    const where = quote(name);
    const axes = reader.u32(where);
    if (axes > axesMax) {
      throw new InputError(`${reader.file}: ${where}: expected at most ${axesMax} dimensions, got ${axes}`, { param: name });
    }
    // The file has the fastest axis first, we have it last.
    const shape = Array.from({ length: axes }, () => reader.u64(where)).toReversed();
    checkShape(reader.file, name, shape);
    if (names.has(name)) {
      throw new InputError(`${reader.file}: ${where}: expected each tensor once`, { param: name });
    }
    names.add(name);
    infos.push({ name, shape, typeNumber: reader.u32(where), offset: reader.u64(where) });
  }
  return infos;
}

function dataBegin(file: string, metadata: ReadonlyMap<string, MetadataValue>, tableEnd: number): number {
  const alignment = metadata.get("general.alignment") ?? alignmentDefault;
  if (typeof alignment !== "number" || !(alignment >= 1 && alignment <= alignmentMax) || !Number.isInteger(Math.log2(alignment))) {
    throw new InputError(`${file}: general.alignment: expected a power of two up to ${alignmentMax}, got ${String(alignment).slice(0, 40)}`);
  }
  return Math.ceil(tableEnd / alignment) * alignment;
}

function placeTensors(
  source: ByteSource, infos: readonly TensorInfo[], begin: number,
): { tensors: StoredTensor[]; skipped: Map<string, string> } {
  const tensors: StoredTensor[] = [];
  const spans: TensorSpan[] = [];
  const skipped = new Map<string, string>();
  for (const { name, shape, typeNumber, offset } of infos) {
    const type = TYPES.get(typeNumber);
    if (type === undefined) {
      const known = OTHER_TYPES.get(typeNumber) ?? `ggml type ${typeNumber}`;
      skipped.set(name, `${source.name} stores it as ${known}, which is not supported`);
      continue;
    }
    const rowElements = shape.at(-1) ?? 1;
    const { blockElements } = typeInfo(type);
    if (rowElements % blockElements !== 0) {
      throw new InputError(
        `${source.name}: ${quote(name)}: expected rows of a multiple of ${blockElements} for ${type}, got [${shape.join(", ")}]`,
        { param: name },
      );
    }
    if (!Number.isSafeInteger(offset)) {
      throw new InputError(`${source.name}: ${quote(name)}: expected an offset inside the file, got ${offset}`, { param: name });
    }
    spans.push({ name, begin: begin + offset, end: begin + offset + bytesOf(type, elementsOf(shape)) });
    tensors.push(storedTensor(source, name, type, shape, begin + offset));
  }
  checkSpans(source, spans);
  return { tensors, skipped };
}

const partsMax = 10_000;

function smallCount(file: string, metadata: ReadonlyMap<string, MetadataValue>, key: string): number | undefined {
  const value = metadata.get(key);
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > partsMax) {
    throw new InputError(`${file}: ${key}: expected a whole number up to ${partsMax}, got ${String(value).slice(0, 40)}`, { param: key });
  }
  return value;
}

function checkParts(parts: readonly Part[]): void {
  const count = parts[0]?.count ?? 1;
  for (const [i, part] of parts.entries()) {
    if (part.count !== count || part.number !== i) {
      throw new InputError(
        `${part.file}: expected part ${i + 1} of ${count}, got part ${part.number + 1} of ${part.count}`,
        { param: "split.no" },
      );
    }
  }
  if (parts.length !== count) {
    throw new InputError(`${parts[0]!.file}: expected ${count} parts, got ${parts.length}`, { param: "split.count" });
  }
}

function checkTensorCount(first: Part, count: number): void {
  const expected = first.metadata.get("split.tensors.count");
  if (first.count > 1 && expected !== undefined && expected !== count) {
    throw new InputError(`${first.file}: split.tensors.count: expected ${String(expected).slice(0, 40)} tensors in all parts, got ${count}`);
  }
}

const PART_NAME = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/;

/** Names of all parts of a split file, given the name of one; just that name when it is whole. */
export function ggufParts(name: string): string[] {
  const [, stem, , count] = PART_NAME.exec(name) ?? [];
  if (stem === undefined || count === undefined) return [name];
  const parts = Number(count);
  if (parts < 1 || parts > partsMax) throw new InputError(`${name}: expected 1 to ${partsMax} parts, got ${parts}`);
  return Array.from({ length: parts }, (_, i) => `${stem}-${String(i + 1).padStart(5, "0")}-of-${count}.gguf`);
}
