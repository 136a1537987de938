import type { SearchQuery } from "@wanwen/services";
import type { Bilingual, Product, ProductShop } from "../catalogue/index.ts";
import { Chance, tag } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { PhraseSet } from "../search/wishes.ts";
import { unitsOf } from "../search/units.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { same, slug, tidyMinor, type World } from "../world.ts";

type Palette = readonly { readonly colour: Bilingual; readonly words: PhraseSet }[];

/** How many brands of one thing are shown, when it is the only thing found and when there are several. */
const BRANDS_OF_ONE = 8;
const BRANDS_OF_MANY = 3;
const PRODUCTS_MAX = 12;

/** Sizes that are said in words, and the labels that they mean. */
const SIZE_WORDS: readonly (readonly [label: string, ...words: string[]])[] = [
  ["XS", "加小号", "特小号", "extra small"],
  ["S", "小号", "小码", "small"],
  ["M", "中号", "中码", "medium"],
  ["XXL", "特大号", "加加大号", "double extra large"],
  ["XL", "加大号", "加大码", "加大", "extra large"],
  ["L", "大号", "大码", "large", "big"],
];

export function openProducts({ catalogue }: World): (query: SearchQuery) => Draft[] {
  const { products, productShops, colours } = catalogue;
  const palette = colours.map((colour) => ({ colour, words: new PhraseSet([colour.zh, colour.en, ...colour.aliases]) }));
  const categories = new Map(catalogue.productCategories.map((category) => [category.id, category]));
  const brands = new Map(products.flatMap((product) => product.brands).map((brand) => [brand.en, brand]));
  const brandNames = new WordIndex<Bilingual>([...brands.values()].map((brand) => ({ entry: brand, names: [brand.zh, brand.en] })));
  const variantWords = [
    // A single 红 or 黑 is more often part of a name (红茶) than a wish.
    ...colours.flatMap((colour) => [colour.zh, colour.en, ...colour.aliases.filter((word) => word.length > 1)]),
    ...SIZE_WORDS.flatMap(([, ...words]) => words),
    ...new Set(products.flatMap((product) => product.sizes)),
  ];
  const index = new WordIndex<Product>(
    products.map((product) => {
      const category = categories.get(product.category);
      return {
        entry: product,
        names: [product.zh, product.en, ...product.aliases],
        groups: category ? [category.zh, category.en, ...category.aliases] : [],
      };
    }),
    { wishes: variantWords },
  );

  return (query) => {
    const said = query.query ?? "";
    const brand = brandNames.inside(said);
    const hits = index.find(brand ? brand.rest : said, PRODUCTS_MAX);
    const found: Hit<Product>[] =
      hits.length === 0 && brand
        ? products.filter((product) => product.brands.some((each) => each.en === brand.entry.en)).slice(0, PRODUCTS_MAX).map((entry) => ({ entry, score: 1, byGroup: true, wishes: [], leftOver: [] }))
        : hits;
    const perProduct = found.length === 1 ? BRANDS_OF_ONE : BRANDS_OF_MANY;
    const shelves = found.map((hit) => {
      const made = hit.entry.brands.filter((each) => !brand || each.en === brand.entry.en);
      const known = made.length > 0 ? made : hit.entry.brands;
      return known
        .slice(0, perProduct)
        .map((each) => productOffer(hit, each, shopOf(hit.entry, each, productShops), palette, brand && made.length === 0 ? brand.entry : undefined))
        // Well liked and fairly priced first.
        .sort((a, b) => value(b, hit.entry) - value(a, hit.entry));
    });
    return Array.from({ length: perProduct }, (_, round) => shelves.flatMap((shelf) => shelf[round] ?? [])).flat();
  };
}

/** A rating point is worth the whole range of prices. */
function value(draft: Draft, { priceYuan: [low, high] }: Product): number {
  return draft.rank.rating - (draft.priceMinor / 100 - low) / Math.max(1, high - low);
}

function productOffer({ entry: product, wishes }: Hit<Product>, brand: Bilingual, shop: Bilingual, palette: Palette, missedBrand: Bilingual | undefined): Draft {
  const chance = new Chance("product", product.en, brand.en);
  const [low, high] = product.priceYuan;
  // Brands share the range between them, cheap ones in its lowest part, so that a low limit finds something.
  const place = new Chance("brands", product.en).draw(product.brands, product.brands.length).indexOf(brand);
  const yuan = low + (high - low) * ((place + chance.between(0, 0.8)) / product.brands.length) ** 1.7;
  const priceMinor = yuan > 300 ? Math.round(yuan) * 100 : tidyMinor(yuan);
  const rating = Math.round(chance.between(40, 50)) / 10;
  const sales = Math.round(chance.between(5, 120) ** 2);
  const days = chance.whole(2, 4);
  const left = chance.whole(8, 120);
  const { colour, size, others } = variantOf(product, wishes, palette);
  const all = [...(missedBrand ? [missedBrand.zh] : []), ...others];
  const parts = (locale: "zh" | "en") => [colour?.[locale], size].filter((part) => part !== undefined);
  const shelf = ["products", slug(product.en), slug(brand.en), ...parts("en").map(slug)].join("/");
  const variant = parts("zh").length > 0 ? { zh: `（${parts("zh").join("，")}）`, en: ` (${parts("en").join(", ")})` } : same("");
  return {
    ref: all.length > 0 ? `${shelf}+${tag(...all)}` : shelf,
    kind: "products",
    name: { zh: `${brand.zh}${product.zh}`, en: `${brand.en} ${product.en}` },
    title: { zh: `${brand.zh}${product.zh}${variant.zh}`, en: `${brand.en} ${product.en}${variant.en}` },
    merchant: shop,
    priceMinor,
    fees: [{ label: { zh: "运费", en: "Shipping" }, minor: 600, per: "order", freeFromMinor: 4900 }],
    facts: { shop, rating },
    details: [
      { label: { zh: "品牌", en: "Brand" }, value: brand },
      ...(colour ? [{ label: { zh: "颜色", en: "Colour" }, value: colour }] : []),
      ...(size !== undefined ? [{ label: { zh: "尺码", en: "Size" }, value: same(size) }] : []),
      { label: { zh: "评分", en: "Rating" }, value: same(rating.toFixed(1)) },
      { label: { zh: "已售", en: "Sold" }, value: same(String(sales)) },
      { label: { zh: "送达", en: "Delivery" }, value: { zh: `约 ${days} 天`, en: `in about ${days} days` } },
    ],
    stock: [{ id: shelf, left }],
    wishes: all,
    plan: { kind: "parcel", days },
    columns: {},
    rank: { sales, rating, minute: 0 },
  };
}

/** A brand is sold in one shop of its category, always the same. */
function shopOf(product: Product, brand: Bilingual, shops: readonly ProductShop[]): Bilingual {
  const sellers = shops.filter((shop) => shop.categories.includes(product.category));
  const { zh, en } = sellers.length > 0 ? new Chance("shop", product.category, brand.en).pick(sellers) : { zh: `${brand.zh}旗舰店`, en: `${brand.en} Store` };
  return { zh, en };
}

const sizeWords: readonly (readonly [string, PhraseSet])[] = SIZE_WORDS.map(([label, ...words]) => [label, new PhraseSet([label, ...words])]);

/** Wishes that the thing comes in become its colour and size; the others stay wishes. */
function variantOf(product: Product, wishes: readonly string[], palette: Palette): { colour?: Bilingual; size?: string; others: string[] } {
  let colour: Bilingual | undefined;
  let size: string | undefined;
  const others: string[] = [];
  for (const wish of wishes) {
    const units = unitsOf(wish);
    const whole = (set: PhraseSet) => set.lengthAt(units, 0) === units.length;
    const asColour = product.colours ? palette.find(({ words }) => whole(words))?.colour : undefined;
    const label = sizeWords.find(([, words]) => whole(words))?.[0];
    const asSize = product.sizes.find((each) => each.toLowerCase() === wish.toLowerCase() || each === label)
      ?? product.sizes.find((each) => wish.toLowerCase().replace(/\s*(码|号|cm|寸)$/u, "") === each.toLowerCase());
    if (asColour && !colour) {
      colour = asColour;
      // "navy" is sold as blue, but the shop hears the word.
      if (![asColour.zh, asColour.en].includes(wish.toLowerCase()) && wish.length > 2) others.push(wish);
    }
    else if (asSize !== undefined && size === undefined) size = asSize;
    else others.push(wish);
  }
  return { ...(colour && { colour }), ...(size !== undefined && { size }), others };
}
