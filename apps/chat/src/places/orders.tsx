import type { Money } from "@wanwen/core";
import type { Order } from "@wanwen/services";
import { ArrowLeft, ShoppingBag, Wallet } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { isOver, OrderCard } from "../parts/order-card.tsx";
import { OrderList } from "../parts/order-list.tsx";
import { goTo, pathOf } from "../router.ts";
import { api, ApiError } from "../task/http.ts";
import { useWords } from "../words/words.ts";

/** Orders move on by themselves; this is how often the page looks. */
const everyMs = 8_000;

export function Orders({ orderId }: { readonly orderId?: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const [known, setKnown] = useState<{ orders: readonly Order[]; balance: Money }>();
  const [problem, setProblem] = useState<string>();

  const load = useCallback(async () => {
    try {
      setKnown(await api.orders());
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : t("net.offline"));
    }
  }, [t]);

  useEffect(() => {
    void load();
    const timer = setInterval(() => !document.hidden && void load(), everyMs);
    return () => clearInterval(timer);
  }, [load]);

  const onChange = useCallback(
    (changed: Order) => {
      setKnown((before) => before && { ...before, orders: before.orders.map((order) => (order.id === changed.id ? changed : order)) });
      void load();
    },
    [load],
  );

  const single = orderId === undefined ? undefined : known?.orders.find((order) => order.id === orderId);
  useEffect(() => {
    document.title = orderId === undefined ? t("orders.title") : t("order.title", { id: orderId });
  }, [orderId, t]);

  return (
    <main id="main" tabIndex={-1} className="print-whole relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-[720px] flex-col gap-6 px-4 py-6">
        {orderId === undefined ? (
          <>
            <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h1 className="text-h1 font-semibold">{t("orders.title")}</h1>
              {known !== undefined && (
                <p className="figures flex items-center gap-2 text-muted" data-testid="balance">
                  <Wallet className="icon" strokeWidth={1.75} aria-hidden="true" />
                  {t("orders.balance")}
                  <span className="font-semibold whitespace-nowrap text-ink">{words.money(known.balance)}</span>
                </p>
              )}
            </header>
            {known === undefined && problem === undefined && <p className="text-muted">{t("orders.loading")}</p>}
            {known?.orders.length === 0 && (
              <p className="flex items-center gap-3 text-muted">
                <ShoppingBag className="icon" strokeWidth={1.75} aria-hidden="true" />
                {t("orders.empty")}
              </p>
            )}
            {known !== undefined && known.orders.length > 0 && (
              <div className="flex flex-col gap-6" data-testid="orders-list">
                <OrderList title={t("orders.running")} orders={known.orders.filter((order) => !isOver(order))} />
                <OrderList title={t("orders.past")} orders={known.orders.filter(isOver)} />
              </div>
            )}
          </>
        ) : (
          <>
            <a
              href={pathOf({ place: "orders" })}
              className="no-print tappable -mb-4 flex items-center gap-2 self-start text-small text-muted hover:text-ink"
              onClick={(event) => {
                event.preventDefault();
                goTo({ place: "orders" });
              }}
            >
              <ArrowLeft className="icon rtl:rotate-180" strokeWidth={1.75} aria-hidden="true" />
              {t("order.back")}
            </a>
            <h1 className="figures text-h1 font-semibold">{t("order.title", { id: orderId })}</h1>
            {single !== undefined ? (
              <OrderCard order={single} whole onChange={onChange} />
            ) : (
              <p className="text-muted">{known === undefined ? t("orders.loading") : t("orders.missing", { id: orderId })}</p>
            )}
          </>
        )}
        {problem !== undefined && (
          <p role="status" className="text-small text-warn">
            {problem}
          </p>
        )}
      </div>
    </main>
  );
}
