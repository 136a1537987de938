import type { Words } from "./make-words.ts";

/** Six requests, each for another service, that make sense today: the coming weekday, the season. */
export function examples({ t, locale }: Words, today: Date): readonly string[] {
  const coming = new Date(today);
  // Two days on, so that it is neither today nor what people call tomorrow.
  coming.setDate(coming.getDate() + 2);
  const weekday = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en", { weekday: locale === "zh" ? "short" : "long" }).format(coming);
  return [t("example.food"), t("example.trains", { weekday }), t(`example.products.${seasonOf(today)}`), t("example.movies"), t("example.hotels"), t("example.recharge")];
}

export function seasonOf(day: Date): "spring" | "summer" | "autumn" | "winter" {
  return (["winter", "spring", "summer", "autumn"] as const)[Math.floor(((day.getMonth() + 1) % 12) / 3)]!;
}
