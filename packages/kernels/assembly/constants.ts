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
/** What exp4 needs, one after another: its limits, log2 e, a rounder, ln 2 in two parts, the polynomial, 1, and 1's bits. */
export const EXP: usize = AT + 256;

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
  const exp: StaticArray<f32> = [
    -87.3, 88.3, 1.44269504088896341, 12582912, 0.693359375, -2.1219444e-4,
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1,
  ];
  for (let i = 0; i < exp.length; i++) v128.store(EXP + (<usize>i << 4), f32x4.splat(unchecked(exp[i])));
}
