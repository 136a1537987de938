import { share, sigmoid1, sigmoid4, silu1, silu4 } from "./lanes";

/** out = x */
export function copy(thread: i32, threads: i32, out: usize, x: usize, n: i32): void {
  const from = share(n, thread, threads);
  const to = share(n, thread + 1, threads);
  memory.copy(out + (<usize>from << 2), x + (<usize>from << 2), <usize>(to - from) << 2);
}

/** x += y */
export function add(thread: i32, threads: i32, x: usize, y: usize, n: i32): void {
  const from = share(n, thread, threads);
  addSpan(x + (<usize>from << 2), y + (<usize>from << 2), share(n, thread + 1, threads) - from);
}

/** x [T, N] += bias [N] */
export function addBias(thread: i32, threads: i32, x: usize, bias: usize, T: i32, N: i32): void {
  const to = share(T, thread + 1, threads);
  for (let t = share(T, thread, threads); t < to; t++) addSpan(x + ((<usize>t * N) << 2), bias, N);
}

function addSpan(x: usize, y: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(x, f32x4.add(v128.load(x), v128.load(y)));
    x += 16;
    y += 16;
  }
  for (; i < n; i++) {
    store<f32>(x, load<f32>(x) + load<f32>(y));
    x += 4;
    y += 4;
  }
}

/** out = silu(gate) · up */
export function swiglu(thread: i32, threads: i32, out: usize, gate: usize, up: usize, n: i32): void {
  // Whole vectors per thread, so that a value is never computed by a vector here and by a scalar there.
  const quads = n >> 2;
  let i = share(quads, thread, threads) << 2;
  const to = share(quads, thread + 1, threads) << 2;
  for (; i < to; i += 4) {
    const at = <usize>i << 2;
    v128.store(out + at, f32x4.mul(silu4(v128.load(gate + at)), v128.load(up + at)));
  }
  if (thread != threads - 1) return;
  for (; i < n; i++) {
    const at = <usize>i << 2;
    store<f32>(out + at, silu1(load<f32>(gate + at)) * load<f32>(up + at));
  }
}

/** x [heads, D] *= sigmoid(values D … 2D of each head of qg [heads, 2D]) */
export function sigmoidGate(thread: i32, threads: i32, x: usize, qg: usize, heads: i32, D: i32): void {
  const to = share(heads, thread + 1, threads);
  for (let h = share(heads, thread, threads); h < to; h++) {
    let at = x + ((<usize>h * D) << 2);
    let gate = qg + ((<usize>(2 * h + 1) * D) << 2);
    let i = 0;
    for (; i + 4 <= D; i += 4) {
      v128.store(at, f32x4.mul(v128.load(at), sigmoid4(v128.load(gate))));
      at += 16;
      gate += 16;
    }
    for (; i < D; i++) {
      store<f32>(at, load<f32>(at) * sigmoid1(load<f32>(gate)));
      at += 4;
      gate += 4;
    }
  }
}
