import { invariant } from "@wanwen/core";
import type { Tensor } from "../backend.ts";
import { lengthOf } from "../shape.ts";

/** A tensor of the reference backend: its values, row-major. Slices and reshapes share the array's memory. */
export interface ReferenceTensor extends Tensor {
  readonly data: Float32Array;
}

export function makeTensor(data: Float32Array, shape: readonly number[]): ReferenceTensor {
  invariant(lengthOf(shape) === data.length, `shape [${shape.join(", ")}] holds ${data.length} values`);
  return { shape: [...shape], length: data.length, data };
}

/** The values behind a tensor that this backend made. */
export function dataOf(tensor: Tensor): Float32Array {
  const data = (tensor as Partial<ReferenceTensor>).data;
  invariant(data instanceof Float32Array, "the tensor was made by the reference backend");
  return data;
}
