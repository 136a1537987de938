/**
 * Pictures of the app on the fake agent, for a person to look at: `node apps/chat/dev/shots.ts URL OUT [name…]`.
 * Development only. Each story is driven by the same roles and test ids as the end-to-end suite.
 */
import { mkdirSync } from "node:fs";
import { chromium, type Page } from "playwright-core";

const [url = "http://127.0.0.1:7070", out = "test-results/shots", ...only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });

type Look = { locale: "zh-CN" | "en-US"; theme: "light" | "dark"; width: number; height: number; elder?: number };
const looks: Record<string, Look> = {
  "zh-light-390": { locale: "zh-CN", theme: "light", width: 390, height: 844 },
  "en-dark-390": { locale: "en-US", theme: "dark", width: 390, height: 844 },
  "en-light-1280": { locale: "en-US", theme: "light", width: 1280, height: 800 },
  "zh-dark-1280": { locale: "zh-CN", theme: "dark", width: 1280, height: 800 },
  "zh-elder-390": { locale: "zh-CN", theme: "light", width: 390, height: 844, elder: 2 },
};

const ask = async (page: Page, text: string) => {
  await page.goto(url);
  await page.getByTestId("composer").fill(text);
  await page.getByTestId("send").click();
  await page.waitForURL(/\/t\//);
};
const card = (page: Page, state: string) => page.locator(`[data-testid=approval-card][data-state=${state}]`).last();

const stories: Record<string, (page: Page, shot: (name: string) => Promise<void>) => Promise<void>> = {
  async home(page, shot) {
    await page.goto(url);
    await page.getByTestId("example").first().waitFor();
    await shot("home");
  },
};
stories["food"] = async (page, shot) => {
  const zh = (await page.evaluate(() => navigator.language)).startsWith("zh");
  await ask(page, zh ? "帮我点两杯珍珠奶茶送到公司，40块以内" : "Two pearl milk teas to the office, up to ¥40");
  await page.getByTestId("step").first().waitFor();
  await shot("food-1-step");
  await card(page, "waiting").waitFor();
  await page.waitForTimeout(300);
  await shot("food-2-card");
  await page.getByTestId("change-quantity").click();
  await shot("food-3-edit");
  await page.getByRole("button", { name: zh ? "不改了" : "Keep as it is" }).click();
  await page.getByTestId("approve").click();
  await card(page, "paying").waitFor();
  await shot("food-4-paying");
  await page.getByTestId("order-card").first().waitFor();
  await page.waitForTimeout(2500);
  await shot("food-5-order");
  await page.evaluate(() => document.querySelector("[role=region]")?.scrollTo(0, 0));
  await page.locator("[data-testid=steps-folded] summary").first().click();
  await page.locator("[data-testid=step] summary").first().click();
  await shot("food-6-top");
};
stories["wrong"] = async (page, shot) => {
  const zh = (await page.evaluate(() => navigator.language)).startsWith("zh");
  await ask(page, zh ? "明天西湖边的酒店" : "A hotel at West Lake tomorrow");
  await page.getByTestId("step-notthis").waitFor();
  await page.waitForTimeout(1500);
  await shot("wrong-1");
  await page.locator("[data-testid=step-notthis] [data-tool=search_hotels]").click();
  await page.waitForTimeout(2500);
  await shot("wrong-2");
};
stories["states"] = async (page, shot) => {
  const zh = (await page.evaluate(() => navigator.language)).startsWith("zh");
  for (const [name, text, state] of [
    ["sold", zh ? "奶茶 卖完" : "tea sold out", "soldOut"],
    ["changed", zh ? "奶茶 涨价" : "tea price", "changed"],
    ["unpaid", zh ? "奶茶 余额" : "tea balance", "unpaid"],
    ["unknown", zh ? "奶茶 没回音" : "tea silent", "unknown"],
  ] as const) {
    await ask(page, text);
    await card(page, "waiting").waitFor();
    await page.getByTestId("approve").click();
    await card(page, state).waitFor();
    await page.waitForTimeout(400);
    await shot(`state-${name}`);
  }
  await ask(page, zh ? "奶茶" : "tea");
  await card(page, "waiting").waitFor();
  await page.getByTestId("decline").click();
  await card(page, "declined").waitFor();
  await page.waitForTimeout(1200);
  await shot("state-declined");
  await page.getByTestId("ask-again").click();
  await card(page, "waiting").waitFor();
  await page.getByTestId("change-quantity").click();
  await page.getByRole("button", { name: zh ? "多一份" : "One more" }).click();
  await page.getByTestId("revise").click();
  await card(page, "superseded").waitFor();
  await page.waitForTimeout(400);
  await shot("state-revised");
};
stories["words"] = async (page, shot) => {
  const zh = (await page.evaluate(() => navigator.language)).startsWith("zh");
  await ask(page, zh ? "写点建议" : "write some advice");
  await page.locator(".written").first().waitFor({ timeout: 15_000 });
  await page.waitForTimeout(2500);
  await shot("words-markdown");
  await ask(page, zh ? "买票，哪个" : "a ticket, which");
  await page.getByTestId("choice").first().waitFor();
  await shot("words-choices");
  await ask(page, zh ? "哪里有药店" : "where is a pharmacy");
  await page.waitForTimeout(3500);
  await shot("words-places");
  await ask(page, zh ? "出错" : "fail");
  await page.getByTestId("failure").waitFor();
  await shot("words-failure");
  await ask(page, zh ? "慢慢来" : "slow");
  await page.waitForTimeout(700);
  await shot("words-queued");
  await page.keyboard.press("Escape");
  await page.getByTestId("stopped").waitFor();
  await shot("words-stopped");
  await ask(page, zh ? "没有的东西" : "nothing");
  await page.waitForTimeout(2000);
  await shot("words-nothing");
};
stories["places"] = async (page, shot) => {
  await page.goto(`${url}/orders`);
  await page.waitForTimeout(500);
  await shot("places-orders");
  const first = page.locator("[data-testid=orders-list] a").first();
  if ((await first.count()) > 0) {
    await first.click();
    await page.waitForTimeout(300);
    await shot("places-order");
    if (await page.getByTestId("order-cancel").count()) {
      await page.getByTestId("order-cancel").click();
      await shot("places-cancel");
      await page.getByTestId("order-cancel-confirm").click();
      await page.waitForTimeout(1200);
      await shot("places-cancelled");
    }
  }
  await page.goto(`${url}/me`);
  await page.waitForTimeout(500);
  await shot("places-me");
  await page.keyboard.press("?");
  await shot("places-keys");
};

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const [lookName, look] of Object.entries(looks)) {
  if (only.some((each) => each in looks) && !only.includes(lookName)) continue;
  const context = await browser.newContext({ locale: look.locale, colorScheme: look.theme, viewport: { width: look.width, height: look.height }, deviceScaleFactor: look.width < 600 ? 2 : 1, hasTouch: look.width < 600 });
  if (look.elder !== undefined) await context.addInitScript((elder) => localStorage.setItem("wanwen.settings", JSON.stringify({ elder })), look.elder);
  for (const [name, story] of Object.entries(stories)) {
    if (only.some((each) => each in stories) && !only.includes(name)) continue;
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && console.log(lookName, name, message.text()));
    page.on("pageerror", (error) => console.log(lookName, name, error.message));
    page.setDefaultTimeout(12_000);
    await page.goto(`${url}/manifest.webmanifest`);
    await page.evaluate(() => sessionStorage.clear());
    try {
      await story(page, async (shot) => void (await page.screenshot({ path: `${out}/${lookName}-${shot}.png` })));
    } catch (error) {
      console.log(lookName, name, String(error).split("\n")[0]);
      await page.screenshot({ path: `${out}/${lookName}-${name}-problem.png` });
    }
    await page.close();
  }
  await context.close();
}
await browser.close();
