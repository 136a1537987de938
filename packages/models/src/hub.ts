/**
 * Where weights come from. Both hubs give a list of a repository's files with sizes and checksums, and send each file
 * in ranges. What they answer is hostile until it was read here.
 */
import { HubApiError, listFiles } from "@huggingface/hub";
import { asError, InputError } from "@wanwen/core";
import { fetchJson, guardedFetch, problemOf } from "./http.ts";
import { PullError } from "./pull-error.ts";

export type HubName = "huggingface" | "modelscope";

/** One file of a repository. */
export interface RemoteFile {
  /** "model.gguf", or "BF16/model-00001-of-00002.gguf". */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. `git-sha1` is git's: of "blob SIZE\0" and the bytes. Absent where the hub does not say. */
  readonly checksum?: { readonly kind: "sha256" | "git-sha1"; readonly hex: string };
}

export interface Hub {
  /** For people: "huggingface.co". */
  readonly host: string;
  /** Sent with every request to the hub itself, and not to where it redirects. */
  readonly headers: Readonly<Record<string, string>>;
  /** @throws PullError; InputError when the answer is not a list of files with plain names */
  list(repository: string, signal?: AbortSignal): Promise<readonly RemoteFile[]>;
  fileUrl(repository: string, path: string): string;
}

export interface HubOptions {
  readonly from: HubName;
  /** Instead of the hub's own address: HF_ENDPOINT, MODELSCOPE_DOMAIN. With or without "https://". */
  readonly endpoint?: string;
  /** For repositories that need one: HF_TOKEN, MODELSCOPE_API_TOKEN. */
  readonly token?: string;
}

/** A repository with more files than this holds no model. */
const FILES_MAX = 10_000;
/** Bytes of one answer with names of files, and answers for one list. */
const LIST_BYTES_MAX = 8 << 20;
const PAGES_MAX = 20;
const PATH_CHARS_MAX = 512;
/** The largest file that a hub takes is far smaller. */
const FILE_BYTES_MAX = 2 ** 43;

export function openHub({ from, endpoint, token }: HubOptions): Hub {
  const origin = originOf(endpoint ?? (from === "huggingface" ? "https://huggingface.co" : "https://www.modelscope.cn"));
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return from === "huggingface" ? huggingFace(origin, headers) : modelScope(origin, headers);
}

/** "ORG/NAME": letters, digits, dots, dashes and underscores. @throws InputError */
export function checkRepository(repository: string): string {
  if (/^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/.test(repository)) return repository;
  throw new InputError(`expected ORG/NAME, like unsloth/Qwen3.5-0.8B-GGUF, got ${JSON.stringify(repository.slice(0, 200))}`, { param: "repository" });
}

function originOf(endpoint: string): string {
  const url = URL.parse(/^https?:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`);
  if (!url) throw new InputError(`the hub's address: expected one like https://huggingface.co, got ${endpoint}`, { param: "endpoint" });
  return url.href.replace(/\/+$/, "");
}

function huggingFace(origin: string, headers: Hub["headers"]): Hub {
  const { host } = new URL(origin);
  return {
    host,
    headers,
    async list(repository, signal) {
      const files: RemoteFile[] = [];
      // The token is ours to send: the library takes only those of huggingface.co, not those of mirrors.
      const fetch = guardedFetch(origin, { headers, pagesMax: PAGES_MAX, bytesMax: LIST_BYTES_MAX, ...(signal ? { signal } : {}) });
      try {
        for await (const entry of listFiles({ repo: { type: "model", name: repository }, recursive: true, hubUrl: origin, fetch })) {
          if (entry.type !== "file") continue;
          const checksum = entry.lfs ? { kind: "sha256" as const, hex: entry.lfs.oid } : { kind: "git-sha1" as const, hex: entry.oid ?? "" };
          files.push(checked({ path: entry.path, bytes: entry.lfs?.size ?? entry.size, checksum }, host));
          if (files.length > FILES_MAX) throw new PullError("hostile", `${host}: ${repository} has more than ${FILES_MAX} files`);
        }
      } catch (error) {
        if (error instanceof HubApiError) throw problemOf(error.statusCode, repository, host);
        if (error instanceof InputError || error instanceof PullError) throw error;
        if (signal?.aborted) throw signal.reason;
        throw new PullError("hostile", `${host}: the list of files of ${repository} cannot be read: ${asError(error).message}`, { cause: error });
      }
      return files;
    },
    fileUrl: (repository, path) => `${origin}/${repository}/resolve/main/${encodePath(path)}`,
  };
}

/** The API that ModelScope's own client uses: https://www.modelscope.cn/docs/models/download. */
function modelScope(origin: string, headers: Hub["headers"]): Hub {
  const { host } = new URL(origin);
  return {
    host,
    headers,
    async list(repository, signal) {
      const url = `${origin}/api/v1/models/${repository}/repo/files?Revision=master&Recursive=true`;
      const fetch = guardedFetch(origin, { headers, pagesMax: 1, bytesMax: LIST_BYTES_MAX, ...(signal ? { signal } : {}) });
      const json = await fetchJson(fetch, url, repository, host);
      const answer = json as { Success?: unknown; Data?: { Files?: unknown } | null } | null;
      if (answer?.Success === false) throw problemOf(404, repository, host);
      const found = answer?.Data?.Files;
      if (!Array.isArray(found)) throw new PullError("hostile", `${host}: the list of files of ${repository} has another shape than expected`);
      if (found.length > FILES_MAX) throw new PullError("hostile", `${host}: ${repository} has more than ${FILES_MAX} files`);
      return found.flatMap((each: { Type?: unknown; Path?: unknown; Size?: unknown; Sha256?: unknown } | null) => {
        if (each?.Type !== "blob") return [];
        const hex = typeof each.Sha256 === "string" ? each.Sha256 : "";
        return [checked({ path: each.Path, bytes: each.Size, checksum: { kind: "sha256", hex } }, host)];
      });
    },
    fileUrl: (repository, path) => `${origin}/models/${repository}/resolve/master/${encodePath(path)}`,
  };
}

/** Names that could lead out of a folder, and sizes that are none, end the whole list: nothing else in it is to be trusted. */
function checked(file: { path: unknown; bytes: unknown; checksum: NonNullable<RemoteFile["checksum"]> }, host: string): RemoteFile {
  const { path, bytes, checksum } = file;
  if (typeof path !== "string" || path.length > PATH_CHARS_MAX || !path.split("/").every(isPlainName)) {
    throw new PullError("hostile", `${host}: expected plain names of files, got ${JSON.stringify(path)?.slice(0, 200)}`);
  }
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > FILE_BYTES_MAX) {
    throw new PullError("hostile", `${host}: ${path}: expected a size in bytes, got ${JSON.stringify(bytes)}`);
  }
  const hex = checksum.hex.toLowerCase();
  const digits = checksum.kind === "sha256" ? 64 : 40;
  return { path, bytes, ...(new RegExp(`^[0-9a-f]{${digits}}$`).test(hex) ? { checksum: { kind: checksum.kind, hex } } : {}) };
}

function isPlainName(segment: string): boolean {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  return segment !== "" && segment !== "." && segment !== ".." && !/[\\:\u0000-\u001f\u007f]/.test(segment);
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
