import { useEffect, useRef } from "react";
import { goTo } from "../router.ts";
import { useWords } from "../words/words.ts";

/** Keys that work everywhere: `/` goes to the field, `?` lists them. `Esc` belongs to the task page. */
export function Keys() {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") {
        event.preventDefault();
        const field = document.getElementById("composer");
        if (field === null) goTo({ place: "ask" });
        else field.focus();
      } else if (event.key === "?") {
        event.preventDefault();
        dialog.current?.showModal();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const rows = [
    ["/", t("keys.focus")],
    ["Enter", t("keys.send")],
    ["Shift + Enter", t("keys.line")],
    ["Esc", t("keys.stop")],
    ["?", t("keys.help")],
  ] as const;
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" className="card m-auto w-[min(360px,calc(100vw-32px))] p-5 shadow-float">
      <h2 id="keys-title" className="pb-3 text-h2 font-semibold">
        {t("keys.title")}
      </h2>
      <dl className="flex flex-col gap-2">
        {rows.map(([key, text]) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt>
              <kbd className="rounded-control border border-line bg-tint px-2 py-1 font-mono text-small">{key}</kbd>
            </dt>
            <dd className="text-end">{text}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="pt-4 text-end">
        <button className="button">{t("keys.close")}</button>
      </form>
    </dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
