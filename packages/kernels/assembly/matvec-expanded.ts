// y = W x for a few tokens and the commonest kinds of expanded.ts, without a detour through scratch: the loops of matvec.ts,
// with sums in the order of matmul-expanded.ts, so that a row has the same bits either way.
import { HALF_BITS, HALF_SCALE, HIGH_BYTES, LOW_NIBBLES, ONES_I16 } from "./constants";
import { clear, halves4, madd, take } from "./lanes";
import { CHUNK_I16, CHUNK_I7 } from "./matmul";
import { nibbleSums, offsetOf, q5Sums, quadBytes, quadOf, scaleInto, storeRow, widen } from "./matvec";
import { Q4_1, Q5_1, Q5_K } from "./panels";

/** As matvec, for Q4_1, Q5_1 and Q5_K. */
export function matvecExpanded(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize,
  shorts: usize, bytes: usize, scales: usize, pairs: usize, scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32,
): void {
  const acc = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const units = (panels + 3) >> 2;
  const stride = <usize>units * panelBytes;
  const blocks = K >> 5;
  const chunk = (ASC_FEATURE_RELAXED_SIMD ? CHUNK_I7 : CHUNK_I16) >> 5;
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
          const quads = ASC_FEATURE_RELAXED_SIMD ? bytes + (before << 5) : shorts + (before << 6);
          const scale = scales + (before << 2);
          const pair = pairs + (before << 3);
          switch (kind) {
            case Q4_1: someBlocks(Q4_1, acc, panel + <usize>block * 160, end + <usize>block * 160, stride, quads, scale, pair, some); break;
            case Q5_1: someBlocks(Q5_1, acc, panel + <usize>block * 192, end + <usize>block * 192, stride, quads, scale, pair, some); break;
            case Q5_K: {
              const at = <usize>(block >> 3) * 1440;
              someBlocks(Q5_K, acc, panel + at, end + at, stride, quads, scale, pair, some);
              break;
            }
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

/** y [panels][8] += blocks of panels p, p + stride … < end: all products first, then all mins. */
// @ts-ignore: decorator
@inline
function someBlocks(
  kind: i32, y: usize, p: usize, end: usize, stride: usize, x: usize, scale: usize, pairs: usize, blocks: i32,
): void {
  products(kind, y, p, end, stride, x, scale, pairs, blocks);
  mins(kind, y, p, end, stride, scale, pairs, blocks);
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
    const x0 = quadOf(x), x1 = quadOf(x + 4), x2 = quadOf(x + 8), x3 = quadOf(x + 12);
    const x4 = quadOf(x + 16), x5 = quadOf(x + 20), x6 = quadOf(x + 24), x7 = quadOf(x + 28);
    // Five bits are multiplied as if 16 smaller where sums have 16 bits; the mins make up for it.
    const start = ASC_FEATURE_RELAXED_SIMD && kind != Q4_1
      ? offsetOf(i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4)), 4, ones)
      : i32x4.splat(0);
    const d = v128.load32_splat(scale);
    const codes: usize = kind == Q5_K ? 160 + (<usize>(block & 7)) * 160 : 32;
    let to = y;
    for (let q = p; q < end; q += stride) {
      let s0 = halves4(q, bits, power);
      let s1 = halves4(q + 8, bits, power);
      if (kind == Q5_K) {
        const s = v128.load8x8_u(q + (<usize>(block & 7) << 3), 32);
        s0 = f32x4.mul(s0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(s)));
        s1 = f32x4.mul(s1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(s)));
      }
      const at = q + codes;
      let sum = kind == Q4_1
        ? nibbleSums(at, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high)
        : q5Sums(at, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high);
      scaleInto(to, widen(sum, ones), f32x4.mul(s0, d));
      sum = kind == Q4_1
        ? nibbleSums(at + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, low, high)
        : q5Sums(at + 16, start, x, x0, x1, x2, x3, x4, x5, x6, x7, high);
      scaleInto(to + 16, widen(sum, ones), f32x4.mul(s1, d));
      to += 32;
    }
    const on: usize = kind == Q4_1 ? 160 : kind == Q5_1 ? 192 : (block & 7) == 7 ? 1440 : 0;
    p += on;
    end += on;
    x += 8 * quadBytes();
    scale += 4;
    pairs += 8;
  }
}

// @ts-ignore: decorator
@inline
function mins(kind: i32, y: usize, p: usize, end: usize, stride: usize, scale: usize, pairs: usize, blocks: i32): void {
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const lowered = f32x4.splat(16);
  for (let block = 0; block < blocks; block++) {
    const total = i32x4.dot_i16x8_s(i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4)), ones);
    const x = f32x4.mul(f32x4.convert_i32x4_s(total), v128.load32_splat(scale));
    let to = y;
    for (let q = p; q < end; q += stride) {
      let m0 = halves4(q + 16, bits, power);
      let m1 = halves4(q + 24, bits, power);
      if (kind == Q5_K) {
        const m = v128.load8x8_u(q + (<usize>(block & 7) << 3), 96);
        m0 = f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(m)));
        m1 = f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(m)));
      } else {
        m0 = f32x4.neg(m0);
        m1 = f32x4.neg(m1);
      }
      if (ASC_FEATURE_RELAXED_SIMD && kind != Q4_1) {
        let s0 = halves4(q, bits, power);
        let s1 = halves4(q + 8, bits, power);
        if (kind == Q5_K) {
          const s = v128.load8x8_u(q + (<usize>(block & 7) << 3), 32);
          s0 = f32x4.mul(s0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(s)));
          s1 = f32x4.mul(s1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(s)));
        }
        m0 = f32x4.sub(m0, f32x4.mul(s0, lowered));
        m1 = f32x4.sub(m1, f32x4.mul(s1, lowered));
      }
      v128.store(to, madd(f32x4.neg(m0), x, v128.load(to)));
      v128.store(to, madd(f32x4.neg(m1), x, v128.load(to, 16)), 16);
      to += 32;
    }
    const on: usize = kind == Q4_1 ? 160 : kind == Q5_1 ? 192 : (block & 7) == 7 ? 1440 : 0;
    p += on;
    end += on;
    scale += 4;
    pairs += 8;
  }
}
