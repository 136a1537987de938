import type { Backend } from "@wanwen/kernels";
import { openBackend } from "@wanwen/kernels";
import { openModelFiles } from "@wanwen/formats/node";
import { loadModel, type Model } from "@wanwen/model";
import { openEngine } from "../engine.ts";
import type { Engine } from "../types.ts";
import type { EngineSettings } from "./protocol.ts";

/**
 * Opens the model at `path` in this thread, which will be busy whenever the engine computes. Servers and apps want
 * `openEngineThread`. Closing the engine closes the model and the backend too.
 * @throws InputError naming what is wrong with the files
 */
export async function openEngineHere(
  { path, name, backend: backendName, threads, ...limits }: EngineSettings & { readonly onProgress?: (share: number) => void },
): Promise<Engine> {
  const { onProgress, ...engineOptions } = limits;
  const backend = await openNamedBackend(backendName, threads);
  let model: Model;
  try {
    const files = openModelFiles(path);
    try {
      model = loadModel(name === undefined ? files : { ...files, name, close: () => files.close() }, backend, {
        ...(onProgress && { onProgress: (done, total) => onProgress(done / total) }),
      });
    } finally {
      files.close();
    }
  } catch (error) {
    backend.close();
    throw error;
  }
  const engine = openEngine(model, engineOptions);
  return {
    info: engine.info,
    generate: (request, signal) => engine.generate(request, signal),
    async close() {
      await engine.close();
      backend.close();
    },
  };
}

async function openNamedBackend(name: EngineSettings["backend"], threads: number | undefined): Promise<Backend> {
  switch (name) {
    case "reference":
      return openBackend("reference");
    case "wasm":
      return (await import("@wanwen/kernels/node")).openWasm(threads === undefined ? {} : { threads });
    default:
      return name satisfies never;
  }
}
