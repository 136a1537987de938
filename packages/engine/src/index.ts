export type * from "./types.ts";
export { openEngine, type EngineOptions } from "./engine.ts";
export { planInWords, planMemory, type MemoryCost, type MemoryPlan } from "./memory-plan.ts";
