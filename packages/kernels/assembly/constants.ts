// Vector constants, kept in memory. A v128 literal in a loop is rebuilt by V8 at every use; a load from a fixed address
// before the loop stays in a register (15 -> 23 GB/s in the Q8_0 product). The first page of memory is ours:
//   1024 constants (this file) · 2048 the thread pool's words · 4096 arguments · 65536 the heap

const AT: usize = 1024;

export const ONES_I16: usize = AT;
export const LOW_NIBBLES: usize = AT + 16;
export const HIGH_BYTES: usize = AT + 32;
export const BIT_4: usize = AT + 48;
export const LOW_2_BITS: usize = AT + 64;
export const HALF_BITS: usize = AT + 80;
export const HALF_SCALE: usize = AT + 96;
export const LOW_5_BITS: usize = AT + 112;
export const LOW_6_BITS: usize = AT + 128;
export const BIT_2: usize = AT + 144;
export const BITS_2_TO_4: usize = AT + 160;
export const BITS_2_AND_3: usize = AT + 176;
export const BITS_4_AND_5: usize = AT + 192;
/** The lowest bit of each byte; the bits 1, 2, 4 … 128 of each eight bytes. */
export const LOW_BITS: usize = AT + 208;
export const BIT_MASKS: usize = AT + 224;
/** Sign, exponent and fraction of an FP8 number that was moved to f32's place, and 2^120, which corrects its exponent. */
export const F8_BITS: usize = AT + 240;
export const F8_SCALE: usize = AT + 512;
/** What exp4 needs, one after another: its limits, log2 e, a rounder, ln 2 in two parts, the polynomial, 1, and 1's bits. */
export const EXP: usize = AT + 256;
/** Sixteen values of a nibble: those of IQ4, and those of MXFP4 plus 12. */
export const NL: usize = AT + 480;
export const E2M1_PLUS_12: usize = AT + 496;

/** Fills the constants. Called once, by one thread, before any kernel. */
export function start(_thread: i32, _threads: i32): void {
  v128.store(ONES_I16, i16x8.splat(1));
  v128.store(LOW_NIBBLES, i8x16.splat(0x0f));
  v128.store(HIGH_BYTES, i16x8.splat(<i16>0xff00));
  v128.store(BIT_4, i8x16.splat(0x10));
  v128.store(LOW_2_BITS, i8x16.splat(0x03));
  v128.store(LOW_5_BITS, i8x16.splat(0x1f));
  v128.store(LOW_6_BITS, i8x16.splat(0x3f));
  v128.store(BIT_2, i8x16.splat(0x04));
  v128.store(BITS_2_TO_4, i8x16.splat(0x1c));
  v128.store(BITS_2_AND_3, i8x16.splat(0x0c));
  v128.store(BITS_4_AND_5, i8x16.splat(0x30));
  v128.store(HALF_BITS, i32x4.splat(0x8fffe000));
  v128.store(HALF_SCALE, f32x4.splat(reinterpret<f32>(0x77800000))); // 2^112
  v128.store(LOW_BITS, i8x16.splat(0x01));
  v128.store(BIT_MASKS, i64x2.splat(0x8040201008040201));
  v128.store(F8_BITS, i32x4.splat(0x87f00000));
  v128.store(F8_SCALE, f32x4.splat(reinterpret<f32>(0x7b800000))); // 2^120
  v128.store(NL, i8x16(-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113));
  v128.store(E2M1_PLUS_12, i8x16(12, 13, 14, 15, 16, 18, 20, 24, 12, 11, 10, 9, 8, 6, 4, 0));
  const exp: StaticArray<f32> = [
    -87.3, 88.3, 1.44269504088896341, 12582912, 0.693359375, -2.1219444e-4,
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1,
  ];
  for (let i = 0; i < exp.length; i++) v128.store(EXP + (<usize>i << 4), f32x4.splat(unchecked(exp[i])));
}
