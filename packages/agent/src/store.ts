/**
 * Tasks as append-only event logs in node:sqlite, the person's profile, and the client ids that make a repeated request
 * harmless. Nothing in here changes or deletes an event.
 */
import { DatabaseSync } from "node:sqlite";
import { type Clock, InputError, invariant } from "@wanwen/core";
import type { Locale } from "@wanwen/services";
import type { Profile, TaskEvent, TaskEventBody } from "./events.ts";

const SCHEMA = `
  create table if not exists tasks (id text primary key, locale text not null, title text not null, created_at text not null) strict;
  create table if not exists events (
    task_id text not null references tasks (id), seq integer not null, at text not null, body text not null, primary key (task_id, seq)
  ) strict, without rowid;
  create index if not exists events_by_order on events (json_extract(body, '$.approval.order.id')) where json_extract(body, '$.approval.order.id') is not null;
  create table if not exists clients (client_id text primary key, task_id text not null) strict, without rowid;
  create table if not exists profile (only_one integer primary key check (only_one = 1), body text not null) strict;
  create table if not exists first_language (only_one integer primary key check (only_one = 1), locale text not null) strict;
`;

export interface StoredTask {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly createdAt: string;
}

const END_OF_TURN: ReadonlySet<string> = new Set(["turnEnded", "stopped", "failed"] satisfies TaskEventBody["type"][]);
const NOT_OF_A_TURN: ReadonlySet<string> = new Set(["approval", "orderChanged"] satisfies TaskEventBody["type"][]);

/** The list of tasks shows this many, newest first. */
const TASKS_LISTED_MAX = 500;

export class TaskStore {
  readonly #db: DatabaseSync;
  readonly #clock: Clock;
  /** Tasks whose turn is open. Kept beside the log, because lists of tasks are asked for every few seconds. */
  readonly #open: Set<string>;

  constructor(databasePath: string, clock: Clock) {
    this.#clock = clock;
    this.#db = new DatabaseSync(databasePath);
    this.#db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;");
    this.#db.exec(SCHEMA);
    this.#open = new Set(this.#readOpen());
  }

  close(): void {
    this.#db.close();
  }

  /** The task that this client id made before, if it did. */
  taskOfClient(clientId: string): string | undefined {
    return (this.#db.prepare("select task_id from clients where client_id = ?").get(clientId) as { task_id: string } | undefined)?.task_id;
  }

  create(task: { id: string; locale: Locale; title: string; clientId: string }, first: readonly TaskEventBody[]): readonly TaskEvent[] {
    const events = this.#transaction(() => {
      const at = this.#clock.now().toISOString();
      this.#db.prepare("insert into tasks (id, locale, title, created_at) values (?, ?, ?, ?)").run(task.id, task.locale, task.title, at);
      this.#db.prepare("insert into clients (client_id, task_id) values (?, ?)").run(task.clientId, task.id);
      return this.#insert(task.id, first);
    });
    this.#noteOpen(task.id, first);
    return events;
  }

  /** All of them or none. With a client id that was seen before: none, because they are there already. */
  append(taskId: string, bodies: readonly TaskEventBody[], clientId?: string): readonly TaskEvent[] {
    const events = this.#transaction(() => {
      if (clientId !== undefined) {
        if (this.taskOfClient(clientId) !== undefined) return [];
        this.#db.prepare("insert into clients (client_id, task_id) values (?, ?)").run(clientId, taskId);
      }
      return this.#insert(taskId, bodies);
    });
    if (events.length > 0) this.#noteOpen(taskId, bodies);
    return events;
  }

  events(taskId: string, after = 0): readonly TaskEvent[] {
    const rows = this.#db.prepare("select seq, at, body from events where task_id = ? and seq > ? order by seq").all(taskId, after) as unknown as
      { seq: number; at: string; body: string }[];
    return rows.map((row) => ({ seq: row.seq, at: row.at, ...(JSON.parse(row.body) as TaskEventBody) }));
  }

  task(id: string): StoredTask | undefined {
    const row = this.#db.prepare("select id, locale, title, created_at as createdAt from tasks where id = ?").get(id);
    return row && ({ ...row } as unknown as StoredTask);
  }

  tasks(): readonly StoredTask[] {
    const rows = this.#db.prepare("select id, locale, title, created_at as createdAt from tasks order by rowid desc limit ?").all(TASKS_LISTED_MAX);
    return rows.map((row) => ({ ...row }) as unknown as StoredTask);
  }

  /** Tasks whose turn has not ended: after a restart they go on. */
  unfinished(): readonly string[] {
    return [...this.#open];
  }

  #noteOpen(taskId: string, bodies: readonly TaskEventBody[]): void {
    const last = bodies.findLast(({ type }) => !NOT_OF_A_TURN.has(type));
    if (last && END_OF_TURN.has(last.type)) this.#open.delete(taskId);
    else if (last) this.#open.add(taskId);
  }

  /** Cards and orders change whether or not a turn is open: what happened last beside them decides. */
  #readOpen(): readonly string[] {
    const newestFirst = this.#db.prepare("select json_extract(body, '$.type') as type from events where task_id = ? order by seq desc");
    const ids = this.#db.prepare("select id from tasks order by rowid").all() as unknown as { id: string }[];
    return ids.map(({ id }) => id).filter((id) => {
      for (const { type } of newestFirst.iterate(id) as Iterable<{ type: string }>) if (!NOT_OF_A_TURN.has(type)) return !END_OF_TURN.has(type);
      return false;
    });
  }

  /** The task in which an order was placed. */
  taskOfOrder(orderId: string): string | undefined {
    const row = this.#db.prepare(`select task_id as id from events where json_extract(body, '$.approval.order.id') = ? limit 1`).get(orderId) as { id: string } | undefined;
    return row?.id;
  }

  profile(): Profile | undefined {
    const row = this.#db.prepare("select body from profile where only_one = 1").get() as { body: string } | undefined;
    return row && (JSON.parse(row.body) as Profile);
  }

  /** The language in which Wanwen was first used: that of a profile which nobody has written yet. The first word counts. */
  firstLanguage(): Locale | undefined {
    return (this.#db.prepare("select locale from first_language where only_one = 1").get() as { locale: Locale } | undefined)?.locale;
  }

  setFirstLanguage(locale: Locale): void {
    this.#db.prepare("insert into first_language (only_one, locale) values (1, ?) on conflict do update set locale = excluded.locale").run(locale);
  }

  setProfile(profile: Profile): void {
    this.#db.prepare("insert into profile (only_one, body) values (1, ?) on conflict do update set body = excluded.body").run(JSON.stringify(profile));
  }

  #insert(taskId: string, bodies: readonly TaskEventBody[]): readonly TaskEvent[] {
    const at = this.#clock.now().toISOString();
    if (!this.task(taskId)) throw new InputError(`task ${taskId} does not exist`, { param: "id" });
    let { seq } = this.#db.prepare("select coalesce(max(seq), 0) as seq from events where task_id = ?").get(taskId) as { seq: number };
    const insert = this.#db.prepare("insert into events (task_id, seq, at, body) values (?, ?, ?, ?)");
    return bodies.map((body) => {
      insert.run(taskId, ++seq, at, JSON.stringify(body));
      return { seq, at, ...body };
    });
  }

  #transaction<T>(work: () => T): T {
    invariant(!this.#inTransaction, "transactions of the task store do not nest");
    this.#inTransaction = true;
    this.#db.exec("begin immediate");
    try {
      const result = work();
      this.#db.exec("commit");
      return result;
    } catch (thrown) {
      this.#db.exec("rollback");
      throw thrown;
    } finally {
      this.#inTransaction = false;
    }
  }
  #inTransaction = false;
}
