import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../apps/cli/src/main.ts", import.meta.url));
const START_MS_MAX = 30_000;

/** The real program in a process of its own, with an empty data folder. */
export class RunningServer {
  readonly data: string = mkdtempSync(join(tmpdir(), "wanwen-e2e-"));
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #port = 0;
  url = "";

  constructor(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
    this.#args = args;
    this.#env = env;
  }

  /** Starts it and waits for the URL on a line of its own. A second start uses the same port and the same data. */
  async start(): Promise<void> {
    const args = [MAIN, "serve", "--no-open", "--faults", "--port", String(this.#port), "--data", this.data, ...this.#args];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...this.#env } });
    this.#child = child;
    let errors = "";
    child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString()));
    this.url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no URL within ${START_MS_MAX} ms; stderr: ${errors}`)), START_MS_MAX);
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}; stderr: ${errors}`)));
      let output = "";
      child.stdout.on("data", (bytes: Buffer) => {
        const line = (output += bytes.toString()).split("\n").find((each) => /^http:\/\/\S+$/.test(each.trim()));
        if (!line) return;
        clearTimeout(timer);
        resolve(line.trim());
      });
    });
    this.#port = Number(new URL(this.url).port);
  }

  /** Waits until the model answers. */
  async ready(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if ((await fetch(`${this.url}/health`)).ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the model was not ready within 30 s");
  }

  /** kill -9: no handler runs, nothing is flushed by us. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** Breaks the sandbox once, on purpose: see the bazaar's fault switches. */
  async fault(fault: Record<string, unknown>): Promise<void> {
    const answer = await fetch(`${this.url}/bazaar/faults`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fault) });
    if (!answer.ok) throw new Error(`fault refused: ${await answer.text()}`);
  }

  /** Orders as the merchants' database has them, oldest first. */
  orders(): Record<string, string | number | null>[] {
    const database = new DatabaseSync(join(this.data, "bazaar.db"), { readOnly: true });
    try {
      return database.prepare("select * from orders order by placed_at, id").all() as Record<string, string | number | null>[];
    } finally {
      database.close();
    }
  }
}
