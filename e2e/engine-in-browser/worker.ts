// Fetches a GGUF file, goes on greedily behind some tokens, and says how fast it was.
import { ggufModel } from "@wanwen/formats";
import { blobSource } from "@wanwen/formats/browser";
import { openWasm } from "@wanwen/kernels/browser";
import { loadModel } from "@wanwen/model";

export interface Task {
  readonly url: string;
  readonly threads: number;
  readonly tokens: readonly number[];
  /** How many tokens to write. */
  readonly reply: number;
}

export interface Answer {
  readonly description?: string;
  readonly ids?: readonly number[];
  readonly promptMs?: number;
  readonly replyMs?: number;
  readonly error?: string;
}

self.onmessage = async ({ data }: MessageEvent<Task>) => {
  try {
    self.postMessage(await answer(data));
  } catch (error) {
    self.postMessage({ error: String(error) } satisfies Answer);
  }
};

async function answer({ url, threads, tokens, reply }: Task): Promise<Answer> {
  const backend = await openWasm({ threads });
  const blob = await (await fetch(url)).blob();
  const files = ggufModel([blobSource(url.split("/").at(-1)!, blob)]);
  const model = loadModel({ ...files, close() {} }, backend);
  const warm = model.newState({ contextTokens: 16 });
  for (let i = 0; i < 3; i++) model.forward([{ state: warm, tokens: tokens.slice(0, 4), logits: "last" }]);
  const state = model.newState({ contextTokens: tokens.length + reply });
  const ids: number[] = [];
  const startedMs = performance.now();
  let [logits] = model.forward([{ state, tokens, logits: "last" }]);
  const promptMs = performance.now() - startedMs;
  for (;;) {
    ids.push(likeliest(logits!));
    if (ids.length === reply) break;
    [logits] = model.forward([{ state, tokens: [ids.at(-1)!], logits: "last" }]);
  }
  const replyMs = performance.now() - startedMs - promptMs;
  const { description } = backend;
  backend.close();
  return { description, ids, promptMs, replyMs };
}

function likeliest(logits: Float32Array): number {
  return logits.reduce((best, value, at) => (value > logits[best]! ? at : best), 0);
}
