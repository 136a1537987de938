import { InputError, LimitError } from "@wanwen/core";
import type { Adapter, AdapterFiles, Model } from "@wanwen/model";

/** An adapter in use by one request. */
export interface TakenAdapter {
  readonly adapter: Adapter;
  /** What kept states are told apart by: another adapter under the same name has another one. */
  readonly variant: string;
  release(): void;
}

interface Held {
  readonly adapter: Adapter;
  readonly variant: string;
  uses: number;
  /** Its name is gone; its memory goes with the last request that uses it. */
  leaving: boolean;
}

const ADAPTERS_MAX = 32;
const NAME = /^[\w.:/-]{1,128}$/;

/** The adapters of one model, by the names that requests choose them with. */
export class Adapters {
  readonly #model: Model;
  readonly #held = new Map<string, Held>();
  #count = 0;

  constructor(model: Model) {
    this.#model = model;
  }

  get names(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** @throws InputError for a name that is taken or makes no sense, and for files that are no adapter of this model */
  add(name: string, files: AdapterFiles): void {
    if (!NAME.test(name)) throw new InputError(`adapter: expected a name of letters, digits and . : / - _, got ${JSON.stringify(name.slice(0, 60))}`, { param: "adapter" });
    if (this.#held.has(name)) throw new InputError(`adapter: ${name} is loaded already`, { param: "adapter" });
    if (this.#held.size >= ADAPTERS_MAX) throw new LimitError(`adapters: expected at most ${ADAPTERS_MAX} at a time, got one more`);
    this.#held.set(name, { adapter: this.#model.loadAdapter(files), variant: `${name} ${++this.#count}`, uses: 0, leaving: false });
  }

  /** No new request finds it; those under way keep it to their end. @throws InputError when there is none of this name */
  remove(name: string): void {
    const held = this.#find(name);
    this.#held.delete(name);
    held.leaving = true;
    if (held.uses === 0) this.#model.freeAdapter(held.adapter);
  }

  take(name: string): TakenAdapter {
    const held = this.#find(name);
    const { adapter, variant } = held;
    held.uses++;
    let open = true;
    return {
      adapter,
      variant,
      release: () => {
        if (!open) return;
        open = false;
        held.uses--;
        if (held.leaving && held.uses === 0) this.#model.freeAdapter(adapter);
      },
    };
  }

  clear(): void {
    for (const name of this.names) this.remove(name);
  }

  #find(name: string): Held {
    const held = this.#held.get(name);
    if (!held) throw new InputError(`adapter: expected ${this.names.join(", ") || "none, since none is loaded"}, got ${JSON.stringify(name.slice(0, 60))}`, { param: "adapter" });
    return held;
  }
}
