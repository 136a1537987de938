import { InputError } from "@wanwen/core";
import { type HubName, modelsFolder, openHub, pull as fetchModel, PullError, type PullProgress, roomForWeights } from "@wanwen/models";
import { inspect } from "./inspect.ts";

interface PullOptions {
  readonly from: HubName;
}

/** Fetches a model from a hub into the models folder, where every command finds it by its name. */
export async function pull(source: string, { from }: PullOptions): Promise<void> {
  const { repository, file } = parseSource(source);
  const folder = modelsFolder(process.env);
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort(new InputError(`stopped; the same command goes on from there`)));
  const bar = progressBar();
  const pulled = await fetchModel(hubFromEnv(from, process.env), { repository, ...(file ? { file } : {}) }, { folder, room: roomForWeights(), signal: abort.signal, onProgress: bar.show })
    .finally(bar.end)
    .catch((error: unknown) => {
      if (from === "modelscope" || !(error instanceof PullError) || error.reason !== "offline") throw error;
      throw new PullError("offline", `${error.message} Another hub: --from modelscope`, { cause: error });
    });
  process.stderr.write(`${pulled.already ? "It is here already" : "It is here"}: wanwen serve --model ${pulled.name}\n\n`);
  await inspect(pulled.name, { speed: true });
}

/** Where a hub is, and with which token, as its own tools read it from the environment. */
export function hubFromEnv(from: HubName, env: NodeJS.ProcessEnv): ReturnType<typeof openHub> {
  const [endpoint, token] = from === "huggingface" ? [env["HF_ENDPOINT"], env["HF_TOKEN"]] : [env["MODELSCOPE_DOMAIN"], env["MODELSCOPE_API_TOKEN"]];
  return openHub({ from, ...(endpoint ? { endpoint } : {}), ...(token ? { token } : {}) });
}

/** "ORG/NAME" or "ORG/NAME:FILE". */
function parseSource(source: string): { repository: string; file: string } {
  const [, repository = "", file = ""] = /^([^:]*):?(.*)$/s.exec(source) ?? [];
  return { repository, file };
}

const BAR_CHARS = 24;

/** One line on a terminal, redrawn at most ten times a second; silent when nobody watches. */
function progressBar(): { show(progress: PullProgress): void; end(): void } {
  let first: { readonly atMs: number; readonly bytes: number } | undefined;
  let shownMs = 0;
  return {
    show({ name, doneBytes, totalBytes }) {
      const nowMs = performance.now();
      first ??= { atMs: nowMs, bytes: doneBytes };
      if (!process.stderr.isTTY || (nowMs - shownMs < 100 && doneBytes < totalBytes)) return;
      shownMs = nowMs;
      const share = totalBytes === 0 ? 1 : doneBytes / totalBytes;
      const perSecond = ((doneBytes - first.bytes) * 1000) / Math.max(1, nowMs - first.atMs);
      const bar = "█".repeat(Math.round(share * BAR_CHARS)).padEnd(BAR_CHARS, "░");
      const left = perSecond > 0 ? `, ${duration((totalBytes - doneBytes) / perSecond)} left` : "";
      process.stderr.write(`\r\x1b[K${name} ${bar} ${Math.floor(share * 100)} %  ${size(doneBytes)} of ${size(totalBytes)}, ${size(perSecond)}/s${left}`);
    },
    end() {
      if (process.stderr.isTTY && first) process.stderr.write("\r\x1b[K");
    },
  };
}

function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1)} MB`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
