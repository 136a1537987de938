import { invariant } from "./errors.ts";

/** An amount in the currency's smallest unit (fen, cents). Always an integer: money is never a float. */
export interface Money {
  readonly currency: "CNY";
  /** Minor units; ¥38.00 is 3800. */
  readonly minor: number;
}

export function yuan(amount: number): Money {
  const minor = Math.round(amount * 100);
  invariant(Number.isSafeInteger(minor), `an amount is a safe integer of minor units, got ${amount}`);
  return { currency: "CNY", minor };
}

/** For models and plain JSON: 3800 becomes 38, 3850 becomes 38.5. */
export function toYuan(money: Money): number {
  return money.minor / 100;
}

export function times(money: Money, count: number): Money {
  return { ...money, minor: money.minor * count };
}

export function plus(...amounts: readonly Money[]): Money {
  return { currency: "CNY", minor: amounts.reduce((sum, each) => sum + each.minor, 0) };
}

/** "¥38.00" in the reader's language. */
export function formatMoney(money: Money, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
  }).format(money.minor / 100);
}
