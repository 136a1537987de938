/**
 * A reply is text of a model that may be small: before people rely on it, its numbers, ids and names must come from what
 * the tools returned or from what was said. One that does not hold is written anew from the results.
 */
import { toYuan } from "@wanwen/core";
import type { Locale, Order } from "@wanwen/services";
import type { Approval } from "@wanwen/approvals";
import type { Call, Entry } from "./conversation.ts";
import type { TaskOffer } from "./events.ts";
import { numberOf, numbersIn } from "./numbers.ts";
import { say } from "./words.ts";

/** What a reply may speak of. */
export interface Evidence {
  readonly entries: readonly Entry[];
  readonly locale: Locale;
  /** Replies of the embedded model are held to its vocabulary too: words from elsewhere are noise. */
  readonly small: boolean;
}

const MARKUP = /<\/?(?:tool|parameter|function|think)|<\||\uFFFD|\{"|\[\{/;

/** Is this the beginning of something that must not be shown? Cheap: it runs while text streams. */
export function looksBroken(text: string): boolean {
  return MARKUP.test(text) || /(?![\t\n\r])\p{Cc}/u.test(text) || /(.)\1{7,}/u.test(text);
}

/** A reply that can be trusted, or the sentence that takes its place. */
export function checkedReply(text: string, evidence: Evidence): string {
  const trimmed = text.trim();
  if (trimmed !== "" && !looksBroken(trimmed) && holds(trimmed, evidence)) return trimmed;
  return replyFromResults(evidence) ?? say(evidence.locale, "capabilities");
}

function holds(text: string, evidence: Evidence): boolean {
  const calls = callsOfTurn(evidence.entries);
  const known = knownText(evidence.entries);
  const last = calls.at(-1);
  if (last && !showsResult(text, last)) return false;
  if (evidence.small && last?.result?.shown.kind === "route") return false; // two numbers: the template says them better
  if (!evidence.small && !last) return true; // A general model talking: nothing here that could be bought.
  const listed = text.replace(/^\s*\d{1,2}[.)、]\s/gm, ""); // numbers of a list are its own
  const numbers = knownNumbers(known);
  if (evidence.small && numbersIn(listed.replace(/[一二三两]/g, "")).some((number) => !numbers.has(number.value))) return false;
  if ((listed.match(/\d+(?:\.\d+)?/g) ?? []).some((run) => !numbers.has(numberOf(run)))) return false;
  const codes = listed.match(/\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,}\b/g) ?? [];
  if (codes.some((code) => !known.includes(code.toLowerCase()))) return false;
  return !evidence.small || speaksKnownWords(text, known, evidence.locale);
}

/** Lists name their entries in their order, orders name their number. */
function showsResult(text: string, call: Call): boolean {
  const shown = call.result?.shown;
  if (!shown) return true;
  if (shown.kind === "offers") {
    const lines = text.split("\n").filter((line) => /^\s*\d{1,2}[.)、]/.test(line));
    return lines.every((line, index) => line.includes(shown.offers[index]?.name ?? "\0"));
  }
  if (shown.kind === "orders") {
    const lines = text.split("\n").filter((line) => /^\s*\d{1,2}[.)、]/.test(line));
    return lines.every((line, index) => line.includes(shown.orders[index]?.id ?? "\0") && line.includes(shown.orders[index]?.name ?? "\0"));
  }
  if (shown.kind === "places") {
    const lines = text.split("\n").filter((line) => /^\s*\d{1,2}[.)、]/.test(line));
    return lines.every((line, index) => line.includes(shown.places[index]?.name ?? "\0"));
  }
  if (shown.kind === "order") return text.includes(shown.order.id);
  const ordered = /"status":"ordered","order_id":"([^"]+)","total":([\d.]+)/.exec(call.result?.modelText ?? "");
  return !ordered || (text.includes(ordered[1]!) && text.includes(ordered[2]!));
}

export function callsOfTurn(entries: readonly Entry[]): readonly Call[] {
  const start = entries.findLastIndex((entry) => entry.by === "person");
  return entries.slice(start + 1).flatMap((entry) => (entry.by === "assistant" ? entry.calls : []));
}

const knownText = (entries: readonly Entry[]): string =>
  entries.map((entry) => (entry.by === "person" ? entry.text : entry.calls.map((call) => call.result?.modelText ?? "").join(" "))).join("\n").toLowerCase();

function knownNumbers(known: string): ReadonlySet<number> {
  return new Set([...numbersIn(known).map((number) => number.value), ...(known.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)]);
}

const ENGLISH = new Set(("a about add added all an and any anything anytime are around arriving arrive arrives at be been book booked can call calls cancelled cannot can't card city confirm "
  + "confirmed could date day deals delivered do does done don't each else find flights food for forget found from get glad go going good got have hello help here hi hotels hour hours how i i'd i'll i'm in is it "
  + "it's itself just kilometres km know later let like long look looking me meters metres minute minutes more movie much my nearby need needed next no not nothing now of off ok okay on one only or order ordered orders out pay "
  + "payment per phone phones pick place plan please press preparing redo refund refunded refused relax remember remembered reserved ride rides right routes saved say search see set shall ship shipped shop show shows "
  + "soon sorry sold status still sure take taking tell thank thanks that that's the there these this tickets time to top total track trains trip until up us want way welcome we'll what when where which will with would yes yet yourself you you'd you'll you're your yuan "
  + "away conditions matches match another one's ready only success successful placed delivered completed way m min first second third night nights which day date again any time's wanwen conversation every everyday things tools assistant bye goodbye happy nice morning afternoon evening great "
  + "address amount number ready cost costs price changed new before whatever anything's anywhere whenever must approve approval button myself behalf").split(" "));

/** English: each word is the assistant's or comes from the results. Chinese names of results aside, no stray Latin words. */
function speaksKnownWords(text: string, known: string, locale: Locale): boolean {
  const words = text.toLowerCase().match(/[a-z][a-z']*/g) ?? [];
  const strange = words.filter((word) => !known.includes(word) && !(locale === "en" && ENGLISH.has(word)) && !/^(?:km|m|ok|wanwen|spa)$/.test(word));
  if (strange.length > 0) return false;
  if (locale === "en") {
    const han = text.match(/\p{Script=Han}+/gu) ?? [];
    return han.every((run) => known.includes(run));
  }
  return true;
}

// --------------------------------------------------------------------------------------------- sentences from results

/** What the last result of this turn says, by a template; undefined when the turn has none. */
export function replyFromResults({ entries, locale }: Evidence): string | undefined {
  const last = callsOfTurn(entries).at(-1);
  const shown = last?.result?.shown;
  if (!last || !shown) return undefined;
  const zh = locale === "zh";
  switch (shown.kind) {
    case "offers": {
      if (shown.offers.length === 0) return say(locale, "nothing");
      const lines = shown.offers.slice(0, 3).map((offer, index) => `${index + 1}. ${offerLine(offer, locale)}`);
      return [say(locale, "list"), ...lines, say(locale, "which")].join("\n");
    }
    case "places":
      if (shown.places.length === 0) return say(locale, "nothing");
      return [say(locale, "places"), ...shown.places.map((place, index) => `${index + 1}. ${place.name}${zh ? "，" : ", "}${Math.round(place.distanceM)}${zh ? "米" : " m"}`)].join("\n");
    case "route":
      return zh ? `全程约${shown.route.distanceKm}公里，大约${Math.round(shown.route.minutes)}分钟。` : `It's about ${shown.route.distanceKm} km, around ${Math.round(shown.route.minutes)} minutes.`;
    case "orders":
      if (shown.orders.length === 0) return say(locale, "noOrders");
      return [say(locale, "ordersAre"), ...shown.orders.map((order, index) => `${index + 1}. ${order.id} ${order.name}${zh ? "，" : ", "}${statusWord(order.status, locale)}`)].join("\n");
    case "order":
      if (last.tool === "cancel_order") {
        const refund = shown.order.refund ? toYuan(shown.order.refund) : toYuan(shown.order.total);
        return zh ? `订单${shown.order.id}已取消，退款${refund}元。` : `Order ${shown.order.id} is cancelled, ${refund} yuan refunded.`;
      }
      return zh ? `订单${shown.order.id}${statusWord(shown.order.status, locale)}。` : `Order ${shown.order.id} is ${statusWord(shown.order.status, locale)}.`;
    case "remembered":
      return say(locale, "saved");
    case "nothing":
      return shown.message;
    case "failed":
      return shown.message;
    case "purchase":
      return purchaseWords(last.result?.modelText ?? "", locale);
    default:
      return shown satisfies never;
  }
}

function offerLine(offer: TaskOffer, locale: Locale): string {
  const zh = locale === "zh";
  const price = zh ? `${toYuan(offer.price)}元` : `${toYuan(offer.price)} yuan`;
  const at = offer.facts["shop"] ?? offer.facts["cinema"] ?? offer.facts["venue"];
  const time = offer.facts["depart"] && offer.facts["arrive"] ? `${offer.facts["depart"]}-${offer.facts["arrive"]}` : offer.facts["time"];
  if (zh) return [offer.name + (at ? `（${at}）` : ""), time, price].filter(Boolean).join(" ");
  return [offer.name + (at ? ` at ${at}` : ""), time, price].filter(Boolean).join(", ");
}

function purchaseWords(modelText: string, locale: Locale): string {
  const result = JSON.parse(modelText) as { status: string; order_id?: string; total?: number; eta?: string };
  if (result.status === "sold_out") return say(locale, "soldOut");
  if (result.status === "expired") return say(locale, "expired");
  if (result.status === "unpaid") return say(locale, "unpaid");
  if (result.status !== "ordered") return say(locale, "declined");
  if (locale === "zh") return `办好了！订单号${result.order_id}，共${result.total}元${result.eta ? `，预计${result.eta}到` : ""}。`;
  return `Done! Order ${result.order_id}, ${result.total} yuan in total${result.eta ? `, arriving around ${result.eta}` : ""}.`;
}

const STATUS: Readonly<Record<Order["status"], readonly [zh: string, en: string]>> = {
  confirmed: ["已确认", "confirmed"], preparing: ["正在准备", "being prepared"], shipped: ["已发货", "shipped"], on_the_way: ["正在路上", "on the way"],
  delivered: ["已送达", "delivered"], completed: ["已完成", "completed"], cancelled: ["已取消", "cancelled"],
};
const statusWord = (status: Order["status"], locale: Locale): string => STATUS[status][locale === "zh" ? 0 : 1];

/** Two to five answers to tap, when a reply asks for something that is often one of a few. */
export function choicesFor(text: string, entries: readonly Entry[], labels: readonly string[], locale: Locale): readonly string[] | undefined {
  const zh = locale === "zh";
  const last = callsOfTurn(entries).at(-1)?.result?.shown;
  if (last?.kind === "offers" && last.offers.length > 1 && /[?？]\s*$/.test(text)) {
    return (zh ? ["第一个", "第二个", "第三个"] : ["The first one", "The second one", "The third one"]).slice(0, Math.min(3, last.offers.length));
  }
  if (last || !/[?？]\s*$/.test(text)) return undefined;
  if (/多少|how much/i.test(text)) return zh ? ["30元", "50元", "100元", "200元"] : ["30", "50", "100", "200"];
  if (/哪天|哪一天|什么时候|几号|日期|which day|when|what day|what date|date/i.test(text)) return zh ? ["今天", "明天", "后天", "这周六"] : ["Today", "Tomorrow", "The day after tomorrow", "This Saturday"];
  if (/城市|去哪|哪里|where|which city/i.test(text)) return labels.length > 1 && /送|deliver|要去/.test(text) ? labels.slice(0, 5) : zh ? ["上海", "北京", "广州", "杭州"] : ["Shanghai", "Beijing", "Guangzhou", "Hangzhou"];
  return undefined;
}

export const isFinal = (approval: Approval): boolean => !["waiting", "approved", "paying", "unknown"].includes(approval.state);
