// Stored rows (ggml's blocks, or plain values) into panels. Runs once, when weights are loaded.
import {
  BF16, F16, F32, F8, Q4_0, Q4_0_BLOCK, Q4_K, Q4_K_BLOCK, Q4_K_HEAD, Q4_K_SUPER, Q5_0, Q5_0_BLOCK, Q6_K, Q6_K_BLOCK,
  Q6_K_HEAD, Q6_K_SUPER, Q8_0, Q8_0_BLOCK,
} from "./panels";
import { share } from "./lanes";
import { repackExpanded } from "./repack-expanded";

/**
 * @param to      the first panel, zeroed by the caller (rows that do not exist stay zero)
 * @param from    stored rows, one after another
 * @param scratch 32 B for each thread
 * @param rows    rows at `from`; a multiple of 8 but for the last piece of a matrix
 */
export function repack(
  thread: i32, threads: i32, kind: i32, to: usize, panelBytes: usize, from: usize, rowBytes: usize, scratch: usize,
  scratchBytes: i32, rows: i32, K: i32,
): void {
  const own = scratch + <usize>thread * scratchBytes;
  const panels = (rows + 7) >> 3;
  const end = share(panels, thread + 1, threads);
  for (let panel = share(panels, thread, threads); panel < end; panel++) {
    for (let r = 0; r < 8 && (panel << 3) + r < rows; r++) {
      repackRow(kind, to + <usize>panel * panelBytes, r, from + <usize>((panel << 3) + r) * rowBytes, K, own);
    }
  }
}

function repackRow(kind: i32, panel: usize, r: i32, from: usize, K: i32, scratch: usize): void {
  switch (kind) {
    case F32: {
      for (let k = 0; k < K; k++) store<u32>(panel + (<usize>(k * 8 + r) << 2), load<u32>(from + (<usize>k << 2)));
      break;
    }
    case F16:
    case BF16: {
      for (let k = 0; k < K; k++) store<u16>(panel + (<usize>(k * 8 + r) << 1), load<u16>(from + (<usize>k << 1)));
      break;
    }
    case F8: {
      const bytes = panel + load<u32>(panel, 4); // the head was written by the caller
      for (let k = 0; k < K; k++) store<u8>(bytes + <usize>(k * 8 + r), load<u8>(from + <usize>k));
      break;
    }
    case Q8_0: {
      for (let block = 0; block < K >> 5; block++) {
        store<u16>(panel + (r << 1), load<u16>(from));
        for (let quad = 0; quad < 8; quad++) {
          store<u32>(panel + 16 + (quad << 5) + (r << 2), load<u32>(from + 2 + (quad << 2)));
        }
        panel += Q8_0_BLOCK;
        from += 34;
      }
      break;
    }
    case Q4_0: {
      for (let block = 0; block < K >> 5; block++) {
        store<u16>(panel + (r << 1), load<u16>(from));
        copyNibbles(panel + 16, r, from + 2);
        panel += Q4_0_BLOCK;
        from += 18;
      }
      break;
    }
    case Q5_0: {
      for (let block = 0; block < K >> 5; block++) {
        store<u16>(panel + (r << 1), load<u16>(from));
        repackQ5(panel + 16 + (r << 2), from);
        panel += Q5_0_BLOCK;
        from += 22;
      }
      break;
    }
    case Q4_K: {
      for (let block = 0; block < K >> 8; block++) {
        repackQ4K(panel, r, from);
        panel += Q4_K_SUPER;
        from += 144;
      }
      break;
    }
    case Q6_K: {
      for (let block = 0; block < K >> 8; block++) {
        repackQ6K(panel, r, from);
        panel += Q6_K_SUPER;
        from += 210;
      }
      break;
    }
    default:
      repackExpanded(kind, panel, r, from, K, scratch);
  }
}

/** 16 bytes of nibbles (low: k, high: k + 16) to row r of four quads. */
// @ts-ignore: decorator
@inline
function copyNibbles(quads: usize, r: i32, from: usize): void {
  for (let quad = 0; quad < 4; quad++) store<u32>(quads + (quad << 5) + (r << 2), load<u32>(from + (quad << 2)));
}

/** A block of Q5_0 to the five words of one row. */
function repackQ5(to: usize, from: usize): void {
  const q5 = fifths(from, 5), q6 = fifths(from, 6), q7 = fifths(from, 7);
  store<u32>(to, fifths(from, 0) | ((q5 & 0x1c1c1c1c) << 3));
  store<u32>(to, fifths(from, 1) | ((q6 & 0x1c1c1c1c) << 3), 32);
  store<u32>(to, fifths(from, 2) | ((q7 & 0x1c1c1c1c) << 3), 64);
  store<u32>(to, fifths(from, 3) | ((q5 & 0x03030303) << 5) | ((q7 & 0x01010101) << 7), 96);
  store<u32>(to, fifths(from, 4) | ((q6 & 0x03030303) << 5) | ((q7 & 0x02020202) << 6), 128);
}

/** Quad `quad` of a block of Q5_0: four bytes of five bits. */
function fifths(from: usize, quad: i32): u32 {
  const nibbles = (load<u32>(from + 6 + ((quad & 3) << 2)) >> ((quad >> 2) << 2)) & 0x0f0f0f0f;
  const bits = load<u32>(from + 2) >> (quad << 2);
  return nibbles | ((bits & 1) << 4) | ((bits & 2) << 11) | ((bits & 4) << 18) | ((bits & 8) << 25);
}

/** Four 8-bit scales or mins of the second half (sub-blocks 4 … 7) of ggml's 12 bytes: 4 low bits and 2 high bits each. */
// @ts-ignore: decorator
@inline
function second(low: u32, high: u32): u32 {
  return low | ((high >> 2) & 0x30303030);
}

function repackQ4K(panel: usize, r: i32, from: usize): void {
  store<u16>(panel + (r << 1), load<u16>(from));
  store<u16>(panel + 16 + (r << 1), load<u16>(from, 2));
  const a = load<u32>(from, 4);
  const b = load<u32>(from, 8);
  const c = load<u32>(from, 12);
  const scales = <u64>(a & 0x3f3f3f3f) | (<u64>second(c & 0x0f0f0f0f, a & 0xc0c0c0c0) << 32);
  const mins = <u64>(b & 0x3f3f3f3f) | (<u64>second((c >> 4) & 0x0f0f0f0f, b & 0xc0c0c0c0) << 32);
  for (let j = 0; j < 8; j++) {
    const to = panel + Q4_K_HEAD + <usize>j * Q4_K_BLOCK;
    store<u8>(panel + 32 + (j << 3) + r, <u8>(scales >> (j << 3)));
    store<u8>(panel + 96 + (j << 3) + r, <u8>(mins >> (j << 3)));
    // ggml: 32 bytes hold sub-block j even in their low nibbles and j + 1 in their high ones.
    const bytes = from + 16 + ((j >> 1) << 5);
    const shift = (j & 1) << 2;
    for (let quad = 0; quad < 4; quad++) {
      const low = (load<u32>(bytes + (quad << 2)) >> shift) & 0x0f0f0f0f;
      const high = (load<u32>(bytes + (quad << 2), 16) >> shift) & 0x0f0f0f0f;
      store<u32>(to + (quad << 5) + (r << 2), low | (high << 4));
    }
  }
}

function repackQ6K(panel: usize, r: i32, from: usize): void {
  store<u16>(panel + (r << 1), load<u16>(from, 208));
  for (let j = 0; j < 16; j++) store<u8>(panel + 16 + (j << 3) + r, load<u8>(from + 192 + j));
  for (let j = 0; j < 8; j++) {
    // ggml: sub-block j is quarter k of half n; its nibbles are low or high ones of 32 bytes, its top bits 2k, 2k + 1.
    const n = j >> 2;
    const k = j & 3;
    const nibbles = from + (n << 6) + ((k & 1) << 5);
    const tops = from + 128 + (n << 5);
    const shift = (k >> 1) << 2;
    const shift2 = k << 1;
    for (let half: usize = 0; half < 2; half++) {
      const to = panel + Q6_K_HEAD + <usize>j * Q6_K_BLOCK + half * 96 + (r << 2);
      const at = half << 4;
      const last = sixths(nibbles + at, tops + at, shift, shift2, 12);
      store<u32>(to, sixths(nibbles + at, tops + at, shift, shift2, 0) | ((last & 0x30303030) << 2));
      store<u32>(to, sixths(nibbles + at, tops + at, shift, shift2, 4) | ((last & 0x0c0c0c0c) << 4), 32);
      store<u32>(to, sixths(nibbles + at, tops + at, shift, shift2, 8) | ((last & 0x03030303) << 6), 64);
    }
  }
}

/** Four bytes of six bits: of nibbles at one shift and top bits at another. */
function sixths(nibbles: usize, tops: usize, shift: i32, topShift: i32, at: usize): u32 {
  return ((load<u32>(nibbles + at) >> shift) & 0x0f0f0f0f) | (((load<u32>(tops + at) >> topShift) & 0x03030303) << 4);
}
