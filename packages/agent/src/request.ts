/**
 * What the person's own words say, read by code: how many, up to what price, where to, with which wishes. The loop holds
 * a model's calls against this; where they disagree, the words win.
 *
 * Every reader takes plain text and says where in it the answer stands, so that one number is never read as two things.
 */
import { NUMBER_SOURCE as N, narrow, numberOf, numbersIn, type SaidNumber } from "./numbers.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const speaksChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

// ---------------------------------------------------------------------------------------------------- price limits

export interface PriceLimit extends Span {
  readonly amount: number;
  /** For all together, for each one, or not said. */
  readonly of: "total" | "each" | "unsaid";
}

const MONEY = String.raw`(?:元|块钱|块|圆|人民币|yuan|rmb|cny|kuai|bucks|dollars|usd)`;
const NOT_MONEY = String.raw`(?!\s*(?:分钟|小时|天|点|公里|千米|米|周|个月|人|位|晚|星|楼|号|min|hour|hr|day|week|month|km|mile|star|people|person|night|minute|o'?clock|am\b|pm\b))`;
const LIMITS = [
  new RegExp(String.raw`(?:不要?超过?|别超过?|不能超过?|不超过?|最多|最高|顶多|预算|不高于|不贵于|低于|少于|小于|控制在|限价|价位|至多)(?:最多|大概|大约|不要?超过|别超过|差不多|是|在|为|就|给|出|:|：|\s)*[¥￥$]?\s*(${N})(?![\d.,]\d|\d)${NOT_MONEY}\s*${MONEY}?`, "giu"),
  new RegExp(String.raw`[¥￥$]?\s*(${N})\s*${MONEY}?\s*(?:钱)?\s*(?:以内|之内|以下|以里|内就?行|内的?|封顶|到顶|左右|上下|的?预算)(?!\s*(?:到|送))`, "giu"),
  new RegExp(String.raw`\b(?:under|below|less than|not over|not above|no more than|not more than|at most|max(?:imum)?(?: price)?(?: of)?|up to|within|cheaper than|lower than|not exceeding|doesn'?t exceed|don'?t exceed|no higher than|budget(?: is| of|:)?(?: about)?|keep it (?:under|below)|price limit|capped at|cap(?: of)?|beneath|(?:don'?t|not) (?:spend|pay|go) (?:more than|over|above)|over)\s*(?:about |around )?[¥￥$]?\s*(${N})(?![\d.,]\d|\d)${NOT_MONEY}\s*${MONEY}?`, "giu"),
  new RegExp(String.raw`\b(?:around|about|roughly|approximately)\s*(?:[¥￥$]\s*(${N})|(${N})\s*${MONEY})`, "giu"),
  new RegExp(String.raw`[¥￥$]?\s*\b(${N})\s*${MONEY}?\s*(?:or less|or under|or below|or cheaper|max\b|maximum|tops|at most|limit|budget|and under|and below)`, "giu"),
];

export function priceLimits(words: string): readonly PriceLimit[] {
  const text = narrow(words);
  const found: PriceLimit[] = [];
  for (const [index, pattern] of LIMITS.entries()) {
    for (const match of text.matchAll(pattern)) {
      const amount = numberOf((match[1] ?? match[2])!);
      if (!(amount > 0)) continue;
      if (/^over\b/i.test(match[0]) && !/\b(?:not|n'?t|never)\s+(?:go\s+|be\s+)?$/i.test(text.slice(0, match.index))) continue;
      // "3天内", "两小时内" are no prices: 内 alone needs money.
      if (index === 1 && !/[¥￥$元块圆币]|yuan|rmb|以内|之内|以下|以里|封顶|到顶|预算/iu.test(match[0])) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      // "About 20" leaves some room.
      const about = /左右|上下|around|about|roughly|approximately/i.test(match[0]) && !/under|below|less|within|over|max|不|以内|最多/i.test(match[0]);
      if (!found.some((other) => overlaps(other, span))) found.push({ amount: about ? Math.round(amount * 1.2) : amount, of: limitOf(text, span), ...span });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function limitOf(text: string, span: Span): PriceLimit["of"] {
  const near = text.slice(Math.max(0, span.start - 12), span.end + 14);
  if (/一共|总共|总价|总计|合计|加起来|总的|全部|in total|total|altogether|all together|for (?:everything|all|both)/i.test(near)) return "total";
  if (/[每单](?:杯|份|个|晚|张|件|人|位|瓶|盒|碗|双|间|只|条|价)|\beach\b|\bper\b|a (?:night|cup|piece|ticket)\b|apiece/i.test(near)) return "each";
  return "unsaid";
}

/** A price that was named without being a limit: "30块的奶茶", "a 50 yuan top-up". */
export function pricesNamed(words: string): readonly SaidNumber[] {
  const text = narrow(words);
  // "四块蛋糕" counts cake.
  return numbersIn(text).filter((number) => (new RegExp(String.raw`^\s*${MONEY}`, "iu").test(text.slice(number.end)) && !/^块(?!钱|的|以|之|内|左|上|吧|封|话费|$|\P{Script=Han})/u.test(text.slice(number.end))) || /[¥￥$]\s*$/.test(text.slice(0, number.start)));
}

// ------------------------------------------------------------------------------------------------------- quantities

export const ZH_MEASURES = "杯|份|碗|瓶|盒|袋|件|套|本|支|只|台|箱|串|笼|盘|听|罐|桶|片|根|顶|副|盆|束|枚|粒|扎|提|卷|捆|例|屉|包|条|把|双|对|辆|部|颗|斤|盏|幅|朵|壶|盅|锅|打|板|板子|次|单|个(?!月|小时|钟头|星期|礼拜|人)|块(?!钱|以|内|左)";
export const EN_MEASURES = "cups?|tubes?|tins?|rolls?|sticks?|bottles?|bowls?|boxe?s?|pairs?|pieces?|packs?|packets?|bags?|orders?|servings?|portions?|slices?|copies|copy|cans?|sets?|plates?|cones?|glasses|items?|units?|bunche?s?|bouquets?|jars?|cartons?|loaves|rolls?|kilos?|kilograms?|kg|grams?|pounds?|lbs?|of them|x";
const TICKET_MEASURES = "张|位|个人|人份|人|口|tickets?|seats?|people|persons?|adults?|passengers?|travell?ers?|guests?|of us|pax|students?|grown-?ups";
const ROOM_MEASURES = "间|套房|rooms?|个房间|个标间|个大床房";

/** What a number may count, by what is bought. */
export type Counted = "things" | "tickets" | "rooms" | "one";

/**
 * How many the person wants, or undefined when they did not say.
 *
 * @param wanted the words for the thing itself (the model's `query`): numbers inside it ("Shrek 5") do not count, and with
 *   several things in one sentence the number beside this one does
 * @param taken parts of the text that are something else: dates, times, prices, phone numbers, addresses
 */
export function quantityOf(words: string, counted: Counted, wanted: string, taken: readonly Span[]): number | undefined {
  if (counted === "one") return undefined;
  const text = narrow(words);
  // 铅笔 is also a part of 铅笔盒: the thing that is counted under this very name is meant.
  const inside = wanted === "" ? undefined : (countedIn(words, taken).find((thing) => thing.text.toLowerCase() === wanted.toLowerCase()) ?? spanOf(text, wanted));
  const free = numbersIn(text).filter((number) => Number.isInteger(number.value) && number.value >= 1 && number.value <= 999
    && !taken.some((span) => overlaps(span, number)) && !isOrdinal(text, number) && !(inside && overlaps(inside, number) && !isLeading(text, number, inside)));
  if (counted === "tickets") return ticketsOf(text, free);
  if (counted === "rooms") return free.find((number) => followedBy(text, number, ROOM_MEASURES))?.value;
  const measured = free.filter((number) => followedBy(text, number, `${ZH_MEASURES}|${EN_MEASURES}`) || multiplied(text, number)
    || (/\b(?:get|buy|order|take|want|need|make it)(?: me| us)? $/i.test(text.slice(0, number.start)) && /^\s*(?:please)?\s*(?:$|[,.!;])/i.test(text.slice(number.end))));
  const beside = inside ? nearest(text, free, measured, inside) : undefined;
  // A dozen is not one: "两打" is 24.
  const chosen = beside ?? (measured.length === 1 ? measured[0] : undefined);
  // "two bottles of shampoo and a tube of toothpaste": the article counts one of the last.
  const single = beside === undefined && inside && new RegExp(String.raw`\ban?\s+(?:(?:${EN_MEASURES})\s+of\s+)?(?:[a-z'-]+\s+){0,2}$`, "i").test(text.slice(0, inside.start));
  if (single && !(chosen && overlaps(chosen, inside))) return 1;
  if (!chosen) return undefined;
  return followedBy(text, chosen, "打(?!车|的|折|包)") ? chosen.value * 12 : chosen.value;
}

function ticketsOf(text: string, free: readonly SaidNumber[]): number | undefined {
  const mixed = [...text.matchAll(new RegExp(String.raw`(${N})大(${N})小`, "gu"))][0];
  if (mixed) return numberOf(mixed[1]!) + numberOf(mixed[2]!);
  const adults = /\b(\w+) adults?\b.{0,12}?\b(\w+) (?:kids?|child(?:ren)?)\b/i.exec(text);
  if (adults) {
    const [a, b] = [numberOf(adults[1]!.toLowerCase()), numberOf(adults[2]!.toLowerCase())];
    if (a > 0 && b > 0) return a + b;
  }
  // Tickets before people: "两张票，我们三个人" asks for two.
  for (const measures of ["张|tickets?|seats?|(?:\\w+ ){1,3}?(?:tickets?|flights?|seats?)|flights?", TICKET_MEASURES]) {
    const found = free.filter((number) => followedBy(text, number, measures));
    if (found[0]) return found[0].value;
  }
  const forMany = free.find((number) => /\bfor (?:the )?$/i.test(text.slice(0, number.start)));
  if (forMany) return forMany.value;
  const direct = free.find((number) => multiplied(text, number) || followedBy(text, number, "个(?!月|小时|钟头)"));
  if (direct) return direct.value;
  if (/我们俩|我俩|咱俩|两口子|夫妻|the two of us|both of us/i.test(text)) return 2;
  const company = /(?:我|自己)?(?:和|跟|与|带着?|陪)(?:我的?|俺)?(老婆|老公|妻子|丈夫|女朋友|男朋友|女友|男友|对象|爱人|妈妈?|爸爸?|母亲|父亲|儿子|女儿|孩子|朋友|同事|同学|闺蜜|哥哥?|姐姐?|弟弟?|妹妹?|奶奶|爷爷)(?!们)/u;
  if (company.test(text) && !/问|告诉|替|给(?!我)/.test(text)) return 2;
  if (/\b(?:me|myself|i) and my (?:wife|husband|girlfriend|boyfriend|mom|mum|dad|mother|father|son|daughter|friend|partner|brother|sister)\b|\bmy (?:wife|husband|girlfriend|boyfriend|mom|mum|dad|mother|father|son|daughter|friend|partner) and (?:i|me|myself)\b|\bwith my (?:wife|husband|girlfriend|boyfriend|partner)\b|\bboth of us\b/i.test(text)) return 2;
  return undefined;
}

export function spanOf(text: string, part: string): Span | undefined {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  return part !== "" && at >= 0 ? { start: at, end: at + part.length } : undefined;
}

const followedBy = (text: string, number: SaidNumber, measures: string): boolean =>
  new RegExp(String.raw`^\s*(?:(?:大|小|中|超大|large |small |more |whole |full |big )?(?:${measures}))(?![a-z])`, "iu").test(text.slice(number.end));
/** "x2", "×3", "2x", "*2". */
const multiplied = (text: string, number: SaidNumber): boolean => /[x×*✕]\s*$/i.test(text.slice(0, number.start)) || /^\s*[x×](?![a-z])/i.test(text.slice(number.end));
const isOrdinal = (text: string, number: SaidNumber): boolean =>
  /第\s*$|no\.?\s*$|number\s*$|#\s*$|option\s*$/i.test(text.slice(0, number.start)) || /^(?:st|nd|rd|th)\b/i.test(text.slice(number.end));
/** The model's words may take the number along ("10份木橙饭", "two lattes"): it still counts. */
const isLeading = (text: string, number: SaidNumber, inside: Span): boolean =>
  number.start === inside.start && number.end < inside.end && (followedBy(text, number, `${ZH_MEASURES}|${EN_MEASURES}`) || /^ [a-z]/i.test(text.slice(number.end)));

const ZH_THING = new RegExp(String.raw`(?:(${N})\s*|(?<=[买订点来要寄换]))(?:大|小|中|超大)?(?:${ZH_MEASURES})\s*(?:的)?(《[^》]{1,30}》|[\p{Script=Han}A-Za-z0-9·]{1,14}?)(?=[，。,.;；、!！?？\s]|$|和|跟|与|还有|再来|再加|再要|另外|加上|以及|外加|加|配|送(?:到|去|来|至|我)|寄到|谢谢|吧$|${N}\s*(?:${ZH_MEASURES}))`, "gu");
const ZH_THING_AFTER = new RegExp(String.raw`(?:^|[，。,;；、\s]|和|跟|还有|再来|再要|点|买|来|要|订)([\p{Script=Han}A-Za-z·]{2,10}?)\s*(${N})\s*(?:${ZH_MEASURES})`, "gu");
const EN_THING = new RegExp(String.raw`\b(${N}|an?)\s+(?:(?:${EN_MEASURES})\s+(?:of\s+)?)?((?:[a-z][a-z_'-]*\s+){0,3}?[a-z][a-z_'-]*)(?=\s*(?:[,.;!?]|$|\band\b|\bplus\b|\bto\b|\bfor\b|\bwith\b|\bunder\b|\bdelivered\b|\bplease\b|\bfrom\b|\bat\b|\bin\b|\bby\b|\bno more\b|\bless\b|\bbelow\b))`, "giu");

/** Names that have an "and" of their own. Joined they stay one word; every place in the text stays the same. */
const AND_NAMES = /\b(?:hot|sweet|salt|mac|macaroni|fish|bacon|ham|egg|eggs|peanut butter|cookies|pork|chive|chives|spinach|beef|chicken|tomato|rice|bread|black|surf|bed|bits|salt) and (?:sour|spicy|pepper|vinegar|cheese|chips|eggs?|bacon|jelly|cream|cabbage|chives?|broccoli|rice|white|turf|beans|butter|breakfast|pieces)\b/giu;
export const joinNames = (text: string): string => text.replace(AND_NAMES, (name) => name.replaceAll(" ", "_"));
export const partNames = (text: string): string => text.replaceAll("_", " ");

/** The things of a sentence that counts several: "十个包子和两杯豆浆", "two lattes and a croissant". */
export const thingsIn = (words: string, taken: readonly Span[]): readonly (Span & { readonly text: string })[] => listed(countedIn(words, taken), words);

/** What a sentence counts only to say why something else is wanted: "I need a gift for a five year old, get a lego set". */
export function reasonsIn(words: string, taken: readonly Span[]): readonly (Span & { readonly text: string })[] {
  const things = countedIn(words, taken);
  const wanted = listed(things, words);
  return things.filter((thing) => !wanted.includes(thing));
}

function countedIn(words: string, taken: readonly Span[]): readonly (Span & { readonly text: string })[] {
  const text = joinNames(narrow(words));
  const chinese = speaksChinese(text);
  const found: (Span & { text: string })[] = [];
  const add = (match: RegExpExecArray, thing: string): void => {
    const start = match.index + match[0].lastIndexOf(thing);
    const wish = wishesOf(thing).find((each) => each.start > 0);
    const name = partNames((wish ? thing.slice(0, wish.start) : thing).replace(/[《》]/g, "").trim());
    const span = { start, end: start + thing.length, text: name };
    if (name === "" || new RegExp(`^(?:${EN_MEASURES}|tickets?|rooms?|nights?|people|of)$`, "i").test(name)) return;
    if (!taken.some((each) => overlaps(each, { start: match.index, end: span.end })) && !found.some((each) => overlaps(each, span))) found.push(span);
  };
  if (chinese) {
    for (const match of text.matchAll(ZH_THING)) add(match, match[2]!);
    if (found.length === 0) for (const match of text.matchAll(ZH_THING_AFTER)) add(match, match[1]!);
  } else {
    for (const match of text.matchAll(EN_THING)) add(match, match[2]!);
    // "a burger, fries and a coke": what stands between two counted things is one too.
    const counted = found.toSorted((a, b) => a.start - b.start);
    for (const [index, thing] of counted.entries()) {
      const next = counted[index + 1];
      const between = next && /^,\s*((?:[a-z][a-z_'-]* ){0,2}[a-z][a-z_'-]*)\s*(?:,|,?\s*and)\s+(?:an?|\w+)?\s*$/i.exec(text.slice(thing.end, next.start));
      if (between) found.push({ start: thing.end, end: thing.end + between[0].length, text: partNames(between[1]!) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Things that are wanted together. "I need a gift for a five year old, get a lego set" gives a reason and wants one thing. */
function listed<Thing extends Span>(things: readonly Thing[], text: string): readonly Thing[] {
  let kept: Thing[] = [];
  for (const thing of things) {
    if (/\bfor\s+(?:(?:an?|the|my)\s+)?(?:\d+\s+)?$/i.test(text.slice(0, thing.start))) continue;
    const between = text.slice(kept.at(-1)?.end ?? thing.start, thing.start);
    const together = /\b(?:and|plus|also|then|with)\b|[&+]/i.test(between) || !/\b(?:get|buy|order|purchase|grab)\b/i.test(between);
    kept = together ? [...kept, thing] : [thing];
  }
  return kept;
}

const ENDS = /[，。,.;；、!！?？\n]|\band\b|\bplus\b|\bwith\b|和|跟|还有|再|另外|加上/iu;

function nearest(text: string, free: readonly SaidNumber[], measured: readonly SaidNumber[], inside: Span): SaidNumber | undefined {
  const leading = free.find((number) => number.start === inside.start && overlaps(number, inside));
  if (leading) return leading;
  const before = free.filter((number) => number.end <= inside.start).at(-1);
  if (before) {
    const gap = text.slice(before.end, inside.start);
    const words = gap.trim().split(/\s+/).filter(Boolean).length;
    const close = /\p{Script=Han}/u.test(gap) ? gap.length <= 12 : words <= 5;
    // English counts without a measure ("four chicken wings"); Chinese needs one.
    if (close && !ENDS.test(gap) && (measured.includes(before) || /^\s*(?:[a-z%'-]+\s+)*$/i.test(gap))) return before;
  }
  const after = measured.find((number) => number.start >= inside.end);
  if (after && after.start - inside.end <= 8 && !/[。;；、!！?？\n]|和|跟|还有|\band\b/u.test(text.slice(inside.end, after.start))) return after;
  const bare = free.find((number) => number.start >= inside.end && /^\s*(?:,|，)?\s*(?:要|来|给我|一共|共)?\s*$/.test(text.slice(inside.end, number.start)) && /^\s*(?:$|[，。,.!！])/.test(text.slice(number.end)));
  return bare;
}

// ------------------------------------------------------------------------------------------- nights, stars, classes

export function nightsOf(words: string): { value: number; span: Span } | undefined {
  const text = narrow(words);
  for (const match of text.matchAll(new RegExp(String.raw`(${N})\s*(?:个)?(?:晚上?|夜|宿|nights?\b)`, "giu"))) {
    const value = numberOf(match[1]!);
    if (/^[今明昨前后当每]/.test(match[1]!) || /每\s*$/.test(text.slice(0, match.index))) continue;
    if (Number.isInteger(value) && value >= 1 && value <= 90) return { value, span: { start: match.index, end: match.index + match[0].length } };
  }
  const week = /住\s*(?:一|1)\s*(?:周|个星期|礼拜)|for (?:a|one) week\b/i.exec(text);
  return week ? { value: 7, span: { start: week.index, end: week.index + week[0].length } } : undefined;
}

export function starsOf(words: string): { value: number; span: Span } | undefined {
  const match = new RegExp(String.raw`(${N})\s*-?\s*(?:星级?(?!期)|stars?\b)`, "iu").exec(narrow(words));
  const value = match ? numberOf(match[1]!) : 0;
  return match && value >= 1 && value <= 5 ? { value, span: { start: match.index, end: match.index + match[0].length } } : undefined;
}

export function cabinOf(words: string): "economy" | "business" | "first" | undefined {
  if (/头等舱|first[- ]class|\bfirst class\b/i.test(words)) return "first";
  if (/商务舱|公务舱|business[- ]class|\bin business\b/i.test(words)) return "business";
  if (/经济舱|economy|\bcoach\b/i.test(words)) return "economy";
  return undefined;
}

export function seatOf(words: string): "second" | "first" | "business" | "sleeper" | undefined {
  if (/商务座|特等座|business[- ](?:class|seat)/i.test(words)) return "business";
  if (/一等座?|first[- ](?:class|seat)/i.test(words)) return "first";
  if (/二等座?|second[- ](?:class|seat)|standard class/i.test(words)) return "second";
  if (/硬卧|软卧|卧铺|sleeper|\bberth\b/i.test(words)) return "sleeper";
  return undefined;
}

export function sortOf(words: string): "price" | "sales" | "rating" | "time" | undefined {
  if (/最便宜|最低价|价格最低|票价最低|最实惠|最划算|便宜点|便宜一?些|cheapest|lowest price|least expensive|best price/i.test(words)) return "price";
  if (/销量最[高好]|卖得最好|最畅销|最火|最热卖|best[- ]?sell|most popular|top[- ]?sell/i.test(words)) return "sales";
  if (/评分最高|好评最|评价最[高好]|口碑最好|best[- ]rated|highest[- ]rat|top[- ]rated|best reviewed/i.test(words)) return "rating";
  if (/最早|最快|越早越好|最近的一[班趟]|earliest|soonest|fastest|first (?:train|flight|bus) (?:out|of|to)/i.test(words)) return "time";
  return undefined;
}

// ------------------------------------------------------------------------------------------------------- addresses

const ADDRESS_END = String.raw`(?=[，。,;；!！?？\n]|$|\s*(?:谢谢|麻烦|快点|尽快|不超过|别超过|不要超过|预算|最多|低于|价格|一共|总共|要|行吗|可以吗|好吗|吧$|哈$|\d+(?:元|块)|${N}(?:元|块)))`;
const ZH_ADDRESS = new RegExp(String.raw`(?:送货?到|送去|送至|送达|配送到|配送至|寄到|寄去|寄给|寄往|发到|发往|送回|外卖到|快递到|邮寄到|派送到|送往|送(?=我?(?:家|公司|单位|办公室|学校|宿舍))|地址是?[:：]?|收货地址是?[:：]?|送(?![一二两三四五六七八九十\d]?[束份个件朵]|给|礼|来|货|外卖|我(?!家|公司|单位)|女|男|朋友|老|妈|爸|餐|票|点|杯|他|她|人|的))\s*(.{1,40}?)${ADDRESS_END}`, "u");
const EN_STOP = String.raw`(?=[,;.!?\n](?!\d)|$|\s+(?:please|pls|thanks|thank you|thx|under|below|for less|less than|no more|not over|max|at most|up to|within|by \d|by noon|asap|right now|now|today|tonight|tomorrow|with|and|budget|around|before|after|in \d|quickly|soon|if|because|i)\b)`;
const EN_ADDRESS = new RegExp(String.raw`\b(?:deliver(?:ed|y)?(?: it| them| this| that)?(?: over)?(?: to| at)|sen[dt](?: it| them| this| that)?(?: over)? to|ship(?:ped)?(?: it| them| this| that)? to|bring (?:it|them)(?: over)? to|drop (?:it|them)(?: off)? at|mail(?:ed)?(?: it| them)? to|to (?=(?:my|the|our) (?:office|home|house|place|work|company|school|dorm|apartment|flat)\b)|to (?=(?:home|work)\b)|at (?=(?:my|the|our) (?:office|home|house|place|work|company|school|dorm|apartment)\b))\s*(.{1,60}?)${EN_STOP}`, "i");

/** Where to deliver, in the person's words ("公司", "my office", "祈年殿"), if they said it. */
export function deliveryOf(words: string): { value: string; span: Span; phrase: Span } | undefined {
  const zh = ZH_ADDRESS.exec(words);
  const home = /\b(?:delivered|delivery|sent|shipped|brought|bring (?:it|them)|deliver (?:it|them)?)\s*(home)\b/i.exec(words);
  if (!zh && home) return at(words, home, home[1]!);
  const match = zh ?? EN_ADDRESS.exec(words);
  if (!match?.[1]) {
    const verbs = /\b(?:deliver|send|ship|bring)\b.{0,40}?\bto (.{1,60}?)(?=[,;.!?\n]|$|\s+(?:please|pls|thanks|under|below|less|no more|not over|max|at most|up to|asap|now|today|tonight|tomorrow)\b)/i.exec(words);
    if (!verbs?.[1]) return undefined;
    const found = at(words, verbs, verbs[1]);
    // What is sent stands between the verb and "to": it is not part of the address.
    return { ...found, phrase: { start: words.toLowerCase().lastIndexOf("to ", found.span.start), end: found.phrase.end } };
  }
  const value = match[1].trim().replace(/(?:这边|那边|那里|这里|去|来|吧|哈|啊|呀|呗|就行|即可)$/u, "").trim();
  return value ? at(words, match, value) : undefined;
}

function at(words: string, match: RegExpExecArray, value: string): { value: string; span: Span; phrase: Span } {
  const start = words.indexOf(value, match.index);
  return { value, span: { start, end: start + value.length }, phrase: { start: match.index, end: Math.max(start + value.length, match.index + match[0].length) } };
}

const HOME = /^(?:我的?)?(?:家|家里|家中|住处|宿舍|住的地方|我家里?)$|^(?:my |our |the )?(?:home|house|place|apartment|flat)(?: address)?$/i;
const OFFICE = /^(?:我的?|我们)?(?:公司|单位|办公室|公司里|单位里|上班的地方|写字楼)$|^(?:my |our |the )?(?:office|work|workplace|company|job)(?: address)?$/i;

/** Which of the profile's named addresses the words mean. */
export function placeLabel(words: string): "home" | "office" | undefined {
  const trimmed = words.trim();
  return HOME.test(trimmed) ? "home" : OFFICE.test(trimmed) ? "office" : undefined;
}

// ---------------------------------------------------------------------------------------------------------- wishes

const COLOURS_ZH = "黑|白|红|蓝|绿|黄|灰|粉|粉红|紫|棕|橙|米|米白|金|银|藏青|咖啡|卡其|天蓝|深蓝|浅蓝|深灰|浅灰|酒红|墨绿|军绿|玫红|肉|驼|杏|青|裸|香槟|彩";
const COLOURS_EN = "black|white|red|blue|green|yellow|gr[ae]y|pink|purple|brown|orange|beige|gold|silver|navy(?: blue)?|khaki|ivory|cream|burgundy|teal|turquoise";
/** A colour and nothing else: a choice among goods, a part of the name of food ("orange juice", "红豆"). */
export const isColour = (wish: string): boolean => new RegExp(`^(?:(?:${COLOURS_ZH})色的?|(?:light |dark |bright )?(?:${COLOURS_EN}))$`, "i").test(wish);
const WISHES = [
  /去(?:皮|骨|籽|核|葱|香菜|蒜)|热(?=拿铁|美式|咖啡|牛奶|巧克力|可可|饮|奶茶|豆浆|柠檬|橙)|冰(?=美式|拿铁|咖啡|可乐|奶茶|豆浆|柠檬|红茶|绿茶|啤酒|水)/gu,
  /(?:正常|标准|少少|少|去|多|微|无|半|不要|不加|加|免)冰|(?:全|半|少|微|无|低|七分|五分|三分|正常|标准|多|不加|不要)糖|(?:代|零卡)糖|常温|温热|(?<![天炎])热的|要热|冰的|加冰/gu,
  /(?:少|多|不要|免|轻|低)(?:油|盐|醋|酱|饭|汤|汁|料|葱|蒜|姜|麻)|换(?:成)?[\p{Script=Han}]{1,3}(?:奶|糖|面|饭|酱|米)|(?:燕麦|豆|脱脂|低脂|全脂)奶(?!茶)/gu,
  /(?:微微|微|中|特|重|超|不要太|不|少|多|免|少放|变态)辣|(?:超大|大|中|小)(?:杯|份|碗|号|盘)/gu,
  /(?:(?:别放|不放|别加|少放|多放|多加|少加)(?:点儿?|些)?|不要|不加|不吃|免)(?!超|太|过|快|慢|冰|糖|的|了|电|早|晚|紧|着急|最|掉|[一二两三四五六七八九十]|订|买|点|往|到|费)(?:点儿?|些)?[\p{Script=Han}]{1,3}?(?=[，。,;；、!！?？\s和]|$|的|送|谢|不要|少|多|加|别|微|中|大)/gu,
  /加(?!快|起来|油|班|急|上|拿大)(?:一?份|点儿?|个|双份)?(?:珍珠|椰果|布丁|芋圆|仙草|红豆|西米|奶盖|燕麦|蛋|鸡蛋|煎蛋|卤蛋|香肠|火腿|培根|芝士|奶酪|辣|醋|香菜|葱|蒜|肉|牛肉|面|饭|米饭|料|浓缩|糖|奶|酱|青菜|豆皮)(?!夹|丝|片|丸|饼|包|堡|排|汤|粉|皮|条)/gu,
  new RegExp(`(?:${COLOURS_ZH})色(?:的)?`, "gu"),
  /(?<![a-z\d])(?:[2-5]\d码|[SML]码|X{1,4}[SL]码?|均码|加大码?|大码|小码|\d{2,4}\s?(?:ml|毫升|克|g|寸|英寸|GB?|TB?|码|cm|厘米))(?![a-z])/giu,
  /打包|带走|分开装|切(?:好|片|块|丁)|去皮|现做/gu,
  /靠窗|靠过道|靠走道|下铺|中铺|上铺|大床房?|双床房?|标间|高楼层|无烟房?|含早|带早餐|前排|后排|中间的?位置/gu,
  /\b(?:(?:half|less|no|extra|light|regular|more|little|without|normal|low|zero|full)[- ](?:ice|sugar|salt|spice|spicy|oil|sweet)|(?:30|50|70|100|0|25|75)% (?:ice|sugar|sweet(?:ness)?)|sugar[- ]free|unsweetened|iced|decaf)\b/giu,
  /\b(?:no|without|hold the|extra|with extra|add(?: some)?|skip the|easy on the|light on the|leave out the?)\s+(?!more|less|later|than|one|rush|problem|need|idea|matter|over|longer|charge|fee|cost|big|the|a|an|my|spending|going|ice\b|sugar\b|salt\b)[a-z]+(?:\s+(?:sauce|cheese|cream|leaf|leaves|pepper|peppers|oil|onions?|pearls|foam|milk|shot|toppings?))?/giu,
  /\bhot(?= (?:latte|americano|coffee|tea|milk tea|milk|cocoa|mocha|cappuccino|soy milk|lemon|water|bubble tea)\b)/giu,
  /\b(?:well[- ]done|medium[- ]rare|gluten[- ]free|vegan|vegetarian|toasted|crispy|to go|takeaway)\b/giu,
  /\b(?:not(?: too)? spicy|mild(?:ly spicy)?|medium(?: spicy)?|very spicy|extra hot|less spicy|[a-z]+ on the side|(?:oat|soy|almond|skim(?:med)?) milk)\b/giu,
  /\b(?:extra[- ]large|large|small|medium|big)(?= (?:cups?|size|portion|bowl|one|pizza|[a-z]+))|(?<=,\s*)(?:extra[- ]large|large|small|medium)(?:[- ]sized?)?(?=\s*(?:[,.;!?]|$))/giu,
  new RegExp(String.raw`\b(?:light |dark |bright )?(?:${COLOURS_EN})\b(?! (?:tea|bean|wine|bull|rice|pepper|velvet|friday|garden))`, "giu"),
  /\bsize\s+(?:[smlx]{1,4}|\d{1,2}(?:\.5)?|small|medium|large)\b|\b(?:XS|XL|XXL|XXXL)\b|\b\d{2,4}\s?(?:ml|g|gb|tb|inch(?:es)?|cm)\b|\bin (?:small|medium|large)\b/giu,
  /\bwindow seats?\b|\baisle seats?\b|\b(?:lower|middle|upper) (?:berth|bunk)\b|\b(?:king|queen|twin|double)(?:[- ](?:bed|room|size))+\b|\bnon-?smoking\b|\bhigh floor\b|\bfront row\b|\bwith breakfast\b/giu,
];

/** Wishes that carriers and hotels can do something about. */
export const TRAVEL_WISHES: RegExp = /靠窗|靠过道|靠走道|[下中上]铺|大床房?|双床房?|标间|高楼层|无烟房?|含早|带早餐|window seat|aisle seat|berth|bunk|bed|room|smoking|floor|row|breakfast/iu;

/** Wishes beyond the thing itself, as said and in the order said: 少冰, half ice, 不要香菜, 黑色, size M. */
export function wishesOf(words: string, taken: readonly Span[] = []): readonly (Span & { readonly text: string })[] {
  const found: (Span & { text: string })[] = [];
  for (const pattern of WISHES) {
    for (const match of words.matchAll(pattern)) {
      const wish = { text: match[0].trim(), start: match.index, end: match.index + match[0].length };
      if (taken.some((span) => overlaps(span, wish)) || found.some((other) => overlaps(other, wish))) continue;
      found.push(wish);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

// ------------------------------------------------------------------------------------------------------- phones etc.

const PHONE = /(?<!\d)(?:\+?\d{1,3}[- ])?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\d{3,4}[- ]\d{7,8}|\d{3}[- ]\d{3}[- ]\d{4}|\d{7,13})(?!\d)/g;
export function phonesOf(words: string): readonly (Span & { readonly text: string })[] {
  return [...narrow(words).matchAll(PHONE)].map((match) => ({ text: match[0].replace(/[- ]/g, ""), start: match.index, end: match.index + match[0].length }));
}
export const looksLikePhone = (text: string): boolean => /^\+?\d{7,15}$/.test(narrow(text).replace(/[- ()]/g, ""));

/** Which entry of a list is meant: 0 for the first, -1 for the last; undefined when none or more than one is. */
export function ordinalOf(words: string, count: number): number | undefined {
  const text = narrow(words).trim();
  const found = new Set<number>();
  for (const match of text.matchAll(new RegExp(`第\\s*(${N})\\s*(?:个|家|款|种|班|趟|场|条|项|间|辆|份|件|只|张|号)?`, "gu"))) found.add(numberOf(match[1]!) - 1);
  const english = ["first", "second", "third", "fourth", "fifth"];
  for (const [index, word] of english.entries()) {
    if (new RegExp(`\\b${word}\\b(?!\\s*-?(?:class|seat|of|floor|train|flight))`, "i").test(text) || new RegExp(`\\b${index + 1}(?:st|nd|rd|th)\\b(?! of)`, "i").test(text)) found.add(index);
  }
  for (const match of text.matchAll(/(?:\b(?:number|no\.?|option)\s*|#)(\d|one|two|three|four|five)\b/gi)) found.add(numberOf(match[1]!.toLowerCase()) - 1);
  if (/^(?:就|要|选|来)?\s*[1-5一二三四五]\s*(?:号|吧|。|\.)?$/.test(text)) found.add(numberOf(/[1-5一二三四五]/.exec(text)![0]) - 1);
  if (/最后一?(?:个|家|款|班|趟|场)|the last(?: one)?\b/i.test(text)) found.add(count - 1);
  const [only] = found;
  return found.size === 1 && only !== undefined && only >= 0 && only < count ? only : undefined;
}

/** Does the person want it bought, and not only shown? */
export function wantsToBuy(words: string): boolean {
  const zh = /买|订|定(?=[一二两三四五六七八九十\d张个间份杯]|了?(?:票|机票|酒店|车票|房))|点(?=[一二两三四五六七八九十\d个份杯碗]|外卖|餐|单|些|杯|份)|下单|来(?=[一二两三四五六七八九十\d点份杯个碗])|叫(?=[一二两三四五六七八九十\d]?(?:个|辆|份)?(?:车|外卖|出租|快车|滴滴|专车))|打(?=[一二两\d]?(?:个|辆)?(?:车|的|滴|出租))|充(?=话费|值|[一二两三四五六七八九十百\d])|要(?=[一二两三四五六七八九十\d]+(?:杯|份|碗|个|张|瓶|盒|件|间|束))|抢(?=[一二两三四五六七八九十\d张票])|预[订定约]|团(?=[一二两三\d个张份])|拍(?=[一二两\d]?[件个])|安排(?:个|一)?(?:辆)?车|[票车房]\S{0,3}[一二两三四五六七八九十\d]+[张间]|送(?:到|去|至|我|来)|寄到|想吃|想喝|外卖|缴|交话费|[一二两三四五六七八九十\d]张(?!床|桌|纸)|^[一二两三四五六七八九十\d]+[杯份碗个瓶盒件]|拼车去|要[一二两三四五六七八九十\d]/u;
  const en = /^\W*(?:\d+|one|two|three|four|five|six|eight|ten|an?|some) (?!minute|hour|question)|\b(?:\d+|one|two|three|four|five|six) (?:[\w-]+ ){0,3}?tickets?\b|\b(?:book|buy|order|get (?:me|us|a|an|some|two|three|\d)|reserve|purchase|grab|call (?:me |us )?(?:a|an) (?:cab|taxi|ride|car|uber|didi)|(?:need|want|take) (?:a|an|some|somewhere|someplace|one|two|three|four|five|\d+|to (?:buy|book|order|get|eat|go))|top[- ]?up|recharge|refill|add \W?\d+|send (?:me |us )?(?:a|an|some|two|three|\d)|deliver|i'?d like|i'?ll (?:take|have|get)|give me|bring me|can i (?:get|have)|could i (?:get|have)|(?:pick|take|drive) me|get to|hail|ride to|charge)\b/i;
  return zh.test(words) || en.test(words);
}

/** "find me a deal and buy it", "有的话买一张", "直接订": asking was only the first half. */
const ordersIt = (words: string): boolean =>
  /\b(?:buy|book|order|reserve|purchase|get|grab) (?:me )?(?:it|one|them|that)\b|(?:直接|并|就|再|话|然后|帮我)(?:买|订|点|下单|预订)|(?:买|订)(?:下来|下|了|吧)/iu.test(words);

/** Words that only ask: prices, times, "what is there". */
export function onlyAsks(words: string): boolean {
  if (ordersIt(words)) return false;
  return /多少钱|怎么卖|有没有|有哪些|有什么|查一?下|查查|看看|看一下|搜一?下|对比|比较|推荐|几点|什么价|还有吗|有吗|问一?下|找一?下|找找/u.test(words)
    || /\b(?:show me|how much|what(?:'s| is| are)|which|any(?:where|thing)?\b|check|look (?:for|up)|search|find|compare|list|when is|when are|is there|are there|recommend|price of|prices?)\b/i.test(words);
}
