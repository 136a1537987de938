import { MapPin, NotebookPen, OctagonX, RotateCw, Route as RouteIcon, TriangleAlert } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { useAction, useTask } from "../task/hooks.ts";
import { api } from "../task/http.ts";
import type { Item, StepView, Turn as TurnView } from "../task/view.ts";
import { useWords } from "../words/words.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { NotThis } from "./not-this.tsx";
import { OfferList } from "./offer-list.tsx";
import { OrderCard } from "./order-card.tsx";
import { OrderList } from "./order-list.tsx";
import { FoldedSteps, Step } from "./step.tsx";
import { isSearch } from "./tool-words.ts";
import { Written } from "./written.tsx";

/** What the person said and everything that came of it, in the order in which it came. */
export const Turn = memo(function Turn({ turn, isLast }: { readonly turn: TurnView; readonly isLast: boolean }) {
  const steps = turn.items.flatMap((item) => (item.kind === "step" ? [item.step] : []));
  const folds = turn.ended && steps.length > 1;
  // Once something was bought in it, another service is a new wish, not a correction.
  const open = isLast && !turn.items.some((item) => item.kind === "order");
  // What a step did not bring, the assistant says in its own words when it gets to say anything.
  const explained = turn.items.some((item) => item.kind === "reply" || item.kind === "failed");
  let folded = false;
  return (
    <div className={`flex flex-col gap-3 ${isLast ? "" : "turn-past"}`} data-testid="turn" data-ended={turn.ended}>
      {turn.said !== undefined && <Said text={turn.said.text} />}
      {turn.items.map((item, index) => {
        if (item.kind !== "step") return <Other key={keyOf(item, index)} item={item} isLast={isLast && index === turn.items.length - 1} turn={turn} />;
        const line = !folds ? <Step step={item.step} /> : folded ? null : <FoldedSteps steps={steps} />;
        folded = true;
        const after = <StepResult step={item.step} open={open} explained={explained} />;
        return (
          <div key={item.step.callId} className="flex flex-col gap-2 empty:hidden">
            {line}
            {after}
            {open && item.step.result !== undefined && isSearch(item.step.tool) && <NotThis step={item.step} />}
          </div>
        );
      })}
    </div>
  );
});

function keyOf(item: Exclude<Item, { kind: "step" }>, index: number): string {
  switch (item.kind) {
    case "reply":
      return `reply ${item.messageId}`;
    case "approval":
      return `approval ${item.approval.id}`;
    case "order":
      return `order ${item.order.id}`;
    default:
      return `${item.kind} ${index}`;
  }
}

export function Said({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="flex flex-col items-end gap-1 ps-10">
      <p className="max-w-full rounded-card bg-tint px-4 py-2 whitespace-pre-wrap" data-testid="said">
        <span className="sr-only">{t("said.you")}: </span>
        {text}
      </p>
      {children}
    </div>
  );
}

function Other({ item, isLast, turn }: { readonly item: Exclude<Item, { kind: "step" }>; readonly isLast: boolean; readonly turn: TurnView }) {
  switch (item.kind) {
    case "reply":
      return (
        <div data-testid="reply">
          <Written text={item.text} />
          {isLast && item.choices.length > 0 && <Choices choices={item.choices} />}
        </div>
      );
    case "approval":
      return <ApprovalCard approval={item.approval} />;
    case "order":
      return <OrderCard order={item.order} />;
    case "stopped":
      return <Stopped by={item.by} />;
    case "failed":
      return <Failure item={item} turn={turn} isLast={isLast} />;
  }
}

/** One question back, with answers to tap. The field takes any other. */
function Choices({ choices }: { readonly choices: readonly string[] }) {
  const { t } = useWords();
  const task = useTask();
  const [said, setSaid] = useState(false);
  return (
    <div role="group" aria-label={t("choices")} className="flex flex-wrap gap-2 pt-3">
      {choices.slice(0, 5).map((choice) => (
        <button key={choice} type="button" data-testid="choice" className="chip !text-body !whitespace-normal" disabled={said} onClick={() => {
          // A second tap of the same finger is not a second answer.
          setSaid(true);
          task?.say(choice);
        }}>
          {choice}
        </button>
      ))}
    </div>
  );
}

function Stopped({ by }: { readonly by: "person" | "limit" }) {
  const { t } = useWords();
  return (
    <p className="flex items-center gap-2 text-small text-muted" data-testid="stopped">
      <OctagonX className="icon" strokeWidth={1.75} aria-hidden="true" />
      {t(`stopped.${by}`)}
    </p>
  );
}

/** What happened, whether anything was bought, and what can be done now. */
function Failure({ item, turn, isLast }: { readonly item: Extract<Item, { kind: "failed" }>; readonly turn: TurnView; readonly isLast: boolean }) {
  const { t } = useWords();
  const task = useTask();
  const action = useAction();
  const order = turn.items.find((each) => each.kind === "order");
  return (
    <div className="card flex flex-col gap-2 p-4" data-testid="failure" data-code={item.code}>
      <p className="flex items-start gap-2">
        <TriangleAlert className="icon mt-1 text-bad" strokeWidth={1.75} aria-hidden="true" />
        <span className="min-w-0">{item.message}</span>
      </p>
      {order?.kind === "order" && <p className="text-small text-muted">{t("failed.order", { id: order.order.id })}</p>}
      {isLast && item.canRetry && task !== undefined && (
        <div>
          <button type="button" data-testid="retry" className="button" disabled={action.busy} onClick={() => void action.run(() => api.retry(task.taskId))}>
            <RotateCw className={`icon ${action.busy ? "animate-spin" : ""}`} strokeWidth={1.75} aria-hidden="true" />
            {t("failed.retry")}
          </button>
        </div>
      )}
      {action.problem !== undefined && (
        <p role="alert" className="text-small text-bad">
          {action.problem}
        </p>
      )}
    </div>
  );
}

const ordersShownMax = 5;

/** What a step brought, where it is more than a word. */
function StepResult({ step, open, explained }: { readonly step: StepView; readonly open: boolean; readonly explained: boolean }) {
  const words = useWords();
  const { t } = words;
  const { result } = step;
  if (result === undefined || step.replacedBy !== undefined) return null;
  switch (result.kind) {
    case "offers":
      if (result.offers.length === 0) return explained ? null : <p>{t("offers.none")}</p>;
      return <OfferList step={step} open={open} />;
    case "places":
      return (
        <ul aria-label={t("places.title", { n: result.places.length })} className="card divide-y divide-line">
          {result.places.slice(0, 5).map((place) => (
            <li key={`${place.name} ${place.address}`} className="flex items-start gap-3 px-4 py-3">
              <MapPin className="icon mt-1 text-muted" strokeWidth={1.75} aria-hidden="true" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{place.name}</span>
                <span className="block text-small text-muted">{place.address}</span>
              </span>
              <span className="figures shrink-0 text-small text-muted">{words.metres(place.distanceM)}</span>
            </li>
          ))}
        </ul>
      );
    case "route":
      return (
        <div className="card flex items-start gap-3 px-4 py-3">
          <RouteIcon className="icon mt-1 text-muted" strokeWidth={1.75} aria-hidden="true" />
          <p className="min-w-0">
            <span className="block font-medium">{t("route.line", { from: result.route.from || t("route.here"), to: result.route.to })}</span>
            <span className="figures block text-small text-muted">
              {t("route.facts", {
                distance: words.kilometres(result.route.distanceKm),
                time: words.minutes(result.route.minutes),
                mode: t(`mode.${result.route.mode}`),
              })}
            </span>
          </p>
        </div>
      );
    case "order":
      return <OrderCard order={result.order} />;
    case "orders":
      return result.orders.length === 1 ? <OrderCard order={result.orders[0]!} /> : <OrderList orders={result.orders.slice(0, ordersShownMax)} />;
    case "remembered":
      return (
        <p className="flex items-center gap-2 text-small text-muted">
          <NotebookPen className="icon" strokeWidth={1.75} aria-hidden="true" />
          {t("remembered", { key: result.key, value: result.value })}
        </p>
      );
    case "nothing":
      return explained ? null : <p>{result.message === "" ? t("offers.none") : result.message}</p>;
    case "failed":
      return explained ? null : <p className="text-small text-bad">{result.message}</p>;
    case "purchase":
      return null;
  }
}
