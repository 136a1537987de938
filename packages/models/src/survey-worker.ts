/** The thread that looks into models: reading vocabularies and measuring the memory would hold up a server for a second. */
import { parentPort, workerData } from "node:worker_threads";
import { asError, invariant, type TensorType } from "@wanwen/core";
import { openModelFiles } from "@wanwen/formats/node";
import { openWasm } from "@wanwen/kernels/node";
import { describeModel, measureReadSpeed } from "@wanwen/model";
import { CONTEXT_TOKENS, type Facts, type SurveyReply, type SurveyRequest } from "./survey.ts";

invariant(parentPort, "the survey's worker was started as a worker");

/** Longer than a look at one model needs: a server's computer is doing other things as well. */
const MEASURE_MS = 150;

async function survey({ paths, types, threads }: SurveyRequest): Promise<SurveyReply> {
  const facts = paths.map(factsOf);
  const wanted = new Set([...types, ...facts.flatMap((each) => ("type" in each ? [each.type] : []))]);
  return { facts, speeds: await speedsOf([...wanted], threads) };
}

function factsOf(path: string): Facts | { problem: string } {
  try {
    const files = openModelFiles(path);
    try {
      const { config, parameters, memory, bytesPerToken, types } = describeModel(files);
      return {
        family: config.family,
        parameters,
        bytesPerToken,
        memoryBytes: memory.weights + memory.perConversation + memory.perToken * Math.min(config.contextMax, CONTEXT_TOKENS),
        type: types[0]?.type ?? "F32",
      };
    } finally {
      files.close();
    }
  } catch (error) {
    return { problem: asError(error).message };
  }
}

async function speedsOf(types: readonly TensorType[], threads: number): Promise<Partial<Record<TensorType, number>>> {
  const backend = await openWasm({ threads });
  try {
    return Object.fromEntries(types.map((type) => [type, measureReadSpeed(backend, type, MEASURE_MS)]));
  } finally {
    backend.close();
  }
}

parentPort.postMessage(await survey(workerData as SurveyRequest));
