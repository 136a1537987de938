// npm run check: format, lint, types, dead code. Everything that can be said without running the program.
import { must, node26 } from "./steps.mjs";

const fix = process.argv.includes("--fix");
must("Linting", "npx", ["--no-install", "oxlint", "--deny-warnings", ...(fix ? ["--fix"] : []), "packages", "apps", "e2e", "bench", "scripts"]);
must("Checking types", node26, ["node_modules/typescript/bin/tsc", "-p", "."]);
must("Looking for dead code", "npx", ["--no-install", "knip", "--no-progress"]);
