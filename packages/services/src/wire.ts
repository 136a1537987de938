/**
 * What goes over HTTP between an agent and a service. Whatever arrives is hostile until it has been parsed here: sizes are
 * bounded, unknown fields are dropped, numbers are finite.
 *
 *   GET  /<kind>/search?locale&city&query…        SearchAnswer
 *   GET  /places/search?locale&city&query&near    PlacesAnswer
 *   GET  /routes?locale&city&from&to&mode         Route
 *   POST /<kind>/checkouts       CheckoutRequest  CheckoutAnswer
 *   POST /checkouts/:id/complete CompleteRequest  CompleteResult     Idempotency-Key
 *   GET  /completions/:key                        CompleteResult, 404 when it never arrived
 *   GET  /orders?locale, /orders/:id?locale       OrdersAnswer, Order
 *   POST /orders/:id/cancel?locale                CancelResult       Idempotency-Key
 *   GET  /wallet                                  WalletAnswer
 *
 * Amounts are integers of the currency's minor unit, dates ISO 8601. Errors are `{ "error": { "code", "message", "param"? } }`.
 */
import { z } from "zod";
import type { CancelResult, Checkout, CompleteResult, Offer, Order, Place, Route, SearchQuery, ShopKind } from "./types.ts";

export const shopKinds = [
  "food", "products", "flights", "trains", "hotels", "movies", "events", "rides", "deals", "recharge",
] as const satisfies readonly ShopKind[];

/** How many offers a service may send, and how many characters a text may have. */
const OFFERS_MAX = 50;
const ORDERS_MAX = 500;
const text = (max: number) => z.string().max(max);
/** For people to read. Marks that turn the direction of what stands beside them, and control characters, are left out. */
const readable = (max: number) => text(max).transform((value) => value.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}/gu, ""));
const word = readable(200);
const sentence = readable(1000);

export const shopKindSchema: z.ZodType<ShopKind> = z.enum(shopKinds);
export const localeSchema = z.enum(["zh", "en"]);
const moneySchema = z.object({ currency: z.literal("CNY"), minor: z.int() });
const dateSchema = z.iso.date();
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:MM");
const instantSchema = text(40).refine((value) => !Number.isNaN(Date.parse(value)), "expected an ISO 8601 time");
/** A number of a query string: "40", not "" and not "0x28". */
const numberOf = (schema: z.ZodType<number>) =>
  z.preprocess((value) => (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value), schema);

/** Reads the parameters of a search from a query string. */
export const searchQuerySchema: z.ZodType<SearchQuery> = z.object({
  locale: localeSchema,
  city: word,
  query: word.exactOptional(),
  title: word.exactOptional(),
  maxPrice: numberOf(z.number().positive().max(1e9)).exactOptional(),
  sort: z.enum(["price", "sales", "rating", "time"]).exactOptional(),
  from: word.exactOptional(),
  to: word.exactOptional(),
  date: dateSchema.exactOptional(),
  timeFrom: timeSchema.exactOptional(),
  timeTo: z.union([timeSchema, z.literal("24:00")]).exactOptional(),
  cabin: z.enum(["economy", "business", "first"]).exactOptional(),
  seat: z.enum(["second", "first", "business", "sleeper"]).exactOptional(),
  near: word.exactOptional(),
  checkIn: dateSchema.exactOptional(),
  nights: numberOf(z.int().min(1).max(365)).exactOptional(),
  stars: numberOf(z.int().min(1).max(5)).exactOptional(),
  phone: text(40).exactOptional(),
  amount: numberOf(z.number().positive().max(1e6)).exactOptional(),
  inMinutes: numberOf(z.number().min(0).max(60 * 24 * 366)).exactOptional(),
});

export const placesQuerySchema = z.object({ locale: localeSchema, city: word, query: word, near: word.exactOptional() });

const modeSchema = z.enum(["driving", "transit", "walking", "cycling"]);
export const routeQuerySchema = z.object({
  locale: localeSchema, city: word, from: word.exactOptional(), to: word, mode: modeSchema,
});

export const offerSchema: z.ZodType<Offer> = z.object({
  ref: text(200).min(1),
  kind: shopKindSchema,
  name: word.pipe(z.string().min(1)),
  merchant: word,
  price: moneySchema,
  facts: z.record(text(40), z.union([word, z.number()])),
  details: z.array(z.object({ label: word, value: sentence })).max(30),
  left: z.int().min(0),
});
export const searchAnswerSchema = z.object({ offers: z.array(offerSchema).max(OFFERS_MAX) });

export const placeSchema: z.ZodType<Place> = z.object({ name: word, address: sentence, distanceM: z.number().min(0) });
export const placesAnswerSchema = z.object({ places: z.array(placeSchema).max(OFFERS_MAX) });

export const routeSchema: z.ZodType<Route> = z.object({
  from: word, to: word, mode: modeSchema, distanceKm: z.number().min(0), minutes: z.number().min(0),
});

const billSchema = z.array(z.object({ label: word, amount: moneySchema })).max(50);

export const checkoutRequestSchema = z.object({
  offerRef: text(200).min(1),
  quantity: z.int().min(1).max(999),
  deliverTo: text(500),
  note: text(500),
  locale: localeSchema,
  noteIsWhole: z.boolean().exactOptional(),
});

export const checkoutSchema: z.ZodType<Checkout> = z.object({
  id: text(100).min(1),
  kind: shopKindSchema,
  offerRef: text(200).min(1),
  name: word.pipe(z.string().min(1)),
  merchant: word,
  origin: text(300),
  quantity: z.int().min(1),
  deliverTo: sentence,
  when: word,
  note: sentence,
  lines: billSchema,
  total: moneySchema,
  payWith: word,
  expiresAt: instantSchema,
  terms: text(200).min(1),
});
export const checkoutAnswerSchema = z.union([checkoutSchema, z.object({ outcome: z.literal("sold_out") })]);

export const completeRequestSchema = z.object({ terms: text(200).min(1) });
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{8,200}$/, "expected 8 to 200 visible ASCII characters");

const statusSchema = z.enum(["confirmed", "preparing", "shipped", "on_the_way", "delivered", "completed", "cancelled"]);
export const orderSchema: z.ZodType<Order> = z.object({
  id: text(40).min(1),
  kind: shopKindSchema,
  name: word,
  merchant: word,
  quantity: z.int().min(1),
  deliverTo: sentence,
  when: word,
  note: sentence,
  lines: billSchema,
  total: moneySchema,
  status: statusSchema,
  eta: timeSchema.exactOptional(),
  placedAt: instantSchema,
  timeline: z.array(z.object({ status: statusSchema, at: instantSchema, text: sentence })).max(30),
  cancellable: z.boolean(),
  refund: moneySchema.exactOptional(),
});
export const ordersAnswerSchema = z.object({ orders: z.array(orderSchema).max(ORDERS_MAX) });

export const completeResultSchema: z.ZodType<CompleteResult> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("ordered"), order: orderSchema }),
  z.object({ outcome: z.literal("sold_out") }),
  z.object({ outcome: z.literal("price_changed"), checkout: checkoutSchema }),
  z.object({ outcome: z.literal("expired") }),
  z.object({ outcome: z.literal("insufficient_funds"), balance: moneySchema }),
]);

export const cancelResultSchema: z.ZodType<CancelResult> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("cancelled"), order: orderSchema, refund: moneySchema }),
  z.object({ outcome: z.literal("refused"), reason: sentence }),
]);

export const walletAnswerSchema = z.object({ balance: moneySchema });

export const errorAnswerSchema = z.object({
  error: z.object({ code: text(100), message: text(2000), param: text(100).exactOptional() }),
});
