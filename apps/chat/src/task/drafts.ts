/** What was typed and not sent, one per task ("new" before there is one). It outlives a reload. */
const prefix = "wanwen.draft.";

export const drafts = {
  get(key: string): string {
    try {
      return localStorage.getItem(prefix + key) ?? "";
    } catch {
      return "";
    }
  },
  set(key: string, text: string): void {
    try {
      if (text === "") localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, text);
    } catch {
      // Private mode or full: the words are still in the field.
    }
  },
};
