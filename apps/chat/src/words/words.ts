import type { Locale } from "@wanwen/services";
import { useSyncExternalStore } from "react";
import { settings } from "../settings.ts";
import { makeWords, type Words } from "./make-words.ts";

export type { Words };

const made = new Map<Locale, Words>();

export function wordsOf(locale: Locale): Words {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}

/** The words of the language that the person reads; redraws when they pick another. */
export function useWords(): Words {
  return wordsOf(useSyncExternalStore(settings.subscribe, settings.locale));
}
