import { jsonText, parsePythonLiteral } from "./literal.ts";

/** A JSON schema as it came with a request: any JSON value, so nothing about it is certain. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON text of a parameter that the model wrote as plain text, typed by its schema (the union of what vLLM's
 * `qwen3_coder` parser and Ollama accept). Never fails: what fits no type stays the string it was.
 */
export function coerce(text: string, schema: Schema | undefined, root: Schema | undefined): string {
  const { kinds, nullable } = kindsOf(schema, root, 0);
  const word = text.trim().toLowerCase();
  const textOnly = kinds.length === 0 || (kinds.length === 1 && kinds[0] === "string");
  if ((word === "null" || word === "none") && (nullable || !textOnly)) return "null";
  const only = kinds.length === 1;
  for (const kind of ORDER) {
    if (!kinds.includes(kind)) continue;
    const json = READERS[kind](text, only);
    if (json !== undefined) return json;
  }
  return JSON.stringify(text);
}

export type Kind = "boolean" | "integer" | "number" | "array" | "object" | "other" | "string";

/** In which order the types of a union are tried: the narrowest reading first, any text last. */
const ORDER: readonly Kind[] = ["boolean", "integer", "number", "array", "object", "other", "string"];

const READERS: Readonly<Record<Kind, (text: string, only: boolean) => string | undefined>> = {
  boolean: readBoolean,
  integer: readInteger,
  number: readNumber,
  array: (text) => readStructure(text, Array.isArray),
  object: (text) => readStructure(text, (value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  other: (text) => readStructure(text, () => true),
  string: (text) => JSON.stringify(text),
};

const DEPTH_MAX = 8;

/** The types that a schema allows, and whether null is one of them. */
export function kindsOf(schema: Schema | undefined, root: Schema | undefined, depth: number): { kinds: Kind[]; nullable: boolean } {
  const kinds: Kind[] = [];
  let nullable = schema?.["nullable"] === true;
  const add = (kind: Kind): void => {
    if (!kinds.includes(kind)) kinds.push(kind);
  };
  if (schema === undefined || depth > DEPTH_MAX) return { kinds, nullable };
  const type = schema["type"];
  for (const name of Array.isArray(type) ? type : type === undefined ? [] : [type]) {
    const kind = kindOf(String(name).toLowerCase());
    if (kind === "null") nullable = true;
    else add(kind);
  }
  if (type === undefined) {
    const values = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : [];
    for (const value of values) {
      if (value === null) nullable = true;
      else add(kindOfValue(value));
    }
    const branches = [...list(schema["anyOf"]), ...list(schema["oneOf"]), ...list(schema["allOf"])];
    const target = typeof schema["$ref"] === "string" ? resolve(schema["$ref"], root) : undefined;
    for (const branch of target ? [...branches, target] : branches) {
      const inner = kindsOf(branch, root, depth + 1);
      inner.kinds.forEach(add);
      nullable ||= inner.nullable;
    }
  }
  return { kinds, nullable };
}

function kindOf(name: string): Kind | "null" {
  if (name === "null") return "null";
  if (/^(string|str|text|varchar|char|enum)$/.test(name)) return "string";
  if (/^(int|uint|long|short|unsigned)/.test(name)) return "integer";
  if (/^(num|float)/.test(name)) return "number";
  if (/^(boolean|bool|binary)$/.test(name)) return "boolean";
  if (/^(array|arr|list)/.test(name)) return "array";
  if (/^(object|dict)/.test(name)) return "object";
  return "other";
}

function kindOfValue(value: unknown): Kind {
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "string";
  return Array.isArray(value) ? "array" : "object";
}

function list(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter((item): item is Schema => typeof item === "object" && item !== null) : [];
}

/** The schema that a local reference such as `#/$defs/date` names. */
function resolve(reference: string, root: Schema | undefined): Schema | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let at: unknown = root;
  for (const step of reference.slice(2).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = typeof at === "object" && at !== null && Object.hasOwn(at, key) ? (at as Schema)[key] : undefined;
  }
  return typeof at === "object" && at !== null ? (at as Schema) : undefined;
}

/** Alone, anything but "true" is false; in a union only the two words are booleans. */
function readBoolean(text: string, only: boolean): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === "true" || word === "false") return word;
  return only ? "false" : undefined;
}

/** Digits stay as they are, however many: a double would change them. */
function readInteger(text: string): string | undefined {
  const found = /^\s*([+-]?)0*(\d{1,400})(?:\.0*)?\s*$/.exec(text);
  if (!found) return undefined;
  return found[1] === "-" && found[2] !== "0" ? `-${found[2]}` : found[2]!;
}

function readNumber(text: string): string | undefined {
  const integer = readInteger(text);
  if (integer !== undefined) return integer;
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : undefined;
}

function readStructure(text: string, fits: (value: unknown) => boolean): string | undefined {
  const value = parseJson(text) ?? parsePythonLiteral(text);
  // A structure that was written as a string inside a string: unwrap it once.
  const inner = typeof value === "string" ? (parseJson(value) ?? parsePythonLiteral(value)) : undefined;
  if (inner !== undefined && typeof inner === "object" && fits(inner)) return jsonText(inner);
  return value !== undefined && fits(value) ? jsonText(value) : undefined;
}

/** Undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller has another reading to try
  }
}
