import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * Bundles the page and serves it on this computer, with the headers that let threads share memory.
 * @param files more files, by the path under which the page finds them; a path that ends with `/` is a folder
 */
export async function servePage(files: Readonly<Record<string, string>>): Promise<{ url: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "wanwen-engine-in-browser-"));
  const options = ["--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  const built = spawnSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "e2e/engine-in-browser", ...options], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`vite: ${built.stderr || built.stdout}`);
  const server = createServer((request, response) => {
    const file = placeOf(new URL(request.url ?? "/", "http://localhost").pathname, { "/": `${folder}/`, ...files });
    const there = existsSync(file) && statSync(file).isFile();
    response.writeHead(there ? 200 : 404, {
      "content-type": KINDS[extname(file)] ?? "application/octet-stream",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    if (there) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The longest path that fits says where a file is. URLs have no `..` left. */
function placeOf(path: string, places: Readonly<Record<string, string>>): string {
  if (path === "/") return placeOf("/index.html", places);
  const fits = Object.keys(places).filter((each) => (each.endsWith("/") ? path.startsWith(each) : path === each));
  const longest = fits.toSorted((a, b) => b.length - a.length)[0]!;
  return longest === path ? places[longest]! : join(places[longest]!, decodeURIComponent(path.slice(longest.length)));
}
