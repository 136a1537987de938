import { describe, expect, test } from "vitest";
import { PieceSize } from "./piece-size.ts";

describe("the size of a piece", () => {
  test("is the largest while nobody writes", () => {
    const size = new PieceSize(256);
    expect(size.tokens(0)).toBe(256);
    size.timed(0, 256, 2560);
    expect(size.tokens(0)).toBe(256);
  });

  test("keeps the pause of those who write under 130 ms, in multiples of four", () => {
    const size = new PieceSize(256);
    expect(size.tokens(1)).toBe(16); // before anything was measured
    size.timed(0, 64, 640); // 10 ms a row
    expect(size.tokens(1)).toBe(12);
    size.timed(1, 0, 30);
    expect([size.tokens(1), size.tokens(2)]).toEqual([8, 4]); // 100 and 70 ms are left
    for (let each = 0; each < 20; each++) size.timed(0, 60, 60); // 1 ms a row
    expect(size.tokens(1)).toBeGreaterThan(90);
    expect(size.tokens(1) % 4).toBe(0);
  });

  test("gives prompts a third of the time where many write", () => {
    const size = new PieceSize(256);
    size.timed(0, 256, 1024); // 4 ms a row
    size.timed(16, 0, 160);
    expect(size.tokens(16)).toBe(20); // 80 ms
    size.timed(16, 8, 192); // 160 of them for the replies
    expect(size.tokens(16)).toBe(20);
  });

  test("never falls below four, and never passes the largest", () => {
    const size = new PieceSize(32);
    size.timed(0, 8, 8000);
    expect(size.tokens(1)).toBe(4);
    for (let each = 0; each < 60; each++) size.timed(0, 32, 0.1);
    expect(size.tokens(1)).toBe(32);
  });
});
