// Y = X Wᵀ for the kinds of expanded.ts. Once a stretch of a panel is expanded, matmul.ts's tiles of 8 rows x 4 tokens run
// over it, or for fewer tokens rows of one: the same sums in the same order.
import { ONES_I16 } from "./constants";
import { expand, minsOf } from "./expanded";
import { clear, madd, take } from "./lanes";
import { BYTES, CHUNK_I16, CHUNK_I7, EXPANDED, GROUP, MINS, SCALES, storeRows, tileI16, tileI7 } from "./matmul";
import { MXFP4, Q4_1, Q5_1, Q5_K } from "./panels";

/**
 * y [T, N] = x [T, K] · wᵀ with int8 activations, as packI8 leaves them in tiles of `tile`, 4 or 1. Threads take `step`
 * panels of one group of tokens at a time.
 */
export function matmulExpanded(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize,
  shorts: usize, bytes: usize, scales: usize, xPairs: usize, scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32, tile: i32,
): void {
  const own = scratch + <usize>thread * scratchBytes;
  const panels = (N + 7) >> 3;
  const perGroup = (panels + step - 1) / step;
  const units = perGroup * ((T + GROUP - 1) / GROUP);
  const blocks = K >> 5;
  // 16 products of a byte have to fit 16 bits.
  const small = ASC_FEATURE_RELAXED_SIMD && (kind == Q4_1 || kind == Q5_1 || kind == Q5_K || kind == MXFP4);
  const chunk = small ? CHUNK_I7 : CHUNK_I16;
  const offset: i16 = kind == MXFP4 ? 12 : small && kind != Q4_1 ? 16 : 0;
  for (let unit = take(counter, 1); unit < units; unit = take(counter, 1)) {
    const token = (unit / perGroup) * GROUP;
    const tokens = min(GROUP, T - token);
    const tiles = (tokens + tile - 1) / tile;
    const first = (unit % perGroup) * step;
    for (let panel = first; panel < min(panels, first + step); panel++) {
      clear(own, <usize>(tiles * tile) << 5);
      for (let k = 0; k < K; k += chunk) {
        const block = k >> 5;
        const count = min(chunk, K - k) >> 5;
        expand(kind, small, own + EXPANDED, own + SCALES, own + MINS, own + BYTES, w + <usize>panel * panelBytes, block, count);
        for (let i = 0; i < tiles; i++) {
          const sums = own + (<usize>(i * tile) << 5);
          const at = <usize>((token / tile + i) * blocks + block) * tile; // blocks of one token before this tile's
          const xScales = scales + (at << 2);
          const pairs = xPairs + (at << 3);
          if (tile == 4) {
            if (small) tileI7(sums, own + EXPANDED, own + SCALES, bytes + (at << 5), xScales, pairs, count, offset);
            else tileI16(sums, own + EXPANDED, own + SCALES, shorts + (at << 6), xScales, count);
            subtractMins4(kind, sums, own + MINS, pairs, xScales, count);
          } else {
            if (small) rowI7(sums, own + EXPANDED, own + SCALES, bytes + (at << 5), xScales, pairs, count, offset);
            else rowI16(sums, own + EXPANDED, own + SCALES, shorts + (at << 6), xScales, count);
            subtractMins1(kind, sums, own + MINS, pairs, xScales, count);
          }
        }
      }
      storeRows(y, own, token, tokens, panel << 3, N);
    }
  }
}

/** tileI16 for one token. */
function rowI16(sums: usize, w: usize, scales: usize, x: usize, xScales: usize, blocks: i32): void {
  let y0 = v128.load(sums), y1 = v128.load(sums, 16);
  for (let block = 0; block < blocks; block++) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0;
    for (const end = w + 512; w < end; w += 64) {
      let v = v128.load32_splat(x);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load(w), v));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load(w, 16), v));
      v = v128.load32_splat(x, 4);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v128.load(w, 32), v));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v128.load(w, 48), v));
      x += 8;
    }
    const d = v128.load32_splat(xScales);
    y0 = madd(f32x4.convert_i32x4_s(i32x4.add(a0, b0)), f32x4.mul(v128.load(scales), d), y0);
    y1 = madd(f32x4.convert_i32x4_s(i32x4.add(a1, b1)), f32x4.mul(v128.load(scales, 16), d), y1);
    scales += 32;
    xScales += 4;
  }
  v128.store(sums, y0);
  v128.store(sums, y1, 16);
}

/** tileI7 for one token. */
function rowI7(
  sums: usize, w: usize, scales: usize, x: usize, xScales: usize, pairs: usize, blocks: i32, offset: i16,
): void {
  if (!ASC_FEATURE_RELAXED_SIMD) return; // never called in the plain build
  const ones = v128.load(ONES_I16);
  const minus = i16x8.splat(-offset);
  let y0 = v128.load(sums), y1 = v128.load(sums, 16);
  for (let block = 0; block < blocks; block++) {
    let a0 = i16x8.mul(i16x8.add(v128.load32_splat(pairs), v128.load32_splat(pairs, 4)), minus), a1 = a0;
    for (const end = w + 256; w < end; w += 32) {
      const v = v128.load32_splat(x);
      a0 = i16x8.add(a0, v128.relaxed_dot<i16>(v, v128.load(w)));
      a1 = i16x8.add(a1, v128.relaxed_dot<i16>(v, v128.load(w, 16)));
      x += 4;
    }
    const d = v128.load32_splat(xScales);
    y0 = madd(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(a0, ones)), f32x4.mul(v128.load(scales), d), y0);
    y1 = madd(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(a1, ones)), f32x4.mul(v128.load(scales, 16), d), y1);
    scales += 32;
    xScales += 4;
    pairs += 8;
  }
  v128.store(sums, y0);
  v128.store(sums, y1, 16);
}

/** sums [4][8] -= over blocks, or halves of blocks: min [8] · xScale [4] · Σx [4]. */
function subtractMins4(kind: i32, sums: usize, mins: usize, pairs: usize, xScales: usize, blocks: i32): void {
  const halves = minsOf(kind);
  if (halves == 0) return;
  const ones = v128.load(ONES_I16);
  for (let block = 0; block < blocks; block++) {
    const d = v128.load(xScales);
    const first = v128.load(pairs);
    const second = v128.load(pairs, 16);
    if (halves == 2) {
      subtract4(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(first, ones)), d));
      subtract4(sums, mins + 32, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(second, ones)), d));
    } else {
      subtract4(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(i16x8.add(first, second), ones)), d));
    }
    mins += <usize>halves << 5;
    pairs += 32;
    xScales += 16;
  }
}

function subtract4(sums: usize, mins: usize, x: v128): void {
  subtract1(sums, mins, v128.shuffle<f32>(x, x, 0, 0, 0, 0));
  subtract1(sums + 32, mins, v128.shuffle<f32>(x, x, 1, 1, 1, 1));
  subtract1(sums + 64, mins, v128.shuffle<f32>(x, x, 2, 2, 2, 2));
  subtract1(sums + 96, mins, v128.shuffle<f32>(x, x, 3, 3, 3, 3));
}

// @ts-ignore: decorator
@inline
function subtract1(sums: usize, mins: usize, x: v128): void {
  v128.store(sums, madd(f32x4.neg(v128.load(mins)), x, v128.load(sums)));
  v128.store(sums, madd(f32x4.neg(v128.load(mins, 16)), x, v128.load(sums, 16)), 16);
}

/** The same for one token. */
function subtractMins1(kind: i32, sums: usize, mins: usize, pairs: usize, xScales: usize, blocks: i32): void {
  const halves = minsOf(kind);
  if (halves == 0) return;
  const ones = v128.load(ONES_I16);
  for (let block = 0; block < blocks; block++) {
    const d = v128.load32_splat(xScales);
    const first = v128.load32_splat(pairs);
    const second = v128.load32_splat(pairs, 4);
    if (halves == 2) {
      subtract1(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(first, ones)), d));
      subtract1(sums, mins + 32, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(second, ones)), d));
    } else {
      subtract1(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(i16x8.add(first, second), ones)), d));
    }
    mins += <usize>halves << 5;
    pairs += 8;
    xScales += 4;
  }
}
