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
import { openFood } from "./kinds/food.ts";
import { openTrains } from "./kinds/trains.ts";
import { type Draft, OfferStore } from "./offers.ts";
import { OrderBook } from "./orders.ts";
import { Places } from "./places.ts";
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
  close(): void;
}

export function openBazaar({ databasePath, clock, seedWalletMinor, faults: faultsAllowed = false, log = silentLogger }: BazaarOptions): Bazaar {
  const database = openDatabase(databasePath);
  const world: World = { catalogue: { cities: [], landmarks: [], ...catalogue }, atlas: new Atlas([], []) };
  const ledger = openLedger(database, clock);
  openWallet(ledger, wire.shopKinds, seedWalletMinor);
  const offers = new OfferStore(database, clock);
  offers.forgetOld();
  const orders = new OrderBook({ database, clock, offers, ledger });
  const faults = new Faults();
  const checkouts = new CheckoutDesk({ database, clock, offers, orders, ledger, faults });
  const kinds = openKinds(world);
  const app = bazaarApp({ kinds, places: new Places(world), offers, checkouts, orders, ledger, faults, faultsAllowed, clock, log });
  return { app, close: () => database.close() };
}

function openKinds(world: World): Readonly<Record<ShopKind, (query: SearchQuery, now: Date) => Draft[]>> {
  const nothing = () => [];
  return {
    food: openFood(world),
    products: nothing,
    flights: nothing,
    trains: openTrains(world),
    hotels: nothing,
    movies: nothing,
    events: nothing,
    rides: nothing,
    deals: nothing,
    recharge: nothing,
  };
}
