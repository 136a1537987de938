import { share, silu1, silu4 } from "./lanes";

/**
 * out[t, c] = silu( Σ_k w[c, k] · x[t - K + 1 + k, c] ), inputs before row 0 from state [K-1, C].
 * Threads take channels. `state` is left alone (other threads may still read it): causalConvState follows.
 * @param taps  [C, K]
 * @param w     [K, C] scratch: the taps turned so that channels lie side by side; each thread turns its own
 */
export function causalConv(
  thread: i32, threads: i32, out: usize, x: usize, taps: usize, w: usize, state: usize, T: i32, C: i32, K: i32,
): void {
  const quads = C >> 2;
  const from = share(quads, thread, threads) << 2;
  const to = share(quads, thread + 1, threads) << 2;
  const last = thread == threads - 1 ? C : to;
  if (K == 4) turn4(w, taps, from, to, C);
  for (let k = 0; k < K; k++) {
    for (let c = K == 4 ? max(from, quads << 2) : from; c < last; c++) store<f32>(at(w, k, C, c), load<f32>(at(taps, c, K, k)));
  }
  for (let t = 0; t < T; t++) {
    if (K == 4) convolve4(t, from, to, out, x, w, state, C);
    else for (let c = from; c < to; c += 4) {
      let sum = f32x4.splat(0);
      for (let k = 0; k < K; k++) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(at(w, k, C, c)), v128.load(input(x, state, t - K + 1 + k, C, K, c))));
      }
      v128.store(at(out, t, C, c), silu4(sum));
    }
    if (thread != threads - 1) continue;
    for (let c = quads << 2; c < C; c++) {
      let sum: f32 = 0;
      for (let k = 0; k < K; k++) sum += load<f32>(at(w, k, C, c)) * load<f32>(input(x, state, t - K + 1 + k, C, K, c));
      store<f32>(at(out, t, C, c), silu1(sum));
    }
  }
}

/** Four taps of channels [from, to), whole vectors, from [C, 4] to [4, C]. */
function turn4(w: usize, taps: usize, from: i32, to: i32, C: i32): void {
  const row = <usize>C << 2;
  let w0 = at(w, 0, C, from), w1 = w0 + row, w2 = w1 + row, w3 = w2 + row;
  let t = at(taps, from, 4, 0);
  for (const end = at(w, 0, C, to); w0 < end; w0 += 16) {
    const a = v128.load(t), b = v128.load(t, 16), c = v128.load(t, 32), d = v128.load(t, 48);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7), cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    v128.store(w0, v128.shuffle<i64>(ab, cd, 0, 2));
    v128.store(w1, v128.shuffle<i64>(ab, cd, 1, 3));
    v128.store(w2, v128.shuffle<i64>(ab2, cd2, 0, 2));
    v128.store(w3, v128.shuffle<i64>(ab2, cd2, 1, 3));
    t += 64;
    w1 += 16;
    w2 += 16;
    w3 += 16;
  }
}

/** Channels [from, to) of one position with four taps, the width that every published checkpoint has. */
function convolve4(t: i32, from: i32, to: i32, out: usize, x: usize, w: usize, state: usize, C: i32): void {
  const row = <usize>C << 2;
  let x0 = input(x, state, t - 3, C, 4, from);
  let x1 = input(x, state, t - 2, C, 4, from);
  let x2 = input(x, state, t - 1, C, 4, from);
  let x3 = at(x, t, C, from);
  let w0 = at(w, 0, C, from), w1 = w0 + row, w2 = w1 + row, w3 = w2 + row;
  let y = at(out, t, C, from);
  for (const end = at(out, t, C, to); y < end; y += 16) {
    let sum = f32x4.mul(v128.load(w0), v128.load(x0));
    sum = f32x4.add(sum, f32x4.mul(v128.load(w1), v128.load(x1)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(w2), v128.load(x2)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(w3), v128.load(x3)));
    v128.store(y, silu4(sum));
    x0 += 16;
    x1 += 16;
    x2 += 16;
    x3 += 16;
    w0 += 16;
    w1 += 16;
    w2 += 16;
    w3 += 16;
  }
}

/** Leaves the last K-1 inputs in `state`: rows T … T+K-2 of [state; x]. */
export function causalConvState(thread: i32, _threads: i32, x: usize, state: usize, T: i32, C: i32, K: i32): void {
  if (thread != 0) return;
  const row = <usize>C << 2;
  for (let k = 0; k < K - 1; k++) {
    // Row k of the new state. Rows come in rising order, so an old row is read before it is overwritten.
    memory.copy(state + <usize>k * row, input(x, state, T - K + 1 + k, C, K, 0), row);
  }
}

// @ts-ignore: decorator
@inline
function at(base: usize, row: i32, C: i32, c: i32): usize {
  return base + ((<usize>row * C + c) << 2);
}

// @ts-ignore: decorator
@inline
function input(x: usize, state: usize, t: i32, C: i32, K: i32, c: i32): usize {
  return t >= 0 ? at(x, t, C, c) : at(state, t + K - 1, C, c);
}
