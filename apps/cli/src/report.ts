import { asError, type Logger, WanwenError } from "@wanwen/core";

/** Says a failure in one line and ends with 1. Our own mistakes show where they happened; other people's do not need to. */
export function failWith(thrown: unknown): never {
  const error = asError(thrown);
  process.stderr.write(`✗ ${error.message}\n`);
  if (isOurs(error) && error.stack) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

function isOurs(error: Error): boolean {
  return !(error instanceof WanwenError) || error.code === "internal";
}

/** Warnings and errors to stderr, one JSON object a line; our own mistakes with their place. Results go to stdout. */
export const stderrLogger: Logger = {
  debug() {},
  info() {},
  warn: (event, fields) => line("warn", event, fields),
  error: (event, fields) => line("error", event, fields),
};

function line(level: string, event: string, fields: Record<string, unknown> = {}): void {
  const said = (value: unknown) => (value instanceof Error ? (isOurs(value) ? value.stack ?? value.message : value.message) : value);
  const plain = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, said(value)]));
  process.stderr.write(`${JSON.stringify({ level, event, ...plain })}\n`);
}
