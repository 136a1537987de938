import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { DeviceError, InputError } from "@wanwen/core";
import type { Backend } from "../backend.ts";
import { WasmBackend } from "../wasm/backend.ts";
import { type Build, BUILDS } from "../wasm/kernels.ts";
import { weightBytesOf } from "../wasm/shelves.ts";
import type { SpawnThread } from "../wasm/pool.ts";
import { rehearse } from "../rehearsal.ts";
import { widen } from "./widen.ts";

export interface OpenWasmOptions {
  /** Threads, the caller's included. Default: what the computer offers, at most 8. */
  readonly threads?: number;
  /** `"i8"` (default) rounds what quantised weights meet; `"f32"` does not, at a fifth of the speed. */
  readonly activations?: "i8" | "f32";
  /** Default `"f32"`; `"f16"` halves the cache and rounds it. */
  readonly kv?: "f32" | "f16";
  /** Default `"auto"`: relaxed SIMD where this engine has it. */
  readonly build?: "auto" | Build;
  /** Default `"auto"`: 256-bit operations where this V8 can make them and they give the same bits (widen.ts). */
  readonly wide?: "auto" | "never";
  /** Bytes of weights in each of the memories (4 GiB at most). Default: enough of them for all that the computer has. */
  readonly weightBytes?: readonly number[];
}

/** The pool counts helpers in 8 bits; no computer's memory feeds more than a few dozen. */
const MOST_THREADS = 128;

/**
 * Opens the WebAssembly backend with threads of node:worker_threads. Works in a worker too.
 * @throws DeviceError when the kernels were not built (`npm run build:kernels`) or a thread does not start
 * @throws InputError for a number of threads that makes no sense
 * @throws LimitError when the memory cannot be reserved
 */
export async function openWasm(options: OpenWasmOptions = {}): Promise<Backend> {
  const build = options.build === undefined || options.build === "auto" ? bestBuild() : options.build;
  const code = readBuild(build);
  const wide = options.wide !== "never" && build === "relaxed" ? await (widened ??= widen(code, rehearsalOf)) : undefined;
  const threads = options.threads ?? Math.min(8, availableParallelism());
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new InputError(`threads: expected 1 to ${MOST_THREADS}, got ${threads}`, { param: "threads" });
  }
  return WasmBackend.open(wide ?? (await WebAssembly.compile(code)), spawnWorker, {
    threads, build, wide: wide !== undefined, code: createHash("sha256").update(code).digest("hex").slice(0, 16), activations: options.activations ?? "i8", kv: options.kv ?? "f32",
    weightBytes: options.weightBytes ?? weightBytesOf(totalmem()),
  });
}

/** What came of the only try. */
let widened: Promise<WebAssembly.Module | undefined> | undefined;

async function rehearsalOf(module: WebAssembly.Module): Promise<Buffer[]> {
  const backend = await WasmBackend.open(module, spawnWorker, {
    threads: 1, build: "relaxed", wide: false, code: "", activations: "i8", kv: "f32", weightBytes: [64 << 20],
  });
  const results = rehearse(backend).map(({ buffer }) => Buffer.from(buffer as ArrayBuffer));
  backend.close();
  return results;
}

function bestBuild(): Build {
  return WebAssembly.validate(readBuild("relaxed")) ? "relaxed" : "plain";
}

function readBuild(build: Build): Uint8Array<ArrayBuffer> {
  const path = fileURLToPath(new URL(`../../build/${BUILDS[build]}`, import.meta.url));
  if (!existsSync(path)) throw new DeviceError(`${path}: not there; \`npm run build:kernels\` makes it`);
  return new Uint8Array(readFileSync(path));
}

const spawnWorker: SpawnThread = (start) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: start });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new DeviceError(`a thread ended with code ${code}`)));
    worker.once("message", () => {
      worker.unref(); // it ends with the program
      resolve({ stop: () => void worker.terminate() });
    });
  });
