/** Days and times as this task's person sees them: dates/ with its "today" and language filled in. */
import type { Locale } from "@wanwen/services";
import { findDate, findDates, resolveDate } from "./dates/index.ts";
import type { Span } from "./request.ts";

export interface Calendar {
  /** ISO. */
  readonly today: string;
  /** "Tuesday". */
  readonly weekday: string;
  resolveDate(phrase: string): string | undefined;
  findDate(words: string): { readonly text: string; readonly date: string } | undefined;
  /** Every day that the words name, in reading order. */
  allDates(words: string): readonly string[];
  /** The part of the day that the words name, [from, to) as HH:MM. */
  windowOf(words: string): { readonly text: string; readonly from: string; readonly to: string } | undefined;
  /** A moment for a car: `described` ends in "+N min" from now. */
  momentOf(words: string): { readonly text: string; readonly described: string } | undefined;
  /** Where dates and times stand in the words: their numbers count nothing. */
  spans(words: string): readonly Span[];
  /** "2026-12-02 周三". */
  describe(date: string): string;
}
export type { Locale };

export function calendarAt(now: Date, timeZone: string, locale: Locale): Calendar {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  const weekday = (date: string, language: string, style: "long" | "short"): string =>
    new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: style }).format(new Date(`${date}T00:00:00Z`));
  return {
    today,
    weekday: weekday(today, "en-US", "long"),
    resolveDate: (phrase) => {
      const resolved = resolveDate(phrase, today);
      return "date" in resolved ? resolved.date : undefined;
    },
    findDate: (words) => findDate(words, today),
    allDates: (words) => findDates(words, today).map((found) => found.date),
    windowOf: () => undefined,
    momentOf: () => undefined,
    spans: (words) => findDates(words, today),
    describe: (date) => `${date} ${weekday(date, locale, locale === "zh" ? "short" : "long")}`,
  };
}
