import { DeviceError } from "@wanwen/core";
import { type Kernel, type KernelFunction, KERNELS, kernelsOf, LAYOUT } from "./kernels.ts";
import { SPINS, STOP, type ThreadStart, WORD } from "./thread.ts";

/** Starts a thread that runs `serveThread`; resolves once it is ready. Each host has its own kind of worker. */
export type SpawnThread = (start: ThreadStart) => Promise<{ stop(): void }>;

/** Waiting longer than this for a helper means that it died: no kernel takes a minute. */
const PATIENCE_MS = 60_000;

/** The caller's side of the threads (see thread.ts). */
export class ThreadPool {
  readonly threads: number;
  readonly #kernels: readonly KernelFunction[];
  readonly #words: Int32Array;
  readonly #numbers: Float64Array;
  readonly #counter: Int32Array;
  readonly #helpers: readonly { stop(): void }[];

  private constructor(kernels: readonly KernelFunction[], memory: WebAssembly.Memory, helpers: readonly { stop(): void }[]) {
    this.threads = helpers.length + 1;
    this.#kernels = kernels;
    this.#words = new Int32Array(memory.buffer, LAYOUT.words, 16);
    this.#numbers = new Float64Array(memory.buffer, LAYOUT.numbers, 32);
    this.#counter = new Int32Array(memory.buffer, LAYOUT.counter, 1);
    this.#helpers = helpers;
  }

  static async open(
    module: WebAssembly.Module, memory: WebAssembly.Memory, threads: number, spawn: SpawnThread,
  ): Promise<ThreadPool> {
    const kernels = kernelsOf(new WebAssembly.Instance(module, { env: { memory } }));
    const starts = Array.from({ length: threads - 1 }, (_, i) => ({ module, memory, thread: i + 1, threads }));
    const helpers = await Promise.allSettled(starts.map((start) => spawn(start)));
    const pool = new ThreadPool(kernels, memory, helpers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    const refused = helpers.find((each) => each.status === "rejected");
    if (refused) {
      pool.close();
      throw new DeviceError("wasm backend: a thread did not start", { cause: refused.reason });
    }
    pool.alone("start");
    return pool;
  }

  /** Runs a kernel on this thread only: for work so small that a join would cost more. */
  alone(kernel: Kernel, ...numbers: number[]): void {
    Atomics.store(this.#counter, 0, 0);
    this.#kernels[KERNELS.indexOf(kernel)]!(0, 1, ...numbers);
  }

  /** Runs a kernel on all threads and returns when all have finished. The shared counter starts at 0. */
  together(kernel: Kernel, ...numbers: number[]): void {
    const words = this.#words;
    const index = KERNELS.indexOf(kernel);
    Atomics.store(this.#counter, 0, 0);
    this.#numbers.set(numbers);
    Atomics.store(words, WORD.count, numbers.length);
    Atomics.store(words, WORD.kernel, index);
    Atomics.store(words, WORD.done, 0);
    this.#nextRound();
    this.#kernels[index]!(0, this.threads, ...numbers);
    this.#join();
  }

  close(): void {
    Atomics.store(this.#words, WORD.kernel, STOP);
    this.#nextRound();
    for (const helper of this.#helpers) helper.stop();
  }

  #nextRound(): void {
    Atomics.add(this.#words, WORD.round, 1);
    if (Atomics.load(this.#words, WORD.sleepers) > 0) Atomics.notify(this.#words, WORD.round);
  }

  #join(): void {
    const words = this.#words;
    const all = this.threads - 1;
    for (let spin = 0; Atomics.load(words, WORD.done) !== all; spin++) {
      if (spin < SPINS) continue;
      this.#sleepUntilDone(all);
      break;
    }
    if (Atomics.load(words, WORD.failed) > 0) throw new DeviceError("wasm backend: a kernel trapped in a helper thread");
  }

  #sleepUntilDone(all: number): void {
    const words = this.#words;
    const giveUp = performance.now() + PATIENCE_MS;
    Atomics.store(words, WORD.callerSleeps, 1);
    for (let done = Atomics.load(words, WORD.done); done !== all; done = Atomics.load(words, WORD.done)) {
      Atomics.wait(words, WORD.done, done, 1000);
      if (performance.now() > giveUp) throw new DeviceError("wasm backend: a helper thread stopped answering");
    }
    Atomics.store(words, WORD.callerSleeps, 0);
  }
}
