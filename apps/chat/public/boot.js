// Runs before the first paint: language, theme and text size as the person left them (see src/settings.ts).
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("wanwen.settings") ?? "{}") ?? {};
  } catch {
    // Private mode or a broken entry: the defaults are fine.
  }
  const language = kept.language === "zh" || kept.language === "en" ? kept.language : undefined;
  root.lang = language ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
  if (root.lang === "zh") {
    document.title = "万问";
    document.querySelector('meta[name="description"]').content = "一句话，变成一张您点过头的订单。";
    document.querySelector('link[rel="manifest"]').href = "/manifest.zh.webmanifest";
  }
  if (kept.theme === "light" || kept.theme === "dark") root.dataset.theme = kept.theme;
  if (kept.elder >= 1 && kept.elder <= 3) root.dataset.elder = String(kept.elder);
})();
