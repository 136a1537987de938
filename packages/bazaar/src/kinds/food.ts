import type { SearchQuery } from "@wanwen/services";
import type { Dish, FoodShop } from "../catalogue/index.ts";
import { Chance, tag } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { same, slug, tidyMinor, type World } from "../world.ts";

/** How many shops offer one dish, when it is the only one found and when there are several. */
const SHOPS_OF_ONE = 6;
const SHOPS_OF_MANY = 3;
const DISHES_MAX = 12;

/** Dishes and drinks that can be brought now. */
export function openFood({ catalogue }: World): (query: SearchQuery) => Draft[] {
  const { dishes, foodShops } = catalogue;
  const categories = new Map(catalogue.dishCategories.map((category) => [category.id, category]));
  const shopsOf = Map.groupBy(
    foodShops.flatMap((shop) => shop.categories.map((category) => ({ category, shop }))),
    ({ category }) => category,
  );
  const wishes = new Set(dishes.flatMap((dish) => dish.options.flatMap((option) => [option.zh, option.en])));
  const index = new WordIndex<Dish>(
    dishes.map((dish) => {
      const category = categories.get(dish.category);
      return {
        entry: dish,
        names: [dish.zh, dish.en, ...dish.aliases],
        groups: category ? [category.zh, category.en, ...category.aliases] : [],
      };
    }),
    { wishes: [...wishes] },
  );
  const shopNames = new WordIndex<FoodShop>(foodShops.map((shop) => ({ entry: shop, names: [shop.zh, shop.en] })));

  return (query) => {
    const said = query.query ?? "";
    const shop = shopNames.inside(said);
    const hits = index.find(shop ? shop.rest : said, DISHES_MAX);
    const found: Hit<Dish>[] =
      hits.length === 0 && shop
        ? dishes.filter((dish) => shop.entry.categories.includes(dish.category)).slice(0, DISHES_MAX).map((entry) => ({ entry, score: 1, byGroup: true, wishes: [], leftOver: [] }))
        : hits;
    const perDish = found.length === 1 ? SHOPS_OF_ONE : SHOPS_OF_MANY;
    const menus = found.map((hit) => {
      const cooks = (shopsOf.get(hit.entry.category) ?? []).map((each) => each.shop);
      const near = new Chance("food", query.city, hit.entry.en).draw(cooks, perDish);
      const named = shop && cooks.includes(shop.entry) ? [shop.entry] : near;
      return named
        .map((each) => dishOffer(hit, each, query.city))
        // Cheap and quick first: a yuan is worth two and a half minutes.
        .sort((a, b) => a.priceMinor + 40 * a.rank.minute - (b.priceMinor + 40 * b.rank.minute));
    });
    // The best shop of every dish, then the second best: a list of five shows five dishes when "奶茶" was all that was said.
    return Array.from({ length: perDish }, (_, round) => menus.flatMap((menu) => menu[round] ?? [])).flat();
  };
}

function dishOffer({ entry: dish, wishes }: Hit<Dish>, shop: FoodShop, city: string): Draft {
  const chance = new Chance("dish", dish.en, shop.en);
  const shelf = `food/${slug(dish.en)}@${slug(shop.en)}`;
  const priceMinor = tidyMinor(dish.priceYuan * chance.between(0.9, 1.15));
  const etaMin = new Chance("eta", city, shop.en).whole(20, 45);
  const rating = Math.round(chance.between(42, 50)) / 10;
  const sales = Math.round(chance.between(30, 70) ** 2);
  return {
    ref: wishes.length > 0 ? `${shelf}+${tag(...wishes)}` : shelf,
    kind: "food",
    name: { zh: dish.zh, en: dish.en },
    merchant: { zh: shop.zh, en: shop.en },
    priceMinor,
    fees: [
      { label: { zh: "包装费", en: "Packaging" }, minor: 100, per: "one" },
      { label: { zh: "配送费", en: "Delivery" }, minor: 100 * new Chance("fee", city, shop.en).whole(2, 5), per: "order", freeFromMinor: 10_000 },
    ],
    facts: { shop: { zh: shop.zh, en: shop.en }, eta_min: etaMin, rating },
    details: [
      { label: { zh: "送达", en: "Arrives" }, value: { zh: `约 ${etaMin} 分钟`, en: `in about ${etaMin} min` } },
      { label: { zh: "评分", en: "Rating" }, value: same(rating.toFixed(1)) },
      { label: { zh: "月售", en: "Sold this month" }, value: same(String(sales)) },
    ],
    stock: [{ id: shelf, left: chance.whole(60, 200) }],
    wishes,
    plan: { kind: "delivery", etaMin },
    columns: {},
    rank: { sales, rating, minute: etaMin },
  };
}
