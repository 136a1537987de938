// Small things on four f32 lanes.
import { EXP, HALF_BITS, HALF_SCALE } from "./constants";

/** a · b + c, fused where the build may. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

// @ts-ignore: decorator
@inline
export function sumLanes(a: v128): f32 {
  return (
    f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3))
  );
}

// @ts-ignore: decorator
@inline
export function maxLanes(a: v128): f32 {
  return max(
    max(f32x4.extract_lane(a, 0), f32x4.extract_lane(a, 1)),
    max(f32x4.extract_lane(a, 2), f32x4.extract_lane(a, 3)),
  );
}

/**
 * e^x, relative error below 2e-7 in (-87.3, 88.3), clamped outside; NaN stays NaN (pmin and pmax keep their first).
 * x = n ln 2 + r, e^x = 2^n e^r with the polynomial of Cephes' expf for e^r. Adding 1.5 · 2^23 rounds to an integer and
 * leaves it in the low bits, from where a shift makes it an exponent.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, v128.load(EXP)), v128.load(EXP, 16));
  const magic = v128.load(EXP, 48);
  const rounded = madd(x, v128.load(EXP, 32), magic);
  const n = f32x4.sub(rounded, magic);
  let r = f32x4.sub(x, f32x4.mul(n, v128.load(EXP, 64)));
  r = f32x4.sub(r, f32x4.mul(n, v128.load(EXP, 80)));
  let p = madd(v128.load(EXP, 96), r, v128.load(EXP, 112));
  p = madd(p, r, v128.load(EXP, 128));
  p = madd(p, r, v128.load(EXP, 144));
  p = madd(p, r, v128.load(EXP, 160));
  p = madd(p, r, v128.load(EXP, 176));
  const one = v128.load(EXP, 192);
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), one);
  return f32x4.mul(p, i32x4.add(i32x4.shl(rounded, 23), one));
}

/** 1 / (1 + e^-x) */
// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const one = v128.load(EXP, 192);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** x / (1 + e^-x) */
// @ts-ignore: decorator
@inline
export function silu4(x: v128): v128 {
  return f32x4.div(x, f32x4.add(v128.load(EXP, 192), exp4(f32x4.neg(x))));
}

/** The same functions for the few values that do not fill four lanes. */
export function silu1(x: f32): f32 {
  return f32x4.extract_lane(silu4(f32x4.splat(x)), 0);
}

export function sigmoid1(x: f32): f32 {
  return f32x4.extract_lane(sigmoid4(f32x4.splat(x)), 0);
}

export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

/**
 * Four halves as f32, without a table: sign and magnitude move to f32's places, 2^112 corrects the exponent.
 * Exact, subnormals and sign included; infinities and NaN are not preserved (weights have none).
 */
// @ts-ignore: decorator
@inline
export function halves4(at: usize, bits: v128, scale: v128): v128 {
  return f32x4.mul(v128.and(i32x4.shl(v128.load16x4_s(at), 13), bits), scale);
}

/** One half as f32, for places that are not hot. */
export function half1(at: usize): f32 {
  const bits = <u32>load<i16>(at);
  return reinterpret<f32>((bits << 13) & 0x8fffe000) * reinterpret<f32>(0x77800000);
}

export function loadHalves4(at: usize): v128 {
  return halves4(at, v128.load(HALF_BITS), v128.load(HALF_SCALE));
}

/** Four E4M3 numbers, sign-extended to 32 bits, as f32: exact, subnormals included; NaN becomes 480 (weights have none). */
// @ts-ignore: decorator
@inline
export function eights4(bytes: v128, bits: v128, scale: v128): v128 {
  return f32x4.mul(v128.and(i32x4.shl(bytes, 20), bits), scale);
}

/** First index of a thread's share of `count` things. */
// @ts-ignore: decorator
@inline
export function share(count: i32, thread: i32, threads: i32): i32 {
  return <i32>((<i64>count * <i64>thread) / <i64>threads);
}

/** Takes the next `step` units of work from a counter that all threads share. */
// @ts-ignore: decorator
@inline
export function take(counter: usize, step: i32): i32 {
  return atomic.add<i32>(counter, step);
}

/** Four bfloat16 as f32. */
// @ts-ignore: decorator
@inline
export function brains4(at: usize): v128 {
  return i32x4.shl(v128.load16x4_u(at), 16);
}

/** Zeroes a few hundred bytes (a multiple of 16). memory.fill leaves the module, which costs more than this loop. */
// @ts-ignore: decorator
@inline
export function clear(at: usize, bytes: usize): void {
  for (const end = at + bytes; at < end; at += 16) v128.store(at, i32x4.splat(0));
}
