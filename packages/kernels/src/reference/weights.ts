import { type StoredTensor } from "@wanwen/core";
import type { Weights } from "../backend.ts";
import { matrixOf, readRows } from "../stored-matrix.ts";
import { dequantise } from "./dequantise.ts";

/** A matrix as its file has it. */
export interface ReferenceWeights extends Weights {
  readonly stored: Uint8Array;
  readonly rowBytes: number;
}

export function loadWeights(source: StoredTensor): ReferenceWeights {
  const matrix = matrixOf(source);
  const stored = new Uint8Array(source.bytes);
  readRows(source, matrix, 1, (row, _rows, bytes) => stored.set(bytes, row * matrix.rowBytes));
  return { ...matrix, type: source.type, bytes: source.bytes, stored };
}

/** Rows [from, from + rows) as f32. */
export function dequantiseRows(w: ReferenceWeights, from: number, rows: number, out: Float32Array): void {
  dequantise(w.type, w.stored.subarray(from * w.rowBytes, (from + rows) * w.rowBytes), out);
}
