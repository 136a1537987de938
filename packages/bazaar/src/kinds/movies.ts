import type { SearchQuery } from "@wanwen/services";
import type { Film, NamePattern } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { addDays, daysBetween, instantOf, localDate, minutesOf, timeOf } from "../time.ts";
import { same, slug, tidyMinor, type World } from "../world.ts";
import { leavesInTime } from "./journeys.ts";
import { anchorOf, type Branch, branchOf } from "./neighbourhood.ts";

/** Invented cinema chains. */
const CINEMAS: readonly NamePattern[] = [
  { zh: "星幕影城（{place}店）", en: "Starscreen Cinema {place}" },
  { zh: "银杏影院（{place}店）", en: "Ginkgo Cinema {place}" },
  { zh: "橙光国际影城（{place}店）", en: "Orangelight Cinema {place}" },
  { zh: "大象电影城（{place}店）", en: "Elephant Cinema {place}" },
  { zh: "云端巨幕影城（{place}店）", en: "Cloudtop Giant Screen {place}" },
];
const SALE_DAYS = 60;
const FILMS_MAX = 30;
const FIRST_SHOW = 10 * 60;
const LAST_SHOW = 22 * 60 + 30;
/** Most people mean the evening when they do not say. */
const PRIME_TIME = 19 * 60 + 30;

/** Showings of films on any day of the next weeks, in five cinemas of any city. */
export function openMovies(world: World): (query: SearchQuery, now: Date) => Draft[] {
  const { films } = world.catalogue;
  const genres = new Map(world.catalogue.filmGenres.map((genre) => [genre.id, genre]));
  const index = new WordIndex<Film>(
    films.map((film) => ({
      entry: film,
      names: [film.zh, film.en, ...film.aliases],
      groups: film.genres.flatMap((id) => genres.get(id) ?? []).flatMap((genre) => [genre.zh, genre.en, ...genre.aliases]),
    })),
  );
  return (query, now) => {
    const title = (query.title ?? query.query ?? "").trim();
    const hits: Hit<Film>[] = title === ""
      ? films.slice(0, FILMS_MAX).map((entry) => ({ entry, score: 1, wishes: [] }))
      // "流浪地球3" is not "流浪地球": a number that is left over names another film.
      : index.find(title, FILMS_MAX).filter((hit) => !hit.wishes.some((wish) => /\p{N}/u.test(wish)));
    const today = localDate(now);
    const date = query.date ?? today;
    const anchor = anchorOf(world, query.city, query.near);
    const cinemas = CINEMAS.map((pattern, at) => branchOf(world, anchor, pattern, at)).sort((a, b) => a.distanceM - b.distanceM);
    const on = (day: string): Draft[] => {
      const ahead = daysBetween(today, day);
      if (ahead < 0 || ahead > SALE_DAYS) return [];
      const programmes = hits.map(({ entry }) =>
        cinemas
          .flatMap((cinema) => showings(entry, cinema, cityNameOf(anchor.city).en, day, anchor.named))
          .filter((each) => leavesInTime(each.rank.minute, day, query, now))
          .sort((a, b) => preference(a, query) - preference(b, query)),
      );
      if (programmes.length === 1) return programmes[0]!;
      return [0, 1].flatMap((round) => programmes.flatMap((programme) => programme[round] ?? []));
    };
    const found = on(date);
    return found.length > 0 || query.date !== undefined ? found : on(addDays(today, 1));
  };
}

/** Early in the time that was named, else close to prime time; a cinema a kilometre nearer is worth ten minutes. */
function preference({ rank, facts }: Draft, query: SearchQuery): number {
  const wanted = query.timeFrom !== undefined ? minutesOf(query.timeFrom) : PRIME_TIME;
  const metres = typeof facts["distance_m"] === "number" ? facts["distance_m"] : 0;
  return Math.abs(rank.minute - wanted) + metres / 100;
}

function showings(film: Film, cinema: Branch, city: string, date: string, near: boolean): Draft[] {
  const house = `movies/${slug(city)}/${slug(cinema.name.en)}`;
  const chance = new Chance("showings", house, film.en, date);
  const hall = chance.whole(1, 9);
  const base = new Chance("cinema", house).between(32, 58);
  const drafts: Draft[] = [];
  for (let minute = FIRST_SHOW + 5 * chance.whole(0, 24); minute <= LAST_SHOW; minute += 5 * Math.ceil((film.minutes + chance.whole(40, 110)) / 5)) {
    const time = timeOf(minute);
    const ref = `${house}/${date}/${time.replace(":", "")}/${slug(film.en)}`;
    const priceMinor = tidyMinor(base * (minute < 17 * 60 ? 0.85 : 1.1) * chance.between(0.95, 1.05));
    drafts.push({
      ref,
      kind: "movies",
      name: { zh: film.zh, en: film.en },
      merchant: cinema.name,
      priceMinor,
      fees: [{ label: { zh: "服务费", en: "Service fee" }, minor: 200, per: "one" }],
      facts: { cinema: cinema.name, time, ...(near && { distance_m: cinema.distanceM }) },
      details: [
        { label: { zh: "日期", en: "Date" }, value: same(date) },
        { label: { zh: "时间", en: "Time" }, value: same(`${time}–${timeOf(minute + film.minutes)}`) },
        { label: { zh: "影厅", en: "Hall" }, value: { zh: `${hall}号厅`, en: `Hall ${hall}` } },
        { label: { zh: "距离", en: "Distance" }, value: { zh: `${cinema.distanceM} 米`, en: `${cinema.distanceM} m` } },
      ],
      stock: [{ id: ref, left: chance.whole(30, 140) }],
      wishes: [],
      plan: { kind: "visit", startsAt: instantOf(date, minute).toISOString(), endsAt: instantOf(date, minute + film.minutes).toISOString() },
      columns: { date, time, seat: { zh: `${hall}号厅`, en: `Hall ${hall}` } },
      rank: { sales: chance.whole(0, 200), rating: 0, minute },
    });
  }
  return drafts;
}
