// npm test: installs what is missing, builds what is stale, runs every suite and ends with one line that counts.
//   npm test                      unit tests, then whole stories in a real browser
//   npm test -- --with-slow       the slow suites too
//   npm test -- --only unit       one of: unit, slow, e2e
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildApp, buildKernels, install, must, node26, root } from "./steps.mjs";

const args = process.argv.slice(2);
const only = args.includes("--only") ? args[args.indexOf("--only") + 1] : undefined;
const projects = only ? [only] : ["unit", ...(args.includes("--with-slow") ? ["slow"] : []), "e2e"];

install();
buildKernels();
if (projects.includes("e2e")) {
  buildApp();
  provideChromium();
}
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const project of projects) add(totals, runProject(project));
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

function runProject(project) {
  const report = join(root, "test-results", `${project}.json`);
  mkdirSync(join(root, "test-results"), { recursive: true });
  rmSync(report, { force: true });
  console.log(`\n── ${project} ──`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--passWithNoTests",
    "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const done = spawnSync(node26, vitest, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(report, "utf8"));
  const failed = counts.numFailedTests + (done.status !== 0 && counts.numFailedTests === 0 ? 1 : 0);
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests + counts.numTodoTests };
}

function add(sum, more) {
  for (const key of Object.keys(sum)) sum[key] += more[key];
}

/** Browser tests need Chromium. On Debian as root it is installed; elsewhere they are skipped and say so. */
function provideChromium() {
  if (["chromium", "chromium-browser", "google-chrome"].some((name) => onPath(name)) || process.env.WANWEN_CHROMIUM) return;
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!debian) return console.log("No Chromium found: browser tests will be skipped. Set WANWEN_CHROMIUM to its path.");
  must("Updating Debian's package list", "apt-get", ["update", "-qq"]);
  must("Installing Chromium", "apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
    { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

function onPath(name) {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, name)));
}
