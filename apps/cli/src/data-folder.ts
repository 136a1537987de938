import { asError, InputError } from "@wanwen/core";
import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const SQLITE_BUSY = 5; // sqlite.org/rescode.html

/** A process that was just told to end may still be there. */
const LOCK_WAIT_MS = 2_000;

/**
 * The folder where tasks, orders and the wallet are kept, made when it is missing and held by this process alone: two
 * servers would both carry on with the same unfinished tasks. The system lets go of it when the process ends, however.
 * @throws InputError when it cannot be used, or another process holds it
 */
export function openDataFolder(asked: string | undefined): { readonly path: string; close(): void } {
  const path = asked ?? join(homedir(), ".local", "share", "wanwen");
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK);
    lock = new DatabaseSync(join(path, "lock.db"), { timeout: LOCK_WAIT_MS });
    lock.exec("BEGIN EXCLUSIVE"); // never committed: the open transaction is the lock
    const held = lock;
    return { path, close: () => held.close() };
  } catch (cause) {
    lock?.close();
    const busy = (cause as { errcode?: number }).errcode === SQLITE_BUSY;
    const why = busy ? "is in use by another wanwen; end that one, or choose another folder" : `cannot be used: ${asError(cause).message}`;
    throw new InputError(`--data: ${path} ${why}`, { param: "data", cause });
  }
}
