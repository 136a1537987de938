import type { Model, ModelState } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import { PrefixCache } from "./prefix-cache.ts";

function cacheOf(layers: Model["config"]["layers"]) {
  const live = new Set<ModelState>();
  const model = {
    config: { layers },
    newState: () => {
      const state: ModelState = { layers: [], position: 0 };
      live.add(state);
      return state;
    },
    freeState: (state: ModelState) => void live.delete(state),
  } as unknown as Model;
  const cache = new PrefixCache(model, { contextTokens: 100, stepTokens: 4, statesMax: 2 });
  /** A whole reply: takes a state, runs the prompt and three more tokens, gives the state back. */
  const run = (ids: readonly number[]): number => {
    const state = cache.take(ids);
    const reused = state.position;
    state.position = ids.length + 3;
    cache.give(state, ids);
    return reused;
  };
  return { cache, run, live };
}

const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe("prefix cache", () => {
  test("a prompt goes on at the last whole step that it shares with an earlier one", () => {
    const { run } = cacheOf(["attention"]);
    expect(run(count(10))).toBe(0);
    expect(run([...count(10), 99, 98])).toBe(8);
    expect(run([...count(6), 77, 78, 79])).toBe(4);
    expect(run([5, 6, 7, 8, 9])).toBe(0);
  });

  test("the same prompt again runs its last piece again, for the logits", () => {
    const { run } = cacheOf(["attention"]);
    expect([run(count(8)), run(count(8)), run(count(9))]).toEqual([0, 4, 8]);
  });

  test("what a state saw after a prompt is no part of a prefix", () => {
    const { run } = cacheOf(["attention"]);
    run(count(5));
    expect(run([...count(5), 5, 6, 7, 8])).toBe(4);
  });

  test("a prompt that was cut off counts as far as it was run", () => {
    const { cache, run } = cacheOf(["attention"]);
    const state = cache.take(count(20));
    state.position = 8;
    cache.give(state, count(20));
    expect(run(count(20))).toBe(8);
  });

  test("keeps two, the last used, and gives the others back", () => {
    const { cache, run, live } = cacheOf(["attention"]);
    for (const first of [1, 2, 3]) run([first, ...count(8)]);
    expect(live.size).toBe(2);
    expect(run([1, ...count(9)])).toBe(0);
    expect(run([3, ...count(9)])).toBe(8);
    cache.clear();
    expect(live.size).toBe(0);
  });

  test("keeps nothing of recurrent models: their states cannot be cut back", () => {
    const { run, live } = cacheOf(["deltaNet", "attention"]);
    run(count(10));
    expect(run(count(12))).toBe(0);
    expect(live.size).toBe(0);
  });
});
