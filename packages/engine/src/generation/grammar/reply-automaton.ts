import type { ToolFormat } from "@wanwen/model";
import { FRAMES } from "../calls.ts";
import { blanks, choice, either, end, freeText, literal, sequence, type State, type Then } from "./automaton.ts";
import type { CallableTool, ValueLanguage } from "./grounded.ts";
import type { SchemaNode } from "./schema.ts";
import { valueText } from "./schema-automaton.ts";
import { framedReplySegment, type Segment, thinkingSegment, untilPattern, xmlValueSegment } from "./segment.ts";
import { ANY_STRING } from "./string-segments.ts";

export interface ReplyShape {
  /** Those that can be called now; none: calls are forbidden. */
  readonly tools: readonly CallableTool[];
  readonly toolFormat: ToolFormat;
  readonly thinkingOpen: boolean;
  /** The reply must be a call. */
  readonly callNow: boolean;
  /** Some tool of the request is grounded: free values must not look like the structure of a call. */
  readonly guarded: boolean;
  /** At most one call. */
  readonly single: boolean;
  /** Names of all tools of the request: their calls are read, so those that cannot be called now must not appear. */
  readonly names: readonly string[];
  /** What the text must be where there is no call; undefined: any text. */
  readonly schema?: SchemaNode | undefined;
}

const REPLY = untilPattern(["<tool_call>"]);
const REPLY_XML = untilPattern(["<tool_call>", "<function="]);
const THINKING_XML = thinkingSegment("<function=");
const THINKING_JSON = thinkingSegment("{");
const XML_VALUE = xmlValueSegment(false);
const XML_VALUE_GUARDED = xmlValueSegment(true);

/** Requests with the same tools share their segment, and so what the vocabulary can do in it. */
const framedSegments = new Map<string, Segment>();
const FRAMED_SEGMENTS_MAX = 16;

/** The language of one reply: thinking, text, calls. */
export function replyAutomaton(shape: ReplyShape): State {
  const calls = shape.toolFormat === "qwen3.5-xml" ? new XmlCalls(shape) : new JsonCalls(shape);
  const open = shape.tools.length > 0;
  const afterTag = (): State | undefined => (open ? calls.afterTag() : undefined);
  const reply = (): State => {
    if (shape.callNow) return blanks("call now", () => literal("<tool_call>", "call now", afterTag), shape.thinkingOpen ? 4 : 0);
    if (shape.schema) return jsonReply(shape, shape.schema, afterTag);
    return calls.text(afterTag);
  };
  if (!shape.thinkingOpen) return reply();
  const head = (): State | undefined => (open ? calls.afterHead() : undefined);
  // Where an answer of some form was asked for, thinking alone is none: the reply cannot end in it.
  const mayEnd = !shape.callNow && !shape.schema;
  return freeText(calls.thinking, "thinking", (exit) => (exit === 0 ? reply() : head()), { canEnd: mayEnd, controls: mayEnd });
}

/** JSON that fits the schema and nothing else, or a call from the beginning on. */
function jsonReply({ thinkingOpen, tools }: ReplyShape, schema: SchemaNode, afterTag: Then): State {
  const json = valueText(schema, "json", () => end("json done", () => undefined));
  const both = tools.length > 0 ? either([json, literal("<tool_call>", "call", afterTag)]) : json;
  return blanks("json", () => both, thinkingOpen ? 4 : 0);
}

interface Calls {
  readonly thinking: Segment;
  /** The reply's text, which a call may interrupt. */
  text(afterTag: Then): State;
  /** Behind `<tool_call>`. */
  afterTag(): State;
  /** Behind the tag and the first characters that tell a call from a mention. */
  afterHead(): State;
}

/** Behind a whole call: the end, or the next call. */
function afterCall({ single }: ReplyShape, afterTag: Then): State {
  return end("called", () => (single ? undefined : literal("\n<tool_call>", "again", afterTag)));
}

/** Which parameters a call still can and must have. */
class Rest {
  readonly tool: CallableTool;
  readonly key: string;
  readonly #seen: ReadonlySet<string>;

  constructor(tool: CallableTool, seen: ReadonlySet<string> = new Set()) {
    this.tool = tool;
    this.#seen = seen;
    this.key = JSON.stringify([tool.name, ...[...seen].sort()]); // names may contain any separator
  }

  get left(): (readonly [string, ValueLanguage])[] {
    return [...this.tool.parameters].filter(([key]) => !this.#seen.has(key));
  }

  get full(): boolean {
    return this.tool.required.every((key) => this.#seen.has(key));
  }

  with(key: string): Rest {
    return new Rest(this.tool, new Set([...this.#seen, key]));
  }
}

/** `\n<function=NAME>\n`, parameters, `</function>\n</tool_call>`. */
class XmlCalls implements Calls {
  readonly thinking = THINKING_XML;
  readonly #shape: ReplyShape;

  constructor(shape: ReplyShape) {
    this.#shape = shape;
  }

  text(afterTag: Then): State {
    // A reader takes a bare `<function=` for a call too, so it is one here.
    const segment = this.#shape.names.length > 0 ? REPLY_XML : REPLY;
    const exit = (number: number): State | undefined => (number === 0 ? afterTag() : afterTag() && this.afterHead());
    return freeText(segment, "text", exit, { canEnd: true, controls: true });
  }

  afterTag(): State {
    return literal("\n<function=", "tag", () => this.afterHead());
  }

  afterHead(): State {
    const names = this.#shape.tools.map((tool) => [`${tool.name}>\n`, () => this.#parameters(new Rest(tool))] as const);
    return choice(names, "name");
  }

  #parameters(rest: Rest): State {
    const options = rest.left.map(([key, value]) => [`<parameter=${key}>\n`, () => this.#value(rest, key, value)] as const);
    const close = ["</function>\n</tool_call>", () => afterCall(this.#shape, () => this.afterTag())] as const;
    return choice(rest.full ? [...options, close] : options, rest.key);
  }

  #value(rest: Rest, key: string, { xml }: ValueLanguage): State {
    const name = `${rest.key}${JSON.stringify(key)}`;
    const next = (): State => this.#parameters(rest.with(key));
    if (xml && "line" in xml) {
      return freeText(xml.line, name, () => literal("</parameter>\n", name, next), { canEnd: false, controls: false });
    }
    if (xml) return sequence(xml, name, () => literal("\n</parameter>\n", name, next));
    return freeText(this.#shape.guarded ? XML_VALUE_GUARDED : XML_VALUE, name, next, { canEnd: false, controls: false });
  }
}

/** `{"name": NAME, "arguments": {…}}` between tags, or alone in a frame (a ```json fence, `<tools>`). */
class JsonCalls implements Calls {
  readonly thinking = THINKING_JSON;
  readonly #shape: ReplyShape;

  constructor(shape: ReplyShape) {
    this.#shape = shape;
  }

  text(afterTag: Then): State {
    const { tools, names } = this.#shape;
    const exit = (number: number): State | undefined => {
      if (number === 0) return afterTag();
      const frame = Math.floor((number - 1) / names.length);
      const tool = tools.find(({ name }) => name === names[(number - 1) % names.length]);
      return tool && this.#arguments(tool, `frame ${frame}`, FRAMES[frame]!.close, () => end("framed", () => undefined));
    };
    return freeText(framedSegment(names), "text", exit, { canEnd: true, controls: true });
  }

  afterTag(): State {
    return words(["{"], "tag", () => this.afterHead());
  }

  afterHead(): State {
    const names = this.#shape.tools.map((tool) => [`"${tool.name}"`, () => this.#tagged(tool)] as const);
    return words(['"name"', ":"], "head", () => blanks("name", () => choice(names, "name")));
  }

  #tagged(tool: CallableTool): State {
    return this.#arguments(tool, "tag", "</tool_call>", () => afterCall(this.#shape, () => this.afterTag()));
  }

  /** Behind the name: the arguments, and what closes the call. */
  #arguments(tool: CallableTool, kind: string, closing: string, then: Then): State {
    const close = (): State => words(["}", closing], `${kind} close`, then);
    return words([",", '"arguments"', ":", "{"], `${kind} ${tool.name}`, () => this.#members(new Rest(tool), kind, close, true));
  }

  /** Behind the opening brace (`first`) or behind a comma. */
  #members(rest: Rest, kind: string, close: Then, first: boolean): State {
    const key = `${kind} ${rest.key}${first ? "{" : ","}`;
    const options = rest.left.map(([name, value]) => [JSON.stringify(name), () => this.#member(rest, kind, close, name, value)] as const);
    const closes = first && rest.full ? [["}", close] as const] : [];
    return blanks(key, () => choice([...options, ...closes], key));
  }

  #member(rest: Rest, kind: string, close: Then, name: string, { json }: ValueLanguage): State {
    const key = `${kind} ${rest.key}${JSON.stringify(name)}`;
    const after = rest.with(name);
    const next = (): State => {
      const more = after.left.length > 0 ? [[",", () => this.#members(after, kind, close, false)] as const] : [];
      const closes = after.full ? [["}", close] as const] : [];
      return blanks(`${key} next`, () => choice([...more, ...closes], `${key} next`));
    };
    return words([":"], key, () => blanks(key, () => valueThen(json, key, next)));
  }
}

function valueThen(json: ValueLanguage["json"], key: string, next: Then): State {
  if (json === undefined) {
    return literal('"', key, () => freeText(ANY_STRING, key, next, { canEnd: false, controls: false }));
  }
  if ("inQuotes" in json) return literal('"', key, () => sequence(json.inQuotes, key, () => literal('"', `${key} end`, next)));
  return sequence(json, key, next);
}

/** Words with a few blanks before each of them. */
function words(list: readonly string[], key: string, then: Then): State {
  const [word, ...rest] = list;
  const place = `${key} ${list.length}`;
  return blanks(place, () => literal(word ?? "", place, rest.length > 0 ? () => words(rest, key, then) : then));
}

function framedSegment(names: readonly string[]): Segment {
  const key = names.join("\n");
  let segment = framedSegments.get(key);
  if (!segment) {
    if (framedSegments.size >= FRAMED_SEGMENTS_MAX) framedSegments.clear();
    framedSegments.set(key, (segment = framedReplySegment(names)));
  }
  return segment;
}
