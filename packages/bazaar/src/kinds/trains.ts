import type { SearchQuery } from "@wanwen/services";
import { cityNameOf, type Spot } from "../atlas.ts";
import type { Bilingual } from "../catalogue/index.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { weekday } from "../time.ts";
import { slug, tidyMinor, type World } from "../world.ts";
import { journeyWords, leavesInTime, orTomorrow, planTrip, type Trip } from "./journeys.ts";

type Seat = NonNullable<SearchQuery["seat"]>;

/** Classes of trains with speeds over the rails and prices per kilometre of second class (hard seat in slow trains). */
interface TrainClass {
  readonly letters: readonly string[];
  readonly kmh: number;
  readonly yuanPerKm: number;
  /** Price of a seat as a multiple of second class; a seat without one does not exist. */
  readonly seats: Readonly<Partial<Record<Seat, number>>>;
}

const FAST: TrainClass = { letters: ["G", "G", "G", "D"], kmh: 245, yuanPerKm: 0.46, seats: { second: 1, first: 1.6, business: 3.1 } };
const SLOW: TrainClass = { letters: ["K", "Z", "T"], kmh: 95, yuanPerKm: 0.14, seats: { second: 1, sleeper: 1.8 } };
const INTERCITY: TrainClass = { letters: ["IC ", "EC "], kmh: 150, yuanPerKm: 0.8, seats: { second: 1, first: 1.7, business: 2.4 } };
const NIGHT: TrainClass = { letters: ["NJ "], kmh: 95, yuanPerKm: 0.7, seats: { second: 1, sleeper: 1.9 } };

/** Rails are longer than the straight line. */
const DETOUR = 1.2;

const SEAT_NAMES: Readonly<Record<Seat, Bilingual>> = {
  second: { zh: "二等座", en: "second class" },
  first: { zh: "一等座", en: "first class" },
  business: { zh: "商务座", en: "business class" },
  sleeper: { zh: "硬卧", en: "sleeper" },
};
const HARD_SEAT: Bilingual = { zh: "硬座", en: "hard seat" };
const RAILWAY: Bilingual = { zh: "万问铁路", en: "Wanwen Rail" };

/**
 * Trains between any two cities on any day: one fast train in every hour of the day and slow ones with sleepers every
 * third hour. The timetable depends on the pair only; seats and small changes of price on the date.
 */
export function openTrains(world: World): (query: SearchQuery, now: Date) => Draft[] {
  return (query, now) =>
    orTomorrow(query, now, (wish) => {
      const trip = planTrip(wish, world, now);
      if (!trip) return [];
      return [...timetable(trip, "fast"), ...timetable(trip, "slow")]
        .filter(({ departMinute, seats }) => seats[wish.seat ?? "second"] !== undefined && leavesInTime(departMinute, trip.date, wish, now))
        .map((train) => ticket(trip, train, wish.seat ?? "second"))
        // An hour less on the way is worth 60 yuan.
        .sort((a, b) => worth(a) - worth(b));
    });
}

interface Train extends TrainClass {
  readonly number: string;
  readonly departMinute: number;
  readonly minutes: number;
}

function timetable(trip: Trip, speed: "fast" | "slow"): Train[] {
  const { from, to, km } = trip;
  const inChina = [from, to].every((spot) => spot.city?.region !== "world");
  const kind = speed === "fast" ? (inChina ? FAST : INTERCITY) : inChina ? SLOW : NIGHT;
  const [first, every, count] = speed === "fast" ? [6 * 60, 60, 17] : [0, 180, 8];
  const chance = new Chance("trains", cityNameOf(from).en, cityNameOf(to).en, speed);
  const numbers = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    let number = "";
    do number = `${chance.pick(kind.letters)}${chance.whole(1, 9998)}`;
    while (numbers.has(number));
    numbers.add(number);
    const departMinute = first + every * index + 5 * chance.whole(0, every / 5 - 1);
    const minutes = Math.round((km * DETOUR * 60) / (kind.kmh * chance.between(0.88, 1.08))) + chance.whole(6, 18);
    return { ...kind, number, departMinute, minutes };
  });
}

function ticket(trip: Trip, train: Train, seat: Seat): Draft {
  const { from, to, date, km } = trip;
  const chance = new Chance("seats", train.number, cityNameOf(from).en, cityNameOf(to).en, date, seat);
  const weekend = [0, 5, 6].includes(weekday(date)) ? 1.05 : 1;
  const factor = train.seats[seat] ?? 1;
  const yuan = Math.max(8, km * DETOUR * train.yuanPerKm) * factor * weekend * new Chance("fare", train.number).between(0.95, 1.1);
  const [start, end] = [stationOf(from, train.number), stationOf(to, train.number)];
  const words = journeyWords(trip, train.departMinute, train.minutes, start, end);
  const seatName = seat === "second" && train.seats.sleeper !== undefined ? HARD_SEAT : SEAT_NAMES[seat];
  const service = `trains/${date}/${slug(train.number)}`;
  const ref = `${service}/${slug(start.en)}/${slug(end.en)}/${seat}`;
  return {
    ref,
    kind: "trains",
    name: { zh: train.number, en: train.number },
    title: {
      zh: `${train.number} ${start.zh} → ${end.zh} ${seatName.zh}`,
      en: `${train.number} ${start.en} → ${end.en}, ${seatName.en}`,
    },
    merchant: RAILWAY,
    priceMinor: tidyMinor(yuan),
    fees: [],
    facts: { depart: words.depart, arrive: words.arrive },
    details: [...words.details, { label: { zh: "席别", en: "Seat" }, value: seatName }],
    // One shelf, whichever of a city's stations was asked for.
    stock: [{ id: `${service}/${slug(cityNameOf(from).en)}/${slug(cityNameOf(to).en)}/${seat}`, left: seat === "business" ? chance.whole(3, 12) : chance.whole(15, 180) }],
    wishes: [],
    plan: { kind: "visit", startsAt: words.startsAt, endsAt: words.endsAt },
    columns: { date, time: words.depart, from: cityNameOf(from), to: cityNameOf(to), seat: seatName },
    rank: { sales: chance.whole(0, 900), rating: 0, minute: train.departMinute },
  };
}

/** The station that was asked for, else one of the city's, busy ones more often; a city without any has one of its name. */
function stationOf(spot: Spot, number: string): Bilingual {
  const stations = spot.city?.stations ?? [];
  if (spot.station && stations.includes(spot.station)) return spot.station;
  if (stations.length === 0) return { zh: `${spot.city?.zh ?? spot.name.zh}站`, en: `${spot.city?.en ?? spot.name.en} Station` };
  return stations[Math.floor(new Chance("station", number, spot.name.en).next() ** 2 * stations.length)]!;
}

function worth(draft: Draft): number {
  const plan = draft.plan.kind === "visit" ? (Date.parse(draft.plan.endsAt) - Date.parse(draft.plan.startsAt)) / 3_600_000 : 0;
  return draft.priceMinor / 100 + 60 * plan;
}

