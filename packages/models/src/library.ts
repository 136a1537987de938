/** The models of this computer, and those that it could have. */
import { statSync } from "node:fs";
import { CATALOGUE, CATALOGUE_TYPE, type Checkpoint, type Suggestion, suggestionsFor } from "./catalogue.ts";
import { roomForWeights } from "./computer.ts";
import { type LocalModel, modelsIn } from "./folder.ts";
import { CONTEXT_TOKENS, type Facts, Surveyor } from "./survey.ts";

/** What a list shows of a model. */
export interface ModelCard {
  readonly name: string;
  /** It comes with the program: small, trained for these tasks. */
  readonly embedded: boolean;
  readonly bytes: number;
  readonly family?: Facts["family"];
  readonly parameters?: number;
  readonly memoryBytes?: number;
  /** At most. */
  readonly tokensPerSecond?: number;
  /** This computer has the memory for it. */
  readonly fits: boolean;
  /** Why it cannot be used. */
  readonly problem?: string;
}

export interface LibraryOptions {
  readonly folder: string;
  readonly embedded: { readonly name: string; readonly path: string };
  /** One that lies elsewhere, named at the start. */
  readonly extra?: { readonly name: string; readonly path: string };
  /** To measure with. */
  readonly threads: number;
  readonly room?: number;
}

export class Library {
  readonly folder: string;
  readonly room: number;
  readonly #own: readonly LocalModel[];
  readonly #embedded: string;
  readonly #surveyor: Surveyor;

  constructor({ folder, embedded, extra, threads, room = roomForWeights() }: LibraryOptions) {
    this.folder = folder;
    this.room = room;
    this.#embedded = embedded.name;
    this.#own = [embedded, ...(extra ? [extra] : [])].map((each) => ({ ...each, bytes: 0, changedMs: statSync(each.path).mtimeMs }));
    this.#surveyor = new Surveyor(threads);
  }

  /** The embedded one first. Looks into what is new, which takes a moment. */
  async cards(): Promise<readonly ModelCard[]> {
    const models = this.#models();
    await this.#surveyor.look(models, [CATALOGUE_TYPE]);
    return models.map((model) => this.#card(model));
  }

  find(name: string): { readonly name: string; readonly path: string } | undefined {
    return this.#models().find((model) => model.name === name);
  }

  /** Bytes that a model will take in memory. Undefined when it cannot be told. */
  async memoryOf(name: string): Promise<number | undefined> {
    return (await this.cards()).find((card) => card.name === name)?.memoryBytes;
  }

  /** What fits and is stronger than what is here of the same kind, best first. */
  suggestions(): readonly Suggestion[] {
    const names = new Set(this.#models().map(({ name }) => name.toLowerCase()));
    const here = CATALOGUE.findLastIndex(({ name }) => names.has(name.toLowerCase()));
    const stronger = new Set(CATALOGUE.slice(here + 1).map(({ id }) => id));
    return suggestionsFor(this.room, this.#surveyor.speed(CATALOGUE_TYPE), CONTEXT_TOKENS).filter(({ id }) => stronger.has(id));
  }

  checkpoint(id: string): Checkpoint | undefined {
    return CATALOGUE.find((each) => each.id === id);
  }

  #models(): LocalModel[] {
    const own = new Set(this.#own.map(({ name }) => name));
    return [...this.#own, ...modelsIn(this.folder).filter(({ name }) => !own.has(name))];
  }

  #card(model: LocalModel): ModelCard {
    const { name, bytes } = model;
    const embedded = name === this.#embedded;
    const facts = this.#surveyor.facts(model);
    if (!facts) return { name, embedded, bytes, fits: false };
    if ("problem" in facts) return { name, embedded, bytes, fits: false, problem: facts.problem };
    const { family, parameters, memoryBytes, bytesPerToken, type } = facts;
    const speed = this.#surveyor.speed(type);
    return {
      name, embedded, bytes, family, parameters, memoryBytes,
      fits: embedded || memoryBytes <= this.room,
      ...(speed === undefined ? {} : { tokensPerSecond: speed / bytesPerToken }),
    };
  }
}
