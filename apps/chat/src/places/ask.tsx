import { CornerDownRight, WifiOff } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Composer } from "../parts/composer.tsx";
import { ModelLine } from "../parts/model-line.tsx";
import { TaskList } from "../parts/task-list.tsx";
import { goTo } from "../router.ts";
import { api, ApiError, newClientId } from "../task/http.ts";
import { useNews } from "../task/news.ts";
import { examples } from "../words/examples.ts";
import { useWords } from "../words/words.ts";

/** The first thing anyone sees: a field, one line that says what this is, six requests to try. */
export function Ask() {
  const words = useWords();
  const { t } = words;
  const { status, tasks } = useNews();
  const [problem, setProblem] = useState<string>();
  const today = status === undefined ? new Date() : dayOf(status.today);

  useEffect(() => {
    document.title = t("app.name");
  }, [t]);

  const asking = useRef(false);
  const ask = useCallback(
    async (text: string) => {
      if (asking.current) return false; // a double tap on an example is one request
      asking.current = true;
      setProblem(undefined);
      // One id for this request: asking again because the answer got lost does not make a second task.
      const clientId = newClientId();
      for (let attempt = 0; ; attempt++) {
        try {
          const { taskId } = await api.createTask(text, words.locale, clientId);
          asking.current = false;
          goTo({ place: "ask", taskId });
          return true;
        } catch (error) {
          if (error instanceof ApiError || attempt === triesMax - 1) {
            asking.current = false;
            setProblem(error instanceof ApiError ? t("ask.notSent", { why: error.message }) : t("ask.noAnswer"));
            return false;
          }
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      }
    },
    [words.locale, t],
  );

  return (
    <main id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-[720px] flex-col gap-6 px-4 py-6 rail:justify-center rail:py-12">
        <div className="flex flex-col gap-1">
          <h1 className="text-h1 font-semibold">
            {t("app.name")}
            {words.locale === "en" && (
              <span lang="zh" className="ms-2 font-normal text-muted">
                万问
              </span>
            )}
          </h1>
          <p className="text-muted">{t("app.line")}</p>
        </div>
        <div className="flex flex-col gap-2">
          <Composer draftKey="new" first working={false} takesFocus onSend={ask} />
          {problem !== undefined && (
            <p role="alert" className="flex items-start gap-2 text-small text-bad">
              <WifiOff className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
              {problem}
            </p>
          )}
          <ModelLine />
        </div>
        <section aria-labelledby="examples">
          <h2 id="examples" className="pb-1 text-small text-muted">
            {t("ask.examples")}
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {examples(words, today).map((text) => (
              <li key={text}>
                <button type="button" data-testid="example" className="tappable group flex w-full items-center gap-3 py-2 text-start hover:text-accent" onClick={() => void ask(text)}>
                  <span className="min-w-0 flex-1">{text}</span>
                  <CornerDownRight className="icon text-muted opacity-50 group-hover:text-accent group-hover:opacity-100 rtl:-scale-x-100" strokeWidth={1.5} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
        {tasks !== undefined && tasks.length > 0 && (
          <section aria-labelledby="recent" className="rail:hidden">
            <h2 id="recent" className="pb-1 text-small text-muted">
              {t("ask.recent")}
            </h2>
            <TaskList tasks={tasks} lined />
          </section>
        )}
      </div>
    </main>
  );
}

const triesMax = 4;
const pauseMs = 800;

/** "2026-12-01", perhaps with more behind it, as that day here. */
function dayOf(today: string): Date {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(today);
  return date === null ? new Date() : new Date(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
}
