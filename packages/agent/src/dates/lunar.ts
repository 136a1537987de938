/**
 * The traditional Chinese calendar: lunar days through Temporal's "chinese" calendar, which follows the national rule
 * (GB/T 33661). All new moons of 1979-2099 agree with the tables of the PyPI package lunardate. `Intl.DateTimeFormat` does not: it puts the new moon of
 * 2027-02-06, four minutes before midnight in Beijing, on the next day. Solar terms come from the table below.
 */
import { isoDay, plusDays } from "./day.ts";

/** The day of a lunar date; `year` is the solar year in which that lunar year begins. Undefined when the month is too short. */
export function lunarDay(year: number, month: number, day: number): string | undefined {
  try {
    const date = Temporal.PlainDate.from(
      { calendar: "chinese", year, monthCode: `M${String(month).padStart(2, "0")}`, day },
      { overflow: "reject" },
    );
    return date.withCalendar("iso8601").toString();
  } catch {
    return undefined;
  }
}

/** The last day before the lunar year that begins in `year`. */
export function lunarNewYearsEve(year: number): string | undefined {
  const first = lunarDay(year, 1, 1);
  return first && plusDays(first, -1);
}

/**
 * Day of the month of a solar term in the year 2000 + y: floor(0.2422 y + C) - floor(y / 4), with y - 1 instead of y in
 * January and February. The constants are fitted to, and the exceptions taken from, the terms of 2000-2099 as sxtwl 2
 * (the Purple Mountain Observatory's rules) gives them: Chinese | English | month | C | exceptions year=day
 */
const TERMS = `
  小寒 | Minor Cold | 1 | 5.39 |
  大寒 | Major Cold | 1 | 20.11 | 2082=20
  立春 | Start of Spring | 2 | 3.87 |
  雨水 | Rain Water | 2 | 18.72 | 2026=18
  惊蛰 | Awakening of Insects | 3 | 5.63 |
  春分 | spring equinox | 3 | 20.63 | 2018=21
  清明 | Qingming | 4 | 4.81 |
  谷雨 | Grain Rain | 4 | 20.1 |
  立夏 | Start of Summer | 5 | 5.52 |
  小满 | Grain Buds | 5 | 21.04 | 2008=21
  芒种 | Grain in Ear | 6 | 5.66 | 2022=6
  夏至 | summer solstice | 6 | 21.37 |
  小暑 | Minor Heat | 7 | 7.13 | 2078=6
  大暑 | Major Heat | 7 | 22.83 |
  立秋 | Start of Autumn | 8 | 7.5 | 2002=8
  处暑 | End of Heat | 8 | 23.13 |
  白露 | White Dew | 9 | 7.63 | 2018=8
  秋分 | autumn equinox | 9 | 23.04 |
  寒露 | Cold Dew | 10 | 8.31 | 2040=8
  霜降 | Frost's Descent | 10 | 23.45 |
  立冬 | Start of Winter | 11 | 7.45 |
  小雪 | Minor Snow | 11 | 22.36 |
  大雪 | Major Snow | 12 | 7.18 |
  冬至 | winter solstice | 12 | 21.93 | 2021=21
`;

export interface SolarTerm {
  readonly zh: string;
  readonly en: string;
  readonly month: number;
  readonly constant: number;
  readonly exceptions: ReadonlyMap<number, number>;
}

export const solarTerms: readonly SolarTerm[] = TERMS.trim().split("\n").map((line) => {
  const [zh = "", en = "", month, constant, exceptions = ""] = line.split("|").map((cell) => cell.trim());
  const pairs = exceptions.split(",").filter((pair) => pair !== "").map((pair) => pair.split("=").map(Number));
  return { zh, en, month: Number(month), constant: Number(constant), exceptions: new Map(pairs.map(([year = 0, day = 0]) => [year, day])) };
});

/** Undefined outside 2000-2099, for which the table holds. */
export function solarTermDay(term: SolarTerm, year: number): string | undefined {
  const since = year - 2000;
  if (since < 0 || since > 99) return undefined;
  const leaps = Math.floor((term.month <= 2 ? since - 1 : since) / 4);
  return isoDay(year, term.month, term.exceptions.get(year) ?? Math.floor(0.2422 * since + term.constant) - leaps);
}
