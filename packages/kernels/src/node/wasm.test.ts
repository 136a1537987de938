import { Worker } from "node:worker_threads";
import { InputError, LimitError } from "@wanwen/core";
import { describe, expect, test } from "vitest";
import { backendCases } from "../backend.case.ts";
import { noise, storedMatrix } from "../made-up.ts";
import { bytesInMemory, type KvCache, type Tensor } from "../index.ts";
import { openWasm, type OpenWasmOptions } from "./index.ts";
import { widen } from "./widen.ts";

for (const build of ["plain", "relaxed"] as const) {
  for (const threads of [1, 2]) {
    backendCases(`wasm, ${build}, ${threads} threads`, () => openWasm({ build, threads }), { int8Activations: true });
  }
}

backendCases("wasm with float activations", () => openWasm({ threads: 2, activations: "f32" }));

describe("the wasm backend", () => {
  // Each operation once, with sizes large enough to be shared out.
  async function everything(threads: number, options: OpenWasmOptions = {}): Promise<Float32Array[]> {
    const backend = await openWasm({ threads, ...options });
    const seeded = (seed: number, ...shape: number[]) =>
      backend.tensorFrom(noise(shape.reduce((product, axis) => product * axis, 1), seed), ...shape);
    const results: Float32Array[] = [];
    for (const type of ["F32", "BF16", "Q8_0", "Q4_0", "Q5_0", "Q4_K", "Q6_K", "F8_E4M3", "Q4_1", "Q2_K", "Q3_K", "Q5_K", "IQ4_XS"] as const) {
      const w = backend.weights(storedMatrix(type, 301, 512, 1));
      const rows = backend.tensor(3, 512);
      backend.embed(rows, w, [300, 0, 17]);
      results.push(backend.read(rows));
      for (const T of [1, 3, 37]) {
        const out = backend.tensor(T, 301);
        backend.matmul(out, seeded(2, T, 512), w);
        results.push(backend.read(out));
      }
    }
    const x = seeded(3, 40, 1024);
    const out = backend.tensor(40, 1024);
    backend.rmsNorm(out, x, seeded(4, 1024), 1e-6);
    results.push(backend.read(out));
    backend.swiglu(out, x, x);
    results.push(backend.read(out));
    backend.causalConv(out, x, seeded(5, 1024, 4), seeded(6, 3, 1024));
    results.push(backend.read(out));
    const cache = backend.kvCache(2, 64, 300);
    const keys = seeded(7, 200, 2, 64);
    backend.kvStore(cache, keys, keys, 0);
    const heads = backend.tensor(40, 8, 64);
    backend.attention(heads, seeded(8, 40, 8, 64), cache, 160, 0.125);
    results.push(backend.read(heads));
    const state = seeded(9, 8, 32, 64);
    const gates = seeded(10, 40, 8);
    const shape = { keyHeads: 4, valueHeads: 8, keySize: 32, valueSize: 64, headOrder: "grouped" } as const;
    const decay = backend.tensorFrom(noise(8, 11).map((value) => -Math.abs(value)), 8);
    backend.deltaNet(heads, seeded(12, 40, 768), gates, gates, decay, decay, state, shape);
    results.push(backend.read(heads), backend.read(state));
    backend.close();
    return results;
  }

  test.each([["f32", 64], ["f32", 20], ["f16", 64], ["f16", 20]] as const)(
    "the parts of a cache hold its positions and nothing that came behind them (%s, heads of %i)", async (kv, headSize) => {
      const backend = await openWasm({ threads: 1, kv });
      const rows = (count: number, seed: number) => backend.tensorFrom(noise(count * 3 * headSize, seed), count, 3, headSize);
      const all = (cache: KvCache, positions: number) => Buffer.concat(backend.kvParts(cache, positions).map((part) => part.read()));
      const long = backend.kvCache(3, headSize, 300);
      backend.kvStore(long, rows(200, 1), rows(200, 2), 0);
      for (const positions of [1, 7, 8, 63, 64, 65, 72, 127, 128, 129, 200]) {
        const [keys, values] = [1, 2].map((seed) => backend.slice(rows(200, seed), 0, positions)) as [Tensor, Tensor];
        const short = backend.kvCache(3, headSize, 300);
        backend.kvStore(short, keys, values, 0);
        const expected = all(short, positions);
        const fork = backend.forkKvCache(long, positions); // shares the pages, and with them what stands behind
        expect(all(fork, positions).equals(expected)).toBe(true);
        expect(all(fork, positions).length).toBe(backend.kvParts(fork, positions).reduce((sum, { bytes }) => sum + bytes, 0));
        const back = backend.kvCacheFrom(expected, positions, 3, headSize, 300);
        const q = rows(1, 3);
        const [a, b] = [backend.tensor(1, 3, headSize), backend.tensor(1, 3, headSize)];
        backend.attention(a, q, long, positions - 1, 0.2);
        backend.attention(b, q, back, positions - 1, 0.2);
        expect(backend.read(b)).toEqual(backend.read(a));
        for (const cache of [short, fork, back]) backend.freeKvCache(cache);
      }
      backend.close();
    },
  );

  test("gives the same bits with one, two and five threads", async () => {
    const one = await everything(1);
    expect(one.every((values) => values.every(Number.isFinite))).toBe(true);
    expect(await everything(2)).toEqual(one);
    expect(await everything(5)).toEqual(one);
  });

  test("gives the same bits made wide", async () => {
    expect(await everything(2, { wide: "never" })).toEqual(await everything(2));
  });

  test.runIf(process.arch === "x64" && process.versions.v8.startsWith("14.6"))("is made wide where V8 can", async () => {
    const [wide, narrow] = [await openWasm({ threads: 1 }), await openWasm({ threads: 1, wide: "never" })];
    expect(wide.description).toBe("wasm, relaxed SIMD made wide, 1 thread");
    expect(narrow.description).toBe("wasm, relaxed SIMD, 1 thread");
    wide.close();
    narrow.close();
  });

  test("kernels made wide that give other bits are not used", async () => {
    const code = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    let rehearsals = 0;
    expect(await widen(code, async () => [Buffer.from([rehearsals++])])).toBe(undefined);
    expect([0, 3]).toContain(rehearsals); // none where it is not even tried
  });

  test("gives the same bits with weights in many memories", async () => {
    const all = await everything(2, { activations: "i8" });
    const weightBytes = [200_000, ...Array.from({ length: 12 }, () => 700_000)]; // the largest matrix has 622,592
    expect(await everything(2, { weightBytes })).toEqual(all);
    expect(await everything(1, { weightBytes })).toEqual(all);
    expect(await everything(2, { weightBytes, activations: "f32" })).toEqual(await everything(2, { activations: "f32" }));
  });

  test("room of weights that were given back is used again, and a matrix that fits nowhere is named", async () => {
    const backend = await openWasm({ threads: 2, weightBytes: [20_000, 20_000] });
    const matrix = storedMatrix("F32", 64, 64, 1); // 16,384 bytes
    const [first, second] = [backend.weights(matrix), backend.weights(matrix)];
    expect(() => backend.weights(matrix)).toThrow("model.gguf: layer.weight: 1 MB do not fit into the wasm backend's memory (room for 1 MB in 2 parts)");
    for (const w of [second, first]) {
      backend.freeWeights(w);
      expect(() => backend.freeWeights(backend.weights(matrix))).not.toThrow();
      expect(() => backend.weights({ ...matrix, read: () => { throw new InputError("cut short"); } })).toThrow("cut short");
      backend.weights(matrix);
    }
    backend.close();
  });

  test("weights take the memory that their file takes", async () => {
    const backend = await openWasm({ threads: 1 });
    for (const type of ["F32", "F16", "BF16", "F8_E4M3", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "MXFP4"] as const) {
      const stored = storedMatrix(type, 64, 512, 1);
      const weights = backend.weights(stored);
      expect([type, weights.bytes / stored.bytes > 1.04 ? weights.bytes : "as the file"]).toEqual([type, "as the file"]);
      expect(bytesInMemory(stored)).toBe(weights.bytes);
    }
    backend.close();
  });

  test.each(["plain", "relaxed"] as const)("rows of kinds that are expanded have the same bits beside any others, %s", async (build) => {
    const backend = await openWasm({ threads: 2, build });
    for (const type of ["Q4_1", "Q5_1", "Q2_K", "Q3_K", "Q5_K", "IQ4_NL", "IQ4_XS", "MXFP4", "F8_E4M3"] as const) {
      const [N, K, T] = [43, 2304, 133]; // more than one expansion, and more than one group of tokens
      const w = backend.weights(storedMatrix(type, N, K, 1));
      const x = backend.tensorFrom(noise(T * K, 2), T, K);
      const all = backend.tensor(T, N);
      backend.matmul(all, x, w);
      for (const [from, to] of [[0, 1], [5, 7], [127, 130], [100, 104], [128, 133]] as const) {
        const out = backend.tensor(to - from, N);
        backend.matmul(out, backend.slice(x, from, to), w);
        expect([type, backend.read(out)]).toEqual([type, backend.read(backend.slice(all, from, to))]);
      }
    }
    backend.close();
  });

  test("opens inside a worker", async () => {
    const code = `
      import { parentPort } from "node:worker_threads";
      import { openWasm } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
      const backend = await openWasm({ threads: 2 });
      const x = backend.tensorFrom(new Float32Array(100_000).fill(1), 100_000);
      backend.add(x, x);
      parentPort.postMessage(backend.read(x).every((value) => value === 2));
      backend.close();`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
    const doubled = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    expect(doubled).toBe(true);
    await worker.terminate();
  });

  test("wakes its threads after they fell asleep", async () => {
    const backend = await openWasm({ threads: 3 });
    const x = backend.tensorFrom(new Float32Array(100_000).fill(1), 100_000);
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      backend.add(x, x);
    }
    expect(backend.read(x).every((value) => value === 32)).toBe(true);
    backend.close();
  });

  test("holds keys and values as halves when asked, within a half's rounding", async () => {
    const [whole, half] = await Promise.all([openWasm({ threads: 1 }), openWasm({ threads: 1, kv: "f16" })]);
    const attended = [whole, half].map((backend) => {
      const cache = backend.kvCache(2, 32, 200);
      const keys = noise(150 * 64, 1);
      const values = noise(150 * 64, 2, 3);
      values[17] = 1e-5; // a subnormal half
      backend.kvStore(cache, backend.tensorFrom(keys, 150, 2, 32), backend.tensorFrom(values, 150, 2, 32), 0);
      const out = backend.tensor(3, 4, 32);
      backend.attention(out, backend.tensorFrom(noise(3 * 4 * 32, 3), 3, 4, 32), cache, 147, 0.2);
      return backend.read(out);
    });
    const worst = attended[0]!.reduce((most, value, i) => Math.max(most, Math.abs(value - attended[1]![i]!)), 0);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(1e-3);
    whole.close();
    half.close();
  });

  test("says which tensor did not fit", async () => {
    const backend = await openWasm({ threads: 1 });
    const huge = { ...storedMatrix("F32", 8, 8, 1), name: "output.weight", shape: [150_000, 8192], bytes: 150_000 * 8192 * 4 };
    expect(() => backend.weights(huge)).toThrow(LimitError);
    expect(() => backend.weights(huge)).toThrow(/output\.weight/);
    backend.close();
  });
});
