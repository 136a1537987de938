import type { StepFact, StepResult, TaskEvent, TaskOffer, ToolName } from "@wanwen/agent";
import type { Approval, ApprovalState } from "@wanwen/approvals";
import type { Locale, Order, ShopKind } from "@wanwen/services";

/** One call of a tool, as far as it has come. */
export interface StepView {
  readonly callId: string;
  readonly tool: ToolName;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly facts: readonly StepFact[];
  readonly origin: "model" | "correction" | "choice";
  readonly result?: StepResult;
  readonly modelText?: string;
  /** "Not this?": the service that took its place. */
  readonly replacedBy?: ToolName;
  /** The offer that it is about, when its arguments name one of this task. */
  readonly offerName?: string;
  readonly offerKind?: ShopKind;
  /** How its card stands, when it asks for one. */
  readonly card?: ApprovalState;
  /** Of its offers, the one that is suggested or was tapped. */
  readonly chosenId?: string;
}

export type Item =
  | { readonly kind: "reply"; readonly messageId: string; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: "step"; readonly step: StepView }
  | { readonly kind: "approval"; readonly approval: Approval }
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "stopped"; readonly by: "person" | "limit" }
  | { readonly kind: "failed"; readonly code: string; readonly message: string; readonly canRetry: boolean };

/** What the person said and all that came of it, until they speak again. */
export interface Turn {
  readonly key: string;
  readonly said?: { readonly messageId: string; readonly text: string };
  readonly items: readonly Item[];
  /** Nothing more happens until the person speaks or answers. */
  readonly ended: boolean;
}

/** The picture of a task. A screen draws this and nothing else; the same events always give the same picture. */
export interface TaskView {
  readonly taskId: string;
  readonly title: string;
  readonly locale: Locale | undefined;
  readonly turns: readonly Turn[];
  /** Sequence number of the newest event in it; 0 when empty. */
  readonly lastSeq: number;
}

export const emptyView: TaskView = { taskId: "", title: "", locale: undefined, turns: [], lastSeq: 0 };

export function project(events: readonly TaskEvent[]): TaskView {
  return extend(emptyView, events);
}

/**
 * The view after more events. Events that it already holds are skipped, so a reconnect may send too much. Turns that did
 * not change stay the same objects: a screen redraws only the turn where something happened.
 */
export function extend(view: TaskView, events: readonly TaskEvent[]): TaskView {
  const news = events.filter((event) => event.seq > view.lastSeq);
  if (news.length === 0) return view;
  const draft: Draft = { taskId: view.taskId, title: view.title, locale: view.locale, turns: [...view.turns], lastSeq: view.lastSeq };
  for (const event of news) {
    if (event.seq <= draft.lastSeq) continue;
    take(draft, event);
    draft.lastSeq = event.seq;
  }
  return draft;
}

interface Draft extends TaskView {
  taskId: string;
  title: string;
  locale: Locale | undefined;
  turns: Turn[];
  lastSeq: number;
}

function take(draft: Draft, event: TaskEvent): void {
  switch (event.type) {
    case "taskCreated":
      draft.taskId = event.taskId;
      draft.title = event.title;
      draft.locale = event.locale;
      return;
    case "said":
      closeLast(draft);
      draft.turns.push({ key: event.messageId, said: { messageId: event.messageId, text: event.text }, items: [], ended: false });
      return;
    case "replied":
      return append(draft, { kind: "reply", messageId: event.messageId, text: event.text, choices: event.choices ?? [] });
    case "stepStarted":
      return append(draft, {
        kind: "step",
        step: { callId: event.callId, tool: event.tool, arguments: event.arguments, facts: event.facts, origin: event.origin, ...namedOffer(draft, event.arguments) },
      });
    case "stepFinished":
      return changeStep(draft, event.callId, (step) => ({
        ...step,
        result: event.result,
        modelText: event.modelText,
        ...suggested(step, event.result),
      }));
    case "stepReplaced":
      return replaceStep(draft, event.callId, event.by);
    case "offerChosen":
      change(draft, (item) =>
        item.kind === "step" && offersOf(item.step).some((offer) => offer.id === event.offerId)
          ? { ...item, step: { ...item.step, chosenId: event.offerId } }
          : undefined,
      );
      return;
    case "approval":
      return takeApproval(draft, event.approval);
    case "orderChanged":
      return takeOrder(draft, event.order);
    case "stopped":
      append(draft, { kind: "stopped", by: event.by });
      return closeLast(draft);
    case "failed":
      append(draft, { kind: "failed", code: event.code, message: event.message, canRetry: event.canRetry });
      return closeLast(draft);
    case "turnEnded":
      return closeLast(draft);
    default:
      // An event of a newer server: what we do not know we do not draw.
      event satisfies never;
  }
}

function namedOffer(draft: Draft, args: StepView["arguments"]): Pick<StepView, "offerName" | "offerKind"> {
  const id = args["offer_id"];
  const offer = id === undefined ? undefined : newest(draft, (item) => (item.kind === "step" ? offersOf(item.step).find((each) => each.id === id) : undefined));
  return offer === undefined ? {} : { offerName: offer.name, offerKind: offer.kind };
}

function suggested(step: StepView, result: StepResult): { chosenId?: string } {
  const why = result.kind === "offers" ? result.offers.find((offer) => offer.why !== undefined) : undefined;
  return why === undefined || step.chosenId !== undefined ? {} : { chosenId: why.id };
}

function takeApproval(draft: Draft, approval: Approval): void {
  const known = change(draft, (item) => (item.kind === "approval" && item.approval.id === approval.id ? { kind: "approval", approval } : undefined));
  if (!known) append(draft, { kind: "approval", approval }, false);
  // A card that a newer one took the place of says nothing about the step any more.
  if (approval.supersededBy === undefined) changeStep(draft, approval.callId, (step) => ({ ...step, card: approval.state }));
  if (approval.state === "ordered" && approval.order !== undefined) takeOrder(draft, approval.order);
}

function takeOrder(draft: Draft, order: Order): void {
  const known = change(draft, (item) => (item.kind === "order" && item.order.id === order.id ? { kind: "order", order } : undefined));
  if (!known) append(draft, { kind: "order", order }, false);
}

function changeStep(draft: Draft, callId: string, next: (step: StepView) => StepView): void {
  change(draft, (item) => (item.kind === "step" && item.step.callId === callId ? { kind: "step", step: next(item.step) } : undefined));
}

/** The step stays, struck out; what the assistant said because of it is out of the conversation, and so is its question. */
function replaceStep(draft: Draft, callId: string, by: ToolName): void {
  changeStep(draft, callId, (step) => ({ ...step, replacedBy: by }));
  const isIt = (item: Item) => item.kind === "step" && item.step.callId === callId;
  const t = draft.turns.findLastIndex((turn) => turn.items.some(isIt));
  const turn = draft.turns[t];
  if (turn === undefined) return;
  const at = turn.items.findIndex(isIt);
  draft.turns[t] = { ...turn, items: turn.items.filter((item, i) => i <= at || item.kind !== "reply") };
}

/** Changes the newest item that `next` has an answer for. Looks from the end: that is where things happen. */
function change(draft: Draft, next: (item: Item) => Item | undefined): boolean {
  for (let t = draft.turns.length - 1; t >= 0; t--) {
    const turn = draft.turns[t]!;
    for (let i = turn.items.length - 1; i >= 0; i--) {
      const changed = next(turn.items[i]!);
      if (changed === undefined) continue;
      draft.turns[t] = { ...turn, items: turn.items.with(i, changed) };
      return true;
    }
  }
  return false;
}

/** Adds to the last turn, and reopens it when more work came (a retry, a correction, another choice). */
function append(draft: Draft, item: Item, reopens = true): void {
  const last = draft.turns.at(-1);
  if (last === undefined) draft.turns.push({ key: `before-${draft.lastSeq}`, items: [item], ended: !reopens });
  else draft.turns[draft.turns.length - 1] = { ...last, items: [...last.items, item], ended: last.ended && !reopens };
}

function closeLast(draft: Draft): void {
  const last = draft.turns.at(-1);
  if (last !== undefined && !last.ended) draft.turns[draft.turns.length - 1] = { ...last, ended: true };
}

/** At most five, best first, whatever the server sent. */
export const offersShownMax = 5;

export function offersOf(step: StepView): readonly TaskOffer[] {
  return step.result?.kind === "offers" ? step.result.offers.slice(0, offersShownMax) : [];
}

/** The card that waits for an answer, if any. */
export function waitingApproval(view: TaskView): Approval | undefined {
  return newest(view, (item) => (item.kind === "approval" && item.approval.state === "waiting" ? item.approval : undefined));
}

export function newestOrder(view: TaskView): Order | undefined {
  return newest(view, (item) => (item.kind === "order" ? item.order : undefined));
}

/** A card whose answer is awaited, or whose yes is on its way: the shop has the word, not the assistant. */
export function openApproval(view: TaskView): Approval | undefined {
  return newest(view, (item) => (item.kind === "approval" && openStates.has(item.approval.state) ? item.approval : undefined));
}

const openStates: ReadonlySet<ApprovalState> = new Set(["waiting", "approved", "paying", "unknown"]);

/** The id of the offer that a card is about, when it came from a list of this task. */
export function offerIdOf(view: TaskView, approval: Approval): string | undefined {
  return newest(view, (item) =>
    item.kind === "step" ? offersOf(item.step).find((offer) => offer.ref === approval.checkout.offerRef && offer.kind === approval.checkout.kind)?.id : undefined,
  );
}

/** Something is running that *Stop* would stop. A card that waits for the person, or for the shop, is not. */
export function isWorking(view: TaskView): boolean {
  const last = view.turns.at(-1);
  return last !== undefined && !last.ended && openApproval(view) === undefined;
}

function newest<T>(view: TaskView, pick: (item: Item) => T | undefined): T | undefined {
  for (let t = view.turns.length - 1; t >= 0; t--) {
    const items = view.turns[t]!.items;
    for (let i = items.length - 1; i >= 0; i--) {
      const found = pick(items[i]!);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
