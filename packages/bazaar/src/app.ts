import { asError, type Clock, DeviceError, InputError, LimitError, type Logger, toYuan } from "@wanwen/core";
import type { Ledger } from "@wanwen/ledger";
import { type SearchQuery, type ShopKind, wire } from "@wanwen/services";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import type { CheckoutDesk } from "./checkouts.ts";
import { type Faults, faultSchema } from "./faults.ts";
import type { Draft, OfferStore } from "./offers.ts";
import type { OrderBook } from "./orders.ts";
import type { Places } from "./places.ts";
import { WALLET } from "./wallet.ts";

export interface AppParts {
  readonly kinds: Readonly<Record<ShopKind, (query: SearchQuery, now: Date) => Draft[]>>;
  readonly places: Places;
  readonly offers: OfferStore;
  readonly checkouts: CheckoutDesk;
  readonly orders: OrderBook;
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** Is `POST /faults` there? */
  readonly faultsAllowed: boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

const REQUEST_BYTES_MAX = 64 * 1024;

/** The bazaar's HTTP face; the messages are those of `wire.ts` in services. */
export function bazaarApp(parts: AppParts): Hono {
  const { kinds, places, offers, checkouts, orders, ledger, faults, clock, log } = parts;
  const app = new Hono();

  app.use(bodyLimit({ maxSize: REQUEST_BYTES_MAX, onError: (c) => failure(c, 413, "too_large", `expected at most ${REQUEST_BYTES_MAX} bytes`) }));
  // A web page elsewhere can make a browser on this computer send requests here, but not as JSON without our consent.
  app.use(async (c, next) => {
    const origin = c.req.header("origin");
    if (origin !== undefined && origin !== new URL(c.req.url).origin) return failure(c, 403, "forbidden", `origin ${origin} may not call the bazaar`);
    if (c.req.method === "POST" && !/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
      return failure(c, 415, "invalid_input", "content-type: expected application/json");
    return next();
  });
  app.onError((error, c) => {
    if (error instanceof InputError) return failure(c, 400, error.code, error.message, error.param);
    if (error instanceof LimitError || error instanceof DeviceError) return failure(c, 503, error.code, error.message);
    log.error("bazaar.failed", { path: c.req.path, message: asError(error).message });
    return failure(c, 500, "internal", "the bazaar has a fault; nothing was bought");
  });
  app.notFound((c) => failure(c, 404, "not_found", `no such route: ${c.req.method} ${c.req.path}`));

  for (const kind of wire.shopKinds) {
    app.get(`/${kind}/search`, (c) => {
      const query = parse(wire.searchQuerySchema, c.req.query());
      return c.json({ offers: offers.publish(kinds[kind](query, clock.now()), query) });
    });
    app.post(`/${kind}/checkouts`, async (c) => {
      const request = parse(wire.checkoutRequestSchema, await json(c));
      return c.json(checkouts.create({ ...request, kind, origin: new URL(c.req.url).origin }), 201);
    });
  }

  app.get("/places/search", (c) => c.json({ places: places.search(parse(wire.placesQuerySchema, c.req.query())) }));
  app.get("/routes", (c) => c.json(places.route(parse(wire.routeQuerySchema, c.req.query()))));

  app.post("/checkouts/:id/complete", async (c) => {
    const key = parse(wire.idempotencyKeySchema, c.req.header("idempotency-key"), "Idempotency-Key");
    const { terms } = parse(wire.completeRequestSchema, await json(c));
    const id = c.req.param("id");
    const about = checkouts.about(id);
    if (!about) return failure(c, 404, "not_found", `checkout ${id}: not found`);
    await pause(faults.delayMs(about));
    const answer = checkouts.complete(id, terms, key);
    log.info("bazaar.completed", { kind: about.kind, outcome: answer.outcome, ...(answer.outcome === "ordered" && { yuan: toYuan(answer.order.total) }) });
    const lostAfterMs = faults.lostAfterMs(about);
    if (lostAfterMs !== undefined) {
      await pause(lostAfterMs);
      return failure(c, 504, "unavailable", "the shop did not answer in time");
    }
    return c.json(answer);
  });
  app.get("/completions/:key", (c) => {
    const answer = checkouts.completionByKey(c.req.param("key"));
    return answer ? c.json(answer) : failure(c, 404, "not_found", "no purchase with this key has arrived");
  });

  app.get("/orders", (c) => c.json({ orders: orders.list(locale(c)) }));
  app.get("/orders/:id", (c) => {
    const order = orders.find(c.req.param("id"), locale(c));
    return order ? c.json(order) : failure(c, 404, "not_found", `order ${c.req.param("id")}: not found`);
  });
  app.post("/orders/:id/cancel", (c) => {
    const key = parse(wire.idempotencyKeySchema, c.req.header("idempotency-key"), "Idempotency-Key");
    const answer = orders.cancel(c.req.param("id"), key, locale(c));
    return answer ? c.json(answer) : failure(c, 404, "not_found", `order ${c.req.param("id")}: not found`);
  });

  app.get("/wallet", (c) => c.json({ balance: { currency: "CNY", minor: ledger.balance(WALLET).available } }));

  if (parts.faultsAllowed)
    app.post("/faults", async (c) => {
      faults.add(parse(faultSchema, await json(c)));
      return c.json({ waiting: true }, 201);
    });
  return app;
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown, name?: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = name ?? issue?.path.join(".") ?? "";
  throw new InputError(`${param || "body"}: ${issue?.message ?? "invalid"}`, { param });
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (cause) {
    throw new InputError("body: expected JSON", { param: "body", cause });
  }
}

const locale = (c: Context): "zh" | "en" => parse(wire.localeSchema, c.req.query("locale") ?? "zh", "locale");

const pause = (ms: number): Promise<void> => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve());

function failure(c: Context, status: 400 | 403 | 404 | 413 | 415 | 500 | 503 | 504, code: string, message: string, param?: string): Response {
  return c.json({ error: { code, message, ...(param !== undefined && { param }) } }, status);
}
