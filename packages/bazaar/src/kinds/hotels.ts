import type { SearchQuery } from "@wanwen/services";
import type { Bilingual, HotelPattern } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { addDays, daysBetween, instantOf, localDate, weekday } from "../time.ts";
import { same, slug, type World } from "../world.ts";
import { type Anchor, anchorOf, type Branch, branchOf } from "./neighbourhood.ts";

const SALE_DAYS = 366;
const NIGHTS_MAX = 30;
/** Yuan that a star of the guests' rating is worth when nothing else was asked for. */
const YUAN_PER_RATING = 400;

/** Rooms in any city for any night; close to a place when one was named. */
export function openHotels(world: World): (query: SearchQuery, now: Date) => Draft[] {
  const features = new Map(world.catalogue.hotelFeatures.map((feature) => [feature.id, feature]));
  return (query, now) => {
    const today = localDate(now);
    const checkIn = query.checkIn ?? query.date ?? today;
    const nights = Math.min(NIGHTS_MAX, query.nights ?? 1);
    const ahead = daysBetween(today, checkIn);
    if (ahead < 0 || ahead > SALE_DAYS) return [];
    const anchor = anchorOf(world, query.city, query.near);
    const { hotelPatterns } = world.catalogue;
    const exact = hotelPatterns.filter((pattern) => query.stars === undefined || pattern.stars === query.stars);
    const patterns = exact.length > 0 ? exact : hotelPatterns.filter((pattern) => pattern.stars > (query.stars ?? 0));
    const seen = new Set<string>();
    return patterns
      .map((pattern) => room(anchor, pattern, branchOf(world, anchor, pattern, 0), checkIn, nights, features))
      .filter(({ ref }) => !seen.has(ref) && seen.add(ref))
      .sort((a, b) => worth(b, anchor) - worth(a, anchor));
  };
}

function worth(draft: Draft, anchor: Anchor): number {
  const metres = typeof draft.facts["distance_m"] === "number" && anchor.named ? draft.facts["distance_m"] : 0;
  return draft.rank.rating * YUAN_PER_RATING - draft.priceMinor / 100 - metres / 10;
}

function room(
  anchor: Anchor, pattern: HotelPattern, branch: Branch, checkIn: string, nights: number, features: ReadonlyMap<string, Bilingual>,
): Draft {
  const { name, distanceM } = branch;
  const city = cityNameOf(anchor.city);
  const house = `hotels/${slug(city.en)}/${slug(name.en)}`;
  const chance = new Chance("hotel", house);
  const [low, high] = pattern.priceYuan;
  const season = new Chance("night", house, checkIn).between(0.92, 1.1) * ([5, 6].includes(weekday(checkIn)) ? 1.15 : 1);
  const yuan = Math.min(high, Math.max(low, (low + (high - low) * chance.next() ** 1.5) * season));
  const rating = Math.round(chance.between(40, 49)) / 10;
  const dates = Array.from({ length: nights }, (_, night) => addDays(checkIn, night));
  const has = pattern.features.flatMap((id) => features.get(id) ?? []);
  const night: Bilingual = { zh: `${nights} 晚`, en: `${nights} night${nights > 1 ? "s" : ""}` };
  return {
    ref: `${house}/${checkIn}/${nights}`,
    kind: "hotels",
    name,
    merchant: name,
    priceMinor: Math.round(yuan) * 100,
    units: { count: nights, label: night },
    fees: [],
    facts: { rating, ...(anchor.named && { distance_m: distanceM }) },
    details: [
      { label: { zh: "星级", en: "Stars" }, value: { zh: `${pattern.stars} 星`, en: `${pattern.stars}-star` } },
      { label: { zh: "入住", en: "Check-in" }, value: same(checkIn) },
      { label: { zh: "离店", en: "Check-out" }, value: same(addDays(checkIn, nights)) },
      { label: { zh: "时长", en: "Stay" }, value: night },
      { label: { zh: "评分", en: "Rating" }, value: same(rating.toFixed(1)) },
      ...(anchor.named
        ? [{ label: { zh: "距离", en: "Distance" }, value: { zh: `距${anchor.spot.name.zh} ${distanceM} 米`, en: `${distanceM} m from ${anchor.spot.name.en}` } }]
        : []),
      ...(has.length > 0
        ? [{ label: { zh: "设施", en: "Has" }, value: { zh: has.map((each) => each.zh).join("、"), en: has.map((each) => each.en).join(", ") } }]
        : []),
    ],
    stock: dates.map((date) => ({ id: `${house}/${date}`, left: new Chance("rooms", house, date).whole(3, 20) })),
    wishes: [],
    plan: { kind: "visit", startsAt: instantOf(checkIn, 14 * 60).toISOString(), endsAt: instantOf(addDays(checkIn, nights), 12 * 60).toISOString() },
    columns: { date: checkIn, time: "14:00", to: city, nights },
    rank: { sales: chance.whole(10, 2000), rating, minute: 0 },
  };
}
