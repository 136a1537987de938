const DEPTH_MAX = 64;

/**
 * JSON with `, ` and `: ` between things, as Python's `json.dumps` writes it: what chat templates show to models,
 * and what the usual servers send.
 */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${JSON.stringify(key)}: ${jsonText(inner)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/**
 * A value that a model wrote as Python would print it: `{'a': True, 'b': None, 'c': (1, 2)}`. Tuples become arrays.
 * Undefined when the text is not such a literal, or nests deeper than 64.
 */
export function parsePythonLiteral(text: string): unknown {
  const reader = new LiteralReader(text);
  return reader.whole();
}

class LiteralReader {
  readonly #text: string;
  #at = 0;
  #failed = false;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#value(0);
    this.#skipBlanks();
    return this.#failed || this.#at < this.#text.length ? undefined : value;
  }

  #value(depth: number): unknown {
    this.#skipBlanks();
    const first = this.#text[this.#at];
    if (depth > DEPTH_MAX || first === undefined) return this.#fail();
    if (first === "[" || first === "(") return this.#items(first === "[" ? "]" : ")", depth);
    if (first === "{") return this.#entries(depth);
    if (first === "'" || first === '"') return this.#string(first);
    return this.#word();
  }

  #items(close: string, depth: number): unknown {
    const items: unknown[] = [];
    this.#at++;
    while (!this.#failed && !this.#take(close)) {
      items.push(this.#value(depth + 1));
      if (!this.#take(",") && !this.#peek(close)) this.#fail();
    }
    return items;
  }

  #entries(depth: number): unknown {
    const entries: [string, unknown][] = [];
    this.#at++;
    while (!this.#failed && !this.#take("}")) {
      const key = this.#value(depth + 1);
      if (!this.#take(":")) this.#fail();
      entries.push([String(key), this.#value(depth + 1)]);
      if (!this.#take(",") && !this.#peek("}")) this.#fail();
    }
    return Object.fromEntries(entries);
  }

  #string(quote: string): unknown {
    let out = "";
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === quote) {
        this.#at++;
        return out;
      }
      out += char === "\\" ? this.#escape() : char;
    }
    return this.#fail();
  }

  /** Leaves the place on the escape's last character. */
  #escape(): string {
    const code = this.#text[++this.#at] ?? "";
    const digits = { x: 2, u: 4, U: 8 }[code];
    if (digits !== undefined) {
      const hex = this.#text.slice(this.#at + 1, this.#at + 1 + digits);
      const point = /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Infinity;
      if (point > 0x10ffff) return `\\${code}`;
      this.#at += digits;
      return String.fromCodePoint(point);
    }
    const known: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "\n": "", "'": "'", '"': '"', "\\": "\\" };
    return known[code] ?? `\\${code}`;
  }

  #word(): unknown {
    const found = /^[A-Za-z]+|^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(this.#text.slice(this.#at, this.#at + 400))?.[0];
    if (found === undefined) return this.#fail();
    this.#at += found.length;
    if (found === "True" || found === "true") return true;
    if (found === "False" || found === "false") return false;
    if (found === "None" || found === "null") return null;
    const value = Number(found);
    return Number.isFinite(value) ? value : this.#fail();
  }

  #fail(): undefined {
    this.#failed = true;
    return undefined;
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? "x")) this.#at++;
  }

  #peek(char: string): boolean {
    this.#skipBlanks();
    return this.#text[this.#at] === char;
  }

  #take(char: string): boolean {
    if (!this.#peek(char)) return false;
    this.#at++;
    return true;
  }
}
