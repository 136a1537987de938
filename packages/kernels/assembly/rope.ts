import { share } from "./lanes";

/**
 * In place: turns pairs (i, i + half) of the first 2 · half values of each head of x [T, H, S].
 * @param table [T, 2, half], cosines then sines of each position (made in f64 by the caller)
 */
export function rope(thread: i32, threads: i32, x: usize, table: usize, T: i32, H: i32, S: i32, half: i32): void {
  const to = share(T * H, thread + 1, threads);
  for (let head = share(T * H, thread, threads); head < to; head++) {
    let a = x + ((<usize>head * S) << 2);
    let b = a + (<usize>half << 2);
    let cos = table + ((<usize>(head / H) * 2 * half) << 2);
    let sin = cos + (<usize>half << 2);
    let i = 0;
    for (; i + 4 <= half; i += 4) {
      const va = v128.load(a);
      const vb = v128.load(b);
      const c = v128.load(cos);
      const s = v128.load(sin);
      v128.store(a, f32x4.sub(f32x4.mul(va, c), f32x4.mul(vb, s)));
      v128.store(b, f32x4.add(f32x4.mul(vb, c), f32x4.mul(va, s)));
      a += 16;
      b += 16;
      cos += 16;
      sin += 16;
    }
    for (; i < half; i++) {
      const va = load<f32>(a);
      const vb = load<f32>(b);
      const c = load<f32>(cos);
      const s = load<f32>(sin);
      store<f32>(a, va * c - vb * s);
      store<f32>(b, vb * c + va * s);
      a += 4;
      b += 4;
      cos += 4;
      sin += 4;
    }
  }
}
