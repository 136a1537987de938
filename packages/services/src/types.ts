import type { Money } from "@wanwen/core";

/** Kinds of places where offers come from; each is an HTTP service of its own under `/<kind>`. */
export type ShopKind =
  | "food" | "products" | "flights" | "trains" | "hotels" | "movies" | "events" | "rides" | "deals" | "recharge";

export type Locale = "zh" | "en";

/** What a search may ask for. Every kind reads the fields that it knows (see `wire.ts`). Dates are ISO, times HH:MM. */
export interface SearchQuery {
  readonly locale: Locale;
  /** The person's city, in their words. */
  readonly city: string;
  readonly query?: string;
  readonly title?: string;
  readonly maxPrice?: number;
  readonly sort?: "price" | "sales" | "rating" | "time";
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  /** Departures or showings not before this time: "今晚", "tomorrow morning". [from, to) as HH:MM. */
  readonly timeFrom?: string;
  readonly timeTo?: string;
  readonly cabin?: "economy" | "business" | "first";
  readonly seat?: "second" | "first" | "business" | "sleeper";
  readonly near?: string;
  readonly checkIn?: string;
  readonly nights?: number;
  readonly stars?: number;
  readonly phone?: string;
  readonly amount?: number;
  /** Minutes from now for rides; 0 is now. */
  readonly inMinutes?: number;
}

/** Something that can be bought or booked. */
export interface Offer {
  /** The service's own id; opaque to us. */
  readonly ref: string;
  readonly kind: ShopKind;
  readonly name: string;
  /** Who sells it: shop, carrier, hotel, cinema … */
  readonly merchant: string;
  /** Price of one. */
  readonly price: Money;
  /** Further facts, by the names the model knows: shop, eta_min, rating, depart, arrive, cinema, venue, time, was. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** For the screen: category of the drawing, date, class of seat … in the reader's language. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** How many can still be bought. */
  readonly left: number;
}

export interface Place {
  readonly name: string;
  readonly address: string;
  readonly distanceM: number;
}

export interface Route {
  readonly from: string;
  readonly to: string;
  readonly mode: "driving" | "transit" | "walking" | "cycling";
  readonly distanceKm: number;
  readonly minutes: number;
}

export interface BillLine {
  readonly label: string;
  readonly amount: Money;
}

/** The merchant's authoritative word on one purchase. Totals are never computed by us. */
export interface Checkout {
  readonly id: string;
  readonly kind: ShopKind;
  readonly offerRef: string;
  readonly name: string;
  readonly merchant: string;
  /** Origin of the service that will take the money. */
  readonly origin: string;
  readonly quantity: number;
  /** Where it goes: an address, a phone number, a traveller; empty when it goes nowhere. */
  readonly deliverTo: string;
  /** When: "2026-12-02 07:15", "about 25 min" … in the reader's language. */
  readonly when: string;
  /** What the person wished beyond the item itself ("少冰"). */
  readonly note: string;
  readonly lines: readonly BillLine[];
  readonly total: Money;
  readonly payWith: string;
  /** ISO time after which the terms no longer stand. */
  readonly expiresAt: string;
  /** Hash by the merchant over everything above; completing needs the same hash. */
  readonly terms: string;
}

export type OrderStatus = "confirmed" | "preparing" | "shipped" | "on_the_way" | "delivered" | "completed" | "cancelled";

export interface Order {
  /** Short, without look-alike letters: "J9SWD3". */
  readonly id: string;
  readonly kind: ShopKind;
  readonly name: string;
  readonly merchant: string;
  readonly quantity: number;
  readonly deliverTo: string;
  readonly when: string;
  readonly note: string;
  readonly lines: readonly BillLine[];
  readonly total: Money;
  readonly status: OrderStatus;
  /** HH:MM of arrival, for food and rides. */
  readonly eta?: string;
  readonly placedAt: string;
  readonly timeline: readonly { readonly status: OrderStatus; readonly at: string; readonly text: string }[];
  readonly cancellable: boolean;
  /** Given back on cancel. */
  readonly refund?: Money;
}

export type CompleteResult =
  | { readonly outcome: "ordered"; readonly order: Order }
  | { readonly outcome: "sold_out" }
  /** Terms differ from what was approved: nothing was bought. */
  | { readonly outcome: "price_changed"; readonly checkout: Checkout }
  | { readonly outcome: "expired" }
  | { readonly outcome: "insufficient_funds"; readonly balance: Money };

export type CancelResult =
  | { readonly outcome: "cancelled"; readonly order: Order; readonly refund: Money }
  | { readonly outcome: "refused"; readonly reason: string };

/** All services, seen from the agent. Every call may throw `DeviceError` when the service does not answer. */
export interface Services {
  search(kind: ShopKind, query: SearchQuery, signal?: AbortSignal): Promise<readonly Offer[]>;
  places(query: { locale: Locale; city: string; query: string; near?: string }, signal?: AbortSignal): Promise<readonly Place[]>;
  route(query: { locale: Locale; city: string; from?: string; to: string; mode: Route["mode"] }, signal?: AbortSignal): Promise<Route>;

  createCheckout(request: {
    readonly kind: ShopKind; readonly offerRef: string; readonly quantity: number; readonly deliverTo: string;
    readonly note: string; readonly locale: Locale;
    /** The person has seen the note and wants it so: the merchant adds no wishes of the search to it. */
    readonly noteIsWhole?: boolean;
  }): Promise<Checkout | { readonly outcome: "sold_out" }>;
  /** Safe to repeat with the same key: the same answer comes back and money moves once. */
  complete(request: { readonly checkoutId: string; readonly terms: string; readonly idempotencyKey: string }): Promise<CompleteResult>;
  /** For unknown outcomes: what became of a `complete` with this key; undefined: it never arrived. */
  completionByKey(idempotencyKey: string): Promise<CompleteResult | undefined>;

  orders(locale: Locale): Promise<readonly Order[]>;
  order(id: string, locale: Locale): Promise<Order | undefined>;
  cancel(id: string, idempotencyKey: string, locale: Locale): Promise<CancelResult>;
  balance(): Promise<Money>;
}
