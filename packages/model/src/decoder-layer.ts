import type { Tensor } from "@wanwen/kernels";
import { mixture } from "./experts.ts";
import { attention, deltaNet, feedForward, type Rows, type Workbench } from "./layers.ts";
import type { LayerWeights } from "./weights.ts";

/**
 * One layer, of any family: norm, mix over time, add, norm, feed forward, add.
 * @param x [T, E], the residual stream, changed in place
 * @param index which of each session's layer states is this layer's
 */
export function runLayer(bench: Workbench, layer: LayerWeights, x: Tensor, rows: Rows, index: number): void {
  const { config, backend, scratch } = bench;
  const normed = scratch.take("normed", rows.count, config.hidden);
  backend.rmsNorm(normed, x, layer.inputNorm, config.normEps);
  backend.add(x, mix(bench, layer, normed, rows, index));
  backend.rmsNorm(normed, x, layer.postAttentionNorm, config.normEps);
  backend.add(x, feed(bench, layer, normed, rows));
}

function mix(bench: Workbench, layer: LayerWeights, x: Tensor, rows: Rows, index: number): Tensor {
  switch (layer.mixer.kind) {
    case "attention":
      return attention(bench, layer.mixer, x, rows, index);
    case "deltaNet":
      return deltaNet(bench, layer.mixer, bench.config.deltaNet!, x, rows, index);
    default:
      return layer.mixer satisfies never;
  }
}

function feed(bench: Workbench, { mlp }: LayerWeights, x: Tensor, rows: Rows): Tensor {
  switch (mlp.kind) {
    case "dense":
      return feedForward(bench, mlp, x, rows);
    case "mixture":
      return mixture(bench, mlp, x, rows);
    default:
      return mlp satisfies never;
  }
}
