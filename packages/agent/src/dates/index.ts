/** Days and times in the words of people, Chinese and English, resolved by rules and never by a model. */
export { describeDate, type Weekday, weekdayOf } from "./day.ts";
export { findDate, findDates, type FoundDate, resolveDate, type ResolvedDate } from "./find.ts";
export { findTime, findTimeWindow, type FoundTime, type FoundWindow, type Now, type ResolvedTime, resolveTime, timeSpans, timeWindow } from "./clock.ts";
export type { TimeWindow } from "./windows.ts";
