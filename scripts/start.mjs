// npm start: from a fresh clone to a page in the browser. `npm start -- --port N --no-open` for machines.
import { buildApp, buildKernels, install, runNode26 } from "./steps.mjs";

install();
buildKernels();
buildApp();
runNode26(["apps/cli/src/main.ts", "serve", ...process.argv.slice(2)]);
