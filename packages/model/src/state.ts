import type { Backend } from "@wanwen/kernels";
import type { LayerState, ModelConfig, ModelState } from "./types.ts";

/**
 * Everything that one conversation changes, at position 0: empty key/value caches that grow up to `contextTokens`,
 * zeroed convolution windows [K-1, C] and recurrent states [Hv, Dk, Dv].
 */
export function newState(config: ModelConfig, backend: Backend, contextTokens: number): ModelState {
  const { kvHeads, headSize } = config.attention;
  const layers = config.layers.map((kind): LayerState => {
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
export function freeState(state: ModelState, backend: Backend): void {
  for (const layer of state.layers) {
    if (layer.kind === "attention") {
      backend.freeKvCache(layer.cache);
    } else {
      backend.free(layer.convolution);
      backend.free(layer.recurrent);
    }
  }
}
