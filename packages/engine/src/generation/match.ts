/**
 * Matching in a text that is still growing. A match gives the index behind it; `MISS` says that no continuation can
 * match; `MORE` that the text ends too early to tell. Decisions made only on a match or a MISS cannot depend on
 * where the text was split.
 */
export const MISS = -1;
export const MORE = -2;

/** `word` at `at`. */
export function literal(text: string, at: number, word: string): number {
  if (text.startsWith(word, at)) return at + word.length;
  return word.startsWith(text.slice(at, at + word.length)) ? MORE : MISS;
}

const BLANKS = /\s*/y;

/** The index of the first character that is not blank; MORE when there is none yet. */
export function afterBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(text);
  const end = Math.max(at, BLANKS.lastIndex);
  return end < text.length ? end : MORE;
}

/** Words with any blanks before each of them. */
export function sequence(text: string, at: number, words: readonly string[]): number {
  let end = at;
  for (const word of words) {
    end = afterBlanks(text, end);
    if (end < 0) return end;
    end = literal(text, end, word);
    if (end < 0) return end;
  }
  return end;
}

const NAME_MAX = 256;

/** A name that ends before `close`, on one line and without angle brackets: its end, where `close` stands. */
export function nameUntil(text: string, at: number, close: string): number {
  for (let end = at; end <= at + NAME_MAX; end++) {
    const char = text[end];
    if (char === undefined) return MORE;
    if (char === close) return end > at ? end : MISS;
    if (char === "<" || char === ">" || char === "\n") return MISS;
  }
  return MISS;
}

/** The end of a quoted string that begins at `at`. */
export function quoted(text: string, at: number): number {
  const quote = text[at];
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === "\\") end++;
    else if (text[end] === quote) return end + 1;
  }
  return MORE;
}

/** The end of the JSON value (perhaps a malformed one) that begins at `at`: brackets are paired, strings skipped. */
export function jsonValue(text: string, at: number): number {
  const first = text[at];
  if (first === undefined) return MORE;
  if (first === '"' || first === "'") return quoted(text, at);
  if (first !== "{" && first !== "[") {
    const end = text.slice(at).search(/[\s,}\]]/);
    return end < 0 ? MORE : end === 0 ? MISS : at + end;
  }
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const char = text[end];
    if (char === '"') {
      end = quoted(text, end) - 1;
      if (end < 0) return MORE;
    } else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") {
      depth--;
      if (depth === 0) return end + 1;
    }
  }
  return MORE;
}

/** How many characters at the end of `text` could be the beginning of one of `words`. */
export function openEnd(text: string, words: readonly string[]): number {
  let longest = 0;
  for (const word of words) {
    for (let length = Math.min(word.length - 1, text.length); length > longest; length--) {
      if (word.startsWith(text.slice(text.length - length))) longest = length;
    }
  }
  return longest;
}
