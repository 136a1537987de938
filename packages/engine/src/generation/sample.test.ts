import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Sampling } from "../types.ts";
import { Random } from "./random.ts";
import { Sampler } from "./sample.ts";

const OFF: Sampling = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
  seed: 1,
};

interface Golden {
  readonly logits: number[];
  readonly seen_ids: number[];
  readonly cases: { readonly processor: string; readonly logits?: (number | null)[]; readonly probabilities?: number[] }[];
}

const golden = JSON.parse(
  readFileSync(new URL("../../../../vectors/transformers/sampling.json", import.meta.url), "utf8").replaceAll("-Infinity", "null"),
) as Golden;

/** "repetition_penalty 1.1, temperature 0.7, … in this order" as our options. */
function samplingOf(processor: string): Sampling {
  const value = (name: string, fallback: number): number => {
    const found = new RegExp(`${name} ([0-9.]+)`).exec(processor);
    return found ? Number(found[1]) : fallback;
  };
  return {
    ...OFF,
    temperature: value("temperature", 1),
    topK: value("top_k", 0),
    topP: value("top_p", 1),
    minP: value("min_p", 0),
    repetitionPenalty: value("repetition_penalty", 1),
  };
}

/** Softmax of what a processor left, as probabilities per id. */
function softmax(logits: readonly (number | null)[]): number[] {
  const finite = logits.map((logit) => (logit === null || logit < -1e30 ? -Infinity : logit));
  const max = Math.max(...finite);
  const total = finite.reduce((sum, logit) => sum + Math.exp(logit - max), 0);
  return finite.map((logit) => Math.exp(logit - max) / total);
}

describe("the sampling processors of the official implementation", () => {
  for (const { processor, logits, probabilities } of golden.cases) {
    test(`${processor} leaves the same tokens with the same probabilities`, () => {
      const sampler = new Sampler(samplingOf(processor), golden.seen_ids);
      const got = sampler.probabilities(Float32Array.from(golden.logits));
      const want = probabilities ?? softmax(logits ?? []);
      const wantIds = want.flatMap((p, id) => (p > 0 ? [id] : []));
      expect([...got.keys()].sort((a, b) => a - b)).toEqual(wantIds);
      for (const id of wantIds) expect(Math.abs(got.get(id)! - want[id]!)).toBeLessThan(1e-6);
    });
  }
});

describe("drawing", () => {
  const random = new Random(7);
  const logits = Float32Array.from({ length: 5000 }, () => random.next() * 12 - 6);

  test("draws as often as the probabilities say", () => {
    const sampler = new Sampler({ ...OFF, temperature: 0.8, topK: 5 }, []);
    const want = sampler.probabilities(logits);
    const counts = new Map<number, number>();
    const draws = 20_000;
    for (let n = 0; n < draws; n++) {
      const { id } = sampler.next(logits);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    expect(counts.size).toBe(5);
    for (const [id, p] of want) expect(Math.abs(counts.get(id)! / draws - p)).toBeLessThan(0.02);
  });

  test("the same seed gives the same tokens, another seed others", () => {
    const draw = (seed: number): number[] => {
      const sampler = new Sampler({ ...OFF, seed }, []);
      return Array.from({ length: 20 }, () => sampler.next(logits).id);
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    expect(draw(2 ** 40)).not.toEqual(draw(2 ** 41));
  });

  test("greedy takes the first of the likeliest, never a NaN", () => {
    const some = Float32Array.of(NaN, 2, 5, 5, -Infinity);
    expect(new Sampler({ ...OFF, temperature: 0 }, []).next(some).id).toBe(2);
  });

  test("top-k and top-p agree with sorting everything", () => {
    const order = Array.from(logits.keys()).sort((a, b) => logits[b]! - logits[a]! || a - b);
    const weights = order.map((id) => Math.exp(logits[id]! - logits[order[0]!]!));
    const whole = weights.reduce((a, b) => a + b, 0);
    for (const topP of [0.01, 0.5, 0.9, 0.999]) {
      let sum = 0;
      const nucleus = order.filter((_, at) => {
        const keep = sum < topP * whole;
        sum += weights[at]!;
        return keep;
      });
      const got = [...new Sampler({ ...OFF, topP }, []).probabilities(logits).keys()];
      expect(got).toEqual(nucleus);
    }
    for (const topK of [1, 7, 64, 4999]) {
      const got = [...new Sampler({ ...OFF, topK }, []).probabilities(logits).keys()];
      expect(got.sort((a, b) => a - b)).toEqual(order.slice(0, topK).sort((a, b) => a - b));
    }
  });

  test("only allowed tokens are drawn, under every kind of cut", () => {
    const allowed = new Uint32Array(Math.ceil(logits.length / 32));
    for (const id of [3, 31, 32, 63, 4999]) allowed[id >> 5]! |= 1 << (id & 31);
    for (const change of [{ temperature: 0 }, { topK: 3 }, { topP: 0.9 }, { minP: 0.1 }, {}]) {
      const sampler = new Sampler({ ...OFF, ...change }, []);
      for (let n = 0; n < 30; n++) expect([3, 31, 32, 63, 4999]).toContain(sampler.next(logits, allowed).id);
    }
  });

  test("padding rows of the head are neither drawn nor reported", () => {
    const padded = Float32Array.of(1, 2, 99);
    const sampler = new Sampler({ ...OFF, temperature: 0 }, [], { vocabulary: 2 });
    const drawn = sampler.next(padded);
    expect(drawn.id).toBe(1);
    expect(drawn.top(3).map(({ id }) => id)).toEqual([1, 0]);
    expect(drawn.logprob).toBeCloseTo(-Math.log(1 + Math.exp(-1)), 6);
  });

  test("a mask that allows nothing is our own mistake", () => {
    expect(() => new Sampler(OFF, []).next(Float32Array.of(1, 2), new Uint32Array(1))).toThrow(/allowed token/);
  });
});

describe("penalties", () => {
  test("repetition counts the prompt, presence and frequency only the reply", () => {
    const sampler = new Sampler(
      { ...OFF, temperature: 0, repetitionPenalty: 2, presencePenalty: 0.5, frequencyPenalty: 0.25 },
      [0],
    );
    const logits = Float32Array.of(4, 3.9, -1);
    expect(sampler.next(logits).id).toBe(1); // 4 / 2 = 2 against 3.9
    sampler.record(1);
    // 0: 2; 1: 3.9 / 2 - 0.25 * 2 - 0.5 = 0.95; 2: -1
    expect(sampler.next(logits).id).toBe(0);
    expect([...logits]).toEqual([4, Math.fround(3.9), -1]);
  });

  test("log-probabilities are those of the unchanged logits", () => {
    const sampler = new Sampler({ ...OFF, temperature: 0.1, topK: 1, repetitionPenalty: 3 }, [0]);
    const { logprob, id } = sampler.next(Float32Array.of(2, 1));
    expect(id).toBe(1);
    expect(logprob).toBeCloseTo(1 - Math.log(Math.exp(2) + Math.exp(1)), 6);
  });
});
