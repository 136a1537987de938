import { describe, expect, test } from "vitest";
import { GUESSES_MAX, type Luck, Pace } from "./pace.ts";

/** A computer on which a pass over 1, 2, … rows takes so long, and a guess of the draft layer. */
class Computer {
  readonly pace = new Pace();
  readonly #ms: readonly number[];
  readonly #guessMs: number;
  spentMs = 0;
  tokens = 0;

  constructor(ms: readonly number[], guessMs = 0) {
    this.#ms = ms;
    this.#guessMs = guessMs;
  }

  /** A pass that checks so many guesses, of which so many are right. */
  pass(guesses: number, right: number, slower = 1): void {
    const ms = slower * this.#ms[guesses]!;
    if (guesses > 0 && this.#guessMs > 0) this.pace.guessed(guesses, slower * guesses * this.#guessMs);
    this.pace.passed({ replies: 1, rows: 1 + guesses, tokens: 1 + right, ms });
    this.spentMs += ms + slower * guesses * this.#guessMs;
    this.tokens += 1 + right;
  }

  /** Writes on as the pace says; guess after guess is right when `isRight` says so. Tokens a millisecond, over those without. */
  write(luck: Luck, passes: number, isRight: () => boolean, slower: () => number = () => 1): number {
    const [ms, tokens] = [this.spentMs, this.tokens];
    let without = 0;
    for (let pass = 0; pass < passes; pass++) {
      const { count } = luck.plan(this.pace, { replies: 1, most: GUESSES_MAX, byLayer: this.#guessMs > 0 });
      let right = 0;
      while (right < count && isRight()) right++;
      const factor = slower();
      this.pass(count, right, factor);
      without += factor * (1 + right) * this.#ms[0]!;
      if (count > 0) luck.saw(count, right);
    }
    expect(this.tokens).toBeGreaterThan(tokens);
    return without / (this.spentMs - ms);
  }
}

/** Numbers from 0 to 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
const measured = (ms: readonly number[], guessMs = 0): Computer => {
  const computer = new Computer(ms, guessMs);
  computer.pass(0, 0);
  for (let guesses = 1; guesses <= GUESSES_MAX; guesses++) computer.pass(guesses, guesses);
  for (let pass = 0; pass < 200; pass++) computer.pass(0, 0); // whatever that lost is forgotten
  return computer;
};

describe("how many guesses pay", () => {
  const best = (computer: Computer, right: number, byLayer = false) =>
    computer.pace.best(right, { replies: 1, most: GUESSES_MAX, byLayer }).count;

  test("as many as can be where rows cost nothing, none where each costs as much as a pass", () => {
    expect(best(measured([10, 10, 10, 10]), 0.8)).toBe(GUESSES_MAX);
    expect(best(measured([10, 20, 30, 40]), 0.99)).toBe(0);
  });

  test("none when guesses are mostly wrong, or when guessing itself takes too long", () => {
    expect(best(measured([10, 12, 14, 16]), 0.9)).toBeGreaterThan(0);
    expect(best(measured([10, 12, 14, 16]), 0.1)).toBe(0);
    expect(best(measured([10, 12, 14, 16], 20), 0.9, true)).toBe(0);
  });

  test("no more than there are", () => {
    expect(measured([10, 10, 10, 10]).pace.best(0.9, { replies: 1, most: 2, byLayer: false }).count).toBe(2);
  });

  test("none before the first pass has been measured", () => {
    expect(best(new Computer([10, 10, 10, 10]), 1)).toBe(0);
  });

  test("as many as before when the computer has been slow for a while", () => {
    for (const ms of [[10, 12, 14, 16], [10, 19, 28, 30]]) {
      const computer = measured(ms);
      const before = best(computer, 0.9);
      for (let pass = 0; pass < 5; pass++) computer.pass(0, 0, 3);
      expect(best(computer, 0.9)).toBe(before);
    }
  });
});

describe("over many replies", () => {
  // Rows that cost as much as passes, in between, and next to nothing; guesses for nothing and from a draft layer.
  test.each([[[10, 20, 29, 31], 2.5], [[10, 20, 29, 31], 0], [[10, 16, 22, 27], 1], [[10, 11, 12, 13], 0.5]] as const)(
    "passes of %j ms and guesses of %d ms lose at most a fiftieth, however rarely they are right", (ms, guessMs) => {
      for (const [seed, share] of [[1, 0], [2, 0.2], [3, 0.5], [4, 0.8], [5, 0.95]] as const) {
        const [computer, random] = [new Computer(ms, guessMs), numbers(seed)];
        const right = () => random() < share;
        const noise = () => 0.8 + 0.4 * random() + (random() < 0.02 ? 2 : 0);
        let sum = 0;
        for (let reply = 0; reply < 100; reply++) sum += computer.write(computer.pace.newLuck().layer, 40, right, noise);
        expect(sum / 100).toBeGreaterThan(0.98);
      }
    },
  );

  test("where guesses are right they are made, and win", () => {
    const computer = new Computer([10, 16, 22, 27], 1);
    const random = numbers(1);
    computer.write(computer.pace.newLuck().layer, 200, () => random() < 0.95);
    expect(computer.write(computer.pace.newLuck().layer, 1000, () => random() < 0.95)).toBeGreaterThan(1.2);
  });

  test("replies to come begin with what was seen of those before", () => {
    const computer = measured([10, 14, 18, 22]);
    const situation = { replies: 1, most: GUESSES_MAX, byLayer: false };
    for (let reply = 0; reply < 60; reply++) computer.pace.newLuck().text.saw(1, 0);
    expect(computer.pace.newLuck().text.plan(computer.pace, situation).count).toBe(0);
    expect(computer.pace.newLuck().copy.plan(computer.pace, situation).count).toBeGreaterThan(0);
    // What nobody checked counts too, but was not drafted.
    const { text } = computer.pace.newLuck();
    for (let token = 0; token < 20; token++) text.watched(true);
    expect(text.plan(computer.pace, situation).count).toBe(GUESSES_MAX);
    expect(text).toMatchObject({ drafted: 0, accepted: 0 });
  });

  test("guesses that failed are tried again, ever more rarely", () => {
    const computer = measured([10, 19, 28, 30]);
    const luck = computer.pace.newLuck().text;
    for (let guess = 0; guess < 60; guess++) luck.saw(1, 0);
    const tries: number[] = [];
    for (let pass = 0; pass < 1000; pass++) {
      const { count } = luck.plan(computer.pace, { replies: 1, most: GUESSES_MAX, byLayer: false });
      computer.pass(count, 0);
      if (count > 0) tries.push(pass);
    }
    expect(tries).toEqual([47, 143, 335, 719]);
  });

  test("a long row of guesses is compared now and then with a pass without", () => {
    const computer = measured([10, 11, 12, 13]);
    const counts = Array.from({ length: 100 }, () => {
      const { count } = computer.pace.best(0.95, { replies: 1, most: GUESSES_MAX, byLayer: false });
      computer.pass(count, count);
      return count;
    });
    expect(counts.filter((count) => count === 0)).toHaveLength(3);
  });
});
