import { InputError, type StoredTensor } from "@wanwen/core";
import type { WeightFile } from "@wanwen/formats";
import type { Backend, Tensor, Weights } from "@wanwen/kernels";
import type { ModelConfig } from "./types.ts";

/** Letters as in docs/model.md. Read-only, shared by all sessions. */
export interface ModelWeights {
  readonly embedding: Weights; // [V, E]
  readonly layers: readonly LayerWeights[];
  readonly norm: Tensor; // [E]
  /** The embedding itself when the head is tied. */
  readonly head: Weights; // [V, E]
  /** Numbers in the tensors above, counted once; and the bytes they take in memory. */
  readonly parameters: number;
  readonly bytes: number;
}

export interface LayerWeights {
  readonly inputNorm: Tensor; // [E]
  readonly mixer: AttentionWeights | DeltaNetWeights;
  readonly postAttentionNorm: Tensor; // [E]
  readonly mlp: MlpWeights;
}

export interface AttentionWeights {
  readonly kind: "attention";
  readonly qProj: Weights; // [H*D, E]; gated: [H*2D, E], per head the query and then its gate
  readonly kProj: Weights; // [G*D, E]
  readonly vProj: Weights; // [G*D, E]
  readonly oProj: Weights; // [E, H*D]
  /** Qwen3.5 only. */
  readonly norms?: { readonly q: Tensor; readonly k: Tensor }; // [D] each
  /** Qwen2 only. */
  readonly biases?: { readonly q: Tensor; readonly k: Tensor; readonly v: Tensor };
}

export interface DeltaNetWeights {
  readonly kind: "deltaNet";
  readonly inProjQkv: Weights; // [2*Hk*Dk + Hv*Dv, E]
  readonly inProjZ: Weights; // [Hv*Dv, E]
  readonly inProjB: Weights; // [Hv, E]
  readonly inProjA: Weights; // [Hv, E]
  readonly conv1d: Tensor; // [C, K]
  readonly decay: Tensor; // [Hv], -exp(A_log)
  readonly dtBias: Tensor; // [Hv]
  readonly norm: Tensor; // [Dv]
  readonly outProj: Weights; // [E, Hv*Dv]
}

export interface MlpWeights {
  readonly gateProj: Weights; // [F, E]
  readonly upProj: Weights; // [F, E]
  readonly downProj: Weights; // [E, F]
}

/** A tensor's name in Hugging Face checkpoints (after the prefix) and its names in GGUF files, the usual one first. */
type Name = readonly [huggingFace: string, ...gguf: string[]];

const EMBEDDING: Name = ["embed_tokens.weight", "token_embd.weight"];
const FINAL_NORM: Name = ["norm.weight", "output_norm.weight"];
const HEAD: Name = ["lm_head.weight", "output.weight"];

/** Names inside a layer. GGUF's second name for the second norm is Qwen2's, its second dt bias is Ollama's. */
const LAYER = {
  inputNorm: ["input_layernorm.weight", "attn_norm.weight"],
  postAttentionNorm: ["post_attention_layernorm.weight", "post_attention_norm.weight", "ffn_norm.weight"],
  qProj: ["self_attn.q_proj.weight", "attn_q.weight"],
  kProj: ["self_attn.k_proj.weight", "attn_k.weight"],
  vProj: ["self_attn.v_proj.weight", "attn_v.weight"],
  oProj: ["self_attn.o_proj.weight", "attn_output.weight"],
  qNorm: ["self_attn.q_norm.weight", "attn_q_norm.weight"],
  kNorm: ["self_attn.k_norm.weight", "attn_k_norm.weight"],
  qBias: ["self_attn.q_proj.bias", "attn_q.bias"],
  kBias: ["self_attn.k_proj.bias", "attn_k.bias"],
  vBias: ["self_attn.v_proj.bias", "attn_v.bias"],
  inProjQkv: ["linear_attn.in_proj_qkv.weight", "attn_qkv.weight"],
  inProjZ: ["linear_attn.in_proj_z.weight", "attn_gate.weight"],
  inProjB: ["linear_attn.in_proj_b.weight", "ssm_beta.weight"],
  inProjA: ["linear_attn.in_proj_a.weight", "ssm_alpha.weight"],
  conv1d: ["linear_attn.conv1d.weight", "ssm_conv1d.weight"],
  aLog: ["linear_attn.A_log", "ssm_a"],
  dtBias: ["linear_attn.dt_bias", "ssm_dt.bias", "ssm_dt"],
  norm: ["linear_attn.norm.weight", "ssm_norm.weight"],
  outProj: ["linear_attn.out_proj.weight", "ssm_out.weight"],
  gateProj: ["mlp.gate_proj.weight", "ffn_gate.weight"],
  upProj: ["mlp.up_proj.weight", "ffn_up.weight"],
  downProj: ["mlp.down_proj.weight", "ffn_down.weight"],
} satisfies Record<string, Name>;

/**
 * Finds, checks and loads every tensor of the model. Tensors that the text model does not use (vision, multi-token
 * prediction) are left in the file.
 * @param onProgress called with bytes read so far and in all, at most once per tensor
 * @throws InputError naming the tensor, the expected shape and the file's. What was loaded until then is freed.
 */
export function loadWeights(
  file: WeightFile,
  config: ModelConfig,
  backend: Backend,
  onProgress?: (bytesDone: number, bytesTotal: number) => void,
): ModelWeights {
  const loader = new Loader(file, config, backend, onProgress);
  try {
    const embedding = loader.matrix(EMBEDDING, config.vocabulary, config.hidden);
    const layers = config.layers.map((kind, index) => loader.layer(kind, index));
    const norm = loader.zeroCentredNorm(FINAL_NORM, config.hidden);
    const head = config.tiedHead ? embedding : loader.matrix(HEAD, config.vocabulary, config.hidden);
    loader.reportDone();
    return { embedding, layers, norm, head, parameters: loader.parameters, bytes: loader.bytes };
  } catch (error) {
    loader.freeAll();
    throw error;
  }
}

/** Gives all memory of the weights back. */
export function freeWeights(weights: ModelWeights, backend: Backend): void {
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isWeights(value)) backend.freeWeights(value);
    else if (isTensor(value)) backend.free(value);
    else for (const each of Object.values(value)) visit(each);
  };
  visit(weights);
}

function isWeights(value: object): value is Weights {
  return "rows" in value && "cols" in value && "type" in value;
}

function isTensor(value: object): value is Tensor {
  return "shape" in value && "length" in value;
}

class Loader {
  parameters = 0;
  bytes = 0;
  readonly #file: WeightFile;
  readonly #config: ModelConfig;
  readonly #backend: Backend;
  readonly #onProgress: ((bytesDone: number, bytesTotal: number) => void) | undefined;
  readonly #prefix: string;
  #bytesRead = 0;
  readonly #bytesTotal: number;
  readonly #loaded: (Weights | Tensor)[] = [];

  constructor(
    file: WeightFile,
    config: ModelConfig,
    backend: Backend,
    onProgress: ((bytesDone: number, bytesTotal: number) => void) | undefined,
  ) {
    this.#file = file;
    this.#config = config;
    this.#backend = backend;
    this.#onProgress = onProgress;
    this.#prefix = file.format === "gguf" ? "" : huggingFacePrefix(file);
    this.#bytesTotal = [...file.tensors.values()].reduce((sum, tensor) => sum + tensor.bytes, 0);
  }

  layer(kind: "attention" | "deltaNet", index: number): LayerWeights {
    const { hidden, feedForward } = this.#config;
    return {
      inputNorm: this.zeroCentredNorm(LAYER.inputNorm, hidden, index),
      mixer: kind === "attention" ? this.#attention(index) : this.#deltaNet(index),
      postAttentionNorm: this.zeroCentredNorm(LAYER.postAttentionNorm, hidden, index),
      mlp: {
        gateProj: this.matrix(LAYER.gateProj, feedForward, hidden, index),
        upProj: this.matrix(LAYER.upProj, feedForward, hidden, index),
        downProj: this.matrix(LAYER.downProj, hidden, feedForward, index),
      },
    };
  }

  #attention(index: number): AttentionWeights {
    const { hidden } = this.#config;
    const { heads, kvHeads, headSize, gatedWithNorms, biases } = this.#config.attention;
    return {
      kind: "attention",
      qProj: this.matrix(LAYER.qProj, heads * headSize * (gatedWithNorms ? 2 : 1), hidden, index),
      kProj: this.matrix(LAYER.kProj, kvHeads * headSize, hidden, index),
      vProj: this.matrix(LAYER.vProj, kvHeads * headSize, hidden, index),
      oProj: this.matrix(LAYER.oProj, hidden, heads * headSize, index),
      ...(gatedWithNorms && {
        norms: {
          q: this.zeroCentredNorm(LAYER.qNorm, headSize, index),
          k: this.zeroCentredNorm(LAYER.kNorm, headSize, index),
        },
      }),
      ...(biases && {
        biases: {
          q: this.vector(LAYER.qBias, heads * headSize, index),
          k: this.vector(LAYER.kBias, kvHeads * headSize, index),
          v: this.vector(LAYER.vBias, kvHeads * headSize, index),
        },
      }),
    };
  }

  #deltaNet(index: number): DeltaNetWeights {
    const { hidden, deltaNet: shape } = this.#config;
    if (!shape) throw new InputError(`layers.${index}: expected the shape of its DeltaNet in the settings, got nothing`);
    const { keyHeads, valueHeads, keySize, valueSize, convolution } = shape;
    const channels = 2 * keyHeads * keySize + valueHeads * valueSize;
    return {
      kind: "deltaNet",
      inProjQkv: this.matrix(LAYER.inProjQkv, channels, hidden, index),
      inProjZ: this.matrix(LAYER.inProjZ, valueHeads * valueSize, hidden, index),
      inProjB: this.matrix(LAYER.inProjB, valueHeads, hidden, index),
      inProjA: this.matrix(LAYER.inProjA, valueHeads, hidden, index),
      conv1d: this.#depthwise(LAYER.conv1d, channels, convolution, index),
      // GGUF files hold -exp(A_log) already.
      decay: this.vector(LAYER.aLog, valueHeads, index, this.#isGguf ? undefined : (x) => -Math.exp(x)),
      dtBias: this.vector(LAYER.dtBias, valueHeads, index),
      norm: this.vector(LAYER.norm, valueSize, index),
      outProj: this.matrix(LAYER.outProj, hidden, valueHeads * valueSize, index),
    };
  }

  /** A matrix, kept as it is stored. */
  matrix(name: Name, rows: number, cols: number, layer?: number): Weights {
    const stored = this.#find(name, layer);
    this.#checkShape(stored, [rows, cols]);
    return this.#matrix(stored);
  }

  /** A short list of numbers as f32, each perhaps changed on the way. */
  vector(name: Name, length: number, layer?: number, change?: (x: number) => number): Tensor {
    const stored = this.#find(name, layer);
    this.#checkShape(stored, [length]);
    return this.#floats(stored, [1, length], change, [length]);
  }

  /**
   * The scale of an RMS norm. Hugging Face's Qwen3.5 checkpoints store it minus one; the converter to GGUF, and all of
   * Qwen2, store it whole. The gated norm of the DeltaNet is never zero-centred: read it with `vector`.
   */
  zeroCentredNorm(name: Name, length: number, layer?: number): Tensor {
    const offset = !this.#isGguf && this.#config.family === "qwen3.5" ? 1 : 0;
    return this.vector(name, length, layer, (x) => x + offset);
  }

  /** What is left in the file is not needed. */
  reportDone(): void {
    this.#onProgress?.(this.#bytesTotal, this.#bytesTotal);
  }

  freeAll(): void {
    for (const each of this.#loaded) {
      if (isWeights(each)) this.#backend.freeWeights(each);
      else this.#backend.free(each);
    }
  }

  /** [C, 1, K] in Hugging Face checkpoints, [C, K] in GGUF. */
  #depthwise(name: Name, channels: number, width: number, layer: number): Tensor {
    const stored = this.#find(name, layer);
    this.#checkShape(stored, stored.shape.length === 3 ? [channels, 1, width] : [channels, width]);
    return this.#floats(stored, [channels, width], undefined, [channels, width]);
  }

  get #isGguf(): boolean {
    return this.#file.format === "gguf";
  }

  #find(name: Name, layer: number | undefined): StoredTensor {
    const [huggingFace, ...gguf] = name;
    const candidates = this.#isGguf
      ? gguf.map((each) => (layer === undefined ? each : `blk.${layer}.${each}`))
      : huggingFace === "lm_head.weight" // the one tensor outside the text model's prefix
        ? ["lm_head.weight", "language_model.lm_head.weight"]
        : [`${this.#prefix}${layer === undefined ? "" : `layers.${layer}.`}${huggingFace}`];
    for (const candidate of candidates) {
      const stored = this.#file.tensors.get(candidate);
      if (stored) return stored;
    }
    throw new InputError(`${candidates[0]}: expected in the weight file, not there`, { param: candidates[0] ?? huggingFace });
  }

  #checkShape(stored: StoredTensor, expected: readonly number[]): void {
    if (stored.shape.length === expected.length && stored.shape.every((size, axis) => size === expected[axis])) return;
    throw new InputError(
      `${stored.name}: expected [${expected.join(", ")}], ${stored.file} has [${stored.shape.join(", ")}]`,
      { param: stored.name },
    );
  }

  #matrix(stored: StoredTensor): Weights {
    const weights = this.#backend.weights(stored);
    this.#loaded.push(weights);
    this.#count(stored, weights.bytes);
    return weights;
  }

  /** Any stored type becomes f32 by way of the backend's own row look-up, so there is one dequantiser, not two. */
  #floats(
    stored: StoredTensor,
    [rows, cols]: readonly [number, number],
    change: ((x: number) => number) | undefined,
    shape: readonly number[],
  ): Tensor {
    const backend = this.#backend;
    const matrix = backend.weights({
      name: stored.name,
      type: stored.type,
      shape: [rows, cols],
      bytes: stored.bytes,
      file: stored.file,
      read: (target, offset) => stored.read(target, offset),
    });
    const rowIds = Array.from({ length: rows }, (_, row) => row);
    const loose = backend.tensor(rows, cols);
    backend.embed(loose, matrix, rowIds);
    const values = backend.read(loose);
    backend.free(loose);
    backend.freeWeights(matrix);
    const tensor = backend.tensorFrom(change ? values.map(change) : values, ...shape);
    this.#loaded.push(tensor);
    this.#count(stored, tensor.length * 4);
    return tensor;
  }

  #count(stored: StoredTensor, bytesInMemory: number): void {
    this.parameters += stored.shape.reduce((product, size) => product * size, 1);
    this.bytes += bytesInMemory;
    this.#bytesRead += stored.bytes;
    this.#onProgress?.(this.#bytesRead, this.#bytesTotal);
  }
}

/** Official files, re-saves of the text model alone, and what some tools write. */
function huggingFacePrefix(file: WeightFile): string {
  const prefixes = ["model.language_model.", "language_model.model.", "model.", ""];
  const found = prefixes.find((prefix) => file.tensors.has(`${prefix}embed_tokens.weight`));
  if (found === undefined) {
    throw new InputError("embed_tokens.weight: expected in the weight file (under model.language_model., language_model.model. or model.), not there", {
      param: "embed_tokens.weight",
    });
  }
  return found;
}
