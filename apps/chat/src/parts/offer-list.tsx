import type { TaskOffer } from "@wanwen/agent";
import { Check, LoaderCircle } from "lucide-react";
import { memo, useState } from "react";
import { useAction, useTask } from "../task/hooks.ts";
import { api } from "../task/http.ts";
import { offersOf, type StepView } from "../task/view.ts";
import { type Words, useWords } from "../words/words.ts";
import { Thumb } from "./thumb.tsx";

/** At most five offers, best first. Tapping another one changes the choice: a new card comes. */
export const OfferList = memo(function OfferList({ step, open }: { readonly step: StepView; readonly open: boolean }) {
  const words = useWords();
  const { t } = words;
  const task = useTask();
  const action = useAction();
  const [tapped, setTapped] = useState<string>();
  const offers = offersOf(step);
  if (offers.length === 0) return null;
  return (
    <section aria-label={t("offers.title", { n: offers.length })}>
      <ul className="card divide-y divide-line overflow-hidden">
        {offers.map((offer) => {
          const chosen = offer.id === step.chosenId;
          const waiting = action.busy && tapped === offer.id;
          const canChoose = open && task !== undefined && offer.left !== 0;
          return (
            <li key={offer.id}>
              <button
                type="button"
                data-testid="offer"
                data-offer-id={offer.id}
                data-chosen={chosen}
                aria-pressed={chosen}
                disabled={!canChoose || action.busy}
                className={`row flex w-full items-center gap-3 px-3 py-3 text-start transition-opacity enabled:hover:bg-tint ${chosen ? "bg-tint/60" : ""} ${action.busy && !waiting ? "opacity-60" : ""}`}
                onClick={() => {
                  if (task === undefined) return;
                  setTapped(offer.id);
                  void action.run(() => api.choose(task.taskId, offer.id));
                }}
              >
                <Thumb kind={offer.kind} words={`${offer.name} ${offer.details.map((each) => each.value).join(" ")}`} />
                <span className="min-w-0 flex-1">
                  <span className="block leading-snug font-medium">{offer.name}</span>
                  <span className="figures block text-small text-muted">
                    <Fact offer={offer} words={words} />
                  </span>
                  {chosen && (
                    <span className="flex items-center gap-1 text-small text-good">
                      {waiting ? <LoaderCircle className="size-4 shrink-0 animate-spin" aria-hidden="true" /> : <Check className="size-4 shrink-0" aria-hidden="true" />}
                      <span>{offer.why ?? t("offers.chosen")}</span>
                    </span>
                  )}
                  {waiting && !chosen && <span className="block text-small text-muted">{t("offers.choosing")}</span>}
                </span>
                <span className="figures shrink-0 text-end font-semibold">
                  {words.money(offer.price)}
                  {typeof offer.facts["was"] === "number" && (
                    <span className="block text-small font-normal text-muted">
                      <s aria-hidden="true">{words.yuan(offer.facts["was"])}</s>
                      <span className="sr-only">{t("fact.was", { money: words.yuan(offer.facts["was"]) })}</span>
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {action.problem !== undefined && (
        <p role="alert" className="pt-2 text-small text-bad">
          {action.problem}
        </p>
      )}
    </section>
  );
});

/** Shop, and the one fact that decides. */
function Fact({ offer, words }: { readonly offer: TaskOffer; readonly words: Words }) {
  return <>{factsOf(offer, words).join(" · ")}</>;
}

export function factsOf(offer: TaskOffer, words: Words): readonly string[] {
  const { t } = words;
  const { facts } = offer;
  const text = (name: string) => (facts[name] === undefined ? undefined : String(facts[name]));
  const number = (name: string) => (typeof facts[name] === "number" ? facts[name] : undefined);
  const lines: (string | undefined)[] = [];
  const seller = text("shop") ?? text("cinema") ?? text("venue") ?? offer.merchant;
  const [depart, arrive] = [text("depart"), text("arrive")];
  if (depart !== undefined && arrive !== undefined) lines.push(t("fact.trip", { depart, arrive }));
  if (seller !== offer.name) lines.push(seller);
  lines.push(text("time"));
  const eta = number("eta_min");
  if (eta !== undefined) lines.push(offer.kind === "rides" ? t("fact.minutesAway", { time: words.minutes(eta) }) : words.minutes(eta));
  const rating = number("rating");
  if (rating !== undefined) lines.push(t("fact.rating", { n: rating }));
  if (offer.left > 0 && offer.left <= 3) lines.push(t("offers.left", { n: offer.left }));
  return lines.filter((line) => line !== undefined && line !== "") as string[];
}
