import { silu } from "./norms.ts";

/**
 * Causal depthwise convolution over time, then SiLU.
 *
 *   out[t, c] = silu( Σ_{k<K} w[c, k] · x[t - K + 1 + k, c] )
 *
 * @param out   [T, C], written
 * @param x     [T, C]
 * @param w     [C, K]
 * @param state [K-1, C], the inputs before x[0]; left holding the last K-1 inputs
 */
export function causalConv(
  out: Float32Array, x: Float32Array, w: Float32Array, state: Float32Array, T: number, C: number, K: number,
): void {
  const history = new Float32Array((K - 1 + T) * C); // row r is the input of position r - (K - 1)
  history.set(state);
  history.set(x, (K - 1) * C);
  for (let t = 0; t < T; t++) {
    for (let c = 0; c < C; c++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += w[c * K + k]! * history[(t + k) * C + c]!;
      out[t * C + c] = silu(sum);
    }
  }
  state.set(history.subarray(T * C));
}
