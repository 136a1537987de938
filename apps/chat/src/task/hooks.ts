import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useWords } from "../words/words.ts";
import { ApiError } from "./http.ts";
import { type TaskState, TaskStore } from "./task-store.ts";

/** The task whose page this is. Parts reach it for what they do, not for what they draw. */
export const TaskContext = createContext<TaskStore | undefined>(undefined);

export function useTask(): TaskStore | undefined {
  return useContext(TaskContext);
}

export function useTaskStore(taskId: string): { store: TaskStore; state: TaskState } {
  const store = useMemo(() => new TaskStore(taskId), [taskId]);
  useEffect(() => store.open(), [store]);
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  return { store, state };
}

/** Something that a button does at the server: whether it is under way, and in words what went wrong. */
export interface Action {
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** True when it worked. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

export function useAction(): Action {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const running = useRef(false);
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setProblem(error instanceof ApiError ? t("failed.action", { why: error.message }) : t("failed.noAnswer"));
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [t],
  );
  return { busy, problem, run };
}

/** The time, as often as it matters. */
export function useNow(everyMs: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
