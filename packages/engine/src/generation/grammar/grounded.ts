import { InputError } from "@wanwen/core";
import type { ChatMessage, ToolDefinition, ToolFormat } from "@wanwen/model";
import { isSchema, kindsOf, propertiesOf, type Schema } from "../coerce.ts";
import { jsonText } from "../literal.ts";
import type { State } from "./automaton.ts";
import { escaped, jsonNumber, jsonValue } from "./json-text.ts";
import { parameterLanguage, type Parameters, readParameters } from "./parameters.ts";
import type { Segment } from "./segment.ts";
import { idsReturned, numbersSaid, oneOf, orderNumbersTyped, personLines, spanOf } from "./words.ts";

/** What one parameter may be, as text in the XML form and in the JSON form; undefined: any text, any string. */
export interface ValueLanguage {
  readonly xml: State | { readonly line: Segment } | undefined;
  /** With the quotes, where it is a string. */
  readonly json: State | { readonly inQuotes: State } | undefined;
}

export interface CallableTool {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, ValueLanguage>;
  readonly required: readonly string[];
}

/** Where values may come from in one conversation (docs/grounded.md). */
export class Sources {
  readonly #writable: Uint8Array;
  readonly #lines: readonly string[];
  readonly #ids: ReadonlySet<string>;
  readonly #numbers: ReadonlySet<string>;
  readonly #span: State | undefined;

  constructor(messages: readonly ChatMessage[], writable: Uint8Array) {
    this.#writable = writable;
    this.#lines = personLines(messages);
    this.#ids = idsReturned(messages);
    this.#numbers = numbersSaid(this.#lines.join("\n")).add("1");
    this.#span = spanOf(this.#lines, writable);
  }

  /**
   * The tools that can be called now: those whose required parameters all have some value to choose.
   * @throws InputError naming what in the schema of a strict tool cannot be held
   */
  callable(tools: readonly ToolDefinition[], form: ToolFormat): CallableTool[] {
    return tools.flatMap((tool, i) => {
      const strict = tool.function.strict === true;
      return (strict ? this.#strictTool(tool, form, `tools.${i}.function.parameters`) : this.#tool(tool)) ?? [];
    });
  }

  /** Its values fit its whole schema, or come from where they must. */
  #strictTool({ function: { name, parameters } }: ToolDefinition, form: ToolFormat, param: string): CallableTool | undefined {
    const { properties, required } = readParameters(parameters, param);
    const languages = new Map<string, ValueLanguage>();
    for (const [key, node] of properties) {
      const own = propertiesOf(parameters)[key];
      const sourced = isSchema(own) && "x-from" in own;
      if (!writableName(key)) continue;
      const language = sourced ? this.#language(key, own, parameters) : parameterLanguage(node, form, `${param}/properties/${key}`);
      if (language) languages.set(key, language);
    }
    return this.#reachable(name, languages, [...required]);
  }

  #tool({ function: { name, parameters } }: ToolDefinition): CallableTool | undefined {
    const properties = propertiesOf(parameters);
    const required = requiredOf(parameters);
    const languages = new Map<string, ValueLanguage>();
    for (const [key, schema] of Object.entries(properties)) {
      const language = writableName(key) ? this.#language(key, schema, parameters) : undefined;
      if (language) languages.set(key, language);
    }
    // A required parameter that the schema does not describe is any text.
    for (const key of required) if (!Object.hasOwn(properties, key) && writableName(key)) languages.set(key, ANY);
    return this.#reachable(name, languages, required);
  }

  #reachable(name: string, parameters: ReadonlyMap<string, ValueLanguage>, required: readonly string[]): CallableTool | undefined {
    return writableName(name) && required.every((key) => parameters.has(key)) ? { name, parameters, required } : undefined;
  }

  /** Undefined when there is no value to choose. */
  #language(key: string, schema: Schema, root: Schema | undefined): ValueLanguage | undefined {
    if (!isSchema(schema)) return ANY; // `true` is a schema too
    const listed = Array.isArray(schema["enum"]) ? schema["enum"] : "const" in schema ? [schema["const"]] : undefined;
    if (listed) return this.#listed(listed);
    const { kinds, nullable } = kindsOf(schema, root);
    const numeric = kinds.length > 0 && kinds.every((kind) => kind === "number" || kind === "integer");
    const integer = numeric && !kinds.includes("number");
    switch (schema["x-from"]) {
      case "person":
        return numeric ? this.#digits(this.#numbers, integer) : inBoth(this.#span);
      case "results": {
        const typed = /order/i.test(key) ? orderNumbersTyped(this.#lines) : [];
        const ids = new Set([...this.#ids, ...typed]);
        return numeric ? this.#digits(ids, integer) : inBoth(oneOf(ids, this.#writable));
      }
      default:
        return (kinds.includes("array") || kinds.includes("object") ? structured(key, root) : undefined) ?? ungrounded(kinds, nullable);
    }
  }

  #listed(values: readonly unknown[]): ValueLanguage | undefined {
    const xml = oneOf(
      values.map((value) => (typeof value === "string" ? value : jsonText(value))),
      this.#writable,
    );
    const json = oneOf(values.map(jsonText), this.#writable);
    return xml && json && { xml, json };
  }

  #digits(texts: ReadonlySet<string>, integer: boolean): ValueLanguage | undefined {
    const numbers = [...texts].filter((text) => (integer ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text));
    const xml = oneOf(numbers, this.#writable);
    const json = oneOf(
      numbers.map((text) => text.replace(/^0+(?=\d)/, "")), // JSON has no leading zeros
      this.#writable,
    );
    return xml && json && { xml, json };
  }
}

/** Do the arguments of this tool have to come from somewhere? */
export function isGrounded({ function: { parameters, strict } }: ToolDefinition): boolean {
  return strict === true || Object.values(propertiesOf(parameters)).some((schema) => isSchema(schema) && "x-from" in schema);
}

const ANY: ValueLanguage = { xml: undefined, json: undefined };

function inBoth(text: State | undefined): ValueLanguage | undefined {
  return text && { xml: text, json: { inQuotes: escaped(text) } };
}

/** Lists and objects by their schema, where all of it can be held: of a tool that is not strict, nothing has to be. */
function structured(key: string, root: Schema | undefined): ValueLanguage | undefined {
  const node = root && looseParameters(root)?.properties.get(key);
  return node && !node.anything ? orNothing(() => parameterLanguage(node, "qwen3.5-xml", key)) : undefined;
}

const loose = new WeakMap<Schema, Parameters | "unknown">();

function looseParameters(root: Schema): Parameters | undefined {
  let found = loose.get(root);
  if (!found) loose.set(root, (found = orNothing(() => readParameters(root, "parameters")) ?? "unknown"));
  return found === "unknown" ? undefined : found;
}

/** Undefined where a schema has something that cannot be held. */
function orNothing<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Values that need no source: only their type counts. */
function ungrounded(kinds: readonly string[], nullable: boolean): ValueLanguage {
  const only = kinds.length === 1 && !nullable ? kinds[0] : undefined;
  switch (only) {
    case "integer":
    case "number": {
      const number = jsonNumber(only === "integer");
      return { xml: number, json: number };
    }
    case "boolean":
      return { xml: oneOf(["true", "false", "True", "False"], ALL_WRITABLE), json: oneOf(["true", "false"], ALL_WRITABLE) };
    case "array":
    case "object":
      return { xml: jsonValue(only), json: jsonValue(only) };
    case "string":
      return ANY;
    default:
      return kinds.length === 0 ? ANY : { xml: undefined, json: jsonValue() };
  }
}

const ALL_WRITABLE = new Uint8Array(256).fill(1);

function requiredOf(parameters: Schema | undefined): string[] {
  return Array.isArray(parameters?.["required"]) ? parameters["required"].map(String) : [];
}

/** The first name of a tool that no form of call can carry: its own or a required parameter's. Undefined: all can be. */
export function unwritableName({ function: { name, parameters } }: ToolDefinition): string | undefined {
  return [name, ...requiredOf(parameters)].find((each) => !writableName(each));
}

/** Names that the forms can carry at all. */
function writableName(name: string): boolean {
  return /^[^\s<>"\\\p{C}](?:[^<>"\\\p{C}]{0,126}[^\s<>"\\\p{C}])?$/u.test(name);
}
