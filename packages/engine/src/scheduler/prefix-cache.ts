import { InputError, LimitError } from "@wanwen/core";
import type { BytesPart, Model, ModelState } from "@wanwen/model";
import { wholePieces } from "./cut-points.ts";

/** States outlive memory here, and perhaps the program. */
export interface StateStore {
  /**
   * Keeps a state behind `ids`; may forget older ones for it. Reads its parts one after another, with time for others in
   * between, and none once it has settled. Never rejects: a store that fails, or a part that does, keeps less.
   */
  save(ids: readonly number[], parts: readonly BytesPart[]): Promise<void>;
  /** The longest beginning of `ids` that is kept; undefined: none, or none that can be read. */
  find(ids: readonly number[], limits: FindLimits): { readonly length: number; readonly bytes: Uint8Array } | undefined;
}

export interface FindLimits {
  /** More tokens than these, and no more than those. */
  readonly least: number;
  readonly most: number;
  readonly bytesMax: number;
}

export interface PrefixCacheOptions {
  readonly store?: StateStore;
  /** Tokens that a new state has room for. */
  readonly contextTokens: number;
  /** Memory for kept states. */
  readonly bytesMax: number;
}

/** Where a prompt goes on. */
export interface Found {
  /** A state of the caller's own; its position tells how many tokens need not be run. */
  readonly state: ModelState;
  /** Why not more of the prompt was found, in words. Undefined: all of it that could be. */
  readonly note: string | undefined;
}

/** A beginning of prompts: the tokens from the root to here. */
interface Node {
  parent: Node | undefined;
  /** Tokens from the parent to here; those before are the parent's. */
  ids: readonly number[];
  readonly depth: number;
  readonly children: Map<number, Node>;
  /** The state behind the beginning. It never runs; forks of it do. */
  state: ModelState | undefined;
  /** The state came from the store: it has nothing in memory in common with those before it. */
  alone: boolean;
  /** A state was here and had to make room. */
  dropped: boolean;
  usedAt: number;
}

/** Beginnings known at a time, those without a state included: they tell why something is missing. */
const NODES_MAX = 512;
/** Tokens that two prompts have in common by chance (a greeting, a header): nobody asks why these are not kept. */
const COMMON_MIN = 16;
/** States that had to make room are in memory until they are stored: a quarter on top, or one. Those beyond are not stored. */
const LEAVING_SHARE = 4;

/**
 * States behind the beginnings of prompts, in a trie: the next prompt often begins like an earlier one (the same
 * instructions and tools, a conversation that goes on). A prompt goes on from a fork of the deepest state on its way.
 * Recurrent layers know only one position, so a state is kept for each place where prompts are likely to part
 * (cut-points.ts); attention alone can be cut back to any multiple of four. Keys and values that states have in common
 * are in memory once. A hit gives the same bits as a miss: only what a prompt itself computed is kept, at multiples of four.
 */
export class PrefixCache {
  readonly #model: Model;
  readonly #contextTokens: number;
  readonly #bytesMax: number;
  readonly #canCut: boolean;
  readonly #store: StateStore | undefined;
  /** By variant: states of one adapter mean nothing to another. */
  readonly #roots = new Map<string, Node>();
  /** States that are no longer in the trie and not yet stored. */
  readonly #leaving = new Map<ModelState, { readonly bytes: number; readonly stored: Promise<void> }>();
  #clock = 0;

  constructor(model: Model, options: PrefixCacheOptions) {
    this.#model = model;
    this.#contextTokens = options.contextTokens;
    this.#bytesMax = options.bytesMax;
    this.#store = options.store;
    this.#canCut = model.config.layers.every((kind) => kind === "attention");
  }

  /** Memory of all kept states. What several have in common counts once, for the one that is nearest to the root. */
  get bytes(): number {
    let sum = 0;
    for (const node of this.#nodes()) if (node.state) sum += this.#bytesOf(node);
    return sum;
  }

  /**
   * A state for a prompt, of which at least the last token is left to run.
   * @param variant what besides the tokens decides over the state: the adapter
   */
  take(promptIds: readonly number[], variant = ""): Found {
    if (variant === "") this.#fetch(promptIds);
    const walk = this.#walk(promptIds, variant);
    const usable = Math.min(walk.common, promptIds.length - 1);
    const source = (this.#canCut ? firstWithState(walk.at) : undefined) ?? lastWithState(walk.whole, promptIds.length - 1);
    const position = source ? Math.min(source.depth, wholePieces(usable)) : 0;
    const note = this.#note(walk.common, position, promptIds.length, variant);
    if (!source?.state || position === 0) return { state: this.#newState(), note };
    this.#touch(source);
    return { state: this.#makeRoom(() => this.#model.forkState(source.state!, position)) ?? this.#newState(), note };
  }

  /** Keeps the state behind the beginning `ids`, all of which it has seen and no more. The caller goes on with his own. */
  keep(state: ModelState, ids: readonly number[], variant = ""): void {
    const node = this.#nodeAt(ids, variant);
    this.#touch(node);
    if (node.state) return;
    if (this.#bytesOf(node) > this.#bytesMax) return;
    node.state = this.#makeRoom(() => this.#model.forkState(state));
    node.dropped = false;
    this.#shrink(node);
  }

  /** Hands every state to the store: the program ends. Nothing else may be asked of the cache until then. */
  async store(): Promise<void> {
    await Promise.all(this.#leaving.values().map(({ stored }) => stored));
    for (const node of this.#nodes()) {
      if (this.#store && this.#storable(node)) await this.#store.save(idsOf(node), this.#model.stateParts(node.state));
    }
  }

  clear(): void {
    for (const node of this.#nodes()) this.#drop(node);
    this.#roots.clear();
    this.#stopLeaving();
  }

  /** Brings the longest stored beginning of a prompt back, if it is longer than what is here. */
  #fetch(promptIds: readonly number[]): void {
    if (!this.#store) return;
    const here = lastWithState(this.#walk(promptIds, "").whole, promptIds.length - 1)?.depth ?? 0;
    const found = this.#store.find(promptIds, { least: here, most: promptIds.length - 1, bytesMax: this.#bytesMax });
    if (!found) return;
    let state: ModelState | undefined;
    try {
      state = this.#makeRoom(() => this.#model.stateFrom(found.bytes, found.length, this.#contextTokens));
    } catch (error) {
      if (!(error instanceof InputError)) throw error; // whole, but not what this model writes: as if it were not there
    }
    if (!state) return;
    const node = this.#nodeAt(promptIds.slice(0, found.length), "");
    node.state = state;
    node.alone = true;
    node.dropped = false;
    this.#touch(node);
    this.#shrink(node);
  }

  /** States of adapters are not stored: the same name may be another adapter by then. */
  #storable(node: Node): node is Node & { state: ModelState } {
    return node.state !== undefined && rootOf(node) === this.#roots.get("");
  }

  /** Drops a state as soon as it is stored. */
  #leave(node: Node): void {
    if (!this.#store || !this.#storable(node) || !this.#mayLeave(node)) return this.#drop(node);
    const { state } = node;
    const bytes = this.#bytesOf(node);
    const parts = this.#model.stateParts(state).map((part): BytesPart => ({
      bytes: part.bytes,
      read: () => {
        if (!this.#leaving.has(state)) throw new LimitError("a kept state: its memory was needed before it was stored");
        return part.read();
      },
    }));
    const stored = this.#store.save(idsOf(node), parts).then(() => this.#gone(state));
    this.#leaving.set(state, { bytes, stored });
    forget(node);
  }

  #mayLeave(node: Node): boolean {
    const bytes = this.#leaving.values().reduce((sum, each) => sum + each.bytes, 0);
    return bytes === 0 || bytes + this.#bytesOf(node) <= this.#bytesMax / LEAVING_SHARE;
  }

  #gone(state: ModelState): void {
    if (this.#leaving.delete(state)) this.#model.freeState(state);
  }

  /** Memory is short: what is not stored yet will not be. */
  #stopLeaving(): void {
    for (const state of this.#leaving.keys()) this.#gone(state);
  }

  /** As far as the prompt is known: how many tokens, the last node that it holds whole, and the one whose edge they end on. */
  #walk(ids: readonly number[], variant: string): { whole: Node | undefined; at: Node | undefined; common: number } {
    let whole = this.#roots.get(variant);
    while (whole) {
      const next: Node | undefined = whole.children.get(ids[whole.depth] ?? -1);
      if (!next) break;
      const shared = commonLength(next.ids, ids, whole.depth);
      if (shared < next.ids.length) return { whole, at: next, common: whole.depth + shared };
      whole = next;
    }
    return { whole, at: whole, common: whole?.depth ?? 0 };
  }

  /** The node of exactly these tokens, made if need be. */
  #nodeAt(ids: readonly number[], variant: string): Node {
    let at = this.#roots.get(variant);
    if (!at) this.#roots.set(variant, (at = newNode(undefined, [], 0)));
    while (at.depth < ids.length) {
      const next: Node | undefined = at.children.get(ids[at.depth]!);
      if (!next) {
        const leaf = newNode(at, ids.slice(at.depth), ids.length);
        at.children.set(leaf.ids[0]!, leaf);
        return leaf;
      }
      const shared = commonLength(next.ids, ids, at.depth);
      at = shared === next.ids.length ? next : split(next, shared);
    }
    return at;
  }

  #newState(): ModelState {
    const state = this.#makeRoom(() => this.#model.newState({ contextTokens: this.#contextTokens }));
    return state ?? this.#model.newState({ contextTokens: this.#contextTokens });
  }

  /** What `make` makes; when memory is short, after the kept states have gone. Undefined: it is short even then. */
  #makeRoom(make: () => ModelState): ModelState | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      for (const node of this.#nodes()) this.#drop(node);
      this.#stopLeaving();
      return undefined;
    }
  }

  /** Drops the states used longest ago, of several the deepest, until the others fit; `newest`, in use now, goes last. */
  #shrink(newest: Node): void {
    const byAge = [...this.#nodes()].filter((node) => node !== newest).sort((a, b) => a.usedAt - b.usedAt || b.depth - a.depth);
    for (const node of [...byAge, newest]) {
      if (this.bytes <= this.#bytesMax) break;
      this.#leave(node);
    }
    for (const node of byAge.slice(0, Math.max(0, byAge.length + 1 - NODES_MAX))) {
      this.#drop(node);
      if (node.parent && node.children.size === 0) node.parent.children.delete(node.ids[0]!);
    }
  }

  #drop(node: Node): void {
    if (!node.state) return;
    this.#model.freeState(node.state);
    forget(node);
  }

  #touch(node: Node): void {
    this.#clock++;
    for (let each: Node | undefined = node; each; each = each.parent) each.usedAt = this.#clock;
  }

  #bytesOf(node: Node): number {
    const { perToken, perConversation } = this.#model.stateBytes;
    const before = node.alone ? undefined : node.parent && lastWithState(node.parent);
    return perConversation + perToken * (node.depth - (before?.depth ?? 0));
  }

  *#nodes(): Generator<Node> {
    const open = [...this.#roots.values()];
    for (let node = open.pop(); node; node = open.pop()) {
      open.push(...node.children.values());
      yield node;
    }
  }

  #note(common: number, position: number, length: number, variant: string): string | undefined {
    if (length - position <= COMMON_MIN + 3) return undefined;
    if (common - position > COMMON_MIN) {
      return this.#nodes().some((node) => node.dropped)
        ? `${common} tokens were known, but the state behind them had to make room`
        : `${common} tokens were known, but no state was kept between token ${position} and there`;
    }
    if (common > COMMON_MIN) return `new from token ${common} on`;
    const others = [...this.#roots.keys()].filter((key) => key !== variant);
    if (others.length > 0 && !this.#roots.has(variant)) return "nothing is kept for this adapter";
    return this.#roots.size === 0 ? "nothing was kept yet" : "no kept prompt begins like it";
  }
}

function newNode(parent: Node | undefined, ids: readonly number[], depth: number): Node {
  return { parent, ids, depth, children: new Map(), state: undefined, alone: false, dropped: false, usedAt: 0 };
}

/** Puts a node into the edge that leads to `node`, behind its first `length` tokens. */
function split(node: Node, length: number): Node {
  const parent = node.parent!;
  const middle = newNode(parent, node.ids.slice(0, length), parent.depth + length);
  middle.usedAt = node.usedAt;
  node.parent = middle;
  node.ids = node.ids.slice(length);
  middle.children.set(node.ids[0]!, node);
  parent.children.set(middle.ids[0]!, middle);
  return middle;
}

function forget(node: Node): void {
  node.state = undefined;
  node.alone = false;
  node.dropped = true;
}

function rootOf(node: Node): Node {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

/** All tokens from the root to here. */
function idsOf(node: Node): number[] {
  const edges: (readonly number[])[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) edges.unshift(at.ids);
  return edges.flat();
}

/** The deepest state on the way from the root to `node`. */
function lastWithState(node: Node | undefined, depthMax = Infinity): Node | undefined {
  let at = node;
  while (at && !(at.state && at.depth <= depthMax)) at = at.parent;
  return at;
}

/** A state at or below `node`. */
function firstWithState(node: Node | undefined): Node | undefined {
  if (!node || node.state) return node;
  for (const child of node.children.values()) {
    const found = firstWithState(child);
    if (found) return found;
  }
  return undefined;
}

/** How many tokens of `edge` the ids have from `from` on. */
function commonLength(edge: readonly number[], ids: readonly number[], from: number): number {
  let at = 0;
  while (at < edge.length && edge[at] === ids[from + at]) at++;
  return at;
}
