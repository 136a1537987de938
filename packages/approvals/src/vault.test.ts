import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeviceError, fixedClock, InputError, yuan } from "@wanwen/core";
import type { Checkout, CompleteResult, Order } from "@wanwen/services";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Approval, type ApprovalVault, openVault, termsHash } from "./index.ts";

const clock = fixedClock("2026-12-01T10:00:00Z");
const checkout = (over: Partial<Checkout> = {}): Checkout => ({
  id: "chk_1", kind: "food", offerRef: "f1", name: "珍珠奶茶", merchant: "茶研所", origin: "http://food", quantity: 2, deliverTo: "公司", when: "约 25 分钟", note: "少冰",
  lines: [{ label: "珍珠奶茶 × 2", amount: yuan(36) }], total: yuan(36), payWith: "钱包", expiresAt: "2026-12-01T10:10:00Z", terms: "t1", ...over,
});
const order = (id: string): Order => ({
  id, kind: "food", name: "珍珠奶茶", merchant: "茶研所", quantity: 2, deliverTo: "公司", when: "", note: "", lines: [], total: yuan(36), status: "confirmed",
  placedAt: "2026-12-01T10:00:00Z", timeline: [], cancellable: true,
});

/** A merchant that keeps its word: one key, one result. `fail` says where the wire breaks. */
class Merchant {
  readonly done = new Map<string, CompleteResult>();
  readonly keysSeen: string[] = [];
  next: CompleteResult = { outcome: "ordered", order: order("J9SWD3") };
  fail: "before" | "after" | "questions" | undefined;

  async complete(request: { checkoutId: string; terms: string; idempotencyKey: string }): Promise<CompleteResult> {
    this.keysSeen.push(request.idempotencyKey);
    if (this.fail === "before") throw new DeviceError("no answer");
    const result = this.done.get(request.idempotencyKey) ?? this.next;
    this.done.set(request.idempotencyKey, result);
    if (this.fail === "after") throw new DeviceError("cut off after success");
    return result;
  }
  async completionByKey(key: string): Promise<CompleteResult | undefined> {
    if (this.fail === "questions") throw new DeviceError("no answer");
    return this.done.get(key);
  }
}

let folder: string;
let merchant: Merchant;
let vault: ApprovalVault & { close(): void };
const open = () => openVault({ databasePath: join(folder, "vault.db"), services: merchant, clock });
const reopen = () => { vault.close(); vault = open(); };
const ask = (over: Partial<Checkout> = {}, replaces?: string): Approval => vault.ask({
  taskId: "t", callId: "c", checkout: checkout(over), locale: "zh", facts: [{ name: "item", value: "珍珠奶茶", source: "merchant" }, { name: "quantity", value: "2", source: "you" }],
  ...(replaces ? { replaces } : {}),
});
const yes = (approval: Approval) => vault.answer(approval.id, { decision: "approve", termsHash: approval.termsHash });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vault-"));
  merchant = new Merchant();
  clock.set("2026-12-01T10:00:00Z");
  vault = open();
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

describe("the vault", () => {
  it("buys once, after a yes, and tells every step", async () => {
    const states: string[] = [];
    vault.onChange((approval) => states.push(approval.state));
    const card = ask();
    expect(merchant.keysSeen).toEqual([]);
    expect((await yes(card)).order?.id).toBe("J9SWD3");
    expect(states).toEqual(["waiting", "approved", "paying", "ordered"]);
    await expect(yes(card)).rejects.toThrow(InputError);
    expect(merchant.done.size).toBe(1);
  });

  it("refuses the second of two answers given at the same moment", async () => {
    const card = ask();
    const answers = await Promise.allSettled([yes(card), yes(card), vault.answer(card.id, { decision: "decline" })]);
    expect(answers.map((each) => each.status)).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(merchant.keysSeen).toHaveLength(1);
  });

  it("takes a no as final", async () => {
    const card = ask();
    expect((await vault.answer(card.id, { decision: "decline" })).state).toBe("declined");
    await expect(yes(card)).rejects.toThrow(InputError);
    expect(merchant.keysSeen).toEqual([]);
  });

  it("refuses a yes to other terms than those on the screen", async () => {
    const card = ask();
    await expect(vault.answer(card.id, { decision: "approve", termsHash: termsHash(checkout({ total: yuan(35) })) })).rejects.toMatchObject({ param: "termsHash" });
    expect(vault.get(card.id)?.state).toBe("waiting");
  });

  it("binds the hash to merchant, items, quantity, total, destination, payment and expiry", () => {
    const changes: Partial<Checkout>[] = [{ origin: "http://f00d" }, { merchant: "x" }, { name: "x" }, { offerRef: "x" }, { quantity: 3 }, { total: yuan(1) }, { lines: [] },
      { deliverTo: "x" }, { payWith: "x" }, { expiresAt: "2026-12-01T10:11:00Z" }, { note: "" }, { when: "" }, { terms: "x" }, { id: "x" }];
    expect(new Set([checkout(), ...changes.map(checkout)].map(termsHash)).size).toBe(changes.length + 1);
  });

  it("buys nothing after the terms ran out", async () => {
    const card = ask();
    clock.set("2026-12-01T10:10:00Z");
    expect((await yes(card)).state).toBe("expired");
    const other = ask();
    expect((await vault.recover()).map((each) => [each.id, each.state])).toEqual([[other.id, "expired"]]);
    expect(merchant.keysSeen).toEqual([]);
  });

  it("asks again, on a new card, when the price changed", async () => {
    merchant.next = { outcome: "price_changed", checkout: checkout({ id: "chk_2", total: yuan(40), terms: "t2", quantity: 2 }) };
    const old = await yes(ask());
    expect(old.state).toBe("changed");
    const card = vault.waitingOf("t");
    expect(card?.id).toBe(old.supersededBy);
    expect(card?.total).toEqual(yuan(40));
    merchant.next = { outcome: "ordered", order: order("K2") };
    expect((await yes(card!)).order?.id).toBe("K2");
    expect(new Set(merchant.keysSeen).size).toBe(2);
  });

  it("says sold out and unpaid", async () => {
    merchant.next = { outcome: "sold_out" };
    expect((await yes(ask())).state).toBe("soldOut");
    merchant.next = { outcome: "insufficient_funds", balance: yuan(1) };
    expect((await yes(ask())).state).toBe("unpaid");
  });

  it("puts a new card in the place of a waiting one, and only of a waiting one", async () => {
    const first = ask();
    const second = ask({ quantity: 3 }, first.id);
    expect(vault.get(first.id)).toMatchObject({ state: "superseded", supersededBy: second.id });
    await expect(yes(first)).rejects.toThrow(InputError);
    await yes(second);
    expect(() => ask({}, second.id)).toThrow(InputError);
    expect(vault.ofTask("t")).toHaveLength(2);
  });

  it("settles a success that it never heard of, without calling again", async () => {
    merchant.fail = "after";
    const card = await yes(ask());
    expect(card.state).toBe("unknown");
    merchant.fail = "questions";
    await vault.recover();
    expect(vault.get(card.id)?.state).toBe("unknown");
    merchant.fail = undefined;
    reopen();
    expect((await vault.recover())[0]?.order?.id).toBe("J9SWD3");
    expect(merchant.keysSeen).toHaveLength(1);
  });

  it("repeats a call that never arrived with the same key while the terms stand, and gives it up when they do not", async () => {
    merchant.fail = "before";
    const card = await yes(ask());
    await vault.recover();
    expect(vault.get(card.id)?.state).toBe("unknown");
    merchant.fail = undefined;
    await vault.recover();
    expect(vault.get(card.id)?.state).toBe("ordered");
    expect(new Set(merchant.keysSeen).size).toBe(1);
    expect(merchant.done.size).toBe(1);

    merchant.fail = "before";
    const late = await yes(ask());
    merchant.fail = undefined;
    clock.set("2026-12-01T10:20:00Z");
    await vault.recover();
    expect(vault.get(late.id)?.state).toBe("expired");
    expect(merchant.done.size).toBe(1);
  });

  // Aim: a process that dies anywhere between yes and result leaves one order. Method: the call never returns to the dead
  // process (it dies before or after the merchant acted); a new process opens the same file and recovers.
  it.each(["before the merchant heard", "after the merchant acted"])("makes exactly one order when the process dies %s", async (when) => {
    const dying = { ...merchant, keys: [] as string[] };
    vault.close();
    const hang = new Promise<never>(() => undefined);
    vault = openVault({ databasePath: join(folder, "vault.db"), clock, services: {
      complete: async (request) => { if (when.startsWith("after")) await merchant.complete(request); dying.keys.push(request.idempotencyKey); return hang; },
      completionByKey: () => hang,
    } });
    const card = ask();
    void yes(card);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(vault.get(card.id)?.state).toBe("paying");
    reopen();
    await vault.recover();
    await vault.recover();
    expect(vault.get(card.id)?.order?.id).toBe("J9SWD3");
    expect([...merchant.done.keys()]).toEqual(dying.keys);
  });

  it("takes a refusal for an answer: nothing was bought, and nothing is asked again and again", async () => {
    const approval = ask();
    merchant.complete = async (request) => { merchant.keysSeen.push(request.idempotencyKey); throw new InputError("checkout chk_1: not found", { param: "id" }); };
    expect((await yes(approval)).state).toBe("expired");
    await vault.recover();
    expect(merchant.keysSeen).toHaveLength(1);
    const other = ask();
    merchant.fail = "questions";
    expect((await yes(other)).state).toBe("unknown");
  });

  it("believes the key and not the refusal when the order is there", async () => {
    const approval = ask();
    merchant.complete = async (request) => { merchant.done.set(request.idempotencyKey, merchant.next); throw new InputError("already completed"); };
    expect(await yes(approval)).toMatchObject({ state: "ordered", order: { id: "J9SWD3" } });
  });

  it("leaves a payment alone that is still under way in this process", async () => {
    let go: (result: CompleteResult) => void = () => undefined;
    merchant.complete = (request) => { merchant.keysSeen.push(request.idempotencyKey); return new Promise((resolve) => { go = resolve; }); };
    const answer = yes(ask());
    await vault.recover();
    go({ outcome: "ordered", order: order("X") });
    expect((await answer).state).toBe("ordered");
    expect(merchant.keysSeen).toHaveLength(1);
  });

  it("goes on when a listener fails", async () => {
    vault.onChange(() => { throw new Error("broken screen"); });
    expect((await yes(ask())).state).toBe("ordered");
  });
});

it("imports no model code", () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const imports = sources.flatMap((file) => [...readFileSync(join(import.meta.dirname, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!));
  expect(imports.length).toBeGreaterThan(4);
  for (const name of imports) expect(name).toMatch(/^(\.\/[a-z-]+\.ts|node:(sqlite|crypto)|@wanwen\/(core|services))$/);
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as { dependencies: Record<string, string> };
  expect(Object.keys(manifest.dependencies)).toEqual(["@wanwen/core", "@wanwen/services"]);
});
