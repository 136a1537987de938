import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Clock, toYuan } from "@wanwen/core";
import { atomically } from "@wanwen/ledger";
import type { Locale, Offer, SearchQuery, ShopKind } from "@wanwen/services";
import type { Bilingual } from "./catalogue/index.ts";

/** An offer as a kind of shop makes it, in both languages, before anyone has looked how many are left. */
export interface Draft {
  /** The same thing always has the same reference. */
  readonly ref: string;
  readonly kind: ShopKind;
  /** Short, as a model repeats it: "G6493". */
  readonly name: Bilingual;
  /** Long, for the card and the order: "G6493 杭州东 → 上海虹桥 二等座". The name when left out. */
  readonly title?: Bilingual;
  readonly merchant: Bilingual;
  /** Price of one (one night, for hotels). */
  readonly priceMinor: number;
  /** How many times the price is due for one: nights. 1 when left out. */
  readonly units?: { readonly count: number; readonly label: Bilingual };
  readonly fees: readonly Fee[];
  readonly facts: Readonly<Record<string, string | number | Bilingual>>;
  readonly details: readonly { readonly label: Bilingual; readonly value: Bilingual }[];
  /** Shelves it is taken from, one piece from each, with what they hold when first seen. */
  readonly stock: readonly { readonly id: string; readonly left: number }[];
  /** What the person wished beyond the thing itself; becomes part of the order's note. */
  readonly wishes: readonly string[];
  /** A phone number that the offer is bound to. */
  readonly deliverTo?: string;
  readonly plan: Plan;
  readonly columns: Columns;
  /** For sorting. */
  readonly rank: { readonly sales: number; readonly rating: number; readonly minute: number };
}

interface Fee {
  readonly label: Bilingual;
  readonly minor: number;
  readonly per: "order" | "one";
  /** Not due when the goods cost at least this much. */
  readonly freeFromMinor?: number;
}

/** When things happen: what an order's timeline is computed from. */
export type Plan =
  /** Made and brought: minutes from the order to the door. */
  | { readonly kind: "delivery"; readonly etaMin: number }
  | { readonly kind: "parcel"; readonly days: number }
  /** Minutes until the car is there, counted from the order or, when booked ahead, from `startsAt`. */
  | { readonly kind: "ride"; readonly etaMin: number; readonly tripMin: number; readonly startsAt?: string }
  /** Something that begins and ends: a journey, a stay, a show. ISO times. */
  | { readonly kind: "visit"; readonly startsAt: string; readonly endsAt: string }
  | { readonly kind: "voucher"; readonly days: number }
  | { readonly kind: "topUp" };

/** Columns of the order, for those who look into the database. */
interface Columns {
  readonly date?: string;
  readonly time?: string;
  readonly from?: Bilingual;
  readonly to?: Bilingual;
  readonly seat?: Bilingual;
  readonly nights?: number;
}

/** What a search sends at most. */
const OFFERS_MAX = 20;
/** How many drafts are looked up for stock and price before that. */
const DRAFTS_MAX = 400;
/** Offers that nobody put into a checkout are forgotten after this long; a search makes them again, the same. */
const OFFER_DAYS = 14;

export class OfferStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #offer: StatementSync;
  readonly #remaining: StatementSync;
  readonly #addOffer: StatementSync;
  readonly #addShelf: StatementSync;
  readonly #move: StatementSync;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#offer = database.prepare("SELECT body, price_minor FROM offers WHERE ref = ?");
    this.#remaining = database.prepare("SELECT remaining FROM stock WHERE id = ?");
    this.#addOffer = database.prepare(
      `INSERT INTO offers (ref, kind, name_zh, name_en, merchant_zh, merchant_en, price_minor, body, stored_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ref) DO UPDATE SET body = excluded.body, stored_at = excluded.stored_at`,
    );
    this.#addShelf = database.prepare("INSERT INTO stock (id, remaining) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
    this.#move = database.prepare("UPDATE stock SET remaining = remaining + ? WHERE id = ?");
  }

  /**
   * From what a kind found, best first, to what the person is told: with the price and the pieces that the database knows,
   * without what is sold out or too dear, in the order asked for. What is told is stored and can be bought from then on.
   */
  publish(drafts: readonly Draft[], query: SearchQuery): Offer[] {
    const current = drafts.slice(0, DRAFTS_MAX).map((draft) => ({
      draft: { ...draft, priceMinor: this.#row(draft.ref)?.price_minor ?? draft.priceMinor },
      left: this.left(draft),
    }));
    const wanted = current.filter(
      ({ draft, left }) => left > 0 && (query.maxPrice === undefined || draft.priceMinor <= Math.round(query.maxPrice * 100)),
    );
    const { sort } = query;
    if (sort === "price") wanted.sort((a, b) => a.draft.priceMinor - b.draft.priceMinor);
    if (sort === "sales") wanted.sort((a, b) => b.draft.rank.sales - a.draft.rank.sales);
    if (sort === "rating") wanted.sort((a, b) => b.draft.rank.rating - a.draft.rank.rating);
    if (sort === "time") wanted.sort((a, b) => a.draft.rank.minute - b.draft.rank.minute);
    const told = wanted.slice(0, OFFERS_MAX);
    atomically(this.#database, () => told.forEach(({ draft }) => this.#store(draft)));
    return told.map(({ draft, left }) => toOffer(draft, left, query.locale));
  }

  find(ref: string): Draft | undefined {
    const row = this.#row(ref);
    return row && { ...(JSON.parse(row.body) as Draft), priceMinor: row.price_minor };
  }

  left(draft: Draft): number {
    const remaining = (id: string) => (this.#remaining.get(id) as { remaining: number } | undefined)?.remaining;
    return Math.min(...draft.stock.map((shelf) => remaining(shelf.id) ?? shelf.left));
  }

  /** Takes `quantity` from every shelf, or leaves all as they are and says false. Call inside a transaction. */
  take(draft: Draft, quantity: number): boolean {
    if (this.left(draft) < quantity) return false;
    for (const shelf of draft.stock) this.#move.run(-quantity, shelf.id);
    return true;
  }

  putBack(draft: Draft, quantity: number): void {
    for (const shelf of draft.stock) this.#move.run(quantity, shelf.id);
  }

  /** For fault switches. */
  changePrice(ref: string, byMinor: number): void {
    this.#database.prepare("UPDATE offers SET price_minor = max(1, price_minor + ?) WHERE ref = ?").run(byMinor, ref);
  }

  empty(draft: Draft): void {
    for (const shelf of draft.stock) this.#database.prepare("UPDATE stock SET remaining = 0 WHERE id = ?").run(shelf.id);
  }

  forgetOld(): void {
    const before = new Date(this.#clock.now().getTime() - OFFER_DAYS * 86_400_000).toISOString();
    this.#database
      .prepare("DELETE FROM offers WHERE stored_at < ? AND NOT EXISTS (SELECT 1 FROM checkouts WHERE offer_ref = offers.ref)")
      .run(before);
  }

  #store(draft: Draft): void {
    const { ref, kind, name, merchant, priceMinor } = draft;
    const now = this.#clock.now().toISOString();
    this.#addOffer.run(ref, kind, name.zh, name.en, merchant.zh, merchant.en, priceMinor, JSON.stringify(draft), now);
    for (const shelf of draft.stock) this.#addShelf.run(shelf.id, shelf.left);
  }

  #row(ref: string): { body: string; price_minor: number } | undefined {
    return this.#offer.get(ref) as { body: string; price_minor: number } | undefined;
  }
}

function toOffer(draft: Draft, left: number, locale: Locale): Offer {
  const facts = Object.entries(draft.facts).map(([name, value]) => [name, typeof value === "object" ? value[locale] : value]);
  return {
    ref: draft.ref,
    kind: draft.kind,
    name: draft.name[locale],
    merchant: draft.merchant[locale],
    price: { currency: "CNY", minor: draft.priceMinor },
    facts: { ...(Object.fromEntries(facts) as Record<string, string | number>), ...priceFacts(draft) },
    details: [
      ...draft.details.map(({ label, value }) => ({ label: label[locale], value: value[locale] })),
      ...(draft.wishes.length > 0 ? [{ label: locale === "zh" ? "备注" : "Note", value: joinWishes(draft.wishes) }] : []),
    ],
    left,
  };
}

/** A deal may never cost more than it did before. */
function priceFacts(draft: Draft): Record<string, number> {
  const was = draft.facts["was"];
  return typeof was === "number" ? { was: Math.max(was, toYuan({ currency: "CNY", minor: draft.priceMinor })) } : {};
}

export function joinWishes(wishes: readonly string[]): string {
  return wishes.join(wishes.some((wish) => /\p{Script=Han}/u.test(wish)) ? "，" : ", ");
}
