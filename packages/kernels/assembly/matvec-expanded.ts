// y = W x for a few tokens and the kinds of expanded.ts, without a detour through scratch: the way of matvec.ts, with sums in
// the order of matmul-expanded.ts, so that a row has the same bits either way.
import {
  E2M1_PLUS_12, HALF_BITS, HALF_SCALE, HIGH_BYTES, LOW_2_BITS, LOW_BITS, LOW_NIBBLES, NL, ONES_I16,
} from "./constants";
import { minsOf, powersOf2 } from "./expanded";
import { clear, halves4, madd, take } from "./lanes";
import { CHUNK_I16, CHUNK_I7 } from "./matmul";
import {
  addQuad, addSums, firstQuad, nibbleSums, offsetOf, q5Sums, quadBytes, quadOf, scaleInto, storeRow, widen,
} from "./matvec";
import { IQ4_NL, IQ4_XS, MXFP4, Q2_K, Q3_K, Q4_1, Q5_1, Q5_K } from "./panels";

/** As matvec. */
export function matvecExpanded(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize,
  shorts: usize, bytes: usize, scales: usize, pairs: usize, scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32,
): void {
  const acc = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const units = (panels + 3) >> 2;
  const stride = <usize>units * panelBytes;
  const blocks = K >> 5;
  // Mins come after as many blocks as an expansion has.
  const chunk = (ASC_FEATURE_RELAXED_SIMD && kind != Q2_K ? CHUNK_I7 : CHUNK_I16) >> 5;
  const withBytes = ASC_FEATURE_RELAXED_SIMD && kind != IQ4_NL && kind != IQ4_XS;
  for (let first = take(counter, step); first < units; first = take(counter, step)) {
    for (let unit = first; unit < min(units, first + step); unit++) {
      const count = (panels - unit + units - 1) / units;
      const panel = w + <usize>unit * panelBytes;
      const end = panel + <usize>count * stride;
      for (let t = 0; t < T; t++) {
        clear(acc, 128);
        for (let block = 0; block < blocks; block += chunk) {
          const some = min(chunk, blocks - block);
          const before = <usize>(t * blocks + block);
          const quads = withBytes ? bytes + (before << 5) : shorts + (before << 6);
          const scale = scales + (before << 2);
          const pair = pairs + (before << 3);
          switch (kind) {
            case Q4_1: someBlocks(Q4_1, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case Q5_1: someBlocks(Q5_1, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case Q5_K: someBlocks(Q5_K, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case Q2_K: someBlocks(Q2_K, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case Q3_K: someBlocks(Q3_K, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case IQ4_NL: someBlocks(IQ4_NL, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case IQ4_XS: someBlocks(IQ4_XS, acc, panel, end, stride, block, quads, scale, pair, some); break;
            case MXFP4: someBlocks(MXFP4, acc, panel, end, stride, block, quads, scale, pair, some); break;
            default: unreachable();
          }
        }
        for (let i = 0; i < count; i++) {
          const row = (unit + i * units) << 3;
          storeRow(y + (<usize>(t * N + row) << 2), acc + (i << 5), N - row);
        }
      }
    }
  }
}

/** Bytes from one block, or one super-block, to the next. */
// @ts-ignore: decorator
@inline
function headBytes(kind: i32): usize {
  if (kind == Q4_1) return 160;
  if (kind == Q5_1) return 192;
  if (kind == IQ4_NL) return 144;
  if (kind == MXFP4) return 136;
  if (kind == Q5_K) return 1440;
  if (kind == IQ4_XS) return 1104;
  return kind == Q2_K ? 672 : 912;
}

// @ts-ignore: decorator
@inline
function isSuper(kind: i32): bool {
  return kind == Q5_K || kind == IQ4_XS || kind == Q2_K || kind == Q3_K;
}

/** y [panels][8] += blocks of panels p, p + stride … < end: all products first, then all mins. */
// @ts-ignore: decorator
@inline
function someBlocks(
  kind: i32, y: usize, p: usize, end: usize, stride: usize, block: i32, x: usize, scale: usize, pairs: usize, blocks: i32,
): void {
  const at = <usize>(isSuper(kind) ? block >> 3 : block) * headBytes(kind);
  products(kind, y, p + at, end + at, stride, x, scale, pairs, blocks);
  if (minsOf(kind) > 0) mins(kind, y, p + at, end + at, stride, scale, pairs, blocks);
}

// @ts-ignore: decorator
@inline
function products(
  kind: i32, y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, pairs: usize, blocks: i32,
): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    const j = <usize>(block & 7);
    const d = v128.load32_splat(scale);
    let to = y;
    if (kind == IQ4_NL || kind == IQ4_XS) {
      const codes: usize = kind == IQ4_NL ? 16 : 80 + j * 128;
      for (let q = p; q < end; q += stride) {
        scaleInto(to, signedSums(q + codes, x, low, high), f32x4.mul(scale0(kind, q, j, bits, power), d));
        scaleInto(to + 16, signedSums(q + codes + 16, x, low, high), f32x4.mul(scale1(kind, q, j, bits, power), d));
        to += 32;
      }
      x += 64;
    } else {
      const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
      const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
      if (kind == Q2_K || kind == Q3_K) {
        const codes: usize = kind == Q2_K ? 160 + j * 64 : 144 + j * 96;
        const startA = kind == Q2_K ? i32x4.splat(0) : offsetOf(v128.load32_splat(pairs), 2, ones);
        const startB = kind == Q2_K ? i32x4.splat(0) : offsetOf(v128.load32_splat(pairs, 4), 2, ones);
        const xb = x + 4 * quadBytes();
        for (let q = p; q < end; q += stride) {
          const byA = halfScales(kind, q + (j << 4));
          const byB = halfScales(kind, q + (j << 4) + 8);
          const at = q + codes;
          const a0 = widen(fewBits(kind, 0, at, 0, startA, x, x0, x1, x2, x3, high), twice(byA));
          const b0 = widen(fewBits(kind, 4, at, 0, startB, xb, x4, x5, x6, x7, high), twice(byB));
          scaleInto(to, i32x4.add(a0, b0), f32x4.mul(scale0(kind, q, j, bits, power), d));
          const a1 = widen(fewBits(kind, 0, at, 16, startA, x, x0, x1, x2, x3, high), twiceHigh(byA));
          const b1 = widen(fewBits(kind, 4, at, 16, startB, xb, x4, x5, x6, x7, high), twiceHigh(byB));
          scaleInto(to + 16, i32x4.add(a1, b1), f32x4.mul(scale1(kind, q, j, bits, power), d));
          to += 32;
        }
      } else {
        const codes: usize = kind == Q5_K ? 160 + j * 160 : kind == MXFP4 ? 8 : 32;
        const both = i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4));
        // Five bits are multiplied as if 16 smaller where sums have 16 bits; the mins make up for it.
        let start = i32x4.splat(0);
        if (kind == MXFP4) start = addSums(offsetOf(both, 3, ones), offsetOf(both, 2, ones)); // -12 Σx
        else if (ASC_FEATURE_RELAXED_SIMD && kind != Q4_1) start = offsetOf(both, 4, ones);
        for (let q = p; q < end; q += stride) {
          const at = q + codes;
          let sum: v128;
          if (kind == Q4_1) sum = nibbleSums(at, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high);
          else if (kind == MXFP4) sum = tableSums(at, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high);
          else sum = q5Sums(at, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high);
          scaleInto(to, widen(sum, ones), f32x4.mul(scale0(kind, q, j, bits, power), d));
          if (kind == Q4_1) sum = nibbleSums(at + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high);
          else if (kind == MXFP4) sum = tableSums(at + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high);
          else sum = q5Sums(at + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high);
          scaleInto(to + 16, widen(sum, ones), f32x4.mul(scale1(kind, q, j, bits, power), d));
          to += 32;
        }
      }
      x += 8 * quadBytes();
    }
    if (!isSuper(kind) || j == 7) {
      p += headBytes(kind);
      end += headBytes(kind);
    }
    scale += 4;
    pairs += 8;
  }
}

/** The scales of rows 0 … 3 of a block: what expanded.ts stores. */
// @ts-ignore: decorator
@inline
function scale0(kind: i32, head: usize, j: usize, bits: v128, power: v128): v128 {
  if (kind == MXFP4) return powersOf2(i32x4.extend_low_i16x8_u(v128.load8x8_u(head)));
  const d = halves4(head, bits, power);
  if (kind == Q5_K) return f32x4.mul(d, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(v128.load8x8_u(head + (j << 3), 32))));
  if (kind == IQ4_XS) return f32x4.mul(d, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load8x8_s(head + (j << 3), 16))));
  return d;
}

// @ts-ignore: decorator
@inline
function scale1(kind: i32, head: usize, j: usize, bits: v128, power: v128): v128 {
  if (kind == MXFP4) return powersOf2(i32x4.extend_high_i16x8_u(v128.load8x8_u(head)));
  const d = halves4(head + 8, bits, power);
  if (kind == Q5_K) return f32x4.mul(d, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(v128.load8x8_u(head + (j << 3), 32))));
  if (kind == IQ4_XS) return f32x4.mul(d, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(v128.load8x8_s(head + (j << 3), 16))));
  return d;
}

/** Whole scales of 8 rows of half a block. */
// @ts-ignore: decorator
@inline
function halfScales(kind: i32, at: usize): v128 {
  return kind == Q3_K ? v128.load8x8_s(at, 16) : v128.and(v128.load8x8_u(at, 32), i16x8.splat(15));
}

/** 4 rows of half a block of 2 or 3 bits, quads `first` … `first + 3`. */
// @ts-ignore: decorator
@inline
function fewBits(
  kind: i32, first: i32, at: usize, rows: usize, start: v128, x: usize, x0: v128, x1: v128, x2: v128, x3: v128, high: v128,
): v128 {
  const two = v128.load(LOW_2_BITS);
  const even = i16x8.shr_u(v128.load(at + rows), first); // quads first, first + 2
  const odd = i16x8.shr_u(v128.load(at + rows, 32), first);
  let q0 = v128.and(even, two), q1 = v128.and(odd, two);
  let q2 = v128.and(i16x8.shr_u(even, 2), two), q3 = v128.and(i16x8.shr_u(odd, 2), two);
  if (kind == Q3_K) {
    const one = v128.load(LOW_BITS);
    const thirds = i16x8.shr_u(v128.load(at + rows, 64), first);
    q0 = v128.or(q0, i16x8.shl(v128.and(thirds, one), 2));
    q1 = v128.or(q1, i16x8.shl(v128.and(i16x8.shr_u(thirds, 1), one), 2));
    q2 = v128.or(q2, i16x8.shl(v128.and(i16x8.shr_u(thirds, 2), one), 2));
    q3 = v128.or(q3, i16x8.shl(v128.and(i16x8.shr_u(thirds, 3), one), 2));
  }
  let sum = addQuad(start, q0, x0, x, high);
  sum = addQuad(sum, q1, x1, x + quadBytes(), high);
  sum = addQuad(sum, q2, x2, x + 2 * quadBytes(), high);
  return addQuad(sum, q3, x3, x + 3 * quadBytes(), high);
}

/** nibbleSums of what a table says. */
// @ts-ignore: decorator
@inline
function tableSums(
  at: usize, start: v128, x: usize, x0: v128, x1: v128, x2: v128, x3: v128, x4: v128, x5: v128, x6: v128, x7: v128,
  low: v128, high: v128,
): v128 {
  const table = v128.load(E2M1_PLUS_12);
  let v = v128.load(at);
  let sum = addQuad(start, i8x16.swizzle(table, v128.and(v, low)), x0, x, high);
  let other = firstQuad(i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), x4, x + 4 * quadBytes(), high);
  v = v128.load(at, 32);
  sum = addQuad(sum, i8x16.swizzle(table, v128.and(v, low)), x1, x + quadBytes(), high);
  other = addQuad(other, i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), x5, x + 5 * quadBytes(), high);
  v = v128.load(at, 64);
  sum = addQuad(sum, i8x16.swizzle(table, v128.and(v, low)), x2, x + 2 * quadBytes(), high);
  other = addQuad(other, i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), x6, x + 6 * quadBytes(), high);
  v = v128.load(at, 96);
  sum = addQuad(sum, i8x16.swizzle(table, v128.and(v, low)), x3, x + 3 * quadBytes(), high);
  return addSums(sum, addQuad(other, i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), x7, x + 7 * quadBytes(), high));
}

/** 4 rows of a block of IQ4 as i32: eight bits with sign meet x as 16-bit pairs, in both builds. */
// @ts-ignore: decorator
@inline
function signedSums(at: usize, x: usize, low: v128, high: v128): v128 {
  const table = v128.load(NL);
  let sum = i32x4.splat(0), other = sum;
  for (const end = at + 128; at < end; at += 32) {
    const v = v128.load(at);
    sum = addPairs(sum, i8x16.swizzle(table, v128.and(v, low)), x, high);
    other = addPairs(other, i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), x + 32, high);
    x += 8;
  }
  return i32x4.shr_s(i32x4.add(sum, other), 8);
}

// @ts-ignore: decorator
@inline
function addPairs(sum: v128, q: v128, x: usize, high: v128): v128 {
  const even = i32x4.dot_i16x8_s(i16x8.shl(q, 8), v128.load32_splat(x));
  return i32x4.add(sum, i32x4.add(even, i32x4.dot_i16x8_s(v128.and(q, high), v128.load32_splat(x, 4))));
}

// @ts-ignore: decorator
@inline
function mins(kind: i32, y: usize, p: usize, end: usize, stride: usize, scale: usize, pairs: usize, blocks: i32): void {
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    const j = <usize>(block & 7);
    const d = v128.load32_splat(scale);
    const first = v128.load32_splat(pairs);
    const second = v128.load32_splat(pairs, 4);
    let to = y;
    if (kind == Q2_K) {
      const x0 = f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(first, ones)), d);
      const x1 = f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(second, ones)), d);
      for (let q = p; q < end; q += stride) {
        const m0 = halves4(q + 16, bits, power), m1 = halves4(q + 24, bits, power);
        const a = i16x8.shr_u(v128.load8x8_u(q + (j << 4), 32), 4);
        const b = i16x8.shr_u(v128.load8x8_u(q + (j << 4), 40), 4);
        subtract(
          to, f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(a))), f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(a))), x0,
        );
        subtract(
          to, f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(b))), f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(b))), x1,
        );
        to += 32;
      }
    } else {
      const x = f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(i16x8.add(first, second), ones)), d);
      const lowered = f32x4.splat(16);
      for (let q = p; q < end; q += stride) {
        let m0 = halves4(q + 16, bits, power);
        let m1 = halves4(q + 24, bits, power);
        if (kind == Q5_K) {
          const m = v128.load8x8_u(q + (j << 3), 96);
          m0 = f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(m)));
          m1 = f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(m)));
        } else {
          m0 = f32x4.neg(m0);
          m1 = f32x4.neg(m1);
        }
        if (ASC_FEATURE_RELAXED_SIMD && kind != Q4_1) {
          m0 = f32x4.sub(m0, f32x4.mul(scale0(kind, q, j, bits, power), lowered));
          m1 = f32x4.sub(m1, f32x4.mul(scale1(kind, q, j, bits, power), lowered));
        }
        subtract(to, m0, m1, x);
        to += 32;
      }
    }
    if (!isSuper(kind) || j == 7) {
      p += headBytes(kind);
      end += headBytes(kind);
    }
    scale += 4;
    pairs += 8;
  }
}

// @ts-ignore: decorator
@inline
function subtract(y: usize, m0: v128, m1: v128, x: v128): void {
  v128.store(y, madd(f32x4.neg(m0), x, v128.load(y)));
  v128.store(y, madd(f32x4.neg(m1), x, v128.load(y, 16)), 16);
}

/** Lanes 0 … 3 of eight 16-bit numbers, each twice. */
// @ts-ignore: decorator
@inline
function twice(v: v128): v128 {
  return v128.shuffle<i16>(v, v, 0, 0, 1, 1, 2, 2, 3, 3);
}

// @ts-ignore: decorator
@inline
function twiceHigh(v: v128): v128 {
  return v128.shuffle<i16>(v, v, 4, 4, 5, 5, 6, 6, 7, 7);
}
