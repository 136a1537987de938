import { DeviceError, InputError } from "@wanwen/core";
import type { Backend } from "../backend.ts";
import { WasmBackend } from "../wasm/backend.ts";
import type { SpawnThread } from "../wasm/pool.ts";
import { weightBytesOf } from "../wasm/shelves.ts";

export interface OpenWasmOptions {
  /** Threads, the caller's included. Default: what the computer offers, at most 8. */
  readonly threads?: number;
  /** As in `@wanwen/kernels/node`. */
  readonly activations?: "i8" | "f32";
  readonly kv?: "f32" | "f16";
}

const MOST_THREADS = 128;
/** Browsers say at most 8 GiB, and some nothing. */
const UNKNOWN_MEMORY_GIB = 4;

/**
 * Opens the WebAssembly backend with module workers as threads. Call it in a worker: threads wait for each other, which a
 * page's own thread may not. The page must be cross-origin isolated (headers COOP `same-origin` and COEP `require-corp`):
 * only then do browsers share memory between threads.
 * @throws DeviceError when memory cannot be shared, the kernels are not where the bundle puts them, or a thread does not start
 * @throws InputError for a number of threads that makes no sense
 * @throws LimitError when the memory cannot be reserved
 */
export async function openWasm(options: OpenWasmOptions = {}): Promise<Backend> {
  const threads = options.threads ?? Math.min(8, navigator.hardwareConcurrency);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new InputError(`threads: expected 1 to ${MOST_THREADS}, got ${threads}`, { param: "threads" });
  }
  if (!globalThis.crossOriginIsolated) {
    throw new DeviceError("the page is not cross-origin isolated, so its threads cannot share memory: it needs the headers COOP and COEP");
  }
  if (typeof document !== "undefined") throw new DeviceError("the engine runs in a worker: the page's own thread may not wait");
  const relaxed = await fetchBytes(new URL("../../build/kernels-relaxed.wasm", import.meta.url));
  const build = WebAssembly.validate(relaxed) ? "relaxed" : "plain";
  const code = build === "relaxed" ? relaxed : await fetchBytes(new URL("../../build/kernels.wasm", import.meta.url));
  const { deviceMemory = UNKNOWN_MEMORY_GIB } = navigator as { deviceMemory?: number };
  return WasmBackend.open(await WebAssembly.compile(code), spawnWorker, {
    threads, build, wide: false, code: await fingerprint(code), activations: options.activations ?? "i8", kv: options.kv ?? "f32",
    weightBytes: weightBytesOf(deviceMemory * 2 ** 30),
  });
}

async function fetchBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new DeviceError(`${url.pathname}: not there (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fingerprint(code: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", code));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const spawnWorker: SpawnThread = (start) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", (event) => reject(new DeviceError(`a thread did not start: ${event.message}`)), { once: true });
    worker.addEventListener("message", () => resolve({ stop: () => worker.terminate() }), { once: true });
    worker.postMessage(start);
  });
