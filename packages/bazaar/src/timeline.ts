import type { Order, OrderStatus, ShopKind } from "@wanwen/services";
import type { Bilingual } from "./catalogue/index.ts";
import type { Plan } from "./offers.ts";
import { addMinutes, localTime } from "./time.ts";

/** A step of an order's life: what it is called, when it comes, and what is said about it. */
interface Step {
  readonly status: OrderStatus;
  readonly at: Date;
  readonly text: Bilingual;
}

/**
 * All steps of an order, also those still to come: orders move by the clock alone, so a restart loses nothing. Given the
 * moment of a cancellation, the steps after it never happen.
 */
export function stepsOf(plan: Plan, placedAt: Date, cancelledAt?: Date): Step[] {
  const steps = lifeOf(plan, placedAt);
  if (!cancelledAt) return steps;
  const before = steps.filter((step) => step.at <= cancelledAt);
  return [...before, { status: "cancelled", at: cancelledAt, text: { zh: "已取消，款项已退回钱包", en: "Cancelled, the money is back in the wallet" } }];
}

export function timelineOf(steps: readonly Step[], now: Date, locale: "zh" | "en"): Order["timeline"] {
  return steps.filter((step) => step.at <= now).map(({ status, at, text }) => ({ status, at: at.toISOString(), text: text[locale] }));
}

export function statusOf(steps: readonly Step[], now: Date): OrderStatus {
  return steps.findLast((step) => step.at <= now)?.status ?? "confirmed";
}

function lifeOf(plan: Plan, placedAt: Date): Step[] {
  const after = (minutes: number) => addMinutes(placedAt, minutes);
  const step = (status: OrderStatus, at: Date, zh: string, en: string): Step => ({ status, at, text: { zh, en } });
  switch (plan.kind) {
    case "delivery":
      return [
        step("confirmed", placedAt, "商家已接单", "The shop has taken the order"),
        step("preparing", after(2), "正在制作", "Being prepared"),
        step("on_the_way", after(Math.max(3, plan.etaMin * 0.55)), "骑手已取餐，正在配送", "The rider is on the way"),
        step("delivered", after(plan.etaMin), "已送达", "Delivered"),
      ];
    case "parcel":
      return [
        step("confirmed", placedAt, "订单已确认", "The order is confirmed"),
        step("preparing", after(30), "仓库正在打包", "Being packed"),
        step("shipped", after(10 * 60), "已发货", "Handed to the carrier"),
        step("on_the_way", after(plan.days * 1440 - 5 * 60), "快递员正在派送", "Out for delivery"),
        step("delivered", after(plan.days * 1440), "已签收", "Delivered"),
      ];
    case "ride": {
      const pickUp = pickUpOf(plan, placedAt);
      return [
        step("confirmed", placedAt, "已约到车", "A car is booked"),
        step("on_the_way", addMinutes(pickUp, -Math.min(plan.etaMin, 10)), "司机正在赶来", "The driver is on the way"),
        step("completed", addMinutes(pickUp, plan.tripMin), "行程已结束", "The ride is over"),
      ].map((each) => (each.at < placedAt ? { ...each, at: placedAt } : each));
    }
    case "visit":
      return [
        step("confirmed", placedAt, "预订成功", "Booked"),
        step("completed", new Date(plan.endsAt), "已完成", "Completed"),
      ];
    case "voucher":
      return [
        step("confirmed", placedAt, "券已发放，到店出示即可", "The voucher is ready to show in the shop"),
        step("completed", after(plan.days * 1440), "券已过期", "The voucher has expired"),
      ];
    case "topUp":
      return [
        step("confirmed", placedAt, "已付款，正在充值", "Paid, being topped up"),
        step("completed", after(1), "已到账", "Topped up"),
      ];
    default:
      return plan satisfies never;
  }
}

/** HH:MM when food or a car is there. */
export function etaOf(plan: Plan, placedAt: Date): string | undefined {
  if (plan.kind === "delivery") return localTime(addMinutes(placedAt, plan.etaMin));
  if (plan.kind === "ride") return localTime(pickUpOf(plan, placedAt));
  return undefined;
}

function pickUpOf(plan: Extract<Plan, { kind: "ride" }>, placedAt: Date): Date {
  return plan.startsAt === undefined ? addMinutes(placedAt, plan.etaMin) : new Date(plan.startsAt);
}

/** Days after delivery within which goods are taken back. */
const RETURN_DAYS = 7;

/** Why an order can no longer be cancelled; undefined: it can. */
export function whyNotCancel(kind: ShopKind, plan: Plan, status: OrderStatus, placedAt: Date, now: Date): Bilingual | undefined {
  if (status === "cancelled") return { zh: "订单已经取消过了", en: "The order is already cancelled" };
  switch (plan.kind) {
    case "delivery":
      if (status === "delivered") return { zh: "餐品已送达，不能取消", en: "The food has been delivered" };
      return status === "on_the_way" ? { zh: "骑手已在路上，不能取消", en: "The rider is already on the way" } : undefined;
    case "parcel":
      return now > addMinutes(placedAt, (plan.days + RETURN_DAYS) * 1440)
        ? { zh: `已超过 ${RETURN_DAYS} 天无理由退货期`, en: `Goods are taken back for ${RETURN_DAYS} days only` }
        : undefined;
    case "ride":
      return now >= pickUpOf(plan, placedAt) ? { zh: "车已到达，不能取消", en: "The car has already arrived" } : undefined;
    case "visit": {
      // A room is free to give back until 18:00 of the first day, and for half an hour after a late booking.
      const grace = kind === "hotels" ? Math.max(Date.parse(plan.startsAt) + 4 * 3_600_000, placedAt.getTime() + 30 * 60_000) : 0;
      if (now.getTime() < Math.max(Date.parse(plan.startsAt), grace)) return undefined;
      if (kind === "hotels") return { zh: "已过入住时间，不能取消", en: "The stay has already begun" };
      if (kind === "movies" || kind === "events") return { zh: "演出已开始，不能退票", en: "The show has already begun" };
      return { zh: "已发车或起飞，不能退票", en: "It has already departed" };
    }
    case "voucher":
      return status === "completed" ? { zh: "券已过期", en: "The voucher has expired" } : undefined;
    case "topUp":
      return status === "completed" ? { zh: "话费已到账，不能退款", en: "The top-up has already arrived" } : undefined;
    default:
      return plan satisfies never;
  }
}
