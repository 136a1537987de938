import { type Clock, InputError, systemClock } from "@wanwen/core";
import type { Tokenizer } from "@wanwen/formats";
import { Environment, Template } from "@huggingface/jinja";
import { BoundedInterpreter } from "./bounded-interpreter.ts";
import type { ChatMessage, PromptTemplate, ToolDefinition, ToolFormat } from "./types.ts";

export interface RenderOptions {
  readonly tools?: readonly ToolDefinition[];
  readonly thinking?: boolean;
}

/**
 * Makes a checkpoint's chat template ready to render, and finds out by trying it what it does with tools and thinking.
 * @param values what else the template may ask for: `bos_token`, `eos_token`
 * @throws InputError when the template cannot be parsed
 */
export function promptTemplate(source: string, values: Readonly<Record<string, string>> = {}): PromptTemplate {
  const template = new ChatTemplate(source);
  const toolFormat: ToolFormat = source.includes("<function=") ? "qwen3.5-xml" : "qwen2.5-json";

  const render = (messages: readonly ChatMessage[], options: RenderOptions = {}): string =>
    template.render({
      ...values,
      messages: messages.map((message) => templateMessage(message, toolFormat)),
      tools: options.tools?.length ? options.tools.map(withoutGrammarHints) : null,
      add_generation_prompt: true,
      ...(options.thinking === undefined ? {} : { enable_thinking: options.thinking }),
    });

  const greeting: ChatMessage[] = [{ role: "user", content: "hi" }];
  const shown = (options: RenderOptions): string => {
    try {
      return render(greeting, options);
    } catch {
      return ""; // a template that refuses such a request does not do what the request asked for
    }
  };
  return {
    toolFormat,
    showsTools: shown({ tools: [{ type: "function", function: { name: "probe_5b1f", parameters: {} } }] }).includes("probe_5b1f"),
    thinks: opensThinking(shown({})) || opensThinking(shown({ thinking: true })),
    render,
  };
}

/** Whether a prompt ends inside a block of thinking, so that the reply begins there. */
export function opensThinking(prompt: string): boolean {
  return /<think>\s*$/.test(prompt);
}

/**
 * The token ids of a conversation in which only the template can write control tokens. `<|im_end|>` inside a message
 * stays a row of letters, whoever wrote it; `<tool_call>`, `</tool_response>`, `<think>` and the like too where a
 * person, a page or a tool wrote the message. All other texts give the ids of `tokenizer.encode(render(…))`.
 * @returns the ids, and whether the reply begins inside a block of thinking
 * @throws InputError when the template refuses the messages
 */
export function encodePrompt(
  template: PromptTemplate,
  tokenizer: Tokenizer,
  messages: readonly ChatMessage[],
  options: RenderOptions = {},
): { readonly ids: number[]; readonly startsThinking: boolean } {
  const added = addedTokens(tokenizer);
  const prompt = template.render(
    messages.map((message) => breakMessage(message, added)),
    options.tools ? { ...options, tools: breakStrings(options.tools, added.control) as ToolDefinition[] } : options,
  );
  // Encoding the pieces apart keeps the two halves of a broken token from meeting again.
  const ids = prompt.split(BREAK).flatMap((piece) => tokenizer.encode(piece));
  return { ids, startsThinking: opensThinking(prompt) };
}

/** A code point that no text may contain (a Unicode noncharacter), so it can mark places in texts. */
const BREAK = "\uFDD0";

interface AddedTokens {
  /** Finds the texts of control tokens. */
  readonly control: RegExp | undefined;
  /** Finds the texts of all tokens that were added to the vocabulary. */
  readonly all: RegExp | undefined;
}

const addedTokensOf = new WeakMap<Tokenizer, AddedTokens>();

function addedTokens(tokenizer: Tokenizer): AddedTokens {
  const known = addedTokensOf.get(tokenizer);
  if (known) return known;
  const control: string[] = [];
  const all: string[] = [];
  for (let id = 0; id < tokenizer.size; id++) {
    const special = tokenizer.isSpecial(id);
    const bytes = tokenizer.bytes(id);
    const looksAdded = bytes.length > 2 && bytes[0] === 0x3c && bytes[bytes.length - 1] === 0x3e; // <…>
    if (!special && !looksAdded) continue;
    const text = new TextDecoder().decode(bytes);
    if (!special && tokenizer.idOf(text) !== id) continue;
    if (special) control.push(text);
    all.push(text);
  }
  const found = { control: anyOf(control), all: anyOf(all) };
  addedTokensOf.set(tokenizer, found);
  return found;
}

/** Longest first: where one token's text begins another's, both are broken by breaking the longer one. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  const usable = texts.filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
  return usable.length === 0 ? undefined : new RegExp(usable.map(RegExp.escape).join("|"), "gu");
}

/** Puts a mark after the first letter of every text that would become a token; marks that were there are dropped. */
function breakText(text: string, tokens: RegExp | undefined): string {
  const plain = text.replaceAll(BREAK, "");
  return tokens ? plain.replace(tokens, (found) => `${found[0]}${BREAK}${found.slice(1)}`) : plain;
}

function breakMessage(message: ChatMessage, added: AddedTokens): ChatMessage {
  const foreign = message.role === "user" || message.role === "tool";
  return {
    ...message,
    content: breakText(message.content, foreign ? added.all : added.control),
    ...(message.reasoning === undefined ? {} : { reasoning: breakText(message.reasoning, added.control) }),
    ...(message.toolCalls && { toolCalls: breakStrings(message.toolCalls, added.all) as NonNullable<ChatMessage["toolCalls"]> }),
  };
}

/** `breakText` on every string and key inside a JSON value. */
function breakStrings(value: unknown, tokens: RegExp | undefined): unknown {
  if (typeof value === "string") return breakText(value, tokens);
  if (Array.isArray(value)) return value.map((each) => breakStrings(each, tokens));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [breakText(key, tokens), breakStrings(each, tokens)]));
  }
  return value;
}

/** `x-from` speaks to the grammar, not to the model. */
function withoutGrammarHints(tool: ToolDefinition): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "x-from").map(([key, each]) => [key, strip(each)]));
  };
  return strip(tool);
}

/** The names that templates expect. */
function templateMessage(message: ChatMessage, format: ToolFormat): Record<string, unknown> {
  return {
    role: message.role,
    content: message.content,
    ...(message.reasoning === undefined ? {} : { reasoning_content: message.reasoning }),
    ...(message.toolCalls?.length
      ? {
          tool_calls: message.toolCalls.map((call) => ({
            type: "function",
            function: { name: call.name, arguments: format === "qwen3.5-xml" ? pythonWords(call.arguments) : call.arguments },
          })),
        }
      : {}),
  };
}

/**
 * XML templates write a scalar argument as Python's `str()` does, and the models learnt it so: `True`, `False`, `None`.
 * Deeper values go through `tojson` and stay as they are. (1.0 is written "1": JavaScript has lost the difference.)
 */
export function pythonWords(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const word = (value: unknown): unknown =>
    value === true ? "True" : value === false ? "False" : value === null ? "None" : value;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, word(value)]));
}

/** Far more than any real template counts to; a hostile one could ask for a list of 10^12 numbers. */
const RANGE_MAX = 100_000;

/** A Jinja template in the dialect of Hugging Face transformers: trim_blocks, lstrip_blocks, `raise_exception`. */
export class ChatTemplate {
  readonly #template: Template;
  readonly #clock: Clock;

  /**
   * @param clock for templates that write today's date (`strftime_now`)
   * @throws InputError when the text is no template
   */
  constructor(source: string, clock: Clock = systemClock) {
    this.#clock = clock;
    try {
      this.#template = new Template(source);
    } catch (error) {
      throw new InputError(`chat template: expected Jinja, got ${messageOf(error)}`, { param: "chat_template", cause: error });
    }
  }

  /** @throws InputError with the template's own words when it refuses */
  render(values: Readonly<Record<string, unknown>>): string {
    // Not `template.render`: nothing in it has a bound.
    const environment = new Environment();
    for (const [name, value] of Object.entries({ ...this.#globals(), ...values })) environment.set(name, value);
    try {
      return new BoundedInterpreter(environment).run(this.#template.parsed).value as string;
    } catch (error) {
      throw new InputError(`chat template: ${messageOf(error)}`, { param: "messages", cause: error });
    }
  }

  #globals(): Record<string, unknown> {
    return {
      true: true, false: false, none: null, True: true, False: false, None: null,
      range: boundedRange,
      raise_exception(message: string): never {
        throw new Error(message);
      },
      strftime_now: (format: string) => strftime(this.#clock.now(), format),
    };
  }
}

/** The directives of Python's strftime that dates in prompts use; others stay as they are. */
function strftime(now: Date, format: string): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const word = (options: Intl.DateTimeFormatOptions): string => now.toLocaleDateString("en-US", options);
  const parts: Readonly<Record<string, string>> = {
    "%Y": String(now.getFullYear()),
    "%m": two(now.getMonth() + 1),
    "%d": two(now.getDate()),
    "%H": two(now.getHours()),
    "%M": two(now.getMinutes()),
    "%S": two(now.getSeconds()),
    "%B": word({ month: "long" }),
    "%b": word({ month: "short" }),
    "%A": word({ weekday: "long" }),
    "%a": word({ weekday: "short" }),
    "%%": "%",
  };
  return format.replace(/%./g, (directive) => parts[directive] ?? directive);
}

function boundedRange(...args: number[]): number[] {
  const [start, stop, step] = args.length === 1 ? [0, args[0] ?? 0, 1] : [args[0] ?? 0, args[1] ?? 0, args[2] ?? 1];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= RANGE_MAX)) throw new Error(`range: expected at most ${RANGE_MAX} numbers, got ${count}`);
  return Array.from({ length: count }, (_, i) => start + i * step);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
