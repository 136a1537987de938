import { useEffect, useRef, useState } from "react";
import type { TaskView } from "../task/view.ts";
import { useWords } from "../words/words.ts";
import { stateOf, verbOf, whatOf } from "./tool-words.ts";

/**
 * What a screen reader hears: finished sentences, each step once when it is done, a card at once. A region of its own, so
 * that streaming text is not read letter by letter. Says nothing about what was already there when the page opened.
 */
export function Announcer({ view, ready }: { readonly view: TaskView; readonly ready: boolean }) {
  const words = useWords();
  const told = useRef(new Set<string>());
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const now: [key: string, sentence: string][] = [];
    for (const item of view.turns.at(-1)?.items ?? []) {
      if (item.kind === "reply") now.push([`reply ${item.messageId}`, item.text]);
      else if (item.kind === "failed") now.push([`failed ${item.message}`, item.message]);
      else if (item.kind === "step" && item.step.result !== undefined) {
        const what = whatOf(item.step, words);
        const verb = verbOf(item.step, words);
        const step = what === "" ? verb : words.t("step.line", { verb, what });
        now.push([`step ${item.step.callId}`, words.t("say.step", { step, state: stateOf(item.step, words) })]);
      } else if (item.kind === "approval" && item.approval.state === "waiting") {
        now.push([`card ${item.approval.id}`, words.t("say.card", { name: item.approval.checkout.name, money: words.money(item.approval.total) })]);
      }
    }
    const fresh = now.filter(([key]) => !told.current.has(key)).map(([, text]) => text);
    if (ready && fresh.length > 0) setSentence(fresh.join("\n"));
    for (const [key] of now) told.current.add(key);
  }, [view, ready, words]);
  return (
    <div className="sr-only" role="status" aria-live="polite" data-testid="announcer">
      {sentence}
    </div>
  );
}
