/**
 * Whole stories, as a person lives them: the real program, the embedded model, a real browser, the merchants' database
 * at the end. Each story has a page of its own; the wallet and the stock are shared, as in life.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AskPage, chromiumPath, DESK, openBrowser, PHONE } from "./browser.ts";
import { RunningServer } from "./server.ts";

describe.skipIf(!chromiumPath)("in a browser (needs Chromium)", () => {
  const server = new RunningServer();
  let browser: Browser;

  beforeAll(async () => {
    await server.start();
    browser = await openBrowser();
    await server.ready();
  });
  afterAll(async () => {
    await browser?.close();
    await server.remove();
  });

  async function open(locale: "zh-CN" | "en-US", size = DESK): Promise<AskPage> {
    const context = await browser.newContext({ ...size, locale });
    const page = await context.newPage();
    page.on("pageerror", (error) => { throw error; });
    await page.goto(server.url);
    return new AskPage(page);
  }
  const close = (ask: AskPage) => ask.page.context().close();
  const newOrders = (before: number) => server.orders().slice(before);

  it("orders two bubble teas in Chinese: steps, offers, a card with the total, one press, an order number", async () => {
    const before = server.orders().length;
    const ask = await open("zh-CN");
    await ask.ask("帮我点两杯珍珠奶茶送到公司，40块以内");
    const card = await ask.cardIn("waiting");
    expect(card).toContain("珍珠奶茶");
    expect(server.orders()).toHaveLength(before);
    await ask.approve.click();
    await ask.cardIn("ordered");
    const [order, ...more] = newOrders(before);
    expect(more).toEqual([]);
    expect(order).toMatchObject({ kind: "food", quantity: 2 });
    expect(String(order!["name_zh"])).toContain("珍珠奶茶");
    expect(Number(order!["total_minor"])).toBeLessThanOrEqual(4000);
    expect(await ask.page.textContent("main")).toContain(String(order!["id"]));
    await close(ask);
  });

  it("books a train in English on a phone, by touch", async () => {
    const before = server.orders().length;
    const ask = await open("en-US", PHONE);
    await ask.ask("book me a train to Shanghai tomorrow");
    await ask.cardIn("waiting");
    await ask.approve.tap();
    await ask.cardIn("ordered");
    const [order] = newOrders(before);
    const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString("sv-SE");
    expect(order).toMatchObject({ kind: "trains", quantity: 1, date: tomorrow });
    expect(`${String(order!["to"])}`).toMatch(/上海|Shanghai/);
    await close(ask);
  });

  it("approves by keyboard, but Enter alone never pays", async () => {
    const before = server.orders().length;
    const ask = await open("zh-CN");
    await ask.ask("来一份宫保鸡丁");
    await ask.cardIn("waiting");
    await ask.page.keyboard.press("Enter");
    await ask.page.waitForTimeout(500);
    expect(newOrders(before)).toEqual([]);
    await ask.approve.focus();
    await ask.page.keyboard.press("Enter");
    await ask.cardIn("ordered");
    expect(newOrders(before)).toHaveLength(1);
    await close(ask);
  });

  it("buys nothing when the person says not now, and keeps the card in its final state", async () => {
    const before = server.orders().length;
    const ask = await open("en-US");
    await ask.ask("order a pepperoni pizza");
    await ask.cardIn("waiting");
    await ask.decline.click();
    await ask.cardIn("declined");
    expect(newOrders(before)).toEqual([]);
    await close(ask);
  });

  it("says so when it was sold out in the meantime, and pays nothing", async () => {
    const before = server.orders().length;
    const ask = await open("zh-CN");
    await ask.ask("帮我买一副蓝牙耳机");
    await ask.cardIn("waiting");
    await server.fault({ fault: "sold_out", kind: "products" });
    await ask.approve.click();
    await ask.cardIn("soldOut");
    expect(newOrders(before)).toEqual([]);
    await close(ask);
  });

  it("pays nothing when the price changed after the card was shown, and asks again with the new total", async () => {
    const before = server.orders().length;
    const ask = await open("en-US");
    await ask.ask("I want a cappuccino");
    const first = await ask.cardIn("waiting");
    await server.fault({ fault: "price_drift", kind: "food", byMinor: 500 });
    await ask.approve.click();
    await ask.cardIn("changed");
    expect(newOrders(before)).toEqual([]);
    const second = await ask.cardIn("waiting");
    expect(second).not.toBe(first);
    await ask.approve.click();
    await ask.cardIn("ordered");
    expect(newOrders(before)).toHaveLength(1);
    await close(ask);
  });

  it("shows the same task after a reload and in a second tab, and one yes is enough for both", async () => {
    const before = server.orders().length;
    const ask = await open("zh-CN");
    await ask.ask("充50块话费");
    const card = await ask.cardIn("waiting");
    await ask.page.reload();
    expect(await ask.cardIn("waiting")).toBe(card);
    const second = new AskPage(await ask.page.context().newPage());
    await second.page.goto(ask.page.url());
    expect(await second.cardIn("waiting")).toBe(card);
    await second.approve.click();
    await second.cardIn("ordered");
    await ask.cardIn("ordered");
    expect(newOrders(before)).toHaveLength(1);
    await close(ask);
  });

  it("corrects a wrong choice of service with one tap and no typing", async () => {
    const ask = await open("zh-CN");
    await ask.ask("后天去上海的火车票");
    await ask.cardIn("waiting");
    await ask.page.getByTestId("step-notthis").first().locator('[data-tool="search_flights"]').click();
    await expect.poll(() => ask.page.getByTestId("approval-card").last().textContent(), { timeout: 30_000 }).toMatch(/航|机票|经济舱|航班/);
    expect(await ask.cardIn("waiting")).toContain("上海");
    await close(ask);
  });

  it("cancels an order from the orders page and the money comes back", async () => {
    const ask = await open("zh-CN");
    await ask.ask("订一张明天去北京的高铁票");
    await ask.cardIn("waiting");
    await ask.approve.click();
    await ask.cardIn("ordered");
    const order = server.orders().at(-1)!;
    await ask.page.goto(`${server.url}/orders`);
    const balance = () => ask.page.getByTestId("balance").textContent();
    const before = await balance();
    await ask.page.locator(`[data-testid="order-card"][data-order-id="${String(order["id"])}"] a`).click();
    await ask.page.getByTestId("order-cancel").click();
    await ask.page.getByTestId("order-cancel-confirm").click();
    await expect.poll(() => server.orders().find((each) => each["id"] === order["id"])?.["status"]).toBe("cancelled");
    await ask.page.goto(`${server.url}/orders`);
    await expect.poll(balance).not.toBe(before);
    await close(ask);
  });
});

describe.skipIf(!chromiumPath)("when the server dies between the yes and the answer (needs Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser?.close());

  const stories = [
    ["before the merchant has done anything", { fault: "delay", ms: 60_000, kind: "food" }],
    ["after the merchant has made the order", { fault: "timeout_after_success", ms: 60_000, kind: "food" }],
  ] as const;
  it.each(stories)("there is exactly one order afterwards: killed %s", async (_, fault) => {
    const server = new RunningServer();
    try {
      await server.start();
      await server.ready();
      const context = await browser.newContext({ ...DESK, locale: "zh-CN" });
      const ask = new AskPage(await context.newPage());
      await ask.page.goto(server.url);
      await ask.ask("来一份麻婆豆腐");
      await ask.cardIn("waiting");
      await server.fault(fault);
      await ask.approve.click();
      await ask.cardIn("paying");
      await ask.page.waitForTimeout(700);
      await server.kill();
      await server.start();
      await ask.cardIn("ordered");
      expect(server.orders()).toHaveLength(1);
      await ask.page.waitForTimeout(1500);
      expect(server.orders()).toHaveLength(1);
      await context.close();
    } finally {
      await server.remove();
    }
  });
});

