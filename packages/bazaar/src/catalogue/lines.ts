/** The catalogues are written as plain lines, one entry each, with `|` between columns and `,` inside a column. */
import { invariant } from "@wanwen/core";

/** Columns of every non-empty line; `columns` is how many a line must have at least, missing ones after it are "". */
export function readLines(text: string, columns: number): string[][] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      invariant(cells.length >= columns, `a catalogue line has ${columns} columns, got: ${line}`);
      return cells;
    });
}

/** The parts of a column: "奶茶, boba" becomes ["奶茶", "boba"]; an empty column has none. */
export function readList(cell: string | undefined, separator = ","): string[] {
  return (cell ?? "")
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export interface ReadName {
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
  /** What follows `@`: a trait of its own, for the caller to read. */
  readonly own?: string;
}

/**
 * The entries of a line: the thing itself with its further names, and its kin, written `+zh=en=name=name@trait` among
 * them: things of their own that share the other columns.
 */
export function readNames(zh: string, en: string, cell: string | undefined): ReadName[] {
  const names = readList(cell);
  const kin = names.filter((name) => name.startsWith("+")).map((name) => {
    const [body = "", own] = name.slice(1).split("@").map((part) => part.trim());
    const [kinZh, kinEn, ...aliases] = readList(body, "=");
    invariant(kinZh !== undefined && kinEn !== undefined, `kin of ${zh} reads +zh=en, got: ${name}`);
    return { zh: kinZh, en: kinEn, aliases, ...(own === undefined ? {} : { own }) };
  });
  return [{ zh, en, aliases: names.filter((name) => !name.startsWith("+")) }, ...kin];
}

/** "20-60" becomes [20, 60]; "20" becomes [20, 20]. */
export function readRange(cell: string): [low: number, high: number] {
  const [low, high = low] = cell.split("-").map(Number);
  invariant(low !== undefined && high !== undefined && low > 0 && high >= low, `a range reads low-high, got: ${cell}`);
  return [low, high];
}

/** "上海虹桥=Shanghai Hongqiao" becomes both names. */
export function readBilingual(cell: string): { zh: string; en: string } {
  const [zh, en] = cell.split("=").map((part) => part.trim());
  invariant(zh !== undefined && zh !== "" && en !== undefined && en !== "", `a pair of names reads zh=en, got: ${cell}`);
  return { zh, en };
}

/** How names are compared: case, width, accents, blanks and punctuation do not count. */
export function normalName(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Fills `{city}`, `{place}` and `{name}` of a pattern. */
export function fillName(
  pattern: { zh: string; en: string },
  parts: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
): { zh: string; en: string } {
  const fill = (text: string, locale: "zh" | "en") =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => parts[name]?.[locale] ?? hole).trim();
  return { zh: fill(pattern.zh, "zh"), en: fill(pattern.en, "en") };
}
