import { PIECE, wholePieces } from "./cut-points.ts";

/**
 * How many tokens of prompts a pass may carry. While nobody writes, as many as pay; beside replies, as many as fit into
 * the pause that a reader does not notice, or, where so many write that a pass takes that long by itself, a third of the time. What
 * a row of a prompt and a row of a reply take is measured as passes go by.
 */
export class PieceSize {
  readonly #most: number;
  /** Milliseconds of a row of a prompt; undefined before the first. */
  #promptMs: number | undefined;
  /** Milliseconds of a row of a reply, which also reads the weights and makes logits. */
  #replyMs = 0;

  /** @param most tokens of prompts in one pass, at any time */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param writing replies that get their next token in the same pass; 0: nobody waits */
  tokens(writing: number): number {
    if (writing === 0) return this.#most;
    if (this.#promptMs === undefined) return Math.min(this.#most, FIRST);
    const repliesMs = writing * this.#replyMs;
    const rows = Math.max(PAUSE_MS - repliesMs, repliesMs / 2) / this.#promptMs;
    return Math.min(this.#most, Math.max(PIECE, wholePieces(rows)));
  }

  /** A pass over so many rows of replies and of prompts took so long. */
  timed(replies: number, prompts: number, ms: number): void {
    if (prompts >= PIECE && prompts > replies) this.#promptMs = towards(this.#promptMs, ms / (prompts + replies));
    else if (replies > 0) this.#replyMs = towards(this.#replyMs, Math.max(0, ms - prompts * (this.#promptMs ?? 0)) / replies);
  }
}

function towards(before: number | undefined, now: number): number {
  return before ? before + 0.3 * (now - before) : now;
}

/** The longest pause between two tokens of a reply that a prompt may make. Passes vary: 200 ms should hold for nearly all. */
const PAUSE_MS = 130;
const FIRST = 16;
