import type { LibraryStatus } from "@wanwen/server";
import { Check, Download, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useAction } from "../task/hooks.ts";
import { api, ApiError } from "../task/http.ts";
import { models, useModels } from "../task/models.ts";
import { useNews } from "../task/news.ts";
import { type Words, useWords } from "../words/words.ts";

type Card = LibraryStatus["here"][number];
type Suggestion = LibraryStatus["suggested"][number];
type DownloadStatus = NonNullable<LibraryStatus["download"]>;

/** 50 Mbit/s: a guess, until a download has shown what the line can do. */
const ORDINARY_BYTES_PER_SECOND = 6.25e6;
/** In a second: a number above this tells people nothing. */
const TOKENS_NOBODY_READS = 60;

/** What answers, what is on this computer, what would suit it; one press downloads, one press changes. */
export default function ModelPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const { status, unreachable } = useModels();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
    models.setOpen(true);
    return () => models.setOpen(false);
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      data-testid="models"
      className="card m-auto max-h-[min(760px,calc(100dvh-32px))] w-[min(560px,calc(100vw-32px))] flex-col overflow-hidden p-0 text-body shadow-float open:flex max-rail:mx-0 max-rail:mb-0 max-rail:w-full max-rail:max-w-none max-rail:rounded-b-none"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <header className="flex items-center justify-between gap-3 border-b border-line ps-5 pe-2">
        <h2 id={title} className="py-3 text-h2 font-semibold">
          {t("models.title")}
        </h2>
        <button type="button" className="button button-quiet size-target !px-0" aria-label={t("models.close")} onClick={() => dialog.current?.close()}>
          <X className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
      </header>
      <div className="flex min-h-0 flex-col gap-6 overflow-y-auto px-5 pt-4 pb-[max(20px,env(safe-area-inset-bottom))]">
        {status === undefined ? (
          <p role="status" className="text-muted">
            {unreachable ? t("net.offline") : t("models.looking")}
          </p>
        ) : (
          <Content status={status} words={words} />
        )}
      </div>
    </dialog>
  );
}

function Content({ status, words }: { readonly status: LibraryStatus; readonly words: Words }) {
  const { t, bytes } = words;
  const { current, change, here, suggested, download } = status;
  const action = useChange(words);
  const offered = suggested.filter(({ id }) => id !== download?.id);
  const [best, ...others] = offered;
  return (
    <>
      <div className="flex flex-col gap-2">
        <p data-testid="models-now">{nowSentence(status, words, useNews().status)}</p>
        {change?.state === "failed" && (
          <Problem>
            {here.some(({ name }) => name === change.name) ? t("models.notLoaded", { name: change.name, why: change.problem ?? "" }) : t("models.gone", { name: change.name })}{" "}
            {current !== undefined && t("models.still", { name: current })}
          </Problem>
        )}
        {action.problem !== undefined && <Problem>{action.problem}</Problem>}
      </div>
      <Announcer status={status} words={words} />
      {action.asks !== undefined && current !== undefined && (
        <div role="alertdialog" aria-label={t("models.title")} data-testid="models-consent" className="flex flex-col gap-3 rounded-control border border-line bg-tint p-4">
          <p>{t("models.both", { next: action.asks, now: current })}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button" onClick={() => void action.use(action.asks!, true)}>
              {t("models.unload")}
            </button>
            <button type="button" autoFocus className="button button-quiet" onClick={action.forget}>
              {t("models.keep", { name: current })}
            </button>
          </div>
        </div>
      )}
      {download !== undefined && <Downloading download={download} words={words} canUse={current !== undefined} onUse={(name) => void action.use(name, false)} />}
      <Section title={t("models.here")}>
        <ul className="divide-y divide-line border-y border-line">
          {here.map((card) => (
            <Here key={card.name} card={card} status={status} words={words} busy={action.busy} onUse={(name) => void action.use(name, false)} />
          ))}
        </ul>
      </Section>
      <Section title={t("models.suggested")}>
        {best === undefined ? (
          <p className="text-muted">{here.length > 1 || download !== undefined ? t("models.all") : t("models.none", { size: bytes(status.memoryBytes) })}</p>
        ) : (
          <Suggested suggestion={best} words={words} download={download} first />
        )}
        {others.length > 0 && (
          <details className="pt-2">
            <summary className="inline-flex min-h-target items-center text-small text-muted underline decoration-line underline-offset-4 hover:text-ink">{t("models.others")}</summary>
            <div className="flex flex-col gap-3 pt-1">
              {others.map((each) => (
                <Suggested key={each.id} suggestion={each} words={words} download={download} />
              ))}
            </div>
          </details>
        )}
      </Section>
      <p className="text-small text-muted">
        {t("models.folder")}{" "}
        <code className="font-mono break-all" dir="ltr">
          {status.folder}
        </code>
      </p>
    </>
  );
}

function nowSentence({ current, here }: LibraryStatus, { t }: Words, app: ReturnType<typeof useNews>["status"]): string {
  if (current === undefined) return t("models.now.remote", { name: app?.model.name ?? "", host: app?.model.where ?? "" });
  return here.find(({ name }) => name === current)?.embedded ? t("models.now.embedded", { name: current }) : t("models.now.other", { name: current });
}

/** Changing the model, and the question that may come before it. */
function useChange({ t }: Words) {
  const action = useAction();
  const [asks, setAsks] = useState<string>();
  return {
    busy: action.busy,
    problem: action.problem,
    /** The model that does not fit beside the present one. */
    asks,
    forget: () => setAsks(undefined),
    async use(name: string, unloadFirst: boolean) {
      setAsks(undefined);
      await action.run(() =>
        api.switchModel(name, unloadFirst).catch((error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
          if (error.code === "memory_both") return setAsks(name);
          throw error.code === "memory" ? new ApiError(error.status, error.code, t("models.tooLarge")) : error;
        }),
      );
      await models.refresh();
    },
  };
}

function Here({ card, status, words, busy, onUse }: { readonly card: Card; readonly status: LibraryStatus; readonly words: Words; readonly busy: boolean; readonly onUse: (name: string) => void }) {
  const { t } = words;
  const { current, change } = status;
  const { name } = card;
  const loading = change?.state === "loading" && change.name === name;
  const inUse = current === name && !loading;
  return (
    <li className="flex flex-col gap-2 py-3" data-testid="model-here" data-name={name} data-state={loading ? "loading" : inUse ? "used" : card.problem !== undefined ? "broken" : card.fits ? "ready" : "tooLarge"}>
      <div className="flex items-center justify-between gap-3 elder:flex-wrap">
        <div className="min-w-0">
          <p className="font-medium break-words">{name}</p>
          <p className="text-small text-muted">{facts(card, words)}</p>
        </div>
        {inUse ? (
          <span className="flex shrink-0 items-center gap-1 text-small text-good">
            <Check className="size-4" aria-hidden="true" />
            {t("models.inUse")}
          </span>
        ) : (
          current !== undefined &&
          !loading &&
          card.fits && (
            <button type="button" className="button shrink-0" data-testid="use-model" aria-label={t("models.useLabel", { name })} disabled={busy || change?.state === "loading"} onClick={() => onUse(name)}>
              {t("models.use")}
            </button>
          )
        )}
      </div>
      {loading && (
        <>
          <Bar label={t("models.loadingLabel", { name })} share={change.share} />
          <p className="text-small text-muted">
            {t("models.loading", { percent: Math.round(change.share * 100) })} {current === name ? t("models.waiting") : t("models.meanwhile", { name: current ?? "" })}
          </p>
        </>
      )}
    </li>
  );
}

function facts(card: Card, words: Words): string {
  const { t, list, bytes } = words;
  if (card.problem !== undefined) return t("models.broken", { why: card.problem });
  if (card.embedded) return t("models.embedded");
  return list([
    ...(card.parameters === undefined ? [] : [parameters(card.parameters, words)]),
    ...(card.memoryBytes === undefined ? [] : [t("models.memory", { size: bytes(card.memoryBytes) })]),
    ...(card.fits ? speed(card.tokensPerSecond, words) : [t("models.tooLarge")]),
  ]);
}

function parameters(count: number, { t, locale }: Words): string {
  if (locale === "zh") return count >= 1e8 ? t("models.parameters.billions", { n: Number((count / 1e8).toPrecision(2)) }) : t("models.parameters.millions", { n: Math.round(count / 1e4) });
  return count >= 1e9 ? t("models.parameters.billions", { n: Number((count / 1e9).toPrecision(2)) }) : t("models.parameters.millions", { n: Math.round(count / 1e6) });
}

function speed(tokensPerSecond: number | undefined, { t, wordsIn }: Words): string[] {
  if (tokensPerSecond === undefined) return [];
  return [tokensPerSecond > TOKENS_NOBODY_READS ? t("models.quick") : t("models.speed", { n: Number(wordsIn(tokensPerSecond).toPrecision(2)) })];
}

function Suggested({ suggestion, words, download, first = false }: { readonly suggestion: Suggestion; readonly words: Words; readonly download: DownloadStatus | undefined; readonly first?: boolean }) {
  const { t, bytes, list } = words;
  const action = useAction();
  const { id, title, repository, bytes: size, memoryBytes, tokensPerSecond } = suggestion;
  const blocked = download !== undefined && download.state !== "done";
  return (
    <div className={`flex flex-col gap-2 ${first ? "" : "border-t border-line pt-3"}`} data-testid="model-suggested" data-id={id}>
      <div className="flex items-center justify-between gap-3 elder:flex-wrap">
        <p className="min-w-0 font-medium">{title}</p>
        <button
          type="button"
          className={`button shrink-0 ${first && download === undefined ? "button-primary" : ""}`}
          data-testid="download-model"
          aria-label={t("models.downloadLabel", { name: title, size: bytes(size) })}
          disabled={action.busy || blocked}
          onClick={() => void action.run(() => api.downloadModel(id)).then(() => models.refresh())}
        >
          <Download className="icon" strokeWidth={1.75} aria-hidden="true" />
          {t("models.download")}
        </button>
      </div>
      <p>{words.maybe(`better.${id}`)}</p>
      <p className="text-small text-muted">
        {list([
          t("models.size", { size: bytes(size), time: duration(size / ORDINARY_BYTES_PER_SECOND, words) }),
          t("models.memory", { size: bytes(memoryBytes) }),
          ...speed(tokensPerSecond, words),
        ])}
        <br />
        {t("models.from", { repository })}
      </p>
      {action.problem !== undefined && <Problem>{action.problem}</Problem>}
    </div>
  );
}

function Downloading({ download, words, canUse, onUse }: { readonly download: DownloadStatus; readonly words: Words; readonly canUse: boolean; readonly onUse: (name: string) => void }) {
  const { t, bytes, list } = words;
  const action = useAction();
  const { id, title, name, state, doneBytes, totalBytes, bytesPerSecond, problem } = download;
  const run = (work: () => Promise<unknown>) => void action.run(work).then(() => models.refresh());
  const amounts = { done: bytes(doneBytes), total: bytes(totalBytes) };
  return (
    <Section title={t("models.arriving")}>
      <div className="flex flex-col gap-3" data-testid="model-download" data-state={state}>
        <p className="font-medium">{state === "done" ? t("models.done", { name: title }) : title}</p>
        {state !== "done" && <Bar label={t("models.downloadingLabel", { name: title })} share={totalBytes === 0 ? 0 : doneBytes / totalBytes} quiet={state !== "running"} />}
        {state === "running" && (
          <p className="figures text-small text-muted">
            {list([
              t("models.progress", amounts),
              ...(bytesPerSecond > 0 ? [t("models.rate", { size: bytes(bytesPerSecond) }), t("models.left", { time: duration((totalBytes - doneBytes) / bytesPerSecond, words) })] : []),
            ])}
            <br />
            {t("models.usable")}
          </p>
        )}
        {state === "paused" && <p className="figures text-small text-muted">{t("models.paused", amounts)}</p>}
        {state === "failed" && <Problem>{words.maybe(`models.failed.${problem?.reason ?? ""}`) ?? t("models.failed.other", { why: problem?.message ?? "" })}</Problem>}
        {action.problem !== undefined && <Problem>{action.problem}</Problem>}
        <div className="flex flex-wrap gap-2">
          {state === "done" && canUse && (
            <button type="button" className="button button-primary" data-testid="use-downloaded" onClick={() => run(async () => {
              onUse(name);
              await api.cancelDownload();
            })}>
              {t("models.useIt")}
            </button>
          )}
          {state === "running" && (
            <button type="button" className="button" data-testid="pause-download" disabled={action.busy} onClick={() => run(api.pauseDownload)}>
              {t("models.pause")}
            </button>
          )}
          {(state === "paused" || state === "failed") && (
            <button type="button" className="button button-primary" data-testid="resume-download" disabled={action.busy} onClick={() => run(() => api.downloadModel(id))}>
              {t(state === "failed" ? "models.again" : "models.resume")}
            </button>
          )}
          <button type="button" className="button button-quiet" data-testid="cancel-download" disabled={action.busy} onClick={() => run(api.cancelDownload)}>
            {t(state === "done" ? "models.later" : "models.cancel")}
          </button>
        </div>
      </div>
    </Section>
  );
}

/** What a screen reader hears: the steps of a change, each once. */
function Announcer({ status: { current, change, download }, words: { t } }: { readonly status: LibraryStatus; readonly words: Words }) {
  const said =
    change?.state === "loading" ? t("models.loadingLabel", { name: change.name })
    : download?.state === "done" ? t("models.done", { name: download.title })
    : download?.state === "running" ? t("models.downloadingLabel", { name: download.title })
    : current === undefined ? ""
    : t("models.still", { name: current });
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-small text-muted">
        {title}
      </h3>
      {children}
    </section>
  );
}

function Bar({ label, share, quiet = false }: { readonly label: string; readonly share: number; readonly quiet?: boolean }) {
  const percent = Math.round(100 * Math.min(1, share));
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} className="h-1.5 overflow-hidden rounded-full bg-tint">
      <div className={`h-full rounded-full ${quiet ? "bg-muted" : "bg-accent"}`} style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}

function Problem({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 text-small text-bad">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

function duration(seconds: number, { seconds: inSeconds, minutes }: Words): string {
  return seconds < 60 ? inSeconds(Math.max(1, Math.ceil(seconds))) : minutes(Math.round(seconds / 60));
}
