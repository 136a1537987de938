/**
 * From the calls of one reply to the steps that they begin, or to the question that must be answered first. A small model
 * copies, repeats and forgets: each thing that was named gets one call, and what was done already is not done again.
 */
import { newId } from "@wanwen/core";
import type { Locale } from "@wanwen/services";
import { blockedSpans, prepareCall, type Said } from "./arguments.ts";
import type { Reply } from "./ask-model.ts";
import { type OrderGround, prepareOrder } from "./choose-offer.ts";
import type { Call, Entry } from "./conversation.ts";
import { clausesOf, namedService, namesService, takesBack } from "./cues.ts";
import type { StepFact, TaskEventBody, ToolName } from "./events.ts";
import type { StepStarted } from "./next.ts";
import { insideWish, isEmptyName } from "./phrases.ts";
import { callsOfTurn, replyFromResults } from "./reply.ts";
import { joinNames, onlyAsks, ordinalOf, partNames, reasonsIn, spanOf, thingsIn, wantsToBuy } from "./request.ts";
import { type MessageKey, say } from "./words.ts";

/** Events to log at once, or words to end the turn with. */
export type Plan = { readonly events: readonly TaskEventBody[] } | { readonly reply: string };

type ModelCall = Reply["calls"][number];

const ASK = { date: "askDate", to: "askTo", city: "askCity", amount: "askAmount", phone: "askPhone", what: "askWhat" } as const satisfies Record<string, MessageKey>;

/** All calls of one reply are logged at once, then run in order: a restart in the middle finds the rest. */
export function planCalls(reply: Reply, entries: readonly Entry[], origin: StepStarted["origin"], ground: OrderGround, locale: Locale): Plan {
  const { said, small } = ground;
  const bodies: TaskEventBody[] = [];
  const done = callsOfTurn(entries);
  const text = reply.text.trim();
  if (text !== "" && !small) bodies.push({ type: "replied", messageId: reply.messageId, text });
  const words = said.request.join("\n");
  const looksOnly = small && onlyAsks(words) && !wantsToBuy(words) && ordinalOf(said.request.at(-1) ?? "", 5) === undefined;
  for (const call of small ? everyThing(reply.calls, said) : reply.calls) {
    const part = small && reply.calls.length > 1 ? partOf(call, said) : undefined;
    const tool = part?.tool ?? takenBack(call.name as ToolName, words);
    if (tool === "place_order" && looksOnly && done.length > 0) continue;
    const written = parsed(call.arguments);
    const prepared = tool === "place_order" ? prepareOrder(written, done, bodies, ground) : prepareCall(tool, written, part?.said ?? said);
    if (prepared === "askAddress") return { reply: say(locale, "askAddress") };
    if (prepared === undefined || ("refused" in prepared && prepared.refused)) continue;
    const missing = "missing" in prepared ? (prepared.missing ?? dateMissing(tool, prepared.facts, said)) : undefined;
    // One of several calls that names nothing at all was copied from somewhere else in the sentence.
    if (missing === "what" && reply.calls.length > 1 && bodies.some((body) => body.type === "stepStarted")) continue;
    if (missing) return { reply: say(locale, ASK[missing]) };
    if (origin === "model" && repeated(tool, prepared.arguments, done)) continue;
    if (bodies.some((body) => body.type === "stepStarted" && body.tool === tool && sameArguments(body.arguments, prepared.arguments))) continue;
    if ("offerId" in prepared) bodies.push({ type: "offerChosen", offerId: prepared.offerId, by: "model" });
    bodies.push({ type: "stepStarted", callId: newId("call"), tool, arguments: prepared.arguments, facts: prepared.facts, origin });
  }
  if (bodies.some((body) => body.type === "stepStarted")) return { events: bodies };
  // It asked only for what it has already: what there is, is the answer.
  return { reply: replyFromResults({ entries, locale, small: true }) ?? say(locale, "capabilities") };
}

function dateMissing(tool: ToolName, facts: readonly StepFact[], said: Said): "date" | undefined {
  const travels = tool === "search_flights" || tool === "search_trains";
  return travels && !facts.some((fact) => fact.name === "date") && wantsToBuy(said.request.join("\n")) ? "date" : undefined;
}

/** An order that nobody asked to take back is only looked at. */
const takenBack = (tool: ToolName, words: string): ToolName => (tool === "cancel_order" && !takesBack(words) ? "track_order" : tool);

/** With several calls, each is read within its own part of the sentence, and goes to the service that this part names. */
function partOf(call: ModelCall, said: Said): { tool: ToolName; said: Said } | undefined {
  const message = said.request.at(-1) ?? "";
  const parts = clausesOf(message);
  const values = Object.values(parsed(call.arguments) as object).filter((value): value is string => typeof value === "string");
  const part = parts.length > 1 ? parts.find((each) => values.some((value) => spanOf(each, value))) : undefined;
  const named = part === undefined ? undefined : namedService(part);
  if (part === undefined || !call.name.startsWith("search_")) return undefined;
  return { tool: named && !namesService(part, call.name as ToolName) ? named : (call.name as ToolName), said: { ...said, request: [part] } };
}

/**
 * Two things in one sentence ("十个包子和两杯豆浆") are two searches. A small model tends to copy one of them twice: each
 * thing gets the call that names it, the others share what is left.
 */
function everyThing(calls: Reply["calls"], said: Said): Reply["calls"] {
  const goods = (call: ModelCall): boolean => call.name === "search_food" || call.name === "search_products";
  const message = said.request.at(-1) ?? "";
  const things = thingsIn(message, blockedSpans(message, said.calendar)).map((thing) => thing.text);
  if (calls.length > 1) {
    // "… and buy it" is no second search.
    const naming = calls.filter((call) => !isEmptyName(String((parsed(call.arguments) as { query?: unknown }).query ?? "-")));
    if (naming.length > 0) calls = naming;
  }
  if (calls.length === 0 || !calls.every(goods)) return calls;
  const named = namedService(said.request.join("\n"));
  if (calls.length > 1 && (named === "search_food" || named === "search_products")) {
    calls = calls.map((call) => ({ ...call, name: named }));
  }
  if (calls.length > 1) {
    // A wish about one thing is not another thing: "宫保鸡丁，不要香菜".
    const own = calls.filter((call) => !insideWish(message, spanOf(message, queryOf(call)) ?? { start: 0, end: message.length }));
    if (own.length > 0) calls = own;
  }
  // "burger and fries" in one query.
  if (calls.length === 1 && things.length < 2) {
    const [call] = calls;
    const queries = joinNames(queryOf(call!)).split(/\s+and\s+/).map((each) => partNames(each).trim()).filter((each) => each !== "");
    if (queries.length === 2) return queries.map((query) => withQuery(call!, query));
  }
  const reasons = reasonsIn(message, blockedSpans(message, said.calendar)).map((reason) => reason.text.toLowerCase());
  if (reasons.length > 0 && things.length === 1) {
    const wanted = calls.filter((call) => !reasons.some((reason) => queryOf(call).includes(reason) || reason.includes(queryOf(call))));
    calls = wanted.length > 0 ? wanted : [withQuery(calls[0]!, things[0]!)];
  }
  if (things.length < 2) {
    // One thing, copied twice in different lengths: the longest says the most.
    const isLonger = (other: ModelCall, call: ModelCall): boolean => queryOf(other).includes(queryOf(call)) && queryOf(other) !== queryOf(call);
    const queries = calls.map(queryOf);
    return calls.filter((call, index) => !calls.some((other) => isLonger(other, call)) && queries.indexOf(queryOf(call)) === index);
  }
  const left = [...things];
  const found = calls.map((call) => {
    const query = queryOf(call);
    const at = left.findIndex((thing) => query !== "" && (query.includes(thing.toLowerCase()) || thing.toLowerCase().includes(query)));
    return { call, thing: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  const kept = found.flatMap(({ call, thing }) => {
    const query = thing ?? left.shift();
    return query === undefined ? [] : [withQuery(call, query)];
  });
  return [...kept, ...left.map((thing) => withQuery(calls[0]!, thing))];
}

const queryOf = (call: ModelCall): string => String((parsed(call.arguments) as { query?: unknown }).query ?? "").toLowerCase();

const withQuery = (call: ModelCall, query: string): ModelCall =>
  ({ ...call, arguments: JSON.stringify({ ...(parsed(call.arguments) as object), query }) });

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return {}; // Not JSON: as if nothing had been written. What is required is then asked for.
  }
};

function repeated(tool: ToolName, args: Readonly<Record<string, unknown>>, done: readonly Call[]): boolean {
  if (tool === "place_order") return done.some((call) => call.tool === tool && call.arguments["offer_id"] === args["offer_id"]);
  return done.some((call) => call.tool === tool && sameArguments(call.arguments, args));
}

/** In whichever order they were written. */
function sameArguments(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
