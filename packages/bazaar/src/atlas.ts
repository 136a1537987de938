import { type Bilingual, type City, type Landmark, normalName, type Station } from "./catalogue/index.ts";
import { Chance } from "./chance.ts";

/** A point on the map with a name. Every name has one: what the catalogue does not know lies where its letters fall. */
export interface Spot {
  readonly name: Bilingual;
  readonly lat: number;
  readonly lon: number;
  /** The city it is, or lies in. */
  readonly city?: City;
  /** A station or airport that was asked for by name. */
  readonly station?: Station;
  /** Is it a city of the catalogue, a place of the catalogue, or a name that only the person knows? */
  readonly kind: "city" | "place" | "unknown";
}

/** Words behind a name that do not belong to it. */
const TAILS = /(市|地区|特别行政区|火车站|高铁站|动车站|汽车站|站|国际机场|机场|那边|附近|city|railway station|train station|station|international airport|airport|downtown|city centre|city center)$/iu;

/** "the airport", "火车站": no name at all, but everybody knows which. */
const TERMINALS: readonly (readonly ["机场" | "站", RegExp])[] = [
  ["机场", /^(机场|飞机场|(the )?airport)$/i],
  ["站", /^(火车站|高铁站|动车站|(the )?(train|railway|central) station)$/i],
];
const SIDES: readonly (readonly [RegExp, string])[] = (["东 east", "西 west", "南 south", "北 north"] as const).map((side) => {
  const [zh, en] = side.split(" ") as [string, string];
  return [new RegExp(`^(?:${zh}(?:火车|高铁)?站|(?:the )?${en} (?:railway |train )?station)$`, "i"), zh];
});
/** A landmark beyond this is another one of the same name. */
const FAR_KM = 120;

export class Atlas {
  readonly #byName = new Map<string, Spot>();
  /** City names of two letters or more, the longest first, to be found inside longer names. */
  readonly #cityNames: readonly { readonly name: string; readonly han: boolean; readonly spot: Spot }[];
  readonly #landmarksOf = new Map<City, Spot[]>();
  /** The first station and the first airport of a city, for those who say no more than "the airport". */
  readonly #terminals = new Map<string, Spot>();

  constructor(cities: readonly City[], landmarks: readonly Landmark[]) {
    const cityNames: [string, Spot][] = [];
    const byEnglish = new Map<string, City>();
    for (const city of cities) {
      const spot: Spot = { name: { zh: city.zh, en: city.en }, lat: city.lat, lon: city.lon, city, kind: "city" };
      byEnglish.set(city.en, city);
      for (const name of [city.zh, city.en, ...city.aliases].map(normalName)) {
        this.#add(name, spot);
        if (name.length >= 2) cityNames.push([name, spot]);
      }
    }
    for (const city of cities)
      for (const [place, word] of [...city.stations.map((each) => [each, "站"] as const), ...city.airports.map((each) => [each, "机场"] as const)]) {
        const [closest, farthest] = word === "机场" ? [16, 36] : [1.5, 12];
        const spot: Spot = { ...this.#near(city, `${city.en} ${place.en}`, farthest, closest), name: fullName(place, word, city), station: place };
        const names = [place.zh, place.en, `${place.zh}${word}`, place.code ?? "", word === "机场" ? `${city.zh}${place.zh}` : ""];
        for (const name of names) this.#add(normalName(name), spot);
        if (!this.#terminals.has(`${word} ${city.en}`)) this.#terminals.set(`${word} ${city.en}`, spot);
        // "the airport of Chengdu" without its own name
        if (word === "机场" && place === city.airports[0])
          for (const name of [`${city.zh}机场`, `${city.en} airport`, `${city.zh}国际机场`]) this.#add(normalName(name), spot);
      }
    for (const landmark of landmarks) {
      const city = byEnglish.get(landmark.city);
      const spot: Spot = {
        name: { zh: landmark.zh, en: landmark.en }, lat: landmark.lat, lon: landmark.lon, kind: "place", ...(city && { city }),
      };
      for (const name of [landmark.zh, landmark.en, ...landmark.aliases]) this.#add(normalName(name), spot);
      if (city) this.#landmarksOf.set(city, [...(this.#landmarksOf.get(city) ?? []), spot]);
    }
    this.#cityNames = cityNames
      .sort(([a], [b]) => b.length - a.length)
      .map(([name, spot]) => ({ name, han: /\p{Script=Han}/u.test(name), spot }));
  }

  /** A city by any of its names, by a station or airport, or by a longer name that has it inside. */
  city(text: string): Spot {
    const exact = this.#exact(text);
    if (exact?.city) return exact;
    const inside = this.#cityInside(text);
    return inside ?? this.#unknown(text);
  }

  /** A place in or around `around`: one that the catalogue knows, or a point within a few kilometres of the centre. */
  place(text: string, around: Spot): Spot {
    const terminal = TERMINALS.find(([, pattern]) => pattern.test(text.trim()))?.[0];
    const local = terminal && around.city ? this.#terminals.get(`${terminal} ${around.city.en}`) : undefined;
    if (local) return local;
    // "东站" is the one of the city where one is.
    const side = around.city && SIDES.find(([pattern]) => pattern.test(text.trim()));
    const bySide = side && this.#byName.get(normalName(`${around.city!.zh}${side[1]}`));
    if (bySide?.station) return bySide;
    const exact = this.#exact(text);
    // Many towns have a People's Square: one that is far away is not meant, unless its city is said as well.
    if (exact && (exact.kind !== "place" || exact.city === around.city || kmBetween(exact, around) < FAR_KM)) return exact;
    // "杭州西湖", "West Lake in Hangzhou": the city is said, too.
    const inside = this.#cityInside(text);
    const centre = inside ?? around;
    if (inside) {
      const rest = normalName(text).replace(normalName(inside.name.zh), "").replace(normalName(inside.name.en), "").replace(/^in|in$/, "");
      const place = this.#byName.get(rest);
      if (place) return place;
    }
    return { ...this.#near(centre, text, 8), name: { zh: text, en: text } };
  }

  landmarksOf(city: City): readonly Spot[] {
    return this.#landmarksOf.get(city) ?? [];
  }

  #add(name: string, spot: Spot): void {
    if (name !== "" && !this.#byName.has(name)) this.#byName.set(name, spot);
  }

  #exact(text: string): Spot | undefined {
    const said = text.trim().replace(/^the\s+/i, "");
    const bare = said.replace(TAILS, "");
    return this.#byName.get(normalName(said)) ?? (bare === "" ? undefined : this.#byName.get(normalName(bare)));
  }

  #cityInside(text: string): Spot | undefined {
    const name = normalName(text);
    const words = new Set(text.normalize("NFKD").toLowerCase().split(/[^\p{L}\p{N}]+/u));
    // A Latin name counts as whole words only: "Nice" is not inside "nicest".
    return this.#cityNames.find((city) =>
      city.han ? name.includes(city.name) : words.has(city.name) || (city.name.length >= 7 && name.includes(city.name)),
    )?.spot;
  }

  #near(centre: Spot | City, seed: string, km: number, leastKm = km * 0.15): Spot {
    const chance = new Chance("near", normalName(seed));
    const distance = chance.between(leastKm, km);
    const angle = chance.between(0, 2 * Math.PI);
    const city = "stations" in centre ? centre : centre.city;
    return {
      name: { zh: seed, en: seed },
      lat: centre.lat + (distance * Math.sin(angle)) / 111,
      lon: centre.lon + (distance * Math.cos(angle)) / (111 * Math.max(0.2, Math.cos((centre.lat * Math.PI) / 180))),
      ...(city && { city }),
      kind: "unknown",
    };
  }

  #unknown(text: string): Spot {
    const chance = new Chance("city", normalName(text));
    const name = text.trim();
    return { name: { zh: name, en: name }, lat: chance.between(22, 44), lon: chance.between(100, 122), kind: "unknown" };
  }
}

/** As a driver hears it: 杭州东站, 杭州萧山机场, "Hangzhou East Station". */
function fullName(place: Station, word: "站" | "机场", city: City): Bilingual {
  if (word === "站") return { zh: `${place.zh}站`, en: `${place.en} Station` };
  const [zh, en] = [place.zh.startsWith(city.zh) ? place.zh : `${city.zh}${place.zh}`, place.en.startsWith(city.en) ? place.en : `${city.en} ${place.en}`];
  return { zh: `${zh}机场`, en: `${en} Airport` };
}

/** Great-circle distance in kilometres (haversine, mean radius 6371 km). */
export function kmBetween(a: Pick<Spot, "lat" | "lon">, b: Pick<Spot, "lat" | "lon">): number {
  const radians = Math.PI / 180;
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** What its city is called; a spot outside the catalogue is its own city. */
export function cityNameOf({ city, name }: Spot): Bilingual {
  return city ? { zh: city.zh, en: city.en } : name;
}

/** Same city, or the same point. */
export function samePlace(a: Spot, b: Spot): boolean {
  return a.city !== undefined ? a.city === b.city : a.name.zh === b.name.zh || kmBetween(a, b) < 1;
}
