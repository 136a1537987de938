/**
 * Server-sent events, both ways.
 *
 * Exports `encodeSse`, `encodeComment`, `SseDecoder` (feed bytes, get events, wherever the bytes were cut) and `decodeSse`
 * (a response body as an async iterable). Source: the HTML standard, section 9.2 (event stream interpretation).
 */
import { LimitError } from "@wanwen/core";

export interface SseEvent {
  readonly id?: string;
  /** "message" when the stream names none. */
  readonly event: string;
  readonly data: string;
}

/** One event as text, with the empty line that ends it. Line breaks in `data` become several data lines. */
export function encodeSse(event: { readonly id?: string | number; readonly event?: string; readonly data: string }): string {
  const head = (event.id === undefined ? "" : `id: ${event.id}\n`) + (event.event === undefined ? "" : `event: ${event.event}\n`);
  return `${head}${event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join("")}\n`;
}

/** A line that clients skip; keeps connections open. */
export function encodeComment(text: string): string {
  return `: ${text.replace(/[\r\n]+/g, " ")}\n\n`;
}

/** Characters that one line, or the data of one event, may have. */
export const SSE_CHARS_MAX = 1 << 20;

/** Incremental decoder: the same events come out wherever the bytes are split. */
export class SseDecoder {
  readonly #utf8 = new TextDecoder("utf-8"); // swallows one leading byte order mark, as the standard says
  readonly #charsMax: number;
  #rest = "";
  #data: string[] = [];
  #dataChars = 0;
  #event = "";
  #id: string | undefined;

  constructor(options: { readonly charsMax?: number } = {}) {
    this.#charsMax = options.charsMax ?? SSE_CHARS_MAX;
  }

  /** @throws LimitError when a line or an event is longer than `charsMax`. */
  push(bytes: Uint8Array): SseEvent[] {
    return this.#lines(this.#utf8.decode(bytes, { stream: true }));
  }

  #lines(text: string): SseEvent[] {
    const events: SseEvent[] = [];
    const all = this.#rest + text;
    let start = 0;
    for (let at = all.length === text.length ? 0 : Math.max(0, all.length - text.length - 1); at < all.length; at++) {
      const char = all.charCodeAt(at);
      if (char !== 10 && char !== 13) continue;
      if (char === 13 && at + 1 === all.length) break; // "\r" may be the first half of "\r\n"
      this.#line(all.slice(start, at), events);
      if (char === 13 && all.charCodeAt(at + 1) === 10) at++;
      start = at + 1;
    }
    this.#rest = all.slice(start);
    if (this.#rest.length > this.#charsMax) throw new LimitError(`event stream: a line is longer than ${this.#charsMax} characters`);
    return events;
  }

  #line(line: string, events: SseEvent[]): void {
    if (line.length > this.#charsMax) throw new LimitError(`event stream: a line is longer than ${this.#charsMax} characters`);
    if (line === "") return this.#dispatch(events);
    if (line.startsWith(":")) return;
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "data") {
      this.#dataChars += value.length;
      if (this.#dataChars > this.#charsMax) throw new LimitError(`event stream: an event is longer than ${this.#charsMax} characters`);
      this.#data.push(value);
    } else if (field === "event") this.#event = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
  }

  #dispatch(events: SseEvent[]): void {
    if (this.#data.length > 0) {
      events.push({ ...(this.#id === undefined ? {} : { id: this.#id }), event: this.#event || "message", data: this.#data.join("\n") });
    }
    this.#data = [];
    this.#dataChars = 0;
    this.#event = "";
  }
}

/** The events of a body. Stopping early releases the connection. */
export async function* decodeSse(body: ReadableStream<Uint8Array>, options: { readonly charsMax?: number } = {}): AsyncGenerator<SseEvent> {
  const decoder = new SseDecoder(options);
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* decoder.push(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined); // The other side may already be gone: nothing is left to release.
  }
}
