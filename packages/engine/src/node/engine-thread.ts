import { Worker } from "node:worker_threads";
import { asError, DeviceError } from "@wanwen/core";
import type { Engine, EngineInfo, GenerationEvent, GenerationRequest } from "../types.ts";
import { type EngineSettings, fromPlainError, fromPlainEvent, type FromWorker, type ToWorker } from "./protocol.ts";

export interface EngineThreadOptions extends EngineSettings {
  /** Share of the weights that has been read, 0 to 1; about ten times a second. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Opens the model at `path` in a thread of its own, so that serving and computing do not wait for each other. The
 * engine behaves as one made by `openEngine`; when its thread dies, replies under way end with a `DeviceError`.
 * @throws InputError when the files are wrong, DeviceError when the thread does not start
 */
export async function openEngineThread(options: EngineThreadOptions): Promise<Engine> {
  const { onProgress, ...settings } = options;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: settings });
  const info = await new Promise<EngineInfo>((resolve, reject) => {
    worker.on("message", (message: FromWorker) => {
      if (message.type === "loading") onProgress?.(message.share);
      if (message.type === "ready") resolve(message.info);
      if (message.type === "broken") reject(fromPlainError(message.error));
    });
    worker.on("error", (error) => reject(new DeviceError(`engine thread: ${asError(error).message}`, { cause: error })));
    worker.on("exit", (code) => reject(new DeviceError(`engine thread: ended with ${code} before it was ready`)));
  });
  worker.removeAllListeners();
  return new EngineThread(worker, info);
}

/** Replies under way in one thread, seen from outside. */
class EngineThread implements Engine {
  readonly info: EngineInfo;
  readonly #worker: Worker;
  readonly #calls = new Map<number, Inbox>();
  #lastCall = 0;
  #death: Error | undefined;
  readonly #exited: Promise<void>;

  constructor(worker: Worker, info: EngineInfo) {
    this.info = info;
    this.#worker = worker;
    worker.on("message", (message: FromWorker) => {
      if (message.type === "event") this.#calls.get(message.call)?.push(fromPlainEvent(message.event));
    });
    worker.on("error", (error) => this.#die(new DeviceError(`engine thread: ${asError(error).message}`, { cause: error })));
    this.#exited = new Promise((resolve) => {
      worker.on("exit", (code) => {
        this.#die(new DeviceError(`engine thread: ended with ${code}`));
        resolve();
      });
    });
  }

  async *generate(request: GenerationRequest, signal?: AbortSignal): AsyncIterable<GenerationEvent> {
    if (this.#death) {
      yield { type: "failed", error: this.#death };
      return;
    }
    const call = ++this.#lastCall;
    const inbox = new Inbox();
    this.#calls.set(call, inbox);
    const abort = (): void => this.#send({ type: "abort", call });
    try {
      this.#send({ type: "generate", call, request });
      if (signal?.aborted) abort();
      signal?.addEventListener("abort", abort, { once: true });
      for (;;) {
        const event = await inbox.next();
        this.#send({ type: "read", call, events: 1 });
        yield event;
        if (event.type === "finished" || event.type === "failed") return;
      }
    } catch (error) {
      // Only a request that cannot be copied to the thread gets here (a function among its values).
      yield { type: "failed", error: new DeviceError("engine thread: the request is not plain data", { cause: error }) };
    } finally {
      signal?.removeEventListener("abort", abort);
      this.#calls.delete(call);
      abort(); // for a reader who went away without a word
    }
  }

  async close(): Promise<void> {
    this.#send({ type: "close" });
    await this.#exited;
  }

  #send(message: ToWorker): void {
    if (!this.#death) this.#worker.postMessage(message);
  }

  #die(error: Error): void {
    this.#death ??= error;
    for (const inbox of this.#calls.values()) inbox.push({ type: "failed", error: this.#death });
    this.#calls.clear();
  }
}

/** Events that have arrived and were not read yet; the worker sends only as many as were read. */
class Inbox {
  readonly #events: GenerationEvent[] = [];
  #wake: (() => void) | undefined;

  push(event: GenerationEvent): void {
    this.#events.push(event);
    this.#wake?.();
  }

  async next(): Promise<GenerationEvent> {
    while (this.#events.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#events.shift()!;
  }
}
