/**
 * The only code that can complete a purchase. One row per approval in node:sqlite:
 *
 *   waiting ──> approved ──> paying ──> ordered | soldOut | changed | expired | unpaid | unknown
 *      └──────> declined | expired | superseded                                          │
 *                                            unknown ──(recover: what became of the key?)┘
 *
 * `approved` commits the idempotency key and the hash of the call before the merchant hears anything, so a crash at any
 * point leaves a key that can be asked about. An unknown outcome is settled by that question. Only when the merchant says
 * that the key never arrived, and the terms still stand, is the same call made again, with the same key.
 */
import { DatabaseSync } from "node:sqlite";
import { asError, type Clock, DeviceError, InputError, invariant, type Logger, newId, silentLogger } from "@wanwen/core";
import type { Checkout, CompleteResult, Locale, Order, Services } from "@wanwen/services";
import { requestHash, termsHash } from "./terms.ts";
import type { Approval, ApprovalFact, ApprovalState, ApprovalVault } from "./types.ts";

export interface VaultOptions {
  /** A file, or ":memory:". */
  readonly databasePath: string;
  /** All that the vault may ask of merchants. */
  readonly services: Pick<Services, "complete" | "completionByKey">;
  readonly clock: Clock;
  readonly logger?: Logger;
}

const SCHEMA = `
  create table if not exists approvals (
    id text primary key, task_id text not null, call_id text not null, locale text not null,
    checkout text not null, facts text not null, terms_hash text not null, state text not null,
    asked_at text not null, expires_at text not null,
    idempotency_key text unique, request_hash text, order_json text, superseded_by text
  ) strict;
  create index if not exists approvals_by_task on approvals (task_id);
  create index if not exists approvals_by_state on approvals (state);
`;

type Row = {
  id: string; task_id: string; call_id: string; locale: Locale; checkout: string; facts: string; terms_hash: string; state: ApprovalState;
  asked_at: string; expires_at: string; idempotency_key: string | null; request_hash: string | null; order_json: string | null; superseded_by: string | null;
};

/** At start, recovery looks at this many unsettled approvals at most; the rest wait for the next round. */
const RECOVER_MAX = 100;
const UNSETTLED: ReadonlySet<ApprovalState> = new Set(["approved", "paying", "unknown"]);

export function openVault(options: VaultOptions): ApprovalVault & { close(): void } {
  return new SqliteVault(options);
}

class SqliteVault implements ApprovalVault {
  readonly #db: DatabaseSync;
  readonly #services: VaultOptions["services"];
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #listeners = new Set<(approval: Approval) => void>();
  /** Approvals whose call runs in this process: recovery must leave them alone. */
  readonly #running = new Set<string>();

  constructor(options: VaultOptions) {
    this.#services = options.services;
    this.#clock = options.clock;
    this.#log = options.logger ?? silentLogger;
    this.#db = new DatabaseSync(options.databasePath);
    // FULL: a commit is on the disk before the merchant hears of it, also when the power fails.
    this.#db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;");
    this.#db.exec(SCHEMA);
  }

  close(): void {
    this.#db.close();
  }

  ask(request: Parameters<ApprovalVault["ask"]>[0]): Approval {
    const id = newId("apr");
    this.#transaction(() => {
      if (request.replaces !== undefined) this.#withdraw(request.replaces, id);
      this.#insert(id, request);
    });
    if (request.replaces !== undefined) this.#announce(request.replaces);
    return this.#announce(id);
  }

  get(id: string): Approval | undefined {
    const row = this.#row(id);
    return row && approvalOf(row);
  }

  waitingOf(taskId: string): Approval | undefined {
    return this.ofTask(taskId).findLast((approval) => approval.state === "waiting");
  }

  ofTask(taskId: string): readonly Approval[] {
    const rows = this.#db.prepare("select * from approvals where task_id = ? order by rowid").all(taskId) as unknown as Row[];
    return rows.map(approvalOf);
  }

  async answer(id: string, answer: Parameters<ApprovalVault["answer"]>[1]): Promise<Approval> {
    const row = this.#row(id);
    if (!row) throw new InputError(`approval ${id} does not exist`, { param: "id" });
    if (row.state !== "waiting") throw new InputError(`approval ${id} was answered already: it is ${row.state}`, { param: "decision" });
    if (this.#isOver(row)) {
      this.#move(id, "waiting", "expired");
      return this.#announce(id);
    }
    if (answer.decision === "decline") {
      this.#move(id, "waiting", "declined");
      return this.#announce(id);
    }
    const checkout = JSON.parse(row.checkout) as Checkout;
    invariant(termsHash(checkout) === row.terms_hash, "a stored checkout still has the hash that was asked about");
    if (answer.termsHash !== row.terms_hash) {
      throw new InputError(`approval ${id}: the terms on the screen are not the terms of this purchase`, { param: "termsHash" });
    }
    this.#moveApproved(id, newId("key"), requestHash(checkout));
    this.#announce(id);
    return this.#pay(id);
  }

  supersede(id: string, by: string | undefined): Approval {
    this.#transaction(() => this.#withdraw(id, by));
    return this.#announce(id);
  }

  async recover(): Promise<readonly Approval[]> {
    const settled: Approval[] = [];
    for (const row of this.#inState("waiting")) {
      if (!this.#isOver(row)) continue;
      this.#move(row.id, "waiting", "expired");
      settled.push(this.#announce(row.id));
    }
    for (const { id } of [...this.#inState("approved"), ...this.#inState("paying"), ...this.#inState("unknown")]) {
      const row = this.#row(id); // again: another round may have settled it while this one waited
      if (!row || !UNSETTLED.has(row.state) || this.#running.has(id)) continue;
      settled.push(await this.#settle(row));
    }
    return settled;
  }

  onChange(listener: (approval: Approval) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Makes the call that takes the money. The key is on the disk already. */
  async #pay(id: string): Promise<Approval> {
    const row = this.#row(id);
    invariant(row?.idempotency_key && row.request_hash, "a payment has its key and request hash stored before the call");
    const checkout = JSON.parse(row.checkout) as Checkout;
    invariant(requestHash(checkout) === row.request_hash, "a key is used for the call it was made for");
    this.#running.add(id);
    try {
      this.#set(id, "paying");
      this.#announce(id);
      const result = await this.#services.complete({ checkoutId: checkout.id, terms: checkout.terms, idempotencyKey: row.idempotency_key });
      return this.#finish(row, result);
    } catch (thrown) {
      if (thrown instanceof InputError) return await this.#refused(row, thrown);
      // Whatever went wrong, the money may have moved: only the merchant knows. `recover` asks.
      this.#log.warn("approvals.unknown", { id, error: asError(thrown).message });
      this.#set(id, "unknown");
      return this.#announce(id);
    } finally {
      this.#running.delete(id);
    }
  }

  /** The merchant understood the call and will not do it: its terms no longer stand. Unless the key says otherwise. */
  async #refused(row: Row, refusal: InputError): Promise<Approval> {
    this.#log.warn("approvals.refused", { id: row.id, error: refusal.message });
    const result = await this.#services.completionByKey(row.idempotency_key!).catch(() => "no answer" as const);
    if (result && result !== "no answer") return this.#finish(row, result);
    this.#set(row.id, result === undefined ? "expired" : "unknown");
    return this.#announce(row.id);
  }

  async #settle(row: Row): Promise<Approval> {
    invariant(row.idempotency_key, "an approved purchase has a key");
    this.#running.add(row.id);
    try {
      const result = await this.#services.completionByKey(row.idempotency_key);
      if (result) return this.#finish(row, result);
    } catch (thrown) {
      if (!(thrown instanceof DeviceError)) this.#log.error("approvals.recover", { id: row.id, error: asError(thrown).message });
      if (row.state !== "unknown") this.#set(row.id, "unknown");
      return this.#announce(row.id);
    } finally {
      this.#running.delete(row.id);
    }
    // The merchant never saw the key, so nothing was bought.
    if (!this.#isOver(row)) return this.#pay(row.id);
    this.#set(row.id, "expired");
    return this.#announce(row.id);
  }

  #finish(row: Row, result: CompleteResult): Approval {
    switch (result.outcome) {
      case "ordered":
        if (result.order.total.minor !== (JSON.parse(row.checkout) as Checkout).total.minor)
          this.#log.error("approvals.total", { id: row.id, order: result.order.id, took: result.order.total.minor, approved: (JSON.parse(row.checkout) as Checkout).total.minor });
        this.#db.prepare("update approvals set state = 'ordered', order_json = ? where id = ?").run(JSON.stringify(result.order), row.id);
        return this.#announce(row.id);
      case "sold_out":
        this.#set(row.id, "soldOut");
        return this.#announce(row.id);
      case "expired":
        this.#set(row.id, "expired");
        return this.#announce(row.id);
      case "insufficient_funds":
        this.#set(row.id, "unpaid");
        return this.#announce(row.id);
      case "price_changed":
        return this.#askAgain(row, result.checkout);
      default:
        return result satisfies never;
    }
  }

  /** New terms need a new yes: the old card and the new one change in one transaction. */
  #askAgain(row: Row, checkout: Checkout): Approval {
    const next = newId("apr");
    this.#transaction(() => {
      this.#db.prepare("update approvals set state = 'changed', superseded_by = ? where id = ?").run(next, row.id);
      const facts = refreshed(JSON.parse(row.facts) as ApprovalFact[], checkout);
      this.#insert(next, { taskId: row.task_id, callId: row.call_id, checkout, facts, locale: row.locale });
    });
    const changed = this.#announce(row.id);
    this.#announce(next);
    return changed;
  }

  #insert(id: string, request: { taskId: string; callId: string; checkout: Checkout; facts: readonly ApprovalFact[]; locale: Locale }): void {
    const { checkout } = request;
    if (!Number.isSafeInteger(checkout.total.minor) || checkout.total.minor < 0) {
      throw new InputError(`checkout ${checkout.id}: the total must be a whole number of minor units, got ${checkout.total.minor}`, { param: "total" });
    }
    if (Number.isNaN(Date.parse(checkout.expiresAt))) {
      throw new InputError(`checkout ${checkout.id}: the expiry must be an ISO time, got ${checkout.expiresAt}`, { param: "expiresAt" });
    }
    this.#db.prepare(`insert into approvals (id, task_id, call_id, locale, checkout, facts, terms_hash, state, asked_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`).run(id, request.taskId, request.callId, request.locale, JSON.stringify(checkout),
      JSON.stringify(request.facts), termsHash(checkout), this.#clock.now().toISOString(), checkout.expiresAt);
  }

  #withdraw(id: string, by: string | undefined): void {
    const done = this.#db.prepare("update approvals set state = 'superseded', superseded_by = ? where id = ? and state = 'waiting'").run(by ?? null, id);
    if (done.changes !== 1) throw new InputError(`approval ${id} is not waiting for an answer`, { param: "id" });
  }

  /** Leaves `from` only once, also when two tabs answer at the same moment. */
  #move(id: string, from: ApprovalState, to: ApprovalState): void {
    const done = this.#db.prepare("update approvals set state = ? where id = ? and state = ?").run(to, id, from);
    if (done.changes !== 1) throw new InputError(`approval ${id} was answered already`, { param: "decision" });
  }

  #moveApproved(id: string, key: string, hash: string): void {
    const done = this.#db.prepare("update approvals set state = 'approved', idempotency_key = ?, request_hash = ? where id = ? and state = 'waiting'").run(key, hash, id);
    if (done.changes !== 1) throw new InputError(`approval ${id} was answered already`, { param: "decision" });
  }

  #set(id: string, state: ApprovalState): void {
    this.#db.prepare("update approvals set state = ? where id = ?").run(state, id);
  }

  #row(id: string): Row | undefined {
    return this.#db.prepare("select * from approvals where id = ?").get(id) as unknown as Row | undefined;
  }

  #inState(state: ApprovalState): Row[] {
    return this.#db.prepare("select * from approvals where state = ? order by rowid limit ?").all(state, RECOVER_MAX) as unknown as Row[];
  }

  #isOver(row: Row): boolean {
    return this.#clock.now().getTime() >= Date.parse(row.expires_at);
  }

  #transaction(work: () => void): void {
    this.#db.exec("begin immediate");
    try {
      work();
      this.#db.exec("commit");
    } catch (thrown) {
      this.#db.exec("rollback");
      throw thrown;
    }
  }

  /** A listener that fails must not stop a payment that is under way: its failure is logged. */
  #announce(id: string): Approval {
    const approval = this.get(id);
    invariant(approval, "an approval that changed exists");
    this.#log.info("approvals.state", { id, state: approval.state });
    for (const listener of this.#listeners) {
      try {
        listener(approval);
      } catch (thrown) {
        this.#log.error("approvals.listener", { id, error: asError(thrown).message });
      }
    }
    return approval;
  }
}

function approvalOf(row: Row): Approval {
  const checkout = JSON.parse(row.checkout) as Checkout;
  return {
    id: row.id, taskId: row.task_id, callId: row.call_id, checkout, facts: JSON.parse(row.facts) as ApprovalFact[], total: checkout.total,
    termsHash: row.terms_hash, state: row.state, askedAt: row.asked_at, expiresAt: row.expires_at,
    ...(row.order_json ? { order: JSON.parse(row.order_json) as Order } : {}),
    ...(row.superseded_by ? { supersededBy: row.superseded_by } : {}),
  };
}

/** The merchant's new word replaces what the old card said; who said it first stays. */
function refreshed(facts: readonly ApprovalFact[], checkout: Checkout): ApprovalFact[] {
  const now: Partial<Record<ApprovalFact["name"], string>> = {
    item: checkout.name, quantity: String(checkout.quantity), merchant: checkout.merchant, when: checkout.when, payWith: checkout.payWith,
    deliverTo: checkout.deliverTo, note: checkout.note,
  };
  return facts.map((fact) => {
    const value = now[fact.name] ?? fact.value;
    return value === fact.value ? fact : { ...fact, value, source: "merchant" };
  });
}
