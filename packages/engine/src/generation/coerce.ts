import { jsonText, parsePythonLiteral } from "./literal.ts";

/** A JSON schema as it came with a request: any JSON value, so nothing about it is certain. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON text of a parameter that the model wrote as plain text, typed by its schema (the union of what vLLM's
 * `qwen3_coder` parser and Ollama accept). Never fails: what fits no type stays the string it was.
 */
export function coerce(text: string, schema: Schema | undefined, root: Schema | undefined): string {
  const { kinds, nullable } = kindsOf(schema, root);
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

/** The types that a schema allows, and whether null is one of them. What is no schema allows anything: no kinds. */
export function kindsOf(schema: Schema | undefined, root: Schema | undefined): { kinds: Kind[]; nullable: boolean } {
  const kinds = new Set<Kind | "null">();
  // Each schema is looked at once: references may lead back, and a few wide ones into each other are millions of paths.
  const reached = new Set(isSchema(schema) ? [schema] : []);
  for (const each of reached) {
    for (const kind of ownKinds(each)) kinds.add(kind);
    if (each["type"] === undefined) for (const part of partsOf(each, root)) reached.add(part); // read later in this loop
  }
  const nullable = kinds.delete("null");
  return { kinds: [...kinds] as Kind[], nullable };
}

/** What a schema says itself: by its type, else by its values. */
function ownKinds(schema: Schema): (Kind | "null")[] {
  const type = schema["type"];
  const nullable = schema["nullable"] === true ? ["null" as const] : [];
  if (type !== undefined) return [...nullable, ...(Array.isArray(type) ? type : [type]).map((name) => kindOf(String(name).toLowerCase()))];
  const values: readonly unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : [];
  return [...nullable, ...values.map((value) => (value === null ? "null" : kindOfValue(value)))];
}

/** The schemas that one without a type is made of. */
function partsOf(schema: Schema, root: Schema | undefined): Schema[] {
  const target = typeof schema["$ref"] === "string" ? resolve(schema["$ref"], root) : undefined;
  return [...list(schema["anyOf"]), ...list(schema["oneOf"]), ...list(schema["allOf"]), ...(target ? [target] : [])];
}

/** The parameters that a tool's schema describes; none where it describes none, or is no schema at all. */
export function propertiesOf(parameters: Schema | undefined): Readonly<Record<string, Schema>> {
  const properties = parameters?.["properties"];
  return isSchema(properties) ? (properties as Readonly<Record<string, Schema>>) : {};
}

/** `true`, numbers and lists turn up where a schema should be. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** The schema that a local reference such as `#/$defs/date` names. */
function resolve(reference: string, root: Schema | undefined): Schema | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let at: unknown = root;
  for (const step of reference.slice(2).split("/")) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = typeof at === "object" && at !== null && Object.hasOwn(at, key) ? (at as Schema)[key] : undefined;
  }
  return isSchema(at) ? at : undefined;
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
