import { share, silu1, silu4, sumLanes } from "./lanes";

/** out = x · rsqrt(mean(x²) + eps) · w over each of `rows` rows of n values */
export function rmsNorm(thread: i32, threads: i32, out: usize, x: usize, w: usize, rows: i32, n: i32, eps: f32): void {
  const to = share(rows, thread + 1, threads);
  for (let row = share(rows, thread, threads); row < to; row++) {
    const at = (<usize>row * n) << 2;
    normSpan(out + at, x + at, w, n, eps);
  }
}

/** In place, the first D of every `stride` values. */
export function normHeads(thread: i32, threads: i32, x: usize, w: usize, heads: i32, stride: i32, D: i32, eps: f32): void {
  const to = share(heads, thread + 1, threads);
  for (let h = share(heads, thread, threads); h < to; h++) {
    const at = x + ((<usize>h * stride) << 2);
    normSpan(at, at, w, D, eps);
  }
}

/** out = w · x · rsqrt(mean(x²) + eps) · silu(z), per head of D: the norm comes before the gate. */
export function gatedNorm(
  thread: i32, threads: i32, out: usize, x: usize, z: usize, w: usize, heads: i32, D: i32, eps: f32,
): void {
  const to = share(heads, thread + 1, threads);
  for (let h = share(heads, thread, threads); h < to; h++) {
    let at = (<usize>h * D) << 2;
    const scale = <f32>1 / sqrt(sumOfSquares(x + at, D) / <f32>D + eps);
    const scales = f32x4.splat(scale);
    let weight = w;
    let i = 0;
    for (; i + 4 <= D; i += 4) {
      const y = f32x4.mul(f32x4.mul(v128.load(x + at), scales), v128.load(weight));
      v128.store(out + at, f32x4.mul(y, silu4(v128.load(z + at))));
      at += 16;
      weight += 16;
    }
    for (; i < D; i++) {
      store<f32>(out + at, load<f32>(x + at) * scale * load<f32>(weight) * silu1(load<f32>(z + at)));
      at += 4;
      weight += 4;
    }
  }
}

function normSpan(out: usize, x: usize, w: usize, n: i32, eps: f32): void {
  const scale = <f32>1 / sqrt(sumOfSquares(x, n) / <f32>n + eps);
  const scales = f32x4.splat(scale);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(out, f32x4.mul(f32x4.mul(v128.load(x), scales), v128.load(w)));
    x += 16;
    w += 16;
    out += 16;
  }
  for (; i < n; i++) {
    store<f32>(out, load<f32>(x) * scale * load<f32>(w));
    x += 4;
    w += 4;
    out += 4;
  }
}

/** Σx². Eight running sums: short chains, and less rounding than one long sum. */
export function sumOfSquares(x: usize, n: i32): f32 {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let i = 0;
  for (; i + 8 <= n; i += 8) {
    const v = v128.load(x);
    const w = v128.load(x, 16);
    a = f32x4.add(a, f32x4.mul(v, v));
    b = f32x4.add(b, f32x4.mul(w, w));
    x += 32;
  }
  let sum = sumLanes(f32x4.add(a, b));
  for (; i < n; i++) {
    const v = load<f32>(x);
    sum += v * v;
    x += 4;
  }
  return sum;
}
