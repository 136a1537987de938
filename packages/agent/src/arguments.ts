/**
 * From what a model wrote to what is used. A model's call is a proposal: here its values are held against the person's
 * words, dates become days, places become addresses, and what nobody said is dropped or marked as a guess. Everything that
 * was decided is a `StepFact`, so that the person can see it; a step is run from its facts alone.
 */
import type { SearchQuery, ShopKind } from "@wanwen/services";
import type { Calendar } from "./calendar.ts";
import type { Profile, StepFact, ToolName } from "./events.ts";
import { wasSaid } from "./grounding.ts";
import { citiesIn, isCity } from "./cities.ts";
import { numbersIn } from "./numbers.ts";
import { goalOf, longestFree, nearOf, pairOf, sameText, thingOf, widerPlace } from "./phrases.ts";
import {
  cabinOf, type Counted, deliveryOf, isColour, looksLikePhone, nightsOf, overlaps, phonesOf, placeLabel, priceLimits, pricesNamed, quantityOf,
  seatOf, sortOf, type Span, spanOf, starsOf, thingsIn, TRAVEL_WISHES, wishesOf,
} from "./request.ts";
import { toolSchemas } from "./tools.ts";

/** What a call is judged by. */
export interface Said {
  /** The messages that belong to this request, oldest first; the last is what was just said. */
  readonly request: readonly string[];
  /** Everything the person said in this task. */
  readonly all: readonly string[];
  readonly profile: Profile;
  readonly calendar: Calendar;
}

export interface Prepared {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly facts: readonly StepFact[];
  /** Cannot be done without this; the assistant asks for it. */
  readonly missing?: "date" | "to" | "city" | "amount" | "phone" | "what";
  /** Nobody asked for this: the call is not made. */
  readonly refused?: true;
}

type Values = Record<string, string | number>;

/** Values of the right type and range, in the order in which they were written. Anything else is left out. */
export function typedArguments(tool: ToolName, written: unknown): Values {
  const schema = toolSchemas.get(tool)!;
  const values: Values = {};
  if (typeof written !== "object" || written === null) return values;
  for (const [name, value] of Object.entries(written)) {
    const parameter = schema.properties[name];
    if (!parameter || value === null || value === undefined) continue;
    if (parameter.type === "string") {
      const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
      if (text !== "" && text.length <= 200 && (!parameter.enum || parameter.enum.includes(text))) values[name] = text;
      continue;
    }
    const number = typeof value === "number" ? value : typeof value === "string" ? Number(value.replaceAll(",", "")) : Number.NaN;
    if (!Number.isFinite(number) || (parameter.type === "integer" && !Number.isInteger(number))) continue;
    if (number < (parameter.minimum ?? -Infinity) || number > (parameter.maximum ?? Infinity) || number <= (parameter.exclusiveMinimum ?? -Infinity)) continue;
    values[name] = number;
  }
  return values;
}

/** Everything but `place_order`, whose terms are its own matter (purchase.ts). */
export function prepareCall(tool: ToolName, written: unknown, said: Said): Prepared {
  const values = typedArguments(tool, written);
  const facts = new Facts(values, said);
  const reading = readRequest(said);
  switch (tool) {
    case "search_food":
    case "search_products":
      facts.thing("query", tool, reading);
      facts.limit(reading);
      facts.chosen("sort", sortOf(reading.words), values["sort"]);
      break;
    case "search_flights":
    case "search_trains":
      facts.journey(reading);
      facts.day("date", reading);
      facts.window(reading);
      if (tool === "search_flights") facts.chosen("cabin", cabinOf(reading.words));
      else facts.chosen("seat", seatOf(reading.words));
      facts.chosen("sort", timeOrPrice(reading.words), values["sort"]);
      facts.cheaperThan(reading);
      break;
    case "search_hotels":
      facts.city(reading);
      facts.place("near", reading);
      facts.day("check_in", reading);
      facts.count("nights", reading.nights?.value ?? nightsBetween(reading, said.calendar));
      facts.limit(reading);
      facts.count("stars", reading.stars?.value);
      facts.chosen("sort", sortOf(reading.words));
      break;
    case "search_movies":
      facts.thing("title", tool, reading);
      facts.day("date", reading);
      facts.window(reading);
      facts.place("near", reading);
      break;
    case "search_events":
      facts.thing("query", tool, reading);
      facts.city(reading);
      facts.day("date", reading);
      facts.window(reading);
      facts.cheaperThan(reading);
      break;
    case "search_places":
    case "search_deals":
      facts.thing("query", tool, reading);
      facts.place("near", reading);
      if (tool === "search_deals") facts.cheaperThan(reading);
      break;
    case "plan_route":
    case "search_rides":
      facts.trip(reading);
      if (tool === "plan_route") facts.chosen("mode", modeOf(reading.words));
      else facts.moment(reading);
      break;
    case "search_recharge":
      facts.topUp(reading);
      break;
    case "track_order":
    case "cancel_order":
      if (values["order_id"] !== undefined) facts.use("order_id", String(values["order_id"]), "you");
      break;
    case "remember":
      // What is kept is used later without asking, so it must be the person's own word, never a page's or a model's.
      if (!wasSaid(String(values["value"] ?? ""), said.all)) return { arguments: {}, facts: [], refused: true };
      facts.use("key", keyOf(said.request.join("\n"), String(values["value"]), String(values["key"] ?? "note")), "default");
      facts.use("value", String(values["value"]), "you");
      break;
    case "list_orders":
      break;
    case "place_order":
      break;
    default:
      tool satisfies never;
  }
  return facts.prepared(tool);
}

// ------------------------------------------------------------------------------------------------------ the request

/** The person's words of one request, read once. */
export interface Reading {
  /** The request's messages, newest first: what was said last counts most. */
  readonly messages: readonly string[];
  /** The same in one text, for cues that may stand anywhere. */
  readonly words: string;
  readonly limit?: ReturnType<typeof priceLimits>[number];
  readonly nights?: NonNullable<ReturnType<typeof nightsOf>>;
  readonly stars?: NonNullable<ReturnType<typeof starsOf>>;
  readonly delivery?: NonNullable<ReturnType<typeof deliveryOf>>;
  readonly date?: { readonly text: string; readonly date: string };
}

export function readRequest(said: Said): Reading {
  const messages = said.request.toReversed();
  const first = <T>(read: (message: string) => T | undefined): T | undefined => {
    for (const message of messages) {
      const value = read(message);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const limit = first((message) => priceLimits(message).at(0));
  const nights = first(nightsOf);
  const stars = first(starsOf);
  const delivery = first(deliveryOf);
  const date = first((message) => said.calendar.findDate(message));
  return {
    messages, words: messages.join("\n"),
    ...(limit ? { limit } : {}), ...(nights ? { nights } : {}), ...(stars ? { stars } : {}), ...(delivery ? { delivery } : {}), ...(date ? { date } : {}),
  };
}

/** Parts of a message that are dates, times, prices, nights, stars, phones or an address: no number in them counts things. */
export function takenSpans(message: string, calendar: Calendar): readonly Span[] {
  const spans: Span[] = [...priceLimits(message), ...pricesNamed(message), ...phonesOf(message), ...calendar.spans(message)];
  for (const read of [nightsOf(message)?.span, starsOf(message)?.span, deliveryOf(message)?.phrase]) if (read) spans.push(read);
  return spans;
}

/** Parts that no name of a thing reaches into. Prices and stars may ("100元话费", "五星级酒店"). */
export function blockedSpans(message: string, calendar: Calendar): readonly Span[] {
  const spans: Span[] = [...priceLimits(message), ...phonesOf(message), ...calendar.spans(message)];
  for (const read of [nightsOf(message)?.span, deliveryOf(message)?.phrase]) if (read) spans.push(read);
  return spans;
}

const COUNTED: Readonly<Record<ShopKind, Counted>> = {
  food: "things", products: "things", deals: "things", flights: "tickets", trains: "tickets", movies: "tickets", events: "tickets",
  hotels: "rooms", rides: "one", recharge: "one",
};

export interface Order {
  readonly quantity: number;
  readonly quantitySource: StepFact["source"];
  readonly quantitySaid: string;
  /** In the person's words, before the profile is asked. */
  readonly address?: string;
  readonly note: string;
  readonly limit?: { readonly amount: number; readonly of: "total" | "each" | "unsaid" };
}

/**
 * How many, where to, with which wishes and within which budget, for one offer of a search for `wanted`.
 * The words decide; the model's quantity counts only where the words name it and say nothing else.
 */
export function readOrder(kind: ShopKind, wanted: string, written: Values, said: Said): Order {
  const reading = readRequest(said);
  let fromWords: number | undefined;
  for (const message of reading.messages) {
    fromWords ??= quantityOf(message, COUNTED[kind], wanted, takenSpans(message, said.calendar));
  }
  const fromModel = typeof written["quantity"] === "number" ? written["quantity"] : undefined;
  const free = reading.messages.some((message) => {
    const taken = takenSpans(message, said.calendar);
    return numbersIn(message).some((number) => number.value === fromModel && !taken.some((span) => overlaps(span, number))
      && !(wanted !== "" && overlaps(spanOf(message, wanted) ?? { start: -1, end: -1 }, number)));
  });
  const modelCounts = fromModel !== undefined && COUNTED[kind] === "things" && free && fromModel <= 99;
  const quantity = fromWords ?? (modelCounts ? fromModel : 1);
  const address = reading.delivery?.value ?? addressIn(kind, written["address"], reading, said);
  const limit = reading.limit;
  return {
    quantity,
    quantitySource: fromWords !== undefined || modelCounts ? "you" : "default",
    quantitySaid: fromWords !== undefined || modelCounts ? String(quantity) : "",
    ...(address === undefined ? {} : { address }),
    note: noteOf(kind, wanted, reading, said),
    ...(limit ? { limit: { amount: limit.amount, of: limit.of } } : {}),
  };
}

/** The model's address where the words have it, in full; else "to Zhejiang University" at the end of an order for goods. */
function addressIn(kind: ShopKind, written: string | number | undefined, reading: Reading, said: Said): string | undefined {
  if (kind !== "food" && kind !== "products") return undefined;
  const heard = reading.messages.map((message) => /\bto ((?:the )?[A-Z][\w'’.-]*(?: (?:[A-Z0-9][\w'’.-]*|of|the))*)/.exec(message)?.[1]).find((each) => each !== undefined);
  if (typeof written !== "string" || !wasSaid(written, said.all) || said.calendar.resolveDate(written) !== undefined) return heard;
  const own = inTheirWriting(written, said.all);
  return heard?.toLowerCase().includes(own.toLowerCase()) ? heard : (said.all.map((message) => widerPlace(own, message)).find((wide) => wide !== own) ?? own);
}

/** Wishes go to whoever can do something about them: kitchens, shops, hotels, carriers. */
function noteOf(kind: ShopKind, wanted: string, reading: Reading, said: Said): string {
  if (kind === "rides" || kind === "recharge" || kind === "movies" || kind === "deals") return "";
  const goods = kind === "food" || kind === "products";
  const wishes = reading.messages.toReversed().flatMap((message) => {
    const taken = takenSpans(message, said.calendar);
    const part = goods ? partAbout(wanted, message, taken) : { start: 0, end: message.length };
    return wishesOf(message, taken).filter((wish) => overlaps(wish, part)).map((wish) => wish.text);
  });
  const all = [...new Set(wishes.filter((wish) => (goods ? kind !== "food" || !isColour(wish) : TRAVEL_WISHES.test(wish))))];
  return all.join(/\p{Script=Han}/u.test(reading.words) ? "，" : ", ").slice(0, 300);
}

/** With several things in a sentence a wish is for the one it stands beside; after "都" or "all" it is for every one. */
function partAbout(wanted: string, message: string, taken: readonly Span[]): Span {
  const whole = { start: 0, end: message.length };
  const things = thingsIn(message, taken);
  const at = things.findIndex((thing) => thing.text.toLowerCase().includes(wanted.toLowerCase()) || wanted.toLowerCase().includes(thing.text.toLowerCase()));
  if (things.length < 2 || at < 0 || /都|全部|\b(?:all|both|each)\b/i.test(message)) return whole;
  const border = (index: number): number => {
    const from = things[index - 1]!.end;
    const between = message.slice(from, things[index]!.start);
    return from + Math.max(between.search(/[，。,;；、和]?\s*(?:再|还|另|and\b|plus\b)(?!.*(?:再|还|另|and\b|plus\b))/i), between.search(/[，。,;；、和](?!.*[，。,;；、和])/), 0);
  };
  return { start: at === 0 ? 0 : border(at), end: at + 1 < things.length ? border(at + 1) : message.length };
}

// ------------------------------------------------------------------------------------------------------- collecting

/** Collects the facts of one call, and with them the arguments that go into the conversation. */
class Facts {
  readonly #values: Values;
  readonly #said: Said;
  readonly #facts: StepFact[] = [];
  readonly #arguments: Values = {};
  #missing: Prepared["missing"];

  constructor(values: Values, said: Said) {
    this.#values = values;
    this.#said = said;
  }

  prepared(tool: ToolName): Prepared {
    const schema = toolSchemas.get(tool)!;
    // The order in which the model wrote them stays: the conversation shows its own habit.
    const order = [...Object.keys(this.#values), ...Object.keys(schema.properties)];
    const names = [...new Set(order)].filter((name) => name in this.#arguments && name in schema.properties);
    const args = Object.fromEntries(names.map((name) => [name, this.#arguments[name]!]));
    return { arguments: args, facts: this.#facts, ...(this.#missing ? { missing: this.#missing } : {}) };
  }

  use(name: string, said: string | number, source: StepFact["source"], used: string = String(said)): void {
    this.#arguments[name] = said;
    this.#facts.push({ name, said: String(said), used, source });
  }

  /** Not an argument of the model's: only seen by the service and the person. */
  #aside(name: string, said: string, used: string, source: StepFact["source"]): void {
    this.#facts.push({ name, said, used, source });
  }

  /** As the person wrote it: models may copy in another case. */
  #text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? inTheirWriting(value, this.#said.all) : undefined;
  }

  #sourceOf(value: string): StepFact["source"] {
    return wasSaid(value, this.#said.all) ? "you" : "guess";
  }

  /** The thing itself. Numbers of things, addresses, dates and polite words around it are not part of its name. */
  thing(name: string, tool: ToolName, reading: Reading): void {
    const { calendar } = this.#said;
    const wanted = thingOf(tool, this.#text(name), reading.messages, (message) => blockedSpans(message, calendar));
    if (wanted !== undefined) this.use(name, wanted, this.#sourceOf(wanted));
    else if (name === "query") this.#missing ??= "what";
  }

  /** A price limit that the words say; a model's own only when it is a price that was named. */
  limit(reading: Reading): void {
    if (reading.limit) return this.use("max_price", reading.limit.amount, "you");
    const value = this.#values["max_price"];
    const named = reading.messages.some((message) => pricesNamed(message).some((price) => price.value === value));
    if (typeof value === "number" && named) this.use("max_price", value, "you");
  }

  /** Searches whose tool has no price parameter still keep the limit for the card. */
  cheaperThan(reading: Reading): void {
    if (reading.limit) this.#aside("max_price", String(reading.limit.amount), String(reading.limit.amount), "you");
  }

  /** One of a list: the words decide, then the model where that costs nothing. */
  chosen(name: string, cued: string | undefined, written?: string | number): void {
    if (cued !== undefined) {
      if (name in this.#values || name !== "sort") this.use(name, cued, "you");
      else this.#aside(name, cued, cued, "you");
    } else if (written !== undefined) this.use(name, written, "guess");
  }

  count(name: string, cued: number | undefined): void {
    if (cued !== undefined) this.use(name, cued, "you");
  }

  day(name: string, reading: Reading): void {
    const { calendar } = this.#said;
    const written = this.#text(name);
    const found = reading.date;
    const resolved = written === undefined ? undefined : calendar.resolveDate(written);
    const writtenSaid = written !== undefined && (wasSaid(written, this.#said.all) || resolved === found?.date);
    // The longer phrase wins: "周六" out of "下周六" is another day.
    const partOfFound = written !== undefined && found?.text.toLowerCase().includes(written.toLowerCase());
    if (written !== undefined && resolved !== undefined && writtenSaid && !partOfFound) return this.#date(name, written, resolved);
    if (found) return this.#date(name, found.text, found.date);
    if (written !== undefined && resolved !== undefined && writtenSaid) this.#date(name, written, resolved);
  }

  #date(name: string, said: string, date: string): void {
    this.use(name, said, "you", this.#said.calendar.describe(date));
  }

  /** "上午", "tonight": departures and showings of that part of the day. */
  window(reading: Reading): void {
    const title = this.#arguments["title"];
    for (const message of reading.messages) {
      // The 2 of "Zootopia 2 tomorrow" is no time.
      const window = this.#said.calendar.windowOf(typeof title === "string" ? message.replace(title, (name) => " ".repeat(name.length)) : message);
      if (window) return this.#aside("time", window.text, `${window.from}-${window.to}`, "you");
    }
  }

  /** From where to where between cities. */
  journey(reading: Reading): void {
    const [from, to] = this.#ends(reading, true);
    const { city } = this.#said.profile;
    if (from && !placeLabel(from)) this.use("from", from, this.#sourceOf(from));
    else this.#aside("from", "", city, "profile");
    if (!to) this.#missing ??= "to";
    else if (placeLabel(to)) this.use("to", to, "profile", city);
    else this.use("to", to, this.#sourceOf(to));
  }

  /** From where to where inside a city. */
  trip(reading: Reading): void {
    const [from, to] = this.#ends(reading, false);
    if (from) this.#endpoint("from", from);
    if (to) this.#endpoint("to", to);
    else this.#missing ??= "to";
  }

  /** The model's two places, held against "from A to B" in the words: cut short, run together or swapped, the words win. */
  #ends(reading: Reading, cities: boolean): readonly [from: string | undefined, to: string | undefined] {
    const pair = reading.messages.map((message) => pairOf(message, (text) => this.#said.calendar.spans(text))).find((each) => each !== undefined) ?? {};
    const settle = (written: string | undefined, heard: string | undefined, other: string | undefined): string | undefined => {
      if (written === undefined) return heard;
      if (heard === undefined || sameText(written, heard)) return written;
      const cut = heard.toLowerCase().includes(written.toLowerCase()) || written.toLowerCase().includes(heard.toLowerCase());
      const swapped = other !== undefined && sameText(written, other);
      return cut || swapped || placeLabel(heard) !== undefined || (cities && isCity(heard) && !isCity(written)) ? heard : written;
    };
    const both = pair.from !== undefined && pair.to !== undefined;
    let from = both ? pair.from : settle(this.#placeName("from"), pair.from, pair.to);
    let to = both ? pair.to : settle(this.#placeName("to"), pair.to, pair.from);
    if (to !== undefined && !pair.to) to = reading.messages.map((message) => widerPlace(to!, message)).find((wide) => wide !== to) ?? to;
    if (cities) {
      const named = reading.messages.flatMap(citiesIn).map((each) => each.name).filter((name) => !from || !sameText(name, from));
      const doubtful = to === undefined || !wasSaid(to, this.#said.all) || (!isCity(to) && !/站|机场|station|airport/i.test(to));
      if (doubtful && named.length === 1) to = named[0];
    }
    to ??= reading.messages.map((message) => goalOf(message, this.#said.calendar.spans(message))).find((goal) => goal !== undefined);
    if (from && to && sameText(from, to)) from = undefined;
    return [from, to];
  }

  city(reading: Reading): void {
    const written = this.#placeName("city");
    const near = reading.messages.map((message) => nearOf(message, this.#said.calendar.spans(message))).find((each) => each !== undefined);
    const other = [this.#text("query"), this.#text("near"), this.#text("title"), near].filter((each) => each !== undefined);
    const named = reading.messages.flatMap(citiesIn).map((each) => each.name);
    const plausible = written !== undefined && !placeLabel(written) && numbersIn(written).length === 0 && this.#said.calendar.spans(written).length === 0 && !/酒店|宾馆|旅馆|民宿|客栈|演唱会|演出|话剧|[票房店]$|hotel|hostel|concert|ticket|show|room/i.test(written)
      && !other.some((each) => each!.toLowerCase().includes(written.toLowerCase()) || written.toLowerCase().includes(each!.toLowerCase()));
    if (written !== undefined && isCity(written)) this.use("city", written, this.#sourceOf(written));
    else if (named.length > 0) this.use("city", named[0]!, "you");
    else if (plausible) this.use("city", written, this.#sourceOf(written));
    else this.#aside("city", "", this.#said.profile.city, "profile");
  }

  place(name: string, reading: Reading): void {
    const { calendar, profile } = this.#said;
    const heard = reading.messages.map((message) => nearOf(message, calendar.spans(message))).find((each) => each !== undefined);
    const written = this.#placeName(name);
    // "一家" counts hotels, it is not home.
    const counted = written !== undefined && placeLabel(written) === "home" && reading.messages.some((message) => new RegExp(`[一两二三几这那哪每\\d]${written}`).test(message));
    const thing = this.#text("query");
    const isThing = written !== undefined && thing !== undefined && (thing.includes(written) || written.includes(thing));
    const value = heard ?? (written === undefined || counted || isThing || /^[一二两三几\d]+[间家个张份]/.test(written) || this.#sourceOf(written) === "guess" ? undefined : written);
    if (value === undefined) return;
    const address = addressOf(value, profile);
    this.use(name, value, address ? "profile" : "you", address ?? value);
  }

  #endpoint(name: string, value: string): void {
    const address = addressOf(value, this.#said.profile);
    if (address) this.use(name, value, "profile", address);
    else this.use(name, value, this.#sourceOf(value));
  }

  /** A place is never a date, a time, a price or a phone number, and does not reach into one ("West Lake in 30"). */
  #placeName(name: string): string | undefined {
    const { calendar, all } = this.#said;
    const written = this.#text(name);
    if (written === undefined) return undefined;
    const message = all.findLast((each) => spanOf(each, written));
    const piece = message === undefined ? undefined : longestFree(spanOf(message, written)!, calendar.spans(message));
    const free = message === undefined ? written : piece ? message.slice(piece.start, piece.end) : "";
    const value = free.trim().replace(/^(?:去|到|在|from |to |in |at )|(?:的|附近|出发| please| in| at| on| by| for| to)$/giu, "").trim();
    if (value === "" || calendar.resolveDate(value) !== undefined || looksLikePhone(value) || /^(?:[\d¥￥.,元块]+|左右|大概|大约|附近|这里|那里|当前|哪里|这边|here|there)$/i.test(value)) return undefined;
    return value;
  }

  /** When a car should come; now when nobody said. */
  moment(reading: Reading): void {
    // The sentence before the model's copy: "tomorrow at 8 am" says more than "8 am".
    for (const words of reading.messages) {
      const when = this.#said.calendar.momentOf(words);
      if (when) return this.use("time", when.text, "you", when.described);
    }
  }

  topUp(reading: Reading): void {
    const written = this.#text("phone");
    const phones = reading.messages.flatMap(phonesOf);
    const phone = phones[0]?.text ?? (written !== undefined && looksLikePhone(written) && wasSaid(written, this.#said.all) ? written : undefined);
    const own = this.#said.profile.phone || (this.#said.profile.facts["phone"] ?? "");
    if (phone) this.use("phone", phone, "you");
    else if (own) this.#aside("phone", "", own, "profile");
    else this.#missing ??= "phone";
    const amount = amountOf(reading, this.#values["amount"], this.#said);
    if (amount === undefined) this.#missing ??= "amount";
    else this.use("amount", amount, "you");
  }
}

function inTheirWriting(value: string, said: readonly string[]): string {
  for (const message of said.toReversed()) {
    const span = spanOf(message, value);
    if (span) return message.slice(span.start, span.end);
  }
  return value;
}

/** Which fact it is: small models mix up homes and offices. */
function keyOf(words: string, value: string, written: string): string {
  if (looksLikePhone(value)) return "phone";
  if (/[我俺]?家(?:里)?的?(?:地址|住址|在)|\bhome\b/i.test(words)) return "home_address";
  if (/(?:公司|单位|办公室)的?(?:地址|在)|\boffice\b|\bwork (?:address|is)/i.test(words)) return "office_address";
  return written;
}

/** The amount of a top-up: a price that was named, else the one number that is nothing else. */
function amountOf(reading: Reading, written: string | number | undefined, said: Said): number | undefined {
  for (const message of reading.messages) {
    const taken = [...phonesOf(message), ...said.calendar.spans(message)];
    const numbers = numbersIn(message).filter((number) => number.value >= 5 && number.value <= 5000 && !taken.some((span) => overlaps(span, number)));
    const priced = numbers.filter((number) => pricesNamed(message).some((price) => price.start === number.start));
    const right = numbers.find((number) => number.value === written);
    if (priced.length === 1) return priced[0]!.value;
    if (right) return right.value;
    if (numbers.length > 0) return numbers[0]!.value;
  }
  return undefined;
}

function timeOrPrice(words: string): "price" | "time" | undefined {
  const sort = sortOf(words);
  return sort === "price" || sort === "time" ? sort : undefined;
}

function modeOf(words: string): "driving" | "transit" | "walking" | "cycling" | undefined {
  if (/步行|走路|走过去|走着|\bwalk(?:ing)?\b|on foot/i.test(words)) return "walking";
  if (/骑车|骑行|单车|自行车|\b(?:cycl|bik)(?:e|ing)\b|bicycle/i.test(words)) return "cycling";
  if (/地铁|公交|公共交通|轻轨|\bsubway\b|\bmetro\b|\bbus\b|public transport|transit|\bunderground\b/i.test(words)) return "transit";
  if (/开车|驾车|自驾|\bdriv(?:e|ing)\b|by car/i.test(words)) return "driving";
  return undefined;
}

/** "24日到26日": two nights. */
function nightsBetween(reading: Reading, calendar: Calendar): number | undefined {
  for (const message of reading.messages) {
    const days = calendar.allDates(message);
    const [start] = days;
    const until = days.length === 1 ? untilDay(message, calendar) : undefined;
    const nightsUntil = start !== undefined && until !== undefined ? until - Number(start.slice(8)) : 0;
    if (nightsUntil >= 1) return nightsUntil;
    if (days.length !== 2) continue;
    const nights = Math.round((Date.parse(days[1]!) - Date.parse(days[0]!)) / 86_400_000);
    if (nights >= 1 && nights <= 30) return nights;
  }
  return undefined;
}

/** "from December 20 to 23": the second day has no month of its own. */
function untilDay(message: string, calendar: Calendar): number | undefined {
  const [span] = calendar.spans(message);
  const match = span && /^\s*(?:to|-|–|until|till|到|至|~)\s*(?:the )?(\d{1,2})(?:号|日|st|nd|rd|th)?(?![\d:点])/i.exec(message.slice(span.end));
  return match ? Number(match[1]) : undefined;
}

/** The profile's address that the words mean ("家", "my office"), or undefined when they mean something else. */
export function addressOf(words: string, profile: Profile): string | undefined {
  const trimmed = words.trim();
  const named = profile.addresses.find((each) => sameText(each.label, trimmed));
  if (named) return named.address;
  const label = placeLabel(trimmed);
  if (!label) return undefined;
  const labelled = profile.addresses.find((each) => placeLabel(each.label) === label);
  const kept = profile.facts[`${label}_address`] ?? profile.facts[label];
  return labelled?.address ?? kept;
}

/** What goes to the service, from a step's facts alone: the same after a restart. */
export function searchQueryOf(facts: readonly StepFact[], locale: SearchQuery["locale"], profile: Profile, calendar?: Calendar): SearchQuery {
  const used = (name: string): string | undefined => facts.find((fact) => fact.name === name)?.used;
  const number = (name: string): number | undefined => (used(name) === undefined ? undefined : Number(used(name)));
  const day = (name: string): string | undefined => used(name)?.slice(0, 10);
  const [timeFrom, timeTo] = used("time")?.match(/^(\d\d:\d\d)-(\d\d:\d\d)$/)?.slice(1) ?? [];
  // A clock time is counted from the moment of the search, not of the words.
  const [, day_, clock] = /^(\d{4}-\d\d-\d\d)\s\S+\s(\d\d:\d\d),/.exec(used("time") ?? "") ?? [];
  const inMinutes = day_ && clock && calendar ? calendar.minutesUntil(day_, clock) : /\+(\d+) min/.exec(used("time") ?? "")?.[1];
  const found = {
    locale, city: used("city") ?? profile.city, query: used("query"), title: used("title"), maxPrice: number("max_price"), sort: used("sort"),
    from: used("from"), to: used("to"), date: day("date"), timeFrom, timeTo, cabin: used("cabin"), seat: used("seat"), near: used("near"),
    checkIn: day("check_in"), nights: number("nights"), stars: number("stars"), phone: used("phone"), amount: number("amount"),
    inMinutes: inMinutes === undefined ? undefined : Number(inMinutes),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as unknown as SearchQuery;
}
