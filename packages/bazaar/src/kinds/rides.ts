import type { SearchQuery } from "@wanwen/services";
import type { RideClass } from "../catalogue/index.ts";
import { cityNameOf, type Spot } from "../atlas.ts";
import { Chance, tag } from "../chance.ts";
import type { Draft } from "../offers.ts";
import { HERE, wayBetween, whereThePersonIs } from "../places.ts";
import { addMinutes, localDate, localTime } from "../time.ts";
import { type World } from "../world.ts";

/** Nobody drives a fare across a continent. */
const KM_MAX = 1500;
const BUCKET_MINUTES = 5;
const AHEAD_MINUTES_MAX = 31 * 1440;

/** Cars from anywhere to anywhere, now or at a time. */
export function openRides(world: World): (query: SearchQuery, now: Date) => Draft[] {
  return (query, now) => {
    const ahead = query.inMinutes ?? 0;
    if (query.to === undefined || query.to.trim() === "" || ahead > AHEAD_MINUTES_MAX) return [];
    const centre = world.atlas.city(query.city);
    const from = query.from === undefined ? { ...whereThePersonIs(centre), name: HERE } : world.atlas.place(query.from, centre);
    const to = world.atlas.place(query.to, from.city ? world.atlas.city(from.city.zh) : centre);
    const way = wayBetween(from, to, "driving");
    if (way.distanceKm > KM_MAX) return [];
    return world.catalogue.rideClasses.map((ride) => car(ride, from, to, way, ahead, now));
  };
}

function car(ride: RideClass, from: Spot, to: Spot, way: { distanceKm: number; minutes: number }, ahead: number, now: Date): Draft {
  const bucket = Math.floor(now.getTime() / (BUCKET_MINUTES * 60_000));
  const chance = new Chance("ride", ride.id, from.name.en, to.name.en, bucket);
  const booked = ahead >= BUCKET_MINUTES;
  const start = addMinutes(now, ahead);
  start.setSeconds(0, 0);
  const etaMin = booked ? Math.round(ahead) : Math.max(1, ride.waitMin + chance.whole(-2, 3));
  const yuan = (ride.baseYuan + ride.perKmYuan * way.distanceKm) * chance.between(0.97, 1.08);
  const pickUp = booked ? start : addMinutes(now, etaMin);
  const route = { zh: `${from.name.zh} → ${to.name.zh}`, en: `${from.name.en} → ${to.name.en}` };
  return {
    ref: `rides/${ride.id}/${tag(from.name.zh, to.name.zh, cityNameOf(from).en)}/${booked ? start.toISOString() : `now-${bucket}`}`,
    kind: "rides",
    name: { zh: ride.zh, en: ride.en },
    title: { zh: `${ride.zh} ${route.zh}`, en: `${ride.en}, ${route.en}` },
    merchant: { zh: "万问出行", en: "Wanwen Rides" },
    priceMinor: Math.round(yuan * 10) * 10,
    fees: [],
    facts: { eta_min: etaMin },
    details: [
      { label: { zh: "行程", en: "Route" }, value: route },
      { label: { zh: "上车", en: "Pick-up" }, value: { zh: `${localDate(pickUp)} ${localTime(pickUp)}`, en: `${localDate(pickUp)} ${localTime(pickUp)}` } },
      { label: { zh: "全程", en: "Trip" }, value: { zh: `${way.distanceKm} 公里，约 ${way.minutes} 分钟`, en: `${way.distanceKm} km, about ${way.minutes} min` } },
      { label: { zh: "座位", en: "Seats" }, value: { zh: `${ride.seats} 座`, en: `${ride.seats}` } },
    ],
    stock: [{ id: `rides/${ride.id}/${cityNameOf(from).en}/${bucket}`, left: chance.whole(3, 12) }],
    wishes: [],
    plan: { kind: "ride", etaMin, tripMin: way.minutes, ...(booked && { startsAt: start.toISOString() }) },
    columns: { date: localDate(pickUp), time: localTime(pickUp), from: from.name, to: to.name },
    rank: { sales: 0, rating: 0, minute: etaMin },
  };
}
