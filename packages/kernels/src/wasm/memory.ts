import { invariant, LimitError } from "@wanwen/core";
import { LAYOUT } from "./kernels.ts";

const PAGE = 65536;
/** All that 32-bit addresses reach: 4 GiB. */
const MAX_PAGES = 65536;
const GROW_BYTES = 16 << 20;
/** A cache line, and more than any vector needs. */
const ALIGN = 64;

interface Span {
  at: number;
  size: number;
}

/**
 * One shared WebAssembly memory that grows up to 4 GiB, and who owns which part of it. Free spans are kept in order
 * of address and joined with their neighbours; the first that fits is used.
 */
export class SharedHeap {
  readonly memory: WebAssembly.Memory;
  readonly #sizes = new Map<number, number>();
  readonly #free: Span[] = [];
  #end = LAYOUT.heap as number;
  #bytes: Uint8Array;
  #floats: Float32Array;

  /** Takes hardly any memory yet. @throws LimitError when the computer does not even give the address space. */
  constructor() {
    try {
      this.memory = new WebAssembly.Memory({ initial: 2, maximum: MAX_PAGES, shared: true });
    } catch (error) {
      throw new LimitError("wasm backend: no 4 GiB of address space for its memory", { cause: error });
    }
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#floats = new Float32Array(this.memory.buffer);
  }

  /**
   * Space for `bytes`, aligned to 64; its contents are left as they are.
   * @throws LimitError when 4 GiB, or the computer's memory, are used up. `what` names the purpose.
   */
  allocate(bytes: number, what: string): number {
    const size = Math.max(ALIGN, Math.ceil(bytes / ALIGN) * ALIGN);
    const at = this.#fromFree(size) ?? this.#fromEnd(size, what);
    this.#sizes.set(at, size);
    return at;
  }

  release(at: number): void {
    const size = this.#sizes.get(at);
    invariant(size !== undefined, `memory at ${at} is given back once`);
    this.#sizes.delete(at);
    let index = this.#free.findIndex((span) => span.at > at);
    if (index < 0) index = this.#free.length;
    this.#free.splice(index, 0, { at, size });
    this.#joinNext(index);
    if (index > 0) this.#joinNext(index - 1);
  }

  /** Bytes [at, at + length) as they are now; a view. */
  bytes(at: number, length: number): Uint8Array {
    return this.#bytes.subarray(at, at + length);
  }

  /** f32 values from byte address `at` on; a view. */
  floats(at: number, length: number): Float32Array {
    return this.#floats.subarray(at / 4, at / 4 + length);
  }

  #fromFree(size: number): number | undefined {
    const index = this.#free.findIndex((span) => span.size >= size);
    const span = this.#free[index];
    if (span === undefined) return undefined;
    const at = span.at;
    if (span.size === size) this.#free.splice(index, 1);
    else {
      span.at += size;
      span.size -= size;
    }
    return at;
  }

  #fromEnd(size: number, what: string): number {
    const at = this.#end;
    const lacking = at + size - this.#bytes.length;
    if (lacking > 0) this.#grow(lacking, size, what);
    this.#end = at + size;
    return at;
  }

  #grow(lacking: number, size: number, what: string): void {
    const room = MAX_PAGES - this.#bytes.length / PAGE;
    const pages = Math.ceil(lacking / PAGE);
    const full = `${what}: ${megabytes(size)} do not fit into the wasm backend's memory (${megabytes(this.#end)} of 4096 MB in use)`;
    if (pages > room) throw new LimitError(full);
    try {
      this.memory.grow(Math.min(room, Math.max(pages, GROW_BYTES / PAGE)));
    } catch (error) {
      throw new LimitError(full, { cause: error });
    }
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#floats = new Float32Array(this.memory.buffer);
  }

  #joinNext(index: number): void {
    const span = this.#free[index]!;
    const next = this.#free[index + 1];
    if (next === undefined || span.at + span.size !== next.at) return;
    span.size += next.size;
    this.#free.splice(index + 1, 1);
  }
}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
