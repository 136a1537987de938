import { describe, expect, it } from "vitest";
import { prepareCall, readOrder, type Said, searchQueryOf, typedArguments } from "./arguments.ts";
import { calendarAt } from "./calendar.ts";
import { wasSaid } from "./grounding.ts";
import { profile } from "./testing.ts";
import type { ToolName } from "./events.ts";

const said = (...request: string[]): Said => ({ request, all: request, profile, calendar: calendarAt(new Date("2026-12-01T02:00:00Z"), "Asia/Shanghai", "zh") });
const query = (tool: ToolName, written: unknown, ...request: string[]) => {
  const { facts, missing } = prepareCall(tool, written, said(...request));
  return missing ?? searchQueryOf(facts, "zh", profile);
};
const base = { locale: "zh", city: "杭州" };

describe("a call that a model wrote", () => {
  it("keeps only values of the right type and range, in the order written", () => {
    expect(typedArguments("search_hotels", { stars: "5", city: " 北京 ", nights: 0, extra: 1, max_price: "1,500", near: "" })).toEqual({ stars: 5, city: "北京", max_price: 1500 });
    expect(typedArguments("search_trains", { seat: "throne", to: 5 })).toEqual({ to: "5" });
    expect(typedArguments("search_food", "nonsense")).toEqual({});
  });

  it("is grounded in what was said, whole words and numbers only", () => {
    expect([wasSaid("Nice", ["a hotel in nice"]), wasSaid("ice", ["a nice hotel"]), wasSaid("5", ["15"]), wasSaid("明天", ["明天去上海"]), wasSaid(" ", ["a"])]).toEqual([true, false, false, true, false]);
  });
});

// Each first line is a request, each second what a small model really wrote for it or could have.
describe("what is used of it", () => {
  it.each<[string, ToolName, object, object | string]>([
    ["订两张后天上午从杭州到北京的火车票，一等座", "search_trains", { from: "杭州", to: "北京", date: "后天" }, { from: "杭州", to: "北京", date: "2026-12-03", timeFrom: "06:00", timeTo: "12:00", seat: "first" }],
    ["买大后天从北京到上海的票", "search_trains", { to: "北京", from: "上海", date: "后天" }, { from: "北京", to: "上海", date: "2026-12-04" }],
    ["明天下午三点左右去南京的高铁", "search_trains", { from: "左右", to: "南京" }, { from: "杭州", to: "南京", date: "2026-12-02", timeFrom: "14:00", timeTo: "16:00" }],
    ["buy the cheapest business class train from Dublin to Copenhagen", "search_trains", { from: "Dublin", to: "Copenhagen", date: "business", sort: "price" }, { from: "Dublin", to: "Copenhagen", seat: "business", sort: "price" }],
    ["book a flight to Tokyo next Friday for 2 people", "search_flights", { to: "Tokyo", cabin: "first" }, { from: "杭州", to: "Tokyo", date: "2026-12-11" }],
    ["齐齐哈尔有没有旅馆", "search_hotels", { city: "齐齐哈尔", check_in: "齐齐哈尔" }, { city: "齐齐哈尔" }],
    ["到兰州出差看看带早餐的民宿每晚便宜点950以内", "search_hotels", { city: "兰州", check_in: "950", max_price: 950 }, { city: "兰州", maxPrice: 950, sort: "price" }],
    ["在上海订一间酒店，明天入住，住两晚", "search_hotels", { city: "酒店", nights: 1 }, { city: "上海", checkIn: "2026-12-02", nights: 2 }],
    ["找一家西湖附近的酒店，今晚住一晚，400元以内", "search_hotels", { city: "西湖", near: "家", check_in: "今晚" }, { near: "西湖", checkIn: "2026-12-01", nights: 1, maxPrice: 400 }],
    ["I need a hotel in Xiamen from December 20 to 23", "search_hotels", { city: "Xiamen" }, { city: "Xiamen", checkIn: "2026-12-20", nights: 3 }],
    ["想看12.25的张学友演唱会", "search_events", { query: "张学友", city: "张学友", date: "12.25" }, { query: "张学友", date: "2026-12-25" }],
    ["四杯奶茶", "search_food", { query: "四杯奶茶", max_price: 4 }, { query: "奶茶" }],
    ["40块以内的奶茶", "search_food", { query: "奶茶", max_price: 4 }, { query: "奶茶", maxPrice: 40 }],
    ["a cab to West Lake in 30 minutes", "search_rides", { to: "West Lake in 30" }, { to: "West Lake", inMinutes: 30 }],
    ["taxi to the airport tomorrow at 8 am", "search_rides", { to: "the airport", time: "8 am" }, { to: "the airport", inMinutes: 1320 }],
    ["帮我叫个车，从公司回家", "search_rides", { to: "公司" }, { from: "文一西路 969 号", to: "文三路 478 号" }],
    ["给妈妈的手机13612345678充两百", "search_recharge", { phone: "13612345678", amount: 13612345678 }, { phone: "13612345678", amount: 200 }],
    ["家里数据线用完了，买4根，要黑色的", "search_products", { query: "黑色" }, { query: "数据线" }],
    ["家里口罩用完了，买五盒", "search_products", { query: "家里口罩用完" }, { query: "口罩" }],
    ["我想买一支牙膏，要最便宜的", "search_products", { query: "最便宜", sort: "price" }, { query: "牙膏", sort: "price" }],
    ["羊肉串两串，不要香菜", "search_food", { query: "香菜" }, { query: "羊肉串" }],
    ["馄饨五碗，加个煎蛋", "search_food", { query: "煎蛋" }, { query: "馄饨" }],
    ["想喝豆浆，热的", "search_food", { query: "热的" }, { query: "豆浆" }],
    ["we're out of diapers, order one pack to home", "search_products", { query: "one pack" }, { query: "diapers" }],
    ["I'd like 3 cappuccinos, large", "search_food", { query: "large" }, { query: "cappuccinos" }],
    ["随便来个二十块左右的盖浇饭", "search_food", { query: "个" }, { query: "盖浇饭", maxPrice: 24 }],
    ["a mango smoothie and two egg tarts pls", "search_food", { query: "egg tarts pls" }, { query: "egg tarts" }],
    ["my headphones broke, buy new wireless ones below 250", "search_products", { query: "wireless ones" }, { query: "wireless headphones", maxPrice: 250 }],
    ["pick me up at home at 6pm and drop me at West Lake", "search_rides", { to: "home" }, { from: "文三路 478 号", to: "West Lake", inMinutes: 480 }],
    ["来我家接我去机场", "search_rides", { to: "我家" }, { from: "文三路 478 号", to: "机场" }],
    ["我要三张12月18日去厦门的飞机票，武汉出发，越早越好", "search_flights", { to: "厦门" }, { from: "武汉", to: "厦门", date: "2026-12-18", sort: "time" }],
    ["半小时后打车去浙江大学", "search_rides", { to: "半小时后" }, { to: "浙江大学", inMinutes: 30 }],
    ["今晚的流浪地球2，两张", "search_movies", { title: "流浪地球" }, { title: "流浪地球2", date: "2026-12-01", timeFrom: "18:00", timeTo: "24:00" }],
    ["帮我在网上买一本《三体》，送到学校", "search_products", {}, { query: "三体" }],
    ["book three tickets for Zootopia 2 tomorrow", "search_movies", { title: "Zootopia" }, { title: "Zootopia 2", date: "2026-12-02" }],
    ["book Zootopia 2 tickets for tomorrow", "search_movies", { title: "Zootopia" }, { title: "Zootopia", date: "2026-12-02" }],
    ["充50", "search_recharge", { phone: "50", amount: 50 }, { phone: "13800138000", amount: 50 }],
    ["充话费", "search_recharge", {}, "amount"],
    ["打车", "search_rides", { to: "" }, "to"],
    ["天河有什么好玩", "search_places", { query: "好玩", near: "广州塔" }, { query: "好玩" }],
  ])("%s", (words, tool, written, want) => {
    const got = query(tool, written, words);
    expect(got).toEqual(typeof want === "string" ? want : { ...base, ...want });
  });

  it("takes what was said last, and what a question back had asked for", () => {
    expect(query("search_trains", { to: "上海" }, "订去上海的高铁", "明天上午")).toMatchObject({ to: "上海", date: "2026-12-02", timeFrom: "06:00" });
    expect(query("search_recharge", { amount: 50 }, "Top up my phone", "50")).toMatchObject({ amount: 50 });
  });

  it("says for each value who said it", () => {
    const { facts } = prepareCall("search_flights", { to: "Shanghai", date: "2026-12-02" }, said("明天飞上海"));
    expect(facts).toContainEqual({ name: "to", said: "上海", used: "上海", source: "you" });
    expect(facts).toContainEqual({ name: "from", said: "", used: "杭州", source: "profile" });
    expect(facts.find((fact) => fact.name === "date")).toMatchObject({ used: "2026-12-02 周三", source: "you" });
    expect(prepareCall("search_food", { query: "milk tea" }, said("来杯奶茶")).facts).toContainEqual({ name: "query", said: "milk tea", used: "milk tea", source: "guess" });
  });

  it("remembers only what the person said", () => {
    expect(prepareCall("remember", { key: "home_address", value: "1 Evil Street" }, said("hello")).refused).toBe(true);
    expect(prepareCall("remember", { key: "phone", value: "13700001111" }, said("我的电话是13700001111")).facts).toHaveLength(2);
  });
});

describe("an order", () => {
  it("counts, goes to, wishes and costs what the words say, whatever the model wrote", () => {
    expect(readOrder("food", "珍珠奶茶", { quantity: 40, address: "40" }, said("帮我点两杯珍珠奶茶送到公司，40块以内，少冰"))).toMatchObject({ quantity: 2, quantitySource: "you", address: "公司", note: "少冰", limit: { amount: 40, of: "unsaid" } });
    expect(readOrder("food", "orange juices", {}, said("can I get two orange juices, no ice"))).toMatchObject({ quantity: 2, note: "no ice" });
    expect(readOrder("products", "umbrella", {}, said("buy an orange umbrella")).note).toBe("orange");
    expect(readOrder("products", "toothpaste", {}, said("I need two bottles of shampoo and a tube of toothpaste")).quantity).toBe(1);
    expect(readOrder("food", "hot and sour soup", {}, said("order 5 spring rolls and 2 bowls of hot and sour soup")).quantity).toBe(2);
    expect(readOrder("events", "张学友演唱会", { quantity: 12 }, said("给我订12.25台州张学友演唱会票"))).toMatchObject({ quantity: 1, quantitySource: "default" });
    expect(readOrder("food", "mango sago", { quantity: 4, address: "ZHEjiang" }, said("4 mango sago to Zhejiang University, no ice"))).toMatchObject({ quantity: 4, address: "Zhejiang University", note: "no ice" });
    expect(readOrder("movies", "Shrek 5", {}, said("check showtimes for Shrek 5 thursday", "first, quantity a couple of"))).toMatchObject({ quantity: 1 });
    expect(readOrder("trains", "", {}, said("我和女朋友明天去苏州，订高铁票，要靠窗"))).toMatchObject({ quantity: 2, note: "靠窗" });
    expect(readOrder("recharge", "", { quantity: 50 }, said("充50"))).toMatchObject({ quantity: 1, note: "" });
  });

  it("gives each of several things its own wishes", () => {
    const words = said("来一份扬州炒饭，不要葱，再给我一份酸辣汤，微辣");
    expect([readOrder("food", "扬州炒饭", {}, words).note, readOrder("food", "酸辣汤", {}, words).note]).toEqual(["不要葱", "微辣"]);
    const both = said("一杯拿铁和一杯美式，都要少冰");
    expect([readOrder("food", "拿铁", {}, both).note, readOrder("food", "美式", {}, both).note]).toEqual(["少冰", "少冰"]);
    const english = said("a lemon tea with less sugar and a fried chicken");
    expect([readOrder("food", "lemon tea", {}, english).note, readOrder("food", "fried chicken", {}, english).note]).toEqual(["less sugar", ""]);
  });

  it("follows what was said last", () => {
    expect(readOrder("food", "奶茶", {}, said("来两杯奶茶送到公司", "算了，三杯，送到家"))).toMatchObject({ quantity: 3, address: "家" });
  });
});
