import { setFlagsFromString } from "node:v8";

/**
 * V8 can make one operation of 256 bits of two of 128 that lie side by side ("revectorize"): prompts are read 1.5 times as fast
 * (docs/log.md). Its makers call that an experiment. So it is asked for by name, in the versions that were tried, while the kernels
 * rehearse and at no other time; and what comes of it is used only if it gives the same bits.
 */
const TRIED = ["14.6"];

/** Best compiler at the first call, and on the spot: when the rehearsal is over, every kernel is compiled. */
const WHILE_REHEARSING = ["--experimental-wasm-revectorize", "--wasm-sync-tier-up", "--wasm-tiering-budget=1000"];
const AFTERWARDS = ["--no-experimental-wasm-revectorize", "--no-wasm-sync-tier-up", "--wasm-tiering-budget=13000000"];

/**
 * @param rehearse runs every kernel of a module and gives what came out
 * @returns the kernels made wide; undefined where this V8 was not tried or gives other bits, and when WANWEN_WIDE is `never`
 */
export async function widen(
  code: Uint8Array<ArrayBuffer>, rehearse: (module: WebAssembly.Module) => Promise<Buffer[]>,
): Promise<WebAssembly.Module | undefined> {
  const version = process.versions.v8.split(".").slice(0, 2).join(".");
  if (process.arch !== "x64" || !TRIED.includes(version) || process.env["WANWEN_WIDE"] === "never") return undefined;
  const expected = await rehearse(await WebAssembly.compile(code));
  for (const flag of WHILE_REHEARSING) setFlagsFromString(flag);
  try {
    const wide = await WebAssembly.compile(marked(code));
    await rehearse(wide);
    const found = await rehearse(wide);
    return found.every((bytes, at) => bytes.equals(expected[at]!)) ? wide : undefined;
  } finally {
    for (const flag of AFTERWARDS) setFlagsFromString(flag);
  }
}

/** With an empty section of its own: V8 keeps what it once compiled by its bytes, and would give us the narrow code again. */
function marked(code: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(code.length + 4);
  copy.set(code);
  copy.set([0, 2, 1, 0x77], code.length);
  return copy;
}
