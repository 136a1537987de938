/** A hub on this computer: real HTTP, real files, and every way in which a hub can misbehave. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export interface HostedFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** As large files are: the list names their SHA-256, and the hub redirects to another address. */
  readonly lfs?: boolean;
}

/** What goes wrong, per file, until the count is used up. */
export interface Mishap {
  readonly path: string;
  readonly kind: "cut" | "silent" | "endless" | "noRanges" | "damaged" | "short" | "wrongRange" | "status";
  readonly status?: number;
  /** For "cut" and "silent": after how many bytes of the answer. */
  readonly after?: number;
  times: number;
}

export interface Seen {
  readonly url: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** `/api/models/ORG/NAME/tree/main`, `/ORG/NAME/resolve/main/FILE` and ModelScope's two, as those hubs answer. */
export class HubServer {
  readonly files: HostedFile[] = [];
  readonly mishaps: Mishap[] = [];
  readonly seen: Seen[] = [];
  /** "*": any. */
  repository = "org/tiny";
  /** Status of the list; 200 unless a test says otherwise. */
  listStatus = 200;
  /** Instead of the list. */
  listBody: ((self: HubServer) => unknown) | undefined;
  /** Entries of one page of the list. */
  pageSize = 1000;
  /** Sent as the address of the next page. */
  nextPage: string | undefined;
  #server: Server | undefined;
  url = "";

  async start(): Promise<void> {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server!.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  reset(): void {
    this.files.length = this.mishaps.length = this.seen.length = 0;
    this.repository = "org/tiny";
    this.listStatus = 200;
    this.listBody = this.nextPage = undefined;
    this.pageSize = 1000;
  }

  /** Requests for the bytes of a file. */
  downloads(path: string): Seen[] {
    return this.seen.filter(({ url }) => url.startsWith("/cdn/") && url.endsWith(`/${path}`));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", this.url);
    const { range, authorization } = request.headers;
    this.seen.push({ url: url.pathname, range, authorization });
    const list = /^\/api\/(?:models\/([^/]+\/[^/]+)\/tree\/main|(v1)\/models\/([^/]+\/[^/]+)\/repo\/files)$/.exec(url.pathname);
    if (list && this.#has(list[1] ?? list[3])) return this.#list(url, response, list[2] === "v1");
    const file = /^(?:\/models)?\/([^/]+\/[^/]+)\/resolve\/(?:main|master)\/(.+)$/.exec(url.pathname);
    if (file && this.#has(file[1])) {
      const path = decodeURIComponent(file[2]!);
      const mishap = this.#mishap(path, ["status"]);
      if (mishap) return void response.writeHead(mishap.status ?? 500, { "content-type": "text/plain" }).end("no");
      // To another name for the same server: clients must not send the token along.
      return void response.writeHead(302, { location: `${this.url.replace("127.0.0.1", "localhost")}/cdn/${path}`, "x-linked-etag": `"${path}"` }).end();
    }
    if (url.pathname.startsWith("/cdn/")) return this.#send(decodeURIComponent(url.pathname.slice(5)), range, response);
    response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ error: "Repository not found" }));
  }

  #has(repository: string | undefined): boolean {
    return this.repository === "*" || this.repository === repository;
  }

  #list(url: URL, response: ServerResponse, modelScope: boolean): void {
    if (this.listStatus !== 200) return void response.writeHead(this.listStatus, { "content-type": "application/json" }).end(JSON.stringify({ error: "Access denied" }));
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const page = this.files.slice(from, from + this.pageSize);
    const next = this.nextPage ?? (from + this.pageSize < this.files.length ? `${this.url}${url.pathname}?cursor=${from + this.pageSize}` : undefined);
    const json = this.listBody ? this.listBody(this) : modelScope
      ? { Code: 200, Success: true, Data: { Files: page.map(({ path, bytes }) => ({ Type: "blob", Path: path, Size: bytes.length, Sha256: sha256(bytes) })) } }
      : page.map(({ path, bytes, lfs }) => ({
          type: "file", path, size: bytes.length, oid: gitSha1(bytes),
          ...(lfs ? { lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 134 } } : {}),
        }));
    response.writeHead(200, { "content-type": "application/json", ...(next && !modelScope ? { link: `<${next}>; rel="next"` } : {}) });
    response.end(typeof json === "string" ? json : JSON.stringify(json));
  }

  #send(path: string, range: string | undefined, response: ServerResponse): void {
    const hosted = this.files.find((file) => file.path === path);
    if (!hosted) return void response.writeHead(404).end();
    const mishap = this.#mishap(path, ["cut", "silent", "endless", "noRanges", "damaged", "short", "wrongRange"]);
    const total = hosted.bytes.length;
    let from = mishap?.kind === "noRanges" ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    if (from >= total && total > 0) return void response.writeHead(416, { "content-range": `bytes */${total}` }).end();
    if (mishap?.kind === "wrongRange") from = Math.max(0, from - 1);
    let body = hosted.bytes.subarray(from);
    if (mishap?.kind === "damaged") body = Buffer.from(body.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
    if (mishap?.kind === "short") body = body.subarray(0, -1);
    const whole = range === undefined || mishap?.kind === "noRanges";
    const length = mishap?.kind === "endless" ? {} : { "content-length": body.length };
    response.writeHead(whole ? 200 : 206, { ...length, ...(whole ? {} : { "content-range": `bytes ${from}-${total - 1}/${total}` }), etag: `"${path}"` });
    if (mishap?.kind === "cut") return void response.write(body.subarray(0, mishap.after ?? 0), () => response.destroy());
    if (mishap?.kind === "silent") return void response.write(body.subarray(0, mishap.after ?? 0));
    if (mishap?.kind === "endless") return this.#forEver(response);
    response.end(body);
  }

  #forEver(response: ServerResponse): void {
    const more = () => {
      if (!response.destroyed && response.write(Buffer.alloc(64 << 10))) setImmediate(more);
      else response.once("drain", more);
    };
    more();
  }

  #mishap(path: string, kinds: readonly Mishap["kind"][]): Mishap | undefined {
    const mishap = this.mishaps.find((each) => each.path === path && each.times > 0 && kinds.includes(each.kind));
    if (mishap) mishap.times--;
    return mishap;
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function gitSha1(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
