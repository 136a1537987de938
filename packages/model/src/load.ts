import { InputError } from "@wanwen/core";
import type { ModelFiles, Tokenizer } from "@wanwen/formats";
import type { Backend } from "@wanwen/kernels";
import { freeAdapter, loadAdapter } from "./adapter.ts";
import {
  configFromGguf, configFromJson, endIdsFromJson, recommendedFromGguf, recommendedFromJson, templateTokensFromGguf,
  templateTokensFromJson, withRotaryFactors,
} from "./config.ts";
import { draft } from "./draft.ts";
import { forward } from "./forward.ts";
import type { Workbench } from "./layers.ts";
import { promptTemplate } from "./prompt.ts";
import { Scratch } from "./scratch.ts";
import { floatsOf } from "./stored-views.ts";
import { forkState, freeState, newState, rewind, stateBytes, stateFrom, stateParts } from "./state.ts";
import type { DraftRequest, Model, ModelConfig } from "./types.ts";
import { freeWeights, loadWeights } from "./weights.ts";

export interface LoadOptions {
  /** Called as weights are read: bytes so far, bytes in all. */
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  /** False: the checkpoint's draft layer stays in the file, and no state remembers what it would need. */
  readonly drafts?: boolean;
}

/**
 * From opened files to a model that runs. Reads every weight once; afterwards the files may be closed.
 * @throws InputError naming the file's key or tensor that is missing, misshapen or unknown
 */
export function loadModel(files: ModelFiles, backend: Backend, options: LoadOptions = {}): Model {
  const { tokenizer } = files;
  const config = withChatEnds(readConfig(files), files);
  if (tokenizer.size > config.vocabulary) {
    throw new InputError(`tokenizer: expected at most ${config.vocabulary} tokens (rows of the embedding), got ${tokenizer.size}`, {
      param: "vocab_size",
    });
  }
  const prompt = promptTemplate(files.chatTemplate ?? CHATML, templateValues(files));
  const weights = loadWeights(files.weights, config, backend, options);
  const bench: Workbench = { config, backend, scratch: new Scratch(backend) };

  return {
    name: files.name,
    config,
    tokenizer,
    backend,
    prompt,
    realIds: countRealIds(tokenizer),
    recommended: files.weights.format === "gguf"
      ? recommendedFromGguf(files.weights.metadata)
      : files.generationConfig === undefined ? {} : recommendedFromJson(files.generationConfig),
    parameters: weights.parameters,
    weightBytes: weights.bytes,
    newState: ({ contextTokens = config.contextMax } = {}) => newState(config, backend, contextTokens, weights.draft !== undefined),
    freeState: (state) => freeState(state, backend),
    forkState: (state, position) => forkState(state, backend, position),
    stateParts: (state) => stateParts(state, backend),
    stateFrom: (bytes, position, contextTokens) => stateFrom(bytes, position, config, backend, contextTokens),
    rewind,
    ...(weights.draft && { draft: (requests: readonly DraftRequest[], count: number) => draft(bench, weights, requests, count) }),
    loadAdapter: (adapter) => loadAdapter(adapter, weights, config, backend),
    freeAdapter: (adapter) => freeAdapter(adapter, backend),
    stateBytes: stateBytes(config, weights.draft !== undefined, backend.kvNumberBytes),
    forward: (segments) => forward(bench, weights, segments),
    close() {
      bench.scratch.free();
      freeWeights(weights, backend);
    },
  };
}

/** The settings of an opened model. Reads no weights. */
export function readConfig(files: Pick<ModelFiles, "weights" | "configJson" | "generationConfig">): ModelConfig {
  const { weights } = files;
  if (weights.format === "gguf") {
    const config = configFromGguf(weights.metadata, weights.tensors);
    const factors = weights.tensors.get("rope_freqs.weight");
    // The number of them is checked where they are used; a tensor of another size is not even read.
    return factors ? withRotaryFactors(config, factors.shape[0] === config.attention.rotaryFrequencies.length ? floatsOf(factors) : new Float32Array(0)) : config;
  }
  const ends = files.generationConfig === undefined ? [] : endIdsFromJson(files.generationConfig);
  return configFromJson(files.configJson, ends);
}

/** Some templates write the token that begins every text (Llama 3), or the one that ends it. */
function templateValues({ weights, configJson, tokenizer }: ModelFiles): Record<string, string> {
  const { begin, end } = weights.format === "gguf" ? templateTokensFromGguf(weights.metadata) : templateTokensFromJson(configJson);
  const text = (id: number | undefined) => (id === undefined || id >= tokenizer.size ? "" : new TextDecoder().decode(tokenizer.bytes(id)));
  return { bos_token: text(begin), eos_token: text(end) };
}

/** Chat turns of this family end with `<|im_end|>` or `<|endoftext|>`; some files name only one of them. */
function withChatEnds(config: ModelConfig, { tokenizer }: ModelFiles): ModelConfig {
  const chatEnds = ["<|im_end|>", "<|endoftext|>"].map((token) => tokenizer.idOf(token)).filter((id) => id !== undefined);
  return { ...config, endIds: [...new Set([...config.endIds, ...chatEnds])] };
}

/** GGUF files name the padding rows `[PAD248077]` … and count them as tokens. */
function countRealIds(tokenizer: Tokenizer): number {
  let end = tokenizer.size;
  while (end > 0 && /^\[PAD\d+\]$/.test(new TextDecoder().decode(tokenizer.bytes(end - 1)))) end--;
  return end;
}

/** For checkpoints that bring no template (base models): plain turns, as all of the family were trained on. */
const CHATML = `
{%- for message in messages -%}
{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}{{- '<|im_start|>assistant\\n' -}}{%- endif -%}`;
