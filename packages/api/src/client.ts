/**
 * The client that reaches a model: any endpoint that speaks chat completions will do.
 *
 * Exports `streamChat`, `ClientEvent`, `Endpoint`, `listModels`.
 */
import { asError, DeviceError, InputError, LimitError, WanwenError } from "@wanwen/core";
import { ChatChunk, ChatCompletion, type ChatRequestInput, contentText, type FinishReason, type Usage } from "./chat.ts";
import { ErrorEnvelope, errorFromWire } from "./error-envelope.ts";
import { decodeSse } from "./sse.ts";

export interface Endpoint {
  /** Up to and including the version: "http://127.0.0.1:8080/v1". */
  readonly baseUrl: string;
  readonly apiKey?: string;
  /** For tests and for browsers that talk to a worker. */
  readonly fetch?: typeof globalThis.fetch;
}

export type ClientEvent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "reasoning"; readonly text: string }
  /** Whole; `arguments` is the JSON text that the model wrote, not yet checked. */
  | { readonly type: "toolCall"; readonly id: string; readonly name: string; readonly arguments: string }
  | { readonly type: "finished"; readonly reason: FinishReason; readonly usage?: Usage };

/** Bounds of one reply: a model that never stops must not fill the memory. */
const REPLY_CHARS_MAX = 4 << 20;
const CALLS_MAX = 64;
const ERROR_BODY_CHARS_MAX = 64 << 10;

/**
 * One reply, as it is written. The last event is `finished`.
 *
 * @throws InputError, LimitError, DeviceError as the endpoint reported; DeviceError when it cannot be reached or the
 *   stream breaks off; the signal's reason when aborted.
 */
export async function* streamChat(endpoint: Endpoint, request: ChatRequestInput, signal?: AbortSignal): AsyncGenerator<ClientEvent> {
  const response = await post(endpoint, { ...request, stream: true, stream_options: { include_usage: true } }, signal);
  try {
    if (!response.body) throw new DeviceError("the model endpoint answered without a body");
    if (response.headers.get("content-type")?.includes("application/json")) {
      yield* eventsOfWhole(await response.text());
      return;
    }
    yield* eventsOfStream(response.body);
  } catch (thrown) {
    if (signal?.aborted) throw signal.reason;
    if (thrown instanceof WanwenError) throw thrown;
    throw new DeviceError("the connection to the model broke off", { cause: thrown });
  }
}

/** Ids of the models that the endpoint offers. */
export async function listModels(endpoint: Endpoint, signal?: AbortSignal): Promise<readonly string[]> {
  const response = await send(endpoint, "models", { method: "GET", ...(signal ? { signal } : {}) }, signal);
  const json = (await response.json().catch(() => undefined)) as { data?: unknown } | undefined;
  if (!Array.isArray(json?.data)) throw new DeviceError("the model endpoint's list of models is not one");
  return json.data.flatMap((each: { id?: unknown }) => (typeof each?.id === "string" ? [each.id] : []));
}

function post(endpoint: Endpoint, body: object, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return send(endpoint, "chat/completions", { ...init, ...(signal ? { signal } : {}) }, signal);
}

async function send(endpoint: Endpoint, path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const headers = new Headers(init.headers);
  if (endpoint.apiKey) headers.set("authorization", `Bearer ${endpoint.apiKey}`);
  const call = endpoint.fetch ?? globalThis.fetch;
  let response: Response;
  try {
    response = await call(`${endpoint.baseUrl.replace(/\/+$/, "")}/${path}`, { ...init, headers });
  } catch (thrown) {
    if (signal?.aborted) throw signal.reason;
    throw new DeviceError(`the model endpoint cannot be reached: ${asError(thrown).message}`, { cause: thrown });
  }
  if (response.ok) return response;
  const body = (await response.text().catch(() => "")).slice(0, ERROR_BODY_CHARS_MAX);
  throw errorFromWire(response.status, body, response.headers.get("retry-after"));
}

interface OpenCall {
  id: string;
  name: string;
  arguments: string;
}

/** Tool calls are given on whole: when the next begins or the reply ends. */
async function* eventsOfStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ClientEvent> {
  const open = new Map<number, OpenCall>();
  let reason: FinishReason | undefined;
  let usage: Usage | undefined;
  let chars = 0;

  for await (const event of decodeSse(body)) {
    if (event.data === "[DONE]") break;
    const chunk = chunkOf(event.event, event.data);
    if (chunk.usage) usage = chunk.usage;
    const choice = chunk.choices[0];
    if (!choice) continue;
    const reasoning = choice.delta?.reasoning_content ?? choice.delta?.reasoning ?? "";
    const text = choice.delta?.content ?? "";
    chars += reasoning.length + text.length;
    if (reasoning) yield { type: "reasoning", text: reasoning };
    if (text) yield { type: "text", text };
    for (const delta of choice.delta?.tool_calls ?? []) {
      chars += delta.function?.arguments?.length ?? 0;
      const call = open.get(delta.index) ?? { id: "", name: "", arguments: "" };
      if (!open.has(delta.index)) {
        yield* takeAll(open);
        open.set(delta.index, call);
      }
      call.id ||= delta.id ?? "";
      call.name ||= delta.function?.name ?? "";
      call.arguments += delta.function?.arguments ?? "";
      if (delta.index >= CALLS_MAX) throw new LimitError(`the model made more than ${CALLS_MAX} calls in one reply`);
    }
    if (chars > REPLY_CHARS_MAX) throw new LimitError(`the model's reply is longer than ${REPLY_CHARS_MAX} characters`);
    if (choice.finish_reason) reason = choice.finish_reason;
  }
  yield* takeAll(open);
  if (!reason) throw new DeviceError("the model's reply broke off before its end");
  yield { type: "finished", reason, ...(usage ? { usage } : {}) };
}

function* takeAll(open: Map<number, OpenCall>): Generator<ClientEvent> {
  for (const call of open.values()) yield { type: "toolCall", ...call, id: call.id || `call_${call.name}` };
  open.clear();
}

function chunkOf(event: string, data: string): ChatChunk {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch (cause) {
    throw new DeviceError("the model endpoint sent an event that is not JSON", { cause });
  }
  const failure = ErrorEnvelope.safeParse(json);
  if (failure.success) throw wireError(failure.data.error);
  if (event === "error") throw new DeviceError("the model endpoint reported a failure without a message");
  const chunk = ChatChunk.safeParse(json);
  if (!chunk.success) throw new DeviceError(`the model endpoint sent an event of another shape: ${chunk.error.issues[0]?.path.join(".")}`);
  return chunk.data;
}

/** A failure after the stream began has no status: its type says whose it is. */
function wireError(error: { message: string; type?: string | null | undefined; param?: string | null | undefined }): WanwenError {
  if (error.type === "invalid_request_error") return new InputError(error.message, error.param ? { param: error.param } : {});
  if (error.type === "rate_limit_error") return new LimitError(error.message);
  return new DeviceError(error.message);
}

/** Some endpoints ignore `stream` and answer in one piece. */
function* eventsOfWhole(body: string): Generator<ClientEvent> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new DeviceError("the model endpoint's answer is not JSON", { cause });
  }
  const parsed = ChatCompletion.safeParse(json);
  const choice = parsed.success ? parsed.data.choices[0] : undefined;
  if (!parsed.success || !choice) throw new DeviceError("the model endpoint's answer has another shape than a chat completion");
  const { message } = choice;
  const reasoning = message.reasoning_content ?? message.reasoning;
  if (reasoning) yield { type: "reasoning", text: reasoning };
  const text = contentText(message.content);
  if (text) yield { type: "text", text };
  for (const call of message.tool_calls ?? []) {
    const written = call.function.arguments ?? "";
    yield { type: "toolCall", id: call.id ?? `call_${call.function.name}`, name: call.function.name,
      arguments: typeof written === "string" ? written : JSON.stringify(written) };
  }
  yield { type: "finished", reason: choice.finish_reason ?? "stop", ...(parsed.data.usage ? { usage: parsed.data.usage } : {}) };
}
