// Y = X Wᵀ for many tokens and the kinds of expanded.ts: once a stretch of a panel is expanded, matmul.ts's tiles of 8 rows x
// 4 tokens run over it.
import { ONES_I16 } from "./constants";
import { expand, minsOf } from "./expanded";
import { clear, madd, take } from "./lanes";
import { BYTES, CHUNK_I16, CHUNK_I7, EXPANDED, GROUP, MINS, SCALES, storeRows, tileI16, tileI7 } from "./matmul";
import { MXFP4, Q4_1, Q5_1, Q5_K } from "./panels";

/**
 * y [T, N] = x [T, K] · wᵀ with int8 activations, as packI8 leaves them in tiles of 4. Threads take `step` panels of one
 * group of tokens at a time.
 */
export function matmulExpanded(
  thread: i32, threads: i32, counter: usize, step: i32, kind: i32, w: usize, panelBytes: usize, y: usize,
  shorts: usize, bytes: usize, scales: usize, xPairs: usize, scratch: usize, scratchBytes: i32, T: i32, N: i32, K: i32,
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
    const tiles = (tokens + 3) >> 2;
    const first = (unit % perGroup) * step;
    for (let panel = first; panel < min(panels, first + step); panel++) {
      clear(own, <usize>tiles << 7);
      for (let k = 0; k < K; k += chunk) {
        const block = k >> 5;
        const count = min(chunk, K - k) >> 5;
        expand(kind, small, own + EXPANDED, own + SCALES, own + MINS, own + BYTES, w + <usize>panel * panelBytes, block, count);
        for (let tile = 0; tile < tiles; tile++) {
          const sums = own + (<usize>tile << 7);
          const at = <usize>((token >> 2) + tile) * blocks + block; // blocks before this one, of 4 tokens each
          const xScales = scales + (at << 4);
          const pairs = xPairs + (at << 5);
          if (small) tileI7(sums, own + EXPANDED, own + SCALES, bytes + (at << 7), xScales, pairs, count, offset);
          else tileI16(sums, own + EXPANDED, own + SCALES, shorts + (at << 8), xScales, count);
          subtractMins(kind, sums, own + MINS, pairs, xScales, count);
        }
      }
      storeRows(y, own, token, tokens, panel << 3, N);
    }
  }
}

/** sums [4][8] -= over blocks, or halves of blocks: min [8] · xScale [4] · Σx [4]. */
function subtractMins(kind: i32, sums: usize, mins: usize, pairs: usize, xScales: usize, blocks: i32): void {
  const halves = minsOf(kind);
  if (halves == 0) return;
  const ones = v128.load(ONES_I16);
  for (let block = 0; block < blocks; block++) {
    const d = v128.load(xScales);
    const first = v128.load(pairs);
    const second = v128.load(pairs, 16);
    if (halves == 2) {
      subtractTile(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(first, ones)), d));
      subtractTile(sums, mins + 32, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(second, ones)), d));
    } else {
      subtractTile(sums, mins, f32x4.mul(f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(i16x8.add(first, second), ones)), d));
    }
    mins += <usize>halves << 5;
    pairs += 32;
    xScales += 16;
  }
}

function subtractTile(sums: usize, mins: usize, x: v128): void {
  subtract(sums, mins, v128.shuffle<f32>(x, x, 0, 0, 0, 0));
  subtract(sums + 32, mins, v128.shuffle<f32>(x, x, 1, 1, 1, 1));
  subtract(sums + 64, mins, v128.shuffle<f32>(x, x, 2, 2, 2, 2));
  subtract(sums + 96, mins, v128.shuffle<f32>(x, x, 3, 3, 3, 3));
}

// @ts-ignore: decorator
@inline
function subtract(sums: usize, mins: usize, x: v128): void {
  v128.store(sums, madd(f32x4.neg(v128.load(mins)), x, v128.load(sums)));
  v128.store(sums, madd(f32x4.neg(v128.load(mins, 16)), x, v128.load(sums, 16)), 16);
}
