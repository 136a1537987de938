import { InputError, invariant, type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";
import { quote } from "./quote.ts";
import type { ByteSource } from "./types.ts";

/** Where a tensor lies in its file. `begin` and `end` count from the start of the file. */
export interface TensorSpan {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** A tensor whose bytes are `source[begin, begin + bytes)`; the span has been checked. */
export function storedTensor(
  source: ByteSource, name: string, type: TensorType, shape: readonly number[], begin: number,
): StoredTensor {
  const bytes = bytesOf(type, elementsOf(shape));
  return {
    name,
    type,
    shape,
    bytes,
    file: source.name,
    read(target, offset) {
      invariant(
        offset >= 0 && offset + target.length <= bytes,
        `${name} has ${bytes} bytes, asked for ${target.length} at ${offset}`,
      );
      source.read(target, begin + offset);
    },
  };
}

/** Product of a shape; Infinity or an unsafe integer when it is absurd. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function bytesOf(type: TensorType, elements: number): number {
  const { blockElements, blockBytes } = typeInfo(type);
  return (elements / blockElements) * blockBytes;
}

/** @throws InputError unless every size is a whole number from 1 on and their product is one too. */
export function checkShape(where: string, name: string, shape: readonly unknown[]): asserts shape is readonly number[] {
  const sizes = shape as readonly number[];
  const good = sizes.every((size) => Number.isSafeInteger(size) && size >= 1) && Number.isSafeInteger(elementsOf(sizes));
  if (!good) {
    throw new InputError(`${where}: ${quote(name)}: expected a shape of whole sizes from 1 on, got [${shapeText(shape)}]`, {
      param: name,
    });
  }
}

function shapeText(shape: readonly unknown[]): string {
  return shape.slice(0, 8).map(String).join(", ").slice(0, 120) + (shape.length > 8 ? ", …" : "");
}

/** @returns spans in the order of the file. @throws InputError when two share a byte or one leaves the file. */
export function checkSpans(source: ByteSource, spans: readonly TensorSpan[]): TensorSpan[] {
  const sorted = spans.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
  let previous: TensorSpan | undefined;
  for (const span of sorted) {
    if (span.end > source.size) {
      throw new InputError(
        `${source.name}: ${quote(span.name)}: expected bytes ${span.begin}..${span.end}, the file ends at ${source.size}`,
        { param: span.name },
      );
    }
    if (previous && span.begin < previous.end) {
      throw new InputError(
        `${source.name}: ${quote(span.name)}: expected bytes of its own, got ${span.begin}..${span.end}, ` +
          `${quote(previous.name)} has ${previous.begin}..${previous.end}`,
        { param: span.name },
      );
    }
    previous = span;
  }
  return sorted;
}

/** Adds the tensors of one file to those of the files before it. @throws InputError for a name that is there already. */
export function addAll(all: Map<string, StoredTensor>, more: Iterable<StoredTensor>): void {
  for (const tensor of more) {
    const before = all.get(tensor.name);
    if (before) {
      throw new InputError(`${tensor.file}: ${quote(tensor.name)}: expected each tensor once, ${before.file} has it too`, {
        param: tensor.name,
      });
    }
    all.set(tensor.name, tensor);
  }
}
