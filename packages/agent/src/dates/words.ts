/** Letters and numbers as people write them, made even before any rule looks at them. */

const TRADITIONAL = "後週禮號點兩個這聖誕國慶節臘時鐘現馬間過員勞動兒雙萬婦親師陽穀驚蟄處滿種淩給從長假農曆陰閏開龍頭復凈鬼緊會兒趕還請離幾週為";
const SIMPLIFIED = "后周礼号点两个这圣诞国庆节腊时钟现马间过员劳动儿双万妇亲师阳谷惊蛰处满种凌给从长假农历阴闰开龙头复净鬼紧会儿赶还请离几周为";

const EVEN = new Map<string, string>([
  ...Array.from(TRADITIONAL, (letter, at): [string, string] => [letter, SIMPLIFIED[at] ?? letter]),
  ["’", "'"], ["‘", "'"], ["：", ":"], ["／", "/"], ["．", "."], ["－", "-"], ["–", "-"], ["—", "-"], ["　", " "], ["\t", " "], ["\n", " "], ["\u00A0", " "],
]);

/**
 * Lower case, narrow letters, simplified characters. Every UTF-16 unit stays where it was, so that positions in the
 * result are positions in the original.
 */
export function evenText(text: string): string {
  let even = "";
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    const known = EVEN.get(letter);
    const code = letter.charCodeAt(0);
    const narrow = known ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter);
    const lower = narrow.toLowerCase();
    even += lower.length === 1 ? lower : narrow;
  }
  return even;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};

/** A number below ten thousand in digits or Chinese characters, as a regular expression source. */
export const NUMBER = "(?:\\d{1,4}|[零〇一二两三四五六七八九十廿卅百]{1,6})";

/** The value of what `NUMBER` matched: "15", "十五", "二十五", "廿五", "一百二十", "二〇二七". NaN when it is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace("廿", "二十").replace("卅", "三十");
  if (/^[零〇一二两三四五六七八九]+$/.test(plain)) return Number(Array.from(plain, (digit) => HAN_DIGITS[digit]).join(""));
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?([一二两三四五六七八九]?)$/.exec(plain);
  if (!match || plain === "") return Number.NaN;
  const [, hundreds, tens, ones] = match;
  return (hundreds ? 100 * HAN_DIGITS[hundreds]! : 0) + (tens === undefined ? 0 : 10 * (tens === "" ? 1 : HAN_DIGITS[tens]!)) + (ones ? HAN_DIGITS[ones]! : 0);
}

const ENGLISH_NUMBERS: readonly string[] = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];

/** Digits or an English word up to twenty, "a" and "a couple of" included. */
export const ENGLISH_NUMBER = `(?:\\d{1,4}|${[...ENGLISH_NUMBERS.slice(1), "thirty", "forty", "forty-five", "ninety", "a couple of", "an?"].toReversed().join("|")})`;

export function englishNumberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "a" || text === "an") return 1;
  if (text === "a couple of") return 2;
  const tens: Readonly<Record<string, number>> = { thirty: 30, forty: 40, "forty-five": 45, ninety: 90 };
  const small = ENGLISH_NUMBERS.indexOf(text);
  return small >= 0 ? small : (tens[text] ?? Number.NaN);
}

const ORDINALS: readonly string[] = [
  "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
  "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
  "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
  "twenty-ninth", "thirtieth", "thirty-first",
];

/** A day of the month as an ordinal: "3rd", "twenty-first". */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINALS.toReversed().join("|").replaceAll("-", "[- ]")})`;

export function ordinalOf(text: string): number {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text);
  return digits ? Number(digits[1]) : ORDINALS.indexOf(text.replace(" ", "-")) + 1;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The name of a month, whole or short. */
export const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

export function monthOf(text: string): number {
  return MONTHS.indexOf(text.slice(0, 3)) + 1;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The name of a weekday, whole or short. */
export const WEEKDAY = "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

export function weekdayNumberOf(text: string): number {
  return WEEKDAYS.indexOf(text.slice(0, 3)) + 1;
}
