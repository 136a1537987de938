import { ChevronRight, LoaderCircle, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { useNow } from "../task/hooks.ts";
import { useModels } from "../task/models.ts";
import { useNews } from "../task/news.ts";
import { type Words, useWords } from "../words/words.ts";

// Few people look in here, and nobody before they have asked for something.
const ModelPanel = lazy(() => import("./model-panel.tsx"));

/** Which model answers and where it runs: small, and always there. Opens the list of models. */
export function ModelLine() {
  const words = useWords();
  const { t } = words;
  const { status, unreachable } = useNews();
  const download = useModels().status?.download;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const loading = status?.model.state === "loading";
  const since = useRef<number>(undefined);
  const now = useNow(loading ? 1_000 : undefined);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  if (!loading) since.current = undefined;
  else since.current ??= Date.now() - (status?.model.loadSeconds ?? 0) * 1000;
  const text = unreachable
    ? t("net.offline")
    : loading && since.current !== undefined
      ? t("model.loading", { n: Math.max(0, Math.round((now - since.current) / 1000)) })
      : sentence(status, words);
  return (
    <div data-testid="model-line" data-state={unreachable ? "unreachable" : (status?.model.state ?? "unknown")}>
      <button
        ref={button}
        type="button"
        data-testid="open-models"
        aria-haspopup="dialog"
        aria-label={t("model.open", { model: text })}
        className="figures group -my-1 flex min-h-target w-full flex-wrap items-center justify-between gap-x-3 text-start text-small text-muted hover:text-ink"
        onClick={() => setOpen(true)}
      >
        <span className="flex items-center gap-2">
          {loading && <LoaderCircle className="size-4 shrink-0 animate-spin" aria-hidden="true" />}
          {(status?.model.state === "failed" || unreachable) && <TriangleAlert className="size-4 shrink-0 text-warn" aria-hidden="true" />}
          {text}
        </span>
        <span className="flex items-center gap-1 underline decoration-line underline-offset-4 group-hover:decoration-current">
          {download?.state === "running" ? `${t("models.downloading")} ${Math.floor((100 * download.doneBytes) / download.totalBytes)} %` : t("model.stronger")}
          <ChevronRight className="size-4 shrink-0 rtl:rotate-180" aria-hidden="true" />
        </span>
      </button>
      {open && (
        <Suspense>
          <ModelPanel onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

function sentence(status: ReturnType<typeof useNews>["status"], { t }: Words): string {
  if (status === undefined) return t("model.unknown");
  const { model } = status;
  if (model.state === "failed") return model.message === undefined ? t("model.failedBare") : t("model.failed", { why: model.message });
  return model.where === "local" ? t("model.local", { name: model.name }) : t("model.remote", { name: model.name, host: model.where });
}
