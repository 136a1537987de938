import { type KernelFunction, kernelsOf, LAYOUT } from "./kernels.ts";

/**
 * Threads of the wasm backend: one caller and its helpers, each with an instance of the module over every memory. The
 * first memory holds these words and nearly all that kernels work on; the others hold weights (shelves.ts).
 *
 * The caller writes a kernel's number and arguments and opens a round. Every kernel comes in as many parts as there are
 * threads; whoever is awake takes the next part. When all parts are taken the caller closes the round and waits only for
 * helpers that entered it: one that the operating system left asleep on a busy computer is not waited for.
 *
 * Both sides spin for a while before they sleep: a join then costs 0.2 µs instead of 80, and there are hundreds per token.
 */
export const WORD = {
  /** Rises by one with each round; helpers sleep on it. */
  round: 0,
  /** While a round is open: its number (23 bits) · 256 + helpers that entered. CLOSED otherwise. */
  gate: 1,
  /** Helpers that have finished the round; the caller sleeps on it. */
  done: 2,
  /** The next part to take. */
  part: 3,
  /** Number of the kernel, in which memory it runs, and how many numbers it takes. */
  kernel: 4,
  memory: 10,
  count: 5,
  /** Helpers asleep, and whether the caller is. */
  sleepers: 6,
  callerSleeps: 7,
  /** Helpers whose kernel trapped. */
  failed: 8,
  /** 1: helpers end. */
  stop: 9,
} as const;

export const CLOSED = -1;
/** Some 50 to 100 µs: longer than the caller's pauses inside a token, shorter than anyone would notice. */
export const SPINS = 20_000;

export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memories: readonly WebAssembly.Memory[];
  readonly threads: number;
}

/** A module's functions over one memory after the other, made when they are first asked for. */
export class Instances {
  readonly #module: WebAssembly.Module;
  readonly #memories: readonly WebAssembly.Memory[];
  readonly #kernels: (readonly KernelFunction[])[] = [];

  constructor(module: WebAssembly.Module, memories: readonly WebAssembly.Memory[]) {
    this.#module = module;
    this.#memories = memories;
  }

  /** @param first called with the functions when they were just made */
  of(index: number, first?: (kernels: readonly KernelFunction[]) => void): readonly KernelFunction[] {
    const known = this.#kernels[index];
    if (known) return known;
    const fresh = kernelsOf(new WebAssembly.Instance(this.#module, { env: { memory: this.#memories[index]! } }));
    this.#kernels[index] = fresh;
    first?.(fresh);
    return fresh;
  }
}

/** What the gate holds when a round opens. */
export function openGate(round: number): number {
  return (round & 0x7fffff) << 8;
}

/** A helper's whole life. Returns when told to stop. `ready` is called once, before the first wait. */
export function serveThread({ module, memories, threads }: ThreadStart, ready: () => void): void {
  const instances = new Instances(module, memories);
  const { buffer } = memories[0]!;
  instances.of(0);
  const words = new Int32Array(buffer, LAYOUT.words, 16);
  const numbers = new Float64Array(buffer, LAYOUT.numbers, 32);
  let round = Atomics.load(words, WORD.round);
  ready();
  for (;;) {
    round = nextRound(words, round);
    if (Atomics.load(words, WORD.stop) === 1) return;
    if (!enter(words, round)) continue;
    try {
      const kernel = instances.of(Atomics.load(words, WORD.memory))[Atomics.load(words, WORD.kernel)]!;
      const own = [...numbers.subarray(0, Atomics.load(words, WORD.count))];
      for (let part = Atomics.add(words, WORD.part, 1); part < threads; part = Atomics.add(words, WORD.part, 1)) {
        kernel(part, threads, ...own);
      }
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

/** False when the round is over already: its arguments may be the next one's. */
function enter(words: Int32Array, round: number): boolean {
  for (;;) {
    const gate = Atomics.load(words, WORD.gate);
    if (gate === CLOSED || (gate & ~0xff) !== openGate(round)) return false;
    if (Atomics.compareExchange(words, WORD.gate, gate, gate + 1) === gate) return true;
  }
}
