// npm run bench -- engine | browser | headline | masks | everyday-trained …: installs the peer on first use, then measures side by side.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildKernels, install, must, root, runNode26 } from "./steps.mjs";

const [what, ...rest] = process.argv.slice(2);
const FILES = { engine: "engine.ts", browser: "browser.ts", headline: "headline.ts", masks: "masks.ts", "everyday-trained": "everyday-trained/run.ts" };
if (!Object.hasOwn(FILES, what ?? "")) {
  process.stderr.write("usage: npm run bench -- engine [--rows decode,context,streams,busy,stall,prefix,drafts,browser] [--runs N] [--quick] [--json FILE] [--save]\n       npm run bench -- browser [--runs N] [--json FILE] [--save]\n       npm run bench -- everyday-trained [--model FILE.gguf] [--columns grammar,plain,peer] [--again]\n       npm run bench -- headline [--contexts 1024,8192,32768,131072] [--save]\n       npm run bench -- masks [--json FILE] [--runs N]\n");
  process.exit(2);
}
install();
if (what !== "masks") {
  buildKernels();
  if (what !== "headline" && !existsSync(join(root, "bench/peer/node_modules/@wllama"))) {
    must("Installing the peers (llama.cpp, wllama)", "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: join(root, "bench/peer") });
  }
}
runNode26([`bench/${FILES[what]}`, ...rest]);
