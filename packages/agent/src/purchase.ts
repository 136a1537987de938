/**
 * The permission step of `place_order`: from an offer to a card. Nothing in here can pay. It makes the checkout at the
 * service, holds its total against what the person wanted to spend, and records the question in the vault.
 */
import type { ApprovalFact } from "@wanwen/approvals";
import { InputError, toYuan } from "@wanwen/core";
import type { Checkout, Locale, Services, ShopKind } from "@wanwen/services";
import { addressOf } from "./arguments.ts";
import type { Profile, StepFact, TaskOffer } from "./events.ts";
import type { StepStarted } from "./next.ts";
import { wishesOf } from "./request.ts";

export interface OfferList {
  readonly callId: string;
  readonly offers: readonly TaskOffer[];
  /** The words that were searched for. */
  readonly wanted: string;
}

/** Goods need an address; tickets a name or a number; what goes nowhere needs nothing. */
export const needsAddress = (kind: ShopKind): boolean => kind === "food" || kind === "products";

export interface Destination {
  readonly deliverTo: string;
  readonly source: ApprovalFact["source"];
}

/** Undefined: goods, and no address is known. */
export function destinationOf(kind: ShopKind, said: string | undefined, profile: Profile): Destination | undefined {
  if (needsAddress(kind)) {
    if (said !== undefined) {
      const named = addressOf(said, profile);
      return named ? { deliverTo: named, source: "profile" } : { deliverTo: said, source: "you" };
    }
    const [first] = profile.addresses;
    const kept = first?.address ?? profile.facts["home_address"];
    return kept ? { deliverTo: kept, source: "profile" } : undefined;
  }
  if (kind === "flights" || kind === "trains" || kind === "hotels") return { deliverTo: profile.name, source: "profile" };
  if (kind === "movies" || kind === "events" || kind === "deals") return { deliverTo: profile.phone || profile.name, source: "profile" };
  return { deliverTo: "", source: "profile" };
}

/** Lists are tried this deep for one that the budget allows. */
const CANDIDATES_MAX = 5;

export interface Terms {
  readonly list: OfferList;
  readonly offer: TaskOffer;
  readonly quantity: number;
  readonly deliverTo: string;
  readonly note: string;
  readonly limit: { readonly amount: number; readonly of?: "each" | "total" } | undefined;
  /** The person named this very offer: no other may take its place. */
  readonly exact: boolean;
}

const factOf = (step: StepStarted, name: string): StepFact | undefined => step.facts.find((fact) => fact.name === name);

/** What a `place_order` asks for, by its facts. Throws InputError when its offer is in no list of the task. */
export function termsOf(step: StepStarted, lists: readonly OfferList[]): Terms {
  const offerId = String(step.arguments["offer_id"]);
  const list = lists.find((each) => each.offers.some((offer) => offer.id === offerId));
  const offer = list?.offers.find((each) => each.id === offerId);
  if (!list || !offer) throw new InputError(`${step.callId}: no offer ${offerId} in this task`);
  const limit = factOf(step, "max_price");
  return {
    list, offer,
    quantity: Number(factOf(step, "quantity")?.used ?? 1),
    deliverTo: factOf(step, "address")?.used ?? "",
    note: factOf(step, "note")?.used ?? "",
    limit: limit && { amount: Number(limit.used), ...(limit.of && { of: limit.of }) },
    exact: factOf(step, "offer_id")?.source === "you" || step.origin === "choice",
  };
}

/**
 * The checkout of the wanted offer, or, when its total is over the budget, of the first other offer of the same list that
 * is as good a match and within it. A limit may mean one thing or all of them: a total within it satisfies both.
 */
export async function checkoutWithin(
  terms: Terms, services: Services, locale: Locale,
): Promise<{ offer: TaskOffer; checkout: Checkout } | { outcome: "sold_out" }> {
  const first = await makeCheckout(terms.offer, terms, services, locale);
  if ("outcome" in first) return first;
  const { limit } = terms;
  const fits = (checkout: Checkout, offer: TaskOffer): boolean =>
    limit === undefined || (limit.of === "each" ? toYuan(offer.price) : toYuan(checkout.total)) <= limit.amount;
  if (terms.exact || fits(first, terms.offer)) return { offer: terms.offer, checkout: first };
  let best = { offer: terms.offer, checkout: first };
  const match = matchOf(terms.offer, terms.list.wanted);
  const others = terms.list.offers
    .filter((offer) => offer.id !== terms.offer.id && offer.left >= terms.quantity && matchOf(offer, terms.list.wanted) >= match && offer.price.minor <= terms.offer.price.minor + first.total.minor)
    .slice(0, CANDIDATES_MAX);
  for (const offer of others) {
    const checkout = await makeCheckout(offer, terms, services, locale);
    if ("outcome" in checkout) continue;
    if (fits(checkout, offer)) return { offer, checkout };
    if (checkout.total.minor < best.checkout.total.minor) best = { offer, checkout };
  }
  return best;
}

function makeCheckout(offer: TaskOffer, terms: Terms, services: Services, locale: Locale): ReturnType<Services["createCheckout"]> {
  return services.createCheckout({ kind: offer.kind, offerRef: offer.ref, quantity: terms.quantity, deliverTo: terms.deliverTo, note: terms.note, locale });
}

/** How many of the words' parts an offer's name has: words of Latin scripts, pairs of characters of Chinese. */
export function matchOf(offer: { readonly name: string; readonly merchant: string }, words: string): number {
  const clean = wishesOf(words).reduceRight((text, wish) => text.slice(0, wish.start) + " " + text.slice(wish.end), words).toLowerCase();
  const parts = partsOf(`${offer.name} ${offer.merchant}`);
  return [...parts].filter((part) => (/[a-z0-9]/.test(part) ? new RegExp(`(?<![a-z0-9])${part}(?:s|es)?(?![a-z0-9])`).test(clean) : clean.includes(part))).length;
}

/** How much of what was wanted an offer's name says: 1 is all of it. */
export function shareNamed(offer: { readonly name: string }, wanted: string): number {
  const parts = partsOf(wanted);
  const name = offer.name.toLowerCase();
  const said = [...parts].filter((part) => (/[a-z0-9]/.test(part) ? new RegExp(`(?<![a-z0-9])${part}(?:s|es)?(?![a-z0-9])`).test(name) : name.includes(part)));
  return parts.size === 0 ? 0 : said.length / parts.size;
}

/** How many words, or pairs of characters, a name has. */
export const partsIn = (name: string): number => partsOf(name).size;

const EMPTY_WORDS = new Set(["the", "a", "an", "of", "and", "in", "at", "with", "for", "to", "on", "by", "no", "near", "shop", "store", "house"]);
function partsOf(name: string): ReadonlySet<string> {
  const text = name.toLowerCase();
  const latin = (text.match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)).map((word) => word.replace(/(?<=..)s$/, ""));
  const chinese = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)));
  return new Set([...latin, ...chinese]);
}

/** The card's facts, each with where it came from: the order, or the search before it. What the merchant says, the merchant says. */
export function cardFacts(checkout: Checkout, step: StepStarted, search: StepStarted | undefined): readonly ApprovalFact[] {
  const facts = [...step.facts, ...(search?.facts ?? [])];
  const destination = factOf(step, "address")?.source ?? facts.find((fact) => fact.name === "phone")?.source ?? "default";
  const sourceOf = (name: string): ApprovalFact["source"] => facts.find((fact) => fact.name === name)?.source ?? "default";
  const all: ApprovalFact[] = [
    { name: "item", value: checkout.name, source: "merchant" },
    { name: "quantity", value: String(checkout.quantity), source: sourceOf("quantity") },
    { name: "merchant", value: checkout.merchant, source: "merchant" },
    { name: "deliverTo", value: checkout.deliverTo, source: destination },
    { name: "when", value: checkout.when, source: facts.some((fact) => fact.name === "date" || fact.name === "check_in" || fact.name === "time") ? "you" : "merchant" },
    { name: "note", value: checkout.note, source: facts.some((fact) => fact.name === "note" && fact.source === "profile") ? "profile" : "you" },
    { name: "payWith", value: checkout.payWith, source: "default" },
  ];
  return all.filter((fact) => fact.value !== "");
}
