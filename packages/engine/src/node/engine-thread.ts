import { Worker } from "node:worker_threads";
import { asError, DeviceError, InputError } from "@wanwen/core";
import type { AdapterRack, Engine, EngineInfo, GenerationEvent, GenerationRequest } from "../types.ts";
import type { MemoryPlan } from "../memory-plan.ts";
import { type EngineSettings, fromPlainError, fromPlainEvent, type FromWorker, toPlainError, type ToWorker } from "./protocol.ts";

export interface EngineThreadOptions extends EngineSettings {
  /** Share of the weights that has been read, 0 to 1; about ten times a second. */
  readonly onProgress?: (share: number) => void;
  /** Called before anything is loaded, when a budget of memory was given. */
  readonly onPlan?: (plan: MemoryPlan) => void;
}

/**
 * Opens the model at `path` in a thread of its own, so that serving and computing do not wait for each other. The
 * engine behaves as one made by `openEngine`; when its thread dies, replies under way end with a `DeviceError`.
 * @throws InputError when the files are wrong, DeviceError when the thread does not start
 */
export async function openEngineThread(options: EngineThreadOptions): Promise<Engine> {
  const { onProgress, onPlan, ...settings } = options;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: settings });
  const mail = new Mail();
  const exited = new Promise<void>((resolve) => worker.on("exit", () => resolve()));
  worker.on("error", (error) => mail.die(new DeviceError(`engine thread: ${asError(error).message}`, { cause: error })));
  worker.on("exit", (code) => mail.die(new DeviceError(`engine thread: ended with ${code}`)));
  const { info, names } = await new Promise<{ info: EngineInfo; names: readonly string[] }>((resolve, reject) => {
    mail.onDeath = reject;
    worker.on("message", (message: FromWorker) => {
      switch (message.type) {
        case "plan":
          return onPlan?.(message.plan);
        case "loading":
          return onProgress?.(message.share);
        case "ready":
          return resolve({ info: message.info, names: message.adapters });
        case "broken":
          return reject(fromPlainError(message.error));
        case "event":
          return mail.inboxes.get(message.call)?.push(fromPlainEvent(message.event));
        case "adapter":
          return mail.changes.get(message.call)?.(message);
        case "closed":
          return; // the thread's exit follows
        default:
          message satisfies never;
      }
    });
  });
  return new EngineThread(worker, info, names, mail, exited);
}

type AdapterChange = Pick<Extract<FromWorker, { type: "adapter" }>, "names" | "error">;

/** Where events from the thread go: one inbox per reply under way. */
class Mail {
  readonly inboxes = new Map<number, Inbox>();
  /** Who waits for the end of a change of adapters. */
  readonly changes = new Map<number, (done: AdapterChange) => void>();
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
    for (const settle of this.changes.values()) settle({ names: [], error: toPlainError(error) });
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
  readonly adapters: AdapterRack;
  #lastCall = 0;

  constructor(worker: Worker, info: EngineInfo, adapterNames: readonly string[], mail: Mail, exited: Promise<void>) {
    this.info = info;
    let names = adapterNames;
    const change = async (name: string, path?: string): Promise<void> => {
      const done = await this.#changeAdapters(name, path);
      names = done.names;
      if (done.error) throw fromPlainError(done.error);
    };
    this.adapters = {
      get names() {
        return names;
      },
      load: change,
      unload: (name) => change(name),
    };
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

  async #changeAdapters(name: string, path: string | undefined): Promise<AdapterChange> {
    if (this.#mail.death) throw this.#mail.death;
    const call = ++this.#lastCall;
    const done = new Promise<AdapterChange>((resolve) => this.#mail.changes.set(call, resolve));
    this.#send({ type: "adapter", call, name, path });
    return done.finally(() => this.#mail.changes.delete(call));
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
