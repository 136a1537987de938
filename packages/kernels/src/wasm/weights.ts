import { InvariantError, type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import type { Weights } from "../backend.ts";
import { dequantise } from "../reference/dequantise.ts";
import { matrixOf, type Piece, piecesOf, type StoredMatrix } from "../stored-matrix.ts";
import type { SharedHeap } from "./memory.ts";
import type { ThreadPool } from "./pool.ts";
import type { Shelves } from "./shelves.ts";

/** A matrix as panels of 8 rows (assembly/panels.ts says how each kind lies). */
export interface WasmWeights extends Weights {
  /** The memory that holds them. */
  readonly memory: number;
  readonly kind: number;
  readonly at: number;
  readonly panelBytes: number;
}

/** The types that have panels, and their numbers in assembly/panels.ts. */
const KIND = {
  F32: 0, F16: 1, BF16: 2, F8_E4M3: 3, Q8_0: 4, Q4_0: 5, Q5_0: 6, Q4_K: 7, Q6_K: 8,
  Q4_1: 9, Q5_1: 10, Q2_K: 11, Q3_K: 12, Q5_K: 13, IQ4_NL: 14, IQ4_XS: 15, MXFP4: 16,
} as const;
type PanelType = keyof typeof KIND;

/** True for kinds that are multiplied with int8 activations. */
export function isQuantised(kind: number): boolean {
  return kind >= KIND.Q8_0;
}

/** True for kinds whose prompts are expanded before they are multiplied (assembly/expanded.ts). */
export function isExpanded(kind: number): boolean {
  return kind >= KIND.Q4_1;
}

/** Quantised weights stay as they are; plain numbers that no kernel multiplies become ones that hold them exactly. */
function panelTypeOf(type: TensorType): PanelType {
  switch (type) {
    case "I8": case "U8": case "BOOL": return "BF16";
    case "F64": case "I16": case "I32": case "I64": return "F32";
    default: return type;
  }
}

function panelBytesOf(type: PanelType, cols: number, scaleCols: number): number {
  const widened = WIDENED_SUPER_BLOCK[type];
  if (widened !== undefined) return (cols / 256) * widened;
  if (type === "F8_E4M3") return F8_HEAD + Math.ceil(cols / scaleCols) * 32 + cols * 8;
  const { blockElements, blockBytes } = typeInfo(type);
  return (cols / blockElements) * blockBytes * 8;
}

/** Bytes of 256 columns of a panel, where scales of 6 bits take 8. */
const WIDENED_SUPER_BLOCK: Partial<Record<TensorType, number>> = { Q4_K: 1184, Q5_K: 1440, Q3_K: 912, IQ4_XS: 1104 };
const F8_HEAD = 16;

interface Panels {
  readonly type: PanelType;
  readonly panelBytes: number;
  readonly bytes: number;
}

function panelsOf({ type: storedType, scales }: StoredTensor, { rows, cols }: StoredMatrix): Panels {
  const type = panelTypeOf(storedType);
  const panelBytes = panelBytesOf(type, cols, scales?.cols ?? Math.max(1, cols));
  return { type, panelBytes, bytes: Math.ceil(rows / 8) * panelBytes };
}

/** Bytes of memory that this backend takes for a matrix. @throws InputError as `Backend.weights` */
export function bytesInMemory(source: StoredTensor): number {
  return panelsOf(source, matrixOf(source)).bytes;
}

/**
 * Reads a stored matrix a few megabytes at a time and lays it out in panels, on all threads.
 * @throws LimitError naming the tensor when the memory is full
 */
export function loadWeights(shelves: Shelves, pool: ThreadPool, source: StoredTensor): WasmWeights {
  const matrix = matrixOf(source);
  const { type, panelBytes, bytes } = panelsOf(source, matrix);
  const kind = KIND[type];
  const { memory, at } = shelves.put(bytes, `${source.file}: ${source.name}`);
  const heap = shelves.heaps[memory]!;
  const weights: WasmWeights = { rows: matrix.rows, cols: matrix.cols, type: source.type, bytes, memory, kind, at, panelBytes };
  try {
    if (matrix.rows % 8 !== 0) heap.bytes(at + bytes - panelBytes, panelBytes).fill(0); // rows that do not exist
    if (type === "F8_E4M3") writeScales(heap, source, weights);
    repackPieces(heap, pool, source, matrix, type, weights);
  } catch (error) {
    shelves.take(weights);
    throw error;
  }
  return weights;
}

function repackPieces(
  heap: SharedHeap, pool: ThreadPool, source: StoredTensor, matrix: StoredMatrix, type: PanelType,
  { memory, kind, at, panelBytes, cols }: WasmWeights,
): void {
  const pieces = piecesOf(matrix, 8);
  if (pieces.length === 0) return;
  const { blockElements, blockBytes } = typeInfo(type);
  const rowBytes = (cols / blockElements) * blockBytes;
  const pieceBytes = Math.ceil((pieces[0]!.rows * rowBytes) / 64) * 64;
  const staged = heap.allocate(pieceBytes + pool.threads * 64, `${source.file}: ${source.name}`);
  try {
    for (const piece of pieces) {
      const target = heap.bytes(staged, piece.rows * rowBytes);
      if (type === source.type) source.read(target, piece.row * rowBytes);
      else readConverted(source, matrix, piece, type, target);
      pool.togetherIn(memory, "repack", kind, at + (piece.row / 8) * panelBytes, panelBytes, staged, rowBytes, staged + pieceBytes, 64, piece.rows, cols);
    }
  } finally {
    heap.release(staged);
  }
}

/** The heads of FP8 panels: where things are, and each row's scales. */
function writeScales(heap: SharedHeap, { scales }: StoredTensor, { rows, cols, at, panelBytes }: WasmWeights): void {
  const { cols: shared, row: scalesOf } = scales ?? { cols: Math.max(1, cols), row: () => NOT_SCALED };
  const count = Math.ceil(cols / shared);
  for (let panel = 0; panel < Math.ceil(rows / 8); panel++) {
    const head = at + panel * panelBytes;
    new Uint32Array(heap.memory.buffer, head, 2).set([shared, F8_HEAD + count * 32]);
    const factors = heap.floats(head + F8_HEAD, count * 8);
    for (let r = 0; r < 8 && panel * 8 + r < rows; r++) {
      const own = scalesOf(panel * 8 + r);
      for (let i = 0; i < count; i++) factors[i * 8 + r] = own[i]!;
    }
  }
}

const NOT_SCALED = Float32Array.of(1);

/** Stored numbers of one type as those of another that holds them exactly. */
function readConverted(source: StoredTensor, { rowBytes, cols }: StoredMatrix, { row, rows }: Piece, to: PanelType, target: Uint8Array): void {
  const stored = new Uint8Array(rows * rowBytes);
  source.read(stored, row * rowBytes);
  const values = new Float32Array(rows * cols);
  dequantise(source.type, stored, values);
  switch (to) {
    case "F32": return target.set(new Uint8Array(values.buffer));
    case "BF16": return target.set(new Uint8Array(Uint16Array.from(new Uint32Array(values.buffer), (bits) => bits >>> 16).buffer));
    default: throw new InvariantError(`no way from ${source.type} to ${to}`);
  }
}
