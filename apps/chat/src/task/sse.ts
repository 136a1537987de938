/** One server-sent event. Comments come as `{ event: "", data: "" }`, so that a watchdog hears them. */
export interface ServerSentEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: string;
}

/** Longest line that is kept; a server that sends more than this without an end is not ours. */
const lineCharsMax = 4_000_000;

/**
 * Splits a stream of text into events, however the pieces are cut. Give it each piece as it arrives.
 * Source: WHATWG HTML, 9.2.6 "Interpreting an event stream".
 */
export function sseParser(): (piece: string) => readonly ServerSentEvent[] {
  let rest = "";
  let id: string | undefined;
  let event = "";
  let data: string[] = [];
  return (piece) => {
    rest += piece;
    const events: ServerSentEvent[] = [];
    for (;;) {
      const end = rest.search(/\r\n|\n|\r(?!$)/);
      if (end < 0) break;
      const line = rest.slice(0, end);
      rest = rest.slice(end + (rest.startsWith("\r\n", end) ? 2 : 1));
      if (line === "") {
        if (data.length > 0) events.push({ ...(id === undefined ? {} : { id }), event: event || "message", data: data.join("\n") });
        id = undefined;
        event = "";
        data = [];
        continue;
      }
      if (line.startsWith(":")) {
        events.push({ event: "", data: "" });
        continue;
      }
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
      if (field === "id") id = value;
      else if (field === "event") event = value;
      else if (field === "data") data.push(value);
    }
    if (rest.length > lineCharsMax) throw new RangeError(`an event line is longer than ${lineCharsMax} characters`);
    return events;
  };
}
