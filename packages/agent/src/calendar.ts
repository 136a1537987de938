/** Days and times as this task's person sees them: dates/ with its "today" and language filled in. */
import type { Locale } from "@wanwen/services";
import { findDate, findDates, findTime, findTimeWindow, resolveDate, timeSpans } from "./dates/index.ts";
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
  /** From now, with a fraction; 0 when it is over. */
  minutesUntil(date: string, time: string): number;
  /** Where dates and times stand in the words: their numbers count nothing. */
  spans(words: string): readonly Span[];
  /** "2026-12-02 周三". */
  describe(date: string): string;
}
export type { Locale };

/** `saidAt`: "tomorrow" counts from when it was said, also when midnight, a retry or a restart came in between. */
export function calendarAt(now: Date, timeZone: string, locale: Locale, saidAt: Date = now): Calendar {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const today = day.format(now);
  const time = clock.format(now);
  const said = { date: day.format(saidAt), time: clock.format(saidAt) };
  const weekday = (date: string, language: string, style: "long" | "short"): string =>
    new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: style }).format(new Date(`${date}T00:00:00Z`));
  return {
    today,
    weekday: weekday(today, "en-US", "long"),
    resolveDate: (phrase) => {
      const resolved = resolveDate(phrase, said.date);
      return "date" in resolved ? resolved.date : undefined;
    },
    findDate: (words) => findDate(words, said.date),
    allDates: (words) => findDates(words, said.date).map((found) => found.date),
    windowOf: (words) => {
      const found = findTimeWindow(words);
      return found && { text: found.text, from: found.window[0], to: found.window[1] };
    },
    momentOf: (words) => momentOf(words, said, (date) => `${date} ${weekday(date, locale, locale === "zh" ? "short" : "long")}`),
    minutesUntil: (date, clock) => {
      const days = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
      const passed = (now.getUTCSeconds() * 1000 + now.getUTCMilliseconds()) / 60_000;
      return Math.max(0, Math.round((days * 1440 + minutesOf(clock) - minutesOf(time) - passed) * 1000 + 5) / 1000);
    },
    spans: (words) => [...findDates(words, said.date), ...timeSpans(words)],
    describe: (date) => `${date} ${weekday(date, locale, locale === "zh" ? "short" : "long")}`,
  };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * A car comes in N minutes. An hour that is over today and was said without morning or evening means the one that comes
 * next: at ten in the morning "6点" is 18:00. The card shows which.
 */
function momentOf(words: string, now: { date: string; time: string }, describe: (date: string) => string): ReturnType<Calendar["momentOf"]> {
  const found = findTime(words, now);
  if (!found) return undefined;
  if ("inMinutes" in found) return { text: found.text, described: `+${found.inMinutes} min` };
  let ahead = found.dayOffset * 1440 + minutesOf(found.time) - minutesOf(now.time);
  if (ahead < 0 && minutesOf(found.time) < 720) ahead += 720;
  if (ahead < 0) ahead += 1440;
  const at = minutesOf(now.time) + ahead;
  const date = new Date(Date.parse(`${now.date}T00:00:00Z`) + Math.floor(at / 1440) * 86_400_000).toISOString().slice(0, 10);
  const clock = `${String(Math.floor((at % 1440) / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  return { text: found.text, described: `${describe(date)} ${clock}, +${ahead} min` };
}
