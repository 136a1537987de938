import { LimitError } from "@wanwen/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Schedulable, Scheduler } from "./scheduler.ts";

/** A sequence with nothing but its place in time: some tokens of prompt, then one token per turn. */
class Fake implements Schedulable {
  pendingTokens: number;
  inPrompt = true;
  resting = false;
  readonly name: string;
  readonly session: string;
  constructor(name: string, promptTokens: number, session = "") {
    this.name = name;
    this.pendingTokens = promptTokens;
    this.session = session;
  }
  run(tokens: number): void {
    this.pendingTokens -= tokens;
    if (this.pendingTokens > 0) return;
    this.inPrompt = false;
    this.pendingTokens = 1;
  }
}

const limits = { runningMax: 3, waitingMax: 2 };

function tick(scheduler: Scheduler<Fake>, promptTokens = 12): Record<string, number> {
  scheduler.admit();
  const shares = scheduler.next(promptTokens);
  for (const { sequence, tokens } of shares) sequence.run(tokens);
  return Object.fromEntries(shares.map(({ sequence, tokens }) => [sequence.name, tokens]));
}

describe("scheduler", () => {
  test("running replies get a token each beside pieces of prompts", () => {
    const scheduler = new Scheduler<Fake>(limits);
    for (const fake of [new Fake("short", 3), new Fake("long", 30)]) scheduler.enqueue(fake, 1);
    expect(tick(scheduler)).toEqual({ short: 3, long: 8 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 12 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 10 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 1 });
  });

  test("a short prompt goes before the rest of long ones", () => {
    const scheduler = new Scheduler<Fake>(limits);
    scheduler.enqueue(new Fake("long", 1000), 1);
    scheduler.enqueue(new Fake("longer", 2000), 1);
    expect(tick(scheduler)).toEqual({ long: 12 });
    scheduler.enqueue(new Fake("short", 7), 1);
    expect(tick(scheduler)).toEqual({ short: 7, long: 4 });
  });

  test("a long prompt comes to its end however many short ones arrive", () => {
    const scheduler = new Scheduler<Fake>({ runningMax: 2, waitingMax: 1000 });
    const long = new Fake("long", 400);
    scheduler.enqueue(long, 1);
    for (let at = 0; at < 300 && long.inPrompt; at++) {
      const short = new Fake(`${at}`, 12);
      scheduler.enqueue(short, 1);
      tick(scheduler);
      for (const fake of scheduler.running.filter((each) => !each.inPrompt && each !== long)) scheduler.remove(fake);
    }
    expect(long.inPrompt).toBe(false);
  });

  test.each([[0, 16], [200, 16], [400, 8], [100, 64], [30, 4]])("a short prompt that comes after %i passes is read within a few, %i tokens at a time", (late, room) => {
    const scheduler = new Scheduler<Fake>({ runningMax: 5, waitingMax: 5 });
    for (const name of ["a", "b", "c"]) scheduler.enqueue(new Fake(name, 40_000), 1);
    for (let at = 0; at < late; at++) tick(scheduler, room);
    const short = new Fake("short", 32);
    scheduler.enqueue(short, 1);
    let passes = 0;
    for (; short.inPrompt && passes < 100; passes++) tick(scheduler, room);
    expect(passes).toBeLessThanOrEqual(2 + Math.ceil((32 / room) * 4 / 3));
  });

  test("a free place goes to whoever has the fewest", () => {
    const scheduler = new Scheduler<Fake>({ runningMax: 3, waitingMax: 50 });
    for (let at = 0; at < 10; at++) scheduler.enqueue(new Fake(`many ${at}`, 4, "many"), 1);
    tick(scheduler);
    expect(scheduler.enqueue(new Fake("one", 4, "one"), 1)).toBe(1);
    expect(scheduler.enqueue(new Fake("two", 4, "two"), 1)).toBe(2);
    scheduler.remove(scheduler.running[0]!);
    expect(scheduler.admit().map(({ name }) => name)).toEqual(["one"]);
    scheduler.remove(scheduler.running[0]!);
    expect(scheduler.admit().map(({ name }) => name)).toEqual(["two"]);
    scheduler.remove(scheduler.running[0]!);
    expect(scheduler.admit().map(({ name }) => name)).toEqual(["many 3"]);
  });

  test("a sequence whose reader is behind rests, the others go on", () => {
    const scheduler = new Scheduler<Fake>(limits);
    const slow = new Fake("slow", 1);
    scheduler.enqueue(slow, 1);
    scheduler.enqueue(new Fake("quick", 1), 1);
    tick(scheduler);
    slow.resting = true;
    expect(tick(scheduler)).toEqual({ quick: 1 });
    slow.resting = false;
    expect(tick(scheduler)).toEqual({ quick: 1, slow: 1 });
  });

  test("a full queue says so and when to come back", () => {
    const scheduler = new Scheduler<Fake>(limits);
    const ahead = [1, 2, 3, 4, 5].map((n) => scheduler.enqueue(new Fake(`${n}`, 1), 7));
    expect(ahead).toEqual([0, 0, 0, 1, 2]);
    expect(() => scheduler.enqueue(new Fake("6", 1), 7)).toThrow(LimitError);
    scheduler.admit();
    expect(() => scheduler.enqueue(new Fake("6", 1), 7)).toThrow(expect.objectContaining({ retryAfterMs: 7 }));
    scheduler.remove(scheduler.running[0]!);
    scheduler.admit();
    expect(scheduler.enqueue(new Fake("6", 1), 7)).toBe(2);
  });

  test("every request gets its whole prompt run, in pieces of four and never more than allowed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 30 }), (prompts, room) => {
        const scheduler = new Scheduler<Fake>(limits);
        const fakes = prompts.map((tokens, i) => new Fake(`${i}`, tokens));
        for (const fake of fakes) scheduler.enqueue(fake, 1);
        for (let at = 0; at < 500 && fakes.some((fake) => fake.inPrompt); at++) {
          scheduler.admit();
          const shares = scheduler.next(room);
          const ofPrompts = shares.filter(({ sequence }) => sequence.inPrompt);
          expect(ofPrompts.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(Math.max(4, room));
          for (const { sequence, tokens } of ofPrompts) expect(tokens % 4 === 0 || tokens === sequence.pendingTokens).toBe(true);
          for (const { sequence, tokens } of shares) sequence.run(tokens);
          for (const fake of fakes) if (!fake.inPrompt) scheduler.remove(fake);
        }
        expect(fakes.filter((fake) => fake.inPrompt)).toEqual([]);
      }),
    );
  });
});
