import type { TaskDelta, TaskEvent } from "@wanwen/agent";
import { api, ApiError, newClientId } from "./http.ts";
import { type ServerSentEvent, sseParser } from "./sse.ts";
import { emptyView, extend, type TaskView } from "./view.ts";

export type Connection = "connecting" | "live" | "lost" | "missing";
type Status = Extract<TaskDelta, { type: "status" }>;

/** Words on their way to the server. They stand under the conversation until its log has them. */
export interface Pending {
  readonly clientId: string;
  readonly text: string;
  /** How many turns there were when it was sent: its own comes after them. */
  readonly afterTurns: number;
  readonly state: "sending" | "waiting" | "refused";
  readonly why?: string;
}

export interface TaskState {
  readonly view: TaskView;
  readonly connection: Connection;
  /** Became live after having been lost. */
  readonly reconnected: boolean;
  readonly status?: Status;
  /** The message that is being written now. Its text is in `liveText`, which changes without a redraw. */
  readonly liveMessageId?: string;
  readonly pending: readonly Pending[];
}

/** Reconnects: 0.5, 1, 2, 4 … seconds, at most 10; a person's return or the network's makes it at once. */
export const backoffMsFirst = 500;
export const backoffMsMax = 10_000;
/** The server pings every 15 s; this long without a byte means that the line is dead. */
const silenceMsMax = 40_000;
/** A page that nobody looks at gives its line up after this long: browsers have six for all tabs of an app. */
export const restMs = 60_000;
const pauseMsMax = 3_600_000;
const sendTriesMax = 8;
/** About 200 events: read and drawn in well under 50 ms. */
const pieceChars = 32_768;

/** Lets the browser draw and hear keys. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export function backoffMs(attempt: number): number {
  return Math.min(backoffMsMax, backoffMsFirst * 2 ** Math.min(attempt, 10));
}

/**
 * Follows one task: keeps the event stream open, extends the view, sends what the person says. React reads it through
 * `subscribe` and `state`.
 */
export class TaskStore {
  readonly taskId: string;
  #state: TaskState = { view: emptyView, connection: "connecting", reconnected: false, pending: [] };
  readonly #listeners = new Set<() => void>();
  readonly #textListeners = new Set<(messageId: string, piece: string) => void>();
  #liveText = "";
  #abort: AbortController | undefined;
  #wake: (() => void) | undefined;
  /** Nobody looks: the line is given up until somebody does. */
  #rests = false;

  constructor(taskId: string) {
    this.taskId = taskId;
  }

  get state(): TaskState {
    return this.#state;
  }

  get liveText(): string {
    return this.#liveText;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears each piece of text as it is written, so that a screen can append it without drawing the rest again. */
  onText(listener: (messageId: string, piece: string) => void): () => void {
    this.#textListeners.add(listener);
    return () => this.#textListeners.delete(listener);
  }

  /** Opens the stream and keeps it open. Returns the way to close it. */
  open(): () => void {
    const stopped = new AbortController();
    const wake = () => this.#wake?.();
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onVisibility = () => {
      clearTimeout(rest);
      this.#rests = false;
      if (!document.hidden) return wake();
      rest = setTimeout(() => {
        this.#rests = true;
        this.#abort?.abort();
      }, restMs);
    };
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", onVisibility);
    void this.#follow(stopped.signal);
    return () => {
      stopped.abort();
      this.#abort?.abort();
      clearTimeout(rest);
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }

  async #follow(stopped: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!stopped.aborted) {
      const ended = await this.#readStream(() => (attempt = 0));
      if (stopped.aborted) return;
      if (ended === "missing") return this.#set({ connection: "missing" });
      if (this.#rests) {
        while (this.#rests && !stopped.aborted) await this.#pause(pauseMsMax, stopped);
        continue;
      }
      this.#set({ connection: "lost" });
      await this.#pause(backoffMs(attempt++), stopped);
    }
  }

  async #readStream(onLive: () => void): Promise<"missing" | "ended"> {
    const abort = (this.#abort = new AbortController());
    let silence = setTimeout(() => abort.abort(), silenceMsMax);
    try {
      const after = this.#state.view.lastSeq;
      const response = await fetch(`/api/tasks/${encodeURIComponent(this.taskId)}/events`, {
        headers: { accept: "text/event-stream", ...(after > 0 ? { "last-event-id": String(after) } : {}) },
        signal: abort.signal,
        cache: "no-store",
      });
      if (response.status === 404) return "missing";
      if (!response.ok || response.body === null) return "ended";
      onLive();
      // What is going on now is told after the log; what was going on before may be over.
      this.#liveText = "";
      this.#set({ connection: "live", reconnected: this.#state.connection === "lost", status: undefined, liveMessageId: undefined });
      const parse = sseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return "ended";
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), silenceMsMax);
        // A long log comes as fast as it can be read. In pieces, with a breath between them, the page stays awake.
        for (let at = 0; at < value.length; at += pieceChars) {
          this.receive(parse(value.slice(at, at + pieceChars)));
          if (value.length > pieceChars / 2) await breath();
        }
      }
    } catch {
      // Cut off, refused, silent or malformed: each ends in the same place, and the log is still on the server.
      return "ended";
    } finally {
      clearTimeout(silence);
      abort.abort();
    }
  }

  #pause(ms: number, stopped: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      stopped.addEventListener("abort", this.#wake, { once: true });
    });
  }

  /** Takes what came in one piece of the stream: one redraw for all of it. */
  receive(pieces: readonly ServerSentEvent[]): void {
    const events: TaskEvent[] = [];
    let status = this.#state.status;
    let liveMessageId = this.#state.liveMessageId;
    for (const piece of pieces) {
      if (piece.event === "task") {
        const event = JSON.parse(piece.data) as TaskEvent;
        events.push(event);
        // Whatever comes next, the words that were being written are finished or were given up.
        if (event.type !== "approval" && event.type !== "orderChanged") {
          liveMessageId = undefined;
          this.#liveText = "";
        }
        if (event.type === "turnEnded" || event.type === "stopped" || event.type === "failed") status = undefined;
      } else if (piece.event === "delta") {
        const delta = JSON.parse(piece.data) as TaskDelta;
        if (delta.type === "status" && delta.status === "idle") {
          status = undefined;
          liveMessageId = undefined;
          this.#liveText = "";
        } else if (delta.type === "status") status = delta;
        else {
          if (delta.messageId !== liveMessageId) {
            liveMessageId = delta.messageId;
            this.#liveText = "";
          }
          this.#liveText += delta.text;
          for (const listener of this.#textListeners) listener(delta.messageId, delta.text);
        }
      }
    }
    const view = extend(this.#state.view, events);
    const pending = this.#state.pending.filter((each) => !saidSince(view, each));
    if (view !== this.#state.view || status !== this.#state.status || liveMessageId !== this.#state.liveMessageId) {
      this.#set({ view, status, liveMessageId, pending: pending.length === this.#state.pending.length ? this.#state.pending : pending });
    }
  }

  /** Says something. It is sent until it arrives; the id makes sure that it counts once. */
  say(text: string): void {
    const pending: Pending = { clientId: newClientId(), text, afterTurns: this.#state.view.turns.length, state: "sending" };
    this.#set({ pending: [...this.#state.pending, pending] });
    void this.#send(pending);
  }

  sendAgain(clientId: string): void {
    const pending = this.#state.pending.find((each) => each.clientId === clientId);
    if (pending === undefined || pending.state === "sending") return;
    this.#replacePending(clientId, { ...pending, state: "sending" });
    void this.#send(pending);
  }

  forget(clientId: string): void {
    this.#replacePending(clientId, undefined);
  }

  async #send(pending: Pending): Promise<void> {
    for (let attempt = 0; attempt < sendTriesMax; attempt++) {
      try {
        await api.say(this.taskId, pending.text, pending.clientId);
        return this.#replacePending(pending.clientId, undefined);
      } catch (error) {
        if (error instanceof ApiError && error.status < 500) {
          return this.#replacePending(pending.clientId, { ...pending, state: "refused", why: error.message });
        }
        this.#replacePending(pending.clientId, { ...pending, state: "waiting" });
        await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt)));
        if (!this.#state.pending.some((each) => each.clientId === pending.clientId)) return;
      }
    }
    this.#replacePending(pending.clientId, { ...pending, state: "refused" });
  }

  #replacePending(clientId: string, next: Pending | undefined): void {
    this.#set({ pending: this.#state.pending.flatMap((each) => (each.clientId !== clientId ? [each] : next === undefined ? [] : [next])) });
  }

  #set(change: { [K in keyof TaskState]?: TaskState[K] | undefined }): void {
    this.#state = { ...this.#state, ...change } as TaskState;
    for (const listener of this.#listeners) listener();
  }
}

function saidSince(view: TaskView, pending: Pending): boolean {
  return view.turns.slice(pending.afterTurns).some((turn) => turn.said?.text === pending.text);
}
