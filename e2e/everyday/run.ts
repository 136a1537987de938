/**
 * Says everyday requests to the real program and looks into the bazaar's database whether the orders are the ones asked for.
 * Each request is a task of its own; the wallet and the stock are shared, as in life. Starts a server unless told of one.
 *
 *   node e2e/everyday/run.ts [--set requests|requests-held-out|requests-held-out-2|requests-held-out-3|requests-held-out-4] [--locale zh|en]
 *                            [--only TEXT] [--json FILE] [--today ISO] [--url http://127.0.0.1:PORT --data FOLDER]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import type { AppStatus, Profile } from "../../packages/agent/src/events.ts";
import { Calendar, type Request } from "./expectation.ts";
import { describe, faults, howItEnded, type OrderRow } from "./judge.ts";
import { Person, steps, type Told } from "./person.ts";
import { RunningServer } from "../server.ts";

export interface Outcome {
  readonly request: Request;
  readonly wrong: readonly string[];
  readonly told: Told;
  readonly placed: readonly OrderRow[];
}

/** One request after the other, each a task of its own; `note` hears of each as it ends. */
export async function runAll(url: string, data: string, requests: readonly Request[], note: (outcome: Outcome) => void): Promise<readonly Outcome[]> {
  const person = new Person(url);
  const outcomes: Outcome[] = [];
  for (const request of requests) {
    const profile = await person.get<Profile>("/api/profile"); // "remember" changes it
    const before = new Set(orders(data).map((row) => row["id"]));
    const told = await person.says(request.text, request.locale, Boolean(request.orders?.length));
    const rows = orders(data);
    const placed = rows.filter((row) => !before.has(row["id"]!));
    const outcome = { request, told, placed, wrong: faults(request, told, placed, rows.at(-1), profile) };
    outcomes.push(outcome);
    note(outcome);
  }
  return outcomes;
}

/** Oldest first. */
function orders(data: string): readonly OrderRow[] {
  const database = new DatabaseSync(join(data, "bazaar.db"), { readOnly: true });
  try {
    return database.prepare("select * from orders order by placed_at, rowid").all() as OrderRow[];
  } finally {
    database.close();
  }
}

/** "zh 57 of 60 (95 %)", and the same by what was asked for. */
export function summary(outcomes: readonly Outcome[]): string {
  const share = (some: readonly Outcome[]) => {
    const right = some.filter((outcome) => outcome.wrong.length === 0).length;
    return `${right} of ${some.length} (${((100 * right) / some.length).toFixed(0)} %)`;
  };
  const kinds = Map.groupBy(outcomes, kindOf);
  const lines = [...kinds].map(([kind, some]) => {
    const [zh, en] = (["zh", "en"] as const).map((locale) => some.filter((each) => each.request.locale === locale));
    return `| ${kind} | ${zh!.length ? share(zh!) : ""} | ${en!.length ? share(en!) : ""} |`;
  });
  const [zh, en] = (["zh", "en"] as const).map((locale) => outcomes.filter((each) => each.request.locale === locale));
  return ["| asked for | Chinese | English |", "|---|---|---|", ...lines, `| **all** | ${zh!.length ? share(zh!) : ""} | ${en!.length ? share(en!) : ""} |`, "", `together ${share(outcomes)}`].join("\n");
}

function kindOf({ request }: Outcome): string {
  if ((request.orders?.length ?? 0) > 1) return "two things";
  const kind = request.orders?.[0] && [request.orders[0].kind].flat()[0];
  if (kind) return kind;
  if (request.uses?.length === 0) return "talk";
  return request.uses?.some((tool) => tool.startsWith("search_") || tool === "plan_route") ? "questions" : "orders and memory";
}

export async function requestsOf(set: string, today: string): Promise<readonly Request[]> {
  const { everydayRequests } = (await import(new URL(`${set}.ts`, import.meta.url).href)) as { everydayRequests(days: Calendar): readonly Request[] };
  return everydayRequests(new Calendar(today));
}

/** What happened, for a reader of the table: one line, and the steps when something was wrong. */
export function report({ request, told, placed, wrong }: Outcome): string {
  const head = `${wrong.length === 0 ? "right" : "WRONG"}  ${(told.ms / 1000).toFixed(1)} s  ${request.text}${told.tapped ? "  [tapped]" : ""}`;
  if (wrong.length === 0) return head;
  return [
    head,
    ...wrong.map((fault) => `         - ${fault}`),
    ...steps(told.events).map((step) => `         · ${step.tool} ${JSON.stringify(step.arguments)} -> ${step.modelText.slice(0, 160)}`),
    ...placed.map((row) => `         = ${describe(row)}`),
    `        ${howItEnded(told)}`,
  ].join("\n");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" }, data: { type: "string" }, set: { type: "string", default: "requests" }, locale: { type: "string" }, only: { type: "string" },
      json: { type: "string" }, today: { type: "string" },
    },
  });
  const own = values.url && values.data ? undefined : new RunningServer(values.today ? ["--today", values.today] : []);
  try {
    await own?.start();
    await own?.ready();
    const [url, data] = [own?.url ?? values.url!, own?.data ?? values.data!];
    const { today } = await new Person(url).get<AppStatus>("/api/status");
    const all = await requestsOf(values.set, today);
    const requests = all.filter((each) => (!values.locale || each.locale === values.locale) && (!values.only || each.text.includes(values.only)));
    const outcomes = await runAll(url, data, requests, (outcome) => console.log(report(outcome)));
    console.log(`\n${summary(outcomes)}`);
    if (values.json) writeFileSync(values.json, JSON.stringify(outcomes, undefined, 1));
  } finally {
    await own?.remove();
  }
}

if (import.meta.main) await main();
