import { asError } from "@wanwen/core";
import type { Engine, GenerationRequest } from "@wanwen/engine";
import { createInterface } from "node:readline/promises";
import { text as textOf } from "node:stream/consumers";
import { type ModelOptions, openModel } from "./model-options.ts";
import { failWith } from "./report.ts";

interface ChatOptions extends ModelOptions {
  readonly system?: string;
  readonly maxTokens?: number;
  readonly temperature?: number;
}

type Messages = GenerationRequest["messages"][number][];

/** One question and its answer, or a conversation until the person leaves. */
export async function chat(words: readonly string[], options: ChatOptions): Promise<void> {
  const engine = await openModel(options, progressLine()).catch(failWith);
  process.stderr.write(`\r\x1b[K${engine.info.model}, ${engine.info.backend}\n`);
  const messages: Messages = options.system ? [{ role: "system", content: options.system }] : [];
  const question = words.length ? words.join(" ") : process.stdin.isTTY ? undefined : (await textOf(process.stdin)).trim();
  if (question) await answer(engine, messages, question, options);
  else await converse(engine, messages, options);
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

/** Streams the reply to stdout and keeps it in the conversation. */
async function answer(engine: Engine, messages: Messages, question: string, options: ChatOptions, signal?: AbortSignal): Promise<void> {
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
    } else if (event.type === "thinking") process.stderr.write(`\x1b[2m${event.text}\x1b[0m`);
    else if (event.type === "toolCallStarted") process.stdout.write(`\n→ ${event.name} `);
    else if (event.type === "toolCallArguments") process.stdout.write(event.json);
    else if (event.type === "failed") process.stderr.write(`\n✗ ${asError(event.error).message}\n`);
    else if (event.type === "finished") {
      const { completionTokens, tokensPerSecond } = event.usage;
      process.stdout.write("\n");
      process.stderr.write(`\x1b[2m${completionTokens} tokens, ${tokensPerSecond.toFixed(1)} a second\x1b[0m\n`);
    }
  }
  messages.push({ role: "assistant", content: reply });
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
