export type * from "./types.ts";
export { termsHash } from "./terms.ts";
export { openVault, type VaultOptions } from "./vault.ts";
