import type { TaskSummary } from "@wanwen/agent";
import { goTo, pathOf } from "../router.ts";
import { useWords } from "../words/words.ts";

export function TaskList({ tasks, currentId, lined = false }: { readonly tasks: readonly TaskSummary[]; readonly currentId?: string | undefined; readonly lined?: boolean }) {
  const { t } = useWords();
  return (
    <ul className={lined ? "divide-y divide-line border-y border-line" : "flex flex-col"}>
      {tasks.map((task) => {
        const current = task.id === currentId;
        return (
          <li key={task.id}>
            <a
              href={pathOf({ place: "ask", taskId: task.id })}
              data-testid="task-link"
              aria-current={current ? "page" : undefined}
              className={`tappable flex flex-col justify-center py-1 ${lined ? "" : `rounded-control px-3 text-small ${current ? "bg-tint font-medium" : "hover:bg-tint"}`}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goTo({ place: "ask", taskId: task.id });
              }}
            >
              <span className="line-clamp-2 leading-snug">{task.title}</span>
              {task.state !== "idle" && <span className={`text-small ${task.state === "awaitingApproval" ? "text-warn" : "text-muted"}`}>{t(`tasks.${task.state}`)}</span>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
