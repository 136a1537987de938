import { fillerPhrases, PhraseSet, soundsLikeWish, wishPhrases } from "./wishes.ts";
import { type Unit, unitsOf } from "./units.ts";

/** What can be found, and by which names. */
export interface Findable<Entry> {
  readonly entry: Entry;
  /** Names of the entry itself: first its two proper ones, Chinese and English, then other ones that people use. */
  readonly names: readonly string[];
  /** Names of groups it belongs to ("milk tea"): they find it too, but less well than its own. */
  readonly groups?: readonly string[];
}

export interface Hit<Entry> {
  readonly entry: Entry;
  /** 0 … 1.1; above 1 is the very name. */
  readonly score: number;
  /** Was it found by the name of a group only? */
  readonly byGroup: boolean;
  /** What the person wished beyond the name, in their letters: ["大杯", "少冰"]. It goes to the seller. */
  readonly wishes: readonly string[];
  /** All that neither the name nor a filler accounts for: wishes, and words that mean something else, or nothing here. */
  readonly leftOver: readonly string[];
}

/** Words of one catalogue beside those that hold everywhere (`wishes.ts`). */
export interface IndexWords {
  readonly wishes?: readonly string[];
  readonly fillers?: readonly string[];
}

interface Phrase {
  readonly keys: readonly string[];
  readonly han: boolean;
  readonly owner: number;
  readonly group: boolean;
}

interface Match {
  readonly score: number;
  readonly byGroup: boolean;
  /** Positions of query units that the name accounts for. */
  readonly used: ReadonlySet<number>;
}

/** How many, not what: the order has its own field for that. */
const COUNT = /^([一二三四五六七八九十两几半]+\p{Script=Han}?|\d{1,2}[杯份个碗只双条件台张部盒瓶袋包套箱把支块串打斤])$/u;
const MEASURE = /^[份杯碗个只双条件台张部盒瓶袋包套箱把支块串打斤]$/u;
const isNumber = ({ key, script }: Unit): boolean => script === "number" || /^[一二两三四五六七八九十几半]$/u.test(key);
/** Indexes whose names are not all cut. */
const uncut = new Set<WordIndex<unknown>>();

/** A little work for a quiet moment: cuts names for about `ms` milliseconds. True when nothing is left to do. */
export function cutNames(ms: number): boolean {
  const until = performance.now() + ms;
  for (const index of uncut) {
    while (!index.cutSome(ENTRIES_AT_ONCE)) if (performance.now() > until) return false;
    if (performance.now() > until) break;
  }
  return uncut.size === 0;
}
/** Entries whose names are cut between two looks at the clock: well under a millisecond. */
const ENTRIES_AT_ONCE = 8;

/** Below this nothing was found. */
const SCORE_MIN = 0.5;
/** What a group's name is worth beside an own name, and when the own name has nothing of it. */
const GROUP = 0.9;
const GROUP_ALONE = 0.84;
/** What scores less than this share of the best is another thing. */
const SCORE_OF_BEST_MIN = 0.85;

/**
 * Finds entries by the person's own words. A name counts by how much of it was said and by how much of what was said it
 * accounts for; wishes ("less ice") and fillers ("a cup of") do not count against it. Rare words weigh more than common
 * ones. Both languages put the thing last ("手机壳", "phone case"), so a name that ends the query is worth a little more.
 *
 * Every phrase that shares a word with the query is compared, which takes a few milliseconds for thousands of entries.
 */
export class WordIndex<Entry> {
  readonly #entries: readonly Entry[];
  readonly #phrases: Phrase[] = [];
  /** Which phrases have a word: only those that share one with the query are compared. */
  readonly #phrasesOf = new Map<string, number[]>();
  /** All words of an entry's names, and those of its two proper ones. */
  readonly #wordsOf: Set<string>[] = [];
  readonly #properOf: (readonly (readonly string[])[])[] = [];
  readonly #weights = new Map<string, number>();
  readonly #wishes: PhraseSet;
  readonly #fillers: PhraseSet;
  /** Words of Latin script that occur in names: the yardstick for typing errors and for "ear buds". */
  readonly #vocabulary = new Set<string>();

  /** Names that are not cut yet: done by the first search, or by `cutSome` before it. */
  #uncut: { readonly findables: readonly Findable<Entry>[]; readonly counts: Map<string, number>; readonly cuts: Map<string, ReturnType<typeof cut>> } | undefined;

  constructor(findables: readonly Findable<Entry>[], words: IndexWords = {}) {
    this.#entries = findables.map((each) => each.entry);
    this.#wishes = new PhraseSet([...wishPhrases, ...(words.wishes ?? [])]);
    this.#fillers = new PhraseSet([...fillerPhrases, ...(words.fillers ?? [])]);
    this.#uncut = { findables, counts: new Map(), cuts: new Map() };
    uncut.add(this);
  }

  /** Cuts the names of at most `entries` more entries. True when all are cut. */
  cutSome(entries: number): boolean {
    const todo = this.#uncut;
    if (!todo) return true;
    const { findables, counts, cuts } = todo;
    // The names of a group come once for each of its entries.
    const cutOnce = (name: string) => {
      const known = cuts.get(name) ?? cut(name);
      cuts.set(name, known);
      return known;
    };
    const from = this.#wordsOf.length;
    findables.slice(from, from + entries).forEach((each, index) => {
      const owner = from + index;
      const seen = new Set<string>();
      const add = (name: string, group: boolean) => {
        const { keys, han, latin } = cutOnce(name);
        if (keys.length === 0) return;
        const phrase = this.#phrases.push({ keys, han, owner, group }) - 1;
        for (const key of new Set(keys)) {
          const owners = this.#phrasesOf.get(key);
          if (owners) owners.push(phrase);
          else this.#phrasesOf.set(key, [phrase]);
          seen.add(key);
        }
        for (const key of latin) this.#vocabulary.add(key);
      };
      for (const name of each.names) add(name, false);
      for (const name of each.groups ?? []) add(name, true);
      for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
      this.#wordsOf.push(seen);
      this.#properOf.push(each.names.slice(0, 2).map((name) => cutOnce(name).keys));
    });
    if (this.#wordsOf.length < findables.length) return false;
    const total = Math.max(2, findables.length);
    for (const [key, count] of counts) this.#weights.set(key, 1 + Math.log(total / count) / Math.log(total));
    this.#uncut = undefined;
    uncut.delete(this);
    return true;
  }

  /** Best first, at most `limit`; empty when nothing was said or nothing is close enough. */
  find(query: string, limit = 50): Hit<Entry>[] {
    this.cutSome(Infinity);
    const units = this.#repair(unitsOf(query));
    const passive = this.#passive(units);
    const best = new Map<number, Match>();
    /** How many of the words said stand in a name of the entry's own. */
    const inOwnName = new Map<number, number>();
    for (const index of new Set(units.flatMap((unit) => this.#phrasesOf.get(unit.key) ?? []))) {
      const phrase = this.#phrases[index]!;
      const match = this.#match(phrase, units, passive);
      if (!match) continue;
      if (!phrase.group) inOwnName.set(phrase.owner, Math.max(match.used.size, inOwnName.get(phrase.owner) ?? 0));
      if (match.score > SCORE_MIN && match.score > (best.get(phrase.owner)?.score ?? 0)) best.set(phrase.owner, match);
    }
    // Of the things that a group's word means, those that have the word in their own name are meant first ("炸鸡").
    for (const [owner, match] of best)
      if (match.byGroup) best.set(owner, { ...match, score: match.score * ((inOwnName.get(owner) ?? 0) >= match.used.size ? GROUP : GROUP_ALONE) });
    const top = Math.max(0, ...Array.from(best.values(), (match) => match.score));
    return [...best]
      .filter(([, match]) => match.score >= Math.max(SCORE_MIN, top * SCORE_OF_BEST_MIN))
      .sort(([a, left], [b, right]) => right.score - left.score || a - b)
      .slice(0, limit)
      .map(([owner, match]) => ({
        entry: this.#entries[owner]!,
        score: match.score,
        byGroup: match.byGroup,
        ...this.#leftOver(query, units, this.#understood(units, match.used, owner)),
      }));
  }

  /** Does the query say anything beyond wishes and fillers? "films tonight" does not. */
  saysMore(query: string): boolean {
    const units = unitsOf(query);
    return this.#passive(units).size < units.length;
  }

  /** Positions of wishes, of fillers, and of the numbers that count: "4把" names nothing. */
  #passive(units: readonly Unit[]): Set<number> {
    const passive = new Set([...positions(this.#wishes.spans(units)), ...positions(this.#fillers.spans(units))]);
    units.forEach((unit, at) => {
      const next = units[at + 1];
      if (!next || next.start !== unit.end || !MEASURE.test(next.key)) return;
      if (isNumber(unit)) passive.add(at);
      // The 包 of 面包 and 钱包 counts nothing: a measure stands behind a number.
      else if (unit.script === "han") passive.delete(at + 1);
    });
    return passive;
  }

  /** The longest own name that stands in `query` as it is, and the query without it: "蓝桥咖啡的拿铁" names a shop. */
  inside(query: string): { readonly entry: Entry; readonly rest: string } | undefined {
    this.cutSome(Infinity);
    const units = unitsOf(query);
    let best: { phrase: Phrase; at: number } | undefined;
    for (const phrase of this.#phrases) {
      if (phrase.group || phrase.keys.length < 2 || phrase.keys.length <= (best?.phrase.keys.length ?? 0)) continue;
      const at = wholeRun(phrase.keys, units);
      if (at !== undefined) best = { phrase, at };
    }
    if (!best) return undefined;
    const { phrase, at } = best;
    const rest = `${query.slice(0, units[at]!.start)} ${query.slice(units[at + phrase.keys.length - 1]!.end)}`;
    return { entry: this.#entries[phrase.owner]!, rest };
  }

  #match(phrase: Phrase, units: readonly Unit[], passive: ReadonlySet<number>): Match | undefined {
    const { keys } = phrase;
    const whole = wholeRun(keys, units);
    const used = whole !== undefined ? range(whole, whole + keys.length) : phrase.han ? inOrder(keys, units) : asBag(keys, units);
    if (used.size === 0) return undefined;
    // Wishes, counts and "the cheapest" are no part of a name, unless they are all of it: 黑色 is not a blackboard.
    if (whole === undefined && [...used].every((at) => passive.has(at))) return undefined;
    let said = 0;
    let accounted = 0;
    let saidChars = 0;
    units.forEach((unit, at) => {
      if (passive.has(at) && !used.has(at)) return;
      const weight = this.#weight(unit.key);
      said += weight;
      saidChars += 1;
      if (used.has(at)) accounted += weight;
    });
    const ofName = used.size === keys.length ? 1 : accounted / keys.reduce((sum, key) => sum + this.#weight(key), 0);
    const ofQuery = accounted / said;
    const last = lastActive(units, passive, used);
    const endsQuery = last !== undefined && used.has(last) && units[last]!.key === keys.at(-1);
    // One lonely character means something only when nothing else was said: 饭 is not 木橙饭.
    if (phrase.han && used.size === 1 && saidChars > 2) return undefined;
    let score = ofName ** 1.5 * (0.3 + 0.7 * ofQuery);
    // All that was said is in the name: "豆腐" means "麻婆豆腐" well enough, "tofu" at its end better than at its start.
    if (ofQuery === 1 && ofName < 1) score = Math.max(score, (endsQuery ? 0.55 : 0.5) + 0.3 * ofName);
    score += endsQuery ? 0.1 : 0;
    return { score, byGroup: phrase.group, used };
  }

  /**
   * What the thing's proper name says already. A wish that was part of another name ("iced latte", "黑糖珍珠奶茶" for plain
   * bubble tea) is not: the shop has to hear it.
   */
  #understood(units: readonly Unit[], used: ReadonlySet<number>, owner: number): Set<number> {
    const proper = this.#properOf[owner]!;
    const said = [...used].map((at) => units[at]!.key);
    const more = proper.some((keys) => keys.length < said.length && keys.every((key) => said.includes(key)));
    const understood = new Set(known(units, this.#wordsOf[owner]!));
    for (const at of used) understood.add(at);
    for (const at of used) {
      const isProper = proper.some((keys) => keys.includes(units[at]!.key));
      if (!isProper && (more || this.#wishes.lengthAt(units.slice(at, at + 1), 0) > 0)) understood.delete(at);
    }
    return understood;
  }

  /** What nobody has used, as the person wrote it: known wishes apart from each other, other words in one piece. */
  #leftOver(query: string, units: readonly Unit[], used: ReadonlySet<number>): Pick<Hit<Entry>, "wishes" | "leftOver"> {
    const all: { readonly text: string; readonly wished: boolean }[] = [];
    let start = 0;
    const flush = (first: number, end: number, known = false) => {
      if (end <= first) return;
      const text = query.slice(units[first]!.start, units[end - 1]!.end);
      all.push({ text, wished: known || soundsLikeWish(text, query.slice(units[end - 1]!.end)) });
    };
    for (let at = 0; at < units.length; ) {
      const free = Math.max(1, run(at, units.length, (each) => !used.has(each)));
      const open = units.slice(at, at + free);
      const wish = used.has(at) ? 0 : this.#wishes.lengthAt(open, 0);
      const filler = used.has(at) ? 1 : this.#fillers.lengthAt(open, 0);
      if (wish >= filler && wish > 0) {
        flush(start, at);
        flush(at, at + wish, true);
        start = at += wish;
      } else if (filler > 0) {
        flush(start, at);
        start = at += filler;
      } else at += 1;
    }
    flush(start, units.length);
    // "2 lattes" counts, "size 42" and "42码" do not.
    const leading = /^\s*(\d{1,2})\s+\p{L}/u.exec(query)?.[1];
    const kept = all.filter(({ text }, at) => !COUNT.test(text) && text !== leading && all.findIndex((other) => other.text === text) === at);
    return { wishes: kept.filter(({ wished }) => wished).map(({ text }) => text), leftOver: kept.map(({ text }) => text) };
  }

  /** Typing errors and blanks in the wrong place: "cappucino", "ear buds", "smartwatch" are read as the names have them. */
  #repair(units: readonly Unit[]): Unit[] {
    const repaired: Unit[] = [];
    for (let at = 0; at < units.length; at++) {
      const unit = units[at]!;
      const next = units[at + 1];
      if (unit.script !== "latin" || this.#vocabulary.has(unit.key)) {
        const joined = next?.script === "latin" && unit.script === "latin" && !this.#vocabulary.has(next.key) ? unit.key + next.key : "";
        if (next && this.#vocabulary.has(joined)) {
          repaired.push({ ...unit, key: joined, end: next.end });
          at += 1;
        } else repaired.push(unit);
        continue;
      }
      if (next?.script === "latin" && this.#vocabulary.has(unit.key + next.key)) {
        repaired.push({ ...unit, key: unit.key + next.key, end: next.end });
        at += 1;
        continue;
      }
      const cut = cutPoint(unit.key, this.#vocabulary);
      if (cut > 0) {
        const middle = Math.min(unit.start + cut, unit.end);
        repaired.push({ ...unit, key: unit.key.slice(0, cut), end: middle }, { ...unit, key: unit.key.slice(cut), start: middle });
      } else repaired.push({ ...unit, key: this.#nearest(unit.key) ?? unit.key });
    }
    return repaired;
  }

  #nearest(word: string): string | undefined {
    if (word.length < 5 || this.#wishes.lengthAt([{ key: word, script: "latin", start: 0, end: 0 }], 0) > 0) return undefined;
    for (const other of this.#vocabulary) if (other.length >= 5 && other[0] === word[0] && oneEditApart(word, other)) return other;
    return undefined;
  }

  /** Words that no name has say the most about what is missing. */
  #weight(key: string): number {
    return this.#weights.get(key) ?? 2;
  }
}

function cut(name: string): { keys: string[]; han: boolean; latin: string[] } {
  const units = unitsOf(name);
  return {
    keys: units.map((unit) => unit.key),
    han: units.some((unit) => unit.script === "han"),
    latin: units.flatMap((unit) => (unit.script === "latin" ? [unit.key] : [])),
  };
}

/** Where `keys` stand side by side in `units`: the last such place. */
function wholeRun(keys: readonly string[], units: readonly Unit[]): number | undefined {
  for (let at = units.length - keys.length; at >= 0; at--) if (keys.every((key, index) => units[at + index]!.key === key)) return at;
  return undefined;
}

/** Longest common subsequence: positions in `units`. Chinese names keep their order when something is put between. */
function inOrder(keys: readonly string[], units: readonly Unit[]): Set<number> {
  const width = units.length + 1;
  const lengths = new Uint8Array((keys.length + 1) * width);
  for (let i = keys.length - 1; i >= 0; i--)
    for (let j = units.length - 1; j >= 0; j--)
      lengths[i * width + j] = keys[i] === units[j]!.key
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const used = new Set<number>();
  for (let i = 0, j = 0; i < keys.length && j < units.length; ) {
    if (keys[i] === units[j]!.key) {
      used.add(j);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return used;
}

/** English names keep their words, not their order: "pizza with pepperoni". */
function asBag(keys: readonly string[], units: readonly Unit[]): Set<number> {
  const used = new Set<number>();
  for (const key of keys) {
    const at = units.findIndex((unit, index) => unit.key === key && !used.has(index));
    if (at >= 0) used.add(at);
  }
  return used;
}

/**
 * The last word that is about the thing: before "with", "for", "from" in English, else the last one that is neither wish
 * nor filler.
 */
function lastActive(units: readonly Unit[], passive: ReadonlySet<number>, used: ReadonlySet<number>): number | undefined {
  let last: number | undefined;
  for (let at = 0; at < units.length; at++) {
    const { key, script } = units[at]!;
    if (last !== undefined && script === "latin" && ["with", "for", "from", "without", "in"].includes(key) && !used.has(at)) break;
    if (!passive.has(at) || used.has(at)) last = at;
  }
  return last;
}

function cutPoint(word: string, vocabulary: ReadonlySet<string>): number {
  for (let at = 3; at <= word.length - 3; at++)
    if (vocabulary.has(word.slice(0, at)) && vocabulary.has(word.slice(at))) return at;
  return 0;
}

function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  const swapped = left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  return (left <= 1 && right <= 1) || swapped;
}

const range = (start: number, end: number): Set<number> => new Set(Array.from({ length: end - start }, (_, index) => start + index));
const positions = (spans: readonly [number, number][]): number[] => spans.flatMap(([start, end]) => [...range(start, end)]);

/** Latin words that the entry has in another of its names: the second "phone" of "phone case for iPhone" is no wish. */
const known = (units: readonly Unit[], words: ReadonlySet<string>): number[] =>
  units.flatMap((unit, at) => (unit.script === "latin" && words.has(unit.key) ? [at] : []));

/** How many positions from `at` on satisfy `holds`. */
function run(at: number, end: number, holds: (position: number) => boolean): number {
  let count = 0;
  while (at + count < end && holds(at + count)) count++;
  return count;
}
