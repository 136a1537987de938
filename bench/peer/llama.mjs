// Measures llama.cpp (node-llama-cpp's prebuilt CPU binary) on one model file. One JSON line on stdout.
//   node llama.mjs speed|streams '{"path": …, "threads": 2, "prompt": 512, "reply": 64, "flash": 1}'
import { getLlama, LlamaLogLevel } from "node-llama-cpp";

const mode = process.argv[2];
const { path, threads, prompt, reply, streams = 1, flash = 1 } = JSON.parse(process.argv[3]);
const started = performance.now();
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, logLevel: LlamaLogLevel.error, maxThreads: threads });
const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
const context = await model.createContext({
  contextSize: prompt + reply + 64, batchSize: 512, threads, flashAttention: flash === 1, sequences: mode === "streams" ? streams : 1,
});
const sequences = Array.from({ length: mode === "streams" ? streams : 1 }, () => context.getSequence());
await run(sequences[0], 1, 1, 1); // until the first token: pages of the file are read when they are used
const loadMs = performance.now() - started;

await run(sequences[0], 16, 4, 1); // warm up
const result = mode === "streams" ? { one: await timed(1), all: await timed(streams) } : await run(sequences[0], prompt, reply, 2);
console.log(JSON.stringify({ loadMs, ...result, maxRssMb: process.resourceUsage().maxRSS / 1000 }));
process.exit(0);

/** Tokens of replies over the whole time, prompts included. */
async function timed(count) {
  const at = performance.now();
  const made = await Promise.all(sequences.slice(0, count).map((sequence, index) => run(sequence, prompt, reply, 3 + index)));
  return (made.reduce((sum, { tokens }) => sum + tokens, 0) / (performance.now() - at)) * 1000;
}

async function run(sequence, promptTokens, replyTokens, salt) {
  await sequence.clearHistory();
  const tokens = Array.from({ length: promptTokens }, (_, index) => 15 + ((index * 7 + salt * 13) % 10)); // digits are ids 15 … 24
  const at = performance.now();
  let first;
  let made = 0;
  for await (const _ of sequence.evaluate(tokens, { temperature: 0, yieldEogToken: true })) {
    first ??= performance.now();
    if (++made >= replyTokens) break;
  }
  const end = performance.now();
  return { tokens: made, promptTokensPerSecond: (promptTokens / (first - at)) * 1000, replyTokensPerSecond: ((made - 1) / (end - first)) * 1000 };
}
