import type { MetadataValue } from "../types.ts";

// Small weight files for tests: right by default, wrong where a test says so.

/** A safetensors file with this header and this many bytes of data (byte i is i mod 251). */
export function buildSafetensors(header: unknown, dataBytes: number): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  for (let i = 0; i < dataBytes; i++) file[8 + text.length + i] = i % 251;
  return file;
}

export interface GgufTensor {
  readonly name: string;
  /** Fastest axis first, as in the file. */
  readonly dims: readonly (number | bigint)[];
  readonly type: number;
  readonly offset: number | bigint;
}

export interface GgufParts {
  readonly version?: number;
  /** Strings, booleans, whole numbers (u32, or u64 for a bigint), lists of strings, lists of whole numbers (i32). */
  readonly metadata?: Record<string, MetadataValue>;
  /** Key/value pairs as bytes, after `metadata`. */
  readonly rawPairs?: readonly Uint8Array[];
  readonly tensors?: readonly GgufTensor[];
  readonly tensorCount?: bigint;
  readonly pairCount?: bigint;
  readonly dataBytes?: number;
  readonly alignment?: number;
}

export function buildGguf(parts: GgufParts): Uint8Array {
  const { version = 3, metadata = {}, rawPairs = [], tensors = [], dataBytes = 0, alignment = 32 } = parts;
  const pairs = [...Object.entries(metadata).map(([key, value]) => join(string(key), typed(value))), ...rawPairs];
  const head = join(
    new TextEncoder().encode("GGUF"), u32(version), u64(parts.tensorCount ?? BigInt(tensors.length)),
    u64(parts.pairCount ?? BigInt(pairs.length)), ...pairs,
    ...tensors.map(({ name, dims, type, offset }) =>
      join(string(name), u32(dims.length), ...dims.map((size) => u64(BigInt(size))), u32(type), u64(BigInt(offset)))),
  );
  if (dataBytes === 0) return head;
  const file = new Uint8Array(Math.ceil(head.length / alignment) * alignment + dataBytes);
  file.set(head);
  for (let i = 0; i < dataBytes; i++) file[file.length - dataBytes + i] = i % 251;
  return file;
}

export function typed(value: MetadataValue): Uint8Array {
  switch (typeof value) {
    case "string": return join(u32(8), string(value));
    case "boolean": return join(u32(7), Uint8Array.of(value ? 1 : 0));
    case "bigint": return join(u32(10), u64(value));
    case "number": return join(u32(4), u32(value));
    default: {
      const isText = value.every((each) => typeof each === "string");
      const elements = value.map((each) => (isText ? string(each as string) : u32(each as number)));
      return join(u32(9), u32(isText ? 8 : 5), u64(BigInt(value.length)), ...elements);
    }
  }
}

export function string(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return join(u64(BigInt(bytes.length)), bytes);
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
