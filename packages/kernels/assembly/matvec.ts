// y = W x for a few tokens. Memory is the limit here: four panels (32 rows) are walked together, because the memory
// controller serves several streams better than one (+10 to +50%), and a panel is read from memory once for all tokens.
// The four lie a quarter of the matrix apart: each stream then goes on where it was when the next four panels begin, and
// the processor's prefetchers stay with it (+35 to +80% for panels of 4 KB that are not in a cache).
// The loops over quads stay rolled: unrolled, V8 hoists every load and spills (0.3 x).
import {
  BIT_2, BITS_2_AND_3, BITS_2_TO_4, BITS_4_AND_5, F8_BITS, F8_SCALE, HALF_BITS, HALF_SCALE, HIGH_BYTES, LOW_2_BITS, LOW_5_BITS, LOW_6_BITS,
  LOW_NIBBLES, ONES_I16,
} from "./constants";
import { brains4, clear, eights4, halves4, madd, take } from "./lanes";
import {
  BF16, F16, F32, F8, F8_HEAD, Q4_0, Q4_0_BLOCK, Q4_K, Q4_K_BLOCK, Q4_K_HEAD, Q4_K_SUPER, Q5_0, Q5_0_BLOCK, Q6_K, Q6_K_BLOCK,
  Q6_K_HEAD, Q6_K_SUPER, Q8_0,
} from "./panels";

/**
 * y [T, N] = x [T, K] · wᵀ. Float kinds read x, quantised kinds the packed forms (tile of 1, see activations).
 * A unit of work is 4 panels, a quarter of the matrix apart; threads take `step` units at a time. Scratch of a thread: 2 x 32 f32.
 */
export function matvec(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize, x: usize,
  shorts: usize, bytes: usize, scales: usize, pairs: usize, totals: usize, scratch: usize, scratchBytes: i32,
  T: i32, N: i32, K: i32,
): void {
  const acc = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const units = (panels + 3) >> 2;
  const stride = <usize>units * panelBytes;
  const blocks = K >> 5;
  for (let first = take(counter, step); first < units; first = take(counter, step)) {
    for (let unit = first; unit < min(units, first + step); unit++) {
      // Panels that do not exist are read as the first one, and their sums dropped.
      const count = (panels - unit + units - 1) / units;
      const p0 = w + <usize>unit * panelBytes;
      const p1 = count > 1 ? p0 + stride : p0;
      const p2 = count > 2 ? p1 + stride : p0;
      const p3 = count > 3 ? p2 + stride : p0;
      const end = p0 + <usize>count * stride;
      for (let t = 0; t < T; t++) {
        clear(acc, 128);
        const quads = ASC_FEATURE_RELAXED_SIMD ? bytes + <usize>(t * K) : shorts + (<usize>(t * K) << 1);
        const scale = scales + (<usize>(t * blocks) << 2);
        const pair = pairs + (<usize>(t * blocks) << 3);
        const total = totals + (<usize>(t * blocks) << 2);
        switch (kind) {
          case F32: f32x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case F16: f16x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case BF16: bf16x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case F8: f8panels(acc, p0, end, stride, x + (<usize>(t * K) << 2), K); break;
          case Q8_0: q8x4panels(acc, p0, p1, p2, p3, shorts + (<usize>(t * K) << 1), scale, blocks); break;
          case Q4_0: q4panels(acc, p0, end, stride, quads, scale, pair, blocks); break;
          case Q5_0: q5panels(acc, p0, end, stride, quads, scale, pair, blocks); break;
          case Q4_K: q4kPanels(acc, p0, end, stride, quads, scale, total, blocks); break;
          case Q6_K: q6kPanels(acc, p0, end, stride, quads, scale, pair, blocks); break;
          default: unreachable();
        }
        for (let i = 0; i < count; i++) {
          const row = (unit + i * units) << 3;
          storeRow(y + (<usize>(t * N + row) << 2), acc + (i << 5), N - row);
        }
      }
    }
  }
}

/** Eight sums to y, without those of rows that do not exist. */
export function storeRow(y: usize, sums: usize, rows: i32): void {
  if (rows >= 8) {
    v128.store(y, v128.load(sums));
    v128.store(y, v128.load(sums, 16), 16);
  } else {
    for (let r = 0; r < rows; r++) store<f32>(y + (r << 2), load<f32>(sums + (r << 2)));
  }
}

// Float weights: y += w[k] · x[k], one k at a time.

function f32x4panels(y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, K: i32): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let k = 0; k < K; k++) {
    const v = v128.load32_splat(x);
    a0 = madd(v128.load(p0), v, a0);
    a1 = madd(v128.load(p0, 16), v, a1);
    b0 = madd(v128.load(p1), v, b0);
    b1 = madd(v128.load(p1, 16), v, b1);
    c0 = madd(v128.load(p2), v, c0);
    c1 = madd(v128.load(p2, 16), v, c1);
    d0 = madd(v128.load(p3), v, d0);
    d1 = madd(v128.load(p3, 16), v, d1);
    p0 += 32;
    p1 += 32;
    p2 += 32;
    p3 += 32;
    x += 4;
  }
  storePanels(y, a0, a1, b0, b1, c0, c1, d0, d1);
}

function f16x4panels(y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, K: i32): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let k = 0; k < K; k++) {
    const v = v128.load32_splat(x);
    a0 = madd(halves4(p0, bits, power), v, a0);
    a1 = madd(halves4(p0 + 8, bits, power), v, a1);
    b0 = madd(halves4(p1, bits, power), v, b0);
    b1 = madd(halves4(p1 + 8, bits, power), v, b1);
    c0 = madd(halves4(p2, bits, power), v, c0);
    c1 = madd(halves4(p2 + 8, bits, power), v, c1);
    d0 = madd(halves4(p3, bits, power), v, d0);
    d1 = madd(halves4(p3 + 8, bits, power), v, d1);
    p0 += 16;
    p1 += 16;
    p2 += 16;
    p3 += 16;
    x += 4;
  }
  storePanels(y, a0, a1, b0, b1, c0, c1, d0, d1);
}

function bf16x4panels(y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, K: i32): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let k = 0; k < K; k++) {
    const v = v128.load32_splat(x);
    a0 = madd(brains4(p0), v, a0);
    a1 = madd(brains4(p0 + 8), v, a1);
    b0 = madd(brains4(p1), v, b0);
    b1 = madd(brains4(p1 + 8), v, b1);
    c0 = madd(brains4(p2), v, c0);
    c1 = madd(brains4(p2 + 8), v, c1);
    d0 = madd(brains4(p3), v, d0);
    d1 = madd(brains4(p3 + 8), v, d1);
    p0 += 16;
    p1 += 16;
    p2 += 16;
    p3 += 16;
    x += 4;
  }
  storePanels(y, a0, a1, b0, b1, c0, c1, d0, d1);
}

/** One panel after the other: the processor is the limit here, not memory. */
function f8panels(y: usize, p: usize, end: usize, stride: usize, x: usize, K: i32): void {
  const bits = v128.load(F8_BITS);
  const power = v128.load(F8_SCALE);
  for (; p < end; p += stride) {
    const cols = load<i32>(p);
    let scale = p + F8_HEAD;
    let from = p + load<u32>(p, 4);
    let v = x;
    let a0 = f32x4.splat(0), a1 = a0;
    for (let k = 0; k < K; ) {
      const s0 = v128.load(scale);
      const s1 = v128.load(scale, 16);
      for (const stop = min(K, k + cols); k < stop; k++) {
        const w = v128.load8x8_s(from);
        const one = v128.load32_splat(v);
        a0 = madd(f32x4.mul(eights4(i32x4.extend_low_i16x8_s(w), bits, power), s0), one, a0);
        a1 = madd(f32x4.mul(eights4(i32x4.extend_high_i16x8_s(w), bits, power), s1), one, a1);
        from += 8;
        v += 4;
      }
      scale += 32;
    }
    v128.store(y, a0);
    v128.store(y, a1, 16);
    y += 32;
  }
}

// @ts-ignore: decorator
@inline
function storePanels(y: usize, a0: v128, a1: v128, b0: v128, b1: v128, c0: v128, c1: v128, d0: v128, d1: v128): void {
  v128.store(y, a0);
  v128.store(y, a1, 16);
  v128.store(y, b0, 32);
  v128.store(y, b1, 48);
  v128.store(y, c0, 64);
  v128.store(y, c1, 80);
  v128.store(y, d0, 96);
  v128.store(y, d1, 112);
}

// Quantised weights. Integer products over a block of 32 k, then one scaling into y (kept in memory: x needs the registers).
//
// Signed bytes (Q8_0) meet x as 16-bit pairs: shifting a pair of bytes left by 8, or clearing its low byte, leaves
// 256 · the even or the odd byte, and the 256 goes into the scale. Smaller weights are stored without sign. The plain
// build treats them the same way; the relaxed build multiplies bytes directly, with the weights on the 7-bit side, where
// every engine gives the same result. There the eight quads of x stay in registers while the panels go by, and the
// offset of the weights comes first, as -offset · Σx, so that 16 bits hold the sum of a whole block:
// 16 products of at most 8 · 127 (Q4_0) or 16 · 127 (Q5_0), 8 of 32 · 127 (Q6_K, half a block). What overflows on the
// way comes back.

/** What the integer sums of small unsigned weights are multiplied by: 2^this. */
// @ts-ignore: decorator
@inline
function unitShift(): i32 {
  return ASC_FEATURE_RELAXED_SIMD ? 0 : 8;
}

/** Bytes between two quads of x: bytes in the relaxed build, 16-bit values in the plain one. */
// @ts-ignore: decorator
@inline
export function quadBytes(): usize {
  return ASC_FEATURE_RELAXED_SIMD ? 4 : 8;
}

/** A quad of x, where it is kept in a register. */
// @ts-ignore: decorator
@inline
export function quadOf(x: usize): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.load32_splat(x);
  return i32x4.splat(0); // not used there
}

/** Adds 4 rows' products of one quad: relaxed, pairs in eight i16; plain, i32 times 256, with x from memory. */
// @ts-ignore: decorator
@inline
export function addQuad(acc: v128, q: v128, quad: v128, x: usize, high: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.add(acc, v128.relaxed_dot<i16>(quad, q));
  return i32x4.add(
    acc,
    i32x4.add(
      i32x4.dot_i16x8_s(i16x8.shl(q, 8), v128.load32_splat(x)),
      i32x4.dot_i16x8_s(v128.and(q, high), v128.load32_splat(x, 4)),
    ),
  );
}

/** 4 rows' products of one quad. */
// @ts-ignore: decorator
@inline
export function firstQuad(q: v128, quad: v128, x: usize, high: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_dot<i16>(quad, q);
  return addQuad(i32x4.splat(0), q, quad, x, high);
}

// @ts-ignore: decorator
@inline
export function addSums(a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.add(a, b);
  return i32x4.add(a, b);
}

/** Sums of addQuad as i32, each pair weighted by `by` (equal numbers in the two halves of a lane). */
// @ts-ignore: decorator
@inline
export function widen(acc: v128, by: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.dot_i16x8_s(acc, by);
  // Sums are 256 · larger here and would not fit after the multiplication, so they come down first (exact).
  return i32x4.mul(i32x4.shr_s(acc, 8), i32x4.shr_s(by, 16));
}

/** -2^shift · Σx as the first value of addQuad's sums. @param pairs sums of the two pairs of all quads, i16 */
// @ts-ignore: decorator
@inline
export function offsetOf(pairs: v128, shift: i32, ones: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.neg(i16x8.shl(pairs, shift));
  return i32x4.neg(i32x4.shl(i32x4.dot_i16x8_s(pairs, ones), shift + 8));
}

/** y += sum · scale */
// @ts-ignore: decorator
@inline
export function scaleInto(y: usize, sum: v128, scale: v128): void {
  v128.store(y, madd(f32x4.convert_i32x4_s(sum), scale, v128.load(y)));
}

/** y [8] += sums · scales. Both are read before either is stored, so that V8 may make one operation of two (widen.ts). */
// @ts-ignore: decorator
@inline
export function scalePair(y: usize, a: v128, b: v128, s0: v128, s1: v128): void {
  const first = madd(f32x4.convert_i32x4_s(a), s0, v128.load(y));
  const second = madd(f32x4.convert_i32x4_s(b), s1, v128.load(y, 16));
  v128.store(y, first);
  v128.store(y, second, 16);
}

function q8x4panels(
  y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, scale: usize, blocks: i32,
): void {
  const high = v128.load(HIGH_BYTES);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    for (let at: usize = 16; at < 272; at += 32) {
      const even = v128.load32_splat(x);
      const odd = v128.load32_splat(x, 4);
      let v = v128.load(p0 + at);
      a0 = i32x4.add(a0, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p0 + at, 16);
      a1 = i32x4.add(a1, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p1 + at);
      b0 = i32x4.add(b0, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p1 + at, 16);
      b1 = i32x4.add(b1, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p2 + at);
      c0 = i32x4.add(c0, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p2 + at, 16);
      c1 = i32x4.add(c1, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p3 + at);
      d0 = i32x4.add(d0, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      v = v128.load(p3 + at, 16);
      d1 = i32x4.add(d1, i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(v, 8), even), i32x4.dot_i16x8_s(v128.and(v, high), odd)));
      x += 8;
    }
    const s = f32x4.mul(power, f32x4.splat(load<f32>(scale) * (<f32>1 / 256)));
    scalePair(y, a0, a1, halves4(p0, bits, s), halves4(p0 + 8, bits, s));
    scalePair(y + 32, b0, b1, halves4(p1, bits, s), halves4(p1 + 8, bits, s));
    scalePair(y + 64, c0, c1, halves4(p2, bits, s), halves4(p2 + 8, bits, s));
    scalePair(y + 96, d0, d1, halves4(p3, bits, s), halves4(p3 + 8, bits, s));
    p0 += 272;
    p1 += 272;
    p2 += 272;
    p3 += 272;
    scale += 4;
  }
}

/** 4 rows of a block of nibbles: Σ q · x, over `start`. Vectors of 4 rows lie 32 bytes apart. */
// @ts-ignore: decorator
@inline
export function nibbleSums(
  at: usize, start: v128, x: usize, x0: v128, x1: v128, x2: v128, x3: v128, x4: v128, x5: v128, x6: v128, x7: v128,
  low: v128, high: v128,
): v128 {
  // Two chains of additions: one would be long enough to wait for.
  let v = v128.load(at);
  let sum = addQuad(start, v128.and(v, low), x0, x, high);
  let other = firstQuad(v128.and(i16x8.shr_u(v, 4), low), x4, x + 4 * quadBytes(), high);
  v = v128.load(at, 32);
  sum = addQuad(sum, v128.and(v, low), x1, x + quadBytes(), high);
  other = addQuad(other, v128.and(i16x8.shr_u(v, 4), low), x5, x + 5 * quadBytes(), high);
  v = v128.load(at, 64);
  sum = addQuad(sum, v128.and(v, low), x2, x + 2 * quadBytes(), high);
  other = addQuad(other, v128.and(i16x8.shr_u(v, 4), low), x6, x + 6 * quadBytes(), high);
  v = v128.load(at, 96);
  sum = addQuad(sum, v128.and(v, low), x3, x + 3 * quadBytes(), high);
  return addSums(sum, addQuad(other, v128.and(i16x8.shr_u(v, 4), low), x7, x + 7 * quadBytes(), high));
}

function q4panels(y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, pairs: usize, blocks: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
    const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
    const start = offsetOf(i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4)), 3, ones);
    const s = f32x4.mul(power, v128.load32_splat(scale));
    let to = y;
    for (let q = p; q < end; q += stride) {
      const first = widen(nibbleSums(q + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high), ones);
      const second = widen(nibbleSums(q + 32, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high), ones);
      scalePair(to, first, second, halves4(q, bits, s), halves4(q + 8, bits, s));
      to += 32;
    }
    p += Q4_0_BLOCK;
    end += Q4_0_BLOCK;
    x += 8 * quadBytes();
    scale += 4;
    pairs += 8;
  }
}

function q5panels(y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, pairs: usize, blocks: i32): void {
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
    const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
    const start = offsetOf(i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4)), 4, ones);
    const s = f32x4.mul(power, v128.load32_splat(scale));
    let to = y;
    for (let q = p; q < end; q += stride) {
      const first = widen(q5Sums(q + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high), ones);
      const second = widen(q5Sums(q + 32, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high), ones);
      scalePair(to, first, second, halves4(q, bits, s), halves4(q + 8, bits, s));
      to += 32;
    }
    p += Q5_0_BLOCK;
    end += Q5_0_BLOCK;
    x += 8 * quadBytes();
    scale += 4;
    pairs += 8;
  }
}

// @ts-ignore: decorator
@inline
export function q5Sums(
  at: usize, start: v128, x: usize, x0: v128, x1: v128, x2: v128, x3: v128, x4: v128, x5: v128, x6: v128, x7: v128,
  high: v128,
): v128 {
  const low5 = v128.load(LOW_5_BITS), top3 = v128.load(BITS_2_TO_4), two = v128.load(LOW_2_BITS), bit2 = v128.load(BIT_2);
  const d = v128.load(at, 96);
  const e = v128.load(at, 128);
  let sum = addQuad(start, v128.and(d, low5), x3, x + 3 * quadBytes(), high);
  sum = addQuad(sum, v128.and(e, low5), x4, x + 4 * quadBytes(), high);
  const d5 = i16x8.shr_u(d, 5);
  const e5 = i16x8.shr_u(e, 5);
  let v = v128.load(at);
  sum = addQuad(sum, v128.and(v, low5), x0, x, high);
  let other = firstQuad(v128.or(v128.and(i16x8.shr_u(v, 3), top3), v128.and(d5, two)), x5, x + 5 * quadBytes(), high);
  v = v128.load(at, 32);
  sum = addQuad(sum, v128.and(v, low5), x1, x + quadBytes(), high);
  other = addQuad(other, v128.or(v128.and(i16x8.shr_u(v, 3), top3), v128.and(e5, two)), x6, x + 6 * quadBytes(), high);
  v = v128.load(at, 64);
  sum = addQuad(sum, v128.and(v, low5), x2, x + 2 * quadBytes(), high);
  const last = i16x8.shr_u(v128.or(i16x8.shr_u(v128.and(d5, bit2), 1), v128.and(e5, bit2)), 1);
  other = addQuad(other, v128.or(v128.and(i16x8.shr_u(v, 3), top3), last), x7, x + 7 * quadBytes(), high);
  return addSums(sum, other);
}

/**
 * Q4_K: a block's value is d · s · q - dmin · m. Σ dx · s · (q · x) over the 8 blocks of a super-block is kept in scratch
 * behind y (y + 128); Σ dx · m · Σx, d and dmin come once at the end.
 */
function q4kPanels(y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, totals: usize, blocks: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const zero = i32x4.splat(0);
  for (let whole = 0; whole < blocks; whole += 8) {
    clear(y + 128, 128);
    let at = Q4_K_HEAD;
    for (let scales: usize = 32; scales < 96; scales += 8) {
      const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
      const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
      const s = v128.load32_splat(scale + ((scales - 32) >> 1));
      let to = y + 128;
      for (let q = p; q < end; q += stride) {
        const by = v128.load8x8_u(q + scales);
        const first = widen(nibbleSums(q + at, zero, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high), twice(by));
        const second = widen(nibbleSums(q + at + 16, zero, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high), twiceHigh(by));
        scalePair(to, first, second, s, s);
        to += 32;
      }
      at += Q4_K_BLOCK;
      x += 8 * quadBytes();
    }
    let to = y;
    for (let q = p; q < end; q += stride) {
      let m0 = f32x4.splat(0), m1 = m0;
      for (let block: usize = 0; block < 8; block++) {
        const m = v128.load8x8_u(q + (block << 3), 96);
        const total = v128.load32_splat(totals + (block << 2));
        m0 = madd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(m)), total, m0);
        m1 = madd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(m)), total, m1);
      }
      const d0 = halves4(q, bits, power), d1 = halves4(q + 8, bits, power);
      finishQ4K(to, to + 128, d0, d1, m0, m1, halves4(q + 16, bits, power), halves4(q + 24, bits, power));
      to += 32;
    }
    p += Q4_K_SUPER;
    end += Q4_K_SUPER;
    scale += 32;
    totals += 32;
  }
}

/** Lanes 0 … 3 of eight 16-bit numbers, each twice. (A shuffle would be one instruction, but V8 does not join two.) */
// @ts-ignore: decorator
@inline
function twice(v: v128): v128 {
  const low = i32x4.extend_low_i16x8_u(v);
  return v128.or(low, i32x4.shl(low, 16));
}

// @ts-ignore: decorator
@inline
function twiceHigh(v: v128): v128 {
  const high = i32x4.extend_high_i16x8_u(v);
  return v128.or(high, i32x4.shl(high, 16));
}

/** y [8] += d · products - dmin · mins, of a super-block. Products are Σ xScale · s · (q · x), mins Σ m · xScale · Σx. */
// @ts-ignore: decorator
@inline
export function finishQ4K(y: usize, products: usize, d0: v128, d1: v128, m0: v128, m1: v128, n0: v128, n1: v128): void {
  const first = f32x4.sub(madd(d0, v128.load(products), v128.load(y)), f32x4.mul(n0, m0));
  const second = f32x4.sub(madd(d1, v128.load(products, 16), v128.load(y, 16)), f32x4.mul(n1, m1));
  v128.store(y, first);
  v128.store(y, second, 16);
}

/** Q6_K: a half block's value is d · s · (q - 32). Σ dx · (s · products) is kept at y + 128, d comes at the end. */
function q6kPanels(y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, pairs: usize, blocks: i32): void {
  const ones = v128.load(ONES_I16);
  const high = v128.load(HIGH_BYTES);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let whole = 0; whole < blocks; whole += 8) {
    clear(y + 128, 128);
    let at = Q6_K_HEAD;
    for (let scales: usize = 16; scales < 144; scales += 16) {
      const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
      const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
      const startA = offsetOf(v128.load32_splat(pairs), 5, ones);
      const startB = offsetOf(v128.load32_splat(pairs, 4), 5, ones);
      const s = v128.load32_splat(scale);
      const xb = x + 4 * quadBytes();
      let to = y + 128;
      for (let q = p; q < end; q += stride) {
        const byA = v128.load8x8_s(q + scales);
        const byB = v128.load8x8_s(q + scales, 8);
        const a0 = widen(q6Sums(q + at, startA, x, x0, x1, x2, x3, high), twice(byA));
        const b0 = widen(q6Sums(q + at + 96, startB, xb, x4, x5, x6, x7, high), twice(byB));
        const a1 = widen(q6Sums(q + at + 16, startA, x, x0, x1, x2, x3, high), twiceHigh(byA));
        const b1 = widen(q6Sums(q + at + 112, startB, xb, x4, x5, x6, x7, high), twiceHigh(byB));
        scalePair(to, i32x4.add(a0, b0), i32x4.add(a1, b1), s, s);
        to += 32;
      }
      at += Q6_K_BLOCK;
      x += 8 * quadBytes();
      scale += 4;
      pairs += 8;
    }
    let to = y;
    for (let q = p; q < end; q += stride) {
      const first = madd(halves4(q, bits, power), v128.load(to, 128), v128.load(to));
      const second = madd(halves4(q + 8, bits, power), v128.load(to, 144), v128.load(to, 16));
      v128.store(to, first);
      v128.store(to, second, 16);
      to += 32;
    }
    p += Q6_K_SUPER;
    end += Q6_K_SUPER;
  }
}

/** 4 rows of half a block: quads 0, 1 and 2 are six bits of three vectors, quad 3 is what is left of them. */
// @ts-ignore: decorator
@inline
function q6Sums(at: usize, start: v128, x: usize, x0: v128, x1: v128, x2: v128, x3: v128, high: v128): v128 {
  const low6 = v128.load(LOW_6_BITS), bits45 = v128.load(BITS_4_AND_5), bits23 = v128.load(BITS_2_AND_3);
  const two = v128.load(LOW_2_BITS);
  const a = v128.load(at);
  const b = v128.load(at, 32);
  const c = v128.load(at, 64);
  let sum = addQuad(start, v128.and(a, low6), x0, x, high);
  sum = addQuad(sum, v128.and(b, low6), x1, x + quadBytes(), high);
  sum = addQuad(sum, v128.and(c, low6), x2, x + 2 * quadBytes(), high);
  const rest = v128.or(
    v128.or(v128.and(i16x8.shr_u(a, 2), bits45), v128.and(i16x8.shr_u(b, 4), bits23)), v128.and(i16x8.shr_u(c, 6), two),
  );
  return addQuad(sum, rest, x3, x + 3 * quadBytes(), high);
}
