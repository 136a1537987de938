import { InvariantError, type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import type { Weights } from "../backend.ts";
import { dequantise } from "../reference/dequantise.ts";
import { matrixOf, readRows } from "../stored-matrix.ts";
import type { SharedHeap } from "./memory.ts";
import type { ThreadPool } from "./pool.ts";
import { quantiseQ8 } from "./quantise.ts";

/** A matrix as panels of 8 rows (assembly/panels.ts says how each kind lies). */
export interface WasmWeights extends Weights {
  readonly kind: number;
  readonly at: number;
  readonly panelBytes: number;
}

/** The types that have panels of their own, and their numbers in assembly/panels.ts. */
const KIND = { F32: 0, F16: 1, BF16: 2, Q8_0: 3, Q4_0: 4, Q5_0: 5, Q4_K: 6, Q6_K: 7 } as const;
type PanelType = keyof typeof KIND;

/** True for kinds that are multiplied with int8 activations. */
export function isQuantised(kind: number): boolean {
  return kind >= KIND.Q8_0;
}

/**
 * What a stored type becomes. Types without panels of their own change on the way in: values that bfloat16 or f32 hold
 * exactly go there, the rarer block types are rounded to Q8_0 (a step of 1/127 of each block's largest value).
 */
function panelTypeOf(type: TensorType): PanelType {
  switch (type) {
    case "F32": case "F16": case "BF16": case "Q8_0": case "Q4_0": case "Q5_0": case "Q4_K": case "Q6_K": return type;
    case "F8_E4M3": case "I8": case "U8": case "BOOL": return "BF16"; // exact: at most 8 significant bits
    case "F64": case "I16": case "I32": case "I64": return "F32";
    case "Q4_1": case "Q5_1": case "Q2_K": case "Q3_K": case "Q5_K": case "IQ4_NL": case "IQ4_XS": case "MXFP4": return "Q8_0";
    default: return type satisfies never;
  }
}

function panelBytesOf(type: PanelType, cols: number): number {
  if (type === "Q4_K") return (cols / 256) * 1184; // 8-bit scales instead of 6-bit ones
  const { blockElements, blockBytes } = typeInfo(type);
  return (cols / blockElements) * blockBytes * 8;
}

/**
 * Reads a stored matrix a few megabytes at a time and lays it out in panels, on all threads.
 * @throws LimitError naming the tensor when the memory is full
 */
export function loadWeights(heap: SharedHeap, pool: ThreadPool, source: StoredTensor): WasmWeights {
  const matrix = matrixOf(source);
  const type = panelTypeOf(source.type);
  const kind = KIND[type];
  const panelBytes = panelBytesOf(type, matrix.cols);
  const panels = Math.ceil(matrix.rows / 8);
  const bytes = panels * panelBytes;
  const at = heap.allocate(bytes, `${source.file}: ${source.name}`);
  try {
    if (matrix.rows % 8 !== 0) heap.bytes(at + bytes - panelBytes, panelBytes).fill(0);
    readRows(source, matrix, 8, (row, rows, stored) => {
      const plain = type === source.type ? stored : convert(source.type, stored, rows * matrix.cols, type);
      const staged = heap.allocate(plain.length, `${source.file}: ${source.name}`);
      try {
        heap.bytes(staged, plain.length).set(plain);
        pool.together("repack", kind, at + (row / 8) * panelBytes, panelBytes, staged, plain.length / rows, rows, matrix.cols);
      } finally {
        heap.release(staged);
      }
    });
  } catch (error) {
    heap.release(at);
    throw error;
  }
  return { rows: matrix.rows, cols: matrix.cols, type: source.type, bytes, kind, at, panelBytes };
}

/** Stored values of one type as those of another that has panels. */
function convert(from: TensorType, stored: Uint8Array, count: number, to: PanelType): Uint8Array {
  const values = new Float32Array(count);
  dequantise(from, stored, values);
  switch (to) {
    case "F32": return new Uint8Array(values.buffer);
    case "BF16": return new Uint8Array(Uint16Array.from(new Uint32Array(values.buffer), (bits) => bits >>> 16).buffer);
    case "Q8_0": return quantiseQ8(values);
    default: throw new InvariantError(`no way from ${from} to ${to}`);
  }
}
