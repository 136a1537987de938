import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HubServer } from "../../../packages/models/src/testing/hub-server.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wanwen-cli-"));
const models = join(folder, "models");
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `wanwen …` to its end. Standard input is empty unless given. */
function wanwen(args: readonly string[], input = "", env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { timeout: 60_000, env: { ...process.env, WANWEN_MODELS: models, ...env } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
    });
    child.stdin!.end(input);
  });
}

const serve = (...args: readonly string[]) => wanwen(["serve", "--no-open", "--port", "0", "--data", join(folder, "data"), ...args]);

describe("wanwen", () => {
  it.each(["serve", "chat", "bench", "pull", "inspect"])("%s --help has examples", async (command) => {
    const { code, out } = await wanwen([command, "--help"]);
    expect([code, out]).toEqual([0, expect.stringContaining(`Examples:\n  wanwen ${command}`)]);
  });

  it.each([
    [["chat", "--max-tokens", "0"], "a whole number from 1 on"],
    [["chat", "--temperature", "warm"], "a number from 0 to 2"],
    [["chat", "--threads", "0"], "a whole number from 1 to 128"],
    [["serve", "--port", "65536"], "a whole number from 0 to 65535"],
    [["serve", "--port", ""], "a whole number from 0 to 65535"],
    [["bench", "--runs", "1e3"], "a whole number from 1 to 1000"],
    [["chat", "--backend", "abacus"], "Allowed choices are wasm, reference"],
    [["dance"], "unknown command 'dance'"],
  ])("refuses %j before anything starts, and says what was expected", async (args, expected) => {
    const { code, err } = await wanwen(args);
    expect([code, err]).toEqual([1, expect.stringContaining(expected)]);
  });
});

/** One sentence for people; where our code stands is no concern of theirs. */
async function saysOnly(ended: Promise<Ended>, sentence: string): Promise<void> {
  const { code, out, err } = await ended;
  expect([code, out, err.trim()]).toEqual([1, "", expect.stringContaining(`✗ ${sentence}`)]);
  expect(err).not.toMatch(/^\s+at /m);
}

describe("wanwen says in a sentence what is wrong with", () => {
  it("a model that is not there or is none", async () => {
    const file = join(folder, "notes.txt");
    const broken = join(folder, "broken.gguf");
    writeFileSync(file, "no model");
    writeFileSync(broken, "no model either");
    await saysOnly(wanwen(["chat", "--model", join(folder, "nowhere"), "hi"]), `--model: there is no file or folder ${join(folder, "nowhere")}`);
    await saysOnly(wanwen(["chat", "--model", "", "hi"]), "--model: expected a folder, a .gguf file or a name, got nothing");
    await saysOnly(wanwen(["bench", "--model", file]), "--model: expected a folder or a .gguf file, got notes.txt");
    await saysOnly(wanwen(["chat", "--model", broken, "hi"]), "broken.gguf: expected a GGUF file");
    await saysOnly(serve("--model", join(folder, "nowhere")), "--model: there is no file or folder");
  });

  it("a port that is taken, an address that is not ours, a folder that is a file, an endpoint that is no URL", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    await saysOnly(serve("--port", String(port)), `--port: ${port} is taken by another program`);
    other.close();
    await saysOnly(serve("--host", "192.0.2.1"), "--host: expected an address of this computer, got 192.0.2.1");
    await saysOnly(serve("--data", join(main, "data")), `--data: ${join(main, "data")} cannot be used`);
    await saysOnly(serve("--endpoint", "my model"), "--endpoint: expected a URL like http://127.0.0.1:8000/v1, got my model");
  });
});

describe("wanwen chat", () => {
  it("answers a question from standard input on standard output, and only that", async () => {
    const { code, out } = await wanwen(["chat", "--max-tokens", "8", "--temperature", "0"], "你好\n");
    expect([code, out]).toEqual([0, expect.stringMatching(/^你好.+\n$/)]);
  });

  it("wants a question, and fails when the answer does", async () => {
    await saysOnly(wanwen(["chat"]).then((ended) => ({ ...ended, err: ended.err.slice(ended.err.indexOf("✗")) })), "expected a question");
    const { code, err } = await wanwen(["chat"], "x ".repeat(9000));
    expect([code, err]).toEqual([1, expect.stringContaining("✗ context: expected a prompt of at most")]);
  });
});

describe("wanwen pull", () => {
  const hub = new HubServer();
  const bytes = readFileSync(new URL("../../../vectors/llamacpp-tiny/tiny-k-q4_0.gguf", import.meta.url));
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());

  it("fetches a model, says what it is, and from then on every command knows it by name", async () => {
    hub.files.push({ path: "tiny-Q4_0.gguf", bytes, lfs: true }, { path: "tiny-BF16.gguf", bytes: Buffer.alloc(9), lfs: true });
    const { code, out, err } = await wanwen(["pull", "org/tiny"], "", { HF_ENDPOINT: hub.url });
    expect([code, err.trim()]).toEqual([0, "It is here: wanwen serve --model tiny-Q4_0"]);
    expect(out).toMatch(/^tiny-Q4_0 {2}\(.*tiny-Q4_0\.gguf\)\nwhat +Qwen3\.5/);
    expect((await wanwen(["pull", "org/tiny:q4_0"], "", { HF_ENDPOINT: hub.url })).err).toContain("It is here already");
    expect((await wanwen(["inspect", "tiny-Q4_0", "--json", "--no-speed"])).out).toContain(`"path":"${join(models, "tiny-Q4_0.gguf")}"`);
    expect(await wanwen(["chat", "--model", "tiny-Q4_0", "--max-tokens", "2", "hi"])).toMatchObject({ code: 0 });
    await saysOnly(wanwen(["chat", "--model", "tiny-Q5", "hi"]), `--model: there is no file or folder ${join(process.cwd(), "tiny-Q5")}, and no tiny-Q5 in ${models}, which has tiny-Q4_0`);
  });

  it("stops at Ctrl+C, keeps what has arrived, and goes on from there", async () => {
    hub.files.push({ path: "half-Q8_0.gguf", bytes, lfs: true });
    hub.mishaps.push({ path: "half-Q8_0.gguf", kind: "silent", after: 20_000, times: 1 });
    const env = { HF_ENDPOINT: hub.url };
    const child = execFile(process.execPath, [main, "pull", "org/tiny:half-Q8_0"], { env: { ...process.env, WANWEN_MODELS: models, ...env } });
    let err = "";
    child.stderr!.on("data", (text: string) => (err += text));
    await expect.poll(() => existsSync(join(models, ".pulling", "half-Q8_0")), { timeout: 20_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill("SIGINT");
    const [code] = (await once(child, "exit")) as [number];
    expect([code, err]).toEqual([1, "✗ stopped; the same command goes on from there\n"]);
    expect((await wanwen(["pull", "org/tiny:half-Q8_0"], "", env)).code).toBe(0);
    expect(hub.downloads("half-Q8_0.gguf").map(({ range }) => range)).toEqual([undefined, "bytes=20000-"]);
  });

  it("says in one line that this computer is offline, or that the name is wrong", async () => {
    await saysOnly(wanwen(["pull", "org/tiny"], "", { HF_ENDPOINT: "http://127.0.0.1:1" }), "127.0.0.1:1 cannot be reached");
    await saysOnly(wanwen(["pull", "org/other"], "", { HF_ENDPOINT: hub.url }), `${hub.url.slice(7)}: org/other does not exist`);
    await saysOnly(wanwen(["pull", "tiny", "--from", "modelscope"]), "expected ORG/NAME");
    expect((await wanwen(["pull", "org/tiny"], "", { HF_ENDPOINT: "http://127.0.0.1:1" })).err.trim().split("\n")).toHaveLength(1);
  });
});
