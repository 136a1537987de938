import type { SearchQuery } from "@wanwen/services";
import type { DealKind } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance, tag } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { slug, type World } from "../world.ts";
import { type Anchor, anchorOf, type Branch, branchOf } from "./neighbourhood.ts";

const KINDS_MAX = 10;
const VOUCHER_DAYS = 90;

/** Group deals of shops around: vouchers that can be given back until they are used or run out. */
export function openDeals(world: World): (query: SearchQuery) => Draft[] {
  const index = new WordIndex<DealKind>(
    world.catalogue.dealKinds.map((deal) => ({ entry: deal, names: [deal.zh, deal.en, ...deal.aliases] })),
    {
      fillers: [
        "团购", "券", "优惠券", "代金券", "优惠", "套餐", "团", "团购券", "团一个", "打折", "折扣", "抢", "附近的", "deal", "deals", "coupon", "coupons",
        "voucher", "vouchers", "group deal", "group deals", "discount", "discounts", "group buy", "special offer", "offers", "package",
      ],
    },
  );
  return (query) => {
    const anchor = anchorOf(world, query.city, query.near);
    const hits = index.find(query.query ?? "", KINDS_MAX);
    const lists = hits.map((hit) =>
      hit.entry.shops
        .map((pattern, at) => deal(hit, branchOf(world, anchor, pattern, at), anchor))
        // Cheap and near: a hundred metres are worth a yuan.
        .sort((a, b) => a.priceMinor - b.priceMinor + (metres(a) - metres(b))),
    );
    const rounds = Math.max(0, ...lists.map((list) => list.length));
    return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
  };
}

const metres = (draft: Draft): number => (typeof draft.facts["distance_m"] === "number" ? draft.facts["distance_m"] : 0);

function deal({ entry: kind, wishes }: Hit<DealKind>, shop: Branch, anchor: Anchor): Draft {
  const city = cityNameOf(anchor.city).en;
  const shelf = `deals/${slug(city)}/${slug(kind.en)}/${slug(shop.name.en)}`;
  const chance = new Chance("deal", shelf);
  const factor = chance.between(0.88, 1.12);
  const yuan = Math.max(1, Math.round(kind.priceYuan * factor));
  const was = Math.max(yuan + 1, Math.round(kind.wasYuan * factor));
  const sales = Math.round(chance.between(4, 80) ** 2);
  return {
    ref: wishes.length > 0 ? `${shelf}+${tag(...wishes)}` : shelf,
    kind: "deals",
    name: { zh: kind.zh, en: kind.en },
    merchant: shop.name,
    priceMinor: yuan * 100,
    fees: [],
    facts: { shop: shop.name, was, distance_m: shop.distanceM },
    details: [
      { label: { zh: "原价", en: "Before" }, value: { zh: `${was} 元`, en: `¥${was}` } },
      { label: { zh: "距离", en: "Distance" }, value: { zh: `${shop.distanceM} 米`, en: `${shop.distanceM} m` } },
      { label: { zh: "有效期", en: "Valid" }, value: { zh: `${VOUCHER_DAYS} 天`, en: `${VOUCHER_DAYS} days` } },
    ],
    stock: [{ id: shelf, left: chance.whole(20, 300) }],
    wishes,
    plan: { kind: "voucher", days: VOUCHER_DAYS },
    columns: {},
    rank: { sales, rating: 0, minute: 0 },
  };
}
