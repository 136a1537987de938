// npm run bench -- engine [--json FILE] [--runs N]: installs the peer on first use, then measures side by side.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildKernels, install, must, root, runNode26 } from "./steps.mjs";

const [what, ...rest] = process.argv.slice(2);
if (what !== "engine") {
  process.stderr.write("usage: npm run bench -- engine [--json FILE] [--runs N] [--prompt TOKENS] [--reply TOKENS]\n");
  process.exit(2);
}
install();
buildKernels();
if (!existsSync(join(root, "bench/peer/node_modules"))) {
  must("Installing the peer (llama.cpp)", "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: join(root, "bench/peer") });
}
runNode26(["bench/engine.ts", ...rest]);
