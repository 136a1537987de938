import { expect, test } from "vitest";
import type { StepView } from "../task/view.ts";
import { makeWords } from "../words/make-words.ts";
import { otherServices, readable, whatOf } from "./tool-words.ts";

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

test("not this offers every other service once", () => {
  const others = otherServices("search_trains");
  expect(others).toHaveLength(11);
  expect(new Set(others).size).toBe(11);
  expect(others).not.toContain("search_trains");
});
