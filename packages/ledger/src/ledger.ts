import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Clock, InputError, invariant, LimitError } from "@wanwen/core";
import { atomically } from "./atomically.ts";

/** Amounts are integers of the smallest unit (fen, micro-units …); the ledger does not know which. */
export interface Transfer {
  /** Made by the caller. The same id with the same content is the same transfer: repeating it changes nothing. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** At least 1. */
  readonly amount: number;
  /** What it is for: an order, a price version … Stored with the entry. */
  readonly memo?: string;
}

export interface Balance {
  /** What has really moved: money in minus money out. */
  readonly posted: number;
  /** Reserved by others' pending transfers out of this account. */
  readonly held: number;
  /** `posted - held`: what can still be reserved. */
  readonly available: number;
}

export interface Entry extends Transfer {
  readonly seq: number;
  readonly kind: "transfer" | "reserve" | "post" | "void";
  /** The reservation that a `post` or `void` settles. */
  readonly settles?: string;
  /** ISO time. */
  readonly at: string;
}

/** The account does not hold enough. Nothing was changed. */
export class InsufficientFunds extends LimitError {
  readonly account: string;
  readonly available: number;

  constructor(account: string, available: number, needed: number) {
    super(`account ${account}: expected at least ${needed} available, has ${available}`);
    this.account = account;
    this.available = available;
  }
}

/**
 * A double-entry book. Each entry takes from one account what it gives to another, so all balances sum to zero. Entries
 * are only ever added (triggers refuse the rest); `accounts` keeps running totals that `audit` can recompute.
 *
 * Two-phase transfers after TigerBeetle: `reserve` holds the most it could cost, `post` moves what it did cost and frees
 * the rest, `void` frees everything. Every method is a no-op when repeated with the same arguments, also after a crash.
 */
export interface Ledger {
  /** `overdraft`: may go below zero, for the outside world (a bank, a treasury). Other accounts never do. */
  openAccount(id: string, options?: { readonly overdraft?: boolean }): void;
  /** One step: a deposit, a refund. @throws InsufficientFunds */
  transfer(transfer: Transfer): void;
  /** @throws InsufficientFunds */
  reserve(transfer: Transfer): void;
  /** Moves `amount` (the whole reservation when left out, never more) and frees the rest. */
  post(id: string, amount?: number): void;
  void(id: string): void;
  balance(account: string): Balance;
  /** Reservations neither posted nor voided, made before `before` (ISO): what a sweeper looks at after a crash. */
  pending(before?: string): readonly Transfer[];
  /** Newest first. */
  entries(account: string, limit: number): readonly Entry[];
  /** Recomputes every balance from the entries. @throws InvariantError when the book does not add up. */
  audit(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY,
    overdraft INTEGER NOT NULL,
    posted INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    CHECK (overdraft = 1 OR posted - held >= 0)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('transfer', 'reserve', 'post', 'void')),
    settles TEXT UNIQUE REFERENCES entries (id),
    from_account TEXT NOT NULL REFERENCES accounts (id),
    to_account TEXT NOT NULL REFERENCES accounts (id),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    memo TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entries_from ON entries (from_account, seq);
  CREATE INDEX IF NOT EXISTS entries_to ON entries (to_account, seq);
  CREATE TRIGGER IF NOT EXISTS entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS entries_are_never_removed BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
`;

interface EntryRow {
  seq: number;
  id: string;
  kind: Entry["kind"];
  settles: string | null;
  from_account: string;
  to_account: string;
  amount: number;
  memo: string;
  at: string;
}

/** A ledger in `database`, which stays the caller's: its tables are made when missing, and its transactions are joined. */
export function openLedger(database: DatabaseSync, clock: Clock): Ledger {
  database.exec(SCHEMA);
  return new SqliteLedger(database, clock);
}

class SqliteLedger implements Ledger {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #entryById: StatementSync;
  readonly #settlementOf: StatementSync;
  readonly #addEntry: StatementSync;
  readonly #account: StatementSync;
  readonly #move: StatementSync;

  constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    this.#entryById = database.prepare("SELECT * FROM entries WHERE id = ?");
    this.#settlementOf = database.prepare("SELECT * FROM entries WHERE settles = ?");
    this.#addEntry = database.prepare(
      "INSERT INTO entries (id, kind, settles, from_account, to_account, amount, memo, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#account = database.prepare("SELECT overdraft, posted, held FROM accounts WHERE id = ?");
    this.#move = database.prepare("UPDATE accounts SET posted = posted + ?, held = held + ? WHERE id = ?");
  }

  openAccount(id: string, options: { readonly overdraft?: boolean } = {}): void {
    this.#database
      .prepare("INSERT INTO accounts (id, overdraft) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
      .run(id, options.overdraft ? 1 : 0);
  }

  transfer(transfer: Transfer): void {
    this.#begin("transfer", transfer, () => {
      this.#move.run(-transfer.amount, 0, transfer.from);
      this.#move.run(transfer.amount, 0, transfer.to);
    });
  }

  reserve(transfer: Transfer): void {
    this.#begin("reserve", transfer, () => this.#move.run(0, transfer.amount, transfer.from));
  }

  post(id: string, amount?: number): void {
    atomically(this.#database, () => {
      const hold = this.#hold(id);
      const moved = amount ?? hold.amount;
      if (!Number.isSafeInteger(moved) || moved < 0 || moved > hold.amount)
        throw new InputError(`reservation ${id}: expected an amount from 0 to ${hold.amount}, got ${moved}`, { param: "amount" });
      if (!this.#settle("post", hold, moved)) return;
      this.#move.run(-moved, -hold.amount, hold.from_account);
      this.#move.run(moved, 0, hold.to_account);
    });
  }

  void(id: string): void {
    atomically(this.#database, () => {
      const hold = this.#hold(id);
      if (!this.#settle("void", hold, 0)) return;
      this.#move.run(0, -hold.amount, hold.from_account);
    });
  }

  balance(account: string): Balance {
    const { posted, held } = this.#accountRow(account);
    return { posted, held, available: posted - held };
  }

  pending(before?: string): readonly Transfer[] {
    const rows = this.#database
      .prepare(
        `SELECT * FROM entries AS hold WHERE kind = 'reserve' AND at < ?
         AND NOT EXISTS (SELECT 1 FROM entries WHERE settles = hold.id) ORDER BY seq`,
      )
      .all(before ?? "9999") as unknown as EntryRow[];
    return rows.map(toEntry);
  }

  entries(account: string, limit: number): readonly Entry[] {
    const rows = this.#database
      .prepare("SELECT * FROM entries WHERE from_account = ?1 OR to_account = ?1 ORDER BY seq DESC LIMIT ?2")
      .all(account, limit) as unknown as EntryRow[];
    return rows.map(toEntry);
  }

  audit(): void {
    const wrong = this.#database
      .prepare(
        `SELECT id, posted, held,
           (SELECT coalesce(sum(amount), 0) FROM entries WHERE to_account = accounts.id AND kind IN ('transfer', 'post'))
           - (SELECT coalesce(sum(amount), 0) FROM entries WHERE from_account = accounts.id AND kind IN ('transfer', 'post')) AS moved,
           (SELECT coalesce(sum(amount), 0) FROM entries AS hold WHERE from_account = accounts.id AND kind = 'reserve'
              AND NOT EXISTS (SELECT 1 FROM entries WHERE settles = hold.id)) AS reserved
         FROM accounts WHERE posted <> moved OR held <> reserved`,
      )
      .all();
    invariant(wrong.length === 0, `running totals equal the entries; they differ for ${JSON.stringify(wrong.slice(0, 5))}`);
    const { sum } = this.#database.prepare("SELECT coalesce(sum(posted), 0) AS sum FROM accounts").get() as { sum: number };
    invariant(sum === 0, `all balances sum to zero, got ${sum}`);
  }

  /** Adds the first entry of a transfer, unless it is there already. */
  #begin(kind: "transfer" | "reserve", transfer: Transfer, move: () => void): void {
    const { id, from, to, amount, memo = "" } = transfer;
    if (!Number.isSafeInteger(amount) || amount < 1)
      throw new InputError(`transfer ${id}: expected a whole amount of at least 1, got ${amount}`, { param: "amount" });
    if (from === to) throw new InputError(`transfer ${id}: expected two accounts, got ${from} twice`, { param: "to" });
    atomically(this.#database, () => {
      const known = this.#entryById.get(id) as unknown as EntryRow | undefined;
      if (known) {
        const same = known.kind === kind && known.from_account === from && known.to_account === to && known.amount === amount;
        if (!same) throw new InputError(`transfer ${id}: already used for another transfer`, { param: "id" });
        return;
      }
      const source = this.#accountRow(from);
      this.#accountRow(to);
      const available = source.posted - source.held;
      if (!source.overdraft && available < amount) throw new InsufficientFunds(from, available, amount);
      this.#addEntry.run(id, kind, null, from, to, amount, memo, this.#clock.now().toISOString());
      move();
    });
  }

  /** Adds the second entry of a reservation. False: the same one is there already. */
  #settle(kind: "post" | "void", hold: EntryRow, amount: number): boolean {
    const settled = this.#settlementOf.get(hold.id) as unknown as EntryRow | undefined;
    if (settled) {
      if (settled.kind === kind && settled.amount === amount) return false;
      throw new InputError(`reservation ${hold.id}: already settled by ${settled.kind} of ${settled.amount}`, { param: "id" });
    }
    const id = `${hold.id}/${kind}`;
    this.#addEntry.run(id, kind, hold.id, hold.from_account, hold.to_account, amount, hold.memo, this.#clock.now().toISOString());
    return true;
  }

  #hold(id: string): EntryRow {
    const row = this.#entryById.get(id) as unknown as EntryRow | undefined;
    if (row?.kind !== "reserve") throw new InputError(`reservation ${id}: not found`, { param: "id" });
    return row;
  }

  #accountRow(id: string): { overdraft: number; posted: number; held: number } {
    const row = this.#account.get(id) as { overdraft: number; posted: number; held: number } | undefined;
    if (!row) throw new InputError(`account ${id}: not opened`, { param: "account" });
    return row;
  }
}

function toEntry(row: EntryRow): Entry {
  const { seq, id, kind, settles, amount, memo, at } = row;
  return { seq, id, kind, from: row.from_account, to: row.to_account, amount, memo, at, ...(settles !== null && { settles }) };
}
