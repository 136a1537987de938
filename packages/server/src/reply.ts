import { InvariantError } from "@wanwen/core";
import type { GenerationEvent, Usage } from "@wanwen/engine";

/** What every chunk and every completion repeats. `created` is in seconds since 1970. */
export interface ReplyHead {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

type Finished = Extract<GenerationEvent, { type: "finished" }>;
type TextEvent = Extract<GenerationEvent, { type: "text" }>;

const FINISH_REASON: Record<Finished["reason"], "stop" | "length" | "tool_calls"> = {
  stop: "stop",
  length: "length",
  toolCalls: "tool_calls",
};

/**
 * One engine event as chunks of the OpenAI stream (none for events that the format has no words for). Clients that
 * accumulate throw when a later piece of a tool call repeats its name or type, so only the first piece has them.
 */
export function chunksOf(event: Exclude<GenerationEvent, { type: "failed" }>, head: ReplyHead, withUsage: boolean): object[] {
  const chunk = (delta: object, finish: string | null = null, extra: object = {}) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish, ...extra }],
    ...(withUsage ? { usage: null } : {}),
  });
  switch (event.type) {
    case "queued":
    case "prompt":
    case "toolCallEnded":
      return [];
    case "text":
      return [chunk({ content: event.text }, null, event.logprobs ? { logprobs: logprobsOf(event.logprobs) } : {})];
    case "thinking":
      return [chunk({ reasoning_content: event.text })];
    case "toolCallStarted": {
      const call = { index: event.index, id: event.id, type: "function", function: { name: event.name, arguments: "" } };
      return [chunk({ tool_calls: [call] })];
    }
    case "toolCallArguments":
      return [chunk({ tool_calls: [{ index: event.index, function: { arguments: event.json } }] })];
    case "finished": {
      const last = chunk({}, FINISH_REASON[event.reason]);
      return withUsage ? [last, { ...head, object: "chat.completion.chunk", choices: [], usage: usageOf(event.usage) }] : [last];
    }
    default:
      return event satisfies never;
  }
}

/** The first chunk: it names the role, before any text is there. */
export function openingChunk(head: ReplyHead, withUsage: boolean): object {
  const choices = [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }];
  return { ...head, object: "chat.completion.chunk", choices, ...(withUsage ? { usage: null } : {}) };
}

/** The whole reply in one object. Throws what the engine reported when it failed. */
export async function completionOf(events: AsyncIterable<GenerationEvent>, head: ReplyHead): Promise<object> {
  let text = "";
  let thinking = "";
  const calls: { id: string; type: "function"; function: { name: string; arguments: string } }[] = [];
  const logprobs: NonNullable<TextEvent["logprobs"]>[number][] = [];
  for await (const event of events) {
    if (event.type === "failed") throw event.error;
    if (event.type === "text") {
      text += event.text;
      logprobs.push(...(event.logprobs ?? []));
    } else if (event.type === "thinking") thinking += event.text;
    else if (event.type === "toolCallStarted") calls[event.index] = { id: event.id, type: "function", function: { name: event.name, arguments: "" } };
    else if (event.type === "toolCallArguments") calls[event.index]!.function.arguments += event.json;
    else if (event.type === "finished") {
      const message = {
        role: "assistant",
        content: text || !calls.length ? text : null,
        refusal: null,
        ...(thinking ? { reasoning_content: thinking } : {}),
        ...(calls.length ? { tool_calls: calls } : {}),
      };
      const choice = { index: 0, message, finish_reason: FINISH_REASON[event.reason], logprobs: logprobs.length ? logprobsOf(logprobs) : null };
      return { ...head, object: "chat.completion", choices: [choice], usage: usageOf(event.usage) };
    }
  }
  throw new InvariantError("an engine stream ends with finished or failed");
}

function logprobsOf(tokens: NonNullable<TextEvent["logprobs"]>): object {
  return {
    content: tokens.map(({ token, bytes, logprob, top }) => ({ token, bytes, logprob, top_logprobs: top })),
    refusal: null,
  };
}

function usageOf(usage: Usage): object {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    total_tokens: usage.promptTokens + usage.completionTokens,
    prompt_tokens_details: {
      cached_tokens: usage.cachedTokens,
      ...(usage.cacheNote !== undefined && { cache_note: usage.cacheNote }),
    },
    completion_tokens_details: {
      reasoning_tokens: usage.reasoningTokens,
      accepted_prediction_tokens: usage.acceptedTokens,
      rejected_prediction_tokens: usage.draftedTokens - usage.acceptedTokens,
    },
  };
}
