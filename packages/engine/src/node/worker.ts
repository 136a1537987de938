/** The thread that an engine lives in: opens the files, loads the model, then serves what the port brings. */
import { parentPort, workerData } from "node:worker_threads";
import { invariant } from "@wanwen/core";
import type { Engine } from "../types.ts";
import { openEngineHere } from "./open.ts";
import {
  type EngineSettings, EVENTS_IN_FLIGHT_MAX, type FromWorker, toPlainError, toPlainEvent, type ToWorker,
} from "./protocol.ts";

invariant(parentPort, "the engine's worker was started as a worker");
const port = parentPort;
const send = (message: FromWorker): void => port.postMessage(message);

/** A generation under way: how to stop it, and how many more events its reader has room for. */
interface Call {
  readonly abort: AbortController;
  room: number;
  wake: (() => void) | undefined;
}

async function main(settings: EngineSettings): Promise<void> {
  const engine = await openEngineHere({
    ...settings,
    onPlan: (plan) => send({ type: "plan", plan }),
    onProgress: throttled((share) => send({ type: "loading", share })),
  });
  const calls = new Map<number, Call>();
  port.on("message", (message: ToWorker) => {
    switch (message.type) {
      case "generate": {
        const call: Call = { abort: new AbortController(), room: EVENTS_IN_FLIGHT_MAX, wake: undefined };
        calls.set(message.call, call);
        void serve(engine, message, call).finally(() => calls.delete(message.call));
        return;
      }
      case "abort":
        calls.get(message.call)?.abort.abort();
        return;
      case "read": {
        const call = calls.get(message.call);
        if (!call) return; // its last event is on the way already
        call.room += message.events;
        call.wake?.();
        return;
      }
      case "adapter":
        void changeAdapters(engine, message);
        return;
      case "close":
        void engine.close().then(() => {
          send({ type: "closed" });
          port.close();
        });
        return;
      default:
        message satisfies never;
    }
  });
  send({ type: "ready", info: engine.info, adapters: engine.adapters?.names ?? [] });
}

async function serve(engine: Engine, { call: number, request }: Extract<ToWorker, { type: "generate" }>, call: Call): Promise<void> {
  for await (const event of engine.generate(request, call.abort.signal)) {
    while (call.room === 0 && !call.abort.signal.aborted) {
      await new Promise<void>((resolve) => {
        call.wake = resolve;
        call.abort.signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    call.room--;
    send({ type: "event", call: number, event: toPlainEvent(event) });
  }
}

async function changeAdapters({ adapters }: Engine, { call, name, path }: Extract<ToWorker, { type: "adapter" }>): Promise<void> {
  const names = () => adapters?.names ?? [];
  try {
    await (path === undefined ? adapters?.unload(name) : adapters?.load(name, path));
    send({ type: "adapter", call, names: names() });
  } catch (error) {
    send({ type: "adapter", call, names: names(), error: toPlainError(error) });
  }
}

/** Weights come in hundreds of tensors; a person needs ten steps a second. */
function throttled(report: (share: number) => void): (share: number) => void {
  let lastMs = 0;
  return (share) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < 100 && share < 1) return;
    lastMs = nowMs;
    report(share);
  };
}

main(workerData as EngineSettings).catch((error: unknown) => {
  send({ type: "broken", error: toPlainError(error) });
  port.close();
});
