import type { Place, Route } from "@wanwen/services";
import type { z } from "zod";
import { wire } from "@wanwen/services";
import { cityNameOf, kmBetween, type Spot } from "./atlas.ts";
import { fillName, type PlaceKind } from "./catalogue/index.ts";
import { Chance } from "./chance.ts";
import { anchorOf, branchOf } from "./kinds/neighbourhood.ts";
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

/** How many branches of one pattern lie around somebody, and how many kinds are mixed when the words are vague. */
const BRANCHES = 3;
const KINDS_MAX = 4;
const PLACES_MAX = 20;

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
    const hits = this.#kinds.find(query.query, KINDS_MAX);
    if (hits.length === 0) return this.#byName(query, anchor.spot);
    const found = new Map<string, Place>();
    for (const { entry } of hits)
      for (const [index, pattern] of entry.patterns.entries())
        for (let branch = 0; branch < BRANCHES; branch++) {
          // Around a named place as well as around the person: what is looked for is close by.
          const { name, place, distanceM } = branchOf(this.#world, { ...anchor, named: true }, pattern, `${index}/${branch}`);
          const street = new Chance("street", name.en).whole(1, 299);
          const address = fillName({ zh: "{city}{place}路{name}号", en: "{name} {place} Road, {city}" }, {
            city: cityNameOf(anchor.city), place, name: { zh: String(street), en: String(street) },
          });
          if (!found.has(name.en)) found.set(name.en, { name: name[locale], address: address[locale], distanceM });
        }
    return [...found.values()].sort((a, b) => a.distanceM - b.distanceM).slice(0, PLACES_MAX);
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
    return { from: query.from ?? from.name[query.locale], to: query.to, mode: query.mode, distanceKm, minutes };
  }
}

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
