import type { Money } from "@wanwen/core";
import type { CompleteResult, Checkout, Locale, Order } from "@wanwen/services";

/** Where a fact on the card came from. `guess` is a value that nobody said: it must be looked at. */
export type FactSource = "you" | "profile" | "merchant" | "default" | "guess";

export interface ApprovalFact {
  /** Stable name: item, quantity, merchant, deliverTo, when, note, payWith. */
  readonly name: "item" | "quantity" | "merchant" | "deliverTo" | "when" | "note" | "payWith";
  readonly value: string;
  readonly source: FactSource;
}

export type ApprovalState =
  | "waiting" | "approved" | "paying" | "unknown" | "ordered"
  | "declined" | "expired" | "changed" | "soldOut" | "unpaid" | "superseded";

/** A person's yes to one exact purchase: single use, expires, bound to the hash of its terms. What the card shows. */
export interface Approval {
  readonly id: string;
  readonly taskId: string;
  readonly callId: string;
  readonly checkout: Checkout;
  readonly facts: readonly ApprovalFact[];
  readonly total: Money;
  /** SHA-256 over merchant origin, items, quantity, total, destination, payment and expiry. Sent back with the yes. */
  readonly termsHash: string;
  readonly state: ApprovalState;
  /** ISO. */
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly order?: Order;
  /** After `changed`: the approval that asks about the new terms. */
  readonly supersededBy?: string;
}

/**
 * The only thing that can complete a purchase. Its methods are called by the person's HTTP routes and by recovery at
 * start, never by the loop that listens to a model; it imports no model code.
 */
export interface ApprovalVault {
  /** Records the question. Nothing is bought. */
  ask(request: {
    taskId: string; callId: string; checkout: Checkout; facts: readonly ApprovalFact[]; locale: Locale;
    /** A waiting card that the new one takes the place of, in the same transaction; `InputError` if it waits no more. */
    replaces?: string;
  }): Approval;
  get(id: string): Approval | undefined;
  waitingOf(taskId: string): Approval | undefined;
  /** Every approval of a task, oldest first. */
  ofTask(taskId: string): readonly Approval[];
  /**
   * The person's answer. `approve` needs the hash that was on their screen; it stores the idempotency key, then calls the
   * merchant, and resolves with the final (or `unknown`) state. A second answer is refused with `InputError`.
   */
  answer(id: string, answer: { decision: "approve"; termsHash: string } | { decision: "decline" }): Promise<Approval>;
  /** Withdraws a waiting card, because the person edited a fact or chose another offer. */
  supersede(id: string, by: string | undefined): Approval;
  /** At start and on a timer: settles every `paying` and `unknown` approval by asking the merchant what became of it. */
  recover(): Promise<readonly Approval[]>;
  /** Called after each change of an approval, whoever caused it. */
  onChange(listener: (approval: Approval) => void): () => void;
}

export type { CompleteResult };
