import { createHash } from "node:crypto";
import type { Checkout } from "@wanwen/services";

/**
 * What a yes is bound to: SHA-256 over everything on the card that a merchant could change. Two checkouts with the same
 * hash are the same purchase to the person who approves it.
 */
export function termsHash(checkout: Checkout): string {
  return sha256([
    "wanwen.terms.1", checkout.id, checkout.kind, checkout.origin, checkout.merchant, checkout.offerRef, checkout.name,
    checkout.quantity, checkout.deliverTo, checkout.when, checkout.note,
    checkout.lines.map((line) => [line.label, line.amount.currency, line.amount.minor]),
    checkout.total.currency, checkout.total.minor, checkout.payWith, checkout.expiresAt, checkout.terms,
  ]);
}

/** Of the call that completes a purchase; stored beside its key, so that a key can never be used for another call. */
export function requestHash(checkout: Checkout): string {
  return sha256(["wanwen.complete.1", checkout.origin, checkout.id, checkout.terms]);
}

/** Lists, not objects: their JSON has one form only. */
const sha256 = (value: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
