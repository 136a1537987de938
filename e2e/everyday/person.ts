import type { Approval } from "../../packages/approvals/src/types.ts";
import type { TaskEvent, ToolName } from "../../packages/agent/src/events.ts";
import type { Locale } from "../../packages/services/src/types.ts";

/** After the turn has ended: events may still come, for instance a card that was paid while the turn ended. */
const SETTLE_MS = 400;
const TASK_MS_MAX = 180_000;

export interface Told {
  readonly taskId: string;
  readonly events: readonly TaskEvent[];
  /** Offers were listed without a card, and the first was tapped. */
  readonly tapped: boolean;
  readonly ms: number;
}

/** A person in front of the app: says one sentence, reads along, answers the cards. Speaks docs/http.md and nothing else. */
export class Person {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url.replace(/\/$/, "");
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#ask("GET", path)) as T;
  }

  /** Says `text` in a new task and stays until the turn is over. `approves`: presses yes on cards, else no. */
  async says(text: string, locale: Locale, approves: boolean): Promise<Told> {
    const started = Date.now();
    const { taskId } = (await this.#ask("POST", "/api/tasks", { text, locale, clientId: crypto.randomUUID() })) as { taskId: string };
    let events = await this.#listen(taskId, [], approves);
    const tapped = approves && !events.some((event) => event.type === "approval");
    const first = tapped ? firstOffer(events) : undefined;
    if (first) {
      await this.#ask("POST", `/api/tasks/${taskId}/choose`, { offerId: first });
      events = await this.#listen(taskId, events, approves);
    }
    return { taskId, events, tapped: first !== undefined, ms: Date.now() - started };
  }

  /** Reads the task's events from where `before` ends until nothing more happens. */
  async #listen(taskId: string, before: readonly TaskEvent[], approves: boolean): Promise<readonly TaskEvent[]> {
    const events = [...before];
    const answered = new Set<string>();
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), TASK_MS_MAX);
    let settled: NodeJS.Timeout | undefined;
    try {
      const stream = await fetch(`${this.#url}/api/tasks/${taskId}/events?after=${before.at(-1)?.seq ?? 0}`, { signal: stop.signal });
      for await (const event of taskEvents(stream.body!)) {
        clearTimeout(settled);
        events.push(event);
        const card = event.type === "approval" ? event.approval : undefined;
        if (card?.state === "waiting" && !answered.has(card.id)) {
          answered.add(card.id);
          await this.#answer(card, approves);
        }
        if (event.type === "turnEnded" && !cards(events).some(isOpen)) settled = setTimeout(() => stop.abort(), SETTLE_MS);
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      clearTimeout(limit);
      clearTimeout(settled);
    }
    return events;
  }

  async #answer(card: Approval, approves: boolean): Promise<void> {
    await this.#ask("POST", `/api/approvals/${card.id}`, approves ? { decision: "approve", termsHash: card.termsHash } : { decision: "decline" });
  }

  async #ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#url + path, { method, headers: { "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  }
}

/** The last state of each card, oldest first. */
export function cards(events: readonly TaskEvent[]): readonly Approval[] {
  const byId = new Map<string, Approval>();
  for (const event of events) if (event.type === "approval") byId.set(event.approval.id, event.approval);
  return [...byId.values()];
}

/** Steps that still count: those that were not replaced, with what they gave. */
export function steps(events: readonly TaskEvent[]): readonly { tool: ToolName; arguments: Readonly<Record<string, unknown>>; result: Record<string, unknown> | undefined; modelText: string }[] {
  return events.flatMap((event) => {
    if (event.type !== "stepStarted") return [];
    const end = events.find((each) => each.type === "stepFinished" && each.callId === event.callId);
    return [{ tool: event.tool, arguments: event.arguments, result: end?.type === "stepFinished" ? { ...end.result } : undefined, modelText: end?.type === "stepFinished" ? end.modelText : "" }];
  });
}

const isOpen = (card: Approval): boolean => ["waiting", "approved", "paying", "unknown"].includes(card.state);

function firstOffer(events: readonly TaskEvent[]): string | undefined {
  for (const event of events.toReversed()) {
    if (event.type === "stepFinished" && event.result.kind === "offers") return event.result.offers[0]?.id;
  }
  return undefined;
}

/** The logged events of a server-sent stream; deltas and pings are left out. */
async function* taskEvents(body: ReadableStream<Uint8Array>): AsyncIterable<TaskEvent> {
  let text = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)) {
    text += piece.replaceAll("\r\n", "\n");
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const lines = block.split("\n");
      if (!lines.includes("event: task")) continue;
      yield JSON.parse(lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n")) as TaskEvent;
    }
  }
}
