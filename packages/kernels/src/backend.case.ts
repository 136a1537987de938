import { InputError, InvariantError, LimitError, type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Backend, DeltaNetShape, Tensor } from "./backend.ts";
import { deltaNet } from "./reference/delta-net.ts";
import { dequantise } from "./reference/dequantise.ts";
import { constantMatrix, noise, store, storedMatrix } from "./made-up.ts";

export interface BackendCaseOptions {
  /** True when quantised weights meet activations rounded to int8. */
  readonly int8Activations?: boolean;
}

const TYPES: readonly TensorType[] = [
  "F32", "F16", "BF16", "F8_E4M3", "Q8_0", "Q4_0", "Q5_0", "Q4_K", "Q6_K",
  "Q4_1", "Q5_1", "Q2_K", "Q3_K", "Q5_K", "IQ4_NL", "IQ4_XS", "MXFP4",
];

/**
 * What every backend must do. Expected numbers are worked out here in f64, by the shortest formula; inputs are seeded.
 * Sizes are odd on purpose: rows that do not fill a panel, tokens that do not fill a tile, heads of 5.
 */
export function backendCases(name: string, open: () => Promise<Backend>, options: BackendCaseOptions = {}): void {
  describe(name, () => {
    let backend: Backend;
    beforeAll(async () => void (backend = await open()));
    afterAll(() => backend.close());

    const tensor = (values: Float32Array, ...shape: number[]) => backend.tensorFrom(values, ...shape);

    describe.each(TYPES)("a matrix of %s", (type) => {
      const K = Math.max(96, typeInfo(type).blockElements * 3) + (typeInfo(type).blockElements === 1 ? 5 : 0);
      const N = 43; // five panels of 8 rows and three rows more
      const stored = storedMatrix(type, N, K, 7);
      const w = valuesOf(stored);

      test.each([1, 3, 4, 130])("times %i tokens", (T) => {
        const weights = backend.weights(stored);
        expect([weights.rows, weights.cols]).toEqual([N, K]);
        // Multiples of a step, the largest of each 32 being 127 steps: rounding to int8 changes nothing.
        const x = stepped(T * K, K, 11);
        const out = backend.tensor(T, N);
        backend.matmul(out, tensor(x, T, K), weights);
        const y = backend.read(out);
        for (let t = 0; t < T; t++) {
          for (let n = 0; n < N; n++) {
            const { sum, size } = dot(w, n * K, x, t * K, K);
            expectNear(y[t * N + n]!, sum, 3e-6 * size, `token ${t}, row ${n}`);
          }
        }
        backend.freeWeights(weights);
      });

      test("times activations that are no multiples of a step", () => {
        const weights = backend.weights(stored);
        const x = noise(5 * K, 13);
        const out = backend.tensor(5, N);
        backend.matmul(out, tensor(x, 5, K), weights);
        const y = backend.read(out);
        const coarse = options.int8Activations && typeInfo(type).blockElements > 1;
        for (let t = 0; t < 5; t++) {
          for (let n = 0; n < N; n++) {
            const { sum, size } = dot(w, n * K, x, t * K, K);
            const steps = coarse ? roundingOf(x, t * K, w, n * K, K) : 0;
            expectNear(y[t * N + n]!, sum, 3e-6 * size + steps, `token ${t}, row ${n}`);
          }
        }
      });

      test("gives its rows back", () => {
        const weights = backend.weights(stored);
        const ids = [42, 0, 8, 7];
        const out = backend.tensor(ids.length, K);
        backend.embed(out, weights, ids);
        const rows = backend.read(out);
        for (const [t, id] of ids.entries()) {
          for (let k = 0; k < K; k++) {
            const largest = largestOf(w, id * K + (k & ~31), Math.min(32, K - (k & ~31)));
            expectNear(rows[t * K + k]!, w[id * K + k]!, 1e-6 * largest, `row ${id}, value ${k}`);
          }
        }
      });
    });

    // Sums of small integers are kept in as few bits as hold them: the corners must fit.
    describe.each(TYPES.filter((type) => typeInfo(type).blockElements > 1))("%s", (type) => {
      test.each([0x00, 0x7f, 0x80, 0xff])("of bytes 0x%x everywhere meets the largest activations", (byte) => {
        const stored = constantMatrix(type, 8, 512, byte);
        const w = valuesOf(stored);
        const weights = backend.weights(stored);
        for (const T of [1, 6]) {
          for (const x of [new Float32Array(T * 512).fill(127), new Float32Array(T * 512).fill(-127)]) {
            const out = backend.tensor(T, 8);
            backend.matmul(out, tensor(x, T, 512), weights);
            expectAll(backend.read(out), (i) => dot(w, (i % 8) * 512, x, 0, 512).sum, 1e-5);
          }
        }
      });
    });

    test.each([[16, 8], [5, 3], [128, 128], [1, 43]])("FP8 with a scale for each %i x %i block is what the products say", (blockRows, blockCols) => {
      const [N, K] = [43, 37];
      const plain = storedMatrix("F8_E4M3", N, K, 7);
      const across = Math.ceil(K / blockCols);
      const factors = noise(Math.ceil(N / blockRows) * across, 5);
      const scaled: StoredTensor = {
        ...plain, scales: { cols: blockCols, row: (r) => factors.subarray(Math.floor(r / blockRows) * across, (Math.floor(r / blockRows) + 1) * across) },
      };
      const w = valuesOf(plain).map((value, i) => value * factors[Math.floor(Math.floor(i / K) / blockRows) * across + Math.floor((i % K) / blockCols)]!);
      const weights = backend.weights(scaled);
      const rows = backend.tensor(N, K);
      backend.embed(rows, weights, Array.from({ length: N }, (_, r) => r));
      expect(backend.read(rows)).toEqual(w); // the product rounded to f32
      for (const T of [1, 5]) {
        const x = noise(T * K, 11);
        const out = backend.tensor(T, N);
        backend.matmul(out, tensor(x, T, K), weights);
        const y = backend.read(out);
        for (let i = 0; i < T * N; i++) {
          const { sum, size } = dot(w, (i % N) * K, x, Math.floor(i / N) * K, K);
          expectNear(y[i]!, sum, 3e-6 * size, `token ${Math.floor(i / N)}, row ${i % N}`);
        }
      }
    });

    test("a vector loads as a matrix of one row", () => {
      const values = noise(10, 3);
      const weights = backend.weights(store("F32", [10], new Uint8Array(values.buffer)));
      expect([weights.rows, weights.cols]).toEqual([1, 10]);
      const out = backend.tensor(1, 10);
      backend.embed(out, weights, [0]);
      expect(backend.read(out)).toEqual(values);
    });

    test("a stored matrix whose rows are no whole blocks is refused by name", () => {
      const odd = { ...storedMatrix("Q8_0", 2, 64, 1), shape: [4, 48], bytes: 136 };
      expect(() => backend.weights(odd)).toThrow(InputError);
      expect(() => backend.weights(odd)).toThrow(/layer\.weight/);
    });

    test("the same activations meet new weights after they were overwritten", () => {
      const first = backend.weights(storedMatrix("Q8_0", 16, 64, 1));
      const x = tensor(noise(64, 1), 1, 64);
      const out = backend.tensor(1, 16);
      backend.matmul(out, x, first);
      const before = backend.read(out);
      backend.write(x, noise(64, 2));
      backend.matmul(out, x, first);
      expect(backend.read(out)).not.toEqual(before);
      backend.write(x, noise(64, 1));
      backend.matmul(out, x, first);
      expect(backend.read(out)).toEqual(before);
    });

    test.each([1, 6])("a product with %i tokens that were scaled in between sees the new values", (T) => {
      const weights = backend.weights(storedMatrix("Q4_0", 16, 64, 1));
      const x = tensor(noise(T * 64, 1), T, 64);
      const once = backend.tensor(T, 16);
      backend.matmul(once, x, weights);
      backend.add(x, backend.reshape(tensor(backend.read(x), T * 64), T, 64));
      const twice = backend.tensor(T, 16);
      backend.matmul(twice, x, weights);
      const y = backend.read(once);
      expectAll(backend.read(twice), (i) => 2 * y[i]!, 1e-4);
    });

    test.each([1, 5, 130])("NaN in one token of %i stays in that token", (T) => {
      const weights = backend.weights(storedMatrix("Q8_0", 16, 64, 1));
      const values = noise(T * 64, 1);
      values[(T - 1) * 64 + 40] = NaN;
      const out = backend.tensor(T, 16);
      backend.matmul(out, tensor(values, T, 64), weights);
      const y = backend.read(out);
      expect(y.subarray((T - 1) * 16).every(Number.isNaN)).toBe(true);
      expect(y.subarray(0, (T - 1) * 16).some(Number.isNaN)).toBe(false);
    });

    test("slices and reshapes share memory with the whole", () => {
      const whole = tensor(noise(12, 5), 4, 3);
      const rows = backend.slice(whole, 1, 3);
      expect(rows.shape).toEqual([2, 3]);
      backend.write(rows, Float32Array.of(1, 2, 3, 4, 5, 6));
      expect([...backend.read(backend.reshape(whole, 12)).subarray(3, 9)]).toEqual([1, 2, 3, 4, 5, 6]);
      expect(() => backend.slice(whole, 3, 5)).toThrow(InvariantError);
      expect(() => backend.reshape(whole, 5)).toThrow(InvariantError);
      expect(() => backend.write(rows, new Float32Array(5))).toThrow(InvariantError);
    });

    test("memory that was given back comes again as zeros", () => {
      for (let i = 0; i < 20; i++) {
        const used = tensor(noise(1000, i), 1000);
        backend.free(used);
        const fresh = backend.tensor(1000);
        expect(backend.read(fresh).every((value) => value === 0)).toBe(true);
        backend.free(fresh);
      }
    });

    test.each([0, 1, 7, 40_001])("add, copy and swiglu of %i values", (n) => {
      const x = noise(n, 1, 4);
      const y = noise(n, 2, 30);
      const out = backend.tensor(n);
      backend.copy(out, tensor(x, n));
      expect(backend.read(out)).toEqual(x);
      backend.add(out, tensor(y, n));
      expectAll(backend.read(out), (i) => x[i]! + y[i]!, 1e-5);
      backend.swiglu(out, tensor(y, n), tensor(x, n));
      expectAll(backend.read(out), (i) => (y[i]! / (1 + Math.exp(-y[i]!))) * x[i]!, 2e-5);
    });

    test("a bias is added to every row", () => {
      const x = noise(3 * 7, 1);
      const bias = noise(7, 2);
      const out = tensor(x, 3, 7);
      backend.addBias(out, tensor(bias, 7));
      expectAll(backend.read(out), (i) => x[i]! + bias[i % 7]!, 1e-6);
    });

    test.each([[1, 5], [3, 64], [40, 1031]])("rmsNorm of %i rows of %i", (rows, n) => {
      const x = noise(rows * n, 1, 3);
      const w = noise(n, 2);
      const out = backend.tensor(rows, n);
      backend.rmsNorm(out, tensor(x, rows, n), tensor(w, n), 1e-6);
      const scale = Float64Array.from({ length: rows }, (_, r) => 1 / Math.sqrt(meanSquare(x, r * n, n) + 1e-6));
      expectAll(backend.read(out), (i) => x[i]! * scale[Math.floor(i / n)]! * w[i % n]!, 1e-5);
    });

    test("normHeads touches the first values of each head only", () => {
      const [T, H, S, D] = [3, 2, 11, 6];
      const x = noise(T * H * S, 1, 3);
      const w = noise(D, 2);
      const heads = tensor(x, T, H, S);
      backend.normHeads(heads, tensor(w, D), 1e-6);
      expectAll(backend.read(heads), (i) => {
        const head = Math.floor(i / S) * S;
        if (i - head >= D) return x[i]!;
        return (x[i]! / Math.sqrt(meanSquare(x, head, D) + 1e-6)) * w[i - head]!;
      }, 1e-5);
    });

    test.each([[1, 0], [5, 100], [70, 4000]])("rope turns pairs of %i tokens from position %i", (T, first) => {
      const [H, S, half] = [3, 20, 7];
      const x = noise(T * H * S, 1);
      const frequencies = Float64Array.from({ length: half }, (_, i) => 10_000 ** (-i / half));
      const positions = Array.from({ length: T }, (_, t) => first + t);
      const heads = tensor(x, T, H, S);
      backend.rope(heads, positions, frequencies);
      backend.rope(heads, positions.map((p) => -p), frequencies); // there and back
      expectAll(backend.read(heads), (i) => x[i]!, 1e-5);
      backend.rope(heads, positions, frequencies);
      expectAll(backend.read(heads), (i) => {
        const inHead = i % S;
        if (inHead >= 2 * half) return x[i]!;
        const angle = frequencies[inHead % half]! * positions[Math.floor(i / (H * S))]!;
        const other = inHead < half ? -x[i + half]! : x[i - half]!;
        return x[i]! * Math.cos(angle) + other * Math.sin(angle);
      }, 1e-5);
    });

    test.each([
      { G: 2, group: 3, D: 5, S: 5, history: 0, T: 1 },
      { G: 2, group: 3, D: 5, S: 12, history: 70, T: 3 },
      { G: 1, group: 1, D: 64, S: 64, history: 0, T: 130 },
      { G: 2, group: 7, D: 64, S: 64, history: 63, T: 2 },
      { G: 2, group: 4, D: 32, S: 64, history: 200, T: 1 },
    ])("attention of $T tokens after $history, $G key heads of $D", ({ G, group, D, S, history, T }) => {
      const H = G * group;
      const k = noise((history + T) * G * D, 1, 2);
      const v = noise((history + T) * G * D, 2);
      const q = noise(T * H * S, 3, 2);
      const cache = backend.kvCache(G, D, 400);
      if (history > 0) {
        backend.kvStore(cache, tensor(k.slice(0, history * G * D), history, G, D), tensor(v.slice(0, history * G * D), history, G, D), 0);
      }
      backend.kvStore(cache, tensor(k.slice(history * G * D), T, G, D), tensor(v.slice(history * G * D), T, G, D), history);
      const out = backend.tensor(T, H, D);
      backend.attention(out, tensor(q, T, H, S), cache, history, 0.3);
      const y = backend.read(out);
      for (let t = 0; t < T; t++) {
        for (let h = 0; h < H; h++) {
          const g = Math.floor(h / group);
          const scores = Float64Array.from({ length: history + t + 1 }, (_, p) =>
            0.3 * dot(q, (t * H + h) * S, k, (p * G + g) * D, D).sum);
          const largest = Math.max(...scores);
          const weights = scores.map((score) => Math.exp(score - largest));
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          for (let i = 0; i < D; i++) {
            const expected = weights.reduce((sum, weight, p) => sum + weight * v[(p * G + g) * D + i]!, 0) / total;
            expectNear(y[(t * H + h) * D + i]!, expected, 1e-5, `token ${t}, head ${h}, value ${i}`);
          }
        }
      }
      backend.freeKvCache(cache);
    });

    test("a cache takes no more positions than its capacity", () => {
      const cache = backend.kvCache(1, 4, 3);
      const three = tensor(noise(12, 1), 3, 1, 4);
      backend.kvStore(cache, three, three, 0);
      expect(() => backend.kvStore(cache, three, three, 1)).toThrow(LimitError);
    });

    test("positions are overwritten when they are stored again", () => {
      const cache = backend.kvCache(1, 4, 100);
      const old = tensor(noise(40, 1), 10, 1, 4);
      backend.kvStore(cache, old, old, 0);
      const fresh = tensor(noise(4, 9), 1, 1, 4);
      backend.kvStore(cache, fresh, fresh, 0);
      const out = backend.tensor(1, 1, 4);
      backend.attention(out, tensor(noise(4, 3), 1, 1, 4), cache, 0, 1);
      expectAll(backend.read(out), (i) => noise(4, 9)[i]!, 1e-6);
    });

    test("sigmoidGate reads the second half of each head", () => {
      const [T, H, D] = [3, 2, 9];
      const x = noise(T * H * D, 1);
      const qg = noise(T * H * 2 * D, 2, 5);
      const out = tensor(x, T, H, D);
      backend.sigmoidGate(out, tensor(qg, T, H, 2 * D));
      expectAll(backend.read(out), (i) => x[i]! / (1 + Math.exp(-qg[Math.floor(i / D) * 2 * D + D + (i % D)]!)), 1e-6);
    });

    test("gatedNorm norms before it gates", () => {
      const [heads, D] = [6, 13];
      const x = noise(heads * D, 1, 2);
      const z = noise(heads * D, 2, 5);
      const w = noise(D, 3);
      const out = backend.tensor(1, heads, D);
      backend.gatedNorm(out, tensor(x, 1, heads, D), tensor(z, 1, heads, D), tensor(w, D), 1e-6);
      expectAll(backend.read(out), (i) => {
        const scale = 1 / Math.sqrt(meanSquare(x, Math.floor(i / D) * D, D) + 1e-6);
        return (w[i % D]! * x[i]! * scale * z[i]!) / (1 + Math.exp(-z[i]!));
      }, 1e-5);
    });

    test.each([1, 2, 3, 130])("causalConv of %i tokens continues from its state", (T) => {
      const [C, K] = [70, 4];
      const state = noise((K - 1) * C, 1);
      const x = noise(T * C, 2);
      const w = noise(C * K, 3);
      const window = tensor(state, K - 1, C);
      const out = backend.tensor(T, C);
      backend.causalConv(out, tensor(x, T, C), tensor(w, C, K), window);
      const all = [...state, ...x];
      expectAll(backend.read(out), (i) => {
        const [t, c] = [Math.floor(i / C), i % C];
        let sum = 0;
        for (let k = 0; k < K; k++) sum += w[c * K + k]! * all[(t + k) * C + c]!;
        return sum / (1 + Math.exp(-sum));
      }, 1e-5);
      expect([...backend.read(window)]).toEqual(all.slice(T * C));
    });

    test.each([
      { T: 1, Hk: 2, Hv: 4, Dk: 8, Dv: 20, headOrder: "tiled" },
      { T: 3, Hk: 2, Hv: 6, Dk: 5, Dv: 7, headOrder: "grouped" },
      { T: 1, Hk: 1, Hv: 1, Dk: 128, Dv: 128, headOrder: "grouped" },
      { T: 130, Hk: 1, Hv: 2, Dk: 64, Dv: 48, headOrder: "grouped" },
    ] as const)("the delta rule over $T tokens, $Hv heads [$Dk, $Dv], $headOrder", ({ T, Hk, Hv, Dk, Dv, headOrder }) => {
      const shape: DeltaNetShape = { keyHeads: Hk, valueHeads: Hv, keySize: Dk, valueSize: Dv, headOrder };
      const input = {
        out: new Float32Array(T * Hv * Dv),
        qkv: noise(T * (2 * Hk * Dk + Hv * Dv), 1, 2),
        a: noise(T * Hv, 2, 4),
        b: noise(T * Hv, 3, 4),
        decay: noise(Hv, 4).map((value) => -Math.abs(value) - 0.01),
        dtBias: noise(Hv, 5),
        state: noise(Hv * Dk * Dv, 6),
      };
      const out = backend.tensor(T, Hv, Dv);
      const state = tensor(input.state, Hv, Dk, Dv);
      const vectors = [tensor(input.qkv, T, input.qkv.length / T), tensor(input.a, T, Hv), tensor(input.b, T, Hv)] as const;
      backend.deltaNet(out, ...vectors, tensor(input.decay, Hv), tensor(input.dtBias, Hv), state, shape);
      deltaNet(input, T, shape); // f64 inside a position; itself checked against published numbers
      expectAll(backend.read(out), (i) => input.out[i]!, 3e-5);
      expectAll(backend.read(state), (i) => input.state[i]!, 3e-5);
    });

    describe("a row has the same bits whatever rows run beside it", () => {
      const parts = [[0, 1], [1, 3], [3, 6], [6, 11], [11, 44], [43, 44]] as const;
      const T = 44;

      /** Runs all rows at once, then parts of them. */
      function expectSameBits(width: number, run: (out: Tensor, from: number, to: number) => void): void {
        const all = backend.tensor(T, width);
        run(all, 0, T);
        for (const [from, to] of parts) {
          const part = backend.tensor(to - from, width);
          run(part, from, to);
          expect(backend.read(part)).toEqual(backend.read(backend.slice(all, from, to)));
        }
      }

      test.each(TYPES)("of a product with %s", (type) => {
        const K = 2304; // more than one expansion of every kind
        const weights = backend.weights(storedMatrix(type, 43, K, 7));
        const x = tensor(noise(T * K, 5), T, K);
        expectSameBits(43, (out, from, to) => backend.matmul(out, backend.slice(x, from, to), weights));
        backend.freeWeights(weights);
      });

      test("of norms and attention", () => {
        const w = tensor(noise(96, 1), 96);
        const x = tensor(noise(T * 96, 2), T, 96);
        expectSameBits(96, (out, from, to) => backend.rmsNorm(out, backend.slice(x, from, to), w, 1e-6));
        const cache = backend.kvCache(2, 24, 500);
        const keys = tensor(noise(400 * 48, 3), 400, 2, 24);
        backend.kvStore(cache, keys, keys, 0);
        const q = tensor(noise(T * 96, 4), T, 4, 24);
        expectSameBits(96, (out, from, to) =>
          backend.attention(backend.reshape(out, to - from, 4, 24), backend.slice(q, from, to), cache, 300 + from, 0.2));
      });
    });

    describe("time may be cut", () => {
      const shape: DeltaNetShape = { keyHeads: 2, valueHeads: 4, keySize: 16, valueSize: 20, headOrder: "grouped" };
      const [T, C, Hv] = [31, 2 * 2 * 16 + 4 * 20, 4];
      const seeded = (seed: number, ...sizes: number[]) => tensor(noise(sizes.reduce((a, b) => a * b, 1), seed), ...sizes);

      /** All positions in calls over [cuts[0], cuts[1]), …: the outputs and the state behind them. */
      function inParts(cuts: readonly number[]): Float32Array[] {
        const [x, w, window] = [seeded(1, T, C), seeded(2, C, 4), seeded(3, 3, C)];
        const [a, b, dtBias, state] = [seeded(4, T, Hv), seeded(5, T, Hv), seeded(6, Hv), seeded(7, Hv, 16, 20)];
        const decay = tensor(noise(Hv, 8).map((value) => -Math.abs(value)), Hv);
        const [convolved, out] = [backend.tensor(T, C), backend.tensor(T, Hv, 20)];
        for (const [i, to] of cuts.slice(1).entries()) {
          const part = (of: Tensor) => backend.slice(of, cuts[i]!, to);
          backend.causalConv(part(convolved), part(x), w, window);
          backend.deltaNet(part(out), part(convolved), part(a), part(b), decay, dtBias, state, shape);
        }
        return [convolved, out, window, state].map((each) => backend.read(each));
      }

      test("at multiples of four, and between single positions behind them", () => {
        const all = inParts([0, 28, 29, 30, 31]);
        expect(inParts([0, 31])).toEqual(all);
        expect(inParts([0, 4, 8, 20, 31])).toEqual(all);
        expect(inParts([0, 16, 28, 30, 31])).toEqual(all);
      });

      test("single positions that run together have the bits of those that run alone", () => {
        expect(inParts([0, 28, 31])).toEqual(inParts([0, 28, 29, 30, 31]));
      });
    });

    test("wrong lengths are our own mistake", () => {
      const w = backend.weights(storedMatrix("F32", 3, 4, 1));
      const bad: (() => void)[] = [
        () => backend.matmul(backend.tensor(1, 4), backend.tensor(1, 4), w),
        () => backend.matmul(backend.tensor(1, 3), backend.tensor(1, 5), w),
        () => backend.embed(backend.tensor(1, 4), w, [3]),
        () => backend.add(backend.tensor(3), backend.tensor(4)),
        () => backend.rmsNorm(backend.tensor(6), backend.tensor(6), backend.tensor(4), 1e-6),
        () => backend.rope(backend.tensor(2, 1, 4), [0], new Float64Array(2)),
        () => backend.tensorFrom(new Float32Array(3), 2, 2),
      ];
      for (const call of bad) expect(call).toThrow(InvariantError);
    });
  });
}

function stepped(length: number, K: number, seed: number): Float32Array {
  const values = noise(length, seed).map((value) => Math.round(value * 126));
  for (let i = 0; i < length; i++) if ((i % K) % 32 === 9) values[i] = i % 2 === 0 ? 127 : -127;
  return values.map((value) => value / 64);
}

function valuesOf(stored: StoredTensor): Float32Array {
  const bytes = new Uint8Array(stored.bytes);
  stored.read(bytes, 0);
  const values = new Float32Array(stored.shape.reduce((product, axis) => product * axis, 1));
  dequantise(stored.type, bytes, values);
  return values;
}

function dot(a: ArrayLike<number>, aFrom: number, b: ArrayLike<number>, bFrom: number, n: number) {
  let sum = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    sum += a[aFrom + i]! * b[bFrom + i]!;
    size += Math.abs(a[aFrom + i]! * b[bFrom + i]!);
  }
  return { sum, size };
}

/** What rounding `a` to int8 by blocks of 32 may do to a · b: five deviations of uniform rounding errors. */
function roundingOf(a: ArrayLike<number>, aFrom: number, b: ArrayLike<number>, bFrom: number, n: number): number {
  let variance = 0;
  for (let block = 0; block < n; block += 32) {
    const step = largestOf(a, aFrom + block, Math.min(32, n - block)) / 127;
    for (let i = block; i < Math.min(n, block + 32); i++) variance += (step * b[bFrom + i]!) ** 2 / 12;
  }
  return 5 * Math.sqrt(variance);
}

function largestOf(values: ArrayLike<number>, from: number, n: number): number {
  let largest = 0;
  for (let i = from; i < from + n; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

function meanSquare(x: ArrayLike<number>, from: number, n: number): number {
  return dot(x, from, x, from, n).sum / n;
}

function expectNear(got: number, expected: number, slack: number, what: string): void {
  // One expect for the failing value only: millions of them would take minutes.
  if (!(Math.abs(got - expected) <= slack + 1e-12)) expect.fail(`${what}: expected ${expected} ± ${slack}, got ${got}`);
}

function expectAll(got: Float32Array, expected: (i: number) => number, slack: number): void {
  for (let i = 0; i < got.length; i++) {
    const value = expected(i);
    expectNear(got[i]!, value, slack * Math.max(1, Math.abs(value)), `value ${i}`);
  }
}

