/** The model that answers, and how another takes its place while requests go on. */
import { asError, LimitError, type Logger, silentLogger } from "@wanwen/core";
import type { AdapterRack, Engine, EngineInfo, GenerationEvent, GenerationRequest } from "@wanwen/engine";
import type { ModelState, ServedModel } from "./routes.ts";

export interface SeatedModel {
  /** What requests call it. */
  readonly name: string;
  readonly path: string;
}

/** A change that is under way, or went wrong. */
export interface SeatChange {
  readonly name: string;
  readonly state: "loading" | "failed";
  /** Of the weights, 0 to 1. */
  readonly share: number;
  readonly problem?: string;
}

export interface SeatOptions {
  readonly open: (model: SeatedModel, onProgress: (share: number) => void) => Promise<Engine>;
  /** Takes the place of a first model that cannot be loaded. */
  readonly spare?: SeatedModel;
  /** After a change, when the new model answers. */
  readonly onChange?: (model: SeatedModel) => void;
  readonly logger?: Logger;
  /** How long replies of a model that leaves may go on. */
  readonly leaveMsMax?: number;
}

const LEAVE_MS_MAX = 10 * 60_000;

/**
 * One seat: whoever sits in it answers. A second engine loads beside the first and takes the seat when it is ready; replies
 * that the first one is writing come to their end, then it is closed. A second one that does not load changes nothing.
 */
export class ModelSeat implements ServedModel {
  readonly #options: SeatOptions;
  readonly #log: Logger;
  #model: SeatedModel;
  #state: ModelState = { state: "loading" };
  #loadSeconds: number | undefined;
  #change: SeatChange | undefined;
  /** Settles when the model that is asked for now is ready, or never will be. */
  #ready = Promise.withResolvers<void>();
  #changing: Promise<void>;

  constructor(first: SeatedModel, options: SeatOptions) {
    this.#options = options;
    this.#log = options.logger ?? silentLogger;
    this.#model = first;
    this.#ready.promise.catch(() => {}); // told to whoever asks
    this.#changing = this.#start(first);
  }

  get id(): string {
    return this.#model.name;
  }

  get state(): ModelState {
    return this.#state;
  }

  /** Of the model that answers now. */
  get info(): EngineInfo | undefined {
    return this.#state.state === "ready" ? this.#state.engine.info : undefined;
  }

  get loadSeconds(): number | undefined {
    return this.#loadSeconds;
  }

  get change(): SeatChange | undefined {
    return this.#change;
  }

  /** Resolves when requests can be answered; rejects with the reason when they never will. */
  async ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Resolves when the change under way has come to its end, good or bad. */
  async settled(): Promise<void> {
    return this.#changing;
  }

  /**
   * Begins to put another model into the seat.
   * @param unloadFirst for two that do not fit into memory together: requests wait from now on, and if the new one does not
   *   load, the old one is loaded again
   * @throws LimitError while another change is under way
   */
  switchTo(next: SeatedModel, { unloadFirst = false }: { readonly unloadFirst?: boolean } = {}): void {
    if (this.#change?.state === "loading" || this.#state.state === "loading") throw new LimitError("another model is loading already");
    if (next.path === this.#model.path && this.#state.state === "ready") return;
    this.#change = { name: next.name, state: "loading", share: 0 };
    this.#changing = this.#switch(next, unloadFirst);
  }

  async close(): Promise<void> {
    await this.#changing;
    if (this.#state.state === "ready") await this.#state.engine.close();
  }

  async #start(first: SeatedModel): Promise<void> {
    const { spare } = this.#options;
    try {
      await this.#seat(first, await this.#open(first));
    } catch (error) {
      this.#log.error("model.load", { model: first.name, error: asError(error) });
      if (!spare || spare.path === first.path) return this.#fail(asError(error));
      this.#change = { name: first.name, state: "failed", share: 0, problem: asError(error).message };
      this.#model = spare;
      await this.#open(spare).then((engine) => this.#seat(spare, engine), (second: unknown) => this.#fail(asError(second)));
    }
  }

  async #switch(next: SeatedModel, unloadFirst: boolean): Promise<void> {
    const before = this.#model;
    const sitting = this.#state.state === "ready" ? (this.#state.engine as Sitter) : undefined;
    const leaveMsMax = this.#options.leaveMsMax ?? LEAVE_MS_MAX;
    if (unloadFirst) {
      this.#wait(next);
      await sitting?.leave(leaveMsMax);
    }
    try {
      const engine = await this.#open(next, (share) => (this.#change = { name: next.name, state: "loading", share }));
      await this.#seat(next, engine);
    } catch (error) {
      this.#log.warn("model.switch", { model: next.name, error: asError(error) });
      this.#change = { name: next.name, state: "failed", share: 0, problem: asError(error).message };
      if (unloadFirst) await this.#open(before).then((engine) => this.#seat(before, engine), (again: unknown) => this.#fail(asError(again)));
      return;
    }
    this.#change = undefined;
    this.#options.onChange?.(next);
    // Replies under way may take minutes: the change is complete without them.
    if (!unloadFirst) sitting?.leave(leaveMsMax).catch((error: unknown) => this.#log.error("model.close", { model: before.name, error: asError(error) }));
  }

  async #open(model: SeatedModel, onProgress: (share: number) => void = () => {}): Promise<Engine> {
    const startedMs = performance.now();
    const engine = await this.#options.open(model, onProgress);
    this.#loadSeconds = Math.round((performance.now() - startedMs) / 100) / 10;
    return engine;
  }

  async #seat(model: SeatedModel, engine: Engine): Promise<void> {
    const sitter = new Sitter(engine);
    this.#model = model;
    this.#state = { state: "ready", engine: sitter };
    this.#ready.resolve();
    void engine.died?.then((error) => {
      if (this.#state.state !== "ready" || this.#state.engine !== sitter || sitter.leaving) return;
      this.#log.error("model.died", { model: model.name, error });
      this.#wait(model);
      this.#fail(error);
    });
  }

  #wait(model: SeatedModel): void {
    this.#model = model;
    this.#state = { state: "loading" };
    this.#ready = Promise.withResolvers<void>();
    this.#ready.promise.catch(() => {});
  }

  #fail(error: Error): void {
    this.#state = { state: "failed", error };
    this.#ready.reject(error);
  }
}

/** An engine that knows whether it is being used. */
class Sitter implements Engine {
  readonly #engine: Engine;
  #running = 0;
  #idle: (() => void) | undefined;
  leaving = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get info(): EngineInfo {
    return this.#engine.info;
  }

  get adapters(): AdapterRack | undefined {
    return this.#engine.adapters;
  }

  async *generate(request: GenerationRequest, signal?: AbortSignal): AsyncIterable<GenerationEvent> {
    this.#running++;
    try {
      yield* this.#engine.generate(request, signal);
    } finally {
      this.#running--;
      if (this.#running === 0) this.#idle?.();
    }
  }

  /** Closes the engine when the last reply has ended, or after so long. */
  async leave(msMax: number): Promise<void> {
    this.leaving = true;
    if (this.#running > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
        timer = setTimeout(resolve, msMax);
      });
      clearTimeout(timer);
    }
    await this.#engine.close();
  }

  async close(): Promise<void> {
    this.leaving = true;
    await this.#engine.close();
  }
}
