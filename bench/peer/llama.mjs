// Measures llama.cpp (node-llama-cpp's prebuilt CPU binary) on one model file. One JSON line on stdout.
//   node llama.mjs FILE.gguf PROMPT_TOKENS REPLY_TOKENS THREADS FLASH(0|1)
import { getLlama, LlamaLogLevel } from "node-llama-cpp";

const [file, promptCount, replyCount, threads, flash] = process.argv.slice(2);
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, logLevel: LlamaLogLevel.error, maxThreads: Number(threads) });
const started = performance.now();
const model = await llama.loadModel({ modelPath: file, gpuLayers: 0 });
const context = await model.createContext({
  contextSize: Number(promptCount) + Number(replyCount) + 64, batchSize: 512, threads: Number(threads), flashAttention: flash === "1", sequences: 1,
});
const loadMs = performance.now() - started;
const sequence = context.getSequence();

await run(16, 4, 1); // warm up
const result = await run(Number(promptCount), Number(replyCount), 2);
console.log(JSON.stringify({ loadMs, ...result, rssMb: Math.round(process.memoryUsage().rss / 1e6), threads: Number(threads), flash: flash === "1" }));
process.exit(0);

async function run(prompt, reply, salt) {
  await sequence.clearHistory();
  const tokens = Array.from({ length: prompt }, (_, index) => 15 + ((index * 7 + salt * 13) % 10)); // digits are ids 15 … 24
  const at = performance.now();
  let first;
  let made = 0;
  for await (const _ of sequence.evaluate(tokens, { temperature: 0, yieldEogToken: true })) {
    first ??= performance.now();
    if (++made > reply) break;
  }
  const end = performance.now();
  return { promptTokensPerSecond: (prompt / (first - at)) * 1000, replyTokensPerSecond: ((made - 1) / (end - first)) * 1000 };
}
