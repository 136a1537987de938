/** Finds out what models are and what they will cost, beside the work that goes on. */
import { DeviceError, type TensorType } from "@wanwen/core";
import { Worker } from "node:worker_threads";
import type { LocalModel } from "./folder.ts";

/** Long enough for everyday requests; what a conversation of this length needs is counted as the model's. */
export const CONTEXT_TOKENS = 8192;

export interface Facts {
  readonly family: string;
  readonly parameters: number;
  /** Of weights, read for each token of a reply. */
  readonly bytesPerToken: number;
  /** Weights, and one conversation of at most `CONTEXT_TOKENS`. */
  readonly memoryBytes: number;
  /** Of most of its weights. */
  readonly type: TensorType;
}

export interface SurveyRequest {
  readonly paths: readonly string[];
  readonly types: readonly TensorType[];
  readonly threads: number;
}

export interface SurveyReply {
  readonly facts: readonly (Facts | { readonly problem: string })[];
  readonly speeds: Partial<Record<TensorType, number>>;
}

/** A busy computer measures as a slow one: the best of so many counts, with a pause between them. */
const MEASURED_MAX = 3;
const MEASURE_AGAIN_MS = 10_000;

/** Remembers what it found out: a file that has not changed is not opened twice, a type is measured a few times and no more. */
export class Surveyor {
  readonly #threads: number;
  readonly #known = new Map<string, Facts | { readonly problem: string }>();
  readonly #speeds = new Map<TensorType, { readonly best: number; readonly times: number; readonly atMs: number }>();
  #running: Promise<void> = Promise.resolve();

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** @param also types to measure besides those of the models */
  async look(models: readonly LocalModel[], also: readonly TensorType[]): Promise<void> {
    const turn = this.#running.then(async () => {
      const unknown = models.filter((model) => !this.#known.has(keyOf(model)));
      const types = [...new Set([...also, ...this.#speeds.keys()])].filter((type) => this.#wantsMeasuring(type));
      if (unknown.length === 0 && types.length === 0) return;
      const { facts, speeds } = await inWorker({ paths: unknown.map(({ path }) => path), types, threads: this.#threads });
      const current = new Set(models.map(keyOf));
      for (const key of this.#known.keys()) if (!current.has(key)) this.#known.delete(key);
      unknown.forEach((model, at) => this.#known.set(keyOf(model), facts[at]!));
      for (const [type, speed] of Object.entries(speeds) as [TensorType, number][]) {
        const { best = 0, times = 0 } = this.#speeds.get(type) ?? {};
        this.#speeds.set(type, { best: Math.max(best, speed), times: times + 1, atMs: performance.now() });
      }
    });
    this.#running = turn.catch(() => undefined); // told to this caller; the next one tries again
    return turn;
  }

  facts(model: LocalModel): Facts | { readonly problem: string } | undefined {
    return this.#known.get(keyOf(model));
  }

  /** Bytes of weights of this type per second. */
  speed(type: TensorType): number | undefined {
    return this.#speeds.get(type)?.best;
  }

  #wantsMeasuring(type: TensorType): boolean {
    const known = this.#speeds.get(type);
    return !known || (known.times < MEASURED_MAX && performance.now() - known.atMs > MEASURE_AGAIN_MS);
  }
}

const keyOf = ({ path, bytes, changedMs }: LocalModel): string => `${path}\n${bytes}\n${changedMs}`;

function inWorker(request: SurveyRequest): Promise<SurveyReply> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./survey-worker.ts", import.meta.url), { workerData: request });
    worker.once("message", (reply: SurveyReply) => {
      resolve(reply);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new DeviceError(`looking into models: the thread ended with ${code}`)));
  });
}
