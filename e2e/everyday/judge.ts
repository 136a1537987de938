import type { Profile } from "../../packages/agent/src/events.ts";
import type { Offer } from "../../packages/services/src/types.ts";
import type { Request, WantedOrder } from "./expectation.ts";
import { cards, steps, type Told } from "./person.ts";

/** A row of the bazaar's `orders`. */
export type OrderRow = Readonly<Record<string, string | number | null>>;

/** What is wrong with what happened; empty when the request was carried out as asked. */
export function faults(request: Request, told: Told, placed: readonly OrderRow[], newest: OrderRow | undefined, profile: Profile): readonly string[] {
  return [...orderFaults(request, told, placed, profile), ...stepFaults(request, told), ...cancelFaults(request, newest)];
}

/** Pairs each wanted order with the placed one that fits best; what is left over on either side is a fault. */
function orderFaults(request: Request, told: Told, placed: readonly OrderRow[], profile: Profile): readonly string[] {
  const rest = [...placed];
  const found: string[] = [];
  for (const wanted of request.orders ?? []) {
    const tries = rest.map((row) => ({ row, wrong: differences(wanted, row, told, profile) })).toSorted((a, b) => a.wrong.length - b.wrong.length);
    const best = tries[0];
    if (!best) {
      found.push(`no order of ${[wanted.kind].flat().join("/")}${howItEnded(told)}`);
      continue;
    }
    rest.splice(rest.indexOf(best.row), 1);
    found.push(...best.wrong);
  }
  found.push(...rest.map((row) => `not asked for: ${describe(row)}`));
  if (told.tapped && !request.mayAsk) found.push("listed offers and asked, though told to buy");
  if (!request.orders?.length && cards(told.events).length > 0) found.push("showed a card, though nothing was to be bought");
  return found;
}

function differences(wanted: WantedOrder, row: OrderRow, told: Told, profile: Profile): readonly string[] {
  const text = (column: string) => String(row[column] ?? "");
  const wrong: string[] = [];
  const must = (right: boolean, said: string) => void (right || wrong.push(said));
  must([wanted.kind].flat().some((kind) => kind === row["kind"]), `kind ${text("kind")}, not ${[wanted.kind].flat().join("/")}`);
  const name = `${text("name_zh")} ${text("name_en")} ${text("merchant")}`;
  for (const pattern of wanted.name ?? []) must(pattern.test(name), `bought "${name}", which lacks ${pattern}`);
  const quantities = [wanted.quantity ?? 1].flat();
  must(quantities.includes(Number(row["quantity"])), `quantity ${text("quantity")}, not ${quantities.join(" or ")}`);
  if (wanted.totalMax !== undefined) must(Number(row["total_minor"]) <= wanted.totalMax * 100, `total ${Number(row["total_minor"]) / 100} over ${wanted.totalMax}`);
  if (wanted.eachMax !== undefined) must(Number(row["price_minor"]) <= wanted.eachMax * 100, `price ${Number(row["price_minor"]) / 100} over ${wanted.eachMax}`);
  const dates = [wanted.date ?? []].flat();
  if (dates.length > 0) must(dates.includes(text("date")), `date ${text("date") || "missing"}, not ${dates.join(" or ")}`);
  if (wanted.time) must(text("time") >= wanted.time[0] && text("time") <= wanted.time[1], `time ${text("time") || "missing"}, not within ${wanted.time.join("-")}`);
  for (const column of ["from", "to", "seat"] as const) {
    const pattern = wanted[column];
    if (pattern) must(pattern.test(text(column)), `${column} "${text(column)}" is not ${pattern}`);
  }
  if (wanted.nights !== undefined) must(Number(row["nights"]) === wanted.nights, `nights ${text("nights")}, not ${wanted.nights}`);
  if (wanted.deliverTo !== undefined) {
    const place = wanted.deliverTo;
    const right = place instanceof RegExp ? place.test(text("deliver_to")) : text("deliver_to").includes(profile.addresses[place === "home" ? 0 : 1]!.address);
    must(right, `delivered to "${text("deliver_to")}", not ${String(place)}`);
  }
  for (const pattern of wanted.note ?? []) must(pattern.test(`${text("note")} ${name}`), `note "${text("note")}" lacks ${pattern}`);
  const remembered = Object.values(profile.facts);
  for (const wish of text("note").split(/[，,]\s*/).filter((each) => each !== "" && !remembered.includes(each)))
    must([...(wanted.note ?? []), ...(wanted.mayNote ? [wanted.mayNote] : [])].some((pattern) => pattern.test(wish)), `note "${wish}" was not asked for`);
  for (const pattern of wanted.says ?? []) must(pattern.test(JSON.stringify(row)), `nothing in the order says ${pattern}`);
  if (wanted.stars !== undefined) must(new RegExp(`${wanted.stars}\\s*(星|-?stars?\\b)|"stars":${wanted.stars}|${"零一二三四五"[wanted.stars]}星|★{${wanted.stars}}`, "i").test(text("body")), `nothing says ${wanted.stars} stars`);
  if (wanted.first) must(isFirst(wanted.first, row, told), `not the first by ${wanted.first} of the offers listed`);
  return wrong;
}

/** Was the bought offer the best of its list? */
function isFirst(by: "price" | "depart" | "rating", row: OrderRow, told: Told): boolean {
  for (const step of steps(told.events)) {
    const offers = step.result?.["kind"] === "offers" ? (step.result["offers"] as readonly Offer[]) : [];
    const bought = offers.find((offer) => offer.ref === row["offer_ref"]);
    if (!bought) continue;
    if (by === "price") return offers.every((offer) => bought.price.minor <= offer.price.minor);
    if (by === "depart") return offers.every((offer) => String(bought.facts["depart"]) <= String(offer.facts["depart"]));
    return offers.every((offer) => Number(bought.facts["rating"]) >= Number(offer.facts["rating"]));
  }
  return false;
}

function stepFaults(request: Request, told: Told): readonly string[] {
  if (!request.uses) return [];
  const done = steps(told.events);
  if (request.uses.length === 0) return done.length > 0 ? [`used ${done.map((step) => step.tool).join(", ")} where words would do`] : [];
  const step = done.find((each) => request.uses!.includes(each.tool));
  if (!step) return [`used ${done.map((each) => each.tool).join(", ") || "no tool"}, not ${request.uses.join(" or ")}${howItEnded(told)}`];
  if (step.result?.["kind"] === "failed" || step.result?.["kind"] === "nothing") return [`${step.tool} gave nothing: ${String(step.result["message"])}`];
  const seen = JSON.stringify([step.arguments, step.result]);
  return request.finds?.filter((pattern) => !pattern.test(seen)).map((pattern) => `${step.tool} ${JSON.stringify(step.arguments)} lacks ${pattern}`) ?? [];
}

const cancelFaults = (request: Request, newest: OrderRow | undefined): readonly string[] =>
  request.cancels && newest?.["status"] !== "cancelled" ? [`the newest order is ${String(newest?.["status"] ?? "missing")}, not cancelled`] : [];

/** For a reader of the table: what the app did or said last. */
export function howItEnded(told: Told): string {
  const card = cards(told.events).at(-1);
  if (card && card.state !== "ordered") return ` (card: ${card.state})`;
  const last = told.events.findLast((event) => event.type === "replied" || event.type === "failed");
  return last?.type === "replied" ? ` (said: ${last.text})` : last?.type === "failed" ? ` (failed: ${last.code} ${last.message})` : " (no answer)";
}

export const describe = (row: OrderRow): string =>
  [row["kind"], row["name_zh"], `× ${row["quantity"]}`, `¥${Number(row["total_minor"]) / 100}`, row["date"], row["time"], row["from"] && `${row["from"]}→`, row["to"], row["seat"], row["note"]].filter(Boolean).join(" ");
