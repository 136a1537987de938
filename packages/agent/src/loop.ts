/**
 * One task: its log, and the loop that carries it on. Each round reads from the log what comes next, does it, and writes
 * down what came of it before anything else happens.
 *
 *   said ──> ask the model ──> calls: prepare, log, run in order ──> ask again … ──> reply, turn ends
 *                                       place_order: card, wait for the person (the loop sleeps)
 */
import type { Approval, ApprovalVault } from "@wanwen/approvals";
import { asError, type Clock, DeviceError, InputError, LimitError, type Logger, newId } from "@wanwen/core";
import type { Locale, Order, Services } from "@wanwen/services";
import type { Said } from "./arguments.ts";
import { type AgentModel, askModel, type Reply } from "./ask-model.ts";
import type { Calendar } from "./calendar.ts";
import { type OrderGround, orderTerms, withOffer } from "./choose-offer.ts";
import { cityNameIn } from "./city-names.ts";
import { conversationOf, type Entry, messagesOf, offerListsOf, orderOf, recentEntries, requestMessages } from "./conversation.ts";
import type { Profile, TaskDelta, TaskEvent, TaskEventBody, ToolName } from "./events.ts";
import { nextOf, stepOf, type StepStarted, stepsOfTurn } from "./next.ts";
import { planCalls } from "./plan-calls.ts";
import { cardFacts, checkoutWithin, type OfferList, termsOf } from "./purchase.ts";
import { callsOfTurn, checkedReply, choicesFor, isFinal } from "./reply.ts";
import { purchaseOutcome, soldOutText, type StepOutcome } from "./results.ts";
import { expectedNext, isGoodbye, searchElsewhere, secondThought } from "./second-thought.ts";
import { runSearchStep } from "./steps.ts";
import type { TaskStore } from "./store.ts";
import { systemMessage } from "./system-message.ts";
import { languageOf, type MessageKey, say } from "./words.ts";

/** What all tasks share. The loop may ask the vault to ask the person; it is not given the way to answer for them. */
export interface Parts {
  readonly store: TaskStore;
  /** As it is now; it may be another one the next time. */
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
    const [code, key]: [string, MessageKey] =
      error instanceof ServiceFailure ? [error.code, error.code === "invalid_input" ? "serviceRefused" : "serviceGone"]
      : error instanceof LimitError ? [error.code, "modelBusy"]
      : error instanceof DeviceError ? [error.code, "modelGone"]
      : error instanceof InputError ? [error.code, "modelFailed"]
      : ["internal", "internal"];
    const step = error instanceof ServiceFailure ? error.step : undefined;
    const message = say(this.locale, key);
    const result = { kind: "failed", code, message: say(this.locale, "stepFailed") } as const;
    this.append([
      ...(step ? [{ type: "stepFinished" as const, callId: step.callId, result, modelText: `{"status":"failed"}` }] : []),
      { type: "failed", code, message, canRetry: true },
    ]);
  }

  // -------------------------------------------------------------------------------------------------- the model's turn

  async #ask(forced: ToolName | undefined, signal: AbortSignal): Promise<void> {
    // A model that is there already must not seem to be woken each time.
    const waking = setTimeout(() => this.#delta({ type: "status", status: "loadingModel" }), WAKING_MS);
    await this.#parts.model.ready(signal).catch((cause: unknown) => {
      throw new DeviceError(`the model cannot be used: ${asError(cause).message}`, { cause });
    }).finally(() => clearTimeout(waking));
    const { model } = this.#parts; // the one that is ready; another may have taken its place while we waited
    const entries = recentEntries(conversationOf(this.#events), model.small);
    const said = this.#said();
    if (model.small && !forced && isGoodbye(entries, said)) return this.#reply(say(this.locale, "welcome"), newId("msg"), entries);
    const expected = forced ?? (model.small ? expectedNext(entries, this.#lists(), said) : undefined);
    // Text that may be thrown away is not shown while it is written.
    let reply = await this.#request(model, entries, forced, expected === undefined, signal);
    const second = model.small && !forced ? secondThought(reply, expected, said, callsOfTurn(entries).length === 0) : undefined;
    if (second) {
      this.#parts.logger.debug("agent.second_thought", { task: this.id, tool: second });
      const again = await this.#request(model, entries, second, false, signal);
      reply = again.calls.length > 0 ? again : { ...reply, messageId: again.messageId };
    }
    if (signal.aborted) return;
    if (reply.calls.length > 0) {
      const plan = planCalls(reply, entries, forced ? "correction" : "model", this.#ground(), this.locale);
      if ("events" in plan) this.append(plan.events);
      else this.#reply(plan.reply, reply.messageId, entries);
    } else if (forced) throw new InputError(`the model did not write the call of ${forced} that it was asked for`);
    else this.#reply(checkedReply(reply.text, { entries, locale: this.locale, small: model.small }), reply.messageId, entries);
  }

  /** `show`: its words may be seen while they are written. */
  #request(model: AgentModel, entries: readonly Entry[], tool: ToolName | undefined, show: boolean, signal: AbortSignal): Promise<Reply> {
    const content = systemMessage(this.#parts.calendar(this.locale), this.#profile(), model.small);
    const onDelta = (delta: TaskDelta): void => {
      if (show || delta.type === "status") this.#delta(delta);
    };
    return askModel(model, [{ role: "system", content }, ...messagesOf(entries)], tool, onDelta, signal);
  }

  #reply(text: string, messageId: string, entries: readonly Entry[]): void {
    const choices = choicesFor(text, entries, this.#parts.profile().addresses.map((each) => each.label), this.locale);
    this.append([{ type: "replied", messageId, text, ...(choices ? { choices } : {}) }, { type: "turnEnded" }]);
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
    const orders = this.#events.filter((event) => event.type === "stepStarted").filter((event) => event.tool === "place_order");
    const old = orders.findLast((event) => list.offers.some((offer) => offer.id === event.arguments["offer_id"]));
    const order = old ? withOffer(old, offerId) : orderTerms({ list, offerId, source: "you" }, {}, this.#ground());
    const chosen: TaskEventBody[] = [
      { type: "offerChosen", offerId, by: "person" },
      ...(replaced === undefined ? [] : [{ type: "stepReplaced" as const, callId: replaced, by: "place_order" as const }]),
    ];
    if (order === "askAddress") {
      this.append([...chosen, { type: "replied", messageId: newId("msg"), text: say(this.locale, "askAddress") }, { type: "turnEnded" }]);
      return;
    }
    const { arguments: args, facts } = order;
    this.append([...chosen, { type: "stepStarted", callId: newId("call"), tool: "place_order", arguments: args, facts, origin: "choice" }]);
  }

  /** What the person says now, and what that is judged by. */
  #said(): Said {
    const last = this.#events.findLast((event) => event.type === "said");
    return {
      request: requestMessages(this.#events), all: this.#events.flatMap((event) => (event.type === "said" ? [event.text] : [])),
      profile: this.#profile(), calendar: this.#parts.calendar(this.locale, last && new Date(last.at)),
    };
  }

  #ground(): OrderGround {
    return { events: this.#events, said: this.#said(), small: this.#parts.model.small };
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
    const more = this.#parts.model.small ? searchElsewhere(step, outcome.result) : [];
    this.append([{ type: "stepFinished", callId: step.callId, result: outcome.result, modelText: outcome.modelText }, ...more]);
    return "done";
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
    const terms = termsOf(step, this.#lists());
    const made = await checkoutWithin(terms, this.#parts.services, this.locale).catch((thrown: unknown) => {
      throw new ServiceFailure(step, asError(thrown));
    });
    if (!this.#isCurrent(step)) return "done";
    if ("outcome" in made) {
      const result = { kind: "nothing", message: say(this.locale, "soldOut") } as const;
      this.append([{ type: "stepFinished", callId: step.callId, result, modelText: soldOutText }]);
      return "done";
    }
    if (made.offer.id !== terms.offer.id) this.append([{ type: "offerChosen", offerId: made.offer.id, by: "model" }]);
    const facts = cardFacts(made.checkout, step, stepOf(this.#events, terms.list.callId));
    this.#parts.vault.ask({ taskId: this.id, callId: step.callId, checkout: made.checkout, facts, locale: this.locale });
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
