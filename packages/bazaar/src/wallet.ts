import type { Ledger } from "@wanwen/ledger";
import type { ShopKind } from "@wanwen/services";

/** The person's sandbox money. Never below zero. */
export const WALLET = "wallet";
/** Where the first balance comes from: the only account that may be below zero. */
const BANK = "bank";

export const shopAccount = (kind: ShopKind): string => `shops/${kind}`;

/** Opens the accounts; the first balance is paid in once in the life of a database. */
export function openWallet(ledger: Ledger, kinds: readonly ShopKind[], seedMinor: number): void {
  ledger.openAccount(BANK, { overdraft: true });
  ledger.openAccount(WALLET);
  for (const kind of kinds) ledger.openAccount(shopAccount(kind));
  const first = ledger.entries(WALLET, 1).length === 0;
  if (first && seedMinor > 0) ledger.transfer({ id: "seed", from: BANK, to: WALLET, amount: seedMinor, memo: "first balance" });
}
