import { decodeSse, type SseEvent } from "@wanwen/api";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAgent } from "./agent.ts";
import type { TaskEvent } from "./events.ts";
import { agentRoutes } from "./http.ts";
import { clock, FakeServices, habits, offer, openWorld, type World } from "./testing.ts";

let world: World;
let app: Hono;
beforeEach(() => {
  clock.set("2026-12-01T02:00:00Z");
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "珍珠奶茶", 18), offer("food", "f2", "珍珠奶茶", 16, {}, "茶里")];
  world = openWorld(habits(() => ({ name: "search_food", arguments: { query: "珍珠奶茶" } })), { services });
  app = agentRoutes(world.agent, { pingMs: 5 });
});
afterEach(() => world.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(`http://page${path}`, { method: "POST", headers: { "content-type": "application/json", host: "page", ...headers }, body: JSON.stringify(body) }));
const begin = async (): Promise<string> => {
  const { taskId } = (await (await post("/tasks", { text: "点两杯珍珠奶茶", locale: "zh", clientId: "a" })).json()) as { taskId: string };
  await world.agent.settled();
  return taskId;
};
/** Reads a task's stream until `enough` says so. */
async function stream(taskId: string, headers: Record<string, string>, enough: (seen: SseEvent[]) => boolean): Promise<SseEvent[]> {
  const response = await app.request(`/tasks/${taskId}/events`, { headers });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const seen: SseEvent[] = [];
  for await (const event of decodeSse(response.body!)) {
    seen.push(event);
    if (enough(seen)) break;
  }
  return seen;
}
const tasks = (events: SseEvent[]): TaskEvent[] => events.filter((event) => event.event === "task").map((event) => JSON.parse(event.data) as TaskEvent);

describe("the routes of docs/http.md", () => {
  it("take a request from words to an order", async () => {
    const task = await begin();
    expect(await (await app.request("/tasks")).json()).toMatchObject({ tasks: [{ id: task, state: "awaitingApproval" }] });
    const seen = tasks(await stream(task, {}, (events) => tasks(events).some((event) => event.type === "approval")));
    const card = seen.find((event) => event.type === "approval")!;
    const { id, termsHash } = card.type === "approval" ? card.approval : { id: "", termsHash: "" };
    const wrong = await post(`/approvals/${id}`, { decision: "approve", termsHash: "x" });
    expect([wrong.status, ((await wrong.json()) as { error: { param: string } }).error.param]).toEqual([409, "termsHash"]);
    const revised = (await (await post(`/approvals/${id}/revise`, { quantity: 3 })).json()) as { id: string; termsHash: string };
    expect((await post(`/approvals/${id}`, { decision: "approve", termsHash })).status).toBe(409);
    let release = (): void => undefined;
    world.services.complete = ((complete) => async (request) => (await new Promise<void>((resolve) => (release = resolve)), complete.call(world.services, request)))(world.services.complete);
    const paying = post(`/approvals/${revised.id}`, { decision: "approve", termsHash: revised.termsHash });
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const [path, body] of [[`/tasks/${task}/stop`, {}], [`/tasks/${task}/choose`, { offerId: "o2" }], [`/approvals/${revised.id}/revise`, { quantity: 1 }], [`/approvals/${revised.id}`, { decision: "decline" }]] as const) {
      expect([path, (await post(path, body)).status]).toEqual([path, 409]);
    }
    release();
    expect(await (await paying).json()).toMatchObject({ state: "ordered", order: { quantity: 3 } });
    await world.agent.settled();
    const { orders, balance } = (await (await app.request("/orders")).json()) as { orders: { id: string }[]; balance: unknown };
    expect(balance).toEqual({ currency: "CNY", minor: 100_000 });
    expect(await (await app.request(`/orders/${orders[0]!.id}`)).json()).toMatchObject({ quantity: 3 });
    expect(await (await post(`/orders/${orders[0]!.id}/cancel`, { clientId: "c" })).json()).toMatchObject({ outcome: "cancelled" });
    expect(world.agent.events(task, 0).at(-1)).toMatchObject({ type: "orderChanged", order: { status: "cancelled" } });
  });

  it("replay the log after the last id that was seen, then go on live, without a gap and without repeating", async () => {
    const task = await begin();
    const all = world.agent.events(task, 0);
    const cut = 3;
    const response = stream(task, { "last-event-id": String(cut) }, (events) => tasks(events).at(-1)?.type === "turnEnded");
    const card = world.vault.waitingOf(task)!;
    await post(`/approvals/${card.id}`, { decision: "decline" });
    const seen = tasks(await response);
    expect(seen.map((event) => event.seq)).toEqual(world.agent.events(task, cut).map((event) => event.seq));
    expect(seen.length).toBeGreaterThan(all.length - cut);
    const late = tasks(await stream(task, {}, (events) => tasks(events).at(-1)?.type === "turnEnded"));
    expect(late).toEqual(world.agent.events(task, 0));
    expect(tasks(await stream(`${task}`, {}, (events) => events.length > 2)).length).toBeGreaterThan(0);
  });

  it("tell somebody who comes in the middle what is going on, and the words written so far", async () => {
    let finish = (): void => undefined;
    const slow = new Response(new ReadableStream({
      start(controller) {
        const send = (delta: object) => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify({ id: "1", choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`));
        send({ content: "您好，" });
        send({ content: "要点什么？" });
        finish = () => controller.close();
      },
    }), { headers: { "content-type": "text/event-stream" } });
    const waits = openWorld(() => "", { small: false });
    const fetchSlow = openAgent({
      databasePath: ":memory:", services: waits.services, vault: waits.vault, clock, timeZone: "Asia/Shanghai",
      model: { baseUrl: "http://model/v1", model: "large", fetch: async () => slow, ready: async () => undefined, status: () => ({ state: "ready", name: "large", where: "local" }) },
    });
    const { taskId } = fetchSlow.createTask({ text: "你好", locale: "zh", clientId: "slow" });
    for (let round = 0; round < 100 && fetchSlow.underWay(taskId).length < 2; round++) await new Promise((resolve) => setTimeout(resolve, 5));
    const response = await agentRoutes(fetchSlow).request(`/tasks/${taskId}/events?after=2`);
    const seen: unknown[] = [];
    for await (const event of decodeSse(response.body!)) {
      if (event.event === "delta") seen.push(JSON.parse(event.data));
      if (seen.length === 2) break;
    }
    expect(seen).toMatchObject([{ type: "status", status: "writing" }, { type: "textDelta", text: "您好，要点什么？" }]);
    fetchSlow.stop(taskId);
    finish();
    await fetchSlow.settled();
    expect(fetchSlow.underWay(taskId)).toEqual([]);
    await fetchSlow.close();
    await waits.close();
  });

  it("send a log of any length on one line", async () => {
    const long = Array.from({ length: 5_000 }, (_, index): TaskEvent => ({ seq: index + 1, at: "2026-12-01T02:00:00Z", type: "said", messageId: `m${index}`, text: "奶茶" }));
    const routes = agentRoutes({ ...world.agent, events: (_: string, after: number) => long.slice(after), subscribe: () => () => undefined, underWay: () => [] } as never);
    const response = await routes.request("/tasks/long/events");
    let seen = 0;
    for await (const event of decodeSse(response.body!)) {
      expect(event.id).toBe(String(++seen));
      if (seen === long.length) break;
    }
    expect(seen).toBe(long.length);
  });

  it("answer strange last ids with the whole log, and unknown paths with an error, wherever they are mounted", async () => {
    const task = await begin();
    for (const id of ["abc", "-1", "1.5", "NaN", "99999999999999999999"]) {
      expect([id, tasks(await stream(task, { "last-event-id": id }, (events) => tasks(events).length === 2)).map((event) => event.seq)]).toEqual([id, [1, 2]]);
    }
    const mounted = new Hono().route("/api", app).get("*", (c) => c.html("<p>the page"));
    for (const path of ["/api", "/api/", "/api/nothing", "/api/tasks/x/nothing"]) expect([path, (await mounted.request(path)).status]).toEqual([path, 404]);
  });

  it("ping while nothing happens, and let go of readers that left", async () => {
    const task = await begin();
    const reader = (await app.request(`/tasks/${task}/events?after=999`)).body!.getReader();
    let text = "";
    while (!text.includes(": ping")) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
  });

  it("refuse writes from other pages, other content types, large and incomplete bodies", async () => {
    const body = { text: "x", locale: "zh", clientId: "b" };
    expect((await post("/tasks", body, { origin: "http://evil" })).status).toBe(403);
    expect((await post("/tasks", body, { origin: "http://page" })).status).toBe(200);
    expect((await post("/tasks", body, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post("/tasks", { ...body, text: "x".repeat(70_000) })).status).toBe(413);
    expect((await post("/tasks", { ...body, locale: "fr" })).status).toBe(400);
    expect(await (await post("/tasks", { ...body, text: "长".repeat(20_000) })).json()).toMatchObject({ error: { message: "内容太长了。", param: "text" } });
    expect((await app.request("/tasks/none/events")).status).toBe(404);
    expect((await post("/tasks/none/messages", { text: "x", clientId: "z" })).status).toBe(404);
    expect((await app.request("/nothing")).status).toBe(404);
  });

  it("keep the profile and tell the state of the model", async () => {
    const profile = world.agent.profile();
    const put = (body: unknown) => app.request("/profile", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    expect((await put({ ...profile, city: "" })).status).toBe(400);
    expect(await (await put({ ...profile, city: "上海" })).json()).toMatchObject({ city: "上海" });
    expect(await (await app.request("/profile")).json()).toMatchObject({ city: "上海" });
    expect(await (await app.request("/status")).json()).toMatchObject({ model: { state: "ready" }, today: "2026-12-01" });
  });
});
