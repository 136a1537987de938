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
      const titled = words ? fillName(words.title, { name: show }) : show;
      return {
        entry: show,
        names: [show.zh, show.en, titled.zh, titled.en, ...show.aliases],
        groups: words ? [words.zh, words.en, ...words.aliases] : [],
      };
    }),
    ["门票", "票", "演出票", "入场券", "现场", "ticket", "tickets", "show", "live", "live show"],
  );
  return (query, now) => {
    const anchor = anchorOf(world, query.city, query.near);
    const hits = index.find(query.query ?? query.title ?? "", shows.length);
    const named = hits.slice(0, SHOWS_MAX);
    // Many are equally good when only a kind was said: which ones play is up to the city and the day.
    const chosen = hits.length > SHOWS_MAX ? new Chance("programme", cityNameOf(anchor.city).en, query.date ?? "").draw(hits, SHOWS_MAX) : named;
    const playing = chosen.flatMap((hit) => datesOf(hit.entry, anchor, query, now).map((date) => ({ hit, date })));
    const single = chosen.length === 1;
    return playing
      .flatMap(({ hit, date }) => {
        const words = kinds.get(hit.entry.kind);
        return words ? performance(world, anchor, hit, words, date, single) : [];
      })
      .filter((draft) => leavesInTime(draft.rank.minute, draft.columns.date ?? "", query, now))
      .sort((a, b) => (single ? (a.columns.date ?? "").localeCompare(b.columns.date ?? "") : 0));
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

function performance(world: World, anchor: Anchor, { entry: show, wishes }: Hit<Show>, words: EventKindWords, date: string, allTiers: boolean): Draft[] {
  const city = cityNameOf(anchor.city);
  const chance = new Chance("performance", show.en, city.en, date);
  const venue = branchOf(world, { ...anchor, named: false, spot: anchor.named ? anchor.spot : anchor.city }, chance.pick(words.venues), show.en).name;
  const daytime = show.kind === "exhibition" ? 10 * 60 : show.kind === "children" || ([0, 6].includes(weekday(date)) && chance.next() < 0.25) ? 14 * 60 + 30 : 0;
  const minute = daytime > 0 ? daytime : chance.pick([19 * 60, 19 * 60 + 30, 19 * 60 + 30, 20 * 60]);
  const minutes = show.kind === "exhibition" ? 8 * 60 : 120;
  const time = timeOf(minute);
  const title = fillName(words.title, { name: show });
  const [low, high] = show.priceYuan;
  const tiers = high <= low * 1.3 ? [{ name: { zh: "普通票", en: "standard" }, at: 0, seats: [50, 300] as const }] : allTiers ? TIERS : TIERS.slice(0, 1);
  return tiers.map((tier) => {
    const ref = `events/${slug(city.en)}/${slug(show.en)}/${date}/${slug(tier.name.en)}`;
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
      plan: { kind: "visit" as const, startsAt: instantOf(date, minute).toISOString(), endsAt: instantOf(date, minute + minutes).toISOString() },
      columns: { date, time, to: city, seat: tier.name },
      rank: { sales: chance.whole(0, 5000), rating: 0, minute },
    };
  });
}
