import type { Approval } from "@wanwen/approvals";
import type { Locale, Offer, Order, Place, Route } from "@wanwen/services";

/** The 17 tools, by the names that models know (models/mini/tools.json). */
export type ToolName =
  | "search_food" | "search_products" | "search_flights" | "search_trains" | "search_hotels" | "search_movies"
  | "search_events" | "search_places" | "plan_route" | "search_rides" | "search_deals" | "search_recharge"
  | "place_order" | "list_orders" | "track_order" | "cancel_order" | "remember";

/** An offer as shown in one task, under the short id that the model uses ("o1"). */
export interface TaskOffer extends Offer {
  readonly id: string;
  /** Why it is the suggested one, in the reader's language: "cheapest under ¥40, 25 min". Only on the first. */
  readonly why?: string;
}

/** What a tool gave back, for the screen. The model sees `modelText` of `stepFinished` instead. */
export type StepResult =
  | { readonly kind: "offers"; readonly offers: readonly TaskOffer[] }
  | { readonly kind: "places"; readonly places: readonly Place[] }
  | { readonly kind: "route"; readonly route: Route }
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "orders"; readonly orders: readonly Order[] }
  | { readonly kind: "remembered"; readonly key: string; readonly value: string }
  /** place_order: the card is its own event; this is how it ended. */
  | { readonly kind: "purchase"; readonly approvalId: string }
  | { readonly kind: "nothing"; readonly message: string }
  /** In words for the person. `code` is for programs. */
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** A parameter as it was used, with where it came from and what code made of it ("明天" → "2026-12-02 Wednesday"). */
export interface StepFact {
  readonly name: string;
  readonly said: string;
  readonly used: string;
  readonly source: "you" | "profile" | "default" | "guess";
  /** Of a price that is not to be exceeded: what it is the price of, when that was said. */
  readonly of?: "each" | "total";
}

/**
 * Everything that happens in a task, in an append-only log. A screen, a test and a restart all rebuild the same picture
 * from it. `seq` counts from 1 within a task.
 */
export type TaskEvent = { readonly seq: number; readonly at: string } & TaskEventBody;

export type TaskEventBody =
  | { readonly type: "taskCreated"; readonly taskId: string; readonly locale: Locale; readonly title: string }
  | { readonly type: "said"; readonly messageId: string; readonly text: string }
  /** The assistant's finished words. While they stream they come as `TaskDelta`s with the same messageId. */
  | { readonly type: "replied"; readonly messageId: string; readonly text: string; readonly choices?: readonly string[] }
  | { readonly type: "stepStarted"; readonly callId: string; readonly tool: ToolName; readonly arguments: Readonly<Record<string, unknown>>;
      readonly facts: readonly StepFact[]; readonly origin: "model" | "correction" | "choice" }
  | { readonly type: "stepFinished"; readonly callId: string; readonly result: StepResult; readonly modelText: string }
  /** "Not this?": the person sent these words to another service; the old step is out of the conversation. */
  | { readonly type: "stepReplaced"; readonly callId: string; readonly by: ToolName }
  | { readonly type: "offerChosen"; readonly offerId: string; readonly by: "model" | "person" }
  /** The card appeared, or changed its state. The last one with an id counts. */
  | { readonly type: "approval"; readonly approval: Approval }
  | { readonly type: "orderChanged"; readonly order: Order }
  | { readonly type: "stopped"; readonly by: "person" | "limit" }
  /** The turn could not go on. Nothing was bought unless an order says so. */
  | { readonly type: "failed"; readonly code: string; readonly message: string; readonly canRetry: boolean }
  /** The assistant has nothing more to do until the person speaks or answers the card. */
  | { readonly type: "turnEnded" };

/** Short-lived news beside the log: streaming text, waiting, loading. Never needed to rebuild the picture. */
export type TaskDelta =
  | { readonly type: "textDelta"; readonly messageId: string; readonly text: string }
  | { readonly type: "status"; readonly status: "loadingModel" | "queued" | "reading" | "writing" | "idle"; readonly ahead?: number; readonly seconds?: number };

export interface TaskSummary {
  readonly id: string;
  readonly title: string;
  readonly locale: Locale;
  readonly createdAt: string;
  readonly state: "working" | "awaitingApproval" | "idle";
}

export interface Profile {
  readonly locale: Locale;
  readonly city: string;
  readonly name: string;
  readonly phone: string;
  /** Named addresses: home, office … in the person's words. The first is the default. */
  readonly addresses: readonly { readonly label: string; readonly address: string }[];
  /** What `remember` kept. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface AppStatus {
  readonly model: {
    readonly state: "loading" | "ready" | "failed";
    readonly name: string;
    /** "on this computer" when local, else the endpoint's host. */
    readonly where: "local" | string;
    readonly loadSeconds?: number;
    readonly message?: string;
  };
  readonly today: string;
}
