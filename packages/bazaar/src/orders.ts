import type { DatabaseSync } from "node:sqlite";
import { type Clock, InputError, invariant } from "@wanwen/core";
import { atomically, type Ledger } from "@wanwen/ledger";
import type { BillLine, CancelResult, Checkout, Locale, Order, OrderStatus, ShopKind } from "@wanwen/services";
import type { Draft, OfferStore } from "./offers.ts";
import { etaOf, statusOf, stepsOf, timelineOf, whyNotCancel } from "./timeline.ts";
import { shopAccount, WALLET } from "./wallet.ts";

interface OrderRow {
  id: string;
  kind: ShopKind;
  quantity: number;
  deliver_to: string;
  note: string;
  total_minor: number;
  status: OrderStatus;
  placed_at: string;
  cancelled_at: string | null;
  refund_minor: number | null;
  lines: string;
  body: string;
}

/** What an order keeps of its offer and checkout, for both languages. */
interface OrderBody {
  readonly draft: Draft;
  readonly whens: Readonly<Record<Locale, string>>;
  readonly bills: Readonly<Record<Locale, readonly BillLine[]>>;
}

/** No 0 O, 1 I L: nothing to misread aloud or on paper. */
const ID_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const ID_LENGTH = 6;
/** How many orders a list holds, newest first. */
const ORDERS_MAX = 200;

export class OrderBook {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #offers: OfferStore;
  readonly #ledger: Ledger;

  constructor(parts: { database: DatabaseSync; clock: Clock; offers: OfferStore; ledger: Ledger }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#offers = parts.offers;
    this.#ledger = parts.ledger;
  }

  newId(): string {
    const taken = this.#database.prepare("SELECT 1 FROM orders WHERE id = ?");
    for (let attempt = 0; attempt < 20; attempt++) {
      // 248 is the largest multiple of 31 in a byte: every letter is equally likely.
      const bytes = [...crypto.getRandomValues(new Uint8Array(4 * ID_LENGTH))].filter((byte) => byte < 248);
      const id = bytes.slice(0, ID_LENGTH).map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
      if (id.length === ID_LENGTH && !taken.get(id)) return id;
    }
    invariant(false, "twenty draws find a free order number");
  }

  /** Writes the order of a checkout. Call inside the transaction that moves the money. */
  add(id: string, draft: Draft, checkout: Checkout, locale: Locale, body: Omit<OrderBody, "draft">): void {
    const { columns } = draft;
    const title = draft.title ?? draft.name;
    this.#database
      .prepare(
        `INSERT INTO orders (id, kind, name_zh, name_en, merchant, quantity, deliver_to, note, "date", "time", "from", "to", seat, nights,
           price_minor, total_minor, status, placed_at, locale, checkout_id, offer_ref, lines, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'confirmed', ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id, draft.kind, title.zh, title.en, draft.merchant[locale], checkout.quantity, checkout.deliverTo, checkout.note,
        columns.date ?? null, columns.time ?? null, columns.from?.[locale] ?? null, columns.to?.[locale] ?? null,
        columns.seat?.[locale] ?? null, columns.nights ?? null, draft.priceMinor, checkout.total.minor,
        this.#clock.now().toISOString(), locale, checkout.id, draft.ref, JSON.stringify(checkout.lines),
        JSON.stringify({ draft, ...body } satisfies OrderBody),
      );
  }

  list(locale: Locale): Order[] {
    const rows = this.#database
      .prepare("SELECT * FROM orders ORDER BY placed_at DESC, rowid DESC LIMIT ?")
      .all(ORDERS_MAX) as unknown as OrderRow[];
    return rows.map((row) => this.#view(row, locale));
  }

  find(id: string, locale: Locale): Order | undefined {
    const row = this.#row(id);
    return row && this.#view(row, locale);
  }

  must(id: string, locale: Locale): Order {
    const order = this.find(id, locale);
    invariant(order, `order ${id} is in the database`);
    return order;
  }

  /** The money and the stock come back together, once; the same key gets the same answer. */
  cancel(id: string, key: string, locale: Locale): CancelResult | undefined {
    return atomically(this.#database, () => {
      const known = this.#database.prepare("SELECT order_id, answer FROM cancellations WHERE key = ?").get(key) as
        | { order_id: string; answer: string }
        | undefined;
      if (known) {
        if (known.order_id === normalId(id)) return JSON.parse(known.answer) as CancelResult;
        throw new InputError("Idempotency-Key: already used for another order", { param: "Idempotency-Key" });
      }
      const row = this.#row(id);
      if (!row) return undefined;
      const answer = this.#cancel(row, locale);
      this.#database
        .prepare("INSERT INTO cancellations (key, order_id, answer, at) VALUES (?, ?, ?, ?)")
        .run(key, row.id, JSON.stringify(answer), this.#clock.now().toISOString());
      return answer;
    });
  }

  #cancel(row: OrderRow, locale: Locale): CancelResult {
    const { draft } = JSON.parse(row.body) as OrderBody;
    const reason = this.#whyNot(row, draft);
    if (reason) return { outcome: "refused", reason: reason[locale] };
    const refund = { currency: "CNY", minor: row.total_minor } as const;
    this.#ledger.transfer({ id: `refund:${row.id}`, from: shopAccount(row.kind), to: WALLET, amount: refund.minor, memo: row.id });
    this.#offers.putBack(draft, row.quantity);
    this.#database
      .prepare("UPDATE orders SET status = 'cancelled', cancelled_at = ?, refund_minor = ? WHERE id = ?")
      .run(this.#clock.now().toISOString(), refund.minor, row.id);
    return { outcome: "cancelled", order: this.must(row.id, locale), refund };
  }

  #whyNot(row: OrderRow, draft: Draft) {
    const now = this.#clock.now();
    const placedAt = new Date(row.placed_at);
    const steps = stepsOf(draft.plan, placedAt, row.cancelled_at === null ? undefined : new Date(row.cancelled_at));
    return whyNotCancel(row.kind, draft.plan, statusOf(steps, now), placedAt, now);
  }

  #row(id: string): OrderRow | undefined {
    return this.#database.prepare("SELECT * FROM orders WHERE id = ?").get(normalId(id)) as unknown as OrderRow | undefined;
  }

  /** The order as it stands now; its status in the database is brought up to the same moment. */
  #view(row: OrderRow, locale: Locale): Order {
    const { draft, whens, bills } = JSON.parse(row.body) as OrderBody;
    const now = this.#clock.now();
    const placedAt = new Date(row.placed_at);
    const steps = stepsOf(draft.plan, placedAt, row.cancelled_at === null ? undefined : new Date(row.cancelled_at));
    const status = statusOf(steps, now);
    if (status !== row.status) this.#database.prepare("UPDATE orders SET status = ? WHERE id = ?").run(status, row.id);
    const eta = etaOf(draft.plan, placedAt);
    return {
      id: row.id,
      kind: row.kind,
      name: (draft.title ?? draft.name)[locale],
      merchant: draft.merchant[locale],
      quantity: row.quantity,
      deliverTo: row.deliver_to,
      when: whens[locale],
      note: row.note,
      lines: bills[locale],
      total: { currency: "CNY", minor: row.total_minor },
      status,
      ...(eta !== undefined && { eta }),
      placedAt: row.placed_at,
      timeline: timelineOf(steps, now, locale),
      cancellable: this.#whyNot(row, draft) === undefined,
      ...(row.refund_minor !== null && { refund: { currency: "CNY", minor: row.refund_minor } as const }),
    };
  }
}

/** People write order numbers in small letters and with blanks. */
const normalId = (id: string): string => id.trim().toUpperCase();
