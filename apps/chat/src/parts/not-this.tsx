import { memo, useRef } from "react";
import { useAction, useTask } from "../task/hooks.ts";
import { api } from "../task/http.ts";
import type { StepView } from "../task/view.ts";
import { useWords } from "../words/words.ts";
import { isSearch, otherServices, toolIcons } from "./tool-words.ts";

/** "Not this?": the same words to another service, with one tap. */
export const NotThis = memo(function NotThis({ step }: { readonly step: StepView }) {
  const { t } = useWords();
  const task = useTask();
  const action = useAction();
  const row = useRef<HTMLDivElement>(null);
  if (task === undefined || !isSearch(step.tool) || step.replacedBy !== undefined) return null;
  return (
    <div data-testid="step-notthis" data-call-id={step.callId}>
      <div className="flex items-center gap-3">
        <span id={`not-${step.callId}`} className="shrink-0 text-small text-muted" title={t("wrong.hint")}>
          {t("wrong.title")}
        </span>
        <div
          ref={row}
          role="group"
          aria-labelledby={`not-${step.callId}`}
          aria-busy={action.busy}
          className="no-bar fade-end relative -my-1 flex gap-2 overflow-x-auto py-1 pe-6"
        >
          {otherServices(step.tool).map((tool) => {
            const Icon = toolIcons[tool];
            return (
              <button
                key={tool}
                type="button"
                className="chip"
                data-tool={tool}
                disabled={action.busy}
                onClick={() => void action.run(() => api.redo(task.taskId, step.callId, tool))}
              >
                <Icon className="size-4 shrink-0 text-muted" strokeWidth={1.75} aria-hidden="true" />
                {t(`service.${tool}`)}
              </button>
            );
          })}
        </div>
      </div>
      {action.problem !== undefined && (
        <p role="alert" className="text-small text-bad">
          {action.problem}
        </p>
      )}
    </div>
  );
});
