/**
 * Rotary positions, in place: the first R = 2 · frequencies.length values of each head turn; pairs are (i, i + R/2),
 * as in GPT-NeoX. x is [T, H, S].
 */
export function rope(
  x: Float32Array, positions: readonly number[], frequencies: Float64Array, heads: number, headStride: number,
): void {
  const half = frequencies.length;
  for (const [t, position] of positions.entries()) {
    for (let i = 0; i < half; i++) {
      const angle = frequencies[i]! * position;
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      for (let h = 0; h < heads; h++) {
        const at = (t * heads + h) * headStride + i;
        const a = x[at]!;
        const b = x[at + half]!;
        x[at] = a * cos - b * sin;
        x[at + half] = b * cos + a * sin;
      }
    }
  }
}
