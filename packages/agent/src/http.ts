/** docs/http.md as a Hono app: `app.route("/api", agentRoutes(agent))`. */
import { encodeComment, encodeSse } from "@wanwen/api";
import { asError, DeviceError, InputError, LimitError, type Logger, silentLogger } from "@wanwen/core";
import type { Locale } from "@wanwen/services";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { type Agent, TEXT_CHARS_MAX, type TaskNews } from "./agent.ts";
import { say } from "./words.ts";

const BODY_BYTES_MAX = 64 << 10;
const PING_MS = 15_000;
/** News that wait for one slow reader; beyond this the stream is closed, and the reader comes back with its last id. */
const WAITING_MAX = 2000;

const clientId = z.string().min(1).max(200);
const text = z.string().max(TEXT_CHARS_MAX);
const locale = z.enum(["zh", "en"]);
const short = z.string().max(300);
const bodies = {
  create: z.object({ text, locale, clientId }),
  say: z.object({ text, clientId }),
  redo: z.object({ tool: short }),
  choose: z.object({ offerId: short }),
  answer: z.union([z.object({ decision: z.literal("approve"), termsHash: z.string().min(1).max(200) }), z.object({ decision: z.literal("decline") })]),
  revise: z.object({ quantity: z.number().int().min(1).max(999).exactOptional(), deliverTo: short.exactOptional(), note: short.exactOptional() }),
  cancel: z.object({ clientId }),
  profile: z.object({
    locale, city: z.string().trim().min(1).max(60), name: z.string().max(60), phone: z.string().max(40),
    addresses: z.array(z.object({ label: z.string().min(1).max(40), address: z.string().min(1).max(300) })).max(20), facts: z.record(z.string().max(60), z.string().max(500)),
  }),
};

export function agentRoutes(agent: Agent, options: { readonly logger?: Logger; readonly pingMs?: number } = {}): Hono {
  const log = options.logger ?? silentLogger;
  const app = new Hono();
  const id = (c: Context): string => c.req.param("id") ?? "";
  const reader = (c: Context): Locale => localeOfReader(c, agent);

  app.use("*", async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      const origin = c.req.header("origin");
      if (origin !== undefined && !sameOrigin(origin, c)) return c.json(failure("wrong_origin", say(reader(c), "wrongOrigin")), 403);
      if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) return c.json(failure("wrong_type", say(reader(c), "wrongType")), 415);
    }
    return next();
  });
  app.use("*", bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.json(failure("too_large", say(reader(c), "tooLarge")), 413) }));

  app.get("/status", (c) => c.json(agent.status()));
  app.get("/profile", (c) => c.json(agent.profileFor(languageAsked(c), languageOfBrowser(c))));
  app.put("/profile", async (c) => c.json(agent.setProfile(await read(c, bodies.profile, reader(c)))));
  app.get("/tasks", (c) => c.json({ tasks: agent.tasks() }));
  app.post("/tasks", async (c) => c.json(agent.createTask(await read(c, bodies.create, reader(c)))));
  app.post("/tasks/:id/messages", async (c) => {
    agent.say(id(c), await read(c, bodies.say, reader(c)));
    return c.json({});
  });
  app.post("/tasks/:id/stop", (c) => {
    agent.stop(id(c));
    return c.json({});
  });
  app.post("/tasks/:id/retry", (c) => {
    agent.retry(id(c));
    return c.json({});
  });
  app.post("/tasks/:id/steps/:callId/redo", async (c) => {
    agent.redo(id(c), c.req.param("callId"), (await read(c, bodies.redo, reader(c))).tool);
    return c.json({});
  });
  app.post("/tasks/:id/choose", async (c) => {
    agent.choose(id(c), (await read(c, bodies.choose, reader(c))).offerId);
    return c.json({});
  });
  app.get("/tasks/:id/events", (c) => eventStream(agent, id(c), after(c), c.req.raw.signal, options.pingMs ?? PING_MS));

  app.get("/approvals/:id", (c) => c.json(agent.approval(id(c))));
  app.post("/approvals/:id", async (c) => c.json(await agent.answer(id(c), await read(c, bodies.answer, reader(c)))));
  app.post("/approvals/:id/revise", async (c) => c.json(await agent.revise(id(c), await read(c, bodies.revise, reader(c)))));

  app.get("/orders", async (c) => c.json(await agent.orders(reader(c))));
  app.get("/orders/:id", async (c) => {
    const order = await agent.order(id(c), reader(c));
    return order ? c.json(order) : c.json(failure("not_found", say(reader(c), "orderMissing")), 404);
  });
  app.post("/orders/:id/cancel", async (c) => c.json(await agent.cancelOrder(id(c), (await read(c, bodies.cancel, reader(c))).clientId, reader(c))));

  // A route and not `notFound`, which counts for nothing once this app is mounted in another.
  app.all("*", (c) => c.json(failure("not_found", say(reader(c), "badRequest")), 404));
  app.onError((thrown, c) => {
    const error = asError(thrown);
    if (error instanceof InputError) return c.json(failure(error.code, error.message, error.param), error.param === "id" && c.req.method === "GET" ? 404 : statusOf(error));
    if (error instanceof LimitError) return c.json(failure(error.code, say(reader(c), "modelBusy")), 429);
    if (error instanceof DeviceError) return c.json(failure(error.code, say(reader(c), "serviceGone")), 503);
    log.error("agent.http", { path: c.req.path, error: error.stack ?? error.message });
    return c.json(failure("internal", say(reader(c), "internal")), 500);
  });
  return app;
}

/** An answer that came too late is a conflict: the screen shows the card as it is now. */
const statusOf = (error: InputError): 400 | 404 | 409 => (error.param === "decision" || error.param === "termsHash" ? 409 : error.param === "id" ? 404 : 400);

const failure = (code: string, message: string, param?: string): object => ({ error: { code, message, ...(param ? { param } : {}) } });

function localeOfReader(c: Context, agent: Agent): Locale {
  return languageAsked(c) ?? languageOfBrowser(c) ?? agent.profile().locale;
}

function languageAsked(c: Context): Locale | undefined {
  const asked = c.req.query("locale");
  return asked === "zh" || asked === "en" ? asked : undefined;
}

/** Programs send "*" or nothing: no language. */
function languageOfBrowser(c: Context): Locale | undefined {
  const accepts = c.req.header("accept-language")?.trim() ?? "";
  return accepts === "" || accepts.startsWith("*") ? undefined : /^zh/i.test(accepts) ? "zh" : "en";
}

/** The page's own: same host and port as the request was sent to. */
function sameOrigin(origin: string, c: Context): boolean {
  try {
    return new URL(origin).host === (c.req.header("host") ?? new URL(c.req.url).host);
  } catch {
    return false;
  }
}

async function read<T>(c: Context, schema: z.ZodType<T>, locale: Locale): Promise<T> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = issue?.path.join(".");
  throw new InputError(say(locale, issue?.code === "too_big" && issue.origin === "string" ? "tooLarge" : "badRequest"), { param: param === "id" || !param ? "body" : param });
}

function after(c: Context): number {
  const seq = Number(c.req.header("last-event-id") ?? c.req.query("after") ?? 0);
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
}

/** What is in the log after `seq`, then everything new: no gap and nothing twice, because both happen in one tick. */
function eventStream(agent: Agent, taskId: string, seq: number, signal: AbortSignal, pingMs: number): Response {
  const known = agent.events(taskId, seq);
  const utf8 = new TextEncoder();
  let end = (_alreadyClosed: boolean): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const send = (text: string): void => {
        if (!open) return;
        if ((controller.desiredSize ?? 0) < -WAITING_MAX) return end(false);
        controller.enqueue(utf8.encode(text));
      };
      const ping = setInterval(() => send(encodeComment("ping")), pingMs);
      const forget = agent.subscribe(taskId, (news) => send(encoded(news)));
      end = (alreadyClosed) => {
        if (!open) return;
        open = false;
        clearInterval(ping);
        forget();
        if (!alreadyClosed) controller.close();
      };
      signal.addEventListener("abort", () => end(false), { once: true });
      // The log in one piece: what is known already is no sign of a slow reader.
      send(encodeComment("hello") + known.map((event) => encoded({ event })).join(""));
      for (const delta of agent.underWay(taskId)) send(encoded({ delta }));
    },
    cancel: () => end(true),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" } });
}

function encoded(news: TaskNews): string {
  return "event" in news
    ? encodeSse({ id: news.event.seq, event: "task", data: JSON.stringify(news.event) })
    : encodeSse({ event: "delta", data: JSON.stringify(news.delta) });
}
