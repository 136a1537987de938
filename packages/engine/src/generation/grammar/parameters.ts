import { InputError } from "@wanwen/core";
import type { ToolFormat } from "@wanwen/model";
import { isSchema, propertiesOf, type Schema } from "../coerce.ts";
import { end, type State } from "./automaton.ts";
import { ANY_TEXT, both, type CodePoints, isEmpty, these, TooLarge, withLength } from "./code-points.ts";
import type { ValueLanguage } from "./grounded.ts";
import { patternTexts } from "./pattern.ts";
import { type ObjectValues, readSchema, type SchemaNode, type StringValues } from "./schema.ts";
import { valueText } from "./schema-automaton.ts";
import type { Segment } from "./segment.ts";
import { lineOf } from "./string-segments.ts";

/** A tool's parameters as its schema has them, whichever form calls have. */
export type Parameters = ObjectValues<SchemaNode>;

const known = new Map<string, Parameters>();
const KNOWN_MAX = 64;

/**
 * Reads the schema of all parameters. Those with a source (`x-from`) are held by their source, so here they may be anything.
 * @throws InputError naming what cannot be held
 */
export function readParameters(parameters: Schema | undefined, param: string): Parameters {
  const sourced = Object.entries(propertiesOf(parameters)).map(
    ([name, each]) => [name, isSchema(each) && "x-from" in each ? true : each] as const,
  );
  const schema = { ...parameters, type: "object", properties: Object.fromEntries(sourced) };
  const key = JSON.stringify(schema);
  let found = known.get(key);
  if (!found) {
    const [only, ...others] = readSchema(schema, param).alternatives;
    if (only?.type !== "object" || others.length > 0)
      throw new InputError(`${param}: several kinds of parameters are not supported`, { param });
    if (only.min > only.required.size || only.max < only.properties.size)
      throw new InputError(`${param}: a number of parameters is not supported`, { param });
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(key, (found = only));
  }
  return found;
}

/**
 * What one parameter may be. The XML form writes a string without quotes, so there a value is either
 * always a string or never.
 * @throws InputError where that is not so
 */
export function parameterLanguage(node: SchemaNode, form: ToolFormat, param: string): ValueLanguage | undefined {
  if (node.anything) return { xml: undefined, json: valueText(node, "any", wholeValue) };
  if (node.depth === Infinity) return undefined;
  const json = valueText(node, "value", wholeValue);
  if (form !== "qwen3.5-xml") return { xml: undefined, json };
  const strings = node.alternatives.filter((each) => each.type === "string");
  if (strings.length === 0) return { xml: json, json };
  const [only, ...more] = strings;
  const plain = strings.some((each) => !each.values && !each.texts && each.min === 0 && each.max === Infinity);
  if (plain && node.alternatives.every(({ type }) => type === "string" || type === "null")) return { xml: undefined, json };
  if (!only || more.length > 0 || node.alternatives.length > 1)
    throw new InputError(`${param}: not supported beside other types in this form of calls`, { param });
  const xml = lineText(only, param);
  return xml && { xml, json };
}

function wholeValue(): State {
  return end("whole", () => undefined);
}

/** What stands on one line and has nothing in it that begins a tag. */
const ON_ONE_LINE = "^(?:[^\\n<]|<+[^\\n</a-z])*<*$";

/** A string without its quotes; undefined when none can be written so. */
function lineText({ values, texts, min, max }: StringValues, param: string): { readonly line: Segment } | undefined {
  try {
    const all: CodePoints = values ? these(values) : withLength(texts ?? ANY_TEXT, min, max);
    const writable = both(all, patternTexts(ON_ONE_LINE, param));
    return isEmpty(writable) ? undefined : { line: lineOf(writable) };
  } catch (error) {
    if (error instanceof TooLarge)
      throw new InputError(`${param}: lengths like these are not supported in this form of calls`, { param });
    throw error;
  }
}
