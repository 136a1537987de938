import type { TaskDelta, TaskEvent } from "@wanwen/agent";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { restMs, TaskStore } from "./task-store.ts";

/** A page without a screen: what the store needs of a browser, and a server whose streams the test writes. */
class Page extends EventTarget {
  hidden = false;
  readonly streams: { after: string | undefined; open: boolean; write(text: string): void }[] = [];

  look(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event("visibilitychange"));
  }

  fetch = async (_path: string, init: { headers: Record<string, string>; signal: AbortSignal }): Promise<Response> => {
    let stream: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
    const entry = { after: init.headers["last-event-id"], open: true, write: (text: string) => stream.enqueue(new TextEncoder().encode(text)) };
    const ping = setInterval(() => entry.write(": ping\n\n"), 15_000);
    init.signal.addEventListener("abort", () => {
      clearInterval(ping);
      if (entry.open) stream.error(init.signal.reason);
      entry.open = false;
    });
    this.streams.push(entry);
    return new Response(body);
  };
}

const event = (body: TaskEvent): string => `id: ${body.seq}\nevent: task\ndata: ${JSON.stringify(body)}\n\n`;
const delta = (body: TaskDelta): string => `event: delta\ndata: ${JSON.stringify(body)}\n\n`;
const at = "2026-12-01T10:00:00.000Z";

let page: Page;
let store: TaskStore;
let close: () => void;
const moment = () => vi.advanceTimersByTimeAsync(5);
beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  vi.stubGlobal("document", page);
  vi.stubGlobal("fetch", page.fetch);
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  store = new TaskStore("t1");
  close = store.open();
});
afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the line to a task", () => {
  test("is given up when nobody looks for a minute, and taken up where it was left", async () => {
    await moment();
    page.streams[0]!.write(event({ seq: 1, at, type: "taskCreated", taskId: "t1", locale: "zh", title: "奶茶" }) + event({ seq: 2, at, type: "said", messageId: "m", text: "奶茶" }));
    await moment();
    page.look(true);
    await vi.advanceTimersByTimeAsync(restMs - 1000);
    expect(page.streams[0]!.open).toBe(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(page.streams[0]!.open).toBe(false);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(page.streams).toHaveLength(1);
    expect(store.state.connection).toBe("live");
    page.look(false);
    await moment();
    expect(page.streams.map((stream) => stream.after)).toEqual([undefined, "2"]);
    expect(store.state).toMatchObject({ connection: "live", reconnected: false });
  });

  test("is kept when somebody looks away for a moment", async () => {
    await moment();
    page.look(true);
    await vi.advanceTimersByTimeAsync(restMs / 2);
    page.look(false);
    await vi.advanceTimersByTimeAsync(restMs / 2 + 1000);
    expect(page.streams.map((stream) => stream.open).filter(Boolean)).toHaveLength(1);
  });

  test("drops words that were given up: something else was said, tapped or corrected while they came", async () => {
    const given: TaskEvent[] = [
      { seq: 2, at, type: "said", messageId: "n", text: "no" }, { seq: 2, at, type: "stepReplaced", callId: "c", by: "search_deals" },
      { seq: 2, at, type: "stepStarted", callId: "c", tool: "place_order", arguments: {}, facts: [], origin: "choice" },
    ];
    for (const news of [...given.map(event), delta({ type: "status", status: "idle" })]) {
      close();
      store = new TaskStore("t1");
      close = store.open();
      await moment();
      const stream = page.streams.at(-1)!;
      stream.write(event({ seq: 1, at, type: "said", messageId: "m", text: "hi" }) + delta({ type: "textDelta", messageId: "r", text: "Hel" }));
      await moment();
      expect(store.state.liveMessageId).toBe("r");
      stream.write(news);
      await moment();
      expect([news, store.liveText, store.state.liveMessageId]).toEqual([news, "", undefined]);
    }
  });

  test("when it comes back, tells the words so far once, and nothing that is over", async () => {
    await moment();
    page.streams[0]!.write(event({ seq: 1, at, type: "said", messageId: "m", text: "hi" }) + delta({ type: "status", status: "writing" }) + delta({ type: "textDelta", messageId: "r", text: "Hel" }));
    await moment();
    expect([store.liveText, store.state.status?.status, store.state.liveMessageId]).toEqual(["Hel", "writing", "r"]);
    page.look(true);
    await vi.advanceTimersByTimeAsync(restMs + 10);
    page.look(false);
    await moment();
    expect([store.liveText, store.state.status, store.state.liveMessageId]).toEqual(["", undefined, undefined]);
    page.streams[1]!.write(delta({ type: "textDelta", messageId: "r", text: "Hello" }));
    await moment();
    expect([store.liveText, store.state.liveMessageId]).toEqual(["Hello", "r"]);
  });
});
