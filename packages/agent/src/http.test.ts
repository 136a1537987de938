import { decodeSse, type SseEvent } from "@wanwen/api";
import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
    expect(await (await post(`/approvals/${revised.id}`, { decision: "approve", termsHash: revised.termsHash })).json()).toMatchObject({ state: "ordered", order: { quantity: 3 } });
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
