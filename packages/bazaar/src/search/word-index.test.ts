import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stem, unitsOf } from "./units.ts";
import { cutNames, WordIndex } from "./word-index.ts";

const menu = new WordIndex(
  [
    { entry: "bubble tea", names: ["珍珠奶茶", "bubble milk tea", "boba"], groups: ["奶茶", "milk tea"] },
    { entry: "classic milk tea", names: ["原味奶茶", "classic milk tea"], groups: ["奶茶", "milk tea"] },
    { entry: "wings", names: ["烤鸡翅", "grilled chicken wings", "chicken wings"] },
    { entry: "chicken burger", names: ["香辣鸡腿堡", "spicy chicken burger"] },
    { entry: "pepperoni", names: ["意式腊肠披萨", "pepperoni pizza"], groups: ["披萨", "pizza"] },
    { entry: "margherita", names: ["玛格丽特披萨", "margherita pizza"], groups: ["披萨", "pizza"] },
    { entry: "beef noodles", names: ["兰州牛肉面", "Lanzhou beef noodles", "牛肉面"] },
    { entry: "fish balls", names: ["鱼丸", "fish balls"] },
    { entry: "rice", names: ["米饭", "steamed rice", "饭"] },
    { entry: "tofu", names: ["麻婆豆腐", "mapo tofu"] },
    { entry: "cappuccino", names: ["卡布奇诺", "cappuccino"] },
    { entry: "earbuds", names: ["蓝牙耳机", "wireless earbuds"] },
    { entry: "phone case", names: ["手机壳", "phone case"] },
    { entry: "apples", names: ["苹果", "apples"] },
    { entry: "bread", names: ["全麦面包", "whole-wheat bread"] },
    { entry: "blackboard", names: ["黑板", "blackboard"] },
    { entry: "three-cup chicken", names: ["三杯鸡", "three-cup chicken"] },
  ],
  { wishes: ["less ice", "少冰"] },
);
const first = (query: string) => menu.find(query)[0];
const found = (query: string) => menu.find(query).map((hit) => hit.entry);

describe("a word index", () => {
  test.each([
    ["珍珠奶茶", "bubble tea"], ["大杯少冰珍珠奶茶", "bubble tea"], ["a boba please", "bubble tea"], ["Bubble Milk Teas", "bubble tea"],
    ["half ice chicken wings", "wings"], ["a pepperoni pizza", "pepperoni"], ["pizza with pepperoni", "pepperoni"],
    ["兰州牛肉拉面", "beef noodles"], ["豆腐", "tofu"], ["tofu", "tofu"], ["两碗米饭", "rice"], ["a cup of cappuccino", "cappuccino"],
    ["苹果手机壳", "phone case"], ["面包", "bread"], ["三杯鸡", "three-cup chicken"], ["phone case for an iphone", "phone case"],
  ])("finds %s first as %s", (query, entry) => {
    expect(first(query)?.entry).toBe(entry);
  });

  test.each([["cappucino", "cappuccino"], ["wireless ear buds", "earbuds"], ["wirless earbuds", "earbuds"], ["phonecase", "phone case"]])(
    "reads %s as %s in spite of how it is written",
    (query, entry) => expect(first(query)?.entry).toBe(entry),
  );

  test.each(["木橙饭", "鱼香肉丝", "submarine", "fried fish with beans", "", "的", "please", "少冰", "黑色", "三杯", "4把", "最便宜的", "钱包"])("finds nothing for %j", (query) => {
    expect(found(query)).toEqual([]);
  });

  test("finds every entry of a group by the group's name, and its own name alone by its own", () => {
    expect(found("奶茶")).toEqual(["bubble tea", "classic milk tea"]);
    expect(found("pizza")).toEqual(["pepperoni", "margherita"]);
    expect(found("margherita pizza")).toEqual(["margherita"]);
  });

  test("gives back the wishes in the person's letters, without fillers and opinions", () => {
    expect(first("大杯少冰珍珠奶茶")?.wishes).toEqual(["大杯", "少冰"]);
    expect(first("please get me a Large bubble milk tea with less ice")?.wishes).toEqual(["Large", "less ice"]);
    expect(first("a cheap pepperoni pizza")?.wishes).toEqual([]);
    expect(first("白拾落牌手机壳")?.wishes).toEqual(["白拾落"]);
  });

  test.each([
    ["珍珠奶茶 去上海", []], ["pepperoni pizza chicken", []], ["apples no", []], ["一副 手机壳", []], ["最，宜 珍珠奶茶", []], ["phone case for rain", []], ["加班 珍珠奶茶", []],
    ["珍珠奶茶，不要香菜", ["不要香菜"]], ["珍珠奶茶去冰", ["去冰"]], ["pepperoni pizza no mayo", ["no mayo"]], ["apples 500g", ["500g"]], ["apples sugar-free", ["sugar-free"]],
  ])("of what is left over in %j only wishes go to the seller", (query, wishes) => {
    expect(first(query)?.wishes).toEqual(wishes);
  });

  test("is the same when its names were cut in steps before the first search", () => {
    const names = ["奶茶", "milk tea", "pizza", "手机壳", "牛肉面", "wings"];
    const make = () => new WordIndex(names.map((name) => ({ entry: name, names: [name] })));
    const stepwise = make();
    let steps = 1;
    while (!stepwise.cutSome(2)) steps++;
    expect(steps).toBe(3);
    const half = make();
    half.cutSome(4);
    const waits = make();
    expect(cutNames(0)).toBe(false);
    while (!cutNames(5));
    for (const query of [...names, "a pizza", "wngs", "phone"]) {
      const expected = make().find(query);
      for (const index of [stepwise, half, waits]) expect(index.find(query)).toEqual(expected);
    }
  });

  test("answers any text without failing, and scores what it finds above the threshold", () => {
    const parts = fc.constantFrom("珍珠", "奶茶", "pizza", "chicken ", "少冰", " with ", "𠮷", "İ", "’s", "½", "\u0301", "12", "，");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.array(parts).map((each) => each.join(""))), (query) => {
        for (const hit of menu.find(query)) {
          expect(hit.score).toBeGreaterThanOrEqual(0.5);
          for (const wish of hit.wishes) expect(query).toContain(wish);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("units are Chinese characters, stemmed words and numbers, each with its place", () => {
  expect(unitsOf("iPhone手机壳, 2 dishes").map(({ key, start, end }) => [key, start, end])).toEqual([
    ["iphone", 0, 6], ["手", 6, 7], ["机", 7, 8], ["壳", 8, 9], ["2", 11, 12], ["dish", 13, 19],
  ]);
  expect(unitsOf("A4纸, size 42 G20").map(({ key }) => key)).toEqual(["a4", "纸", "size", "42", "g20"]);
});

test.each([["Wings", "wing"], ["dishes", "dish"], ["berries", "berry"], ["glass", "glass"], ["Café", "cafe"], ["men's", "men"], ["bus", "bus"], ["potatoes", "potato"]])(
  "the stem of %s is %s",
  (word, expected) => expect(stem(word)).toBe(expected),
);
