/**
 * What a task does next, read from its log alone. The loop asks this after every event and after every restart, so a
 * process that dies between two events is continued where it stood.
 */
import type { Order } from "@wanwen/services";
import type { TaskEvent, TaskEventBody, ToolName } from "./events.ts";

export type StepStarted = Extract<TaskEventBody, { type: "stepStarted" }>;

export type Next =
  | { readonly do: "nothing" }
  | { readonly do: "runStep"; readonly step: StepStarted }
  /** `tool`: the person said which ("Not this?"). */
  | { readonly do: "askModel"; readonly tool?: ToolName }
  | { readonly do: "endTurn" };

/** `retry`: a turn that failed is run again, from the same words. */
export function nextOf(events: readonly TaskEvent[], retry = false): Next {
  const { open, failed, replied, forced, waiting } = read(events);
  if (!open) return failed && retry ? { do: "askModel" } : { do: "nothing" };
  const [step] = waiting.values();
  if (step) return { do: "runStep", step };
  if (replied) return { do: "endTurn" };
  return { do: "askModel", ...(forced ? { tool: forced } : {}) };
}

/** The steps that have begun and not ended, in the order in which they run. */
export function openSteps(events: readonly TaskEvent[]): readonly StepStarted[] {
  return [...read(events).waiting.values()];
}

/** Orders of a task that may still change, as they were last told, oldest first. */
export function runningOrders(events: readonly TaskEvent[]): readonly Order[] {
  const orders = new Map<string, Order>();
  for (const event of events) {
    const order = event.type === "orderChanged" ? event.order : event.type === "approval" ? event.approval.order : undefined;
    if (order) orders.set(order.id, order);
  }
  return [...orders.values()].filter(({ status }) => status !== "cancelled" && status !== "delivered" && status !== "completed");
}

interface Standing {
  readonly open: boolean;
  readonly failed: boolean;
  readonly replied: boolean;
  readonly forced: ToolName | undefined;
  readonly waiting: ReadonlyMap<string, StepStarted>;
}

function read(events: readonly TaskEvent[]): Standing {
  let open = false;
  let failed = false;
  let replied = false;
  let forced: ToolName | undefined;
  const waiting = new Map<string, StepStarted>();
  for (const event of events) {
    if (event.type !== "approval" && event.type !== "orderChanged") failed = event.type === "failed";
    switch (event.type) {
      case "said":
        open = true;
        replied = false;
        break;
      case "stepStarted":
        open = true;
        replied = false;
        forced = undefined;
        waiting.set(event.callId, event);
        break;
      case "stepFinished":
        waiting.delete(event.callId);
        break;
      case "stepReplaced":
        open = true;
        replied = false;
        forced = event.by;
        dropFrom(waiting, event.callId);
        break;
      case "replied":
        replied = true;
        break;
      case "turnEnded":
      case "stopped":
      case "failed":
        open = false;
        replied = false;
        forced = undefined;
        waiting.clear();
        break;
      case "taskCreated":
      case "offerChosen":
      case "approval":
      case "orderChanged":
        break;
      default:
        event satisfies never;
    }
  }
  return { open, failed, replied, forced, waiting };
}

/** A replaced step takes along the steps that were built on it. */
function dropFrom(waiting: Map<string, StepStarted>, callId: string): void {
  let found = !waiting.has(callId); // already finished: everything that waits came after it
  for (const id of waiting.keys()) {
    found ||= id === callId;
    if (found) waiting.delete(id);
  }
}

/** The step that a call began. */
export function stepOf(events: readonly TaskEvent[], callId: string): StepStarted | undefined {
  return events.find((event) => event.type === "stepStarted" && event.callId === callId) as StepStarted | undefined;
}

/** Steps since the person last spoke or corrected: the loop's bound counts these. */
export function stepsOfTurn(events: readonly TaskEvent[]): readonly StepStarted[] {
  const start = events.findLastIndex((event) => event.type === "said" || event.type === "failed" || event.type === "stepReplaced");
  return events.slice(start + 1).filter((event) => event.type === "stepStarted");
}
