import type { Order } from "@wanwen/services";
import { ChevronRight } from "lucide-react";
import { goTo, pathOf } from "../router.ts";
import { useWords } from "../words/words.ts";
import { isOver } from "./order-card.tsx";
import { Thumb } from "./thumb.tsx";

/** Orders a line each, one tap from the whole of each. */
export function OrderList({ title, orders }: { readonly title?: string; readonly orders: readonly Order[] }) {
  const words = useWords();
  const { t } = words;
  if (orders.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      {title !== undefined && <h2 className="text-small text-muted">{title}</h2>}
      <ul className="card divide-y divide-line overflow-hidden">
        {orders.map((order) => (
          <li key={order.id} data-testid="order-card" data-order-id={order.id} data-status={order.status}>
            <a
              href={pathOf({ place: "orders", orderId: order.id })}
              aria-label={t("order.open", { id: order.id, name: order.name })}
              className="row flex items-center gap-3 p-3 hover:bg-tint"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goTo({ place: "orders", orderId: order.id });
              }}
            >
              <Thumb kind={order.kind} words={order.name} />
              <span className="min-w-0 flex-1">
                <span className="block leading-snug font-medium">
                  {order.name}
                  {order.quantity > 1 && <span className="figures"> {t("card.times", { n: order.quantity })}</span>}
                </span>
                <span className="figures block text-small text-muted">
                  {order.id} · {words.dayTime(new Date(order.placedAt))}
                </span>
                <span className={`block text-small ${order.status === "cancelled" ? "text-muted" : "text-good"}`}>
                  {words.maybe(`orderStatus.${order.status}`) ?? order.status}
                  {order.eta !== undefined && !isOver(order) && <span className="figures"> · {t("order.eta", { time: order.eta })}</span>}
                </span>
              </span>
              <span className={`figures shrink-0 font-semibold ${order.status === "cancelled" ? "text-muted line-through" : ""}`}>{words.money(order.total)}</span>
              <ChevronRight className="icon text-muted rtl:rotate-180" strokeWidth={1.75} aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
