// Kinds without tiles of their own. A stretch of a panel, up to 64 blocks of 32 k, is expanded into a thread's scratch that
// stays in L1; there all kinds look alike, and matmul-expanded.ts multiplies them:
//
//   bytes   [blocks][8 quads][8 rows][4] u7, where the relaxed build can multiply them
//   shorts  [blocks][8 quads][2 pairs][8 rows][2] i16: the others (scales of 16 k multiplied in), in the plain build all
//   scales  [blocks][8] f32
//   mins    [blocks][8] f32, Q2_K [blocks][2][8]: what is subtracted for each unit of x
import { E2M1_PLUS_12, HALF_BITS, HALF_SCALE, LOW_2_BITS, LOW_BITS, LOW_NIBBLES, NL } from "./constants";
import { half1, halves4 } from "./lanes";
import { fiveBits } from "./matmul";
import { IQ4_NL, IQ4_XS, MXFP4, Q2_K, Q3_K, Q4_1, Q5_1, Q5_K } from "./panels";
import { fiveBits as fiveBits1, nibble } from "./rows";

/** Bits of a code. */
export function bitsOf(kind: i32): i32 {
  if (kind == Q2_K) return 2;
  if (kind == Q3_K) return 3;
  return kind == Q5_1 || kind == Q5_K ? 5 : 4;
}

/** Mins of a block of 32 k: none, one, or one for each 16. */
export function minsOf(kind: i32): i32 {
  if (kind == Q2_K) return 2;
  return kind == Q4_1 || kind == Q5_1 || kind == Q5_K ? 1 : 0;
}

/** Where block `block` of a panel, or the super-block that holds it, begins. */
export function headOf(kind: i32, panel: usize, block: i32): usize {
  switch (kind) {
    case Q4_1: return panel + <usize>block * 160;
    case Q5_1: return panel + <usize>block * 192;
    case IQ4_NL: return panel + <usize>block * 144;
    case MXFP4: return panel + <usize>block * 136;
    case Q5_K: return panel + <usize>(block >> 3) * 1440;
    case IQ4_XS: return panel + <usize>(block >> 3) * 1104;
    case Q2_K: return panel + <usize>(block >> 3) * 672;
    case Q3_K: return panel + <usize>(block >> 3) * 912;
    default: return unreachable();
  }
}

/** Where the codes of a block begin. */
export function codesOf(kind: i32, head: usize, block: i32): usize {
  const j = <usize>(block & 7);
  switch (kind) {
    case Q4_1:
    case Q5_1: return head + 32;
    case IQ4_NL: return head + 16;
    case MXFP4: return head + 8;
    case Q5_K: return head + 160 + j * 160;
    case IQ4_XS: return head + 80 + j * 128;
    case Q2_K: return head + 160 + j * 64;
    case Q3_K: return head + 144 + j * 96;
    default: return unreachable();
  }
}

/** Blocks [block, block + count) of a panel. @param scratch 256 B */
export function expand(
  kind: i32, small: bool, out: usize, scales: usize, mins: usize, scratch: usize, panel: usize, block: i32, count: i32,
): void {
  const minBytes = <usize>minsOf(kind) << 5;
  for (let b = block; b < block + count; b++) {
    const head = headOf(kind, panel, b);
    const codes = codesOf(kind, head, b);
    expandScales(kind, small, scales, mins, head, b);
    if (small) {
      expandCodes(kind, out, codes);
      out += 256;
    } else {
      expandCodes(kind, scratch, codes);
      if (kind == Q2_K || kind == Q3_K) scaledShorts(kind, out, scratch, head, b);
      else shorts(kind, out, scratch);
      out += 512;
    }
    scales += 32;
    mins += minBytes;
  }
}

/** A block's codes as bytes in quads, or what the tables say that they mean. */
// @ts-ignore: decorator
@inline
function expandCodes(kind: i32, out: usize, at: usize): void {
  switch (kind) {
    case Q5_1:
    case Q5_K: {
      fiveBits(out, at);
      fiveBits(out + 16, at + 16);
      break;
    }
    case Q2_K: {
      const two = v128.load(LOW_2_BITS);
      for (const end = at + 64; at < end; at += 16) {
        const v = v128.load(at);
        v128.store(out, v128.and(v, two));
        v128.store(out, v128.and(i16x8.shr_u(v, 2), two), 64);
        v128.store(out, v128.and(i16x8.shr_u(v, 4), two), 128);
        v128.store(out, v128.and(i16x8.shr_u(v, 6), two), 192);
        out += 16;
      }
      break;
    }
    case Q3_K: {
      const two = v128.load(LOW_2_BITS);
      const one = v128.load(LOW_BITS);
      for (let i: usize = 0; i < 64; i += 16) {
        const v = v128.load(at + i);
        const thirds = i16x8.shr_u(v128.load(at + (i & 16), 64), <i32>(i >> 5)); // of quads 0, 2 … or 1, 3 …
        v128.store(out, v128.or(v128.and(v, two), i16x8.shl(v128.and(thirds, one), 2)));
        v128.store(out, v128.or(v128.and(i16x8.shr_u(v, 2), two), i16x8.shl(v128.and(i16x8.shr_u(thirds, 2), one), 2)), 64);
        v128.store(out, v128.or(v128.and(i16x8.shr_u(v, 4), two), i16x8.shl(v128.and(i16x8.shr_u(thirds, 4), one), 2)), 128);
        v128.store(out, v128.or(v128.and(i16x8.shr_u(v, 6), two), i16x8.shl(v128.and(i16x8.shr_u(thirds, 6), one), 2)), 192);
        out += 16;
      }
      break;
    }
    case Q4_1: {
      const low = v128.load(LOW_NIBBLES);
      for (const end = at + 128; at < end; at += 16) {
        const v = v128.load(at);
        v128.store(out, v128.and(v, low));
        v128.store(out, v128.and(i16x8.shr_u(v, 4), low), 128);
        out += 16;
      }
      break;
    }
    default: {
      const low = v128.load(LOW_NIBBLES);
      const table = v128.load(kind == MXFP4 ? E2M1_PLUS_12 : NL);
      for (const end = at + 128; at < end; at += 16) {
        const v = v128.load(at);
        v128.store(out, i8x16.swizzle(table, v128.and(v, low)));
        v128.store(out, i8x16.swizzle(table, v128.and(i16x8.shr_u(v, 4), low)), 128);
        out += 16;
      }
    }
  }
}

/** Quads of bytes as pairs of i16. */
function shorts(kind: i32, out: usize, from: usize): void {
  const offset = i8x16.splat(kind == MXFP4 ? 12 : 0);
  for (const end = from + 256; from < end; from += 32) {
    let v = i8x16.sub(v128.load(from), offset);
    v128.store(out, i16x8.shr_s(i16x8.shl(v, 8), 8));
    v128.store(out, i16x8.shr_s(v, 8), 32);
    v = i8x16.sub(v128.load(from, 16), offset);
    v128.store(out, i16x8.shr_s(i16x8.shl(v, 8), 8), 16);
    v128.store(out, i16x8.shr_s(v, 8), 48);
    out += 64;
  }
}

/** The same times the scale of each half block: at most 3 · 15 in Q2_K, 4 · 32 in Q3_K. */
function scaledShorts(kind: i32, out: usize, from: usize, head: usize, block: i32): void {
  const offset = i8x16.splat(kind == Q3_K ? 4 : 0);
  for (let half = 0; half < 2; half++) {
    const at = head + (<usize>(((block & 7) << 1) | half) << 3);
    const scale = kind == Q3_K ? v128.load8x8_s(at, 16) : v128.and(v128.load8x8_u(at, 32), i16x8.splat(15));
    const first = v128.shuffle<i16>(scale, scale, 0, 0, 1, 1, 2, 2, 3, 3);
    const second = v128.shuffle<i16>(scale, scale, 4, 4, 5, 5, 6, 6, 7, 7);
    for (const end = from + 128; from < end; from += 32) {
      let v = i8x16.sub(v128.load(from), offset);
      v128.store(out, i16x8.mul(i16x8.shr_s(i16x8.shl(v, 8), 8), first));
      v128.store(out, i16x8.mul(i16x8.shr_s(v, 8), first), 32);
      v = i8x16.sub(v128.load(from, 16), offset);
      v128.store(out, i16x8.mul(i16x8.shr_s(i16x8.shl(v, 8), 8), second), 16);
      v128.store(out, i16x8.mul(i16x8.shr_s(v, 8), second), 48);
      out += 64;
    }
  }
}

/**
 * Scales of a block, and mins: five-bit bytes are multiplied as if 16 smaller (see matmul-expanded.ts), and the min makes
 * up for it.
 */
// @ts-ignore: decorator
@inline
function expandScales(kind: i32, small: bool, scales: usize, mins: usize, head: usize, block: i32): void {
  const bits = v128.load(HALF_BITS);
  const power = v128.load(HALF_SCALE);
  const j = <usize>(block & 7) << 3;
  if (kind == MXFP4) {
    const exponents = v128.load8x8_u(head);
    v128.store(scales, powersOf2(i32x4.extend_low_i16x8_u(exponents)));
    v128.store(scales, powersOf2(i32x4.extend_high_i16x8_u(exponents)), 16);
    return;
  }
  let d0 = halves4(head, bits, power);
  let d1 = halves4(head + 8, bits, power);
  if (kind == Q5_K || kind == IQ4_XS) {
    const s = kind == Q5_K ? v128.load8x8_u(head + j, 32) : v128.load8x8_s(head + j, 16);
    d0 = f32x4.mul(d0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(s)));
    d1 = f32x4.mul(d1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(s)));
  }
  v128.store(scales, d0);
  v128.store(scales, d1, 16);
  if (minsOf(kind) == 0) return;
  let m0 = halves4(head + 16, bits, power);
  let m1 = halves4(head + 24, bits, power);
  if (kind == Q2_K) {
    for (let half: usize = 0; half < 16; half += 8) {
      const m = i16x8.shr_u(v128.load8x8_u(head + 2 * j + half, 32), 4);
      v128.store(mins + 4 * half, f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(m))));
      v128.store(mins + 4 * half, f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(m))), 16);
    }
    return;
  }
  if (kind == Q5_K) {
    const m = v128.load8x8_u(head + j, 96);
    m0 = f32x4.mul(m0, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(m)));
    m1 = f32x4.mul(m1, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(m)));
  } else {
    m0 = f32x4.neg(m0);
    m1 = f32x4.neg(m1);
  }
  if (small && kind != Q4_1) {
    const lowered = f32x4.splat(16);
    m0 = f32x4.sub(m0, f32x4.mul(d0, lowered));
    m1 = f32x4.sub(m1, f32x4.mul(d1, lowered));
  }
  v128.store(mins, m0);
  v128.store(mins, m1, 16);
}

/** 2^(e - 128) of four bytes: from 2 on the exponent is normal. */
// @ts-ignore: decorator
@inline
export function powersOf2(e: v128): v128 {
  const one = i32x4.splat(1);
  const subnormal = i32x4.shl(i32x4.add(e, one), 21);
  return v128.bitselect(i32x4.shl(i32x4.sub(e, one), 23), subnormal, i32x4.gt_s(e, one));
}

// One value at a time, for rows.ts: value = scale · halfScale · code - min.

/** Exact: a half times at most 6 bits. */
export function scaleOf(kind: i32, head: usize, block: i32, r: i32): f32 {
  const j = (block & 7) << 3;
  switch (kind) {
    case Q5_K: return half1(head + (r << 1)) * <f32>load<u8>(head + j + r, 32);
    case IQ4_XS: return half1(head + (r << 1)) * <f32>load<i8>(head + j + r, 16);
    case MXFP4: return f32x4.extract_lane(powersOf2(i32x4.splat(load<u8>(head + r))), 0);
    default: return half1(head + (r << 1));
  }
}

export function halfScaleOf(kind: i32, head: usize, block: i32, half: i32, r: i32): i32 {
  const at = head + ((((block & 7) << 1) | half) << 3) + r;
  if (kind == Q2_K) return load<u8>(at, 32) & 15;
  return kind == Q3_K ? load<i8>(at, 16) : 1;
}

export function minOf(kind: i32, head: usize, block: i32, half: i32, r: i32): f32 {
  const j = (block & 7) << 3;
  switch (kind) {
    case Q4_1:
    case Q5_1: return -half1(head + 16 + (r << 1));
    case Q2_K: return half1(head + 16 + (r << 1)) * <f32>(load<u8>(head + (j << 1) + (half << 3) + r, 32) >> 4);
    case Q5_K: return half1(head + 16 + (r << 1)) * <f32>load<u8>(head + j + r, 96);
    default: return 0;
  }
}

/** What the code of element i of row r means. */
export function codeOf(kind: i32, codes: usize, r: i32, i: i32): i32 {
  const quad = i >> 2;
  const lane = (r << 2) + (i & 3);
  switch (kind) {
    case Q5_1:
    case Q5_K: return fiveBits1(codes + lane, quad);
    case Q2_K: return (<i32>load<u8>(codes + ((quad & 1) << 5) + lane) >> ((quad >> 1) << 1)) & 3;
    case Q3_K: {
      const low = (<i32>load<u8>(codes + ((quad & 1) << 5) + lane) >> ((quad >> 1) << 1)) & 3;
      return (low | (((<i32>load<u8>(codes + lane, 64) >> quad) & 1) << 2)) - 4;
    }
    case Q4_1: return nibble(codes, r, i);
    case MXFP4: return <i32>load<i8>(E2M1_PLUS_12 + nibble(codes, r, i)) - 12;
    default: return load<i8>(NL + nibble(codes, r, i));
  }
}
