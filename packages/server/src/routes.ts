import { encodeComment, encodeSse, errorEnvelope, parseChatRequest } from "@wanwen/api";
import { asError, type Clock, DeviceError, InputError, LimitError, type Logger, newId, silentLogger, systemClock } from "@wanwen/core";
import type { AdapterRack, Engine, GenerationEvent } from "@wanwen/engine";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { browsers, ownPageOnly } from "./browsers.ts";
import { chunksOf, completionOf, openingChunk, type ReplyHead } from "./reply.ts";
import { generationRequest } from "./request.ts";

const BODY_BYTES_MAX = 8 << 20;
const PING_MS = 15_000;
const LOADING_RETRY_MS = 1_000;

/** A model that can be asked for by name; it may still be loading, and another may take its place (`ModelSeat`). */
export interface ServedModel {
  readonly id: string;
  readonly state: ModelState;
}

export type ModelState = { readonly state: "loading" } | { readonly state: "ready"; readonly engine: Engine } | { readonly state: "failed"; readonly error: Error };

export interface ModelRoutesOptions {
  readonly models: readonly ServedModel[];
  /** Adapters may be loaded and unloaded over HTTP: the paths are this computer's, so only where it alone can ask. */
  readonly adaptersChange?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** `POST /v1/chat/completions`, `GET /v1/models`, `GET /health`: requests in, engine events out, as OpenAI clients expect. */
export function modelRoutes({ models, adaptersChange = false, clock = systemClock, logger = silentLogger }: ModelRoutesOptions): Hono {
  const secondsNow = () => Math.floor(clock.now().getTime() / 1000);
  const openedSeconds = secondsNow();
  const app = new Hono();
  app.onError((error, context) => failure(context, error, logger));
  app.use("/v1/*", browsers());

  app.get("/health", (context) => {
    const all = models.map(({ id, state }) => ({ id, state: state.state, ...(state.state === "failed" ? { message: state.error.message } : {}) }));
    const status = all.some(({ state }) => state === "failed") ? "failed" : all.some(({ state }) => state === "loading") ? "loading" : "ok";
    return context.json({ status, models: all }, status === "ok" ? 200 : 503);
  });

  app.get("/v1/models", (context) => context.json({ object: "list", data: models.flatMap(describe) }));

  app.get("/v1/models/:id{.+}", (context) => {
    const asked = context.req.param("id");
    const served = models.flatMap(describe).find(({ id }) => id === asked);
    if (served) return context.json(served);
    return failure(context, new InputError(`model: expected one of ${namesOf(models)}, got '${asked}'`, { param: "model" }), logger, 404);
  });

  // As vLLM has them.
  if (adaptersChange) {
    app.use("/v1/:change{load_lora_adapter|unload_lora_adapter}", ownPageOnly());
    app.post("/v1/load_lora_adapter", bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge }), async (context) => {
      const { lora_name: name, lora_path: path } = await adapterBody(context, ["lora_name", "lora_path"]);
      await rack().load(name!, path!);
      return context.json({ object: "lora_adapter", id: name, loaded: true });
    });
    app.post("/v1/unload_lora_adapter", bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge }), async (context) => {
      const { lora_name: name } = await adapterBody(context, ["lora_name"]);
      await rack().unload(name!);
      return context.json({ object: "lora_adapter", id: name, loaded: false });
    });
  }

  app.post("/v1/chat/completions", bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge }), async (context) => {
    const wire = parseChatRequest(await jsonBody(context));
    const { engine, adapter } = engineFor(wire.model);
    const head: ReplyHead = { id: newId("chatcmpl"), created: secondsNow(), model: adapter ?? engine.info.model };
    const request = { ...generationRequest(head.id, wire), ...(adapter !== undefined && { adapter }) };
    if (!wire.stream) return context.json(await completionOf(engine.generate(request, context.req.raw.signal), head));
    // Errors before the first byte (queue full, context too long) still get a status of their own.
    const abort = new AbortController();
    const events = engine.generate(request, AbortSignal.any([abort.signal, context.req.raw.signal]))[Symbol.asyncIterator]();
    const first = await events.next();
    if (!first.done && first.value.type === "failed") throw first.value.error;
    const body = streamOf(first, events, head, wire.stream_options?.include_usage === true, abort);
    return new Response(body, {
      headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache", "x-accel-buffering": "no" },
    });
  });

  // Without this, the page would answer: clients expect JSON, whatever they ask for.
  app.all("/v1/*", (context) => {
    const { method, path } = context.req;
    const known = "POST /v1/chat/completions, GET /v1/models, GET /v1/models/NAME";
    return failure(context, new InputError(`${method} ${path}: is not served here, expected ${known}`), logger, 404);
  });
  return app;

  /** A model, then its adapters, which are models to whoever asks. */
  function describe({ id, state }: ServedModel): { id: string }[] {
    const engine = state.state === "ready" ? state.engine : undefined;
    const plain = {
      id, object: "model", created: openedSeconds, owned_by: "wanwen",
      ...(engine ? { context_length: engine.info.contextTokens } : {}),
    };
    const adapters = (engine?.adapters?.names ?? []).map((name) => ({ ...plain, id: name, parent: id }));
    return [{ ...plain, ...(engine && { meta: engine.info }) }, ...adapters];
  }

  /** The adapters of the only model there is. */
  function rack(): AdapterRack {
    const { adapters } = engineFor("").engine;
    if (!adapters) throw new InputError("adapters: this model takes none");
    return adapters;
  }

  /** An empty name, or one that nobody has, means the only model there is: local clients name what they like. */
  function engineFor(name: string): { engine: Engine; adapter?: string } {
    for (const { state } of models) {
      if (state.state === "ready" && state.engine.adapters?.names.includes(name)) return { engine: state.engine, adapter: name };
    }
    const served = models.find(({ id }) => id === name) ?? (models.length === 1 ? models[0] : undefined);
    if (!served) throw new InputError(`model: expected one of ${namesOf(models)}, got '${name}'`, { param: "model" });
    const { state } = served;
    if (state.state === "loading") throw new LimitError("The model is still loading.", { retryAfterMs: LOADING_RETRY_MS });
    if (state.state === "failed") throw new DeviceError(`The model is not available: ${state.error.message}`, { cause: state.error });
    return { engine: state.engine };
  }
}

/** Texts of at most 4,096 characters by their names. */
async function adapterBody(context: Context, names: readonly string[]): Promise<Record<string, string>> {
  const body = (await jsonBody(context)) as Record<string, unknown> | null;
  return Object.fromEntries(names.map((name) => {
    const value = typeof body === "object" ? body?.[name] : undefined;
    if (typeof value === "string" && value.length > 0 && value.length <= 4096) return [name, value];
    throw new InputError(`${name}: expected a text`, { param: name });
  }));
}

/** Engine events as server-sent events. The reader's pace is the engine's pace; a reader who leaves frees the engine. */
function streamOf(
  first: IteratorResult<GenerationEvent>, events: AsyncIterator<GenerationEvent>, head: ReplyHead, withUsage: boolean, abort: AbortController,
): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  const encode = (json: object) => utf8.encode(encodeSse({ data: JSON.stringify(json) }));
  let next: Promise<IteratorResult<GenerationEvent>> = Promise.resolve(first);
  let opened = false;
  return new ReadableStream({
    async pull(controller) {
      if (!opened) {
        opened = true;
        return controller.enqueue(encode(openingChunk(head, withUsage)));
      }
      for (;;) {
        const result = await orPing(next);
        if (result === "ping") return controller.enqueue(utf8.encode(encodeComment("ping")));
        if (result.done) return close(controller);
        const event = result.value;
        if (event.type === "failed") {
          controller.enqueue(encode(errorEnvelope(event.error)));
          return close(controller);
        }
        next = events.next();
        const chunks = chunksOf(event, head, withUsage);
        for (const chunk of chunks) controller.enqueue(encode(chunk));
        if (chunks.length) return;
      }
    },
    cancel() {
      abort.abort();
      void events.return?.();
    },
  });

  function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
    controller.enqueue(utf8.encode(encodeSse({ data: "[DONE]" })));
    controller.close();
  }
}

/** The event, or "ping" when it takes so long that proxies would close the connection. */
async function orPing<T>(next: Promise<T>): Promise<T | "ping"> {
  let timer: NodeJS.Timeout | undefined;
  const ping = new Promise<"ping">((resolve) => (timer = setTimeout(resolve, PING_MS, "ping" as const)));
  return Promise.race([next, ping]).finally(() => clearTimeout(timer));
}

function namesOf(models: readonly ServedModel[]): string {
  return models.map(({ id }) => id).join(", ");
}

async function jsonBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (cause) {
    throw new InputError("the body is not JSON", { cause });
  }
}

function tooLarge(context: Context): Response {
  return failure(context, new InputError(`the body is larger than ${BODY_BYTES_MAX >> 20} MiB`), silentLogger, 413);
}

function failure(context: Context, thrown: unknown, logger: Logger, status = statusOf(thrown)): Response {
  if (status >= 500 && !(thrown instanceof LimitError)) logger.error("server.request", { error: asError(thrown) });
  const retryAfterMs = thrown instanceof LimitError ? thrown.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) context.header("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  return context.json(errorEnvelope(thrown), status as 400);
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof InputError) return 400;
  if (thrown instanceof LimitError) return thrown.of === "context" ? 400 : 503;
  if (thrown instanceof DeviceError) return 502;
  return 500;
}
