import type { Locale, Place, Route } from "@wanwen/services";
import type { z } from "zod";
import { wire } from "@wanwen/services";
import { cityNameOf, kmBetween, type Spot } from "./atlas.ts";
import { type Bilingual, fillName, type PlaceKind } from "./catalogue/index.ts";
import { Chance } from "./chance.ts";
import { type Anchor, anchorOf } from "./kinds/neighbourhood.ts";
import { WordIndex } from "./search/word-index.ts";
import type { World } from "./world.ts";

/** Kilometres an hour from door to door, minutes lost on the way, and how much longer than the straight line the way is. */
const MODES: Readonly<Record<Route["mode"], { kmh: number; extraMin: number; detour: number }>> = {
  driving: { kmh: 32, extraMin: 4, detour: 1.35 },
  transit: { kmh: 26, extraMin: 9, detour: 1.35 },
  cycling: { kmh: 14, extraMin: 1, detour: 1.3 },
  walking: { kmh: 4.8, extraMin: 0, detour: 1.25 },
};
/** Beyond this the way leads over motorways and rails. */
const FAR_KM = 60;
const FAR_KMH: Readonly<Partial<Record<Route["mode"], number>>> = { driving: 85, transit: 160 };

/** How many places one kind has around somebody, and how many kinds are mixed when the words are vague. */
const PLACES_OF_KIND = 6;
const KINDS_MAX = 3;
/** How far away they lie, and how far a landmark may be to lend its name. */
const NEAREST_M = 80;
const FARTHEST_M = 2600;
const NAMESAKE_KM = 4;

/** Streets that every town has. */
const STREETS: readonly Bilingual[] = [
  { zh: "人民路", en: "Renmin Road" }, { zh: "解放路", en: "Jiefang Road" }, { zh: "中山路", en: "Zhongshan Road" },
  { zh: "建设路", en: "Jianshe Road" }, { zh: "文化路", en: "Wenhua Road" }, { zh: "和平路", en: "Heping Road" },
  { zh: "新华路", en: "Xinhua Road" }, { zh: "学院路", en: "Xueyuan Road" }, { zh: "朝阳路", en: "Chaoyang Road" },
  { zh: "长江路", en: "Changjiang Road" }, { zh: "湖滨路", en: "Hubin Road" }, { zh: "延安路", en: "Yan'an Road" },
];
const STREETS_ABROAD: readonly Bilingual[] = [
  { zh: "主街", en: "Main Street" }, { zh: "车站路", en: "Station Road" }, { zh: "教堂街", en: "Church Street" },
  { zh: "公园路", en: "Park Avenue" }, { zh: "国王街", en: "King Street" }, { zh: "市场街", en: "Market Street" },
  { zh: "橡树街", en: "Oak Street" }, { zh: "维多利亚路", en: "Victoria Road" }, { zh: "河滨路", en: "Riverside Drive" },
];

/** The map: places around a point, and the way between two. */
export class Places {
  readonly #world: World;
  readonly #kinds: WordIndex<PlaceKind>;

  constructor(world: World) {
    this.#world = world;
    this.#kinds = new WordIndex(world.catalogue.placeKinds.map((kind) => ({ entry: kind, names: [kind.zh, kind.en, ...kind.aliases] })));
  }

  /** Nearest first. */
  search(query: z.infer<typeof wire.placesQuerySchema>): Place[] {
    const { locale } = query;
    const anchor = anchorOf(this.#world, query.city, query.near);
    // "西湖" is a lake, but the one that is called so.
    const byName = this.#byName(query, anchor.spot);
    if (byName.length > 0) return byName;
    return this.#kinds
      .find(query.query, KINDS_MAX)
      .flatMap(({ entry }) => this.#around(entry, anchor, locale))
      .sort((a, b) => a.distanceM - b.distanceM);
  }

  /** Places of one kind: called after what is close to them, the same ones whenever somebody looks. */
  #around(kind: PlaceKind, { spot, city, named }: Anchor, locale: Locale): Place[] {
    const chance = new Chance("places", kind.en, spot.name.en, cityNameOf(city).en);
    const landmarks = city.city ? this.#world.atlas.landmarksOf(city.city) : [];
    const here = named ? spot : whereThePersonIs(city);
    const namesakes = [
      ...(named && spot.kind === "place" ? [spot] : []),
      ...landmarks.filter((landmark) => landmark !== spot && kmBetween(landmark, here) < NAMESAKE_KM),
    ].map((each) => each.name);
    const streets = chance.draw(city.city?.region === "world" ? STREETS_ABROAD : STREETS, PLACES_OF_KIND);
    const distances = Array.from({ length: PLACES_OF_KIND }, () => 10 * Math.round((NEAREST_M + (FARTHEST_M - NEAREST_M) * chance.next() ** 2) / 10)).sort((a, b) => a - b);
    const seen = new Set<string>();
    return distances.flatMap((distanceM, index) => {
      const place = namesakes[index >> 1] && index % 2 === 0 ? namesakes[index >> 1]! : streets[index]!;
      const parts = { city: cityNameOf(city), place };
      const name = fillName(kind.patterns[index % kind.patterns.length]!, parts)[locale];
      if (seen.has(name)) return [];
      seen.add(name);
      const number = String(chance.whole(1, 299));
      const street = streets[index]!;
      const address = locale === "zh" ? `${parts.city.zh}${street.zh}${number}号` : `${number} ${street.en}, ${parts.city.en}`;
      return [{ name, address, distanceM }];
    });
  }

  /** A place that was asked for by its own name. */
  #byName(query: z.infer<typeof wire.placesQuerySchema>, around: Spot): Place[] {
    const spot = this.#world.atlas.place(query.query, around);
    if (spot.kind === "unknown") return [];
    const from = around.kind === "city" ? whereThePersonIs(around) : around;
    return [{ name: spot.name[query.locale], address: cityNameOf(spot)[query.locale], distanceM: Math.max(50, Math.round(kmBetween(from, spot) * 100) * 10) }];
  }

  route(query: z.infer<typeof wire.routeQuerySchema>): Route {
    const { atlas } = this.#world;
    const centre = atlas.city(query.city);
    const from = query.from === undefined ? whereThePersonIs(centre) : atlas.place(query.from, centre);
    const to = atlas.place(query.to, from.city ? atlas.city(from.city.zh) : centre);
    const { distanceKm, minutes } = wayBetween(from, to, query.mode);
    return { from: query.from ?? HERE[query.locale], to: query.to, mode: query.mode, distanceKm, minutes };
  }
}

/** What the start is called when it is not said. */
export const HERE: Bilingual = { zh: "当前位置", en: "Current location" };

/** Where somebody in a city is when they do not say: the same spot always. */
export function whereThePersonIs(centre: Spot): Spot {
  const chance = new Chance("person", centre.name.en);
  return {
    ...centre,
    kind: "unknown",
    lat: centre.lat + chance.between(-0.03, 0.03),
    lon: centre.lon + chance.between(-0.03, 0.03),
  };
}

export function wayBetween(from: Spot, to: Spot, mode: Route["mode"]): { distanceKm: number; minutes: number } {
  const { kmh, extraMin, detour } = MODES[mode];
  const km = Math.max(0.3, kmBetween(from, to) * detour);
  const speed = km > FAR_KM ? (FAR_KMH[mode] ?? kmh) : kmh;
  return { distanceKm: Math.round(km * 10) / 10, minutes: Math.max(1, Math.round((km / speed) * 60 + extraMin)) };
}
