/** What hands do: tap twice, look away, change by keyboard, ask again. The real page, the real program. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { AskPage, chromiumPath, DESK, openBrowser } from "./browser.ts";
import { RunningServer } from "./server.ts";

describe.skipIf(chromiumPath === undefined)("hands (needs Chromium)", () => {
  const server = new RunningServer();
  let browser: Browser;
  beforeAll(async () => {
    await server.start();
    await server.ready();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.remove();
  });
  const open = async (locale: string): Promise<AskPage> => {
    const page = await (await browser.newContext({ ...DESK, locale })).newPage();
    await page.goto(server.url);
    return new AskPage(page);
  };
  const tasks = async (): Promise<{ id: string; state: string }[]> => ((await (await fetch(`${server.url}/api/tasks`)).json()) as { tasks: { id: string; state: string }[] }).tasks;

  test("a double click on an example is one request, and an English page has an English profile", async () => {
    const ask = await open("en-US");
    await ask.page.getByTestId("example").first().dblclick();
    expect(await ask.cardIn("waiting")).toContain("West Wenyi Road");
    expect(await tasks()).toHaveLength(1);
  });

  test("a fact is changed and given up by keyboard alone, and the keys stay on the card", async () => {
    const ask = await open("zh-CN");
    await ask.ask("帮我点两杯珍珠奶茶送到公司");
    await ask.cardIn("waiting");
    await ask.card.getByTestId("change-quantity").press("Enter");
    await ask.page.keyboard.press("Escape");
    await expect.poll(() => ask.page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("change-quantity");
    expect(await ask.approve.isEnabled()).toBe(true);
    expect(await ask.card.locator("[data-fact=quantity]").textContent()).toContain("2 份");
  });

  test("a number that an offer is bound to cannot be changed on its card; how many means nothing there", async () => {
    const ask = await open("zh-CN");
    await ask.ask("给手机充100块话费");
    expect(await ask.cardIn("waiting")).toContain("您的资料");
    expect(await ask.card.getByTestId("change-deliverTo").count()).toBe(0);
    expect(await ask.card.locator("[data-fact=quantity]").count()).toBe(0);
  });

  test("an order cancelled elsewhere shows so in its own task, which stays done", async () => {
    const ask = await open("zh-CN");
    await ask.ask("打车去杭州东站");
    await ask.cardIn("waiting");
    await ask.approve.click();
    await ask.page.locator("[data-testid=turn][data-ended=true]").waitFor();
    const id = await ask.order.getAttribute("data-order-id");
    await fetch(`${server.url}/api/orders/${id}/cancel`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ clientId: "elsewhere" }) });
    await ask.page.locator(`[data-testid=order-card][data-order-id="${id}"][data-status=cancelled]`).waitFor();
    const task = new URL(ask.page.url()).pathname.split("/").at(-1);
    expect((await tasks()).find((each) => each.id === task)?.state).toBe("idle");
  });
});
