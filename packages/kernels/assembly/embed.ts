import { share } from "./lanes";
import { rowValues } from "./rows";

/** out [T, K] = rows `ids` (u32) of a matrix. */
export function embed(
  thread: i32, threads: i32, kind: i32, w: usize, panelBytes: usize, ids: usize, out: usize, T: i32, K: i32,
): void {
  const to = share(T, thread + 1, threads);
  for (let t = share(T, thread, threads); t < to; t++) {
    const id = load<u32>(ids + (<usize>t << 2));
    rowValues(kind, out + (<usize>(t * K) << 2), 4, w + <usize>(id >> 3) * panelBytes, id & 7, 0, K);
  }
}
