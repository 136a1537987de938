import type { BillLine } from "@wanwen/services";
import type { Words } from "../words/words.ts";

/** The lines as the merchant gave them. Sums are the merchant's too: nothing is added up here. */
export function BillLines({ lines, label, words }: { readonly lines: readonly BillLine[]; readonly label: string; readonly words: Words }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {lines.map((line, index) => (
        <li key={`${index} ${line.label}`} className="flex items-baseline justify-between gap-4 text-small text-muted">
          <span>{line.label}</span>
          <span className="figures shrink-0">{words.money(line.amount)}</span>
        </li>
      ))}
    </ul>
  );
}
