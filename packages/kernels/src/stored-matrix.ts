import { InputError, type StoredTensor, typeInfo } from "@wanwen/core";

/** A stored tensor seen as a matrix whose rows are whole blocks. */
export interface StoredMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Bytes of one row in the file. */
  readonly rowBytes: number;
}

/**
 * The matrix in a stored tensor: the last axis is the columns, the rest are rows, 1-D is one row.
 * @throws InputError when a row is not made of whole blocks or the bytes do not fit the shape.
 */
export function matrixOf(source: StoredTensor): StoredMatrix {
  const cols = source.shape.at(-1) ?? 1;
  const rows = source.shape.slice(0, -1).reduce((product, axis) => product * axis, 1);
  const { blockElements, blockBytes } = typeInfo(source.type);
  const where = `${source.file}: ${source.name}`;
  if (cols % blockElements !== 0) {
    throw new InputError(`${where}: expected rows of whole ${source.type} blocks of ${blockElements}, got rows of ${cols}`, {
      param: source.name,
    });
  }
  const rowBytes = (cols / blockElements) * blockBytes;
  if (rows * rowBytes !== source.bytes) {
    throw new InputError(
      `${where}: expected ${rows * rowBytes} bytes for [${source.shape.join(", ")}] ${source.type}, got ${source.bytes}`,
      { param: source.name },
    );
  }
  return { rows, cols, rowBytes };
}

/** Some rows of a stored matrix, few enough to be read at once. */
export interface Piece {
  readonly row: number;
  readonly rows: number;
}

/** A stored matrix in pieces of a few megabytes, in order. `together` divides the number of rows of every piece but the last. */
export function piecesOf({ rows, rowBytes }: StoredMatrix, together: number): Piece[] {
  if (rows === 0 || rowBytes === 0) return [];
  const most = Math.max(1, Math.floor(PIECE_BYTES / rowBytes / together)) * together;
  return Array.from({ length: Math.ceil(rows / most) }, (_, i) => ({ row: i * most, rows: Math.min(most, rows - i * most) }));
}

const PIECE_BYTES = 2 << 20;

/** Whole rows of numbers as they are stored, from row `first` on, times their scales. Nothing to do without. */
export function applyScales({ scales }: Pick<StoredTensor, "scales">, first: number, cols: number, values: Float32Array): void {
  if (!scales) return;
  for (let at = 0, row = first; at < values.length; at += cols, row++) {
    const factors = scales.row(row);
    for (let c = 0; c < cols; c++) values[at + c]! *= factors[Math.floor(c / scales.cols)]!;
  }
}
