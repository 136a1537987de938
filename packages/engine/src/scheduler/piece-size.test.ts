import { describe, expect, test } from "vitest";
import { PieceSize } from "./piece-size.ts";

describe("the size of a piece", () => {
  test("is the largest while nobody writes", () => {
    const size = new PieceSize(256);
    expect(size.tokens(0)).toBe(256);
    size.timed(256, 2560);
    expect(size.tokens(0)).toBe(256);
  });

  test("keeps the pause of those who write under 120 ms, in multiples of four", () => {
    const size = new PieceSize(256);
    expect(size.tokens(1)).toBe(16); // before anything was measured
    size.timed(64, 640); // 10 ms a row
    expect([size.tokens(1), size.tokens(3), size.tokens(11), size.tokens(100)]).toEqual([8, 8, 4, 4]);
    for (let each = 0; each < 20; each++) size.timed(60, 60); // 1 ms a row
    expect(size.tokens(4)).toBeGreaterThan(100);
    expect(size.tokens(4) % 4).toBe(0);
  });

  test("never falls below four, and never passes the largest", () => {
    const size = new PieceSize(32);
    size.timed(8, 8000);
    expect(size.tokens(1)).toBe(4);
    for (let each = 0; each < 60; each++) size.timed(32, 0.1);
    expect(size.tokens(1)).toBe(32);
  });
});
