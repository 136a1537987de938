import { asError, DeviceError, InputError } from "@wanwen/core";
import type { z } from "zod";
import type { Services } from "./types.ts";
import * as wire from "./wire.ts";

export interface ConnectOptions {
  /** Where the services live, without a path: "http://127.0.0.1:4310". */
  readonly origin: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** How long one call may take, from connecting to the last byte. */
  readonly timeoutMs: number;
}

/** No answer of a service is longer than this; a longer one is a fault. */
const ANSWER_BYTES_MAX = 2 * 1024 * 1024;

/**
 * All services behind one origin, over HTTP.
 *
 * Nothing is ever tried twice in here: whether a purchase may be repeated is for the caller to know, who holds the key.
 * A timeout, a 5xx, a cut connection or an answer that does not parse is a `DeviceError`: the outcome is unknown.
 * A 4xx is an `InputError`: the service understood and refused, nothing happened. Aborting by `signal` throws its reason.
 */
export function connectServices({ origin, fetch = globalThis.fetch, timeoutMs }: ConnectOptions): Services {
  const base = new URL(origin).origin;

  async function call<Answer>(schema: z.ZodType<Answer>, path: string, options: CallOptions = {}): Promise<Answer | undefined> {
    const { method = "GET", query = {}, body, idempotencyKey, signal } = options;
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    const where = `${method} ${url.pathname}`;
    const timeout = AbortSignal.timeout(timeoutMs);
    const request = new Request(url, {
      method,
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A redirect of a service could point anywhere, this computer's own ports included.
      redirect: "error",
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    try {
      const response = await abortable(fetch(request), request.signal);
      const answer = await abortable(readJson(response, where), request.signal);
      if (response.status === 404 && options.missing) return undefined;
      if (!response.ok) throw refusal(response.status, answer, where);
      const parsed = schema.safeParse(answer);
      if (!parsed.success) throw new DeviceError(`${where}: the answer does not have the agreed shape: ${issue(parsed.error)}`);
      return parsed.data;
    } catch (error) {
      if (error instanceof DeviceError || error instanceof InputError) throw error;
      if (signal?.aborted) throw signal.reason;
      const what = timeout.aborted ? `expected an answer within ${timeoutMs} ms, got none` : asError(error).message;
      throw new DeviceError(`${where}: ${what}`, { cause: error });
    }
  }

  async function must<Answer>(schema: z.ZodType<Answer>, path: string, options?: CallOptions): Promise<Answer> {
    return (await call(schema, path, options)) as Answer; // undefined only comes where `missing` was asked for
  }

  return {
    search: async (kind, query, signal) =>
      (await must(wire.searchAnswerSchema, `/${kind}/search`, { query: { ...query }, ...(signal && { signal }) })).offers,
    places: async (query, signal) =>
      (await must(wire.placesAnswerSchema, "/places/search", { query, ...(signal && { signal }) })).places,
    route: (query, signal) => must(wire.routeSchema, "/routes", { query, ...(signal && { signal }) }),

    createCheckout: async ({ kind, ...body }) => {
      const answer = await must(wire.checkoutAnswerSchema, `/${kind}/checkouts`, { method: "POST", body });
      if ("outcome" in answer) return answer;
      // What goes on a card must be what was asked for, and the money must go to whom it was asked from.
      const other = ([["kind", kind, answer.kind], ["offerRef", body.offerRef, answer.offerRef], ["quantity", body.quantity, answer.quantity], ["origin", base, answer.origin]] as const)
        .find(([, asked, got]) => asked !== got);
      if (other) throw new DeviceError(`POST /${kind}/checkouts: ${other[0]}: expected ${other[1]}, got ${other[2]}`);
      return answer;
    },
    complete: ({ checkoutId, terms, idempotencyKey }) =>
      must(wire.completeResultSchema, `/checkouts/${encodeURIComponent(checkoutId)}/complete`, {
        method: "POST", body: { terms }, idempotencyKey,
      }),
    completionByKey: (key) =>
      call(wire.completeResultSchema, `/completions/${encodeURIComponent(key)}`, { missing: true }),

    orders: async (locale) => (await must(wire.ordersAnswerSchema, "/orders", { query: { locale } })).orders,
    order: (id, locale) => call(wire.orderSchema, `/orders/${encodeURIComponent(id)}`, { query: { locale }, missing: true }),
    cancel: (id, idempotencyKey, locale) =>
      must(wire.cancelResultSchema, `/orders/${encodeURIComponent(id)}/cancel`, {
        method: "POST", query: { locale }, body: {}, idempotencyKey,
      }),
    balance: async () => (await must(wire.walletAnswerSchema, "/wallet")).balance,
  };
}

interface CallOptions {
  readonly method?: "GET" | "POST";
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** 404 is an answer: undefined. */
  readonly missing?: boolean;
}

/** Also for a `fetch` that does not look at the signal of its request. */
async function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function readJson(response: Response, where: string): Promise<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new DeviceError(`${where}: expected at most ${ANSWER_BYTES_MAX} bytes, the answer is longer`);
    text += decoder.decode(chunk, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch (error) {
    throw new DeviceError(`${where}: expected JSON, got status ${response.status} and ${bytes} bytes of something else`, { cause: error });
  }
}

function refusal(status: number, answer: unknown, where: string): DeviceError | InputError {
  const parsed = wire.errorAnswerSchema.safeParse(answer);
  const message = `${where}: ${status} ${parsed.success ? parsed.data.error.message : "without an explanation"}`;
  // 408, 425 and 429 say "not now": nothing is wrong with the request.
  if (status >= 500 || status < 400 || [408, 425, 429].includes(status)) return new DeviceError(message);
  return new InputError(message, parsed.success && parsed.data.error.param !== undefined ? { param: parsed.data.error.param } : {});
}

function issue(error: z.ZodError): string {
  const first = error.issues[0];
  return first ? `${first.path.join(".") || "(all)"}: ${first.message}` : error.message;
}
