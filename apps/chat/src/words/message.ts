/** A sentence with `{places}`, or one sentence for each plural form of `{n}` that the language has. */
export type Message = string | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });

export type Values = Readonly<Record<string, string | number>>;

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Fills a message. Numbers are written as the language writes them; `n` picks the plural form. */
export function fill(message: Message, locale: string, values: Values = {}): string {
  let sentence = message;
  if (typeof sentence !== "string") {
    const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
    pluralRules.set(locale, rules);
    sentence = sentence[rules.select(Number(values["n"]))] ?? sentence.other;
  }
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (typeof value === "string") return value;
    const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
    numberFormats.set(locale, format);
    return format.format(value);
  });
}
