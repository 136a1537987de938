import type { StoredTensor, TensorType } from "@wanwen/core";
import type { ModelFiles } from "@wanwen/formats";
import { bytesInMemory, type Tensor, type Weights } from "@wanwen/kernels";
import { readConfig } from "./load.ts";
import { stateBytes } from "./state.ts";
import type { ModelConfig } from "./types.ts";
import { loadWeights, type MlpWeights, type ModelWeights, type WeightStore } from "./weights.ts";

/**
 * Engines keep keys and values of models up to this size as f32, and of larger ones as halves: those read long contexts from
 * memory, and halves are read in half the time.
 */
export const EXACT_KEYS_BYTES_MAX = 64 << 20;

/** What a checkpoint is and will cost, found out without reading its weights. */
export interface ModelDescription {
  readonly name: string;
  readonly format: "safetensors" | "gguf";
  readonly config: ModelConfig;
  /** Of the text model; what the engine leaves in the file (vision, prediction heads) is in `unused`. */
  readonly parameters: number;
  /** Those that one token meets: all but the embedding's other rows and the experts that it does not visit. */
  readonly activeParameters: number;
  /** How the text model's numbers are stored, most bytes first. */
  readonly types: readonly StoredShare[];
  /** It can guess a few tokens ahead (multi-token prediction). */
  readonly drafts: boolean;
  readonly unused: { readonly tensors: number; readonly bytes: number };
  /** Bytes in memory, as the wasm backend keeps weights. */
  readonly memory: {
    readonly weights: number;
    /** Keys and values, for each token of each conversation. */
    readonly perToken: number;
    /** Recurrent and convolution state of each conversation, however long. */
    readonly perConversation: number;
  };
  /** Bytes of weights that one token of a reply reads. */
  readonly bytesPerToken: number;
}

export interface StoredShare {
  readonly type: TensorType;
  readonly tensors: number;
  readonly parameters: number;
  readonly bytes: number;
}

/**
 * Reads settings and the table of tensors, and goes through the motions of loading them, so that whatever would fail
 * later fails now.
 * @throws InputError as `loadModel`
 */
export function describeModel(files: Pick<ModelFiles, "name" | "weights" | "configJson" | "generationConfig">): ModelDescription {
  const config = readConfig(files);
  const tensors = new WatchedTensors(files.weights.tensors);
  const weights = loadWeights({ ...files.weights, tensors }, config, MEASURING);
  const total = [...tensors.values()];
  const used = [...tensors.used];
  return {
    name: files.name,
    format: files.weights.format,
    config,
    parameters: weights.parameters,
    activeParameters: Math.round(perToken(weights, config, ({ rows, cols }) => rows * cols)),
    types: sharesOf(used),
    drafts: weights.draft !== undefined,
    unused: {
      tensors: total.length - used.length + (files.weights.skipped?.size ?? 0),
      bytes: sum(total, ({ bytes }) => bytes) - sum(used, ({ bytes }) => bytes),
    },
    memory: { weights: weights.bytes, ...stateBytes(config, weights.draft !== undefined, weights.bytes > EXACT_KEYS_BYTES_MAX ? 2 : 4) },
    bytesPerToken: Math.round(perToken(weights, config, ({ bytes }) => bytes)),
  };
}

/** Remembers which tensors were looked up. */
class WatchedTensors extends Map<string, StoredTensor> {
  readonly used = new Set<StoredTensor>();

  override get(name: string): StoredTensor | undefined {
    const tensor = super.get(name);
    if (tensor) this.used.add(tensor);
    return tensor;
  }
}

/** A store that keeps sizes only. */
const MEASURING: WeightStore = {
  weights(source): Weights {
    const cols = source.shape.at(-1) ?? 1;
    const rows = source.shape.slice(0, -1).reduce((product, axis) => product * axis, 1);
    return { rows, cols, type: source.type, bytes: bytesInMemory(source) };
  },
  tensor: (...shape) => sized(shape),
  tensorFrom: (_, ...shape) => sized(shape),
  read: ({ length }) => new Float32Array(length),
  embed() {},
  free() {},
  freeWeights() {},
};

function sized(shape: readonly number[]): Tensor {
  return { shape, length: shape.reduce((product, axis) => product * axis, 1) };
}

/** Sum over the matrices that one token meets; the embedding gives it one row. */
function perToken(weights: ModelWeights, { experts, vocabulary }: ModelConfig, of: (w: Weights) => number): number {
  const dense = ({ gateProj, upProj, downProj }: MlpWeights) => of(gateProj) + of(upProj) + of(downProj);
  let total = of(weights.embedding) / vocabulary + of(weights.head);
  for (const { mixer, mlp } of weights.layers) {
    const matrices = mixer.kind === "attention"
      ? [mixer.qProj, mixer.kProj, mixer.vProj, mixer.oProj]
      : [mixer.inProjQkv, mixer.inProjZ, mixer.inProjA, mixer.inProjB, mixer.outProj];
    total += sum(matrices, of);
    if (mlp.kind === "dense") total += dense(mlp);
    else {
      total += of(mlp.router) + (sum(mlp.experts, dense) * experts!.used) / experts!.count;
      if (mlp.shared) total += of(mlp.shared.gate) + dense(mlp.shared.mlp);
    }
  }
  return total;
}

function sharesOf(tensors: readonly StoredTensor[]): StoredShare[] {
  const shares = Map.groupBy(tensors, ({ type }) => type);
  return [...shares]
    .map(([type, of]) => ({
      type,
      tensors: of.length,
      parameters: sum(of, ({ shape }) => shape.reduce((product, axis) => product * axis, 1)),
      bytes: sum(of, ({ bytes }) => bytes),
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
