import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GenerationEvent, GenerationRequest } from "../types.ts";
import { openEngineHere } from "./open.ts";
import { StateFolder } from "./state-folder.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "wanwen-states-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = (least: number, most: number) => ({ least, most, bytesMax: 10_000 });
const open = (fingerprint = "a", bytesMax = 10_000) => new StateFolder({ folder, fingerprint, bytesMax });
const count = (n: number, from = 0): number[] => Array.from({ length: n }, (_, at) => from + at);
const bytes = (n: number, value: number) => new Uint8Array(n).fill(value);

describe("a folder of states", () => {
  test("gives the longest beginning back, also after a restart", () => {
    const first = open();
    first.save(count(4), bytes(10, 1));
    first.save(count(8), bytes(20, 2));
    first.save([9, 9, 9, 9], bytes(30, 3));
    for (const folderNow of [first, open()]) {
      expect(folderNow.find(count(20), limits(0, 19))).toEqual({ length: 8, bytes: bytes(20, 2) });
      expect(folderNow.find(count(20), limits(0, 7))).toEqual({ length: 4, bytes: bytes(10, 1) });
      expect(folderNow.find(count(20), limits(8, 19))).toBeUndefined();
      expect(folderNow.find(count(20, 1), limits(0, 19))).toBeUndefined();
    }
  });

  test("does without files of other models, and without what was changed or cut short", () => {
    open().save(count(8), bytes(20, 2));
    expect(open("b").find(count(20), limits(0, 19))).toBeUndefined();
    expect(open().find(count(20), limits(0, 19))?.length).toBe(8);
    const [name] = readdirSync(folder) as [string];
    const file = readFileSync(join(folder, name));
    file[file.length - 1]! ^= 1;
    writeFileSync(join(folder, name), file);
    expect(open().find(count(20), limits(0, 19))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    open().save(count(8), bytes(20, 2));
    truncateSync(join(folder, name), 50);
    expect(open().find(count(20), limits(0, 19))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves other people's files alone, and goes on when one of its own is gone", () => {
    writeFileSync(join(folder, "game.state"), "level 3");
    writeFileSync(join(folder, "notes.txt"), "x".repeat(5000));
    const states = open();
    states.save(count(4), bytes(10, 1));
    states.save(count(8), bytes(9000, 2));
    states.save(count(6, 50), bytes(900, 3)); // the folder is full: the oldest of its own goes
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["game.state", "notes.txt"]));
    states.save(count(4), bytes(10, 1));
    states.save(count(6), bytes(20, 4));
    for (const name of readdirSync(folder)) if (statSync(join(folder, name)).size === 76 + 24 + 20) rmSync(join(folder, name));
    expect(states.find(count(20), limits(0, 19))).toEqual({ length: 4, bytes: bytes(10, 1) });
    states.save(count(6), bytes(20, 5));
    expect(states.find(count(20), limits(0, 19))?.bytes).toEqual(bytes(20, 5));
  });

  test("keeps to its size: what was used longest ago goes", async () => {
    const states = open("a", 1000);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 15));
    for (const [at, value] of [[0, 1], [100, 2], [200, 3]] as const) {
      states.save(count(4, at), bytes(200, value));
      await pause();
    }
    expect(states.find(count(10), limits(0, 9))?.length).toBe(4); // used again
    await pause();
    states.save(count(4, 300), bytes(200, 4));
    expect([0, 100, 200, 300].map((at) => states.find(count(10, at), limits(0, 9)) !== undefined)).toEqual([true, false, true, true]);
    expect(readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThanOrEqual(1000);
    states.save(count(4, 900), bytes(2000, 9));
    expect(states.find(count(10, 900), limits(0, 9))).toBeUndefined();
  });
});

const request = (text: string): GenerationRequest => ({
  id: text, messages: [{ role: "system", content: "You are Wanwen, an assistant that gets everyday things done. ".repeat(6) }, { role: "user", content: text }],
  tools: [], toolChoice: "none", sampling: { temperature: 0 }, stop: [], maxTokens: 12, logprobs: 1,
});
const said = (events: readonly GenerationEvent[]) => events.filter(({ type }) => type === "text" || type === "failed");
const usage = (events: readonly GenerationEvent[]) => events.at(-1) as Extract<GenerationEvent, { type: "finished" }>;

test("an engine goes on after a restart from what it knew, with the bits of one that reads anew", async () => {
  const path = fileURLToPath(new URL("../../../../models/mini", import.meta.url));
  const run = async (keptFolder: string | undefined, text: string) => {
    const engine = await openEngineHere({ path, backend: "wasm", threads: 1, ...(keptFolder !== undefined && { keptFolder }) });
    const events = await Array.fromAsync(engine.generate(request(text)));
    await engine.close();
    return events;
  };
  expect(usage(await run(folder, "one")).usage.cachedTokens).toBe(0);
  for (const text of ["one", "another message"]) {
    const [again, anew] = [await run(folder, text), await run(undefined, text)];
    expect(usage(again).usage.cachedTokens).toBeGreaterThan(40);
    expect(said(again)).toEqual(said(anew));
  }
});
