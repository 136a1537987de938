import { type StoredTensor, type TensorType, typeInfo } from "@wanwen/core";

// Seeded inputs for rehearsals (rehearsal.ts), tests and benches.

/** Seeded noise, uniform in ±size. */
export function noise(length: number, seed: number, size = 1): Float32Array {
  const values = new Float32Array(length);
  let state = seed * 2654435761 + 12345;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[i] = (state / 2 ** 31 - 1) * size;
  }
  return values;
}

/** Bytes of the halves that scale a block. */
const HALVES: Partial<Record<TensorType, readonly number[]>> = {
  Q4_0: [0], Q4_1: [0, 2], Q5_0: [0], Q5_1: [0, 2], Q8_0: [0], Q2_K: [80, 82], Q3_K: [108], Q4_K: [0, 2], Q5_K: [0, 2],
  Q6_K: [208], IQ4_NL: [0], IQ4_XS: [0],
};

/** Every byte the same, but for what scales a block: that is 1/16. */
export function constantMatrix(type: TensorType, N: number, K: number, byte: number): StoredTensor {
  const { blockElements, blockBytes } = typeInfo(type);
  const bytes = new Uint8Array(((N * K) / blockElements) * blockBytes).fill(byte);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += blockBytes) {
    for (const offset of HALVES[type] ?? []) view.setUint16(at + offset, 0x2c00, true);
    if (type === "MXFP4") bytes[at] = 124;
  }
  return store(type, [N, K], bytes);
}

/**
 * A matrix of random bytes with sensible scales, every eleventh of them subnormal. (Real files have hardly any; benches
 * leave them out, since multiplying them takes some processors a hundred cycles.)
 */
export function storedMatrix(type: TensorType, N: number, K: number, seed: number, subnormals = true): StoredTensor {
  const { blockElements, blockBytes } = typeInfo(type);
  const bytes = new Uint8Array(((N * K) / blockElements) * blockBytes);
  const random = noise(bytes.length, seed);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor((random[i]! + 1) * 128);
  const view = new DataView(bytes.buffer);
  const plain = type === "F32" ? noise(N * K, seed + 1) : undefined;
  for (let block = 0; block < bytes.length / blockBytes; block++) {
    const at = block * blockBytes;
    // 0x1400 … 0x23ff: halves from 0.001 to 0.015; every seventh negative, every eleventh subnormal.
    const half = subnormals && block % 11 === 3 ? 0x0155 : 0x1400 + (bytes[at]! << 4) + (block % 7 === 2 ? 0x8000 : 0);
    for (const offset of HALVES[type] ?? []) view.setUint16(at + offset, half, true);
    if (type === "MXFP4") bytes[at] = 118 + (bytes[at]! & 7);
    if (plain) view.setFloat32(at, plain[block]!, true);
    if (type === "F16") view.setUint16(at, 0x2c00 + ((bytes[at]! << 4) & 0x0fff) + (block % 2 ? 0x8000 : 0), true);
    if (type === "BF16") view.setUint16(at, 0x3d00 + bytes[at]! + (block % 2 ? 0x8000 : 0), true);
    if (type === "F8_E4M3") bytes[at] = bytes[at]! & 0xbf;
  }
  return store(type, [N, K], bytes);
}

/** Bytes as a tensor of a file. */
export function store(type: TensorType, shape: readonly number[], stored: Uint8Array): StoredTensor {
  return {
    name: "layer.weight", type, shape, bytes: stored.length, file: "model.gguf",
    read: (target, offset) => target.set(stored.subarray(offset, offset + target.length)),
  };
}
