/**
 * Words that name a service beyond doubt. A small model picks the wrong tool now and then; when the person's words name
 * exactly one service and the model chose another, the loop asks it again for the named one.
 */
import type { ToolName } from "./events.ts";
import { joinNames, partNames, phonesOf, pricesNamed } from "./request.ts";

const CUES: readonly (readonly [ToolName, RegExp])[] = [
  ["search_flights", /机票|航班|飞机|飞往|飞(?!机|快|饼|盘|鱼|牛|利浦|天)[\p{Script=Han}]{2}|\b(?:business|economy)[- ]class\b|班机|\bflights?\b|\bfly(?:ing)?\b|\bplane\b|\bairfare\b|头等舱|商务舱|经济舱/iu],
  ["search_trains", /火车|高铁|动车|列车|车次|硬卧|软卧|卧铺|二等座|一等座|商务座|\btrains?\b|\brailway\b|\bsleeper\b|\bberth\b|\bsecond[- ]class\b/iu],
  ["search_hotels", /酒店|宾馆|旅馆|民宿|客栈|旅店|标间|大床房|入住|\bhotels?\b|\bhostels?\b|\binn\b|(?:place|somewhere|someplace) to stay|\bcheck(?:ing)?[- ]in\b/iu],
  ["search_movies", /电影|影院|影城|影票|\bmovies?\b|\bcinemas?\b|\bfilms?\b|\bshowtimes?\b/iu],
  ["search_events", /演唱会|音乐会|话剧|音乐剧|脱口秀|相声|演出|球赛|展览|音乐节|歌剧|舞剧|\bconcerts?\b|\bmusicals?\b|\bopera\b|\bstand-?up\b|(?:comedy|magic|talk) show|\bcrosstalk\b|\bexhibitions?\b|\bballet\b/iu],
  ["search_rides", /接(?:我们|我|人|他|她)(?:们)?(?:去|到|回|上班|下班)|拼车|顺风车|打车|打的(?!费)|叫车|网约车|出租车|专车|快车|滴滴|[叫打](?:一|1)?[个辆]车|\btaxis?\b|\bcabs?\b|\buber\b|\bdidi\b|\b(?:a|me a) (?:ride|car) (?:to|from|home)\b|\b(?:take|drive) me (?:to|home)\b|\bpick (?:me|us|him|her|them) up\b/iu],
  ["search_deals", /团购|优惠券|代金券|团(?:[一二两三四五六七八九十\d]+)?[个张份]|团单|group[- ]?(?:deal|buy)s?|\bdeals?\b|\bcoupons?\b|\bvouchers?\b/iu],
  ["search_recharge", /话费|充值|[充冲](?:个|点)?[\d一二两三四五六七八九十百]+(?!电)|手机(?:号)?充(?!电)|\btop(?:ping)?[- ]?up\b|\brecharge\b|phone credit|\bairtime\b/iu],
  ["plan_route", /怎么走|多远|路线|要多久能到|\bhow far\b|\bdirections?\b|\bhow (?:do|can) i get\b|\bhow to get\b|\broute\b/iu],
  ["search_places", /哪里有|哪儿有|最近的[\p{Script=Han}]{2,8}在哪|\bwhere (?:can i find|are there|is there|is the (?:nearest|closest))\b|\bwhere'?s (?:the|a) (?:nearest|closest)\b|\b(?:nearest|closest) (?:atm|pharmacy|bank|hospital|toilet|restroom|gas station|supermarket|parking)\b/iu],
  ["search_products", /[一二两三四五六七八九十\d](?:箱|台|件|双|部|本|套|床|盏)(?!车|事)|网购|淘宝|寄[到给往]|\bsize (?:[smlx]{1,4}|\d+|small|medium|large)\b|\bship(?:ped)? (?:it|them|to)\b|\bin (?:xs|[sml]|xx?x?l)\b|衬衫|T恤|牛仔裤|裙子|运动鞋|皮鞋|外套|羽绒服|毛衣|耳机|充电[器宝]|键盘|鼠标|行李箱|书包|双肩包|雨伞|保温杯|毛巾|牙膏|牙刷|洗发水|沐浴露|口罩|抽纸|纸巾|\b(?:shirts?|jeans|dress|shoes|sneakers|jacket|coat|sweater|earbuds|headphones|charger|keyboard|suitcase|backpack|umbrella|thermos|towels?|toothpaste|shampoo|tissues)\b/iu],
  ["search_food", /[一二两三四五六七八九十\d](?:杯|碗|公?斤)|\bkilos? of\b|外卖|点餐|奶茶|拿铁|美式|汉堡|披萨|炒饭|盖饭|盖浇饭|米线|米粉|拉面|牛肉面|饺子|包子|馄饨|麻辣烫|炸鸡(?!腿堡锅)|寿司|冒菜|煎饼|\b(?:americanos?|lattes?|cappuccinos?|mochas?|(?:bubble|milk) teas?|pizzas?|(?:cheese)?burgers?|sushi|ramen|noodles|dumplings|fried rice|congee|steamed buns?|sandwich(?:es)?|tiramisus?|fries|chicken wings|tacos?|burritos?)\b(?! (?:maker|machine|cutter|mug|cup|pan|book|stone))|\btake-?(?:away|out)\b|food delivery/iu],
];

export const ABOUT_ORDERS: RegExp = /取消|退款|退掉|退货|退了|订单|物流|快递|到哪|记住|记一下|提醒|\bcancel|\brefund|\bmy (?:last |latest )?orders?\b|\btrack|\breturn\b|\bremember|\bremind/iu;

/** The one service that the words name, if they name one and do not speak of orders. */
export function namedService(words: string): ToolName | undefined {
  if (ABOUT_ORDERS.test(words)) return undefined;
  const named = CUES.filter(([, pattern]) => pattern.test(words)).map(([tool]) => tool);
  // Money for a telephone number, and nothing else is named.
  if (named.length === 0 && phonesOf(words).length === 1 && pricesNamed(words).length > 0) return "search_recharge";
  return named.length === 1 ? named[0] : undefined;
}

export const namesService = (words: string, tool: ToolName): boolean => CUES.some(([each, pattern]) => each === tool && pattern.test(words));

/** A top-up goes to a number or to somebody's phone; a phone case does not. */
export const speaksOfTopUp = (words: string): boolean =>
  namesService(words, "search_recharge") || phonesOf(words).length > 0 || /手机号|号码|流量|\b(?:my|his|her|our|their|\w+'s) (?:phone|mobile|cell|number)\b|\bcredit\b|\bbalance\b|\bprepaid\b/iu.test(words);

/** Words with which a person takes an order back. Without them nothing is cancelled, whatever a model wrote. */
export const takesBack = (words: string): boolean =>
  /取消|退|不要了|不想要|不买了|不订了|撤|买错|订错|点错|下错|不要.{0,6}[单那]|\bcancel|\brefund|\breturn|\bundo\b|don'?t want|do not want|no longer|by mistake|wrong (?:order|one)|call (?:it )?off/iu.test(words);

/** Thanks, goodbye, "that's all": the end of a talk, nothing to be done. */
export const isParting = (words: string): boolean =>
  words.length <= 40 && !/[?？]/.test(words) && !CUES.some(([, pattern]) => pattern.test(words))
  && /^\s*(?:好的?[，,]?)?(?:谢谢|多谢|感谢|谢啦|辛苦了|拜拜|再见|没事了|不用了)|^\s*(?:ok(?:ay)?,? )?(?:thanks|thank you|thx|cheers|bye|goodbye|good night|that'?s all|that is all|never ?mind)\b/iu.test(words);

/** "点一份麻婆豆腐，再给妈妈充30" in its parts. */
export function clausesOf(words: string): readonly string[] {
  return joinNames(words).split(/[，。；;！!？?\n]|,(?!\d)|\.\s|\band(?: then| also)?\b(?! (?:drop|take|bring|drive) (?:me|us|him|her|them)\b)|\bthen\b|\bplus\b|然后|另外|还有|顺便|并且|再(?=给|帮|订|买|充|叫|点|来)/iu).map((part) => partNames(part).trim()).filter((part) => part !== "");
}
