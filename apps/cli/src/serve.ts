import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { agentRoutes, openAgent } from "@wanwen/agent";
import { openVault } from "@wanwen/approvals";
import { openBazaar } from "@wanwen/bazaar";
import { type Clock, DeviceError, systemClock } from "@wanwen/core";
import { modelRoutes } from "@wanwen/server";
import { connectServices } from "@wanwen/services";
import { Hono } from "hono";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
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

const WALLET_MINOR = 2_000_000; // ¥20,000 of play money
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
  const bazaarAddress = await start(bazaar.app, "127.0.0.1", 0).catch(failWith);
  const services = connectServices({ origin: `http://127.0.0.1:${bazaarAddress.port}` });
  const vault = openVault({ databasePath: join(data, "approvals.db"), services, clock });

  const app = new Hono();
  const address = await start(app, options.host, options.port).catch(failWith);
  const url = `http://${options.host}:${address.port}`;
  const model = options.endpoint ? remoteModel(options) : localModel(options, app, url, clock);
  const agent = openAgent({ databasePath: join(data, "agent.db"), model, services, vault, clock, logger: stderrLogger });
  app.route("/api", agentRoutes(agent));
  app.route("/", page());

  console.log(url);
  if (options.open) openBrowser(url);
  closeOnSignal(async () => {
    await agent.close();
    vault.close();
    bazaar.close();
  });
}
