import { z } from "zod";
import type { Checkout } from "@wanwen/services";
import { wire } from "@wanwen/services";
import type { OfferStore } from "./offers.ts";

/** How long a fault may hold an answer back. */
const DELAY_MS_MAX = 120_000;
/** How many faults may wait at once. */
const FAULTS_MAX = 100;

const aim = {
  /** Only for this offer, or for this kind of shop; for the next purchase of any kind when left out. */
  offerRef: z.string().max(200).exactOptional(),
  kind: wire.shopKindSchema.exactOptional(),
};

/** Each fault strikes once, at the next `complete` that it is aimed at. */
export const faultSchema = z.discriminatedUnion("fault", [
  /** The price was changed between the card and the yes. */
  z.object({ fault: z.literal("price_drift"), byMinor: z.int().default(300), ...aim }),
  /** Somebody else took the last one. */
  z.object({ fault: z.literal("sold_out"), ...aim }),
  /** The purchase is made late, after `ms`. */
  z.object({ fault: z.literal("delay"), ms: z.int().min(0).max(DELAY_MS_MAX), ...aim }),
  /** The order is made, but its answer is lost: after `ms` the caller gets a 504. */
  z.object({ fault: z.literal("timeout_after_success"), ms: z.int().min(0).max(DELAY_MS_MAX).default(0), ...aim }),
]);
export type Fault = z.infer<typeof faultSchema>;

export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting = [...this.#waiting, fault].slice(-FAULTS_MAX);
  }

  /** Inside the transaction of a purchase, before prices and stock are looked at. */
  beforeComplete(offers: OfferStore, checkout: Checkout): void {
    const drift = this.#strike("price_drift", checkout);
    if (drift) offers.changePrice(checkout.offerRef, drift.byMinor);
    if (this.#strike("sold_out", checkout)) {
      const draft = offers.find(checkout.offerRef);
      if (draft) offers.empty(draft);
    }
  }

  /** Around the purchase: how long to wait before it. */
  delayMs(checkout: Pick<Checkout, "kind" | "offerRef">): number {
    return this.#strike("delay", checkout)?.ms ?? 0;
  }

  /** After the purchase: the milliseconds after which its answer is lost; undefined: it is not. */
  lostAfterMs(checkout: Pick<Checkout, "kind" | "offerRef">): number | undefined {
    return this.#strike("timeout_after_success", checkout)?.ms;
  }

  #strike<Name extends Fault["fault"]>(name: Name, checkout: Pick<Checkout, "kind" | "offerRef">): Extract<Fault, { fault: Name }> | undefined {
    const at = this.#waiting.findIndex(
      ({ fault, kind, offerRef }) =>
        fault === name && (kind ?? checkout.kind) === checkout.kind && (offerRef ?? checkout.offerRef) === checkout.offerRef,
    );
    if (at < 0) return undefined;
    const [struck] = this.#waiting.splice(at, 1);
    return struck as Extract<Fault, { fault: Name }>;
  }
}
