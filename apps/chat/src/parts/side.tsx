import { Clock } from "lucide-react";
import { memo } from "react";
import { newestOrder, offersOf, type StepView, type TaskView, waitingApproval } from "../task/view.ts";
import { useWords } from "../words/words.ts";
import { factsOf } from "./offer-list.tsx";
import { Facts } from "./step.tsx";
import { Thumb } from "./thumb.tsx";
import { verbOf, withDays } from "./tool-words.ts";

/** What the task has come to, on wide screens: what was understood, what is chosen, what was ordered. Nothing is decided here. */
export const Side = memo(function Side({ view }: { readonly view: TaskView }) {
  const words = useWords();
  const { t } = words;
  const steps: readonly StepView[] = (view.turns.at(-1)?.items ?? []).flatMap((item) => (item.kind === "step" && item.step.replacedBy === undefined ? [item.step] : []));
  const understood = steps.filter((step) => step.facts.length > 0);
  const chosen = view.turns
    .flatMap((turn) => turn.items)
    .findLast((item) => item.kind === "step" && item.step.chosenId !== undefined && item.step.replacedBy === undefined);
  const offer = chosen?.kind === "step" ? offersOf(chosen.step).find((each) => each.id === chosen.step.chosenId) : undefined;
  const waiting = waitingApproval(view);
  const order = newestOrder(view);
  return (
    <aside aria-label={t("side.title")} className="no-print relative hidden w-[360px] shrink-0 flex-col gap-6 overflow-y-auto border-s border-line p-6 wide:flex">
      {understood.length === 0 && offer === undefined && order === undefined && <p className="text-small text-muted">{t("side.nothing")}</p>}
      {understood.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-small font-medium text-muted">{t("side.plan")}</h2>
          {understood.map((step) => (
            <div key={step.callId} className="text-small">
              <p className="font-medium">{verbOf(step, words)}</p>
              <Facts step={step} words={words} />
            </div>
          ))}
        </section>
      )}
      {offer !== undefined && (
        <section className="flex flex-col gap-3">
          <h2 className="text-small font-medium text-muted">{t("side.offer")}</h2>
          <div className="flex items-start gap-3">
            <Thumb kind={offer.kind} words={offer.name} />
            <div className="min-w-0 flex-1 text-small">
              <p className="text-body leading-snug font-medium">{offer.name}</p>
              <p className="figures text-muted">{factsOf(offer, words).join(" · ")}</p>
              <p className="figures font-semibold">{words.money(offer.price)}</p>
            </div>
          </div>
          {offer.details.length > 0 && (
            <dl className="flex flex-col gap-1 text-small">
              {offer.details.map((detail) => (
                <div key={detail.label} className="flex justify-between gap-4">
                  <dt className="text-muted">{detail.label}</dt>
                  <dd className="text-end">{withDays(detail.value, words)}</dd>
                </div>
              ))}
            </dl>
          )}
          {waiting !== undefined && (
            <p className="flex items-center gap-2 text-small text-warn">
              <Clock className="size-4 shrink-0" aria-hidden="true" />
              <span>{t("card.waitingFor")}</span>
              <button
                type="button"
                className="underline underline-offset-4"
                onClick={() => {
                  const heading = document.querySelector<HTMLElement>(`[data-approval-id="${CSS.escape(waiting.id)}"] h2`);
                  heading?.focus();
                  heading?.scrollIntoView({ block: "center" });
                }}
              >
                {t("card.show")}
              </button>
            </p>
          )}
        </section>
      )}
      {order !== undefined && (
        <section className="flex flex-col gap-2 text-small">
          <h2 className="font-medium text-muted">{t("side.order")}</h2>
          <p className="figures text-h2 font-semibold">{order.id}</p>
          <p>
            {words.maybe(`orderStatus.${order.status}`) ?? order.status}
            {order.eta !== undefined && order.status !== "cancelled" && <span className="figures text-muted"> · {t("order.eta", { time: order.eta })}</span>}
          </p>
          <p className="figures text-muted">
            {order.name} · {words.money(order.total)}
          </p>
        </section>
      )}
    </aside>
  );
});
