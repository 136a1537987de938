import type { Backend, Tensor } from "@wanwen/kernels";

/**
 * Working tensors that are kept between forward passes. Each name has one piece of memory, which grows to the largest
 * number of rows asked for so far; what it held before is lost.
 */
export class Scratch {
  readonly #backend: Backend;
  readonly #kept = new Map<string, Tensor>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** A tensor [rows, ...rest] with undefined contents, valid until the same name is taken again. */
  take(name: string, rows: number, ...rest: number[]): Tensor {
    let kept = this.#kept.get(name);
    if (!kept || (kept.shape[0] ?? 0) < rows) {
      if (kept) this.#backend.free(kept);
      kept = this.#backend.tensor(rows, ...rest);
      this.#kept.set(name, kept);
    }
    return kept.shape[0] === rows ? kept : this.#backend.slice(kept, 0, rows);
  }

  free(): void {
    for (const tensor of this.#kept.values()) this.#backend.free(tensor);
    this.#kept.clear();
  }
}
