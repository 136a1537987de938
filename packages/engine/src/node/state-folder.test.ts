import { spawnSync } from "node:child_process";
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
const parts = (n: number, value: number) => [{ bytes: n, read: () => bytes(n, value) }];

describe("a folder of states", () => {
  test("gives the longest beginning back, also after a restart", async () => {
    const first = open();
    await first.save(count(4), parts(10, 1));
    await first.save(count(8), parts(20, 2));
    await first.save([9, 9, 9, 9], parts(30, 3));
    for (const folderNow of [first, open()]) {
      expect(folderNow.find(count(20), limits(0, 19))).toEqual({ length: 8, bytes: bytes(20, 2) });
      expect(folderNow.find(count(20), limits(0, 7))).toEqual({ length: 4, bytes: bytes(10, 1) });
      expect(folderNow.find(count(20), limits(8, 19))).toBeUndefined();
      expect(folderNow.find(count(20, 1), limits(0, 19))).toBeUndefined();
    }
  });

  test("does without files of other models, and without what was changed or cut short", async () => {
    await open().save(count(8), parts(20, 2));
    expect(open("b").find(count(20), limits(0, 19))).toBeUndefined();
    expect(open().find(count(20), limits(0, 19))?.length).toBe(8);
    const [name] = readdirSync(folder) as [string];
    const file = readFileSync(join(folder, name));
    file[file.length - 1]! ^= 1;
    writeFileSync(join(folder, name), file);
    expect(open().find(count(20), limits(0, 19))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    await open().save(count(8), parts(20, 2));
    truncateSync(join(folder, name), 50);
    expect(open().find(count(20), limits(0, 19))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves other people's files alone, and goes on when one of its own is gone", async () => {
    writeFileSync(join(folder, "game.state"), "level 3");
    writeFileSync(join(folder, "notes.txt"), "x".repeat(5000));
    const states = open();
    await states.save(count(4), parts(10, 1));
    await states.save(count(8), parts(9000, 2));
    await states.save(count(6, 50), parts(900, 3)); // the folder is full: the oldest of its own goes
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["game.state", "notes.txt"]));
    await states.save(count(4), parts(10, 1));
    await states.save(count(6), parts(20, 4));
    for (const name of readdirSync(folder)) if (statSync(join(folder, name)).size === 76 + 24 + 20) rmSync(join(folder, name));
    expect(states.find(count(20), limits(0, 19))).toEqual({ length: 4, bytes: bytes(10, 1) });
    await states.save(count(6), parts(20, 5));
    expect(states.find(count(20), limits(0, 19))?.bytes).toEqual(bytes(20, 5));
  });

  test("keeps to its size: what was used longest ago goes", async () => {
    const states = open("a", 1000);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 15));
    for (const [at, value] of [[0, 1], [100, 2], [200, 3]] as const) {
      await states.save(count(4, at), parts(200, value));
      await pause();
    }
    expect(states.find(count(10), limits(0, 9))?.length).toBe(4); // used again
    await pause();
    await states.save(count(4, 300), parts(200, 4));
    expect([0, 100, 200, 300].map((at) => states.find(count(10, at), limits(0, 9)) !== undefined)).toEqual([true, false, true, true]);
    expect(readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThanOrEqual(1000);
    await states.save(count(4, 900), parts(2000, 9));
    expect(states.find(count(10, 900), limits(0, 9))).toBeUndefined();
  });
});

describe("while a state is written", () => {
  const MEGABYTE = 1 << 20;
  const roomy = { least: 0, most: 99, bytesMax: 1e9 };

  test("others have their turn every few megabytes, and no name is given before the end", async () => {
    const states = open("a", 1e9);
    let turn = 0;
    let done = false;
    const turns = (async () => {
      for (; !done; turn++) await new Promise((resolve) => setImmediate(resolve));
    })();
    const readIn: number[] = [];
    const read = () => {
      readIn.push(turn);
      expect(open("a", 1e9).find(count(9), roomy)).toBeUndefined();
      return bytes(MEGABYTE, 5);
    };
    await states.save(count(8), Array.from({ length: 40 }, () => ({ bytes: MEGABYTE, read })));
    done = true;
    await turns;
    const inOneTurn = Map.groupBy(readIn, (each) => each).values().map(({ length }) => length);
    expect(Math.max(...inOneTurn)).toBeLessThanOrEqual(4);
    expect(states.find(count(9), roomy)?.bytes).toEqual(bytes(40 * MEGABYTE, 5));
  });

  test("a part that cannot be read any more leaves nothing behind, and the next state is written all the same", async () => {
    const states = open("a", 1e9);
    const gone = { bytes: 10, read: () => { throw new Error("its memory was needed"); } };
    const both = [states.save(count(8), [...parts(MEGABYTE, 1), gone]), states.save(count(4), parts(10, 2))];
    await Promise.all(both);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(states.find(count(9), roomy)).toEqual({ length: 4, bytes: bytes(10, 2) });
  });

  // The process dies while it hands over the first part, one in the middle, the last one, and behind it.
  test.each([0, 20, 39, 40])("a process that is killed at part %i of 40 leaves no half of a state and the older ones whole", async (at) => {
    await open("a", 1e9).save(count(4), parts(10, 1));
    const script = join(folder, "writes.ts");
    writeFileSync(script, `
      import { StateFolder } from ${JSON.stringify(new URL("state-folder.ts", import.meta.url).href)};
      const states = new StateFolder({ folder: ${JSON.stringify(folder)}, fingerprint: "a", bytesMax: 1e9 });
      const die = () => process.kill(process.pid, "SIGKILL");
      const read = (at: number) => {
        if (at === ${at}) die();
        return new Uint8Array(${MEGABYTE}).fill(at);
      };
      const parts = Array.from({ length: 40 }, (_, at) => ({ bytes: ${MEGABYTE}, read: () => read(at) }));
      await states.save([0, 1, 2, 3, 4, 5, 6, 7], parts);
      die();
    `);
    const { signal, stderr } = spawnSync(process.execPath, ["--conditions=@wanwen/source", script], { encoding: "utf8" });
    expect(signal, stderr).toBe("SIGKILL");
    const states = open("a", 1e9);
    const found = states.find(count(9), roomy);
    if (at < 40) expect(found).toEqual({ length: 4, bytes: bytes(10, 1) });
    else expect(found).toEqual({ length: 8, bytes: Uint8Array.from({ length: 40 * MEGABYTE }, (_, i) => i >> 20) });
    await states.save(count(8), parts(20, 3)); // what the dead process left is in nobody's way
    expect(states.find(count(9), roomy)?.length).toBe(8);
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
