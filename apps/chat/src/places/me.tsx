import type { Profile } from "@wanwen/agent";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useEffect, useId, useState, useSyncExternalStore } from "react";
import { ModelLine } from "../parts/model-line.tsx";
import { type Settings, settings } from "../settings.ts";
import { useAction } from "../task/hooks.ts";
import { saveProfile, useProfile } from "../task/profile.ts";
import { useWords } from "../words/words.ts";

export function Me() {
  const { t, locale } = useWords();
  const profile = useProfile(locale);
  useEffect(() => {
    document.title = t("me.title");
  }, [t]);
  return (
    <main id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-[720px] flex-col gap-10 px-4 py-6">
        <h1 className="text-h1 font-semibold">{t("me.title")}</h1>
        <Look />
        {profile === undefined ? <p className="text-muted">{t("me.loading")}</p> : <About profile={profile} />}
        <section id="model" className="flex flex-col gap-3">
          <h2 className="text-h2 font-semibold">{t("me.model")}</h2>
          <ModelLine />
          <p className="text-muted">{t("me.modelMini")}</p>
          <p className="text-muted">{t("me.modelHow")}</p>
        </section>
      </div>
    </main>
  );
}

function Look() {
  const { t } = useWords();
  const current = useSyncExternalStore(settings.subscribe, settings.get);
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-h2 font-semibold">{t("me.look")}</h2>
      <Choice<Settings["language"]>
        label={t("me.language")}
        value={current.language}
        options={[
          ["auto", t("me.languageAuto")],
          ["zh", "中文"],
          ["en", "English"],
        ]}
        onChange={(language) => {
          settings.change({ language });
        }}
      />
      <Choice<Settings["theme"]>
        label={t("me.theme")}
        value={current.theme}
        options={[
          ["auto", t("me.themeAuto")],
          ["light", t("me.themeLight")],
          ["dark", t("me.themeDark")],
        ]}
        onChange={(theme) => settings.change({ theme })}
      />
      <Choice<Settings["elder"]>
        label={t("me.size")}
        value={current.elder}
        options={[
          [0, t("me.size0")],
          [1, t("me.size1")],
          [2, t("me.size2")],
          [3, t("me.size3")],
        ]}
        onChange={(elder) => settings.change({ elder })}
        hint={t("me.sizeHint")}
      />
    </section>
  );
}

function Choice<T extends string | number>({
  label,
  value,
  options,
  onChange,
  hint,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 text-small text-muted">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(([option, text]) => (
          <label
            key={option}
            className="button cursor-pointer has-[:checked]:border-ink has-[:checked]:bg-tint has-[:checked]:font-semibold has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent"
          >
            <input type="radio" className="sr-only" name={name} checked={option === value} onChange={() => onChange(option)} />
            {text}
          </label>
        ))}
      </div>
      {hint !== undefined && <p className="text-small text-muted">{hint}</p>}
    </fieldset>
  );
}

function About({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const action = useAction();
  const [draft, setDraft] = useState(profile);
  const [saved, setSaved] = useState(false);
  useEffect(() => setDraft(profile), [profile]);

  function edit(change: Partial<Profile>) {
    setDraft({ ...draft, ...change });
    setSaved(false);
  }

  function editAddress(index: number, change: Partial<Profile["addresses"][number]>) {
    edit({ addresses: draft.addresses.map((each, i) => (i === index ? { ...each, ...change } : each)) });
  }

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const addresses = draft.addresses.filter((each) => each.label.trim() !== "" || each.address.trim() !== "");
        void action.run(() => saveProfile({ ...draft, addresses })).then((worked) => setSaved(worked));
      }}
    >
      <div>
        <h2 className="text-h2 font-semibold">{t("me.about")}</h2>
        <p className="text-small text-muted">{t("me.aboutHint")}</p>
      </div>
      <div className="grid gap-4 rail:grid-cols-3">
        <Text label={t("me.name")} name="name" value={draft.name} autoComplete="name" onChange={(name) => edit({ name })} />
        <Text label={t("me.city")} name="city" value={draft.city} autoComplete="address-level2" onChange={(city) => edit({ city })} />
        <Text label={t("me.phone")} name="phone" value={draft.phone} autoComplete="tel" type="tel" onChange={(phone) => edit({ phone })} />
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-1 font-medium">{t("me.addresses")}</legend>
        <p className="text-small text-muted">{t("me.addressHint")}</p>
        {draft.addresses.map((each, index) => (
          <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-2 rail:grid-cols-[160px_1fr_auto]">
            <Text label={t("me.label")} name={`label-${index}`} value={each.label} onChange={(label) => editAddress(index, { label })} />
            <div className="col-span-2 row-start-2 rail:col-span-1 rail:row-start-1 rail:col-start-2">
              <Text label={t("me.address")} name={`address-${index}`} value={each.address} onChange={(address) => editAddress(index, { address })} />
            </div>
            <div className="flex">
              {index > 0 && (
                <button
                  type="button"
                  className="button button-quiet size-target !px-0"
                  aria-label={t("me.firstAddress", { label: each.label })}
                  title={t("me.firstAddress", { label: each.label })}
                  onClick={() => edit({ addresses: [each, ...draft.addresses.filter((_, i) => i !== index)] })}
                >
                  <ArrowUp className="icon" strokeWidth={1.75} aria-hidden="true" />
                </button>
              )}
              <button
                type="button"
                className="button button-quiet size-target !px-0"
                aria-label={t("me.removeAddress", { label: each.label })}
                title={t("me.removeAddress", { label: each.label })}
                onClick={() => edit({ addresses: draft.addresses.filter((_, i) => i !== index) })}
              >
                <Trash2 className="icon" strokeWidth={1.75} aria-hidden="true" />
              </button>
            </div>
          </div>
        ))}
        <div>
          <button type="button" className="button" onClick={() => edit({ addresses: [...draft.addresses, { label: "", address: "" }] })}>
            <Plus className="icon" strokeWidth={1.75} aria-hidden="true" />
            {t("me.addAddress")}
          </button>
        </div>
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-medium">{t("me.facts")}</legend>
        {Object.keys(draft.facts).length === 0 ? (
          <p className="text-small text-muted">{t("me.factsNone")}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {Object.entries(draft.facts).map(([key, value]) => (
              <li key={key} className="flex items-center gap-3">
                <span className="text-small text-muted">{key}</span>
                <span className="min-w-0 flex-1">{value}</span>
                <button
                  type="button"
                  className="button button-quiet size-target !px-0"
                  aria-label={t("me.forget", { key })}
                  title={t("me.forget", { key })}
                  onClick={() => edit({ facts: Object.fromEntries(Object.entries(draft.facts).filter(([each]) => each !== key)) })}
                >
                  <Trash2 className="icon" strokeWidth={1.75} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      <div className="flex items-center gap-4">
        <button type="submit" className="button button-primary" data-testid="save-profile" disabled={action.busy}>
          {t("me.save")}
        </button>
        <p role="status" className={`text-small ${action.problem === undefined ? "text-good" : "text-bad"}`}>
          {action.problem ?? (saved ? t("me.saved") : "")}
        </p>
      </div>
    </form>
  );
}

function Text({
  label,
  name,
  value,
  onChange,
  type = "text",
  autoComplete = "off",
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: string;
  readonly autoComplete?: string;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small text-muted">
        {label}
      </label>
      <input id={id} name={name} className="field" type={type} value={value} maxLength={200} autoComplete={autoComplete} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
