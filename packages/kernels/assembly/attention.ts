// Keys and values live in pages of 64 positions, one page for all key/value heads of a layer:
//
//   page [G] { keys [8][D][8 positions], values [P/8][64 positions][8] },  P = D rounded up to 8
//
// Both products of attention then read 8 neighbours per step with no sum across lanes, as the matrix kernels do.
// A page holds f32, or halves when `half` is 1 (stored rounded to nearest, read exactly).
import { HALF_BITS, HALF_SCALE } from "./constants";
import { exp1, exp4, halves4, madd, maxLanes, share, sumLanes, take } from "./lanes";

const PAGE: i32 = 64;

// @ts-ignore: decorator
@inline
function padded(D: i32): i32 {
  return (D + 7) & ~7;
}

/** Elements of one head's keys in a page; the values follow. */
// @ts-ignore: decorator
@inline
function keysLength(D: i32): i32 {
  return D * PAGE;
}

// @ts-ignore: decorator
@inline
function headAt(page: usize, g: i32, D: i32, half: i32): usize {
  return page + ((<usize>(g * (D + padded(D)) * PAGE) << 2) >> half);
}

/** Stores k and v [T, G, D] from `position` on. @param table addresses of the pages, u32 */
export function kvStore(
  thread: i32, threads: i32, table: usize, k: usize, v: usize, position: i32, T: i32, G: i32, D: i32, half: i32,
): void {
  const to = share(T * G, thread + 1, threads);
  for (let unit = share(T * G, thread, threads); unit < to; unit++) {
    const t = unit / G;
    const g = unit - t * G;
    const at = position + t;
    const head = headAt(load<u32>(table + (<usize>(at >> 6) << 2)), g, D, half);
    const values = head + ((<usize>keysLength(D) << 2) >> half);
    const slot = at & 63;
    const from = <usize>(unit * D) << 2;
    for (let d = 0; d < D; d++) {
      const key = load<f32>(k + from + (<usize>d << 2));
      const value = load<f32>(v + from + (<usize>d << 2));
      const keyAt = ((slot >> 3) * D + d) * 8 + (slot & 7);
      const valueAt = ((d >> 3) * PAGE + slot) * 8 + (d & 7);
      if (half) {
        store<u16>(head + (<usize>keyAt << 1), toHalf(key));
        store<u16>(values + (<usize>valueAt << 1), toHalf(value));
      } else {
        store<f32>(head + (<usize>keyAt << 2), key);
        store<f32>(values + (<usize>valueAt << 2), value);
      }
    }
  }
}

/**
 * f32 to half, to nearest even. Values beyond 65504 become 65504 (a half's infinity would turn the whole row into NaN);
 * NaN becomes the largest pattern, which reads back as a large number: NaN in a cache is our own mistake, not data.
 */
function toHalf(x: f32): u16 {
  const sign = (reinterpret<u32>(x) >> 16) & 0x8000;
  const magnitude = min(abs(x), <f32>65504);
  // Below 2^-14 a half has fixed spacing 2^-24: adding 0.5 (whose spacing is 2^-24) rounds to it.
  if (magnitude < <f32>6.103515625e-5) return <u16>(sign | (reinterpret<u32>(magnitude + <f32>0.5) - 0x3f000000));
  const bits = reinterpret<u32>(magnitude);
  return <u16>(sign | ((bits - 0x38000000 + 0x0fff + ((bits >> 13) & 1)) >> 13));
}

/**
 * Causal softmax attention over pages, with a running maximum (as in FlashAttention): out [T, H, D] from q [T, H, S].
 * A unit of work is four query rows of one key/value head; row r of head g is token r / group, query head
 * g · group + r % group. Scratch of a thread: queries [D][4], scores [4][64], sums [4][P].
 */
export function attention(
  thread: i32, threads: i32, counter: usize, out: usize, q: usize, table: usize, scratch: usize, scratchBytes: i32,
  position: i32, T: i32, H: i32, S: i32, G: i32, D: i32, scale: f32, half: i32,
): void {
  const group = H / G;
  const rows = T * group;
  const tiles = (rows + 3) >> 2;
  const P = padded(D);
  const queries = scratch + <usize>thread * scratchBytes;
  const scores = queries + (<usize>D << 4);
  const sums = scores + 1024;

  for (let unit = take(counter, 1); unit < G * tiles; unit = take(counter, 1)) {
    const g = unit % G;
    const first = (tiles - 1 - unit / G) << 2; // the longest rows first: they end together
    const live = min(4, rows - first);
    for (let j = 0; j < 4; j++) {
      const row = first + min(j, live - 1);
      const from = q + ((<usize>((row / group) * H + g * group + (row % group)) * S) << 2);
      for (let d = 0; d < D; d++) {
        store<f32>(queries + (<usize>(d * 4 + j) << 2), load<f32>(from + (<usize>d << 2)) * scale);
      }
    }
    memory.fill(sums, 0, <usize>P << 4);
    let largest = f32x4.splat(-Infinity); // lane j belongs to row first + j
    let totals = f32x4.splat(0);
    const seenByAll = position + (first + live - 1) / group + 1;

    for (let from = 0; from < seenByAll; from += PAGE) {
      const head = headAt(load<u32>(table + (<usize>(from >> 6) << 2)), g, D, half);
      const values = head + ((<usize>keysLength(D) << 2) >> half);
      const count = min(PAGE, seenByAll - from);
      const blocks = (count + 7) >> 3;
      for (let block = 0; block < blocks; block++) {
        if (half) scoreBlockHalf(scores + (<usize>block << 5), queries, head + (<usize>(block * D) << 4), D);
        else scoreBlock(scores + (<usize>block << 5), queries, head + (<usize>(block * D) << 5), D);
      }
      for (let j = 0; j < 4; j++) {
        const seen = position + (first + min(j, live - 1)) / group + 1 - from;
        const at = scores + (<usize>j << 8);
        mask(at, seen, blocks << 3);
        const before = load1(largest, j);
        const now = max(before, largestOf(at, blocks));
        const keep: f32 = before == now ? 1 : exp1(before - now);
        largest = with1(largest, j, now);
        totals = with1(totals, j, load1(totals, j) * keep + exponentials(at, now, blocks));
        if (keep != 1) rescale(sums + ((<usize>j * P) << 2), keep, P);
      }
      for (let block = 0; block < P >> 3; block++) {
        const at = sums + (<usize>block << 5);
        if (half) mixBlockHalf(at, <usize>P << 2, scores, values + (<usize>(block * PAGE) << 4), count);
        else mixBlock(at, <usize>P << 2, scores, values + (<usize>(block * PAGE) << 5), count);
      }
    }

    for (let j = 0; j < live; j++) {
      const row = first + j;
      const to = out + ((<usize>((row / group) * H + g * group + (row % group)) * D) << 2);
      const inverse = <f32>1 / load1(totals, j);
      for (let d = 0; d < D; d++) {
        store<f32>(to + (<usize>d << 2), load<f32>(sums + (<usize>(j * P + d) << 2)) * inverse);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function load1(lanes: v128, j: i32): f32 {
  return j < 2
    ? j == 0 ? f32x4.extract_lane(lanes, 0) : f32x4.extract_lane(lanes, 1)
    : j == 2 ? f32x4.extract_lane(lanes, 2) : f32x4.extract_lane(lanes, 3);
}

function with1(lanes: v128, j: i32, x: f32): v128 {
  if (j == 0) return f32x4.replace_lane(lanes, 0, x);
  if (j == 1) return f32x4.replace_lane(lanes, 1, x);
  if (j == 2) return f32x4.replace_lane(lanes, 2, x);
  return f32x4.replace_lane(lanes, 3, x);
}

/** scores [4][64] of 8 positions: queries [D][4] against keys [D][8]. */
function scoreBlock(scores: usize, queries: usize, keys: usize, D: i32): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let d = 0; d < D; d++) {
    const k0 = v128.load(keys);
    const k1 = v128.load(keys, 16);
    let x = v128.load32_splat(queries);
    a0 = madd(k0, x, a0);
    a1 = madd(k1, x, a1);
    x = v128.load32_splat(queries, 4);
    b0 = madd(k0, x, b0);
    b1 = madd(k1, x, b1);
    x = v128.load32_splat(queries, 8);
    c0 = madd(k0, x, c0);
    c1 = madd(k1, x, c1);
    x = v128.load32_splat(queries, 12);
    d0 = madd(k0, x, d0);
    d1 = madd(k1, x, d1);
    keys += 32;
    queries += 16;
  }
  v128.store(scores, a0);
  v128.store(scores, a1, 16);
  v128.store(scores, b0, 256);
  v128.store(scores, b1, 272);
  v128.store(scores, c0, 512);
  v128.store(scores, c1, 528);
  v128.store(scores, d0, 768);
  v128.store(scores, d1, 784);
}

function scoreBlockHalf(scores: usize, queries: usize, keys: usize, D: i32): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let d = 0; d < D; d++) {
    const k0 = halves4(keys, bits, power);
    const k1 = halves4(keys + 8, bits, power);
    let x = v128.load32_splat(queries);
    a0 = madd(k0, x, a0);
    a1 = madd(k1, x, a1);
    x = v128.load32_splat(queries, 4);
    b0 = madd(k0, x, b0);
    b1 = madd(k1, x, b1);
    x = v128.load32_splat(queries, 8);
    c0 = madd(k0, x, c0);
    c1 = madd(k1, x, c1);
    x = v128.load32_splat(queries, 12);
    d0 = madd(k0, x, d0);
    d1 = madd(k1, x, d1);
    keys += 16;
    queries += 16;
  }
  v128.store(scores, a0);
  v128.store(scores, a1, 16);
  v128.store(scores, b0, 256);
  v128.store(scores, b1, 272);
  v128.store(scores, c0, 512);
  v128.store(scores, c1, 528);
  v128.store(scores, d0, 768);
  v128.store(scores, d1, 784);
}

/** Positions from `seen` on lie in the future of this row. */
function mask(scores: usize, seen: i32, count: i32): void {
  for (let p = max(seen, 0); p < count; p++) store<f32>(scores + (<usize>p << 2), -Infinity);
}

function largestOf(scores: usize, blocks: i32): f32 {
  let largest = v128.load(scores);
  for (let i = 1; i < blocks << 1; i++) largest = f32x4.max(largest, v128.load(scores + (<usize>i << 4)));
  return maxLanes(largest);
}

/** scores = e^(scores - largest); returns their sum. */
function exponentials(scores: usize, largest: f32, blocks: i32): f32 {
  const shift = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (let i = 0; i < blocks << 1; i++) {
    const at = scores + (<usize>i << 4);
    const x = v128.load(at);
    const e = v128.andnot(exp4(f32x4.sub(x, shift)), f32x4.eq(x, f32x4.splat(-Infinity)));
    v128.store(at, e);
    sum = f32x4.add(sum, e);
  }
  return sumLanes(sum);
}

function rescale(x: usize, factor: f32, n: i32): void {
  const factors = f32x4.splat(factor);
  for (let i = 0; i < n; i += 4) {
    v128.store(x, f32x4.mul(v128.load(x), factors));
    x += 16;
  }
}

/** sums [4][P] of 8 values += weights [4][64] against values [count][8]. */
function mixBlock(sums: usize, stride: usize, weights: usize, values: usize, count: i32): void {
  const sb = sums + stride, sc = sb + stride, sd = sc + stride;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), b0 = v128.load(sb), b1 = v128.load(sb, 16);
  let c0 = v128.load(sc), c1 = v128.load(sc, 16), d0 = v128.load(sd), d1 = v128.load(sd, 16);
  for (let p = 0; p < count; p++) {
    const v0 = v128.load(values);
    const v1 = v128.load(values, 16);
    let x = v128.load32_splat(weights);
    a0 = madd(v0, x, a0);
    a1 = madd(v1, x, a1);
    x = v128.load32_splat(weights, 256);
    b0 = madd(v0, x, b0);
    b1 = madd(v1, x, b1);
    x = v128.load32_splat(weights, 512);
    c0 = madd(v0, x, c0);
    c1 = madd(v1, x, c1);
    x = v128.load32_splat(weights, 768);
    d0 = madd(v0, x, d0);
    d1 = madd(v1, x, d1);
    values += 32;
    weights += 4;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sb, b0);
  v128.store(sb, b1, 16);
  v128.store(sc, c0);
  v128.store(sc, c1, 16);
  v128.store(sd, d0);
  v128.store(sd, d1, 16);
}

function mixBlockHalf(sums: usize, stride: usize, weights: usize, values: usize, count: i32): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const sb = sums + stride, sc = sb + stride, sd = sc + stride;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), b0 = v128.load(sb), b1 = v128.load(sb, 16);
  let c0 = v128.load(sc), c1 = v128.load(sc, 16), d0 = v128.load(sd), d1 = v128.load(sd, 16);
  for (let p = 0; p < count; p++) {
    const v0 = halves4(values, bits, power);
    const v1 = halves4(values + 8, bits, power);
    let x = v128.load32_splat(weights);
    a0 = madd(v0, x, a0);
    a1 = madd(v1, x, a1);
    x = v128.load32_splat(weights, 256);
    b0 = madd(v0, x, b0);
    b1 = madd(v1, x, b1);
    x = v128.load32_splat(weights, 512);
    c0 = madd(v0, x, c0);
    c1 = madd(v1, x, c1);
    x = v128.load32_splat(weights, 768);
    d0 = madd(v0, x, d0);
    d1 = madd(v1, x, d1);
    values += 16;
    weights += 4;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sb, b0);
  v128.store(sb, b1, 16);
  v128.store(sc, c0);
  v128.store(sc, c1, 16);
  v128.store(sd, d0);
  v128.store(sd, d1, 16);
}
