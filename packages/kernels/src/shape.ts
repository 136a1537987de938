import { InputError, invariant } from "@wanwen/core";
import type { DeltaNetShape, KvCache, Tensor, Weights } from "./backend.ts";

/**
 * The length checks of the Backend interface, shared by its implementations so that all of them refuse the same
 * calls in the same words. Each returns the sizes that its operation needs.
 */

/** Product of the axes. */
export function lengthOf(shape: readonly number[]): number {
  for (const axis of shape) invariant(Number.isSafeInteger(axis) && axis >= 0, `an axis is a whole number, got ${axis}`);
  return shape.reduce((product, axis) => product * axis, 1);
}

/** Elements in one row of the first axis, and the number of rows. */
function rowsOf(tensor: Tensor): { rows: number; width: number } {
  const rows = tensor.shape[0] ?? 1;
  return { rows, width: rows === 0 ? lengthOf(tensor.shape.slice(1)) : tensor.length / rows };
}

export function checkSlice(tensor: Tensor, from: number, to: number): { width: number; shape: number[] } {
  const { rows, width } = rowsOf(tensor);
  invariant(
    tensor.shape.length > 0 && Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= rows,
    `slice [${from}, ${to}) lies inside ${describe(tensor)}`,
  );
  return { width, shape: [to - from, ...tensor.shape.slice(1)] };
}

export function checkReshape(tensor: Tensor, shape: readonly number[]): void {
  invariant(lengthOf(shape) === tensor.length, `reshape keeps the length: ${describe(tensor)} to [${shape.join(", ")}]`);
}

export function checkSameLength(what: string, a: { readonly length: number }, b: { readonly length: number }): void {
  invariant(a.length === b.length, `${what}: lengths agree, got ${a.length} and ${b.length}`);
}

export function checkEmbed(out: Tensor, w: Weights, ids: readonly number[]): void {
  invariant(out.length === ids.length * w.cols, `embed: out has ${ids.length} x ${w.cols} values, got ${describe(out)}`);
  for (const id of ids) invariant(Number.isInteger(id) && id >= 0 && id < w.rows, `embed: id ${id} is below ${w.rows}`);
}

/** T, the number of rows of x. */
export function checkMatmul(out: Tensor, x: Tensor, w: Weights): number {
  const T = w.cols === 0 ? 0 : x.length / w.cols;
  invariant(Number.isInteger(T), `matmul: x has rows of ${w.cols}, got ${describe(x)}`);
  invariant(out.length === T * w.rows, `matmul: out has ${T} x ${w.rows} values, got ${describe(out)}`);
  return T;
}

/** Rows of `x` that are `width` long. */
export function checkRows(what: string, x: Tensor, width: number): number {
  const rows = width === 0 ? 0 : x.length / width;
  invariant(Number.isInteger(rows), `${what}: rows of ${width} values, got ${describe(x)}`);
  return rows;
}

/** [T, H, S] of a tensor of heads, with `least` values a head at least. */
export function checkHeads(what: string, x: Tensor, least: number): { T: number; H: number; S: number } {
  const [T, H, S] = x.shape;
  invariant(
    x.shape.length === 3 && T !== undefined && H !== undefined && S !== undefined && S >= least,
    `${what}: a tensor [T, H, S] with S >= ${least}, got ${describe(x)}`,
  );
  return { T, H, S };
}

export function checkRope(x: Tensor, positions: readonly number[], frequencies: Float64Array) {
  const sizes = checkHeads("rope", x, 2 * frequencies.length);
  invariant(positions.length === sizes.T, `rope: ${sizes.T} positions, got ${positions.length}`);
  return sizes;
}

/** T of a store into a cache. Capacity is not checked here: running over it is a LimitError. */
export function checkKvStore(cache: KvCache, k: Tensor, v: Tensor, position: number): number {
  checkSameLength("kvStore", k, v);
  invariant(Number.isInteger(position) && position >= 0, `kvStore: a position, got ${position}`);
  return checkRows("kvStore", k, cache.kvHeads * cache.headSize);
}

export function checkForkKvCache(cache: KvCache, positions: number, stored: number): void {
  invariant(
    Number.isInteger(positions) && positions >= 0 && positions <= Math.min(cache.capacity, stored),
    `forkKvCache: positions were stored, got ${positions}`,
  );
}

export function checkKvBytes(bytes: Uint8Array, expected: number): void {
  if (bytes.length !== expected) throw new InputError(`key/value cache: expected ${expected} bytes, got ${bytes.length}`);
}

export function checkAttention(out: Tensor, q: Tensor, cache: KvCache, position: number) {
  const { T, H, S } = checkHeads("attention", q, cache.headSize);
  invariant(out.length === T * H * cache.headSize, `attention: out is [T, H, D], got ${describe(out)}`);
  invariant(H % cache.kvHeads === 0, `attention: ${cache.kvHeads} kv heads divide ${H} heads`);
  invariant(position >= 0 && position + T <= cache.capacity, `attention: positions lie inside the cache`);
  return { T, H, S, group: H / cache.kvHeads };
}

export function checkSigmoidGate(x: Tensor, qg: Tensor): { heads: number; D: number } {
  const { T, H, S } = checkHeads("sigmoidGate", qg, 0);
  invariant(S % 2 === 0 && x.length * 2 === qg.length, `sigmoidGate: qg is twice x, got ${describe(qg)} and ${describe(x)}`);
  return { heads: T * H, D: S / 2 };
}

export function checkCausalConv(out: Tensor, x: Tensor, w: Tensor, state: Tensor): { T: number; C: number; K: number } {
  const [C, K] = w.shape;
  invariant(w.shape.length === 2 && C !== undefined && K !== undefined && K >= 1, `causalConv: w is [C, K], got ${describe(w)}`);
  const T = checkRows("causalConv", x, C);
  checkSameLength("causalConv", out, x);
  invariant(state.length === (K - 1) * C, `causalConv: state is [${K - 1}, ${C}], got ${describe(state)}`);
  return { T, C, K };
}

/** T of a DeltaNet call. */
export function checkDeltaNet(
  out: Tensor, qkv: Tensor, a: Tensor, b: Tensor, decay: Tensor, dtBias: Tensor, state: Tensor, shape: DeltaNetShape,
): number {
  const { keyHeads, valueHeads, keySize, valueSize } = shape;
  invariant(keyHeads > 0 && valueHeads % keyHeads === 0, `deltaNet: ${keyHeads} key heads divide ${valueHeads} value heads`);
  const T = checkRows("deltaNet", qkv, 2 * keyHeads * keySize + valueHeads * valueSize);
  invariant(out.length === T * valueHeads * valueSize, `deltaNet: out is [T, Hv, Dv], got ${describe(out)}`);
  invariant(a.length === T * valueHeads && b.length === T * valueHeads, `deltaNet: a and b are [T, Hv]`);
  invariant(decay.length === valueHeads && dtBias.length === valueHeads, `deltaNet: decay and dtBias are [Hv]`);
  invariant(state.length === valueHeads * keySize * valueSize, `deltaNet: state is [Hv, Dk, Dv], got ${describe(state)}`);
  return T;
}

/** The key head that value head `head` reads. */
export function keyHeadOf(head: number, shape: DeltaNetShape): number {
  switch (shape.headOrder) {
    case "grouped": return Math.floor(head / (shape.valueHeads / shape.keyHeads));
    case "tiled": return head % shape.keyHeads;
    default: return shape.headOrder satisfies never;
  }
}

function describe(tensor: Tensor): string {
  return `[${tensor.shape.join(", ")}]`;
}
