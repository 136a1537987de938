import { InputError, type StoredTensor, type TensorType } from "@wanwen/core";
import { decodeUtf8 } from "./byte-source.ts";
import { isRecord, parseJson, topLevelKeys } from "./json.ts";
import { quote } from "./quote.ts";
import { addAll, bytesOf, checkShape, checkSpans, elementsOf, storedTensor, type TensorSpan } from "./tensor-table.ts";
import type { ByteSource, MetadataValue, WeightFile } from "./types.ts";

// The format: a u64 length N, N bytes of JSON, then data. The JSON maps each name to its type, shape and place in the
// data. Limits are those of the official library; a header of today's largest checkpoint takes about 30 MB.
const headerBytesMax = 100_000_000;
/** Enough for 512 experts in 60 layers, each in three matrices with scales. */
const tensorsMax = 400_000;
const axesMax = 8;

/** Types as safetensors calls them. Others exist (U16, F8_E5M2, F4 …); tensors of those are listed as skipped. */
const TYPES: Readonly<Record<string, TensorType>> = {
  F64: "F64", F32: "F32", F16: "F16", BF16: "BF16", F8_E4M3: "F8_E4M3",
  I64: "I64", I32: "I32", I16: "I16", I8: "I8", U8: "U8", BOOL: "BOOL",
};

/**
 * One safetensors file, or the shards of one checkpoint.
 * @throws InputError naming file, tensor, expected and got, for anything that the format does not allow.
 */
export function openSafetensors(sources: readonly ByteSource[]): WeightFile {
  const tensors = new Map<string, StoredTensor>();
  const metadata = new Map<string, MetadataValue>();
  const skipped = new Map<string, string>();
  for (const source of sources) {
    const { header, text, dataBegin } = readHeader(source);
    checkNamesOnce(source.name, header, text);
    readMetadata(source.name, header["__metadata__"], metadata);
    addAll(tensors, readTensors(source, header, dataBegin, skipped));
  }
  return { format: "safetensors", tensors, metadata, skipped };
}

interface Header {
  readonly header: Record<string, unknown>;
  readonly text: string;
  readonly dataBegin: number;
}

function readHeader(source: ByteSource): Header {
  if (source.size < 8) throw new InputError(`${source.name}: expected a safetensors file, got ${source.size} bytes`);
  const lengthBytes = new Uint8Array(8);
  source.read(lengthBytes, 0);
  const length = new DataView(lengthBytes.buffer).getBigUint64(0, true);
  const most = Math.min(headerBytesMax, source.size - 8);
  if (length > BigInt(most)) {
    throw new InputError(`${source.name}: header: expected at most ${most} bytes, the file says ${length}`);
  }
  const bytes = new Uint8Array(Number(length));
  source.read(bytes, 8);
  const where = `${source.name}: header`;
  const text = decodeUtf8(bytes, where);
  const header = parseJson(text, where, { depthMax: 4, valuesMax: 16 * tensorsMax });
  if (!isRecord(header)) throw new InputError(`${where}: expected a JSON object, got ${text.slice(0, 20)}`);
  return { header, text, dataBegin: 8 + bytes.length };
}

/** JSON.parse keeps the last of two equal keys; two readers could then see two different models in one file. */
function checkNamesOnce(file: string, header: Record<string, unknown>, text: string): void {
  const seen = new Set<string>();
  for (const name of topLevelKeys(text)) {
    if (seen.has(name)) throw new InputError(`${file}: ${quote(name)}: expected each tensor once`, { param: name });
    seen.add(name);
  }
}

function readMetadata(file: string, entry: unknown, metadata: Map<string, MetadataValue>): void {
  if (entry === undefined) return;
  if (!isRecord(entry)) throw new InputError(`${file}: __metadata__: expected an object of strings`);
  for (const [key, value] of Object.entries(entry)) {
    if (typeof value !== "string") {
      throw new InputError(`${file}: __metadata__: ${quote(key)}: expected a string, got ${typeof value}`);
    }
    metadata.set(key, value);
  }
}

function readTensors(
  source: ByteSource, header: Record<string, unknown>, dataBegin: number, skipped: Map<string, string>,
): StoredTensor[] {
  const tensors: StoredTensor[] = [];
  const spans: TensorSpan[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    const { dtype, shape, begin, end } = readEntry(source.name, name, entry);
    spans.push({ name, begin: dataBegin + begin, end: dataBegin + end });
    const type = Object.hasOwn(TYPES, dtype) ? TYPES[dtype] : undefined;
    if (type === undefined) {
      skipped.set(name, `${source.name} stores it as ${quote(dtype)}, which is not supported`);
      continue;
    }
    const bytes = bytesOf(type, elementsOf(shape));
    if (bytes !== end - begin) {
      throw new InputError(
        `${source.name}: ${quote(name)}: expected ${bytes} bytes for [${shape.join(", ")}] ${type}, data_offsets give ${end - begin}`,
        { param: name },
      );
    }
    tensors.push(storedTensor(source, name, type, shape, dataBegin + begin));
  }
  checkNoHoles(source, checkSpans(source, spans), dataBegin);
  return tensors;
}

function readEntry(
  file: string, name: string, entry: unknown,
): { dtype: string; shape: readonly number[]; begin: number; end: number } {
  const fail = (expected: string, got: unknown) =>
    new InputError(`${file}: ${quote(name)}: expected ${expected}, got ${describe(got)}`, { param: name });
  if (!isRecord(entry)) throw fail("an object with dtype, shape and data_offsets", entry);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string") throw fail("dtype to be a string", dtype);
  if (!Array.isArray(shape) || shape.length > axesMax) throw fail(`shape to be a list of at most ${axesMax} sizes`, shape);
  checkShape(file, name, shape);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every((at) => Number.isSafeInteger(at) && at >= 0)) {
    throw fail("data_offsets to be two whole numbers", offsets);
  }
  const [begin, end] = offsets as [number, number];
  if (begin > end) throw fail("data_offsets in order", offsets);
  return { dtype, shape, begin, end };
}

function describe(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}

/** As the official library: data without a gap, to the last byte. A file cut short or lengthened shows here. */
function checkNoHoles(source: ByteSource, spans: readonly TensorSpan[], dataBegin: number): void {
  let at = dataBegin;
  for (const span of spans) {
    if (span.begin !== at) {
      throw new InputError(`${source.name}: ${quote(span.name)}: expected it to begin at byte ${at}, got ${span.begin}`, {
        param: span.name,
      });
    }
    at = span.end;
  }
  if (at !== source.size) {
    throw new InputError(`${source.name}: expected the file to end at byte ${at}, it has ${source.size} bytes`);
  }
}

/**
 * The files that `model.safetensors.index.json` names, sorted. They lie beside the index: a name with a path in it
 * is refused.
 */
export function safetensorsShards(indexText: string, file: string): string[] {
  const index = parseJson(indexText, file, { depthMax: 8, valuesMax: tensorsMax });
  const map = isRecord(index) ? index["weight_map"] : undefined;
  if (!isRecord(map)) throw new InputError(`${file}: weight_map: expected an object of file names`);
  const files = new Set<string>();
  for (const [tensor, name] of Object.entries(map)) {
    if (typeof name !== "string" || !/^[^/\\\0]+\.safetensors$/.test(name)) {
      throw new InputError(`${file}: ${quote(tensor)}: expected the name of a .safetensors file, got ${describe(name)}`);
    }
    files.add(name);
  }
  if (files.size === 0) throw new InputError(`${file}: weight_map: expected at least one file name`);
  return [...files].toSorted();
}
