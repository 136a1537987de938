import { describe, expect, test } from "vitest";
import * as catalogue from "./index.ts";
import { readBilingual, readLines, readNames, readRange } from "./lines.ts";
import type { Named } from "./types.ts";

const { fillName, normalName } = catalogue;

/** Catalogues whose names must tell their entries apart, and how many entries a stranger may expect at least. */
const NAMED: readonly (readonly [name: string, entries: readonly Named[], atLeast: number])[] = [
  ["cities", catalogue.cities, 320],
  ["dishes", catalogue.dishes, 450],
  ["dishCategories", catalogue.dishCategories, 25],
  ["products", catalogue.products, 700],
  ["productCategories", catalogue.productCategories, 25],
  ["colours", catalogue.colours, 12],
  ["films", catalogue.films, 250],
  ["filmGenres", catalogue.filmGenres, 15],
  ["shows", catalogue.shows, 250],
  ["eventKinds", catalogue.eventKinds, 15],
  ["hotelFeatures", catalogue.hotelFeatures, 20],
  ["hotelRooms", catalogue.hotelRooms, 4],
  ["placeKinds", catalogue.placeKinds, 120],
  ["landmarks", catalogue.landmarks, 300],
  ["dealKinds", catalogue.dealKinds, 150],
  ["rideClasses", catalogue.rideClasses, 5],
  ["carriers", catalogue.carriers, 4],
];

describe.each(NAMED)("%s", (_, entries, atLeast) => {
  test("is big enough", () => expect(entries.length).toBeGreaterThanOrEqual(atLeast));

  test("has no name or alias that means two entries, and none that is empty", () => {
    const owners = new Map<string, Named>();
    const clashes: string[] = [];
    for (const entry of entries)
      for (const name of [entry.zh, entry.en, ...entry.aliases]) {
        const key = normalName(name);
        const owner = owners.get(key);
        if (key === "" || (owner !== undefined && owner !== entry)) clashes.push(`${name}: ${owner?.en} and ${entry.en}`);
        owners.set(key, entry);
      }
    expect(clashes).toEqual([]);
  });

  test("is written without leftovers of its notation", () => {
    const names = entries.flatMap((entry) => [entry.zh, entry.en, ...entry.aliases]);
    expect(names.filter((name) => /[|=@{}]|^\+|^\s|\s$/u.test(name))).toEqual([]);
  });
});

describe("what belongs together", () => {
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));

  test("every dish and every kitchen is of a known category, and every category has three kitchens", () => {
    const known = ids(catalogue.dishCategories);
    expect(catalogue.dishes.filter((dish) => !known.has(dish.category))).toEqual([]);
    expect(catalogue.foodShops.flatMap((shop) => shop.categories).filter((id) => !known.has(id))).toEqual([]);
    for (const id of known) expect(catalogue.foodShops.filter((shop) => shop.categories.includes(id)).length, id).toBeGreaterThanOrEqual(3);
    expect(catalogue.foodShops.length).toBeGreaterThanOrEqual(150);
  });

  test("every product and every shop is of a known category, and every category has two shops", () => {
    const known = ids(catalogue.productCategories);
    expect(catalogue.products.filter((product) => !known.has(product.category))).toEqual([]);
    expect(catalogue.productShops.flatMap((shop) => shop.categories).filter((id) => !known.has(id))).toEqual([]);
    for (const id of known) expect(catalogue.productShops.filter((shop) => shop.categories.includes(id)).length, id).toBeGreaterThanOrEqual(2);
    expect(catalogue.products.filter((product) => product.brands.length === 0)).toEqual([]);
  });

  test("films, hotels and shows refer to known words", () => {
    const genres = ids(catalogue.filmGenres);
    expect(catalogue.films.filter((film) => film.genres.length === 0 || film.genres.some((id) => !genres.has(id)))).toEqual([]);
    const features = ids(catalogue.hotelFeatures);
    expect(catalogue.hotels.filter((hotel) => hotel.features.some((id) => !features.has(id)))).toEqual([]);
    const kinds = new Set(catalogue.eventKinds.map(({ kind }) => kind));
    expect(new Set(catalogue.shows.map(({ kind }) => kind))).toEqual(kinds);
  });

  test("hotels come in every star band", () => {
    expect(new Set(catalogue.hotels.map(({ stars }) => stars))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test("landmarks lie in a known city, not farther than a day trip away", () => {
    const cities = new Map(catalogue.cities.map((city) => [city.en, city]));
    const lost = catalogue.landmarks.filter(({ city, lat, lon }) => {
      const home = cities.get(city);
      return !home || Math.hypot(home.lat - lat, home.lon - lon) > 6;
    });
    expect(lost.map(({ en }) => en)).toEqual([]);
  });

  test("no station, airport or code belongs to two cities", () => {
    for (const places of ["stations", "airports"] as const) {
      const owners = new Map<string, string>();
      for (const city of catalogue.cities)
        for (const place of city[places])
          for (const name of [place.zh, place.en, place.code ?? place.en]) {
            expect(owners.get(name) ?? city.en, `${places} ${name}`).toBe(city.en);
            owners.set(name, city.en);
          }
    }
  });

  test("prices are positive and no deal is dearer than without it", () => {
    expect(catalogue.dishes.filter(({ priceYuan }) => !(priceYuan > 0))).toEqual([]);
    expect(catalogue.products.filter(({ priceYuan: [low, high] }) => !(low > 0 && high >= low))).toEqual([]);
    expect(catalogue.dealKinds.filter(({ priceYuan, wasYuan }) => !(priceYuan > 0 && wasYuan > priceYuan))).toEqual([]);
  });

  test("every pattern fills without holes", () => {
    const parts = { city: { zh: "杭州", en: "Hangzhou" }, place: { zh: "西湖", en: "West Lake" }, name: { zh: "茶馆", en: "Teahouse" } };
    const patterns = [
      ...catalogue.cinemas, ...catalogue.hotels, ...catalogue.eventKinds.flatMap((kind) => [kind.title, ...kind.venues]),
      ...catalogue.placeKinds.flatMap((kind) => kind.patterns), ...catalogue.dealKinds.flatMap((kind) => kind.shops),
    ];
    for (const pattern of patterns) {
      const { zh, en } = fillName(pattern, parts);
      expect(`${zh}${en}`).not.toMatch(/[{}]/);
    }
  });
});

/** Everyday words that must lead somewhere: by a name, an alias or the name of a category. */
describe("everyday words are known", () => {
  const knows = (...lists: readonly (readonly Named[])[]) => new Set(lists.flat().flatMap((entry) => [entry.zh, entry.en, ...entry.aliases]).map(normalName));
  const food = knows(catalogue.dishes, catalogue.dishCategories);
  const goods = knows(catalogue.products, catalogue.productCategories);
  test.each(["珍珠奶茶", "奶茶", "pepperoni pizza", "pizza", "拿铁", "flat white", "黄焖鸡", "burger", "sushi", "麻辣烫", "小龙虾", "生日蛋糕", "bananas", "congee", "bubble tea", "pad thai"])("food: %s", (word) => expect(food).toContain(normalName(word)));
  test.each(["蓝牙耳机", "phone charger", "充电宝", "umbrella", "纸尿裤", "cat food", "口红", "yoga mat", "运动鞋", "running shoes", "三体", "红楼梦", "keyboard", "行李箱", "AA batteries", "雨伞"])("goods: %s", (word) => expect(goods).toContain(normalName(word)));
  test.each(["流浪地球", "Inception", "千与千寻", "Ne Zha 2"])("films: %s", (word) => expect(knows(catalogue.films)).toContain(normalName(word)));
  test.each(["周杰伦", "Taylor Swift", "天鹅湖", "德云社", "脱口秀", "jazz"])("shows: %s", (word) => expect(knows(catalogue.shows, catalogue.eventKinds)).toContain(normalName(word)));
  test.each(["药店", "ATM", "充电桩", "gym", "公园", "coffee shop", "petrol station"])("places: %s", (word) => expect(knows(catalogue.placeKinds)).toContain(normalName(word)));
  test.each(["massage", "按摩", "理发", "hotpot", "KTV", "escape room", "下午茶", "car wash"])("deals: %s", (word) => expect(knows(catalogue.dealKinds)).toContain(normalName(word)));
});

describe("carriers", () => {
  test.each([["13800138000", "mobile"], ["186 0000 0000", "unicom"], ["+86 18900000000", "telecom"], ["17000000000", "telecom"], ["19200000000", "broadnet"]])("%s is %s", (phone, id) => {
    expect(catalogue.carrierOf(phone)?.id).toBe(id);
  });
  test.each(["", "12345", "12800138000", "+1 202 555 0100", "138001380001"])("%s has none", (phone) => expect(catalogue.carrierOf(phone)).toBeUndefined());
  test("no prefix belongs to two", () => {
    const prefixes = catalogue.carriers.flatMap((carrier) => carrier.prefixes);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe("the notation", () => {
  test("kin are entries of their own", () => {
    expect(readNames("书", "book", "书籍, +诗=poem=verse@5-9, tome")).toEqual([
      { zh: "书", en: "book", aliases: ["书籍", "tome"] },
      { zh: "诗", en: "poem", aliases: ["verse"], own: "5-9" },
    ]);
  });
  test("what is badly written is refused with the line", () => {
    expect(() => readLines("一 | one", 3)).toThrow(/3 columns.*一 \| one/);
    expect(() => readRange("9-5")).toThrow(/low-high/);
    expect(() => readBilingual("一")).toThrow(/zh=en/);
    expect(() => readNames("书", "book", "+诗")).toThrow(/kin of 书/);
  });
  test("names are equal whatever their case, width, accents and blanks", () => {
    expect(normalName("Café　ＬＡＴＴＥ")).toBe(normalName("cafe latte"));
    expect(normalName("你好，李焕英")).toBe(normalName("你好李焕英"));
  });
});
