import type { Model, ModelState } from "@wanwen/model";

interface Kept {
  readonly state: ModelState;
  /** The tokens of the prompt that the state has seen; what came after them is not counted. */
  readonly ids: readonly number[];
}

/**
 * States of finished replies, kept because the next prompt often begins like the last one (the same system message
 * and tools, a conversation that goes on). A prompt goes on from a kept state at a multiple of the step in which
 * prompts are run, so a hit runs the very pieces that a miss would have run there and gives the same numbers.
 *
 * Only for models of attention layers alone: keys and values can be cut back to any position, the state of a
 * recurrent layer cannot.
 */
export class PrefixCache {
  readonly #model: Model;
  readonly #contextTokens: number;
  readonly #stepTokens: number;
  readonly #statesMax: number;
  /** Least recently used first. */
  readonly #kept: Kept[] = [];

  constructor(model: Model, options: { contextTokens: number; stepTokens: number; statesMax: number }) {
    this.#model = model;
    this.#contextTokens = options.contextTokens;
    this.#stepTokens = options.stepTokens;
    this.#statesMax = model.config.layers.every((kind) => kind === "attention") ? options.statesMax : 0;
  }

  /** A state for a prompt; `position` tells how many of its tokens need not be run. The caller owns it. */
  take(promptIds: readonly number[]): ModelState {
    const longest = Math.max(0, ...this.#kept.map(({ ids }) => this.#usable(ids, promptIds)));
    const at = longest === 0 ? -1 : this.#kept.findIndex(({ ids }) => this.#usable(ids, promptIds) === longest);
    if (at < 0) return this.#model.newState({ contextTokens: this.#contextTokens });
    const [{ state }] = this.#kept.splice(at, 1) as [Kept];
    state.position = longest;
    return state;
  }

  /** Takes over a state that has seen the beginning of `promptIds`, all of it or less, and perhaps more after it. */
  give(state: ModelState, promptIds: readonly number[]): void {
    const ids = promptIds.slice(0, state.position);
    this.#kept.push({ state, ids });
    for (const older of this.#kept.slice(0, -1)) {
      if (commonPrefix(older.ids, ids) === older.ids.length) this.#drop(older); // the new one can do all it could
    }
    while (this.#kept.length > this.#statesMax) this.#drop(this.#kept[0]!);
  }

  clear(): void {
    while (this.#kept.length > 0) this.#drop(this.#kept[0]!);
  }

  /** At least one token of the prompt must be run, for its logits. */
  #usable(ids: readonly number[], promptIds: readonly number[]): number {
    const common = Math.min(commonPrefix(ids, promptIds), promptIds.length - 1);
    return common - (common % this.#stepTokens);
  }

  #drop(kept: Kept): void {
    this.#kept.splice(this.#kept.indexOf(kept), 1);
    this.#model.freeState(kept.state);
  }
}

function commonPrefix(a: readonly number[], b: readonly number[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at++;
  return at;
}
