import { describe, expect, it } from "vitest";
import { takenSpans } from "./arguments.ts";
import { calendarAt } from "./calendar.ts";
import { citiesIn } from "./cities.ts";
import { clausesOf, isParting, namedService, takesBack } from "./cues.ts";
import { chineseNumber, numbersIn } from "./numbers.ts";
import { nearOf, pairOf, thingOf, widerPlace } from "./phrases.ts";
import { cabinOf, type Counted, deliveryOf, nightsOf, onlyAsks, ordinalOf, phonesOf, priceLimits, quantityOf, seatOf, sortOf, starsOf, thingsIn, wantsToBuy, wishesOf } from "./request.ts";

const calendar = calendarAt(new Date("2026-12-01T02:00:00Z"), "Asia/Shanghai", "zh");

describe("numbers", () => {
  it.each([["四", 4], ["十二", 12], ["三百五", 350], ["一千八百一十五", 1815], ["两千零五", 2005], ["两万三", 23000], ["一百零五", 105], ["二十", 20]])("%s is %d", (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });
  it("are whole runs, in both languages", () => {
    const values = (text: string) => numbersIn(text).map((number) => number.value);
    expect(values("三千元和12.5")).toEqual([3000, 12.5]);
    expect(values("a dozen eggs, a couple of lattes, twenty-five people")).toEqual([12, 2, 25]);
    expect(values("1,234 or two hundred and fifty")).toEqual([1234, 250]);
    expect(values("二零二七年")).toEqual([2027]);
    expect(values("a coffee for someone")).toEqual([]);
  });
});

describe("how many", () => {
  it.each<[string, Counted, string, number | undefined]>([
    ["帮我点两杯珍珠奶茶送到公司，40块以内", "things", "珍珠奶茶", 2], ["点10份木橙饭送祈年殿，谢谢", "things", "木橙饭", 10], ["晚饭想吃黄焖鸡米饭，来两份", "things", "黄焖鸡米饭", 2],
    ["珍珠奶茶三杯，半糖", "things", "珍珠奶茶", 3], ["来十个包子和两杯豆浆", "things", "豆浆", 2], ["来十个包子和两杯豆浆", "things", "包子", 10], ["买一打啤酒", "things", "啤酒", 12],
    ["给同事点六杯拿铁，每杯不超过25", "things", "拿铁", 6], ["买一双42码的鞋", "things", "鞋", 1], ["可乐x2", "things", "可乐", 2], ["想喝奶茶", "things", "奶茶", undefined],
    ["买iPhone 15，送到3号楼", "things", "iPhone 15", undefined], ["50元以内的火锅", "things", "火锅", undefined], ["12月25日送一束花", "things", "花", 1], ["三点送一份炒饭", "things", "炒饭", 1],
    ["four half ice chicken wings, for less than 54", "things", "half ice chicken wings", 4], ["a couple of lattes", "things", "lattes", 2], ["two boxes of masks", "things", "masks", 2],
    ["I want ten steamed buns and two soy milks", "things", "soy milks", 2], ["I want ten steamed buns and two soy milks", "things", "steamed buns", 10], ["a pair of black shoes, size 42", "things", "black shoes", 1], ["买一个铅笔盒和十支铅笔", "things", "铅笔", 10], ["买一个铅笔盒和十支铅笔", "things", "铅笔盒", 1], ["2 veggie burgers and a large fries", "things", "large fries", 1],
    ["get wireless earbuds, budget 200", "things", "wireless earbuds", undefined], ["order 2 pizzas under 100 yuan for 5 pm", "things", "pizzas", 2],
    ["买三张后天《哪吒》的电影票", "tickets", "哪吒", 3], ["我和老婆想看今晚的电影", "tickets", "", 2], ["火车票一张，后天从株洲到大同", "tickets", "", 1], ["一家三口去三亚的机票", "tickets", "", 3],
    ["两大一小去北京的高铁", "tickets", "", 3], ["Shrek 5 tickets for 2 on Friday", "tickets", "Shrek 5", 2], ["two tickets for Ocean's 8", "tickets", "Ocean's 8", 2], ["book two first class train tickets to Beijing", "tickets", "", 2],
    ["two flights from Shenzhen to Chongqing", "tickets", "", 2], ["me and my wife to Suzhou tomorrow", "tickets", "", 2], ["12月5号去上海的票", "tickets", "", undefined], ["订12.25台州张学友演唱会票", "tickets", "张学友演唱会", undefined],
    ["订两间明天的苏州四星级酒店，住三晚", "rooms", "", 2], ["a hotel for 3 nights for two people", "rooms", "", undefined], ["第二个，要三份", "things", "", 3], ["第二个", "things", "", undefined],
  ])("%s (%s, %s): %s", (words, counted, wanted, want) => {
    expect(quantityOf(words, counted, wanted, takenSpans(words, calendar))).toBe(want);
  });
});

describe("up to what price", () => {
  it.each<[string, number | undefined, string?]>([
    ["40块以内", 40, "unsaid"], ["不超过三百五", 350], ["每杯不超过25", 25, "each"], ["一共不超过100元", 100, "total"], ["预算200", 200], ["1500以内", 1500], ["别超过49块，行吗", 49], ["二十五以内", 25], ["50元左右", 60], ["around 20 yuan", 24], ["around 3 pm", undefined],
    ["under 40 yuan", 40], ["for less than 54 asap", 54], ["no more than 25 yuan please", 25], ["under 1300 per night", 1300, "each"], ["not over 48", 48], ["200 yuan max", 200], ["$30 or less", 30], ["budget 200", 200],
    ["don't spend more than 60 in total", 60, "total"], ["三天以内送到", undefined], ["within 30 minutes", undefined], ["under 3 km", undefined], ["两小时内", undefined], ["over the bridge at 5", undefined], ["30块的奶茶", undefined],
  ])("%s: %s", (words, amount, of) => {
    const [limit] = priceLimits(words);
    expect(limit?.amount).toBe(amount);
    if (of) expect(limit?.of).toBe(of);
  });
});

describe("where to", () => {
  it.each([
    ["帮我点两杯珍珠奶茶送到公司，40块以内", "公司"], ["来一份饭，送到家里", "家里"], ["送到浙江大学玉泉校区谢谢", "浙江大学玉泉校区"], ["点10份木橙饭送祈年殿，谢谢", "祈年殿"], ["买件衬衫寄到公司", "公司"], ["六杯拿铁，送公司", "公司"], ["送一束花", undefined],
    ["order two bubble teas to my office, under 40 yuan", "my office"], ["deliver it to 88 Main Street please", "88 Main Street"], ["delivered home", "home"], ["send to the office", "the office"], ["ship it to my office", "my office"], ["three lattes with less ice to the office please", "the office"], ["get me a latte", undefined],
  ])("%s: %s", (words, want) => {
    expect(deliveryOf(words)?.value).toBe(want);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ["从西湖到杭州东站开车要多久", "西湖", "杭州东站"], ["后天上午从杭州到北京的火车票", "杭州", "北京"], ["帮我买张明天杭州到武汉的卧铺", "杭州", "武汉"], ["从公司回家", "公司", "家"], ["一张后天从广州飞往三亚的机票", "广州", "三亚"],
    ["how long to drive from West Lake to Hangzhou East Station", "West Lake", "Hangzhou East Station"], ["get me a ride home from the office", "the office", "home"], ["two flights from Shenzhen to Chongqing tomorrow", "Shenzhen", "Chongqing"],
    ["from Hangzhou to Beijing the day after tomorrow in the morning", "Hangzhou", "Beijing"], ["order a pizza", undefined, undefined],
  ])("%s: %s to %s", (words, from, to) => {
    const pair = pairOf(words, (text) => calendar.spans(text));
    expect([pair?.from, pair?.to]).toEqual([from, to]);
  });

  it("widens a place that was cut short", () => {
    expect(widerPlace("Hangzhou East", "call me a taxi to Hangzhou East Station please")).toBe("Hangzhou East Station");
    expect(widerPlace("东站", "打车去杭州东站")).toBe("杭州东站");
    expect(widerPlace("上海", "明天去上海的高铁")).toBe("上海");
    expect(widerPlace("Shanghai", "book me a train to Shanghai tomorrow")).toBe("Shanghai");
  });

  it.each([["找一家西湖附近的酒店", "西湖"], ["订一间春熙路附近的酒店", "春熙路"], ["附近有什么停车场", undefined], ["a hotel near West Lake tonight", "West Lake"], ["something near me", undefined]])("%s is near %s", (words, want) => {
    expect(nearOf(words, calendar.spans(words))).toBe(want);
  });

  it("tells cities from stations, dishes and other words", () => {
    const names = (words: string) => citiesIn(words).map((city) => city.name);
    expect(names("从上海到成都")).toEqual(["上海", "成都"]);
    expect(names("打车去杭州东站，吃兰州拉面")).toEqual([]);
    expect(names("a nice hotel in Nice near Hangzhou East Station")).toEqual(["Nice"]);
  });
});

describe("wishes", () => {
  it.each([
    ["三杯冰美式，少冰，半糖", ["冰", "少冰", "半糖"]], ["麻辣烫，不要香菜，微辣", ["不要香菜", "微辣"]], ["去上海的高铁", []], ["来碗牛肉面，多放香菜", ["多放香菜"]], ["一双黑色运动鞋，42码", ["黑色", "42码"]], ["白色衬衫，L码", ["白色", "L码"]],
    ["pizza without onions, extra cheese", ["without onions", "extra cheese"]], ["latte with less ice, half sugar", ["less ice", "half sugar"]], ["black running shoes, size 42", ["black", "size 42"]], ["no more than 25 yuan", []], ["不要超过30元", []], ["black tea and red bean", []],
    ["点三份宫保鸡丁，打包，少油少盐", ["打包", "少油", "少盐"]], ["get me 2 bubble teas, large", ["large"]], ["a steak, medium rare", ["medium rare"]], ["来碗羊肉泡馍，多放点香菜，再加一份肉夹馍", ["多放点香菜"]], ["a large umbrella is large", ["large"]],
  ])("%s", (words, want) => {
    expect(wishesOf(words).map((wish) => wish.text)).toEqual(want);
  });
});

describe("the thing itself", () => {
  const blocked = (message: string) => [...takenSpans(message, calendar)];
  it.each([
    ["order two bubble teas to my office, under 40 yuan", "bubble teas to my office", "bubble teas"], ["get me a kung pao chicken rice delivered home", "kung pao chicken rice delivered home", "kung pao chicken rice"], ["买两包抽纸，送到家", "到家", "抽纸"],
    ["网购三条毛巾，要蓝色的", "蓝色", "毛巾"], ["点10份木橙饭送祈年殿", "10份木橙饭", "木橙饭"], ["a bottle of shampoo, the cheapest one", "bottle", "shampoo"], ["3 plates of dumplings for lunch", "plates of dumplings for lunch", "dumplings"], ["buy 7 Up", "7 Up", "7 Up"], ["来两笼小笼包，送到家", "笼小笼包", "小笼包"], ["买一本三体", "本三体", "三体"],
  ])("%s: %s is %s", (message, written, want) => {
    expect(thingOf("search_food", written, [message], blocked)).toBe(want);
  });
  it("knows titles and artists", () => {
    expect(thingOf("search_events", "伦演唱会", ["订两张周杰伦演唱会的票"], blocked)).toBe("周杰伦演唱会");
    expect(thingOf("search_movies", "流浪", ["买两张明晚《流浪地球》的电影票"], blocked)).toBe("流浪地球");
    expect(thingOf("search_movies", "电影票", ["买两张电影票"], blocked)).toBeUndefined();
    expect(thingOf("search_movies", "Zootopia with my wife", ["I want to see Zootopia with my wife tomorrow"], blocked)).toBe("Zootopia");
  });
  it("finds several things in one sentence", () => {
    const things = (words: string) => thingsIn(words, takenSpans(words, calendar)).map((thing) => thing.text);
    expect(things("来十个包子和两杯豆浆")).toEqual(["包子", "豆浆"]);
    expect(things("两份麻婆豆腐加两碗米饭，送到公司")).toEqual(["麻婆豆腐", "米饭"]);
    expect(things("一杯柠檬茶少糖，再来一份炸鸡")).toEqual(["柠檬茶", "炸鸡"]);
    expect(things("order a burger, fries and a coke to my home")).toEqual(["burger", "fries", "coke"]);
    expect(things("two orders of braised chicken rice")).toEqual(["braised chicken rice"]);
  });
});

describe("other words", () => {
  it("nights, stars, classes, order of results", () => {
    expect([nightsOf("明晚入住，住两晚")?.value, nightsOf("for three nights")?.value, nightsOf("今晚"), nightsOf("每晚800以内"), nightsOf("住一周")?.value]).toEqual([2, 3, undefined, undefined, 7]);
    expect([starsOf("五星级酒店")?.value, starsOf("a four star hotel")?.value, starsOf("星期五")]).toEqual([5, 4, undefined]);
    expect([seatOf("一等座"), seatOf("硬卧"), seatOf("business class train"), seatOf("车票")]).toEqual(["first", "sleeper", "business", undefined]);
    expect([cabinOf("头等舱"), cabinOf("economy please"), cabinOf("机票")]).toEqual(["first", "economy", undefined]);
    expect([sortOf("最便宜的"), sortOf("earliest train"), sortOf("销量最高的"), sortOf("best rated"), sortOf("票")]).toEqual(["price", "time", "sales", "rating", undefined]);
  });
  it("phones, with and without dashes", () => {
    expect(phonesOf("给139-1234-5678充50，订单12345").map((phone) => phone.text)).toEqual(["13912345678"]);
  });
  it.each<[string, number | undefined]>([["第二个", 1], ["要第一个，两张", 0], ["the second one", 1], ["number 3 please", 2], ["最后一个", 2], ["3", 2], ["first class to Beijing", undefined], ["第一个和第三个", undefined], ["第九个", undefined], ["一等座", undefined]])("%s means entry %s", (words, want) => {
    expect(ordinalOf(words, 3)).toBe(want);
  });
  it("whether the person wants to buy or only to look", () => {
    for (const words of ["帮我点两杯奶茶", "订一张票", "打车去机场", "给我充100", "book me a train", "I need two packs of tissues", "call me a taxi", "take me to work", "来碗面", "火车票一张"]) expect([words, wantsToBuy(words)]).toEqual([words, true]);
    for (const words of ["看看有什么奶茶", "明天去上海的高铁有哪些", "show me some milk tea", "how much is a flight to Paris", "附近有什么停车场"]) expect([words, wantsToBuy(words), onlyAsks(words)]).toEqual([words, false, true]);
  });
  it("nothing is taken back without a word of it", () => {
    for (const words of ["取消刚才的订单", "不要最近的那单呗", "cancel my last order", "刚才买错了"]) expect([words, takesBack(words)]).toEqual([words, true]);
    for (const words of ["where's my last order?", "快递到哪了", "来份炒饭，不要葱"]) expect([words, takesBack(words)]).toEqual([words, false]);
    expect(["find me a hotpot deal for two and buy it", "有陈奕迅的演唱会吗，有的话买一张", "看看最便宜的机票并订一张", "find me a hotpot deal"].map(onlyAsks)).toEqual([false, false, false, true]);
    expect(namedService("明天中午十二点来公司接我去杭州西站")).toBe("search_rides");
    expect(namedService("please load 200 yuan onto 15800001234")).toBe("search_recharge");
    expect(["thanks, that's all for today", "谢谢，没事了", "thanks, and book a taxi", "谢谢你的奶茶在哪？"].map(isParting)).toEqual([true, true, false, false]);
    expect(clausesOf("pick me up at home and drop me at West Lake")).toHaveLength(1);
    expect(clausesOf("order mac and cheese and top up 13700137000 with 30")).toEqual(["order mac and cheese", "top up 13700137000 with 30"]);
    expect([namedService("我的手机充电线坏了"), namedService("Where can I find an ATM near West Lake?"), namedService("where's my order")]).toEqual([undefined, "search_places", undefined]);
    expect(thingsIn("帮我在网上买一本《三体》，送到学校", []).map((thing) => thing.text)).toEqual(["三体"]);
    expect(thingsIn("I need a birthday gift for a 5 year old, get a lego set under 200", []).map((thing) => thing.text)).toEqual(["lego set"]);
    expect(thingsIn("get me a hot chocolate and a croissant for a friend", []).map((thing) => thing.text)).toEqual(["hot chocolate", "croissant"]);
    expect([namedService("团两张游泳馆的票"), wantsToBuy("I need somewhere to stay in Guilin")]).toEqual(["search_deals", true]);
    expect(thingsIn("5 spring rolls and 2 bowls of hot and sour soup", []).map((thing) => thing.text)).toEqual(["spring rolls", "hot and sour soup"]);
    expect(clausesOf("点一份麻婆豆腐，再给13700137000充30块话费")).toEqual(["点一份麻婆豆腐", "给13700137000充30块话费"]);
  });
  it.each([["帮我订一张明天去上海的高铁票", "search_trains"], ["给妈妈的手机13612345678充两百", "search_recharge"], ["叫一辆专车去灵隐寺", "search_rides"], ["get me a sleeper to Wuhan", "search_trains"], ["取消酒店订单", undefined], ["坐高铁去看演唱会", undefined], ["买一箱牛奶", "search_products"]])("%s names %s", (words, want) => {
    expect(namedService(words)).toBe(want);
  });
});
