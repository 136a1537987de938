import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ServerSentEvent, sseParser } from "./sse.ts";

describe("server-sent events", () => {
  test("id, name and data are read, and a missing name is “message”", () => {
    const parse = sseParser();
    expect(parse('id: 7\nevent: task\ndata: {"seq":7}\n\ndata: x\n\n')).toEqual([
      { id: "7", event: "task", data: '{"seq":7}' },
      { event: "message", data: "x" },
    ]);
  });

  test("several data lines are one text, a comment is heard and carries nothing", () => {
    const parse = sseParser();
    expect(parse(": ping\n\ndata: a\ndata: b\n\n")).toEqual([
      { event: "", data: "" },
      { event: "message", data: "a\nb" },
    ]);
  });

  test("an event that is not finished waits for the rest", () => {
    const parse = sseParser();
    expect(parse("data: 珍珠")).toEqual([]);
    expect(parse("奶茶\n")).toEqual([]);
    expect(parse("\n")).toEqual([{ event: "message", data: "珍珠奶茶" }]);
  });

  test("wherever the text is cut, and with any line end, the events are the same", () => {
    const text = 'id: 1\nevent: task\ndata: {"a":"b: c"}\n\n: ping\n\nevent: delta\ndata: x\ndata:\ndata: y\n\n';
    const whole = sseParser()(text);
    expect(whole).toHaveLength(3);
    fc.assert(
      fc.property(fc.constantFrom("\n", "\r\n", "\r"), fc.array(fc.nat(text.length * 2), { maxLength: 8 }), (end, cuts) => {
        const bytes = text.replaceAll("\n", end);
        const parse = sseParser();
        const events: ServerSentEvent[] = [];
        let from = 0;
        for (const to of [...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]) {
          events.push(...parse(bytes.slice(from, to)));
          from = to;
        }
        // A lone CR at the very end may be half of a CRLF: the event comes with the next byte.
        events.push(...parse(": \n"));
        expect(events.slice(0, 3)).toEqual(whole);
      }),
    );
  });

  test("a line without an end is refused", () => {
    const parse = sseParser();
    const flood = () => {
      for (let i = 0; i < 10; i++) parse("x".repeat(1_000_000));
    };
    expect(flood).toThrow(RangeError);
  });
});
