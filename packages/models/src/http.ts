/** Requests to a hub, with bounds: on where they go, on how long they wait and on how much is read. */
import { asError } from "@wanwen/core";
import { PullError } from "./pull-error.ts";

const ANSWER_MS_MAX = 15_000;

interface Bounds {
  readonly headers: Readonly<Record<string, string>>;
  /** Requests in all. */
  readonly pagesMax: number;
  /** Bytes of one answer. */
  readonly bytesMax: number;
  readonly signal?: AbortSignal;
}

/** A `fetch` for small answers of one server. An address elsewhere is refused: our token would go along. */
export function guardedFetch(origin: string, { headers, pagesMax, bytesMax, signal }: Bounds): typeof globalThis.fetch {
  const own = new URL(origin);
  let pages = 0;
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== own.origin) throw new PullError("hostile", `${own.host}: the list of files goes on at another server, ${url.host}`);
    if (++pages > pagesMax) throw new PullError("hostile", `${own.host}: the list of files does not end`);
    const response = await reach(url, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers } }, ANSWER_MS_MAX, signal);
    return new Response(await boundedText(response, bytesMax, own.host), { status: response.status, headers: response.headers });
  };
}

/** One request. @throws PullError "offline" when nobody answers; the signal's reason when aborted */
export async function reach(url: URL, init: RequestInit, answerMsMax: number, signal: AbortSignal | undefined): Promise<Response> {
  const late = AbortSignal.timeout(answerMsMax);
  try {
    return await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, late]) : late });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const why = late.aborted ? "no answer" : reasonOf(cause);
    throw new PullError("offline", `${url.host} cannot be reached (${why}). Is this computer online?`, { cause });
  }
}

export async function fetchJson(fetch: typeof globalThis.fetch, url: string, repository: string, host: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw problemOf(response.status, repository, host);
  try {
    return await response.json();
  } catch (cause) {
    throw new PullError("hostile", `${host}: the list of files of ${repository} is not JSON`, { cause });
  }
}

/** What a status means for somebody who wants a model. */
export function problemOf(status: number, what: string, host: string): PullError {
  // Hugging Face says 401, not 404, for names that do not exist: it does not tell strangers what is private.
  if (status === 401) return new PullError("gated", `${host}: ${what} does not exist, or needs an account: check the name, or set HF_TOKEN`);
  if (status === 403) return new PullError("gated", `${host}: ${what} is only for people who accepted its terms: do that there, then set HF_TOKEN`);
  if (status === 404) return new PullError("missing", `${host}: ${what} does not exist`);
  if (status === 429) return new PullError("busy", `${host} asks us to come back later (too many requests)`);
  return new PullError("busy", `${host}: ${what}: the hub answered with status ${status}`);
}

/** "ENOTFOUND", "ECONNREFUSED": fetch hides them in its error's cause. */
export function reasonOf(thrown: unknown): string {
  const error = asError(thrown);
  const { cause } = error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : error.message;
}

async function boundedText(response: Response, bytesMax: number, host: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of response.body ?? []) {
      bytes += piece.length;
      if (bytes > bytesMax) throw new PullError("hostile", `${host}: an answer is longer than ${bytesMax >> 20} MB`);
      pieces.push(piece);
    }
  } catch (cause) {
    if (cause instanceof PullError) throw cause;
    throw new PullError("offline", `${host}: the connection broke off (${reasonOf(cause)})`, { cause });
  }
  return Buffer.concat(pieces).toString("utf8");
}
