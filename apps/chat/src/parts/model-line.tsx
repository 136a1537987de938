import { LoaderCircle, TriangleAlert } from "lucide-react";
import { goTo } from "../router.ts";
import { useNow } from "../task/hooks.ts";
import { useNews } from "../task/news.ts";
import { type Words, useWords } from "../words/words.ts";
import { useRef } from "react";

/** Which model answers and where it runs: small, and always there. */
export function ModelLine() {
  const words = useWords();
  const { t } = words;
  const { status, unreachable } = useNews();
  const loading = status?.model.state === "loading";
  const since = useRef<number>(undefined);
  const now = useNow(loading ? 1_000 : undefined);
  if (!loading) since.current = undefined;
  else since.current ??= Date.now() - (status?.model.loadSeconds ?? 0) * 1000;
  return (
    <p className="figures flex flex-wrap items-center justify-between gap-x-3 text-small text-muted" data-testid="model-line" data-state={unreachable ? "unreachable" : (status?.model.state ?? "unknown")}>
      <span className="flex items-center gap-2">
        {loading && <LoaderCircle className="size-4 shrink-0 animate-spin" aria-hidden="true" />}
        {(status?.model.state === "failed" || unreachable) && <TriangleAlert className="size-4 shrink-0 text-warn" aria-hidden="true" />}
        {unreachable
          ? t("net.offline")
          : loading && since.current !== undefined
            ? t("model.loading", { n: Math.max(0, Math.round((now - since.current) / 1000)) })
            : sentence(status, words)}
      </span>
      <a
        href="/me#model"
        className="-my-3 inline-flex min-h-target items-center underline decoration-line underline-offset-4 hover:text-ink"
        onClick={(event) => {
          event.preventDefault();
          goTo({ place: "me" });
          setTimeout(() => document.getElementById("model")?.scrollIntoView(), 50);
        }}
      >
        {t("model.stronger")}
      </a>
    </p>
  );
}

function sentence(status: ReturnType<typeof useNews>["status"], { t }: Words): string {
  if (status === undefined) return t("model.unknown");
  const { model } = status;
  if (model.state === "failed") return model.message === undefined ? t("model.failedBare") : t("model.failed", { why: model.message });
  return model.where === "local" ? t("model.local", { name: model.name }) : t("model.remote", { name: model.name, host: model.where });
}
