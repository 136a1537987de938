import { expect, test } from "vitest";
import { Random } from "./random.ts";
import { Utf8Stream } from "./utf8.ts";

test("pieces of any bytes join to what the whole decodes to, and never end inside a character", () => {
  const random = new Random(3);
  const good = new TextEncoder().encode("\ufeff你好👩‍👩‍👧 é\u0000z");
  for (let round = 0; round < 500; round++) {
    const bytes = Uint8Array.from({ length: 24 }, () => (random.next() < 0.7 ? good[Math.floor(random.next() * good.length)]! : random.bits() & 255));
    const stream = new Utf8Stream();
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + Math.floor(random.next() * 3);
      const piece = stream.push(bytes.slice(at, at + length));
      expect(piece.isWellFormed()).toBe(true);
      text += piece;
      at += length;
    }
    expect(text + stream.end()).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
});
