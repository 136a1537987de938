/** What a tool gave back, twice: for the screen, and as the compact JSON that models know (models/mini/README.md). */
import { formatMoney, toYuan } from "@wanwen/core";
import type { CancelResult, Locale, Offer, Order, Place, Route } from "@wanwen/services";
import type { Approval } from "@wanwen/approvals";
import type { StepFact, StepResult, TaskOffer, ToolName } from "./events.ts";
import { offerFacts } from "./tools.ts";

export interface StepOutcome {
  readonly result: StepResult;
  readonly modelText: string;
}

export const OFFERS_SHOWN_MAX = 5;
const PLACES_SHOWN_MAX = 5;
const ORDERS_SHOWN_MAX = 5;

/**
 * As JSON for a model. What services write is data: the marks that begin and end a model's turns, calls and results in its
 * prompt ("<|im_end|>", "</tool_response>") are taken apart, whatever a shop calls itself.
 */
const told = (value: unknown): string => JSON.stringify(value).replace(/<(?=\/?[|a-z])/gi, "< ");

/** `firstNumber`: ids are never used twice in a task, so that an old list cannot be meant by accident. */
export function offersOutcome(tool: ToolName, offers: readonly Offer[], facts: readonly StepFact[], firstNumber: number, locale: Locale): StepOutcome {
  if (offers.length === 0) return { result: { kind: "offers", offers: [] }, modelText: "[]" };
  const shown = offers.slice(0, OFFERS_SHOWN_MAX).map((offer, index): TaskOffer => ({
    ...offer, id: `o${firstNumber + index}`, ...(index === 0 ? { why: whyOf(offers, facts, locale) } : {}),
  }));
  return { result: { kind: "offers", offers: shown }, modelText: told(shown.map((offer) => forModel(tool, offer))) };
}

function forModel(tool: ToolName, offer: TaskOffer): Record<string, string | number> {
  const entry: Record<string, string | number> = { id: offer.id, name: offer.name };
  for (const name of offerFacts[tool] ?? []) {
    const value = name === "price" ? toYuan(offer.price) : (offer.facts[name] ?? (name === "shop" ? offer.merchant : undefined));
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

/** In a few words, only what is true of this list: "最便宜，不超过 ¥40，约 25 分钟". */
function whyOf(offers: readonly Offer[], facts: readonly StepFact[], locale: Locale): string {
  const [first, ...rest] = offers;
  if (!first) return "";
  const zh = locale === "zh";
  const limit = facts.find((fact) => fact.name === "max_price")?.used;
  const under = limit === undefined || toYuan(first.price) > Number(limit) ? undefined : formatMoney({ currency: "CNY", minor: Math.round(Number(limit) * 100) }, locale).replace(/\.00$/, "");
  const cheapest = rest.length > 0 && rest.every((offer) => offer.price.minor >= first.price.minor);
  const parts: string[] = [];
  if (cheapest) parts.push(under ? (zh ? `${under} 以内最便宜` : `cheapest under ${under}`) : zh ? "最便宜" : "cheapest");
  else if (under) parts.push(zh ? `不超过 ${under}` : `under ${under}`);
  const fact = (name: string): number | undefined => (typeof first.facts[name] === "number" ? first.facts[name] : undefined);
  if (fact("eta_min") !== undefined) parts.push(zh ? `约 ${fact("eta_min")} 分钟` : `${fact("eta_min")} min`);
  if (parts.length < 2 && fact("rating") !== undefined) parts.push(zh ? `评分 ${fact("rating")}` : `rated ${fact("rating")}`);
  const time = first.facts["depart"] ?? first.facts["time"];
  if (parts.length < 2 && typeof time === "string") parts.push(zh ? `${time} ${"depart" in first.facts ? "出发" : "开始"}` : `${"depart" in first.facts ? "leaves" : "starts"} ${time}`);
  if (parts.length === 0) parts.push(zh ? "最符合" : "best match");
  return parts.join(zh ? "，" : ", ");
}

export function placesOutcome(places: readonly Place[]): StepOutcome {
  const shown = places.slice(0, PLACES_SHOWN_MAX);
  return { result: { kind: "places", places: shown }, modelText: told(shown.map((place) => ({ name: place.name, distance_m: Math.round(place.distanceM) }))) };
}

export function routeOutcome(route: Route): StepOutcome {
  return { result: { kind: "route", route }, modelText: told({ distance_km: route.distanceKm, minutes: Math.round(route.minutes) }) };
}

export function ordersOutcome(orders: readonly Order[]): StepOutcome {
  const shown = orders.slice(0, ORDERS_SHOWN_MAX);
  return { result: { kind: "orders", orders: shown }, modelText: told(shown.map((order) => ({ order_id: order.id, name: order.name, status: order.status }))) };
}

export function trackedOutcome(order: Order): StepOutcome {
  return { result: { kind: "order", order }, modelText: told({ order_id: order.id, status: order.status }) };
}

export function cancelledOutcome(orderId: string, cancelled: CancelResult): StepOutcome {
  if (cancelled.outcome === "refused") {
    return { result: { kind: "nothing", message: cancelled.reason }, modelText: told({ order_id: orderId, status: "refused", reason: cancelled.reason }) };
  }
  return { result: { kind: "order", order: cancelled.order }, modelText: told({ order_id: orderId, status: "cancelled", refund: toYuan(cancelled.refund) }) };
}

/** How a card ended, as the model is told. What the model has no word for (expired, unpaid) is said by the loop itself. */
export function purchaseOutcome(approval: Approval): StepOutcome {
  const result: StepResult = { kind: "purchase", approvalId: approval.id };
  const { order } = approval;
  if (approval.state === "ordered" && order) {
    const eta = order.eta && (order.kind === "food" || order.kind === "rides") ? { eta: order.eta } : {};
    return { result, modelText: told({ status: "ordered", order_id: order.id, total: toYuan(order.total), ...eta }) };
  }
  if (approval.state === "soldOut") return { result, modelText: `{"status":"sold_out"}` };
  if (approval.state === "expired" || approval.state === "unpaid") return { result, modelText: told({ status: approval.state }) };
  return { result, modelText: `{"status":"declined"}` };
}

export const soldOutText = `{"status":"sold_out"}`;
