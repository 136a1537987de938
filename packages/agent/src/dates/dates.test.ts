import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolveDate } from "./index.ts";

interface Golden {
  readonly dates: readonly { readonly today: string; readonly weekday: string; readonly cases: readonly { readonly text: string; readonly date: string }[] }[];
  readonly times: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const golden = JSON.parse(readFileSync(new URL("../../../../vectors/dates/dates.json", import.meta.url), "utf8")) as Golden;

describe.each(golden.dates)("standing on $today", ({ today, cases }) => {
  test.each(cases)("$text is $date", ({ text, date }) => {
    expect(resolveDate(text, today)).toMatchObject({ date });
  });
});
