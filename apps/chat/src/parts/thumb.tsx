import type { ShopKind } from "@wanwen/services";
import {
  Apple, Armchair, Baby, BatteryCharging, Bed, Beef, Bike, Book, Cable, CakeSlice, Camera, Car, Clapperboard, Coffee, Cookie, Croissant,
  CupSoda, Drumstick, Dumbbell, Fish, Flower2, Footprints, Gamepad2, Glasses, Hamburger, Headphones, IceCreamCone, Keyboard, Lamp,
  Laptop, type LucideIcon, Mic, Mouse, Music, Package, PawPrint, PenLine, Pizza, Plane, Salad, Sandwich, Scissors, Shirt, ShoppingBag, Smartphone,
  Soup, SprayCan, Theater, Ticket, TicketPercent, ToyBrick, Train, Trophy, Umbrella, Utensils, Watch,
} from "lucide-react";

/** First match wins. Drawn from the words of the offer: there are no photographs of things that do not exist. */
const drawings: readonly (readonly [RegExp, LucideIcon])[] = [
  [/奶茶|果茶|柠檬茶|气泡|可乐|豆浆|果汁|\b(milk )?tea\b|juice|lemonade|cola|soda|boba/i, CupSoda],
  [/咖啡|拿铁|美式|coffee|latte|americano|cappuccino/i, Coffee],
  [/披萨|比萨|pizza/i, Pizza],
  [/汉堡|burger/i, Hamburger],
  [/三明治|卷饼|sandwich|wrap|burrito/i, Sandwich],
  [/蛋糕|甜品|cake|dessert|pudding/i, CakeSlice],
  [/冰淇淋|冰激凌|雪糕|ice cream|gelato/i, IceCreamCone],
  [/面包|可颂|bread|croissant|bagel/i, Croissant],
  [/饼干|曲奇|cookie|biscuit/i, Cookie],
  [/鸡|鸭|烤翅|chicken|duck|wings/i, Drumstick],
  [/鱼|虾|寿司|小龙虾|海鲜|fish|shrimp|sushi|prawn|seafood/i, Fish],
  [/牛|排骨|羊肉|烧烤|烤肉|beef|steak|lamb|bbq|kebab/i, Beef],
  [/沙拉|轻食|salad/i, Salad],
  [/面(?!包|膜|霜)|粉(?!底)|汤|火锅|粥|馄饨|饺|noodle|ramen|soup|hot ?pot|congee|porridge|dumpling/i, Soup],
  [/水果|苹果|香蕉|fruit|apple|banana/i, Apple],
  [/耳机|headphone|earbud|headset/i, Headphones],
  [/充电|移动电源|battery|charger|power bank/i, BatteryCharging],
  [/数据线|cable/i, Cable],
  [/键盘|keyboard/i, Keyboard],
  [/鼠标|mouse/i, Mouse],
  [/手机|phone(?! case)/i, Smartphone],
  [/电脑|笔记本|laptop|tablet|平板/i, Laptop],
  [/相机|camera/i, Camera],
  [/手表|手环|watch/i, Watch],
  [/鞋|靴|袜|shoe|boot|sneaker|sock|slipper/i, Footprints],
  [/衣|裙|裤|围巾|外套|帽|手套|衬衫|毛衣|shirt|dress|coat|jacket|scarf|hat|sweater|hoodie|glove|jeans|trousers/i, Shirt],
  [/雨伞|伞|umbrella/i, Umbrella],
  [/眼镜|墨镜|glasses/i, Glasses],
  [/台灯|灯|lamp|light/i, Lamp],
  [/椅|沙发|桌|chair|sofa|desk|table/i, Armchair],
  [/瑜伽|哑铃|健身|yoga|dumbbell|gym|fitness/i, Dumbbell],
  [/玩具|积木|toy|lego|blocks/i, ToyBrick],
  [/尿|婴儿|奶粉|diaper|baby/i, Baby],
  [/猫|狗|宠物|cat\b|dog\b|pet\b/i, PawPrint],
  [/书|小说|book|novel/i, Book],
  [/笔|本子|pen\b|pencil|notebook/i, PenLine],
  [/游戏|game/i, Gamepad2],
  [/花|flower|bouquet/i, Flower2],
  [/洗|护肤|面膜|面霜|shampoo|cream|lotion|soap/i, SprayCan],
  [/理发|美发|haircut|salon/i, Scissors],
  [/自行车|单车|bike|bicycle/i, Bike],
  [/ktv|karaoke|相声|脱口秀|stand-?up/i, Mic],
  [/音乐|演唱会|concert|symphony/i, Music],
  [/比赛|球|match|league|cup\b/i, Trophy],
];

const kindDrawings: Readonly<Record<ShopKind, LucideIcon>> = {
  food: Utensils,
  products: ShoppingBag,
  flights: Plane,
  trains: Train,
  hotels: Bed,
  movies: Clapperboard,
  events: Theater,
  rides: Car,
  deals: TicketPercent,
  recharge: Smartphone,
};

/** Kinds whose offers are all the same thing: the words (a film called "Coffee") would mislead. */
const plainKinds: ReadonlySet<ShopKind> = new Set(["flights", "trains", "hotels", "movies", "rides", "recharge"]);

export function drawingOf(kind: ShopKind, words: string): LucideIcon {
  if (!plainKinds.has(kind)) for (const [pattern, icon] of drawings) if (pattern.test(words)) return icon;
  return kindDrawings[kind] ?? (kind === undefined ? Package : Ticket);
}

export function Thumb({ kind, words }: { readonly kind: ShopKind; readonly words: string }) {
  const Drawing = drawingOf(kind, words);
  return (
    <span className="thumb grid size-12 shrink-0 place-items-center rounded-control bg-tint text-ink" aria-hidden="true">
      <Drawing className="size-6" strokeWidth={1.5} />
    </span>
  );
}
