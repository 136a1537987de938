/**
 * `{ "error": { message, type, param, code } }`: how a failure looks on the wire.
 *
 * Exports `ErrorEnvelope` (schema and type), `errorEnvelope` (an error of ours as a body) and `errorFromWire` (a body
 * and a status as an error of ours). HTTP statuses are the server's business.
 */
import { asError, DeviceError, InputError, InvariantError, LimitError, WanwenError } from "@wanwen/core";
import { z } from "zod";

export const ErrorEnvelope = z.looseObject({
  error: z.looseObject({
    message: z.string(),
    type: z.string().nullish(),
    param: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
});
export interface ErrorEnvelope {
  readonly error: { readonly message: string; readonly type: string; readonly param: string | null; readonly code: string | null };
}

/** Messages of our own mistakes stay in the log: outside they only say that it was ours. */
export function errorEnvelope(thrown: unknown): ErrorEnvelope {
  const error = asError(thrown);
  if (error instanceof InputError) {
    return { error: { message: error.message, type: "invalid_request_error", param: error.param ?? null, code: error.code } };
  }
  if (error instanceof LimitError && error.of === "context") {
    return { error: { message: error.message, type: "invalid_request_error", param: "messages", code: "context_length_exceeded" } };
  }
  if (error instanceof LimitError) return { error: { message: error.message, type: "rate_limit_error", param: null, code: error.code } };
  if (error instanceof DeviceError) return { error: { message: error.message, type: "server_error", param: null, code: error.code } };
  const code = error instanceof WanwenError ? error.code : new InvariantError("").code;
  return { error: { message: "The server made a mistake. It has been logged.", type: "server_error", param: null, code } };
}

/** 400-like statuses are the caller's mistake, 429 and 503 a limit, everything else the world's. */
export function errorFromWire(status: number, body: string, retryAfter: string | null): WanwenError {
  const message = messageOf(body) ?? `the model endpoint answered ${status}`;
  const param = paramOf(body);
  if (status === 429 || status === 503) {
    const seconds = Number(retryAfter);
    return new LimitError(message, Number.isFinite(seconds) && retryAfter ? { retryAfterMs: seconds * 1000 } : {});
  }
  if (status >= 400 && status < 500) return new InputError(message, param ? { param } : {});
  return new DeviceError(message);
}

const parsed = (body: string): z.infer<typeof ErrorEnvelope> | undefined => {
  try {
    const result = ErrorEnvelope.safeParse(JSON.parse(body));
    return result.success ? result.data : undefined;
  } catch {
    return undefined; // Proxies answer in HTML: the status alone is then all we know.
  }
};
const messageOf = (body: string): string | undefined => parsed(body)?.error.message;
const paramOf = (body: string): string | undefined => parsed(body)?.error.param ?? undefined;
