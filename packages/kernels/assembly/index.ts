// Every export is a kernel that all threads enter together: (thread, threads, …what to do). A thread takes its share
// and returns; the caller waits for the others. Pointers are byte addresses in the one shared memory, sizes are counts
// of elements. Who computes a value never changes it: results are the same with any number of threads.
export { start } from "./constants";
export { add, addBias, copy, sigmoidGate, swiglu } from "./elementwise";
export { gatedNorm, normHeads, rmsNorm } from "./norms";
export { rope } from "./rope";
export { causalConv, causalConvState } from "./causal-conv";
export { attention, kvStore } from "./attention";
export { deltaNet, deltaNetPrepare } from "./delta-net";
export { packF32, packI8 } from "./activations";
export { repack } from "./repack";
export { embed } from "./embed";
export { matvec } from "./matvec";
export { matvecExpanded } from "./matvec-expanded";
export { matmulExpanded } from "./matmul-expanded";
export { matmulF32, matmulI8 } from "./matmul";
