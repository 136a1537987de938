import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Checkpoint, suggestionsFor } from "./catalogue.ts";
import { Downloads } from "./downloads.ts";
import { modelsIn } from "./folder.ts";
import { openHub } from "./hub.ts";
import { Library } from "./library.ts";
import { HubServer } from "./testing/hub-server.ts";

const root = join(import.meta.dirname, "../../..");
const tiny = join(root, "vectors/llamacpp-tiny/tiny-k-q4_0.gguf");
const embedded = { name: "mini", path: join(root, "models/mini") };
let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "wanwen-library-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("the library", () => {
  it("says of each model what it is, what it costs, how fast it may be and whether it fits, the embedded one first", async () => {
    copyFileSync(tiny, join(folder, "tiny.gguf"));
    writeFileSync(join(folder, "a-broken.gguf"), "no model");
    const library = new Library({ folder, embedded, threads: 1, room: 10e6 });
    const cards = await library.cards();
    expect(cards).toMatchObject([
      { name: "mini", embedded: true, family: "qwen3.5", parameters: 8_954_656, fits: true },
      { name: "a-broken", embedded: false, fits: false, problem: expect.stringContaining("expected a GGUF file") },
      { name: "tiny", embedded: false, family: "qwen3.5", fits: true, bytes: readFileSync(tiny).length },
    ]);
    // More memory than its file: keys, values and state of a conversation are counted.
    expect(cards[2]!.memoryBytes).toBeGreaterThan(cards[2]!.bytes);
    expect(cards[2]!.tokensPerSecond).toBeGreaterThan(cards[0]!.tokensPerSecond!);
    expect(library.find("tiny")).toMatchObject({ path: join(folder, "tiny.gguf") });
    expect(library.find("../mini")).toBeUndefined();
  });

  it("looks again when a file has changed, and shows a model too large for the memory as one that does not fit", async () => {
    const library = new Library({ folder, embedded, threads: 1, room: 1000 });
    writeFileSync(join(folder, "tiny.gguf"), "not yet");
    expect((await library.cards())[1]).toMatchObject({ problem: expect.anything() });
    copyFileSync(tiny, join(folder, "tiny.gguf"));
    const after = (await library.cards())[1]!;
    expect([after.problem, after.fits]).toEqual([undefined, false]);
  });

  it("lists one that lies elsewhere when it was named at the start", async () => {
    const library = new Library({ folder, embedded, extra: { name: "elsewhere", path: tiny }, threads: 1 });
    expect((await library.cards()).map(({ name }) => name)).toEqual(["mini", "elsewhere"]);
  });
});

describe("suggestions", () => {
  const names = (gigabytes: number, speed?: number) => suggestionsFor(gigabytes * 1e9, speed === undefined ? undefined : speed * 1e9, 8192).map(({ id }) => id.slice(8));

  it("begin with the strongest that fits the memory and still writes as fast as people read", () => {
    expect(names(19, 25)).toEqual(["9b", "4b", "2b", "0.8b", "27b"]);
    expect(names(19, 12)).toEqual(["4b", "2b", "0.8b", "9b"]);
    expect(names(30, 100)[0]).toBe("35b-a3b");
    expect(names(1, 25)).toEqual(["0.8b"]);
    expect(names(0.1, 25)).toEqual([]);
  });

  it("go by the memory alone until something was measured", () => {
    expect(names(7)[0]).toBe("9b");
  });

  it("leave out what is here already, and what is weaker than that", () => {
    writeFileSync(join(folder, "qwen3.5-2b-q4_k_m.gguf"), "x");
    const ids = (room: number) => new Library({ folder, embedded, threads: 1, room }).suggestions().map(({ id }) => id);
    expect([ids(2e9), ids(4e9)]).toEqual([[], ["qwen3.5-4b"]]);
  });
});

describe("the download beside everything else", () => {
  const server = new HubServer();
  const bytes = readFileSync(tiny);
  const checkpoint: Checkpoint = {
    id: "t", title: "Tiny", repository: "org/tiny", file: "tiny-Q4_0.gguf", name: "tiny-Q4_0", bytes: 1, bytesPerToken: 1, cacheBytesPerToken: 1, stateBytes: 1,
  };
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  beforeEach(() => {
    server.reset();
    server.files.push({ path: checkpoint.file, bytes, lfs: true });
    mkdirSync(join(folder, "data"));
  });

  let hubs = () => [openHub({ from: "huggingface", endpoint: server.url })];
  const opened: Downloads[] = [];
  afterEach(async () => void (await Promise.all(opened.splice(0).map((each) => each.close()))));
  const open = () => {
    const downloads = new Downloads({
      folder, room: 1e12, hubs: hubs(), memo: join(folder, "data", "download.json"),
      find: (id) => (id === "t" ? checkpoint : undefined),
    });
    opened.push(downloads);
    return downloads;
  };
  const until = (downloads: Downloads, state: string | undefined) => expect.poll(() => downloads.status?.state, { timeout: 5_000 }).toBe(state);
  const stall = (after = 8_000) => void server.mishaps.push({ path: checkpoint.file, kind: "silent", after, times: 1 });
  const arrived = (downloads: Downloads) => expect.poll(() => downloads.status?.doneBytes).toBe(8_000);

  it("comes to its end, and a second one has to wait for it", async () => {
    const downloads = open();
    stall();
    expect(downloads.start(checkpoint)).toBe(true);
    await arrived(downloads);
    expect(downloads.start({ ...checkpoint, id: "other" })).toBe(false);
    await downloads.pause();
    expect(downloads.status).toMatchObject({ state: "paused", doneBytes: 8_000, totalBytes: bytes.length });
    downloads.start(checkpoint);
    await until(downloads, "done");
    expect(downloads.status).toMatchObject({ title: "Tiny", name: "tiny-Q4_0", doneBytes: bytes.length, totalBytes: bytes.length });
    expect(server.downloads(checkpoint.file).map(({ range }) => range)).toEqual([undefined, "bytes=8000-"]);
    expect(modelsIn(folder).map(({ name }) => name)).toEqual(["tiny-Q4_0"]);
    await downloads.cancel(); // takes the finished one off the screen, and nothing else
    expect([downloads.status, modelsIn(folder).length]).toEqual([undefined, 1]);
  });

  it("goes on by itself after a restart, from where it was", async () => {
    const first = open();
    stall();
    first.start(checkpoint);
    await arrived(first);
    await first.close();
    const second = open();
    await until(second, "done");
    expect(server.downloads(checkpoint.file).at(-1)!.range).toBe("bytes=8000-");
  });

  it("stays paused over a restart, and says how much is here", async () => {
    const first = open();
    stall();
    first.start(checkpoint);
    await arrived(first);
    await first.pause();
    const second = open();
    await until(second, "paused");
    expect(server.downloads(checkpoint.file)).toHaveLength(1);
  });

  it("is forgotten when cancelled: no bytes stay, no restart brings it back", async () => {
    const downloads = open();
    stall();
    downloads.start(checkpoint);
    await arrived(downloads);
    await downloads.cancel();
    expect([downloads.status, existsSync(join(folder, ".pulling", checkpoint.name)), existsSync(join(folder, "data", "download.json"))]).toEqual([undefined, false, false]);
    expect(open().status).toBeUndefined();
  });

  it("says why it failed, and can be tried again", async () => {
    server.listStatus = 404;
    const downloads = open();
    downloads.start(checkpoint);
    await until(downloads, "failed");
    expect(downloads.status?.problem).toMatchObject({ reason: "missing" });
    server.listStatus = 200;
    expect(downloads.start(checkpoint)).toBe(true);
    await until(downloads, "done");
  });

  it("goes to the second hub when the first cannot be reached, with what has arrived", async () => {
    const first = hubs;
    const downloads = open();
    stall();
    downloads.start(checkpoint);
    await arrived(downloads);
    await downloads.close();
    hubs = () => [openHub({ from: "huggingface", endpoint: "http://127.0.0.1:1" }), openHub({ from: "modelscope", endpoint: server.url })];
    const second = open();
    hubs = first;
    await until(second, "done");
    expect(server.downloads(checkpoint.file).at(-1)!.range).toBe("bytes=8000-");
  });

  it("does not mind a memo that is broken", () => {
    writeFileSync(join(folder, "data", "download.json"), "{");
    expect(open().status).toBeUndefined();
  });
});
