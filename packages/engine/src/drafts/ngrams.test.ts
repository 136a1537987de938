import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NGrams } from "./ngrams.ts";

describe("guesses from the text", () => {
  test("a list that comes again is guessed on, as far as it went", () => {
    const ngrams = new NGrams();
    ngrams.push([1, 2, 3, 4, 5, 6, 1, 2]);
    expect(ngrams.guess(3).ids).toEqual([]); // two tokens are too few
    ngrams.push([3]);
    expect(ngrams.guess(2).ids).toEqual([4, 5]);
    expect(ngrams.guess(20).ids).toEqual([4, 5, 6, 1, 2, 3]);
  });

  test("the last time counts", () => {
    const ngrams = new NGrams();
    ngrams.push([7, 8, 9, 1, 7, 8, 9, 2, 7, 8, 9]);
    expect(ngrams.guess(1).ids).toEqual([2]);
  });

  test("what is guessed did follow the last three tokens, in texts of any length", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3000 }), fc.integer({ min: 1, max: 7 }), (ids, count) => {
      const ngrams = new NGrams();
      ngrams.push(ids);
      const text = ids.join(",");
      const { ids: guess, much } = ngrams.guess(count);
      if (guess.length > 0) expect(text).toContain([...ids.slice(-3), ...guess].join(","));
      const last = ids.slice(-3);
      const before = ids.findLastIndex((_, i) => i < ids.length - 3 && last.every((id, j) => id === ids[i + j]));
      // Few different tokens: no two threes share a slot here, so nothing that was there is missed.
      if (ids.length > 3 && before >= 0) expect(guess).toEqual(ids.slice(before + 3, before + 3 + count));
      else expect(guess).toEqual([]);
      expect(much).toBe(guess.length > 0 && before >= 5 && ids.slice(before - 5, before + 3).join() === ids.slice(-8).join());
    }));
  });
});
