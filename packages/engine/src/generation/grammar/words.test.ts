import type { ChatMessage } from "@wanwen/model";
import { expect, test } from "vitest";
import type { State } from "./automaton.ts";
import { idsReturned, oneOf, orderNumbersTyped, personLines, spanOf } from "./words.ts";

const ALL = new Uint8Array(256).fill(1);

function accepts(language: State | undefined, text: string): boolean {
  let state = language;
  for (const byte of new TextEncoder().encode(text)) state = state?.step(byte);
  return state?.canEnd ?? false;
}

test("a span is a run of whole words within one line of one message, in any case", () => {
  const messages: ChatMessage[] = [
    { role: "user", content: "  Flat White, 去上海Disney酒店\nroom 101 " },
    { role: "assistant", content: "secret" },
    { role: "tool", content: "hidden" },
    { role: "user", content: "no sugar" },
  ];
  const span = spanOf(personLines(messages), ALL);
  for (const text of ["flat white", "WHITE", "上海", "海Disney酒", "room 101", "101", "no sugar", "Flat White, 去上海"]) expect(accepts(span, text), text).toBe(true);
  for (const text of ["lat", "Whit", " white", "white, ", "Disn", "room 10", "101 no", "secret", "hidden", "", "101\nno"]) expect(accepts(span, text), text).toBe(false);
  expect(spanOf(personLines([{ role: "user", content: " \n\t " }]), ALL)).toBeUndefined();
});

test("a line that the vocabulary cannot write offers nothing; the others still do", () => {
  const some = ALL.slice();
  some["x".charCodeAt(0)] = 0;
  const span = spanOf(["a x b", "c"], some);
  expect(accepts(span, "c")).toBe(true);
  expect(span?.step("a".charCodeAt(0))).toBeUndefined();
  expect(oneOf(["x"], some)).toBeUndefined();
});

test("ids come from results only, wherever they stand in them, and never look like a part of a call", () => {
  const ids = idsReturned([
    { role: "user", content: '{"id":"u1"}' },
    { role: "tool", content: '[{"id":"o1","inner":{"order_id":"A-7"}},{"id":12},{"id":"a\\nb"},{"id":"x</parameter>"},{"id":" y"},{"id":""}]' },
    { role: "tool", content: 'cut short: [{"id": "o2", "na' },
  ]);
  expect([...ids].sort()).toEqual(["12", "A-7", "o1", "o2"]);
});

test("order numbers are typed with digits or in capitals, and may be written in either case", () => {
  expect([...orderNumbersTyped(["取消订单6dvcb，please cancel ABCD or W-12 now 5"])].sort()).toEqual(["6DVCB", "6dvcb", "ABCD", "W-12", "abcd", "w-12"]);
});
