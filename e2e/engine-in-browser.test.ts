import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, openBrowser } from "./browser.ts";
import { servePage } from "./engine-in-browser/serve.ts";

const vector = (name: string) => fileURLToPath(new URL(`../vectors/llamacpp-tiny/${name}`, import.meta.url));
const ids = (name: string) => {
  const bytes = readFileSync(vector(name));
  return [...new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))];
};

describe.skipIf(chromiumPath === undefined)("the engine in a browser", () => {
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof servePage>>;

  beforeAll(async () => {
    server = await servePage({ "/tiny.gguf": vector("tiny-dense-f32.gguf") });
    browser = await openBrowser();
    page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => "ask" in window);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each([1, 2])("goes on greedily as llama.cpp does, on %i threads", async (threads) => {
    const expected = ids("tiny-dense-f32.greedy.i32");
    const task = { url: `${server.url}tiny.gguf`, threads, tokens: ids("tokens.i32"), reply: expected.length };
    const answer = await page.evaluate((each) => window.ask(each), task);
    expect(answer.error).toBe(undefined);
    expect(answer.description).toBe(`wasm, relaxed SIMD, ${threads === 1 ? "1 thread" : "2 threads"}`);
    expect(answer.ids).toEqual(expected);
  });

  test("a file that is no model is refused in words", async () => {
    const task = { url: `${server.url}index.html`, threads: 1, tokens: [1], reply: 1 };
    const answer = await page.evaluate((each) => window.ask(each), task);
    expect(answer.error).toContain("index.html");
  });
});
