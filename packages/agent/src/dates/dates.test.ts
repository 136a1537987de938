import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolveDate, resolveTime } from "./index.ts";

interface Golden {
  readonly dates: readonly { readonly today: string; readonly weekday: string; readonly cases: readonly { readonly text: string; readonly date: string }[] }[];
  readonly times: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const golden = JSON.parse(readFileSync(new URL("../../../../vectors/dates/dates.json", import.meta.url), "utf8")) as Golden;

describe.each(golden.dates)("standing on $today", ({ today, cases }) => {
  test.each(cases)("$text is $date", ({ text, date }) => {
    expect(resolveDate(text, today)).toMatchObject(date < today ? { problem: "past", pastDate: date } : { date });
  });
});

describe("times of day", () => {
  const now = { date: "2026-12-01", time: "10:00" };
  const cases = Object.entries(golden.times).flatMap(([, times]) => Object.entries(times));

  test.each(cases)("%s is %s", (text, meant) => {
    const [, minutes] = /^now\+(\d+)$/.exec(meant) ?? [];
    const [time, days = "0"] = meant.split("+");
    expect(resolveTime(text, now)).toEqual(minutes === undefined ? { time, dayOffset: Number(days) } : { inMinutes: Number(minutes) });
  });
});
