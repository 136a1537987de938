/** Parts of the day: words for them and the hours that they cover. */

/** From (included) and to (not included), HH:MM; "24:00" is the end of the day. */
export type TimeWindow = readonly [from: string, to: string];

/** Chinese names first matched longest; English ones stand between blanks. */
const PARTS: readonly (readonly [source: string, window: TimeWindow])[] = [
  ["凌晨|后半夜|半夜", ["00:00", "06:00"]],
  ["大清早|一大早|清晨|清早|一早", ["05:00", "09:00"]],
  ["早晨|早上|早间|(?<=[今明])[早晨]|(?<=[天号日一二三四五六])早(?!餐|饭|点|茶|教)", ["05:00", "12:00"]],
  ["上午", ["06:00", "12:00"]],
  ["中午|正午|晌午", ["11:00", "14:00"]],
  ["下午|午后", ["12:00", "18:00"]],
  ["傍晚|黄昏", ["17:00", "20:00"]],
  ["深夜|夜里|午夜|大半夜", ["22:00", "24:00"]],
  ["晚上|晚间|夜晚|夜间|今夜|(?<=[今明])晚|(?<=[天号日一二三四五六夜])晚(?!餐|饭|会|点)", ["18:00", "24:00"]],
  ["(?:early |very early )(?:in the )?morning|at dawn", ["05:00", "09:00"]],
  ["(?:in the |this )?morning|in the am", ["05:00", "12:00"]],
  ["(?:at |around )?(?:noon|midday|lunch ?time)", ["11:00", "14:00"]],
  ["(?:in the |this )?afternoon", ["12:00", "18:00"]],
  ["(?:in the |this )?evening", ["18:00", "24:00"]],
  ["late (?:at )?night|(?:at |around )?midnight", ["22:00", "24:00"]],
  ["tonight|tonite|(?:at )?night", ["18:00", "24:00"]],
];

export interface PartMatch {
  readonly start: number;
  readonly end: number;
  readonly window: TimeWindow;
}

const PATTERNS = PARTS.map(([source, window]) => ({
  window,
  pattern: /[a-z]/u.test(source.replaceAll(/\(\?[<:=!]*/gu, ""))
    ? new RegExp(`(?<![\\p{L}\\d'])(?:${source})(?![\\p{L}\\d])`, "gu")
    : new RegExp(source, "gu"),
}));

/** Every part of the day in even text, in reading order, the longest where several overlap. */
export function partsIn(even: string): PartMatch[] {
  const all = PATTERNS.flatMap(({ window, pattern }) =>
    Array.from(even.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length, window })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PartMatch[] = [];
  for (const each of all) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}
