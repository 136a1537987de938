/** Finds days in what people say, and reads a phrase that should be nothing but a day. */
import { isoDay, type Weekday, weekdayNumber, weekdayOf } from "./day.ts";
import { type DateRule, dateRules, type Reading } from "./rules.ts";
import { evenText } from "./words.ts";
import { partsIn, type TimeWindow } from "./windows.ts";

/** `pastDate` is the day that was said in full and is over; it is there to be asked about, not to be used. */
export type ResolvedDate =
  | { readonly date: string; readonly weekday: Weekday }
  | { readonly problem: "unresolved" }
  | { readonly problem: "past"; readonly pastDate?: string };

export interface FoundDate {
  /** As the person wrote it, with the part of the day that belongs to it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly weekday: Weekday;
  readonly timeWindow?: TimeWindow;
}

/** Longer texts are read up to here: nobody names a day after that. */
const TEXT_CHARS_MAX = 2000;

interface Match {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly kind: DateRule["kind"];
}

/**
 * The day that a phrase means, standing on `today` (YYYY-MM-DD). Words around a day that mean nothing by themselves, parts
 * of the day and clock times are passed over; anything else, or two different days, leaves it unresolved. Never throws.
 */
export function resolveDate(text: string, today: string): ResolvedDate {
  if (!isDay(today)) return { problem: "unresolved" };
  const even = evenText(text.slice(0, TEXT_CHARS_MAX));
  const matches = matchesIn(even, today, true);
  const [first] = matches;
  if (!first || leftOver(even, matches) !== "") return { problem: "unresolved" };
  const problems = matches.filter((match) => "problem" in match.reading);
  if (problems[0] && "problem" in problems[0].reading) return problems[0].reading;
  const days = new Set(matches.map(({ reading }) => ("date" in reading ? reading.date : "")));
  const [date] = days;
  return days.size === 1 && date !== undefined ? { date, weekday: weekdayOf(date) } : { problem: "unresolved" };
}

/** Every day that a sentence names and that is not over, in reading order. Never throws. */
export function findDates(text: string, today: string): FoundDate[] {
  if (!isDay(today)) return [];
  const even = evenText(text.slice(0, TEXT_CHARS_MAX));
  const parts = partsIn(even);
  return matchesIn(even, today, false).flatMap(({ start, end, reading }) => {
    if (!("date" in reading)) return [];
    const { date } = reading;
    // "tonight" is a day and a part of it at once; "后天晚上" goes on with one.
    const inside = parts.find((part) => part.start >= start && part.end <= end);
    const next = parts.find((part) => part.start >= end && /^[\s的]*$/u.test(even.slice(end, part.start)));
    const before = parts.find((part) => part.end <= start && /^\s*(?:of|on|,)?\s*$/u.test(even.slice(part.end, start)) && /[a-z]/u.test(even.slice(part.start, part.end)));
    const window = (inside ?? next ?? before)?.window;
    const from = !inside && !next && before ? before.start : start;
    const to = next ? next.end : end;
    return [{ text: text.slice(from, to).trim(), start: from, end: to, date, weekday: weekdayOf(date), ...(window ? { timeWindow: window } : {}) }];
  });
}

/** The first day that a sentence names: "后天晚上从株洲到大同" has 后天晚上. */
export function findDate(text: string, today: string): FoundDate | undefined {
  return findDates(text, today)[0];
}

function isDay(today: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(today);
  return match !== null && isoDay(Number(match[1]), Number(match[2]), Number(match[3])) === today;
}

/** Leftmost first, the longest at each place, bare weekdays folded into the full dates that they label. */
export function matchesIn(even: string, today: string, alone: boolean): Match[] {
  const all = dateRules.flatMap((rule) => (rule.aloneOnly && !alone ? [] : matchesOf(rule, even, today, alone)));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  for (const match of all) {
    const last = kept.at(-1);
    if (last && match.start < last.end) continue;
    const label = last && labelled(last, match, even);
    if (label) kept[kept.length - 1] = label;
    else kept.push(match);
  }
  return kept;
}

function matchesOf(rule: DateRule, even: string, today: string, alone: boolean): Match[] {
  const matches: Match[] = [];
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(even); match; match = rule.pattern.exec(even)) {
    if (match[0] === "") break;
    const end = match.index + match[0].length;
    const rest = even.slice(end);
    const fits = alone || ((!rule.followedBy || rule.followedBy.test(rest)) && !rule.notFollowedBy?.test(rest));
    if (fits) matches.push({ start: match.index, end, reading: rule.read(match, today), kind: rule.kind });
  }
  return matches;
}

/** "Saturday, December 19" is one day; when the weekday is wrong, nobody knows which one is meant. */
function labelled(left: Match, right: Match, even: string): Match | undefined {
  if (!/^[\s,，、.(（的是]*$/u.test(even.slice(left.end, right.start))) return undefined;
  const [weekday, date] = left.kind === "weekday" ? [left, right] : [right, left];
  if (weekday.kind !== "weekday" || date.kind !== "full" || !("date" in date.reading) || !("date" in weekday.reading)) return undefined;
  const agrees = weekdayNumber(weekday.reading.date) === weekdayNumber(date.reading.date);
  return { start: left.start, end: right.end, kind: "full", reading: agrees ? date.reading : { problem: "unresolved" } };
}

const FILLERS = /(?<![\p{L}])(?:on|at|the|of|in|by|for|from|around|about|a|date|day|please|o'clock)(?![\p{L}])|[\s,，。.!！?？()（）的在是那天这天就吧呢]/gu;
const CLOCK = /\d{1,2}(?::\d{2}| ?[ap]\.?m\.?)+|[\d一二两三四五六七八九十]{1,3}点(?:钟|半|[一三]刻|[\d一二三四五六七八九十]{1,3}分?)?(?:左右|前|以前|之前|后|以后|之后|出发)?|(?:at )\d{1,2}(?!\d)|(?:at )?(?:noon|midnight)/gu;

/** What the matches, the parts of the day and the words that mean nothing do not account for. */
function leftOver(even: string, matches: readonly Match[]): string {
  return blank(even, [...matches, ...partsIn(even)]).replace(CLOCK, " ").replace(FILLERS, "");
}

/** The text with these parts of it blanked out; every other letter stays where it was. */
export function blank(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const letters = text.split("");
  for (const { start, end } of spans) letters.fill(" ", start, end);
  return letters.join("");
}
