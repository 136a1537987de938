/** Runs every tool that costs nothing: searches, maps, orders, memory. From a step's facts alone, so a restart can repeat it. */
import { InputError } from "@wanwen/core";
import type { Locale, Offer, Order, SearchQuery, Services, ShopKind } from "@wanwen/services";
import { blockedSpans, searchQueryOf } from "./arguments.ts";
import type { Calendar } from "./calendar.ts";
import { citiesIn } from "./cities.ts";
import { namesService } from "./cues.ts";
import type { Profile, ToolName } from "./events.ts";
import type { StepStarted } from "./next.ts";
import { thingNamed } from "./phrases.ts";
import { matchOf, partsIn, shareNamed } from "./purchase.ts";
import { placeLabel, spanOf, wishesOf } from "./request.ts";
import { cancelledOutcome, OFFERS_SHOWN_MAX, offersOutcome, ordersOutcome, placesOutcome, routeOutcome, type StepOutcome, trackedOutcome } from "./results.ts";
import { kindOfTool } from "./tools.ts";
import { say } from "./words.ts";

export interface StepContext {
  readonly services: Services;
  readonly locale: Locale;
  readonly profile: Profile;
  changeProfile(change: (profile: Profile) => Profile): void;
  noteOrder(order: Order): void;
  /** All that the person said about this request. */
  readonly words: string;
  /** Number of the first offer's id. */
  readonly firstOffer: number;
  readonly idempotencyKey: string;
  readonly calendar: Calendar;
}

export async function runSearchStep(step: StepStarted, context: StepContext, signal: AbortSignal): Promise<StepOutcome> {
  const { services, locale, profile } = context;
  const kind = kindOfTool[step.tool];
  if (kind) {
    const query = searchQueryOf(step.facts, locale, profile, context.calendar);
    const found = await findOffers(kind, query, context, signal);
    const offers = step.origin === "model" && (await isSoldElsewhere(kind, query, found, context, signal)) ? [] : found;
    return offersOutcome(step.tool, offers, step.facts, context.firstOffer, locale);
  }
  const used = (name: string): string | undefined => step.facts.find((fact) => fact.name === name)?.used;
  const near = used("near");
  const from = used("from");
  switch (step.tool) {
    case "search_places":
      return placesOutcome(await services.places({ locale, city: profile.city, query: used("query") ?? "", ...(near ? { near } : {}) }, signal));
    case "plan_route": {
      const mode = used("mode");
      return routeOutcome(await services.route({ locale, city: profile.city, ...(from ? { from } : {}), to: used("to") ?? "",
        mode: mode === "transit" || mode === "walking" || mode === "cycling" ? mode : "driving" }, signal));
    }
    case "list_orders":
      return ordersOutcome(await services.orders(locale));
    case "track_order": {
      const order = await orderOf(used("order_id"), context, () => true);
      return order ? trackedOutcome(order) : { result: { kind: "nothing", message: say(locale, "noSuchOrder") }, modelText: "[]" };
    }
    case "cancel_order": {
      const order = await orderOf(used("order_id"), context, (each) => each.status !== "cancelled");
      if (!order) return { result: { kind: "nothing", message: say(locale, "noSuchOrder") }, modelText: "[]" };
      const cancelled = await services.cancel(order.id, context.idempotencyKey, locale);
      if (cancelled.outcome === "cancelled") context.noteOrder(cancelled.order);
      return cancelledOutcome(order.id, cancelled);
    }
    case "remember":
      return remember(used("key") ?? "note", used("value") ?? "", context);
    default:
      throw new InputError(`${step.tool}: not a tool that can be run without asking`);
  }
}

async function orderOf(id: string | undefined, { services, locale }: StepContext, counts: (order: Order) => boolean): Promise<Order | undefined> {
  if (id !== undefined) return (await services.order(id.toUpperCase(), locale)) ?? services.order(id, locale);
  const orders = await services.orders(locale);
  return orders.find(counts);
}

function remember(key: string, value: string, { changeProfile, locale }: StepContext): StepOutcome {
  const label = /^(home|office|company|work)/.exec(key)?.[1];
  const wanted = label === "home" ? "home" : label ? "office" : undefined;
  const name = locale === "zh" ? (wanted === "home" ? "家" : "公司") : wanted === "home" ? "Home" : "Office";
  changeProfile((profile) => {
    const known = profile.addresses.some((each) => placeLabel(each.label) === wanted);
    const addresses = wanted === undefined ? profile.addresses
      : known ? profile.addresses.map((each) => (placeLabel(each.label) === wanted ? { ...each, address: value } : each))
      : [...profile.addresses, { label: name, address: value }];
    return {
      ...profile, addresses, facts: { ...profile.facts, [key]: value },
      ...(key === "phone" ? { phone: value } : {}), ...(key === "name" ? { name: value } : {}), ...(key === "city" ? { city: value } : {}),
    };
  });
  return { result: { kind: "remembered", key, value }, modelText: `{"status":"saved"}` };
}

/** Kinds that are found by the words for them. */
const BY_WORDS: ReadonlySet<ShopKind> = new Set(["food", "products", "deals", "events", "movies"]);

/**
 * The offers, best first. What a small model copied may be too short ("smart" for "smart watch") or carry wishes that no
 * name has; so the words around it are tried too, and what matches more of the person's words comes first.
 */
async function findOffers(kind: ShopKind, query: SearchQuery, context: StepContext, signal: AbortSignal): Promise<readonly Offer[]> {
  const found = await findExactly(kind, query, context, signal);
  if (found.length > 0 || query.timeFrom === undefined) return found;
  // Nothing at that hour: the nearest ones of the day are shown, with their times.
  const { timeFrom, timeTo, ...anyHour } = query;
  const middle = (minutesOf(timeFrom) + minutesOf(timeTo ?? "24:00")) / 2;
  const distance = (offer: Offer): number => Math.abs(minutesOf(String(offer.facts["depart"] ?? offer.facts["time"] ?? "12:00")) - middle);
  return (await findExactly(kind, anyHour, context, signal)).toSorted((a, b) => distance(a) - distance(b));
}

const OTHER_SHOP: Partial<Readonly<Record<ShopKind, ShopKind>>> = { food: "products", products: "food" };

/**
 * Was a thing looked for in the wrong kind of shop, as small models do ("orange juice" among goods finds a juicer)? So it
 * is when the other kind has something with the whole name and this one has not. A single word says too little to leave
 * the kitchens for ("coffee" is not coffee beans), unless nothing here has it.
 */
async function isSoldElsewhere(kind: ShopKind, query: SearchQuery, found: readonly Offer[], { services, words }: StepContext, signal: AbortSignal): Promise<boolean> {
  const other = OTHER_SHOP[kind];
  if (!other || query.query === undefined || found.length === 0 || namesService(words, `search_${kind}` as ToolName)) return false;
  const wanted = query.query;
  const here = Math.max(...found.slice(0, OFFERS_SHOWN_MAX).map((offer) => shareNamed(offer, wanted)));
  if (here === 1 || (partsIn(wanted) < 2 && (kind === "food" || here > 0))) return false;
  const there = await services.search(other, query, signal);
  return there.slice(0, OFFERS_SHOWN_MAX).some((offer) => shareNamed(offer, wanted) === 1);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

async function findExactly(kind: ShopKind, query: SearchQuery, { services, words, calendar }: StepContext, signal: AbortSignal): Promise<readonly Offer[]> {
  if (!BY_WORDS.has(kind)) {
    // Hotels read wishes (twin beds, breakfast) out of the words; a car's class or a hotel's own name comes first.
    const offers = await services.search(kind, kind === "hotels" ? { ...query, query: words.slice(0, 200) } : query, signal);
    return kind === "rides" ? byClass(offers, words) : kind === "hotels" && query.sort === undefined ? byMatch(offers, withoutPlaces(words, query)) : offers;
  }
  const name = kind === "movies" ? "title" : "query";
  const wanted = query[name];
  if (wanted === undefined) return services.search(kind, query, signal);
  const said = kind === "food" || kind === "products" ? thingNamed(words, blockedSpans(words, calendar)) : undefined;
  for (const text of new Set([...wordings(kind, wanted, words), said ?? wanted])) {
    const offers = await services.search(kind, { ...query, [name]: text }, signal);
    if (offers.length > 0) return query.sort === undefined ? byMatch(offers, words) : matchingFirst(offers, words);
  }
  return [];
}

/** Ways to say the same, the fullest first; at most five. */
function wordings(kind: ShopKind, wanted: string, words: string): readonly string[] {
  const wide = widened(wanted, words);
  // Colours and sizes choose among goods; what a kitchen should leave out must not be searched for.
  const wishes = kind === "products" ? wishesOf(words).map((wish) => wish.text).filter((wish) => !wide.toLowerCase().includes(wish.toLowerCase())) : [];
  const plain = wishesOf(wanted).reduceRight((text, wish) => `${text.slice(0, wish.start)} ${text.slice(wish.end)}`, wanted).replace(/\s+/g, " ").trim();
  const all = [[wide, ...wishes].join(" "), wide, wanted, longer(wanted, words), plain].filter((text) => text !== "" && text.length <= 200);
  return [...new Set(all)];
}

/** "牙" in "没牙膏了" becomes "牙膏": one or two more characters, up to one that names do not hold. */
function longer(wanted: string, words: string): string {
  const span = spanOf(words, wanted);
  const next = span && /\p{Script=Han}$/u.test(wanted) ? /^(?:(?![了吗吧呢的送到要给不少多加去和与半微全冰热大小中一二两三四五六七八九十])\p{Script=Han}){1,2}/u.exec(words.slice(span.end)) : null;
  return next ? wanted + next[0] : wanted;
}

const WORDS_WIDENED_MAX = 3;
const STOP = new Set(("to for from at in on by with without under below within over about around near please thanks thank pls asap now today tonight tomorrow this next and or but if because so it them me us my our your "
  + "the a an of delivered deliver delivery sent send shipped ship arriving arrives is are was do does can could would will should cheap cheaper cheapest budget max maximum less more than not no extra half home office work order "
  + "quickly soon right yuan rmb kuai tickets ticket each per monday tuesday wednesday thursday friday saturday sunday weekend that which who when where i we you he she they there here up").split(" "));

/** "smart" in "purchase 5 smart watch." becomes "smart watch": English names go on until a word that no name has. */
function widened(wanted: string, words: string): string {
  const span = spanOf(words, wanted);
  if (!span || !/[a-z0-9]$/i.test(wanted)) return wanted;
  let end = span.end;
  for (let count = 0; count < WORDS_WIDENED_MAX; count++) {
    const next = /^ ([a-z][a-z'-]*)/i.exec(words.slice(end));
    if (!next || STOP.has(next[1]!.toLowerCase())) break;
    end += next[0].length;
  }
  return words.slice(span.start, end);
}

/** What people call the classes of cars, and what services call them. */
const CARS: readonly (readonly [said: RegExp, called: RegExp])[] = [
  [/专车|豪华|舒适型|premium|premier|luxury|comfort|black car/i, /专车|premier|premium|comfort/i],
  [/拼车|顺风车|car ?pool|shared|share a/i, /拼车|顺风车|shared|pool/i],
  [/商务车|[六七]座|\bvan\b|minivan|(?:six|seven|6|7)[- ]seat/i, /商务车|van/i],
  [/出租车|的士|计程车|\btaxi\b|\bcab\b/i, /出租车|taxi/i],
];

function byClass(offers: readonly Offer[], words: string): readonly Offer[] {
  const called = CARS.find(([said]) => said.test(words))?.[1];
  return called ? offers.toSorted((a, b) => Number(called.test(b.name)) - Number(called.test(a.name))) : offers;
}

/** Where a hotel is does not tell it from the others: only its own name counts. */
function withoutPlaces(words: string, query: SearchQuery): string {
  const places = [query.city, query.near ?? "", ...citiesIn(words).map((city) => city.name)].filter((place) => place !== "");
  const bare = places.reduce((text, place) => text.replaceAll(place, " "), words);
  return bare.replace(/酒店|宾馆|旅馆|房间|大床|\b(?:hotels?|rooms?|inn|double|twin|stars?)\b/giu, " ");
}

/** The asked-for order stays; what shares no word with the request comes last. */
function matchingFirst(offers: readonly Offer[], words: string): readonly Offer[] {
  return [...offers.filter((offer) => matchOf(offer, words) > 0), ...offers.filter((offer) => matchOf(offer, words) === 0)];
}

/** Stable: only what matches strictly more of the words moves up. */
function byMatch(offers: readonly Offer[], words: string): readonly Offer[] {
  return offers.map((offer, at) => ({ offer, at, match: matchOf(offer, words) })).toSorted((a, b) => b.match - a.match || a.at - b.at).map(({ offer }) => offer);
}
