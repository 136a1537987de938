import { describe, expect, test } from "vitest";
import { route } from "./experts.ts";

const chances = (...p: number[]) => p.map(Math.log);

describe("routing", () => {
  test("the likeliest experts of each token share it, and visits are sorted by expert", () => {
    const scores = Float32Array.from([...chances(0.1, 0.6, 0.2, 0.1), ...chances(0.5, 0.2, 0.2, 0.1)]);
    const visits = route(scores, 2, 2, true);
    expect(visits.map(({ expert, token }) => [expert, token])).toEqual([[0, 1], [1, 0], [1, 1], [2, 0]]);
    expect(visits.map(({ share }) => share)).toEqual([5 / 7, 0.75, 2 / 7, 0.25].map((share) => expect.closeTo(share, 6)));
  });

  test("shares are of all experts where the model wants it so", () => {
    const shares = route(Float32Array.from(chances(0.1, 0.6, 0.2, 0.1)), 1, 2, false).map(({ share }) => share);
    expect(shares).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.2, 6)]);
  });

  test("scores that are no numbers still choose as many experts", () => {
    expect(route(Float32Array.of(NaN, NaN, 1, NaN), 1, 3, true).map(({ expert }) => expert)).toHaveLength(3);
    expect(new Set(route(new Float32Array(6).fill(-Infinity), 2, 3, true).map(({ expert }) => expert))).toEqual(new Set([0, 1, 2]));
  });
});
