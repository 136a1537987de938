import { createServer } from "node:http";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@wanwen/core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findModel, modelsIn } from "./folder.ts";
import { openHub } from "./hub.ts";
import { forgetPull, pull, type PullProgress, type PullRequest } from "./pull.ts";
import { PullError } from "./pull-error.ts";
import { HubServer } from "./testing/hub-server.ts";

const server = new HubServer();
const vectors = join(import.meta.dirname, "../../../vectors");
const gguf = readFileSync(join(vectors, "llamacpp-tiny/tiny-k-q4_0.gguf"));
const name = "tiny-Q4_0";
const times = { silenceMsMax: 400, pauseMs: 1 };
let folder = "";

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.reset();
  folder = mkdtempSync(join(tmpdir(), "wanwen-pull-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const hub = (token?: string, from: "huggingface" | "modelscope" = "huggingface") => openHub({ from, endpoint: server.url, ...(token ? { token } : {}) });
const fetchIt = (more: Partial<PullRequest & { room: number; signal: AbortSignal; onProgress: (progress: PullProgress) => void }> = {}, from = hub()) => {
  const { file, repository = "org/tiny", room = 1e12, ...rest } = more;
  return pull(from, { repository, ...(file ? { file } : {}) }, { folder, room, times, ...rest });
};
const problem = (more: Parameters<typeof fetchIt>[0] = {}, from = hub()) => fetchIt(more, from).then(() => undefined, (error: unknown) => error as PullError);
const host = (path: string, bytes: Buffer | string, lfs = path.endsWith(".gguf") || path.endsWith(".safetensors")) =>
  void server.files.push({ path, bytes: Buffer.from(bytes), lfs });
const left = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".part"));

describe("pulling a model", () => {
  it("fetches a GGUF file through the hub's redirect, checks it, and says how far it is; the token stays with the hub", async () => {
    host(`${name}.gguf`, gguf);
    const progress: PullProgress[] = [];
    const pulled = await fetchIt({ onProgress: (each) => progress.push(each) }, hub("secret"));
    expect(pulled).toEqual({ name, path: join(folder, `${name}.gguf`), already: false });
    expect(readFileSync(pulled.path).equals(gguf)).toBe(true);
    expect([progress[0]!.doneBytes, progress.at(-1)]).toEqual([0, { name, doneBytes: gguf.length, totalBytes: gguf.length }]);
    expect(server.seen.map(({ url, authorization }) => [url.split("/")[1], authorization])).toEqual([["api", "Bearer secret"], ["org", "Bearer secret"], ["cdn", undefined]]);
    expect(readdirSync(join(folder, ".pulling"))).toEqual([]);
    expect(findModel(folder, name)).toMatchObject({ path: pulled.path, bytes: gguf.length });
  });

  it("knows what is here already, and does not touch a file of the same name that a person put there", async () => {
    host(`${name}.gguf`, gguf);
    await fetchIt();
    expect(await fetchIt()).toMatchObject({ already: true });
    expect(server.downloads(`${name}.gguf`)).toHaveLength(1);
    writeFileSync(join(folder, `${name}.gguf`), "my own");
    expect(await problem()).toMatchObject({ reason: "occupied" });
    expect(readFileSync(join(folder, `${name}.gguf`), "utf8")).toBe("my own");
  });

  it("goes on by itself where a connection broke off", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "cut", after: 10_000, times: 2 });
    await fetchIt();
    expect(server.downloads(`${name}.gguf`).map(({ range }) => range)).toEqual([undefined, "bytes=10000-", "bytes=20000-"]);
  });

  it("goes on by itself when a server falls silent", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "silent", after: 5_000, times: 1 });
    await fetchIt();
    expect(server.downloads(`${name}.gguf`).map(({ range }) => range)).toEqual([undefined, "bytes=5000-"]);
  });

  it("keeps what has arrived when it is stopped, and the next try asks only for the rest", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "silent", after: 7_000, times: 1 });
    const abort = new AbortController();
    const stopped = await problem({ signal: abort.signal, onProgress: ({ doneBytes }) => void (doneBytes > 0 && abort.abort(new Error("enough"))) });
    expect(stopped).toMatchObject({ message: "enough" });
    expect(left()).toHaveLength(1);
    expect(modelsIn(folder)).toEqual([]);
    await fetchIt();
    expect(server.downloads(`${name}.gguf`).map(({ range }) => range)).toEqual([undefined, "bytes=7000-"]);
    expect(readFileSync(join(folder, `${name}.gguf`)).equals(gguf)).toBe(true);
  });

  it("begins again, and arrives whole, where a server knows no ranges", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "cut", after: 10_000, times: 1 }, { path: `${name}.gguf`, kind: "noRanges", times: 1 });
    await fetchIt();
    expect(readFileSync(join(folder, `${name}.gguf`)).equals(gguf)).toBe(true);
  });

  it("gives up after a few tries that bring nothing, and keeps what came before", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "cut", after: 3_000, times: 1 }, { path: `${name}.gguf`, kind: "status", status: 503, times: 99 });
    expect(await problem()).toMatchObject({ reason: "offline", message: expect.stringContaining("503") });
    expect(left()).toHaveLength(1);
  });

  it("forgets an unfinished one when asked to", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "status", status: 404, times: 1 });
    await problem();
    expect(readdirSync(join(folder, ".pulling"))).toEqual([name]);
    forgetPull(folder, name);
    expect(readdirSync(join(folder, ".pulling"))).toEqual([]);
    forgetPull(folder, "never-begun");
  });

  it("is done by one at a time", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "silent", after: 1_000, times: 1 });
    const first = fetchIt();
    while (left().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await problem()).toMatchObject({ reason: "inUse" });
    await first;
  });

  it("fetches a folder of safetensors: settings, index and shards, and it appears all at once", async () => {
    const dense = join(vectors, "transformers/dense");
    const tokenizer = readFileSync(join(vectors, "transformers/tokenizer.json"));
    host("config.json", readFileSync(join(dense, "config.json")));
    host("tokenizer.json", tokenizer);
    host("model-00001-of-00002.safetensors", "first");
    host("model-00002-of-00002.safetensors", "second");
    host("model.safetensors.index.json", "{}");
    host("README.md", "# not needed");
    host("consolidated.safetensors", "the same again, in another layout");
    host("onnx/model.safetensors", "elsewhere");
    server.mishaps.push({ path: "model-00002-of-00002.safetensors", kind: "status", status: 404, times: 1 });
    server.pageSize = 3;
    expect(await problem()).toMatchObject({ reason: "missing" });
    expect(modelsIn(folder)).toEqual([]);
    expect(await fetchIt()).toEqual({ name: "tiny", path: join(folder, "tiny"), already: false });
    expect(readdirSync(join(folder, "tiny")).toSorted()).toEqual([
      "config.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json", "tokenizer.json",
    ]);
    expect(server.downloads("model-00001-of-00002.safetensors")).toHaveLength(1);
    expect(await fetchIt()).toMatchObject({ already: true });
    rmSync(join(folder, "tiny", "config.json"));
    expect(await problem()).toMatchObject({ reason: "occupied" });
  });

  it("fetches every part of a split GGUF file, also from a folder of the repository", async () => {
    for (const part of [1, 2]) host(`Q8_0/big-Q8_0-0000${part}-of-00002.gguf`, `part ${part}`);
    await fetchIt({ file: "Q8_0" });
    expect(modelsIn(folder)).toMatchObject([{ name: "big-Q8_0", path: join(folder, "big-Q8_0-00001-of-00002.gguf"), bytes: 12 }]);
    rmSync(join(folder, "big-Q8_0-00001-of-00002.gguf")); // as after a crash between the two
    expect(modelsIn(folder)).toEqual([]);
    await fetchIt({ file: "Q8_0" });
    expect(modelsIn(folder)).toHaveLength(1);
    expect(server.downloads("big-Q8_0-00002-of-00002.gguf")).toHaveLength(1);
  });

  it("fetches from ModelScope too", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "cut", after: 10_000, times: 1 });
    expect(await fetchIt({}, hub(undefined, "modelscope"))).toMatchObject({ name });
    expect(server.seen[0]!.url).toBe("/api/v1/models/org/tiny/repo/files");
    expect(server.downloads(`${name}.gguf`).map(({ range }) => range)).toEqual([undefined, "bytes=10000-"]);
  });
});

describe("choosing a file", () => {
  const sizes = (list: Record<string, number>) => {
    server.listBody = () => Object.entries(list).map(([path, size]) => ({ type: "file", path, size, oid: "0".repeat(40) }));
  };
  const chosen = async (list: Record<string, number>, room: number, file?: string) => {
    sizes(list);
    const error = await problem({ room, ...(file ? { file } : {}) });
    return server.seen.findLast(({ url }) => url.includes("/resolve/"))?.url.split("/").at(-1) ?? error!.message;
  };
  const all = { "m-Q8_0.gguf": 900, "m-Q4_K_M.gguf": 500, "m-UD-Q4_K_M.gguf": 510, "m-Q2_K.gguf": 300, "m-IQ2_M.gguf": 280, "m-BF16.gguf": 1700, "mmproj-m-F16.gguf": 5 };

  it.each<[number, string]>([[2000, "m-Q4_K_M.gguf"], [500, "m-Q4_K_M.gguf"], [499, "m-Q2_K.gguf"]])("with room for %d takes %s", async (room, expected) => {
    expect(await chosen(all, room)).toBe(expected);
  });

  it("takes the largest that fits where there is none of the usual types", async () => {
    expect(await chosen({ "m-Q2_K.gguf": 300, "m-Q3_K_M.gguf": 400, "m-BF16.gguf": 1700 }, 1000)).toBe("m-Q3_K_M.gguf");
  });

  it("says what the smallest would need when none fits", async () => {
    expect(await chosen(all, 200)).toMatch(/the smallest file that can be read, m-Q2_K, has 0\.0 GB; this computer has memory for 0\.0 GB/);
  });

  it("takes the one that is named, whole or in part, whether it fits or not", async () => {
    expect(await chosen(all, 200, "m-Q8_0.gguf")).toBe("m-Q8_0.gguf");
    server.seen.length = 0;
    expect(await chosen(all, 200, "bf16")).toBe("m-BF16.gguf");
    server.seen.length = 0;
    expect(await chosen(all, 200, "Q5_K_M")).toMatch(/has no GGUF file Q5_K_M; it has m-Q8_0, m-Q4_K_M/);
    expect(await chosen(all, 200, "Q4_K_M")).toBe("Q4_K_M could be m-Q4_K_M, m-UD-Q4_K_M");
  });
});

describe("a hub that is not there or says no", () => {
  it("is told of in one line when this computer is offline", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as { port: number };
    await new Promise((resolve) => gone.close(resolve));
    for (const from of ["huggingface", "modelscope"] as const) {
      const error = await problem({}, openHub({ from, endpoint: `http://127.0.0.1:${port}` }));
      expect(error).toMatchObject({ reason: "offline", message: `127.0.0.1:${port} cannot be reached (ECONNREFUSED). Is this computer online?` });
    }
    expect(await problem({}, openHub({ from: "huggingface", endpoint: "http://no-such-host.invalid" }))).toMatchObject({ reason: "offline" });
  });

  it.each([[401, "gated"], [403, "gated"], [404, "missing"], [429, "busy"], [500, "busy"]] as const)("list: status %d is '%s'", async (status, reason) => {
    server.listStatus = status;
    expect(await problem()).toMatchObject({ reason, message: expect.not.stringContaining("\n") });
  });

  it("is believed when ModelScope says no in JSON", async () => {
    server.listBody = () => ({ Code: 10010205001, Success: false, Message: "no such model", Data: null });
    expect(await problem({}, hub(undefined, "modelscope"))).toMatchObject({ reason: "missing" });
  });

  it.each([[401, "gated"], [403, "gated"], [404, "missing"]] as const)("file: status %d is '%s', at once", async (status, reason) => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "status", status, times: 99 });
    expect(await problem()).toMatchObject({ reason });
    expect(server.seen.filter(({ url }) => url.includes("/resolve/"))).toHaveLength(1);
  });

  it.each(["tiny", "../../etc/passwd", "a/b/c", "org/", "-x/y", "org/na me", "org/na\nme"])("a repository named %s is not asked for", async (repository) => {
    expect(await problem({ repository })).toBeInstanceOf(InputError);
    expect(server.seen).toEqual([]);
  });
});

describe("a hostile hub", () => {
  it.each([
    "../../../outside.gguf", "a/../../outside.gguf", "/outside.gguf", "..\\outside.gguf", "C:outside.gguf", "x\u0000.gguf", "", "a//b.gguf",
    "line\nbreak.gguf", 7, null,
  ])("that names a file %j gets nothing written", async (path) => {
    for (const from of ["huggingface", "modelscope"] as const) {
      server.listBody = () => (from === "huggingface"
        ? [{ type: "file", path, size: 3, oid: "0".repeat(40) }]
        : { Data: { Files: [{ Type: "blob", Path: path, Size: 3, Sha256: "0".repeat(64) }] } });
      expect(await problem({}, hub(undefined, from))).toMatchObject({ reason: "hostile" });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([".gguf", ".hidden.gguf", "-rf.gguf", "a b.gguf", "$(reboot).gguf"])("that calls a model %j gets nothing written", async (path) => {
    host(path, "abc");
    expect(await problem()).toMatchObject({ reason: "hostile" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([-1, 1.5, "9", null, 1e300, NaN])("that gives a file the size %j is refused", async (size) => {
    server.listBody = () => [{ type: "file", path: "m.gguf", size, oid: "0".repeat(40) }];
    expect(await problem()).toMatchObject({ reason: "hostile" });
  });

  it.each([["not JSON", "<html>"], ["no list", { error: 1 }], ["null", "null"], ["entries that are none", [null, 3]]])("whose list is %s is refused", async (_, body) => {
    server.listBody = () => body;
    for (const from of ["huggingface", "modelscope"] as const) {
      const error = await problem({}, hub(undefined, from));
      expect(error?.message).not.toContain("\n");
      expect(error).toSatisfy((each: unknown) => each instanceof InputError || (each as PullError).reason === "hostile");
    }
  });

  it("whose list is too long, or goes on for ever, or at another server, is refused", async () => {
    server.listBody = () => `[${'"x",'.repeat(3 << 20)}"x"]`;
    expect(await problem()).toMatchObject({ reason: "hostile", message: expect.stringContaining("longer than 8 MB") });
    server.listBody = () => [];
    server.nextPage = `${server.url}/api/models/org/tiny/tree/main?cursor=0`;
    expect(await problem()).toMatchObject({ reason: "hostile", message: expect.stringContaining("does not end") });
    server.nextPage = `${server.url.replace("127.0.0.1", "localhost")}/steal`;
    expect(await problem({}, hub("secret"))).toMatchObject({ reason: "hostile", message: expect.stringContaining("another server") });
    expect(server.seen.some(({ url }) => url === "/steal")).toBe(false);
  });

  it("that sends more than it said is stopped, and nothing is kept", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "endless", times: 9 });
    expect(await problem()).toMatchObject({ reason: "size" });
    expect(left()).toEqual([]);
  });

  it("that says it sends fewer bytes than it promised is refused", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "short", times: 9 });
    expect(await problem()).toMatchObject({ reason: "size" });
  });

  it.each([[true], [false]])("that sends other bytes is found out (large file: %s), and the next try begins anew", async (lfs) => {
    host(`${name}.gguf`, gguf, lfs);
    server.mishaps.push({ path: `${name}.gguf`, kind: "damaged", times: 1 });
    expect(await problem()).toMatchObject({ reason: "checksum" });
    expect([left(), existsSync(join(folder, `${name}.gguf`))]).toEqual([[], false]);
    await fetchIt();
    expect(server.downloads(`${name}.gguf`).at(-1)!.range).toBeUndefined();
  });

  it("that sends another range than it was asked for is refused", async () => {
    host(`${name}.gguf`, gguf);
    server.mishaps.push({ path: `${name}.gguf`, kind: "cut", after: 10_000, times: 1 }, { path: `${name}.gguf`, kind: "wrongRange", times: 1 });
    expect(await problem()).toMatchObject({ reason: "hostile" });
  });

  it("that names a file larger than the disk is told so before anything is fetched", async () => {
    server.listBody = () => [{ type: "file", path: "m-Q4_0.gguf", size: 8e12, oid: "0".repeat(40) }];
    expect(await problem({ room: 1e13 })).toMatchObject({ reason: "space" });
    expect(server.seen).toHaveLength(1);
  });
});

describe("the models folder", () => {
  it("lists GGUF files and folders with weights, and nothing else", () => {
    writeFileSync(join(folder, "a.gguf"), "12345");
    writeFileSync(join(folder, "mmproj-a.gguf"), "");
    writeFileSync(join(folder, "notes.txt"), "");
    writeFileSync(join(folder, "x-00001-of-99999.gguf"), "");
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "b", "model.safetensors"), "123");
    mkdirSync(join(folder, "empty"));
    mkdirSync(join(folder, ".pulling", "c"), { recursive: true });
    expect(modelsIn(folder)).toMatchObject([{ name: "a", bytes: 5 }, { name: "b", path: join(folder, "b"), bytes: 3 }]);
    expect(modelsIn(join(folder, "nowhere"))).toEqual([]);
  });
});
