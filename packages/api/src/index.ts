export {
  ChatChunk, ChatCompletion, ChatMessage, ChatRequest, type ChatRequestInput, ChatTool, Content, ContentPart, contentText,
  FinishReason, Logprobs, parseChatRequest, stopList, ToolCall, ToolCallDelta, ToolChoice, Usage,
} from "./chat.ts";
export { type ClientEvent, type Endpoint, listModels, streamChat } from "./client.ts";
export { ErrorEnvelope, errorEnvelope, errorFromWire } from "./error-envelope.ts";
export { decodeSse, encodeComment, encodeSse, SSE_CHARS_MAX, SseDecoder, type SseEvent } from "./sse.ts";
