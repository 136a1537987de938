import { describe, expect, test } from "vitest";
import { GUESSES_MAX, Luck, Pace } from "./pace.ts";

/** A computer on which a pass over 1, 2, … rows takes so long. */
function paceOf(...ms: number[]): Pace {
  const pace = new Pace();
  for (const [i, each] of ms.entries()) pace.timed(i + 1, each);
  return pace;
}

describe("how many guesses pay", () => {
  test("as many as can be where rows cost nothing, none where each costs as much as a pass", () => {
    expect(paceOf(10, 10, 10, 10).best(0.8, 0)).toBe(GUESSES_MAX);
    expect(paceOf(10, 20, 30, 40).best(0.99, 0)).toBe(0);
  });

  test("none when guesses are mostly wrong, or when guessing itself takes too long", () => {
    const pace = paceOf(10, 12, 14, 16);
    expect(pace.best(0.9, 0.5)).toBeGreaterThan(0);
    expect(pace.best(0.1, 0.5)).toBe(0);
    expect(pace.best(0.9, 20)).toBe(0);
  });

  test("none before the first pass has been measured", () => {
    expect(new Pace().best(1)).toBe(0);
  });

  test("a reply whose guesses fail stops guessing, and tries again now and then", () => {
    const pace = paceOf(10, 12, 14, 16);
    const luck = new Luck();
    const counts: number[] = [];
    for (let pass = 0; pass < 300; pass++) {
      const count = luck.count(pace, 0.5);
      counts.push(count);
      if (count > 0) luck.saw(count, 0);
    }
    const drafted = counts.reduce((sum, count) => sum + count, 0);
    expect(counts[0]).toBeGreaterThan(0);
    expect(drafted).toBeLessThan(30);
    expect(counts.slice(-100).filter((count) => count > 0).length).toBeGreaterThan(0);
    expect(luck).toMatchObject({ drafted, accepted: 0 });
  });

  test("a reply whose guesses come true guesses more", () => {
    const pace = paceOf(10, 11, 12, 13);
    const luck = new Luck();
    for (let pass = 0; pass < 50; pass++) luck.saw(1, 1);
    expect(luck.count(pace, 0.5)).toBe(GUESSES_MAX);
    expect(luck).toMatchObject({ drafted: 50, accepted: 50 });
  });
});
