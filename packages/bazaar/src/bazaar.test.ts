import { fixedClock, InputError } from "@wanwen/core";
import { type Checkout, connectServices, type Offer, type SearchQuery, type ShopKind } from "@wanwen/services";
import { describe, expect, test } from "vitest";
import { openBazaar } from "./index.ts";

/** Noon of a Tuesday where this computer stands. */
const NOON = new Date(2026, 11, 1, 12).toISOString();

function open(options: { walletMinor?: number; path?: string } = {}) {
  const clock = fixedClock(NOON);
  const bazaar = openBazaar({
    databasePath: options.path ?? ":memory:", clock, seedWalletMinor: options.walletMinor ?? 1_000_000, faults: true,
  });
  const fetch = async (request: Request) => bazaar.app.fetch(request);
  const services = connectServices({ origin: "http://bazaar.test", fetch, timeoutMs: 2000 });
  const fault = async (body: unknown) => {
    const answer = await bazaar.app.fetch(
      new Request("http://bazaar.test/faults", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    );
    expect(answer.status).toBe(201);
  };
  const first = async (kind: ShopKind, query: Omit<SearchQuery, "locale" | "city">): Promise<Offer> => {
    const [offer] = await services.search(kind, { locale: "zh", city: "杭州", ...query });
    if (!offer) throw new Error(`nothing found: ${JSON.stringify(query)}`);
    return offer;
  };
  const checkout = async (offer: Offer, quantity = 1, note = ""): Promise<Checkout> => {
    const answer = await services.createCheckout({ kind: offer.kind, offerRef: offer.ref, quantity, deliverTo: "公司", note, locale: "zh" });
    if ("outcome" in answer) throw new Error("sold out");
    return answer;
  };
  return { bazaar, services, clock, fault, first, checkout };
}

test("from a search to an order and back: money, stock and status move and return", async () => {
  const { services, first, checkout } = open();
  const offer = await first("food", { query: "大杯少冰珍珠奶茶", maxPrice: 40 });
  expect(offer).toMatchObject({ kind: "food", name: "珍珠奶茶" });
  const card = await checkout(offer, 2);
  expect(card.note).toBe("大杯，少冰");
  expect(card.total.minor).toBe(card.lines.reduce((sum, line) => sum + line.amount.minor, 0));
  const bought = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-00001" });
  if (bought.outcome !== "ordered") throw new Error(bought.outcome);
  expect(bought.order).toMatchObject({ name: "珍珠奶茶", quantity: 2, deliverTo: "公司", note: "大杯，少冰", status: "confirmed", cancellable: true });
  expect(bought.order.id).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  expect((await services.balance()).minor).toBe(1_000_000 - card.total.minor);
  expect((await first("food", { query: "大杯少冰珍珠奶茶" })).left).toBe(offer.left - 2);

  const cancelled = await services.cancel(bought.order.id, "key-00002", "en");
  expect(cancelled).toMatchObject({ outcome: "cancelled", refund: card.total, order: { name: "bubble milk tea", status: "cancelled" } });
  expect((await services.balance()).minor).toBe(1_000_000);
  expect((await first("food", { query: "大杯少冰珍珠奶茶" })).left).toBe(offer.left);
});

test("a note that the person has seen whole takes the place of what the search understood", async () => {
  const { services, first } = open();
  const offer = await first("food", { query: "少冰珍珠奶茶" });
  const ask = (note: string, noteIsWhole?: true) => services.createCheckout({ kind: "food", offerRef: offer.ref, quantity: 1, deliverTo: "公司", note, locale: "zh", ...(noteIsWhole && { noteIsWhole }) });
  expect(await ask("按门铃")).toMatchObject({ note: "少冰，按门铃" });
  expect(await ask("去冰", true)).toMatchObject({ note: "去冰" });
  expect(await ask("", true)).toMatchObject({ note: "" });
});

test("warming up prepares every kind while others are answered, and stops when the bazaar is closed", async () => {
  const { bazaar, first } = open();
  const warm = bazaar.warmUp();
  await first("recharge", { phone: "13800138000", amount: 50 });
  bazaar.close();
  await warm;
});

test("a train is found for a pair of cities that nobody listed, and its seats go down", async () => {
  const { services, first, checkout } = open();
  const offer = await first("trains", { from: "莫名镇", to: "虚无市", date: "2026-12-02", seat: "first", sort: "price" });
  const card = await checkout(offer, 3);
  expect(card.when).toBe(`2026-12-02 ${offer.facts["depart"]}`);
  const bought = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-00001" });
  expect(bought.outcome).toBe("ordered");
  const again = await services.search("trains", { locale: "zh", city: "杭州", from: "莫名镇", to: "虚无市", date: "2026-12-02", seat: "first" });
  expect(again.find((each) => each.ref === offer.ref)?.left).toBe(offer.left - 3);
});

describe("completing a purchase", () => {
  test("twice at once with the same key makes one order and gives the same answer", async () => {
    const { services, first, checkout } = open();
    const card = await checkout(await first("food", { query: "珍珠奶茶" }));
    const request = { checkoutId: card.id, terms: card.terms, idempotencyKey: "same-key-1" };
    const [one, two] = await Promise.all([services.complete(request), services.complete(request)]);
    expect(one).toEqual(two);
    expect(await services.completionByKey("same-key-1")).toEqual(one);
    expect(await services.orders("zh")).toHaveLength(1);
    expect((await services.balance()).minor).toBe(1_000_000 - card.total.minor);
  });

  test("with another key gives the order that is already there", async () => {
    const { services, first, checkout } = open();
    const card = await checkout(await first("food", { query: "珍珠奶茶" }));
    const one = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-one-1" });
    const two = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-two-2" });
    expect(two).toEqual(one);
    expect(await services.orders("zh")).toHaveLength(1);
  });

  test("refuses a key that was used for something else", async () => {
    const { services, first, checkout } = open();
    const offer = await first("food", { query: "珍珠奶茶" });
    const [one, two] = [await checkout(offer), await checkout(offer)];
    await services.complete({ checkoutId: one.id, terms: one.terms, idempotencyKey: "same-key-1" });
    await expect(services.complete({ checkoutId: two.id, terms: two.terms, idempotencyKey: "same-key-1" })).rejects.toThrow(InputError);
  });

  test("buys nothing when the price drifted, and offers the new terms", async () => {
    const { services, first, checkout, fault } = open();
    const card = await checkout(await first("food", { query: "珍珠奶茶" }), 2);
    await fault({ fault: "price_drift", byMinor: 150, kind: "food" });
    const answer = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-00001" });
    if (answer.outcome !== "price_changed") throw new Error(answer.outcome);
    expect(answer.checkout.total.minor).toBe(card.total.minor + 300);
    expect(answer.checkout.terms).not.toBe(card.terms);
    expect(await services.orders("zh")).toEqual([]);
    expect((await services.balance()).minor).toBe(1_000_000);
    const fresh = answer.checkout;
    expect((await services.complete({ checkoutId: fresh.id, terms: fresh.terms, idempotencyKey: "key-00002" })).outcome).toBe("ordered");
    // The first key keeps its first answer.
    expect(await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-00001" })).toEqual(answer);
  });

  test("buys nothing for terms that are not the merchant's", async () => {
    const { services, first, checkout } = open();
    const card = await checkout(await first("food", { query: "珍珠奶茶" }));
    expect((await services.complete({ checkoutId: card.id, terms: "sha256:00", idempotencyKey: "key-00001" })).outcome).toBe("price_changed");
    expect(await services.orders("zh")).toEqual([]);
  });

  test("says sold out when the last one is gone, and expired after ten minutes", async () => {
    const { services, clock, first, checkout, fault } = open();
    const offer = await first("food", { query: "珍珠奶茶" });
    const [one, two] = [await checkout(offer), await checkout(offer)];
    await fault({ fault: "sold_out", offerRef: offer.ref });
    expect(await services.complete({ checkoutId: one.id, terms: one.terms, idempotencyKey: "key-00001" })).toEqual({ outcome: "sold_out" });
    expect(await services.createCheckout({ kind: "food", offerRef: offer.ref, quantity: 1, deliverTo: "", note: "", locale: "zh" })).toEqual({ outcome: "sold_out" });
    clock.set(new Date(Date.parse(two.expiresAt)).toISOString());
    expect(await services.complete({ checkoutId: two.id, terms: two.terms, idempotencyKey: "key-00002" })).toEqual({ outcome: "expired" });
    expect((await services.balance()).minor).toBe(1_000_000);
  });

  test("says how much is in the wallet when that is too little, and keeps the stock", async () => {
    const { services, first, checkout } = open({ walletMinor: 500 });
    const offer = await first("food", { query: "珍珠奶茶" });
    const card = await checkout(offer);
    expect(await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "key-00001" })).toEqual({
      outcome: "insufficient_funds", balance: { currency: "CNY", minor: 500 },
    });
    expect((await first("food", { query: "珍珠奶茶" })).left).toBe(offer.left);
  });

  test("can be looked up by its key when the answer was lost on the way", async () => {
    const { services, first, checkout, fault } = open();
    const card = await checkout(await first("food", { query: "珍珠奶茶" }));
    await fault({ fault: "timeout_after_success" });
    const request = { checkoutId: card.id, terms: card.terms, idempotencyKey: "lost-key-1" };
    expect(await services.completionByKey("lost-key-1")).toBeUndefined();
    await expect(services.complete(request)).rejects.toThrow(/504/);
    const found = await services.completionByKey("lost-key-1");
    expect(found?.outcome).toBe("ordered");
    expect(await services.complete(request)).toEqual(found);
    expect(await services.orders("zh")).toHaveLength(1);
  });
});
