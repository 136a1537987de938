import { Check, ChevronRight, Clock, CornerDownRight, LoaderCircle, TriangleAlert } from "lucide-react";
import { memo, useState } from "react";
import type { StepView } from "../task/view.ts";
import { type Words, useWords } from "../words/words.ts";
import { iconOfTool, paramName, stateOf, usedIn, verbOf, waitsForAnswer, whatOf } from "./tool-words.ts";

/** One line for one call of a tool. Opens to show exactly what was sent and what came back. */
export const Step = memo(function Step({ step }: { readonly step: StepView }) {
  const words = useWords();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const Icon = iconOfTool(step.tool);
  const waits = waitsForAnswer(step);
  const running = step.result === undefined && step.replacedBy === undefined && !waits;
  const failed = step.result?.kind === "failed";
  const verb = verbOf(step, words);
  const what = whatOf(step, words);
  return (
    <details
      data-testid="step"
      data-tool={step.tool}
      data-call-id={step.callId}
      data-state={step.replacedBy !== undefined ? "replaced" : running ? "running" : waits ? "waiting" : failed ? "failed" : "done"}
      className="rise group text-small"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="tappable -mx-2 flex items-center gap-2 rounded-control px-2 py-1 text-muted hover:bg-tint">
        <Icon className={`icon ${running ? "pulse-quiet" : ""}`} strokeWidth={1.75} aria-hidden="true" />
        <span className={`min-w-0 flex-1 ${step.replacedBy === undefined ? "" : "opacity-70"}`}>
          <span className={`text-ink ${step.replacedBy === undefined ? "" : "line-through"}`}>{what === "" ? verb : t("step.line", { verb, what })}</span>
          <span aria-hidden="true"> · </span>
          <span className={`figures ${failed ? "text-bad" : ""}`}>{stateOf(step, words)}</span>
          {step.origin === "correction" && (
            <>
              <span aria-hidden="true"> · </span>
              <span>{t("step.corrected")}</span>
            </>
          )}
        </span>
        {running ? (
          <LoaderCircle className="icon animate-spin" aria-hidden="true" />
        ) : waits ? (
          <Clock className="icon text-warn" aria-hidden="true" />
        ) : failed ? (
          <TriangleAlert className="icon text-bad" aria-hidden="true" />
        ) : step.replacedBy !== undefined ? (
          <CornerDownRight className="icon" aria-hidden="true" />
        ) : (
          <Check className="icon text-good" aria-hidden="true" />
        )}
        <ChevronRight className="icon opacity-60 transition-transform duration-150 group-open:rotate-90 rtl:rotate-180" aria-hidden="true" />
      </summary>
      {open && <StepDetails step={step} words={words} />}
    </details>
  );
});

function StepDetails({ step, words }: { readonly step: StepView; readonly words: Words }) {
  const { t } = words;
  return (
    <div className="mb-2 ms-2 flex flex-col gap-3 border-s border-line py-2 ps-4">
      {step.facts.length > 0 && (
        <div>
          <p className="text-muted">{t("step.understood")}</p>
          <Facts step={step} words={words} />
        </div>
      )}
      <Raw label={t("step.sent")} text={JSON.stringify({ name: step.tool, arguments: step.arguments }, null, 2)} />
      {step.result !== undefined && <Raw label={t("step.got")} text={cameBack(step)} />}
    </div>
  );
}

/** Each parameter as it was said, as it was used, and where it came from. */
export function Facts({ step, words }: { readonly step: StepView; readonly words: Words }) {
  return (
    <dl className="flex flex-col gap-1">
      {step.facts.map((fact) => {
        const used = usedIn(step, fact, words);
        return (
          <div key={fact.name} className="flex flex-wrap items-baseline gap-x-2">
            <dt className="text-muted">{paramName(fact, words, step.offerKind)}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2">
              {fact.name !== "offer_id" && fact.said !== "" && fact.said !== used && fact.said !== fact.used && (
                <>
                  <q className="text-ink">{fact.said}</q>
                  <span aria-hidden="true" className="text-muted rtl:-scale-x-100">
                    →
                  </span>
                </>
              )}
              <span className="text-ink">{used}</span>
              <Source source={fact.name === "offer_id" && fact.source === "default" ? "suggested" : fact.source} words={words} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Where a fact came from. A guess has an icon as well: nobody said it. */
export function Source({ source, words }: { readonly source: "you" | "profile" | "merchant" | "default" | "suggested" | "guess"; readonly words: Words }) {
  const text = words.maybe(`source.${source}`) ?? source;
  if (source !== "guess") return <span className="text-small text-muted">{text}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-small font-medium text-warn">
      <TriangleAlert className="size-3.5 shrink-0" aria-hidden="true" />
      {text}
    </span>
  );
}

function Raw({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className="text-muted">{label}</p>
      <pre className="max-h-72 overflow-auto rounded-control bg-tint p-3 font-mono text-small leading-normal whitespace-pre-wrap" tabIndex={0} dir="ltr">
        {text}
      </pre>
    </div>
  );
}

function cameBack(step: StepView): string {
  const text = step.modelText ?? "";
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text === "" ? JSON.stringify(step.result, null, 2) : text;
  }
}

/** The steps of a turn that is done, in one line. */
export function FoldedSteps({ steps }: { readonly steps: readonly StepView[] }) {
  const { t } = useWords();
  return (
    <details data-testid="steps-folded" className="group/fold text-small">
      <summary className="tappable -mx-2 flex items-center gap-2 rounded-control px-2 py-1 text-muted hover:bg-tint">
        <Check className="icon text-good" aria-hidden="true" />
        <span className="figures">{t("steps.folded", { n: steps.length })}</span>
        <ChevronRight className="icon opacity-60 transition-transform duration-150 group-open/fold:rotate-90 rtl:rotate-180" aria-hidden="true" />
      </summary>
      <div className="ms-2 border-s border-line ps-4">
        {steps.map((step) => (
          <Step key={step.callId} step={step} />
        ))}
      </div>
    </details>
  );
}
