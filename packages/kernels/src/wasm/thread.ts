import { kernelsOf, LAYOUT } from "./kernels.ts";

/**
 * Threads of the wasm backend: one caller and its helpers, each with an instance of the module over one memory.
 * The caller writes a kernel's number and arguments, raises `round`, does its own share and waits until `done` counts
 * all helpers. Both sides spin for a while before they sleep: a join then costs 0.2 µs instead of 80 (bench/kernels),
 * and there are hundreds per token.
 */
export const WORD = {
  /** Rises by one with each piece of work. */
  round: 0,
  /** Helpers that have finished the round. */
  done: 1,
  /** Number of the kernel, or STOP. */
  kernel: 2,
  /** How many numbers it takes. */
  count: 3,
  /** Helpers asleep on `round`, and whether the caller sleeps on `done`. */
  sleepers: 4,
  callerSleeps: 5,
  /** Helpers whose kernel trapped. */
  failed: 6,
} as const;

export const STOP = -1;
/** Some 50 to 100 µs: longer than the caller's pauses inside a token, shorter than anyone would notice. */
export const SPINS = 20_000;

export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
  readonly threads: number;
}

/** A helper's whole life. Returns when told to stop. `ready` is called once, before the first wait. */
export function serveThread({ module, memory, thread, threads }: ThreadStart, ready: () => void): void {
  const kernels = kernelsOf(new WebAssembly.Instance(module, { env: { memory } }));
  const words = new Int32Array(memory.buffer, LAYOUT.words, 16);
  const numbers = new Float64Array(memory.buffer, LAYOUT.numbers, 32);
  let round = Atomics.load(words, WORD.round);
  ready();
  for (;;) {
    round = nextRound(words, round);
    const kernel = Atomics.load(words, WORD.kernel);
    if (kernel === STOP) return;
    try {
      kernels[kernel]!(thread, threads, ...numbers.subarray(0, Atomics.load(words, WORD.count)));
    } catch {
      Atomics.add(words, WORD.failed, 1); // the caller reports it
    }
    Atomics.add(words, WORD.done, 1);
    if (Atomics.load(words, WORD.callerSleeps) === 1) Atomics.notify(words, WORD.done);
  }
}

function nextRound(words: Int32Array, seen: number): number {
  for (let spin = 0; spin < SPINS; spin++) {
    const round = Atomics.load(words, WORD.round);
    if (round !== seen) return round;
  }
  Atomics.add(words, WORD.sleepers, 1);
  while (Atomics.load(words, WORD.round) === seen) Atomics.wait(words, WORD.round, seen);
  Atomics.sub(words, WORD.sleepers, 1);
  return Atomics.load(words, WORD.round);
}
