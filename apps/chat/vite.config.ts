import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `vite build apps/chat` fills dist/, which the CLI serves at `/` beside `/api`. In development the page comes from Vite
// and `/api` from a running `wanwen serve`, or from dev/fake-agent.ts.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), tailwindcss()],
  build: { target: "es2023", reportCompressedSize: true, chunkSizeWarningLimit: 600 },
  server: { host: "127.0.0.1", proxy: { "/api": { target: "http://127.0.0.1:7070", changeOrigin: false } } },
});
