import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../../packages/models/src/catalogue.ts";
import { en } from "./en.ts";
import { fill, type Message } from "./message.ts";
import { zh } from "./zh.ts";

const languages: Record<string, Record<string, Message>> = { en, zh };
const formsOf = (message: Message): string[] => (typeof message === "string" ? [message] : Object.values(message));
const placesOf = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();

describe("the words", () => {
  test("every language has the same keys", () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  test("every sentence has the same places in each language; only a singular may leave its number out", () => {
    for (const key of Object.keys(en)) {
      const expected = placesOf(formsOf(en[key as keyof typeof en]).at(-1)!);
      for (const [language, words] of Object.entries(languages)) {
        const message = words[key]!;
        for (const form of formsOf(message)) {
          expect(form.trim(), `${language} ${key}`).not.toBe("");
          const singular = typeof message !== "string" && form === message.one;
          expect(placesOf(singular ? `${form}{n}` : form), `${language} ${key}`).toEqual(expected);
        }
      }
    }
  });

  test.each(Object.keys(languages))("counted sentences in %s have exactly the plural forms of the language", (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.slice().sort();
    for (const [key, message] of Object.entries(languages[language]!)) {
      if (typeof message !== "string") expect(Object.keys(message).sort(), key).toEqual(forms);
    }
  });

  test("a sentence that counts in one language counts in the other", () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) expect(typeof zh[key], key).toBe(typeof en[key]);
  });

  test("every model that may be suggested has a sentence that says what it does better", () => {
    expect(CATALOGUE.map(({ id }) => `better.${id}`)).toEqual(Object.keys(en).filter((key) => key.startsWith("better.")));
  });

  test("no emoji and no second-rate punctuation in Chinese", () => {
    for (const [key, message] of Object.entries(zh)) {
      for (const form of formsOf(message)) {
        expect(form, key).not.toMatch(/\p{Extended_Pictographic}/u);
        expect(form.replace(/\{\w+\}/g, ""), key).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
      }
    }
  });
});

describe("filling a sentence", () => {
  test("the number picks the form and is written as the language writes it", () => {
    expect(fill({ one: "{n} step", other: "{n} steps" }, "en", { n: 1 })).toBe("1 step");
    expect(fill({ one: "{n} step", other: "{n} steps" }, "en", { n: 12_345 })).toBe("12,345 steps");
    expect(fill({ other: "{n} 个步骤" }, "zh-CN", { n: 3 })).toBe("3 个步骤");
  });

  test("what was filled in is not filled again", () => {
    expect(fill("{a} {b}", "en", { a: "{b}", b: "x" })).toBe("{b} x");
  });

  test("a place without a value stays visible", () => {
    expect(fill("Pay {money}", "en")).toBe("Pay {money}");
  });
});
