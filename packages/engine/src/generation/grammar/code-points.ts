/** Deterministic automata over code points: languages of strings that can be joined, cut and turned round exactly. */

/** From `low` to `high`, both included, to the state `target`. */
export type Arc = readonly [low: number, high: number, target: number];

/** State 0 is the start. Arcs are sorted and do not overlap; where no arc leads there is no way on. */
export interface CodePoints {
  readonly arcs: readonly (readonly Arc[])[];
  readonly accepting: readonly boolean[];
}

/** A set of code points as sorted ranges that do not touch. */
export type Ranges = readonly (readonly [low: number, high: number])[];

export const LAST = 0x10ffff;
/** All that a text can hold: surrogates stand for nothing by themselves. */
export const ANY: Ranges = [
  [0, 0xd7ff],
  [0xe000, LAST],
];

/** An automaton grew beyond what a request may cost. */
export class TooLarge extends Error {}

const STATES_MAX = 16_384;
const NFA_STATES_MAX = 20_000;
/** Of all sets of states of one automaton together. */
const MEMBERS_MAX = 500_000;

/** Parts of an automaton that may be in many states at once; state 0 is the start, 1 the only one that accepts. */
export class Nondeterministic {
  readonly arcs: (readonly [characters: Ranges, target: number])[][] = [[], []];
  /** Ways that take no character. */
  readonly free: number[][] = [[], []];

  state(): number {
    if (this.arcs.length >= NFA_STATES_MAX) throw new TooLarge();
    this.free.push([]);
    return this.arcs.push([]) - 1;
  }
}

/** All states that a set of states is in without reading anything, sorted. */
function closure({ free }: Nondeterministic, from: readonly number[]): number[] {
  const seen = new Set(from);
  for (const state of seen) for (const next of free[state]!) seen.add(next); // what is added is read later in this loop
  return [...seen].sort((a, b) => a - b);
}

export function determinised(nfa: Nondeterministic): CodePoints {
  const { pieces, kinds } = alphabetOf(nfa);
  const table = new Table<readonly number[]>((set) => set.join(","));
  table.number(closure(nfa, [0]));
  let members = 0;
  const known = new Map<string, number>(); // by targets: most kinds of characters lead to the same ones
  const arcs = table.walk((set) => {
    if ((members += set.length) > MEMBERS_MAX) throw new TooLarge();
    const ways = set.flatMap((state) => nfa.arcs[state]!);
    const targetOf = kinds.map((inside) => {
      const targets = [...new Set(ways.flatMap(([characters, target]) => (inside.has(characters) ? [target] : [])))].sort(
        (a, b) => a - b,
      );
      if (targets.length === 0) return undefined;
      const key = targets.join();
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = table.number(closure(nfa, targets))));
      return number;
    });
    return pieces.flatMap(([low, high, kind]) => (targetOf[kind] === undefined ? [] : [[low, high, targetOf[kind]] as const]));
  });
  return trimmed({ arcs, accepting: table.items.map((set) => set.includes(1)) });
}

/**
 * All code points that some arc reads, cut so that each piece lies wholly inside or outside of every arc's characters, with
 * the kind of each piece; by kind, the characters that it lies in. There are few kinds, however many pieces.
 */
function alphabetOf({ arcs }: Nondeterministic): { pieces: Arc[]; kinds: ReadonlySet<Ranges>[] } {
  const all = [...new Set(arcs.flatMap((own) => own.map(([characters]) => characters)))];
  const edges = all
    .flatMap((characters) =>
      characters.flatMap(
        ([low, high]) =>
          [
            [low, characters, true],
            [high + 1, characters, false],
          ] as const,
      ),
    )
    .sort((a, b) => a[0] - b[0]);
  const kinds: ReadonlySet<Ranges>[] = [];
  const numbers = new Map<string, number>();
  const ids = new Map(all.map((characters, id) => [characters, id]));
  const depth = new Map<Ranges, number>(); // ranges of one class may overlap
  const pieces: Arc[] = [];
  for (const [i, [at, characters, begins]] of edges.entries()) {
    const open = (depth.get(characters) ?? 0) + (begins ? 1 : -1);
    if (open > 0) depth.set(characters, open);
    else depth.delete(characters);
    const next = edges[i + 1]?.[0];
    if (next === undefined || next === at || depth.size === 0) continue;
    const key = [...depth.keys()]
      .map((each) => ids.get(each)!)
      .sort((a, b) => a - b)
      .join();
    let kind = numbers.get(key);
    if (kind === undefined) numbers.set(key, (kind = kinds.push(new Set(depth.keys())) - 1));
    pieces.push([at, next - 1, kind]);
  }
  return { pieces, kinds };
}

/** Texts that both accept. */
export function both(a: CodePoints, b: CodePoints): CodePoints {
  const table = new Table<readonly [number, number]>((pair) => pair.join());
  table.number([0, 0]);
  const arcs = table.walk(([left, right]) =>
    crossings(a.arcs[left]!, b.arcs[right]!).map(([low, high, x, y]) => [low, high, table.number([x, y])] as const),
  );
  return trimmed({ arcs, accepting: table.items.map(([left, right]) => a.accepting[left]! && b.accepting[right]!) });
}

/** Texts that it does not accept. */
export function not({ arcs, accepting }: CodePoints): CodePoints {
  const sink = arcs.length;
  const whole = [...arcs, []].map((own) => {
    const filled: Arc[] = [];
    for (const [low, high] of ANY) {
      let at = low;
      for (const arc of own) {
        if (arc[1] < low || arc[0] > high) continue;
        if (arc[0] > at) filled.push([at, arc[0] - 1, sink]);
        filled.push([Math.max(low, arc[0]), Math.min(high, arc[1]), arc[2]]);
        at = arc[1] + 1;
      }
      if (at <= high) filled.push([at, high, sink]);
    }
    return filled;
  });
  return trimmed({ arcs: whole, accepting: [...accepting.map((accepts) => !accepts), true] });
}

/** Of its texts those with `min` to `max` code points. */
export function withLength(a: CodePoints, min: number, max: number): CodePoints {
  if (min === 0 && max === Infinity) return a;
  const table = new Table<readonly [number, number]>((pair) => pair.join());
  table.number([0, 0]);
  const most = max === Infinity ? min : max; // behind the least length nobody counts any more
  const arcs = table.walk(([state, length]) => {
    if (length >= max) return [];
    return a.arcs[state]!.map(([low, high, target]) => [low, high, table.number([target, Math.min(length + 1, most)])] as const);
  });
  return trimmed({ arcs, accepting: table.items.map(([state, length]) => a.accepting[state]! && length >= min) });
}

/** The texts of a list. */
export function these(texts: readonly string[]): CodePoints {
  const nfa = new Nondeterministic();
  const ranges = new Map<number, Ranges>();
  const characterOf = (code: number): Ranges => ranges.get(code) ?? ranges.set(code, [[code, code]]).get(code)!;
  for (const text of texts) {
    let at = 0;
    for (const char of text) {
      const code = char.codePointAt(0)!;
      const next = nfa.state();
      nfa.arcs[at]!.push([characterOf(code), next]);
      at = next;
    }
    nfa.free[at]!.push(1);
  }
  return determinised(nfa);
}

export const ANY_TEXT: CodePoints = { arcs: [ANY.map(([low, high]) => [low, high, 0] as const)], accepting: [true] };

/** Any number of characters of one class: whatever the length, a text can go on and end. */
export function isClass({ arcs, accepting }: CodePoints): boolean {
  return arcs.length === 1 && accepting[0] === true && arcs[0]!.length > 0;
}

export function isEmpty({ accepting }: CodePoints): boolean {
  return !accepting.includes(true);
}

export function accepts(a: CodePoints, text: string): boolean {
  let state: number | undefined = 0;
  for (const char of text) {
    state = after(a, state, char.codePointAt(0)!);
    if (state === undefined) return false;
  }
  return a.accepting[state]!;
}

/** Where a code point leads; undefined: nowhere. */
export function after({ arcs }: CodePoints, state: number, code: number): number | undefined {
  const arc = arcs[state]![firstReaching(arcs[state]!, code)];
  return arc && arc[0] <= code ? arc[2] : undefined;
}

/** The number of the first arc that ends at a code point or behind it; arcs of scripts are hundreds. */
export function firstReaching(arcs: readonly Arc[], code: number): number {
  let from = 0;
  for (let to = arcs.length; from < to;) {
    const middle = (from + to) >> 1;
    if (arcs[middle]![1] < code) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Numbers items as they come up, and walks through them until no new ones do. */
class Table<Item> {
  readonly items: Item[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #keyOf: (item: Item) => string;

  constructor(keyOf: (item: Item) => string) {
    this.#keyOf = keyOf;
  }

  number(item: Item): number {
    const key = this.#keyOf(item);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      if (this.items.length >= STATES_MAX) throw new TooLarge();
      number = this.items.push(item) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  walk(arcsOf: (item: Item) => Arc[]): Arc[][] {
    const arcs: Arc[][] = [];
    while (arcs.length < this.items.length) arcs.push(joined(arcsOf(this.items[arcs.length]!)));
    return arcs;
  }
}

/** Neighbouring arcs to one target are one arc. */
function joined(arcs: readonly Arc[]): Arc[] {
  const out: Arc[] = [];
  for (const arc of arcs) {
    const last = out.at(-1);
    if (last && last[1] + 1 === arc[0] && last[2] === arc[2]) out[out.length - 1] = [last[0], arc[1], arc[2]];
    else out.push(arc);
  }
  return out;
}

function crossings(a: readonly Arc[], b: readonly Arc[]): (readonly [number, number, number, number])[] {
  const out: (readonly [number, number, number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const low = Math.max(a[i]![0], b[j]![0]);
    const high = Math.min(a[i]![1], b[j]![1]);
    if (low <= high) out.push([low, high, a[i]![2], b[j]![2]]);
    if (a[i]![1] < b[j]![1]) i++;
    else j++;
  }
  return out;
}

/** Without the states from which nothing is ever accepted: no way leads into nowhere. */
function trimmed({ arcs, accepting }: CodePoints): CodePoints {
  const into: number[][] = arcs.map(() => []);
  for (const [state, own] of arcs.entries()) for (const [, , target] of own) into[target]!.push(state);
  const alive = new Set<number>(accepting.flatMap((accepts, state) => (accepts ? [state] : [])));
  for (const state of alive) for (const before of into[state]!) alive.add(before);
  if (!alive.has(0)) return { arcs: [[]], accepting: [false] };
  const numbers = new Map([...alive].sort((a, b) => a - b).map((state, number) => [state, number]));
  const kept = [...numbers.keys()];
  return {
    arcs: kept.map((state) =>
      arcs[state]!.flatMap(([low, high, target]) => (numbers.has(target) ? [[low, high, numbers.get(target)!] as const] : [])),
    ),
    accepting: kept.map((state) => accepting[state]!),
  };
}
