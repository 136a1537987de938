/** Days and times as this task's person sees them: dates/ with its "today" and language filled in. */
import type { Locale } from "@wanwen/services";
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

/** THIN: until dates/ is there. */
export function calendarAt(now: Date, timeZone: string, locale: Locale): Calendar {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "long" }).format(now);
  const plus = (days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const find = (words: string): { text: string; start: number; end: number; date: string } | undefined => {
    const match = /后天|明天|明晚|明早|今天|今晚|the day after tomorrow|tomorrow|today|tonight|\d{4}-\d\d-\d\d/i.exec(words);
    if (!match) return undefined;
    const text = match[0];
    const days = /后天|day after/i.test(text) ? 2 : /明|tomorrow/i.test(text) ? 1 : 0;
    return { text, start: match.index, end: match.index + text.length, date: /^\d/.test(text) ? text : plus(days) };
  };
  return {
    today, weekday,
    resolveDate: (phrase) => { const found = find(phrase); return found && found.text.length === phrase.trim().length ? found.date : undefined; },
    findDate: find,
    allDates: (words) => { const found = find(words); return found ? [found.date] : []; },
    windowOf: () => undefined,
    momentOf: () => undefined,
    spans: (words) => { const found = find(words); return found ? [found] : []; },
    describe: (date) => `${date} ${new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: locale === "zh" ? "short" : "long" }).format(new Date(`${date}T00:00:00Z`))}`,
  };
}
