import { InputError, invariant } from "@wanwen/core";
import type { Backend, BytesPart, KvCache, Tensor } from "@wanwen/kernels";
import type { DraftState, LayerState, ModelConfig, ModelState, Recurrence } from "./types.ts";

/** Tokens that a pass which keeps its steps may have. */
export const STEPS_MAX = 8;
/** Hidden states that wait for the draft layer, to be taken in together. */
export const DRAFT_ROWS = 32;

/**
 * Everything that one conversation changes, at position 0: empty key/value caches that grow up to `contextTokens`,
 * zeroed convolution windows [K-1, C] and recurrent states [Hv, Dk, Dv].
 * @param drafts the checkpoint has a draft layer, which remembers too
 */
export function newState(config: ModelConfig, backend: Backend, contextTokens: number, drafts: boolean): ModelState {
  const { kvHeads, headSize } = config.attention;
  const { window, recurrent } = recurrenceShapes(config);
  const layers = layerStates(config.layers, backend, (kind) => {
    if (kind === "attention") return { kind, cache: backend.kvCache(kvHeads, headSize, contextTokens) };
    return { kind, convolution: backend.tensor(...window), recurrent: backend.tensor(...recurrent), steps: [] };
  });
  if (!drafts) return { layers, position: 0, stepsKept: 0 };
  return { layers, position: 0, stepsKept: 0, draft: draftState({ layers }, backend, config.hidden, () => backend.kvCache(kvHeads, headSize, contextTokens)) };
}

/** [K-1, C] of the convolution's window and [Hv, Dk, Dv] of the recurrent state, and the numbers in both. */
function recurrenceShapes({ deltaNet }: ModelConfig): { window: number[]; recurrent: number[]; numbers: number } {
  if (!deltaNet) return { window: [0, 0], recurrent: [0, 0, 0], numbers: 0 };
  const { keyHeads, valueHeads, keySize, valueSize, convolution } = deltaNet;
  const channels = 2 * keyHeads * keySize + valueHeads * valueSize;
  return {
    window: [convolution - 1, channels],
    recurrent: [valueHeads, keySize, valueSize],
    numbers: (convolution - 1) * channels + valueHeads * keySize * valueSize,
  };
}

/** The draft layer's part of a state whose other part is there already. */
function draftState(made: Pick<ModelState, "layers">, backend: Backend, hidden: number, cache: () => KvCache): DraftState {
  const rows: Tensor[] = [];
  try {
    rows.push(backend.tensor(DRAFT_ROWS, hidden));
    return { cache: cache(), hidden: rows[0]!, held: 0, followers: [] };
  } catch (error) {
    for (const tensor of rows) backend.free(tensor);
    freeState(made, backend);
    throw error;
  }
}

/** Gives the memory back; the state must not be used again. */
export function freeState(state: Pick<ModelState, "layers" | "draft">, backend: Backend): void {
  for (const layer of state.layers) {
    if (layer.kind === "attention") backend.freeKvCache(layer.cache);
    else for (const each of [layer, ...layer.steps]) freeRecurrence(each, backend);
  }
  if (state.draft) {
    backend.freeKvCache(state.draft.cache);
    backend.free(state.draft.hidden);
  }
}

function freeRecurrence({ convolution, recurrent }: Recurrence, backend: Backend): void {
  backend.free(convolution);
  backend.free(recurrent);
}

/** Makes one after another; when memory runs out, what was made is given back. */
function layerStates<T>(from: readonly T[], backend: Backend, make: (from: T) => LayerState): LayerState[] {
  const layers: LayerState[] = [];
  try {
    for (const each of from) layers.push(make(each));
    return layers;
  } catch (error) {
    freeState({ layers }, backend);
    throw error;
  }
}

/**
 * A second state that goes on from position `position` of `state`, by default its own. Memory of keys and values is shared
 * as long as neither state stores over it. Recurrent layers remember only where they are: with them, `position` must be that.
 */
export function forkState(state: ModelState, backend: Backend, position = state.position): ModelState {
  const canCut = state.layers.every(({ kind }) => kind === "attention");
  invariant(position === state.position || (canCut && position < state.position), "recurrent layers cannot be forked at an earlier position");
  const layers = layerStates(state.layers, backend, (layer) => {
    if (layer.kind === "attention") return { kind: layer.kind, cache: backend.forkKvCache(layer.cache, position) };
    return { kind: layer.kind, ...copyOf(layer, backend), steps: [] };
  });
  // Cut back, the hidden state behind the last token is not known: such a state does without drafts.
  if (!state.draft || position !== state.position) return { layers, position, stepsKept: 0 };
  const { cache, hidden, held, followers } = state.draft;
  const draft = draftState({ layers }, backend, hidden.length / DRAFT_ROWS, () => backend.forkKvCache(cache, position - held));
  if (held > 0) backend.copy(backend.slice(draft.hidden, 0, held), backend.slice(hidden, 0, held));
  draft.held = held;
  draft.followers.push(...followers);
  return { layers, position, stepsKept: 0, draft };
}

/** Makes room for the steps of a pass over `tokens` tokens, before it changes anything. */
export function prepareSteps(state: ModelState, backend: Backend, tokens: number): void {
  invariant(tokens <= STEPS_MAX, `a pass that keeps its steps has at most ${STEPS_MAX} tokens`);
  for (const layer of state.layers) {
    if (layer.kind === "attention") continue;
    while (layer.steps.length < tokens - 1) layer.steps.push(copyOf(layer, backend));
  }
}

/** Puts a state back behind an earlier token of its last pass, which kept its steps. */
export function rewind(state: ModelState, position: number): void {
  const tokens = state.stepsKept;
  const back = state.position - position;
  if (back === 0) return;
  invariant(Number.isInteger(back) && back > 0 && back < tokens, `a state is rewound inside its last pass, got ${back} of ${tokens} tokens`);
  for (const layer of state.layers) {
    if (layer.kind === "attention") continue; // what was stored beyond the position will be stored over
    const step = layer.steps[tokens - 1 - back]!;
    [layer.convolution, step.convolution] = [step.convolution, layer.convolution];
    [layer.recurrent, step.recurrent] = [step.recurrent, layer.recurrent];
  }
  state.position = position;
  state.stepsKept = 0;
  if (!state.draft) return;
  state.draft.held -= back;
  state.draft.followers.length -= back;
}

function copyOf(from: Recurrence, backend: Backend): Recurrence {
  const convolution = backend.tensor(...from.convolution.shape);
  try {
    const recurrent = backend.tensor(...from.recurrent.shape);
    backend.copy(convolution, from.convolution);
    backend.copy(recurrent, from.recurrent);
    return { convolution, recurrent };
  } catch (error) {
    backend.free(convolution);
    throw error;
  }
}

/** Bytes that a conversation takes: for each token it has seen, and however long it is. Kept steps come on top. */
export function stateBytes(config: ModelConfig, drafts: boolean, kvNumberBytes: number): { perToken: number; perConversation: number } {
  const { attention, layers, hidden } = config;
  const attentionLayers = layers.filter((kind) => kind === "attention").length;
  const remembering = attentionLayers + (drafts ? 1 : 0);
  return {
    perToken: remembering * 2 * attention.kvHeads * attention.headSize * kvNumberBytes,
    perConversation: ((layers.length - attentionLayers) * recurrenceShapes(config).numbers + (drafts ? DRAFT_ROWS * hidden : 0)) * 4,
  };
}

/**
 * A state as bytes, for `stateFrom` of the same model on the same kind of backend. Numbers are kept as they are in memory:
 * what goes on from there has the same bits. Guesses ahead have to begin anew. The parts are read from the state, which must
 * neither run nor be freed before the last one.
 */
export function stateParts(state: ModelState, backend: Backend): readonly BytesPart[] {
  return state.layers.flatMap((layer): readonly BytesPart[] => {
    if (layer.kind === "attention") return backend.kvParts(layer.cache, state.position);
    return [layer.convolution, layer.recurrent].map((tensor) => ({
      bytes: 4 * tensor.length,
      read: () => new Uint8Array(backend.read(tensor).buffer),
    }));
  });
}

/** @throws InputError when the bytes are not those of a state at `position` */
export function stateFrom(bytes: Uint8Array, position: number, config: ModelConfig, backend: Backend, contextTokens: number): ModelState {
  const { kvHeads, headSize } = config.attention;
  const { window, recurrent, numbers } = recurrenceShapes(config);
  const attentionLayers = config.layers.filter((kind) => kind === "attention").length;
  const left = bytes.length - (config.layers.length - attentionLayers) * numbers * 4;
  const kvBytes = attentionLayers === 0 ? 0 : left / attentionLayers;
  if (position > contextTokens || !Number.isInteger(kvBytes) || kvBytes < 0 || (attentionLayers === 0 && left !== 0)) {
    throw new InputError(`a kept state: expected that of ${position} tokens, got ${bytes.length} bytes`);
  }
  let at = 0;
  const floats = (shape: readonly number[]): Float32Array => {
    const length = 4 * shape.reduce((product, axis) => product * axis, 1);
    return new Float32Array(bytes.slice(at, (at += length)).buffer);
  };
  const layers = layerStates(config.layers, backend, (kind) => {
    if (kind === "attention") return { kind, cache: backend.kvCacheFrom(bytes.subarray(at, (at += kvBytes)), position, kvHeads, headSize, contextTokens) };
    return { kind, convolution: backend.tensorFrom(floats(window), ...window), recurrent: backend.tensorFrom(floats(recurrent), ...recurrent), steps: [] };
  });
  return { layers, position, stepsKept: 0 };
}
