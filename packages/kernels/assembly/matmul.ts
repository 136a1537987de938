// Y = X Wᵀ for many tokens. A panel (8 rows) is expanded for 1024 or 512 k at a time into 16 KB that stay in L1, once for
// up to 128 tokens; then tiles of 8 rows x 4 tokens run over it with 8 accumulators.
import {
  BIT_2, BITS_2_AND_3, BITS_2_TO_4, BITS_4_AND_5, F8_BITS, F8_SCALE, HALF_BITS, HALF_SCALE, LOW_2_BITS, LOW_5_BITS, LOW_6_BITS, LOW_NIBBLES,
  ONES_I16,
} from "./constants";
import { brains4, clear, eights4, halves4, madd, take } from "./lanes";
import {
  BF16, F16, F32, F8, F8_HEAD, Q4_0, Q4_0_BLOCK, Q4_K, Q4_K_BLOCK, Q4_K_HEAD, Q4_K_SUPER, Q5_0, Q5_0_BLOCK, Q6_K, Q6_K_BLOCK,
  Q6_K_HEAD, Q6_K_SUPER, Q8_0, Q8_0_BLOCK,
} from "./panels";
import { finishQ4K, scalePair } from "./matvec";
import { rowValues } from "./rows";

/** Tokens that share one expansion. */
export const GROUP: i32 = 128;
/** k per expansion: to f32, to i16, and to bytes. */
const CHUNK_F32: i32 = 512;
export const CHUNK_I16: i32 = 1024;
export const CHUNK_I7: i32 = 2048;

// Scratch of a thread: [128][8] f32 sums, 16 KB expanded weights, [64][8] f32 scales, [64][8] f32 mins
// (or 128 x 8 pairs of scales), 256 B for a block, [4][8] f32 for a super-block.
export const EXPANDED: usize = 4096;
export const SCALES: usize = EXPANDED + 16384;
export const MINS: usize = SCALES + 2048;
export const BYTES: usize = MINS + 4096;
const SUPER_SUMS: usize = BYTES + 256;

/**
 * y [T, N] = x [T, K] · wᵀ with float activations, any kind of weights.
 * @param x packed by packF32. Threads take `step` panels of one group of tokens at a time.
 */
export function matmulF32(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize, x: usize,
  scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32,
): void {
  const sums = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const perGroup = (panels + step - 1) / step;
  const units = perGroup * ((T + GROUP - 1) / GROUP);
  for (let unit = take(counter, 1); unit < units; unit = take(counter, 1)) {
    const token = (unit / perGroup) * GROUP;
    const tokens = min(GROUP, T - token);
    const tiles = (tokens + 3) >> 2;
    const first = (unit % perGroup) * step;
    for (let panel = first; panel < min(panels, first + step); panel++) {
      const from = w + <usize>panel * panelBytes;
      clear(sums, <usize>tiles << 7);
      for (let k = 0; k < K; k += CHUNK_F32) {
        const count = min(CHUNK_F32, K - k);
        const weights = kind == F32 ? from + (<usize>k << 5) : expandF32(kind, sums + EXPANDED, from, k, count);
        for (let tile = 0; tile < tiles; tile++) {
          const at = x + ((<usize>((token >> 2) + tile) * K + k) << 4);
          tileF32(sums + (<usize>tile << 7), weights, at, count);
        }
      }
      storeRows(y, sums, token, tokens, panel << 3, N);
    }
  }
}

/** y [T, N] = x [T, K] · wᵀ with int8 activations, quantised kinds. x as packI8 leaves it, tiles of 4. */
export function matmulI8(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize,
  shorts: usize, bytes: usize, scales: usize, xPairs: usize, totals: usize, scratch: usize, scratchBytes: i32,
  T: i32, N: i32, K: i32,
): void {
  const sums = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const perGroup = (panels + step - 1) / step;
  const units = perGroup * ((T + GROUP - 1) / GROUP);
  const blocks = K >> 5;
  // Six bits and less fit byte products, which only the relaxed build has: half the instructions.
  const small = ASC_FEATURE_RELAXED_SIMD && kind != Q8_0;
  const chunk = small ? CHUNK_I7 : CHUNK_I16;
  const offset: i16 = kind == Q4_0 ? 8 : kind == Q5_0 ? 16 : 0;
  for (let unit = take(counter, 1); unit < units; unit = take(counter, 1)) {
    const token = (unit / perGroup) * GROUP;
    const tokens = min(GROUP, T - token);
    const tiles = (tokens + 3) >> 2;
    const first = (unit % perGroup) * step;
    for (let panel = first; panel < min(panels, first + step); panel++) {
      const from = w + <usize>panel * panelBytes;
      clear(sums, <usize>tiles << 7);
      for (let k = 0; k < K; k += chunk) {
        const block = k >> 5;
        const count = min(chunk, K - k) >> 5;
        if (small) expandI7(kind, sums, from, block, count);
        else expandI16(kind, sums, from, block, count);
        for (let tile = 0; tile < tiles; tile++) {
          const unitAt = <usize>((token >> 2) + tile) * blocks + block; // blocks before this one, of 4 tokens each
          const out = sums + (<usize>tile << 7);
          const xScales = scales + (unitAt << 4);
          const pairs = xPairs + (unitAt << 5);
          if (kind == Q4_K || kind == Q6_K) {
            const values = small ? bytes + (unitAt << 7) : shorts + (unitAt << 8);
            tileK(kind, out, sums, from, block, values, xScales, pairs, totals + (unitAt << 4), count);
          } else if (small) tileI7(out, sums + EXPANDED, sums + SCALES, bytes + (unitAt << 7), xScales, pairs, count, offset);
          else tileI16(out, sums + EXPANDED, sums + SCALES, shorts + (unitAt << 8), xScales, count);
        }
      }
      storeRows(y, sums, token, tokens, panel << 3, N);
    }
  }
}

/** The [tokens][8] sums of a panel to y, without rows beyond N. */
export function storeRows(y: usize, sums: usize, token: i32, tokens: i32, row: i32, N: i32): void {
  let to = y + (<usize>(token * N + row) << 2);
  const rows = min(8, N - row);
  for (let t = 0; t < tokens; t++) {
    if (rows == 8) {
      v128.store(to, v128.load(sums));
      v128.store(to, v128.load(sums, 16), 16);
    } else {
      for (let r = 0; r < rows; r++) store<f32>(to + (r << 2), load<f32>(sums + (r << 2)));
    }
    to += <usize>N << 2;
    sums += 32;
  }
}

/** sums [4][8] += x [count][4] · w [count][8]. One k per step: four already cost 8%. */
function tileF32(sums: usize, w: usize, x: usize, count: i32): void {
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), b0 = v128.load(sums, 32), b1 = v128.load(sums, 48);
  let c0 = v128.load(sums, 64), c1 = v128.load(sums, 80), d0 = v128.load(sums, 96), d1 = v128.load(sums, 112);
  for (let k = 0; k < count; k++) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    let v = v128.load32_splat(x);
    a0 = madd(w0, v, a0);
    a1 = madd(w1, v, a1);
    v = v128.load32_splat(x, 4);
    b0 = madd(w0, v, b0);
    b1 = madd(w1, v, b1);
    v = v128.load32_splat(x, 8);
    c0 = madd(w0, v, c0);
    c1 = madd(w1, v, c1);
    v = v128.load32_splat(x, 12);
    d0 = madd(w0, v, d0);
    d1 = madd(w1, v, d1);
    w += 32;
    x += 16;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, b0, 32);
  v128.store(sums, b1, 48);
  v128.store(sums, c0, 64);
  v128.store(sums, c1, 80);
  v128.store(sums, d0, 96);
  v128.store(sums, d1, 112);
}

/**
 * sums [4][8] += over blocks: scale [8] · xScale [4] · Σ w · x.
 * @param w [blocks][16 pairs of k][8 rows][2] i16; x the same pairs for 4 tokens
 */
export function tileI16(sums: usize, w: usize, scales: usize, x: usize, xScales: usize, blocks: i32): void {
  for (let block = 0; block < blocks; block++) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    for (const end = w + 512; w < end; w += 64) {
      // A quad of k: pairs (0, 2) of the four tokens' 8 bytes each, then pairs (1, 3).
      let w0 = v128.load(w);
      let w1 = v128.load(w, 16);
      let v = v128.load32_splat(x);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w0, v));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 8);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w0, v));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 16);
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(w0, v));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 24);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(w0, v));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(w1, v));
      w0 = v128.load(w, 32);
      w1 = v128.load(w, 48);
      v = v128.load32_splat(x, 4);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w0, v));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 12);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w0, v));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 20);
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(w0, v));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(w1, v));
      v = v128.load32_splat(x, 28);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(w0, v));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(w1, v));
      x += 32;
    }
    const s0 = v128.load(scales);
    const s1 = v128.load(scales, 16);
    let d = v128.load32_splat(xScales);
    scalePair(sums, a0, a1, f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 4);
    scalePair(sums + 32, b0, b1, f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 8);
    scalePair(sums + 64, c0, c1, f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 12);
    scalePair(sums + 96, d0, d1, f32x4.mul(s0, d), f32x4.mul(s1, d));
    scales += 32;
    xScales += 16;
  }
}

/**
 * The same for small unsigned weights: w [blocks][8 quads][8 rows][4] u7, x [8 quads][4 tokens][4] i8. Products are added
 * in 16 bits over a block, starting from -offset · Σx (see matvec.ts).
 */
export function tileI7(
  sums: usize, w: usize, scales: usize, x: usize, xScales: usize, pairs: usize, blocks: i32, offset: i16,
): void {
  const ones = v128.load(ONES_I16);
  const minus = i16x8.splat(-offset);
  for (let block = 0; block < blocks; block++) {
    const start = i16x8.mul(i16x8.add(v128.load(pairs), v128.load(pairs, 16)), minus);
    let a0 = v128.shuffle<i32>(start, start, 0, 0, 0, 0), b0 = v128.shuffle<i32>(start, start, 1, 1, 1, 1);
    let c0 = v128.shuffle<i32>(start, start, 2, 2, 2, 2), d0 = v128.shuffle<i32>(start, start, 3, 3, 3, 3);
    let a1 = a0, b1 = b0, c1 = c0, d1 = d0;
    for (const end = w + 256; w < end; w += 32) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let v = v128.load32_splat(x);
      a0 = addBytes(a0, v, w0);
      a1 = addBytes(a1, v, w1);
      v = v128.load32_splat(x, 4);
      b0 = addBytes(b0, v, w0);
      b1 = addBytes(b1, v, w1);
      v = v128.load32_splat(x, 8);
      c0 = addBytes(c0, v, w0);
      c1 = addBytes(c1, v, w1);
      v = v128.load32_splat(x, 12);
      d0 = addBytes(d0, v, w0);
      d1 = addBytes(d1, v, w1);
      x += 16;
    }
    const s0 = v128.load(scales);
    const s1 = v128.load(scales, 16);
    let d = v128.load32_splat(xScales);
    scalePair(sums, i32x4.dot_i16x8_s(a0, ones), i32x4.dot_i16x8_s(a1, ones), f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 4);
    scalePair(sums + 32, i32x4.dot_i16x8_s(b0, ones), i32x4.dot_i16x8_s(b1, ones), f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 8);
    scalePair(sums + 64, i32x4.dot_i16x8_s(c0, ones), i32x4.dot_i16x8_s(c1, ones), f32x4.mul(s0, d), f32x4.mul(s1, d));
    d = v128.load32_splat(xScales, 12);
    scalePair(sums + 96, i32x4.dot_i16x8_s(d0, ones), i32x4.dot_i16x8_s(d1, ones), f32x4.mul(s0, d), f32x4.mul(s1, d));
    scales += 32;
    xScales += 16;
    pairs += 32;
  }
}

/**
 * sums [4][8] += the super-blocks of Q4_K and Q6_K. As matvec.ts does it, so that a row has the same bits either way:
 * Σ xScale · (s · products) over the 8 blocks of a super-block first, then d and, for Q4_K, the mins.
 * @param x bytes (relaxed build) or 16-bit pairs of 4 tokens, from `block` on
 */
function tileK(
  kind: i32, sums: usize, scratch: usize, panel: usize, block: i32, x: usize, xScales: usize, pairs: usize, totals: usize,
  blocks: i32,
): void {
  const acc = scratch + SUPER_SUMS;
  let whole = panel + <usize>(block >> 3) * (kind == Q4_K ? Q4_K_SUPER : Q6_K_SUPER);
  let w = scratch + EXPANDED;
  let by = scratch + (kind == Q4_K ? SCALES : MINS);
  let mins = scratch + MINS;
  for (let b = 0; b < blocks; b += 8) {
    clear(acc, 128);
    if (!ASC_FEATURE_RELAXED_SIMD) {
      tileI16(acc, w, scratch + SCALES, x, xScales, 8); // the scales are in the weights, these are ones
      w += 8 * 512;
      x += 8 * 256;
    } else {
      if (kind == Q4_K) tileI4(acc, w, by, x, xScales);
      else tileI6(acc, w, by, x, xScales, pairs, scratch + BYTES);
      by += kind == Q4_K ? 8 * 32 : 8 * 64;
      w += 8 * 256;
      x += 8 * 128;
    }
    if (kind == Q4_K) finishTileQ4K(sums, acc, whole, mins, totals);
    else finishTileQ6K(sums, acc, whole);
    mins += 8 * 32;
    totals += 8 * 16;
    whole += kind == Q4_K ? Q4_K_SUPER : Q6_K_SUPER;
    xScales += 8 * 16;
    pairs += 8 * 32;
  }
}

/** acc [4][8] += over 8 blocks: xScale [4] · Σ s · w · x, w as for tileI7, `by` [8 blocks][8 rows][2] i16 (each scale twice). */
function tileI4(acc: usize, w: usize, by: usize, x: usize, xScales: usize): void {
  for (let block = 0; block < 8; block++) {
    let a0 = i16x8.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    for (const end = w + 256; w < end; w += 32) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let v = v128.load32_splat(x);
      a0 = addBytes(a0, v, w0);
      a1 = addBytes(a1, v, w1);
      v = v128.load32_splat(x, 4);
      b0 = addBytes(b0, v, w0);
      b1 = addBytes(b1, v, w1);
      v = v128.load32_splat(x, 8);
      c0 = addBytes(c0, v, w0);
      c1 = addBytes(c1, v, w1);
      v = v128.load32_splat(x, 12);
      d0 = addBytes(d0, v, w0);
      d1 = addBytes(d1, v, w1);
      x += 16;
    }
    const s0 = v128.load(by);
    const s1 = v128.load(by, 16);
    scaleTile(
      acc, i32x4.dot_i16x8_s(a0, s0), i32x4.dot_i16x8_s(a1, s1), i32x4.dot_i16x8_s(b0, s0), i32x4.dot_i16x8_s(b1, s1),
      i32x4.dot_i16x8_s(c0, s0), i32x4.dot_i16x8_s(c1, s1), i32x4.dot_i16x8_s(d0, s0), i32x4.dot_i16x8_s(d1, s1), xScales,
    );
    by += 32;
    xScales += 16;
  }
}

/** acc [4][8] += xScale [4] · sums */
// @ts-ignore: decorator
@inline
function scaleTile(
  acc: usize, a0: v128, a1: v128, b0: v128, b1: v128, c0: v128, c1: v128, d0: v128, d1: v128, xScales: usize,
): void {
  let d = v128.load32_splat(xScales);
  scalePair(acc, a0, a1, d, d);
  d = v128.load32_splat(xScales, 4);
  scalePair(acc + 32, b0, b1, d, d);
  d = v128.load32_splat(xScales, 8);
  scalePair(acc + 64, c0, c1, d, d);
  d = v128.load32_splat(xScales, 12);
  scalePair(acc + 96, d0, d1, d, d);
}

/** sums [4][8] of a super-block as matvec.ts does it. @param mins [8 blocks][8] f32, totals [8 blocks][4] */
function finishTileQ4K(sums: usize, acc: usize, head: usize, mins: usize, totals: usize): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (const end = mins + 256; mins < end; mins += 32) {
    const m0 = v128.load(mins);
    const m1 = v128.load(mins, 16);
    let total = v128.load32_splat(totals);
    a0 = madd(m0, total, a0);
    a1 = madd(m1, total, a1);
    total = v128.load32_splat(totals, 4);
    b0 = madd(m0, total, b0);
    b1 = madd(m1, total, b1);
    total = v128.load32_splat(totals, 8);
    c0 = madd(m0, total, c0);
    c1 = madd(m1, total, c1);
    total = v128.load32_splat(totals, 12);
    d0 = madd(m0, total, d0);
    d1 = madd(m1, total, d1);
    totals += 16;
  }
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const d = halves4(head, bits, power), e = halves4(head + 8, bits, power);
  const dmin = halves4(head + 16, bits, power), emin = halves4(head + 24, bits, power);
  finishQ4K(sums, acc, d, e, a0, a1, dmin, emin);
  finishQ4K(sums + 32, acc + 32, d, e, b0, b1, dmin, emin);
  finishQ4K(sums + 64, acc + 64, d, e, c0, c1, dmin, emin);
  finishQ4K(sums + 96, acc + 96, d, e, d0, d1, dmin, emin);
}

/** sums [4][8] += d · acc */
function finishTileQ6K(sums: usize, acc: usize, head: usize): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const d0 = halves4(head, bits, power), d1 = halves4(head + 8, bits, power);
  for (let token = 0; token < 4; token++) {
    const first = madd(d0, v128.load(acc), v128.load(sums));
    const second = madd(d1, v128.load(acc, 16), v128.load(sums, 16));
    v128.store(sums, first);
    v128.store(sums, second, 16);
    acc += 32;
    sums += 32;
  }
}

/**
 * The same for Q6_K, whose scales change every 16 k: w [8 blocks][2][4 quads][8 rows][4] u7, `by` [8 blocks][2][8 rows][2]
 * i16 (each scale twice). The halves of a block meet as integers.
 * @param partial 128 B of scratch
 */
function tileI6(
  acc: usize, w: usize, by: usize, x: usize, xScales: usize, pairs: usize, partial: usize,
): void {
  const minus = i16x8.splat(-32);
  for (let block = 0; block < 8; block++) {
    let start = i16x8.mul(v128.load(pairs), minus);
    let a0 = v128.shuffle<i32>(start, start, 0, 0, 0, 0), b0 = v128.shuffle<i32>(start, start, 1, 1, 1, 1);
    let c0 = v128.shuffle<i32>(start, start, 2, 2, 2, 2), d0 = v128.shuffle<i32>(start, start, 3, 3, 3, 3);
    let a1 = a0, b1 = b0, c1 = c0, d1 = d0;
    for (const end = w + 128; w < end; w += 32) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let v = v128.load32_splat(x);
      a0 = addBytes(a0, v, w0);
      a1 = addBytes(a1, v, w1);
      v = v128.load32_splat(x, 4);
      b0 = addBytes(b0, v, w0);
      b1 = addBytes(b1, v, w1);
      v = v128.load32_splat(x, 8);
      c0 = addBytes(c0, v, w0);
      c1 = addBytes(c1, v, w1);
      v = v128.load32_splat(x, 12);
      d0 = addBytes(d0, v, w0);
      d1 = addBytes(d1, v, w1);
      x += 16;
    }
    let s0 = v128.load(by);
    let s1 = v128.load(by, 16);
    v128.store(partial, i32x4.dot_i16x8_s(a0, s0));
    v128.store(partial, i32x4.dot_i16x8_s(a1, s1), 16);
    v128.store(partial, i32x4.dot_i16x8_s(b0, s0), 32);
    v128.store(partial, i32x4.dot_i16x8_s(b1, s1), 48);
    v128.store(partial, i32x4.dot_i16x8_s(c0, s0), 64);
    v128.store(partial, i32x4.dot_i16x8_s(c1, s1), 80);
    v128.store(partial, i32x4.dot_i16x8_s(d0, s0), 96);
    v128.store(partial, i32x4.dot_i16x8_s(d1, s1), 112);
    start = i16x8.mul(v128.load(pairs, 16), minus);
    a0 = v128.shuffle<i32>(start, start, 0, 0, 0, 0);
    b0 = v128.shuffle<i32>(start, start, 1, 1, 1, 1);
    c0 = v128.shuffle<i32>(start, start, 2, 2, 2, 2);
    d0 = v128.shuffle<i32>(start, start, 3, 3, 3, 3);
    a1 = a0;
    b1 = b0;
    c1 = c0;
    d1 = d0;
    for (const end = w + 128; w < end; w += 32) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let v = v128.load32_splat(x);
      a0 = addBytes(a0, v, w0);
      a1 = addBytes(a1, v, w1);
      v = v128.load32_splat(x, 4);
      b0 = addBytes(b0, v, w0);
      b1 = addBytes(b1, v, w1);
      v = v128.load32_splat(x, 8);
      c0 = addBytes(c0, v, w0);
      c1 = addBytes(c1, v, w1);
      v = v128.load32_splat(x, 12);
      d0 = addBytes(d0, v, w0);
      d1 = addBytes(d1, v, w1);
      x += 16;
    }
    s0 = v128.load(by, 32);
    s1 = v128.load(by, 48);
    a0 = i32x4.add(i32x4.dot_i16x8_s(a0, s0), v128.load(partial));
    a1 = i32x4.add(i32x4.dot_i16x8_s(a1, s1), v128.load(partial, 16));
    b0 = i32x4.add(i32x4.dot_i16x8_s(b0, s0), v128.load(partial, 32));
    b1 = i32x4.add(i32x4.dot_i16x8_s(b1, s1), v128.load(partial, 48));
    c0 = i32x4.add(i32x4.dot_i16x8_s(c0, s0), v128.load(partial, 64));
    c1 = i32x4.add(i32x4.dot_i16x8_s(c1, s1), v128.load(partial, 80));
    d0 = i32x4.add(i32x4.dot_i16x8_s(d0, s0), v128.load(partial, 96));
    d1 = i32x4.add(i32x4.dot_i16x8_s(d1, s1), v128.load(partial, 112));
    scaleTile(acc, a0, a1, b0, b1, c0, c1, d0, d1, xScales);
    by += 64;
    xScales += 16;
    pairs += 32;
  }
}

// @ts-ignore: decorator
@inline
function addBytes(acc: v128, x: v128, w: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.add(acc, v128.relaxed_dot<i16>(x, w));
  return acc; // never called in the plain build
}

/** Weights of a panel as f32 [count][8]; returns `out`. */
function expandF32(kind: i32, out: usize, panel: usize, k: i32, count: i32): usize {
  if (kind == F16) {
    const bits = v128.load(HALF_BITS);
    const power = v128.load(HALF_SCALE);
    let from = panel + (<usize>k << 4);
    for (let i: usize = 0; i < <usize>count << 5; i += 32) {
      v128.store(out + i, halves4(from, bits, power));
      v128.store(out + i, halves4(from + 8, bits, power), 16);
      from += 16;
    }
  } else if (kind == BF16) {
    let from = panel + (<usize>k << 4);
    for (let i: usize = 0; i < <usize>count << 5; i += 32) {
      v128.store(out + i, brains4(from));
      v128.store(out + i, brains4(from + 8), 16);
      from += 16;
    }
  } else if (kind == F8) {
    expandF8(out, panel, k, count);
  } else {
    for (let r = 0; r < 8; r++) rowValues(kind, out + (r << 2), 32, panel, r, k, count);
  }
  return out;
}

function expandF8(out: usize, panel: usize, k: i32, count: i32): void {
  const bits = v128.load(F8_BITS);
  const power = v128.load(F8_SCALE);
  const cols = load<i32>(panel);
  let from = panel + load<u32>(panel, 4) + (<usize>k << 3);
  for (const end = k + count; k < end; ) {
    const scale = panel + F8_HEAD + (<usize>(k / cols) << 5);
    const s0 = v128.load(scale);
    const s1 = v128.load(scale, 16);
    for (const stop = min(end, (k / cols + 1) * cols); k < stop; k++) {
      const v = v128.load8x8_s(from);
      v128.store(out, f32x4.mul(eights4(i32x4.extend_low_i16x8_s(v), bits, power), s0));
      v128.store(out, f32x4.mul(eights4(i32x4.extend_high_i16x8_s(v), bits, power), s1), 16);
      from += 8;
      out += 32;
    }
  }
}

/**
 * Blocks of a panel as unsigned bytes (tileI7's order) with their scales in a thread's scratch: f32, or for Q4_K and Q6_K the
 * integer ones, each twice as i16.
 */
function expandI7(kind: i32, scratch: usize, panel: usize, block: i32, count: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  let out = scratch + EXPANDED;
  let scales = scratch + SCALES;
  let pairsOfScales = scratch + MINS;
  for (let b = block; b < block + count; b++) {
    if (kind == Q5_0) {
      const at = panel + <usize>b * Q5_0_BLOCK;
      storeScales(scales, at, bits, power);
      fiveBits(out, at + 16);
      fiveBits(out + 16, at + 32);
    } else if (kind == Q6_K) {
      const whole = panel + <usize>(b >> 3) * Q6_K_SUPER;
      const at = whole + Q6_K_HEAD + <usize>(b & 7) * Q6_K_BLOCK;
      for (let half: usize = 0; half < 2; half++) {
        const by = v128.load8x8_s(whole + 16 + (<usize>(b & 7) << 4) + (half << 3));
        v128.store(pairsOfScales + (half << 5), v128.shuffle<i16>(by, by, 0, 0, 1, 1, 2, 2, 3, 3));
        v128.store(pairsOfScales + (half << 5), v128.shuffle<i16>(by, by, 4, 4, 5, 5, 6, 6, 7, 7), 16);
        sixBits(out + (half << 7), at + half * 96);
        sixBits(out + (half << 7) + 16, at + half * 96 + 16);
      }
      pairsOfScales += 64;
    } else {
      let at: usize;
      if (kind == Q4_K) {
        const whole = panel + <usize>(b >> 3) * Q4_K_SUPER;
        const by = v128.load8x8_u(whole + (<usize>(b & 7) << 3), 32);
        v128.store(scales, v128.shuffle<i16>(by, by, 0, 0, 1, 1, 2, 2, 3, 3));
        v128.store(scales, v128.shuffle<i16>(by, by, 4, 4, 5, 5, 6, 6, 7, 7), 16);
        storeMins(scratch + MINS + (<usize>(b - block) << 5), whole + (<usize>(b & 7) << 3));
        at = whole + Q4_K_HEAD + <usize>(b & 7) * Q4_K_BLOCK;
      } else {
        at = panel + <usize>b * Q4_0_BLOCK;
        storeScales(scales, at, bits, power);
        at += 16;
      }
      for (let i: usize = 0; i < 128; i += 16) {
        const v = v128.load(at + i);
        v128.store(out + i, v128.and(v, low));
        v128.store(out + i, v128.and(i16x8.shr_u(v, 4), low), 128);
      }
    }
    out += 256;
    scales += 32;
  }
}

/** 4 rows of a block of Q5_0: eight quads as bytes, 32 apart, from five vectors 32 apart (panels.ts). */
export function fiveBits(out: usize, at: usize): void {
  const low5 = v128.load(LOW_5_BITS), top3 = v128.load(BITS_2_TO_4), two = v128.load(LOW_2_BITS), bit2 = v128.load(BIT_2);
  const a = v128.load(at), b = v128.load(at, 32), c = v128.load(at, 64), d = v128.load(at, 96), e = v128.load(at, 128);
  const d5 = i16x8.shr_u(d, 5);
  const e5 = i16x8.shr_u(e, 5);
  v128.store(out, v128.and(a, low5));
  v128.store(out, v128.and(b, low5), 32);
  v128.store(out, v128.and(c, low5), 64);
  v128.store(out, v128.and(d, low5), 96);
  v128.store(out, v128.and(e, low5), 128);
  v128.store(out, v128.or(v128.and(i16x8.shr_u(a, 3), top3), v128.and(d5, two)), 160);
  v128.store(out, v128.or(v128.and(i16x8.shr_u(b, 3), top3), v128.and(e5, two)), 192);
  const last = i16x8.shr_u(v128.or(i16x8.shr_u(v128.and(d5, bit2), 1), v128.and(e5, bit2)), 1);
  v128.store(out, v128.or(v128.and(i16x8.shr_u(c, 3), top3), last), 224);
}

/**
 * Blocks of a panel as i16 pairs (tileI16's order) with f32 scales in a thread's scratch. For Q4_K and Q6_K the integer
 * scales go into the values (at most 15 · 63 and 127 · 32, far inside 16 bits) and ones stay for the f32 ones.
 */
function expandI16(kind: i32, scratch: usize, panel: usize, block: i32, count: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  let out = scratch + EXPANDED;
  let scales = scratch + SCALES;
  for (let b = block; b < block + count; b++) {
    switch (kind) {
      case Q8_0: {
        const at = panel + <usize>b * Q8_0_BLOCK;
        storeScales(scales, at, bits, power);
        for (let i: usize = 0; i < 8; i++) {
          pairs(out + (i << 6), v128.load(at + (i << 5), 16));
          pairs(out + (i << 6) + 16, v128.load(at + (i << 5), 32));
        }
        break;
      }
      case Q4_0: {
        const at = panel + <usize>b * Q4_0_BLOCK;
        const offset = i8x16.splat(8);
        storeScales(scales, at, bits, power);
        for (let i: usize = 0; i < 8; i++) {
          const v = v128.load(at + ((i >> 1) << 5) + ((i & 1) << 4), 16);
          const to = out + ((i >> 1) << 6) + ((i & 1) << 4);
          pairs(to, i8x16.sub(v128.and(v, low), offset));
          pairs(to + 256, i8x16.sub(v128.and(i16x8.shr_u(v, 4), low), offset));
        }
        break;
      }
      case Q5_0: {
        const at = panel + <usize>b * Q5_0_BLOCK;
        const offset = i8x16.splat(16);
        storeScales(scales, at, bits, power);
        fiveBits(scratch + BYTES, at + 16);
        fiveBits(scratch + BYTES + 16, at + 32);
        for (let i: usize = 0; i < 16; i++) {
          pairs(out + ((i >> 1) << 6) + ((i & 1) << 4), i8x16.sub(v128.load(scratch + BYTES + (i << 4)), offset));
        }
        break;
      }
      case Q4_K: {
        const whole = panel + <usize>(b >> 3) * Q4_K_SUPER;
        const at = whole + Q4_K_HEAD + <usize>(b & 7) * Q4_K_BLOCK;
        const by = v128.load8x8_u(whole + (<usize>(b & 7) << 3), 32);
        const s = v128.shuffle<i16>(by, by, 0, 0, 1, 1, 2, 2, 3, 3);
        const t = v128.shuffle<i16>(by, by, 4, 4, 5, 5, 6, 6, 7, 7);
        storeOnes(scales);
        storeMins(scratch + MINS + (<usize>(b - block) << 5), whole + (<usize>(b & 7) << 3));
        for (let i: usize = 0; i < 8; i++) {
          const v = v128.load(at + (i << 4));
          const to = out + ((i >> 1) << 6) + ((i & 1) << 4);
          scaledPairs(to, v128.and(v, low), i & 1 ? t : s);
          scaledPairs(to + 256, v128.and(i16x8.shr_u(v, 4), low), i & 1 ? t : s);
        }
        break;
      }
      case Q6_K: {
        const whole = panel + <usize>(b >> 3) * Q6_K_SUPER;
        const at = whole + Q6_K_HEAD + <usize>(b & 7) * Q6_K_BLOCK;
        const offset = i8x16.splat(32);
        storeOnes(scales);
        const first = v128.load8x8_s(whole + 16 + (<usize>(b & 7) << 4));
        const second = v128.load8x8_s(whole + 24 + (<usize>(b & 7) << 4));
        for (let half: usize = 0; half < 32; half += 16) {
          const s = half ? v128.shuffle<i16>(first, first, 4, 4, 5, 5, 6, 6, 7, 7) : v128.shuffle<i16>(first, first, 0, 0, 1, 1, 2, 2, 3, 3);
          const t = half ? v128.shuffle<i16>(second, second, 4, 4, 5, 5, 6, 6, 7, 7) : v128.shuffle<i16>(second, second, 0, 0, 1, 1, 2, 2, 3, 3);
          sixBits(scratch + BYTES + half, at + half);
          sixBits(scratch + BYTES + half + 128, at + half + 96);
          for (let i: usize = 0; i < 128; i += 32) {
            const from = scratch + BYTES + half + i;
            scaledPairs(out + half + (i << 1), i8x16.sub(v128.load(from), offset), s);
            scaledPairs(out + half + (i << 1) + 256, i8x16.sub(v128.load(from, 128), offset), t);
          }
        }
        break;
      }
      default:
        unreachable();
    }
    out += 512;
    scales += 32;
  }
}

/** 4 rows of half a block of Q6_K: four quads as bytes, 32 apart, from three vectors 32 apart (panels.ts). */
function sixBits(out: usize, at: usize): void {
  const low6 = v128.load(LOW_6_BITS);
  const a = v128.load(at), b = v128.load(at, 32), c = v128.load(at, 64);
  v128.store(out, v128.and(a, low6));
  v128.store(out, v128.and(b, low6), 32);
  v128.store(out, v128.and(c, low6), 64);
  const first = v128.and(i16x8.shr_u(a, 2), v128.load(BITS_4_AND_5));
  const second = v128.and(i16x8.shr_u(b, 4), v128.load(BITS_2_AND_3));
  v128.store(out, v128.or(v128.or(first, second), v128.and(i16x8.shr_u(c, 6), v128.load(LOW_2_BITS))), 96);
}

// @ts-ignore: decorator
@inline
function storeScales(to: usize, halves: usize, bits: v128, power: v128): void {
  v128.store(to, halves4(halves, bits, power));
  v128.store(to, halves4(halves + 8, bits, power), 16);
}

/** Mins of a block of Q4_K as f32. @param at its head, and 8 bytes for each block before it */
// @ts-ignore: decorator
@inline
function storeMins(to: usize, at: usize): void {
  const mins = v128.load8x8_u(at, 96);
  v128.store(to, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(mins)));
  v128.store(to, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(mins)), 16);
}

// @ts-ignore: decorator
@inline
function storeOnes(to: usize): void {
  v128.store(to, f32x4.splat(1));
  v128.store(to, f32x4.splat(1), 16);
}

/** 4 rows of a quad of signed bytes as i16: the even ones, and 32 bytes on the odd ones. */
// @ts-ignore: decorator
@inline
function pairs(to: usize, v: v128): void {
  v128.store(to, i16x8.shr_s(i16x8.shl(v, 8), 8));
  v128.store(to, i16x8.shr_s(v, 8), 32);
}

// @ts-ignore: decorator
@inline
function scaledPairs(to: usize, v: v128, scales: v128): void {
  v128.store(to, i16x8.mul(i16x8.shr_s(i16x8.shl(v, 8), 8), scales));
  v128.store(to, i16x8.mul(i16x8.shr_s(v, 8), scales), 32);
}
