import { DatabaseSync } from "node:sqlite";
import { fixedClock, InputError } from "@wanwen/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atomically, InsufficientFunds, type Ledger, openLedger } from "./index.ts";

function book(): { ledger: Ledger; database: DatabaseSync } {
  const database = new DatabaseSync(":memory:");
  const ledger = openLedger(database, fixedClock("2026-12-01T08:00:00Z"));
  ledger.openAccount("bank", { overdraft: true });
  ledger.openAccount("wallet");
  ledger.openAccount("shop");
  ledger.transfer({ id: "seed", from: "bank", to: "wallet", amount: 1000 });
  return { ledger, database };
}

describe("a ledger", () => {
  test("holds what is reserved, moves what is posted and frees the rest", () => {
    const { ledger } = book();
    ledger.reserve({ id: "r1", from: "wallet", to: "shop", amount: 600 });
    expect(ledger.balance("wallet")).toEqual({ posted: 1000, held: 600, available: 400 });
    expect(ledger.balance("shop").posted).toBe(0);
    ledger.post("r1", 450);
    expect(ledger.balance("wallet")).toEqual({ posted: 550, held: 0, available: 550 });
    expect(ledger.balance("shop").posted).toBe(450);
    ledger.audit();
  });

  test("refuses what the account does not hold, counting what is already reserved", () => {
    const { ledger } = book();
    ledger.reserve({ id: "r1", from: "wallet", to: "shop", amount: 700 });
    expect(() => ledger.reserve({ id: "r2", from: "wallet", to: "shop", amount: 301 })).toThrow(InsufficientFunds);
    expect(() => ledger.transfer({ id: "t2", from: "wallet", to: "shop", amount: 301 })).toThrow(InsufficientFunds);
    ledger.void("r1");
    ledger.reserve({ id: "r2", from: "wallet", to: "shop", amount: 301 });
    ledger.audit();
  });

  test("refuses an id that was used for something else", () => {
    const { ledger } = book();
    ledger.reserve({ id: "r1", from: "wallet", to: "shop", amount: 10 });
    expect(() => ledger.reserve({ id: "r1", from: "wallet", to: "shop", amount: 11 })).toThrow(InputError);
    ledger.post("r1");
    expect(() => ledger.void("r1")).toThrow(/already settled/);
    expect(() => ledger.post("r1", 5)).toThrow(/already settled/);
    expect(() => ledger.post("nothing")).toThrow(/not found/);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("refuses an amount of %s", (amount) => {
    const { ledger } = book();
    expect(() => ledger.transfer({ id: "t", from: "bank", to: "wallet", amount })).toThrow(InputError);
  });

  test("refuses to change or remove an entry, even by SQL", () => {
    const { database } = book();
    expect(() => database.exec("UPDATE entries SET amount = 1")).toThrow(/append-only/);
    expect(() => database.exec("DELETE FROM entries")).toThrow(/append-only/);
  });

  test("joins the caller's transaction: what is rolled back there never happened here", () => {
    const { ledger, database } = book();
    expect(() =>
      atomically(database, () => {
        ledger.transfer({ id: "t", from: "wallet", to: "shop", amount: 10 });
        throw new Error("power cut");
      }),
    ).toThrow("power cut");
    expect(ledger.balance("wallet").posted).toBe(1000);
    ledger.transfer({ id: "t", from: "wallet", to: "shop", amount: 10 });
    expect(ledger.balance("wallet").posted).toBe(990);
  });

  test("names reservations that a crash left open", () => {
    const { ledger } = book();
    ledger.reserve({ id: "r1", from: "wallet", to: "shop", amount: 10 });
    ledger.reserve({ id: "r2", from: "wallet", to: "shop", amount: 20 });
    ledger.post("r2");
    expect(ledger.pending().map((hold) => hold.id)).toEqual(["r1"]);
    expect(ledger.pending("2026-12-01T07:00:00.000Z")).toEqual([]);
  });
});

// Aim: whatever is asked, in whatever order and however often, the book adds up and the wallet is never below zero.
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom("transfer" as const, "reserve" as const),
    id: fc.integer({ min: 0, max: 12 }),
    way: fc.constantFrom(["bank", "wallet"] as const, ["wallet", "shop"] as const, ["shop", "wallet"] as const),
    amount: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({ do: fc.constantFrom("post" as const), id: fc.integer({ min: 0, max: 12 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constantFrom("void" as const), id: fc.integer({ min: 0, max: 12 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Does one step. What comes back does exactly the same again; nothing when the ledger refused it. */
function run(ledger: Ledger, each: Step): (() => void) | undefined {
  const act = actOf(ledger, each);
  try {
    act();
    return act;
  } catch (error) {
    if (error instanceof InputError || error instanceof InsufficientFunds) return undefined;
    throw error;
  }
}

function actOf(ledger: Ledger, each: Step): () => void {
  const id = `t${each.id}`;
  if (each.do === "void") return () => ledger.void(id);
  if (each.do !== "post") return () => ledger[each.do]({ id, from: each.way[0], to: each.way[1], amount: each.amount });
  const hold = ledger.pending().find((other) => other.id === id);
  const amount = hold && Math.floor(hold.amount * each.part);
  return () => ledger.post(id, amount);
}

const balances = (ledger: Ledger) => ["bank", "wallet", "shop"].map((account) => ledger.balance(account));

test("any run of operations leaves sums of zero, no negative wallet, and totals that equal the entries", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { ledger } = book();
      for (const each of steps) {
        run(ledger, each);
        expect(ledger.balance("wallet").available).toBeGreaterThanOrEqual(0);
        expect(ledger.balance("shop").available).toBeGreaterThanOrEqual(0);
      }
      ledger.audit();
      expect(balances(ledger).reduce((sum, each) => sum + each.posted, 0)).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test("repeating any operation at once or later changes nothing", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { ledger } = book();
      const done = steps.map((each) => run(ledger, each)).filter((again) => again !== undefined);
      const before = balances(ledger);
      for (const again of done) again();
      expect(balances(ledger)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
