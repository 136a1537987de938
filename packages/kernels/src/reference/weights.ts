import { type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import type { Weights } from "../backend.ts";
import { applyScales, matrixOf, piecesOf } from "../stored-matrix.ts";
import { dequantise } from "./dequantise.ts";

/** A matrix as its file has it; FP8 with scales as f32. */
export interface ReferenceWeights extends Weights {
  readonly stored: Uint8Array;
  readonly storedAs: TensorType;
  readonly rowBytes: number;
}

export function loadWeights(source: StoredTensor): ReferenceWeights {
  const matrix = matrixOf(source);
  const storedAs = source.scales ? "F32" : source.type;
  const rowBytes = source.scales ? matrix.cols * 4 : matrix.rowBytes;
  const stored = new Uint8Array(matrix.rows * rowBytes);
  for (const { row, rows } of piecesOf(matrix, 1)) {
    const target = stored.subarray(row * rowBytes, (row + rows) * rowBytes);
    if (source.scales) scaledRows(source, matrix.cols, row, rows, target);
    else source.read(target, row * matrix.rowBytes);
  }
  return { rows: matrix.rows, cols: matrix.cols, type: source.type, bytes: stored.length, stored, storedAs, rowBytes };
}

function scaledRows(source: StoredTensor, cols: number, row: number, rows: number, target: Uint8Array): void {
  const rowBytes = cols * typeInfo(source.type).blockBytes;
  const bytes = new Uint8Array(rows * rowBytes);
  source.read(bytes, row * rowBytes);
  const values = new Float32Array(rows * cols);
  dequantise(source.type, bytes, values);
  applyScales(source, row, cols, values);
  target.set(new Uint8Array(values.buffer));
}

/** Rows [from, from + rows) as f32. */
export function dequantiseRows(w: ReferenceWeights, from: number, rows: number, out: Float32Array): void {
  dequantise(w.storedAs, w.stored.subarray(from * w.rowBytes, (from + rows) * w.rowBytes), out);
}
