/** `/api/models`: what models there are, what could be fetched, the download, and changing the one that answers (docs/http.md). */
import { asError, InputError, LimitError, type Logger, silentLogger, WanwenError } from "@wanwen/core";
import { type Downloads, type DownloadStatus, type Library, memoryBytes, type ModelCard, type Suggestion } from "@wanwen/models";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ownPageOnly } from "./browsers.ts";
import type { ModelSeat, SeatChange } from "./seat.ts";

/** What the page's list of models shows. */
export interface LibraryStatus {
  /** The name of the one that answers; undefined while an endpoint elsewhere does, which this list cannot change. */
  readonly current?: string;
  readonly change?: SeatChange;
  /** The embedded one first. */
  readonly here: readonly ModelCard[];
  /** Not here yet, best first. */
  readonly suggested: readonly Suggestion[];
  readonly download?: DownloadStatus;
  /** Where models lie on this computer. */
  readonly folder: string;
  readonly memoryBytes: number;
}

export interface LibraryRoutesOptions {
  readonly library: Library;
  readonly downloads: Downloads;
  /** Undefined: an endpoint elsewhere answers. */
  readonly seat?: ModelSeat;
  readonly logger?: Logger;
  /** Bytes of memory that are free now. */
  readonly available?: () => number;
}

const BODY_BYTES_MAX = 4 << 10;

export function libraryRoutes({ library, downloads, seat, logger = silentLogger, available = () => process.availableMemory() }: LibraryRoutesOptions): Hono {
  const app = new Hono();
  app.use("*", ownPageOnly());
  app.use("*", bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.json(failure("too_large", "the body is too large"), 413) }));

  app.get("/", async (c) => c.json(await status()));

  app.post("/download", async (c) => {
    const { id } = await body(c);
    const checkpoint = typeof id === "string" ? library.checkpoint(id) : undefined;
    if (!checkpoint) throw new InputError("id: expected one of the suggested models", { param: "id" });
    if (!downloads.start(checkpoint)) return c.json(failure("download_busy", "another model is being fetched"), 409);
    return c.json({});
  });
  app.post("/download/pause", async (c) => {
    await downloads.pause();
    return c.json({});
  });
  app.post("/download/cancel", async (c) => {
    await downloads.cancel();
    return c.json({});
  });

  app.post("/switch", async (c) => {
    const { name, unloadFirst } = await body(c);
    const model = typeof name === "string" ? library.find(name) : undefined;
    if (!model) return c.json(failure("model_missing", "there is no model of this name here"), 404);
    if (!seat) return c.json(failure("endpoint", "an endpoint elsewhere answers: start without --endpoint to choose a model here"), 409);
    if (model.name !== seat.id) {
      const cards = await library.cards();
      const card = cards.find((each) => each.name === model.name);
      if (card?.problem) return c.json(failure("model_broken", card.problem), 409);
      if (!card?.fits) return c.json(failure("memory", `${model.name} needs more memory than this computer has for it`), 409);
      if (unloadFirst !== true && (card.memoryBytes ?? 0) > available()) {
        return c.json(failure("memory_both", `${model.name} and ${seat.id} do not fit into memory together: ${seat.id} must be unloaded first (unloadFirst)`), 409);
      }
    }
    seat.switchTo(model, { unloadFirst: unloadFirst === true });
    return c.json({});
  });

  // A route and not `notFound`, which counts for nothing once this app is mounted in another.
  app.all("*", (c) => c.json(failure("not_found", `${c.req.method} ${c.req.path} is not served here`), 404));
  app.onError((thrown, c) => {
    if (thrown instanceof InputError) return c.json(failure(thrown.code, thrown.message), 400);
    if (thrown instanceof LimitError) return c.json(failure("model_loading", thrown.message), 409);
    logger.error("models.http", { path: c.req.path, error: asError(thrown) });
    return c.json(failure(thrown instanceof WanwenError ? thrown.code : "internal", "the list of models cannot be made; the log says why"), 500);
  });
  return app;

  async function status(): Promise<LibraryStatus> {
    const here = await library.cards();
    const download = downloads.status;
    return {
      ...(seat ? { current: seat.id } : {}),
      ...(seat?.change ? { change: seat.change } : {}),
      here,
      suggested: library.suggestions(),
      ...(download ? { download } : {}),
      folder: library.folder,
      memoryBytes: memoryBytes(),
    };
  }
}

async function body(c: Context): Promise<Record<string, unknown>> {
  const json: unknown = await c.req.json().catch(() => undefined);
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new InputError("expected a JSON object");
}

const failure = (code: string, message: string): object => ({ error: { code, message } });
