import type { SearchQuery } from "@wanwen/services";
import { cityNameOf, type Spot } from "../atlas.ts";
import type { Bilingual } from "../catalogue/index.ts";
import { Chance } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { weekday } from "../time.ts";
import { same, slug, type World } from "../world.ts";
import { journeyWords, leavesInTime, orTomorrow, planTrip, type Trip } from "./journeys.ts";

type Cabin = NonNullable<SearchQuery["cabin"]>;

/** Invented airlines, with the two letters of their flight numbers. */
const AIRLINES: readonly (Bilingual & { readonly code: string; readonly factor: number })[] = [
  { zh: "云岚航空", en: "Yunlan Air", code: "YL", factor: 1 },
  { zh: "东海航线", en: "East Sea Airlines", code: "EX", factor: 1.04 },
  { zh: "长风航空", en: "Longwind Airways", code: "LW", factor: 0.96 },
  { zh: "山雀航空", en: "Titmouse Air", code: "TX", factor: 0.88 },
  { zh: "北辰航空", en: "Polestar Airlines", code: "PZ", factor: 1.1 },
];

const CABINS: Readonly<Record<Cabin, { name: Bilingual; factor: number; seats: readonly [number, number] }>> = {
  economy: { name: { zh: "经济舱", en: "economy" }, factor: 1, seats: [9, 120] },
  business: { name: { zh: "公务舱", en: "business" }, factor: 2.8, seats: [4, 16] },
  first: { name: { zh: "头等舱", en: "first class" }, factor: 4.6, seats: [2, 8] },
};

/** A flight in every hour from 6 to 22 on short routes, every second hour on long ones. */
const LONG_KM = 4500;
const CRUISE_KMH = 820;
const GROUND_MINUTES = 40;
const AIRPORT_FEE_MINOR = 5000;

/** Flights between any two cities on any day. The timetable depends on the pair only; prices and seats on the date. */
export function openFlights(world: World): (query: SearchQuery, now: Date) => Draft[] {
  return (query, now) =>
    orTomorrow(query, now, (wish) => {
      const trip = planTrip(wish, world, now);
      if (!trip) return [];
      return timetable(trip)
        .filter(({ departMinute }) => leavesInTime(departMinute, trip.date, wish, now))
        .map((flight) => ticket(trip, flight, wish.cabin ?? "economy"))
        .sort((a, b) => a.priceMinor - b.priceMinor);
    });
}

interface Flight {
  readonly number: string;
  readonly airline: (typeof AIRLINES)[number];
  readonly departMinute: number;
  readonly minutes: number;
}

function timetable({ from, to, km }: Trip): Flight[] {
  const chance = new Chance("flights", cityNameOf(from).en, cityNameOf(to).en);
  const every = km > LONG_KM ? 120 : 60;
  return Array.from({ length: Math.floor((17 * 60) / every) }, (_, index) => {
    const airline = chance.pick(AIRLINES);
    return {
      airline,
      // The slot is part of the number, so that no two flights of a day share one.
      number: `${airline.code}${chance.whole(10, 99)}${String(index + 11)}`,
      departMinute: 6 * 60 + every * index + 5 * chance.whole(0, every / 5 - 1),
      minutes: 5 * Math.round(((km * 60) / CRUISE_KMH + GROUND_MINUTES + chance.whole(0, 20)) / 5),
    };
  });
}

function ticket(trip: Trip, flight: Flight, cabin: Cabin): Draft {
  const { from, to, date, km } = trip;
  const { name: cabinName, factor, seats } = CABINS[cabin];
  const chance = new Chance("fare", flight.number, cityNameOf(from).en, cityNameOf(to).en, date, cabin);
  const weekend = [0, 5, 6].includes(weekday(date)) ? 1.12 : 1;
  const abroad = from.city?.region !== to.city?.region ? 1.25 : 1;
  const yuan = (180 + km * (km > LONG_KM ? 0.42 : 0.55)) * factor * flight.airline.factor * weekend * abroad * chance.between(0.75, 1.25);
  const [start, end] = [airportOf(from, flight.number), airportOf(to, flight.number)];
  const words = journeyWords(trip, flight.departMinute, flight.minutes, start, end);
  const service = `flights/${date}/${flight.number.toLowerCase()}`;
  const ref = `${service}/${slug(start.en)}/${slug(end.en)}/${cabin}`;
  const { zh, en } = flight.airline;
  return {
    ref,
    kind: "flights",
    name: same(flight.number),
    title: {
      zh: `${flight.number} ${start.zh} → ${end.zh} ${cabinName.zh}`,
      en: `${flight.number} ${start.en} → ${end.en}, ${cabinName.en}`,
    },
    merchant: { zh, en },
    priceMinor: Math.round(yuan / 10) * 1000,
    fees: [{ label: { zh: "机建燃油费", en: "Airport and fuel charges" }, minor: AIRPORT_FEE_MINOR, per: "one" }],
    facts: { depart: words.depart, arrive: words.arrive },
    details: [{ label: { zh: "航空公司", en: "Airline" }, value: { zh, en } }, ...words.details, { label: { zh: "舱位", en: "Cabin" }, value: cabinName }],
    // One shelf, whichever of a city's stations was asked for.
    stock: [{ id: `${service}/${slug(cityNameOf(from).en)}/${slug(cityNameOf(to).en)}/${cabin}`, left: chance.whole(...seats) }],
    wishes: [],
    plan: { kind: "visit", startsAt: words.startsAt, endsAt: words.endsAt },
    columns: { date, time: words.depart, from: cityNameOf(from), to: cityNameOf(to), seat: cabinName },
    rank: { sales: chance.whole(0, 400), rating: 0, minute: flight.departMinute },
  };
}

/** The airport that was asked for, else one of the city's; a city without any has one of its name. Named with its city. */
function airportOf(spot: Spot, number: string): Bilingual {
  const airports = spot.city?.airports ?? [];
  const city = spot.city ?? spot.name;
  if (airports.length === 0) return { zh: `${city.zh}机场`, en: `${city.en} Airport` };
  const asked = spot.station && airports.includes(spot.station) ? spot.station : undefined;
  const airport = asked ?? airports[Math.floor(new Chance("airport", number, city.en).next() ** 2 * airports.length)]!;
  const withCity = (name: string, own: string, gap: string) => (name.includes(own) ? name : `${own}${gap}${name}`);
  return { zh: withCity(airport.zh, city.zh, ""), en: withCity(airport.en, city.en, " ") };
}
