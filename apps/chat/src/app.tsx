import { ArrowLeft, type LucideIcon, MessageCircleQuestionMark, Plus, ReceiptText, UserRound } from "lucide-react";
import { Keys } from "./parts/keys.tsx";
import { TaskList } from "./parts/task-list.tsx";
import { Ask } from "./places/ask.tsx";
import { Me } from "./places/me.tsx";
import { Orders } from "./places/orders.tsx";
import { TaskPage } from "./places/task-page.tsx";
import { goTo, pathOf, type Route, useRoute } from "./router.ts";
import { useNews } from "./task/news.ts";
import { useWords } from "./words/words.ts";

/** Three places, and where the screen is wide enough the tasks beside them. */
export function App() {
  const { t } = useWords();
  const route = useRoute();
  return (
    <div className="flex h-dvh min-h-0 print:h-auto">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-surface focus:px-4 focus:py-2">
        {t("app.skip")}
      </a>
      <Rail route={route} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {route.place === "ask" ? (
          route.taskId === undefined ? (
            <Ask />
          ) : (
            <TaskPage key={route.taskId} taskId={route.taskId} header={(title) => <TopBar title={title} />} />
          )
        ) : route.place === "orders" ? (
          <Orders orderId={route.orderId} />
        ) : (
          <Me />
        )}
        <BottomBar route={route} />
      </div>
      <Keys />
    </div>
  );
}

function TopBar({ title }: { readonly title: string }) {
  const { t } = useWords();
  return (
    <header className="no-print flex min-h-14 shrink-0 items-center gap-2 border-b border-line px-2 rail:px-4">
      <Link to={{ place: "ask" }} label={t("ask.new")} className="grid size-target shrink-0 place-items-center text-muted hover:text-ink rail:hidden">
        <ArrowLeft className="icon rtl:rotate-180" strokeWidth={1.75} aria-hidden="true" />
      </Link>
      <h1 data-testid="task-title" className="mx-auto line-clamp-1 w-full max-w-[688px] min-w-0 flex-1 leading-snug font-medium">
        {title}
      </h1>
      <Link to={{ place: "ask" }} label={t("ask.new")} className="grid size-target shrink-0 place-items-center text-muted hover:text-ink rail:hidden">
        <Plus className="icon" strokeWidth={1.75} aria-hidden="true" />
      </Link>
    </header>
  );
}

const places = [
  { place: "ask", icon: MessageCircleQuestionMark },
  { place: "orders", icon: ReceiptText },
  { place: "me", icon: UserRound },
] as const satisfies readonly { place: Route["place"]; icon: LucideIcon }[];

function BottomBar({ route }: { readonly route: Route }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("place.main")} className="no-print grid shrink-0 grid-cols-3 border-t border-line pb-[env(safe-area-inset-bottom)] rail:hidden">
      {places.map(({ place, icon: Icon }) => (
        <Link
          key={place}
          to={{ place }}
          current={route.place === place}
          testId={`place-${place}`}
          className={`flex min-h-[max(52px,var(--target))] flex-col items-center justify-center gap-0.5 text-small leading-none ${route.place === place ? "font-semibold text-ink" : "text-muted"}`}
        >
          <Icon className="icon" strokeWidth={route.place === place ? 2.25 : 1.75} aria-hidden="true" />
          {t(`place.${place}`)}
        </Link>
      ))}
    </nav>
  );
}

function Rail({ route }: { readonly route: Route }) {
  const { t } = useWords();
  const { tasks } = useNews();
  const taskId = route.place === "ask" ? route.taskId : undefined;
  return (
    <div className="no-print hidden w-[240px] shrink-0 flex-col border-e border-line rail:flex">
      <div className="flex flex-col gap-1 p-3">
        <p className="px-3 py-2 font-semibold" lang="zh">
          万问 <span className="font-normal text-muted" lang="en">Wanwen</span>
        </p>
        <Link to={{ place: "ask" }} current={route.place === "ask" && taskId === undefined} testId="new-task" className="button !justify-start">
          <Plus className="icon" strokeWidth={1.75} aria-hidden="true" />
          {t("ask.new")}
        </Link>
      </div>
      <nav aria-label={t("place.tasks")} className="relative min-h-0 flex-1 overflow-y-auto px-3">
        {tasks !== undefined && tasks.length > 0 ? <TaskList tasks={tasks} currentId={taskId} /> : <p className="px-3 py-2 text-small text-muted">{t("tasks.empty")}</p>}
      </nav>
      <nav aria-label={t("place.main")} className="flex flex-col border-t border-line p-3">
        {places.slice(1).map(({ place, icon: Icon }) => (
          <Link
            key={place}
            to={{ place }}
            current={route.place === place}
            testId={`rail-${place}`}
            className={`tappable flex items-center gap-3 rounded-control px-3 ${route.place === place ? "bg-tint font-medium" : "hover:bg-tint"}`}
          >
            <Icon className="icon text-muted" strokeWidth={1.75} aria-hidden="true" />
            {t(`place.${place}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

function Link({
  to,
  current = false,
  label,
  testId,
  className,
  children,
}: {
  readonly to: Route;
  readonly current?: boolean;
  readonly label?: string;
  readonly testId?: string;
  readonly className: string;
  readonly children: React.ReactNode;
}) {
  return (
    <a
      href={pathOf(to)}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      data-testid={testId}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(to);
      }}
    >
      {children}
    </a>
  );
}
