import type { State } from "./automaton.ts";

/** Numbers of a JSON schema. Bounds are decimal texts without exponent. */
export interface NumberRange {
  readonly integer: boolean;
  readonly min?: Bound | undefined;
  readonly max?: Bound | undefined;
  /** Each a whole number of steps of 10 ** -decimals. */
  readonly multiples: readonly Multiple[];
}

export interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

export interface Multiple {
  readonly steps: number;
  readonly decimals: number;
}

/** Digits before the point of numbers without bounds: as many as JavaScript writes without an exponent. */
const WHOLE_DIGITS = 21;
const FRACTION_DIGITS = 20;
/** Two decimal numbers with up to 15 digits are two doubles (IEEE 754), so what is compared here holds for readers too. */
const EXACT_DIGITS = 15;
export const MULTIPLE_STEPS_MAX = 128;
export const MULTIPLE_DECIMALS_MAX = 6;

/**
 * The texts of the numbers in a range; undefined when there is none. Without bounds and multiples also with an exponent of up to
 * two digits. All ways lead to a number: the table is made backwards from the numbers.
 */
export function numberText(range: NumberRange): State | undefined {
  const key = JSON.stringify(range);
  let start = known.get(key);
  if (!start && !known.has(key)) {
    start = tableOf(range, key);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(key, start);
  }
  return start;
}

const known = new Map<string, State | undefined>();
const KNOWN_MAX = 128;

/** The size of a bound, to be compared digit by digit with the size of a number. */
interface Limit {
  readonly whole: string;
  /** Without zeros at the end. */
  readonly fraction: string;
  readonly exclusive: boolean;
}

/** A place in a number: what was read, as far as it matters. `least`, `most`: the digits so far are -1 below, 0 like, 1 above. */
interface Place {
  readonly part: "start" | "minus" | "whole" | "point" | "fraction" | "e" | "sign" | "exponent";
  readonly negative: boolean;
  readonly digits: number;
  readonly zero: boolean;
  readonly fraction: number;
  readonly least: number;
  readonly most: number;
  readonly rests: readonly number[];
}

function tableOf(range: NumberRange, key: string): State | undefined {
  const reader = new Reader(range);
  const places: Place[] = [reader.start];
  const numbers = new Map([[nameOf(reader.start), 0]]);
  const ways: Map<number, number>[] = [];
  const into: number[][] = [[]];
  for (const [at, place] of places.entries()) {
    const own = new Map<number, number>();
    for (const char of "-0123456789.eE+") {
      const next = reader.next(place, char);
      if (!next) continue;
      const name = nameOf(next);
      let to = numbers.get(name);
      if (to === undefined) {
        numbers.set(name, (to = places.push(next) - 1)); // read later in this loop
        into.push([]);
      }
      into[to]!.push(at);
      own.set(char.charCodeAt(0), to);
    }
    ways.push(own);
  }
  const accepting = places.map((place) => reader.isNumber(place));
  const alive = new Set(accepting.flatMap((accepts, at) => (accepts ? [at] : [])));
  for (const at of alive) for (const before of into[at]!) alive.add(before);
  for (const own of ways) for (const [byte, to] of own) if (!alive.has(to)) own.delete(byte);
  if (!alive.has(0)) return undefined;
  const states: State[] = ways.map((own, at) => ({
    key: `${key}@${at}`,
    canEnd: accepting[at]!,
    step(byte) {
      const to = own.get(byte);
      return to === undefined ? undefined : states[to];
    },
  }));
  return states[0];
}

function nameOf({ part, negative, digits, zero, fraction, least, most, rests }: Place): string {
  return `${part} ${negative} ${digits} ${zero} ${fraction} ${least} ${most} ${rests.join()}`;
}

class Reader {
  readonly start: Place;
  readonly #range: NumberRange;
  readonly #bounded: boolean;
  readonly #digitsMax: number;
  readonly #sides: readonly [Side, Side];

  constructor(range: NumberRange) {
    this.#range = range;
    this.#sides = [positive(range), negative(range)];
    this.#bounded = range.min !== undefined || range.max !== undefined || range.multiples.length > 0;
    const exact = range.min?.exclusive === true || range.max?.exclusive === true || range.multiples.length > 0;
    this.#digitsMax = exact ? EXACT_DIGITS : WHOLE_DIGITS;
    this.start = {
      part: "start",
      negative: false,
      digits: 0,
      zero: false,
      fraction: 0,
      least: 0,
      most: 0,
      rests: range.multiples.map(() => 0),
    };
  }

  next(place: Place, char: string): Place | undefined {
    const digit = char >= "0" && char <= "9";
    switch (place.part) {
      case "start":
        if (char === "-") return this.#sides[1].possible ? { ...place, part: "minus", negative: true } : undefined;
        return digit && this.#sides[0].possible ? this.#whole(place, char) : undefined;
      case "minus":
        return digit && !(char === "0" && this.#range.integer) ? this.#whole(place, char) : undefined;
      case "whole":
        if (digit) return place.zero ? undefined : this.#whole(place, char);
        return char === "." && !this.#range.integer ? { ...this.#wholeDone(place), part: "point" } : this.#exponent(char);
      case "point":
      case "fraction":
        return digit ? this.#fraction(place, char) : place.part === "fraction" ? this.#exponent(char) : undefined;
      case "e":
        return char === "+" || char === "-"
          ? { ...this.start, part: "sign" }
          : digit
            ? { ...this.start, part: "exponent", digits: 1 }
            : undefined;
      case "sign":
        return digit ? { ...this.start, part: "exponent", digits: 1 } : undefined;
      case "exponent":
        return digit && place.digits < 2 ? { ...place, digits: place.digits + 1 } : undefined;
    }
  }

  isNumber(place: Place): boolean {
    if (place.part === "exponent") return true;
    if (place.part !== "whole" && place.part !== "fraction") return false;
    const { negative, least, most, rests, fraction } = place.part === "whole" ? this.#wholeDone(place) : place;
    const divides = this.#range.multiples.every(
      ({ steps, decimals }, i) => (rests[i]! * powerOfTen(decimals - fraction, steps)) % steps === 0,
    );
    return divides && holds(this.#least(negative), least, fraction, 1) && holds(this.#most(negative), most, fraction, -1);
  }

  /** Only numbers that nothing is asked of have exponents. */
  #exponent(char: string): Place | undefined {
    return (char === "e" || char === "E") && !this.#bounded && !this.#range.integer ? { ...this.start, part: "e" } : undefined;
  }

  #whole(place: Place, char: string): Place | undefined {
    const digits = place.digits + 1;
    if (digits > this.#digitsMax) return undefined;
    const compare = (limit: Limit | undefined, so: number): number =>
      limit && so === 0 ? compareDigits(char, limit.whole[digits - 1] ?? "0") : so;
    return {
      ...place,
      part: "whole",
      digits,
      zero: digits === 1 && char === "0",
      least: compare(this.#least(place.negative), place.least),
      most: compare(this.#most(place.negative), place.most),
      rests: this.#rests(place, char),
    };
  }

  /** Fewer digits are less, whatever they are. */
  #wholeDone(place: Place): Place {
    const compare = (limit: Limit | undefined, so: number): number =>
      limit && limit.whole.length !== place.digits ? Math.sign(place.digits - limit.whole.length) : so;
    return { ...place, least: compare(this.#least(place.negative), place.least), most: compare(this.#most(place.negative), place.most) };
  }

  #fraction(place: Place, char: string): Place | undefined {
    const fraction = place.fraction + 1;
    const { multiples } = this.#range;
    if (fraction > FRACTION_DIGITS || (this.#digitsMax === EXACT_DIGITS && place.digits + fraction > EXACT_DIGITS)) return undefined;
    if (multiples.some(({ decimals }) => fraction > decimals)) return undefined;
    const compare = (limit: Limit | undefined, so: number): number =>
      limit && so === 0 ? compareDigits(char, limit.fraction[fraction - 1] ?? "0") : so;
    return {
      ...place,
      part: "fraction",
      fraction,
      least: compare(this.#least(place.negative), place.least),
      most: compare(this.#most(place.negative), place.most),
      rests: this.#rests(place, char),
    };
  }

  #rests({ rests }: Place, char: string): number[] {
    return this.#range.multiples.map(({ steps }, i) => (rests[i]! * 10 + Number(char)) % steps);
  }

  #least(negative: boolean): Limit | undefined {
    return this.#sides[Number(negative)]!.least;
  }

  #most(negative: boolean): Limit | undefined {
    return this.#sides[Number(negative)]!.most;
  }
}

/** What the bounds say of the sizes of numbers with one sign. */
interface Side {
  readonly possible: boolean;
  readonly least?: Limit | undefined;
  readonly most?: Limit | undefined;
}

function positive({ min, max }: NumberRange): Side {
  return {
    possible: max === undefined || max.value >= 0,
    ...(min && min.value >= 0 && { least: limitOf(min) }),
    ...(max && { most: limitOf(max) }),
  };
}

/** The size of a negative number grows the other way. */
function negative({ min, max }: NumberRange): Side {
  return {
    possible: min === undefined || min.value < 0,
    ...(max && (max.value < 0 || (max.value === 0 && max.exclusive)) && { least: limitOf(max) }),
    ...(min && { most: limitOf(min) }),
  };
}

/** `side` 1: the number must not be less than the limit, -1: not more. `so` is how its digits compare. */
function holds(limit: Limit | undefined, so: number, fraction: number, side: number): boolean {
  if (!limit) return true;
  const compared = so === 0 && limit.fraction.length > fraction ? -1 : so;
  return compared === 0 ? !limit.exclusive : compared === side;
}

function limitOf({ value, exclusive }: Bound): Limit {
  const [whole = "0", fraction = ""] = decimalText(Math.abs(value)).split(".");
  return { whole, fraction, exclusive };
}

/** The shortest digits that mean this number, without an exponent. */
function decimalText(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const [whole = "", fraction = ""] = digits.split(".");
  const shift = Number(exponent);
  if (shift > 0) return whole + fraction.padEnd(shift, "0");
  return `0.${"0".repeat(-shift - 1)}${whole}${fraction}`;
}

function compareDigits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function powerOfTen(exponent: number, modulus: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = (power * 10) % modulus;
  return power;
}
