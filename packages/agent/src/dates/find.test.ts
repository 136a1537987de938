import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "./day.ts";
import { easter } from "./festivals.ts";
import { describeDate, findDate, findDates, findTime, findTimeWindow, resolveDate, resolveTime, timeSpans, timeWindow } from "./index.ts";
import { lunarDay, solarTermDay, solarTerms } from "./lunar.ts";
import { evenText, numberOf } from "./words.ts";

/** A Tuesday. */
const today = "2026-12-01";
const now = { date: today, time: "10:00" };

describe("a day inside a sentence", () => {
  test.each([
    ["后天晚上从株洲到大同", "后天晚上", "2026-12-03", ["18:00", "24:00"]],
    ["帮我订明天下午三点去上海的高铁", "明天下午", "2026-12-02", ["12:00", "18:00"]],
    ["book me a train to Shanghai tomorrow", "tomorrow", "2026-12-02", undefined],
    ["two tickets for Wicked on Saturday, December 19", "on Saturday, December 19", "2026-12-19", undefined],
    ["tonight's movie", "tonight", "2026-12-01", ["18:00", "24:00"]],
    ["12.25去北京", "12.25", "2026-12-25", undefined],
    ["十一去三亚", "十一", "2027-10-01", undefined],
    ["過兩天", "過兩天", "2026-12-03", undefined],
    ["下週三的電影", "下週三", "2026-12-09", undefined],
    ["12月5号周六", "12月5号周六", "2026-12-05", undefined],
    ["除夕回家的火车票", "除夕", "2027-02-05", undefined],
    ["the day after christmas", "the day after christmas", "2026-12-26", undefined],
    ["国庆前一天", "国庆前一天", "2027-09-30", undefined],
    ["农历八月十五", "农历八月十五", "2027-09-15", undefined],
  ])("is found in %s", (text, said, date, window) => {
    expect(findDate(text, today)).toMatchObject({ text: said, date, weekday: weekdayOf(date), ...(window ? { timeWindow: window } : {}) });
  });

  test.each([
    "送到文三路28号", "买五号电池", "买一棵圣诞树", "buy a christmas tree", "坐3号线", "十一点的电影", "1/2 pizza", "sun hat", "周杰伦演唱会", "五一广场附近的酒店",
    "端午粽子", "12.5元的奶茶", "the 2nd floor", "初三数学书", "every friday", "13800138000", "may I have 2 coffees", "充值50", "明天会更好", "in March", "下周",
  ])("is not seen in %s", (text) => expect(findDates(text, today)).toEqual([]));

  test("comes in reading order when there are several", () => {
    expect(findDates("周五飞成都，周日回来", today).map(({ date }) => date)).toEqual(["2026-12-04", "2026-12-06"]);
  });
});

describe("what is asked about instead of guessed", () => {
  test.each(["", "soon", "下周", "三月", "feb 30", "2月30号", "2027-13-01", "周六12月6号", "周五还是周六", "明天去上海", "3 tickets"])("%s is unresolved", (text) => {
    expect(resolveDate(text, today)).toEqual({ problem: "unresolved" });
  });
  test.each([["昨天", undefined], ["last friday", undefined], ["这周一", "2026-11-30"], ["2026-11-30", "2026-11-30"], ["去年春节", "2025-01-29"]])("%s is past", (text, pastDate) => {
    expect(resolveDate(text, today)).toEqual({ problem: "past", ...(pastDate ? { pastDate } : {}) });
  });
  test("a today that is no day resolves nothing", () => expect(resolveDate("明天", "2026-02-30")).toEqual({ problem: "unresolved" }));
});

describe("the calendars", () => {
  // Hong Kong Observatory, Gregorian-Lunar calendar conversion tables.
  test.each(["2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08"])(
    "the lunar year begins on %s", (date) => expect(lunarDay(Number(date.slice(0, 4)), 1, 1)).toBe(date),
  );
  test("the twelfth month has no thirtieth day in a short year", () => expect(lunarDay(2026, 12, 30)).toBeUndefined());
  test.each([["清明", "2024-04-04"], ["清明", "2027-04-05"], ["冬至", "2021-12-21"], ["冬至", "2026-12-22"], ["雨水", "2026-02-18"], ["立春", "2025-02-03"], ["立春", "2028-02-04"]])("%s falls on %s", (name, date) => {
    expect(solarTermDay(solarTerms.find((term) => term.zh === name)!, Number(date.slice(0, 4)))).toBe(date);
  });
  test.each(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])("Easter is %s", (date) => expect(easter(Number(date.slice(0, 4)))).toBe(date));
});

describe("times inside a sentence", () => {
  test.each([
    ["明早六点叫个车去机场", { text: "明早六点", time: "06:00", dayOffset: 1 }],
    ["a ride to the airport at 6 tomorrow morning", { text: "at 6 tomorrow morning", time: "06:00", dayOffset: 1 }],
    ["叫车去虹桥，半小时后", { text: "半小时后", inMinutes: 30 }],
    ["周五晚上八点的相声", { text: "周五晚上八点", time: "20:00", dayOffset: 3 }],
    ["taxi at 7pm", { text: "7pm", time: "19:00", dayOffset: 0 }],
    ["in an hour and a half", { inMinutes: 90 }],
    ["friday midnight", { time: "00:00", dayOffset: 4 }],
  ])("%s", (text, meant) => expect(findTime(text, now)).toMatchObject(meant));

  test.each(["来一点水果", "便宜一点", "点两杯咖啡", "一点五折", "两杯奶茶", "25:00"])("%s names none", (text) => expect(findTime(text, now)).toBeUndefined());
  test.each(["taxi at 7pm", "下午", "2 people at 7", "before noon"])("%s is more or less than a time", (text) => expect(resolveTime(text, now)).toEqual({ problem: "unresolved" }));

  test.each([
    ["晚上的航班", ["18:00", "24:00"]], ["tomorrow morning", ["05:00", "12:00"]], ["train after 6pm tomorrow", ["18:00", "24:00"]], ["下午三点以后的高铁", ["15:00", "24:00"]],
    ["before noon", ["00:00", "12:00"]], ["今晚七点的电影", ["18:00", "20:00"]], ["凌晨", ["00:00", "06:00"]],
  ])("%s asks for its hours", (text, window) => expect(timeWindow(text)).toEqual(window));
  test("no part of the day, no window", () => expect(timeWindow("买一副蓝牙耳机")).toBeUndefined());
});

describe("whatever is written", () => {
  const pieces = ["明天", "下周三", "12月", "3号", "初三", "农历", "tomorrow", "next", "friday", "the 3rd", "of", "in", "3", "days", "2027", "-", "/", "年", "月", "点", "半", "am", "晚上", "后", "十一", "christmas", "🎄", "\u{1F600}", "İ", " "];
  const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join("")), fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(" ")));
  const anyDay = fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const isRealDay = (date: string) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date;

  test("nothing throws, and every day found is a real one that is not over", () => {
    fc.assert(fc.property(anyText, anyDay, (text, day) => {
      const resolved = resolveDate(text, day);
      if ("date" in resolved) expect(isRealDay(resolved.date) && resolved.date >= day).toBe(true);
      for (const found of findDates(text, day)) {
        expect(isRealDay(found.date) && found.date >= day).toBe(true);
        expect(text.slice(found.start, found.end)).toContain(found.text);
      }
      const moment = { date: day, time: "10:00" };
      const time = resolveTime(text, moment);
      if ("time" in time) expect(time.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      const window = findTimeWindow(text)?.window;
      if (window) expect(window[0] < window[1]).toBe(true);
      findTime(text, moment);
      timeSpans(text);
    }), { numRuns: 300 });
  });
  test("even text has a letter for every letter", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void expect(evenText(text)).toHaveLength(text.length)));
  });
});

test("numbers are read in digits and in characters", () => {
  expect(["0", "7", "十", "十五", "二十", "二十五", "廿五", "一百二十", "一百零五", "二〇二七", "两"].map(numberOf)).toEqual([0, 7, 10, 15, 20, 25, 25, 120, 105, 2027, 2]);
  expect(numberOf("十十")).toBeNaN();
});

test("a day is described with its weekday", () => {
  expect(describeDate("2026-12-02", "zh")).toBe("2026年12月2日星期三");
  expect(describeDate("2026-12-02", "en")).toBe("Wednesday, December 2, 2026");
});
