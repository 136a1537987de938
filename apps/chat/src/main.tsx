import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./look.css";
import { settings } from "./settings.ts";
import { drafts } from "./task/drafts.ts";

settings.start();

// Words typed into the static shell before this script arrived become the draft of the real field.
const shellField = document.getElementById("shell-field");
if (shellField instanceof HTMLTextAreaElement && shellField.value !== "") drafts.set("new", shellField.value);

createRoot(document.getElementById("root")!).render(<App />);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  // Without it the page still works, only not offline.
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}
