import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type AgentOptions, agentRoutes, openAgent } from "@wanwen/agent";
import { openVault } from "@wanwen/approvals";
import { openBazaar } from "@wanwen/bazaar";
import { asError, type Clock, InputError, systemClock } from "@wanwen/core";
import { modelRoutes } from "@wanwen/server";
import { connectServices } from "@wanwen/services";
import { Hono } from "hono";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { modelAt, type ModelOptions, openModel } from "./model-options.ts";
import { failWith, stderrLogger } from "./report.ts";

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
const APP = fileURLToPath(new URL("../../chat/dist", import.meta.url));

/**
 * Puts the parts together and listens. The page is there at once; the model loads behind it, and a request that comes
 * meanwhile waits for it.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const clock = clockOf(options.today);
  const data = options.data ?? join(homedir(), ".local", "share", "wanwen");
  mkdirSync(data, { recursive: true });

  const bazaar = openBazaar({ databasePath: join(data, "bazaar.db"), clock, seedWalletMinor: WALLET_MINOR, faults: options.faults ?? false });
  const shops = await start(bazaar.app, "127.0.0.1", 0).catch(failWith);
  const services = connectServices({ origin: shops.url, timeoutMs: SERVICE_TIMEOUT_MS });
  const vault = openVault({ databasePath: join(data, "approvals.db"), services, clock });

  const app = new Hono();
  const { url } = await start(app, options.host, options.port).catch(failWith);
  const model = options.endpoint ? endpointModel(options, options.endpoint) : localModel(options, app, url);
  const agent = openAgent({ databasePath: join(data, "agent.db"), model, services, vault, clock, logger: stderrLogger });
  app.route("/api", agentRoutes(agent));
  if (options.faults) app.route("/bazaar", bazaar.app);
  app.route("/", page());

  console.log(url);
  if (options.open) openBrowser(url);
  endOnSignal(async () => {
    await agent.close();
    vault.close();
    bazaar.close();
  });
}

/** The model on this computer: it loads in its own thread while its routes already answer "loading". */
function localModel(options: ServeOptions, app: Hono, url: string): AgentOptions["model"] {
  const { name } = modelAt(options);
  const engine = openModel(options);
  let state: { state: "loading" | "ready" | "failed"; loadSeconds?: number; message?: string } = { state: "loading" };
  const startedMs = performance.now();
  engine.then(
    () => (state = { state: "ready", loadSeconds: Math.round((performance.now() - startedMs) / 100) / 10 }),
    (error: unknown) => {
      state = { state: "failed", message: asError(error).message };
      stderrLogger.error("model.load", { error: asError(error) });
    },
  );
  app.route("/", modelRoutes({ models: [{ id: name, engine }], logger: stderrLogger }));
  return {
    baseUrl: `${url}/v1`,
    model: name,
    small: !options.model,
    ready: async () => void (await engine),
    status: () => ({ ...state, name, where: "local" }),
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
  routes.use("*", serveStatic({ root, precompressed: true }));
  routes.get("*", serveStatic({ root, path: "index.html", precompressed: true }));
  return routes;
}

const CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

function start(app: Hono, hostname: string, port: number): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname, port }, ({ port: got }) => resolve({ url: `http://${hostname}:${got}` }));
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const busy = cause.code === "EADDRINUSE";
      reject(busy ? new InputError(`--port: ${port} is taken by another program; try --port 0 for a free one`, { param: "port", cause }) : cause);
    });
  });
}

/** The computer's clock, or one that was started at another moment (for demonstrations and tests). */
function clockOf(today: string | undefined): Clock {
  if (!today) return systemClock;
  const shiftMs = new Date(today).getTime() - Date.now();
  if (Number.isNaN(shiftMs)) return failWith(new InputError(`--today: expected an ISO time, got ${today}`, { param: "today" }));
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
