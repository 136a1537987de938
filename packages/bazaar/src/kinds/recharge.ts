import type { SearchQuery } from "@wanwen/services";
import type { Bilingual } from "../catalogue/index.ts";
import type { Draft } from "../offers.ts";
import { same, type World } from "../world.ts";

/** Any amount in between is sold to the fen. */
const EXACT_MIN = 10;
const EXACT_MAX = 500;
const PIECES = 9999;

/** Sellers of top-ups, and what they ask for one yuan. */
const SELLERS: readonly { readonly name: Bilingual; readonly id: string; readonly factor: number }[] = [
  { id: "carrier", name: { zh: "官方营业厅", en: "carrier's own shop" }, factor: 1 },
  { id: "quick", name: { zh: "快充话费", en: "Quick Top-up" }, factor: 1 },
];

/** Top-ups of any phone: the exact amount from 10 to 500 yuan, else the nearest packages. */
export function openRecharge({ catalogue }: World): (query: SearchQuery) => Draft[] {
  return (query) => {
    const phone = normalPhone(query.phone ?? "");
    if (query.phone !== undefined && query.phone.trim() !== "" && phone === undefined) return [];
    const carrier = phone === undefined ? undefined : catalogue.carrierOf(phone);
    return amountsFor(query.amount, catalogue.rechargeAmountsYuan).flatMap((amount) =>
      SELLERS.map((seller) => topUp(amount, seller, carrier ?? { zh: "手机", en: "Phone" }, phone)),
    );
  };
}

/** "+86 138-0013-8000" is "+8613800138000". Undefined: that is no phone number. */
function normalPhone(said: string): string | undefined {
  const phone = said.normalize("NFKC").replace(/[\s()-]/g, "");
  return /^\+?\d{6,15}$/.test(phone) ? phone : undefined;
}

function amountsFor(amount: number | undefined, packages: readonly number[]): number[] {
  if (amount === undefined) return [...packages];
  const exact = Math.round(amount * 100) / 100;
  if (exact >= EXACT_MIN && exact <= EXACT_MAX) return [exact];
  return [...packages].sort((a, b) => Math.abs(a - exact) - Math.abs(b - exact)).slice(0, 1);
}

function topUp(amount: number, seller: (typeof SELLERS)[number], carrier: Bilingual, phone: string | undefined): Draft {
  const merchant = { zh: seller.id === "carrier" ? `${carrier.zh}${seller.name.zh}` : seller.name.zh, en: seller.id === "carrier" ? `${carrier.en} ${seller.name.en}` : seller.name.en };
  return {
    ref: `recharge/${seller.id}/${phone ?? "any"}/${amount}`,
    kind: "recharge",
    name: { zh: `话费${amount}元`, en: `${amount} yuan top-up` },
    title: { zh: `话费充值 ${amount} 元`, en: `Phone top-up, ${amount} yuan` },
    merchant,
    priceMinor: Math.round(amount * seller.factor * 100),
    fees: [],
    facts: { amount },
    details: [
      { label: { zh: "号码", en: "Number" }, value: phone === undefined ? { zh: "下单时填写", en: "given with the order" } : same(phone) },
      { label: { zh: "运营商", en: "Carrier" }, value: { zh: carrier.zh, en: carrier.en } },
      { label: { zh: "面额", en: "Amount" }, value: { zh: `${amount} 元`, en: `¥${amount}` } },
    ],
    stock: [{ id: `recharge/${seller.id}/${amount}`, left: PIECES }],
    wishes: [],
    ...(phone !== undefined && { deliverTo: phone }),
    plan: { kind: "topUp" },
    columns: {},
    rank: { sales: 0, rating: 0, minute: 0 },
  };
}
