import { invariant, LimitError, type StoredTensor } from "@wanwen/core";
import type { Backend, BytesPart, DeltaNetShape, KvCache, Tensor, Weights } from "../backend.ts";
import * as check from "../shape.ts";
import { attention, growCache, type ReferenceKvCache } from "./attention.ts";
import { causalConv } from "./causal-conv.ts";
import { deltaNet } from "./delta-net.ts";
import { gatedNorm, normHeads, rmsNorm, sigmoid, silu } from "./norms.ts";
import { rope } from "./rope.ts";
import { dataOf, makeTensor } from "./tensor.ts";
import { dequantiseRows, loadWeights, type ReferenceWeights } from "./weights.ts";

/**
 * The maths in plain TypeScript: one loop per formula, sums in f64, weights kept as their file has them and
 * expanded row by row. It exists to be obviously right; every other backend is measured against it.
 */
export class ReferenceBackend implements Backend {
  readonly name = "reference";
  readonly description = "reference, plain TypeScript";
  readonly bits = "reference 1";
  readonly kvNumberBytes = 4;

  tensor(...shape: number[]): Tensor {
    return makeTensor(new Float32Array(check.lengthOf(shape)), shape);
  }

  tensorFrom(values: Float32Array, ...shape: number[]): Tensor {
    return makeTensor(Float32Array.from(values), shape);
  }

  free(_tensor: Tensor): void {} // the garbage collector does it

  slice(tensor: Tensor, from: number, to: number): Tensor {
    const { width, shape } = check.checkSlice(tensor, from, to);
    return makeTensor(dataOf(tensor).subarray(from * width, to * width), shape);
  }

  reshape(tensor: Tensor, ...shape: number[]): Tensor {
    check.checkReshape(tensor, shape);
    return makeTensor(dataOf(tensor), shape);
  }

  write(tensor: Tensor, values: Float32Array): void {
    check.checkSameLength("write", tensor, values);
    dataOf(tensor).set(values);
  }

  read(tensor: Tensor): Float32Array {
    return dataOf(tensor).slice();
  }

  copy(out: Tensor, x: Tensor): void {
    check.checkSameLength("copy", out, x);
    dataOf(out).set(dataOf(x));
  }

  weights(source: StoredTensor): Weights {
    return loadWeights(source);
  }

  freeWeights(_weights: Weights): void {}

  embed(out: Tensor, w: Weights, ids: readonly number[]): void {
    check.checkEmbed(out, w, ids);
    const values = dataOf(out);
    for (const [t, id] of ids.entries()) {
      dequantiseRows(w as ReferenceWeights, id, 1, values.subarray(t * w.cols, (t + 1) * w.cols));
    }
  }

  matmul(out: Tensor, x: Tensor, w: Weights): void {
    const T = check.checkMatmul(out, x, w);
    const { rows: N, cols: K } = w;
    const y = dataOf(out);
    const values = dataOf(x);
    const row = new Float32Array(K);
    for (let n = 0; n < N; n++) {
      dequantiseRows(w as ReferenceWeights, n, 1, row);
      for (let t = 0; t < T; t++) {
        let sum = 0;
        for (let k = 0; k < K; k++) sum += values[t * K + k]! * row[k]!;
        y[t * N + n] = sum;
      }
    }
  }

  addBias(x: Tensor, bias: Tensor): void {
    check.checkRows("addBias", x, bias.length);
    const values = dataOf(x);
    const b = dataOf(bias);
    for (let i = 0; i < values.length; i++) values[i] = values[i]! + b[i % b.length]!;
  }

  add(x: Tensor, y: Tensor): void {
    check.checkSameLength("add", x, y);
    const values = dataOf(x);
    const more = dataOf(y);
    for (let i = 0; i < values.length; i++) values[i] = values[i]! + more[i]!;
  }

  rmsNorm(out: Tensor, x: Tensor, w: Tensor, eps: number): void {
    check.checkSameLength("rmsNorm", out, x);
    check.checkRows("rmsNorm", x, w.length);
    rmsNorm(dataOf(out), dataOf(x), dataOf(w), eps);
  }

  normHeads(x: Tensor, w: Tensor, eps: number): void {
    const { S } = check.checkHeads("normHeads", x, w.length);
    normHeads(dataOf(x), dataOf(w), S, eps);
  }

  rope(x: Tensor, positions: readonly number[], frequencies: Float64Array): void {
    const { H, S } = check.checkRope(x, positions, frequencies);
    rope(dataOf(x), positions, frequencies, H, S);
  }

  kvCache(kvHeads: number, headSize: number, capacity: number): KvCache {
    const cache: ReferenceKvCache = {
      kvHeads, headSize, capacity, keys: new Float32Array(0), values: new Float32Array(0),
    };
    return cache;
  }

  freeKvCache(cache: KvCache): void {
    const own = cache as ReferenceKvCache;
    own.keys = own.values = new Float32Array(0);
  }

  forkKvCache(cache: KvCache, positions: number): KvCache {
    const { kvHeads, headSize, capacity, keys, values } = cache as ReferenceKvCache;
    const row = kvHeads * headSize;
    check.checkForkKvCache(cache, positions, keys.length / row);
    const fork: ReferenceKvCache = {
      kvHeads, headSize, capacity, keys: keys.slice(0, positions * row), values: values.slice(0, positions * row),
    };
    return fork;
  }

  kvParts(cache: KvCache, positions: number): readonly BytesPart[] {
    const { keys, values } = this.forkKvCache(cache, positions) as ReferenceKvCache;
    return [keys, values].map((each) => ({ bytes: each.byteLength, read: () => new Uint8Array(each.slice().buffer) }));
  }

  kvCacheFrom(bytes: Uint8Array, positions: number, kvHeads: number, headSize: number, capacity: number): KvCache {
    const count = positions * kvHeads * headSize;
    check.checkKvBytes(bytes, count * 8);
    const numbers = new Float32Array(bytes.slice().buffer);
    const cache: ReferenceKvCache = { kvHeads, headSize, capacity, keys: numbers.slice(0, count), values: numbers.slice(count) };
    return cache;
  }

  kvStore(cache: KvCache, k: Tensor, v: Tensor, position: number): void {
    const T = check.checkKvStore(cache, k, v, position);
    if (position + T > cache.capacity) {
      throw new LimitError(`key/value cache: ${position + T} positions, room for ${cache.capacity}`);
    }
    const own = cache as ReferenceKvCache;
    growCache(own, position + T);
    const row = cache.kvHeads * cache.headSize;
    own.keys.set(dataOf(k), position * row);
    own.values.set(dataOf(v), position * row);
  }

  attention(out: Tensor, q: Tensor, cache: KvCache, position: number, scale: number): void {
    const sizes = check.checkAttention(out, q, cache, position);
    const own = cache as ReferenceKvCache;
    invariant(own.keys.length >= (position + sizes.T) * cache.kvHeads * cache.headSize, "attention: positions were stored");
    attention(dataOf(out), dataOf(q), own, position, scale, sizes);
  }

  sigmoidGate(x: Tensor, qg: Tensor): void {
    const { heads, D } = check.checkSigmoidGate(x, qg);
    const values = dataOf(x);
    const gates = dataOf(qg);
    for (let h = 0; h < heads; h++) {
      for (let i = 0; i < D; i++) values[h * D + i] = values[h * D + i]! * sigmoid(gates[h * 2 * D + D + i]!);
    }
  }

  swiglu(out: Tensor, gate: Tensor, up: Tensor): void {
    check.checkSameLength("swiglu", out, gate);
    check.checkSameLength("swiglu", gate, up);
    const y = dataOf(out);
    const g = dataOf(gate);
    const u = dataOf(up);
    for (let i = 0; i < y.length; i++) y[i] = silu(g[i]!) * u[i]!;
  }

  causalConv(out: Tensor, x: Tensor, w: Tensor, state: Tensor): void {
    const { T, C, K } = check.checkCausalConv(out, x, w, state);
    causalConv(dataOf(out), dataOf(x), dataOf(w), dataOf(state), T, C, K);
  }

  deltaNet(
    out: Tensor, qkv: Tensor, a: Tensor, b: Tensor, decay: Tensor, dtBias: Tensor, state: Tensor, shape: DeltaNetShape,
  ): void {
    const T = check.checkDeltaNet(out, qkv, a, b, decay, dtBias, state, shape);
    const input = {
      out: dataOf(out), qkv: dataOf(qkv), a: dataOf(a), b: dataOf(b),
      decay: dataOf(decay), dtBias: dataOf(dtBias), state: dataOf(state),
    };
    deltaNet(input, T, shape);
  }

  gatedNorm(out: Tensor, x: Tensor, z: Tensor, w: Tensor, eps: number): void {
    check.checkSameLength("gatedNorm", out, x);
    check.checkSameLength("gatedNorm", x, z);
    check.checkRows("gatedNorm", x, w.length);
    gatedNorm(dataOf(out), dataOf(x), dataOf(z), dataOf(w), eps);
  }

  close(): void {}
}
