import type { AppStatus, TaskSummary } from "@wanwen/agent";
import { useSyncExternalStore } from "react";
import { api } from "./http.ts";

/** What is not part of any one task: the list of tasks and the state of the model. Asked for, because it is not pushed. */
export interface News {
  readonly status?: AppStatus;
  readonly tasks?: readonly TaskSummary[];
  /** The last question got no answer. */
  readonly unreachable: boolean;
}

const everyMsWhileLoading = 1_000;
const everyMsWhileWorking = 4_000;
const everyMs = 20_000;

let current: News = { unreachable: false };
let timer: ReturnType<typeof setTimeout> | undefined;
let asking = false;
const listeners = new Set<() => void>();

function set(next: News): void {
  current = next;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  if (asking) return;
  asking = true;
  clearTimeout(timer);
  try {
    const [status, { tasks }] = await Promise.all([api.status(), api.tasks()]);
    const same = JSON.stringify([status, tasks]) === JSON.stringify([current.status, current.tasks]);
    if (!same || current.unreachable) set({ status, tasks: same && current.tasks !== undefined ? current.tasks : tasks, unreachable: false });
  } catch {
    if (!current.unreachable) set({ ...current, unreachable: true });
  } finally {
    asking = false;
    if (listeners.size > 0) timer = setTimeout(() => void ask(), pauseMs());
  }
}

function pauseMs(): number {
  if (document.hidden) return everyMs;
  if (current.unreachable) return everyMsWhileWorking;
  if (current.status?.model.state === "loading") return everyMsWhileLoading;
  return current.tasks?.some((task) => task.state === "working") ? everyMsWhileWorking : everyMs;
}

export const news = {
  get: (): News => current,
  /** Ask now: something has changed that we know of. */
  refresh: (): void => void ask(),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    if (listeners.size === 1) {
      void ask();
      addEventListener("online", news.refresh);
      document.addEventListener("visibilitychange", onVisible);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearTimeout(timer);
      removeEventListener("online", news.refresh);
      document.removeEventListener("visibilitychange", onVisible);
    };
  },
};

function onVisible(): void {
  if (!document.hidden) void ask();
}

export function useNews(): News {
  return useSyncExternalStore(news.subscribe, news.get);
}
