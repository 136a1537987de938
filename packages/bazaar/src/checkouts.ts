import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type Clock, InputError, type Money, newId } from "@wanwen/core";
import { atomically, InsufficientFunds, type Ledger } from "@wanwen/ledger";
import type { BillLine, Checkout, CompleteResult, Locale, ShopKind } from "@wanwen/services";
import { type Draft, joinWishes, type OfferStore } from "./offers.ts";
import type { Faults } from "./faults.ts";
import { shopAccount, WALLET } from "./wallet.ts";
import type { OrderBook } from "./orders.ts";
import { addMinutes, localDate, localTime } from "./time.ts";

/** How long a merchant stands by its terms. */
const CHECKOUT_MINUTES = 10;

export interface CheckoutRequest {
  readonly kind: ShopKind;
  readonly offerRef: string;
  readonly quantity: number;
  readonly deliverTo: string;
  readonly note: string;
  readonly locale: Locale;
  readonly noteIsWhole?: boolean;
  /** Of this bazaar, as the caller reached it. */
  readonly origin: string;
}

interface CheckoutRow {
  id: string;
  kind: ShopKind;
  offer_ref: string;
  locale: Locale;
  terms: string;
  body: string;
  order_id: string | null;
}

/** From an offer to an order. What is bought for what is decided here, at the merchant, and nowhere else. */
export class CheckoutDesk {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #offers: OfferStore;
  readonly #orders: OrderBook;
  readonly #ledger: Ledger;
  readonly #faults: Faults;

  constructor(parts: {
    database: DatabaseSync; clock: Clock; offers: OfferStore; orders: OrderBook; ledger: Ledger; faults: Faults;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#offers = parts.offers;
    this.#orders = parts.orders;
    this.#ledger = parts.ledger;
    this.#faults = parts.faults;
  }

  create(request: CheckoutRequest): Checkout | { readonly outcome: "sold_out" } {
    const draft = this.#offers.find(request.offerRef);
    if (!draft || draft.kind !== request.kind)
      throw new InputError(`offerRef: no offer ${request.offerRef} in ${request.kind}; search again`, { param: "offerRef" });
    const soldOut = this.#offers.left(draft) < request.quantity || this.#tooLate(draft);
    return soldOut ? { outcome: "sold_out" } : this.#write(draft, request, request.noteIsWhole ? request.note.trim() : undefined);
  }

  /**
   * One transaction: the answer for the key, the price, the stock, the money and the order are written together or not at
   * all. The same key always gets the first answer again; a second key for a checkout that was completed gets its order.
   */
  complete(checkoutId: string, terms: string, key: string): CompleteResult {
    return atomically(this.#database, () => {
      const known = this.#completion(key);
      if (known) {
        if (known.checkout_id === checkoutId && known.terms === terms) return JSON.parse(known.answer) as CompleteResult;
        throw new InputError("Idempotency-Key: already used for another purchase", { param: "Idempotency-Key" });
      }
      const row = this.#database.prepare("SELECT * FROM checkouts WHERE id = ?").get(checkoutId) as unknown as CheckoutRow | undefined;
      if (!row) throw new InputError(`checkout ${checkoutId}: not found`, { param: "id" });
      const answer = this.#settle(row, terms);
      this.#database
        .prepare("INSERT INTO completions (key, checkout_id, terms, answer, at) VALUES (?, ?, ?, ?, ?)")
        .run(key, checkoutId, terms, JSON.stringify(answer), this.#clock.now().toISOString());
      return answer;
    });
  }

  completionByKey(key: string): CompleteResult | undefined {
    const known = this.#completion(key);
    return known && (JSON.parse(known.answer) as CompleteResult);
  }

  about(checkoutId: string): Pick<Checkout, "kind" | "offerRef"> | undefined {
    return this.#database.prepare('SELECT kind, offer_ref AS offerRef FROM checkouts WHERE id = ?').get(checkoutId) as
      | Pick<Checkout, "kind" | "offerRef">
      | undefined;
  }

  #settle(row: CheckoutRow, terms: string): CompleteResult {
    const checkout = JSON.parse(row.body) as Checkout;
    if (row.order_id !== null) return { outcome: "ordered", order: this.#orders.must(row.order_id, row.locale) };
    if (this.#clock.now() >= new Date(checkout.expiresAt)) return { outcome: "expired" };
    this.#faults.beforeComplete(this.#offers, checkout);
    const draft = this.#offers.find(row.offer_ref);
    if (!draft || this.#tooLate(draft)) return { outcome: "sold_out" };
    const total = totalOf(billOf(draft, checkout.quantity, row.locale));
    if (terms !== row.terms || total.minor !== checkout.total.minor)
      return { outcome: "price_changed", checkout: this.#write(draft, { ...checkout, locale: row.locale }, checkout.note) };
    if (!this.#offers.take(draft, checkout.quantity)) return { outcome: "sold_out" };
    const orderId = this.#orders.newId();
    const hold = `order:${orderId}`;
    try {
      this.#ledger.reserve({ id: hold, from: WALLET, to: shopAccount(draft.kind), amount: total.minor, memo: checkout.id });
    } catch (error) {
      if (!(error instanceof InsufficientFunds)) throw error;
      this.#offers.putBack(draft, checkout.quantity);
      return { outcome: "insufficient_funds", balance: { currency: "CNY", minor: error.available } };
    }
    const now = this.#clock.now();
    this.#orders.add(orderId, draft, checkout, row.locale, {
      whens: { zh: whenOf(draft, "zh", now), en: whenOf(draft, "en", now) },
      bills: { zh: billOf(draft, checkout.quantity, "zh"), en: billOf(draft, checkout.quantity, "en") },
    });
    this.#ledger.post(hold);
    this.#database.prepare("UPDATE checkouts SET order_id = ? WHERE id = ?").run(orderId, row.id);
    return { outcome: "ordered", order: this.#orders.must(orderId, row.locale) };
  }

  /** Writes a checkout with the terms of this moment. `note` replaces what request and wishes would make. */
  #write(draft: Draft, request: CheckoutRequest | (Checkout & { locale: Locale }), note?: string): Checkout {
    const { quantity, locale, origin } = request;
    const now = this.#clock.now();
    const lines = billOf(draft, quantity, locale);
    const unsigned = {
      id: newId("co"),
      kind: draft.kind,
      offerRef: draft.ref,
      name: (draft.title ?? draft.name)[locale],
      merchant: draft.merchant[locale],
      origin,
      quantity,
      deliverTo: draft.deliverTo ?? request.deliverTo.trim(),
      when: whenOf(draft, locale, now),
      note: note ?? noteOf(draft, request.note),
      lines,
      total: totalOf(lines),
      payWith: locale === "zh" ? "万问钱包（沙盒）" : "Wanwen wallet (sandbox)",
      expiresAt: addMinutes(now, CHECKOUT_MINUTES).toISOString(),
    };
    const checkout: Checkout = { ...unsigned, terms: termsOf(unsigned) };
    this.#database
      .prepare("INSERT INTO checkouts (id, kind, offer_ref, locale, total_minor, terms, body, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(checkout.id, draft.kind, draft.ref, locale, checkout.total.minor, checkout.terms, JSON.stringify(checkout), checkout.expiresAt);
    return checkout;
  }

  #completion(key: string): { checkout_id: string; terms: string; answer: string } | undefined {
    return this.#database.prepare("SELECT checkout_id, terms, answer FROM completions WHERE key = ?").get(key) as
      | { checkout_id: string; terms: string; answer: string }
      | undefined;
  }

  /** A train that has left is sold out. A hotel takes guests until midnight of the first day: `endsAt` of the plan. */
  #tooLate({ plan, kind }: Draft): boolean {
    if (plan.kind !== "visit") return false;
    const last = kind === "hotels" ? addMinutes(new Date(plan.startsAt), 10 * 60) : new Date(plan.startsAt);
    return this.#clock.now() >= last;
  }
}

/** SHA-256 over the terms with sorted keys, as `sha256:` and hex. */
function termsOf(terms: Omit<Checkout, "terms">): string {
  return `sha256:${createHash("sha256").update(canonical(terms)).digest("hex")}`;
}

/** JSON with sorted keys and no blanks, so that equal terms have equal bytes (the idea of RFC 8785). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
}

function billOf(draft: Draft, quantity: number, locale: Locale): BillLine[] {
  const times = quantity * (draft.units?.count ?? 1);
  const goods = draft.priceMinor * times;
  const units = draft.units ? ` · ${draft.units.label[locale]}` : "";
  const lines: BillLine[] = [
    { label: `${(draft.title ?? draft.name)[locale]}${units}${quantity > 1 ? ` × ${quantity}` : ""}`, amount: { currency: "CNY", minor: goods } },
  ];
  for (const fee of draft.fees) {
    if (goods >= (fee.freeFromMinor ?? Infinity)) continue;
    lines.push({ label: fee.label[locale], amount: { currency: "CNY", minor: fee.per === "one" ? fee.minor * quantity : fee.minor } });
  }
  return lines;
}

function totalOf(lines: readonly BillLine[]): Money {
  return { currency: "CNY", minor: lines.reduce((sum, line) => sum + line.amount.minor, 0) };
}

/** What was wished in the search and what was added since, each once. */
function noteOf(draft: Draft, added: string): string {
  const note = added.trim();
  const wishes = draft.wishes.filter((wish) => !note.toLowerCase().includes(wish.toLowerCase()));
  return joinWishes(note === "" ? wishes : [...wishes, note]);
}

function whenOf({ plan, columns }: Draft, locale: Locale, now: Date): string {
  const zh = locale === "zh";
  switch (plan.kind) {
    case "delivery": return zh ? `约 ${plan.etaMin} 分钟送达` : `in about ${plan.etaMin} min`;
    case "parcel": {
      const day = localDate(addMinutes(now, plan.days * 1440));
      return zh ? `预计 ${day} 送达` : `by ${day}`;
    }
    case "ride": {
      if (plan.startsAt === undefined) return zh ? `约 ${plan.etaMin} 分钟后上车` : `pick-up in about ${plan.etaMin} min`;
      const start = new Date(plan.startsAt);
      return `${localDate(start)} ${localTime(start)}`;
    }
    case "visit": {
      if (columns.nights === undefined) return [columns.date, columns.time].filter((each) => each !== undefined).join(" ");
      const nights = zh ? `${columns.nights} 晚` : `${columns.nights} night${columns.nights > 1 ? "s" : ""}`;
      return zh ? `${columns.date} 入住，${nights}` : `from ${columns.date}, ${nights}`;
    }
    case "voucher": return zh ? `${plan.days} 天内有效` : `valid for ${plan.days} days`;
    case "topUp": return zh ? "即时到账" : "at once";
    default: return plan satisfies never;
  }
}
