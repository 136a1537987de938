// y = W x for a few tokens. Memory is the limit here: four panels (32 rows) are walked together, because the memory
// controller serves several streams better than one (+10 to +50%), and a panel is read from memory once for all tokens.
// The loops over quads stay rolled: unrolled, V8 hoists every load and spills (0.3 x).
import { BIT_4, HALF_BITS, HALF_SCALE, HIGH_BYTES, LOW_2_BITS, LOW_NIBBLES, ONES_I16 } from "./constants";
import { brains4, clear, halves4, madd, take } from "./lanes";
import {
  BF16, F16, F32, Q4_0, Q4_K, Q4_K_BLOCK, Q4_K_HEAD, Q5_0, Q6_K, Q6_K_BLOCK, Q6_K_HEAD, Q8_0,
} from "./panels";

/**
 * y [T, N] = x [T, K] · wᵀ. Float kinds read x, quantised kinds the packed forms (tile of 1, see activations).
 * A unit of work is 4 panels; threads take `step` units at a time. Scratch of a thread: 3 x 32 f32.
 */
export function matvec(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize, x: usize,
  shorts: usize, bytes: usize, scales: usize, sums: usize, scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32,
): void {
  const acc = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const units = (panels + 3) >> 2;
  const blocks = K >> 5;
  for (let first = take(counter, step); first < units; first = take(counter, step)) {
    for (let unit = first; unit < min(units, first + step); unit++) {
      // Panels that do not exist are read as the last one, and their sums dropped.
      const p0 = w + <usize>(unit << 2) * panelBytes;
      const rest = panels - (unit << 2);
      const p1 = rest > 1 ? p0 + panelBytes : p0;
      const p2 = rest > 2 ? p1 + panelBytes : p1;
      const p3 = rest > 3 ? p2 + panelBytes : p2;
      for (let t = 0; t < T; t++) {
        clear(acc, 128);
        const quads = ASC_FEATURE_RELAXED_SIMD ? bytes + <usize>(t * K) : shorts + (<usize>(t * K) << 1);
        const scale = scales + (<usize>(t * blocks) << 2);
        const sum = sums + (<usize>(t * blocks) << 3);
        switch (kind) {
          case F32: f32x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case F16: f16x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case BF16: bf16x4panels(acc, p0, p1, p2, p3, x + (<usize>(t * K) << 2), K); break;
          case Q8_0: q8x4panels(acc, p0, p1, p2, p3, shorts + (<usize>(t * K) << 1), scale, blocks); break;
          case Q4_0: q4x4panels(acc, p0, p1, p2, p3, quads, scale, sum, blocks); break;
          case Q5_0:
            q5x2panels(acc, p0, p1, quads, scale, sum, blocks);
            q5x2panels(acc + 64, p2, p3, quads, scale, sum, blocks);
            break;
          case Q4_K: q4kx4panels(acc, p0, p1, p2, p3, quads, scale, sum, blocks); break;
          case Q6_K:
            q6kx2panels(acc, p0, p1, quads, scale, sum, blocks);
            q6kx2panels(acc + 64, p2, p3, quads, scale, sum, blocks);
            break;
          default: unreachable();
        }
        memory.copy(y + (<usize>(t * N + (unit << 5)) << 2), acc, <usize>min(32, N - (unit << 5)) << 2);
      }
    }
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

// Quantised weights. Integer products over a block of 32 k, then one scaling into y (kept in memory: the accumulators
// need the registers).
//
// Signed bytes (Q8_0) meet x as 16-bit pairs: shifting a pair of bytes left by 8, or clearing its low byte, leaves
// 256 · the even or the odd byte, and the 256 goes into the scale. Unsigned small values (nibbles …) do the same in the
// plain build; the relaxed build multiplies bytes directly, with the weights on the 7-bit side, where every engine gives
// the same result.

/** What the integer sums of small unsigned weights are multiplied by. */
// @ts-ignore: decorator
@inline
function unitShift(): i32 {
  return ASC_FEATURE_RELAXED_SIMD ? 0 : 8;
}

/** Bytes between two quads of x: bytes in the relaxed build, 16-bit values in the plain one. */
// @ts-ignore: decorator
@inline
function quadBytes(): usize {
  return ASC_FEATURE_RELAXED_SIMD ? 4 : 8;
}

/** Adds 4 rows' products of one quad. Relaxed: pairs in eight i16; plain: i32, times 256. */
// @ts-ignore: decorator
@inline
function addQuad(acc: v128, q: v128, even: v128, odd: v128, high: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.add(acc, v128.relaxed_dot<i16>(even, q));
  return i32x4.add(
    acc,
    i32x4.add(i32x4.dot_i16x8_s(i16x8.shl(q, 8), even), i32x4.dot_i16x8_s(v128.and(q, high), odd)),
  );
}

/** The same with i32 sums in both builds, for weights whose i16 sums would overflow. */
// @ts-ignore: decorator
@inline
function addQuadWide(acc: v128, q: v128, even: v128, odd: v128, high: v128, ones: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.add(acc, i32x4.dot_i16x8_s(v128.relaxed_dot<i16>(even, q), ones));
  return addQuad(acc, q, even, odd, high);
}

/** Sums of addQuad as i32. */
// @ts-ignore: decorator
@inline
function widen(acc: v128, ones: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.dot_i16x8_s(acc, ones);
  return acc;
}

// @ts-ignore: decorator
@inline
function evenOf(x: usize): v128 {
  return v128.load32_splat(x);
}

// @ts-ignore: decorator
@inline
function oddOf(x: usize): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.load32_splat(x); // not used there
  return v128.load32_splat(x, 4);
}

/** y += sum · scale */
// @ts-ignore: decorator
@inline
function scaleInto(y: usize, sum: v128, scale: v128): void {
  v128.store(y, madd(f32x4.convert_i32x4_s(sum), scale, v128.load(y)));
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
    scaleInto(y, a0, halves4(p0, bits, s));
    scaleInto(y + 16, a1, halves4(p0 + 8, bits, s));
    scaleInto(y + 32, b0, halves4(p1, bits, s));
    scaleInto(y + 48, b1, halves4(p1 + 8, bits, s));
    scaleInto(y + 64, c0, halves4(p2, bits, s));
    scaleInto(y + 80, c1, halves4(p2 + 8, bits, s));
    scaleInto(y + 96, d0, halves4(p3, bits, s));
    scaleInto(y + 112, d1, halves4(p3 + 8, bits, s));
    p0 += 272;
    p1 += 272;
    p2 += 272;
    p3 += 272;
    scale += 4;
  }
}

function q4x4panels(
  y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, scale: usize, sum: usize, blocks: i32,
): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    for (let at: usize = 16; at < 144; at += 32) {
      const even = evenOf(x);
      const odd = oddOf(x);
      const even2 = evenOf(x + 4 * quadBytes());
      const odd2 = oddOf(x + 4 * quadBytes());
      let v = v128.load(p0 + at);
      a0 = addQuad(addQuad(a0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p0 + at, 16);
      a1 = addQuad(addQuad(a1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p1 + at);
      b0 = addQuad(addQuad(b0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p1 + at, 16);
      b1 = addQuad(addQuad(b1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p2 + at);
      c0 = addQuad(addQuad(c0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p2 + at, 16);
      c1 = addQuad(addQuad(c1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p3 + at);
      d0 = addQuad(addQuad(d0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      v = v128.load(p3 + at, 16);
      d1 = addQuad(addQuad(d1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
      x += quadBytes();
    }
    x += 4 * quadBytes();
    const offset = i32x4.splat(((load<i32>(sum) + load<i32>(sum, 4)) << 3) << unitShift());
    const s = f32x4.mul(power, f32x4.splat(load<f32>(scale) * (<f32>1 / <f32>(1 << unitShift()))));
    scaleInto(y, i32x4.sub(widen(a0, ones), offset), halves4(p0, bits, s));
    scaleInto(y + 16, i32x4.sub(widen(a1, ones), offset), halves4(p0 + 8, bits, s));
    scaleInto(y + 32, i32x4.sub(widen(b0, ones), offset), halves4(p1, bits, s));
    scaleInto(y + 48, i32x4.sub(widen(b1, ones), offset), halves4(p1 + 8, bits, s));
    scaleInto(y + 64, i32x4.sub(widen(c0, ones), offset), halves4(p2, bits, s));
    scaleInto(y + 80, i32x4.sub(widen(c1, ones), offset), halves4(p2 + 8, bits, s));
    scaleInto(y + 96, i32x4.sub(widen(d0, ones), offset), halves4(p3, bits, s));
    scaleInto(y + 112, i32x4.sub(widen(d1, ones), offset), halves4(p3 + 8, bits, s));
    p0 += 144;
    p1 += 144;
    p2 += 144;
    p3 += 144;
    scale += 4;
    sum += 8;
  }
}

/** Nibbles of quad j (low) with their fifth bits: `bits` has been shifted so that quad j's are bit 4 of each byte. */
// @ts-ignore: decorator
@inline
function fiveBits(nibbles: v128, bits: v128, bit4: v128): v128 {
  return v128.or(nibbles, v128.and(bits, bit4));
}

function q5x2panels(y: usize, p0: usize, p1: usize, x: usize, scale: usize, sum: usize, blocks: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const bit4 = v128.load(BIT_4);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let block = 0; block < blocks; block++) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0;
    // Bits 4 … 7 of a byte are quads 4 … 7; moved up by 4, its bits 0 … 3 take their place. One shift right per quad
    // brings the next one to bit 4; what crosses from the neighbouring byte stays above it.
    let f0 = v128.load(p0, 144), f1 = v128.load(p0, 160), g0 = v128.load(p1, 144), g1 = v128.load(p1, 160);
    for (let at: usize = 16; at < 144; at += 32) {
      const even = evenOf(x);
      const odd = oddOf(x);
      const even2 = evenOf(x + 4 * quadBytes());
      const odd2 = oddOf(x + 4 * quadBytes());
      let v = v128.load(p0 + at);
      a0 = addQuadWide(a0, fiveBits(v128.and(v, low), i16x8.shl(f0, 4), bit4), even, odd, high, ones);
      a0 = addQuadWide(a0, fiveBits(v128.and(i16x8.shr_u(v, 4), low), f0, bit4), even2, odd2, high, ones);
      v = v128.load(p0 + at, 16);
      a1 = addQuadWide(a1, fiveBits(v128.and(v, low), i16x8.shl(f1, 4), bit4), even, odd, high, ones);
      a1 = addQuadWide(a1, fiveBits(v128.and(i16x8.shr_u(v, 4), low), f1, bit4), even2, odd2, high, ones);
      v = v128.load(p1 + at);
      b0 = addQuadWide(b0, fiveBits(v128.and(v, low), i16x8.shl(g0, 4), bit4), even, odd, high, ones);
      b0 = addQuadWide(b0, fiveBits(v128.and(i16x8.shr_u(v, 4), low), g0, bit4), even2, odd2, high, ones);
      v = v128.load(p1 + at, 16);
      b1 = addQuadWide(b1, fiveBits(v128.and(v, low), i16x8.shl(g1, 4), bit4), even, odd, high, ones);
      b1 = addQuadWide(b1, fiveBits(v128.and(i16x8.shr_u(v, 4), low), g1, bit4), even2, odd2, high, ones);
      f0 = i16x8.shr_u(f0, 1);
      f1 = i16x8.shr_u(f1, 1);
      g0 = i16x8.shr_u(g0, 1);
      g1 = i16x8.shr_u(g1, 1);
      x += quadBytes();
    }
    x += 4 * quadBytes();
    const offset = i32x4.splat(((load<i32>(sum) + load<i32>(sum, 4)) << 4) << unitShift());
    const s = f32x4.mul(power, f32x4.splat(load<f32>(scale) * (<f32>1 / <f32>(1 << unitShift()))));
    scaleInto(y, i32x4.sub(a0, offset), halves4(p0, bits, s));
    scaleInto(y + 16, i32x4.sub(a1, offset), halves4(p0 + 8, bits, s));
    scaleInto(y + 32, i32x4.sub(b0, offset), halves4(p1, bits, s));
    scaleInto(y + 48, i32x4.sub(b1, offset), halves4(p1 + 8, bits, s));
    p0 += 176;
    p1 += 176;
    scale += 4;
    sum += 8;
  }
}

/**
 * Q4_K: a block's value is d · s · q - dmin · m. Over the 8 blocks of a super-block the sums Σ dx · s · (q · x) and
 * Σ dx · m · Σx are kept apart in scratch behind y (y + 128, y + 256); d and dmin come once at the end.
 */
function q4kx4panels(
  y: usize, p0: usize, p1: usize, p2: usize, p3: usize, x: usize, scale: usize, sum: usize, blocks: i32,
): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  for (let whole = 0; whole < blocks; whole += 8) {
    clear(y + 128, 256);
    let q0 = p0 + Q4_K_HEAD, q1 = p1 + Q4_K_HEAD, q2 = p2 + Q4_K_HEAD, q3 = p3 + Q4_K_HEAD;
    for (let block = 0; block < 8; block++) {
      let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
      for (let at: usize = 16; at < 144; at += 32) {
        const even = evenOf(x);
        const odd = oddOf(x);
        const even2 = evenOf(x + 4 * quadBytes());
        const odd2 = oddOf(x + 4 * quadBytes());
        let v = v128.load(q0 + at);
        a0 = addQuad(addQuad(a0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q0 + at, 16);
        a1 = addQuad(addQuad(a1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q1 + at);
        b0 = addQuad(addQuad(b0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q1 + at, 16);
        b1 = addQuad(addQuad(b1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q2 + at);
        c0 = addQuad(addQuad(c0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q2 + at, 16);
        c1 = addQuad(addQuad(c1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q3 + at);
        d0 = addQuad(addQuad(d0, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        v = v128.load(q3 + at, 16);
        d1 = addQuad(addQuad(d1, v128.and(v, low), even, odd, high), v128.and(i16x8.shr_u(v, 4), low), even2, odd2, high);
        x += quadBytes();
      }
      x += 4 * quadBytes();
      const dx = load<f32>(scale);
      const s = f32x4.splat(dx * (<f32>1 / <f32>(1 << unitShift())));
      const offset = f32x4.splat(dx * <f32>(load<i32>(sum) + load<i32>(sum, 4)));
      scaleQ4K(y, q0, widen(a0, ones), widen(a1, ones), s, offset);
      scaleQ4K(y + 32, q1, widen(b0, ones), widen(b1, ones), s, offset);
      scaleQ4K(y + 64, q2, widen(c0, ones), widen(c1, ones), s, offset);
      scaleQ4K(y + 96, q3, widen(d0, ones), widen(d1, ones), s, offset);
      q0 += Q4_K_BLOCK;
      q1 += Q4_K_BLOCK;
      q2 += Q4_K_BLOCK;
      q3 += Q4_K_BLOCK;
      scale += 4;
      sum += 8;
    }
    finishQ4K(y, p0);
    finishQ4K(y + 32, p1);
    finishQ4K(y + 64, p2);
    finishQ4K(y + 96, p3);
    p0 = q0;
    p1 = q1;
    p2 = q2;
    p3 = q3;
  }
}

// @ts-ignore: decorator
@inline
function scaleQ4K(y: usize, head: usize, first: v128, second: v128, s: v128, offset: v128): void {
  const scales = v128.load8x8_u(head);
  const mins = v128.load8x8_u(head, 8);
  scaleInto(y + 128, i32x4.mul(first, i32x4.extend_low_i16x8_u(scales)), s);
  scaleInto(y + 144, i32x4.mul(second, i32x4.extend_high_i16x8_u(scales)), s);
  scaleInto(y + 256, i32x4.extend_low_i16x8_u(mins), offset);
  scaleInto(y + 272, i32x4.extend_high_i16x8_u(mins), offset);
}

// @ts-ignore: decorator
@inline
function finishQ4K(y: usize, head: usize): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let i: usize = 0; i < 2; i++) {
    const at = y + (i << 4);
    const d = halves4(head + (i << 3), bits, power);
    const least = halves4(head + 16 + (i << 3), bits, power);
    v128.store(at, f32x4.sub(madd(d, v128.load(at, 128), v128.load(at)), f32x4.mul(least, v128.load(at, 256))));
  }
}

/** Q6_K: a half block's value is d · s · (q - 32). Σ dx · (s · products) is kept at y + 128, d comes at the end. */
function q6kx2panels(y: usize, p0: usize, p1: usize, x: usize, scale: usize, sum: usize, blocks: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const high = v128.load(HIGH_BYTES);
  const ones = v128.load(ONES_I16);
  const two = v128.load(LOW_2_BITS);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  for (let whole = 0; whole < blocks; whole += 8) {
    clear(y + 128, 64);
    let q0 = p0 + Q6_K_HEAD, q1 = p1 + Q6_K_HEAD;
    for (let block: usize = 0; block < 8; block++) {
      q6kPanel(y, q0, p0 + 16 + (block << 4), x, scale, sum, low, high, ones, two);
      q6kPanel(y + 32, q1, p1 + 16 + (block << 4), x, scale, sum, low, high, ones, two);
      x += 8 * quadBytes();
      q0 += Q6_K_BLOCK;
      q1 += Q6_K_BLOCK;
      scale += 4;
      sum += 8;
    }
    for (let i: usize = 0; i < 2; i++) {
      let at = y + (i << 4);
      v128.store(at, madd(halves4(p0 + (i << 3), bits, power), v128.load(at, 128), v128.load(at)));
      at += 32;
      v128.store(at, madd(halves4(p1 + (i << 3), bits, power), v128.load(at, 128), v128.load(at)));
    }
    p0 = q0;
    p1 = q1;
  }
}

// @ts-ignore: decorator
@inline
function sixBits(nibbles: v128, tops: v128, two: v128): v128 {
  return v128.or(nibbles, i16x8.shl(v128.and(tops, two), 4));
}

// @ts-ignore: decorator
@inline
function q6kPanel(
  y: usize, q: usize, subScales: usize, x: usize, scale: usize, sum: usize, low: v128, high: v128, ones: v128, two: v128,
): void {
  // a: first half block (low nibbles), b: second (high nibbles); 0, 1: rows 0 … 3 and 4 … 7
  let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0;
  let s0 = v128.load(q, 128), s1 = v128.load(q, 144), t0 = v128.load(q, 160), t1 = v128.load(q, 176);
  for (let at: usize = 0; at < 128; at += 32) {
    const even = evenOf(x);
    const odd = oddOf(x);
    const even2 = evenOf(x + 4 * quadBytes());
    const odd2 = oddOf(x + 4 * quadBytes());
    let v = v128.load(q + at);
    a0 = addQuadWide(a0, sixBits(v128.and(v, low), s0, two), even, odd, high, ones);
    b0 = addQuadWide(b0, sixBits(v128.and(i16x8.shr_u(v, 4), low), t0, two), even2, odd2, high, ones);
    v = v128.load(q + at, 16);
    a1 = addQuadWide(a1, sixBits(v128.and(v, low), s1, two), even, odd, high, ones);
    b1 = addQuadWide(b1, sixBits(v128.and(i16x8.shr_u(v, 4), low), t1, two), even2, odd2, high, ones);
    s0 = i16x8.shr_u(s0, 2);
    s1 = i16x8.shr_u(s1, 2);
    t0 = i16x8.shr_u(t0, 2);
    t1 = i16x8.shr_u(t1, 2);
    x += quadBytes();
  }
  const offsetA = i32x4.splat((load<i32>(sum) << 5) << unitShift());
  const offsetB = i32x4.splat((load<i32>(sum, 4) << 5) << unitShift());
  const scalesA = v128.load8x8_s(subScales);
  const scalesB = v128.load8x8_s(subScales, 8);
  // In the plain build sums are 256 · larger: 127 · 32 · 127 · 16 · 256 would not fit, so they come down first (exact).
  const s = f32x4.splat(load<f32>(scale));
  scaleInto(
    y + 128,
    i32x4.add(
      i32x4.mul(i32x4.shr_s(i32x4.sub(a0, offsetA), unitShift()), i32x4.extend_low_i16x8_s(scalesA)),
      i32x4.mul(i32x4.shr_s(i32x4.sub(b0, offsetB), unitShift()), i32x4.extend_low_i16x8_s(scalesB)),
    ),
    s,
  );
  scaleInto(
    y + 144,
    i32x4.add(
      i32x4.mul(i32x4.shr_s(i32x4.sub(a1, offsetA), unitShift()), i32x4.extend_high_i16x8_s(scalesA)),
      i32x4.mul(i32x4.shr_s(i32x4.sub(b1, offsetB), unitShift()), i32x4.extend_high_i16x8_s(scalesB)),
    ),
    s,
  );
}
