/**
 * OpenAI chat completions: what a client may send and what a server answers.
 *
 * Exports `ChatRequest`, `ChatMessage`, `ChatTool`, `ChatCompletion`, `ChatChunk`, `Usage` (each a zod schema and its
 * type) and `parseChatRequest`, which turns untrusted JSON into a `ChatRequest` or an `InputError` naming the field.
 * Fields that we do not know are kept and ignored: clients of this format send many. Null counts as left out.
 * Source: the public OpenAI API reference for /v1/chat/completions.
 */
import { InputError } from "@wanwen/core";
import { z } from "zod";

const MESSAGES_MAX = 4096;
const TOOLS_MAX = 512;
const STOPS_MAX = 16;

/** One piece of a message. Text is `{type:"text",text}`; images and others stay as they are for whoever knows them. */
export const ContentPart = z.looseObject({ type: z.string().max(64), text: z.string().optional(), refusal: z.string().optional() });
export type ContentPart = z.infer<typeof ContentPart>;

export const Content = z.union([z.string(), z.array(ContentPart)], { error: "expected text or a list of parts" }).nullish();
export type Content = z.infer<typeof Content>;

/** `arguments` is JSON text on the wire; some clients replay it as an object, which is accepted too. */
export const ToolCall = z.looseObject({
  id: z.string().nullish(),
  type: z.literal("function").nullish(),
  function: z.looseObject({ name: z.string().min(1), arguments: z.union([z.string(), z.record(z.string(), z.unknown())], { error: "expected JSON text or an object" }).nullish() }),
});
export type ToolCall = z.infer<typeof ToolCall>;

export const ChatMessage = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant", "tool"]),
  content: Content,
  name: z.string().nullish(),
  /** Thinking of an earlier reply, when the client sends it back. */
  reasoning_content: z.string().nullish(),
  tool_calls: z.array(ToolCall).nullish(),
  tool_call_id: z.string().nullish(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const ChatTool = z.looseObject({
  type: z.literal("function"),
  function: z.looseObject({
    name: z.string().min(1).max(128),
    description: z.string().nullish(),
    /** JSON schema; our own keyword in its properties is `x-from`. */
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
});
export type ChatTool = z.infer<typeof ChatTool>;

export const ToolChoice = z.union([
  z.enum(["none", "auto", "required"]),
  z.looseObject({ type: z.literal("function"), function: z.looseObject({ name: z.string().min(1) }) }),
], { error: "expected none, auto, required or { type: 'function', function: { name } }" });
export type ToolChoice = z.infer<typeof ToolChoice>;

const count = z.number().int().positive();

/** What the text of the reply must be. `schema` is a JSON schema; of `strict: false` too all of it is held. */
export const ResponseFormat = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    json_schema: z.looseObject({ name: z.string().min(1).max(64), description: z.string().nullish(), schema: z.record(z.string(), z.unknown()), strict: z.boolean().nullish() }),
  }),
], { error: "expected text, json_object or json_schema" });
export type ResponseFormat = z.infer<typeof ResponseFormat>;

export const ChatRequest = z.looseObject({
  model: z.string().max(256).nullish().transform((name) => name ?? ""),
  messages: z.array(ChatMessage).min(1).max(MESSAGES_MAX),
  tools: z.array(ChatTool).max(TOOLS_MAX).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: count.nullish(),
  max_completion_tokens: count.nullish(),
  n: z.literal(1).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(STOPS_MAX)], { error: `expected a text or at most ${STOPS_MAX} texts` }).nullish(),
  seed: z.number().int().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_k: z.number().int().min(-1).nullish(),
  min_p: z.number().min(0).max(1).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  repetition_penalty: z.number().positive().max(10).nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.number().int().min(0).max(20).nullish(),
  response_format: ResponseFormat.nullish(),
  logit_bias: z.record(z.string(), z.number()).nullish(),
  modalities: z.array(z.string()).nullish(),
  /** The form before `tools`. */
  functions: z.array(z.unknown()).nullish(),
  /** Tokens of thinking, as DashScope and its clients have it. */
  thinking_budget: z.number().int().min(0).nullish(),
  reasoning_effort: z.enum(["none", "minimal", "low", "medium", "high", "xhigh"]).nullish(),
  chat_template_kwargs: z.looseObject({ enable_thinking: z.boolean().nullish() }).nullish(),
  /** False: no token is guessed ahead, as Wanwen has it. The reply is the same. */
  drafts: z.boolean().nullish(),
  user: z.string().nullish(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;
/** What a caller writes: defaults may be left out. */
export type ChatRequestInput = z.input<typeof ChatRequest>;

/** @throws InputError whose `param` is the path of the first field that is wrong ("messages.0.role"). */
export function parseChatRequest(json: unknown): ChatRequest {
  const parsed = ChatRequest.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.join(".") ?? "";
  throw new InputError(`${param || "request"}: ${issue?.message ?? "not a chat completion request"}`, param ? { param } : {});
}

/** All text of a message, in order. Parts that hold no text are left out. */
export function contentText(content: Content): string {
  if (content === null || content === undefined) return "";
  return typeof content === "string" ? content : content.map((part) => part.text ?? part.refusal ?? "").join("");
}

/** The names of stop strings as a list, however they were written. */
export function stopList(stop: ChatRequest["stop"]): readonly string[] {
  if (stop === null || stop === undefined) return [];
  return (typeof stop === "string" ? [stop] : stop).filter((each) => each !== "");
}

export const Usage = z.looseObject({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  total_tokens: z.number(),
  prompt_tokens_details: z.looseObject({ cached_tokens: z.number().optional() }).nullish(),
  completion_tokens_details: z.looseObject({ reasoning_tokens: z.number().optional() }).nullish(),
});
export type Usage = z.infer<typeof Usage>;

const TokenLogprob = z.looseObject({ token: z.string(), logprob: z.number(), bytes: z.array(z.number()).nullish() });
export const Logprobs = z.looseObject({
  content: z.array(TokenLogprob.extend({ top_logprobs: z.array(TokenLogprob).default([]) })).nullish(),
});
export type Logprobs = z.infer<typeof Logprobs>;

export const FinishReason = z.enum(["stop", "length", "tool_calls", "content_filter", "function_call"]);
export type FinishReason = z.infer<typeof FinishReason>;

export const ChatCompletion = z.looseObject({
  id: z.string(),
  object: z.literal("chat.completion").optional(),
  created: z.number().optional(),
  model: z.string().optional(),
  choices: z.array(z.looseObject({
    index: z.number(),
    message: z.looseObject({
      role: z.string().optional(),
      content: Content,
      reasoning_content: z.string().nullish(),
      reasoning: z.string().nullish(),
      tool_calls: z.array(ToolCall).nullish(),
    }),
    finish_reason: FinishReason.nullish(),
    logprobs: Logprobs.nullish(),
  })),
  usage: Usage.nullish(),
});
export type ChatCompletion = z.infer<typeof ChatCompletion>;

/** A piece of a tool call while it streams: the first carries id and name, later ones only more of `arguments`. */
export const ToolCallDelta = z.looseObject({
  index: z.number().int().min(0).default(0),
  id: z.string().nullish(),
  type: z.string().nullish(),
  function: z.looseObject({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
export type ToolCallDelta = z.infer<typeof ToolCallDelta>;

export const ChatChunk = z.looseObject({
  id: z.string().default(""),
  object: z.literal("chat.completion.chunk").optional(),
  created: z.number().optional(),
  model: z.string().optional(),
  choices: z.array(z.looseObject({
    index: z.number().default(0),
    delta: z.looseObject({
      role: z.string().nullish(),
      content: z.string().nullish(),
      reasoning_content: z.string().nullish(),
      reasoning: z.string().nullish(),
      tool_calls: z.array(ToolCallDelta).nullish(),
    }).nullish(),
    finish_reason: FinishReason.nullish(),
    logprobs: Logprobs.nullish(),
  })).default([]),
  usage: Usage.nullish(),
});
export type ChatChunk = z.infer<typeof ChatChunk>;
