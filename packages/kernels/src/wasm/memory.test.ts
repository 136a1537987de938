import { InvariantError, LimitError } from "@wanwen/core";
import { expect, test } from "vitest";
import { SharedHeap } from "./memory.ts";

test("space that was given back is used again, also joined with its neighbours", () => {
  const heap = new SharedHeap();
  const parts = [1000, 2000, 3000, 4000].map((bytes) => heap.allocate(bytes, "test"));
  const fence = heap.allocate(64, "test");
  for (const part of [parts[2]!, parts[0]!, parts[1]!]) heap.release(part);
  expect(heap.allocate(5900, "test")).toBe(parts[0]);
  expect(heap.allocate(10_000, "test")).toBeGreaterThan(fence);
});

test("parts do not overlap and are aligned", () => {
  const heap = new SharedHeap();
  const parts: { at: number; size: number }[] = [];
  for (let i = 0; i < 300; i++) {
    const size = ((i * 7919) % 5000) + 1;
    parts.push({ at: heap.allocate(size, "test"), size });
    if (i % 3 === 2) heap.release(parts.splice((i * 31) % parts.length, 1)[0]!.at);
  }
  parts.sort((a, b) => a.at - b.at);
  for (const [i, part] of parts.entries()) {
    expect(part.at % 64).toBe(0);
    if (i > 0) expect(part.at).toBeGreaterThanOrEqual(parts[i - 1]!.at + parts[i - 1]!.size);
  }
});

test("more than four gigabytes is a limit, not a crash, and leaves the heap usable", () => {
  const heap = new SharedHeap();
  expect(() => heap.allocate(5 * 2 ** 30, "output.weight")).toThrow(LimitError);
  expect(() => heap.allocate(5 * 2 ** 30, "output.weight")).toThrow(/output\.weight: 5120 MB/);
  expect(heap.allocate(100, "test")).toBeGreaterThan(0);
});

test("giving memory back twice is our own mistake", () => {
  const heap = new SharedHeap();
  const at = heap.allocate(10, "test");
  heap.release(at);
  expect(() => heap.release(at)).toThrow(InvariantError);
});
