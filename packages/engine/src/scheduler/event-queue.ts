import type { GenerationEvent } from "../types.ts";

/**
 * Events of one reply on their way from the engine's loop to the reader. The loop looks at `backlog` and lets a
 * sequence rest while its reader is behind, so the queue stays short without ever making the loop wait.
 */
export class EventQueue {
  readonly #events: GenerationEvent[] = [];
  #wake: (() => void) | undefined;
  readonly #onDrained: () => void;

  /** @param onDrained called whenever the reader has caught up */
  constructor(onDrained: () => void) {
    this.#onDrained = onDrained;
  }

  /** Events not read yet. */
  get backlog(): number {
    return this.#events.length;
  }

  push(event: GenerationEvent): void {
    this.#events.push(event);
    this.#wake?.();
    this.#wake = undefined;
  }

  /** The next event, waiting for it. For one reader at a time; after the last event nobody must ask again. */
  async next(): Promise<GenerationEvent> {
    for (;;) {
      const event = this.#events.shift();
      if (event) {
        if (this.#events.length === 0) this.#onDrained();
        return event;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
