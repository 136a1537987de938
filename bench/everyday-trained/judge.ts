import { prepareCall } from "../../packages/agent/src/arguments.ts";
import type { Calendar } from "../../packages/agent/src/calendar.ts";
import type { Profile } from "../../packages/agent/src/events.ts";
import { isToolName } from "../../packages/agent/src/tools.ts";
import type { TrainedRequest } from "./requests.ts";

export interface FirstCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What the calendar and the shop would take anyway when a parameter is left out: harmless when it is written. */
const DEFAULTS: Readonly<Record<string, readonly unknown[]>> = {
  nights: [1], cabin: ["economy"], seat: ["second"], mode: ["driving"], time: ["now"], quantity: [1],
};

/** What is wrong with a first call; nothing: it is the one that was meant. Letters, not their case nor blanks, count. */
export function faults({ text, tools, values }: TrainedRequest, call: FirstCall | undefined): readonly string[] {
  if (!call) return ["no call"];
  if (!tools.includes(call.name)) return [`called ${call.name}, not ${tools.join(" or ")}`];
  const wrong: string[] = [];
  for (const [name, accepted] of Object.entries(values)) {
    const got = call.arguments[name];
    if (!accepted.some((value) => plain(value) === plain(got))) wrong.push(`${name}: ${JSON.stringify(got) ?? "left out"}`);
  }
  for (const [name, got] of Object.entries(call.arguments)) {
    if (name in values || DEFAULTS[name]?.includes(got)) continue;
    // Dates, sizes and wishes that the list does not name are right as long as the person said them.
    if (!plain(text).includes(plain(got)) || plain(got) === "") wrong.push(`${name}: ${JSON.stringify(got)} was not said`);
  }
  return wrong;
}

/** The same of the step that the agent makes of a call: it holds every value against the person's words once more. */
export function faultsOfStep({ text, tools, values }: TrainedRequest, call: FirstCall | undefined, profile: Profile, calendar: Calendar): readonly string[] {
  if (!call || !tools.includes(call.name) || !isToolName(call.name)) return faults({ text, tools, values } as TrainedRequest, call);
  const { arguments: used, facts } = prepareCall(call.name, call.arguments, { request: [text], all: [text], profile, calendar });
  return Object.entries(values).flatMap(([name, accepted]) => {
    const fact = facts.find((each) => each.name === name);
    const got = [used[name], fact?.said, fact?.used];
    return accepted.some((value) => got.some((each) => plain(value) === plain(each))) ? [] : [`${name}: ${JSON.stringify(got[0]) ?? "left out"}`];
  });
}

function plain(value: unknown): string {
  return value === undefined ? "(left out)" : String(value).toLowerCase().replace(/\s+/g, "");
}
