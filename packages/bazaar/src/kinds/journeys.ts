import type { Locale, SearchQuery } from "@wanwen/services";
import { kmBetween, samePlace, type Spot } from "../atlas.ts";
import type { Bilingual } from "../catalogue/index.ts";
import { addDays, addMinutes, daysBetween, instantOf, localDate, minutesOf, timeOf } from "../time.ts";
import type { World } from "../world.ts";

/** A wish for a journey, resolved: two spots of different cities and a date on which tickets are sold. */
export interface Trip {
  readonly from: Spot;
  readonly to: Spot;
  /** Straight-line distance. */
  readonly km: number;
  readonly date: string;
}

/** Tickets are sold this far ahead. */
const SALE_DAYS = 366;
/** Nobody can be sold a ticket for a journey that leaves within this time. */
const BOARDING_MINUTES = 15;

/** Undefined: there is no such journey (same city, date gone by, date too far). */
export function planTrip(query: SearchQuery, { atlas }: World, now: Date): Trip | undefined {
  if (query.to === undefined) return undefined;
  const from = atlas.city(query.from ?? query.city);
  const to = atlas.city(query.to);
  const today = localDate(now);
  const date = query.date ?? today;
  const ahead = daysBetween(today, date);
  if (samePlace(from, to) || ahead < 0 || ahead > SALE_DAYS) return undefined;
  return { from, to, km: Math.max(40, kmBetween(from, to)), date };
}

/** Can it still be caught, and does it leave in the time that the person named? */
export function leavesInTime(departMinute: number, date: string, query: SearchQuery, now: Date): boolean {
  if (instantOf(date, departMinute) < addMinutes(now, BOARDING_MINUTES)) return false;
  if (query.timeFrom !== undefined && departMinute < minutesOf(query.timeFrom)) return false;
  return query.timeTo === undefined || departMinute < minutesOf(query.timeTo);
}

/** When nobody named a day and nothing leaves today any more, tomorrow is meant. */
export function orTomorrow<Item>(query: SearchQuery, now: Date, search: (query: SearchQuery) => Item[]): Item[] {
  const found = search(query);
  if (found.length > 0 || query.date !== undefined) return found;
  return search({ ...query, date: addDays(localDate(now), 1) });
}

/**
 * Minutes that clocks in `to` are ahead of clocks in `from`: one hour for 15 degrees, all of mainland China at UTC+8. Good
 * to an hour or so, which is what a sandbox needs to have people arrive in San Francisco before dinner.
 */
function zoneShift(from: Spot, to: Spot): number {
  const zone = ({ city, lon }: Spot) => (city?.region === "world" ? Math.round(lon / 15) : 8);
  return 60 * (zone(to) - zone(from));
}

/** The facts and details that trains and flights share. Times of day are those of the place. */
export function journeyWords(trip: Trip, departMinute: number, minutes: number, from: Bilingual, to: Bilingual): {
  depart: string; arrive: string; startsAt: string; endsAt: string; details: { label: Bilingual; value: Bilingual }[];
} {
  const { date } = trip;
  const arriveMinute = departMinute + minutes + zoneShift(trip.from, trip.to);
  const days = Math.floor(arriveMinute / 1440);
  const depart = timeOf(departMinute);
  const arrive = timeOf(arriveMinute);
  const signed = days > 0 ? `+${days}` : String(days);
  const later = (locale: Locale) => (days === 0 ? "" : locale === "zh" ? `（${signed}天）` : ` (${signed} day${Math.abs(days) > 1 ? "s" : ""})`);
  const hours = Math.floor(minutes / 60);
  const value = (zh: string, en: string = zh): Bilingual => ({ zh, en });
  return {
    depart,
    arrive,
    startsAt: instantOf(date, departMinute).toISOString(),
    endsAt: instantOf(date, departMinute + minutes).toISOString(),
    details: [
      { label: { zh: "行程", en: "Route" }, value: value(`${from.zh} → ${to.zh}`, `${from.en} → ${to.en}`) },
      { label: { zh: "日期", en: "Date" }, value: value(date) },
      { label: { zh: "时间", en: "Time" }, value: value(`${depart} → ${arrive}${later("zh")}`, `${depart} → ${arrive}${later("en")}`) },
      { label: { zh: "历时", en: "Duration" }, value: value(`${hours > 0 ? `${hours}小时` : ""}${minutes % 60}分`, `${hours > 0 ? `${hours} h ` : ""}${minutes % 60} min`) },
    ],
  };
}
