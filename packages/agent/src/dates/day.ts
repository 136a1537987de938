/** Calendar days as ISO strings, and the arithmetic on them. `Temporal` is part of the project's Node. */

export type Weekday = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";

const WEEKDAYS: readonly Weekday[] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 1 is Monday, 7 is Sunday. */
export function weekdayNumber(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[weekdayNumber(date) - 1]!;
}

/** YYYY-MM-DD, or undefined when there is no such day or its year has not four digits. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

/** A day so far away that its year has not four digits is not a day that a person means. */
export function plusDays(date: string, days: number): string | undefined {
  return Math.abs(days) > 366 * 100 ? undefined : fourDigits(Temporal.PlainDate.from(date).add({ days }));
}

/** The same day of another month; the last one where the month is shorter. */
export function plusMonths(date: string, months: number): string | undefined {
  return Math.abs(months) > 1200 ? undefined : fourDigits(Temporal.PlainDate.from(date).add({ months }));
}

export function lastOfMonth(year: number, month: number): string | undefined {
  const first = isoDay(year, month, 1);
  return first && Temporal.PlainDate.from(first).with({ day: 31 }).toString();
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

export function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return { year, month, day };
}

/** "2026年12月2日星期三" or "Wednesday, December 2, 2026": always with the weekday, so that a wrong day is seen. */
export function describeDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "full" }).format(new Date(`${date}T00:00:00Z`));
}

function fourDigits(date: Temporal.PlainDate): string | undefined {
  return date.year >= 1000 && date.year <= 9999 ? date.toString() : undefined;
}
