import { asError, InputError } from "@wanwen/core";

export interface JsonLimits {
  /** Objects and arrays inside each other. */
  readonly depthMax: number;
  /** Values in all, of every kind: each costs far more memory than the two bytes it may take in the file. */
  readonly valuesMax: number;
}

/**
 * JSON from an untrusted file. The shape is counted before anything is built, so that a small file cannot make a
 * large structure.
 * @throws InputError naming `where`.
 */
export function parseJson(text: string, where: string, limits: JsonLimits): unknown {
  const { depth, values } = countValues(text);
  if (depth > limits.depthMax) {
    throw new InputError(`${where}: expected JSON at most ${limits.depthMax} levels deep, got ${depth}`);
  }
  if (values > limits.valuesMax) {
    throw new InputError(`${where}: expected at most ${limits.valuesMax} JSON values, got ${values}`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The engine's message quotes the text: enough of it to find the place, never more than a line.
    throw new InputError(`${where}: not JSON: ${asError(cause).message.slice(0, 200)}`, { cause });
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Opening brackets and commas outside strings. Of text that is not JSON it says something, and JSON.parse refuses it. */
function countValues(text: string): { depth: number; values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === 0x5b || code === 0x7b) {
      values++;
      if (++depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === 0x2c) values++;
  }
  return { depth: deepest, values };
}

/** Index of the closing quote of the string that opens at `open`. */
function endOfString(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i;
}

/** Keys of the outermost object in the order of the text, repeated ones too: what JSON.parse does not tell. */
export function* topLevelKeys(text: string): Generator<string> {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = endOfString(text, i);
      if (depth === 1 && isKey(text, end)) yield JSON.parse(text.slice(i, end + 1)) as string;
      i = end;
    } else if (code === 0x5b || code === 0x7b) depth++;
    else if (code === 0x5d || code === 0x7d) depth--;
  }
}

function isKey(text: string, closingQuote: number): boolean {
  let i = closingQuote + 1;
  while (i < text.length && text.charCodeAt(i) <= 0x20) i++;
  return text[i] === ":";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
