import type { Model, RecommendedSampling } from "@wanwen/model";
import { describe, expect, test } from "vitest";
import { samplingOf } from "./sampling-defaults.ts";

const model = (recommended: RecommendedSampling, family: Model["config"]["family"] = "qwen3.5", hidden = 1024): Model =>
  ({ recommended, config: { family, hidden } }) as Model;

describe("how a request is sampled", () => {
  test("what it says itself comes first, then the checkpoint's files", () => {
    const said = samplingOf(model({ temperature: 0.6, topP: 0.95, topK: 20 }), { topP: 0.5 }, true);
    expect(said).toEqual({ temperature: 0.6, topP: 0.5, topK: 20, minP: 0, repetitionPenalty: 1, presencePenalty: 0, frequencyPenalty: 0 });
  });

  test("do_sample false is greedy, unless the request asks for more", () => {
    expect(samplingOf(model({ greedy: true }), {}, false).temperature).toBe(0);
    expect(samplingOf(model({ greedy: true }), { temperature: 1 }, false).temperature).toBe(1);
  });

  test("without files the model card of the size and the mode counts", () => {
    expect(samplingOf(model({}), {}, false)).toMatchObject({ temperature: 1, topP: 1, topK: 20, presencePenalty: 2 });
    expect(samplingOf(model({}, "qwen3.5", 4096), {}, false)).toMatchObject({ temperature: 0.7, topP: 0.8, presencePenalty: 1.5 });
    expect(samplingOf(model({}, "qwen3.5", 4096), {}, true)).toMatchObject({ temperature: 1, topP: 0.95 });
    expect(samplingOf(model({}, "qwen3"), {}, true)).toMatchObject({ temperature: 0.6, topP: 0.95, topK: 20, presencePenalty: 0 });
    expect(samplingOf(model({}, "qwen3"), {}, false)).toMatchObject({ temperature: 0.7, topP: 0.8, topK: 20, presencePenalty: 0 });
    expect(samplingOf(model({}, "llama"), {}, false)).toMatchObject({ temperature: 0.6, topP: 0.9, presencePenalty: 0 });
    expect(samplingOf(model({}, "qwen2"), {}, false)).toMatchObject({ temperature: 0.7, repetitionPenalty: 1.05 });
  });

  test("temperature 0 is plain greedy: no recommended penalty moves the likeliest token", () => {
    expect(samplingOf(model({}), { temperature: 0 }, false)).toMatchObject({ temperature: 0, presencePenalty: 0, repetitionPenalty: 1 });
    expect(samplingOf(model({}), { temperature: 0, presencePenalty: 1 }, false).presencePenalty).toBe(1);
  });
});
