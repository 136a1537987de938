import { LimitError } from "@wanwen/core";
import { PIECE, wholePieces } from "./cut-points.ts";

/** What the scheduler needs to know of a sequence. */
export interface Schedulable {
  /** Tokens that wait to be run: the rest of the prompt, or the one token drawn last. */
  readonly pendingTokens: number;
  /** True until the last token of the prompt has been run. */
  readonly inPrompt: boolean;
  /** True while its reader is too far behind for more events. */
  readonly resting: boolean;
  /** Who asks. Places go round between those who ask, not between requests. */
  readonly session: string;
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
}

/** The prompt that came first gets this share of what prompts get: short ones cannot keep it waiting for ever. */
const FIRST_SHARE = 4;

/**
 * Who runs next. One forward pass carries the next token of every running reply and pieces of prompts, as many tokens as the
 * caller allows. A quarter of them goes to the prompt that came first, the rest to the one with the least left, so neither a
 * short prompt waits for long ones nor a long one for a flood of short ones. A free place goes to whoever has the fewest, so
 * that ten requests of one leave room for one of another.
 */
export class Scheduler<S extends Schedulable> {
  readonly #limits: SchedulerLimits;
  readonly #waiting: S[] = [];
  readonly #running: S[] = [];
  #passes = 0;

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
    const places = runningMax - this.#running.length;
    if (this.#waiting.length >= waitingMax + places) {
      throw new LimitError(`queue: expected at most ${waitingMax} waiting requests, got one more`, { retryAfterMs });
    }
    this.#waiting.push(sequence);
    return this.ahead(sequence);
  }

  /** How many places must become free before a waiting request runs; 0: it runs next. */
  ahead(sequence: S): number {
    return Math.max(0, this.#turns().indexOf(sequence) + 1 - (this.#limits.runningMax - this.#running.length));
  }

  /** Moves waiting requests to free places and names them: they need a state now. */
  admit(): readonly S[] {
    const admitted = this.#turns().slice(0, this.#limits.runningMax - this.#running.length);
    for (const sequence of admitted) {
      this.#waiting.splice(this.#waiting.indexOf(sequence), 1);
      this.#running.push(sequence);
    }
    return admitted;
  }

  /** Takes a sequence out, wherever it is. */
  remove(sequence: S): void {
    for (const list of [this.#waiting, this.#running]) {
      const at = list.indexOf(sequence);
      if (at >= 0) list.splice(at, 1);
    }
  }

  /**
   * The shares of the next forward pass; none when nobody can run.
   * @param promptTokens tokens of prompts that it may carry, at least 4
   */
  next(promptTokens: number): readonly Share<S>[] {
    const ready = this.#running.filter((sequence) => !sequence.resting && sequence.pendingTokens > 0);
    const prompts = ready.filter(({ inPrompt }) => inPrompt);
    const shares = new Map(ready.filter(({ inPrompt }) => !inPrompt).map((sequence) => [sequence, sequence.pendingTokens]));
    let room = Math.max(PIECE, promptTokens);
    const give = (sequence: S, most: number): void => {
      const given = shares.get(sequence) ?? 0;
      const left = sequence.pendingTokens - given;
      const tokens = left <= most ? left : wholePieces(most);
      if (tokens > 0) shares.set(sequence, given + tokens);
      room -= tokens;
    };
    if (prompts[0]) give(prompts[0], this.#firstShare(room));
    for (const sequence of prompts.sort((a, b) => a.pendingTokens - b.pendingTokens)) give(sequence, room);
    return [...shares].map(([sequence, tokens]) => ({ sequence, tokens }));
  }

  /** Of little room, all of it every so many passes. */
  #firstShare(room: number): number {
    if (room >= FIRST_SHARE * PIECE) return Math.floor(room / FIRST_SHARE);
    return this.#passes++ % FIRST_SHARE === 0 ? room : 0;
  }

  /** The waiting requests in the order in which they will get places, if everybody runs equally long. */
  #turns(): S[] {
    const places = new Map<string, number>();
    for (const { session } of this.#running) places.set(session, (places.get(session) ?? 0) + 1);
    const order = this.#waiting.map((sequence, arrival) => {
      const turn = places.get(sequence.session) ?? 0;
      places.set(sequence.session, turn + 1);
      return { sequence, turn, arrival };
    });
    return order.sort((a, b) => a.turn - b.turn || a.arrival - b.arrival).map(({ sequence }) => sequence);
  }
}
