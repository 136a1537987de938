import { createHash } from "node:crypto";
import type { Backend } from "@wanwen/kernels";
import { openBackend } from "@wanwen/kernels";
import type { ModelFiles } from "@wanwen/formats";
import { openAdapterFiles, openModelFiles } from "@wanwen/formats/node";
import { describeModel, EXACT_KEYS_BYTES_MAX, loadModel, readConfig, type Model, type ModelConfig } from "@wanwen/model";
import { openEngine, type EngineOptions } from "../engine.ts";
import { CONTEXT_TOKENS, type MemoryPlan, planMemory } from "../memory-plan.ts";
import type { AdapterRack, Engine } from "../types.ts";
import type { EngineSettings } from "./protocol.ts";
import { StateFolder } from "./state-folder.ts";

interface OpenHereOptions extends Pick<EngineOptions, "logger"> {
  readonly onProgress?: (share: number) => void;
  /** Called before anything is loaded, when a budget of memory was given. */
  readonly onPlan?: (plan: MemoryPlan) => void;
}

/**
 * Opens the model at `path` in this thread, which will be busy whenever the engine computes. Servers and apps want
 * `openEngineThread`. Closing the engine closes the model and the backend too.
 * @throws InputError naming what is wrong with the files, LimitError when they do not fit into `memoryBytes`
 */
export async function openEngineHere(
  { path, name, backend: backendName, threads, kv, adapters = [], memoryBytes, keptFolder, ...limits }: EngineSettings & OpenHereOptions,
): Promise<Engine> {
  const { onProgress, onPlan, ...given } = limits;
  let engineOptions: EngineOptions = given;
  const files = openModelFiles(path);
  let backend: Backend | undefined;
  let model: Model;
  try {
    if (memoryBytes !== undefined) {
      const { memory, config } = describeModel(files);
      const plan = planMemory(memory, Math.min(given.contextTokens ?? CONTEXT_TOKENS, config.contextMax), memoryBytes);
      onPlan?.(plan);
      engineOptions = { runningMax: plan.runningMax, keptBytesMax: plan.keptBytesMax, ...given };
    }
    backend = await openNamedBackend(backendName, threads ?? threadsFor(files), kv ?? (bytesOf(files) > EXACT_KEYS_BYTES_MAX ? "f16" : "f32"));
    model = loadModel(name === undefined ? files : { ...files, name, close: () => files.close() }, backend, {
      drafts: wantsDraftLayer(engineOptions.drafts, readConfig(files)),
      ...(onProgress && { onProgress: (done, total) => onProgress(done / total) }),
    });
    if (keptFolder !== undefined) {
      const keptStore = new StateFolder({
        folder: keptFolder, fingerprint: fingerprintOf(files, backend), bytesMax: KEPT_FOLDER_BYTES, ...(given.logger && { logger: given.logger }),
      });
      engineOptions = { ...engineOptions, keptStore };
    }
  } catch (error) {
    backend?.close();
    throw error;
  } finally {
    files.close();
  }
  const opened = backend;
  const engine = openEngine(model, engineOptions);
  const rack: AdapterRack = {
    get names() {
      return engine.shelf.names;
    },
    async load(adapter, directory) {
      const adapterFiles = openAdapterFiles(directory);
      try {
        engine.shelf.add(adapter, adapterFiles);
      } finally {
        adapterFiles.close();
      }
    },
    unload: async (adapter) => engine.shelf.remove(adapter),
  };
  try {
    for (const adapter of adapters) await rack.load(adapter.name, adapter.path);
  } catch (error) {
    await engine.close();
    opened.close();
    throw error;
  }
  return {
    info: engine.info,
    adapters: rack,
    generate: (request, signal) => engine.generate(request, signal),
    async close() {
      await engine.close();
      opened.close();
    },
  };
}

/**
 * A model that fits the caches is read faster by one core than two can agree on who reads what; and the page, the server
 * and the merchants want the other core. Measured on mini with both cores busy: 52 tokens/s on one thread, 6 on two.
 */
const ONE_THREAD_BYTES_MAX = 64 << 20;

/**
 * Where the draft layer is a tenth of the model or more, a guess of it costs a quarter of a pass (with the head). The embedded model,
 * 8 layers, lies in the caches, where a pass over two rows takes 1.6 to 2 times as long as one over
 * one: nothing is left to win. Guesses from the text itself cost next to nothing.
 */
const DRAFT_LAYER_FROM_LAYERS = 12;

function wantsDraftLayer(drafts: EngineOptions["drafts"], { layers }: ModelConfig): boolean {
  return typeof drafts === "number" || (drafts !== "never" && layers.length >= DRAFT_LAYER_FROM_LAYERS);
}

/** Long preambles of a small model take 200 MB each. */
const KEPT_FOLDER_BYTES = 4 * 2 ** 30;

/**
 * What decides over the bits of a state: the checkpoint (its settings, its table of tensors and some of its numbers; reading all
 * would take as long as loading) and how the backend computes.
 */
function fingerprintOf(files: ModelFiles, { bits }: Backend): string {
  const settings = JSON.stringify(readConfig(files), (_, value: unknown) => (value instanceof Float64Array ? [...value] : value));
  const hash = createHash("sha256").update(bits).update(settings);
  for (const { name, type, shape, bytes, read } of files.weights.tensors.values()) {
    const sample = new Uint8Array(Math.min(bytes, 256));
    read(sample, Math.floor((bytes - sample.length) / 2));
    hash.update(JSON.stringify([name, type, shape])).update(sample);
  }
  return hash.digest("hex");
}

function threadsFor(files: ModelFiles): number | undefined {
  return bytesOf(files) <= ONE_THREAD_BYTES_MAX ? 1 : undefined;
}

function bytesOf({ weights }: ModelFiles): number {
  return weights.tensors.values().reduce((sum, tensor) => sum + tensor.bytes, 0);
}

async function openNamedBackend(name: EngineSettings["backend"], threads: number | undefined, kv: "f32" | "f16"): Promise<Backend> {
  switch (name) {
    case "reference":
      return openBackend("reference");
    case "wasm":
      return (await import("@wanwen/kernels/node")).openWasm({ kv, ...(threads === undefined ? {} : { threads }) });
    default:
      return name satisfies never;
  }
}
