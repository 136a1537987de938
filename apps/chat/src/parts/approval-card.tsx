import type { Approval, ApprovalFact, ApprovalState } from "@wanwen/approvals";
import { ChevronRight, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon, Minus, Plus, RefreshCw, TriangleAlert } from "lucide-react";
import { memo, useEffect, useId, useRef, useState } from "react";
import { useAction, useNow, useTask } from "../task/hooks.ts";
import { api, ApiError, NoAnswerError } from "../task/http.ts";
import { useNews } from "../task/news.ts";
import { useProfile } from "../task/profile.ts";
import { offerIdOf } from "../task/view.ts";
import type { WordKey } from "../words/en.ts";
import { type Words, useWords } from "../words/words.ts";
import { BillLines } from "./bill.tsx";
import { Source } from "./step.tsx";
import { Thumb } from "./thumb.tsx";
import { withDays } from "./tool-words.ts";

/**
 * The only place where money moves: what, from whom, where to and when, the merchant's bill, the total, how it is paid and
 * how long it stands. Beside each fact, where it came from. Whatever becomes of it, it stays.
 */
export const ApprovalCard = memo(function ApprovalCard({ approval }: { readonly approval: Approval }) {
  return approval.state === "waiting" || approval.state === "approved" || approval.state === "paying" || approval.state === "unknown" ? (
    <OpenCard approval={approval} />
  ) : (
    <FinalCard approval={approval} />
  );
});

function OpenCard({ approval }: { readonly approval: Approval }) {
  const words = useWords();
  const { t } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  const ids = useId();
  const action = useAction();
  const [answer, setAnswer] = useState<"approve" | "decline">();
  const [noAnswer, setNoAnswer] = useState(false);
  const [editing, setEditing] = useState<ApprovalFact["name"]>();
  const sameClock = useSameClock();
  const left = Date.parse(approval.expiresAt) - useNow(1_000);
  const waiting = approval.state === "waiting";
  const over = waiting && sameClock && left <= 0;
  const paying = approval.state === "approved" || approval.state === "paying" || (action.busy && answer === "approve");
  const unknown = approval.state === "unknown" || noAnswer;

  // The card takes the focus when it appears, unless the person is in the middle of a sentence.
  useEffect(() => {
    if (approval.state !== "waiting") return;
    const active = document.activeElement;
    if (active instanceof HTMLTextAreaElement && active.value !== "") return;
    heading.current?.focus({ preventScroll: true });
    const tall = (card.current?.offsetHeight ?? 0) > innerHeight * 0.7;
    card.current?.scrollIntoView({ block: tall ? "start" : "nearest" });
    // Once for each card: a change of its state must not pull the focus back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [approval.id]);

  async function decide(decision: "approve" | "decline") {
    setAnswer(decision);
    await action.run(async () => {
      try {
        if (decision === "approve") await api.approve(approval.id, approval.termsHash);
        else await api.decline(approval.id);
        setNoAnswer(false);
      } catch (error) {
        // The yes may have arrived before the line broke: the event stream will tell. Nothing is sent twice.
        if (decision === "approve" && (error instanceof NoAnswerError || (error instanceof ApiError && error.status >= 500))) return setNoAnswer(true);
        throw error;
      }
    });
  }

  return (
    <section
      ref={card}
      role={waiting ? "alertdialog" : "group"}
      aria-labelledby={`${ids}title`}
      aria-describedby={`${ids}total`}
      data-testid="approval-card"
      data-approval-id={approval.id}
      data-state={approval.state}
      className="card rise scroll-mt-4 overflow-hidden"
    >
      <div className="flex flex-col gap-3 p-4 rail:p-5">
        <header className="flex items-start gap-3">
          <Thumb kind={approval.checkout.kind} words={approval.checkout.name} />
          <div className="min-w-0 flex-1">
            <h2 ref={heading} id={`${ids}title`} tabIndex={-1} className="text-small font-normal text-muted">
              {t(unknown ? "card.title.unknown" : paying ? "card.title.paying" : "card.title")}
            </h2>
            <p className="text-h2 leading-snug font-semibold">
              {approval.checkout.name}
              {approval.checkout.quantity > 1 && <span className="figures"> {t("card.times", { n: approval.checkout.quantity })}</span>}
            </p>
          </div>
        </header>
        <FactRows approval={approval} words={words} editing={waiting && !over && !paying ? editing : undefined} onEdit={waiting && !over && !paying ? setEditing : undefined} />
      </div>
      <Bill approval={approval} words={words} totalId={`${ids}total`} />
      <footer className="perforated flex flex-col gap-3 px-4 py-3 rail:px-5 rail:py-4">
        {unknown ? (
          <StateLine icon={LoaderCircle} spin tone="warn" text={t("card.unknown")} />
        ) : over ? (
          <StateLine icon={Clock} tone="warn" text={t("card.expired")} />
        ) : (
          <Stands expiresAt={approval.expiresAt} left={sameClock ? left : undefined} words={words} />
        )}
        {approval.facts.some((fact) => fact.source === "guess") && waiting && !over && <StateLine icon={TriangleAlert} tone="warn" text={t("card.guess")} />}
        {action.problem !== undefined && (
          <p role="alert" className="text-small text-bad">
            {action.problem}
          </p>
        )}
        {over ? (
          <AskAgain approval={approval} />
        ) : (
          !unknown && (
            <div className="grid grid-cols-[auto_1fr] gap-3">
              <button
                type="button"
                data-testid="decline"
                className="button"
                disabled={paying || action.busy || !waiting}
                onClick={() => void decide("decline")}
              >
                {t("card.notNow")}
              </button>
              <button
                type="button"
                data-testid="approve"
                className="button button-primary figures whitespace-nowrap !px-3"
                disabled={paying || action.busy || !waiting || editing !== undefined}
                onClick={() => void decide("approve")}
              >
                {paying && <LoaderCircle className="icon animate-spin" aria-hidden="true" />}
                {paying ? t("card.paying") : t("card.pay", { money: words.money(approval.total) })}
              </button>
            </div>
          )
        )}
      </footer>
    </section>
  );
}

function Stands({ expiresAt, left, words }: { readonly expiresAt: string; readonly left: number | undefined; readonly words: Words }) {
  const seconds = Math.max(0, Math.ceil((left ?? 0) / 1000));
  const leftWords = seconds > 90 ? words.minutes(Math.round(seconds / 60)) : words.seconds(seconds);
  const time = words.time(new Date(expiresAt));
  return (
    <p className="figures flex items-center gap-2 text-small text-muted">
      <Clock className="size-4 shrink-0" aria-hidden="true" />
      {left === undefined ? words.t("card.standsUntil", { time }) : words.t("card.stands", { time, left: leftWords })}
    </p>
  );
}

/** A server may live on another day (`serve --today`, a wrong clock): then what is left cannot be told, and the shop decides. */
function useSameClock(): boolean {
  const today = useNews().status?.today;
  return today === undefined || Math.abs(Date.parse(today.slice(0, 10)) - Date.now()) < 2 * 86_400_000;
}

const shownFacts: readonly ApprovalFact["name"][] = ["quantity", "merchant", "deliverTo", "when", "note", "payWith"];

/** A top-up is bound to its number: another one is another search. */
function isEditable({ checkout }: Approval, name: ApprovalFact["name"]): boolean {
  if (name === "quantity") return hasQuantity(checkout.kind);
  if (name === "deliverTo") return checkout.kind !== "recharge";
  return name === "note";
}

/** Cars and top-ups come one at a time: how many is said only when somebody wanted more. */
const hasQuantity = (kind: Approval["checkout"]["kind"]): boolean => kind !== "rides" && kind !== "recharge";

function FactRows({
  approval,
  words,
  editing,
  onEdit,
}: {
  readonly approval: Approval;
  readonly words: Words;
  readonly editing?: ApprovalFact["name"] | undefined;
  readonly onEdit?: ((name: ApprovalFact["name"] | undefined) => void) | undefined;
}) {
  const { t } = words;
  const rows = shownFacts
    .map((name) => factOf(approval, name))
    .filter((fact) => fact !== undefined)
    .filter((fact) => fact.name !== "quantity" || hasQuantity(approval.checkout.kind) || approval.checkout.quantity > 1);
  const hasNote = rows.some((fact) => fact.name === "note");
  return (
      <dl className="facts grid grid-cols-[auto_1fr_auto] gap-x-3 gap-y-1.5 leading-snug">
        {rows.map((fact) => (
          <div key={fact.name} className="col-span-3 grid grid-cols-subgrid items-baseline" data-fact={fact.name}>
            <dt className="text-small text-muted">{labelOf(approval, fact.name, words)}</dt>
            {editing === fact.name ? (
              <dd className="col-span-2">
                <Editor approval={approval} name={fact.name} words={words} onClose={() => onEdit?.(undefined)} />
              </dd>
            ) : (
              <>
                <dd className="flex flex-wrap items-baseline gap-x-2">
                  <span>{fact.name === "quantity" ? t(`quantity.${approval.checkout.kind}`, { n: approval.checkout.quantity }) : fact.name === "when" ? withDays(fact.value, words) : fact.value}</span>
                  <Source source={fact.source} words={words} />
                </dd>
                {onEdit !== undefined && isEditable(approval, fact.name) ? (
                  <dd>
                    <EditButton label={t("card.changeLabel", { what: labelOf(approval, fact.name, words) })} name={fact.name} onClick={() => onEdit(fact.name)}>
                      {t("card.change")}
                    </EditButton>
                  </dd>
                ) : null}
              </>
            )}
          </div>
        ))}
        {!hasNote && onEdit !== undefined && takesNote(approval) && (
          <div className="col-span-3 grid grid-cols-subgrid items-baseline" data-fact="note">
            <dt className="text-small text-muted">{t("card.fact.note")}</dt>
            <dd className="col-span-2">
              {editing === "note" ? (
                <Editor approval={approval} name="note" words={words} onClose={() => onEdit(undefined)} />
              ) : (
                <EditButton label={t("card.addNote")} name="note" onClick={() => onEdit("note")}>
                  {t("card.addNote")}
                </EditButton>
              )}
            </dd>
          </div>
        )}
      </dl>
  );
}

function EditButton({ label, name, onClick, children }: { readonly label: string; readonly name: string; readonly onClick: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      data-testid={`change-${name}`}
      className="-mx-2 -my-3 min-h-target rounded-control px-2 text-small text-muted underline decoration-line underline-offset-4 hover:text-ink"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** Changes one fact. Nothing changes on this card: the shop is asked again and a new one comes. */
function Editor({ approval, name, words, onClose }: { readonly approval: Approval; readonly name: ApprovalFact["name"]; readonly words: Words; readonly onClose: () => void }) {
  const { t } = words;
  const { checkout } = approval;
  const action = useAction();
  const profile = useProfile();
  const [quantity, setQuantity] = useState(checkout.quantity);
  const [text, setText] = useState(name === "note" ? checkout.note : checkout.deliverTo);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // The button that opened this is gone: keys go here now, and back to it afterwards.
  useEffect(() => {
    const card = box.current?.closest("section");
    if (box.current?.contains(document.activeElement) !== true) box.current?.focus();
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) card?.querySelector<HTMLElement>(`[data-testid=change-${name}]`)?.focus();
      });
    };
  }, [name]);
  const changed = name === "quantity" ? quantity !== checkout.quantity : text.trim() !== (name === "note" ? checkout.note : checkout.deliverTo);

  async function askAgain() {
    const change = name === "quantity" ? { quantity } : name === "note" ? { note: text.trim() } : { deliverTo: text.trim() };
    if (await action.run(() => api.revise(approval.id, change))) onClose();
  }

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={t("card.changeLabel", { what: labelOf(approval, name, words) })}
      className="flex flex-col gap-3 rounded-control bg-tint p-3"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {name === "quantity" ? (
        <div className="flex items-center gap-3">
          <button type="button" className="button size-target !px-0" aria-label={t("card.less")} disabled={quantity <= 1} onClick={() => setQuantity(quantity - 1)}>
            <Minus className="icon" aria-hidden="true" />
          </button>
          <output className="figures min-w-8 text-center text-h2 font-semibold" aria-live="polite">
            {quantity}
          </output>
          <button type="button" className="button size-target !px-0" aria-label={t("card.more")} disabled={quantity >= 99} onClick={() => setQuantity(quantity + 1)}>
            <Plus className="icon" aria-hidden="true" />
          </button>
        </div>
      ) : (
        <>
          {name === "deliverTo" && (profile?.addresses.length ?? 0) > 0 && (checkout.kind === "food" || checkout.kind === "products") && (
            <div className="flex flex-wrap gap-2">
              {profile!.addresses.map((each) => (
                <button key={each.label} type="button" className="chip !whitespace-normal" aria-pressed={text === each.address} onClick={() => setText(each.address)}>
                  {each.label}
                </button>
              ))}
            </div>
          )}
          <label className="sr-only" htmlFor={id}>
            {labelOf(approval, name, words)}
          </label>
          <input
            id={id}
            className="field"
            value={text}
            maxLength={200}
            autoFocus
            inputMode={name === "deliverTo" && isPhone(checkout.deliverTo) ? "tel" : undefined}
            placeholder={name === "note" ? t("card.notePlaceholder") : undefined}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing && changed && text.trim() !== "") void askAgain();
            }}
          />
        </>
      )}
      <p className="text-small text-muted">{t("card.newCard")}</p>
      {action.problem !== undefined && (
        <p role="alert" className="text-small text-bad">
          {action.problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          data-testid="revise"
          disabled={!changed || action.busy || (name === "deliverTo" && text.trim() === "")}
          onClick={() => void askAgain()}
        >
          {action.busy && <LoaderCircle className="icon animate-spin" aria-hidden="true" />}
          {t("card.askAgain")}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {t("card.keep")}
        </button>
      </div>
    </div>
  );
}

function Bill({ approval, words, totalId }: { readonly approval: Approval; readonly words: Words; readonly totalId: string }) {
  const { t } = words;
  return (
    <div className="perforated flex flex-col gap-0.5 px-4 py-3 rail:px-5 rail:py-4">
      <BillLines lines={approval.checkout.lines} label={t("card.bill")} words={words} />
      <p id={totalId} className="flex items-baseline justify-between gap-4 pt-1" data-testid="approval-total">
        <span className="font-medium">{t("card.total")}</span>
        <span className="figures text-total leading-tight font-semibold">{words.money(approval.total)}</span>
      </p>
    </div>
  );
}

const finals: Readonly<Record<Exclude<ApprovalState, "waiting" | "approved" | "paying" | "unknown">, { icon: LucideIcon; tone: "good" | "warn" | "muted" }>> = {
  ordered: { icon: CircleCheck, tone: "good" },
  declined: { icon: CircleX, tone: "muted" },
  expired: { icon: Clock, tone: "warn" },
  changed: { icon: RefreshCw, tone: "warn" },
  soldOut: { icon: CircleX, tone: "warn" },
  unpaid: { icon: TriangleAlert, tone: "warn" },
  superseded: { icon: RefreshCw, tone: "muted" },
};

/** How it ended, in words, with everything that was on the card one tap away. */
function FinalCard({ approval }: { readonly approval: Approval }) {
  const words = useWords();
  const { t } = words;
  const ids = useId();
  const state = approval.state as keyof typeof finals;
  const final = finals[state] ?? finals.superseded;
  if (state === "ordered") return <PaidCard approval={approval} words={words} />;
  return (
    <section
      aria-labelledby={`${ids}title`}
      data-testid="approval-card"
      data-approval-id={approval.id}
      data-state={approval.state}
      className="overflow-hidden rounded-card border border-line"
    >
      <div className="flex flex-col gap-2 p-4">
        <div className="flex items-start justify-between gap-3 text-muted">
          <h2 id={`${ids}title`} tabIndex={-1} className={`flex items-center gap-2 text-small font-medium ${toneClass[final.tone]}`}>
            <final.icon className="icon" aria-hidden="true" />
            {t(`card.title.${state}` as WordKey)}
          </h2>
          <span className="figures shrink-0 line-through decoration-1" data-testid="approval-total">
            {words.money(approval.total)}
          </span>
        </div>
        <p className="text-muted">
          {approval.checkout.name}
          {approval.checkout.quantity > 1 && <span className="figures"> {t("card.times", { n: approval.checkout.quantity })}</span>}
          {" · "}
          {approval.checkout.merchant}
        </p>
        <p className="text-small text-muted" role="status">
          {sentenceOf(approval, words)}
        </p>
        {(state === "expired" || state === "soldOut" || state === "declined" || state === "unpaid") && <AskAgain approval={approval} quiet={state === "declined"} />}
      </div>
      <details className="group perforated text-small">
        <summary className="tappable flex items-center gap-2 px-4 text-muted">
          <ChevronRight className="size-4 shrink-0 transition-transform duration-150 group-open:rotate-90" aria-hidden="true" />
          {t("card.details")}
        </summary>
        <WasOnIt approval={approval} words={words} />
      </details>
    </section>
  );
}

/** Paid: the order stands right below, so this is one line, with the whole card behind it. */
function PaidCard({ approval, words }: { readonly approval: Approval; readonly words: Words }) {
  const { t } = words;
  const ids = useId();
  return (
    <section aria-labelledby={`${ids}title`} data-testid="approval-card" data-approval-id={approval.id} data-state={approval.state} className="overflow-hidden rounded-card border border-line">
      <details className="group text-small">
        <summary className="tappable flex flex-wrap items-center gap-x-3 px-4 py-1">
          <h2 id={`${ids}title`} tabIndex={-1} className="flex min-w-0 flex-1 items-center gap-2 font-normal">
            <CircleCheck className="icon text-good" aria-hidden="true" />
            <span className="sr-only">{t("card.title.ordered")}</span>
            <span className="figures" role="status">
              {sentenceOf(approval, words)}
            </span>
          </h2>
          <span className="flex items-center gap-1 text-muted">
            {t("card.details")}
            <ChevronRight className="size-4 shrink-0 transition-transform duration-150 group-open:rotate-90" aria-hidden="true" />
          </span>
        </summary>
        <p className="perforated px-4 pt-3 text-body font-medium">
          {approval.checkout.name}
          {approval.checkout.quantity > 1 && <span className="figures"> {t("card.times", { n: approval.checkout.quantity })}</span>}
        </p>
        <WasOnIt approval={approval} words={words} />
      </details>
    </section>
  );
}

function WasOnIt({ approval, words }: { readonly approval: Approval; readonly words: Words }) {
  const ids = useId();
  return (
    <>
      <div className="px-4 py-3">
        <FactRows approval={approval} words={words} />
      </div>
      <Bill approval={approval} words={words} totalId={`${ids}total`} />
    </>
  );
}

function sentenceOf(approval: Approval, words: Words): string {
  const money = words.money(approval.total);
  switch (approval.state) {
    case "ordered":
      return words.t("card.ordered", { money, id: approval.order?.id ?? "" });
    case "unpaid":
      return words.t("card.unpaid", { money });
    default:
      return words.t(`card.${approval.state}` as WordKey);
  }
}

/** The same offer once more: a new checkout, a new card. */
function AskAgain({ approval, quiet = false }: { readonly approval: Approval; readonly quiet?: boolean }) {
  const { t } = useWords();
  const task = useTask();
  const action = useAction();
  const offerId = task === undefined ? undefined : offerIdOf(task.state.view, approval);
  if (task === undefined || offerId === undefined) return null;
  return (
    <div>
      <button
        type="button"
        data-testid="ask-again"
        className={`button ${quiet ? "button-quiet !px-2 -mx-2 text-small" : ""}`}
        disabled={action.busy}
        onClick={() => void action.run(() => api.choose(task.taskId, offerId))}
      >
        <RefreshCw className={`icon ${action.busy ? "animate-spin" : ""}`} strokeWidth={1.75} aria-hidden="true" />
        {t("card.fresh")}
      </button>
      {action.problem !== undefined && (
        <p role="alert" className="text-small text-bad">
          {action.problem}
        </p>
      )}
    </div>
  );
}

const toneClass = { good: "text-good", warn: "text-warn", bad: "text-bad", muted: "text-muted" } as const;

function StateLine({ icon: Icon, text, tone, spin = false }: { readonly icon: LucideIcon; readonly text: string; readonly tone: keyof typeof toneClass; readonly spin?: boolean }) {
  return (
    <p role="status" className={`flex items-start gap-2 text-small ${toneClass[tone]}`}>
      <Icon className={`mt-0.5 size-4 shrink-0 ${spin ? "animate-spin" : ""}`} aria-hidden="true" />
      {text}
    </p>
  );
}

function labelOf(approval: Approval, name: ApprovalFact["name"], { t }: Words): string {
  if (name === "deliverTo") {
    const { kind } = approval.checkout;
    if (kind === "recharge") return t("card.fact.deliverTo.recharge");
    if (isPhone(approval.checkout.deliverTo)) return t("card.fact.deliverTo.phone");
    if (kind !== "food" && kind !== "products" && kind !== "rides") return t("card.fact.deliverTo.traveller");
  }
  return t(`card.fact.${name}`);
}

const isPhone = (text: string): boolean => /^\+?[\d ()-]{7,20}$/.test(text);

/** The fact as the server told it; what only the merchant's checkout knows is the merchant's. */
function factOf(approval: Approval, name: ApprovalFact["name"]): ApprovalFact | undefined {
  const told = approval.facts.find((fact) => fact.name === name);
  if (told !== undefined) return told.value === "" ? undefined : told;
  const { checkout } = approval;
  const value = { item: checkout.name, quantity: String(checkout.quantity), merchant: checkout.merchant, deliverTo: checkout.deliverTo, when: checkout.when, note: checkout.note, payWith: checkout.payWith }[name];
  return value === "" ? undefined : { name, value, source: "merchant" };
}

function takesNote(approval: Approval): boolean {
  return approval.checkout.kind === "food" || approval.checkout.kind === "products" || approval.checkout.kind === "rides";
}
