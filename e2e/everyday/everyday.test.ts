/**
 * A sample of the everyday requests as a guard; `run.ts` says them all. The clock stands on a Tuesday morning, so that
 * "tonight" has not passed and "tomorrow" is a working day.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RunningServer } from "../server.ts";
import { report, requestsOf, runAll } from "./run.ts";

const TODAY = "2026-12-01";
const EVERY = 6;

describe("everyday requests", async () => {
  const server = new RunningServer(["--today", `${TODAY}T10:00:00`]);
  beforeAll(async () => {
    await server.start();
    await server.ready();
  });
  afterAll(() => server.remove());

  const sample = (await requestsOf("requests", TODAY)).filter((_, index) => index % EVERY === 0);
  it.each(sample.map((request) => [request.text, request] as const))("%s", async (_, request) => {
    const [outcome] = await runAll(server.url, server.data, [request], () => {});
    expect(outcome!.wrong, report(outcome!)).toEqual([]);
  });
});
