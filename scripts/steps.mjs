// What `npm start` and `npm test` share: bring the checkout to the point where Node 26 can run it.
// Plain JavaScript for Node 20, because this runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The project's own Node, from the npm package `node`. */
export const node26 = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const STAMP = join(root, "node_modules", ".wanwen-installed");

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command with its output on stderr (stdout belongs to the URL line); ends the program when it fails. */
export function must(what, command, args, options = {}) {
  const started = Date.now();
  process.stderr.write(`· ${what} …\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...options });
  if (done.status !== 0) {
    process.stderr.write(`✗ ${what} failed (${command} ${args.join(" ")}).\n`);
    if (done.error) process.stderr.write(`  ${done.error.message}\n`);
    process.exit(done.status ?? 1);
  }
  process.stderr.write(`✓ ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

/** Installs what the lock file names, when it changed since the last time. */
export function install() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const mark = `${process.platform} ${process.arch} ${hash(lock)}`;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === mark && existsSync(node26)) return;
  must("Installing packages", npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (!existsSync(node26)) {
    process.stderr.write("✗ The package `node` did not install its binary. Run `npm rebuild node` and try again.\n");
    process.exit(1);
  }
  writeFileSync(STAMP, mark);
}

/** Compiles the WebAssembly kernels when their sources are newer. */
export function buildKernels() {
  const built = newest(join(root, "packages/kernels/build"), ".wasm");
  const sources = Math.max(newest(join(root, "packages/kernels/assembly")), mtime(join(root, "scripts/build-kernels.mjs")));
  if (built > sources) return;
  must("Building the kernels", node26, ["scripts/build-kernels.mjs"]);
}

/** Bundles the app when its sources are newer. */
export function buildApp() {
  const built = mtime(join(root, "apps/chat/dist/index.html"));
  const sources = Math.max(...["apps/chat/src", "apps/chat/public", "apps/chat/index.html", "apps/chat/vite.config.ts", "apps/chat/package.json"]
    .map((path) => newest(join(root, path))));
  if (built > sources) return;
  must("Building the app", node26, ["node_modules/vite/bin/vite.js", "build", "apps/chat", "--logLevel", "warn"]);
}

/** Replaces this process's work by Node 26: same terminal, same signals, same exit code. */
export function runNode26(args, options = {}) {
  const child = spawn(node26, args, { cwd: root, stdio: "inherit", ...options });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function newest(path, ending = "") {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return path.endsWith(ending) ? info.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name), ending)));
}

function mtime(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function hash(text) {
  let h = 0xcbf29ce484222325n; // FNV-1a, 64 bit: a fingerprint, not a secret
  for (const byte of Buffer.from(text)) h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16);
}

mkdirSync(join(root, "node_modules"), { recursive: true });
