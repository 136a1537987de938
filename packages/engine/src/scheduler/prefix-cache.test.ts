import { LimitError } from "@wanwen/core";
import type { Model, ModelState } from "@wanwen/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutPoints } from "./cut-points.ts";
import { PrefixCache, type StateStore } from "./prefix-cache.ts";

/** A model that knows what its states have seen; 10 bytes a state and 1 a token. */
function cacheOf(layers: Model["config"]["layers"], bytesMax = 1000, store?: StateStore) {
  const live = new Map<ModelState, readonly number[]>();
  const made = (seen: readonly number[]): ModelState => {
    if (live.size >= 100) throw new LimitError("memory");
    const state: ModelState = { layers: [], position: seen.length, stepsKept: 0 };
    live.set(state, seen);
    return state;
  };
  const model = {
    config: { layers },
    stateBytes: { perToken: 1, perConversation: 10 },
    newState: () => made([]),
    forkState: (state: ModelState, position = state.position) => made(live.get(state)!.slice(0, position)),
    freeState: (state: ModelState) => void live.delete(state),
    stateParts: (state: ModelState) => [{ bytes: 1, read: () => (expect(live.has(state)).toBe(true), Uint8Array.of(state.position)) }],
  } as unknown as Model;
  const cache = new PrefixCache(model, { contextTokens: 100, bytesMax, ...(store && { store }) });
  /** Runs a whole prompt, keeps what lies behind the cuts, and tells how many tokens were known. */
  const run = (ids: readonly number[], cuts: readonly number[] = [], variant?: string): { reused: number; note: string | undefined } => {
    const { state, note } = cache.take(ids, variant);
    const reused = state.position;
    expect(live.get(state)).toEqual(ids.slice(0, reused));
    for (const cut of cuts.filter((at) => at > reused)) {
      state.position = cut;
      live.set(state, ids.slice(0, cut));
      cache.keep(state, ids.slice(0, cut), variant);
    }
    model.freeState(state);
    return { reused, note };
  };
  return { cache, run, live };
}

const HYBRID = ["deltaNet", "attention"] as const;
const count = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);

describe("prefix cache", () => {
  test("a prompt goes on from the deepest state on its way", () => {
    const { run } = cacheOf(HYBRID);
    expect(run(count(40), [8, 20, 36]).reused).toBe(0);
    expect(run([...count(36), 99, 98]).reused).toBe(36);
    expect(run([...count(30), 99]).reused).toBe(20);
    expect(run([...count(9), 99]).reused).toBe(8);
    expect(run([...count(7), 99]).reused).toBe(0);
  });

  test("at least one token of a prompt is left to run", () => {
    const { run } = cacheOf(HYBRID);
    run(count(40), [8, 36]);
    expect([run(count(36)).reused, run(count(37)).reused]).toEqual([8, 36]);
  });

  test("models of attention alone go on at any multiple of four", () => {
    const { run } = cacheOf(["attention", "attention"]);
    run(count(40), [36]);
    expect([run([...count(30), 99]).reused, run(count(40)).reused, run(count(36)).reused]).toEqual([28, 36, 32]);
  });

  test("states of another adapter are of no use", () => {
    const { run } = cacheOf(HYBRID);
    run(count(40), [36]);
    expect(run(count(40), [36], "other")).toEqual({ reused: 0, note: "nothing is kept for this adapter" });
    expect(run(count(40), [], "other").reused).toBe(36);
  });

  test("what was used longest ago makes room, ends before beginnings", () => {
    const { run, cache } = cacheOf(HYBRID, 100);
    run(count(20), [12, 16]); // 22 + 14 bytes
    run(count(20, 500), [12]); // 22
    run(count(20, 900), [16]); // 26
    expect(cache.bytes).toBe(84);
    run(count(20), []); // used again
    run(count(20, 700), [12]); // 22: the one of 500 goes
    expect([run(count(20)).reused, run(count(20, 900)).reused, run(count(20, 500)).reused]).toEqual([16, 16, 0]);
    expect(cache.bytes).toBeLessThanOrEqual(100);
  });

  test("says why something is missing", () => {
    const { run } = cacheOf(HYBRID, 120);
    expect(run(count(60), [20, 40]).note).toBe("nothing was kept yet");
    expect(run(count(60)).note).toBe("new from token 40 on");
    expect(run([...count(30), ...count(30, 800)]).note).toBe("new from token 30 on");
    expect(run(count(60, 300)).note).toBe("no kept prompt begins like it");
    run(count(90, 600), [80]);
    expect(run(count(60)).note).toBe("40 tokens were known, but the state behind them had to make room");
  });

  test("when memory is short, kept states go and the request goes on", () => {
    const { cache, run, live } = cacheOf(HYBRID, 1e9);
    for (let each = 0; each < 150; each++) run(count(20, each * 100), [16]);
    expect(live.size).toBeLessThanOrEqual(100);
    cache.clear();
    expect(live.size).toBe(0);
  });

  test("states that make room stay until they are stored, and are given up when memory is short", async () => {
    const saved: { length: number; write: () => string }[] = [];
    const store: StateStore = {
      find: () => undefined,
      save: ({ length }, parts) => new Promise((resolve) => saved.push({
        length, write: () => {
          try {
            return `${parts.map((part) => part.read()[0])}`;
          } catch (error) {
            return String(error);
          } finally {
            resolve();
          }
        },
      })),
    };
    const { run, cache, live } = cacheOf(HYBRID, 100, store);
    for (const each of [0, 100, 200, 300, 400, 500]) run(count(20, each), [16]); // 26 bytes each
    expect(saved.map(({ length }) => length)).toEqual([16]); // a second one would be more than a quarter on top
    expect(live.size).toBe(4);
    expect(saved[0]!.write()).toBe("16");
    await Promise.resolve().then(() => {});
    expect(live.size).toBe(3);
    run(count(20, 600), [16]);
    cache.clear();
    expect(live.size).toBe(0);
    expect(saved[1]!.write()).toContain("its memory was needed");
    run(count(20), [16]);
    const ends = cache.store();
    await Promise.resolve().then(() => {});
    expect(saved[2]!.write()).toBe("16");
    await ends;
  });

  test("never hands out a state that saw something else, whatever came before", () => {
    const prompt = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 40 });
    fc.assert(fc.property(fc.array(prompt, { maxLength: 20 }), fc.boolean(), fc.integer({ min: 20, max: 200 }), (prompts, hybrid, bytesMax) => {
      const { cache, run, live } = cacheOf(hybrid ? HYBRID : ["attention"], bytesMax);
      for (const ids of prompts) {
        run(ids, cutPoints(ids, 0));
        expect(cache.bytes).toBeLessThanOrEqual(bytesMax);
      }
      cache.clear();
      expect(live.size).toBe(0);
    }));
  });
});

describe("cut points", () => {
  test("are the end of the instructions, and where the last message and the reply begin", () => {
    const ids = [9, 1, 1, 1, 1, 1, 1, 9, 2, 2, 2, 2, 9, 3, 3, 3, 3, 3, 3, 3, 9, 4];
    expect(cutPoints(ids, 9)).toEqual([4, 12, 20]);
  });

  test("grow further apart in long prompts and are multiples of four", () => {
    expect(cutPoints(count(5000), undefined)).toEqual([512, 1024, 2048, 4096, 4996]);
    expect(cutPoints([1, 2, 3], 1)).toEqual([]);
  });
});
