export { atomically } from "./atomically.ts";
export { type Balance, type Entry, InsufficientFunds, type Ledger, openLedger, type Transfer } from "./ledger.ts";
