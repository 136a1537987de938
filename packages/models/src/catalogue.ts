/**
 * Checkpoints of Qwen3.5 that are worth suggesting: GGUF files of the type where speed and quality meet on a processor.
 *
 * What a conversation takes follows from the published layers and heads, as `describeModel` counts it. Sizes of files are as
 * seen in public lists of these repositories in 2026, to a few hundredths, and were not checked against the hub: what the
 * hub says when a download begins is what counts. The hub has larger ones (122B-A10B, 397B-A17B); a computer that holds those
 * has an owner who knows how to `wanwen pull` them.
 */
import type { TensorType } from "@wanwen/core";

export interface Checkpoint {
  readonly id: string;
  /** For people. */
  readonly title: string;
  readonly repository: string;
  readonly file: string;
  /** How it is called once it is here. */
  readonly name: string;
  readonly bytes: number;
  /** Bytes of weights that one token of a reply reads: all but the embedding's other rows and the experts that it does not visit. */
  readonly bytesPerToken: number;
  /** In memory: keys and values in f32 for each token, and the recurrent state of a conversation. */
  readonly cacheBytesPerToken: number;
  readonly stateBytes: number;
}

/** The type that most of these files' weights have. */
export const CATALOGUE_TYPE: TensorType = "Q4_K";

/** Weakest first. */
export const CATALOGUE: readonly Checkpoint[] = [
  checkpoint("0.8B", { bytes: 532e6, bytesPerToken: 532e6, cacheBytesPerToken: 24_576, stateBytes: 20e6 }),
  checkpoint("2B", { bytes: 1_280_835_840, bytesPerToken: 1.28e9, cacheBytesPerToken: 24_576, stateBytes: 20e6 }),
  checkpoint("4B", { bytes: 2.74e9, bytesPerToken: 2.74e9, cacheBytesPerToken: 65_536, stateBytes: 53e6 }),
  checkpoint("9B", { bytes: 5.68e9, bytesPerToken: 5.1e9, cacheBytesPerToken: 65_536, stateBytes: 53e6 }),
  checkpoint("27B", { bytes: 16.7e9, bytesPerToken: 16e9, cacheBytesPerToken: 131_072, stateBytes: 157e6 }),
  checkpoint("35B-A3B", { bytes: 22_016_023_168, bytesPerToken: 1.9e9, cacheBytesPerToken: 40_960, stateBytes: 66e6 }),
];

function checkpoint(size: string, facts: Pick<Checkpoint, "bytes" | "bytesPerToken" | "cacheBytesPerToken" | "stateBytes">): Checkpoint {
  const name = `Qwen3.5-${size}-Q4_K_M`;
  return { id: `qwen3.5-${size.toLowerCase()}`, title: `Qwen3.5 ${size}`, repository: `unsloth/Qwen3.5-${size}-GGUF`, file: `${name}.gguf`, name, ...facts };
}

/** Slower than this, one waits longer for an answer than one would read it; the second: nobody would wait. */
const TOKENS_PER_SECOND_QUICK = 4;
const TOKENS_PER_SECOND_LEAST = 1;

export interface Suggestion extends Checkpoint {
  readonly memoryBytes: number;
  /** At most; undefined while nothing was measured. */
  readonly tokensPerSecond?: number;
}

/**
 * What fits this computer, best first: the strongest that still writes faster than people read, then those that are weaker,
 * then those that are slower.
 * @param readSpeed bytes of weights per second; undefined: not measured, the memory alone decides
 */
export function suggestionsFor(room: number, readSpeed: number | undefined, contextTokens: number): Suggestion[] {
  const all = CATALOGUE.map((each): Suggestion => ({
    ...each,
    memoryBytes: Math.round(each.bytes + each.stateBytes + each.cacheBytesPerToken * contextTokens),
    ...(readSpeed === undefined ? {} : { tokensPerSecond: readSpeed / each.bytesPerToken }),
  }));
  const bearable = all.filter(({ memoryBytes, tokensPerSecond = Infinity }) => memoryBytes <= room && tokensPerSecond >= TOKENS_PER_SECOND_LEAST);
  const quick = bearable.filter(({ tokensPerSecond = Infinity }) => tokensPerSecond >= TOKENS_PER_SECOND_QUICK);
  return [...quick.toReversed(), ...bearable.filter((each) => !quick.includes(each))];
}
