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
  constructor(name: string, promptTokens: number) {
    this.name = name;
    this.pendingTokens = promptTokens;
  }
  run(tokens: number): void {
    this.pendingTokens -= tokens;
    if (this.pendingTokens > 0) return;
    this.inPrompt = false;
    this.pendingTokens = 1;
  }
}

const limits = { runningMax: 3, waitingMax: 2, promptTokensMax: 10 };

function tick(scheduler: Scheduler<Fake>): Record<string, number> {
  scheduler.admit();
  const shares = scheduler.next();
  for (const { sequence, tokens } of shares) sequence.run(tokens);
  return Object.fromEntries(shares.map(({ sequence, tokens }) => [sequence.name, tokens]));
}

describe("scheduler", () => {
  test("running replies get a token each beside one piece of one prompt", () => {
    const scheduler = new Scheduler<Fake>(limits);
    for (const fake of [new Fake("short", 3), new Fake("long", 25)]) scheduler.enqueue(fake, 1);
    expect(tick(scheduler)).toEqual({ short: 3 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 10 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 10 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 5 });
    expect(tick(scheduler)).toEqual({ short: 1, long: 1 });
  });

  test("a short prompt does not wait for the whole of a long one", () => {
    const scheduler = new Scheduler<Fake>(limits);
    scheduler.enqueue(new Fake("long", 1000), 1);
    expect(tick(scheduler)).toEqual({ long: 10 });
    scheduler.enqueue(new Fake("short", 4), 1);
    const ticks = [tick(scheduler), tick(scheduler)];
    expect(ticks).toContainEqual({ short: 4 });
  });

  test("a sequence whose reader is behind rests, the others go on", () => {
    const scheduler = new Scheduler<Fake>(limits);
    const slow = new Fake("slow", 1);
    scheduler.enqueue(slow, 1);
    scheduler.enqueue(new Fake("quick", 1), 1);
    tick(scheduler);
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

  test("every request gets its whole prompt run, whatever came before it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), (prompts) => {
        const scheduler = new Scheduler<Fake>(limits);
        const fakes = prompts.map((tokens, i) => new Fake(`${i}`, tokens));
        for (const fake of fakes) scheduler.enqueue(fake, 1);
        const ticksNeeded = prompts.reduce((sum, tokens) => sum + Math.ceil(tokens / limits.promptTokensMax), 0);
        for (let at = 0; at < ticksNeeded + prompts.length; at++) {
          tick(scheduler);
          for (const fake of fakes) if (!fake.inPrompt) scheduler.remove(fake);
        }
        expect(fakes.filter((fake) => fake.inPrompt)).toEqual([]);
      }),
    );
  });
});
