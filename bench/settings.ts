/** What one measurement is told; the same words for ours and the peer's. */
export interface Settings {
  readonly path: string;
  readonly threads: number;
  /** Tokens. */
  readonly prompt?: number;
  readonly reply?: number;
  readonly streams?: number;
  /** The peer's flash attention, 0 or 1. */
  readonly flash?: 0 | 1;
}
