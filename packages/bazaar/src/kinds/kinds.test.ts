/**
 * Aim: what people really ask for, in both languages, finds the thing that they mean, and whatever is found can be bought.
 * Method: the services client against the bazaar's HTTP face and the whole catalogue.
 */
import { fixedClock } from "@wanwen/core";
import { connectServices, type Locale, type SearchQuery, type ShopKind } from "@wanwen/services";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBazaar } from "../index.ts";

/** A Tuesday, nine in the morning where this computer stands. */
const MORNING = new Date(2026, 11, 1, 9);
const clock = fixedClock(MORNING.toISOString());
const bazaar = openBazaar({ databasePath: ":memory:", clock, seedWalletMinor: 100_000_000 });
const services = connectServices({ origin: "http://bazaar.test", fetch: async (request) => bazaar.app.fetch(request), timeoutMs: 20_000 });

type Wish = Omit<SearchQuery, "locale" | "city"> & { locale?: Locale; city?: string };
const search = (kind: ShopKind, wish: Wish) => services.search(kind, { locale: "zh", city: "杭州", ...wish });
const words = (text: string): Wish => ({ query: text, locale: /\p{Script=Han}/u.test(text) ? "zh" : "en" });

describe("food", () => {
  test.each([
    ["大杯少冰珍珠奶茶", "珍珠奶茶"], ["两杯冰美式", "美式咖啡"], ["桂林米粉", "桂林米粉"], ["番茄炒蛋", "西红柿炒鸡蛋"], ["肯德基的炸鸡", "炸鸡"],
    ["half ice chicken wings", "chicken wings"], ["a pepperoni pizza", "pepperoni pizza"], ["mapo tofu", "mapo tofu"], ["two large cappucinos", "cappuccino"],
    ["kung pao chicken with rice", "kung pao chicken"], ["pizza", "pizza"], ["饺子", "水饺"],
  ])("%s is %s", async (said, name) => {
    const [first] = await search("food", words(said));
    expect(first?.name).toContain(name);
    expect(first?.facts).toMatchObject({ shop: first?.merchant, eta_min: expect.any(Number) });
  });

  test("that nobody cooks is not found", async () => {
    for (const said of ["木橙饭", "浴缸", "carburettor"]) expect(await search("food", words(said))).toEqual([]);
  });

  test("is never dearer than was said, and the cheapest comes first when that was asked for", async () => {
    const offers = await search("food", { ...words("奶茶"), maxPrice: 14, sort: "price" });
    const prices = offers.map((offer) => offer.price.minor);
    expect(prices.length).toBeGreaterThan(2);
    expect(Math.max(...prices)).toBeLessThanOrEqual(1400);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  test("of a named shop comes from that shop", async () => {
    const offers = await search("food", words("蓝桥咖啡的拿铁"));
    expect(offers.map((offer) => [offer.name, offer.merchant])).toEqual([["拿铁", "蓝桥咖啡"]]);
  });
});

describe("goods", () => {
  test.each([
    ["苹果手机壳", "手机壳"], ["无线鼠标", "鼠标"], ["一把雨伞", "雨伞"], ["budget wireless earbuds", "earphones"], ["cheap pink slippers", "slippers"],
    ["phone case for iphone", "phone case"], ["smart watch", "smartwatch"], ["light bulbs", "light bulb"],
  ])("%s are %s", async (said, name) => {
    expect((await search("products", words(said)))[0]?.name).toContain(name);
  });

  test("come in the colour and size that were said; what a thing does not come in goes to the note", async () => {
    const detail = async (said: string) => Object.fromEntries((await search("products", words(said)))[0]!.details.map(({ label, value }) => [label, value]));
    expect(await detail("a red t-shirt size L")).toMatchObject({ Colour: "red", Size: "L" });
    expect(await detail("42码的黑色跑鞋")).toMatchObject({ 颜色: "黑色", 尺码: "42" });
    expect(await detail("白色小号皮带")).toMatchObject({ 颜色: "白色", 备注: "小号" });
  });

  test("are sorted by sales and rating when that was asked for", async () => {
    const offers = await search("products", { ...words("耳机"), sort: "rating" });
    const ratings = offers.map((offer) => offer.facts["rating"] as number);
    expect(ratings).toEqual(ratings.toSorted((a, b) => b - a));
  });
});

describe("trains and flights", () => {
  test("leave within the hours that were said, the earliest first when asked", async () => {
    for (const kind of ["trains", "flights"] as const) {
      const offers = await search(kind, { from: "苏州", to: "广州", date: "2026-12-02", timeFrom: "06:00", timeTo: "12:00", sort: "time" });
      const times = offers.map((offer) => String(offer.facts["depart"]));
      expect(times.length).toBeGreaterThan(3);
      expect(times).toEqual(times.toSorted());
      for (const time of times) expect(time >= "06:00" && time < "12:00").toBe(true);
    }
  });

  test("that have left cannot be found, nor those of yesterday and of a far year, nor a journey to where one is", async () => {
    for (const offer of await search("trains", { to: "上海", date: "2026-12-01" })) expect(String(offer.facts["depart"]) >= "09:15").toBe(true);
    for (const date of ["2026-11-30", "2028-01-01"]) expect(await search("flights", { to: "北京", date })).toEqual([]);
    expect(await search("trains", { to: "杭州" })).toEqual([]);
    expect(await search("trains", { from: "杭州东站", to: "Hangzhou" })).toEqual([]);
  });

  test("go from the station or airport that was named, in the class that was asked for", async () => {
    const [train] = await search("trains", { from: "杭州东站", to: "上海虹桥", date: "2026-12-02", seat: "business" });
    expect(train?.details).toContainEqual({ label: "行程", value: "杭州东 → 上海虹桥" });
    expect(train?.details).toContainEqual({ label: "席别", value: "商务座" });
    const [flight] = await search("flights", { from: "Hongqiao", to: "PEK", date: "2026-12-02", cabin: "first", locale: "en" });
    expect(flight?.details).toContainEqual({ label: "Route", value: "Shanghai Hongqiao → Beijing Capital" });
    const [sleeper] = await search("trains", { to: "重庆", date: "2026-12-06", seat: "sleeper" });
    expect(sleeper?.name).toMatch(/^[KTZ]\d+$/);
  });

  test("run between any two cities on any day, the same ones whenever one looks", async () => {
    const { cities } = await import("../catalogue/index.ts");
    const city = fc.oneof(fc.constantFrom(...cities.map((each) => each.zh)), fc.constantFrom("虚无市", "Nowhere", "X"));
    const day = fc.integer({ min: 1, max: 360 }).map((days) => new Date(Date.UTC(2026, 11, 1 + days)).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("trains" as const, "flights" as const), city, city, day, async (kind, from, to, date) => {
        fc.pre(from !== to);
        const offers = await search(kind, { from, to, date });
        expect(offers.length).toBeGreaterThan(5);
        expect(new Set(offers.map((offer) => offer.ref)).size).toBe(offers.length);
        for (const offer of offers) expect(offer.price.minor).toBeGreaterThan(0);
        expect(await search(kind, { from, to, date })).toEqual(offers);
      }),
      { numRuns: 25 },
    );
  });
});

describe("hotels", () => {
  test("are near the place that was named, have the stars, and cost no more a night", async () => {
    const offers = await search("hotels", { city: "北京", near: "故宫", checkIn: "2026-12-24", nights: 2, stars: 4, maxPrice: 900 });
    expect(offers.length).toBeGreaterThan(1);
    for (const offer of offers) {
      expect(offer.details).toContainEqual({ label: "星级", value: "4 星" });
      expect(offer.facts["distance_m"]).toBeLessThan(3000);
      expect(offer.price.minor).toBeLessThanOrEqual(90_000);
    }
  });

  test("are billed by night, and every night takes a room", async () => {
    const wish = { city: "无锡", checkIn: "2026-12-24" };
    const long = (await search("hotels", { ...wish, nights: 3 }))[0]!;
    const card = await services.createCheckout({ kind: "hotels", offerRef: long.ref, quantity: 1, deliverTo: "王小明", note: "", locale: "zh" });
    if ("outcome" in card) throw new Error(card.outcome);
    expect(card.total.minor).toBe(3 * long.price.minor);
    expect(card.when).toBe("2026-12-24 入住，3 晚");
    const left = async () => (await search("hotels", { ...wish, checkIn: "2026-12-26", nights: 1 })).find((offer) => offer.name === long.name)!.left;
    const before = await left();
    expect((await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: "hotel-key-1" })).outcome).toBe("ordered");
    expect(await left()).toBe(before - 1);
  });
});

describe("films and shows", () => {
  test.each([["流浪地球2", "流浪地球2"], ["oppenheimer", "Oppenheimer"], ["the lion king", "The Lion King"]])("%s is on", async (title, name) => {
    const [first] = await search("movies", { title, locale: /\p{Script=Han}/u.test(title) ? "zh" : "en", date: "2026-12-02", timeFrom: "18:00" });
    expect(first).toMatchObject({ name, facts: { cinema: first?.merchant, time: expect.stringMatching(/^(1[89]|2\d):/) } });
  });

  test("that nobody knows are not on, and a number names another film", async () => {
    for (const title of ["流浪地球3", "That Forward Center Died at Dawn"]) expect(await search("movies", { title })).toEqual([]);
    expect(await search("events", { query: "某某某演唱会", city: "北京" })).toEqual([]);
  });

  test("are all listed when no title was said", async () => {
    for (const title of [undefined, "今晚的电影", "some movie tickets"])
      expect(new Set((await search("movies", title === undefined ? {} : { title })).map((offer) => offer.name)).size).toBeGreaterThan(10);
    expect((await search("events", { query: "shows this weekend", locale: "en" })).length).toBeGreaterThan(5);
  });

  test("play in the city and on the day that were said", async () => {
    const offers = await search("events", { query: "张学友演唱会门票", city: "台州", date: "2026-12-25" });
    expect(offers[0]).toMatchObject({ name: "张学友演唱会", merchant: expect.stringContaining("台州") });
    for (const offer of offers) expect(offer.details).toContainEqual({ label: "日期", value: "2026-12-25" });
    const plays = await search("events", { query: "a play", city: "London", locale: "en", date: "2026-12-05" });
    expect(plays.length).toBeGreaterThan(3);
  });
});

describe("rides, deals and top-ups", () => {
  test("cars come now or when they are wanted", async () => {
    const [now] = await search("rides", { to: "杭州东站" });
    expect(now).toMatchObject({ name: "快车", facts: { eta_min: expect.any(Number) } });
    const [later] = await search("rides", { from: "西湖", to: "机场", inMinutes: 90 });
    expect(later?.details).toContainEqual({ label: "上车", value: "2026-12-01 10:30" });
    expect(later?.details).toContainEqual({ label: "行程", value: "西湖 → 杭州萧山机场" });
    const [home] = await search("rides", { locale: "en", from: "Hangzhou East", to: "West Lake" });
    expect(home?.details).toContainEqual({ label: "Route", value: "Hangzhou East Station → West Lake" });
    expect(await search("rides", {})).toEqual([]);
  });

  test.each([["火锅团购", "火锅"], ["spa", "spa"], ["KTV", "KTV"], ["蹦床", "蹦床"]])("a deal for %s is %s, cheaper than before", async (said, name) => {
    const [deal] = await search("deals", { ...words(said), near: "西湖" });
    expect(deal?.name.toLowerCase()).toContain(name.toLowerCase());
    expect(deal!.facts["was"]).toBeGreaterThan(deal!.price.minor / 100);
    expect(deal!.facts["distance_m"]).toBeLessThan(3500);
  });

  test.each([[50, 5000], [66, 6600], [10.5, 1050], [5, 1000], [9999, 50_000]])("a top-up of %s yuan costs %s fen", async (amount, minor) => {
    const [offer] = await search("recharge", { phone: "138 0013 8000", amount });
    expect(offer?.price.minor).toBe(minor);
  });

  test("a top-up goes to the number that was searched for, whatever is sent along", async () => {
    const [offer] = await search("recharge", { phone: "+1 415 555 2671", amount: 30 });
    const card = await services.createCheckout({ kind: "recharge", offerRef: offer!.ref, quantity: 1, deliverTo: "somebody else", note: "", locale: "en" });
    expect(card).toMatchObject({ deliverTo: "+14155552671", total: { minor: 3000 } });
    expect(await search("recharge", { phone: "call me", amount: 30 })).toEqual([]);
  });
});

describe("the map", () => {
  test("finds kinds of places around, nearest first, and places by their name", async () => {
    const pharmacies = await services.places({ locale: "zh", city: "杭州", query: "附近的药店", near: "西湖" });
    const metres = pharmacies.map((place) => place.distanceM);
    expect(metres.length).toBeGreaterThan(3);
    expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    expect(pharmacies[0]?.name).toMatch(/药/);
    expect(await services.places({ locale: "en", city: "London", query: "nearest gas station" })).not.toEqual([]);
    expect((await services.places({ locale: "zh", city: "杭州", query: "西湖" }))[0]?.name).toBe("西湖");
  });

  test("takes the station on one side of town for the town's own", async () => {
    for (const [locale, city, to, name] of [["zh", "杭州", "东站", "杭州东站"], ["en", "Hangzhou", "East Station", "Hangzhou East Station"], ["zh", "上海", "南站", "上海南站"]] as const) {
      const [car] = await services.search("rides", { locale, city, to });
      expect(car?.details[0]?.value).toMatch(new RegExp(`→ ${name}$`));
    }
  });

  test("knows ways that are longer for walkers, and the airport without its name", async () => {
    const way = (mode: "driving" | "walking") => services.route({ locale: "zh", city: "杭州", from: "杭州东站", to: "西湖", mode });
    expect((await way("walking")).minutes).toBeGreaterThan((await way("driving")).minutes);
    const airport = await services.route({ locale: "en", city: "Hangzhou", to: "the airport", mode: "driving" });
    expect(airport.distanceKm).toBeGreaterThan(15);
    expect(airport.distanceKm).toBeLessThan(60);
  });
});

test("whatever is found first, of every kind and in both languages, can be bought, tracked and given back", async () => {
  const wishes: [ShopKind, Wish][] = [
    ["food", { query: "奶茶" }], ["products", { query: "umbrella" }], ["flights", { to: "北京", date: "2026-12-09" }], ["trains", { to: "上海", date: "2026-12-09" }],
    ["hotels", { city: "苏州", checkIn: "2026-12-09" }], ["movies", { date: "2026-12-09" }], ["events", { query: "话剧", date: "2026-12-09" }], ["rides", { to: "西湖" }],
    ["deals", { query: "火锅" }], ["recharge", { phone: "13800138000", amount: 50 }],
  ];
  const money = (await services.balance()).minor;
  for (const locale of ["zh", "en"] as const)
    for (const [kind, wish] of wishes) {
      const [offer] = await search(kind, { ...wish, locale });
      const card = await services.createCheckout({ kind, offerRef: offer!.ref, quantity: 1, deliverTo: "home", note: "ring twice", locale });
      if ("outcome" in card) throw new Error(`${kind}: ${card.outcome}`);
      const bought = await services.complete({ checkoutId: card.id, terms: card.terms, idempotencyKey: `buy-${kind}-${locale}` });
      if (bought.outcome !== "ordered") throw new Error(`${kind}: ${bought.outcome}`);
      expect(bought.order).toMatchObject({ kind, note: expect.stringContaining("ring twice"), total: card.total, cancellable: true });
      for (const reader of ["zh", "en"] as const) {
        const order = await services.order(bought.order.id, reader);
        expect(order?.timeline[0]?.text).toMatch(reader === "zh" ? /\p{Script=Han}/u : /^[^\p{Script=Han}]+$/u);
      }
      expect((await services.cancel(bought.order.id, `back-${kind}-${locale}`, locale)).outcome).toBe("cancelled");
    }
  expect((await services.balance()).minor).toBe(money);
});
