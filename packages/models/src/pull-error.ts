import { DeviceError } from "@wanwen/core";

/** Why a download did not come to its end; pages have a sentence for each. */
export type PullReason =
  | "offline" | "missing" | "gated" | "busy" | "space" | "size" | "checksum" | "broken" | "hostile" | "nothingFits" | "inUse" | "occupied";

/** A download that failed through nobody's mistake here: the message says what happened and what can be done, in one line. */
export class PullError extends DeviceError {
  readonly reason: PullReason;

  constructor(reason: PullReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}
