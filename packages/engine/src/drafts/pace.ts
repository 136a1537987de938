/** Guesses that one pass checks at most: tokens further ahead are rarely right. */
export const GUESSES_MAX = 3;

/** Who guesses: the checkpoint's draft layer; the text, where little of it came before like this; the text, where much did. */
export type Source = "layer" | "text" | "copy";

/** So many guesses for each reply, and how many times faster they promise to be than none; 0 and 0: none pay. */
export interface Plan {
  readonly count: number;
  readonly gain: number;
}
const NONE: Plan = { count: 0, gain: 0 };

/** What a plan is made for. */
interface Situation {
  /** Replies in the pass. */
  readonly replies: number;
  /** Tokens that can be guessed. */
  readonly most: number;
  /** Guesses cost what the draft layer takes. */
  readonly byLayer: boolean;
}

/**
 * Chances without a guess, of all replies, behind which one is tried again: what comes may be easier to guess than what came, or
 * the computer less busy. Twice as many each time that nothing came of it.
 */
const TRY_AGAIN = 48;
const TRY_AGAIN_MAX = 3072;
/** Weight of the newest measurement: of a pass, of how many of these one with guesses takes, of a guess of one reply, of any reply. */
const NEW_MS = 0.2;
const NEW_SHARE = 0.1;
const NEW = 0.08;
const NEW_FOR_ALL = 0.02;
/** Guesses must promise so much more than none, or measurements that waver would decide. */
const LEAD = 1.03;
/** What guesses lose of the time that replies take, at most, but for a few passes at the start. */
const STAKE = 0.01;
const STAKE_PASSES = 8;
/** Passes with guesses behind which one without shows what there is to win now. */
const COMPARE_AFTER = 32;

/**
 * How many guesses pay: more tokens a pass against longer passes. Both are measured as replies are written: how much longer a pass
 * over more rows takes (for the whole engine; as a share of one without guesses, since computers are busy now and then), and how
 * often a guess is right (for each reply). Measurements can be wrong and
 * lucky replies end, so an account is kept of what guesses have won and lost: while it is overdrawn nothing is guessed, and a
 * hundredth of the time that goes by without guesses fills it.
 */
export class Pace {
  /** Milliseconds of a pass without guesses, by replies. */
  readonly #ms: (number | undefined)[] = [];
  /** By replies and rows: how many times as long a pass over so many rows takes. */
  readonly #shares: (number | undefined)[][] = [];
  /** What a guess of the draft layer takes, as a share of a pass without guesses. */
  #guessShare = 0;
  /** What the guesses for the next pass took, and how many there were of each reply. */
  #spent = { ms: 0, count: 0 };
  /** Milliseconds that may be lost; undefined before there was a pass without guesses. */
  #credit: number | undefined;
  #sinceCompared = 0;
  readonly #usual: Readonly<Record<Source, Luck>> = { layer: new Luck(0.7), text: new Luck(0.5), copy: new Luck(0.9) };

  /** How well guesses do for one reply, to begin with as well as for those before. */
  newLuck(): Readonly<Record<Source, Luck>> {
    const { layer, text, copy } = this.#usual;
    return { layer: new Luck(layer), text: new Luck(text), copy: new Luck(copy) };
  }

  /** The draft layer guessed so many tokens of each reply for the next pass, and took so long. */
  guessed(count: number, ms: number): void {
    this.#spent = { ms, count };
  }

  /** A pass that wrote at replies and did nothing else. */
  passed({ replies, rows, tokens, ms }: { replies: number; rows: number; tokens: number; ms: number }): void {
    const spent = this.#spent;
    this.#spent = { ms: 0, count: 0 };
    const guessed = rows > replies;
    if (!guessed) this.#ms[replies] = towards(this.#ms[replies], ms, NEW_MS);
    const without = this.#ms[replies];
    if (without === undefined) return;
    if (spent.count > 0) this.#guessShare = towards(this.#guessShare || undefined, spent.ms / spent.count / without, NEW_SHARE);
    const shares = (this.#shares[replies] ??= []);
    if (guessed) shares[rows] = towards(shares[rows], ms / without, NEW_SHARE);
    const most = STAKE_PASSES * without;
    const won = guessed ? (tokens / replies) * without - ms : STAKE * ms;
    this.#credit = Math.min(most, (this.#credit ?? most) + won - spent.ms);
    this.#sinceCompared = guessed ? this.#sinceCompared + 1 : 0;
  }

  /** There is something to compare with, and something to lose. */
  get mayGuess(): boolean {
    return this.#credit !== undefined && this.#credit > 0 && this.#sinceCompared < COMPARE_AFTER;
  }

  /** The number of guesses that gives most tokens a second, when each is right with probability `right`. */
  best(right: number, { replies, most, byLayer }: Situation): Plan {
    if (this.#ms[replies] === undefined || !this.mayGuess) return NONE;
    let best = NONE;
    let tokens = 1;
    for (let count = 1; count <= Math.min(GUESSES_MAX, most); count++) {
      tokens += right ** count;
      // A pass that was never made is thought to be little longer, so that it is tried.
      const share = this.#shares[replies]?.[replies * (1 + count)] ?? 1 + 0.1 * count;
      const gain = tokens / (share + (byLayer ? count * this.#guessShare : 0));
      if (gain > best.gain && gain > LEAD) best = { count, gain };
    }
    return best;
  }
}

function towards(before: number | undefined, now: number, weight: number): number {
  return before === undefined ? now : before + weight * (now - before);
}

/** How well one reply is guessed by one source. */
export class Luck {
  readonly #usual: Luck | undefined;
  #right: number;
  #chancesWithout = 0;
  #tryBehind = TRY_AGAIN;
  drafted = 0;
  accepted = 0;

  /** @param from that of all replies, where it begins and which learns from it; or, for that one, how often guesses are right at first */
  constructor(from: Luck | number) {
    this.#usual = typeof from === "number" ? undefined : from;
    this.#right = typeof from === "number" ? from : from.#right;
  }

  /** Of so many guesses the first so many were right; those behind the first wrong one say nothing. */
  saw(guesses: number, right: number): void {
    this.drafted += guesses;
    this.accepted += right;
    this.#learn(guesses, right);
  }

  /** One guess that nobody checked would have been right, or not. */
  watched(right: boolean): void {
    this.#learn(1, right ? 1 : 0);
  }

  #learn(guesses: number, right: number): void {
    const weight = this.#usual ? NEW : NEW_FOR_ALL;
    for (let each = 0; each < right; each++) this.#right += weight * (1 - this.#right);
    if (right < guesses) this.#right -= weight * this.#right;
    if (this.#usual) this.#usual.#learn(guesses, right);
  }

  /** How many guesses the next pass should check. */
  plan(pace: Pace, situation: Situation): Plan {
    const plan = pace.best(this.#right, situation);
    const tries = this.#usual ?? this;
    if (plan.count > 0) tries.#tryBehind = TRY_AGAIN;
    if (plan.count > 0 || !pace.mayGuess || ++tries.#chancesWithout < tries.#tryBehind) return plan;
    tries.#chancesWithout = 0;
    tries.#tryBehind = Math.min(TRY_AGAIN_MAX, 2 * tries.#tryBehind);
    return { count: Math.min(1, situation.most), gain: 0 };
  }
}
