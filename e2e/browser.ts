import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium on this computer, or undefined: browser tests are then skipped. */
export const chromiumPath: string | undefined =
  process.env["WANWEN_CHROMIUM"] ??
  NAMES.flatMap((name) => (process.env["PATH"] ?? "").split(":").map((folder) => join(folder, name))).find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** The page with the words that these stories need. */
export class AskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get composer(): Locator { return this.page.getByTestId("composer"); }
  get card(): Locator { return this.page.getByTestId("approval-card").last(); }
  get approve(): Locator { return this.card.getByTestId("approve"); }
  get decline(): Locator { return this.card.getByTestId("decline"); }
  get order(): Locator { return this.page.getByTestId("order-card").last(); }

  async ask(words: string): Promise<void> {
    await this.composer.fill(words);
    await this.composer.press("Enter");
  }

  /** Waits for a card in the given state and returns its whole text. */
  async cardIn(state: string): Promise<string> {
    await this.page.locator(`[data-testid="approval-card"][data-state="${state}"]`).last().waitFor({ timeout: 30_000 });
    return (await this.card.textContent()) ?? "";
  }
}
