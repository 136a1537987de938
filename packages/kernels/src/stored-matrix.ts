import { InputError, invariant, type StoredTensor, typeInfo } from "@wanwen/core";

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

/**
 * Reads a stored matrix in order, a few megabytes of whole rows at a time. `perPiece` divides the number of rows of
 * every piece but the last.
 */
export function readRows(
  source: StoredTensor, matrix: StoredMatrix, perPiece: number, take: (firstRow: number, rows: number, bytes: Uint8Array) => void,
): void {
  if (matrix.rows === 0 || matrix.rowBytes === 0) return;
  const most = Math.max(perPiece, Math.floor(PIECE_BYTES / matrix.rowBytes / perPiece) * perPiece);
  const piece = new Uint8Array(Math.min(most, matrix.rows) * matrix.rowBytes);
  for (let row = 0; row < matrix.rows; row += most) {
    const rows = Math.min(most, matrix.rows - row);
    const bytes = piece.subarray(0, rows * matrix.rowBytes);
    source.read(bytes, row * matrix.rowBytes);
    take(row, rows, bytes);
  }
  invariant(most % perPiece === 0, "pieces are whole groups of rows");
}

const PIECE_BYTES = 2 << 20;
