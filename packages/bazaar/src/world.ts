import type { Atlas } from "./atlas.ts";
import type {
  Bilingual, Carrier, Category, City, DealKind, Dish, EventKindWords, Film, FoodShop, HotelFeature, HotelPattern, Landmark, NamePattern, PlaceKind,
  Product, ProductShop, RideClass, Show,
} from "./catalogue/index.ts";

/** Everything that the bazaar sells or knows. */
export interface Catalogue {
  readonly cities: readonly City[];
  readonly landmarks: readonly Landmark[];
  readonly placeKinds: readonly PlaceKind[];
  readonly dishCategories: readonly Category[];
  readonly dishes: readonly Dish[];
  readonly foodShops: readonly FoodShop[];
  readonly productCategories: readonly Category[];
  readonly products: readonly Product[];
  readonly colours: readonly (Bilingual & { readonly aliases: readonly string[] })[];
  readonly productShops: readonly ProductShop[];
  readonly films: readonly Film[];
  readonly filmGenres: readonly Category[];
  readonly cinemas: readonly NamePattern[];
  /** The first is the ordinary one. */
  readonly screenings: readonly (Bilingual & { readonly factor: number })[];
  readonly shows: readonly Show[];
  readonly eventKinds: readonly EventKindWords[];
  readonly hotelPatterns: readonly HotelPattern[];
  readonly hotelFeatures: readonly HotelFeature[];
  readonly dealKinds: readonly DealKind[];
  readonly rideClasses: readonly RideClass[];
  readonly carriers: readonly Carrier[];
}

/** What every kind of shop looks at. */
export interface World {
  readonly catalogue: Catalogue;
  readonly atlas: Atlas;
}

/** Money in minor units, to half a yuan: shops do not ask for ¥17.38. */
export function tidyMinor(yuan: number): number {
  return Math.max(50, Math.round(yuan * 2) * 50);
}

/** A name as part of a reference: "Bubble milk tea" is "bubble-milk-tea"; other scripts keep their letters. */
export function slug(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40);
}

/** The same words in both languages: numbers, names of people. */
export function same(text: string): Bilingual {
  return { zh: text, en: text };
}
