import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// `vite build apps/chat` fills dist/, which the CLI serves at `/` beside `/api`. In development the page comes from Vite
// and `/api` from a running `wanwen serve`, or from dev/fake-agent.ts.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), tailwindcss(), compressed()],
  build: { target: "es2023", reportCompressedSize: true, chunkSizeWarningLimit: 600 },
  server: { host: "127.0.0.1", proxy: { "/api": { target: "http://127.0.0.1:7070", changeOrigin: false } } },
});

/** Puts a `.br` and a `.gz` beside every text file of dist/, so that the server sends them without working for it. */
function compressed(): Plugin {
  let folder = "";
  return {
    name: "wanwen-compressed",
    apply: "build",
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!/\.(html|js|css|svg|webmanifest)$/.test(name)) continue;
        const bytes = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
      }
    },
  };
}
