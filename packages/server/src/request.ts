import { type ChatMessage as WireMessage, type ChatRequest, contentText, stopList } from "@wanwen/api";
import { InputError } from "@wanwen/core";
import type { GenerationRequest, Sampling } from "@wanwen/engine";

type ChatMessage = GenerationRequest["messages"][number];

const STOP_CHARS_MAX = 256;
/** Deeper values are no schema and no arguments that anybody wrote, and would exhaust the stack of whoever walks them. */
const DEPTH_MAX = 64;

/**
 * A checked wire request as engine work. Templates are strict about the order of messages and clients are not, so
 * system messages are gathered at the front, content parts become text and argument strings become objects.
 * @throws InputError naming the field that this engine cannot honour; nothing is ignored silently that would change a reply.
 */
export function generationRequest(id: string, wire: ChatRequest): GenerationRequest {
  refuseWhatWouldBeIgnored(wire);
  const tools = (wire.tools ?? []).map((tool, index) => ({ type: tool.type, function: definition(tool.function, `tools.${index}.function`) }));
  const maxTokens = wire.max_completion_tokens ?? wire.max_tokens;
  const logprobs = wire.logprobs ? (wire.top_logprobs ?? 0) : undefined;
  const schema = replySchema(wire.response_format);
  const { thinking, thinkingTokensMax } = thinkingAsked(wire);
  return {
    id,
    ...sessionOf(wire),
    messages: inTemplateOrder(wire.messages.map(message)),
    tools,
    toolChoice: toolChoice(wire, tools.map((tool) => tool.function.name)),
    sampling: sampling(wire),
    stop: stops(wire),
    ...(maxTokens ? { maxTokens } : {}),
    ...(logprobs === undefined ? {} : { logprobs }),
    ...(thinking === undefined ? {} : { thinking }),
    ...(schema ? { replySchema: schema } : {}),
    ...(thinkingTokensMax === undefined ? {} : { thinkingTokensMax }),
    ...(wire.parallel_tool_calls === false ? { parallelCalls: false } : {}),
    ...(wire.drafts === false ? { drafts: false } : {}),
  };
}

/** Fields of the format that ask for another reply than this engine can give. */
function refuseWhatWouldBeIgnored(wire: ChatRequest): void {
  const refuse = (param: string, why: string): never => {
    throw new InputError(`${param}: ${why}`, { param });
  };
  const { logit_bias: bias, modalities } = wire;
  if (bias && Object.keys(bias).length > 0) refuse("logit_bias", "is not supported, expected none");
  if (modalities?.some((each) => each !== "text")) refuse("modalities", `expected text, got ${modalities.join(", ")}`);
  if (wire.functions?.length) refuse("functions", "is the old form, expected 'tools'");
}

function definition({ name, description, parameters, strict }: NonNullable<ChatRequest["tools"]>[number]["function"], at: string) {
  checkDepth(parameters, `${at}.parameters`);
  return {
    name,
    ...(description ? { description } : {}),
    ...(parameters ? { parameters } : {}),
    ...(strict ? { strict } : {}),
  };
}

/** How many tokens of thinking each effort is worth; undefined: all that leave room for an answer. */
const EFFORT_TOKENS: Readonly<Record<NonNullable<ChatRequest["reasoning_effort"]>, number | undefined>> = {
  none: 0, minimal: 256, low: 1024, medium: 4096, high: undefined, xhigh: undefined,
};

/** An effort switches thinking on, or off; who says so in the words of this family is believed first. */
function thinkingAsked(wire: ChatRequest): { thinking: boolean | undefined; thinkingTokensMax: number | undefined } {
  const { reasoning_effort: effort, thinking_budget: budget } = wire;
  const thinkingTokensMax = budget ?? (effort ? EFFORT_TOKENS[effort] : undefined);
  const byEffort = effort ? effort !== "none" : undefined;
  const thinking = wire.chat_template_kwargs?.enable_thinking ?? booleanOf(wire["enable_thinking"]) ?? (budget === 0 ? false : byEffort);
  return { thinking, thinkingTokensMax };
}

/** Who asks, as OpenAI's fields tell it. */
function sessionOf(wire: ChatRequest): Pick<GenerationRequest, "session"> {
  const session = [wire["prompt_cache_key"], wire["safety_identifier"], wire.user].find((name) => typeof name === "string" && name !== "");
  return session === undefined ? {} : { session: session as string };
}

function replySchema(format: ChatRequest["response_format"]): GenerationRequest["replySchema"] {
  switch (format?.type) {
    case "json_object":
      return { type: "object" };
    case "json_schema":
      checkDepth(format.json_schema.schema, "response_format.json_schema.schema");
      return format.json_schema.schema;
    default:
      return undefined;
  }
}

function message(wire: WireMessage, index: number): ChatMessage {
  const at = `messages.${index}`;
  const other = Array.isArray(wire.content) ? wire.content.find((part) => part.type !== "text" && part.type !== "refusal") : undefined;
  if (other) throw new InputError(`${at}.content: this model reads text only, got a part of type '${other.type}'`, { param: `${at}.content` });
  const toolCalls = (wire.tool_calls ?? []).map((call, callIndex) => ({
    name: call.function.name,
    arguments: argumentsOf(call.function.arguments, `${at}.tool_calls.${callIndex}.function.arguments`),
  }));
  return {
    role: wire.role === "developer" ? "system" : wire.role,
    content: contentText(wire.content),
    ...(wire.reasoning_content ? { reasoning: wire.reasoning_content } : {}),
    ...(toolCalls.length ? { toolCalls } : {}),
  };
}

function argumentsOf(given: string | Record<string, unknown> | null | undefined, param: string): Record<string, unknown> {
  const parsed = typeof given === "string" ? parseJson(given.trim() || "{}") : (given ?? {});
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new InputError(`${param}: expected a JSON object, got ${String(given).slice(0, 60)}`, { param });
  }
  checkDepth(parsed, param);
  return parsed as Record<string, unknown>;
}

/** Undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws InputError when values lie in values more than `DEPTH_MAX` deep */
function checkDepth(value: unknown, param: string): void {
  // Level by level, not by calling itself: the stack is what this protects.
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_MAX) throw new InputError(`${param}: expected values at most ${DEPTH_MAX} deep, got deeper ones`, { param });
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
}

/** One system message, at the front: the templates accept no other place. */
function inTemplateOrder(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const system = messages.filter((each) => each.role === "system");
  const rest = messages.filter((each) => each.role !== "system");
  if (!system.length) return rest;
  return [{ role: "system", content: system.map((each) => each.content).filter(Boolean).join("\n\n") }, ...rest];
}

function toolChoice(wire: ChatRequest, names: readonly string[]): GenerationRequest["toolChoice"] {
  const choice = wire.tool_choice ?? "auto";
  if (choice === "required" && !names.length) throw new InputError("tool_choice: 'required' needs tools, got none", { param: "tool_choice" });
  if (typeof choice === "string") return choice;
  const { name } = choice.function;
  if (!names.includes(name)) {
    throw new InputError(`tool_choice: expected one of ${names.join(", ") || "no tools"}, got ${name}`, { param: "tool_choice" });
  }
  return { name };
}

function sampling(wire: ChatRequest): Partial<Sampling> {
  const asked = {
    temperature: wire.temperature,
    topK: wire.top_k,
    topP: wire.top_p,
    minP: wire.min_p,
    repetitionPenalty: wire.repetition_penalty,
    presencePenalty: wire.presence_penalty,
    frequencyPenalty: wire.frequency_penalty,
    seed: wire.seed,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== null)) as Partial<Sampling>;
}

function stops(wire: ChatRequest): readonly string[] {
  const stop = stopList(wire.stop);
  const long = stop.find((text) => text.length > STOP_CHARS_MAX);
  if (long) throw new InputError(`stop: expected at most ${STOP_CHARS_MAX} characters each, got ${long.length}`, { param: "stop" });
  return stop;
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
