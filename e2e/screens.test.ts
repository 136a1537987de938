/**
 * Pictures of the page in both languages, light and dark, on a phone and on a desk, for a person to look at before a
 * release (e2e/screenshots). What a picture cannot say is checked: the field has the focus, and nothing is wider than the screen.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AskPage, chromiumPath, DESK, openBrowser, PHONE } from "./browser.ts";
import { RunningServer } from "./server.ts";

const FOLDER = fileURLToPath(new URL("./screenshots", import.meta.url));
const LOOKS = [
  { locale: "zh-CN", theme: "light", size: "phone", words: "帮我点两杯珍珠奶茶送到公司，40块以内" },
  { locale: "zh-CN", theme: "dark", size: "desk", words: "周六去苏州，订一间四星酒店" },
  { locale: "en-US", theme: "dark", size: "phone", words: "book me a train to Shanghai tomorrow" },
  { locale: "en-US", theme: "light", size: "desk", words: "order a pepperoni pizza" },
] as const;

describe.skipIf(!chromiumPath)("the page (needs Chromium)", () => {
  const server = new RunningServer();
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    await server.start();
    browser = await openBrowser();
    await server.ready();
  });
  afterAll(async () => {
    await browser?.close();
    await server.remove();
  });

  it.each(LOOKS)("fits $size in $locale, $theme, from the first field to the order", async ({ locale, theme, size, words }) => {
    const context = await browser.newContext({ ...(size === "phone" ? PHONE : DESK), locale, colorScheme: theme });
    const ask = new AskPage(await context.newPage());
    let shot = 0;
    const look = async (what: string) => {
      await ask.page.screenshot({ path: `${FOLDER}/${locale}-${theme}-${size}-${++shot}-${what}.png` });
      expect(await overflow(ask.page), `${what} is as wide as the screen`).toBeLessThanOrEqual(0);
    };
    await ask.page.goto(server.url);
    await ask.composer.waitFor();
    await expect.poll(() => ask.composer.evaluate((field) => field === document.activeElement || field.contains(document.activeElement))).toBe(true);
    await look("home");
    await ask.ask(words);
    await ask.cardIn("waiting");
    await look("card");
    await ask.approve.click();
    await ask.cardIn("ordered");
    await look("ordered");
    await ask.page.goto(`${server.url}/orders`);
    await ask.page.getByTestId("orders-list").waitFor();
    await look("orders");
    await ask.page.goto(`${server.url}/me`);
    await ask.page.getByTestId("save-profile").waitFor();
    await look("me");
    await context.close();
  });
});

/** Pixels by which the document is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
