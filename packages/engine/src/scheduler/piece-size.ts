import { PIECE, wholePieces } from "./cut-points.ts";

/**
 * How many tokens of prompts a pass may carry. While nobody writes, as many as pay; beside replies, as many as fit into
 * the pause that a reader does not notice. The time of a row is measured as passes go by.
 */
export class PieceSize {
  readonly #most: number;
  /** Milliseconds that a row of a larger pass takes; undefined before the first. */
  #rowMs: number | undefined;

  /** @param most tokens of prompts in one pass, at any time */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param writing replies that get their next token in the same pass; 0: nobody waits */
  tokens(writing: number): number {
    if (writing === 0) return this.#most;
    if (this.#rowMs === undefined) return Math.min(this.#most, FIRST);
    const rows = Math.floor(PAUSE_MS / this.#rowMs) - writing;
    return Math.min(this.#most, Math.max(PIECE, wholePieces(rows)));
  }

  /** A pass over so many rows, some of them of prompts, took so long. */
  timed(rows: number, ms: number): void {
    if (rows < PIECE) return;
    const rowMs = (ms / rows) * (rows > LARGE ? LARGE_IS_CHEAPER : 1);
    this.#rowMs = this.#rowMs === undefined ? rowMs : this.#rowMs + 0.3 * (rowMs - this.#rowMs);
  }
}

/** The longest pause between two tokens of a reply that a prompt may make. Passes vary: 200 ms should hold for nearly all. */
const PAUSE_MS = 120;
/** A row of a large pass takes less: the weights are read once for more of them. */
const LARGE = 64;
const LARGE_IS_CHEAPER = 1.5;
const FIRST = 16;
