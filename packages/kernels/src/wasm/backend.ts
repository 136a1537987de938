import { invariant, LimitError, type StoredTensor } from "@wanwen/core";
import type { Backend, BytesPart, DeltaNetShape, KvCache, Tensor, Weights } from "../backend.ts";
import * as check from "../shape.ts";
import { type Build, type Kernel, LAYOUT } from "./kernels.ts";
import { SharedHeap } from "./memory.ts";
import { type SpawnThread, ThreadPool } from "./pool.ts";
import { Shelves } from "./shelves.ts";
import { isExpanded, isQuantised, loadWeights, type WasmWeights } from "./weights.ts";

export interface WasmOptions {
  /** Threads, this one included. */
  readonly threads: number;
  /** Activations that quantised weights meet: rounded to int8 (fast) or f32 (exact, for comparisons). */
  readonly activations: "i8" | "f32";
  /** How keys and values are cached. */
  readonly kv: "f32" | "f16";
  readonly build: Build;
  /** V8 made the module's operations wider; for the description alone, since bits are the same. */
  readonly wide: boolean;
  /** Tells one compiled file from another: a hash of it. */
  readonly code: string;
  /**
   * Bytes of weights that each memory takes: the first, which also holds activations and caches, and shelves for models
   * that are larger. Memory is used as weights need it.
   */
  readonly weightBytes: readonly number[];
}

/** Positions in a page of the key/value cache (assembly/attention.ts). */
const KV_PAGE = 64;
/** From this many tokens on, tiles of four beat one token at a time. */
const TILE_TOKENS = 4;
/** Work below this many multiplications, or values touched, is done before the other threads have woken. */
const SMALL_PRODUCT = 1 << 16;
const SMALL_LOOP = 1 << 14;

/** Products with weights on a shelf bring no more than this over at a time, and take no more back. */
const CARRIED_BYTES = 32 << 20;

interface WasmTensor extends Tensor {
  readonly at: number;
  /** False for slices: only the whole gives memory back. */
  readonly owner: boolean;
}

interface WasmKvCache extends KvCache {
  readonly pages: number[];
  /** Addresses of the pages, for the kernels. */
  readonly table: number;
}

/** Scratch memory of one purpose; grows, never shrinks. */
interface Scratch {
  at: number;
  bytes: number;
}

/** Where activations lie packed in the first memory. */
interface Packed {
  readonly at: number;
  readonly length: number;
  readonly form: string;
}

/**
 * The maths in WebAssembly SIMD on several threads, over one shared memory, and more of them for weights alone when there
 * are many: products with those run there, on activations that are carried over and back. Results do not depend on the number of
 * threads: work is split by rows, heads and positions, never inside a sum.
 */
export class WasmBackend implements Backend {
  readonly name = "wasm";
  readonly description: string;
  readonly bits: string;
  readonly kvNumberBytes: 2 | 4;
  readonly #shelves: Shelves;
  /** The first memory, where all tensors are. */
  readonly #heap: SharedHeap;
  readonly #pool: ThreadPool;
  readonly #exactActivations: boolean;
  readonly #half: 0 | 1;
  /** By memory and purpose. */
  readonly #scratch: readonly Map<string, Scratch>[];
  /** How many caches hold a page; pages of one cache alone are not listed. */
  readonly #sharedPages = new Map<number, number>();
  /** The activations that are packed in scratch now, as long as nothing was written since. */
  #packed: Packed | undefined;
  /** What of it was carried to which shelf. */
  readonly #carried: (Packed | undefined)[] = [];
  #ropeTable: { positions: readonly number[]; frequencies: Float64Array } | undefined;

  private constructor(shelves: Shelves, pool: ThreadPool, options: WasmOptions) {
    this.#shelves = shelves;
    this.#heap = shelves.heaps[0]!;
    this.#scratch = shelves.heaps.map(() => new Map());
    this.#pool = pool;
    this.#exactActivations = options.activations === "f32";
    this.#half = options.kv === "f16" ? 1 : 0;
    this.bits = `wasm ${options.code}, activations ${options.activations}, keys ${options.kv}`;
    this.kvNumberBytes = options.kv === "f16" ? 2 : 4;
    const threads = options.threads === 1 ? "1 thread" : `${options.threads} threads`;
    const simd = options.build === "relaxed" ? "relaxed SIMD" : "SIMD";
    this.description = `wasm, ${simd}${options.wide ? " made wide" : ""}, ${threads}`;
  }

  /** `module` is the compiled file of `options.build`. @throws LimitError, DeviceError when memory or threads fail. */
  static async open(module: WebAssembly.Module, spawn: SpawnThread, options: WasmOptions): Promise<WasmBackend> {
    const shelves = new Shelves(options.weightBytes);
    const memories = shelves.heaps.map(({ memory }) => memory);
    return new WasmBackend(shelves, await ThreadPool.open(module, memories, options.threads, spawn), options);
  }

  // Tensors

  tensor(...shape: number[]): Tensor {
    const tensor = this.#allocate(shape);
    this.#forgetPacked(tensor);
    this.#floats(tensor).fill(0);
    return tensor;
  }

  tensorFrom(values: Float32Array, ...shape: number[]): Tensor {
    const tensor = this.#allocate(shape);
    this.write(tensor, values);
    return tensor;
  }

  free(tensor: Tensor): void {
    const own = tensor as WasmTensor;
    invariant(own.owner, "free takes whole tensors, not slices");
    this.#heap.release(own.at);
  }

  slice(tensor: Tensor, from: number, to: number): Tensor {
    const { width, shape } = check.checkSlice(tensor, from, to);
    const slice: WasmTensor = { shape, length: (to - from) * width, at: at(tensor) + from * width * 4, owner: false };
    return slice;
  }

  reshape(tensor: Tensor, ...shape: number[]): Tensor {
    check.checkReshape(tensor, shape);
    const own = tensor as WasmTensor;
    const same: WasmTensor = { shape, length: own.length, at: own.at, owner: own.owner };
    return same;
  }

  write(tensor: Tensor, values: Float32Array): void {
    check.checkSameLength("write", tensor, values);
    this.#forgetPacked(tensor);
    this.#floats(tensor).set(values);
  }

  read(tensor: Tensor): Float32Array {
    const copy = new Float32Array(tensor.length); // not slice(): the copy must not be shared memory
    copy.set(this.#floats(tensor));
    return copy;
  }

  copy(out: Tensor, x: Tensor): void {
    check.checkSameLength("copy", out, x);
    this.#run(out, out.length, "copy", at(out), at(x), x.length);
  }

  // Products

  weights(source: StoredTensor): Weights {
    return loadWeights(this.#shelves, this.#pool, source);
  }

  freeWeights(weights: Weights): void {
    this.#shelves.take(weights as WasmWeights);
  }

  embed(out: Tensor, w: Weights, ids: readonly number[]): void {
    check.checkEmbed(out, w, ids);
    const own = w as WasmWeights;
    const most = own.memory === 0 ? Infinity : rowsCarried(w.cols);
    if (ids.length > most) {
      for (let t = 0; t < ids.length; t += most) this.embed(part(out, t, most, w.cols), w, ids.slice(t, t + most));
      return;
    }
    const list = this.#reserve("ids", ids.length * 4, own.memory);
    new Uint32Array(this.#shelves.heaps[own.memory]!.memory.buffer, list, ids.length).set(ids);
    this.#into(out, own.memory, (y) => {
      const numbers = [own.kind, own.at, own.panelBytes, list, y, ids.length, w.cols];
      if (out.length < SMALL_LOOP) this.#pool.aloneIn(own.memory, "embed", ...numbers);
      else this.#pool.togetherIn(own.memory, "embed", ...numbers);
    });
  }

  matmul(out: Tensor, x: Tensor, w: Weights): void {
    const T = check.checkMatmul(out, x, w);
    if (T === 0 || w.rows === 0) return;
    const own = w as WasmWeights;
    const { rows: N, cols: K } = w;
    const most = own.memory === 0 ? Infinity : rowsCarried(Math.max(N, K));
    if (T > most) {
      for (let t = 0; t < T; t += most) this.matmul(part(out, t, most, N), part(x, t, most, K), w);
      return;
    }
    this.#into(out, own.memory, (y) => this.#product(y, x, own, T));
  }

  /** y [T, N] = x · wᵀ, y in the memory of the weights. */
  #product(y: number, x: Tensor, { memory, kind, at: from, panelBytes, rows: N, cols: K }: WasmWeights, T: number): void {
    const small = T * N * K < SMALL_PRODUCT;
    const run = (kernel: Kernel, ...numbers: number[]): void => {
      if (small) this.#pool.aloneIn(memory, kernel, ...numbers);
      else this.#pool.togetherIn(memory, kernel, ...numbers);
    };
    const panels = Math.ceil(N / 8);
    const tiled = T >= TILE_TOKENS;
    const exact = isQuantised(kind) && this.#exactActivations;
    const scratch = this.#threadScratch(32 << 10, memory);
    if (isExpanded(kind) && !exact && !tiled) {
      const units = Math.ceil(panels / 4);
      const step = Math.max(1, Math.floor(units / (8 * this.#pool.threads)));
      const { shorts, bytes, scales, pairs } = this.#packI8(x, T, K, 1, memory);
      run(
        "matvecExpanded", COUNTER, step, kind, from, panelBytes, y, shorts, bytes, scales, pairs,
        scratch.at, scratch.each, T, N, K,
      );
    } else if (isExpanded(kind) && !exact) {
      const step = Math.max(1, Math.min(8, Math.floor(panels / (4 * this.#pool.threads))));
      const { shorts, bytes, scales, pairs } = this.#packI8(x, T, K, 4, memory);
      run(
        "matmulExpanded", COUNTER, step, kind, from, panelBytes, y, shorts, bytes, scales, pairs,
        scratch.at, scratch.each, T, N, K,
      );
    } else if (tiled || exact) {
      const step = Math.max(1, Math.min(8, Math.floor(panels / (4 * this.#pool.threads))));
      if (exact || !isQuantised(kind)) {
        const packed = this.#packF32(x, T, K, memory);
        run("matmulF32", COUNTER, step, kind, from, panelBytes, y, packed, scratch.at, scratch.each, T, N, K);
      } else {
        const { shorts, bytes, scales, pairs, totals } = this.#packI8(x, T, K, 4, memory);
        run(
          "matmulI8", COUNTER, step, kind, from, panelBytes, y, shorts, bytes, scales, pairs, totals,
          scratch.at, scratch.each, T, N, K,
        );
      }
    } else {
      const units = Math.ceil(panels / 4);
      const step = Math.max(1, Math.floor(units / (8 * this.#pool.threads)));
      const floats = isQuantised(kind) ? 0 : this.#carry(at(x), T * K * 4, memory, "x");
      const { shorts, bytes, scales, pairs, totals } = isQuantised(kind) ? this.#packI8(x, T, K, 1, memory) : NOT_PACKED;
      run(
        "matvec", COUNTER, step, kind, from, panelBytes, y, floats, shorts, bytes, scales, pairs, totals,
        scratch.at, scratch.each, T, N, K,
      );
    }
  }

  /** Lets `run` write `out` at an address in `memory`. */
  #into(out: Tensor, memory: number, run: (y: number) => void): void {
    this.#forgetPacked(out);
    if (memory === 0) run(at(out));
    else {
      const y = this.#reserve("out", out.length * 4, memory);
      run(y);
      this.#floats(out).set(this.#shelves.heaps[memory]!.floats(y, out.length));
    }
  }

  /** Bytes of the first memory as they are now, in another one. */
  #carry(from: number, bytes: number, memory: number, purpose: string): number {
    if (memory === 0) return from;
    const to = this.#reserve(purpose, bytes, memory);
    this.#shelves.heaps[memory]!.bytes(to, bytes).set(this.#heap.bytes(from, bytes));
    return to;
  }

  // Values

  addBias(x: Tensor, bias: Tensor): void {
    const T = check.checkRows("addBias", x, bias.length);
    this.#run(x, x.length, "addBias", at(x), at(bias), T, bias.length);
  }

  add(x: Tensor, y: Tensor): void {
    check.checkSameLength("add", x, y);
    this.#run(x, x.length, "add", at(x), at(y), x.length);
  }

  rmsNorm(out: Tensor, x: Tensor, w: Tensor, eps: number): void {
    check.checkSameLength("rmsNorm", out, x);
    const rows = check.checkRows("rmsNorm", x, w.length);
    this.#run(out, x.length, "rmsNorm", at(out), at(x), at(w), rows, w.length, eps);
  }

  normHeads(x: Tensor, w: Tensor, eps: number): void {
    const { T, H, S } = check.checkHeads("normHeads", x, w.length);
    this.#run(x, x.length, "normHeads", at(x), at(w), T * H, S, w.length, eps);
  }

  rope(x: Tensor, positions: readonly number[], frequencies: Float64Array): void {
    const { T, H, S } = check.checkRope(x, positions, frequencies);
    const half = frequencies.length;
    const table = this.#reserve("rope", T * 2 * half * 4);
    if (!sameAngles(this.#ropeTable, positions, frequencies)) {
      this.#ropeTable = { positions: [...positions], frequencies };
      const values = this.#heap.floats(table, T * 2 * half);
      for (let t = 0; t < T; t++) {
        for (let i = 0; i < half; i++) {
          const angle = frequencies[i]! * positions[t]!;
          values[t * 2 * half + i] = Math.cos(angle);
          values[t * 2 * half + half + i] = Math.sin(angle);
        }
      }
    }
    this.#run(x, T * H * half, "rope", at(x), table, T, H, S, half);
  }

  sigmoidGate(x: Tensor, qg: Tensor): void {
    const { heads, D } = check.checkSigmoidGate(x, qg);
    this.#run(x, x.length * 4, "sigmoidGate", at(x), at(qg), heads, D);
  }

  swiglu(out: Tensor, gate: Tensor, up: Tensor): void {
    check.checkSameLength("swiglu", out, gate);
    check.checkSameLength("swiglu", gate, up);
    this.#run(out, out.length * 4, "swiglu", at(out), at(gate), at(up), out.length);
  }

  gatedNorm(out: Tensor, x: Tensor, z: Tensor, w: Tensor, eps: number): void {
    check.checkSameLength("gatedNorm", out, x);
    check.checkSameLength("gatedNorm", x, z);
    const heads = check.checkRows("gatedNorm", x, w.length);
    this.#run(out, x.length * 4, "gatedNorm", at(out), at(x), at(z), at(w), heads, w.length, eps);
  }

  // Attention

  kvCache(kvHeads: number, headSize: number, capacity: number): KvCache {
    const table = this.#heap.allocate(Math.ceil(capacity / KV_PAGE) * 4, "key/value cache");
    const cache: WasmKvCache = { kvHeads, headSize, capacity, pages: [], table };
    return cache;
  }

  freeKvCache(cache: KvCache): void {
    const own = cache as WasmKvCache;
    for (const page of own.pages) this.#releasePage(page);
    own.pages.length = 0;
    this.#heap.release(own.table);
  }

  forkKvCache(cache: KvCache, positions: number): KvCache {
    const own = cache as WasmKvCache;
    check.checkForkKvCache(cache, positions, own.pages.length * KV_PAGE);
    const fork = this.kvCache(cache.kvHeads, cache.headSize, cache.capacity) as WasmKvCache;
    for (const page of own.pages.slice(0, Math.ceil(positions / KV_PAGE))) {
      this.#sharedPages.set(page, (this.#sharedPages.get(page) ?? 1) + 1);
      this.#setPage(fork, fork.pages.length, page);
    }
    return fork;
  }

  kvParts(cache: KvCache, positions: number): readonly BytesPart[] {
    const own = cache as WasmKvCache;
    const { kvHeads, headSize } = cache;
    check.checkForkKvCache(cache, positions, own.pages.length * KV_PAGE);
    const bytes = this.#pageBytes(kvHeads, headSize);
    return own.pages.slice(0, Math.ceil(positions / KV_PAGE)).map((page, index) => ({
      bytes,
      read: () => {
        const copy = this.#heap.bytes(page, bytes).slice();
        clearBehind(copy, positions - index * KV_PAGE, kvHeads, headSize);
        return copy;
      },
    }));
  }

  kvCacheFrom(bytes: Uint8Array, positions: number, kvHeads: number, headSize: number, capacity: number): KvCache {
    const each = this.#pageBytes(kvHeads, headSize);
    check.checkKvBytes(bytes, Math.ceil(positions / KV_PAGE) * each);
    const cache = this.kvCache(kvHeads, headSize, capacity) as WasmKvCache;
    try {
      this.#ownPages(cache, 0, positions);
    } catch (error) {
      this.freeKvCache(cache);
      throw error;
    }
    for (const [index, page] of cache.pages.entries()) this.#heap.bytes(page, each).set(bytes.subarray(index * each, (index + 1) * each));
    return cache;
  }

  kvStore(cache: KvCache, k: Tensor, v: Tensor, position: number): void {
    const T = check.checkKvStore(cache, k, v, position);
    const end = position + T;
    if (end > cache.capacity) {
      throw new LimitError(`key/value cache: ${end} positions, room for ${cache.capacity}`);
    }
    const own = cache as WasmKvCache;
    this.#ownPages(own, position, end);
    const { kvHeads: G, headSize: D } = cache;
    this.#run(undefined, 4 * k.length, "kvStore", own.table, at(k), at(v), position, T, G, D, this.#half);
  }

  attention(out: Tensor, q: Tensor, cache: KvCache, position: number, scale: number): void {
    const { T, H, S } = check.checkAttention(out, q, cache, position);
    const own = cache as WasmKvCache;
    const { kvHeads: G, headSize: D } = cache;
    invariant(own.pages.length * KV_PAGE >= position + T, "attention: positions were stored");
    const scratch = this.#threadScratch(D * 16 + 1024 + (D + 8) * 16);
    this.#run(
      out, T * H * D * (position + T), "attention", COUNTER, at(out), at(q), own.table, scratch.at, scratch.each,
      position, T, H, S, G, D, scale, this.#half,
    );
  }

  // Gated DeltaNet

  causalConv(out: Tensor, x: Tensor, w: Tensor, state: Tensor): void {
    const { T, C, K } = check.checkCausalConv(out, x, w, state);
    if (T === 0) return;
    const taps = this.#reserve("taps", C * K * 4);
    this.#run(out, 4 * T * C, "causalConv", at(out), at(x), at(w), taps, at(state), T, C, K);
    this.#run(state, 0, "causalConvState", at(x), at(state), T, C, K);
  }

  deltaNet(
    out: Tensor, qkv: Tensor, a: Tensor, b: Tensor, decay: Tensor, dtBias: Tensor, state: Tensor, shape: DeltaNetShape,
  ): void {
    const T = check.checkDeltaNet(out, qkv, a, b, decay, dtBias, state, shape);
    const { keyHeads: Hk, valueHeads: Hv, keySize: Dk, valueSize: Dv } = shape;
    const keys = this.#reserve("keys", T * Hk * 2 * Dk * 4);
    const gates = this.#reserve("gates", T * Hv * 8);
    const dots = this.#reserve("dots", T * Hk * 32);
    const scratch = this.#threadScratch(Dk * 64 + 1024);
    this.#run(
      undefined, T > 1 ? T * Hk * Dk * 8 : 0, "deltaNetPrepare", at(qkv), at(a), at(b), at(decay), at(dtBias), keys, gates, dots, T,
      Hk, Hv, Dk, Dv,
    );
    this.#forgetPacked(state);
    this.#run(
      out, 4 * T * state.length, "deltaNet", COUNTER, at(out), at(qkv), keys, gates, dots, at(state), scratch.at, scratch.each,
      T, Hk, Hv, Dk, Dv, shape.headOrder === "tiled" ? 1 : 0,
    );
  }

  close(): void {
    this.#pool.close();
  }

  /** Runs a kernel that writes `written`, on one thread when it touches few values. */
  #run(written: Tensor | undefined, size: number, kernel: Kernel, ...numbers: number[]): void {
    if (written) this.#forgetPacked(written);
    if (size < SMALL_LOOP) this.#pool.alone(kernel, ...numbers);
    else this.#pool.together(kernel, ...numbers);
  }

  /** The packed activations are no longer those of memory that was just written. */
  #forgetPacked(written: Tensor): void {
    const packed = this.#packed;
    if (packed === undefined) return;
    const from = at(written);
    if (from < packed.at + packed.length * 4 && packed.at < from + written.length * 4) this.#packed = undefined;
  }

  #packF32(x: Tensor, T: number, K: number, memory: number): number {
    const bytes = Math.ceil(T / 4) * K * 16;
    const packed = this.#reserve("packed f32", bytes);
    this.#pack(x, `f32 ${T}`, () => this.#run(undefined, T * K, "packF32", at(x), packed, T, K));
    return this.#carryPacked(packed, bytes, memory);
  }

  #packI8(x: Tensor, T: number, K: number, tile: number, memory: number) {
    const values = Math.ceil(T / tile) * tile * K;
    const packed = this.#reserve("packed i8", values * 4);
    const placed = (shorts: number) => {
      const bytes = shorts + values * 2;
      const scales = bytes + values;
      const pairs = scales + values / 8;
      return { shorts, bytes, scales, pairs, totals: pairs + values / 4 };
    };
    const { shorts, bytes, scales, pairs, totals } = placed(packed);
    this.#pack(x, `i8 ${T} ${tile}`, () => this.#run(undefined, T * K, "packI8", at(x), shorts, bytes, scales, pairs, totals, T, K, tile));
    return placed(this.#carryPacked(packed, values * 4, memory));
  }

  #carryPacked(from: number, bytes: number, memory: number): number {
    const scratch = this.#scratch[memory]!.get("packed");
    if (memory > 0 && scratch && this.#packed && this.#carried[memory] === this.#packed) return scratch.at;
    this.#carried[memory] = this.#packed;
    return this.#carry(from, bytes, memory, "packed");
  }

  /** Several products often read the same activations (q, k and v; gate and up): those are packed once. */
  #pack(x: Tensor, form: string, pack: () => void): void {
    const now = { at: at(x), length: x.length, form };
    const before = this.#packed;
    if (before && before.at === now.at && before.length === now.length && before.form === form) return;
    pack();
    this.#packed = now;
  }

  /** Pages for positions up to `to`; those from `from` on are nobody else's. */
  #ownPages(cache: WasmKvCache, from: number, to: number): void {
    const { kvHeads, headSize, pages } = cache;
    const bytes = this.#pageBytes(kvHeads, headSize);
    for (let index = Math.floor(from / KV_PAGE); index < pages.length && index * KV_PAGE < to; index++) {
      const shared = pages[index]!;
      if (!this.#sharedPages.has(shared)) continue;
      const page = this.#heap.allocate(bytes, "key/value cache");
      this.#heap.bytes(page, bytes).set(this.#heap.bytes(shared, bytes));
      this.#releasePage(shared);
      this.#setPage(cache, index, page);
    }
    while (pages.length * KV_PAGE < to) {
      const page = this.#heap.allocate(bytes, "key/value cache");
      this.#heap.bytes(page, bytes).fill(0);
      this.#setPage(cache, pages.length, page);
    }
  }

  #pageBytes(kvHeads: number, headSize: number): number {
    return (kvHeads * (headSize + ((headSize + 7) & ~7)) * KV_PAGE * 4) >> this.#half;
  }

  #setPage(cache: WasmKvCache, index: number, page: number): void {
    cache.pages[index] = page;
    new Uint32Array(this.#heap.memory.buffer, cache.table)[index] = page;
  }

  #releasePage(page: number): void {
    const uses = this.#sharedPages.get(page);
    if (uses === undefined) this.#heap.release(page);
    else if (uses === 2) this.#sharedPages.delete(page);
    else this.#sharedPages.set(page, uses - 1);
  }

  #allocate(shape: readonly number[]): WasmTensor {
    const length = check.lengthOf(shape);
    return { shape: [...shape], length, at: this.#heap.allocate(length * 4, "activations"), owner: true };
  }

  #floats(tensor: Tensor): Float32Array {
    return this.#heap.floats(at(tensor), tensor.length);
  }

  /** Scratch of `each` bytes for every thread. */
  #threadScratch(least: number, memory = 0): { at: number; each: number } {
    const each = Math.ceil(Math.max(least, 32 << 10) / 4096) * 4096 + 256; // not a multiple of 4 KB: threads' caches differ
    return { at: this.#reserve("threads", each * this.#pool.threads, memory), each };
  }

  #reserve(purpose: string, bytes: number, memory = 0): number {
    const known = this.#scratch[memory]!;
    const scratch = known.get(purpose);
    if (scratch && scratch.bytes >= bytes) return scratch.at;
    const heap = this.#shelves.heaps[memory]!;
    if (scratch) heap.release(scratch.at);
    if (purpose === "rope") this.#ropeTable = undefined;
    if (memory === 0 && purpose.startsWith("packed")) this.#packed = undefined;
    const size = scratch ? Math.max(bytes, scratch.bytes * 2) : bytes;
    known.delete(purpose);
    const fresh = { at: heap.allocate(size, `scratch (${purpose})`), bytes: size };
    known.set(purpose, fresh);
    return fresh.at;
  }
}

/** Where the threads share out work, see LAYOUT. */
const COUNTER = LAYOUT.counter;
const NOT_PACKED = { shorts: 0, bytes: 0, scales: 0, pairs: 0, totals: 0 };

function at(tensor: Tensor): number {
  const own = (tensor as Partial<WasmTensor>).at;
  invariant(own !== undefined, "the tensor was made by the wasm backend");
  return own;
}

/** Rows of so many values that are carried at a time. */
function rowsCarried(width: number): number {
  return Math.max(1, Math.floor(CARRIED_BYTES / (4 * width)));
}

/** Rows [from, from + rows) of a tensor whose rows are `width` long, whatever its shape. */
function part(tensor: Tensor, from: number, rows: number, width: number): WasmTensor {
  const length = Math.min(rows * width, tensor.length - from * width);
  return { shape: [length / width, width], length, at: at(tensor) + from * width * 4, owner: false };
}

function sameAngles(
  table: { positions: readonly number[]; frequencies: Float64Array } | undefined,
  positions: readonly number[], frequencies: Float64Array,
): boolean {
  return (
    table !== undefined && table.frequencies === frequencies && table.positions.length === positions.length &&
    table.positions.every((position, t) => position === positions[t])
  );
}

/**
 * Zeroes what a page [G] { keys [8][D][8 positions], values [P/8][64 positions][8] } (assembly/attention.ts) holds from
 * `positions` on: guesses that were wrong, or whatever else ran on from there.
 */
function clearBehind(page: Uint8Array, positions: number, kvHeads: number, headSize: number): void {
  if (positions >= KV_PAGE) return;
  const padded = (headSize + 7) & ~7;
  const number = page.length / (kvHeads * (headSize + padded) * KV_PAGE);
  const clear = (from: number, to: number) => page.fill(0, from * number, to * number);
  for (let head = 0; head < kvHeads; head++) {
    const keys = head * (headSize + padded) * KV_PAGE;
    const values = keys + headSize * KV_PAGE;
    const [block, slot] = [positions >> 3, positions & 7];
    for (let row = block * headSize; row < (block + 1) * headSize; row++) clear(keys + 8 * row + slot, keys + 8 * (row + 1));
    clear(keys + 8 * (block + 1) * headSize, values);
    for (let group = 0; group < padded >> 3; group++) {
      const from = values + group * KV_PAGE * 8;
      clear(from + positions * 8, from + KV_PAGE * 8);
    }
  }
}
