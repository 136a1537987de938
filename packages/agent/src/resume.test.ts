import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { approve, begin, clock, FakeServices, habits, lastReply, offer, openWorld, types } from "./testing.ts";

// Aim: kill -9 at any moment leaves a task that a new process finishes, with exactly one order. Method: while one task runs
// from the sentence to the order, the files are copied at every logged event and at every change of the card (before the
// agent hears of it), together with what the merchant had done by then; each copy is opened and finished.

const folder = mkdtempSync(join(tmpdir(), "resume-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Snapshot {
  readonly folder: string;
  readonly services: FakeServices;
  readonly at: string;
}

function snapshot(from: string, services: FakeServices, at: string, all: Snapshot[]): void {
  const to = join(folder, `copy-${all.length}`);
  mkdirSync(to);
  for (const name of ["agent.db", "approvals.db"]) {
    for (const suffix of ["", "-wal"]) if (existsSync(join(from, name + suffix))) copyFileSync(join(from, name + suffix), join(to, name + suffix));
  }
  all.push({ folder: to, services: services.clone(), at });
}

const script = habits(() => ({ name: "search_food", arguments: { query: "珍珠奶茶" } }));

it("finishes from every event of its log, with exactly one order", async () => {
  clock.set("2026-12-01T02:00:00Z");
  const live = join(folder, "live");
  mkdirSync(live);
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "珍珠奶茶", 18)];
  const all: Snapshot[] = [];
  const w = openWorld(script, { folder: live, services, onCard: () => snapshot(live, services, "card changed, agent has not heard", all) });
  services.beforeComplete = () => snapshot(live, services, "merchant acted, nobody heard", all);
  const { taskId } = w.agent.createTask({ text: "点两杯珍珠奶茶", locale: "zh", clientId: "x" });
  snapshot(live, services, "said", all);
  w.agent.subscribe(taskId, (news) => { if ("event" in news) snapshot(live, services, types([news.event])[0]!, all); });
  await w.agent.settled();
  await approve(w, taskId);
  const finished = types(w.agent.events(taskId, 0));
  await w.close();
  expect(all.length).toBeGreaterThanOrEqual(finished.length + 4);

  for (const { folder: copy, services: merchant, at } of all) {
    const again = openWorld(script, { folder: copy, services: merchant });
    await again.agent.settled();
    for (let round = 0; round < 3; round++) {
      await again.agent.tick();
      await again.agent.settled();
    }
    if (again.vault.waitingOf(taskId)) await approve(again, taskId);
    const events = again.agent.events(taskId, 0);
    expect([at, merchant.placed.length]).toEqual([at, 1]);
    expect([at, merchant.placed[0]!.quantity]).toEqual([at, 2]);
    expect([at, types(events).at(-1)]).toEqual([at, "turnEnded"]);
    expect([at, lastReply(again, taskId)?.includes(merchant.placed[0]!.id)]).toEqual([at, true]);
    expect([at, again.vault.ofTask(taskId).map((card) => card.state)]).toEqual([at, ["ordered"]]);
    expect([at, events.map((event) => event.seq)]).toEqual([at, events.map((_, index) => index + 1)]);
    await again.close();
  }
}, 60_000);

it("leaves alone what had ended, also when its order changed later", async () => {
  const live = join(folder, "ended");
  mkdirSync(live);
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "珍珠奶茶", 18)];
  const first = openWorld(script, { folder: live, services });
  const task = await begin(first, "点一杯珍珠奶茶");
  await approve(first, task);
  await first.agent.cancelOrder(services.placed[0]!.id, "c", "zh");
  const events = first.agent.events(task, 0);
  await first.close();
  const second = openWorld(script, { folder: live, services });
  await second.agent.settled();
  expect(second.agent.tasks()).toMatchObject([{ id: task, state: "idle" }]);
  expect(second.agent.events(task, 0)).toEqual(events);
  expect(second.model.requests).toEqual([]);
  await second.close();
});

it("keeps a card waiting over a restart, and the profile", async () => {
  const live = join(folder, "waits");
  mkdirSync(live);
  const services = new FakeServices();
  services.shelves.food = [offer("food", "f1", "珍珠奶茶", 18)];
  const first = openWorld(script, { folder: live, services });
  const task = await begin(first, "点一杯珍珠奶茶");
  first.agent.setProfile({ ...first.agent.profile(), city: "上海" });
  const card = first.vault.waitingOf(task)!;
  await first.close();
  const second = openWorld(script, { folder: live, services });
  await second.agent.settled();
  expect(second.vault.waitingOf(task)).toEqual(card);
  expect(second.agent.profile().city).toBe("上海");
  await approve(second, task);
  expect(services.placed).toHaveLength(1);
  await second.close();
});
