/** From "the second one" or a model's `place_order` to an offer and the terms of its order, read from what was said about its list. */
import { readOrder, type Said, typedArguments } from "./arguments.ts";
import { type Call, conversationOf, offerListsOf, recentEntries, requestMessages } from "./conversation.ts";
import type { StepFact, TaskEvent, TaskEventBody } from "./events.ts";
import { stepOf, type StepStarted } from "./next.ts";
import { destinationOf, needsAddress, type OfferList } from "./purchase.ts";
import { ordinalOf, placeLabel } from "./request.ts";
import { askedAddress } from "./second-thought.ts";

/** What an order is read from. */
export interface OrderGround {
  readonly events: readonly TaskEvent[];
  readonly said: Said;
  readonly small: boolean;
}

export interface OrderTerms {
  readonly offerId: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly facts: readonly StepFact[];
}

interface Chosen {
  readonly list: OfferList;
  readonly offerId: string;
  readonly source: StepFact["source"];
}

/** The terms of a `place_order`. `done`: this turn's calls; `before`: what the same reply begins. Undefined: nothing to order. */
export function prepareOrder(
  written: unknown, done: readonly Call[], before: readonly TaskEventBody[], ground: OrderGround,
): OrderTerms | "askAddress" | undefined {
  const values = typedArguments("place_order", written);
  const chosen = chosenOffer(String(values["offer_id"] ?? ""), done, before, ground);
  return chosen && orderTerms(chosen, values, ground);
}

/** The offer that is meant: by the person's ordinal, by the model's id, else the first of what this turn found. */
function chosenOffer(id: string, done: readonly Call[], before: readonly TaskEventBody[], { events, small }: OrderGround): Chosen | undefined {
  const lists = offerListsOf(events).filter((list) => list.offers.length > 0);
  const ofTurn = lists.filter((list) => done.some((call) => call.callId === list.callId));
  const last = lists.at(-1);
  if (last && ofTurn.length === 0) {
    const index = ordinalOf(lastWords(events), last.offers.length);
    if (index !== undefined) return { list: last, offerId: last.offers[index]!.id, source: "you" };
  }
  const orders = [...done, ...before.filter((body) => body.type === "stepStarted")].filter((call) => call.tool === "place_order");
  const taken = new Set(orders.map((call) => String(call.arguments["offer_id"])));
  const free = (list: OfferList): boolean => !list.offers.some((offer) => taken.has(offer.id));
  const open = ofTurn.filter(free);
  const named = lists.find((list) => list.offers.some((offer) => offer.id === id));
  const again = !small; // a small model that orders twice from one list means another list, or nothing
  if (named && (ofTurn.length === 0 || (ofTurn.includes(named) && (free(named) || (again && open.length === 0))))) {
    return taken.has(id) ? undefined : { list: named, offerId: id, source: "default" };
  }
  const other = open[0] ?? (ofTurn.length === 0 ? last : undefined);
  return other && { list: other, offerId: other.offers[0]!.id, source: "default" };
}

/** How many, where to, with which wishes and for how much at most, each with where it came from. */
export function orderTerms({ list, offerId, source }: Chosen, values: Record<string, string | number>, ground: OrderGround): OrderTerms | "askAddress" {
  const { events, said } = ground;
  const offer = list.offers.find((each) => each.id === offerId)!;
  const order = readOrder(offer.kind, list.wanted, values, { ...said, request: requestMessages(events, list.callId) });
  const answer = askedAddress(recentEntries(conversationOf(events), false)) ? lastWords(events).trim() : undefined;
  const address = answer ?? order.address;
  const destination = destinationOf(offer.kind, address, said.profile);
  if (!destination) return "askAddress";
  const isGoods = needsAddress(offer.kind);
  // "Home", and no such place is known.
  if (isGoods && address !== undefined && destination.source === "you" && placeLabel(address)) return "askAddress";
  const searched = stepOf(events, list.callId)?.facts.find((fact) => fact.name === "max_price");
  const highest = order.limit?.amount ?? (searched && Number(searched.used));
  // A price for a hotel is a price a night.
  const meant = order.limit?.of ?? "unsaid";
  const of = meant !== "unsaid" ? meant : offer.kind === "hotels" ? "each" : undefined;
  const facts: StepFact[] = [
    { name: "offer_id", said: offerId, used: offerId, source },
    { name: "quantity", said: order.quantitySaid, used: String(order.quantity), source: order.quantitySource },
  ];
  if (destination.deliverTo !== "") {
    const from = destination.source === "merchant" ? "default" : destination.source;
    facts.push({ name: "address", said: address ?? "", used: destination.deliverTo, source: from });
  }
  if (order.note !== "") facts.push({ name: "note", said: order.note, used: order.note, source: "you" });
  if (highest !== undefined) {
    facts.push({ name: "max_price", said: searched?.said ?? String(highest), used: String(highest), source: "you", ...(of && { of }) });
  }
  return {
    offerId, facts,
    arguments: { offer_id: offerId, ...(order.quantity > 1 ? { quantity: order.quantity } : {}), ...(address !== undefined && isGoods ? { address } : {}) },
  };
}

/** The same order, of another offer that the person tapped. */
export function withOffer(old: StepStarted, offerId: string): OrderTerms {
  return {
    offerId,
    arguments: { ...old.arguments, offer_id: offerId },
    facts: old.facts.map((fact) => (fact.name === "offer_id" ? { ...fact, said: offerId, used: offerId, source: "you" as const } : fact)),
  };
}

const lastWords = (events: readonly TaskEvent[]): string => events.findLast((event) => event.type === "said")?.text ?? "";
