import type { OrderStatus, ShopKind } from "@wanwen/services";
import { describe, expect, test } from "vitest";
import type { Plan } from "./offers.ts";
import { statusOf, stepsOf, timelineOf, whyNotCancel } from "./timeline.ts";

const PLACED = new Date("2026-12-01T12:00:00Z");
const after = (minutes: number) => new Date(PLACED.getTime() + minutes * 60_000);
const at = (minutes: number) => after(minutes).toISOString();

const lives: readonly [ShopKind, Plan, readonly (readonly [minutes: number, OrderStatus, cancellable: boolean])[]][] = [
  ["food", { kind: "delivery", etaMin: 30 }, [[0, "confirmed", true], [2, "preparing", true], [20, "on_the_way", false], [30, "delivered", false]]],
  ["products", { kind: "parcel", days: 3 }, [[0, "confirmed", true], [30, "preparing", true], [600, "shipped", true], [4100, "on_the_way", true], [4320, "delivered", true], [20_000, "delivered", false]]],
  ["trains", { kind: "visit", startsAt: at(100), endsAt: at(200) }, [[0, "confirmed", true], [99, "confirmed", true], [100, "confirmed", false], [200, "completed", false]]],
  ["hotels", { kind: "visit", startsAt: at(-60), endsAt: at(1200) }, [[0, "confirmed", true], [179, "confirmed", true], [180, "confirmed", false], [1200, "completed", false]]],
  ["rides", { kind: "ride", etaMin: 5, tripMin: 20 }, [[0, "on_the_way", true], [5, "on_the_way", false], [25, "completed", false]]],
  ["rides", { kind: "ride", etaMin: 600, tripMin: 20, startsAt: at(600) }, [[0, "confirmed", true], [590, "on_the_way", true], [600, "on_the_way", false], [620, "completed", false]]],
  ["deals", { kind: "voucher", days: 90 }, [[0, "confirmed", true], [90 * 1440, "completed", false]]],
  ["recharge", { kind: "topUp" }, [[0, "confirmed", true], [1, "completed", false]]],
];

describe("an order", () => {
  test.each(lives)("of %s (%o) moves by the clock and can be cancelled until it is too late", (kind, plan, moments) => {
    for (const [minutes, status, cancellable] of moments) {
      const steps = stepsOf(plan, PLACED);
      expect([minutes, statusOf(steps, after(minutes))]).toEqual([minutes, status]);
      expect([minutes, whyNotCancel(kind, plan, status, PLACED, after(minutes)) === undefined]).toEqual([minutes, cancellable]);
    }
  });

  test.each(lives)("of %s (%o) tells its steps in order, in both languages", (_, plan) => {
    const steps = stepsOf(plan, PLACED);
    const times = steps.map((step) => step.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const locale of ["zh", "en"] as const)
      for (const step of timelineOf(steps, after(1e6), locale)) expect(/\p{Script=Han}/u.test(step.text)).toBe(locale === "zh");
  });

  test("that was cancelled stays so, without the steps that would have followed", () => {
    const steps = stepsOf({ kind: "delivery", etaMin: 30 }, PLACED, after(3));
    expect(timelineOf(steps, after(500), "en").map((step) => step.status)).toEqual(["confirmed", "preparing", "cancelled"]);
    expect(statusOf(steps, after(500))).toBe("cancelled");
  });
});
