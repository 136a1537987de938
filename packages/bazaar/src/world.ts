import type { Atlas } from "./atlas.ts";
import type * as catalogue from "./catalogue/index.ts";
import type { Bilingual } from "./catalogue/index.ts";

/** Everything that the bazaar sells or knows. */
export type Catalogue = typeof catalogue;

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
