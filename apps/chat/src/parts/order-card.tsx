import type { Order, OrderStatus } from "@wanwen/services";
import { CircleCheck, CircleDot, CircleX, Clock, CookingPot, LoaderCircle, type LucideIcon, PackageCheck, Printer, RotateCcw, Truck } from "lucide-react";
import { memo, useId, useState } from "react";
import { goTo } from "../router.ts";
import { useAction } from "../task/hooks.ts";
import { drafts } from "../task/drafts.ts";
import { api, newClientId } from "../task/http.ts";
import { news } from "../task/news.ts";
import { type Words, useWords } from "../words/words.ts";
import { BillLines } from "./bill.tsx";
import { Thumb } from "./thumb.tsx";
import { withDays } from "./tool-words.ts";

const statusIcons: Readonly<Record<OrderStatus, LucideIcon>> = {
  confirmed: CircleCheck,
  preparing: CookingPot,
  shipped: PackageCheck,
  on_the_way: Truck,
  delivered: CircleCheck,
  completed: CircleCheck,
  cancelled: CircleX,
};

/** An order: its number, its state as a timeline, the total, and what can still be done. `whole` also shows the receipt. */
export const OrderCard = memo(function OrderCard({
  order: told,
  whole = false,
  onChange,
}: {
  readonly order: Order;
  readonly whole?: boolean;
  readonly onChange?: (order: Order) => void;
}) {
  const words = useWords();
  const { t } = words;
  const ids = useId();
  // What a cancel gave back, until the server tells something newer.
  const [cancelled, setCancelled] = useState<Order>();
  const order = cancelled !== undefined && cancelled.timeline.length >= told.timeline.length ? cancelled : told;
  return (
    <article
      aria-labelledby={`${ids}title`}
      data-testid="order-card"
      data-order-id={order.id}
      data-status={order.status}
      className="card rise overflow-hidden"
    >
      <header className="row flex items-start gap-3 p-4">
        <Thumb kind={order.kind} words={order.name} />
        <div className="min-w-0 flex-1">
          <h3 id={`${ids}title`} className="figures text-small font-normal text-muted">
            {whole ? (words.maybe(`orderStatus.${order.status}`) ?? order.status) : t("order.title", { id: order.id })}
          </h3>
          <p className="leading-snug font-semibold">
            {order.name}
            {order.quantity > 1 && <span className="figures"> {t("card.times", { n: order.quantity })}</span>}
          </p>
          <p className="text-small text-muted">{words.list([order.name.includes(order.merchant) ? "" : order.merchant, withDays(order.when, words), order.deliverTo].filter((each) => each !== ""))}</p>
        </div>
        <span className={`figures shrink-0 font-semibold ${order.status === "cancelled" ? "text-muted line-through" : ""}`}>{words.money(order.total)}</span>
      </header>
      <Timeline order={order} words={words} />
      {order.refund !== undefined && order.status === "cancelled" && (
        <p className="figures px-4 pb-3 text-small text-good">{t("order.refund", { money: words.money(order.refund) })}</p>
      )}
      {whole && (
        <div className="perforated flex flex-col gap-1 p-4">
          <p className="hidden text-small print:block">{t("app.name")}</p>
          <p className="figures text-small text-muted">
            {t("order.placed")} {words.dayTime(new Date(order.placedAt))}
          </p>
          {order.note !== "" && (
            <p className="text-small">
              <span className="text-muted">{t("card.fact.note")}</span> {order.note}
            </p>
          )}
          <BillLines lines={order.lines} label={t("card.bill")} words={words} />
          <p className="flex items-baseline justify-between gap-4">
            <span className="font-medium">{t("order.total")}</span>
            <span className="figures text-h2 font-semibold">{words.money(order.total)}</span>
          </p>
        </div>
      )}
      <Actions
        order={order}
        words={words}
        whole={whole}
        onCancelled={(next) => {
          setCancelled(next);
          onChange?.(next);
          news.refresh();
        }}
      />
    </article>
  );
});

function Timeline({ order, words }: { readonly order: Order; readonly words: Words }) {
  const { t } = words;
  return (
    <ol aria-label={t("order.timeline")} className="flex flex-col px-4 pb-3">
      {order.timeline.map((moment, index) => {
        const last = index === order.timeline.length - 1;
        const Icon = last ? (statusIcons[moment.status] ?? CircleDot) : CircleDot;
        return (
          <li key={`${moment.status}${moment.at}`} className={`relative flex gap-3 text-small ${last ? "" : "text-muted"}`} aria-current={last ? "step" : undefined}>
            <span className="flex w-5 shrink-0 flex-col items-center">
              <Icon className={`mt-0.5 size-4 shrink-0 ${last ? (order.status === "cancelled" ? "text-bad" : "text-good") : "opacity-50"}`} strokeWidth={2} aria-hidden="true" />
              {!last && <span className="w-px flex-1 bg-line" aria-hidden="true" />}
            </span>
            <span className={`min-w-0 flex-1 pb-1 ${last ? "font-medium" : ""}`}>{moment.text !== "" ? moment.text : (words.maybe(`orderStatus.${moment.status}`) ?? moment.status)}</span>
            <time className="figures shrink-0 text-muted" dateTime={moment.at}>
              {words.time(new Date(moment.at))}
            </time>
          </li>
        );
      })}
      {order.eta !== undefined && !isOver(order) && (
        <li className="flex gap-3 text-small text-muted">
          <span className="flex w-5 shrink-0 justify-center">
            <Clock className="mt-0.5 size-4" aria-hidden="true" />
          </span>
          <span className="figures">{t("order.eta", { time: order.eta })}</span>
        </li>
      )}
    </ol>
  );
}

export function isOver(order: Order): boolean {
  return order.status === "completed" || order.status === "cancelled" || order.status === "delivered";
}

function Actions({ order, words, whole, onCancelled }: { readonly order: Order; readonly words: Words; readonly whole: boolean; readonly onCancelled: (order: Order) => void }) {
  const { t } = words;
  const action = useAction();
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<string>();

  async function cancel() {
    await action.run(async () => {
      const result = await api.cancelOrder(order.id, newClientId());
      if (result.outcome === "cancelled") onCancelled(result.order);
      else setRefused(result.reason);
    });
    setSure(false);
  }

  async function again() {
    const text = t("order.againText", { n: order.quantity, name: order.name, merchant: order.merchant });
    await action.run(async () => goTo({ place: "ask", taskId: (await api.createTask(text, words.locale, newClientId())).taskId }));
  }

  return (
    <footer className="no-print perforated flex flex-col gap-2 px-3 py-2">
      {refused !== undefined && (
        <p role="alert" className="px-1 text-small text-warn">
          {t("order.refused", { why: refused })}
        </p>
      )}
      {action.problem !== undefined && (
        <p role="alert" className="px-1 text-small text-bad">
          {action.problem}
        </p>
      )}
      {sure ? (
        <div role="group" className="flex flex-col gap-3 p-1 py-2">
          <p>{t("order.cancelSure", { name: order.name, money: words.money(order.total) })}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" data-testid="order-cancel-confirm" className="button !border-bad text-bad" disabled={action.busy} onClick={() => void cancel()}>
              {action.busy && <LoaderCircle className="icon animate-spin" aria-hidden="true" />}
              {t(action.busy ? "order.cancelling" : "order.cancelYes")}
            </button>
            <button type="button" className="button button-quiet" disabled={action.busy} autoFocus onClick={() => setSure(false)}>
              {t("order.cancelNo")}
            </button>
          </div>
        </div>
      ) : (
        <div className="-mx-1 flex flex-wrap">
          {!whole && (
            <button type="button" className="button button-quiet !px-3 text-small" onClick={() => goTo({ place: "orders", orderId: order.id })}>
              {t("order.track")}
            </button>
          )}
          {order.cancellable && refused === undefined && (
            <button type="button" data-testid="order-cancel" className="button button-quiet !px-3 text-small" onClick={() => setSure(true)}>
              {t("order.cancel")}
            </button>
          )}
          <button type="button" data-testid="order-again" className="button button-quiet !px-3 text-small" disabled={action.busy} onClick={() => void again()}>
            <RotateCcw className="size-4" strokeWidth={1.75} aria-hidden="true" />
            {t("order.again")}
          </button>
          <button
            type="button"
            className="button button-quiet !px-3 text-small"
            onClick={() => {
              drafts.set("new", t("order.helpText", { id: order.id }));
              goTo({ place: "ask" });
            }}
          >
            {t("order.help")}
          </button>
          {whole && (
            <button type="button" className="button button-quiet !px-3 text-small" onClick={() => print()}>
              <Printer className="size-4" strokeWidth={1.75} aria-hidden="true" />
              {t("order.print")}
            </button>
          )}
        </div>
      )}
    </footer>
  );
}
