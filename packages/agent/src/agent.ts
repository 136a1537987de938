/**
 * The task engine as screens see it: tasks, their events, cards and orders. Everything here answers at once; the work goes
 * on in each task's loop and is heard of through `subscribe`.
 */
import { createHash } from "node:crypto";
import type { Approval, ApprovalVault } from "@wanwen/approvals";
import { asError, type Clock, InputError, type Logger, type Money, newId, silentLogger } from "@wanwen/core";
import type { CancelResult, Locale, Order, Services } from "@wanwen/services";
import { addressOf } from "./arguments.ts";
import { calendarAt } from "./calendar.ts";
import type { AppStatus, Profile, TaskDelta, TaskEvent, TaskEventBody, TaskSummary, ToolName } from "./events.ts";
import type { AgentModel } from "./ask-model.ts";
import { TaskLoop } from "./loop.ts";
import { nextOf, openSteps, runningOrders } from "./next.ts";
import { TaskStore } from "./store.ts";
import { isToolName, toolSchemas } from "./tools.ts";
import { languageOf, say } from "./words.ts";

export interface AgentOptions {
  /** A file, or ":memory:". */
  readonly databasePath: string;
  /** Read for each request: another model may take its place, and tasks go on with that one. */
  readonly model: Omit<AgentModel, "small"> & {
    /** Told by the name ("mini", "wanwen-mini") when undefined. */
    readonly small?: boolean | undefined;
    /** For `/api/status`. */
    status(): AppStatus["model"];
  };
  readonly services: Services;
  readonly vault: ApprovalVault;
  readonly clock: Clock;
  /** IANA name; the computer's own when left out. */
  readonly timeZone?: string;
  readonly logger?: Logger;
  readonly profileDefaults?: Partial<Profile>;
}

export type TaskNews = { readonly event: TaskEvent } | { readonly delta: TaskDelta };

export interface Agent {
  status(): AppStatus;
  profile(): Profile;
  /**
   * As it is shown to a reader. While nobody has written a profile, its language is the one that a page asks for; else the
   * first that was used, for which a browser's counts too.
   */
  profileFor(asked: Locale | undefined, browser: Locale | undefined): Profile;
  setProfile(profile: Profile): Profile;
  tasks(): readonly TaskSummary[];
  createTask(request: { text: string; locale: Locale; clientId: string }): { taskId: string };
  /** @throws InputError `id` when the task does not exist. */
  say(taskId: string, message: { text: string; clientId: string }): void;
  events(taskId: string, after: number): readonly TaskEvent[];
  /** News of a task from now on. Listeners must not throw and must not wait. */
  subscribe(taskId: string, listener: (news: TaskNews) => void): () => void;
  /** What is going on at this moment, for somebody who comes in the middle of it: the status, and the words written so far. */
  underWay(taskId: string): readonly TaskDelta[];
  stop(taskId: string): void;
  retry(taskId: string): void;
  redo(taskId: string, callId: string, tool: string): void;
  choose(taskId: string, offerId: string): void;
  approval(id: string): Approval;
  answer(id: string, answer: Parameters<ApprovalVault["answer"]>[1]): Promise<Approval>;
  revise(id: string, change: { quantity?: number; deliverTo?: string; note?: string }): Promise<Approval>;
  orders(locale: Locale): Promise<{ orders: readonly Order[]; balance: Money }>;
  order(id: string, locale: Locale): Promise<Order | undefined>;
  cancelOrder(id: string, clientId: string, locale: Locale): Promise<CancelResult>;
  /** The language in which a task's failures are told. */
  localeOf(taskId: string | undefined): Locale;
  /** Looks after cards that ran out and payments without a result; runs on a timer too. */
  tick(): Promise<void>;
  /** Resolves when no task does anything by itself. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const TICK_MS = 3000;
/** How many tasks are kept in memory, when none of them has to be. */
const LOOPS_KEPT_MAX = 100;
/** How many open pages, and how many orders of each, are looked after in one tick. */
const WATCHED_MAX = 20;
const ORDERS_WATCHED_MAX = 5;
/** In letters; a Chinese character is as wide as two. */
const TITLE_WIDTH_MAX = 80;
export const TEXT_CHARS_MAX = 4000;

/** Until the person writes their own: somebody made up, in the language in which Wanwen was first used. */
const DEFAULT_PROFILES: Readonly<Record<Locale, Profile>> = {
  zh: {
    locale: "zh", city: "杭州", name: "林小满", phone: "13800138000",
    addresses: [{ label: "家", address: "杭州市西湖区文三路 478 号 3 幢 502" }, { label: "公司", address: "杭州市余杭区文一西路 969 号 5 号楼" }],
    facts: {},
  },
  en: {
    locale: "en", city: "Hangzhou", name: "Lin Xiaoman", phone: "13800138000",
    addresses: [
      { label: "Home", address: "Room 502, Building 3, 478 Wensan Road, Xihu District, Hangzhou" },
      { label: "Office", address: "Building 5, 969 West Wenyi Road, Yuhang District, Hangzhou" },
    ],
    facts: {},
  },
};

export function openAgent(options: AgentOptions): Agent {
  return new TaskAgent(options);
}

class TaskAgent implements Agent {
  readonly #options: AgentOptions;
  readonly #store: TaskStore;
  readonly #vault: ApprovalVault;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #timeZone: string;
  readonly #loops = new Map<string, TaskLoop>();
  readonly #listeners = new Map<string, Set<(news: TaskNews) => void>>();
  readonly #now = new UnderWay();
  readonly #forgetVault: () => void;
  readonly #timer: NodeJS.Timeout;
  #ticking: Promise<void> | undefined;
  #closed = false;

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#vault = options.vault;
    this.#clock = options.clock;
    this.#log = options.logger ?? silentLogger;
    this.#timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.#store = new TaskStore(options.databasePath, options.clock);
    this.#forgetVault = this.#vault.onChange((approval) => this.#onApproval(approval));
    this.#timer = setInterval(() => void this.tick(), TICK_MS);
    this.#timer.unref();
    this.#resume();
  }

  /** After a restart: what happened to cards while nobody listened goes into the logs, then every open turn goes on. */
  #resume(): void {
    const open = this.#store.unfinished().map((id) => this.#loop(id));
    for (const loop of open) {
      for (const approval of this.#vault.ofTask(loop.id)) loop.noteApproval(approval);
    }
    void this.tick();
    for (const loop of open) loop.drive();
  }

  status(): AppStatus {
    return { model: this.#options.model.status(), today: this.#calendar("en").today };
  }

  profile(): Profile {
    return this.#store.profile() ?? { ...DEFAULT_PROFILES[this.#store.firstLanguage() ?? "zh"], ...this.#options.profileDefaults };
  }

  profileFor(asked: Locale | undefined, browser: Locale | undefined): Profile {
    const before = this.#store.firstLanguage();
    const language = asked ?? before ?? browser ?? "zh";
    if (language !== before && !this.#store.profile()) this.#store.setFirstLanguage(language);
    return this.profile();
  }

  setProfile(profile: Profile): Profile {
    this.#store.setProfile(profile);
    return profile;
  }

  tasks(): readonly TaskSummary[] {
    const open = new Set(this.#store.unfinished());
    const state = (id: string): TaskSummary["state"] =>
      this.#loops.get(id)?.isBusy ? "working" : !open.has(id) ? "idle" : this.#vault.waitingOf(id) ? "awaitingApproval" : "working";
    return this.#store.tasks().map((task) => ({ ...task, state: state(task.id) }));
  }

  createTask({ text, locale, clientId }: { text: string; locale: Locale; clientId: string }): { taskId: string } {
    const known = this.#store.taskOfClient(clientId);
    if (known !== undefined) return { taskId: known };
    const words = this.#checkText(text, locale);
    const id = newId("task");
    const title = titleOf(words);
    const events = this.#store.create({ id, locale, title, clientId }, [
      { type: "taskCreated", taskId: id, locale, title }, { type: "said", messageId: newId("msg"), text: words },
    ]);
    if (!this.#store.firstLanguage()) this.#store.setFirstLanguage(languageOf(words, locale));
    this.#forgetLoops();
    const loop = new TaskLoop(id, locale, events, this.#parts());
    this.#loops.set(id, loop);
    loop.drive();
    return { taskId: id };
  }

  say(taskId: string, { text, clientId }: { text: string; clientId: string }): void {
    const loop = this.#loop(taskId);
    if (this.#store.taskOfClient(clientId) !== undefined) return;
    const words = this.#checkText(text, loop.locale);
    // New words change what is wanted: a card that waits is withdrawn, and so is every purchase that has not come to a card
    // yet. One that is being paid runs its course.
    const moving = this.#moving(taskId).map((approval) => approval.callId);
    const card = this.#vault.waitingOf(taskId);
    const withdrawn = openSteps(loop.events).filter((step) => step.tool === "place_order" && !moving.includes(step.callId)).map((step): TaskEventBody => ({
      type: "stepFinished", callId: step.callId, modelText: `{"status":"declined"}`,
      result: card?.callId === step.callId ? { kind: "purchase", approvalId: card.id } : { kind: "nothing", message: say(loop.locale, "notOrdered") },
    }));
    if (card) this.#vault.supersede(card.id, undefined);
    if (loop.append([...withdrawn, { type: "said", messageId: newId("msg"), text: words }], clientId)) loop.interrupt();
    loop.drive();
  }

  events(taskId: string, after: number): readonly TaskEvent[] {
    return this.#loop(taskId).events.filter((event) => event.seq > after);
  }

  subscribe(taskId: string, listener: (news: TaskNews) => void): () => void {
    const listeners = this.#listeners.get(taskId) ?? new Set();
    this.#listeners.set(taskId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(taskId);
    };
  }

  underWay(taskId: string): readonly TaskDelta[] {
    return this.#now.of(taskId);
  }

  stop(taskId: string): void {
    const loop = this.#loop(taskId);
    if (nextOf(loop.events).do === "nothing" && !loop.isBusy) return;
    this.#withdrawCard(loop);
    loop.append([{ type: "stopped", by: "person" }]);
    loop.interrupt();
  }

  retry(taskId: string): void {
    const loop = this.#loop(taskId);
    if (nextOf(loop.events, true).do === "nothing") throw new InputError(say(loop.locale, "nothingToRetry"), { param: "id" });
    loop.drive({ retry: true });
  }

  redo(taskId: string, callId: string, tool: string): void {
    const loop = this.#loop(taskId);
    const step = loop.events.find((event) => event.type === "stepStarted" && event.callId === callId);
    if (step?.type !== "stepStarted") throw new InputError(say(loop.locale, "notThatOffer"), { param: "callId" });
    if (!isToolName(tool) || tool === "place_order" || !toolSchemas.has(tool)) throw new InputError(say(loop.locale, "badRequest"), { param: "tool" });
    const before = loop.events.findLast((event) => event.type === "stepReplaced" && event.callId === callId);
    if (before?.type === "stepReplaced") {
      if (before.by === tool) return; // a second tap on the same
      throw new InputError(say(loop.locale, "notThatOffer"), { param: "callId" });
    }
    this.#withdrawCard(loop);
    loop.append([{ type: "stepReplaced", callId, by: tool as ToolName }]);
    loop.interrupt();
    loop.drive();
  }

  choose(taskId: string, offerId: string): void {
    const loop = this.#loop(taskId);
    if (!loop.hasOffer(offerId)) throw new InputError(say(loop.locale, "notThatOffer"), { param: "offerId" });
    if (this.#isUnderWay(loop, offerId)) return; // a second tap on the same
    const card = this.#withdrawCard(loop);
    const next = nextOf(loop.events);
    const open = card?.callId ?? (next.do === "runStep" && next.step.tool === "place_order" ? next.step.callId : undefined);
    loop.startChosen(offerId, open);
    loop.interrupt();
    loop.drive();
  }

  approval(id: string): Approval {
    const approval = this.#vault.get(id);
    if (!approval) throw new InputError(say(this.profile().locale, "approvalMissing"), { param: "id" });
    return approval;
  }

  async answer(id: string, answer: Parameters<ApprovalVault["answer"]>[1]): Promise<Approval> {
    const approval = this.approval(id);
    const locale = this.localeOf(approval.taskId);
    if (approval.state !== "waiting") throw new InputError(say(locale, "alreadyAnswered"), { param: "decision" });
    if (answer.decision === "approve" && answer.termsHash !== approval.termsHash) throw new InputError(say(locale, "cardChanged"), { param: "termsHash" });
    return this.#vault.answer(id, answer);
  }

  async revise(id: string, change: { quantity?: number; deliverTo?: string; note?: string }): Promise<Approval> {
    const old = this.approval(id);
    const locale = this.localeOf(old.taskId);
    if (old.state !== "waiting") throw new InputError(say(locale, "alreadyAnswered"), { param: "decision" });
    const { checkout } = old;
    const words = change.deliverTo?.trim();
    if (words === "" && checkout.deliverTo !== "") throw new InputError(say(locale, "needsDestination"), { param: "deliverTo" });
    const deliverTo = words === undefined ? checkout.deliverTo : (addressOf(words, this.profile()) ?? words);
    const made = await this.#options.services.createCheckout({
      kind: checkout.kind, offerRef: checkout.offerRef, quantity: change.quantity ?? checkout.quantity, deliverTo, locale,
      note: change.note?.trim() ?? checkout.note, noteIsWhole: true,
    });
    if ("outcome" in made) throw new InputError(say(locale, "noneLeft"), { param: "quantity" });
    // A number that an offer is bound to comes back as it was: a card that looks changed and is not would be a trap.
    if (made.deliverTo !== deliverTo) throw new InputError(say(locale, "fixedDestination"), { param: "deliverTo" });
    if (this.approval(id).state !== "waiting") throw new InputError(say(locale, "alreadyAnswered"), { param: "decision" });
    const changed: Readonly<Record<string, string | undefined>> = {
      quantity: change.quantity === undefined ? undefined : String(made.quantity),
      deliverTo: change.deliverTo === undefined ? undefined : made.deliverTo, note: change.note === undefined ? undefined : made.note,
    };
    const merchants: Readonly<Record<string, string>> = { when: made.when, payWith: made.payWith, item: made.name, merchant: made.merchant };
    const facts = old.facts.map((fact) => ({ ...fact, value: changed[fact.name] ?? merchants[fact.name] ?? fact.value, ...(changed[fact.name] === undefined ? {} : { source: "you" as const }) }));
    const note = changed["note"];
    if (note && !facts.some((fact) => fact.name === "note")) facts.push({ name: "note", value: note, source: "you" });
    return this.#vault.ask({ taskId: old.taskId, callId: old.callId, checkout: made, locale, replaces: id, facts: facts.filter((fact) => fact.value !== "") });
  }

  async orders(locale: Locale): Promise<{ orders: readonly Order[]; balance: Money }> {
    const [orders, balance] = await Promise.all([this.#options.services.orders(locale), this.#options.services.balance()]);
    return { orders, balance };
  }

  order(id: string, locale: Locale): Promise<Order | undefined> {
    return this.#options.services.order(id, locale);
  }

  async cancelOrder(id: string, clientId: string, locale: Locale): Promise<CancelResult> {
    const { services } = this.#options;
    // Client ids are anybody's text: only a hash of one is fit for a header.
    const key = `cancel:${createHash("sha256").update(JSON.stringify([id, clientId])).digest("hex")}`;
    const result = await services.cancel(id, key, locale).catch(async (thrown: unknown) => {
      if (thrown instanceof InputError && !(await services.order(id, locale))) throw new InputError(say(locale, "orderMissing"), { param: "id" });
      throw thrown;
    });
    if (result.outcome === "cancelled") this.#noteOrder(result.order);
    return result;
  }

  /** An order that changed is told in the task in which it was placed, wherever the change was asked for. */
  #noteOrder(order: Order): void {
    const taskId = this.#store.taskOfOrder(order.id);
    if (taskId !== undefined) this.#loop(taskId).noteOrder(order);
  }

  /** Orders move on by themselves: whoever looks at a task sees its newest ones as they are now. */
  async #lookAfterOrders(): Promise<void> {
    for (const taskId of [...this.#listeners.keys()].slice(0, WATCHED_MAX)) {
      const loop = this.#loop(taskId);
      for (const { id } of runningOrders(loop.events).slice(-ORDERS_WATCHED_MAX)) {
        const order = await this.#options.services.order(id, loop.locale).catch(() => undefined); // gone for now: asked again
        if (order && !this.#closed) loop.noteOrder(order);
      }
    }
  }

  localeOf(taskId: string | undefined): Locale {
    return taskId !== undefined && this.#store.task(taskId) ? this.#loop(taskId).locale : this.profile().locale;
  }

  async tick(): Promise<void> {
    this.#ticking ??= this.#vault.recover()
      .then(() => undefined, (thrown: unknown) => this.#log.error("agent.recover", { error: asError(thrown).message }))
      .then(() => this.#lookAfterOrders())
      .finally(() => (this.#ticking = undefined));
    return this.#ticking;
  }

  async settled(): Promise<void> {
    await this.#ticking;
    for (const loop of this.#loops.values()) await loop.settled();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#ticking;
    await Promise.all([...this.#loops.values()].map((loop) => loop.close()));
    this.#forgetVault();
    this.#store.close();
  }

  /** Also withdraws the open `place_order`; refuses while money moves. */
  #withdrawCard(loop: TaskLoop): Approval | undefined {
    if (this.#moving(loop.id).length > 0) throw new InputError(say(loop.locale, "alreadyPaying"), { param: "decision" });
    const card = this.#vault.waitingOf(loop.id);
    return card && this.#vault.supersede(card.id, undefined);
  }

  /** Cards of a task with a yes that the merchant has not answered. */
  #moving(taskId: string): readonly Approval[] {
    return this.#vault.ofTask(taskId).filter(({ state }) => state === "approved" || state === "paying" || state === "unknown");
  }

  /** Was this offer tapped a moment ago, and is its card still being made? */
  #isUnderWay(loop: TaskLoop, offerId: string): boolean {
    const [step] = openSteps(loop.events);
    return step?.origin === "choice" && step.arguments["offer_id"] === offerId && !this.#vault.waitingOf(loop.id);
  }

  #onApproval(approval: Approval): void {
    if (this.#closed || !this.#store.task(approval.taskId)) return;
    const loop = this.#loop(approval.taskId);
    loop.noteApproval(approval);
    if (approval.state !== "superseded") loop.drive();
  }

  #checkText(text: string, locale: Locale): string {
    const words = text.toWellFormed().replace(UNPRINTABLE, " ").trim();
    if (words.replace(INVISIBLE, "") === "") throw new InputError(say(locale, "badRequest"), { param: "text" });
    if (words.length > TEXT_CHARS_MAX) throw new InputError(say(locale, "tooLarge"), { param: "text" });
    return words;
  }

  #loop(taskId: string): TaskLoop {
    const known = this.#loops.get(taskId);
    if (known) return known;
    const task = this.#store.task(taskId);
    if (!task) throw new InputError(say(this.profile().locale, "taskMissing"), { param: "id" });
    this.#forgetLoops();
    const loop = new TaskLoop(taskId, task.locale, this.#store.events(taskId), this.#parts());
    this.#loops.set(taskId, loop);
    return loop;
  }

  /** Logs that nobody reads and nothing is added to need not stay in memory: they are read again when somebody asks. */
  #forgetLoops(): void {
    for (const [id, loop] of this.#loops) {
      if (this.#loops.size < LOOPS_KEPT_MAX) return;
      if (loop.isAtRest && !this.#listeners.has(id)) this.#loops.delete(id);
    }
  }

  #calendar(locale: Locale, saidAt?: Date): ReturnType<typeof calendarAt> {
    return calendarAt(this.#clock.now(), this.#timeZone, locale, saidAt);
  }

  #parts(): ConstructorParameters<typeof TaskLoop>[3] {
    const { model } = this.#options;
    return {
      get model() {
        return { ...pick(model), small: model.small ?? /(?:^|[/-])mini$/i.test(model.model) };
      },
      store: this.#store, services: this.#options.services, vault: this.#vault, clock: this.#clock, logger: this.#log,
      calendar: (locale, saidAt) => this.#calendar(locale, saidAt), profile: () => this.profile(), setProfile: (profile) => void this.setProfile(profile), noteOrder: (order) => this.#noteOrder(order),
      publish: (taskId, news) => {
        this.#now.note(taskId, news);
        for (const listener of this.#listeners.get(taskId) ?? []) listener(news);
      },
    };
  }
}

/** The short-lived news of each task that still hold: nothing in here is needed to rebuild the picture. */
class UnderWay {
  readonly #status = new Map<string, TaskDelta>();
  readonly #writing = new Map<string, Extract<TaskDelta, { type: "textDelta" }>>();

  note(taskId: string, news: TaskNews): void {
    if ("event" in news) {
      if (news.event.type !== "approval" && news.event.type !== "orderChanged") this.#writing.delete(taskId);
    } else if (news.delta.type === "textDelta") {
      const before = this.#writing.get(taskId);
      const text = before?.messageId === news.delta.messageId ? before.text + news.delta.text : news.delta.text;
      this.#writing.set(taskId, { ...news.delta, text });
    } else if (news.delta.status === "idle") {
      this.#status.delete(taskId);
      this.#writing.delete(taskId);
    } else this.#status.set(taskId, news.delta);
  }

  of(taskId: string): readonly TaskDelta[] {
    return [this.#status.get(taskId), this.#writing.get(taskId)].filter((delta) => delta !== undefined);
  }
}

/** Methods may live on a prototype: they are bound, not copied. */
function pick(model: AgentOptions["model"]): Omit<AgentModel, "small"> {
  return {
    baseUrl: model.baseUrl, model: model.model, ready: (signal) => model.ready(signal),
    ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }), ...(model.fetch === undefined ? {} : { fetch: model.fetch }),
  };
}

/** Control characters mean nothing in a request; signs without a width are no words on their own. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}/gu;
const INVISIBLE = /[\s\p{Cf}\p{Mn}]/gu;

/** The first words, cut at a word. */
function titleOf(words: string): string {
  const line = words.split("\n")[0]!.trim();
  let cut = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line)) {
    width += segment.length > 1 || segment > "\u2e7f" ? 2 : 1;
    if (width > TITLE_WIDTH_MAX) break;
    cut += segment;
  }
  if (cut === line) return line;
  return `${(/[a-z]$/i.test(cut) ? cut.replace(/\s+\S*$/, "") : cut).replace(/[\s,，.。;；:：、]+$/u, "")}…`;
}
