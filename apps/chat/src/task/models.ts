import type { LibraryStatus } from "@wanwen/server";
import { useSyncExternalStore } from "react";
import { api } from "./http.ts";
import { news } from "./news.ts";

/** Models of this computer: asked for once the person wants to see them, and on while something is loading or arriving. */
export interface Models {
  readonly status?: LibraryStatus;
  /** The last question got no answer. */
  readonly unreachable: boolean;
}

const everyMsWhileMoving = 700;
const everyMsWhileOpen = 5_000;

let current: Models = { unreachable: false };
let timer: ReturnType<typeof setTimeout> | undefined;
let asking: Promise<void> | undefined;
let open = false;
const listeners = new Set<() => void>();

function isMoving({ status }: Models): boolean {
  return status?.change?.state === "loading" || status?.download?.state === "running";
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  const before = current;
  try {
    const status = await api.models();
    current = { status, unreachable: false };
    // Another one answers: the line that names it should say so at once.
    if (status.current !== before.status?.current && before.status !== undefined) news.refresh();
  } catch {
    current = { ...current, unreachable: true };
  }
  if (JSON.stringify(current) !== JSON.stringify(before)) for (const listener of listeners) listener();
  if (open || isMoving(current)) timer = setTimeout(() => void models.refresh(), isMoving(current) ? everyMsWhileMoving : everyMsWhileOpen);
}

export const models = {
  /** Ask now: something has changed that we know of. */
  refresh(): Promise<void> {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  },
  setOpen(isOpen: boolean): void {
    open = isOpen;
    if (isOpen) void models.refresh();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useModels(): Models {
  return useSyncExternalStore(models.subscribe, () => current);
}
