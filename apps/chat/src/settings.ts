import type { Locale } from "@wanwen/services";

/** How the app looks for this person, on this device. Kept in the browser; `public/boot.js` reads it before the first paint. */
export interface Settings {
  readonly language: Locale | "auto";
  readonly theme: "auto" | "light" | "dark";
  /** 0 is the normal scale, 1 to 3 are the scales of elder mode. */
  readonly elder: 0 | 1 | 2 | 3;
}

const key = "wanwen.settings";
const listeners = new Set<() => void>();
let current: Settings = read();

function read(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Settings>;
    return {
      language: kept.language === "zh" || kept.language === "en" ? kept.language : "auto",
      theme: kept.theme === "light" || kept.theme === "dark" ? kept.theme : "auto",
      elder: kept.elder === 1 || kept.elder === 2 || kept.elder === 3 ? kept.elder : 0,
    };
  } catch {
    return { language: "auto", theme: "auto", elder: 0 };
  }
}

function apply(): void {
  const root = document.documentElement;
  root.lang = settings.locale() === "zh" ? "zh-CN" : "en";
  if (current.theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = current.theme;
  if (current.elder === 0) delete root.dataset["elder"];
  else root.dataset["elder"] = String(current.elder);
}

export const settings = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): Settings => current,
  locale(): Locale {
    if (current.language !== "auto") return current.language;
    return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  },
  change(change: Partial<Settings>): void {
    current = { ...current, ...change };
    try {
      localStorage.setItem(key, JSON.stringify(current));
    } catch {
      // Private mode: it holds until the page is closed.
    }
    apply();
    for (const listener of listeners) listener();
  },
  /** Also follows another tab. */
  start(): void {
    apply();
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      current = read();
      apply();
      for (const listener of listeners) listener();
    });
  },
};
