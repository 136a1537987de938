import { DeviceError, InputError } from "@wanwen/core";
import type { ByteSource } from "./types.ts";

/** Bytes that are in memory already. The array is not copied. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read(target, offset) {
      if (offset < 0 || offset + target.length > bytes.length) {
        throw new DeviceError(`${name}: ${target.length} bytes at ${offset} are not there, the file has ${bytes.length}`);
      }
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
}

/** All of a source as text. @throws InputError when it has more than `bytesMax` bytes or is not UTF-8. */
export function readText(source: ByteSource, bytesMax: number): string {
  if (source.size > bytesMax) {
    throw new InputError(`${source.name}: expected at most ${bytesMax} bytes, the file has ${source.size}`);
  }
  const bytes = new Uint8Array(source.size);
  source.read(bytes, 0);
  return decodeUtf8(bytes, source.name);
}

/** @throws InputError, with `where`, when the bytes are not UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array, where: string): string {
  try {
    return STRICT.decode(bytes);
  } catch (cause) {
    throw new InputError(`${where}: expected UTF-8, got other bytes`, { cause });
  }
}
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
