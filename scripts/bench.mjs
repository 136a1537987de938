// npm run bench -- engine | masks [--json FILE] [--runs N]: `engine` installs the peer on first use, then measures side by side.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildKernels, install, must, root, runNode26 } from "./steps.mjs";

const [what, ...rest] = process.argv.slice(2);
if (what !== "engine" && what !== "masks") {
  process.stderr.write("usage: npm run bench -- engine [--json FILE] [--runs N] [--prompt TOKENS] [--reply TOKENS]\n       npm run bench -- masks [--json FILE] [--runs N]\n");
  process.exit(2);
}
install();
if (what === "engine") {
  buildKernels();
  if (!existsSync(join(root, "bench/peer/node_modules"))) {
    must("Installing the peer (llama.cpp)", "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: join(root, "bench/peer") });
  }
}
runNode26([`bench/${what}.ts`, ...rest]);
