/**
 * What helps a small model along. It may stop short, search in the wrong shop or forget the second half of a sentence; here
 * the person's words alone say what should come next, and which call is worth asking for a second time. Pure functions of
 * the conversation, its lists of offers and what was said; a large model is left alone.
 */
import { newId } from "@wanwen/core";
import type { Said } from "./arguments.ts";
import type { Reply } from "./ask-model.ts";
import type { Call, Entry } from "./conversation.ts";
import { ABOUT_ORDERS, clausesOf, isParting, namedService, namesService, speaksOfTopUp } from "./cues.ts";
import type { StepResult, TaskEventBody, ToolName } from "./events.ts";
import type { StepStarted } from "./next.ts";
import type { OfferList } from "./purchase.ts";
import { callsOfTurn, looksBroken } from "./reply.ts";
import { onlyAsks, ordinalOf, wantsToBuy } from "./request.ts";
import { OFFERS_SHOWN_MAX } from "./results.ts";
import { isToolName, toolSchemas } from "./tools.ts";
import { say } from "./words.ts";

/** "Thanks!", and nothing else: there is nothing to ask the model. */
export function isGoodbye(entries: readonly Entry[], said: Said): boolean {
  const last = said.request.at(-1) ?? "";
  return entries.at(-1)?.by === "person" && isParting(last) && !wantsToBuy(last) && ordinalOf(last, OFFERS_SHOWN_MAX) === undefined;
}

/** What should come next by the person's words alone. */
export function expectedNext(entries: readonly Entry[], lists: readonly OfferList[], said: Said): ToolName | undefined {
  const words = said.request.join("\n");
  const calls = callsOfTurn(entries);
  const last = said.request.at(-1) ?? "";
  if (calls.length === 0) {
    if (askedAddress(entries)) return "place_order";
    const list = lists.at(-1);
    const isShown = entries.some((entry) => entry.by === "assistant" && entry.calls.some((call) => call.callId === list?.callId));
    if (list && !isShown) return namedService(words);
    if (list && ordinalOf(last, list.offers.length) !== undefined && last.length <= 30) return "place_order";
    return wantsToBuy(words) ? namedService(words) : undefined;
  }
  if (openList(calls, lists)) return wantsToBuy(words) && !onlyAsks(words) ? "place_order" : undefined;
  // "…的高铁票，再订一间酒店": a part of the sentence whose service was not asked yet.
  const services = clausesOf(last).map(namedService);
  if (new Set(services).size <= 1 || !wantsToBuy(words)) return undefined;
  return services.find((tool) => tool !== undefined && !calls.some((call) => call.tool === tool));
}

/** A list of this turn from which nothing was ordered yet. */
function openList(calls: readonly Call[], lists: readonly OfferList[]): OfferList | undefined {
  const ordered = calls.filter((call) => call.tool === "place_order").map((call) => String(call.arguments["offer_id"]));
  const ofTurn = lists.filter((list) => list.offers.length > 0 && calls.some((call) => call.callId === list.callId));
  return ofTurn.find((list) => !list.offers.some((offer) => ordered.includes(offer.id)));
}

/** Does the person's last message answer the question where to deliver? */
export function askedAddress(entries: readonly Entry[]): boolean {
  const before = entries.slice(0, -1).findLast((entry) => entry.by === "assistant");
  if (entries.at(-1)?.by !== "person" || before?.by !== "assistant") return false;
  return (["zh", "en"] as const).some((locale) => before.text === say(locale, "askAddress"));
}

/** The call to ask for again, in place of what the model wrote. `first`: nothing was called in this turn yet. */
export function secondThought(reply: Reply, expected: ToolName | undefined, said: Said, first: boolean): ToolName | undefined {
  const [call] = reply.calls;
  if (!call) {
    // Before anything was searched a question back is a good answer; later the words say what was wanted.
    const asksBack = first && expected !== "place_order" && /[?？]\s*$/.test(reply.text) && !looksBroken(reply.text);
    return asksBack ? undefined : expected;
  }
  if (reply.calls.length > 1 || !(call.name.startsWith("search_") || call.name === "plan_route" || call.name === "remember")) return undefined;
  const words = said.request.join("\n");
  const named = namedService(words);
  if (call.name === "search_recharge" && !speaksOfTopUp(words) && wantsToBuy(words)) return named ?? "search_products";
  if (call.name === "remember" && ABOUT_ORDERS.test(words)) return undefined;
  return named && named !== call.name && isToolName(call.name) && !namesService(words, call.name) ? named : undefined;
}

/** Kinds of shops that small models mistake for each other. */
const ELSEWHERE: Partial<Readonly<Record<ToolName, ToolName>>> = {
  search_food: "search_products", search_products: "search_food", search_movies: "search_events", search_events: "search_movies",
};
/** Which parameter says what is looked for. */
const nameIn = (tool: ToolName): "title" | "query" => (tool === "search_movies" ? "title" : "query");

/** Nothing in one kind of shop: the model may have taken shampoo for food, so the other kind is looked through too. */
export function searchElsewhere(step: StepStarted, result: StepResult): readonly TaskEventBody[] {
  const other = ELSEWHERE[step.tool];
  if (!other || result.kind !== "offers" || result.offers.length > 0 || step.origin !== "model") return [];
  const [from, to] = [nameIn(step.tool), nameIn(other)];
  if (!step.facts.some((fact) => fact.name === from)) return [];
  const known = toolSchemas.get(other)!.properties;
  const renamed = Object.entries(step.arguments).map(([name, value]) => [name === from ? to : name, value] as const);
  const args = Object.fromEntries(renamed.filter(([name]) => name in known));
  const facts = step.facts.map((fact) => (fact.name === from ? { ...fact, name: to } : fact));
  return [{ type: "stepStarted", callId: newId("call"), tool: other, arguments: args, facts, origin: "correction" }];
}
