import { InputError } from "@wanwen/core";
import type { Engine, GenerationRequest } from "@wanwen/engine";
import { createInterface } from "node:readline/promises";
import { text as textOf } from "node:stream/consumers";
import { type ModelOptions, openModel } from "./model-options.ts";

interface ChatOptions extends ModelOptions {
  readonly system?: string;
  readonly maxTokens?: number;
  readonly temperature?: number;
}

type Messages = GenerationRequest["messages"][number][];

/** One question and its answer, or a conversation until the person leaves. */
export async function chat(words: readonly string[], options: ChatOptions): Promise<void> {
  const engine = await openModel(options, progressLine());
  process.stderr.write(`${process.stderr.isTTY ? "\r\x1b[K" : ""}${engine.info.model}, ${engine.info.backend}\n`);
  const messages: Messages = options.system ? [{ role: "system", content: options.system }] : [];
  const asked = words.length > 0 || !process.stdin.isTTY;
  const question = words.length ? words.join(" ") : asked ? (await textOf(process.stdin)).trim() : "";
  if (!asked) await converse(engine, messages, options);
  else if (question) process.exitCode = (await answer(engine, messages, question, options)) ? 0 : 1;
  else throw new InputError("expected a question, as words or on standard input, got none");
  await engine.close();
}

async function converse(engine: Engine, messages: Messages, options: ChatOptions): Promise<void> {
  process.stderr.write("Ctrl+C stops a reply, Ctrl+D ends.\n");
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: "› " });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim()) {
      const abort = new AbortController();
      const stop = () => abort.abort();
      lines.once("SIGINT", stop);
      await answer(engine, messages, line, options, abort.signal);
      lines.off("SIGINT", stop);
    }
    lines.prompt();
  }
}

/**
 * Streams the reply to stdout and keeps it in the conversation. A question that failed is not kept: it may be what is
 * wrong, and every later one would fail with it.
 * @returns whether the reply came to its end
 */
async function answer(engine: Engine, messages: Messages, question: string, options: ChatOptions, signal?: AbortSignal): Promise<boolean> {
  const dim = (text: string) => (process.stderr.isTTY ? `\x1b[2m${text}\x1b[0m` : text);
  messages.push({ role: "user", content: question });
  const request: GenerationRequest = {
    id: `chat-${messages.length}`,
    messages,
    tools: [],
    toolChoice: "none",
    sampling: options.temperature === undefined ? {} : { temperature: options.temperature },
    stop: [],
    ...(options.maxTokens ? { maxTokens: options.maxTokens } : {}),
  };
  let reply = "";
  for await (const event of engine.generate(request, signal)) {
    if (event.type === "text") {
      reply += event.text;
      process.stdout.write(event.text);
    } else if (event.type === "thinking") process.stderr.write(dim(event.text));
    else if (event.type === "toolCallStarted") process.stdout.write(`\n→ ${event.name} `);
    else if (event.type === "toolCallArguments") process.stdout.write(event.json);
    else if (event.type === "failed") {
      messages.pop();
      process.stderr.write(`\n✗ ${event.error.message}\n`);
      return false;
    } else if (event.type === "finished") {
      const { completionTokens, tokensPerSecond } = event.usage;
      process.stdout.write("\n");
      process.stderr.write(dim(`${completionTokens} tokens, ${tokensPerSecond.toFixed(1)} a second\n`));
    }
  }
  messages.push({ role: "assistant", content: reply });
  return true;
}

/** "Loading 42 %" on one line of stderr, at most ten times a second; silent when nobody watches. */
export function progressLine(): (share: number) => void {
  let shown = 0;
  return (share) => {
    if (!process.stderr.isTTY || Date.now() - shown < 100) return;
    shown = Date.now();
    process.stderr.write(`\r\x1b[KLoading ${Math.round(share * 100)} %`);
  };
}
