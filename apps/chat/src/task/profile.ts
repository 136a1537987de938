import type { Profile } from "@wanwen/agent";
import type { Locale } from "@wanwen/services";
import { useEffect, useSyncExternalStore } from "react";
import { api } from "./http.ts";

let current: Profile | undefined;
let asked = false;
const listeners = new Set<() => void>();

function set(profile: Profile): void {
  if (JSON.stringify(profile) === JSON.stringify(current)) return; // the same: what somebody is typing over it stays
  current = profile;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function load(locale?: Locale): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    set(await api.profile(locale));
  } finally {
    asked = false;
  }
}

export async function saveProfile(profile: Profile): Promise<void> {
  set(await api.saveProfile(profile));
}

/** The person's profile, once the server has told it. With a language it is asked for again, and for one in that language. */
export function useProfile(locale?: Locale): Profile | undefined {
  const profile = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    // Without an answer the parts that need it stay empty; the connection line says why.
    if (current === undefined || locale !== undefined) load(locale).catch(() => undefined);
  }, [locale]);
  return profile;
}
