/** y = x / sqrt(mean(x²) + eps) · w over each row of w.length values. */
export function rmsNorm(out: Float32Array, x: Float32Array, w: Float32Array, eps: number): void {
  const n = w.length;
  for (let row = 0; row < x.length; row += n) {
    const scale = 1 / Math.sqrt(meanOfSquares(x, row, n) + eps);
    for (let i = 0; i < n; i++) out[row + i] = x[row + i]! * scale * w[i]!;
  }
}

/** RMS norm in place of the first D = w.length values of each head; heads lie `stride` values apart. */
export function normHeads(x: Float32Array, w: Float32Array, stride: number, eps: number): void {
  const D = w.length;
  for (let head = 0; head < x.length; head += stride) {
    const scale = 1 / Math.sqrt(meanOfSquares(x, head, D) + eps);
    for (let i = 0; i < D; i++) x[head + i] = x[head + i]! * scale * w[i]!;
  }
}

/** out = w · x / sqrt(mean(x²) + eps) · silu(z), per head of D = w.length: the norm comes before the gate. */
export function gatedNorm(out: Float32Array, x: Float32Array, z: Float32Array, w: Float32Array, eps: number): void {
  const D = w.length;
  for (let head = 0; head < x.length; head += D) {
    const scale = 1 / Math.sqrt(meanOfSquares(x, head, D) + eps);
    for (let i = 0; i < D; i++) out[head + i] = w[i]! * x[head + i]! * scale * silu(z[head + i]!);
  }
}

export function silu(x: number): number {
  return x / (1 + Math.exp(-x));
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function meanOfSquares(x: Float32Array, from: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += x[from + i]! * x[from + i]!;
  return sum / count;
}
