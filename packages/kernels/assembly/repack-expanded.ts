// ggml's blocks into panels, for the kinds of expanded.ts. Formulas and offsets of the formats: src/reference/dequantise.ts.
import { BIT_4, BIT_MASKS, LOW_2_BITS, LOW_BITS, LOW_NIBBLES } from "./constants";
import { bitsOf, codesOf, headOf } from "./expanded";
import { IQ4_NL, IQ4_XS, MXFP4, Q2_K, Q3_K, Q4_1, Q5_1, Q5_K } from "./panels";

/** A stored row at `from` to row r of a panel. @param scratch 32 B */
export function repackExpanded(kind: i32, panel: usize, r: i32, from: usize, K: i32, scratch: usize): void {
  for (let block = 0; block < K >> 5; block++) {
    const head = headOf(kind, panel, block);
    repackHead(kind, head, r, from, block);
    unpack(kind, scratch, from, block);
    repackCodes(bitsOf(kind), codesOf(kind, head, block) + (r << 2), scratch);
  }
}

/** Scales and mins. Those of a super-block come with its first block. */
function repackHead(kind: i32, head: usize, r: i32, from: usize, block: i32): void {
  const whole = <usize>(block >> 3);
  switch (kind) {
    case Q4_1:
    case Q5_1: {
      const at = from + <usize>block * (kind == Q4_1 ? 20 : 24);
      store<u16>(head + (r << 1), load<u16>(at));
      store<u16>(head + (r << 1), load<u16>(at, 2), 16);
      break;
    }
    case IQ4_NL: store<u16>(head + (r << 1), load<u16>(from + <usize>block * 18)); break;
    case MXFP4: store<u8>(head + r, load<u8>(from + <usize>block * 17)); break;
    case Q5_K: {
      if (block & 7) break;
      const at = from + whole * 176;
      store<u16>(head + (r << 1), load<u16>(at));
      store<u16>(head + (r << 1), load<u16>(at, 2), 16);
      for (let j = 0; j < 8; j++) {
        store<u8>(head + (j << 3) + r, j < 4 ? load<u8>(at + j, 4) & 63 : (load<u8>(at + j, 8) & 15) | ((load<u8>(at + j) >> 6) << 4), 32);
        store<u8>(head + (j << 3) + r, j < 4 ? load<u8>(at + j, 8) & 63 : (load<u8>(at + j, 8) >> 4) | ((load<u8>(at + j, 4) >> 6) << 4), 96);
      }
      break;
    }
    case IQ4_XS: {
      if (block & 7) break;
      const at = from + whole * 136;
      store<u16>(head + (r << 1), load<u16>(at));
      for (let j = 0; j < 8; j++) {
        const low = (load<u8>(at + (j >> 1), 4) >> <u8>((j & 1) << 2)) & 15;
        const high = <u8>(load<u16>(at, 2) >> <u16>(j << 1)) & 3;
        store<i8>(head + (j << 3) + r, <i8>(low | (high << 4)) - 32, 16);
      }
      break;
    }
    case Q2_K: {
      if (block & 7) break;
      const at = from + whole * 84;
      store<u16>(head + (r << 1), load<u16>(at, 80));
      store<u16>(head + (r << 1), load<u16>(at, 82), 16);
      for (let j = 0; j < 16; j++) store<u8>(head + (j << 3) + r, load<u8>(at + j), 32);
      break;
    }
    case Q3_K: {
      if (block & 7) break;
      const at = from + whole * 110;
      store<u16>(head + (r << 1), load<u16>(at, 108));
      for (let j = 0; j < 16; j++) {
        const low = j < 8 ? load<u8>(at + j, 96) & 15 : load<u8>(at + j - 8, 96) >> 4;
        const high = (load<u8>(at + (j & 3), 104) >> <u8>((j >> 2) << 1)) & 3;
        store<i8>(head + (j << 3) + r, <i8>(low | (high << 4)) - 32, 16);
      }
      break;
    }
    default: unreachable();
  }
}

/** 32 codes, a byte each, to one row's place in the vectors that panels.ts describes. */
function repackCodes(bits: i32, to: usize, from: usize): void {
  const a = load<u32>(from), b = load<u32>(from, 4), c = load<u32>(from, 8), d = load<u32>(from, 12);
  const e = load<u32>(from, 16), f = load<u32>(from, 20), g = load<u32>(from, 24), h = load<u32>(from, 28);
  if (bits == 4) {
    store<u32>(to, a | (e << 4));
    store<u32>(to, b | (f << 4), 32);
    store<u32>(to, c | (g << 4), 64);
    store<u32>(to, d | (h << 4), 96);
  } else if (bits == 5) {
    store<u32>(to, a | ((f & 0x1c1c1c1c) << 3));
    store<u32>(to, b | ((g & 0x1c1c1c1c) << 3), 32);
    store<u32>(to, c | ((h & 0x1c1c1c1c) << 3), 64);
    store<u32>(to, d | ((f & 0x03030303) << 5) | ((h & 0x01010101) << 7), 96);
    store<u32>(to, e | ((g & 0x03030303) << 5) | ((h & 0x02020202) << 6), 128);
  } else {
    const two: u32 = 0x03030303;
    store<u32>(to, (a & two) | ((c & two) << 2) | ((e & two) << 4) | ((g & two) << 6));
    store<u32>(to, (b & two) | ((d & two) << 2) | ((f & two) << 4) | ((h & two) << 6), 32);
    if (bits == 2) return;
    const first = ((a >> 2) & 0x01010101) | ((b >> 1) & 0x02020202) | (c & 0x04040404) | ((d & 0x04040404) << 1);
    const second = ((e & 0x04040404) << 2) | ((f & 0x04040404) << 3) | ((g & 0x04040404) << 4) | ((h & 0x04040404) << 5);
    store<u32>(to, first | second, 64);
  }
}

/** The 32 codes of block `block` of a row, a byte each, in order of k. */
function unpack(kind: i32, to: usize, row: usize, block: i32): void {
  const low = v128.load(LOW_NIBBLES);
  const j = block & 7;
  const whole = <usize>(block >> 3);
  switch (kind) {
    case Q4_1: nibbles(to, row + <usize>block * 20 + 4); break;
    case Q5_1: {
      const at = row + <usize>block * 24;
      const masks = v128.load(BIT_MASKS), bit4 = v128.load(BIT_4);
      const v = v128.load(at, 8);
      const fifths = v128.load32_splat(at, 4);
      const first = v128.shuffle<i8>(fifths, fifths, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
      const second = v128.shuffle<i8>(fifths, fifths, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
      v128.store(to, v128.or(v128.and(v, low), v128.and(i8x16.eq(v128.and(first, masks), masks), bit4)));
      v128.store(to, v128.or(v128.and(i16x8.shr_u(v, 4), low), v128.and(i8x16.eq(v128.and(second, masks), masks), bit4)), 16);
      break;
    }
    case Q2_K: {
      const at = row + whole * 84;
      const two = v128.load(LOW_2_BITS);
      for (let half: usize = 0; half < 32; half += 16) {
        v128.store(to + half, v128.and(i16x8.shr_u(v128.load(at + (<usize>(j >> 2) << 5) + half, 16), (j & 3) << 1), two));
      }
      break;
    }
    case Q3_K: {
      const at = row + whole * 110;
      const two = v128.load(LOW_2_BITS), one = v128.load(LOW_BITS);
      for (let half: usize = 0; half < 32; half += 16) {
        const q = v128.and(i16x8.shr_u(v128.load(at + (<usize>(j >> 2) << 5) + half, 32), (j & 3) << 1), two);
        const third = i16x8.shl(v128.and(i16x8.shr_u(v128.load(at + half), j), one), 2);
        v128.store(to + half, v128.or(q, third));
      }
      break;
    }
    case Q5_K: {
      const at = row + whole * 176;
      const one = v128.load(LOW_BITS);
      for (let half: usize = 0; half < 32; half += 16) {
        const q = v128.and(i16x8.shr_u(v128.load(at + (<usize>(j >> 1) << 5) + half, 48), (j & 1) << 2), low);
        const fifth = i16x8.shl(v128.and(i16x8.shr_u(v128.load(at + half, 16), j), one), 4);
        v128.store(to + half, v128.or(q, fifth));
      }
      break;
    }
    case IQ4_NL: nibbles(to, row + <usize>block * 18 + 2); break;
    case IQ4_XS: nibbles(to, row + whole * 136 + 8 + <usize>(j << 4)); break;
    case MXFP4: nibbles(to, row + <usize>block * 17 + 1); break;
    default: unreachable();
  }
}

// @ts-ignore: decorator
@inline
function nibbles(to: usize, at: usize): void {
  const low = v128.load(LOW_NIBBLES);
  const v = v128.load(at);
  v128.store(to, v128.and(v, low));
  v128.store(to, v128.and(i16x8.shr_u(v, 4), low), 16);
}
