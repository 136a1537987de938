import type { ToolDefinition } from "@wanwen/model";
import { coerce, isSchema, parseJson, propertiesOf, type Schema } from "./coerce.ts";
import { jsonText, parsePythonLiteral } from "./literal.ts";
import { afterBlanks, jsonValue, literal, MISS, MORE, nameUntil, quoted, sequence } from "./match.ts";

/** What Qwen2.5-Coder puts around a call that is its whole reply: a fence, or the tags that its prompt had around the tools. */
export const FRAMES = [{ open: "```json", close: "```" }, { open: "<tools>", close: "</tools>" }] as const;

/** A call whose function is known: `at` is where its arguments begin. */
export interface Opening {
  readonly name: string;
  readonly at: number;
  readonly form: "xml" | "json" | "whole";
  /** Form "whole": the arguments, which were there before or beside the name. */
  readonly arguments?: Schema;
}

/** The tools of a request by name, as far as reading calls needs them. */
export class KnownTools {
  readonly #parameters = new Map<string, Schema | undefined>();

  constructor(tools: readonly ToolDefinition[]) {
    for (const tool of tools) this.#parameters.set(tool.function.name, tool.function.parameters);
  }

  get none(): boolean {
    return this.#parameters.size === 0;
  }

  has(name: string): boolean {
    return this.#parameters.has(name);
  }

  schema(name: string): Schema | undefined {
    return this.#parameters.get(name);
  }

  parameter(name: string, key: string): Schema | undefined {
    const properties = propertiesOf(this.schema(name));
    return Object.hasOwn(properties, key) ? properties[key] : undefined;
  }

  /** Could `key` be a parameter of the tool? Anything could where the tool or its schema is unknown. */
  mayHave(name: string, key: string): boolean {
    const schema = this.schema(name);
    return !isSchema(schema?.["properties"]) || Object.hasOwn(propertiesOf(schema), key);
  }
}

/** Reads what stands behind `<tool_call>` (at `at`) up to the function's name, in either form. */
export function openingAt(text: string, at: number): Opening | typeof MISS | typeof MORE {
  const start = afterBlanks(text, at);
  if (start < 0) return MORE;
  if (text[start] === "{") return jsonOpening(text, start);
  const name = literal(text, start, "<function=");
  return name < 0 ? (name as typeof MISS) : xmlOpening(text, name);
}

/** `at` is behind `<function=`. */
export function xmlOpening(text: string, at: number): Opening | typeof MISS | typeof MORE {
  const end = nameUntil(text, at, ">");
  return end < 0 ? (end as typeof MISS) : { name: text.slice(at, end).trim(), at: end + 1, form: "xml" };
}

/** `at` is at the `{` of `{"name": "…", "arguments": {…}}`. Other orders and shapes wait for the whole object. */
export function jsonOpening(text: string, at: number): Opening | typeof MISS | typeof MORE {
  const start = jsonHead(text, at);
  if (start === MORE) return MORE;
  if (start !== MISS) {
    const end = sequence(text, start.end, [",", '"arguments"', ":", "{"]);
    if (end === MORE) return MORE;
    if (end !== MISS) return { name: start.name, at: end - 1, form: "json" };
  }
  return wholeObject(text, at);
}

/** `{"name": "…"` at `at`. */
export function jsonHead(text: string, at: number): { name: string; end: number } | typeof MISS | typeof MORE {
  const start = sequence(text, at, ["{", '"name"', ":", '"']);
  if (start < 0) return start as typeof MISS;
  const end = quoted(text, start - 1);
  if (end < 0) return MORE;
  const raw = text.slice(start - 1, end);
  const name = raw.includes("\\") ? undefined : parseJson(raw); // a name in escapes is no plain head
  return typeof name === "string" ? { name, end } : MISS;
}

/** A call written as any other JSON object: `arguments` first, `parameters` instead, arguments as a string. */
export function wholeObject(text: string, at: number): Opening | typeof MISS | typeof MORE {
  const end = jsonValue(text, at);
  if (end < 0) return end as typeof MORE;
  const slice = text.slice(at, end);
  const value = (parseJson(slice) ?? parsePythonLiteral(slice)) as Schema | undefined;
  const call = isObject(value?.["function"]) ? value["function"] : value;
  const name = call?.["name"];
  if (typeof name !== "string" || name === "") return MISS;
  const given = call?.["arguments"] ?? call?.["parameters"] ?? {};
  const parsed = typeof given === "string" ? parseJson(given) : given;
  return isObject(parsed) ? { name, at: end, form: "whole", arguments: parsed } : MISS;
}

function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a call's text gave: where it was read up to, the arguments' next piece, and whether the call is over. */
export interface CallProgress {
  readonly at: number;
  readonly json: string;
  readonly over: boolean;
}

/** How a reply ended: by itself, or cut off by a limit. Undefined: it goes on. */
export type Ending = "complete" | "truncated" | undefined;

/** Reads the arguments of one call out of a growing text. */
export interface CallReader {
  /** Reads on from `at`, as far as the text allows. The caller forgets what stands before the returned `at`. */
  read(text: string, at: number, ending: Ending): CallProgress;
}

/** The pieces of one JSON object, a member at a time: `{"a": 1`, `, "b": 2`, `}`. The first of two equal keys counts. */
class ObjectPieces {
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  member(key: string, valueJson: string): string {
    if (this.#keys.has(key)) return "";
    this.#keys.add(key);
    return `${this.#keys.size === 1 ? "{" : ", "}${JSON.stringify(key)}: ${valueJson}`;
  }

  close(): string {
    return this.#keys.size === 0 ? "{}" : "}";
  }
}

export function callReader(opening: Opening, tools: KnownTools): CallReader {
  if (opening.form === "xml") return new XmlCallReader(opening.name, tools);
  return opening.form === "json" ? new JsonCallReader() : new WholeCallReader(opening.arguments ?? {});
}

/** `<parameter=KEY>\nVALUE\n</parameter>` … `</function>\n</tool_call>`, forgiving about what is missing. */
class XmlCallReader implements CallReader {
  readonly #name: string;
  readonly #tools: KnownTools;
  readonly #pieces = new ObjectPieces();
  /** The parameter being read; undefined between parameters. */
  #key: string | undefined;
  /** How far the value was searched for its end, as a distance from its beginning. */
  #searched = 0;
  /** Calls that the value quotes and that are still open at `#searched`. */
  #quotedCalls = 0;
  #countQuoted = true;
  #sawQuoted = false;
  #closed = false;

  constructor(name: string, tools: KnownTools) {
    this.#name = name;
    this.#tools = tools;
  }

  read(text: string, from: number, ending: Ending): CallProgress {
    let at = from;
    let json = "";
    for (;;) {
      const step = this.#closed
        ? this.#afterFunction(text, at, ending)
        : this.#key === undefined
          ? this.#between(text, at, ending)
          : this.#value(text, at, ending);
      json += step.json;
      if (step.over || step.at === MORE) return { at: step.at === MORE ? at : step.at, json, over: step.over };
      at = step.at;
    }
  }

  #between(text: string, at: number, ending: Ending): CallProgress {
    const start = afterBlanks(text, at);
    if (start < 0) return this.#wait(text, ending);
    const parameter = literal(text, start, "<parameter=");
    if (parameter >= 0) {
      const end = nameUntil(text, parameter, ">");
      if (end === MORE) return this.#wait(text, ending);
      if (end >= 0) {
        this.#key = text.slice(parameter, end).trim();
        this.#searched = 0;
        this.#quotedCalls = 0;
        this.#countQuoted = true;
        this.#sawQuoted = false;
        return { at: end + 1, json: "", over: false };
      }
    }
    const close = literal(text, start, "</function>");
    if (close >= 0) {
      this.#closed = true;
      return { at: close, json: this.#pieces.close(), over: false };
    }
    const end = literal(text, start, "</tool_call>");
    if (end >= 0) return { at: end, json: this.#pieces.close(), over: true };
    const next = [literal(text, start, "<tool_call>"), literal(text, start, "<function=")];
    if (next.some((found) => found >= 0)) return { at: start, json: this.#pieces.close(), over: true };
    if ([parameter, close, end, ...next].includes(MORE)) return this.#wait(text, ending);
    const bracket = text.indexOf("<", start + 1); // words that belong to no parameter: nothing to do with them
    return { at: bracket < 0 ? text.length : bracket, json: "", over: false };
  }

  #value(text: string, at: number, ending: Ending): CallProgress {
    for (let bracket = text.indexOf("<", at + this.#searched); bracket >= 0; bracket = text.indexOf("<", bracket + 1)) {
      this.#searched = bracket - at;
      if (this.#countQuoted) {
        const quotedCall = sequence(text, bracket, ["<tool_call>", "<function="]);
        if (quotedCall === MORE && ending === undefined) return WAIT;
        if (quotedCall >= 0) {
          this.#quotedCalls++;
          this.#sawQuoted = true;
        }
        const quotedEnd = this.#quotedCalls > 0 ? literal(text, bracket, "</tool_call>") : MISS;
        if (quotedEnd === MORE && ending === undefined) return WAIT;
        if (quotedEnd >= 0) this.#quotedCalls--;
      }
      if (this.#quotedCalls > 0) continue;
      const end = this.#valueEnd(text, at, bracket, ending);
      if (end === MORE) return WAIT;
      if (end !== MISS) return { at: end, json: this.#take(text.slice(at, bracket)), over: false };
    }
    this.#searched = Math.max(this.#searched, text.length - at);
    if (this.#searched > 0 && text[at + this.#searched - 1] === "<") this.#searched--;
    if (ending === undefined) return WAIT;
    if (this.#sawQuoted) {
      // No end outside of the quoted calls: they were mentions only. Search again without counting.
      this.#countQuoted = false;
      this.#sawQuoted = false;
      this.#quotedCalls = 0;
      this.#searched = 0;
      return this.#value(text, at, ending);
    }
    // A value that was cut off is not a value.
    const json = ending === "complete" ? this.#take(text.slice(at)) : "";
    return { at: text.length, json: json + this.#pieces.close(), over: true };
  }

  /** Does the value end at the bracket? Gives where to read on. Tags inside a value do not end it. */
  #valueEnd(text: string, at: number, bracket: number, ending: Ending): number {
    const closing = literal(text, bracket, "</parameter>");
    if (closing >= 0) {
      const follows = this.#follows(text, closing, ending, text[bracket - 1] === "\n");
      return follows === MORE ? (ending === undefined ? MORE : closing) : follows === MISS ? MISS : closing;
    }
    // Where `</parameter>` is missing, only a tag at the beginning of a line ends the value.
    if (bracket > at && text[bracket - 1] !== "\n") return closing === MORE && ending === undefined ? MORE : MISS;
    const functionEnd = sequence(text, bracket, ["</function>", "</tool_call>"]);
    const lastWord = ending !== undefined && sequence(text, bracket, ["</function>"]) === text.trimEnd().length;
    if (functionEnd >= 0 || lastWord) return bracket;
    const parameter = this.#knownParameter(text, bracket);
    if (parameter >= 0) return bracket;
    return ending === undefined && [closing, functionEnd, parameter].includes(MORE) ? MORE : MISS;
  }

  /** After `</parameter>`: is what follows part of a call? An unknown parameter is believed only on a line of its own. */
  #follows(text: string, at: number, ending: Ending, ownLine: boolean): number {
    const start = afterBlanks(text, at);
    if (start < 0) return MORE;
    const parameter = this.#knownParameter(text, start);
    if (parameter !== MISS) return parameter;
    const other = literal(text, start, "<parameter=");
    if (other >= 0 && ownLine && text.slice(at, start) === "\n") {
      const end = nameUntil(text, other, ">");
      const line = end < 0 ? end : literal(text, end, ">\n");
      if (line !== MISS) return line;
    }
    const end = literal(text, start, "</tool_call>");
    if (end !== MISS && end !== MORE) return end;
    const close = literal(text, start, "</function>");
    if (close < 0) return close === MORE || end === MORE ? MORE : MISS;
    const after = afterBlanks(text, close);
    if (after < 0) return ending === undefined ? MORE : close;
    const outer = [literal(text, after, "</tool_call>"), literal(text, after, "<tool_call>"), literal(text, after, "<function=")];
    return outer.find((found) => found >= 0) ?? (outer.includes(MORE) ? MORE : MISS);
  }

  #knownParameter(text: string, at: number): number {
    const start = literal(text, at, "<parameter=");
    if (start < 0) return start;
    const end = nameUntil(text, start, ">");
    if (end < 0) return end;
    const key = text.slice(start, end).trim();
    return key !== this.#key && !this.#pieces.has(key) && this.#tools.mayHave(this.#name, key) ? end + 1 : MISS;
  }

  /** One newline at either end belongs to the form, not to the value. */
  #take(raw: string): string {
    const key = this.#key ?? "";
    this.#key = undefined;
    const value = raw.replace(/^\n/, "").replace(/\n$/, "");
    return this.#pieces.member(key, coerce(value, this.#tools.parameter(this.#name, key), this.#tools.schema(this.#name)));
  }

  #afterFunction(text: string, at: number, ending: Ending): CallProgress {
    const start = afterBlanks(text, at);
    const end = start < 0 ? start : literal(text, start, "</tool_call>");
    if (end === MORE && ending === undefined) return WAIT;
    return { at: end >= 0 ? end : end === MORE ? text.length : at, json: "", over: true };
  }

  #wait(text: string, ending: Ending): CallProgress {
    return ending === undefined ? WAIT : { at: text.length, json: this.#pieces.close(), over: true };
  }
}

const WAIT: CallProgress = { at: MORE, json: "", over: false };

/** The `{…}` of `"arguments"`, a member at a time, then `}` and `</tool_call>`. */
class JsonCallReader implements CallReader {
  readonly #pieces = new ObjectPieces();
  #state: "open" | "member" | "closing" | "lost" = "open";

  read(text: string, from: number, ending: Ending): CallProgress {
    let at = from;
    let json = "";
    for (;;) {
      const step = this.#step(text, at, ending);
      json += step.json;
      if (step.over || step.at === MORE) return { at: step.at === MORE ? at : step.at, json, over: step.over };
      at = step.at;
    }
  }

  #step(text: string, at: number, ending: Ending): CallProgress {
    if (this.#state === "closing") return this.#closing(text, at, ending);
    if (this.#state === "lost") return this.#lost(text, at, ending);
    const start = afterBlanks(text, at);
    if (start < 0) return this.#wait(text, ending);
    if (this.#state === "open") {
      this.#state = "member";
      return { at: start + 1, json: "", over: false }; // behind the brace
    }
    if (text[start] === ",") return { at: start + 1, json: "", over: false };
    if (text[start] === "}") {
      this.#state = "closing";
      return { at: start + 1, json: this.#pieces.close(), over: false };
    }
    return this.#member(text, start, ending);
  }

  #member(text: string, start: number, ending: Ending): CallProgress {
    const keyEnd = text[start] === '"' ? quoted(text, start) : MISS;
    const colon = keyEnd < 0 ? keyEnd : sequence(text, keyEnd, [":"]);
    const valueAt = colon < 0 ? colon : afterBlanks(text, colon);
    const valueEnd = valueAt < 0 ? valueAt : jsonValue(text, valueAt);
    const key = keyEnd < 0 ? undefined : parseJson(text.slice(start, keyEnd));
    if (valueEnd === MORE) {
      if (ending !== "complete" || valueAt < 0 || typeof key !== "string") return this.#wait(text, ending);
      const value = readJsonValue(text.slice(valueAt));
      const json = value === undefined ? "" : this.#pieces.member(key, value);
      return { at: text.length, json: json + this.#pieces.close(), over: true };
    }
    if (valueEnd === MISS || typeof key !== "string") {
      this.#state = "lost";
      return { at: start, json: this.#pieces.close(), over: false };
    }
    const raw = text.slice(valueAt, valueEnd);
    return { at: valueEnd, json: this.#pieces.member(key, readJsonValue(raw) ?? JSON.stringify(raw)), over: false };
  }

  /** Behind the arguments: `}` and `</tool_call>`, each of which may be missing. */
  #closing(text: string, at: number, ending: Ending): CallProgress {
    let end = at;
    for (const word of ["}", "</tool_call>"]) {
      const found = sequence(text, end, [word]);
      if (found === MORE && ending === undefined) return WAIT;
      if (found === MORE) return { at: text.length, json: "", over: true };
      if (found >= 0) end = found;
    }
    return { at: end, json: "", over: true };
  }

  /** Something that is not JSON: the members so far stand, the rest of the call is dropped. */
  #lost(text: string, at: number, ending: Ending): CallProgress {
    const end = text.indexOf("</tool_call>", at);
    if (end >= 0) return { at: end + "</tool_call>".length, json: "", over: true };
    return ending === undefined ? WAIT : { at: text.length, json: "", over: true };
  }

  #wait(text: string, ending: Ending): CallProgress {
    return ending === undefined ? WAIT : { at: text.length, json: this.#pieces.close(), over: true };
  }
}

/** Compact JSON of a value as written; also of Python literals and of strings with bare line breaks in them. */
function readJsonValue(raw: string): string | undefined {
  const trimmed = raw.trim();
  const value = parseJson(trimmed);
  if (value !== undefined) return typeof value === "number" ? trimmed : jsonText(value);
  const mended = trimmed.replace(/\p{Cc}/gu, (char) => JSON.stringify(char).slice(1, -1));
  const other = parseJson(mended) ?? parsePythonLiteral(trimmed);
  return other === undefined ? undefined : jsonText(other);
}

class WholeCallReader implements CallReader {
  readonly #arguments: Schema;
  #given = false;

  constructor(given: Schema) {
    this.#arguments = given;
  }

  read(text: string, at: number, ending: Ending): CallProgress {
    const json = this.#given ? "" : jsonText(this.#arguments);
    this.#given = true;
    const end = sequence(text, at, ["</tool_call>"]);
    if (end === MORE && ending === undefined) return { at, json, over: false };
    return { at: end >= 0 ? end : end === MORE ? text.length : at, json, over: true };
  }
}
