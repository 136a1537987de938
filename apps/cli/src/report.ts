import { asError, type Logger, WanwenError } from "@wanwen/core";

/** Says a failure in one line and ends with 1. Our own mistakes show where they happened; other people's do not need to. */
export function failWith(thrown: unknown): never {
  const error = asError(thrown);
  const ours = !(error instanceof WanwenError) || error.code === "internal";
  process.stderr.write(`✗ ${error.message}\n`);
  if (ours && error.stack) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

/** Warnings and errors to stderr, one JSON object a line. Results go to stdout. */
export const stderrLogger: Logger = {
  debug() {},
  info() {},
  warn: (event, fields) => line("warn", event, fields),
  error: (event, fields) => line("error", event, fields),
};

function line(level: string, event: string, fields: Record<string, unknown> = {}): void {
  const plain = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? value.message : value]));
  process.stderr.write(`${JSON.stringify({ level, event, ...plain })}\n`);
}
