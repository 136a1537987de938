import { type Unit, unitsOf } from "./units.ts";

/**
 * Words that say how something should be, not what it is. They need not occur in the name of what is found; they are kept
 * and go to the order's note.
 */
const WISHES = `
  少冰 去冰 多冰 正常冰 微冰 常温 加冰 不加冰 热的 温的 冰的 热饮 冷饮 半糖 少糖 无糖 全糖 三分糖 五分糖 七分糖 微糖 正常糖 不加糖 多糖 低糖
  大杯 中杯 小杯 超大杯 大份 中份 小份 大碗 小碗 双人份 单人份 大号 中号 小号 加大号 加大 加小 特大号 均码 加长 迷你
  微辣 中辣 特辣 重辣 不辣 免辣 少辣 多辣 变态辣 不要辣 不要香菜 不放香菜 不加香菜 免葱 不要葱 不放葱 少油 少盐 多醋 多加醋 不要蒜 加蛋 加肠 加珍珠 加椰果 加料 多放辣 打包 带走
  红色 白色 黑色 蓝色 绿色 黄色 紫色 粉色 粉红色 灰色 棕色 橙色 金色 银色 米色 咖啡色 深蓝色 浅蓝色 天蓝色 藏青色 卡其色 透明 红的 白的 黑的 蓝的 粉的 灰的
  男款 女款 男士 女士 男式 女式 儿童款 大码 小码 中码
  half ice|less ice|no ice|light ice|extra ice|easy ice|regular ice|with ice|half sugar|less sugar|no sugar|sugar free|low sugar|unsweetened|light sugar|extra sugar|regular sugar
  extra large|extra small|large|medium|small|big|little|tall|grande|venti|regular|jumbo|xxl|xl|xs|mini size|family size|king size|queen size|full size|plus size
  mild|medium spicy|extra spicy|very spicy|not spicy|no spicy|less spicy|extra hot|no onion|no cilantro|no coriander|without onion|extra cheese|no cheese|gluten free|less oil|less salt|no garlic|well done|medium rare|to go|takeaway|takeout|for takeaway|crispy|warm
  red|white|black|blue|green|yellow|purple|pink|gray|grey|brown|orange|gold|golden|silver|beige|navy|navy blue|dark blue|light blue|transparent|khaki
  men|women|unisex|mens|womens|ladies|kids size
`;

/** Words that tell a seller nothing: opinions, verbs of asking, measures. They are dropped. */
const FILLERS = `
  今天 明天 后天 今晚 明晚 后晚 周末 这周末 本周末 下周末 这周 本周 下周 周一 周二 周三 周四 周五 周六 周日 周天 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 早上 上午 中午 下午 晚上 现在 最近 近期 马上
  today|tonight|tomorrow|now|weekend|this weekend|next weekend|this week|next week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|night|this|next|soon
  便宜点的 便宜的 便宜点 便宜 实惠的 实惠 好吃的 好吃点的 好喝的 好一点的 好用的 好看的 质量好的 最便宜的 最便宜 最贵的 最好的 最好 销量最高的 评分最高的 新鲜的 正宗的 正宗 地道的 热门的 热门 附近的 附近 近一点的 今天的 现做的 新款 爆款 高档 高端 入门 平价 性价比高的 性价比高
  cheap|cheapest|budget|affordable|inexpensive|nice|good|best|decent|quality|high quality|top rated|best selling|popular|fresh|authentic|tasty|delicious|yummy|new|brand new|latest|basic|simple|cute|nearby|premium|fancy|reliable|really good
  帮我 吃 喝 想 上 用 我要 我想要 我想 想要 想吃 想喝 给我 请 麻烦 来 来点 来一份 来一个 点 买 买个 订 要 找 搜 看看 推荐 一下 一份 一个 一杯 一碗 一只 一双 一条 一件 一台 一张 一部 一盒 一瓶 一袋 一包 一套 一箱 两份 两杯 两个 几个 几份 一些 一点 份 杯 碗 个 只 双 条 件 台 张 部 盒 瓶 袋 包 套 箱 把 支 块 串 打 斤 的 了 吧 呢 吗 啊 呀 和 跟 有 有没有 什么 哪些 外卖 送到 配送 谢谢 那种 这种 那个 这个 左右 以内 网上 店 家 牌 牌子 品牌 带 要带 款 色 元 码 号 尺码 颜色 买一 点一
  a|an|the|some|any|of|with|and|for|in|on|to|my|me|i|one|two|three|four|five|six|seven|eight|nine|ten|twelve|please|want|would|like|get|buy|order|find|need|pair|piece|cup|bowl|plate|box|bottle|pack|bag|set of|glass|slice|serving|portion|dozen|few|couple|pls|plz|thanks|thank you|thx|one|ones|something|thing|kind|brand|delivery|that|this|is|are|there|it|its|size|color|colour|coloured|colored|from|by|near|at|or|just|also|really|very|online|yuan|rmb|cny
`;

/** "no mayo", "不要香菜": wishes that are in no list, told by how they begin or end. */
const WISH_SHAPES: readonly RegExp[] = [
  /^(?:no|without|extra|less|more|light|half|double|add|hold the|not|low)\s+\p{L}{2,}/iu,
  /\p{L}[\s-]free$/iu,
  /^(?:不要|不加|不放|不用|别放|别加|免|少|多|加|换|微|走)(?![班油点些少])\p{Script=Han}{1,6}$/u,
  /^去[冰皮籽骨核头壳糖腥]$/u,
];
/** "500ml", "128G", "42码": a measure says which one. A price, a day or an hour does not. */
const MEASURED = /^\p{N}+(?:\.\p{N}+)?\s?(?:ml|毫升|l|升|g|克|kg|公斤|gb|tb|w|瓦|mah|毫安|cm|厘米|mm|毫米|m|米|寸|英寸|inch(?:es)?|in|码|号|度|色)?$/iu;

/** May these leftover words be told to the seller? `behind` is what follows them: "白拾落" before "牌" is a brand. */
export function soundsLikeWish(words: string, behind: string): boolean {
  return WISH_SHAPES.some((shape) => shape.test(words)) || MEASURED.test(words) || /^(?:牌|品牌)/u.test(behind);
}

const split = (text: string): string[] =>
  text.split("\n").flatMap((line) => (line.includes("|") ? line.split("|") : line.split(/\s+/))).map((each) => each.trim()).filter((each) => each !== "");

/** A set of phrases that can be found in a row of units, the longest first. */
export class PhraseSet {
  readonly #phrases = new Set<string>();
  #longest = 0;

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) this.add(phrase);
  }

  add(phrase: string): void {
    const keys = unitsOf(phrase).map((unit) => unit.key);
    if (keys.length === 0) return;
    this.#phrases.add(keys.join(" "));
    this.#longest = Math.max(this.#longest, keys.length);
  }

  /** How many units from `at` on are a phrase of the set; 0 when none is. */
  lengthAt(units: readonly Unit[], at: number): number {
    for (let length = Math.min(this.#longest, units.length - at); length > 0; length--)
      if (this.#phrases.has(units.slice(at, at + length).map((unit) => unit.key).join(" "))) return length;
    return 0;
  }

  /** [first, last) of every phrase found, from left to right, without overlap. */
  spans(units: readonly Unit[]): [number, number][] {
    const found: [number, number][] = [];
    for (let at = 0; at < units.length; ) {
      const length = this.lengthAt(units, at);
      if (length > 0) found.push([at, at + length]);
      at += Math.max(1, length);
    }
    return found;
  }
}

export const wishPhrases: readonly string[] = split(WISHES);
export const fillerPhrases: readonly string[] = split(FILLERS);
