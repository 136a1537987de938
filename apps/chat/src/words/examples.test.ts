import { expect, test } from "vitest";
import { seasonOf } from "./examples.ts";

test("the season follows the month", () => {
  const season = (month: number) => seasonOf(new Date(2026, month - 1, 15));
  expect([12, 1, 2, 3, 5, 6, 8, 9, 11].map(season)).toEqual(["winter", "winter", "winter", "spring", "spring", "summer", "summer", "autumn", "autumn"]);
});
