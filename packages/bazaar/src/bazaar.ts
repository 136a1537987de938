import { type Clock, type Logger, silentLogger } from "@wanwen/core";
import { openLedger } from "@wanwen/ledger";
import { type SearchQuery, type ShopKind, wire } from "@wanwen/services";
import type { Hono } from "hono";
import { bazaarApp } from "./app.ts";
import { Atlas } from "./atlas.ts";
import * as catalogue from "./catalogue/index.ts";
import { CheckoutDesk } from "./checkouts.ts";
import { openDatabase } from "./database.ts";
import { Faults } from "./faults.ts";
import { openDeals } from "./kinds/deals.ts";
import { openEvents } from "./kinds/events.ts";
import { openFlights } from "./kinds/flights.ts";
import { openFood } from "./kinds/food.ts";
import { openHotels } from "./kinds/hotels.ts";
import { openMovies } from "./kinds/movies.ts";
import { openProducts } from "./kinds/products.ts";
import { openRecharge } from "./kinds/recharge.ts";
import { openRides } from "./kinds/rides.ts";
import { openTrains } from "./kinds/trains.ts";
import { type Draft, OfferStore } from "./offers.ts";
import { OrderBook } from "./orders.ts";
import { Places } from "./places.ts";
import { cutNames } from "./search/word-index.ts";
import { openWallet } from "./wallet.ts";
import type { World } from "./world.ts";

export interface BazaarOptions {
  /** File of the database, or ":memory:". */
  readonly databasePath: string;
  /** Also decides the time zone of dates and times of day: the one of this computer. */
  readonly clock: Clock;
  /** What the wallet holds when the database is new: 500000 is ¥5,000.00. */
  readonly seedWalletMinor: number;
  /** Opens `POST /faults`; for tests and demonstrations. */
  readonly faults?: boolean;
  readonly log?: Logger;
}

/** The sandbox of services: real HTTP, real database, no real money. */
export interface Bazaar {
  /** `app.fetch(request)`; the caller listens. */
  readonly app: Hono;
  /** Prepares the first search of every kind, in small steps between other work. Need not be awaited. */
  warmUp(): Promise<void>;
  close(): void;
}

export function openBazaar({ databasePath, clock, seedWalletMinor, faults: faultsAllowed = false, log = silentLogger }: BazaarOptions): Bazaar {
  const database = openDatabase(databasePath);
  const ledger = openLedger(database, clock);
  openWallet(ledger, wire.shopKinds, seedWalletMinor);
  const offers = new OfferStore(database, clock);
  offers.forgetOld();
  const orders = new OrderBook({ database, clock, offers, ledger });
  const faults = new Faults();
  const checkouts = new CheckoutDesk({ database, clock, offers, orders, ledger, faults });
  const app = bazaarApp({ ...everything(), offers, checkouts, orders, ledger, faults, faultsAllowed, clock, log });
  let closed = false;
  return {
    app,
    warmUp: () => warmUp(() => closed),
    close: () => {
      closed = true;
      database.close();
    },
  };
}

/** A pause after each step is longer than the step: whoever waits for an answer is served in between. */
const WARM_STEP_MS = 4;
const WARM_PAUSE_MS = 12;

async function warmUp(enough: () => boolean): Promise<void> {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, WARM_PAUSE_MS).unref());
  for (const kind of wire.shopKinds) {
    await pause();
    if (enough()) return;
    everything().open(kind);
    while (!cutNames(WARM_STEP_MS)) {
      await pause();
      if (enough()) return;
    }
  }
}

type Search = (query: SearchQuery, now: Date) => Draft[];

interface Everything {
  open(kind: ShopKind): void;
  readonly kinds: Readonly<Record<ShopKind, Search>>;
  readonly places: Places;
}

let opened: Everything | undefined;

/** What can be found is the same for every bazaar of a process: it depends on the catalogue alone and is built once. */
function everything(): Everything {
  return (opened ??= openEverything());
}

function openEverything(): Everything {
  const world: World = { catalogue, atlas: new Atlas(catalogue.cities, catalogue.landmarks) };
  // Each kind is opened by its first search: indexes over thousands of names need not delay the start.
  const openings: Readonly<Record<ShopKind, (world: World) => Search>> = {
    food: openFood, products: openProducts, flights: openFlights, trains: openTrains, hotels: openHotels, movies: openMovies, events: openEvents,
    rides: openRides, deals: openDeals, recharge: openRecharge,
  };
  const opened = new Map<ShopKind, Search>();
  const searchOf = (kind: ShopKind): Search => {
    const search = opened.get(kind) ?? openings[kind](world);
    opened.set(kind, search);
    return search;
  };
  const kinds = Object.fromEntries(wire.shopKinds.map((kind) => [kind, (query, now) => searchOf(kind)(query, now)] satisfies [ShopKind, Search])) as Record<ShopKind, Search>;
  return { kinds, places: new Places(world), open: (kind) => void searchOf(kind) };
}
