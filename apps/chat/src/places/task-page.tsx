import { ArrowDown, LoaderCircle, Plug, WifiOff } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Announcer } from "../parts/announcer.tsx";
import { Composer } from "../parts/composer.tsx";
import { ModelLine } from "../parts/model-line.tsx";
import { Side } from "../parts/side.tsx";
import { Said, Turn } from "../parts/turn.tsx";
import { LiveWords } from "../parts/written.tsx";
import { useFollow } from "../task/follow.ts";
import { TaskContext, useNow, useTaskStore } from "../task/hooks.ts";
import { api } from "../task/http.ts";
import { news } from "../task/news.ts";
import type { TaskState, TaskStore } from "../task/task-store.ts";
import { isWorking, openApproval } from "../task/view.ts";
import { goTo } from "../router.ts";
import { useWords } from "../words/words.ts";

/** How many turns are drawn at first, and how many more at a time. Ten thousand would take seconds. */
const turnsShown = 30;
const caughtUpMs = 300;

/** A task: the conversation, its field, and on wide screens what it has come to. */
export function TaskPage({ taskId, header }: { readonly taskId: string; readonly header: (title: string) => ReactNode }) {
  const { t } = useWords();
  const { store, state } = useTaskStore(taskId);
  const { view } = state;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  // A retry is not in the log before it has come to something: its status tells.
  const working = isWorking(view) || state.liveMessageId !== undefined || (state.status !== undefined && openApproval(view) === undefined) || state.pending.some((each) => each.state === "sending");
  const { below, toEnd, onNews } = useFollow(box, content, view);
  useEffect(() => store.onText(onNews), [store, onNews]);
  const [shown, setShown] = useState(turnsShown);
  const first = Math.max(0, view.turns.length - shown);

  useEffect(() => {
    if (view.title !== "") document.title = view.title;
    return () => {
      document.title = t("app.name");
    };
  }, [view.title, t]);

  // The list of tasks shows states: ask for it when this one's changes.
  const stateKey = `${view.title} ${working} ${view.turns.length}`;
  useEffect(() => news.refresh(), [stateKey]);

  // More turns above must not move what is being read.
  const heightBefore = useRef<number>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || heightBefore.current === undefined) return;
    element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = undefined;
  }, [shown]);

  const say = useCallback(
    (text: string) => {
      store.say(text);
      requestAnimationFrame(toEnd);
      return true;
    },
    [store, toEnd],
  );
  const stop = useCallback(() => void api.stop(taskId).catch(() => undefined), [taskId]);

  useEffect(() => {
    if (!working) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && document.querySelector("dialog[open]") === null) stop();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [working, stop]);

  // The log has been read when nothing more of it comes for a moment. What is in it is not news.
  const [caughtUp, setCaughtUp] = useState(false);
  useEffect(() => {
    if (caughtUp || state.connection !== "live") return;
    const timer = setTimeout(() => setCaughtUp(true), caughtUpMs);
    return () => clearTimeout(timer);
  }, [caughtUp, view, state.connection]);

  if (state.connection === "missing") {
    return (
      <>
        {header("")}
        <main id="main" className="mx-auto flex w-full max-w-[720px] flex-1 flex-col items-start justify-center gap-4 px-4">
          <p>{t("net.missing")}</p>
          <button type="button" className="button" onClick={() => goTo({ place: "ask" })}>
            {t("ask.new")}
          </button>
        </main>
      </>
    );
  }

  return (
    <TaskContext value={store}>
      <div className="flex min-h-0 min-w-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {header(view.title)}
          <main id="main" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col">
            <div ref={box} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain" tabIndex={0} role="region" aria-label={view.title || t("side.title")}>
              <div ref={content} className="mx-auto flex w-full max-w-[720px] flex-col gap-8 px-4 py-6">
                {first > 0 && (
                  <button
                    type="button"
                    className="button button-quiet self-center text-small"
                    onClick={() => {
                      heightBefore.current = box.current?.scrollHeight;
                      setShown(shown + turnsShown);
                    }}
                  >
                    {t("news.earlier")}
                  </button>
                )}
                {view.turns.slice(first).map((turn, index, all) => (
                  <Turn key={turn.key} turn={turn} isLast={index === all.length - 1} />
                ))}
                <Now store={store} state={state} working={working} />
              </div>
            </div>
            {below && (
              <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
                <button type="button" data-testid="new-below" className="chip rise pointer-events-auto shadow-float" onClick={toEnd}>
                  <ArrowDown className="size-4" aria-hidden="true" />
                  {t("news.below")}
                </button>
              </div>
            )}
          </main>
          <div className="mx-auto w-full max-w-[720px] px-4 pb-2">
            <ConnectionLine state={state} />
            <Composer draftKey={taskId} first={false} working={working} takesFocus={!matchMedia("(pointer: coarse)").matches} onSend={say} onStop={stop} />
            <div className="pt-2">
              <ModelLine />
            </div>
          </div>
        </div>
        <Side view={view} />
      </div>
      <Announcer view={view} ready={caughtUp} />
    </TaskContext>
  );
}

/** What is happening right now, under the last turn: words on their way out, waiting, words coming in. */
function Now({ store, state, working }: { readonly store: TaskStore; readonly state: TaskState; readonly working: boolean }) {
  const { t } = useWords();
  const waitsForStep = state.view.turns.at(-1)?.items.at(-1);
  const stepRuns = waitsForStep?.kind === "step" && waitsForStep.step.result === undefined && waitsForStep.step.replacedBy === undefined;
  if (state.pending.length === 0 && state.liveMessageId === undefined && !working) return null;
  return (
    <div className="-mt-5 flex flex-col gap-3 empty:hidden">
      {state.pending.map((pending) => (
        <Said key={pending.clientId} text={pending.text}>
          <div className="flex flex-wrap items-center justify-end gap-2 text-small text-muted" role="status">
            {t(pending.state === "sending" ? "net.sending" : pending.state === "waiting" ? "net.waiting" : "net.refused")} {pending.why}
            {pending.state === "refused" && (
              <>
                <button type="button" className="chip" onClick={() => store.sendAgain(pending.clientId)}>
                  {t("net.again")}
                </button>
                <button type="button" className="chip" onClick={() => store.forget(pending.clientId)}>
                  {t("net.drop")}
                </button>
              </>
            )}
          </div>
        </Said>
      ))}
      {state.liveMessageId !== undefined ? (
        <LiveWords key={state.liveMessageId} messageId={state.liveMessageId} />
      ) : (
        working && !stepRuns && state.connection !== "lost" && <StatusLine state={state} />
      )}
    </div>
  );
}

function StatusLine({ state }: { readonly state: TaskState }) {
  const { t, seconds } = useWords();
  const { status } = state;
  const loading = status?.status === "loadingModel";
  const since = useRef<number>(undefined);
  const now = useNow(loading ? 1_000 : undefined);
  if (!loading) since.current = undefined;
  else since.current ??= Date.now() - (status.seconds ?? 0) * 1000;
  const text = (() => {
    switch (status?.status) {
      case "loadingModel":
        return t("status.loading", { n: Math.max(0, Math.round((now - (since.current ?? now)) / 1000)) });
      case "queued":
        if ((status.ahead ?? 0) === 0) return t("status.working");
        return status.seconds === undefined
          ? t("status.queuedBare", { n: status.ahead ?? 0 })
          : t("status.queued", { n: status.ahead ?? 0, time: seconds(Math.round(status.seconds)) });
      case "reading":
        return t("status.reading");
      case "writing":
        return t("status.writing");
      default:
        return t("status.working");
    }
  })();
  return (
    <p className="figures flex items-center gap-2 text-small text-muted" data-testid="status">
      <LoaderCircle className="icon animate-spin" aria-hidden="true" />
      {text}
    </p>
  );
}

/** How long "Connected again" stays. */
const backMs = 2_500;

function ConnectionLine({ state }: { readonly state: TaskState }) {
  const { t } = useWords();
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (state.connection !== "live" || !state.reconnected) return;
    setBack(true);
    const timer = setTimeout(() => setBack(false), backMs);
    return () => clearTimeout(timer);
  }, [state.connection, state.reconnected]);
  const lost = state.connection === "lost";
  return (
    <div role="status" data-testid="connection" data-state={state.connection}>
      {lost ? (
        <p className="flex items-center gap-2 pb-2 text-small text-warn">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          {t("net.lost")}
        </p>
      ) : back ? (
        <p className="flex items-center gap-2 pb-2 text-small text-good">
          <Plug className="size-4 shrink-0" aria-hidden="true" />
          {t("net.back")}
        </p>
      ) : null}
    </div>
  );
}
