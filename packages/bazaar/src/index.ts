export { type Bazaar, type BazaarOptions, openBazaar } from "./bazaar.ts";
export type { Fault } from "./faults.ts";
