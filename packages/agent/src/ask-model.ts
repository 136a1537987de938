/** One request to the model, of whichever maker: its words as they are written, its calls when they are whole. */
import { type ChatMessage, type ChatRequestInput, type ClientEvent, streamChat } from "@wanwen/api";
import { newId } from "@wanwen/core";
import type { TaskDelta, ToolName } from "./events.ts";
import { looksBroken } from "./reply.ts";
import { isToolName, toolDefinitions } from "./tools.ts";

export interface AgentModel {
  /** Up to the version: "http://127.0.0.1:8080/v1". */
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly model: string;
  readonly fetch?: typeof globalThis.fetch;
  /** The embedded model, or one like it: short prompts, no instructions, replies held to what it knows. */
  readonly small: boolean;
  /** Resolves when requests can be answered; rejects with the reason when they never will. */
  ready(signal: AbortSignal): Promise<void>;
}

export interface Reply {
  /** The same as in the deltas of its text. */
  readonly messageId: string;
  readonly text: string;
  readonly calls: readonly Extract<ClientEvent, { type: "toolCall" }>[];
}

/** `tool`: the call that it must write. Calls of tools that there are not are left out. */
export async function askModel(
  model: AgentModel, messages: readonly ChatMessage[], tool: ToolName | undefined, onDelta: (delta: TaskDelta) => void, signal: AbortSignal,
): Promise<Reply> {
  const request: ChatRequestInput = {
    model: model.model,
    messages: [...messages],
    tools: [...toolDefinitions],
    tool_choice: tool ? { type: "function", function: { name: tool } } : "auto",
    ...(model.small ? { temperature: 0, max_completion_tokens: 256 } : { max_completion_tokens: 4096 }),
    chat_template_kwargs: { enable_thinking: false },
  };
  const { baseUrl, apiKey, fetch } = model;
  onDelta({ type: "status", status: "reading" });
  const messageId = newId("msg");
  let text = "";
  let shown = 0;
  let writing = false;
  const calls: Reply["calls"][number][] = [];
  for await (const event of streamChat({ baseUrl, ...(apiKey ? { apiKey } : {}), ...(fetch ? { fetch } : {}) }, request, signal)) {
    if (event.type === "toolCall" && isToolName(event.name)) calls.push(event);
    if (event.type !== "text") continue;
    if (!writing) onDelta({ type: "status", status: "writing" });
    writing = true;
    text += event.text;
    if (looksBroken(text)) continue;
    const end = model.small ? wholeWords(text) : text.length;
    if (end <= shown) continue;
    onDelta({ type: "textDelta", messageId, text: text.slice(shown, end) });
    shown = end;
  }
  return { messageId, text, calls };
}

/** Words appear whole, so that noise can be noticed before it is seen. */
const wholeWords = (text: string): number =>
  Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n"), text.search(/[，。！？：]\s*\S*$/u)) + 1;
