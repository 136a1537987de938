/** What a task's log says: as the conversation that a model sees, as lists of offers, as the words of one request. */
import type { ChatMessage } from "@wanwen/api";
import type { Order } from "@wanwen/services";
import type { StepResult, TaskEvent, ToolName } from "./events.ts";
import type { OfferList } from "./purchase.ts";

export interface Call {
  readonly callId: string;
  readonly tool: ToolName;
  readonly arguments: Readonly<Record<string, unknown>>;
  result?: { readonly modelText: string; readonly shown: StepResult };
}

export type Entry =
  | { readonly by: "person"; readonly text: string }
  | { readonly by: "assistant"; text: string; calls: Call[] };

/**
 * What was said, called, returned and answered, in order. Left out: steps that were replaced ("Not this?") with all that
 * was built on them, and steps that failed or never ended, because a retry makes them again.
 */
export function conversationOf(events: readonly TaskEvent[]): readonly Entry[] {
  let entries: Entry[] = [];
  let previous: TaskEvent["type"] | undefined;
  const calls = new Map<string, Call>();
  for (const event of events) {
    if (event.type === "said") entries.push({ by: "person", text: event.text });
    if (event.type === "replied") entries.push({ by: "assistant", text: event.text, calls: [] });
    if (event.type === "stepStarted") {
      const last = entries.at(-1);
      const call: Call = { callId: event.callId, tool: event.tool, arguments: event.arguments };
      calls.set(event.callId, call);
      // Calls of one reply are logged together, so they follow each other in the log.
      if (last?.by === "assistant" && (previous === "stepStarted" || previous === "replied")) last.calls.push(call);
      else entries.push({ by: "assistant", text: "", calls: [call] });
    }
    if (event.type === "stepFinished") {
      const call = calls.get(event.callId);
      if (call) call.result = { modelText: event.modelText, shown: event.result };
    }
    if (event.type === "stepReplaced") entries = withoutStep(entries, event.callId);
    if (event.type !== "offerChosen") previous = event.type;
  }
  return entries.map(finishedCallsOnly).filter((entry) => entry.by === "person" || entry.text !== "" || entry.calls.length > 0);
}

function withoutStep(entries: Entry[], callId: string): Entry[] {
  const at = entries.findIndex((entry) => entry.by === "assistant" && entry.calls.some((call) => call.callId === callId));
  if (at < 0) return entries;
  const step = entries[at] as Extract<Entry, { by: "assistant" }>;
  const turnEnd = entries.findIndex((entry, index) => index > at && entry.by === "person");
  const rest = turnEnd < 0 ? [] : entries.slice(turnEnd);
  const kept: Entry = { ...step, calls: step.calls.filter((call) => call.callId !== callId) };
  const words = entries.slice(0, at).findLast((entry) => entry.by === "person");
  // A correction of an earlier turn says its words again, because the model must answer the last thing said.
  return [...entries.slice(0, at), kept, ...rest, ...(rest.length > 0 && words ? [words] : [])];
}

function finishedCallsOnly(entry: Entry): Entry {
  if (entry.by === "person") return entry;
  return { ...entry, calls: entry.calls.filter((call) => call.result && call.result.shown.kind !== "failed") };
}

/** In the wire's form. Arguments stay in the order in which they were written. */
export function messagesOf(entries: readonly Entry[]): readonly ChatMessage[] {
  return entries.flatMap((entry): ChatMessage[] => {
    if (entry.by === "person") return [{ role: "user", content: entry.text }];
    const calls = entry.calls.map((call) => ({ id: call.callId, type: "function" as const, function: { name: call.tool, arguments: JSON.stringify(call.arguments) } }));
    return [
      { role: "assistant", content: entry.text, ...(calls.length > 0 ? { tool_calls: calls } : {}) },
      ...entry.calls.map((call): ChatMessage => ({ role: "tool", tool_call_id: call.callId, content: call.result?.modelText ?? "" })),
    ];
  });
}

/** Tokens that the embedded model was trained on, less the system message and room for its reply. */
const SMALL_TOKENS_MAX = 560;
const SMALL_TURNS_MAX = 3;
const LARGE_TURNS_MAX = 40;

/**
 * The part of a conversation that a model is shown: whole turns, the newest last. The embedded model gets at most three,
 * none from before a finished purchase, and only what its 768 tokens hold: numbers of old requests tempt it.
 */
export function recentEntries(entries: readonly Entry[], small: boolean): readonly Entry[] {
  const turns: Entry[][] = [];
  for (const entry of entries) {
    // Two messages in a row are one turn: the second adds to the first.
    if (entry.by === "person" && turns.at(-1)?.some((each) => each.by === "assistant") !== false) turns.push([entry]);
    else (turns.at(-1) ?? turns[turns.push([]) - 1])?.push(entry);
  }
  const kept: Entry[][] = [];
  for (const turn of turns.toReversed()) {
    if (kept.length >= (small ? SMALL_TURNS_MAX : LARGE_TURNS_MAX)) break;
    if (small && kept.length > 0 && (settled(turn) || tokens([turn, ...kept].flat()) > SMALL_TOKENS_MAX)) break;
    kept.unshift(turn);
  }
  return small ? shortened(kept.flat()) : kept.flat();
}

const settled = (turn: readonly Entry[]): boolean =>
  turn.some((entry) => entry.by === "assistant" && entry.calls.some((call) => /"status":"(ordered|cancelled|saved)"/.test(call.result?.modelText ?? "")));

/** A generous guess without a tokenizer: a CJK character is one token, other characters two to one. */
function tokens(entries: readonly Entry[]): number {
  const text = messagesOf(entries).map((message) => `${message.content as string}${JSON.stringify(message.tool_calls ?? "")}`).join("\n");
  return Array.from(text).reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.45), 0);
}

/** One long turn: earlier lists of offers shrink to their first two entries until it fits. */
function shortened(entries: readonly Entry[]): readonly Entry[] {
  const result = entries.map((entry) => (entry.by === "person" ? entry : { ...entry, calls: entry.calls.map((call) => ({ ...call })) }));
  const lists = result.flatMap((entry) => (entry.by === "assistant" ? entry.calls : [])).filter((call) => call.result?.shown.kind === "offers").slice(0, -1);
  for (const call of lists) {
    if (tokens(result) <= SMALL_TOKENS_MAX) break;
    const offers = JSON.parse(call.result!.modelText) as unknown[];
    call.result = { ...call.result!, modelText: JSON.stringify(offers.slice(0, 2)) };
  }
  return result;
}

/** Every list of offers of a task, oldest first. */
export function offerListsOf(events: readonly TaskEvent[]): readonly OfferList[] {
  const replaced = new Set(events.flatMap((event) => (event.type === "stepReplaced" ? [event.callId] : [])));
  const factsOf = new Map(events.flatMap((event) => (event.type === "stepStarted" ? [[event.callId, event.facts] as const] : [])));
  return events.flatMap((event): OfferList[] => {
    if (event.type !== "stepFinished" || event.result.kind !== "offers") return [];
    const facts = factsOf.get(event.callId) ?? [];
    const wanted = facts.find((fact) => fact.name === "query" || fact.name === "title")?.said ?? "";
    // A replaced list keeps its ids, so that they are not given out again, but nothing can be ordered from it.
    return [{ callId: event.callId, offers: replaced.has(event.callId) ? [] : event.result.offers, wanted }];
  });
}

/**
 * From the message that led to a step to the newest one. A question of the assistant ties the answer to what was said
 * before it; an older request that was answered otherwise is another matter.
 */
export function requestMessages(events: readonly TaskEvent[], callId?: string): readonly string[] {
  const at = callId === undefined ? events.length : events.findIndex((event) => event.type === "stepStarted" && event.callId === callId);
  let start = events.slice(0, at).findLastIndex((event) => event.type === "said");
  for (let before = start - 1; before >= 0; before--) {
    const event = events[before]!;
    if (event.type === "stepStarted") break;
    if (event.type === "replied" && !/[?？]\s*$/.test(event.text)) break;
    if (event.type === "said") start = before;
  }
  return events.slice(Math.max(0, start)).flatMap((event) => (event.type === "said" ? [event.text] : []));
}

/** The order that an event tells of. */
export const orderOf = (event: TaskEvent): Order | undefined =>
  event.type === "orderChanged" ? event.order : event.type === "approval" ? event.approval.order : undefined;
