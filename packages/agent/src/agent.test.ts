import { afterEach, describe, expect, it } from "vitest";
import { approve, begin, clock, FakeServices, habits, lastReply, offer, openWorld, sayMore, type Script, types, type World } from "./testing.ts";

const open: World[] = [];
const world = (script: Script, options: Parameters<typeof openWorld>[1] = {}): World => {
  clock.set("2026-12-01T02:00:00Z");
  const made = openWorld(script, options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const tea = (): FakeServices => {
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "珍珠奶茶", 18), offer("food", "f2", "珍珠奶茶", 16, {}, "茶里"), offer("food", "f3", "原味奶茶", 12)];
  return services;
};
const orderTea = habits(() => ({ name: "search_food", arguments: { query: "珍珠奶茶", max_price: 40 } }));
const request = "帮我点两杯珍珠奶茶送到公司，40块以内，少冰";

describe("one sentence to an order", () => {
  it("searches, shows a card with the merchant's total, and orders after a yes", async () => {
    const w = world(orderTea, { services: tea() });
    const task = await begin(w, request);
    expect(w.services.placed).toEqual([]);
    const card = w.vault.waitingOf(task)!;
    expect(card.total.minor).toBe(3800);
    expect(card.facts).toEqual([
      { name: "item", value: "珍珠奶茶", source: "merchant" }, { name: "quantity", value: "2", source: "you" }, { name: "merchant", value: "茶研所", source: "merchant" },
      { name: "deliverTo", value: "文一西路 969 号", source: "profile" }, { name: "when", value: "约 25 分钟", source: "merchant" },
      { name: "note", value: "少冰", source: "you" }, { name: "payWith", value: "钱包", source: "default" },
    ]);
    await approve(w, task);
    expect(w.services.placed).toMatchObject([{ name: "珍珠奶茶", quantity: 2, deliverTo: "文一西路 969 号", note: "少冰" }]);
    expect(types(w.agent.events(task, 0))).toEqual(["taskCreated", "said", "stepStarted", "stepFinished", "offerChosen", "stepStarted",
      "approval:waiting", "approval:approved", "approval:paying", "approval:ordered", "stepFinished", "replied", "turnEnded"]);
    expect(lastReply(w, task)).toContain(w.services.placed[0]!.id);
  });
});
void sayMore;
