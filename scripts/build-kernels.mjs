// Compiles packages/kernels/assembly into two WebAssembly files, one with relaxed SIMD instructions and one without.
// Does nothing when both are newer than the sources. Plain JavaScript: it runs before anything else is built.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, "packages/kernels/assembly");
const target = join(root, "packages/kernels/build");
const builds = [
  { file: "kernels.wasm", options: [] },
  { file: "kernels-relaxed.wasm", options: ["--enable", "relaxed-simd"] },
];

const newestSource = Math.max(
  statSync(fileURLToPath(import.meta.url)).mtimeMs,
  ...readdirSync(sources, { recursive: true }).map((name) => statSync(join(sources, name)).mtimeMs),
);
const stale = builds.filter(({ file }) => {
  const path = join(target, file);
  return process.argv.includes("--force") || !existsSync(path) || statSync(path).mtimeMs <= newestSource;
});

mkdirSync(target, { recursive: true });
const codes = await Promise.all(stale.map(({ file, options }) => compile(file, options)));
process.exit(codes.every((code) => code === 0) ? 0 : 1);

/** Compiles to a file beside the target and renames it, so that nobody ever loads half a module. */
function compile(file, options) {
  const partial = join(target, `.${process.pid}-${file}`);
  const compiler = join(root, "node_modules/assemblyscript/bin/asc.js");
  const args = [
    compiler, join(sources, "index.ts"), "-O3", "--noAssert", "--runtime", "stub",
    "--importMemory", "--sharedMemory", "--initialMemory", "2", "--maximumMemory", "65536", "--memoryBase", "8192",
    "--enable", "simd", "--enable", "threads", ...options, "--outFile", partial,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
    child.on("error", (error) => {
      process.stderr.write(`kernels: ${error.message}\n`);
      resolve(1);
    });
    child.on("exit", (code) => {
      if (code === 0) renameSync(partial, join(target, file));
      resolve(code ?? 1);
    });
  });
}
