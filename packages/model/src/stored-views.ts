import { InputError, invariant, type StoredTensor, typeInfo } from "@wanwen/core";
import { applyScales, dequantise } from "@wanwen/kernels";

/**
 * Stored tensors seen another way: a part of one, its rows in another order, its numbers scaled. A view reads from
 * the file when it is read, so a packed tensor of all experts is never in memory as a whole.
 */

/** The same bytes under another shape of equal length and, for block types, equal last axis. */
export function reshaped(stored: StoredTensor, shape: readonly number[]): StoredTensor {
  return { ...parts(stored), shape, read: (target, offset) => stored.read(target, offset) };
}

/** Expert `index` of a packed [X, rows, cols]: a matrix [rows, cols]. */
export function expertOf(stored: StoredTensor, index: number): StoredTensor {
  const [count, ...shape] = stored.shape;
  invariant(count !== undefined && index < count && shape.length === 2, `${stored.name} holds expert ${index}`);
  const bytes = stored.bytes / count;
  return { ...parts(stored), name: `${stored.name}[${index}]`, shape, bytes, read: (target, offset) => stored.read(target, index * bytes + offset) };
}

/** Rows [from, to) of a matrix. */
export function rowsOf(stored: StoredTensor, from: number, to: number): StoredTensor {
  const [rows, cols] = matrixShape(stored);
  invariant(0 <= from && from <= to && to <= rows, `${stored.name} has rows ${from} to ${to}`);
  const rowBytes = stored.bytes / rows;
  return {
    ...parts(stored),
    shape: [to - from, cols],
    bytes: (to - from) * rowBytes,
    read: (target, offset) => stored.read(target, from * rowBytes + offset),
    ...(stored.scales && { scales: { cols: stored.scales.cols, row: (index: number) => stored.scales!.row(from + index) } }),
  };
}

/**
 * Rows of q_proj or k_proj, per head 0, 1, 2 … where the file has 0, R/2, 1, R/2 + 1 …: converters to GGUF turn the
 * pairs of Llama's rotary embedding from halves into neighbours, and this turns them back. Whole rows move, so
 * quantised blocks stay whole.
 */
export function pairsAsHalves(stored: StoredTensor, headSize: number): StoredTensor {
  const [rows] = matrixShape(stored);
  invariant(rows % headSize === 0 && headSize % 2 === 0, `${stored.name} has whole heads of ${headSize}`);
  const rowBytes = stored.bytes / rows;
  const head = new Uint8Array(headSize * rowBytes);
  let held = -1;
  const hold = (index: number): void => {
    if (held !== index) stored.read(head, index * head.length);
    held = index;
  };
  return {
    ...parts(stored),
    read(target, offset) {
      for (let done = 0; done < target.length; ) {
        const at = offset + done;
        const row = Math.floor(at / rowBytes);
        hold(Math.floor(row / headSize));
        const dim = row % headSize;
        const from = (dim < headSize / 2 ? 2 * dim : 2 * dim - headSize + 1) * rowBytes + (at % rowBytes);
        const length = Math.min(target.length - done, rowBytes - (at % rowBytes));
        target.set(head.subarray(from, from + length), done);
        done += length;
      }
    },
  };
}

/**
 * FP8 weights with the scale of their block: value[r, c] = e4m3[r, c] · scale[⌊r / rows⌋, ⌊c / cols⌋], in spite of the
 * checkpoint's name for it, `weight_scale_inv`. Blocks end early at the edges; one number scales the whole matrix.
 * @throws InputError for scales that do not fit the matrix
 */
export function scaledByBlocks(stored: StoredTensor, scales: StoredTensor, [blockRows, blockCols]: readonly [number, number]): StoredTensor {
  const [rows, cols] = matrixShape(stored);
  const across = Math.ceil(cols / blockCols);
  const scaleCount = scales.shape.reduce((product, axis) => product * axis, 1);
  const whole = scaleCount === 1;
  if (stored.type !== "F8_E4M3" || (!whole && scaleCount !== Math.ceil(rows / blockRows) * across)) {
    throw new InputError(
      `${scales.name}: expected one scale per ${blockRows} x ${blockCols} block of F8_E4M3 weights [${rows}, ${cols}], ` +
        `got [${scales.shape.join(", ")}] for ${stored.type}`,
      { param: scales.name },
    );
  }
  let factors: Float32Array | undefined; // read when they are needed: descriptions never do
  const factorsOf = (blockRow: number) => (factors ??= floatsOf(scales)).subarray(blockRow * across, (blockRow + 1) * across);
  return {
    ...parts(stored),
    read: (target, offset) => stored.read(target, offset),
    scales: whole ? { cols, row: () => factorsOf(0) } : { cols: blockCols, row: (index) => factorsOf(Math.floor(index / blockRows)) },
  };
}

/** All numbers of a small tensor. */
export function floatsOf(stored: StoredTensor): Float32Array {
  const bytes = new Uint8Array(stored.bytes);
  stored.read(bytes, 0);
  const { blockElements, blockBytes } = typeInfo(stored.type);
  const values = new Float32Array((stored.bytes / blockBytes) * blockElements);
  dequantise(stored.type, bytes, values);
  applyScales(stored, 0, stored.shape.at(-1) ?? 1, values);
  return values;
}

/** Spreading would call getters and lose a class's methods: the plain fields, by name. */
function parts({ name, type, shape, bytes, file }: StoredTensor): Omit<StoredTensor, "read"> {
  return { name, type, shape, bytes, file };
}

function matrixShape(stored: StoredTensor): readonly [rows: number, cols: number] {
  const [rows, cols] = stored.shape;
  invariant(stored.shape.length === 2 && rows !== undefined && cols !== undefined, `${stored.name} is a matrix`);
  return [rows, cols];
}
