import type { DatabaseSync } from "node:sqlite";

let savepoints = 0;

/**
 * Runs `work` so that all of it happens or nothing. Outermost it is a write transaction of its own; inside another one it
 * is a savepoint, so that callers can put their own rows and the ledger's entries under one commit.
 */
export function atomically<Result>(database: DatabaseSync, work: () => Result): Result {
  const nested = database.isTransaction;
  const name = `atomically_${(savepoints += 1)}`;
  database.exec(nested ? `SAVEPOINT ${name}` : "BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec(nested ? `RELEASE ${name}` : "COMMIT");
    return result;
  } catch (error) {
    // SQLite may have rolled back by itself (disk full): then there is nothing left to undo.
    if (database.isTransaction) database.exec(nested ? `ROLLBACK TO ${name}; RELEASE ${name}` : "ROLLBACK");
    throw error;
  }
}
