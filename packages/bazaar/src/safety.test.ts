/**
 * Aim: whatever happens at whatever moment, money and stock agree with the orders. Method: purchases on a database in a
 * file, looked at through a second connection as anybody with `sqlite3` would, with failures injected through the clock
 * (which is read at several points of every transaction) and by leaving without closing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Clock } from "@wanwen/core";
import { connectServices } from "@wanwen/services";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Bazaar, openBazaar } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "bazaar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.sqlite`);

const NOON = new Date(2026, 11, 1, 12).getTime();
const SEED = 100_000;

/** A clock that fails at its n-th reading from now on: what a power cut looks like to a transaction. */
class BrittleClock implements Clock {
  minutes = 0;
  breaksAfter = Infinity;

  now(): Date {
    if (this.breaksAfter-- <= 0) throw new Error("power cut");
    return new Date(NOON + this.minutes * 60_000);
  }
}

function open(path: string, clock: Clock = new BrittleClock()) {
  const bazaar = openBazaar({ databasePath: path, clock, seedWalletMinor: SEED, faults: true });
  return { bazaar, services: connect(bazaar) };
}

function connect(bazaar: Bazaar) {
  return connectServices({ origin: "http://bazaar.test", fetch: async (request) => bazaar.app.fetch(request), timeoutMs: 5000 });
}

/** Facts that must agree, read with plain SQL. */
function look(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const one = (sql: string) => (database.prepare(sql).get() as { n: number | null }).n ?? 0;
  const facts = {
    wallet: one("SELECT posted AS n FROM accounts WHERE id = 'wallet'"),
    held: one("SELECT sum(held) AS n FROM accounts"),
    everything: one("SELECT sum(posted) AS n FROM accounts"),
    orders: one("SELECT count(*) AS n FROM orders"),
    paid: one("SELECT sum(total_minor) AS n FROM orders WHERE cancelled_at IS NULL"),
    sold: one("SELECT sum(quantity) AS n FROM orders WHERE cancelled_at IS NULL"),
    lowest: one("SELECT min(remaining) AS n FROM stock"),
    remaining: one("SELECT sum(remaining) AS n FROM stock"),
  };
  database.close();
  return facts;
}

async function bubbleTea(services: ReturnType<typeof connect>, quantity = 1) {
  const [offer] = await services.search("food", { locale: "zh", city: "杭州", query: "珍珠奶茶" });
  const card = await services.createCheckout({ kind: "food", offerRef: offer!.ref, quantity, deliverTo: "家", note: "", locale: "zh" });
  if ("outcome" in card) throw new Error(card.outcome);
  return { checkoutId: card.id, terms: card.terms, idempotencyKey: "one-key-1" };
}

describe("a purchase that is cut off", () => {
  test("at any point inside leaves nothing behind, and the same key then buys once", async () => {
    const path = newFile();
    const clock = new BrittleClock();
    const { services } = open(path, clock);
    const request = await bubbleTea(services);
    const before = look(path);
    let cuts = 0;
    for (let readings = 0; readings < 30; readings++) {
      clock.breaksAfter = readings;
      const outcome = await services.complete(request).catch((error: Error) => error);
      clock.breaksAfter = Infinity;
      if (!(outcome instanceof Error)) break;
      cuts += 1;
      expect(look(path)).toEqual(before);
      expect(await services.completionByKey(request.idempotencyKey)).toBeUndefined();
    }
    expect(cuts).toBeGreaterThan(4);
    expect(look(path)).toMatchObject({ orders: 1, sold: 1, held: 0, everything: 0, wallet: SEED - look(path).paid });
  });

  test("after it was written is there for the next process, with the same answer", async () => {
    const path = newFile();
    const first = open(path);
    const request = await bubbleTea(first.services);
    const answer = await first.services.complete(request);
    // No close: the process is gone.
    const second = open(path);
    expect(await second.services.completionByKey(request.idempotencyKey)).toEqual(answer);
    expect(await second.services.complete(request)).toEqual(answer);
    expect(look(path)).toMatchObject({ orders: 1, wallet: SEED - look(path).paid });
    second.bazaar.close();
    first.bazaar.close();
  });

  test("a cancellation cut off at any point leaves the order, and then refunds once", async () => {
    const path = newFile();
    const clock = new BrittleClock();
    const { services } = open(path, clock);
    const bought = await services.complete(await bubbleTea(services));
    if (bought.outcome !== "ordered") throw new Error(bought.outcome);
    const before = look(path);
    for (let readings = 0; readings < 30; readings++) {
      clock.breaksAfter = readings;
      const outcome = await services.cancel(bought.order.id, "cancel-key-1", "zh").catch((error: Error) => error);
      clock.breaksAfter = Infinity;
      if (!(outcome instanceof Error)) break;
      expect(look(path)).toEqual(before);
    }
    expect(await services.cancel(bought.order.id, "cancel-key-1", "zh")).toMatchObject({ outcome: "cancelled" });
    expect(await services.cancel(bought.order.id, "cancel-key-2", "zh")).toMatchObject({ outcome: "refused" });
    expect(look(path)).toMatchObject({ wallet: SEED, paid: 0, everything: 0, remaining: before.remaining + 1 });
  });
});

test("two processes that complete the same checkout at once make one order", async () => {
  const path = newFile();
  const [one, two] = [open(path), open(path)];
  const request = await bubbleTea(one.services);
  const answers = await Promise.all([one, two, one, two].map(({ services }) => services.complete(request)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(look(path)).toMatchObject({ orders: 1, sold: 1 });
  one.bazaar.close();
  two.bazaar.close();
});

test("any run of purchases and cancellations keeps stock at zero or more, and sold plus left constant", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("buy" as const), quantity: fc.integer({ min: 1, max: 90 }), again: fc.boolean(), late: fc.boolean() }),
    fc.record({ do: fc.constant("cancel" as const), which: fc.nat({ max: 20 }), again: fc.boolean() }),
    fc.record({ do: fc.constant("drift" as const), byMinor: fc.integer({ min: -500, max: 500 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const path = newFile();
      const clock = new BrittleClock();
      const { bazaar, services } = open(path, clock);
      const search = () => services.search("food", { locale: "zh", city: "杭州", query: "珍珠奶茶" });
      const offer = (await search())[0]!;
      const whole = look(path).remaining;
      const cards: { checkoutId: string; terms: string }[] = [];
      let keys = 0;
      for (const each of steps) {
        if (each.do === "drift") {
          await bazaar.app.request("/faults", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ fault: "price_drift", byMinor: each.byMinor }) });
        } else if (each.do === "cancel") {
          const orders = await services.orders("en");
          const order = orders[each.which % Math.max(1, orders.length)];
          for (let time = 0; order && time < (each.again ? 2 : 1); time++) await services.cancel(order.id, `cancel-${order.id}`, "en");
        } else {
          const card = await services.createCheckout({ kind: "food", offerRef: offer.ref, quantity: each.quantity, deliverTo: "", note: "", locale: "en" });
          if ("outcome" in card) continue;
          cards.push({ checkoutId: card.id, terms: card.terms });
          // A card from before may be answered now, after others have bought.
          const { checkoutId, terms } = (each.late ? cards[0] : cards.at(-1))!;
          const idempotencyKey = `buy-key-${(keys += 1)}`;
          for (let time = 0; time < (each.again ? 2 : 1); time++) await services.complete({ checkoutId, terms, idempotencyKey });
        }
        const facts = look(path);
        expect(facts.lowest).toBeGreaterThanOrEqual(0);
        expect(facts.remaining + facts.sold).toBe(whole);
        expect(facts.wallet).toBe(SEED - facts.paid);
        expect(facts).toMatchObject({ held: 0, everything: 0 });
        expect(facts.wallet).toBeGreaterThanOrEqual(0);
      }
      bazaar.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);
