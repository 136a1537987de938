import { InputError, type StoredTensor } from "@wanwen/core";
import type { WeightFile } from "@wanwen/formats";
import type { Backend, Tensor, Weights } from "@wanwen/kernels";
import { expertOf, pairsAsHalves, reshaped, rowsOf, scaledByBlocks } from "./stored-views.ts";
import type { ModelConfig } from "./types.ts";

/** Letters as in docs/model.md. Read-only, shared by all sessions. */
export interface ModelWeights {
  readonly embedding: Weights; // [V, E]
  readonly layers: readonly LayerWeights[];
  readonly norm: Tensor; // [E]
  /** The embedding itself when the head is tied. */
  readonly head: Weights; // [V, E]
  /** Of checkpoints that can guess ahead. */
  readonly draft?: DraftWeights;
  /** Numbers in the tensors above, counted once, without the draft layer's; and the bytes that all take in memory. */
  readonly parameters: number;
  readonly bytes: number;
}

export interface LayerWeights {
  readonly inputNorm: Tensor; // [E]
  readonly mixer: AttentionWeights | DeltaNetWeights;
  readonly postAttentionNorm: Tensor; // [E]
  readonly mlp: MlpWeights | MixtureWeights;
}

export interface AttentionWeights {
  readonly kind: "attention";
  readonly qProj: Weights; // [H*D, E]; gated: [H*2D, E], per head the query and then its gate
  readonly kProj: Weights; // [G*D, E]
  readonly vProj: Weights; // [G*D, E]
  readonly oProj: Weights; // [E, H*D]
  /** Qwen3 and Qwen3.5. */
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

/** A SwiGLU of width F: the whole feed-forward layer of a dense model, or one expert of width F. */
export interface MlpWeights {
  readonly kind: "dense";
  readonly gateProj: Weights; // [F, E]
  readonly upProj: Weights; // [F, E]
  readonly downProj: Weights; // [E, F]
}

/** X experts of which each token visits a few, and perhaps one that all tokens visit. */
export interface MixtureWeights {
  readonly kind: "mixture";
  readonly router: Weights; // [X, E]
  readonly experts: readonly MlpWeights[];
  readonly shared?: { readonly mlp: MlpWeights; readonly gate: Weights }; // gate [1, E]
}

/** One more layer, which predicts the token after the next (multi-token prediction). Embedding and head are the model's own. */
export interface DraftWeights {
  readonly embeddingNorm: Tensor; // [E]
  readonly hiddenNorm: Tensor; // [E]
  readonly join: Weights; // [E, 2E]: embedding of a token first, hidden state before it second
  readonly layer: LayerWeights;
  readonly norm: Tensor; // [E]
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
  router: ["mlp.gate.weight", "ffn_gate_inp.weight"],
  sharedGate: ["mlp.shared_expert_gate.weight", "ffn_gate_inp_shexp.weight"],
  sharedGateProj: ["mlp.shared_expert.gate_proj.weight", "ffn_gate_shexp.weight"],
  sharedUpProj: ["mlp.shared_expert.up_proj.weight", "ffn_up_shexp.weight"],
  sharedDownProj: ["mlp.shared_expert.down_proj.weight", "ffn_down_shexp.weight"],
  // All experts in one tensor [X, rows, cols]. Gate and up together have the gate's rows first.
  expertsGateUp: ["mlp.experts.gate_up_proj", "ffn_gate_up_exps.weight"],
  expertsGate: ["mlp.experts.gate_proj", "ffn_gate_exps.weight"],
  expertsUp: ["mlp.experts.up_proj", "ffn_up_exps.weight"],
  expertsDown: ["mlp.experts.down_proj", "ffn_down_exps.weight"],
} satisfies Record<string, Name>;

/** Of the draft layer, besides those of any layer. */
const DRAFT = {
  join: ["mtp.fc.weight", "nextn.eh_proj.weight"],
  embeddingNorm: ["mtp.pre_fc_norm_embedding.weight", "nextn.enorm.weight"],
  hiddenNorm: ["mtp.pre_fc_norm_hidden.weight", "nextn.hnorm.weight"],
  norm: ["mtp.norm.weight", "nextn.shared_head_norm.weight"],
} satisfies Record<string, Name>;

/** As much of a backend as holds weights. */
export type WeightStore = Pick<Backend, "weights" | "freeWeights" | "tensor" | "tensorFrom" | "embed" | "read" | "free">;

/**
 * Finds, checks and loads every tensor of the model. The draft layer is loaded where there is one; tensors that
 * the text model does not use (vision) are left in the file.
 * @param onProgress called with bytes read so far and in all, at most once per tensor
 * @param drafts false: a draft layer is left in the file too
 * @throws InputError naming the tensor, the expected shape and the file's. What was loaded until then is freed.
 */
export function loadWeights(
  file: WeightFile,
  config: ModelConfig,
  backend: WeightStore,
  { onProgress, drafts = true }: { onProgress?: (bytesDone: number, bytesTotal: number) => void; drafts?: boolean } = {},
): ModelWeights {
  const loader = new Loader(file, config, backend, onProgress);
  try {
    const embedding = loader.matrix(EMBEDDING, config.vocabulary, config.hidden);
    const layers = config.layers.map((kind, index) => loader.layer(kind, index));
    const norm = loader.norm(FINAL_NORM, config.hidden);
    const head = config.tiedHead ? embedding : loader.matrix(HEAD, config.vocabulary, config.hidden);
    const { parameters } = loader;
    const draft = drafts ? loader.draft() : undefined;
    loader.reportDone();
    return { embedding, layers, norm, head, ...(draft && { draft }), parameters, bytes: loader.bytes };
  } catch (error) {
    loader.freeAll();
    throw error;
  }
}

/** Gives all memory of the weights back. */
export function freeWeights(weights: ModelWeights, backend: WeightStore): void {
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
  readonly #backend: WeightStore;
  readonly #onProgress: ((bytesDone: number, bytesTotal: number) => void) | undefined;
  readonly #prefix: string;
  #bytesRead = 0;
  readonly #bytesTotal: number;
  readonly #loaded: (Weights | Tensor)[] = [];

  constructor(
    file: WeightFile,
    config: ModelConfig,
    backend: WeightStore,
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
    const { hidden, experts } = this.#config;
    return {
      inputNorm: this.norm(LAYER.inputNorm, hidden, index),
      mixer: kind === "attention" ? this.#attention(index) : this.#deltaNet(index),
      postAttentionNorm: this.norm(LAYER.postAttentionNorm, hidden, index),
      mlp: experts
        ? this.#mixture(experts, index)
        : this.#dense([LAYER.gateProj, LAYER.upProj, LAYER.downProj], this.#config.feedForward, index),
    };
  }

  /** The draft layer lies behind the others. Only Qwen3.5's is known: attention, then what every layer has. */
  draft(): DraftWeights | undefined {
    const { hidden, layers, family } = this.#config;
    const index = layers.length;
    if (family !== "qwen3.5" || !this.#lookUp(DRAFT.join, index)) return undefined;
    return {
      embeddingNorm: this.norm(DRAFT.embeddingNorm, hidden, index),
      hiddenNorm: this.norm(DRAFT.hiddenNorm, hidden, index),
      join: this.matrix(DRAFT.join, hidden, 2 * hidden, index),
      layer: this.layer("attention", index),
      norm: this.#lookUp(DRAFT.norm, index) ? this.norm(DRAFT.norm, hidden, index) : this.norm(FINAL_NORM, hidden),
    };
  }

  #attention(index: number): AttentionWeights {
    const { hidden } = this.#config;
    const { heads, kvHeads, headSize, outputGate, queryKeyNorms, biases, storedPairs } = this.#config.attention;
    const qk = storedPairs === "neighbours" ? (stored: StoredTensor) => pairsAsHalves(stored, headSize) : undefined;
    return {
      kind: "attention",
      qProj: this.matrix(LAYER.qProj, heads * headSize * (outputGate ? 2 : 1), hidden, index, qk),
      kProj: this.matrix(LAYER.kProj, kvHeads * headSize, hidden, index, qk),
      vProj: this.matrix(LAYER.vProj, kvHeads * headSize, hidden, index),
      oProj: this.matrix(LAYER.oProj, hidden, heads * headSize, index),
      ...(queryKeyNorms && {
        norms: {
          q: this.norm(LAYER.qNorm, headSize, index, this.#amplitude),
          k: this.norm(LAYER.kNorm, headSize, index, this.#amplitude),
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

  /** YaRN makes the rotated dims of queries and keys larger; turning keeps lengths, so their norms can do it. */
  get #amplitude(): (dim: number) => number {
    const { rotaryFrequencies, rotaryAmplitude } = this.#config.attention;
    return (dim) => (dim < 2 * rotaryFrequencies.length ? rotaryAmplitude : 1);
  }

  #dense([gate, up, down]: readonly [Name, Name, Name], width: number, index: number): MlpWeights {
    const { hidden } = this.#config;
    return {
      kind: "dense",
      gateProj: this.matrix(gate, width, hidden, index),
      upProj: this.matrix(up, width, hidden, index),
      downProj: this.matrix(down, hidden, width, index),
    };
  }

  #mixture({ count, width, sharedWidth }: NonNullable<ModelConfig["experts"]>, index: number): MixtureWeights {
    const { hidden } = this.#config;
    return {
      kind: "mixture",
      router: this.matrix(LAYER.router, count, hidden, index),
      experts: this.#experts(count, width, index),
      ...(sharedWidth > 0 && {
        shared: {
          mlp: this.#dense([LAYER.sharedGateProj, LAYER.sharedUpProj, LAYER.sharedDownProj], sharedWidth, index),
          gate: this.#sharedGate(index),
        },
      }),
    };
  }

  /** Each expert in tensors of its own, all in one tensor a projection, or gate and up of all in one. */
  #experts(count: number, width: number, index: number): MlpWeights[] {
    const { hidden } = this.#config;
    const each = (make: (expert: number) => MlpWeights) => Array.from({ length: count }, (_, expert) => make(expert));
    const gateUp = this.#lookUp(LAYER.expertsGateUp, index);
    const gate = this.#lookUp(LAYER.expertsGate, index);
    if (!gateUp && !gate && !this.#isGguf) {
      const named = (expert: number, projection: string): Name => [`mlp.experts.${expert}.${projection}.weight`];
      return each((expert) =>
        this.#dense([named(expert, "gate_proj"), named(expert, "up_proj"), named(expert, "down_proj")], width, index));
    }
    const down = this.#packed(this.#find(LAYER.expertsDown, index), [count, hidden, width]);
    const gateAndUp = this.#gateAndUp(gateUp, [count, width, hidden], index);
    return each((expert) => ({
      kind: "dense",
      gateProj: this.#load(gateAndUp.gate(expert)),
      upProj: this.#load(gateAndUp.up(expert)),
      downProj: this.#load(down(expert)),
    }));
  }

  #gateAndUp(
    fused: StoredTensor | undefined, [count, width, hidden]: readonly [number, number, number], index: number,
  ): { gate: (expert: number) => StoredTensor; up: (expert: number) => StoredTensor } {
    if (!fused) {
      return {
        gate: this.#packed(this.#find(LAYER.expertsGate, index), [count, width, hidden]),
        up: this.#packed(this.#find(LAYER.expertsUp, index), [count, width, hidden]),
      };
    }
    const both = this.#packed(fused, [count, 2 * width, hidden]);
    return { gate: (expert) => rowsOf(both(expert), 0, width), up: (expert) => rowsOf(both(expert), width, 2 * width) };
  }

  /** The matrix of each expert in a tensor [X, rows, cols]. */
  #packed(stored: StoredTensor, shape: readonly [number, number, number]): (expert: number) => StoredTensor {
    this.#checkShape(stored, shape);
    const scales = this.#file.tensors.get(scaleName(stored.name));
    if (!scales) return (expert) => expertOf(stored, expert);
    const { fp8Block = FP8_BLOCK } = this.#config;
    const [count] = shape;
    // Blocks for each expert, or one scale for all.
    const each = scales.shape.length === 3;
    if (each && scales.shape[0] !== count) {
      throw new InputError(`${scales.name}: expected scales for ${count} experts, got [${scales.shape.join(", ")}]`, { param: scales.name });
    }
    return (expert) => scaledByBlocks(expertOf(stored, expert), each ? expertOf(scales, expert) : scales, fp8Block);
  }

  /** [1, E] in Hugging Face checkpoints, [E] in some GGUF files. */
  #sharedGate(index: number): Weights {
    const { hidden } = this.#config;
    const stored = this.#find(LAYER.sharedGate, index);
    this.#checkShape(stored, stored.shape.length === 1 ? [hidden] : [1, hidden]);
    return this.#load(reshaped(stored, [1, hidden]));
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

  /** A matrix, kept as it is stored. `view` may put its rows in another order. */
  matrix(name: Name, rows: number, cols: number, layer?: number, view = (stored: StoredTensor) => stored): Weights {
    const stored = this.#find(name, layer);
    this.#checkShape(stored, [rows, cols]);
    const scales = this.#file.tensors.get(scaleName(stored.name));
    return this.#load(view(scales ? scaledByBlocks(stored, scales, this.#config.fp8Block ?? FP8_BLOCK) : stored));
  }

  /** A short list of numbers as f32, each perhaps changed on the way. */
  vector(name: Name, length: number, layer?: number, change?: (x: number, at: number) => number): Tensor {
    const stored = this.#find(name, layer);
    this.#checkShape(stored, [length]);
    return this.#floats(stored, [1, length], change, [length]);
  }

  /**
   * The scale of an RMS norm, times `factor`. Hugging Face's Qwen3.5 checkpoints store it minus one; the converter to
   * GGUF, and all other families, store it whole. The gated norm of the DeltaNet is never zero-centred: read it with
   * `vector`.
   */
  norm(name: Name, length: number, layer?: number, factor: (at: number) => number = () => 1): Tensor {
    const offset = this.#config.zeroCentredNorms ? 1 : 0;
    return this.vector(name, length, layer, (x, at) => (x + offset) * factor(at));
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
    const found = this.#lookUp(name, layer);
    if (found) return found;
    const candidates = this.#candidates(name, layer);
    const first = candidates[0] ?? name[0];
    const reason = candidates.map((candidate) => this.#file.skipped?.get(candidate)).find((each) => each !== undefined);
    throw new InputError(reason ? `${first}: ${reason}` : `${first}: expected in the weight file, not there`, { param: first });
  }

  #lookUp(name: Name, layer: number | undefined): StoredTensor | undefined {
    return this.#candidates(name, layer).map((candidate) => this.#file.tensors.get(candidate)).find((found) => found !== undefined);
  }

  #candidates(name: Name, layer: number | undefined): readonly string[] {
    const [huggingFace, ...gguf] = name;
    if (this.#isGguf) return gguf.map((each) => (layer === undefined ? each : `blk.${layer}.${each}`));
    // Outside the text model's prefix: the head, and the draft layer.
    if (huggingFace.startsWith("mtp.")) return [huggingFace];
    if (layer === this.#config.layers.length) return [`mtp.layers.0.${huggingFace}`];
    if (huggingFace === "lm_head.weight") return ["lm_head.weight", "language_model.lm_head.weight"];
    return [`${this.#prefix}${layer === undefined ? "" : `layers.${layer}.`}${huggingFace}`];
  }

  #checkShape(stored: StoredTensor, expected: readonly number[]): void {
    if (stored.shape.length === expected.length && stored.shape.every((size, axis) => size === expected[axis])) return;
    throw new InputError(
      `${stored.name}: expected [${expected.join(", ")}], ${stored.file} has [${stored.shape.join(", ")}]`,
      { param: stored.name },
    );
  }

  #load(stored: StoredTensor): Weights {
    const weights = this.#backend.weights(stored);
    this.#loaded.push(weights);
    this.#count(stored, weights.bytes);
    return weights;
  }

  /** Any stored type becomes f32 by way of the backend's own row look-up, so there is one dequantiser, not two. */
  #floats(
    stored: StoredTensor,
    [rows, cols]: readonly [number, number],
    change: ((x: number, at: number) => number) | undefined,
    shape: readonly number[],
  ): Tensor {
    const backend = this.#backend;
    const matrix = backend.weights(reshaped(stored, [rows, cols]));
    const rowIds = Array.from({ length: rows }, (_, row) => row);
    const loose = backend.tensor(rows, cols);
    backend.embed(loose, matrix, rowIds);
    const values = backend.read(loose);
    backend.free(loose);
    backend.freeWeights(matrix);
    const tensor = backend.tensorFrom(change ? values.map((x, at) => change(x, at)) : values, ...shape);
    this.#loaded.push(tensor);
    this.#count(stored, tensor.length * 4);
    return tensor;
  }

  #count(stored: StoredTensor, bytesInMemory: number): void {
    this.parameters += stored.shape.reduce((product, size) => product * size, 1);
    this.bytes += bytesInMemory;
    this.#bytesRead = Math.min(this.#bytesTotal, this.#bytesRead + stored.bytes);
    this.#onProgress?.(this.#bytesRead, this.#bytesTotal);
  }
}

/** Of official FP8 files; their config.json says so too. */
const FP8_BLOCK = [128, 128] as const;

/** The scales that belong to FP8 weights. */
function scaleName(name: string): string {
  return `${name}_scale_inv`;
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
