const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** f32 values, whole blocks of 32, as ggml's Q8_0: a half d = max |x| / 127, then 32 bytes round(x / d). */
export function quantiseQ8(values: Float32Array): Uint8Array {
  const out = new Uint8Array((values.length / 32) * 34);
  const view = new DataView(out.buffer);
  for (let block = 0; block < values.length / 32; block++) {
    let largest = 0;
    for (let i = 0; i < 32; i++) largest = Math.max(largest, Math.abs(values[block * 32 + i]!));
    const bits = toHalf(largest / 127);
    const d = fromHalf(bits);
    view.setUint16(block * 34, bits, true);
    for (let i = 0; i < 32; i++) {
      // The half that is stored may be smaller than what was asked for: the quotient can pass 127.
      const q = d === 0 ? 0 : Math.round(values[block * 32 + i]! / d);
      view.setInt8(block * 34 + 2 + i, Math.max(-127, Math.min(127, q)));
    }
  }
  return out;
}

/** A non-negative number as the nearest half, at most 65504. */
function toHalf(x: number): number {
  if (x >= 65504) return 0x7bff;
  if (x < 2 ** -14) return Math.round(x * 2 ** 24);
  scratch[0] = x;
  const bits = scratchBits[0]!;
  return (bits - 0x38000000 + 0x0fff + ((bits >>> 13) & 1)) >>> 13;
}

function fromHalf(bits: number): number {
  const exponent = bits >> 10;
  const fraction = bits & 1023;
  return exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
}
