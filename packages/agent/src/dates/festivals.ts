/**
 * Festivals by name. Each knows its day in a given year; the year of a lunar festival is the one in which its lunar year
 * begins, or ends for those before the Spring Festival.
 */
import { isoDay, plusDays, weekdayNumber } from "./day.ts";
import { lunarDay, lunarNewYearsEve, type SolarTerm, solarTermDay, solarTerms } from "./lunar.ts";

export interface Festival {
  /** Names as regular expression sources, in the language of the alphabet they are written in. */
  readonly names: readonly string[];
  /** Undefined where the year is outside what is known. Must be strictly increasing in `year`. */
  readonly dayIn: (year: number) => string | undefined;
  /** The name means a day only where a day is expected: alone, or before 那天, 当天, 期间. Elsewhere it is a number or a thing. */
  readonly aloneOnly?: boolean;
}

const fixed = (month: number, day: number) => (year: number) => isoDay(year, month, day);
const lunar = (month: number, day: number) => (year: number) => lunarDay(year, month, day);
/** Festivals of the twelfth lunar month fall into January or February of `year`. */
const beforeSpring = (day: number) => (year: number) => lunarDay(year - 1, 12, day);

/** The nth (1-5) given weekday of a month; -1 is the last one. */
function nth(month: number, weekday: number, count: number): (year: number) => string | undefined {
  return (year) => {
    if (count < 0) {
      const after = isoDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
      const last = after && plusDays(after, -1);
      return last && plusDays(last, -((weekdayNumber(last) - weekday + 7) % 7));
    }
    const first = isoDay(year, month, 1);
    return first && plusDays(first, ((weekday - weekdayNumber(first) + 7) % 7) + 7 * (count - 1));
  };
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): string | undefined {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const afterEaster = (days: number) => (year: number) => {
  const sunday = easter(year);
  return sunday && plusDays(sunday, days);
};

const thanksgiving = nth(11, 4, 4);
const afterThanksgiving = (days: number) => (year: number) => {
  const thursday = thanksgiving(year);
  return thursday && plusDays(thursday, days);
};

const term = (name: string) => {
  const found = solarTerms.find((each) => each.zh === name) as SolarTerm;
  return (year: number) => solarTermDay(found, year);
};

const PLAIN_TERMS = new Set(["清明", "冬至", "夏至", "立春", "立秋"]);

export const festivals: readonly Festival[] = [
  { names: ["元旦节?", "新年第一天", "new year'?s? day", "new years? day"], dayIn: fixed(1, 1) },
  { names: ["new year"], dayIn: fixed(1, 1), aloneOnly: true },
  { names: ["腊八节?", "laba(?: festival)?"], dayIn: beforeSpring(8) },
  { names: ["martin luther king(?: jr\\.?)? day", "mlk day"], dayIn: nth(1, 1, 3) },
  { names: ["australia day"], dayIn: fixed(1, 26) },
  { names: ["北方小年", "小年夜?"], dayIn: beforeSpring(23) },
  { names: ["除夕夜?", "大?年三十", "大年夜", "年夜(?!饭)", "三十晚上", "(?:chinese|lunar) new year'?s? eve", "cny eve", "spring festival eve"], dayIn: lunarNewYearsEve },
  { names: ["春节", "农历新年", "中国新年", "大年初一", "正月初一", "年初一", "过年", "过春节", "新春", "(?:the )?(?:chinese|lunar) new year(?:'?s day)?", "(?:the )?spring festival", "cny"], dayIn: lunar(1, 1) },
  { names: ["元宵佳节", "元宵节", "上元节", "正月十五", "(?:the )?lantern festival"], dayIn: lunar(1, 15) },
  { names: ["元宵"], dayIn: lunar(1, 15), aloneOnly: true },
  { names: ["情人节", "valentine'?s?(?: day)?", "valentines day"], dayIn: fixed(2, 14) },
  { names: ["presidents?'? day", "president's day"], dayIn: nth(2, 1, 3) },
  { names: ["龙抬头", "二月二龙抬头"], dayIn: lunar(2, 2) },
  { names: ["(?:三八)?(?:国际)?(?:劳动)?妇女节", "三八节", "女神节", "女王节", "(?:international )?women'?s day"], dayIn: fixed(3, 8) },
  { names: ["三八"], dayIn: fixed(3, 8), aloneOnly: true },
  { names: ["植树节", "arbor day"], dayIn: fixed(3, 12) },
  { names: ["白色情人节", "white day"], dayIn: fixed(3, 14) },
  { names: ["消费者权益日"], dayIn: fixed(3, 15) },
  { names: ["(?:saint|st\\.?) patrick'?s day"], dayIn: fixed(3, 17) },
  { names: ["愚人节", "april fools?'?(?: day)?", "april fool's day"], dayIn: fixed(4, 1) },
  { names: ["清明节?", "qingming(?: festival)?", "tomb[- ]sweeping day"], dayIn: term("清明") },
  { names: ["good friday", "耶稣受难日"], dayIn: afterEaster(-2) },
  { names: ["复活节", "easter(?: sunday| day)?"], dayIn: easter },
  { names: ["easter monday"], dayIn: afterEaster(1) },
  { names: ["earth day", "世界地球日", "地球日"], dayIn: fixed(4, 22) },
  { names: ["世界读书日", "读书日"], dayIn: fixed(4, 23) },
  { names: ["anzac day"], dayIn: fixed(4, 25) },
  { names: ["五一(?:国际)?劳动节", "劳动节", "五一节", "五一(?=假期|黄金周|长假|小长假|当天|那天|期间)", "may day", "international workers'? day", "international labou?r day"], dayIn: fixed(5, 1) },
  { names: ["五一"], dayIn: fixed(5, 1) },
  { names: ["五四青年节", "青年节"], dayIn: fixed(5, 4) },
  { names: ["cinco de mayo"], dayIn: fixed(5, 5) },
  { names: ["母亲节", "mother'?s?'? day", "mothering day"], dayIn: nth(5, 7, 2) },
  { names: ["护士节", "nurses'? day"], dayIn: fixed(5, 12) },
  { names: ["佛诞日?", "浴佛节", "buddha'?s birthday"], dayIn: lunar(4, 8) },
  { names: ["五二零", "520", "网络情人节"], dayIn: fixed(5, 20), aloneOnly: true },
  { names: ["memorial day"], dayIn: nth(5, 1, -1) },
  { names: ["(?:六一)?(?:国际)?儿童节", "六一节", "children'?s day", "childrens day"], dayIn: fixed(6, 1) },
  { names: ["六一"], dayIn: fixed(6, 1) },
  { names: ["端午节?", "端阳节", "(?:the )?dragon boat(?: festival)?", "duanwu(?: festival)?"], dayIn: lunar(5, 5) },
  { names: ["六一八", "618", "六一八大促"], dayIn: fixed(6, 18), aloneOnly: true },
  { names: ["juneteenth"], dayIn: fixed(6, 19) },
  { names: ["父亲节", "father'?s?'? day"], dayIn: nth(6, 7, 3) },
  { names: ["建党节", "canada day"], dayIn: fixed(7, 1) },
  { names: ["美国独立日", "(?:the )?fourth of july", "(?:the )?4th of july", "july 4th", "july fourth", "(?:us |american )?independence day"], dayIn: fixed(7, 4) },
  { names: ["bastille day"], dayIn: fixed(7, 14) },
  { names: ["八一建军节", "建军节"], dayIn: fixed(8, 1) },
  { names: ["七夕节?", "七夕情人节", "qixi(?: festival)?", "double seventh(?: festival)?", "chinese valentine'?s day"], dayIn: lunar(7, 7) },
  { names: ["中元节", "鬼节", "(?:the )?(?:hungry )?ghost festival", "七月半"], dayIn: lunar(7, 15) },
  { names: ["labor day"], dayIn: nth(9, 1, 1) },
  { names: ["教师节", "teachers?'? day", "teacher's day"], dayIn: fixed(9, 10) },
  { names: ["中秋(?:佳节|节)?", "(?:the )?mid[- ]?autumn(?: festival| day)?", "(?:the )?moon(?:cake)? festival"], dayIn: lunar(8, 15) },
  { names: ["国庆节", "国庆", "十一国庆节?", "(?:chinese |china'?s? )?national day"], dayIn: fixed(10, 1) },
  { names: ["(?:the )?(?:october )?golden week"], dayIn: fixed(10, 1) },
  { names: ["columbus day", "indigenous peoples'? day"], dayIn: nth(10, 1, 2) },
  { names: ["canadian thanksgiving"], dayIn: nth(10, 1, 2) },
  { names: ["重阳节?", "chongyang(?: festival)?", "(?:the )?double ninth(?: festival)?"], dayIn: lunar(9, 9) },
  { names: ["程序员节"], dayIn: fixed(10, 24) },
  { names: ["1024"], dayIn: fixed(10, 24), aloneOnly: true },
  { names: ["万圣节前夜", "万圣夜", "万圣节", "hallowe'?en"], dayIn: fixed(10, 31) },
  { names: ["all saints'? day"], dayIn: fixed(11, 1) },
  { names: ["guy fawkes night", "bonfire night"], dayIn: fixed(11, 5) },
  { names: ["记者节"], dayIn: fixed(11, 8) },
  { names: ["双十一", "双11", "双1+1", "光棍节", "singles'? day", "double eleven", "veterans'? day", "remembrance day"], dayIn: fixed(11, 11) },
  { names: ["感恩节", "thanksgiving(?: day)?"], dayIn: thanksgiving },
  { names: ["黑五", "黑色星期五", "black friday"], dayIn: afterThanksgiving(1) },
  { names: ["网络星期一", "cyber monday"], dayIn: afterThanksgiving(4) },
  { names: ["双十二", "双12"], dayIn: fixed(12, 12) },
  { names: ["平安夜", "圣诞夜", "圣诞前夜", "christmas eve", "xmas eve"], dayIn: fixed(12, 24) },
  { names: ["圣诞节?", "圣诞节当天", "christmas(?: day)?", "xmas(?: day)?", "x-mas"], dayIn: fixed(12, 25) },
  { names: ["boxing day", "节礼日"], dayIn: fixed(12, 26) },
  { names: ["跨年夜", "跨年", "元旦前夜", "新年前夜", "new year'?s? eve", "nye"], dayIn: fixed(12, 31) },
  ...solarTerms.filter((each) => each.zh !== "清明").map((each): Festival => ({
    names: [each.zh, ...(each.en.includes("solstice") || each.en.includes("equinox") ? [each.en, each.en.replace("autumn", "fall"), each.en.replace("spring", "vernal")] : [])],
    dayIn: (year) => solarTermDay(each, year),
    // 大雪 is weather and 白露 a tea more often than a day.
    aloneOnly: !PLAIN_TERMS.has(each.zh),
  })),
];
