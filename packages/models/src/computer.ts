import { totalmem } from "node:os";

/** Share of the memory that weights may take: the rest is for the conversations, the page's browser and everything else. */
const WEIGHTS_SHARE = 0.7;

/** Bytes of memory that this process may ever have: the computer's, or its container's. */
export function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Bytes of weights that this computer has memory for. */
export function roomForWeights(memory: number = memoryBytes()): number {
  return Math.floor(memory * WEIGHTS_SHARE);
}
