import { LimitError } from "@wanwen/core";

/** What the scheduler needs to know of a sequence. */
export interface Schedulable {
  /** Tokens that wait to be run: the rest of the prompt, or the one token drawn last. */
  readonly pendingTokens: number;
  /** True until the last token of the prompt has been run. */
  readonly inPrompt: boolean;
  /** True while its reader is too far behind for more events. */
  readonly resting: boolean;
}

/** One sequence's share of the next forward pass. */
export interface Share<S> {
  readonly sequence: S;
  readonly tokens: number;
}

export interface SchedulerLimits {
  /** Sequences that have a state and take turns. */
  readonly runningMax: number;
  /** Requests that wait for a place. */
  readonly waitingMax: number;
  /** Tokens of one prompt per forward pass: the longest that running replies are held up. */
  readonly promptTokensMax: number;
}

/**
 * Who runs next. Requests wait in the order they came; those that run take turns. One forward pass carries the next
 * token of every running reply and a piece of at most one prompt, and prompts take turns piece by piece, so neither a
 * long prompt nor a long reply keeps the others waiting for long.
 */
export class Scheduler<S extends Schedulable> {
  readonly #limits: SchedulerLimits;
  readonly #waiting: S[] = [];
  /** The sequence at the front is the next whose prompt gets a piece. */
  readonly #running: S[] = [];

  constructor(limits: SchedulerLimits) {
    this.#limits = limits;
  }

  get waiting(): readonly S[] {
    return this.#waiting;
  }

  get running(): readonly S[] {
    return this.#running;
  }

  /**
   * Puts a request at the end of the queue.
   * @returns how many places must become free before it runs; 0: it runs next
   * @throws LimitError when the queue is full
   */
  enqueue(sequence: S, retryAfterMs: number): number {
    const { waitingMax, runningMax } = this.#limits;
    const places = runningMax - this.#running.length; // those who will not wait at all
    if (this.#waiting.length >= waitingMax + places) {
      throw new LimitError(`queue: expected at most ${waitingMax} waiting requests, got one more`, { retryAfterMs });
    }
    this.#waiting.push(sequence);
    return Math.max(0, this.#waiting.length - places);
  }

  /** Moves waiting requests to free places and names them: they need a state now. */
  admit(): readonly S[] {
    const admitted = this.#waiting.splice(0, this.#limits.runningMax - this.#running.length);
    this.#running.push(...admitted);
    return admitted;
  }

  /** Takes a sequence out, wherever it is. */
  remove(sequence: S): void {
    for (const list of [this.#waiting, this.#running]) {
      const at = list.indexOf(sequence);
      if (at >= 0) list.splice(at, 1);
    }
  }

  /** The shares of the next forward pass; none when nobody can run. */
  next(): readonly Share<S>[] {
    const ready = this.#running.filter((sequence) => !sequence.resting && sequence.pendingTokens > 0);
    const prompt = ready.find((sequence) => sequence.inPrompt);
    if (prompt) {
      this.remove(prompt);
      this.#running.push(prompt); // its next turn comes after everybody else's
    }
    return ready
      .filter((sequence) => !sequence.inPrompt || sequence === prompt)
      .map((sequence) => ({ sequence, tokens: Math.min(sequence.pendingTokens, this.#limits.promptTokensMax) }));
  }
}
