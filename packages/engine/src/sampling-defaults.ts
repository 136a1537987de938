import type { Model } from "@wanwen/model";
import type { Sampling } from "./types.ts";

const GREEDY: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
};

/**
 * How a request is sampled: what it says itself, else what the checkpoint's files say, else what the model's makers
 * recommend for its size and mode. A request for temperature 0 gets plain greedy decoding: recommended penalties
 * are meant for sampling, and a caller who asks for the likeliest token wants that one.
 */
export function samplingOf(model: Model, request: Partial<Sampling>, thinking: boolean): Sampling {
  const base = request.temperature === 0 ? GREEDY : recommended(model, thinking);
  return { ...base, ...withoutUndefined(request) };
}

function recommended(model: Model, thinking: boolean): Sampling {
  const { greedy, ...said } = model.recommended;
  if (greedy) return { ...GREEDY, ...said, temperature: 0 };
  if (Object.keys(said).length > 0) return { ...GREEDY, temperature: 1, ...said };
  return { ...GREEDY, ...modelCard(model, thinking) };
}

/** The model cards of Qwen3.5, Qwen3 and Qwen2.5 (general use), and generation_config.json of Llama 3. */
function modelCard({ config }: Model, thinking: boolean): Partial<Sampling> {
  if (config.family === "qwen2") return { temperature: 0.7, topP: 0.8, topK: 20, repetitionPenalty: 1.05 };
  if (config.family === "llama") return { temperature: 0.6, topP: 0.9 };
  if (config.family === "qwen3") return thinking ? { temperature: 0.6, topP: 0.95, topK: 20 } : { temperature: 0.7, topP: 0.8, topK: 20 };
  if (thinking) return { temperature: 1, topP: 0.95, topK: 20, presencePenalty: 1.5 };
  const small = config.hidden <= 2048; // 0.8B and 2B
  return small
    ? { temperature: 1, topP: 1, topK: 20, presencePenalty: 2 }
    : { temperature: 0.7, topP: 0.8, topK: 20, presencePenalty: 1.5 };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
