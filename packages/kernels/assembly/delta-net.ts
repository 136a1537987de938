import { clear, exp1, madd, share, sigmoid1, sumLanes, take } from "./lanes";
import { sumOfSquares } from "./norms";

/** Positions that are taken at once when there are as many. */
const CHUNK: i32 = 4;

/**
 * First half of the gated delta rule: what every position needs and no position changes. Threads take chunks of four
 * positions.
 *
 *   keys [T, Hk, 2, Dk]  per key head: k normalised, then q normalised and scaled by Dk^-0.5
 *   gates [T, Hv, 2]     e^g with g = decay · softplus(a + dtBias), and beta = sigmoid(b)
 *   dots [T, Hk, 2, 4]   products of the chunk's i-th k with this position's k, i before it, and with its q, i up to it
 */
export function deltaNetPrepare(
  thread: i32, threads: i32, qkv: usize, a: usize, b: usize, decay: usize, dtBias: usize, keys: usize, gates: usize,
  dots: usize, T: i32, Hk: i32, Hv: i32, Dk: i32, Dv: i32,
): void {
  const chunks = (T + CHUNK - 1) / CHUNK;
  const to = min(T, share(chunks, thread + 1, threads) * CHUNK);
  const row = 2 * Hk * Dk + Hv * Dv;
  for (let t = share(chunks, thread, threads) * CHUNK; t < to; t++) {
    for (let h = 0; h < Hk; h++) {
      const q = qkv + ((<usize>t * row + h * Dk) << 2);
      const k = q + (<usize>(Hk * Dk) << 2);
      const out = keys + ((<usize>(t * Hk + h) * 2 * Dk) << 2);
      scaled(out, k, Dk, <f32>1 / sqrt(sumOfSquares(k, Dk) + <f32>1e-6));
      scaled(out + (<usize>Dk << 2), q, Dk, <f32>1 / (sqrt(sumOfSquares(q, Dk) + <f32>1e-6) * sqrt(<f32>Dk)));
      if (T >= CHUNK) {
        for (let i = t & ~(CHUNK - 1); i <= t; i++) {
          const earlier = keys + ((<usize>(i * Hk + h) * 2 * Dk) << 2);
          const to = dots + (<usize>((t * Hk + h) * 2 * CHUNK + (i & (CHUNK - 1))) << 2);
          store<f32>(to, product(earlier, out, Dk));
          store<f32>(to, product(earlier, out + (<usize>Dk << 2), Dk), CHUNK * 4);
        }
      }
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

/** Σ x · y */
function product(x: usize, y: usize, n: i32): f32 {
  let sums = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    sums = madd(v128.load(x), v128.load(y), sums);
    x += 16;
    y += 16;
  }
  let sum = sumLanes(sums);
  for (; i < n; i++) {
    sum += load<f32>(x) * load<f32>(y);
    x += 4;
    y += 4;
  }
  return sum;
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
 * Four positions together need one pass for all r and s of the state before them, and one to change it (see chunk).
 *
 * @param out     [T, Hv, Dv]
 * @param state   [Hv, Dk, Dv], updated
 * @param scratch of a thread: strip [Dk, 16] f32, then 1 KB for a chunk
 */
export function deltaNet(
  thread: i32, threads: i32, counter: usize, out: usize, qkv: usize, keys: usize, gates: usize, dots: usize, state: usize,
  scratch: usize, scratchBytes: i32, T: i32, Hk: i32, Hv: i32, Dk: i32, Dv: i32, tiled: i32,
): void {
  const strip = scratch + <usize>thread * scratchBytes;
  const strips = (Dv + 15) >> 4;
  const units = Hv * strips;
  const row = 2 * Hk * Dk + Hv * Dv;
  const taken = T == 1 ? strips : 1; // one position: whole heads, so that their states are read from end to end
  for (let first = take(counter, taken); first < units; first = take(counter, taken)) {
    for (let unit = first; unit < first + taken; unit++) {
      const head = unit / strips;
      const column = (unit - head * strips) << 4;
      const width = min(16, Dv - column);
      const keyHead = tiled ? head % Hk : head / (Hv / Hk);
      const home = state + ((<usize>head * Dk * Dv + column) << 2);
      // One position alone is worked out in place: carrying the strip to L1 and back pays from the second one on.
      const inPlace = T == 1 && width == 16;
      const work = inPlace ? home : strip;
      const stride: usize = inPlace ? <usize>Dv << 2 : 64;
      if (inPlace && column == 0) touch(home, <usize>(Dk * Dv) << 2, strip);
      if (!inPlace) moveStrip(strip, 16, home, Dv, Dk, width, true);
      let t = 0;
      for (; t + CHUNK <= T; t += CHUNK) {
        chunk(
          strip, keys + ((<usize>(t * Hk + keyHead) * 2 * Dk) << 2), (<usize>Hk * 2 * Dk) << 2,
          dots + (<usize>((t * Hk + keyHead) * 2 * CHUNK) << 2), <usize>(Hk * 2 * CHUNK) << 2,
          qkv + ((<usize>t * row + 2 * Hk * Dk + head * Dv + column) << 2), <usize>row << 2,
          out + ((<usize>(t * Hv + head) * Dv + column) << 2), <usize>(Hv * Dv) << 2,
          gates + (<usize>(t * Hv + head) << 3), <usize>Hv << 3, Dk, width,
        );
      }
      for (; t < T; t++) {
        const v = qkv + ((<usize>t * row + 2 * Hk * Dk + head * Dv + column) << 2);
        const o = out + ((<usize>(t * Hv + head) * Dv + column) << 2);
        const k = keys + ((<usize>(t * Hk + keyHead) * 2 * Dk) << 2);
        const gate = gates + (<usize>(t * Hv + head) << 3);
        step(work, stride, k, v, o, load<f32>(gate), load<f32>(gate, 4), Dk, width);
      }
      if (!inPlace) moveStrip(home, Dv, strip, 16, Dk, width, false);
    }
  }
}

/** Reads memory from end to end, as the prefetchers like it, before strips of it are read in jumps of a row. */
function touch(from: usize, bytes: usize, scratch: usize): void {
  let all = v128.load(from);
  for (const end = from + bytes; from < end; from += 64) all = v128.or(all, v128.load(from));
  v128.store(scratch, all); // a value that nobody stores would not be read
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

/**
 * Four positions at once. With g_j for e^g of position j, S the state before all of them and S_j the state after j:
 *
 *   S_j = (g_0 … g_j) S + Σ_{i<=j} (g_{i+1} … g_j) k_i ⊗ δ_i
 *
 * so r and o of every position follow from Sᵀk_j and Sᵀq_j, which need one pass over the strip for two positions, and
 * from products of the keys. Strides of k, v, o, gates and dots from one position to the next are in bytes.
 */
function chunk(
  strip: usize, k: usize, kStride: usize, dots: usize, dotStride: usize, v: usize, vStride: usize, o: usize, oStride: usize,
  gates: usize, gateStride: usize, Dk: i32, width: i32,
): void {
  const sums = strip + (<usize>Dk << 6); // [4 positions][Sᵀk, Sᵀq][16]
  const deltas = sums + 512; // [4 positions][16]
  const factors = deltas + 256; // of δ_i in r, then in o
  for (let half: usize = 0; half < 64; half += 32) {
    project(sums + half, strip + half, k, kStride, Dk);
    project(sums + half + 256, strip + half, k + 2 * kStride, kStride, Dk);
  }
  for (let j = 0; j < CHUNK; j++) {
    const g = load<f32>(gates + <usize>j * gateStride);
    const beta = f32x4.splat(load<f32>(gates + <usize>j * gateStride, 4));
    const dot = dots + <usize>j * dotStride;
    let kept: f32 = 1; // g_{i+1} … g_{j-1}
    for (let i = j - 1; i >= 0; i--) {
      store<f32>(factors + (i << 2), kept * load<f32>(dot + (i << 2)));
      store<f32>(factors + (i << 2), g * kept * load<f32>(dot + (i << 2), 16), 16);
      kept *= load<f32>(gates + <usize>i * gateStride);
    }
    const before = f32x4.splat(kept);
    const decay = f32x4.splat(g);
    const after = f32x4.splat(kept * g);
    const own = f32x4.splat(load<f32>(dot + (j << 2), 16));
    const at = sums + <usize>(j << 7);
    for (let c = 0; c < 16; c += 4) {
      const lane = <usize>c << 2;
      let r = f32x4.mul(before, v128.load(at + lane));
      let y = f32x4.mul(after, v128.load(at + lane, 64));
      for (let i = 0; i < j; i++) {
        const delta = v128.load(deltas + <usize>(i << 6) + lane);
        r = madd(v128.load32_splat(factors + (i << 2)), delta, r);
        y = madd(v128.load32_splat(factors + (i << 2), 16), delta, y);
      }
      const value = lanesOf(v + <usize>j * vStride, c, width);
      const delta = f32x4.mul(beta, f32x4.sub(value, f32x4.mul(decay, r)));
      v128.store(deltas + <usize>(j << 6) + lane, delta);
      storeLanes(o + <usize>j * oStride, c, width, madd(own, delta, y));
    }
  }
  // What is left of each δ after the last position.
  let kept: f32 = 1;
  for (let i = CHUNK - 1; i >= 0; i--) {
    const factor = f32x4.splat(kept);
    for (let at = deltas + <usize>(i << 6), end = at + 64; at < end; at += 16) v128.store(at, f32x4.mul(factor, v128.load(at)));
    kept *= load<f32>(gates + <usize>i * gateStride);
  }
  update(strip, deltas, k, kStride, kept, Dk);
  update(strip + 32, deltas + 32, k, kStride, kept, Dk);
}

/** Sᵀk and Sᵀq of two positions and 8 columns: rows of 16 at out, out + 64, … */
function project(out: usize, strip: usize, k: usize, kStride: usize, Dk: i32): void {
  const q = k + (<usize>Dk << 2);
  const k2 = k + kStride;
  const q2 = q + kStride;
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let i: usize = 0; i < <usize>Dk << 2; i += 4) {
    const s0 = v128.load(strip);
    const s1 = v128.load(strip, 16);
    let x = v128.load32_splat(k + i);
    a0 = madd(s0, x, a0);
    a1 = madd(s1, x, a1);
    x = v128.load32_splat(q + i);
    b0 = madd(s0, x, b0);
    b1 = madd(s1, x, b1);
    x = v128.load32_splat(k2 + i);
    c0 = madd(s0, x, c0);
    c1 = madd(s1, x, c1);
    x = v128.load32_splat(q2 + i);
    d0 = madd(s0, x, d0);
    d1 = madd(s1, x, d1);
    strip += 64;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  v128.store(out, b0, 64);
  v128.store(out, b1, 80);
  v128.store(out, c0, 128);
  v128.store(out, c1, 144);
  v128.store(out, d0, 192);
  v128.store(out, d1, 208);
}

/** 8 columns: S = kept · S + Σ k_i ⊗ δ_i over four positions. */
function update(strip: usize, deltas: usize, k: usize, kStride: usize, kept: f32, Dk: i32): void {
  const a0 = v128.load(deltas), a1 = v128.load(deltas, 16), b0 = v128.load(deltas, 64), b1 = v128.load(deltas, 80);
  const c0 = v128.load(deltas, 128), c1 = v128.load(deltas, 144), d0 = v128.load(deltas, 192), d1 = v128.load(deltas, 208);
  const k2 = k + kStride, k3 = k2 + kStride, k4 = k3 + kStride;
  const keep = f32x4.splat(kept);
  for (let i: usize = 0; i < <usize>Dk << 2; i += 4) {
    let s0 = f32x4.mul(keep, v128.load(strip));
    let s1 = f32x4.mul(keep, v128.load(strip, 16));
    let x = v128.load32_splat(k + i);
    s0 = madd(a0, x, s0);
    s1 = madd(a1, x, s1);
    x = v128.load32_splat(k2 + i);
    s0 = madd(b0, x, s0);
    s1 = madd(b1, x, s1);
    x = v128.load32_splat(k3 + i);
    s0 = madd(c0, x, s0);
    s1 = madd(c1, x, s1);
    x = v128.load32_splat(k4 + i);
    s0 = madd(d0, x, s0);
    s1 = madd(d1, x, s1);
    v128.store(strip, s0);
    v128.store(strip, s1, 16);
    strip += 64;
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
