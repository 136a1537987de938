import { invariant } from "@wanwen/core";
import type { Backend, Tensor } from "@wanwen/kernels";
import type { LayerState, ModelConfig, ModelState } from "./types.ts";

/**
 * Everything that one conversation changes, at position 0: empty key/value caches that grow up to `contextTokens`,
 * zeroed convolution windows [K-1, C] and recurrent states [Hv, Dk, Dv].
 */
export function newState(config: ModelConfig, backend: Backend, contextTokens: number): ModelState {
  const { kvHeads, headSize } = config.attention;
  const layers = layerStates(config.layers, backend, (kind) => {
    if (kind === "attention") return { kind, cache: backend.kvCache(kvHeads, headSize, contextTokens) };
    const { keyHeads, valueHeads, keySize, valueSize, convolution } = config.deltaNet!;
    return {
      kind,
      convolution: backend.tensor(convolution - 1, 2 * keyHeads * keySize + valueHeads * valueSize),
      recurrent: backend.tensor(valueHeads, keySize, valueSize),
    };
  });
  return { layers, position: 0 };
}

/** Gives the memory back; the state must not be used again. */
export function freeState(state: Pick<ModelState, "layers">, backend: Backend): void {
  for (const layer of state.layers) {
    if (layer.kind === "attention") {
      backend.freeKvCache(layer.cache);
    } else {
      backend.free(layer.convolution);
      backend.free(layer.recurrent);
    }
  }
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
    return { kind: layer.kind, convolution: copyOf(layer.convolution, backend), recurrent: copyOf(layer.recurrent, backend) };
  });
  return { layers, position };
}

function copyOf(tensor: Tensor, backend: Backend): Tensor {
  const copy = backend.tensor(...tensor.shape);
  backend.copy(copy, tensor);
  return copy;
}

/** Bytes of f32 that a conversation takes: for each token it has seen, and however long it is. */
export function stateBytes({ attention, deltaNet, layers }: ModelConfig): { perToken: number; perConversation: number } {
  const remembering = layers.filter((kind) => kind === "attention").length;
  const recurrent = deltaNet
    ? deltaNet.valueHeads * deltaNet.keySize * deltaNet.valueSize +
      (deltaNet.convolution - 1) * (2 * deltaNet.keyHeads * deltaNet.keySize + deltaNet.valueHeads * deltaNet.valueSize)
    : 0;
  return {
    perToken: remembering * 2 * attention.kvHeads * attention.headSize * 4,
    perConversation: (layers.length - remembering) * recurrent * 4,
  };
}
