import type { Atlas } from "./atlas.ts";
import type {
  Carrier, Category, City, DealKind, Dish, EventKindWords, Film, FoodShop, HotelFeature, HotelPattern, Landmark, PlaceKind, Product,
  ProductShop, RideClass, Show,
} from "./catalogue/index.ts";

/** Everything that the bazaar sells or knows. */
export interface Catalogue {
  readonly cities: readonly City[];
  readonly landmarks: readonly Landmark[];
  readonly dishCategories: readonly Category[];
  readonly dishes: readonly Dish[];
  readonly foodShops: readonly FoodShop[];
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

/** A name as part of a reference: "Bubble milk tea" is "bubble-milk-tea". */
export function slug(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
