/**
 * Choosing another model on the page: the real program with a models folder of its own, a second copy of the embedded model
 * as the other one, and a hub on this computer to download from. Leaves pictures in e2e/screenshots for a person to look at.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CATALOGUE, type Checkpoint } from "../packages/models/src/catalogue.ts";
import { HubServer } from "../packages/models/src/testing/hub-server.ts";
import { AskPage, chromiumPath, DESK, openBrowser, PHONE } from "./browser.ts";
import { RunningServer } from "./server.ts";

const root = join(import.meta.dirname, "..");
const pictures = join(import.meta.dirname, "screenshots");
const tiny = readFileSync(join(root, "vectors/llamacpp-tiny/tiny-k-q4_0.gguf"));

describe.skipIf(!chromiumPath)("the list of models (needs Chromium)", () => {
  const models = mkdtempSync(join(tmpdir(), "wanwen-models-"));
  const hub = new HubServer();
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    cpSync(join(root, "models/mini"), join(models, "second-mini"), { recursive: true });
    writeFileSync(join(models, "broken.gguf"), "no model");
    await hub.start();
    server = new RunningServer([], { WANWEN_MODELS: models, HF_ENDPOINT: hub.url });
    await server.start();
    browser = await openBrowser();
    await server.ready();
    hub.repository = "*";
    hub.files.push(...CATALOGUE.map(({ file }) => ({ path: file, bytes: tiny, lfs: true })));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
    await hub.stop();
    rmSync(models, { recursive: true });
  });

  async function open(locale: "zh-CN" | "en-US" = "en-US", theme: "light" | "dark" = "light", size = DESK): Promise<{ ask: AskPage; panel: Locator; row: (name: string) => Locator; look: (what: string) => Promise<void> }> {
    const context = await browser.newContext({ ...size, locale, colorScheme: theme });
    const page = await context.newPage();
    page.on("pageerror", (error) => { throw error; });
    await page.goto(server.url);
    const panel = page.getByTestId("models");
    const name = `${locale}-${theme}-${size === PHONE ? "phone" : "desk"}`;
    return {
      ask: new AskPage(page), panel, row: (model) => panel.locator(`[data-testid="model-here"][data-name="${model}"]`),
      async look(what) {
        await page.screenshot({ path: join(pictures, `${name}-models-${what}.png`) });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${what} is as wide as the screen`).toBeLessThanOrEqual(0);
        expect(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth), `${what}: the panel does not scroll sideways`).toBeLessThanOrEqual(0);
      },
    };
  }
  const line = (ask: AskPage) => ask.page.getByTestId("model-line");
  const showList = async (ask: AskPage) => {
    await ask.page.getByTestId("open-models").click();
    await ask.page.getByTestId("models-now").waitFor();
  };
  /** What is suggested first depends on how busy this computer was when its memory was measured. */
  const offered = async (panel: Locator): Promise<Checkpoint> => {
    const id = await panel.getByTestId("model-suggested").first().getAttribute("data-id");
    return CATALOGUE.find((each) => each.id === id)!;
  };
  const close = (ask: AskPage) => ask.page.context().close();

  it("changes to another model by one press; orders go on with it, after a reload and after a restart too", async () => {
    const { ask, panel, row } = await open();
    await line(ask).getByText("mini, on this computer").waitFor();
    await showList(ask);
    expect(await row("mini").getAttribute("data-state")).toBe("used");
    expect(await row("broken").textContent()).toContain("Cannot be used: broken.gguf: expected a GGUF file");
    expect(await row("broken").getByTestId("use-model").count()).toBe(0);
    await row("second-mini").getByTestId("use-model").click();
    await expect.poll(() => row("second-mini").getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    await ask.page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    await line(ask).getByText("second-mini, on this computer").waitFor();

    const before = server.orders().length;
    await ask.ask("order a pepperoni pizza");
    await ask.cardIn("waiting");
    await ask.approve.click();
    await ask.cardIn("ordered");
    expect(server.orders()).toHaveLength(before + 1);
    expect(((await (await fetch(`${server.url}/v1/models`)).json()) as { data: unknown[] }).data).toMatchObject([{ id: "second-mini" }]);

    await ask.page.goto(server.url);
    await line(ask).getByText("second-mini, on this computer").waitFor();
    await server.kill();
    await server.start();
    await server.ready();
    await ask.page.reload();
    await line(ask).getByText("second-mini, on this computer").waitFor();
    await close(ask);
  });

  it("is worked by keyboard alone, and gives the focus back", async () => {
    const { ask, row } = await open();
    const opener = ask.page.getByTestId("open-models");
    await opener.focus();
    await ask.page.keyboard.press("Enter");
    await row("mini").waitFor();
    await row("mini").getByTestId("use-model").focus();
    await ask.page.keyboard.press("Enter");
    await expect.poll(() => row("mini").getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    await ask.page.keyboard.press("Escape");
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await close(ask);
  });

  it("downloads the suggested model while the page stays usable, with a pause and a restart of the program in between, and uses it", async () => {
    const { ask, panel, row } = await open();
    await showList(ask);
    const best = await offered(panel);
    hub.mishaps.push({ path: best.file, kind: "silent", after: 9_000, times: 1 });
    await panel.getByTestId("model-suggested").first().getByTestId("download-model").click();
    const download = panel.getByTestId("model-download");
    await expect.poll(() => download.getAttribute("data-state")).toBe("running");
    await expect.poll(async () => hub.downloads(best.file).length).toBe(1);
    await ask.page.keyboard.press("Escape");
    await ask.ask("I want a cappuccino");
    await ask.cardIn("waiting");
    await ask.page.goto(server.url);
    await showList(ask);
    await panel.getByTestId("pause-download").click();
    await expect.poll(() => download.getAttribute("data-state")).toBe("paused");
    await server.kill();
    await server.start();
    await server.ready();
    await ask.page.reload();
    await showList(ask);
    expect(await download.getAttribute("data-state")).toBe("paused");
    await panel.getByTestId("resume-download").click();
    await panel.getByTestId("use-downloaded").click({ timeout: 20_000 });
    await expect.poll(() => row(best.name).getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    expect(hub.downloads(best.file).map(({ range }) => range)).toEqual([undefined, "bytes=9000-"]);
    expect(await download.count()).toBe(0);
    await row("mini").getByTestId("use-model").click();
    await expect.poll(() => row("mini").getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    await close(ask);
  });

  it("goes back to the embedded model when the chosen one is gone", async () => {
    const { ask, row } = await open();
    await showList(ask);
    await row("second-mini").getByTestId("use-model").click();
    await expect.poll(() => row("second-mini").getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    await server.kill();
    rmSync(join(models, "second-mini"), { recursive: true });
    await server.start();
    await server.ready();
    await ask.page.reload();
    await line(ask).getByText("mini, on this computer", { exact: true }).waitFor();
    await showList(ask);
    await ask.page.getByText("second-mini is not on this computer any more. mini answers.").waitFor();
    cpSync(join(root, "models/mini"), join(models, "second-mini"), { recursive: true });
    for (const name of ["second-mini", "mini"]) {
      await row(name).getByTestId("use-model").click();
      await expect.poll(() => row(name).getAttribute("data-state"), { timeout: 20_000 }).toBe("used");
    }
    await close(ask);
  });

  it.each([
    ["zh-CN", "light", PHONE], ["zh-CN", "dark", DESK], ["en-US", "dark", PHONE], ["en-US", "light", DESK],
  ] as const)("fits in %s, %s", async (locale, theme, size) => {
    for (const { file } of CATALOGUE) rmSync(join(models, file), { force: true });
    const { ask, panel, row, look } = await open(locale, theme, size);
    await showList(ask);
    const best = await offered(panel);
    await look("1-list");
    const others = panel.locator("summary");
    if ((await others.count()) > 0) {
      await others.click();
      await others.scrollIntoViewIfNeeded();
      await look("1-others");
      await others.click();
    }
    hub.mishaps.push({ path: best.file, kind: "silent", after: 9_000, times: 1 });
    await panel.getByTestId("download-model").first().click();
    await panel.getByTestId("pause-download").waitFor();
    await panel.getByTestId("model-download").scrollIntoViewIfNeeded();
    await ask.page.waitForTimeout(800);
    await look("2-download");
    await panel.getByTestId("cancel-download").click();
    await panel.getByTestId("model-download").waitFor({ state: "detached" });
    hub.listStatus = 401;
    await panel.getByTestId("download-model").first().click();
    await panel.getByTestId("resume-download").waitFor();
    await panel.getByTestId("model-download").scrollIntoViewIfNeeded();
    await look("3-failed");
    hub.listStatus = 200;
    await panel.getByTestId("resume-download").click();
    await panel.getByTestId("use-downloaded").waitFor();
    await look("4-done");
    // Only a computer with little memory asks this; the answer of its server is the real one (server/src/seat.test.ts).
    await ask.page.route("**/api/models/switch", (route) => route.fulfill({ status: 409, json: { error: { code: "memory_both", message: "…" } } }), { times: 1 });
    await row("second-mini").getByTestId("use-model").click();
    await panel.getByTestId("models-consent").scrollIntoViewIfNeeded();
    await look("5-consent");
    await panel.getByTestId("cancel-download").click();
    await panel.getByTestId("model-download").waitFor({ state: "detached" });
    await close(ask);
  });
});
