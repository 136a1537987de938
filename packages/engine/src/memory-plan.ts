import { LimitError } from "@wanwen/core";

/** What a model takes, in bytes (describeModel says it before loading). */
export interface MemoryCost {
  readonly weights: number;
  /** Of a conversation: for each token it has seen, and however long it is. */
  readonly perToken: number;
  readonly perConversation: number;
}

/** How a budget is shared out. All in bytes but `runningMax` and `contextTokens`. */
export interface MemoryPlan {
  readonly weights: number;
  readonly contextTokens: number;
  /** Conversations at a time, each over its whole context. */
  readonly runningMax: number;
  readonly conversations: number;
  /** For kept beginnings of prompts. */
  readonly keptBytesMax: number;
  /** The program, and working memory of a pass. */
  readonly working: number;
}

const WORKING = 256 << 20;
/** What an engine has where nobody asks for more: tokens of a request, requests at a time, bytes of kept beginnings. */
export const CONTEXT_TOKENS = 8192;
export const RUNNING_MAX = 16;
export const KEPT_BYTES_MAX = 1 << 30;
/** Of what is left behind the weights and one conversation. */
const KEPT_SHARE = 0.4;
/** Addresses of the memory that conversations live in, and what the weights in it leave at least. */
const FIRST_MEMORY = 3.8 * 2 ** 30;
const FIRST_MEMORY_LEFT = 1.9 * 2 ** 30;

/**
 * Shares a budget out: the weights, then at least one conversation over its whole context, then kept beginnings and more
 * conversations. A conversation that is shorter takes less; the plan is for the worst case.
 * @throws LimitError when not even one conversation fits, saying what it would take
 */
export function planMemory({ weights, perToken, perConversation }: MemoryCost, contextTokens: number, budget: number): MemoryPlan {
  const each = perConversation + perToken * contextTokens;
  const room = Math.min(budget - weights - WORKING, Math.max(FIRST_MEMORY_LEFT, FIRST_MEMORY - weights));
  if (room < each) {
    throw new LimitError(
      `memory: expected room for the weights (${inWords(weights)}), one conversation of ${contextTokens.toLocaleString("en")} tokens (${inWords(each)}) ` +
        `and the program (${inWords(WORKING)}), got ${inWords(budget)}: a smaller model, or --memory with more`,
    );
  }
  const keptBytesMax = Math.floor(Math.min(KEPT_BYTES_MAX, (room - each) * KEPT_SHARE));
  const runningMax = Math.max(1, Math.min(RUNNING_MAX, Math.floor((room - keptBytesMax) / each)));
  return { weights, contextTokens, runningMax, conversations: runningMax * each, keptBytesMax, working: WORKING };
}

/** One line for people. */
export function planInWords({ weights, contextTokens, runningMax, conversations, keptBytesMax, working }: MemoryPlan): string {
  const talks = `${runningMax} conversation${runningMax === 1 ? "" : "s"} of up to ${contextTokens.toLocaleString("en")} tokens ${inWords(conversations)}`;
  return `memory at most: weights ${inWords(weights)}, ${talks}, kept beginnings ${inWords(keptBytesMax)}, program ${inWords(working)}`;
}

function inWords(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}
