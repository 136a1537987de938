import type { AppStatus, Profile, TaskSummary, ToolName } from "@wanwen/agent";
import type { Approval } from "@wanwen/approvals";
import type { Money } from "@wanwen/core";
import type { LibraryStatus } from "@wanwen/server";
import type { CancelResult, Locale, Order } from "@wanwen/services";

/** The server said no, with a sentence for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Nobody answered: no network, or the program is not running. */
export class NoAnswerError extends Error {}

/** The routes of docs/http.md, one function each. All of them may throw `ApiError` or `NoAnswerError`. */
export const api = {
  status: () => call<AppStatus>("GET", "/api/status"),
  /** `locale`: the language of a profile that nobody wrote yet. */
  profile: (locale?: Locale) => call<Profile>("GET", `/api/profile${locale === undefined ? "" : `?locale=${locale}`}`),
  saveProfile: (profile: Profile) => call<Profile>("PUT", "/api/profile", profile),
  tasks: () => call<{ tasks: TaskSummary[] }>("GET", "/api/tasks"),
  createTask: (text: string, locale: Locale, clientId: string) => call<{ taskId: string }>("POST", "/api/tasks", { text, locale, clientId }),
  say: (taskId: string, text: string, clientId: string) => call<object>("POST", `/api/tasks/${id(taskId)}/messages`, { text, clientId }),
  stop: (taskId: string) => call<object>("POST", `/api/tasks/${id(taskId)}/stop`, {}),
  retry: (taskId: string) => call<object>("POST", `/api/tasks/${id(taskId)}/retry`, {}),
  redo: (taskId: string, callId: string, tool: ToolName) => call<object>("POST", `/api/tasks/${id(taskId)}/steps/${id(callId)}/redo`, { tool }),
  choose: (taskId: string, offerId: string) => call<object>("POST", `/api/tasks/${id(taskId)}/choose`, { offerId }),
  approve: (approvalId: string, termsHash: string) => call<Approval>("POST", `/api/approvals/${id(approvalId)}`, { decision: "approve", termsHash }),
  decline: (approvalId: string) => call<Approval>("POST", `/api/approvals/${id(approvalId)}`, { decision: "decline" }),
  revise: (approvalId: string, change: { quantity?: number; deliverTo?: string; note?: string }) =>
    call<Approval>("POST", `/api/approvals/${id(approvalId)}/revise`, change),
  orders: () => call<{ orders: Order[]; balance: Money }>("GET", "/api/orders"),
  models: () => call<LibraryStatus>("GET", "/api/models"),
  downloadModel: (suggestion: string) => call<object>("POST", "/api/models/download", { id: suggestion }),
  pauseDownload: () => call<object>("POST", "/api/models/download/pause", {}),
  cancelDownload: () => call<object>("POST", "/api/models/download/cancel", {}),
  switchModel: (name: string, unloadFirst: boolean) => call<object>("POST", "/api/models/switch", { name, unloadFirst }),
  cancelOrder: (orderId: string, clientId: string) => call<CancelResult>("POST", `/api/orders/${id(orderId)}/cancel`, { clientId }),
};

const id = encodeURIComponent;

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new NoAnswerError("no answer", { cause });
  }
  const parsed: unknown = await response.json().catch(() => undefined);
  if (response.ok && parsed !== undefined) return parsed as T;
  // A proxy or a half-started server answers without our JSON: that is nobody's sentence, so it counts as no answer.
  const error = (parsed as { error?: { code?: string; message?: string } } | undefined)?.error;
  if (error?.message === undefined) throw new NoAnswerError(`HTTP ${response.status}`);
  throw new ApiError(response.status, error.code ?? "unknown", error.message);
}

/** An id made here, so that sending twice counts once. `randomUUID` is missing on plain-http pages of other hosts. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
