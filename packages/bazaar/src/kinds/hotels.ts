import type { SearchQuery } from "@wanwen/services";
import type { Bilingual, HotelFeature, HotelPattern } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { WordIndex } from "../search/word-index.ts";
import { addDays, daysBetween, instantOf, localDate, weekday } from "../time.ts";
import { type Catalogue, same, slug, type World } from "../world.ts";
import { type Anchor, anchorOf, type Branch, branchOf } from "./neighbourhood.ts";

const SALE_DAYS = 366;
const NIGHTS_MAX = 30;
/** Yuan that a point of the guests' rating is worth. */
const YUAN_PER_RATING = 200;

/** What most people pay for a night. */
const USUAL_YUAN = 350;

/** Rooms in any city for any night; close to a place when one was named. */
export function openHotels(world: World): (query: SearchQuery, now: Date) => Draft[] {
  const { hotels, hotelFeatures, hotelRooms } = world.catalogue;
  const features = new Map(hotelFeatures.map((feature) => [feature.id, feature]));
  const featureNames = new WordIndex(hotelFeatures.map((feature) => ({ entry: feature, names: [feature.zh, feature.en, ...feature.aliases] })));
  const roomNames = new WordIndex(hotelRooms.map((room) => ({ entry: room, names: [room.zh, room.en, ...room.aliases] })));
  return (query, now) => {
    const today = localDate(now);
    const checkIn = query.checkIn ?? query.date ?? today;
    const nights = Math.min(NIGHTS_MAX, query.nights ?? 1);
    const ahead = daysBetween(today, checkIn);
    if (ahead < 0 || ahead > SALE_DAYS) return [];
    const anchor = anchorOf(world, query.city, query.near);
    const exact = hotels.filter((hotel) => query.stars === undefined || hotel.stars === query.stars);
    const starred = exact.length > 0 ? exact : hotels.filter((hotel) => hotel.stars > (query.stars ?? 0));
    const wished = featureNames.inside(query.query ?? "")?.entry;
    const fitting = starred.filter((hotel) => wished === undefined || hotel.features.includes(wished.id));
    const room = roomNames.inside(query.query ?? "")?.entry ?? hotelRooms[0]!;
    const seen = new Set<string>();
    return (fitting.length > 0 ? fitting : starred)
      .map((hotel) => roomOffer(anchor, hotel, room, branchOf(world, anchor, hotel, 0), checkIn, nights, features))
      .filter(({ ref }) => !seen.has(ref) && seen.add(ref))
      .sort((a, b) => worth(b, query) - worth(a, query));
  };
}

/** Well liked, close, and cheap; who named no stars wants neither a dormitory nor a palace. */
function worth({ rank, priceMinor, facts }: Draft, query: SearchQuery): number {
  const yuan = priceMinor / 100;
  const usual = query.stars !== undefined ? 0 : Math.min(USUAL_YUAN, 0.8 * (query.maxPrice ?? Infinity));
  const metres = typeof facts["distance_m"] === "number" ? facts["distance_m"] : 0;
  return rank.rating * YUAN_PER_RATING - Math.abs(yuan - usual) - metres / 10;
}

function roomOffer(
  anchor: Anchor, pattern: HotelPattern, room: Catalogue["hotelRooms"][number], branch: Branch, checkIn: string, nights: number,
  features: ReadonlyMap<string, HotelFeature>,
): Draft {
  const { name, distanceM } = branch;
  const city = cityNameOf(anchor.city);
  const house = `hotels/${slug(city.en)}/${slug(name.en)}`;
  const chance = new Chance("hotel", house);
  const [low, high] = pattern.priceYuan;
  const season = new Chance("night", house, checkIn).between(0.92, 1.1) * ([5, 6].includes(weekday(checkIn)) ? 1.15 : 1);
  const yuan = Math.min(high, Math.max(low, (low + (high - low) * chance.next() ** 1.5) * season)) * room.factor;
  const rating = Math.round(chance.between(40, 49)) / 10;
  const dates = Array.from({ length: nights }, (_, night) => addDays(checkIn, night));
  const has = pattern.features.flatMap((id) => features.get(id) ?? []);
  const night: Bilingual = { zh: `${nights} 晚`, en: `${nights} night${nights > 1 ? "s" : ""}` };
  return {
    ref: `${house}/${slug(room.en)}/${checkIn}/${nights}`,
    kind: "hotels",
    name,
    title: { zh: `${name.zh} ${room.zh}`, en: `${name.en}, ${room.en}` },
    merchant: name,
    priceMinor: Math.round(yuan) * 100,
    units: { count: nights, label: night },
    fees: [],
    facts: { rating, ...(anchor.named && { distance_m: distanceM }) },
    details: [
      { label: { zh: "房型", en: "Room" }, value: { zh: room.zh, en: room.en } },
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
    columns: { date: checkIn, time: "14:00", to: city, seat: { zh: room.zh, en: room.en }, nights },
    rank: { sales: chance.whole(10, 2000), rating, minute: 0 },
  };
}
