import { clear, exp1, madd, share, sigmoid1, take } from "./lanes";
import { sumOfSquares } from "./norms";

/**
 * First half of the gated delta rule: what every position needs and no position changes. Threads take positions.
 *
 *   keys [T, Hk, 2, Dk]  per key head: k normalised, then q normalised and scaled by Dk^-0.5
 *   gates [T, Hv, 2]     e^g with g = decay · softplus(a + dtBias), and beta = sigmoid(b)
 */
export function deltaNetPrepare(
  thread: i32, threads: i32, qkv: usize, a: usize, b: usize, decay: usize, dtBias: usize, keys: usize, gates: usize,
  T: i32, Hk: i32, Hv: i32, Dk: i32, Dv: i32,
): void {
  const to = share(T, thread + 1, threads);
  const row = 2 * Hk * Dk + Hv * Dv;
  for (let t = share(T, thread, threads); t < to; t++) {
    for (let h = 0; h < Hk; h++) {
      const q = qkv + ((<usize>t * row + h * Dk) << 2);
      const k = q + (<usize>(Hk * Dk) << 2);
      const out = keys + ((<usize>(t * Hk + h) * 2 * Dk) << 2);
      scaled(out, k, Dk, <f32>1 / sqrt(sumOfSquares(k, Dk) + <f32>1e-6));
      scaled(out + (<usize>Dk << 2), q, Dk, <f32>1 / (sqrt(sumOfSquares(q, Dk) + <f32>1e-6) * sqrt(<f32>Dk)));
    }
    for (let h = 0; h < Hv; h++) {
      const at = <usize>(t * Hv + h) << 2;
      const head = <usize>h << 2;
      const x = load<f32>(a + at) + load<f32>(dtBias + head);
      const softplus: f32 = x > 20 ? x : log1pExp(x);
      store<f32>(gates + (at << 1), exp1(load<f32>(decay + head) * softplus));
      store<f32>(gates + (at << 1), sigmoid1(load<f32>(b + at)), 4);
    }
  }
}

/** ln(1 + e^x), x <= 20 or NaN. For tiny e^x the sum would lose it: the series u - u²/2 + u³/3 keeps it. */
function log1pExp(x: f32): f32 {
  const u = <f64>exp1(x);
  return u < 1e-4 ? <f32>(u - u * u * 0.5 + (u * u * u) / 3) : <f32>Math.log(1 + u);
}

function scaled(out: usize, x: usize, n: i32, scale: f32): void {
  const scales = f32x4.splat(scale);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(out, f32x4.mul(v128.load(x), scales));
    x += 16;
    out += 16;
  }
  for (; i < n; i++) {
    store<f32>(out, load<f32>(x) * scale);
    x += 4;
    out += 4;
  }
}

/**
 * Second half: the recurrence itself. A unit of work is 16 columns of one head's state: columns never meet, so the
 * strip [Dk, 16] (8 KB) stays in L1 for all T positions. Per position
 *
 *   r = Sᵀk, s = Sᵀq          one pass over the strip
 *   δ = β (v - e^g r)
 *   S = e^g S + k ⊗ δ         second pass
 *   o = e^g s + (q · k) δ     which is Sᵀq of the new state
 *
 * @param out   [T, Hv, Dv]
 * @param state [Hv, Dk, Dv], updated
 * @param strip thread's scratch, [Dk, 16] f32
 */
export function deltaNet(
  thread: i32, threads: i32, counter: usize, out: usize, qkv: usize, keys: usize, gates: usize, state: usize, scratch: usize,
  scratchBytes: i32, T: i32, Hk: i32, Hv: i32, Dk: i32, Dv: i32, tiled: i32,
): void {
  const strip = scratch + <usize>thread * scratchBytes;
  const strips = (Dv + 15) >> 4;
  const units = Hv * strips;
  const row = 2 * Hk * Dk + Hv * Dv;
  for (let unit = take(counter, 1); unit < units; unit = take(counter, 1)) {
    const head = unit / strips;
    const column = (unit - head * strips) << 4;
    const width = min(16, Dv - column);
    const keyHead = tiled ? head % Hk : head / (Hv / Hk);
    const home = state + ((<usize>head * Dk * Dv + column) << 2);
    // One position alone is worked out in place: carrying the strip to L1 and back pays from the second one on.
    const inPlace = T == 1 && width == 16;
    const work = inPlace ? home : strip;
    const stride: usize = inPlace ? <usize>Dv << 2 : 64;
    if (!inPlace) moveStrip(strip, 16, home, Dv, Dk, width, true);
    for (let t = 0; t < T; t++) {
      const v = qkv + ((<usize>t * row + 2 * Hk * Dk + head * Dv + column) << 2);
      const o = out + ((<usize>(t * Hv + head) * Dv + column) << 2);
      const k = keys + ((<usize>(t * Hk + keyHead) * 2 * Dk) << 2);
      const gate = gates + (<usize>(t * Hv + head) << 3);
      step(work, stride, k, v, o, load<f32>(gate), load<f32>(gate, 4), Dk, width);
    }
    if (!inPlace) moveStrip(home, Dv, strip, 16, Dk, width, false);
  }
}

/** Copies `width` columns of `rows` rows; strides in elements. `pad` clears the columns of the strip beyond width. */
function moveStrip(to: usize, toStride: i32, from: usize, fromStride: i32, rows: i32, width: i32, pad: bool): void {
  for (let i = 0; i < rows; i++) {
    if (width == 16) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      v128.store(to, v128.load(from, 32), 32);
      v128.store(to, v128.load(from, 48), 48);
    } else {
      if (pad) clear(to, 64);
      for (let c = 0; c < width; c++) store<f32>(to + (c << 2), load<f32>(from + (c << 2)));
    }
    to += <usize>toStride << 2;
    from += <usize>fromStride << 2;
  }
}

function step(
  strip: usize, stride: usize, k: usize, v: usize, o: usize, decay: f32, beta: f32, Dk: i32, width: i32,
): void {
  const q = k + (<usize>Dk << 2);
  let r0 = f32x4.splat(0), r1 = r0, r2 = r0, r3 = r0;
  let s0 = r0, s1 = r0, s2 = r0, s3 = r0;
  let qk: f32 = 0;
  let at = strip;
  for (let i: usize = 0; i < <usize>Dk << 2; i += 4) {
    const ki = v128.load32_splat(k + i);
    const qi = v128.load32_splat(q + i);
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    r0 = madd(a, ki, r0);
    r1 = madd(b, ki, r1);
    r2 = madd(c, ki, r2);
    r3 = madd(d, ki, r3);
    s0 = madd(a, qi, s0);
    s1 = madd(b, qi, s1);
    s2 = madd(c, qi, s2);
    s3 = madd(d, qi, s3);
    qk += load<f32>(k + i) * load<f32>(q + i);
    at += stride;
  }
  const g = f32x4.splat(decay);
  const w = f32x4.splat(beta);
  const m = f32x4.splat(qk);
  const d0 = f32x4.mul(w, f32x4.sub(lanesOf(v, 0, width), f32x4.mul(g, r0)));
  const d1 = f32x4.mul(w, f32x4.sub(lanesOf(v, 4, width), f32x4.mul(g, r1)));
  const d2 = f32x4.mul(w, f32x4.sub(lanesOf(v, 8, width), f32x4.mul(g, r2)));
  const d3 = f32x4.mul(w, f32x4.sub(lanesOf(v, 12, width), f32x4.mul(g, r3)));
  storeLanes(o, 0, width, madd(m, d0, f32x4.mul(g, s0)));
  storeLanes(o, 4, width, madd(m, d1, f32x4.mul(g, s1)));
  storeLanes(o, 8, width, madd(m, d2, f32x4.mul(g, s2)));
  storeLanes(o, 12, width, madd(m, d3, f32x4.mul(g, s3)));
  at = strip;
  for (let i: usize = 0; i < <usize>Dk << 2; i += 4) {
    const ki = v128.load32_splat(k + i);
    v128.store(at, madd(ki, d0, f32x4.mul(v128.load(at), g)));
    v128.store(at, madd(ki, d1, f32x4.mul(v128.load(at, 16), g)), 16);
    v128.store(at, madd(ki, d2, f32x4.mul(v128.load(at, 32), g)), 32);
    v128.store(at, madd(ki, d3, f32x4.mul(v128.load(at, 48), g)), 48);
    at += stride;
  }
}

/** Values [from, from + 4) of a row of `width`; zero beyond its end. */
// @ts-ignore: decorator
@inline
function lanesOf(x: usize, from: i32, width: i32): v128 {
  const at = x + (<usize>from << 2);
  if (from + 4 <= width) return v128.load(at);
  let lanes = f32x4.splat(0);
  if (from < width) lanes = f32x4.replace_lane(lanes, 0, load<f32>(at));
  if (from + 1 < width) lanes = f32x4.replace_lane(lanes, 1, load<f32>(at, 4));
  if (from + 2 < width) lanes = f32x4.replace_lane(lanes, 2, load<f32>(at, 8));
  return lanes;
}

// @ts-ignore: decorator
@inline
function storeLanes(x: usize, from: i32, width: i32, lanes: v128): void {
  const at = x + (<usize>from << 2);
  if (from + 4 <= width) {
    v128.store(at, lanes);
    return;
  }
  if (from < width) store<f32>(at, f32x4.extract_lane(lanes, 0));
  if (from + 1 < width) store<f32>(at, f32x4.extract_lane(lanes, 1), 4);
  if (from + 2 < width) store<f32>(at, f32x4.extract_lane(lanes, 2), 8);
}
