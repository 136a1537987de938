import type { StepFact, ToolName } from "@wanwen/agent";
import {
  BedDouble, Bus, Car, CircleX, Clapperboard, ClipboardList, type LucideIcon, MapPin, NotebookPen, PackageSearch, Plane, ReceiptText,
  Route, ShoppingBag, Smartphone, Theater, TicketPercent, Train, Utensils,
} from "lucide-react";
import type { StepView } from "../task/view.ts";
import type { WordKey } from "../words/en.ts";
import type { Words } from "../words/make-words.ts";

export const toolIcons: Readonly<Record<ToolName, LucideIcon>> = {
  search_food: Utensils,
  search_products: ShoppingBag,
  search_flights: Plane,
  search_trains: Train,
  search_hotels: BedDouble,
  search_movies: Clapperboard,
  search_events: Theater,
  search_places: MapPin,
  plan_route: Route,
  search_rides: Car,
  search_deals: TicketPercent,
  search_recharge: Smartphone,
  place_order: ReceiptText,
  list_orders: ClipboardList,
  track_order: PackageSearch,
  cancel_order: CircleX,
  remember: NotebookPen,
};

export function iconOfTool(tool: ToolName): LucideIcon {
  return toolIcons[tool] ?? Bus;
}

/** The services that "Not this?" can turn to, the likeliest mix-ups first. */
const mixUps = {
  search_food: ["search_deals", "search_products", "search_places", "search_rides", "search_hotels"],
  search_products: ["search_food", "search_deals", "search_recharge", "search_events", "search_places"],
  search_flights: ["search_trains", "search_rides", "plan_route", "search_hotels", "search_events"],
  search_trains: ["search_flights", "search_rides", "search_hotels", "plan_route", "search_events"],
  search_hotels: ["search_trains", "search_places", "search_flights", "search_deals", "search_events"],
  search_movies: ["search_events", "search_places", "search_deals", "search_products", "search_food"],
  search_events: ["search_movies", "search_places", "search_deals", "search_products", "search_flights"],
  search_places: ["plan_route", "search_deals", "search_food", "search_hotels", "search_movies"],
  plan_route: ["search_rides", "search_places", "search_trains", "search_flights", "search_hotels"],
  search_rides: ["plan_route", "search_trains", "search_flights", "search_places", "search_food"],
  search_deals: ["search_food", "search_products", "search_places", "search_movies", "search_events"],
  search_recharge: ["search_products", "search_deals", "search_food", "search_rides", "search_movies"],
} as const satisfies Partial<Record<ToolName, readonly ToolName[]>>;

export type SearchTool = keyof typeof mixUps;

export function isSearch(tool: ToolName): tool is SearchTool {
  return Object.hasOwn(mixUps, tool);
}

export function otherServices(tool: SearchTool): readonly SearchTool[] {
  const likely: readonly SearchTool[] = mixUps[tool];
  const rest = (Object.keys(mixUps) as SearchTool[]).filter((other) => other !== tool && !likely.includes(other));
  return [...likely, ...rest];
}

export function verbOf(step: StepView, { t }: Words): string {
  return t(`step.${step.tool}` as WordKey);
}

/** What a step is about, in a few phrases: "pearl milk tea, up to ¥40". Empty when it says nothing. */
export function whatOf(step: StepView, words: Words): string {
  const { t, list } = words;
  const used = (name: string): string | undefined => {
    const fact = step.facts.find((each) => each.name === name);
    const value = fact === undefined ? step.arguments[name] : fact.used;
    return value === undefined || value === null || value === "" ? undefined : readable(String(value), words);
  };
  const number = (name: string): number | undefined => {
    const value = Number(step.arguments[name] ?? step.facts.find((each) => each.name === name)?.used);
    return Number.isFinite(value) && value > 0 ? value : undefined;
  };
  const phrases: (string | undefined)[] = [];
  const [from, to] = [used("from"), used("to")];
  phrases.push(step.offerName, used("query"), used("title"));
  if (from !== undefined && to !== undefined) phrases.push(t("what.trip", { from, to }));
  else if (to !== undefined) phrases.push(t("what.to", { to }));
  else if (from !== undefined) phrases.push(t("what.from", { from }));
  phrases.push(used("city"));
  const near = used("near");
  if (near !== undefined) phrases.push(t("what.near", { near }));
  phrases.push(used("date"), used("check_in"), used("time"));
  const nights = number("nights");
  if (nights !== undefined && nights > 1) phrases.push(t("what.nights", { n: nights }));
  const stars = number("stars");
  if (stars !== undefined) phrases.push(t("what.stars", { n: stars }));
  for (const name of ["cabin", "seat"]) {
    const value = step.arguments[name];
    if (typeof value === "string") phrases.push(words.maybe(`${name}.${value}`) ?? value);
  }
  const mode = step.arguments["mode"];
  if (typeof mode === "string") phrases.push(words.maybe(`mode.${mode}`) ?? mode);
  phrases.push(used("phone"));
  const amount = number("amount");
  if (amount !== undefined) phrases.push(words.yuan(amount));
  const highest = number("max_price");
  if (highest !== undefined) phrases.push(t("what.max_price", { money: words.yuan(highest) }));
  const sort = step.arguments["sort"];
  if (typeof sort === "string") phrases.push(words.maybe(`sort.${sort}`) ?? sort);
  const quantity = number("quantity");
  if (quantity !== undefined && quantity > 1) phrases.push(step.offerKind === undefined ? t("what.quantity", { n: quantity }) : t(`quantity.${step.offerKind}`, { n: quantity }));
  phrases.push(used("address"));
  const orderId = used("order_id");
  if (orderId !== undefined) phrases.push(t("what.order", { id: orderId }));
  const [key, value] = [used("key"), used("value")];
  if (key !== undefined && value !== undefined) phrases.push(t("what.kept", { key, value }));
  return list(phrases.filter((phrase) => phrase !== undefined));
}

/** Dates that code resolved read as dates: "2026-12-02 Wednesday" becomes "Wed, Dec 2". Anything else stays as it is. */
export function readable(value: string, { day }: Words): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]+(\d{2}:\d{2}))?(?: +\S+)?$/.exec(value);
  if (date === null) return value;
  const at = new Date(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
  return date[4] === undefined ? day(at) : `${day(at)} ${date[4]}`;
}

/** Not at work: its card waits for the person, or for the shop. */
export function waitsForAnswer(step: StepView): boolean {
  return step.result === undefined && step.replacedBy === undefined && (step.card === "waiting" || step.card === "approved" || step.card === "paying" || step.card === "unknown");
}

/** Days in a merchant's words read as days: "2026-12-02 07:15" becomes "Wed, Dec 2 07:15". */
export function withDays(text: string, { day }: Words): string {
  return text.replace(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, (whole, year: string, month: string, date: string) => {
    const at = new Date(Number(year), Number(month) - 1, Number(date));
    return at.getMonth() === Number(month) - 1 ? day(at) : whole;
  });
}

export function stateOf(step: StepView, { t }: Words): string {
  if (step.replacedBy !== undefined) return t("step.replaced", { service: t(`service.${step.replacedBy}` as WordKey) });
  const result = step.result;
  if (waitsForAnswer(step)) return t(step.card === "waiting" ? "step.card.waiting" : "step.card.paying");
  if (result === undefined) return t("step.running");
  switch (result.kind) {
    case "offers":
      return result.offers.length === 0 ? t("step.none") : t("step.found", { n: result.offers.length });
    case "places":
      return result.places.length === 0 ? t("step.none") : t("step.found", { n: result.places.length });
    case "orders":
      return result.orders.length === 0 ? t("step.none") : t("step.found", { n: result.orders.length });
    case "nothing":
      return t("step.none");
    case "failed":
      return t("step.failed");
    case "purchase":
      return t(step.card === "ordered" ? "step.card.ordered" : "step.card.notOrdered");
    default:
      return t("step.done");
  }
}

export function paramName(fact: Pick<StepFact, "name">, words: Words, kind?: StepView["offerKind"]): string {
  const delivered = kind === undefined || kind === "food" || kind === "products";
  return words.maybe(fact.name === "address" && !delivered ? "param.address.traveller" : `param.${fact.name}`) ?? fact.name;
}

/** A fact as it was used, for people: days as days, money as money. */
export function usedIn(step: Pick<StepView, "offerName">, fact: StepFact, words: Words): string {
  if (fact.name === "offer_id") return step.offerName ?? fact.used;
  if (["cabin", "seat", "mode", "sort"].includes(fact.name)) return words.maybe(`${fact.name}.${fact.used}`) ?? fact.used;
  const money = fact.name === "max_price" || fact.name === "amount" ? Number(fact.used) : Number.NaN;
  return Number.isFinite(money) ? words.yuan(money) : readable(fact.used, words);
}
