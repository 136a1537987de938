import { toolDefinitions } from "@wanwen/agent";
import { expect, test } from "vitest";
import type { StepView } from "../task/view.ts";
import { makeWords } from "../words/make-words.ts";
import { otherServices, paramName, readable, stateOf, usedIn, whatOf, withDays } from "./tool-words.ts";

const en = makeWords("en");
const zh = makeWords("zh");

const food: StepView = {
  callId: "c1",
  tool: "search_food",
  arguments: { query: "珍珠奶茶", max_price: 40 },
  facts: [
    { name: "query", said: "珍珠奶茶", used: "珍珠奶茶", source: "you" },
    { name: "max_price", said: "40块以内", used: "40", source: "you" },
  ],
  origin: "model",
};

test("a step says what it is about in the reader's language", () => {
  expect(whatOf(food, en)).toBe("珍珠奶茶, up to ¥40");
  expect(whatOf(food, zh)).toBe("珍珠奶茶，¥40 以内");
});

test("dates that code resolved are shown as used, not as said", () => {
  const train: StepView = {
    ...food,
    tool: "search_trains",
    arguments: { to: "上海", date: "明天" },
    facts: [
      { name: "from", said: "", used: "杭州", source: "profile" },
      { name: "to", said: "上海", used: "上海", source: "you" },
      { name: "date", said: "明天", used: "2026-12-02 Wednesday", source: "you" },
    ],
  };
  expect(whatOf(train, zh)).toBe("杭州到上海，12月2日周三");
  expect(whatOf(train, en)).toBe("杭州 to 上海, Wed, Dec 2");
  expect(readable("2026-12-02 07:15", zh)).toBe("12月2日周三 07:15");
  expect(readable("tomorrow", en)).toBe("tomorrow");
});

test("how many is said in what the thing is counted in", () => {
  const order: StepView = { ...food, tool: "place_order", arguments: { offer_id: "o1", quantity: 2 }, facts: [], offerName: "G8974", offerKind: "trains" };
  expect(whatOf(order, zh)).toBe("G8974，2 张");
  expect(whatOf(order, en)).toBe("G8974, 2 tickets");
  expect(zh.t("quantity.hotels", { n: 1 })).toBe("1 间");
  expect([en.t("quantity.hotels", { n: 3 }), en.t("quantity.food", { n: 2 }), en.t("quantity.recharge", { n: 1 })]).toEqual(["3 rooms", "2", "once"]);
});

test("a purchase says whose answer it waits for, and how it ended", () => {
  const order: StepView = { ...food, tool: "place_order" };
  const done = { result: { kind: "purchase", approvalId: "a" } } as const;
  expect(stateOf(order, en)).toBe("working");
  expect(stateOf({ ...order, card: "waiting" }, en)).toBe("waits for your answer");
  expect(stateOf({ ...order, card: "unknown" }, en)).toBe("waits for the shop");
  expect(stateOf({ ...order, card: "ordered", ...done }, en)).toBe("ordered");
  expect(stateOf({ ...order, card: "declined", ...done }, en)).toBe("not ordered");
});

test("facts are written for people: money as money, a traveller as one", () => {
  expect(usedIn({}, food.facts[1]!, en)).toBe("¥40");
  expect(usedIn({ offerName: "G8974" }, { name: "offer_id", said: "o1", used: "o1", source: "default" }, en)).toBe("G8974");
  expect(usedIn({}, { name: "cabin", said: "头等舱", used: "first", source: "you" }, zh)).toBe("头等舱");
  expect(usedIn({}, { name: "seat", said: "一等座", used: "first", source: "you" }, zh)).toBe("一等座");
  expect(usedIn({}, { name: "mode", said: "walk", used: "walking", source: "you" }, en)).toBe("on foot");
  expect(usedIn({}, { name: "max_price", said: "cheap", used: "cheap", source: "you" }, en)).toBe("cheap");
  expect([paramName({ name: "address" }, zh, "trains"), paramName({ name: "address" }, zh, "food"), paramName({ name: "new_one" }, zh)]).toEqual(["给谁", "地址", "new_one"]);
});

test("days in a merchant's words read as days, and what is no day stays", () => {
  expect(withDays("2026-11-27 06:50", zh)).toBe("11月27日周五 06:50");
  expect(withDays("from 2026-11-27, 2 nights", en)).toBe("from Fri, Nov 27, 2 nights");
  expect(withDays("2026-13-40, order 12026-11-271", en)).toBe("2026-13-40, order 12026-11-271");
});

test("everything that a tool can be told has a name in every language", () => {
  const names = new Set(toolDefinitions.flatMap((tool) => Object.keys((tool.function.parameters as { properties: object }).properties)));
  for (const name of [...names, "note", "time"]) for (const words of [en, zh]) expect([name, words.maybe(`param.${name}`)]).not.toEqual([name, undefined]);
});

test("not this offers every other service once", () => {
  const others = otherServices("search_trains");
  expect(others).toHaveLength(11);
  expect(new Set(others).size).toBe(11);
  expect(others).not.toContain("search_trains");
});
