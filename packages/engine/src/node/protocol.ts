import { asError, DeviceError, InputError, InvariantError, LimitError, WanwenError } from "@wanwen/core";
import type { EngineOptions } from "../engine.ts";
import type { MemoryPlan } from "../memory-plan.ts";
import type { EngineInfo, GenerationEvent, GenerationRequest } from "../types.ts";

/** What the worker is started with. */
export interface EngineSettings {
  /** A directory with a Hugging Face checkpoint, or a .gguf file. */
  readonly path: string;
  /** What to call the model; default: the directory's or file's name. */
  readonly name?: string;
  readonly backend: "reference" | "wasm";
  /** Threads of the wasm backend; undefined: as many as the machine has cores for. */
  readonly threads?: number;
  /** How the wasm backend keeps keys and values; undefined: exactly for small models, as halves for those above 64 MiB. */
  readonly kv?: "f32" | "f16";
  readonly contextTokens?: number;
  readonly runningMax?: number;
  readonly waitingMax?: number;
  readonly promptTokensMax?: number;
  readonly keptBytesMax?: number;
  /** Keeps beginnings of prompts in this folder too, so that they outlive memory and the program. */
  readonly keptFolder?: string;
  /** Budget for everything: conversations at a time and kept beginnings are made to fit, and a model that cannot is refused. */
  readonly memoryBytes?: number;
  /** "never": no token is guessed ahead, and a draft layer stays in the file. */
  readonly drafts?: NonNullable<EngineOptions["drafts"]>;
  /** LoRA adapters to begin with: directories in PEFT's layout. */
  readonly adapters?: readonly { readonly name: string; readonly path: string }[];
}

/** Caller to worker. `call` numbers the generations of one thread. */
export type ToWorker =
  | { readonly type: "generate"; readonly call: number; readonly request: GenerationRequest }
  | { readonly type: "abort"; readonly call: number }
  /** The reader took `events` more events: the worker may send as many again. */
  | { readonly type: "read"; readonly call: number; readonly events: number }
  /** Loads the adapter at `path`, or, without one, unloads it. */
  | { readonly type: "adapter"; readonly call: number; readonly name: string; readonly path: string | undefined }
  | { readonly type: "close" };

/** Worker to caller. */
export type FromWorker =
  | { readonly type: "plan"; readonly plan: MemoryPlan }
  | { readonly type: "loading"; readonly share: number }
  | { readonly type: "ready"; readonly info: EngineInfo; readonly adapters: readonly string[] }
  | { readonly type: "broken"; readonly error: PlainError }
  | { readonly type: "event"; readonly call: number; readonly event: PlainEvent }
  | { readonly type: "adapter"; readonly call: number; readonly names: readonly string[]; readonly error?: PlainError }
  | { readonly type: "closed" };

/** Events in flight per reply: as many as keep the worker busy, few enough for a slow reader to slow it down. */
export const EVENTS_IN_FLIGHT_MAX = 64;

/** Events are plain data but for the error of the last one: an Error would lose its class and code on the way. */
export type PlainEvent = Exclude<GenerationEvent, { type: "failed" }> | { readonly type: "failed"; readonly error: PlainError };

export interface PlainError {
  readonly code: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly param?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly of?: "context" | undefined;
}

export function toPlainError(thrown: unknown): PlainError {
  const error = asError(thrown);
  return {
    code: error instanceof WanwenError ? error.code : "internal",
    message: error.message,
    stack: error.stack,
    ...(error instanceof InputError ? { param: error.param } : {}),
    ...(error instanceof LimitError ? { retryAfterMs: error.retryAfterMs, of: error.of } : {}),
  };
}

export function fromPlainError(plain: PlainError): Error {
  const error = errorOf(plain);
  if (plain.stack !== undefined) error.stack = plain.stack;
  return error;
}

function errorOf({ code, message, param, retryAfterMs, of }: PlainError): WanwenError {
  switch (code) {
    case "invalid_input":
      return new InputError(message, param === undefined ? {} : { param });
    case "limit_reached":
      return new LimitError(message, { ...(retryAfterMs === undefined ? {} : { retryAfterMs }), ...(of === undefined ? {} : { of }) });
    case "unavailable":
      return new DeviceError(message);
    default:
      return new InvariantError(message);
  }
}

export function toPlainEvent(event: GenerationEvent): PlainEvent {
  return event.type === "failed" ? { type: "failed", error: toPlainError(event.error) } : event;
}

export function fromPlainEvent(event: PlainEvent): GenerationEvent {
  return event.type === "failed" ? { type: "failed", error: fromPlainError(event.error) } : event;
}
