/** How far apart positions are turned, when a model reads more text than it was trained on. */
export type RopeScaling =
  | { readonly kind: "none" }
  /** Positions are divided by the factor. */
  | { readonly kind: "linear"; readonly factor: number }
  /** Llama 3.1: slow turns are stretched, fast ones kept. `lowFactor` and `highFactor` mark where, in turns per `original` positions. */
  | { readonly kind: "llama3"; readonly factor: number; readonly lowFactor: number; readonly highFactor: number; readonly original: number }
  | {
      readonly kind: "yarn";
      readonly factor: number;
      /** Positions of training. */
      readonly original: number;
      readonly betaFast: number;
      readonly betaSlow: number;
      /** Multiplies cos and sin; `0.1 · ln(factor) + 1` when left out. */
      readonly attentionFactor?: number;
    };

export interface Rotary {
  /** Angle per position of each pair of dims, [R/2]. */
  readonly frequencies: Float64Array;
  /** cos and sin are multiplied by this. 1 for everything but YaRN. */
  readonly amplitude: number;
}

/**
 * base^(-2i/R) for i < R/2, and what long-context recipes make of it. Sources: transformers' `modeling_rope_utils`
 * (linear, llama3, yarn); the YaRN paper, arXiv 2309.00071, sections 3.2 to 3.4.
 * @param dims R, the number of rotated dims of a head
 */
export function rotary(dims: number, base: number, scaling: RopeScaling = { kind: "none" }): Rotary {
  const plain = Float64Array.from({ length: Math.floor(dims / 2) }, (_, i) => base ** ((-2 * i) / dims));
  switch (scaling.kind) {
    case "none":
      return { frequencies: plain, amplitude: 1 };
    case "linear":
      return { frequencies: plain.map((frequency) => frequency / scaling.factor), amplitude: 1 };
    case "llama3":
      return { frequencies: plain.map((frequency) => frequency * keptByLlama3(frequency, scaling)), amplitude: 1 };
    case "yarn": {
      const { factor } = scaling;
      const stretched = yarnRamp(dims, base, scaling);
      return {
        frequencies: plain.map((frequency, i) => (frequency / factor) * stretched(i) + frequency * (1 - stretched(i))),
        amplitude: scaling.attentionFactor ?? (factor > 1 ? 0.1 * Math.log(factor) + 1 : 1),
      };
    }
    default:
      return scaling satisfies never;
  }
}

/** 1 for fast turns, 1/factor for slow ones, in between a mean of both. */
function keptByLlama3(frequency: number, { factor, lowFactor, highFactor, original }: Extract<RopeScaling, { kind: "llama3" }>): number {
  const turns = (original * frequency) / (2 * Math.PI);
  const kept = Math.min(1, Math.max(0, (turns - lowFactor) / (highFactor - lowFactor)));
  return kept + (1 - kept) / factor;
}

/** 0 for pairs that turn more than `betaFast` times within the trained length, 1 below `betaSlow`, a ramp in between. */
function yarnRamp(dims: number, base: number, { original, betaFast, betaSlow }: Extract<RopeScaling, { kind: "yarn" }>): (i: number) => number {
  const pairThatTurns = (times: number) => (dims * Math.log(original / (times * 2 * Math.PI))) / (2 * Math.log(base));
  const low = Math.max(0, Math.floor(pairThatTurns(betaFast)));
  const high = Math.min(dims - 1, Math.ceil(pairThatTurns(betaSlow)));
  const width = high === low ? 0.001 : high - low;
  return (i) => Math.min(1, Math.max(0, (i - low) / width));
}
