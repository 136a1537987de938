/** Shapes of the catalogues: what can be bought, booked or looked up in the bazaar, in Chinese and in English. */

/** A name in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * Something that people ask for by name. `aliases` are further names in either language, as people say them. Inside one
 * catalogue every name and alias belongs to one entry only (after `normalName`); words that mean many entries
 * ("奶茶", "pizza") belong to the category.
 */
export interface Named extends Bilingual {
  readonly aliases: readonly string[];
}

/** A group of entries; its names and aliases are the words that mean any of them ("奶茶", "milk tea"). */
export interface Category extends Named {
  readonly id: string;
}

/** A name with holes: `{city}`, `{place}` (a landmark or district), `{name}`. Filled by `fillName`. */
export type NamePattern = Bilingual;

export interface Station extends Bilingual {
  /** Set for airports only: the IATA code. */
  readonly code?: string;
}

export interface City extends Named {
  /** "cn" for mainland cities, "world" for all others (Hong Kong, Macau and Taipei included): which trains and shops to expect. */
  readonly region: "cn" | "world";
  /** Degrees, to two decimals. */
  readonly lat: number;
  readonly lon: number;
  /** Railway stations, the most used first; a city without any has none that this bazaar sells tickets for. */
  readonly stations: readonly Station[];
  readonly airports: readonly Station[];
}

export interface Dish extends Named {
  /** A `dishCategories` id. */
  readonly category: string;
  /** What one portion usually costs. */
  readonly priceYuan: number;
  /** Wishes that a shop knows: less sugar, no coriander, large cup … */
  readonly options: readonly Bilingual[];
}

export interface FoodShop extends Bilingual {
  /** `dishCategories` ids that the shop cooks. */
  readonly categories: readonly string[];
}

export interface Product extends Named {
  /** A `productCategories` id. */
  readonly category: string;
  /** [cheapest, dearest] of this kind in the shops. */
  readonly priceYuan: readonly [low: number, high: number];
  /** Invented brands that make this kind; names of `productBrands`. */
  readonly brands: readonly Bilingual[];
  /** Comes in colours / in sizes, which a person may name. */
  readonly colours: boolean;
  readonly sizes: readonly string[];
}

export interface ProductShop extends Bilingual {
  /** `productCategories` ids that the shop sells. */
  readonly categories: readonly string[];
}

export interface Film extends Named {
  readonly minutes: number;
  /** Ids of `filmGenres`. */
  readonly genres: readonly string[];
  readonly year: number;
}

export type EventKind =
  | "concert" | "classical" | "musical" | "play" | "opera" | "dance" | "crosstalk" | "comedy" | "children"
  | "football" | "basketball" | "sport" | "esports" | "exhibition" | "festival";

export interface Show extends Named {
  readonly kind: EventKind;
  readonly priceYuan: readonly [low: number, high: number];
}

export interface EventKindWords extends Named {
  readonly kind: EventKind;
  /** How a show of this kind is titled: "{name}演唱会" / "{name} live"; "{name}" where the name says it all. */
  readonly title: NamePattern;
  /** Where such shows take place. */
  readonly venues: readonly NamePattern[];
}

export interface HotelPattern extends NamePattern {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  /** Price of one night. */
  readonly priceYuan: readonly [low: number, high: number];
  /** Ids of `hotelFeatures`. */
  readonly features: readonly string[];
}

export interface HotelFeature extends Named {
  readonly id: string;
}

export interface PlaceKind extends Named {
  /** What such places are called on the map. */
  readonly patterns: readonly NamePattern[];
}

export interface Landmark extends Named {
  /** English name of its city in `cities`. */
  readonly city: string;
  readonly lat: number;
  readonly lon: number;
}

export interface DealKind extends Named {
  /** What the group price is, and what the same costs without it. */
  readonly priceYuan: number;
  readonly wasYuan: number;
  /** Shops that offer it. */
  readonly shops: readonly NamePattern[];
}

export interface RideClass extends Named {
  readonly id: string;
  readonly seats: number;
  readonly baseYuan: number;
  readonly perKmYuan: number;
  /** Minutes until the car arrives, typically. */
  readonly waitMin: number;
}

export interface Carrier extends Named {
  readonly id: string;
  /** First three or four digits of a mainland mobile number; the longest match decides. */
  readonly prefixes: readonly string[];
}
