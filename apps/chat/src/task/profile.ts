import type { Profile } from "@wanwen/agent";
import { useEffect, useSyncExternalStore } from "react";
import { api } from "./http.ts";

let current: Profile | undefined;
let asked = false;
const listeners = new Set<() => void>();

function set(profile: Profile): void {
  current = profile;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function load(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    set(await api.profile());
  } finally {
    asked = false;
  }
}

export async function saveProfile(profile: Profile): Promise<void> {
  set(await api.saveProfile(profile));
}

/** The person's profile, once the server has told it. `fresh` asks again. */
export function useProfile(fresh = false): Profile | undefined {
  const profile = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    // Without an answer the parts that need it stay empty; the connection line says why.
    if (current === undefined || fresh) load().catch(() => undefined);
  }, [fresh]);
  return profile;
}
