import type { ToolName } from "../../packages/agent/src/events.ts";
import type { Locale, ShopKind } from "../../packages/services/src/types.ts";

/** An order that a reasonable person expects after the request. Absent fields are free. Every pattern must be found. */
export interface WantedOrder {
  readonly kind: ShopKind | readonly ShopKind[];
  /** In the item's name or its shop's, in either language. */
  readonly name?: readonly RegExp[];
  /** One, unless said; a list where several readings are fair ("sushi for two": one platter or two). */
  readonly quantity?: number | readonly number[];
  /** Yuan for everything on the bill, as "40块以内" is read. */
  readonly totalMax?: number;
  /** Yuan for one: "500 a night", and limits on rooms where both readings are common. */
  readonly eachMax?: number;
  /** ISO days that are fair readings. */
  readonly date?: string | readonly string[];
  /** HH:MM, both included. */
  readonly time?: readonly [earliest: string, latest: string];
  readonly from?: RegExp;
  readonly to?: RegExp;
  readonly seat?: RegExp;
  readonly nights?: number;
  readonly stars?: number;
  /** "home" and "work" are the first and second address of the profile. */
  readonly deliverTo?: "home" | "work" | RegExp;
  /** What was wished beyond the item ("少冰"): in the note, the name or the chosen options. */
  readonly note?: readonly RegExp[];
  /** May stand in the note as well as in the name ("冰美式"). Anything else that nobody asked for is a fault. */
  readonly mayNote?: RegExp;
  /** Anything else that the stored order must say: a phone number, a district. */
  readonly says?: readonly RegExp[];
  /** The bought offer must be the first of the listed ones by this: "cheapest", "earliest". */
  readonly first?: "price" | "depart" | "rating";
}

export interface Request {
  readonly locale: Locale;
  readonly text: string;
  /** Exactly these, in any order. Empty or absent: nothing may be bought. */
  readonly orders?: readonly WantedOrder[];
  /** For requests that buy nothing: one of these tools must have given something. Empty: no tool at all. */
  readonly uses?: readonly ToolName[];
  /** For `uses`: must be found in the arguments or in the result of that step. */
  readonly finds?: readonly RegExp[];
  /** The words do not say "buy", so a list with a question is as good as a card: one tap on an offer is allowed. */
  readonly mayAsk?: boolean;
  /** Cancels: the newest order must be cancelled afterwards. */
  readonly cancels?: boolean;
}

const DAY_MS = 86_400_000;

/** Days by plain arithmetic on purpose: nothing of the product's own date code is used to judge it. */
export class Calendar {
  readonly #today: Date;

  /** `today` is an ISO day. */
  constructor(today: string) {
    this.#today = new Date(`${today}T00:00:00Z`);
  }

  inDays(days: number): string {
    return new Date(this.#today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  }

  /** The coming such day, today included; 1 is Monday, 7 is Sunday. */
  coming(weekday: number): string {
    return this.inDays((weekday - this.#weekday + 7) % 7);
  }

  /** That day of the next calendar week, weeks beginning on Monday. */
  nextWeek(weekday: number): string {
    return this.inDays(7 - this.#weekday + weekday);
  }

  /** Both days of the coming weekend. */
  get weekend(): readonly string[] {
    return [this.coming(6), this.coming(7)];
  }

  /** The coming such day of a year, not before today. */
  on(month: number, day: number): string {
    const monthDay = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const year = this.#today.getUTCFullYear();
    const thisYear = `${year}-${monthDay}`;
    return thisYear >= this.inDays(0) ? thisYear : `${year + 1}-${monthDay}`;
  }

  /** First day of the lunar year, from the Hong Kong Observatory's tables. */
  get lunarNewYear(): string {
    return ["2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"].find((day) => day >= this.inDays(0))!;
  }

  get lunarNewYearsEve(): string {
    return new Date(Date.parse(`${this.lunarNewYear}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  }

  get #weekday(): number {
    return this.#today.getUTCDay() || 7;
  }
}
