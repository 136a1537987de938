/**
 * Says everyday requests to a running server and looks into the bazaar's database whether the orders are the ones asked for.
 *
 *   node e2e/everyday/run.ts --url http://127.0.0.1:PORT --data FOLDER [--set requests|requests-held-out] [--locale zh|en]
 *                            [--only TEXT] [--json FILE]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import type { AppStatus, Profile } from "../../packages/agent/src/events.ts";
import { Calendar, type Request } from "./expectation.ts";
import { describe, faults, howItEnded, type OrderRow } from "./judge.ts";
import { Person, steps, type Told } from "./person.ts";

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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: "string" }, data: { type: "string" }, set: { type: "string", default: "requests" }, locale: { type: "string" }, only: { type: "string" }, json: { type: "string" } },
  });
  if (!values.url || !values.data) throw new Error("needs --url and --data of a running server");
  const status = await new Person(values.url).get<AppStatus>("/api/status");
  const { everydayRequests } = (await import(new URL(`${values.set}.ts`, import.meta.url).href)) as { everydayRequests(days: Calendar): readonly Request[] };
  const requests = everydayRequests(new Calendar(status.today)).filter((each) => (!values.locale || each.locale === values.locale) && (!values.only || each.text.includes(values.only)));
  const outcomes = await runAll(values.url, values.data, requests, ({ request, told, placed, wrong }) => {
    console.log(`${wrong.length === 0 ? "right" : "WRONG"}  ${(told.ms / 1000).toFixed(1)} s  ${request.text}${told.tapped ? "  [tapped]" : ""}`);
    if (wrong.length === 0) return;
    for (const fault of wrong) console.log(`         - ${fault}`);
    for (const step of steps(told.events)) console.log(`         · ${step.tool} ${JSON.stringify(step.arguments)} -> ${step.modelText.slice(0, 160)}`);
    for (const row of placed) console.log(`         = ${describe(row)}`);
    console.log(`        ${howItEnded(told)}`);
  });
  console.log(`\n${summary(outcomes)}`);
  if (values.json) writeFileSync(values.json, JSON.stringify(outcomes, undefined, 1));
}

if (import.meta.main) await main();
