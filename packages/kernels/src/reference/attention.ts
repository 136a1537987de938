import type { KvCache } from "../backend.ts";

/** Keys and values [capacity, G, D], row by position. The arrays grow by doubling. */
export interface ReferenceKvCache extends KvCache {
  keys: Float32Array;
  values: Float32Array;
}

/** Makes room for `positions` rows. */
export function growCache(cache: ReferenceKvCache, positions: number): void {
  const row = cache.kvHeads * cache.headSize;
  if (cache.keys.length >= positions * row) return;
  const rows = Math.min(cache.capacity, Math.max(positions, 2 * (cache.keys.length / row)));
  const keys = new Float32Array(rows * row);
  const values = new Float32Array(rows * row);
  keys.set(cache.keys);
  values.set(cache.values);
  cache.keys = keys;
  cache.values = values;
}

/**
 * Causal attention of T new positions over everything stored up to each of them.
 *
 *   out[t, h] = Σ_p softmax_p(scale · q[t, h] · k[p, g]) · v[p, g],  p = 0 … position + t,  g = h / (H / G)
 *
 * @param out [T, H, D]
 * @param q   [T, H, S], the query in the first D of S values
 */
export function attention(
  out: Float32Array, q: Float32Array, cache: ReferenceKvCache, position: number, scale: number,
  sizes: { T: number; H: number; S: number; group: number },
): void {
  const { T, H, S, group } = sizes;
  const { kvHeads: G, headSize: D, keys, values } = cache;
  const weights = new Float64Array(position + T);
  const sums = new Float64Array(D);
  for (let t = 0; t < T; t++) {
    const seen = position + t + 1;
    for (let h = 0; h < H; h++) {
      const query = (t * H + h) * S;
      const head = Math.floor(h / group) * D;

      let largest = -Infinity;
      for (let p = 0; p < seen; p++) {
        let dot = 0;
        for (let i = 0; i < D; i++) dot += q[query + i]! * keys[p * G * D + head + i]!;
        weights[p] = dot * scale;
        largest = Math.max(largest, weights[p]!);
      }

      let total = 0;
      for (let p = 0; p < seen; p++) {
        weights[p] = Math.exp(weights[p]! - largest);
        total += weights[p]!;
      }

      sums.fill(0);
      for (let p = 0; p < seen; p++) {
        for (let i = 0; i < D; i++) sums[i] = sums[i]! + weights[p]! * values[p * G * D + head + i]!;
      }
      for (let i = 0; i < D; i++) out[(t * H + h) * D + i] = sums[i]! / total;
    }
  }
}
