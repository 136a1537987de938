import type { StoredTensor, TensorType } from "@wanwen/core";

/** Activations and small weights: f32, row-major. Only the backend that made a tensor can look inside. */
export interface Tensor {
  readonly shape: readonly number[];
  /** Product of the shape. */
  readonly length: number;
}

/** A weight matrix [rows, cols], kept as it was stored (quantised stays quantised), laid out as the backend likes. */
export interface Weights {
  readonly rows: number;
  readonly cols: number;
  readonly type: TensorType;
  /** Bytes held in memory. */
  readonly bytes: number;
}

/** Some of the bytes of something large. */
export interface BytesPart {
  readonly bytes: number;
  /** A copy. */
  read(): Uint8Array;
}

/** Keys and values of one attention layer of one session. Grows as needed up to `capacity` positions. */
export interface KvCache {
  readonly kvHeads: number;
  readonly headSize: number;
  readonly capacity: number;
}

/** How the recurrence of a gated DeltaNet layer is shaped. */
export interface DeltaNetShape {
  /** Key (and query) heads. */
  readonly keyHeads: number;
  /** Value heads, a multiple of `keyHeads`; one recurrent state each. */
  readonly valueHeads: number;
  readonly keySize: number;
  readonly valueSize: number;
  /** Key head of value head j: `floor(j / (valueHeads / keyHeads))` (Hugging Face) or `j % keyHeads` (GGUF). */
  readonly headOrder: "grouped" | "tiled";
}

/**
 * The maths that a model is written in. Letters as in docs/model.md: T new positions (of all sessions that run
 * together), E hidden, H query heads, G key/value heads, D head size, R rotated dims, F feed-forward, V vocabulary,
 * C channels, K convolution width.
 *
 * Outputs come first and are overwritten unless the text says otherwise; outputs never overlap inputs. Lengths are
 * checked (`InvariantError`); values are not: NaN passes through. All calls are synchronous: run the engine in a
 * thread of its own.
 *
 * A row of an output has the same bits whatever rows are computed beside it (batches equal their members), and on
 * however many threads. `deltaNet` takes positions in groups of four from the first one and the rest one by one: calls
 * over parts that are multiples of four, and over single positions behind them, equal one call over all.
 * Implementations: `reference` (plain TypeScript, obviously right) and `wasm` (SIMD, threads).
 */
export interface Backend {
  readonly name: "reference" | "wasm";
  /** For people: "wasm, relaxed SIMD, 2 threads". */
  readonly description: string;
  /** What decides over the bits of results, besides the inputs: equal on two computers, equal results. */
  readonly bits: string;
  /** Bytes of a number in caches of keys and values: 4 (f32), or 2 (halves, rounded to 11 bits). */
  readonly kvNumberBytes: 2 | 4;

  /** A zeroed f32 tensor. */
  tensor(...shape: number[]): Tensor;
  /** A tensor holding `values` (copied). */
  tensorFrom(values: Float32Array, ...shape: number[]): Tensor;
  /** Gives the memory back. The tensor and its slices must not be used again. */
  free(tensor: Tensor): void;
  /** Rows [from, to) of the first axis, sharing memory with `tensor`. Cheap: a view. */
  slice(tensor: Tensor, from: number, to: number): Tensor;
  /** The same memory under another shape of equal length. */
  reshape(tensor: Tensor, ...shape: number[]): Tensor;
  write(tensor: Tensor, values: Float32Array): void;
  /** A copy of the values. */
  read(tensor: Tensor): Float32Array;
  /** out = x, same length. */
  copy(out: Tensor, x: Tensor): void;

  /**
   * Loads a stored matrix (1-D tensors count as one row). Reads the source once, in pieces, never more than a few
   * megabytes at a time besides the result.
   * @throws InputError for a type this backend does not know, naming the tensor.
   */
  weights(source: StoredTensor): Weights;
  freeWeights(weights: Weights): void;

  /** out [T, E] = rows `ids` of w [V, E], as f32. */
  embed(out: Tensor, w: Weights, ids: readonly number[]): void;
  /** out [T, N] = x [T, K] · wᵀ, w [N, K]. */
  matmul(out: Tensor, x: Tensor, w: Weights): void;
  /** x [T, N] += bias [N], row by row. */
  addBias(x: Tensor, bias: Tensor): void;
  /** x += y, same length. */
  add(x: Tensor, y: Tensor): void;
  /** out [.., N] = x · rsqrt(mean(x²) + eps) · w, over rows of N = w.length. A zero-centred norm has its +1 in w. */
  rmsNorm(out: Tensor, x: Tensor, w: Tensor, eps: number): void;
  /** In place: RMS norm of the first D = w.length values of each head of x [T, H, S], S >= D. */
  normHeads(x: Tensor, w: Tensor, eps: number): void;
  /**
   * In place: rotates the first R = 2 · frequencies.length values of each head of x [T, H, S]; pairs are (i, i + R/2).
   * angle = frequencies[i] · positions[t] in f64 before cos and sin.
   */
  rope(x: Tensor, positions: readonly number[], frequencies: Float64Array): void;

  kvCache(kvHeads: number, headSize: number, capacity: number): KvCache;
  freeKvCache(cache: KvCache): void;
  /**
   * A second cache of the same capacity that holds the first `positions` positions. Both may go on storing, also over what
   * they share: memory is shared as long as neither does.
   */
  forkKvCache(cache: KvCache, positions: number): KvCache;
  /**
   * The first `positions` positions as this backend keeps them and nothing else, for `kvCacheFrom` of a backend of the same
   * kind. They are copied part by part as they are read, as long as the cache is neither freed nor stored to.
   */
  kvParts(cache: KvCache, positions: number): readonly BytesPart[];
  /** A cache that holds what `kvParts` gave, joined. @throws InputError when there are not as many bytes as positions need */
  kvCacheFrom(bytes: Uint8Array, positions: number, kvHeads: number, headSize: number, capacity: number): KvCache;
  /** Stores k and v [T, G, D] at positions `position` … `position + T - 1`. @throws LimitError beyond `capacity`. */
  kvStore(cache: KvCache, k: Tensor, v: Tensor, position: number): void;
  /**
   * out [T, H, D] = causal softmax(scale · q · kᵀ) · v. q is [T, H, S] with the query in the first D of S values.
   * Row t sees positions 0 … position + t, which must have been stored. Head h reads kv head h / (H / G).
   */
  attention(out: Tensor, q: Tensor, cache: KvCache, position: number, scale: number): void;
  /** x [T, H, D] *= sigmoid(gate), gate = values D … 2D of qg [T, H, 2D]. */
  sigmoidGate(x: Tensor, qg: Tensor): void;
  /** out [T, F] = silu(gate) · up. */
  swiglu(out: Tensor, gate: Tensor, up: Tensor): void;

  /**
   * Causal depthwise convolution over time, then SiLU.
   * out[t, c] = silu( Σ_{k<K} w[c, k] · x[t - K + 1 + k, c] ); x before row 0 comes from `state` [K-1, C], which is
   * left holding the last K-1 rows of x. w is [C, K].
   */
  causalConv(out: Tensor, x: Tensor, w: Tensor, state: Tensor): void;
  /**
   * The gated delta rule (Gated Delta Networks, arXiv 2412.06464) for T positions of one session, step by
   * step or in chunks, same result.
   * @param out   [T, Hv, Dv]
   * @param qkv   [T, 2·Hk·Dk + Hv·Dv] after the convolution: all q heads, all k heads, all v heads. q and k are
   *              L2-normalised here (x · rsqrt(Σx² + 1e-6)) and q scaled by Dk^-0.5.
   * @param a     [T, Hv] raw decay input; g = decay · softplus(a + dtBias)
   * @param b     [T, Hv] raw; beta = sigmoid(b)
   * @param decay [Hv] = -exp(A_log)
   * @param dtBias [Hv]
   * @param state [Hv, Dk, Dv], updated
   */
  deltaNet(
    out: Tensor, qkv: Tensor, a: Tensor, b: Tensor, decay: Tensor, dtBias: Tensor, state: Tensor, shape: DeltaNetShape,
  ): void;
  /** out [T, H, D] = w [D] · x · rsqrt(mean(x²) + eps) · silu(z), per head of D. */
  gatedNorm(out: Tensor, x: Tensor, z: Tensor, w: Tensor, eps: number): void;

  /** Stops threads and gives all memory back. */
  close(): void;
}
