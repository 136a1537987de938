// One row of a panel as f32, value by value: for embeddings, and for products with float activations.
import { half1 } from "./lanes";
import {
  BF16, F16, F32, F8, F8_HEAD, Q4_0, Q4_1, Q4_0_BLOCK, Q4_K, Q4_K_BLOCK, Q4_K_HEAD, Q4_K_SUPER, Q5_0, Q5_0_BLOCK, Q6_K, Q6_K_BLOCK,
  Q6_K_HEAD, Q6_K_SUPER, Q8_0, Q8_0_BLOCK,
} from "./panels";
import { codeOf, codesOf, halfScaleOf, headOf, minOf, scaleOf } from "./expanded";

/** out[i · stride] = row r at k = from + i, i < count. For block types `from` and `count` are multiples of 32. */
export function rowValues(kind: i32, out: usize, stride: usize, panel: usize, r: i32, from: i32, count: i32): void {
  if (kind == F8) {
    eightBitValues(out, stride, panel, r, from, count);
    return;
  }
  if (kind <= BF16) {
    for (let k = from; k < from + count; k++) {
      const at = <usize>(k * 8 + r);
      let value: f32;
      if (kind == F32) value = load<f32>(panel + (at << 2));
      else if (kind == F16) value = half1(panel + (at << 1));
      else value = reinterpret<f32>(<u32>load<u16>(panel + (at << 1)) << 16);
      store<f32>(out, value);
      out += stride;
    }
    return;
  }
  for (let block = from >> 5; block < (from + count) >> 5; block++) {
    if (kind >= Q4_1) expandedValues(kind, out, stride, panel, r, block);
    else blockValues(kind, out, stride, panel, r, block);
    out += stride << 5;
  }
}

function eightBitValues(out: usize, stride: usize, panel: usize, r: i32, from: i32, count: i32): void {
  const cols = load<i32>(panel);
  const values = panel + load<u32>(panel, 4) + r;
  for (let k = from; k < from + count; k++) {
    const bits = <u32>load<i8>(values + (<usize>k << 3));
    const value = reinterpret<f32>((bits << 20) & 0x87f00000) * reinterpret<f32>(0x7b800000);
    store<f32>(out, value * load<f32>(panel + F8_HEAD + (<usize>(k / cols) << 5) + (r << 2)));
    out += stride;
  }
}

function expandedValues(kind: i32, out: usize, stride: usize, panel: usize, r: i32, block: i32): void {
  const head = headOf(kind, panel, block);
  const codes = codesOf(kind, head, block);
  const scale = <f64>scaleOf(kind, head, block, r);
  for (let i = 0; i < 32; i++) {
    const whole = codeOf(kind, codes, r, i) * halfScaleOf(kind, head, block, i >> 4, r);
    store<f32>(out, <f32>(scale * <f64>whole - <f64>minOf(kind, head, block, i >> 4, r))); // exact, rounded once
    out += stride;
  }
}

function blockValues(kind: i32, out: usize, stride: usize, panel: usize, r: i32, block: i32): void {
  switch (kind) {
    case Q8_0: {
      const at = panel + <usize>block * Q8_0_BLOCK;
      const d = half1(at + (r << 1));
      for (let i = 0; i < 32; i++) {
        store<f32>(out, d * <f32>load<i8>(at + 16 + ((i >> 2) << 5) + (r << 2) + (i & 3)));
        out += stride;
      }
      break;
    }
    case Q4_0: {
      const at = panel + <usize>block * Q4_0_BLOCK;
      const d = half1(at + (r << 1));
      for (let i = 0; i < 32; i++) {
        store<f32>(out, d * <f32>(nibble(at + 16, r, i) - 8));
        out += stride;
      }
      break;
    }
    case Q5_0: {
      const at = panel + <usize>block * Q5_0_BLOCK;
      const d = half1(at + (r << 1));
      for (let i = 0; i < 32; i++) {
        store<f32>(out, d * <f32>(fiveBits(at + 16 + (r << 2) + (i & 3), i >> 2) - 16));
        out += stride;
      }
      break;
    }
    case Q4_K: {
      const whole = panel + <usize>(block >> 3) * Q4_K_SUPER;
      const at = whole + Q4_K_HEAD + <usize>(block & 7) * Q4_K_BLOCK;
      const scale = half1(whole + (r << 1)) * <f32>load<u8>(whole + 32 + ((block & 7) << 3) + r);
      const least = half1(whole + 16 + (r << 1)) * <f32>load<u8>(whole + 96 + ((block & 7) << 3) + r);
      for (let i = 0; i < 32; i++) {
        store<f32>(out, scale * <f32>nibble(at, r, i) - least);
        out += stride;
      }
      break;
    }
    case Q6_K: {
      const whole = panel + <usize>(block >> 3) * Q6_K_SUPER;
      const at = whole + Q6_K_HEAD + <usize>(block & 7) * Q6_K_BLOCK;
      const d = half1(whole + (r << 1));
      for (let i = 0; i < 32; i++) {
        const half = i >> 4;
        const scale = d * <f32>load<i8>(whole + 16 + ((((block & 7) << 1) | half) << 3) + r);
        const value = sixBits(at + <usize>half * 96 + (r << 2) + (i & 3), (i >> 2) & 3);
        store<f32>(out, scale * <f32>(value - 32));
        out += stride;
      }
      break;
    }
    default:
      unreachable();
  }
}

/** Element i of row r in four quads of nibbles. */
// @ts-ignore: decorator
@inline
export function nibble(quads: usize, r: i32, i: i32): i32 {
  const byte = <i32>load<u8>(quads + (((i & 15) >> 2) << 5) + (r << 2) + (i & 3));
  return i < 16 ? byte & 15 : byte >> 4;
}

/** Quad `quad` of five bytes 32 apart, as panels.ts says. */
export function fiveBits(at: usize, quad: i32): i32 {
  if (quad < 5) return load<u8>(at + (quad << 5)) & 31;
  const top = (load<u8>(at + ((quad - 5) << 5)) >> 3) & 0x1c;
  if (quad == 7) return top | (load<u8>(at, 96) >> 7) | ((load<u8>(at, 128) >> 7) << 1);
  return top | ((load<u8>(at + ((quad - 2) << 5)) >> 5) & 3);
}

/** Quad `quad` of three bytes 32 apart. */
function sixBits(at: usize, quad: i32): i32 {
  if (quad < 3) return load<u8>(at + (quad << 5)) & 63;
  return ((load<u8>(at) >> 6) << 4) | ((load<u8>(at, 32) >> 6) << 2) | (load<u8>(at, 64) >> 6);
}
