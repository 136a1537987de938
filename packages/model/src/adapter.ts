import { InputError, type StoredTensor, typeInfo } from "@wanwen/core";
import type { WeightFile } from "@wanwen/formats";
import type { Backend, Weights } from "@wanwen/kernels";
import { floatsOf } from "./stored-views.ts";
import type { ModelConfig } from "./types.ts";
import type { ModelWeights } from "./weights.ts";

/** A loaded LoRA adapter (PEFT): what it adds to the products with the base's matrices. */
export interface Adapter {
  readonly deltas: ReadonlyMap<Weights, Delta>;
  readonly bytes: number;
}

/** y += (x · aᵀ) · bᵀ, the adapter's scale being in b. */
export interface Delta {
  readonly a: Weights; // [r, K]
  readonly b: Weights; // [N, r]
}

/** An adapter's files, opened. */
export interface AdapterFiles {
  /** adapter_config.json, parsed and not yet checked. */
  readonly configJson: unknown;
  /** adapter_model.safetensors */
  readonly weights: WeightFile;
}

const RANK_MAX = 1024;
/** Names in one setting: more than any model has projections. */
const NAMES_MAX = 8192;
/** PEFT's name of a tensor: wrappers, the layer, the projection in it, which half. */
const TENSOR_NAME = /^(?:base_model\.model\.)?(?:(?:model\.)?language_model\.)?(?:model\.)?layers\.(\d{1,4})\.([\w.]+)\.lora_([AB])(?:\.\w+)?\.weight$/;

/**
 * Reads an adapter for a loaded model. Adapters of any checkpoint of the same shape fit, from safetensors or GGUF.
 * @throws InputError naming the setting or the tensor, what was expected and what was found; nothing stays loaded then
 */
export function loadAdapter(
  { configJson, weights: file }: AdapterFiles, base: ModelWeights, config: ModelConfig, backend: Pick<Backend, "weights" | "freeWeights">,
): Adapter {
  const settings = settingsOf(configJson);
  const pairs = pairsOf(file);
  const deltas = new Map<Weights, Delta>();
  const loaded: Weights[] = [];
  const load = (stored: StoredTensor): Weights => {
    const weights = backend.weights(stored);
    loaded.push(weights);
    return weights;
  };
  try {
    for (const { layer, projection, a, b } of pairs) {
      const target = base.layers[layer] && projectionsOf(base.layers[layer]).get(projection);
      if (!target) {
        throw new InputError(`${a.name}: expected a projection of the model's ${base.layers.length} layers that takes adapters, got layers.${layer}.${projection}`, {
          param: a.name,
        });
      }
      const [rank] = a.shape;
      if (rank === undefined || rank < 1 || rank > RANK_MAX) {
        throw new InputError(`${a.name}: expected a rank of 1 to ${RANK_MAX}, got [${a.shape.join(", ")}]`, { param: a.name });
      }
      expectShape(a, [rank, target.cols]);
      expectShape(b, [target.rows, rank]);
      const scale = settings.scaleOf(moduleOf({ layer, projection }), rank);
      const [low, high] = [floatsOf(a), floatsOf(b).map((value) => value * scale)];
      for (const [stored, values] of [[a, low], [b, high]] as const) {
        if (!values.every(Number.isFinite)) throw new InputError(`${stored.name}: expected numbers, got NaN or infinity`, { param: stored.name });
      }
      const order = valueHeadOrder(projection, target, config);
      deltas.set(target, {
        a: load(inMemory(a, order?.columns ? reordered(low, rank, target.cols, order.columns, "columns") : low)),
        b: load(inMemory(b, order?.rows ? reordered(high, target.rows, rank, order.rows, "rows") : high)),
      });
    }
    settings.expectNamed(pairs, base);
  } catch (error) {
    for (const weights of loaded) backend.freeWeights(weights);
    throw error;
  }
  return { deltas, bytes: loaded.reduce((sum, weights) => sum + weights.bytes, 0) };
}

export function freeAdapter({ deltas }: Adapter, backend: Pick<Backend, "freeWeights">): void {
  for (const { a, b } of deltas.values()) {
    backend.freeWeights(a);
    backend.freeWeights(b);
  }
}

interface Settings {
  /** alpha / rank, as PEFT works it out for one module. @throws InputError when the settings tell another rank */
  scaleOf(module: string, rank: number): number;
  /** @throws InputError when the settings name what has no tensors, or tensors are there that the settings do not name */
  expectNamed(pairs: readonly Pair[], base: ModelWeights): void;
}

function settingsOf(json: unknown): Settings {
  const config = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  const refuse = (key: string, expected: string): never => {
    const got = (JSON.stringify(config[key]) ?? "nothing").slice(0, 200);
    throw new InputError(`adapter_config.json: ${key}: expected ${expected}, got ${got}`, { param: key });
  };
  if (config["peft_type"] !== "LORA") refuse("peft_type", '"LORA"');
  for (const key of ["use_dora", "fan_in_fan_out", "lora_bias"]) if (config[key] === true) refuse(key, "false");
  if (config["bias"] !== undefined && config["bias"] !== "none") refuse("bias", '"none"');
  for (const key of ["modules_to_save", "trainable_token_indices", "target_parameters", "alora_invocation_tokens", "layer_replication"]) {
    const value = config[key];
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) refuse(key, "none");
  }
  const positive = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value > 0;
  if (!positive(config["r"])) refuse("r", "a positive number");
  if (!positive(config["lora_alpha"])) refuse("lora_alpha", "a positive number");
  const patterns = { alpha_pattern: patternOf("alpha_pattern"), rank_pattern: patternOf("rank_pattern") };
  const root = config["use_rslora"] === true;
  return {
    scaleOf(module, rank) {
      const [rankKey, expected] = settingFor("rank_pattern", "r", module);
      if (rank !== expected) refuse(rankKey, `${rank}, the rank of the tensors of ${module}`);
      const [, alpha] = settingFor("alpha_pattern", "lora_alpha", module);
      return alpha / (root ? Math.sqrt(rank) : rank);
    },
    expectNamed(pairs, base) {
      const modules = pairs.map(moduleOf);
      for (const [key, entries] of Object.entries(patterns)) {
        for (const [name] of entries) {
          if (modules.some((module) => names(name, module))) continue;
          refuse(key, `names of modules with tensors, which ${JSON.stringify(name)} is not`);
        }
      }
      const targets = config["target_modules"];
      // A text stands for all there are, or is an expression: to run one that a stranger wrote could take for ever.
      if (!Array.isArray(targets)) return;
      if (targets.length > NAMES_MAX) refuse("target_modules", `at most ${NAMES_MAX} names`);
      const isTarget = (module: string): boolean => targets.some((name) => typeof name === "string" && names(name, module));
      const unnamed = modules.find((module) => !isTarget(module));
      if (unnamed !== undefined) refuse("target_modules", `a name of ${unnamed}, which has tensors`);
      if (NARROWING.some((key) => config[key] !== undefined && config[key] !== null)) return;
      const all = base.layers.flatMap((weights, layer) =>
        [...projectionsOf(weights).keys()].map((projection) => moduleOf({ layer, projection })));
      const missing = all.find((module) => isTarget(module) && !modules.includes(module));
      if (missing !== undefined) refuse("target_modules", `no name of ${missing}, which has no tensors`);
    },
  };

  /** The pattern's entry for a module, or else the setting for all. */
  function settingFor(pattern: keyof typeof patterns, otherwise: string, module: string): [key: string, value: number] {
    const value = patterns[pattern].find(([name]) => names(name, module))?.[1];
    return value === undefined ? [otherwise, config[otherwise] as number] : [pattern, value];
  }

  /** Numbers by the end of a module's name. PEFT would take regular expressions too. */
  function patternOf(key: string): [string, number][] {
    const entries = Object.entries((config[key] as Record<string, unknown> | undefined) ?? {});
    if (entries.length > NAMES_MAX) refuse(key, `at most ${NAMES_MAX} names`);
    if (!entries.every(([name, value]) => /^[\w.]+$/.test(name) && positive(value))) refuse(key, "positive numbers by plain module names");
    return entries as [string, number][];
  }
}

/** Settings that take some of the modules named by `target_modules` out again. */
const NARROWING = ["exclude_modules", "layers_to_transform", "layers_pattern"];

const moduleOf = ({ layer, projection }: Pick<Pair, "layer" | "projection">): string => `layers.${layer}.${projection}`;

/** A name is the end of a module's name, or all of it with what stands before the layers. */
const names = (name: string, module: string): boolean => `.${module}`.endsWith(`.${name}`) || name.endsWith(`.${module}`);

interface Pair {
  readonly layer: number;
  /** "self_attn.q_proj" */
  readonly projection: string;
  readonly a: StoredTensor;
  readonly b: StoredTensor;
}

function pairsOf(file: WeightFile): Pair[] {
  const halves = new Map<string, { layer: number; projection: string; a?: StoredTensor; b?: StoredTensor }>();
  for (const [name, stored] of file.tensors) {
    const [, layer, projection, half] = TENSOR_NAME.exec(name) ?? [];
    if (layer === undefined || projection === undefined) {
      throw new InputError(`${name}: expected only lora_A and lora_B of projections in layers`, { param: name });
    }
    const key = `${layer}.${projection}`;
    const pair = halves.get(key) ?? { layer: Number(layer), projection };
    if (half === "A" ? pair.a : pair.b) throw new InputError(`${name}: expected one lora_${half} of layers.${key}, got another beside it`, { param: name });
    halves.set(key, { ...pair, [half === "A" ? "a" : "b"]: stored });
  }
  if (halves.size === 0) throw new InputError("adapter_model.safetensors: expected lora_A and lora_B of some projection, got none");
  return [...halves.values()].map(({ layer, projection, a, b }) => {
    if (a && b) return { layer, projection, a, b };
    const { name } = (a ?? b)!;
    throw new InputError(`${name}: expected its other half, lora_${a ? "B" : "A"}, beside it`, { param: name });
  });
}

/** The matrices of a layer that take adapters, by their names in Hugging Face checkpoints. */
function projectionsOf({ mixer, mlp }: ModelWeights["layers"][number]): Map<string, Weights> {
  const dense = mlp.kind === "dense" ? { prefix: "mlp", weights: mlp } : mlp.shared && { prefix: "mlp.shared_expert", weights: mlp.shared.mlp };
  return new Map([
    ...(mixer.kind === "attention"
      ? ([
          ["self_attn.q_proj", mixer.qProj], ["self_attn.k_proj", mixer.kProj], ["self_attn.v_proj", mixer.vProj], ["self_attn.o_proj", mixer.oProj],
        ] as const)
      : ([
          ["linear_attn.in_proj_qkv", mixer.inProjQkv], ["linear_attn.in_proj_z", mixer.inProjZ], ["linear_attn.in_proj_b", mixer.inProjB],
          ["linear_attn.in_proj_a", mixer.inProjA], ["linear_attn.out_proj", mixer.outProj],
        ] as const)),
    ...(dense
      ? ([
          [`${dense.prefix}.gate_proj`, dense.weights.gateProj], [`${dense.prefix}.up_proj`, dense.weights.upProj],
          [`${dense.prefix}.down_proj`, dense.weights.downProj],
        ] as const)
      : []),
  ]);
}

/**
 * GGUF files tile the value heads of DeltaNet layers: head t of theirs is head (t % Hk) · Hv / Hk + ⌊t / Hk⌋ of the checkpoint
 * that adapters are made for. Which of the checkpoint's rows or columns stands at each place of the base's.
 */
function valueHeadOrder(projection: string, { rows, cols }: Weights, { deltaNet }: ModelConfig): { rows?: number[]; columns?: number[] } | undefined {
  if (deltaNet?.headOrder !== "tiled" || !projection.startsWith("linear_attn.")) return undefined;
  const { keyHeads, valueHeads, keySize, valueSize } = deltaNet;
  const order = (from: number, size: number, length: number): number[] =>
    Array.from({ length }, (_, at) => {
      if (at < from) return at;
      const head = Math.floor((at - from) / size);
      const source = (head % keyHeads) * (valueHeads / keyHeads) + Math.floor(head / keyHeads);
      return from + source * size + ((at - from) % size);
    });
  switch (projection) {
    case "linear_attn.in_proj_qkv": return { rows: order(2 * keyHeads * keySize, valueSize, rows) };
    case "linear_attn.in_proj_z": return { rows: order(0, valueSize, rows) };
    case "linear_attn.out_proj": return { columns: order(0, valueSize, cols) };
    default: return { rows: order(0, 1, rows) };
  }
}

function reordered(values: Float32Array, rows: number, cols: number, order: readonly number[], axis: "rows" | "columns"): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: rows * cols }, (_, at) => {
    const [row, col] = [Math.floor(at / cols), at % cols];
    return values[axis === "rows" ? order[row]! * cols + col : row * cols + order[col]!]!;
  });
}

function expectShape(stored: StoredTensor, expected: readonly number[]): void {
  if (stored.shape.length === 2 && stored.shape.every((size, axis) => size === expected[axis]) && typeInfo(stored.type).blockElements === 1) return;
  throw new InputError(
    `${stored.name}: expected plain numbers [${expected.join(", ")}], ${stored.file} has ${stored.type} [${stored.shape.join(", ")}]`,
    { param: stored.name },
  );
}

function inMemory({ name, shape, file }: StoredTensor, values: Float32Array): StoredTensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, type: "F32", shape, bytes: bytes.length, file, read: (target, offset) => target.set(bytes.subarray(offset, offset + target.length)) };
}
