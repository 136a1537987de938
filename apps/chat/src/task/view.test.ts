import type { TaskEvent, TaskEventBody, TaskOffer } from "@wanwen/agent";
import type { Approval, ApprovalState } from "@wanwen/approvals";
import type { Checkout, Order } from "@wanwen/services";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyView, extend, isWorking, type Item, newestOrder, offerIdOf, offersOf, project, type StepView, type TaskView, waitingApproval } from "./view.ts";

const yuan = (amount: number) => ({ currency: "CNY" as const, minor: amount * 100 });

function log(...bodies: readonly TaskEventBody[]): TaskEvent[] {
  return bodies.map((body, index) => ({ seq: index + 1, at: "2026-12-01T10:00:00.000Z", ...body }));
}

const created: TaskEventBody = { type: "taskCreated", taskId: "t1", locale: "zh", title: "奶茶" };
const said = (text: string): TaskEventBody => ({ type: "said", messageId: `said ${text}`, text });
const replied = (text: string, choices?: readonly string[]): TaskEventBody => ({ type: "replied", messageId: `reply ${text}`, text, ...(choices && { choices }) });
const offer = (id: string, why?: string): TaskOffer => ({
  id,
  ref: `ref-${id}`,
  kind: "food",
  name: id,
  merchant: "茶屿",
  price: yuan(16),
  facts: {},
  details: [],
  left: 9,
  ...(why === undefined ? {} : { why }),
});
const search = (callId: string): TaskEventBody => ({ type: "stepStarted", callId, tool: "search_food", arguments: { query: "奶茶" }, facts: [], origin: "model" });
const found = (callId: string, ...offers: readonly TaskOffer[]): TaskEventBody => ({ type: "stepFinished", callId, result: { kind: "offers", offers }, modelText: "[]" });
const ended: TaskEventBody = { type: "turnEnded" };

function approval(id: string, state: ApprovalState, more: Partial<Approval> = {}): Approval {
  const checkout: Checkout = {
    id: "k1", kind: "food", offerRef: "ref-o1", name: "珍珠奶茶", merchant: "茶屿", origin: "http://127.0.0.1:1", quantity: 2, deliverTo: "公司", when: "", note: "",
    lines: [], total: yuan(38), payWith: "钱包", expiresAt: "2026-12-01T10:15:00.000Z", terms: "t",
  };
  return { id, taskId: "t1", callId: "c2", checkout, facts: [], total: yuan(38), termsHash: "h", state, askedAt: "", expiresAt: checkout.expiresAt, ...more };
}
const card = (id: string, state: ApprovalState, more?: Partial<Approval>): TaskEventBody => ({ type: "approval", approval: approval(id, state, more) });

const order: Order = {
  id: "J9SWD3", kind: "food", name: "珍珠奶茶", merchant: "茶屿", quantity: 2, deliverTo: "公司", when: "", note: "", lines: [], total: yuan(38),
  status: "confirmed", placedAt: "2026-12-01T10:01:00.000Z", timeline: [], cancellable: true,
};

const items = (view: TaskView): readonly Item[] => view.turns.flatMap((turn) => turn.items);
const kinds = (view: TaskView) => items(view).map((item) => item.kind);
const steps = (view: TaskView): readonly StepView[] => items(view).flatMap((item) => (item.kind === "step" ? [item.step] : []));

describe("a task's picture from its events", () => {
  test("a whole purchase reads in the order in which it happened", () => {
    const view = project(
      log(
        created, said("两杯奶茶"), search("c1"), found("c1", offer("o1", "最快"), offer("o2")), { type: "offerChosen", offerId: "o1", by: "model" },
        { type: "stepStarted", callId: "c2", tool: "place_order", arguments: { offer_id: "o1" }, facts: [], origin: "model" }, card("a1", "waiting"), card("a1", "paying"),
        card("a1", "ordered", { order }), { type: "stepFinished", callId: "c2", result: { kind: "purchase", approvalId: "a1" }, modelText: "{}" }, replied("下好了"), ended,
      ),
    );
    expect(view.title).toBe("奶茶");
    expect(kinds(view)).toEqual(["step", "step", "approval", "order", "reply"]);
    expect(steps(view)[0]?.chosenId).toBe("o1");
    expect(steps(view)[1]?.offerName).toBe("o1");
    expect(newestOrder(view)?.id).toBe("J9SWD3");
    expect(waitingApproval(view)).toBeUndefined();
    expect(view.turns[0]?.ended).toBe(true);
  });

  test("a purchase knows how its card stands, also when a newer card took its place", () => {
    const step: TaskEventBody = { type: "stepStarted", callId: "c2", tool: "place_order", arguments: { offer_id: "o1" }, facts: [], origin: "model" };
    const story = log(created, said("x"), search("c1"), found("c1", offer("o1")), step, card("a1", "waiting"), card("a1", "superseded", { supersededBy: "a2" }), card("a2", "waiting"), card("a2", "ordered", { order }));
    const stands = story.map((_, index) => steps(project(story.slice(0, index + 1)))[1]?.card);
    expect(stands.slice(4)).toEqual([undefined, "waiting", "waiting", "waiting", "ordered"]);
    expect(steps(project(story))[1]?.offerKind).toBe("food");
  });

  test("a card changes in place, whatever state it goes through", () => {
    const view = project(log(created, said("x"), card("a1", "waiting"), card("a1", "paying"), card("a1", "unknown")));
    expect(items(view)).toHaveLength(1);
    expect(items(view)[0]).toMatchObject({ kind: "approval", approval: { state: "unknown" } });
  });

  test("a revised card is a second card, and the first keeps its final state", () => {
    const view = project(log(created, said("x"), card("a1", "waiting"), card("a2", "waiting"), card("a1", "superseded", { supersededBy: "a2" })));
    expect(items(view).map((item) => item.kind === "approval" && [item.approval.id, item.approval.state])).toEqual([
      ["a1", "superseded"],
      ["a2", "waiting"],
    ]);
    expect(waitingApproval(view)?.id).toBe("a2");
  });

  test("an order that moves on is one order, also in an older turn", () => {
    const view = project(
      log(created, said("x"), card("a1", "ordered", { order }), ended, said("y"), ended, { type: "orderChanged", order: { ...order, status: "preparing" } }),
    );
    expect(kinds(view)).toEqual(["approval", "order"]);
    expect(newestOrder(view)?.status).toBe("preparing");
  });

  test("not this: the old step stays struck out, its answer and question are gone, the new step follows", () => {
    const view = project(
      log(
        created, said("西湖边的酒店"), search("c1"), found("c1", offer("o1")), replied("要哪趟车？", ["第一趟"]), ended,
        { type: "stepReplaced", callId: "c1", by: "search_hotels" },
        { type: "stepStarted", callId: "c2", tool: "search_hotels", arguments: {}, facts: [], origin: "correction" },
      ),
    );
    expect(kinds(view)).toEqual(["step", "step"]);
    expect(steps(view)[0]?.replacedBy).toBe("search_hotels");
    expect(view.turns).toHaveLength(1);
    expect(isWorking(view)).toBe(true);
  });

  test("choosing another offer moves the mark within its own list", () => {
    const view = project(
      log(created, said("x"), search("c1"), found("c1", offer("o1", "最快"), offer("o2")), search("c2"), found("c2", offer("o3", "最近")), { type: "offerChosen", offerId: "o2", by: "person" }),
    );
    expect(steps(view).map((step) => step.chosenId)).toEqual(["o2", "o3"]);
  });

  test("a list never shows more than five", () => {
    const view = project(log(created, said("x"), search("c1"), found("c1", ...["a", "b", "c", "d", "e", "f", "g"].map((id) => offer(id)))));
    expect(offersOf(steps(view)[0]!)).toHaveLength(5);
  });

  test("it works until the turn ends, and not while a card waits for the person or for the shop", () => {
    const events = log(created, said("x"), search("c1"), found("c1", offer("o1")), card("a1", "waiting"), card("a1", "unknown"), card("a1", "declined"), ended);
    const working = events.map((_, index) => isWorking(project(events.slice(0, index + 1))));
    expect(working).toEqual([false, true, true, true, false, false, true, false]);
  });

  test("stop and failure end the turn, and a retry opens it again", () => {
    expect(isWorking(project(log(created, said("x"), { type: "stopped", by: "person" })))).toBe(false);
    const failed = log(created, said("x"), { type: "failed", code: "device", message: "没有应答", canRetry: true }, search("c1"));
    expect(isWorking(project(failed.slice(0, 3)))).toBe(false);
    expect(isWorking(project(failed))).toBe(true);
  });

  test("the offer that a card is about is found again, to ask for it once more", () => {
    const view = project(log(created, said("x"), search("c1"), found("c1", offer("o1"), offer("o2")), card("a1", "expired")));
    expect(offerIdOf(view, approval("a1", "expired"))).toBe("o1");
  });
});

describe("a picture that grows", () => {
  const story = log(
    created, said("x"), search("c1"), found("c1", offer("o1", "w"), offer("o2")), card("a1", "waiting"), card("a1", "superseded"), card("a2", "waiting"), card("a2", "ordered", { order }),
    replied("好了"), ended, said("y"), search("c3"), { type: "stepReplaced", callId: "c3", by: "search_deals" }, { type: "stopped", by: "person" },
  );

  test("however the events are cut, and however often some are sent again, the picture is the same", () => {
    const whole = project(story);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(story.length), fc.nat(4)), { maxLength: 12 }), (cuts) => {
        let view = emptyView;
        for (const [at, overlap] of cuts.sort(([a], [b]) => a - b)) {
          view = extend(view, story.slice(Math.max(0, view.lastSeq - overlap), Math.max(at, view.lastSeq)));
        }
        expect(extend(view, story.slice(Math.max(0, view.lastSeq - 3)))).toEqual(whole);
      }),
    );
  });

  test("turns where nothing happened stay the same objects", () => {
    const before = project(story.slice(0, 11));
    const after = extend(before, story.slice(11));
    expect(after.turns[0]).toBe(before.turns[0]);
    expect(after.turns[1]).not.toBe(before.turns[1]);
  });

  test("nothing new is the same picture", () => {
    const view = project(story);
    expect(extend(view, story)).toBe(view);
  });

  test("ten thousand messages take well under a tenth of a second", () => {
    const long = log(created, ...Array.from({ length: 5_000 }, (_, i) => [said(`q${i}`), replied(`a${i}`), ended]).flat());
    const start = performance.now();
    expect(project(long).turns).toHaveLength(5_000);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
