import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type AgentOptions, agentRoutes, openAgent } from "@wanwen/agent";
import { openVault } from "@wanwen/approvals";
import { openBazaar } from "@wanwen/bazaar";
import { type Clock, InputError, systemClock } from "@wanwen/core";
import { Downloads, Library, modelsFolder } from "@wanwen/models";
import { libraryRoutes, modelRoutes, ModelSeat, ownNamesOnly } from "@wanwen/server";
import { connectServices } from "@wanwen/services";
import { Hono } from "hono";
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { openDataFolder } from "./data-folder.ts";
import { rememberChoice, rememberedModel } from "./chosen-model.ts";
import { EMBEDDED, modelAt, type ModelOptions, openModelAt } from "./model-options.ts";
import { hubFromEnv } from "./pull.ts";
import { stderrLogger } from "./report.ts";

export interface ServeOptions extends ModelOptions {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly data?: string;
  readonly endpoint?: string;
  readonly endpointModel?: string;
  readonly endpointKeyEnv: string;
  readonly faults?: boolean;
  readonly today?: string;
}

const WALLET_MINOR = 20_000_000; // ¥200,000 of play money: enough for days of trying things out
const SERVICE_TIMEOUT_MS = 10_000;
const THREADS_MAX = 8;
const APP = fileURLToPath(new URL("../../chat/dist", import.meta.url));

/**
 * Puts the parts together and listens. The page is there at once; the model loads behind it, and a request that comes
 * meanwhile waits for it.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const clock = clockOf(options.today);
  checkModel(options);
  const folder = openDataFolder(options.data);
  const data = folder.path;

  const bazaar = openBazaar({ databasePath: join(data, "bazaar.db"), clock, seedWalletMinor: WALLET_MINOR, faults: options.faults ?? false });
  const shops = await start(bazaar.app, "127.0.0.1", 0);
  const services = connectServices({ origin: shops.url, timeoutMs: SERVICE_TIMEOUT_MS });
  const vault = openVault({ databasePath: join(data, "approvals.db"), services, clock });

  const app = new Hono();
  if (isLoopback(options.host)) app.use("*", ownNamesOnly());
  const { url } = await start(app, options.host, options.port);
  const library = openLibrary(options);
  const downloads = new Downloads({
    folder: library.folder, room: library.room, memo: join(data, "download.json"), logger: stderrLogger,
    hubs: [hubFromEnv("huggingface", process.env), hubFromEnv("modelscope", process.env)], find: (id) => library.checkpoint(id),
  });
  const seat = options.endpoint ? undefined : openSeat(options, library, data);
  if (seat) app.route("/", modelRoutes({ models: [seat], adaptersChange: isLoopback(options.host), logger: stderrLogger }));
  app.route("/api/models", libraryRoutes({ library, downloads, logger: stderrLogger, ...(seat ? { seat } : {}) }));
  const model = options.endpoint ? endpointModel(options, options.endpoint) : localModel(seat!, url);
  const agent = openAgent({ databasePath: join(data, "agent.db"), model, services, vault, clock, logger: stderrLogger });
  app.route("/api", agentRoutes(agent));
  app.all("/api/*", (context) => context.json({ error: { code: "not_found", message: `${context.req.method} ${context.req.path} is not served here.` } }, 404));
  if (options.faults) app.route("/bazaar", bazaar.app);
  app.route("/", page());

  console.log(url);
  void bazaar.warmUp();
  if (options.open) openBrowser(url);
  endOnSignal(async () => {
    await downloads.close();
    await agent.close();
    vault.close();
    bazaar.close();
    folder.close();
  });
}

/** What can be known to be wrong before anything starts. A model that cannot be loaded shows later, on the page. */
function checkModel(options: ServeOptions): void {
  if (options.endpoint === undefined) return void modelAt(options);
  const url = URL.parse(options.endpoint);
  if (url?.protocol === "http:" || url?.protocol === "https:") return;
  throw new InputError(`--endpoint: expected a URL like http://127.0.0.1:8000/v1, got ${options.endpoint}`, { param: "endpoint" });
}

/** The models of this computer: the embedded one, those in the models folder, and one named at the start. */
function openLibrary(options: ServeOptions): Library {
  const folder = modelsFolder(process.env);
  const named = options.model === undefined ? EMBEDDED : modelAt(options);
  return new Library({
    folder, embedded: EMBEDDED, threads: options.threads ?? Math.min(THREADS_MAX, availableParallelism()), ...(named === EMBEDDED ? {} : { extra: named }),
  });
}

/**
 * The model on this computer: the one named at the start, else the one chosen last, else the embedded one. It loads in a
 * thread of its own while its routes already answer "loading".
 */
function openSeat(options: ServeOptions, library: Library, data: string): ModelSeat {
  const first = options.model === undefined ? (rememberedModel(data, library) ?? EMBEDDED) : modelAt(options);
  return new ModelSeat(first, {
    open: (model, onProgress) => openModelAt(model, options, onProgress),
    // A person who named a model wants that one or none; one chosen on the page is a wish.
    ...(options.model === undefined ? { spare: EMBEDDED } : {}),
    onChange: ({ name }) => rememberChoice(data, name === EMBEDDED.name ? undefined : name),
    logger: stderrLogger,
  });
}

function localModel(seat: ModelSeat, url: string): AgentOptions["model"] {
  return {
    baseUrl: `${url}/v1`,
    get model() {
      return seat.id;
    },
    // Models whose template does not show them the tools know ours by heart, as the embedded one does.
    get small() {
      return seat.info && !seat.info.showsTools;
    },
    ready: () => seat.ready(),
    status: () => {
      const { id: name, state, loadSeconds } = seat;
      return {
        name, where: "local", state: state.state,
        ...(state.state === "ready" && loadSeconds !== undefined ? { loadSeconds } : {}),
        ...(state.state === "failed" ? { message: state.error.message } : {}),
      };
    },
  };
}

function endpointModel(options: ServeOptions, endpoint: string): AgentOptions["model"] {
  const apiKey = process.env[options.endpointKeyEnv];
  return {
    baseUrl: endpoint.replace(/\/+$/, ""),
    model: options.endpointModel ?? "default",
    small: false,
    ready: async () => {},
    status: () => ({ state: "ready", name: options.endpointModel ?? "default", where: new URL(endpoint).host }),
    ...(apiKey ? { apiKey } : {}),
  };
}

/** The built page. Unknown paths are places inside the page ("/orders"), so they get the shell too. */
function page(): Hono {
  const routes = new Hono();
  const root = relative(process.cwd(), APP) || ".";
  routes.use("*", async (context, next) => {
    await next();
    context.header("content-security-policy", CONTENT_POLICY);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "no-referrer");
  });
  routes.use("/assets/*", serveStatic({ root, precompressed: true, onFound: (_, context) => context.header("cache-control", "public, max-age=31536000, immutable") }));
  routes.all("/assets/*", (context) => context.notFound()); // a file of another version: the shell would only confuse
  routes.use("*", serveStatic({ root, precompressed: true }));
  routes.get("*", serveStatic({ root, path: "index.html", precompressed: true }));
  return routes;
}

const CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

function start(app: Hono, hostname: string, port: number): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname, port }, ({ port: got }) => resolve({ url: `http://${reachableName(hostname)}:${got}` }));
    server.once("error", (cause: NodeJS.ErrnoException) => reject(whyNotListening(cause, hostname, port)));
  });
}

function whyNotListening(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (cause.code) {
    case "EADDRINUSE":
      return new InputError(`--port: ${port} is taken by another program; try --port 0 for a free one`, { param: "port", cause });
    case "EACCES":
      return new InputError(`--port: ${port} is not allowed for this user; try one from 1024 on`, { param: "port", cause });
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
      return new InputError(`--host: expected an address of this computer, got ${host}`, { param: "host", cause });
    default:
      return cause;
  }
}

/** Where a program on this computer finds a server that listens at `host`. */
function reachableName(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** The computer's clock, or one that was started at another moment (for demonstrations and tests). */
function clockOf(today: string | undefined): Clock {
  if (!today) return systemClock;
  const shiftMs = new Date(today).getTime() - Date.now();
  if (Number.isNaN(shiftMs)) throw new InputError(`--today: expected an ISO time, got ${today}`, { param: "today" });
  return { now: () => new Date(Date.now() + shiftMs) };
}

/** Best effort: on a machine without a screen the printed URL is enough. */
function openBrowser(url: string): void {
  const screen = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  if (!screen) return;
  const command = process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void close().finally(() => process.exit(0));
    });
  }
}
