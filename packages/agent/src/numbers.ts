/** Numbers as people write them, in Chinese and English, with the place where they stand. */

export interface SaidNumber {
  readonly value: number;
  /** [start, end) in the text. */
  readonly start: number;
  readonly end: number;
}

const ZH_DIGITS = new Map([..."零一二三四五六七八九"].map((char, value) => [char, value] as const).concat([["〇", 0], ["两", 2], ["俩", 2], ["仨", 3], ["壹", 1], ["贰", 2], ["叁", 3]]));
const ZH_UNITS = new Map([["十", 10], ["百", 100], ["千", 1000], ["万", 10000]]);
const EN_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const EN = new Map([...EN_SMALL.map((word, value) => [word, value] as const), ...EN_TENS.map((word, index) => [word, 10 * (index + 2)] as const)]);

/** Chinese numerals, also as they are spoken: 三百五 is 350, 两千零五 is 2005. */
export function chineseNumber(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 1;
  for (const char of text) {
    const unit = ZH_UNITS.get(char);
    if (unit === undefined) {
      digit = ZH_DIGITS.get(char) ?? 0;
      if (digit === 0) lastUnit = 1; // after 零 the last digit is what it says
      continue;
    }
    if (unit === 10000) {
      total = (total + section + digit) * unit;
      section = 0;
    } else section += (digit || 1) * unit;
    digit = 0;
    lastUnit = unit;
  }
  return total + section + (lastUnit >= 100 ? digit * (lastUnit / 10) : digit);
}

const WORDS = [...EN.keys()].toSorted((a, b) => b.length - a.length).join("|");
const PATTERN = new RegExp(
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两俩仨三四五六七八九十百千万]+`
  + String.raw`|\b(?:(?:${WORDS}|a)(?:[ -](?:${WORDS}))?(?: hundred(?: and)?)?(?: (?:${WORDS})(?:[ -](?:${WORDS}))?)?(?: dozen)?|an?(?= (?:couple|dozen|hundred)\b)|dozen|couple)\b`,
  "giu",
);

/** Every number of the text, whole runs only (三千 is one number), in reading order. */
export function numbersIn(text: string): readonly SaidNumber[] {
  const found: SaidNumber[] = [];
  for (const match of narrow(text).matchAll(PATTERN)) {
    const value = valueOf(match[0]);
    if (value !== undefined) found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function valueOf(run: string): number | undefined {
  if (/^\d/.test(run)) return Number(run.replaceAll(",", ""));
  if (!/[a-z]/i.test(run)) return /^[零〇一二两俩仨三四五六七八九]{3,}$/.test(run) ? digitByDigit(run) : chineseNumber(run);
  return englishNumber(run.toLowerCase().split(/[ -]/));
}

/** 二零二七 is a year, not 7. */
const digitByDigit = (run: string): number => Number(Array.from(run, (char) => ZH_DIGITS.get(char)).join(""));

function englishNumber(words: readonly string[]): number | undefined {
  if (words.length === 1 && (words[0] === "a" || words[0] === "an")) return undefined; // an article
  let total = 0;
  for (const word of words) {
    if (word === "hundred") total = (total || 1) * 100;
    else if (word === "dozen") total = (total || 1) * 12;
    else if (word === "couple") total = 2;
    else if (word === "a" || word === "an") total = 0;
    else total += EN.get(word) ?? 0;
  }
  return total;
}

/** Full-width digits and letters as plain ones; the length stays the same, so places stay the same. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/g, (char) => /[０-９Ａ-Ｚａ-ｚ．]/.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char);
}

export const NUMBER_SOURCE: string = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两俩仨三四五六七八九十百千万]+|(?:${WORDS})(?:[ -](?:${WORDS}))?(?: hundred)?)`;
/** The value of a run that `NUMBER_SOURCE` matched. */
export function numberOf(run: string): number {
  return valueOf(narrow(run)) ?? Number.NaN;
}
