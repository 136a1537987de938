/** Days and times in the words of people, Chinese and English, resolved by rules and never by a model. */
export { describeDate } from "./day.ts";
export { findDate, findDates, resolveDate } from "./find.ts";
export { findTime, findTimeWindow, resolveTime, timeSpans, timeWindow } from "./clock.ts";
