export type * from "./types.ts";
export { type ConnectOptions, connectServices } from "./client.ts";
export * as wire from "./wire.ts";
