// Completes token ids greedily with llama.cpp (node-llama-cpp), keeping what a prompt has in common with the one before.
//   node complete.mjs FILE.gguf THREADS < lines of {id, ids, replyMax}  > lines of {id, ids}
import { createInterface } from "node:readline";
import { getLlama, LlamaLogLevel } from "node-llama-cpp";

const [file, threads] = process.argv.slice(2);
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, logLevel: LlamaLogLevel.error, maxThreads: Number(threads) });
const model = await llama.loadModel({ modelPath: file, gpuLayers: 0 });
const context = await model.createContext({ contextSize: 4096, batchSize: 512, threads: Number(threads), sequences: 1 });
const sequence = context.getSequence();

for await (const line of createInterface({ input: process.stdin })) {
  const { id, ids, replyMax } = JSON.parse(line);
  await sequence.adaptStateToTokens(ids.slice(0, -1), false);
  const reply = [];
  for await (const token of sequence.evaluate(ids.slice(sequence.nextTokenIndex), { temperature: 0 })) {
    if (model.isEogToken(token)) break;
    reply.push(token);
    if (reply.length >= replyMax) break;
  }
  console.log(JSON.stringify({ id, ids: reply }));
}
process.exit(0);
