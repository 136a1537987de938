// Activations as the matrix products want them: tiles of `tile` tokens (1 for few tokens, 4 for many), side by side,
// so that one step of a product reads neighbours. The last tile is filled with zero tokens.
import { maxLanes, share } from "./lanes";

/**
 * x [T, K] as f32 tiles [K][4 tokens].
 */
export function packF32(thread: i32, threads: i32, x: usize, out: usize, T: i32, K: i32): void {
  const tiles = (T + 3) >> 2;
  const to = share(tiles, thread + 1, threads);
  const row = <usize>K << 2;
  for (let tile = share(tiles, thread, threads); tile < to; tile++) {
    let y = out + <usize>tile * (row << 2);
    const first = x + <usize>(tile << 2) * row;
    const tokens = min(4, T - (tile << 2));
    for (let k = 0; k < K; k++) {
      const from = first + (<usize>k << 2);
      store<f32>(y, load<f32>(from));
      store<f32>(y, tokens > 1 ? load<f32>(from + row) : 0, 4);
      store<f32>(y, tokens > 2 ? load<f32>(from + 2 * row) : 0, 8);
      store<f32>(y, tokens > 3 ? load<f32>(from + 3 * row) : 0, 12);
      y += 16;
    }
  }
}

/**
 * x [T, K] rounded to int8 by blocks of 32 with an f32 scale each (K is a multiple of 32). Per tile of `tile` tokens:
 *
 *   shorts [K/4][tile][4] i16  each quad of k in the order 0, 2, 1, 3: the pairs that the weights' even and odd bytes meet
 *   bytes  [K/4][tile][4] i8   the same values in order
 *   scales [K/32][tile]   f32
 *   pairs  [K/16][tile][2] i16 Σ of the first and of the second pairs of the four quads of each half block, for weights
 *                              with an offset
 *   totals [K/32][tile]   f32  scale · Σ of the block, for weights with a min
 *
 * A block with a NaN or an infinity gets a NaN scale, so that it stays visible.
 */
export function packI8(
  thread: i32, threads: i32, x: usize, shorts: usize, bytes: usize, scales: usize, pairs: usize, totals: usize,
  T: i32, K: i32, tile: i32,
): void {
  const blocks = K >> 5;
  const padded = ((T + tile - 1) / tile) * tile;
  const to = share(padded * blocks, thread + 1, threads);
  for (let unit = share(padded * blocks, thread, threads); unit < to; unit++) {
    const t = unit / blocks;
    const block = unit - t * blocks;
    const group = t / tile;
    const lane = t - group * tile;
    const at = ((group * blocks + block) * tile << 5) + (lane << 2); // element of the first quad
    const numberAt = <usize>((group * blocks + block) * tile + lane) << 2;
    const scaleAt = scales + numberAt;
    const pairAt = pairs + (<usize>((group * blocks + block) * 2 * tile + lane) << 2);
    if (t < T) {
      packBlock(
        x + ((<usize>t * K + (block << 5)) << 2), shorts + (<usize>at << 1), bytes + <usize>at, scaleAt, pairAt, totals + numberAt,
        <usize>tile,
      );
    } else {
      for (let quad = 0; quad < 8; quad++) {
        store<u64>(shorts + (<usize>(at + quad * 4 * tile) << 1), 0);
        store<u32>(bytes + <usize>(at + quad * 4 * tile), 0);
      }
      store<f32>(scaleAt, 0);
      store<f32>(totals + numberAt, 0);
      store<i32>(pairAt, 0);
      store<i32>(pairAt + (<usize>tile << 2), 0);
    }
  }
}

function packBlock(x: usize, shorts: usize, bytes: usize, scaleAt: usize, pairAt: usize, totalAt: usize, tile: usize): void {
  let largest = f32x4.abs(v128.load(x));
  for (let i = 16; i < 128; i += 16) largest = f32x4.max(largest, f32x4.abs(v128.load(x + i)));
  const most = maxLanes(largest);
  const scale = most / 127;
  const finite = most < Infinity;
  store<f32>(scaleAt, finite ? scale : NaN);
  const inverse = f32x4.splat(finite && most > 0 ? 127 / most : 0);
  let total = 0;
  for (let half = 0; half < 2; half++) {
    let sum = i32x4.splat(0);
    for (let quad = 0; quad < 4; quad++) {
      const q = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x), inverse)));
      sum = i32x4.add(sum, q);
      const words = i16x8.narrow_i32x4_s(q, q);
      v128.store64_lane(shorts, v128.shuffle<i16>(words, words, 0, 2, 1, 3, 0, 2, 1, 3), 0);
      v128.store32_lane(bytes, i8x16.narrow_i16x8_s(words, words), 0);
      x += 16;
      shorts += tile << 3;
      bytes += tile << 2;
    }
    // q's lanes 0 and 1 are a first pair, 2 and 3 a second one; i32 sums of 8 int8 values fit 16 bits.
    const first = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
    const second = i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
    store<i16>(pairAt, <i16>first);
    store<i16>(pairAt, <i16>second, 2);
    total += first + second;
    pairAt += tile << 2;
  }
  store<f32>(totalAt, <f32>total * load<f32>(scaleAt));
}
