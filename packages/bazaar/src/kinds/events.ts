import type { SearchQuery } from "@wanwen/services";
import { type Bilingual, type EventKindWords, fillName, type Show } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { addDays, daysBetween, instantOf, localDate, timeOf, weekday } from "../time.ts";
import { same, slug, type World } from "../world.ts";
import { leavesInTime } from "./journeys.ts";
import { anchorOf, type Anchor, branchOf } from "./neighbourhood.ts";

const SALE_DAYS = 366;
const SHOWS_MAX = 12;
/** Without a date the next performances within these days are offered. */
const NEXT_DAYS = 40;
const PERFORMANCES = 3;

/** Kinds that are also played on weekend afternoons. */
const MATINEES: readonly Show["kind"][] = ["musical", "play", "opera", "dance", "crosstalk"];
/** Exhibitions, in minutes after midnight. */
const OPENS = 10 * 60;
const CLOSES = 18 * 60;

/** Price categories, as parts of the way from the cheapest to the dearest. */
const TIERS: readonly { readonly name: Bilingual; readonly at: number; readonly seats: readonly [number, number] }[] = [
  { name: { zh: "看台", en: "upper tier" }, at: 0, seats: [40, 200] },
  { name: { zh: "中区", en: "middle" }, at: 0.4, seats: [20, 90] },
  { name: { zh: "前区", en: "front" }, at: 1, seats: [6, 30] },
];

/** Concerts, plays, matches and exhibitions in any city on any day. */
export function openEvents(world: World): (query: SearchQuery, now: Date) => Draft[] {
  const { shows, eventKinds } = world.catalogue;
  const kinds = new Map(eventKinds.map((words) => [words.kind, words]));
  const index = new WordIndex<Show>(
    shows.map((show) => {
      const words = kinds.get(show.kind);
      const titled = words ? fillName(words.title, { name: show, city: { zh: "", en: "" } }) : show;
      return {
        entry: show,
        names: [titled.zh, titled.en, show.zh, show.en, ...show.aliases],
        groups: words ? [words.zh, words.en, ...words.aliases] : [],
      };
    }),
    {
      fillers: [
        "门票", "票", "演出票", "入场券", "现场", "的票", "演出", "看", "场", "抢", "ticket", "tickets", "show", "shows", "live", "live show", "seat", "seats", "event", "events",
        "see", "watch", "go", "performance", "upcoming", "tonight",
      ],
    },
  );
  return (query, now) => {
    const anchor = anchorOf(world, query.city, query.near);
    // A name that nobody knows is not any show of its kind: "concert of X" finds X or nothing. A city may be said.
    const cities = new Map<string, boolean>();
    const isCity = (wish: string) => {
      const known = cities.get(wish) ?? world.atlas.city(wish).kind !== "unknown";
      cities.set(wish, known);
      return known;
    };
    const said = query.query ?? query.title ?? "";
    const hits = index.saysMore(said)
      ? index.find(said, shows.length).filter((hit) => !hit.byGroup || hit.leftOver.every(isCity))
      : shows.map((entry) => ({ entry, score: 1, byGroup: true, wishes: [], leftOver: [] }));
    const named = hits.slice(0, SHOWS_MAX);
    // Many are equally good when only a kind was said: which ones play is up to the city and the day.
    const chosen = hits.length > SHOWS_MAX ? new Chance("programme", cityNameOf(anchor.city).en, query.date ?? "").draw(hits, SHOWS_MAX) : named;
    const playing = chosen
      .flatMap((hit) => datesOf(hit.entry, anchor, query, now).map((date) => ({ hit, date })))
      // The best match first; of equally good ones what plays soonest.
      .sort((a, b) => b.hit.score - a.hit.score || a.date.localeCompare(b.date));
    const single = chosen.length === 1;
    return playing
      .flatMap(({ hit, date }) => {
        const words = kinds.get(hit.entry.kind);
        return words ? performance(world, anchor, hit, words, date, single, query) : [];
      })
      .filter((draft) => leavesInTime(draft.rank.minute, draft.columns.date ?? "", query, now));
  };
}

function datesOf(show: Show, anchor: Anchor, query: SearchQuery, now: Date): string[] {
  const today = localDate(now);
  if (query.date !== undefined) {
    const ahead = daysBetween(today, query.date);
    return ahead < 0 || ahead > SALE_DAYS ? [] : [query.date];
  }
  // The month is part of the seed, so that dates stay while they are still to come.
  const chance = new Chance("tour", show.en, cityNameOf(anchor.city).en, today.slice(0, 7));
  const days = Array.from({ length: PERFORMANCES }, () => addDays(`${today.slice(0, 7)}-01`, chance.whole(1, NEXT_DAYS + 31)));
  const coming = [...new Set(days)].filter((day) => day > today).sort();
  return coming.length > 0 ? coming : [addDays(today, 7)];
}

function performance(world: World, anchor: Anchor, { entry: show, wishes }: Hit<Show>, words: EventKindWords, date: string, allTiers: boolean, query: SearchQuery): Draft[] {
  const city = cityNameOf(anchor.city);
  const chance = new Chance("performance", show.en, city.en, date);
  const venue = branchOf(world, { ...anchor, named: false, spot: anchor.named ? anchor.spot : anchor.city }, chance.pick(words.venues), show.en).name;
  const matinee = MATINEES.includes(show.kind) && [0, 6].includes(weekday(date)) && (query.timeFrom ?? "") < "17:00";
  const open = show.kind === "exhibition";
  const minute = open ? OPENS : show.kind === "children" || matinee ? 14 * 60 + 30 : chance.pick([19 * 60, 19 * 60 + 30, 19 * 60 + 30, 20 * 60]);
  const time = timeOf(minute);
  // An exhibition is begun by its last visitor; a show by its first minute.
  const lastEntry = open ? CLOSES - 60 : minute;
  const ends = open ? CLOSES : minute + 120;
  const title = fillName(words.title, { name: show, city });
  const [low, high] = show.priceYuan;
  const tiers = high <= low * 1.3 ? [{ name: { zh: "普通票", en: "standard" }, at: 0, seats: [50, 300] as const }] : allTiers ? TIERS : TIERS.slice(0, 1);
  return tiers.map((tier) => {
    const ref = `events/${slug(city.en)}/${slug(show.en)}/${date}/${time.replace(":", "")}/${slug(tier.name.en)}`;
    const yuan = low + (high - low) * tier.at;
    return {
      ref,
      kind: "events" as const,
      name: title,
      title: { zh: `${title.zh} ${tier.name.zh}`, en: `${title.en}, ${tier.name.en}` },
      merchant: venue,
      priceMinor: Math.max(10, Math.round(yuan / 10) * 10) * 100,
      fees: [],
      facts: { venue, time },
      details: [
        { label: { zh: "日期", en: "Date" }, value: same(date) },
        { label: { zh: "时间", en: "Time" }, value: same(time) },
        { label: { zh: "城市", en: "City" }, value: city },
        { label: { zh: "票档", en: "Category" }, value: tier.name },
      ],
      stock: [{ id: ref, left: new Chance("tickets", ref).whole(...tier.seats) }],
      wishes,
      plan: { kind: "visit" as const, startsAt: instantOf(date, lastEntry).toISOString(), endsAt: instantOf(date, ends).toISOString() },
      columns: { date, time, to: city, seat: tier.name },
      rank: { sales: chance.whole(0, 5000), rating: 0, minute: lastEntry },
    };
  });
}
