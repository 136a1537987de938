import type { Money } from "@wanwen/core";
import type { Locale } from "@wanwen/services";
import { en, type WordKey } from "./en.ts";
import { fill, type Message, type Values } from "./message.ts";
import { zh } from "./zh.ts";

const languages: Readonly<Record<Locale, Readonly<Record<WordKey, Message>>>> = { en, zh };

/** Everything that a part needs to speak one language. */
export interface Words {
  readonly locale: Locale;
  t(key: WordKey, values?: Values): string;
  /** A key that may not exist: an unknown parameter, a status of a newer server. */
  maybe(key: string, values?: Values): string | undefined;
  money(amount: Money): string;
  yuan(amount: number): string;
  /** Phrases with the language's own commas. */
  list(phrases: readonly string[]): string;
  /** "14:05" */
  time(at: Date): string;
  /** "Wed, Dec 2"; with the time when the same day matters. */
  day(at: Date): string;
  dayTime(at: Date): string;
  minutes(count: number): string;
  seconds(count: number): string;
  metres(count: number): string;
  kilometres(count: number): string;
  /** "2.7 GB", "532 MB" */
  bytes(count: number): string;
  /** How much of a language a model writes: tokens as words, or as characters where those are counted. */
  wordsIn(tokens: number): number;
}

export function makeWords(locale: Locale): Words {
  const tag = locale === "zh" ? "zh-CN" : "en";
  const money = new Intl.NumberFormat(tag, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" });
  const list = new Intl.ListFormat(tag, { type: "unit", style: "short" });
  const time = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(tag, { weekday: "short", month: "short", day: "numeric" });
  const dayTime = new Intl.DateTimeFormat(tag, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  // The messages write "5 个" with a space; what Intl writes should not look different beside them.
  const spaced = (text: string) => (locale === "zh" ? text.replace(/(\d)(?=[\u4e00-\u9fff])/g, "$1 ") : text);
  const unit = (name: string, digits = 0) => {
    const format = new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits });
    return { format: (count: number) => spaced(format.format(count)) };
  };
  const minute = unit("minute");
  const second = unit("second");
  const metre = unit("meter");
  const kilometre = unit("kilometer", 1);
  const megabyte = unit("megabyte");
  const gigabyte = unit("gigabyte", 1);
  const messages = languages[locale];
  return {
    locale,
    t: (key, values) => fill(messages[key], tag, values),
    maybe: (key, values) => (Object.hasOwn(messages, key) ? fill(messages[key as WordKey], tag, values) : undefined),
    money: (amount) => money.format(amount.minor / 100),
    yuan: (amount) => (Number.isInteger(amount) ? money.format(amount).replace(/[.,]00$/, "") : money.format(amount)),
    // zh "unit" lists have no comma at all; 顿号 joins nouns, and these are phrases.
    list: (phrases) => (locale === "zh" ? phrases.join("，") : list.format(phrases)),
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    dayTime: (at) => dayTime.format(at),
    minutes: (count) => minute.format(count),
    seconds: (count) => second.format(count),
    metres: (count) => (count >= 1000 ? kilometre.format(count / 1000) : metre.format(count)),
    kilometres: (count) => kilometre.format(count),
    bytes: (count) => (count >= 999.5e6 ? gigabyte.format(count / 1e9) : megabyte.format(count / 1e6)),
    // As Qwen's vocabulary cuts everyday sentences: four tokens are three English words, or six Chinese characters.
    wordsIn: (tokens) => Math.max(1, Math.round(tokens * (locale === "zh" ? 1.5 : 0.75))),
  };
}
