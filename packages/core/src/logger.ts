/** An event name with fields. Keys, card data and what people wrote never reach `info`. */
export interface Logger {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

/** Libraries are silent unless an app gives them a logger. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
