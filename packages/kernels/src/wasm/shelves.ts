import { invariant, LimitError } from "@wanwen/core";
import { SharedHeap, megabytes } from "./memory.ts";

/**
 * Memories for models that are larger than one. The first holds activations and caches, and weights until only as much is
 * left as those may need; then come shelves, which hold weights and nothing else but the scratch of the products with
 * them. A matrix lies in one memory as a whole.
 */
export class Shelves {
  readonly heaps: readonly SharedHeap[];
  readonly #room: number[];

  /**
   * @param weightBytes what each memory takes of weights. A memory is address space until something is put into it;
   *   of shelves there are as many as the computer gives.
   * @throws LimitError when it does not give the first one
   */
  constructor(weightBytes: readonly number[]) {
    this.heaps = weightBytes.flatMap((_, index) => openHeap(index));
    this.#room = weightBytes.slice(0, this.heaps.length);
  }

  /** Space in the first memory that has room. @throws LimitError naming `what` when none has */
  put(bytes: number, what: string): { memory: number; at: number } {
    const memory = this.#room.findIndex((room) => room >= bytes);
    if (memory < 0) {
      const room = this.#room.reduce((sum, each) => sum + each, 0);
      throw new LimitError(
        `${what}: ${megabytes(bytes)} do not fit into the wasm backend's memory (room for ${megabytes(room)} in ${this.heaps.length} parts)`,
      );
    }
    const at = this.heaps[memory]!.allocate(bytes, what);
    this.#room[memory]! -= bytes;
    return { memory, at };
  }

  /** Gives a place back. */
  take({ memory, at, bytes }: { readonly memory: number; readonly at: number; readonly bytes: number }): void {
    const heap = this.heaps[memory];
    invariant(heap !== undefined, "weights lie in one of the memories");
    heap.release(at);
    this.#room[memory]! += bytes;
  }
}

function openHeap(index: number): SharedHeap[] {
  try {
    return [new SharedHeap()];
  } catch (error) {
    if (index === 0 || !(error instanceof LimitError)) throw error;
    return [];
  }
}

const MEMORY_BYTES = 4 * 2 ** 30;
/**
 * What weights leave free: for activations, keys and values of long conversations and kept beginnings of prompts (1 GiB by
 * default) in the first memory, for scratch in the others. Weights on a shelf cost a token a hundredth of its time.
 */
const FREE_BYTES_FIRST = 2 * 2 ** 30;
const FREE_BYTES = 256 << 20;
const MOST_MEMORIES = 64;

/** What each memory should take of weights, on a computer with so many bytes of memory. */
export function weightBytesOf(computerBytes: number): number[] {
  const shelf = MEMORY_BYTES - FREE_BYTES;
  const shelves = Math.min(MOST_MEMORIES - 1, Math.ceil(Math.max(0, computerBytes - MEMORY_BYTES) / shelf));
  return [MEMORY_BYTES - FREE_BYTES_FIRST, ...Array.from({ length: shelves }, () => shelf)];
}
