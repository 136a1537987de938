/** Times of day and moments from now, as people say them. */
import { daysBetween } from "./day.ts";
import { blank, findDates, matchesIn } from "./find.ts";
import { ENGLISH_NUMBER, englishNumberOf, evenText, NUMBER, numberOf } from "./words.ts";
import { partsIn, type TimeWindow } from "./windows.ts";

/** What the person's clock shows. */
export interface Now {
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
}

export type ResolvedTime =
  /** `dayOffset` counts days from today. The time may already be over today: that is for the caller to ask about. */
  | { readonly time: string; readonly dayOffset: number }
  | { readonly inMinutes: number }
  | { readonly problem: "unresolved" | "past" };

export type FoundTime = { readonly text: string; readonly start: number; readonly end: number } & Exclude<ResolvedTime, { problem: string }>;

interface Clock {
  readonly start: number;
  readonly end: number;
  /** Minutes after the midnight with which the day begins. */
  readonly minutes: number;
  /** The hour was said with am or pm, or cannot be meant otherwise: parts of the day do not move it. */
  readonly settled: boolean;
  /** Midnight with no day beside it is the coming one. */
  readonly midnight?: boolean;
}

interface Rule<Result> {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Result | undefined;
}

const en = (source: string) => new RegExp(`(?<![\\p{L}\\d'.:])(?:${source})(?![\\p{L}\\d])`, "gu");
const zh = (source: string) => new RegExp(source, "gu");

const HOUR_UNIT = "hours?|hrs?|h";
const MINUTE_UNIT = "minutes?|mins?";
const LATER = " (?:from now|later)";

/** "In an hour": minutes from now. */
const MOMENTS: readonly Rule<number>[] = [
  { pattern: zh("现在|马上|立刻|立即|即刻|这就|尽快|越快越好"), read: () => 0 },
  { pattern: en("(?:right )?now|right away|straight away|immediately|asap|as soon as possible"), read: () => 0 },
  { pattern: zh("(?:再?过)?半个?(?:小时|钟头)(?:之后|以后|后)?"), read: () => 30 },
  { pattern: zh(`(?:再?过)?(${NUMBER})个?半(?:小时|钟头)(?:之后|以后|后)?`), read: ([, hours = ""]) => 60 * numberOf(hours) + 30 },
  {
    pattern: zh(`(?:再?过)?(${NUMBER}|\\d+\\.\\d)个?(?:小时|钟头)(?:零?(${NUMBER})分钟?)?(?:之后|以后|后)?`),
    read: ([, hours = "", minutes]) => Math.round(60 * (hours.includes(".") ? Number(hours) : numberOf(hours))) + (minutes ? numberOf(minutes) : 0),
  },
  { pattern: zh(`(?:再?过)?(${NUMBER})分钟?(?:之后|以后|后)|再?过(${NUMBER})分钟`), read: ([, a, b]) => numberOf(a ?? b ?? "") },
  { pattern: zh(`(?:再?过)?([一二三两]?)刻钟(?:之后|以后|后)?`), read: ([, count = ""]) => 15 * (count === "" ? 1 : numberOf(count)) },
  { pattern: en(`in (?:about )?half an hour|half an hour${LATER}`), read: () => 30 },
  { pattern: en(`in (?:about )?(?:a )?quarter of an hour`), read: () => 15 },
  { pattern: en(`in (?:about )?(${ENGLISH_NUMBER}) (?:${HOUR_UNIT}) and a half|in (?:about )?(one|two|three|four|five|\\d) and a half (?:${HOUR_UNIT})`), read: ([, a, b]) => 60 * englishNumberOf(a ?? b ?? "") + 30 },
  { pattern: en(`in (?:about )?(\\d+\\.\\d) ?(?:${HOUR_UNIT})`), read: ([, hours = ""]) => Math.round(60 * Number(hours)) },
  {
    pattern: en(`in (?:about )?(${ENGLISH_NUMBER}) ?(?:${HOUR_UNIT})(?:,? (?:and )?(${ENGLISH_NUMBER}) ?(?:${MINUTE_UNIT}))?|(${ENGLISH_NUMBER}) (?:${HOUR_UNIT})${LATER}`),
    read: ([, hours, minutes, other]) => 60 * englishNumberOf(hours ?? other ?? "") + (minutes ? englishNumberOf(minutes) : 0),
  },
  { pattern: en(`in (?:about )?(${ENGLISH_NUMBER}) ?(?:${MINUTE_UNIT})|(${ENGLISH_NUMBER}) (?:${MINUTE_UNIT})${LATER}`), read: ([, a, b]) => englishNumberOf(a ?? b ?? "") },
];

const HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const HALF = "(a\\.? ?m|p\\.? ?m)\\.?";

type Reading = Omit<Clock, "start" | "end">;

const at = (hour: number, minute: number, half?: string): Reading | undefined => {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return undefined;
  if (half === undefined) return { minutes: 60 * (hour % 24) + minute, settled: hour > 12 || hour === 0, ...(hour === 24 ? { midnight: true } : {}) };
  if (hour < 1 || hour > 12) return undefined;
  const minutes = 60 * ((hour % 12) + (half.startsWith("p") ? 12 : 0)) + minute;
  return { minutes, settled: true, ...(minutes === 0 ? { midnight: true } : {}) };
};
const hourOf = (said: string) => englishNumberOf(said);
const minuteWords: Readonly<Record<string, number>> = { quarter: 15, half: 30, thirty: 30, fifteen: 15, "forty-five": 45, "twenty-five": 25 };
const minutesOf = (said: string) => minuteWords[said.replace(" ", "-")] ?? englishNumberOf(said);

/** 来一点水果, 便宜一点: a little of something, unless it goes on as a time does. */
const A_LITTLE = "(?<=[来买要吃喝宜快早晚大小好有再贵少多高低近远慢差])一点|一点(?!钟|半|[一三]刻|\\d|[零二三四五]?十|零|左右|[前后以之到]|出发|开始|[,，。\\s]|$)";

const CLOCKS: readonly Rule<Reading>[] = [
  { pattern: zh("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?![\\d:])"), read: ([, hour, minute]) => at(Number(hour), Number(minute)) },
  { pattern: en(`(\\d{1,2})[:.](\\d{2}) ?${HALF}`), read: ([, hour, minute, half]) => at(Number(hour), Number(minute), half) },
  { pattern: en(`(\\d{1,2}|${HOUR_WORDS}) ?(?:o'clock )?${HALF}`), read: ([, hour = "", half]) => at(hourOf(hour), 0, half) },
  { pattern: en(`(${HOUR_WORDS}) (thirty|fifteen|forty[- ]five|ten|twenty)(?: ?${HALF})?`), read: ([, hour = "", minute = "", half]) => at(hourOf(hour), minutesOf(minute), half) },
  { pattern: en(`(\\d{1,2}|${HOUR_WORDS}) ?o'clock`), read: ([, hour = ""]) => at(hourOf(hour), 0) },
  {
    pattern: en(`(?:a )?(half|quarter|five|ten|twenty|twenty[- ]five|\\d{1,2}) past (\\d{1,2}|${HOUR_WORDS})(?: ?${HALF})?`),
    read: ([, minute = "", hour = "", half]) => at(hourOf(hour), minutesOf(minute), half),
  },
  {
    pattern: en(`(?:a )?(quarter|five|ten|twenty|twenty[- ]five|\\d{1,2}) to (\\d{1,2}|${HOUR_WORDS})(?: ?${HALF})?`),
    read: ([, minute = "", hour = "", half]) => {
      const whole = at(hourOf(hour), 0, half);
      return whole && { ...whole, minutes: (whole.minutes - minutesOf(minute) + 1440) % 1440 };
    },
  },
  { pattern: en("(?:at |around )?(?:noon|midday|12 noon)"), read: () => ({ minutes: 720, settled: true }) },
  { pattern: en("(?:at |around )?(?:12 )?midnight"), read: () => ({ minutes: 0, settled: true, midnight: true }) },
  { pattern: zh("零点|午夜|半夜十二点|半夜12点"), read: () => ({ minutes: 0, settled: true, midnight: true }) },
  { pattern: zh("(?:正午|中午)(?![\\d一二三四五六七八九十]{1,3}点|\\d{1,2}:)"), read: () => ({ minutes: 720, settled: true }) },
  {
    pattern: zh(`(?<![\\d.第]|(?<![周期拜])[一二三四五六七八九十])(?!${A_LITTLE})(${NUMBER})(?:点钟?|时(?!代|间|候|装|尚|光))(?:(半)|([一三])刻|零?(${NUMBER})分?(?![个杯份张块元人位折倍米公斤]))?(?![\\d])`),
    read: ([, hour = "", half, quarter, minute]) => at(numberOf(hour), half ? 30 : quarter ? 15 * numberOf(quarter) : minute ? numberOf(minute) : 0),
  },
  { pattern: zh(`差(一刻|${NUMBER}分)(?:钟)?(${NUMBER})点`), read: ([, less = "", hour = ""]) => at(numberOf(hour) - 1, 60 - (less === "一刻" ? 15 : numberOf(less.slice(0, -1)))) },
  { pattern: zh(`(${NUMBER})点差(一刻|${NUMBER}分)`), read: ([, hour = "", less = ""]) => at(numberOf(hour) - 1, 60 - (less === "一刻" ? 15 : numberOf(less.slice(0, -1)))) },
];

/** A bare number is an hour only after "at" or beside a part of the day: "6 tomorrow morning", "tomorrow at 9". */
const BARE_HOURS: readonly Rule<Reading>[] = [
  { pattern: en(`(?:at|around|about|by|@) (\\d{1,2}|${HOUR_WORDS})(?! (?:people|yuan|dollars|tickets|pieces|nights|days|hours|minutes))(?![.:]\\d)`), read: ([, hour = ""]) => at(hourOf(hour), 0) },
  { pattern: en(`(\\d{1,2}|${HOUR_WORDS})(?= (?:in the|tomorrow|tonight|this (?:morning|afternoon|evening)|at night))`), read: ([, hour = ""]) => at(hourOf(hour), 0) },
];

function longest<Result>(rules: readonly Rule<Result>[], even: string): { start: number; end: number; result: Result }[] {
  const all = rules.flatMap(({ pattern, read }) =>
    Array.from(even.matchAll(pattern)).flatMap((match) => {
      const result = read(match);
      return result === undefined || (typeof result === "number" && !Number.isFinite(result)) ? [] : [{ start: match.index, end: match.index + match[0].length, result }];
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof all = [];
  for (const each of all) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

function clocksIn(even: string): Clock[] {
  const sure = longest(CLOCKS, even);
  const free = blank(even, sure);
  return [...sure, ...longest(BARE_HOURS, free)]
    .map(({ start, end, result }) => ({ start, end, ...result }))
    .sort((a, b) => a.start - b.start);
}

/** Minutes from the start of the day, with a part of the day put to the hour: 晚上七点, "7 in the evening". */
function placed(clock: Clock, part: TimeWindow | undefined): number {
  if (clock.settled || !part) return clock.minutes;
  const [from] = part;
  const hour = Math.floor(clock.minutes / 60);
  // Twelve at night and one at night belong to the coming morning; a small hour in the small hours to this one.
  if (from >= "17:00") return hour === 12 ? clock.minutes + 720 : hour >= 1 && hour < (from >= "22:00" ? 6 : 5) ? clock.minutes + 1440 : clock.minutes + 720;
  if (from === "00:00") return hour === 12 ? clock.minutes - 720 : clock.minutes;
  if (from === "12:00") return hour === 12 ? clock.minutes : clock.minutes + 720;
  if (from === "11:00") return hour < 4 ? clock.minutes + 720 : clock.minutes;
  return clock.minutes;
}

const FILLERS = /(?<!\p{L})(?:at|in|on|the|of|for|by|around|about|from|please|sharp|exactly|o'clock|leave|leaving|departing|pick me up|@)(?!\p{L})|[\s,，。.!！?？的在就吧呢左右出发钟约大概]/gu;

/** Read everything that is time in the text. `strict`: nothing else may be there. */
function timeIn(text: string, now: Now, strict: boolean): (FoundTime & { readonly clean: boolean }) | undefined {
  const even = evenText(text.slice(0, 2000));
  const [moment] = longest(MOMENTS, even);
  const clocks = clocksIn(even);
  const [clock] = clocks;
  if (moment && (!clock || moment.start <= clock.start)) {
    const clean = blank(even, [moment]).replace(FILLERS, "") === "";
    return { text: text.slice(moment.start, moment.end), start: moment.start, end: moment.end, inMinutes: moment.result, clean };
  }
  const withoutClocks = blank(even, clocks);
  const parts = partsIn(withoutClocks);
  const dates = findDates(withoutClocks, now.date);
  let bareClock: Clock | undefined;
  if (!clock) {
    // "tomorrow 9": a lone number beside a day, where nothing but a time is expected.
    const bare = strict ? /^\s*(\d{1,2})\s*$/u.exec(blank(withoutClocks, [...parts, ...matchesIn(withoutClocks, now.date, false)]).replace(/\b(?:at|on)\b/gu, "  ")) : null;
    const reading = bare && at(Number(bare[1]), 0);
    if (reading) bareClock = { start: 0, end: even.length, ...reading };
  }
  const chosen = clock ?? bareClock;
  return chosen && settle(chosen);

  function settle(found: Clock): (FoundTime & { readonly clean: boolean }) | undefined {
    const near = (span: { readonly start: number; readonly end: number }) =>
      strict || /^(?:[\s,的]|\b(?:at|in|on|the)\b)*$/u.test(span.end <= found.start ? even.slice(span.end, found.start) : even.slice(found.end, span.start));
    const date = dates.find(near);
    const part = parts.find((each) => near(each) || (date && each.start >= date.start && each.end <= date.end));
    let days = date ? daysBetween(now.date, date.date) : 0;
    let minutes = placed(found, part?.window);
    // 零点 and midnight are the coming ones; "friday 12am" is where Friday begins, "friday midnight" where it ends.
    const smallHour = part?.window[0] === "00:00" && minutes === 0;
    if ((found.midnight || smallHour) && (!date || days === 0 || /midnight|午夜|24/u.test(even.slice(found.start, found.end)))) minutes += minutes < 1440 ? 1440 : 0;
    days += Math.floor(minutes / 1440);
    minutes %= 1440;
    const spans = [found, ...(date ? [date] : []), ...(part ? [part] : [])];
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const rest = blank(even, [...clocks, ...parts, ...matchesIn(withoutClocks, now.date, false)]).replace(FILLERS, "");
    return { text: text.slice(start, end).trim(), start, end, time, dayOffset: days, clean: clocks.length <= 1 && (rest === "" || found === bareClock) };
  }
}

/**
 * The time that a phrase means: "明早六点" is 06:00 one day on, "in half an hour" 30 minutes from now. A time without
 * morning or evening is taken as written. Anything else in the phrase leaves it unresolved. Never throws.
 */
export function resolveTime(text: string, now: Now): ResolvedTime {
  const found = timeIn(text, now, true);
  if (!found || !found.clean) return { problem: "unresolved" };
  return "inMinutes" in found ? { inMinutes: found.inMinutes } : { time: found.time, dayOffset: found.dayOffset };
}

/** The first time that a sentence names, with the day beside it. Never throws. */
export function findTime(text: string, now: Now): FoundTime | undefined {
  const found = timeIn(text, now, false);
  if (!found) return undefined;
  const { clean: _, ...rest } = found;
  return rest;
}

/** Where clock times and moments stand in a sentence: numbers in there count nothing. */
export function timeSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  const even = evenText(text.slice(0, 2000));
  return [...longest(MOMENTS, even), ...clocksIn(even), ...partsIn(even)]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

export interface FoundWindow {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly window: TimeWindow;
}

const clockText = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * The hours that a sentence asks for: 早上, "tonight", "after 6pm", 三点以前; a clock time stands for the hour on both sides
 * of it. Undefined when no time of day is named. Never throws.
 */
export function findTimeWindow(text: string): FoundWindow | undefined {
  const even = evenText(text.slice(0, 2000));
  if (longest(MOMENTS, even).length > 0) return undefined;
  const parts = partsIn(even);
  const [clock] = clocksIn(even);
  if (clock) {
    const part = parts.find((each) => /^[\s的]*(?:(?:at|in|on|the)\s+)*$/u.test(each.end <= clock.start ? even.slice(each.end, clock.start) : even.slice(clock.end, each.start)));
    const minutes = placed(clock, part?.window);
    const after = /^\s*(?:之?后|以后|or later|onwards?)/u.exec(even.slice(clock.end));
    const before = /^\s*(?:之?前|以前|or earlier)/u.exec(even.slice(clock.end));
    const lead = /(?:(after|since|from|晚于)|(before|by|until|earlier than|早于))\s*$/u.exec(even.slice(0, Math.min(clock.start, part?.start ?? clock.start)));
    const start = Math.min(clock.start, part && part.end <= clock.start ? part.start : clock.start);
    const end = Math.max(clock.end, part?.end ?? 0) + (after ?? before ?? [""])[0].length;
    const window: TimeWindow =
      // One at night belongs to the next morning: late is as near as a window of this day comes.
      minutes >= 1440 ? ["22:00", "24:00"]
      : after || lead?.[1] ? [clockText(minutes), "24:00"]
      : before || lead?.[2] ? ["00:00", clockText(Math.max(minutes, 1))]
      : [clockText(Math.max(0, minutes - 60)), clockText(Math.min(1440, minutes + 60))];
    return { text: text.slice(start, end), start, end, window };
  }
  const [part] = parts;
  return part && { text: text.slice(part.start, part.end), start: part.start, end: part.end, window: part.window };
}

export function timeWindow(text: string): TimeWindow | undefined {
  return findTimeWindow(text)?.window;
}
