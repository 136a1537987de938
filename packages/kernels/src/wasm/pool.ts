import { DeviceError } from "@wanwen/core";
import { type Kernel, type KernelFunction, KERNELS, LAYOUT } from "./kernels.ts";
import { CLOSED, Instances, openGate, SPINS, type ThreadStart, WORD } from "./thread.ts";

/** Starts a thread that runs `serveThread`; resolves once it is ready. Each host has its own kind of worker. */
export type SpawnThread = (start: ThreadStart) => Promise<{ stop(): void }>;

const NUMBERS = Object.fromEntries(KERNELS.map((name, index) => [name, index])) as Record<Kernel, number>;

/** Waiting longer than this for a helper means that it died: no kernel takes a minute. */
const PATIENCE_MS = 60_000;

/** The caller's side of the threads (see thread.ts). */
export class ThreadPool {
  readonly threads: number;
  readonly #instances: Instances;
  readonly #words: Int32Array;
  readonly #numbers: Float64Array;
  /** In each memory, where the threads share out work. */
  readonly #counters: readonly Int32Array[];
  readonly #helpers: readonly { stop(): void }[];
  #closed = false;

  private constructor(instances: Instances, memories: readonly WebAssembly.Memory[], helpers: readonly { stop(): void }[]) {
    const { buffer } = memories[0]!;
    this.threads = helpers.length + 1;
    this.#instances = instances;
    this.#words = new Int32Array(buffer, LAYOUT.words, 16);
    this.#numbers = new Float64Array(buffer, LAYOUT.numbers, 32);
    this.#counters = memories.map((memory) => new Int32Array(memory.buffer, LAYOUT.counter, 1));
    this.#helpers = helpers;
    Atomics.store(this.#words, WORD.gate, CLOSED);
  }

  static async open(
    module: WebAssembly.Module, memories: readonly WebAssembly.Memory[], threads: number, spawn: SpawnThread,
  ): Promise<ThreadPool> {
    const instances = new Instances(module, memories);
    const starts = Array.from({ length: threads - 1 }, () => spawn({ module, memories, threads }));
    const helpers = await Promise.allSettled(starts);
    const pool = new ThreadPool(instances, memories, helpers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    const refused = helpers.find((each) => each.status === "rejected");
    if (refused) {
      pool.close();
      throw new DeviceError("wasm backend: a thread did not start", { cause: refused.reason });
    }
    return pool;
  }

  /** Runs a kernel on this thread only: for work so small that a join would cost more. */
  alone(kernel: Kernel, ...numbers: number[]): void {
    this.aloneIn(0, kernel, ...numbers);
  }

  /** Runs a kernel on all threads that are awake and returns when it is done. The shared counter starts at 0. */
  together(kernel: Kernel, ...numbers: number[]): void {
    this.togetherIn(0, kernel, ...numbers);
  }

  /** The same with addresses in another memory than the first. */
  aloneIn(memory: number, kernel: Kernel, ...numbers: number[]): void {
    Atomics.store(this.#counters[memory]!, 0, 0);
    this.#kernelsIn(memory)[NUMBERS[kernel]]!(0, 1, ...numbers);
  }

  togetherIn(memory: number, kernel: Kernel, ...numbers: number[]): void {
    if (this.threads === 1) {
      this.aloneIn(memory, kernel, ...numbers);
      return;
    }
    const own = this.#kernelsIn(memory)[NUMBERS[kernel]]!;
    const words = this.#words;
    Atomics.store(this.#counters[memory]!, 0, 0);
    this.#numbers.set(numbers);
    Atomics.store(words, WORD.count, numbers.length);
    Atomics.store(words, WORD.kernel, NUMBERS[kernel]);
    Atomics.store(words, WORD.memory, memory);
    Atomics.store(words, WORD.done, 0);
    Atomics.store(words, WORD.part, 0);
    Atomics.store(words, WORD.gate, openGate(Atomics.load(words, WORD.round) + 1));
    this.#nextRound();
    try {
      for (let part = Atomics.add(words, WORD.part, 1); part < this.threads; part = Atomics.add(words, WORD.part, 1)) {
        own(part, this.threads, ...numbers);
      }
    } finally {
      this.#join(Atomics.exchange(words, WORD.gate, CLOSED) & 0xff);
    }
  }

  /** Ends the helpers. Safe to call twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    Atomics.store(this.#words, WORD.stop, 1);
    this.#nextRound();
    for (const helper of this.#helpers) helper.stop();
  }

  /** This thread's functions; a memory gets its constants with its first instance. */
  #kernelsIn(memory: number): readonly KernelFunction[] {
    return this.#instances.of(memory, (kernels) => kernels[NUMBERS.start]!(0, 1));
  }

  #nextRound(): void {
    Atomics.add(this.#words, WORD.round, 1);
    if (Atomics.load(this.#words, WORD.sleepers) > 0) Atomics.notify(this.#words, WORD.round);
  }

  #join(entered: number): void {
    const words = this.#words;
    for (let spin = 0; Atomics.load(words, WORD.done) !== entered; spin++) {
      if (spin < SPINS) continue;
      this.#sleepUntilDone(entered);
      break;
    }
    if (Atomics.load(words, WORD.failed) > 0) throw new DeviceError("wasm backend: a kernel trapped in a helper thread");
  }

  #sleepUntilDone(entered: number): void {
    const words = this.#words;
    const giveUp = performance.now() + PATIENCE_MS;
    Atomics.store(words, WORD.callerSleeps, 1);
    for (let done = Atomics.load(words, WORD.done); done !== entered; done = Atomics.load(words, WORD.done)) {
      Atomics.wait(words, WORD.done, done, 1000);
      if (performance.now() > giveUp) throw new DeviceError("wasm backend: a helper thread stopped answering");
    }
    Atomics.store(words, WORD.callerSleeps, 0);
  }
}
