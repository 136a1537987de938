/**
 * One task: its log, and the loop that carries it on. Each round reads from the log what comes next, does it, and writes
 * down what came of it before anything else happens.
 *
 *   said ──> ask the model ──> calls: prepare, log, run in order ──> ask again … ──> reply, turn ends
 *                                       place_order: card, wait for the person (the loop sleeps)
 */
import { type ChatRequestInput, type ClientEvent, streamChat } from "@wanwen/api";
import type { Approval, ApprovalVault } from "@wanwen/approvals";
import { asError, type Clock, DeviceError, InputError, LimitError, type Logger, newId } from "@wanwen/core";
import type { Locale, Order, Services } from "@wanwen/services";
import { blockedSpans, prepareCall, readOrder, type Said, typedArguments } from "./arguments.ts";
import type { Calendar } from "./calendar.ts";
import { cityNameIn } from "./city-names.ts";
import { type Call, conversationOf, type Entry, messagesOf, recentEntries } from "./conversation.ts";
import { ABOUT_ORDERS, clausesOf, isParting, namedService, namesService, speaksOfTopUp, takesBack } from "./cues.ts";
import type { Profile, StepFact, TaskDelta, TaskEvent, TaskEventBody, ToolName } from "./events.ts";
import { nextOf, type StepStarted, stepsOfTurn } from "./next.ts";
import { insideWish, isEmptyName } from "./phrases.ts";
import { cardFacts, checkoutWithin, destinationOf, needsAddress, type OfferList } from "./purchase.ts";
import { callsOfTurn, checkedReply, choicesFor, isFinal, looksBroken, replyFromResults } from "./reply.ts";
import { languageOf, type MessageKey, say } from "./words.ts";
import { joinNames, onlyAsks, ordinalOf, partNames, placeLabel, reasonsIn, spanOf, thingsIn, wantsToBuy } from "./request.ts";
import { OFFERS_SHOWN_MAX, purchaseOutcome, soldOutText, type StepOutcome } from "./results.ts";
import { runSearchStep } from "./steps.ts";
import type { TaskStore } from "./store.ts";
import { systemMessage } from "./system-message.ts";
import { isToolName, toolDefinitions, toolSchemas } from "./tools.ts";

export interface AgentModel {
  /** Up to the version: "http://127.0.0.1:8080/v1". */
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly model: string;
  readonly fetch?: typeof globalThis.fetch;
  /** The embedded model, or one like it: short prompts, no instructions, replies held to what it knows. */
  readonly small: boolean;
  /** Resolves when requests can be answered; rejects with the reason when they never will. */
  ready(signal: AbortSignal): Promise<void>;
}

/** What all tasks share. The loop may ask the vault to ask the person; it is not given the way to answer for them. */
export interface Parts {
  readonly store: TaskStore;
  readonly model: AgentModel;
  readonly services: Services;
  readonly vault: Pick<ApprovalVault, "ask" | "get" | "ofTask" | "waitingOf" | "supersede">;
  readonly clock: Clock;
  readonly logger: Logger;
  /** `saidAt`: from when the words count their days. */
  calendar(locale: Locale, saidAt?: Date): Calendar;
  profile(): Profile;
  setProfile(profile: Profile): void;
  /** An order changed because of a step: its own task, maybe another one, has to hear of it. */
  noteOrder(order: Order): void;
  /** Everything new, in order. */
  publish(taskId: string, news: { readonly event: TaskEvent } | { readonly delta: TaskDelta }): void;
}

const WAKING_MS = 30;
const STEPS_MAX = 12;
const TURN_MS_MAX = 5 * 60_000;
const STOPPED = new DOMException("the person stopped this or said something new", "AbortError");

interface Reply {
  readonly text: string;
  readonly calls: readonly Extract<ClientEvent, { type: "toolCall" }>[];
}

export class TaskLoop {
  readonly id: string;
  readonly #parts: Parts;
  readonly #locale: Locale;
  #events: TaskEvent[];
  #running: Promise<void> | undefined;
  #again = false;
  #retry = false;
  #busy = false;
  #abort = new AbortController();
  #closed = false;

  constructor(id: string, locale: Locale, events: readonly TaskEvent[], parts: Parts) {
    this.id = id;
    this.#locale = locale;
    this.#events = [...events];
    this.#parts = parts;
  }

  get events(): readonly TaskEvent[] {
    return this.#events;
  }

  /** The language of what was said last; the task's own when that has no letters. */
  get locale(): Locale {
    return languageOf(this.#events.findLast((event) => event.type === "said")?.text ?? "", this.#locale);
  }

  append(bodies: readonly TaskEventBody[], clientId?: string): boolean {
    const events = this.#parts.store.append(this.id, bodies, clientId);
    this.#events.push(...events);
    for (const event of events) this.#parts.publish(this.id, { event });
    return events.length > 0;
  }

  /** Resolves when there is nothing to do until the person speaks or answers. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  drive(options: { readonly retry?: boolean } = {}): void {
    this.#retry ||= options.retry ?? false;
    if (this.#closed) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.drive();
    });
  }

  /** Breaks off a request to the model or a search that is under way; the log decides what comes next. */
  interrupt(): void {
    this.#abort.abort(STOPPED);
    this.#abort = new AbortController();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.interrupt();
    await this.settled();
  }

  /** Nothing runs and nothing is about to. */
  get isAtRest(): boolean {
    return this.#running === undefined;
  }

  /** Does it work on something right now? A retry is not in the log before it has come to something. */
  get isBusy(): boolean {
    return this.#busy;
  }

  async #rounds(): Promise<void> {
    const deadline = this.#parts.clock.now().getTime() + TURN_MS_MAX;
    while (!this.#closed) {
      const signal = this.#abort.signal;
      const next = nextOf(this.#events, this.#retry);
      this.#retry = false;
      if (next.do === "nothing") return;
      this.#busy = true;
      try {
        if (next.do === "endTurn") this.append([{ type: "turnEnded" }]);
        else if (next.do === "runStep") {
          if ((await this.#step(next.step, signal)) === "waiting") return;
        } else if (stepsOfTurn(this.#events).length >= STEPS_MAX || this.#parts.clock.now().getTime() > deadline) this.#giveUp();
        else await this.#ask(next.tool, signal);
      } catch (thrown) {
        if (signal.aborted || this.#closed) continue;
        this.#fail(thrown);
      } finally {
        this.#busy = false;
        this.#delta({ type: "status", status: "idle" });
      }
    }
  }

  /** As the task speaks of it: with the city's name in the task's language. What is kept stays as it was written. */
  #profile(): Profile {
    const profile = this.#parts.profile();
    return { ...profile, city: cityNameIn(this.locale, profile.city) };
  }

  #delta(delta: TaskDelta): void {
    this.#parts.publish(this.id, { delta });
  }

  #giveUp(): void {
    const text = say(this.locale, "tooMany");
    this.append([{ type: "stopped", by: "limit" }, { type: "replied", messageId: newId("msg"), text }, { type: "turnEnded" }]);
  }

  #fail(thrown: unknown): void {
    const error = asError(thrown);
    this.#parts.logger.warn("agent.failed", { task: this.id, error: error.message });
    const [code, key]: [string, MessageKey] = error instanceof ServiceFailure ? [error.code, error.code === "invalid_input" ? "serviceRefused" : "serviceGone"]
      : error instanceof LimitError ? [error.code, "modelBusy"]
      : error instanceof DeviceError ? [error.code, "modelGone"]
      : error instanceof InputError ? [error.code, "modelFailed"]
      : ["internal", "internal"];
    const step = error instanceof ServiceFailure ? error.step : undefined;
    const message = say(this.locale, key);
    this.append([
      ...(step ? [{ type: "stepFinished" as const, callId: step.callId, result: { kind: "failed" as const, code, message: say(this.locale, "stepFailed") }, modelText: `{"status":"failed"}` }] : []),
      { type: "failed", code, message, canRetry: true },
    ]);
  }

  // -------------------------------------------------------------------------------------------------- the model's turn

  async #ask(forced: ToolName | undefined, signal: AbortSignal): Promise<void> {
    const { model } = this.#parts;
    // A model that is there already must not seem to be woken each time.
    const waking = setTimeout(() => this.#delta({ type: "status", status: "loadingModel" }), WAKING_MS);
    await model.ready(signal).catch((cause: unknown) => {
      throw new DeviceError(`the model cannot be used: ${asError(cause).message}`, { cause });
    }).finally(() => clearTimeout(waking));
    const entries = recentEntries(conversationOf(this.#events), model.small);
    const said = this.#said();
    const last = said.request.at(-1) ?? "";
    if (model.small && !forced && entries.at(-1)?.by === "person" && isParting(last) && !wantsToBuy(last) && ordinalOf(last, OFFERS_SHOWN_MAX) === undefined) return this.#reply(say(this.locale, "welcome"), entries);
    const nudge = forced ?? this.#nudge(entries, said);
    // Text that may be thrown away is not shown while it is written.
    let reply = await this.#request(entries, forced, nudge === undefined, signal);
    if (!forced) {
      const second = this.#secondThought(reply, nudge, said, callsOfTurn(entries).length === 0);
      if (second) {
        this.#parts.logger.debug("agent.second_thought", { task: this.id, tool: second });
        const again = await this.#request(entries, second, false, signal);
        if (again.calls.length > 0) reply = again;
      }
    }
    if (signal.aborted) return;
    if (reply.calls.length > 0) this.#startCalls(reply, entries, said, forced ? "correction" : "model");
    else if (forced) throw new InputError(`the model did not write the call of ${forced} that it was asked for`);
    else this.#finish(reply.text, entries);
  }

  /** What should come next by the person's words alone, for a small model that may stop short. */
  #nudge(entries: readonly Entry[], said: Said): ToolName | undefined {
    if (!this.#parts.model.small) return undefined;
    const words = said.request.join("\n");
    const calls = callsOfTurn(entries);
    const last = said.request.at(-1) ?? "";
    if (calls.length === 0) {
      if (this.#askedAddress(entries)) return "place_order";
      const list = this.#lists().at(-1);
      if (list && !entries.some((entry) => entry.by === "assistant" && entry.calls.some((call) => call.callId === list.callId))) return namedService(words);
      if (list && ordinalOf(last, list.offers.length) !== undefined && last.length <= 30) return "place_order";
      return wantsToBuy(words) ? namedService(words) : undefined;
    }
    const open = this.#openList(calls);
    if (open) return wantsToBuy(words) && !onlyAsks(words) ? "place_order" : undefined;
    // "…的高铁票，再订一间酒店": a part of the sentence whose service was not asked yet.
    const services = clausesOf(last).map(namedService);
    return new Set(services).size > 1 && wantsToBuy(words) ? services.find((tool) => tool !== undefined && !calls.some((call) => call.tool === tool)) : undefined;
  }

  /** A list of this turn from which nothing was ordered yet. */
  #openList(calls: readonly Call[]): OfferList | undefined {
    const ordered = calls.filter((call) => call.tool === "place_order").map((call) => String(call.arguments["offer_id"]));
    return this.#lists().find((list) => list.offers.length > 0 && calls.some((call) => call.callId === list.callId) && !list.offers.some((offer) => ordered.includes(offer.id)));
  }

  #askedAddress(entries: readonly Entry[]): boolean {
    const before = entries.slice(0, -1).findLast((entry) => entry.by === "assistant");
    return entries.at(-1)?.by === "person" && before?.by === "assistant" && (["zh", "en"] as const).some((locale) => before.text === say(locale, "askAddress"));
  }

  #secondThought(reply: Reply, nudge: ToolName | undefined, said: Said, first: boolean): ToolName | undefined {
    const [call] = reply.calls;
    // Before anything was searched a question back is a good answer; later the words say what was wanted.
    if (!call) return nudge && !(first && nudge !== "place_order" && /[?？]\s*$/.test(reply.text) && !looksBroken(reply.text)) ? nudge : undefined;
    if (!this.#parts.model.small || reply.calls.length > 1 || !(call.name.startsWith("search_") || call.name === "plan_route" || call.name === "remember")) return undefined;
    const words = said.request.join("\n");
    if (call.name === "search_recharge" && !speaksOfTopUp(words) && wantsToBuy(words)) return namedService(words) ?? "search_products";
    if (call.name === "remember" && ABOUT_ORDERS.test(words)) return undefined;
    const named = namedService(words);
    return named && named !== call.name && isToolName(call.name) && !namesService(words, call.name) ? named : undefined;
  }

  async #request(entries: readonly Entry[], tool: ToolName | undefined, show: boolean, signal: AbortSignal): Promise<Reply> {
    const { model } = this.#parts;
    const request: ChatRequestInput = {
      model: model.model,
      messages: [{ role: "system", content: systemMessage(this.#parts.calendar(this.locale), this.#profile(), model.small) }, ...messagesOf(entries)],
      tools: [...toolDefinitions],
      tool_choice: tool ? { type: "function", function: { name: tool } } : "auto",
      ...(model.small ? { temperature: 0, max_completion_tokens: 256 } : { max_completion_tokens: 4096 }),
      chat_template_kwargs: { enable_thinking: false },
    };
    this.#delta({ type: "status", status: "reading" });
    const messageId = newId("msg");
    let text = "";
    let shown = 0;
    let writing = false;
    const calls: Reply["calls"][number][] = [];
    for await (const event of streamChat({ baseUrl: model.baseUrl, ...(model.apiKey ? { apiKey: model.apiKey } : {}), ...(model.fetch ? { fetch: model.fetch } : {}) }, request, signal)) {
      if (event.type === "toolCall" && isToolName(event.name)) calls.push(event);
      if (event.type !== "text") continue;
      if (!writing) this.#delta({ type: "status", status: "writing" });
      writing = true;
      text += event.text;
      if (!show || looksBroken(text)) continue;
      // Words appear whole, so that noise can be noticed before it is seen.
      const end = model.small ? Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"), text.search(/[，。！？：]\s*\S*$/u)) + 1 : text.length;
      if (end <= shown) continue;
      this.#delta({ type: "textDelta", messageId, text: text.slice(shown, end) });
      shown = end;
    }
    this.#messageId = messageId;
    return { text, calls };
  }
  #messageId = "";

  #finish(text: string, entries: readonly Entry[]): void {
    const reply = checkedReply(text, { entries, locale: this.locale, small: this.#parts.model.small });
    this.#reply(reply, entries);
  }

  #reply(text: string, entries: readonly Entry[]): void {
    const choices = choicesFor(text, entries, this.#parts.profile().addresses.map((each) => each.label), this.locale);
    this.append([{ type: "replied", messageId: this.#messageId || newId("msg"), text, ...(choices ? { choices } : {}) }, { type: "turnEnded" }]);
    this.#messageId = "";
  }

  // ------------------------------------------------------------------------------------------------------ its calls

  /** All calls of one reply are logged at once, then run in order: a restart in the middle finds the rest. */
  #startCalls(reply: Reply, entries: readonly Entry[], said: Said, origin: StepStarted["origin"]): void {
    const bodies: TaskEventBody[] = [];
    const done = callsOfTurn(entries);
    const text = reply.text.trim();
    if (text !== "" && !this.#parts.model.small) bodies.push({ type: "replied", messageId: this.#messageId || newId("msg"), text });
    const words = said.request.join("\n");
    const looksOnly = this.#parts.model.small && onlyAsks(words) && !wantsToBuy(words) && ordinalOf(said.request.at(-1) ?? "", 5) === undefined;
    for (const call of this.#parts.model.small ? everyThing(reply.calls, said) : reply.calls) {
      const part = this.#parts.model.small && reply.calls.length > 1 ? partOf(call, said) : undefined;
      const tool = part?.tool ?? takenBack(call.name as ToolName, words);
      if (tool === "place_order" && looksOnly && done.length > 0) continue;
      const prepared = tool === "place_order" ? this.#prepareOrder(parsed(call.arguments), done, bodies) : prepareCall(tool, parsed(call.arguments), part?.said ?? said);
      if (prepared === "askAddress") return this.#reply(say(this.locale, "askAddress"), entries);
      if (prepared === undefined || ("refused" in prepared && prepared.refused)) continue;
      const missing = "missing" in prepared ? (prepared.missing ?? this.#dateMissing(tool, prepared.facts, said)) : undefined;
      // One of several calls that names nothing at all was copied from somewhere else in the sentence.
      if (missing === "what" && reply.calls.length > 1 && bodies.some((body) => body.type === "stepStarted")) continue;
      if (missing) return this.#reply(say(this.locale, ASK[missing]), entries);
      if (origin === "model" && repeated(tool, prepared.arguments, done)) continue;
      if (bodies.some((body) => body.type === "stepStarted" && body.tool === tool && sameArguments(body.arguments, prepared.arguments))) continue;
      if ("offerId" in prepared) bodies.push({ type: "offerChosen", offerId: prepared.offerId, by: "model" });
      bodies.push({ type: "stepStarted", callId: newId("call"), tool, arguments: prepared.arguments, facts: prepared.facts, origin });
    }
    if (bodies.some((body) => body.type === "stepStarted")) this.append(bodies);
    // It asked only for what it has already: what there is, is the answer.
    else this.#reply(replyFromResults({ entries, locale: this.locale, small: true }) ?? say(this.locale, "capabilities"), entries);
  }

  #dateMissing(tool: ToolName, facts: readonly StepFact[], said: Said): "date" | undefined {
    const travels = tool === "search_flights" || tool === "search_trains";
    return travels && !facts.some((fact) => fact.name === "date") && wantsToBuy(said.request.join("\n")) ? "date" : undefined;
  }

  /** The terms of a `place_order`, from the words that were said about this list. */
  #prepareOrder(written: unknown, done: readonly Call[], before: readonly TaskEventBody[]): { arguments: Record<string, unknown>; facts: readonly StepFact[]; offerId: string } | "askAddress" | undefined {
    const values = typedArguments("place_order", written);
    const chosen = this.#chosenOffer(String(values["offer_id"] ?? ""), done, before);
    if (!chosen) return undefined;
    const { list, offerId, source } = chosen;
    return this.#orderFacts(list, offerId, source, values);
  }

  #orderFacts(list: OfferList, offerId: string, source: StepFact["source"], values: Record<string, string | number>): { arguments: Record<string, unknown>; facts: readonly StepFact[]; offerId: string } | "askAddress" {
    const offer = list.offers.find((each) => each.id === offerId)!;
    const order = readOrder(offer.kind, list.wanted, values, this.#said(list.callId));
    const last = this.#events.findLast((event) => event.type === "said")?.text ?? "";
    const asked = this.#askedAddress(recentEntries(conversationOf(this.#events), false)) ? last.trim() : undefined;
    const address = asked ?? order.address;
    const destination = destinationOf(offer.kind, address, this.#profile());
    if (!destination || (needsAddress(offer.kind) && address !== undefined && destination.source === "you" && placeLabel(address))) return "askAddress";
    const search = this.#events.find((event) => event.type === "stepStarted" && event.callId === list.callId);
    const searched = search?.type === "stepStarted" ? search.facts.find((fact) => fact.name === "max_price") : undefined;
    const highest = order.limit?.amount ?? (searched && Number(searched.used));
    // A price for a hotel is a price a night.
    const said = order.limit?.of ?? "unsaid";
    const of = said !== "unsaid" ? said : offer.kind === "hotels" ? "each" : undefined;
    const facts: StepFact[] = [
      { name: "offer_id", said: offerId, used: offerId, source },
      { name: "quantity", said: order.quantitySaid, used: String(order.quantity), source: order.quantitySource },
      ...(destination.deliverTo === "" ? [] : [{ name: "address", said: address ?? "", used: destination.deliverTo, source: destination.source === "merchant" ? "default" as const : destination.source }]),
      ...(order.note === "" ? [] : [{ name: "note", said: order.note, used: order.note, source: "you" as const }]),
      ...(highest === undefined ? [] : [{ name: "max_price", said: searched?.said ?? String(highest), used: String(highest), source: "you" as const, ...(of && { of }) }]),
    ];
    return {
      offerId, facts,
      arguments: { offer_id: offerId, ...(order.quantity > 1 ? { quantity: order.quantity } : {}), ...(address !== undefined && needsAddress(offer.kind) ? { address } : {}) },
    };
  }

  /** The offer that is meant: by the person's ordinal, by the model's id, else the first of what this turn found. */
  #chosenOffer(id: string, done: readonly Call[], before: readonly TaskEventBody[]): { list: OfferList; offerId: string; source: StepFact["source"] } | undefined {
    const lists = this.#lists().filter((list) => list.offers.length > 0);
    const ofTurn = lists.filter((list) => done.some((call) => call.callId === list.callId));
    const last = lists.at(-1);
    const words = this.#events.findLast((event) => event.type === "said")?.text ?? "";
    if (last && ofTurn.length === 0) {
      const index = ordinalOf(words, last.offers.length);
      if (index !== undefined) return { list: last, offerId: last.offers[index]!.id, source: "you" };
    }
    const taken = new Set([...done.filter((call) => call.tool === "place_order").map((call) => String(call.arguments["offer_id"])),
      ...before.flatMap((body) => (body.type === "stepStarted" && body.tool === "place_order" ? [String(body.arguments["offer_id"])] : []))]);
    const named = lists.find((list) => list.offers.some((offer) => offer.id === id));
    const free = (list: OfferList): boolean => !list.offers.some((offer) => taken.has(offer.id));
    const open = ofTurn.filter(free);
    const again = !this.#parts.model.small; // a small model that orders twice from one list means another list, or nothing
    if (named && (ofTurn.length === 0 || (ofTurn.includes(named) && (free(named) || (again && open.length === 0))))) return taken.has(id) ? undefined : { list: named, offerId: id, source: "default" };
    const other = open[0] ?? (ofTurn.length === 0 ? last : undefined);
    return other && { list: other, offerId: other.offers[0]!.id, source: "default" };
  }

  /** Every list of offers of this task, oldest first. */
  #lists(): readonly OfferList[] {
    return offerListsOf(this.#events);
  }

  /** Can this offer still be taken? Not one of a list that was replaced. */
  hasOffer(offerId: string): boolean {
    return this.#lists().some((list) => list.offers.some((offer) => offer.id === offerId));
  }

  /** The person tapped another offer. */
  startChosen(offerId: string, replaced: string | undefined): void {
    const list = this.#lists().find((each) => each.offers.some((offer) => offer.id === offerId));
    if (!list) throw new InputError(say(this.locale, "notThatOffer"), { param: "offerId" });
    const before = this.#events.findLast((event) => event.type === "stepStarted" && event.tool === "place_order" && list.offers.some((offer) => offer.id === event.arguments["offer_id"]));
    const old = before?.type === "stepStarted" ? before : undefined;
    const order = old ? withOffer(old, offerId) : this.#orderFacts(list, offerId, "you", {});
    const chosen: TaskEventBody[] = [
      { type: "offerChosen", offerId, by: "person" },
      ...(replaced === undefined ? [] : [{ type: "stepReplaced" as const, callId: replaced, by: "place_order" as const }]),
    ];
    if (order === "askAddress") this.append([...chosen, { type: "replied", messageId: newId("msg"), text: say(this.locale, "askAddress") }, { type: "turnEnded" }]);
    else this.append([...chosen, { type: "stepStarted", callId: newId("call"), tool: "place_order", arguments: order.arguments, facts: order.facts, origin: "choice" }]);
  }

  /** The messages that speak of the request that led to `callId`, or of the current one. */
  #said(callId?: string): Said {
    const last = this.#events.findLast((event) => event.type === "said");
    return { request: requestMessages(this.#events, callId), all: this.#events.flatMap((event) => (event.type === "said" ? [event.text] : [])),
      profile: this.#profile(), calendar: this.#parts.calendar(this.locale, last && new Date(last.at)) };
  }

  // -------------------------------------------------------------------------------------------------------- its steps

  async #step(step: StepStarted, signal: AbortSignal): Promise<"done" | "waiting"> {
    if (step.tool === "place_order") return this.#purchase(step);
    let outcome: StepOutcome;
    try {
      outcome = await runSearchStep(step, {
        services: this.#parts.services, locale: this.locale, profile: this.#profile(), changeProfile: (change) => this.#parts.setProfile(change(this.#parts.profile())),
        noteOrder: (order) => this.#parts.noteOrder(order),
        words: requestMessages(this.#events, step.callId).join("\n"), firstOffer: 1 + this.#lists().reduce((sum, list) => sum + list.offers.length, 0),
        idempotencyKey: `${this.id}:${step.callId}`, calendar: this.#parts.calendar(this.locale),
      }, signal);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      throw new ServiceFailure(step, asError(thrown));
    }
    if (!this.#isCurrent(step)) return "done"; // stopped or replaced meanwhile
    this.append([{ type: "stepFinished", callId: step.callId, result: outcome.result, modelText: outcome.modelText }, ...this.#elsewhere(step, outcome)]);
    return "done";
  }

  /** Nothing in one kind of shop: a small model may have taken shampoo for food, so the other kind is looked through too. */
  #elsewhere(step: StepStarted, outcome: StepOutcome): readonly TaskEventBody[] {
    const other = ELSEWHERE[step.tool];
    if (!other || !this.#parts.model.small || outcome.result.kind !== "offers" || outcome.result.offers.length > 0 || step.origin !== "model") return [];
    const [from, to] = [nameIn(step.tool), nameIn(other)];
    if (!step.facts.some((fact) => fact.name === from)) return [];
    const args = Object.fromEntries(Object.entries(step.arguments).map(([name, value]) => [name === from ? to : name, value]).filter(([name]) => String(name) in toolSchemas.get(other)!.properties));
    const facts = step.facts.map((fact) => (fact.name === from ? { ...fact, name: to } : fact));
    return [{ type: "stepStarted", callId: newId("call"), tool: other, arguments: args, facts, origin: "correction" }];
  }

  #isCurrent(step: StepStarted): boolean {
    const next = nextOf(this.#events);
    return next.do === "runStep" && next.step.callId === step.callId;
  }

  /** Asks the person, or reads from the vault what they answered. Run again after every change of the card. */
  async #purchase(step: StepStarted): Promise<"done" | "waiting"> {
    const approval = this.#parts.vault.ofTask(this.id).filter((each) => each.callId === step.callId).at(-1);
    if (!approval) return this.#askPerson(step);
    if (!isFinal(approval)) return "waiting";
    const { result, modelText } = purchaseOutcome(approval);
    const finished: TaskEventBody = { type: "stepFinished", callId: step.callId, result, modelText };
    if (approval.state !== "expired" && approval.state !== "unpaid") this.append([finished]);
    else this.append([finished, { type: "replied", messageId: newId("msg"), text: say(this.locale, approval.state) }, { type: "turnEnded" }]);
    return "done";
  }

  async #askPerson(step: StepStarted): Promise<"done" | "waiting"> {
    const offerId = String(step.arguments["offer_id"]);
    const list = this.#lists().find((each) => each.offers.some((offer) => offer.id === offerId));
    const offer = list?.offers.find((each) => each.id === offerId);
    if (!list || !offer) throw new InputError(`${step.callId}: no offer ${offerId} in this task`);
    const used = (name: string): StepFact | undefined => step.facts.find((fact) => fact.name === name);
    const limit = used("max_price");
    const source = used("offer_id")?.source;
    let made: Awaited<ReturnType<typeof checkoutWithin>>;
    try {
      made = await checkoutWithin({
        list, offer, quantity: Number(used("quantity")?.used ?? 1), deliverTo: used("address")?.used ?? "", note: used("note")?.used ?? "",
        limit: limit && { amount: Number(limit.used), ...(limit.of && { of: limit.of }) }, exact: source === "you" || step.origin === "choice",
      }, this.#parts.services, this.locale);
    } catch (thrown) {
      throw new ServiceFailure(step, asError(thrown));
    }
    if (!this.#isCurrent(step)) return "done";
    if ("outcome" in made) {
      this.append([{ type: "stepFinished", callId: step.callId, result: { kind: "nothing", message: say(this.locale, "soldOut") }, modelText: soldOutText }]);
      return "done";
    }
    if (made.offer.id !== offerId) this.append([{ type: "offerChosen", offerId: made.offer.id, by: "model" }]);
    const search = this.#events.find((event) => event.type === "stepStarted" && event.callId === list.callId);
    const facts = [...step.facts, ...(search?.type === "stepStarted" ? search.facts : [])];
    const address = used("address")?.source ?? facts.find((fact) => fact.name === "phone")?.source ?? "default";
    this.#parts.vault.ask({ taskId: this.id, callId: step.callId, checkout: made.checkout, facts: cardFacts(made.checkout, facts, address), locale: this.locale });
    return "waiting";
  }

  /** An order moved on. Logged when there is something new to see. */
  noteOrder(order: Order): void {
    const known = this.#events.findLast((event) => orderOf(event)?.id === order.id);
    const told = known && orderOf(known);
    if (told && told.status === order.status && told.timeline.length === order.timeline.length && told.cancellable === order.cancellable) return;
    this.append([{ type: "orderChanged", order }]);
  }

  /** A card appeared or changed. Logged once per state, also when the process died in between. */
  noteApproval(approval: Approval): void {
    const logged = this.#events.findLast((event) => event.type === "approval" && event.approval.id === approval.id);
    if (logged?.type === "approval" && logged.approval.state === approval.state && logged.approval.supersededBy === approval.supersededBy) return;
    this.append([{ type: "approval", approval }]);
  }
}

const orderOf = (event: TaskEvent): Order | undefined =>
  event.type === "orderChanged" ? event.order : event.type === "approval" ? event.approval.order : undefined;

/** A service failed during a step: the step ends as failed and the turn can be tried again. */
class ServiceFailure extends Error {
  readonly step: StepStarted;
  readonly code: string;
  constructor(step: StepStarted, cause: Error) {
    super(`${step.tool}: ${cause.message}`, { cause });
    this.step = step;
    this.code = cause instanceof InputError ? cause.code : cause instanceof DeviceError ? cause.code : "internal";
  }
}

const ASK = { date: "askDate", to: "askTo", city: "askCity", amount: "askAmount", phone: "askPhone", what: "askWhat" } as const satisfies Record<string, MessageKey>;

/** Kinds of shops that small models mistake for each other. */
const ELSEWHERE: Partial<Readonly<Record<ToolName, ToolName>>> = {
  search_food: "search_products", search_products: "search_food", search_movies: "search_events", search_events: "search_movies",
};
/** Which parameter says what is looked for. */
const nameIn = (tool: ToolName): "title" | "query" => (tool === "search_movies" ? "title" : "query");

/** An order that nobody asked to take back is only looked at. */
const takenBack = (tool: ToolName, words: string): ToolName => (tool === "cancel_order" && !takesBack(words) ? "track_order" : tool);

/** With several calls, each is read within its own part of the sentence, and goes to the service that this part names. */
function partOf(call: Reply["calls"][number], said: Said): { tool: ToolName; said: Said } | undefined {
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
  const goods = (call: Reply["calls"][number]): boolean => call.name === "search_food" || call.name === "search_products";
  const message = said.request.at(-1) ?? "";
  const things = thingsIn(message, blockedSpans(message, said.calendar)).map((thing) => thing.text);
  if (calls.length > 1) {
    // "… and buy it" is no second search.
    const naming = calls.filter((call) => !isEmptyName(String((parsed(call.arguments) as { query?: unknown }).query ?? "-")));
    if (naming.length > 0) calls = naming;
  }
  if (calls.length === 0 || !calls.every(goods)) return calls;
  const named = namedService(said.request.join("\n"));
  if (calls.length > 1 && (named === "search_food" || named === "search_products")) calls = calls.map((call) => ({ ...call, name: named }));
  const queryOf = (call: Reply["calls"][number]): string => String((parsed(call.arguments) as { query?: unknown }).query ?? "").toLowerCase();
  if (calls.length > 1) {
    // A wish about one thing is not another thing: "宫保鸡丁，不要香菜".
    const own = calls.filter((call) => !insideWish(message, spanOf(message, queryOf(call)) ?? { start: 0, end: message.length }));
    if (own.length > 0) calls = own;
  }
  // "burger and fries" in one query.
  if (calls.length === 1 && things.length < 2) {
    const [call] = calls;
    const queries = joinNames(queryOf(call!)).split(/\s+and\s+/).map((each) => partNames(each).trim()).filter((each) => each !== "");
    if (queries.length === 2) return queries.map((query) => ({ ...call!, arguments: JSON.stringify({ ...(parsed(call!.arguments) as object), query }) }));
  }
  const reasons = reasonsIn(message, blockedSpans(message, said.calendar)).map((reason) => reason.text.toLowerCase());
  if (reasons.length > 0 && things.length === 1) {
    const wanted = calls.filter((call) => !reasons.some((reason) => queryOf(call).includes(reason) || reason.includes(queryOf(call))));
    calls = wanted.length > 0 ? wanted : [{ ...calls[0]!, arguments: JSON.stringify({ ...(parsed(calls[0]!.arguments) as object), query: things[0] }) }];
  }
  if (things.length < 2) {
    // One thing, copied twice in different lengths: the longest says the most.
    return calls.filter((call, index) => !calls.some((other, at) => at !== index && queryOf(other).includes(queryOf(call)) && (queryOf(other) !== queryOf(call) || at < index)));
  }
  const left = [...things];
  const found = calls.map((call) => {
    const query = queryOf(call);
    const at = left.findIndex((thing) => query !== "" && (query.includes(thing.toLowerCase()) || thing.toLowerCase().includes(query)));
    return { call, thing: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  const withQuery = (call: Reply["calls"][number], thing: string): Reply["calls"][number] => ({ ...call, arguments: JSON.stringify({ ...(parsed(call.arguments) as object), query: thing }) });
  const kept = found.flatMap(({ call, thing }) => {
    const query = thing ?? left.shift();
    return query === undefined ? [] : [withQuery(call, query)];
  });
  return [...kept, ...left.map((thing) => withQuery(calls[0]!, thing))];
}

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

function withOffer(old: StepStarted, offerId: string): { arguments: Record<string, unknown>; facts: readonly StepFact[] } {
  return {
    arguments: { ...old.arguments, offer_id: offerId },
    facts: old.facts.map((fact) => (fact.name === "offer_id" ? { ...fact, said: offerId, used: offerId, source: "you" as const } : fact)),
  };
}

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
