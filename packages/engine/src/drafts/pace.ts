/** Guesses that one pass checks at most: tokens further ahead are rarely right. */
export const GUESSES_MAX = 3;

/** Passes without a guess after which one is tried again: what comes may be easier to guess than what came. */
const TRY_AGAIN = 48;
/** Weight of the newest measurement. */
const NEW = 0.2;

/**
 * How many guesses pay: more tokens a pass against longer passes. Both are measured as replies are written: how long a pass
 * over so many rows takes (for the whole engine), and how often a guess is right (for each reply).
 */
export class Pace {
  /** Milliseconds of a pass over 1, 2, … rows; undefined before the first. */
  readonly #ms: (number | undefined)[] = [];
  #guessMs = 0;

  /** A pass over the rows of one reply took so long. */
  timed(rows: number, ms: number): void {
    const before = this.#ms[rows];
    this.#ms[rows] = before === undefined ? ms : before + NEW * (ms - before);
  }

  /** One guess took so long. */
  guessed(ms: number): void {
    this.#guessMs += NEW * (ms - this.#guessMs);
  }

  /** The number of guesses that gives most tokens a second, when each is right with probability `right`. */
  best(right: number, guessMs = this.#guessMs): number {
    const alone = this.#ms[1];
    if (alone === undefined) return 0; // the first pass measures what there is to win
    let best = 0;
    let bestRate = 1 / alone;
    let tokens = 1;
    for (let guesses = 1; guesses <= GUESSES_MAX; guesses++) {
      tokens += right ** guesses;
      // A pass that was never made is thought to be little longer, so that it is tried.
      const rate = tokens / ((this.#ms[1 + guesses] ?? alone * (1 + 0.1 * guesses)) + guesses * guessMs);
      if (rate <= bestRate) continue;
      best = guesses;
      bestRate = rate;
    }
    return best;
  }
}

/** How well one reply is guessed. */
export class Luck {
  #right = 0.7;
  #passesWithout = 0;
  drafted = 0;
  accepted = 0;

  /** Of so many guesses the first so many were right; those behind the first wrong one say nothing. */
  saw(guesses: number, right: number): void {
    this.drafted += guesses;
    this.accepted += right;
    for (let each = 0; each < right; each++) this.#right += NEW * (1 - this.#right);
    if (right < guesses) this.#right -= NEW * this.#right;
  }

  /** How many guesses the next pass should check. */
  count(pace: Pace, guessMs?: number): number {
    const count = pace.best(this.#right, guessMs);
    if (count > 0) this.#passesWithout = 0;
    else if (++this.#passesWithout > TRY_AGAIN) {
      this.#passesWithout = 0;
      return 1;
    }
    return count;
  }
}
