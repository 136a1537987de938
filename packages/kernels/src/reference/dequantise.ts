import { invariant, type TensorType, typeInfo } from "@wanwen/core";

/**
 * Stored numbers as f32, for every type there is.
 *
 * @param bytes whole blocks of `type`; need not be aligned
 * @param out   written; out.length / blockElements · blockBytes = bytes.length
 * @throws InvariantError when the lengths disagree. Values are not checked: NaN passes through.
 *
 * A block's layout and formula stand above its function; h(o) is the half at byte o of the block, i the index of an
 * element. Source: ggml's block formats; vectors in dequantise.test.ts. Sums are made in f64 and rounded once.
 */
export function dequantise(type: TensorType, bytes: Uint8Array, out: Float32Array): void {
  const { blockElements, blockBytes } = typeInfo(type);
  const blocks = out.length / blockElements;
  invariant(
    Number.isInteger(blocks) && blocks * blockBytes === bytes.length,
    `${out.length} values of ${type} take ${blocks * blockBytes} bytes, got ${bytes.length}`,
  );
  switch (type) {
    case "F32": return out.set(new Float32Array(alignedCopy(bytes)));
    case "F64": return out.set(new Float64Array(alignedCopy(bytes)));
    case "F16": return halves(out, new Uint16Array(alignedCopy(bytes)));
    case "BF16": return bfloats(out, new Uint16Array(alignedCopy(bytes)));
    case "F8_E4M3": return e4m3(out, bytes);
    case "I8": return out.set(new Int8Array(alignedCopy(bytes)));
    case "I16": return out.set(new Int16Array(alignedCopy(bytes)));
    case "I32": return out.set(new Int32Array(alignedCopy(bytes)));
    case "I64": return longs(out, new BigInt64Array(alignedCopy(bytes)));
    case "U8": return out.set(bytes);
    case "BOOL": return booleans(out, bytes);
    case "Q4_0": return everyBlock(type, q4_0, out, bytes);
    case "Q4_1": return everyBlock(type, q4_1, out, bytes);
    case "Q5_0": return everyBlock(type, q5_0, out, bytes);
    case "Q5_1": return everyBlock(type, q5_1, out, bytes);
    case "Q8_0": return everyBlock(type, q8_0, out, bytes);
    case "Q2_K": return everyBlock(type, q2_k, out, bytes);
    case "Q3_K": return everyBlock(type, q3_k, out, bytes);
    case "Q4_K": return everyBlock(type, q4_k, out, bytes);
    case "Q5_K": return everyBlock(type, q5_k, out, bytes);
    case "Q6_K": return everyBlock(type, q6_k, out, bytes);
    case "IQ4_NL": return everyBlock(type, iq4_nl, out, bytes);
    case "IQ4_XS": return everyBlock(type, iq4_xs, out, bytes);
    case "MXFP4": return everyBlock(type, mxfp4, out, bytes);
    default: return type satisfies never;
  }
}

/** Writes one block that begins at byte `at` to out[to …]. */
type BlockDecoder = (out: Float32Array, to: number, view: DataView, at: number) => void;

function everyBlock(type: TensorType, decode: BlockDecoder, out: Float32Array, bytes: Uint8Array): void {
  const { blockElements, blockBytes } = typeInfo(type);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let to = 0, at = 0; to < out.length; to += blockElements, at += blockBytes) decode(out, to, view, at);
}

/** Typed arrays need an address that is a multiple of their element's size; a file promises none. */
function alignedCopy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

// Plain types. Little-endian, as every machine that JavaScript runs on.

const HALVES = everyHalf();

function everyHalf(): Float32Array {
  const bits = new Uint16Array(65536);
  for (let i = 0; i < bits.length; i++) bits[i] = i;
  return new Float32Array(new Float16Array(bits.buffer));
}

function halves(out: Float32Array, bits: Uint16Array): void {
  for (let i = 0; i < bits.length; i++) out[i] = HALVES[bits[i]!]!;
}

/** The IEEE half at byte `at`. */
function half(view: DataView, at: number): number {
  return HALVES[view.getUint16(at, true)]!;
}

/** A bfloat16 is the upper half of an f32. */
function bfloats(out: Float32Array, upper: Uint16Array): void {
  const bits = new Uint32Array(out.buffer, out.byteOffset, out.length);
  for (let i = 0; i < upper.length; i++) bits[i] = upper[i]! << 16;
}

/** E4M3FN: sign, 4 exponent bits (bias 7), 3 mantissa bits; no infinities, 0x7f and 0xff are NaN, the most is 448. */
const E4M3 = Float32Array.from({ length: 256 }, (_, byte) => {
  const sign = byte & 0x80 ? -1 : 1;
  const exponent = (byte >> 3) & 15;
  const mantissa = byte & 7;
  if ((byte & 0x7f) === 0x7f) return NaN;
  return sign * (exponent === 0 ? mantissa * 2 ** -9 : (1 + mantissa / 8) * 2 ** (exponent - 7));
});

function e4m3(out: Float32Array, bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) out[i] = E4M3[bytes[i]!]!;
}

function longs(out: Float32Array, values: BigInt64Array): void {
  for (let i = 0; i < values.length; i++) out[i] = Number(values[i]!);
}

function booleans(out: Float32Array, bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) out[i] = bytes[i] === 0 ? 0 : 1;
}

// Blocks of 32. Low nibbles are elements 0..15, high nibbles 16..31.

/** d = h(0), q[16] at 2. y = d · (q - 8) */
function q4_0(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 2 + i);
    out[to + i] = d * ((q & 15) - 8);
    out[to + i + 16] = d * ((q >> 4) - 8);
  }
}

/** d = h(0), m = h(2), q[16] at 4. y = d · q + m */
function q4_1(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const m = half(view, at + 2);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 4 + i);
    out[to + i] = d * (q & 15) + m;
    out[to + i + 16] = d * (q >> 4) + m;
  }
}

/** d = h(0), fifth bits as u32 at 2, q[16] at 6. y = d · (q - 16) */
function q5_0(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const high = view.getUint32(at + 2, true);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 6 + i);
    out[to + i] = d * (((q & 15) | (((high >>> i) & 1) << 4)) - 16);
    out[to + i + 16] = d * (((q >> 4) | (((high >>> (i + 16)) & 1) << 4)) - 16);
  }
}

/** d = h(0), m = h(2), fifth bits as u32 at 4, q[16] at 8. y = d · q + m */
function q5_1(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const m = half(view, at + 2);
  const high = view.getUint32(at + 4, true);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 8 + i);
    out[to + i] = d * ((q & 15) | (((high >>> i) & 1) << 4)) + m;
    out[to + i + 16] = d * ((q >> 4) | (((high >>> (i + 16)) & 1) << 4)) + m;
  }
}

/** d = h(0), int8 q[32] at 2. y = d · q */
function q8_0(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  for (let i = 0; i < 32; i++) out[to + i] = d * view.getInt8(at + 2 + i);
}

/** Sixteen values on a curve that fits weights better than a ruler. */
const NL = [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];

/** d = h(0), q[16] at 2. y = d · NL[q] */
function iq4_nl(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 2 + i);
    out[to + i] = d * NL[q & 15]!;
    out[to + i + 16] = d * NL[q >> 4]!;
  }
}

/** E2M1 doubled, so that the values are whole. */
const E2M1_DOUBLED = [0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12];

/** e = u8 at 0, q[16] at 1. y = 2^(e - 128) · E2M1_DOUBLED[q] */
function mxfp4(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = 2 ** (view.getUint8(at) - 128);
  for (let i = 0; i < 16; i++) {
    const q = view.getUint8(at + 1 + i);
    out[to + i] = d * E2M1_DOUBLED[q & 15]!;
    out[to + i + 16] = d * E2M1_DOUBLED[q >> 4]!;
  }
}

// Blocks of 256 with scales for each 16 or 32 elements: the K-quants.

/** scales[16] at 0 (low nibble scale, high nibble minimum), q[64] at 16, d = h(80), dmin = h(82). y = d · s · q - dmin · m */
function q2_k(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at + 80);
  const dmin = half(view, at + 82);
  for (let i = 0; i < 256; i++) {
    const scale = view.getUint8(at + (i >> 4));
    out[to + i] = d * (scale & 15) * twoBits(view, at + 16, i) - dmin * (scale >> 4);
  }
}

/** Two-bit fields of Q2_K, Q3_K and Q6_K: byte l of each half holds elements l, 32 + l, 64 + l, 96 + l of that half. */
function twoBits(view: DataView, at: number, i: number): number {
  const shift = ((i & 127) >> 5) * 2;
  return (view.getUint8(at + 32 * (i >> 7) + (i & 31)) >> shift) & 3;
}

/**
 * third bits[32] at 0, q[64] at 32, six-bit scales in 12 bytes at 96, d = h(108).
 * y = d · (s - 32) · (q - 4 if the third bit is 0)
 */
function q3_k(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at + 108);
  for (let i = 0; i < 256; i++) {
    const third = (view.getUint8(at + (i & 31)) >> (i >> 5)) & 1;
    const q = twoBits(view, at + 32, i) - (third ? 0 : 4);
    out[to + i] = d * (q3Scale(view, at + 96, i >> 4) - 32) * q;
  }
}

/** Scale j of 16: four low bits in bytes 0..7, two high bits in bytes 8..11. */
function q3Scale(view: DataView, at: number, j: number): number {
  const low = j < 8 ? view.getUint8(at + j) & 15 : view.getUint8(at + j - 8) >> 4;
  const high = (view.getUint8(at + 8 + (j & 3)) >> (2 * (j >> 2))) & 3;
  return low | (high << 4);
}

/** d = h(0), dmin = h(2), packed scales[12] at 4, q[128] at 16. y = d · s · q - dmin · m, per 32 elements */
function q4_k(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const dmin = half(view, at + 2);
  for (let j = 0; j < 8; j++) {
    const scale = d * kScale(view, at + 4, j);
    const min = dmin * kMin(view, at + 4, j);
    for (let l = 0; l < 32; l++) {
      const q = (view.getUint8(at + 16 + 32 * (j >> 1) + l) >> (4 * (j & 1))) & 15;
      out[to + 32 * j + l] = scale * q - min;
    }
  }
}

/** As Q4_K with fifth bits[32] at 16 (bit j of byte l) and q[128] at 48. */
function q5_k(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const dmin = half(view, at + 2);
  for (let j = 0; j < 8; j++) {
    const scale = d * kScale(view, at + 4, j);
    const min = dmin * kMin(view, at + 4, j);
    for (let l = 0; l < 32; l++) {
      const low = (view.getUint8(at + 48 + 32 * (j >> 1) + l) >> (4 * (j & 1))) & 15;
      const fifth = (view.getUint8(at + 16 + l) >> j) & 1;
      out[to + 32 * j + l] = scale * (low | (fifth << 4)) - min;
    }
  }
}

/** Six-bit scale j of eight, from the 12 bytes that Q4_K and Q5_K share. */
function kScale(view: DataView, at: number, j: number): number {
  if (j < 4) return view.getUint8(at + j) & 63;
  return (view.getUint8(at + j + 4) & 15) | ((view.getUint8(at + j - 4) >> 6) << 4);
}

function kMin(view: DataView, at: number, j: number): number {
  if (j < 4) return view.getUint8(at + j + 4) & 63;
  return (view.getUint8(at + j + 4) >> 4) | ((view.getUint8(at + j) >> 6) << 4);
}

/** low nibbles[128] at 0, high two bits[64] at 128, int8 scales[16] at 192, d = h(208). y = d · s · (q - 32) */
function q6_k(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at + 208);
  for (let i = 0; i < 256; i++) {
    const quarter = (i & 127) >> 5;
    const byte = view.getUint8(at + 64 * (i >> 7) + 32 * (quarter & 1) + (i & 31));
    const low = quarter < 2 ? byte & 15 : byte >> 4;
    const q = low | (twoBits(view, at + 128, i) << 4);
    out[to + i] = d * view.getInt8(at + 192 + (i >> 4)) * (q - 32);
  }
}

/** d = h(0), scales: two high bits as u16 at 2, four low bits in 4 bytes at 4; q[128] at 8. y = d · (s - 32) · NL[q] */
function iq4_xs(out: Float32Array, to: number, view: DataView, at: number): void {
  const d = half(view, at);
  const highs = view.getUint16(at + 2, true);
  for (let j = 0; j < 8; j++) {
    const low = (view.getUint8(at + 4 + (j >> 1)) >> (4 * (j & 1))) & 15;
    const scale = d * ((low | (((highs >> (2 * j)) & 3) << 4)) - 32);
    for (let l = 0; l < 16; l++) {
      const q = view.getUint8(at + 8 + 16 * j + l);
      out[to + 32 * j + l] = scale * NL[q & 15]!;
      out[to + 32 * j + l + 16] = scale * NL[q >> 4]!;
    }
  }
}
