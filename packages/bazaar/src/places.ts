import type { Place, Route } from "@wanwen/services";
import type { z } from "zod";
import { wire } from "@wanwen/services";
import { kmBetween, type Spot } from "./atlas.ts";
import { Chance } from "./chance.ts";
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

export class Places {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  search(_query: z.infer<typeof wire.placesQuerySchema>): Place[] {
    return [];
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
