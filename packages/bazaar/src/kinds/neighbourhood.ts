import { cityNameOf, kmBetween, type Spot } from "../atlas.ts";
import { type Bilingual, fillName, type NamePattern } from "../catalogue/index.ts";
import { Chance } from "../chance.ts";
import type { World } from "../world.ts";

/** Parts that every town has; they name branches where the catalogue knows no landmark. */
const DISTRICTS: readonly Bilingual[] = [
  { zh: "市中心", en: "City Centre" }, { zh: "火车站", en: "Railway Station" }, { zh: "大学城", en: "University Town" },
  { zh: "高新区", en: "Hi-Tech Park" }, { zh: "人民广场", en: "People's Square" }, { zh: "滨江", en: "Riverside" },
  { zh: "老城", en: "Old Town" }, { zh: "体育中心", en: "Sports Centre" },
];

/** A lake in the mountains belongs to its city, but no cinema is called after it. */
const IN_TOWN_KM = 8;

/** Somewhere with a name and a point: a hotel, a cinema, a pharmacy. */
export interface Branch {
  readonly name: Bilingual;
  /** The landmark or district that it is called after. */
  readonly place: Bilingual;
  readonly lat: number;
  readonly lon: number;
  /** From the anchor of the search, on foot. */
  readonly distanceM: number;
}

/** What a search is around: the place that was named, else where the person is. */
export interface Anchor {
  readonly spot: Spot;
  readonly city: Spot;
  /** Was it named? Then only what is close to it counts. */
  readonly named: boolean;
}

export function anchorOf(world: World, cityName: string, near: string | undefined): Anchor {
  const city = world.atlas.city(cityName);
  if (near === undefined || near.trim() === "") return { spot: city, city, named: false };
  const spot = world.atlas.place(near, city);
  // "near Hangzhou" names a city, not a place in it.
  if (spot.kind === "city") return { spot, city: spot, named: false };
  return { spot, city: spot.city ? world.atlas.city(spot.city.zh) : city, named: true };
}

/**
 * One branch of `pattern` in the city, or close to the named place: the same whenever it is asked for. `salt` tells branches
 * of one pattern apart.
 */
export function branchOf(world: World, anchor: Anchor, pattern: NamePattern, salt: string | number): Branch {
  const { spot, city, named } = anchor;
  const chance = new Chance("branch", cityNameOf(city).en, named ? spot.name.en : "", pattern.en, salt);
  const landmarks = (city.city ? world.atlas.landmarksOf(city.city) : []).filter((landmark) => kmBetween(landmark, city) < IN_TOWN_KM);
  const home = named ? spot : landmarks.length > 0 && chance.next() < 0.7 ? chance.pick(landmarks) : undefined;
  const place = home?.name ?? chance.pick(DISTRICTS);
  const centre = home ?? city;
  const km = chance.between(0.1, named ? 2.2 : 1.5);
  const angle = chance.between(0, 2 * Math.PI);
  const lat = centre.lat + (km * Math.sin(angle)) / 111;
  const lon = centre.lon + (km * Math.cos(angle)) / (111 * Math.max(0.2, Math.cos((centre.lat * Math.PI) / 180)));
  const name = fillName(pattern, { city: cityNameOf(city), place, name: chance.pick(NAMES) });
  const distanceM = Math.max(50, Math.round((kmBetween(spot, { lat, lon }) * 1250) / 10) * 10);
  return { name, place, lat, lon, distanceM };
}

/** Family and shop names for patterns that want one. */
const NAMES: readonly Bilingual[] = [
  { zh: "康宁", en: "Kangning" }, { zh: "福临", en: "Fulin" }, { zh: "春晓", en: "Chunxiao" }, { zh: "和平", en: "Heping" },
  { zh: "金桂", en: "Jingui" }, { zh: "云舒", en: "Yunshu" }, { zh: "百合", en: "Lily" }, { zh: "海棠", en: "Haitang" },
  { zh: "瑞丰", en: "Ruifeng" }, { zh: "青禾", en: "Qinghe" }, { zh: "明月", en: "Mingyue" }, { zh: "长乐", en: "Changle" },
];
