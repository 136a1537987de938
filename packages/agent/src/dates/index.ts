export { describeDate } from "./day.ts"; export { findDate, findDates, type FoundDate, resolveDate, type ResolvedDate } from "./find.ts";
