/** Names of things and places inside a sentence: where they begin and end. */
import { citiesIn } from "./cities.ts";
import type { ToolName } from "./events.ts";
import { numbersIn } from "./numbers.ts";
import { EN_MEASURES, overlaps, type Span, spanOf, thingsIn, wishesOf, ZH_MEASURES } from "./request.ts";

export const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

// ----------------------------------------------------------------------------------------------------------- things

/** Words that ask for anything of the kind: no title. */
const ANY_FILM = /^(?:电影票?|影片|片子|票|场次|看电影|(?:a |some |the )?(?:movie|film|cinema)s?(?: tickets?)?|tickets?)$/i;

/**
 * The name of what is wanted, from what the model copied. A small model copies too much ("bubble teas to my office"), too
 * little ("伦演唱会") or the wrong run ("到家"); the sentence around it says where the name really begins and ends.
 */
export function thingOf(tool: ToolName, written: string | undefined, messages: readonly string[], blockedIn: (message: string) => readonly Span[]): string | undefined {
  const shown = tool === "search_movies" || tool === "search_events";
  const quoted = shown || tool === "search_products" ? messages.map((message) => /《\s*([^》]{1,60}?)\s*》/.exec(message)?.[1]).find((each) => each !== undefined) : undefined;
  if (quoted !== undefined) return quoted;
  if (written === undefined || (tool === "search_movies" && ANY_FILM.test(written))) return undefined;
  const message = messages.find((each) => spanOf(each, written));
  if (message === undefined) return tidied(written, shown);
  const blocked = blockedIn(message);
  const span = spanOf(message, written)!;
  // "香菜" out of "不要香菜" is a wish about something else.
  const ofWish = !shown && insideWish(message, span);
  const piece = ofWish ? undefined : longestFree(span, blocked);
  let text = piece ? tidied(message.slice(piece.start, piece.end), shown) : "";
  // "本三体" after "买一": the first character counts.
  if (piece && /[一二两三四五六七八九十\d买订点来要]$/u.test(message.slice(0, piece.start))) text = text.replace(new RegExp(`^(?:${ZH_MEASURES})(?=\\p{Script=Han})`, "u"), "");
  text = text.replace(/^.*[没缺](?:有)?(?=\p{Script=Han})/u, "").replace(/^(?:人|个人)?[吃喝](?=\p{Script=Han})/u, "");
  if (shown && (text === "" || isEmptyName(text))) {
    const before = /(?:[看听的张]|^)((?:(?![看听的张])\p{Script=Han}){2,8}?)(?:的)?(?:门|入场)?票/u.exec(message)?.[1];
    if (before !== undefined && !ANY_FILM.test(before)) return before;
  }
  // "流浪地球" of "流浪地球2，两张": the second part is another film.
  if (shown && text !== "") text += /^ ?[2-9](?!\s*(?:张|个|位|人|月|号|点|场|tickets?|seats?|people|adults?|[ap]m|o'clock|[\d:.-]))/iu.exec(message.slice(message.indexOf(text) + text.length))?.[0] ?? "";
  if (text === "" || isEmptyName(text) || isEmptyName(written)) return thingNamed(message, blocked) ?? (piece ? tidied(written, shown) || undefined : undefined);
  // "new wireless ones": the thing was named before.
  const named = /\bones?$/i.test(text) ? thingNamed(message.slice(0, piece!.start), blocked) : undefined;
  if (named !== undefined) return text.replace(/\bones?$/i, named);
  if (shown && ANY_FILM.test(text)) return tool === "search_movies" ? undefined : text;
  const at = message.indexOf(text, piece!.start);
  return at < 0 || tool === "search_places" || tool === "search_deals" ? text : beginningOf(message, at, blocked) + text;
}

/** Is this only a part of a wish? "ice" out of "no ice", but not "iced" out of "iced latte". */
export const insideWish = (message: string, span: Span): boolean =>
  wishesOf(message).some((wish) => wish.start <= span.start && span.end <= wish.end && wish.end - wish.start > span.end - span.start);

/** How people name a thing that they do not count: what has run out, what stands behind the verb. */
const NAMED: readonly RegExp[] = [
  /(?:家里的?|店里的?|^|[，。,;；！!\s])((?:(?![，。,家店里都快])\p{Script=Han}){2,8}?)(?:都|快|也|已经)*(?:[用吃喝]完|[用吃喝]光|没|坏|丢|不够|见底)(?:有|[用吃喝])?了/gu,
  /(?:想买|想吃|想喝|需要|下单|买|点(?!心)|订|要|来|吃|喝)(?:点儿?|些)?((?:(?![买点订要来吃喝的])[\p{Script=Han}A-Za-z0-9]){2,10}?)(?=[，。,;；!！\s]|$|的|送)/gu,
  /的((?:(?!的)\p{Script=Han}){2,8}?)(?=[，。,;；!！\s]|$|送)/gu,
  /\b(?:my|our|the) ((?:[a-z'-]+ ){0,2}?[a-z'-]+) (?:broke(?: down)?|(?:is|are|got|just) (?:broken|gone|lost|empty|dead|worn out)|died|ran out|stopped working)\b/giu,
  /\b(?:out of|need|want|buy|order|get|have|find)\s+(?:(?:me|us|some|any|more|the|my|a|an|new|cheapest|best|good|nice)\s+)*((?:[a-z'-]+ ){0,2}?[a-z'-]+)(?=\s*(?:[,.;!?]|$|\b(?:to|for|under|with|please|delivered|from|at|in|online)\b))/giu,
];

/** The thing of a sentence, from the sentence alone. */
export function thingNamed(message: string, blocked: readonly Span[]): string | undefined {
  const counted = thingsIn(message, blocked).find((thing) => !isEmptyName(thing.text));
  if (counted) return counted.text;
  for (const match of NAMED.flatMap((pattern) => [...message.matchAll(pattern)])) {
    const start = match.index + match[0].indexOf(match[1]!);
    const piece = longestFree({ start, end: start + match[1]!.length }, [...blocked, ...wishesOf(message)]);
    const text = piece ? tidied(message.slice(piece.start, piece.end), false) : "";
    if (text !== "" && !isEmptyName(text)) return text;
  }
  return undefined;
}

/** Does this name nothing: a count, a wish, "the cheapest", "and buy it"? */
export const isEmptyName = (text: string): boolean =>
  /^(?:and |then )?(?:buy|book|order|get|reserve|grab)(?: (?:it|them|one|that))?$/i.test(text) ||
  wishesOf(text).some((wish) => wish.text.length === text.length && !/^(?:iced|hot|black|white|orange)$/i.test(text)) || new RegExp(`^(?:${EN_MEASURES}|[零一二两三四五六七八九十百\\d]+(?:张|位|${ZH_MEASURES})?|张|位|${ZH_MEASURES})$`, "iu").test(text) || /^(?:最?便宜点?|最好|最划算|销量最高|评分最高|cheapest|cheap|best|large|small|medium|big|with \d+|\d+|到家|家|家里|公司|外卖|东西|一下|一个|一份|一杯|it|them|some|home|office|my|the|order|delivery)$/i.test(text);

/** The longest part of a span that nothing else claims. */
export function longestFree(span: Span, blocked: readonly Span[]): Span | undefined {
  const cuts = blocked.filter((each) => overlaps(each, span)).toSorted((a, b) => a.start - b.start);
  const pieces: Span[] = [];
  let start = span.start;
  for (const cut of cuts) {
    if (cut.start > start) pieces.push({ start, end: cut.start });
    start = Math.max(start, cut.end);
  }
  if (start < span.end) pieces.push({ start, end: span.end });
  return pieces.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
}

const LEADING = /^(?:[\s，。,.!！?？、的]|家里|家中|请|帮我|帮忙|给我|我要|我想要?|想要?|来点|来|点(?!心)|买|订|一些|一下|some |any |an? |the |me |my |for |of |to |on |at )+/iu;
const TRAILING = /(?:[\s，。,.!！?？、]| pl[sz]| thx|(?:都|快|也|已经)?(?:[用吃喝]完|[用吃喝]光|坏|没有?)了?|的|送|谢谢|吧|吗|呢|哈|啊|呀|外卖| please| thanks| asap| right now| now| to (?:my|the|our)\b.*| to home| delivered\b.*| for (?:dinner|lunch|breakfast|supper|brunch|me|us|myself|my \w+)\b.*| (?:to|for|at|in|on|and|of|with|the|a|my|from|by|under))$/iu;

/** Without what people put around a name: polite words, "two", "份", "tickets". */
function tidied(text: string, shown: boolean): string {
  let name = text.trim();
  for (let last = ""; last !== name; ) {
    last = name;
    name = withoutCount(name.replace(LEADING, "")).replace(TRAILING, "").trim();
    name = name.replace(new RegExp(`^(?:${EN_MEASURES}) of `, "i"), "").replace(/^[吃喝](?=\p{Script=Han}{2})/u, "");
    if (shown) name = name.replace(/^[看听](?=\p{Script=Han}{2})/u, "").replace(/ with (?:my|a|the|some)? ?\w+.*$/iu, "");
    if (shown) name = name.replace(/(?:的)?(?:门|入场|电影)?票$|\s*tickets?$/iu, "").trim();
  }
  return name;
}

function withoutCount(name: string): string {
  const [number] = numbersIn(name);
  if (number?.start !== 0) return name;
  const rest = /^\s*(?:(?:大|小|中)?(?:杯|份|碗|瓶|盒|袋|件|套|支|只|台|箱|串|张|包|条|双|束|个|位)(?:的)?|x |of |(?:cups?|bottles?|bowls?|boxe?s?|orders?|packs?|bags?|pairs?|cans?|plates?|slices?|pieces?|tickets?)(?: of| for| to)? )\s*(.+)$/iu.exec(name.slice(number.end));
  if (rest) return rest[1]!;
  // English counts without a measure; a number may also be the name's own ("7 Up").
  return /^ [a-z]{3,}/.test(name.slice(number.end)) ? name.slice(number.end).trim() : name;
}

/** Characters and words that a Chinese name does not continue across to its left. */
const BORDER = /[，。,.;；、!！?？\s：:《》的买订看听吃喝点要来取拿团抢搜找查换加张份杯个只双件条瓶盒部场碗包袋箱台支串套束块本斤把听罐桶片根盘笼屉打扎卷捆粒颗枚顶副幅朵壶盅锅板单家在去到给没缺里把和跟与了想请帮下单有是用]|[一二两三四五六七八九十百\d]$/u;

/** What stands before a name without a border ("周杰" before "伦演唱会"); at most four characters. */
function beginningOf(message: string, at: number, blocked: readonly Span[]): string {
  if (!/\p{Script=Han}/u.test(message[at] ?? "")) return "";
  let start = at;
  const cities = citiesIn(message);
  while (start > 0 && at - start < 5 && /\p{Script=Han}/u.test(message[start - 1]!) && !BORDER.test(message[start - 1]!)
    && ![...blocked, ...cities].some((span) => overlaps(span, { start: start - 1, end: start }))) start--;
  return at - start <= 4 ? message.slice(start, at) : "";
}

// ----------------------------------------------------------------------------------------------------------- places

const ZH_NAME = String.raw`[\p{Script=Han}A-Za-z0-9·]{1,16}?`;
const ZH_END = String.raw`(?=[，。,.;；!！?？\s的坐乘怎要需多远有吧吗几谢行可能快附]|$|开车|打车|骑|走|飞机|机票|火车|高铁|动车|航班|车票|最|商务|一等|二等|头等|经济|今|明|后天|大概|大约|玩|出差|旅游|看|上班|接|票|[下上]午|晚上|早上|周|下周|这周|[一二两三四五六七八九十\d]+(?:张|个人|位|号|月|点))`;
const EN_END = String.raw`(?=\s+(?:on|this|next|tomorrow|today|tonight|at|in|for|by|under|please|pls|leaving|departing|with|and|now|asap|the day|right|via|take|from|to|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|new year|\d)\b|[,.!?;]|$)`;
const EN_NAME = String.raw`((?:(?:the|my|our) )?[a-z][\w'’.-]*(?: [\w'’.-]+){0,5}?)`;
const LABEL_EN = String.raw`(?:(?:my|the|our) )?(?:office|work|workplace|company|home|house|place|apartment)`;

/** "从A到B", "A到B的票", "from A to B", "回家", "home from the office". Dates between the two are jumped over. */
export function pairOf(words: string, datesIn: (text: string) => readonly Span[] = () => []): { from?: string; to?: string } | undefined {
  // Dates and times go first: they stand anywhere between the places and end in nothing of their own.
  const text = datesIn(words).toSorted((a, b) => b.start - a.start).reduce((all, span) => `${all.slice(0, span.start)} ${all.slice(span.end)}`, words);
  const pair = zhPair(text) ?? enPair(text);
  return pair && (pair.from || pair.to) ? pair : undefined;
}

function zhPair(text: string): { from?: string; to?: string } | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const both = new RegExp(String.raw`(?:从|由|自)\s*(${ZH_NAME})\s*(?:出发|打车|开车|骑车|走路|步行|坐车|坐地铁|坐高铁|坐飞机|，|,)?\s*(?:到|去|飞往|飞|至|回|前往|往)\s*(${ZH_NAME})${ZH_END}`, "u").exec(text);
  if (both) return { from: both[1]!, to: both[2]! };
  const fetched = new RegExp(String.raw`(?:到|来|在|上)\s*(${ZH_NAME})\s*接(?:我们|我|上|人)?[，,]?\s*(?:再|然后)?(?:送我们|送我|送|开)?(?:去|到|回)\s*(${ZH_NAME})${ZH_END}`, "u").exec(text);
  if (fetched) return { from: fetched[1]!, to: fetched[2]! };
  const away = new RegExp(String.raw`(?:从|由)\s*(${ZH_NAME})\s*(?:出发|起飞|上车|走)`, "u").exec(text)?.[1];
  const home = /回家|回(?:我)?家里/u.test(text) ? "家" : undefined;
  const cities = citiesIn(text);
  const [a, b] = cities;
  if (a && b && /^\s*(?:到|去|飞往?|至|回|往|-|—|→)\s*$/u.test(text.slice(a.end, b.start))) return { from: a.name, to: b.name };
  // "去厦门的票，武汉出发"
  const leaving = away ?? cities.find((city) => /^\s*(?:出发|起飞|上车)/u.test(text.slice(city.end)))?.name;
  if (leaving || home) return { ...(leaving ? { from: leaving } : {}), ...(home ? { to: home } : {}) };
  return undefined;
}

function enPair(text: string): { from?: string; to?: string } | undefined {
  const home = new RegExp(String.raw`\b(?:ride|taxi|cab|car|uber|didi|lift|take me|get|go|head|drive)\b[^.,]*?\bhome\b`, "i").test(text) && !/\bfrom (?:my |our )?home\b/i.test(text);
  const picked = new RegExp(String.raw`\bpick (?:me|us|him|her|them)(?: up)? (?:at|from) ${EN_NAME}${EN_END}`, "i").exec(text)?.[1];
  const dropped = new RegExp(String.raw`\b(?:drop|take|bring|drive|get) (?:me|us|him|her|them)(?: off)?(?: at| to)? ${EN_NAME}${EN_END}`, "i").exec(text)?.[1];
  if (picked && dropped) return { from: picked, to: dropped };
  const fromLabel = new RegExp(String.raw`\bfrom (${LABEL_EN})\b`, "i").exec(text)?.[1];
  if (home) return { to: "home", ...(fromLabel ? { from: fromLabel } : {}) };
  const there = new RegExp(String.raw`\bfrom\s+${EN_NAME}\s+to\s+${EN_NAME}${EN_END}`, "i").exec(text);
  if (there) return { from: there[1]!, to: there[2]! };
  const back = new RegExp(String.raw`\bto\s+${EN_NAME}\s+from\s+${EN_NAME}${EN_END}`, "i").exec(text);
  if (back) return { to: back[1]!, from: back[2]! };
  const toLabel = new RegExp(String.raw`\bto (${LABEL_EN})\b`, "i").exec(text)?.[1];
  const cities = citiesIn(text);
  const [a, b] = cities;
  if (a && b && /^\s*(?:to|-|—|→)\s*$/i.test(text.slice(a.end, b.start))) return { from: a.name, to: b.name };
  return fromLabel || toLabel ? { ...(fromLabel ? { from: fromLabel } : {}), ...(toLabel ? { to: toLabel } : {}) } : undefined;
}

/** "打车去浙江大学", "a taxi to the museum": only where to, when a model has not said it. */
export function goalOf(words: string, dates: readonly Span[]): string | undefined {
  const text = dates.toSorted((a, b) => b.start - a.start).reduce((all, span) => `${all.slice(0, span.start)} ${all.slice(span.end)}`, words);
  const match = new RegExp(String.raw`(?:去|到|回|前往)\s*(${ZH_NAME})${ZH_END}`, "u").exec(text) ?? new RegExp(String.raw`\bto\s+(?!(?:go|get|be|take|pick|see|book|order)\b)${EN_NAME}${EN_END}`, "i").exec(text);
  return match?.[1];
}

const PLACE_WORD = /^(?:station|airport|hotel|mall|park|museum|hospital|university|college|square|street|road|avenue|tower|plaza|center|centre|terminal|library|zoo|stadium|restaurant|school|market|bridge|temple|building|north|south|east|west|railway)$/i;

/** "Hangzhou East" in "taxi to Hangzhou East Station please" becomes "Hangzhou East Station"; "东站" becomes "杭州东站". */
export function widerPlace(place: string, words: string): string {
  const span = spanOf(words, place);
  if (!span) return place;
  let { start, end } = span;
  for (;;) {
    const next = /^ ([\w'’-]+)/.exec(words.slice(end));
    if (!next || !(PLACE_WORD.test(next[1]!) || (/^[A-Z]/.test(next[1]!) && /[A-Z]/.test(place[0]!) && !/^(?:I|Please|Thanks|Thank|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(next[1]!)))) break;
    end += next[0].length;
  }
  const zh = /^(?:[东西南北]站|站|机场|火车站|高铁站|大学|医院|公园|广场|博物馆|图书馆|酒店|大厦|路|街|小区|商场|体育馆|景区)/u.exec(words.slice(end));
  if (zh && /\p{Script=Han}$/u.test(place)) end += zh[0].length;
  const before = /(?:^|[去到往回在至从，。,\s])((?:(?![去到往回在至从])\p{Script=Han}){1,6})$/u.exec(words.slice(0, start));
  if (before && /^\p{Script=Han}/u.test(place) && !/[我你帮打叫车个辆要想请早点分]/u.test(before[1]!)) start -= before[1]!.length;
  return words.slice(start, end);
}

/** "西湖附近", "near West Lake": the place that something should be near. */
export function nearOf(words: string, dates: readonly Span[]): string | undefined {
  const zh = /(?:^|[，。,、\s在找订家个住离去要看])([^，。,、\s在找订家个住离去要看的]{2,14}?)(?:附近|旁边|周边|边上|一带)/u.exec(words);
  const match = zh ?? /\b(?:near|close to|next to|around|nearby|beside)\s+((?:the )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|the|and(?= [A-Z])))*(?: (?:station|airport|park|museum|hospital|university|square|mall|hotel))?)/.exec(words)
    ?? /\b(?:near|close to|next to)\s+((?:my|the|our) (?:office|home|house|place|company|school|work|station|airport|beach|city cent(?:er|re)))\b/i.exec(words);
  const name = match?.[1]?.replace(/^[一二两三几\d]+(?:间|家|个|张|所)/u, "");
  if (!name || /^(?:我|这|那|家|公司里?|哪)$/u.test(name) || /^(?:here|me|us|Me|Here)$/.test(name)) return undefined;
  const start = match!.index + match![0].indexOf(name);
  return dates.some((span) => overlaps(span, { start, end: start + name.length })) ? undefined : name;
}
