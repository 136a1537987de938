import { Worker } from "node:worker_threads";
import { asError, DeviceError, InputError } from "@wanwen/core";
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
  const mail = new Mail();
  const exited = new Promise<void>((resolve) => worker.on("exit", () => resolve()));
  worker.on("error", (error) => mail.die(new DeviceError(`engine thread: ${asError(error).message}`, { cause: error })));
  worker.on("exit", (code) => mail.die(new DeviceError(`engine thread: ended with ${code}`)));
  const info = await new Promise<EngineInfo>((resolve, reject) => {
    mail.onDeath = reject;
    worker.on("message", (message: FromWorker) => {
      switch (message.type) {
        case "loading":
          return onProgress?.(message.share);
        case "ready":
          return resolve(message.info);
        case "broken":
          return reject(fromPlainError(message.error));
        case "event":
          return mail.inboxes.get(message.call)?.push(fromPlainEvent(message.event));
        case "closed":
          return; // the thread's exit follows
        default:
          message satisfies never;
      }
    });
  });
  return new EngineThread(worker, info, mail, exited);
}

/** Where events from the thread go: one inbox per reply under way. */
class Mail {
  readonly inboxes = new Map<number, Inbox>();
  onDeath: (error: Error) => void = () => {};
  #death: Error | undefined;

  get death(): Error | undefined {
    return this.#death;
  }

  /** No event will come any more: every reply under way ends with the error. */
  die(error: Error): void {
    if (this.#death) return;
    this.#death = error;
    for (const inbox of this.inboxes.values()) inbox.push({ type: "failed", error });
    this.inboxes.clear();
    this.onDeath(error);
  }
}

/** Replies under way in one thread, seen from outside. */
class EngineThread implements Engine {
  readonly info: EngineInfo;
  readonly died: Promise<Error>;
  readonly #worker: Worker;
  readonly #mail: Mail;
  readonly #exited: Promise<void>;
  #lastCall = 0;

  constructor(worker: Worker, info: EngineInfo, mail: Mail, exited: Promise<void>) {
    this.info = info;
    this.#worker = worker;
    this.#mail = mail;
    this.#exited = exited;
    this.died = mail.death ? Promise.resolve(mail.death) : new Promise((resolve) => (mail.onDeath = resolve));
  }

  async *generate(request: GenerationRequest, signal?: AbortSignal): AsyncIterable<GenerationEvent> {
    if (this.#mail.death) {
      yield { type: "failed", error: this.#mail.death };
      return;
    }
    const call = ++this.#lastCall;
    const inbox = new Inbox();
    this.#mail.inboxes.set(call, inbox);
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
      yield { type: "failed", error: new InputError("request: expected plain data, got something that no other thread can be sent", { cause: error }) };
    } finally {
      signal?.removeEventListener("abort", abort);
      this.#mail.inboxes.delete(call);
      abort(); // for a reader who went away without a word
    }
  }

  async close(): Promise<void> {
    this.#send({ type: "close" });
    await this.#exited;
  }

  #send(message: ToWorker): void {
    if (!this.#mail.death) this.#worker.postMessage(message);
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
