/**
 * The four kinds of failure. Each has a stable `code` for programs and a message for people that says
 * where, what was expected and what was got. Only the HTTP layers know status codes.
 */
export abstract class WanwenError extends Error {
  /** Stable, snake_case, safe to show and to branch on. */
  abstract readonly code: string;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Our own mistake. Fails the request; never caught to carry on. */
export class InvariantError extends WanwenError {
  readonly code = "internal";
}

/** The caller's mistake: a bad file, field or request. `param` names the field, tensor or key. */
export class InputError extends WanwenError {
  readonly code = "invalid_input";
  readonly param: string | undefined;

  constructor(message: string, options?: { param?: string; cause?: unknown }) {
    super(message, options);
    this.param = options?.param;
  }
}

/** Nobody's mistake: a queue, a quota, a context or a memory is full. */
export class LimitError extends WanwenError {
  readonly code = "limit_reached";
  readonly retryAfterMs: number | undefined;
  /** "context": the request itself is too long, and will be so whenever it is made again. */
  readonly of: "context" | undefined;

  constructor(message: string, options?: { retryAfterMs?: number; of?: "context"; cause?: unknown }) {
    super(message, options);
    this.retryAfterMs = options?.retryAfterMs;
    this.of = options?.of;
  }
}

/** The world's: a file cut short under us, a service that does not answer, a worker that died. */
export class DeviceError extends WanwenError {
  readonly code = "unavailable";
}

/** Throws `InvariantError` unless `condition` holds. Write the message as the fact that must be true. */
export function invariant(condition: unknown, fact: string): asserts condition {
  if (!condition) throw new InvariantError(`invariant broken: ${fact}`);
}

/** Any thrown value as an Error, for the one place where a failure is reported. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
