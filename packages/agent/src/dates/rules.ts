/** Every way of naming a day that we know, as a pattern and the day it means. The ground rules are in vectors/dates/README.md. */
import { isoDay, lastOfMonth, partsOf, plusDays, plusMonths, weekdayNumber } from "./day.ts";
import { type Festival, festivals } from "./festivals.ts";
import { lunarDay } from "./lunar.ts";
import {
  ENGLISH_NUMBER, englishNumberOf, MONTH, monthOf, NUMBER, numberOf, ORDINAL, ordinalOf, WEEKDAY, weekdayNumberOf,
} from "./words.ts";

/** `pastDate`: the day that was said, where it is known. */
export type Reading = { readonly date: string } | { readonly problem: "unresolved" } | { readonly problem: "past"; readonly pastDate?: string };

export interface DateRule {
  /** Runs over `evenText`; global and unicode. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, today: string) => Reading;
  /** Holds only where the whole text is the date: "12-25" inside a sentence may be a range. */
  readonly aloneOnly?: boolean;
  /** What must follow inside a longer sentence. */
  readonly followedBy?: RegExp;
  /** What must not follow inside a longer sentence: 圣诞树 is no day. */
  readonly notFollowedBy?: RegExp;
  /** A bare weekday may stand beside a full date as its label. */
  readonly kind: "weekday" | "full" | "relative";
}

const PAST: Reading = { problem: "past" };
const UNRESOLVED: Reading = { problem: "unresolved" };

const known = (date: string | undefined): Reading => (date === undefined ? UNRESOLVED : { date });
/** A day that was said in full: it may lie in the past, and then it is asked about. */
const full = (date: string | undefined, today: string): Reading => (date !== undefined && date < today ? { problem: "past", pastDate: date } : known(date));

/** The first of the days of these years that is not over. */
function nextOf(dayIn: (year: number) => string | undefined, today: string, years = 12): Reading {
  const { year } = partsOf(today);
  for (let ahead = -1; ahead <= years; ahead++) {
    const date = dayIn(year + ahead);
    if (date !== undefined && date >= today) return { date };
  }
  return UNRESOLVED;
}

/** Monday of the week `weeks` after this one, plus the weekday. */
function inWeek(today: string, weeks: number, weekday: number): string | undefined {
  return plusDays(today, 7 * weeks + weekday - weekdayNumber(today));
}

function nextWeekday(today: string, weekday: number): string | undefined {
  return plusDays(today, (weekday - weekdayNumber(today) + 7) % 7);
}

/** The weekend begins on Saturday; on a Sunday this one has. */
function thisWeekend(today: string): string | undefined {
  return weekdayNumber(today) === 7 ? today : inWeek(today, 0, 6);
}

/** The day of the month `months` after this one. */
function dayOfMonth(today: string, months: number, day: number): string | undefined {
  const { year, month } = partsOf(today);
  const index = year * 12 + month - 1 + months;
  return isoDay(Math.floor(index / 12), (index % 12) + 1, day);
}

/** This month's, or that of the next month that has such a day. */
function nextDayOfMonth(today: string, day: number): Reading {
  for (let ahead = 0; ahead <= 12; ahead++) {
    const date = dayOfMonth(today, ahead, day);
    if (date !== undefined && date >= today) return { date };
  }
  return UNRESOLVED;
}

function endOfMonth(today: string, months: number): string | undefined {
  const first = dayOfMonth(today, months, 1);
  if (first === undefined) return undefined;
  const { year, month } = partsOf(first);
  return lastOfMonth(year, month);
}

/** Chinese words have no borders; Latin ones do. */
const zh = (source: string) => new RegExp(source, "gu");
const en = (source: string) => new RegExp(`(?<![\\p{L}\\d'])(?:${source})(?![\\p{L}\\d])`, "gu");

/** "今年", "明年", "2027年": the year it names. */
function yearOf(said: string | undefined, today: string): number | undefined {
  if (said === undefined || said === "") return undefined;
  const words = ["去", "今", "明", "后"].indexOf(said);
  return words >= 0 ? partsOf(today).year + words - 1 : numberOf(said);
}

/** Not in the middle of a number; the 六 of 周六 is none. */
const NOT_IN_NUMBER = "(?<!\\d|(?<![周期拜])[零〇一二三四五六七八九十])";
const YEAR = "(?:(\\d{4}|[一二][〇零一二三四五六七八九]{3}|去|今|明|后)年的?)?";
const WEEK = "(?:周|星期|礼拜)";
const AFTER = "(?:之后|以后|后)";

const WORD_RULES: readonly DateRule[] = [
  { kind: "relative", pattern: zh("今天|今日(?!头条)|今儿个?|今(?=早|晚|晨|夜)"), read: (_, today) => known(today) },
  { kind: "relative", pattern: zh("明天(?!会更好)|明日(?!方舟|之后)|明儿个?|明(?=早|晚|晨)"), read: (_, today) => known(plusDays(today, 1)) },
  { kind: "relative", pattern: zh("(?<!明)(大{0,3})后[天日]"), read: ([, more = ""], today) => known(plusDays(today, 2 + more.length)) },
  { kind: "relative", pattern: zh("大?前天|昨天|昨日|昨儿个?|昨(?=早|晚|夜)"), read: () => PAST },
  { kind: "relative", pattern: en("today|tonight|tonite|this (?:morning|afternoon|evening)"), read: (_, today) => known(today) },
  { kind: "relative", pattern: en("tomorrow|tommorrow|tomorow|tmr|tmrw"), read: (_, today) => known(plusDays(today, 1)) },
  { kind: "relative", pattern: en("(?:the )?day after tomorrow|overmorrow"), read: (_, today) => known(plusDays(today, 2)) },
  { kind: "relative", pattern: en(`yesterday|(?:the )?day before yesterday|last night|(?:last|past) ${WEEKDAY}`), read: () => PAST },
  {
    kind: "relative", pattern: en(`(?:in |after )?(${ENGLISH_NUMBER}) (days?|weeks?|fortnights?|months?)(?: from (?:now|today)| later|'? time| hence)|(?:in|after) (${ENGLISH_NUMBER}) (days?|weeks?|fortnights?|months?)(?:'? time)?`),
    read: ([, a, unitA, b, unitB], today) => later(today, englishNumberOf(a ?? b ?? ""), unitA ?? unitB ?? ""),
  },
  {
    kind: "relative", pattern: en(`(a|one|two|three|\\d{1,2}) weeks? (?:from|on) (tomorrow|${WEEKDAY})`),
    read: ([, count = "", day = ""], today) => {
      const base = day === "tomorrow" ? plusDays(today, 1) : nextWeekday(today, weekdayNumberOf(day));
      return base === undefined ? UNRESOLVED : later(base, englishNumberOf(count), "weeks");
    },
  },
  { kind: "relative", pattern: zh(`(?:再?过)?(${NUMBER})天${AFTER}|再?过(${NUMBER})天`), read: ([, a, b], today) => later(today, numberOf(a ?? b ?? ""), "days") },
  { kind: "relative", pattern: zh(`(?:再?过)?(${NUMBER})个?${WEEK}${AFTER}|再?过(${NUMBER})个?${WEEK}`), read: ([, a, b], today) => later(today, numberOf(a ?? b ?? ""), "weeks") },
  { kind: "relative", pattern: zh(`(?:再?过)?(${NUMBER})个月${AFTER}|再?过(${NUMBER})个月`), read: ([, a, b], today) => later(today, numberOf(a ?? b ?? ""), "months") },
  { kind: "relative", pattern: zh(`(?:再?过)?半个月${AFTER}|再?过半个月`), read: (_, today) => known(plusDays(today, 15)) },
];

function later(from: string, count: number, unit: string): Reading {
  if (!Number.isSafeInteger(count)) return UNRESOLVED;
  if (unit.startsWith("day")) return known(plusDays(from, count));
  if (unit.startsWith("week")) return known(plusDays(from, 7 * count));
  if (unit.startsWith("fortnight")) return known(plusDays(from, 14 * count));
  return known(plusMonths(from, count));
}

const HAN_WEEKDAYS = "一二三四五六日";
const hanWeekday = (letter: string) => (/\d/.test(letter) ? Number(letter) : letter === "天" ? 7 : HAN_WEEKDAYS.indexOf(letter) + 1);

/** "Sun" and "sat" are words of their own: short names count only where a sentence could stop or go on about time. */
const AFTER_SHORT = /^\s*(?:$|[,.!?;)]|(?:at|for|from|to|and|or|next|please|morning|afternoon|evening|night|noon|around|about|after|before|by)\b|\d)/u;

const WEEK_RULES: readonly DateRule[] = [
  {
    kind: "weekday",
    pattern: zh(`(?<![每一二两三四五六七八九十几\\d])${WEEK}([一二三四五六日天]|[1-7](?!\\d))(?![福围岁年个次边公大生天月餐])`),
    read: ([, letter = ""], today) => known(nextWeekday(today, hanWeekday(letter))),
  },
  {
    kind: "full",
    pattern: zh(`(上{1,2}|下{1,4}|这|本)个?${WEEK}(?:的?${WEEK})?([一二三四五六日天1-7])(?![\\d个次])`),
    read: ([, which = "", letter = ""], today) => {
      const weeks = which.startsWith("下") ? which.length : which.startsWith("上") ? -which.length : 0;
      return full(inWeek(today, weeks, hanWeekday(letter)), today);
    },
  },
  { kind: "full", pattern: zh("(?:这个?|本)?周末|这个?礼拜末"), read: (_, today) => known(thisWeekend(today)) },
  { kind: "full", pattern: zh("(下{1,4})个?周末"), read: ([, which = ""], today) => known(inWeek(today, which.length, 6)) },
  { kind: "full", pattern: zh("上个?周末"), read: () => PAST },
  {
    kind: "weekday", pattern: en(`(?<!every )(?<!each )(?:(?:this|coming|this coming|the coming|the|on) )?${WEEKDAY.replace("(?:", "(")}`),
    read: ([, name = ""], today) => known(nextWeekday(today, weekdayNumberOf(name))),
    followedBy: AFTER_SHORT,
  },
  {
    // The whole names, without a condition on what follows.
    kind: "weekday", pattern: en("(?<!every )(?<!each )(?:(?:this|coming|this coming|the coming|the|on) )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)"),
    read: ([, name = ""], today) => known(nextWeekday(today, weekdayNumberOf(name))),
  },
  { kind: "full", pattern: en(`(?:on )?next (?:week(?:'s)? )?(?:on )?(${WEEKDAY})`), read: ([, name = ""], today) => known(inWeek(today, 1, weekdayNumberOf(name))) },
  { kind: "full", pattern: en(`(?:on )?(?:the )?(${WEEKDAY}) (?:of |in )?next week`), read: ([, name = ""], today) => known(inWeek(today, 1, weekdayNumberOf(name))) },
  { kind: "full", pattern: en(`(?:on )?(?:the )?(${WEEKDAY}) (?:of )?this week|this week(?:'s)? (?:on )?(${WEEKDAY})`), read: ([, a, b], today) => full(inWeek(today, 0, weekdayNumberOf(a ?? b ?? "")), today) },
  { kind: "full", pattern: en(`(?:on )?(?:the )?(${WEEKDAY}) after next|next next (${WEEKDAY})`), read: ([, a, b], today) => known(inWeek(today, 2, weekdayNumberOf(a ?? b ?? ""))) },
  { kind: "full", pattern: en(`(?:on )?(${WEEKDAY}) week`), read: ([, name = ""], today) => {
    const base = nextWeekday(today, weekdayNumberOf(name));
    return base === undefined ? UNRESOLVED : known(plusDays(base, 7));
  } },
  { kind: "full", pattern: en("(?:on |at )?(?:the |this |this coming |the coming |coming )?weekend"), read: (_, today) => known(thisWeekend(today)) },
  { kind: "full", pattern: en("(?:the )?next weekend"), read: (_, today) => known(inWeek(today, 1, 6)) },
  { kind: "full", pattern: en("(?:the )?weekend after next"), read: (_, today) => known(inWeek(today, 2, 6)) },
  { kind: "full", pattern: en("last weekend"), read: () => PAST },
];

/** 28号 is a house, 5号 a battery, 3号 a metro line more often than a day when these stand beside it. */
const NOT_BEFORE_DAY = "(?<!\\d|(?<![周期拜])[零一二三四五六七八九十])(?<![.第路街巷弄道里园苑村坊城楼栋幢区段厦座\\p{Script=Latin}-])";
const NOT_AFTER_DAY = "(?!线|楼|院|店|厅|门|房|航|口|车|座|机|电池|球|篮|足球|字|码|馆|桌|位|铺|仓|公馆|出口|柜|衣|裤|文件|员|商|宿舍|教学|包|台|染|机油|汽油|游|元|料|技师|选手|公寓)";

/** "the 2nd floor", "the first one". */
const NOT_AFTER_ORDINAL = /^\s*(?:floor|one|street|st\b|avenue|ave\b|time|option|item|person|class|generation|gen\b|edition|season|row|terminal|gate|birthday|anniversary|result|offer|choice|century|place|hotel|cheapest|movie|film|train|flight|row|seat|prize|grade|year|book|part|episode|aid)/u;

/** Month and day without a year: the next such day. The 29th of February waits for a leap year. */
const monthDay = (month: number, day: number, today: string): Reading =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? nextOf((year) => isoDay(year, month, day), today) : UNRESOLVED;

/** Numbers with a slash are month/day, unless only the other order makes a day. */
function slashed(first: number, second: number, year: number | undefined, today: string): Reading {
  const [month, day] = first > 12 && second <= 12 ? [second, first] : [first, second];
  return year === undefined ? monthDay(month, day, today) : full(isoDay(year, month, day), today);
}

const CALENDAR_RULES: readonly DateRule[] = [
  {
    kind: "full", pattern: zh("(?<![\\d.\\-/])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d])"),
    read: ([, year, , month, day], today) => full(isoDay(Number(year), Number(month), Number(day)), today),
  },
  { kind: "full", aloneOnly: true, pattern: zh("(?<!\\d)(20\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)"), read: ([, year, month, day], today) => full(isoDay(Number(year), Number(month), Number(day)), today) },
  {
    kind: "full", pattern: zh("(?<![\\d.\\-/])(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)"),
    read: ([, first, , second, year], today) => slashed(Number(first), Number(second), Number(year), today),
  },
  { kind: "full", pattern: zh("(?<![\\d.\\-/¥$])(\\d{1,2})/(\\d{1,2})(?![\\d/.]|\\s*(?:pizza|kg|lb|cup|折))"), read: ([, first, second], today) => slashed(Number(first), Number(second), undefined, today) },
  { kind: "full", aloneOnly: true, pattern: zh("(?<![\\d.\\-/])(\\d{1,2})[-.](\\d{1,2})(?![\\d.\\-/])"), read: ([, first, second], today) => slashed(Number(first), Number(second), undefined, today) },
  {
    // Inside a sentence 12.25 is a day only when its day has two digits and no unit or currency stands beside it.
    kind: "full", pattern: zh("(?<![\\d.¥$€£-])(1[0-2]|[1-9])\\.([0-3]\\d)(?![\\d.]|\\s*(?:元|块|米|寸|英寸|升|公斤|斤|kg|g\\b|m\\b|cm|ml|l\\b|折|倍|%|yuan|rmb|dollars|usd|tb|gb|hz))"),
    read: ([, month, day], today) => monthDay(Number(month), Number(day), today),
    followedBy: /^\s*(?:$|[号日去到从飞出入的,，。!！?？晚早上下中]|周|星期)/u,
  },
  {
    kind: "full", pattern: zh(`${NOT_IN_NUMBER}${YEAR}(${NUMBER})月(?:份的?)?(${NUMBER})(?:[号日]|(?![个份月点:%年\\d块元]))`),
    read: ([, year, month = "", day = ""], today) => {
      const inYear = yearOf(year, today);
      const [m, d] = [numberOf(month), numberOf(day)];
      return inYear === undefined ? monthDay(m, d, today) : full(isoDay(inYear, m, d), today);
    },
  },
  { kind: "full", pattern: zh(`${NOT_BEFORE_DAY}(${NUMBER})[号日]${NOT_AFTER_DAY}`), read: ([, day = ""], today) => nextDayOfMonth(today, numberOf(day)) },
  {
    kind: "full", pattern: zh(`(这|本|下{1,3})个?月的?(${NUMBER})[号日]`),
    read: ([, which = "", day = ""], today) => full(dayOfMonth(today, which.startsWith("下") ? which.length : 0, numberOf(day)), today),
  },
  { kind: "full", pattern: zh("(?:这个?|本)?月(?:底|末)|(?:这个|本)月的?最后一天"), read: (_, today) => known(endOfMonth(today, 0)) },
  { kind: "full", pattern: zh("(下{1,3})个?月(?:底|末|的?最后一天)"), read: ([, which = ""], today) => known(endOfMonth(today, which.length)) },
  {
    kind: "full", pattern: zh(`${YEAR}(${NUMBER})月(?:份的?)?(?:底|末|的?最后一天)`),
    read: ([, year, month = ""], today) => {
      const inYear = yearOf(year, today);
      const end = (each: number) => lastOfMonth(each, numberOf(month));
      return inYear === undefined ? nextOf(end, today) : full(end(inYear), today);
    },
  },
  { kind: "full", pattern: zh("(?:今年)?年(?:底|末)|今年的?最后一天"), read: (_, today) => known(isoDay(partsOf(today).year, 12, 31)) },
  {
    kind: "full", pattern: en(`(?:on )?(?:the )?(${MONTH})\\.? ?(?:the )?(${ORDINAL}|\\d{1,2})(?!:|\\.\\d| ?[ap]\\.?m\\b| people| persons| tickets| pieces)(?:(?:,|,? ) ?(?:in )?(20\\d\\d)(?!:))?`),
    read: ([, month = "", day = "", year], today) => named(month, day, year, today),
  },
  {
    kind: "full", pattern: en(`(?:on )?(?:the )?(${ORDINAL}|\\d{1,2}) (?:day )?(?:of )?(${MONTH})\\.?(?:(?:,|,? ) ?(20\\d\\d)(?!:))?`),
    read: ([, day = "", month = "", year], today) => named(month, day, year, today),
  },
  { kind: "full", pattern: en(`(?:on |by |for )?the (?!first|second|third)(${ORDINAL})(?: of (?:this|the) month)?`), read: ([, day = ""], today) => nextDayOfMonth(today, ordinalOf(day)), notFollowedBy: NOT_AFTER_ORDINAL },
  { kind: "full", pattern: en(`(?:on |by |for )?the (first|second|third) of (?:this|the) month`), read: ([, day = ""], today) => nextDayOfMonth(today, ordinalOf(day)) },
  { kind: "full", pattern: en("(?:on|by) (\\d{1,2}(?:st|nd|rd|th))"), read: ([, day = ""], today) => nextDayOfMonth(today, ordinalOf(day)), notFollowedBy: NOT_AFTER_ORDINAL },
  { kind: "full", aloneOnly: true, pattern: en("\\d{1,2}(?:st|nd|rd|th)"), read: ([day], today) => nextDayOfMonth(today, ordinalOf(day)) },
  {
    kind: "full", pattern: en(`(?:on )?(?:the )?(${ORDINAL})(?: day)? (?:of )?next month|next month,? (?:on )?the (${ORDINAL})`),
    read: ([, a, b], today) => known(dayOfMonth(today, 1, ordinalOf(a ?? b ?? ""))),
  },
  { kind: "full", pattern: en("(?:at |by )?(?:the )?(?:end|last day) of (?:the|this) month|(?:the )?month[- ]end|eom"), read: (_, today) => known(endOfMonth(today, 0)) },
  { kind: "full", pattern: en("(?:at |by )?(?:the )?(?:end|last day) of next month"), read: (_, today) => known(endOfMonth(today, 1)) },
  { kind: "full", pattern: en(`(?:at |by )?(?:the )?(?:end|last day) of (${MONTH})`), read: ([, month = ""], today) => nextOf((year) => lastOfMonth(year, monthOf(month)), today) },
  { kind: "full", pattern: en("(?:at |by )?(?:the )?(?:end|last day) of (?:the|this) year"), read: (_, today) => known(isoDay(partsOf(today).year, 12, 31)) },
];

function named(month: string, day: string, year: string | undefined, today: string): Reading {
  const [m, d] = [monthOf(month), /^\d+$/.test(day) ? Number(day) : ordinalOf(day)];
  return year === undefined ? monthDay(m, d, today) : full(isoDay(Number(year), m, d), today);
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const lunarMonth = (name: string) => LUNAR_MONTHS[name] ?? numberOf(name);
/** 初三 is also the third year of middle school. */
const NOT_SCHOOL = "(?![一二三四五六七八九十\\d]|学生|数学|英语|语文|物理|化学|年级|下册|上册|教材|班|中|级|恋|心)";

function lunarDate(year: string | undefined, month: number, day: number, today: string): Reading {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 30)) return UNRESOLVED;
  const inYear = yearOf(year, today);
  return inYear === undefined ? nextOf((each) => lunarDay(each, month, day), today, 40) : full(lunarDay(inYear, month, day), today);
}

const LUNAR_RULES: readonly DateRule[] = [
  { kind: "full", pattern: zh(`(?:农历|阴历|旧历)${YEAR}的?(正|冬|腊|${NUMBER})月初?(${NUMBER})[号日]?`), read: ([, year, month = "", day = ""], today) => lunarDate(year, lunarMonth(month), numberOf(day), today) },
  { kind: "full", pattern: zh(`${YEAR}(正|冬|腊)月初?(${NUMBER})`), read: ([, year, month = "", day = ""], today) => lunarDate(year, lunarMonth(month), numberOf(day), today) },
  { kind: "full", pattern: zh(`${NOT_IN_NUMBER}${YEAR}(${NUMBER})月初([一二三四五六七八九十])(?!级)`), read: ([, year, month = "", day = ""], today) => lunarDate(year, lunarMonth(month), numberOf(day), today) },
  { kind: "full", pattern: zh(`(?<![月正冬腊当最起年])(?:大年|年)初([一二三四五六七八九十])|(?<![月正冬腊当最起年])初([一二三四五六七八九十])${NOT_SCHOOL}`), read: ([, a, b], today) => lunarDate(undefined, 1, numberOf(a ?? b ?? ""), today) },
];

/** Things that are named after a festival. */
const FESTIVAL_GOODS = /^的?\s*(?:树|帽|老人|装饰|礼物|礼盒|礼品|市集|集市|袜|服装|衣服|服|灯会|灯笼|卡|歌|月饼|粽子|花灯|面具|糖果|糖|巧克力|蛋糕|香囊|晚会|套装|贺卡|音乐会|演唱会|烟花|红包|对联|春联|布置|鲜花|花束|大餐|饼干|粥|蒜|茶|路|街|广场|大道|商圈|上河|团子|限定|联欢|款|电影|(?:tree|lights?|market|gifts?|presents?|jumper|sweater|cards?|decorations?|hats?|party|dinner|movie|film|music|costume|masks?|candy|candies|pudding|cake|chocolates?|flowers?|roses?|stockings?|socks?|carol|songs?|concert|show|eggs?|bunny|menu|outfit|fireworks|wrapping|cookies?|box|hamper|concept|orleans|york|zealand|balance)\b)/u;
const DAY_EXPECTED = /^\s*(?:那天|当天|那日|这天|期间|假期|晚上|早上|节气|的?(?:机票|火车票|高铁|航班)|$)/u;

const MANY = "(一|两|二|三|四|五|六|七|\\d)";

function festivalRules(festival: Festival): DateRule[] {
  const latin = festival.names.filter((name) => /[a-z]{2}/u.test(name.replaceAll(/\(\?[:=!<]*/gu, "")) || name.startsWith("(?:the"));
  const han = festival.names.filter((name) => !latin.includes(name));
  const limits = { ...(festival.aloneOnly ? { followedBy: DAY_EXPECTED } : {}), notFollowedBy: FESTIVAL_GOODS };
  const shifted = (year: number | undefined, days: number, today: string): Reading => {
    const dayIn = (each: number) => {
      const date = festival.dayIn(each);
      return date === undefined ? undefined : plusDays(date, days);
    };
    return year === undefined ? nextOf(dayIn, today) : full(dayIn(year), today);
  };
  const rules: DateRule[] = [];
  if (han.length > 0) {
    const names = `(?<![\\d二三四五六七八九十双])${YEAR}(?:${han.join("|")})(?![个点杯块份位\\d])`;
    const read = ([, year]: RegExpExecArray, today: string) => shifted(yearOf(year, today), 0, today);
    rules.push({ kind: "full", pattern: zh(names), read, ...limits }, { kind: "full", pattern: zh(`${names}的?(?:那天|当天|那日|节气)`), read });
    if (!festival.aloneOnly) {
      rules.push(
        { kind: "full", pattern: zh(`${names}(?:的?前${MANY}天|前夕|前夜)`), read: ([, year, days = "一"], today) => shifted(yearOf(year, today), -numberOf(days), today) },
        { kind: "full", pattern: zh(`${names}的?后${MANY}天|${names}的?(?:第二天|次日)`), read: ([, year, days = "一", other], today) => shifted(yearOf(year ?? other, today), numberOf(days), today) },
      );
    }
  }
  if (latin.length > 0) {
    const names = `(?:${latin.join("|")})`;
    rules.push({
      kind: "full", pattern: en(`(?:on |at |for |by |over )?(?:(next|this) year'?s )?${names}(?:,? (?:in )?(20\\d\\d))?`),
      read: ([, which, year], today) => shifted(which ? partsOf(today).year + (which === "next" ? 1 : 0) : year === undefined ? undefined : Number(year), 0, today),
      ...limits,
    });
    rules.push({
      kind: "full", pattern: en(`(?:on )?(?:the day|(one|two|three|four|five|six|seven|\\d) days?) (before|after) ${names}`),
      read: ([, days = "one", side], today) => shifted(undefined, (side === "before" ? -1 : 1) * englishNumberOf(days), today),
    });
  }
  return rules;
}

/** 十一 is a number everywhere but where a day is expected. */
const NATIONAL_DAY: DateRule = {
  kind: "full", pattern: zh("(?<![\\d零一二三四五六七八九十百第双])十一(?![月点个号日分块元岁人张杯份时天周年楼中学位只件瓶盒次层排])"),
  read: (_, today) => nextOf((year) => isoDay(year, 10, 1), today),
  followedBy: /^\s*(?:假期|黄金周|长假|期间|那天|当天|前|后|从|去|飞|回|出发|$)/u,
};

/** In no order of importance: at each place the longest match counts. */
export const dateRules: readonly DateRule[] = [
  ...WORD_RULES, ...WEEK_RULES, ...CALENDAR_RULES, ...LUNAR_RULES, NATIONAL_DAY, ...festivals.flatMap(festivalRules),
];
