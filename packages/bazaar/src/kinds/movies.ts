import type { SearchQuery } from "@wanwen/services";
import type { Film } from "../catalogue/index.ts";
import { cityNameOf } from "../atlas.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { type Hit, WordIndex } from "../search/word-index.ts";
import { addDays, daysBetween, instantOf, localDate, minutesOf, timeOf } from "../time.ts";
import { type Catalogue, same, slug, tidyMinor, type World } from "../world.ts";
import { leavesInTime } from "./journeys.ts";
import { anchorOf, type Branch, branchOf } from "./neighbourhood.ts";

/** Cinemas that are looked at: one film runs in all of them, many films in some each. */
const CINEMAS_NEAR = 5;
const CINEMAS_OF_MANY = 2;
const SALE_DAYS = 60;
const FILMS_MAX = 30;
const FIRST_SHOW = 10 * 60;
const LAST_SHOW = 22 * 60 + 30;
/** Most people mean the evening when they do not say. */
const PRIME_TIME = 19 * 60 + 30;

/** Showings of films on any day of the next weeks, in the cinemas of any city. */
export function openMovies(world: World): (query: SearchQuery, now: Date) => Draft[] {
  const { films, cinemas, screenings } = world.catalogue;
  const genres = new Map(world.catalogue.filmGenres.map((genre) => [genre.id, genre]));
  const index = new WordIndex<Film>(
    films.map((film) => ({
      entry: film,
      names: [film.zh, film.en, ...film.aliases],
      groups: film.genres.flatMap((id) => genres.get(id) ?? []).flatMap((genre) => [genre.zh, genre.en, ...genre.aliases]),
    })),
    { fillers: ["电影", "电影票", "票", "场次", "的票", "看", "部", "movie", "movies", "film", "films", "ticket", "tickets", "movie ticket", "showtimes", "showing", "watch", "see"] },
  );
  return (query, now) => {
    const title = (query.title ?? query.query ?? "").trim();
    const hits: Hit<Film>[] = !index.saysMore(title) && !films.some((film) => [film.zh, film.en].includes(title))
      ? films.slice(0, FILMS_MAX).map((entry) => ({ entry, score: 1, byGroup: true, wishes: [], leftOver: [] }))
      // "流浪地球3" is not "流浪地球": a number that is left over names another film, and a
      // title that nobody knows is not any film of its kind.
      : index.find(title, FILMS_MAX).filter((hit) => !(hit.score < 1 && /\p{N}/u.test(title.slice(-2)) && !/\p{N}/u.test(hit.entry.zh + hit.entry.en)) && !(hit.byGroup && hit.leftOver.length > 0));
    const today = localDate(now);
    const date = query.date ?? today;
    const anchor = anchorOf(world, query.city, query.near);
    const near = cinemas
      .map((pattern, at) => branchOf(world, anchor, pattern, at))
      .sort((a, b) => a.distanceM - b.distanceM)
      .slice(0, CINEMAS_NEAR);
    const on = (day: string): Draft[] => {
      const ahead = daysBetween(today, day);
      if (ahead < 0 || ahead > SALE_DAYS) return [];
      const programmes = hits.map(({ entry }, at) =>
        (hits.length <= 3 ? near : new Chance("programme", entry.en, at, day).draw(near, CINEMAS_OF_MANY))
          .flatMap((cinema) => showings(entry, cinema, screenings, cityNameOf(anchor.city).en, day, anchor.named))
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

function showings(film: Film, cinema: Branch, screenings: Catalogue["screenings"], city: string, date: string, near: boolean): Draft[] {
  const house = `movies/${slug(city)}/${slug(cinema.name.en)}`;
  const chance = new Chance("showings", house, film.en, date);
  const hall = chance.whole(1, 9);
  const base = new Chance("cinema", house).between(32, 58);
  const drafts: Draft[] = [];
  for (let minute = FIRST_SHOW + 5 * chance.whole(0, 24); minute <= LAST_SHOW; minute += 5 * Math.ceil((film.minutes + chance.whole(40, 110)) / 5)) {
    const time = timeOf(minute);
    // Most halls are ordinary ones.
    const screening = chance.next() < 0.6 ? screenings[0]! : chance.pick(screenings);
    const place = { zh: `${hall}号厅 ${screening.zh}`, en: `hall ${hall}, ${screening.en}` };
    const ref = `${house}/${date}/${time.replace(":", "")}/${slug(film.en)}`;
    const priceMinor = tidyMinor(base * (minute < 17 * 60 ? 0.85 : 1.1) * chance.between(0.95, 1.05) * screening.factor);
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
        { label: { zh: "影厅", en: "Hall" }, value: place },
        { label: { zh: "距离", en: "Distance" }, value: { zh: `${cinema.distanceM} 米`, en: `${cinema.distanceM} m` } },
      ],
      stock: [{ id: ref, left: chance.whole(30, 140) }],
      wishes: [],
      plan: { kind: "visit", startsAt: instantOf(date, minute).toISOString(), endsAt: instantOf(date, minute + film.minutes).toISOString() },
      columns: { date, time, seat: place },
      rank: { sales: chance.whole(0, 200), rating: 0, minute },
    });
  }
  return drafts;
}
