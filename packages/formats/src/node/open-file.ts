import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { asError, DeviceError, InputError } from "@wanwen/core";
import type { ByteSource } from "../types.ts";

export interface FileSource extends ByteSource {
  /** Afterwards reads throw `DeviceError`. May be called twice. */
  close(): void;
}

/** No read call takes more than 2^31 - 1 bytes. */
const readBytesMax = 1 << 30;

/**
 * A file as bytes. Its size is what it was when opened.
 * @throws InputError when it cannot be opened or is no plain file.
 */
export function openFile(path: string): FileSource {
  const name = basename(path);
  let file: number | undefined = openPlain(path);
  const { size } = fstatSync(file);
  return {
    name,
    size,
    read(target, offset) {
      if (file === undefined) throw new DeviceError(`${name}: the file was closed`);
      for (let done = 0; done < target.length; ) {
        const got = readOnce(file, name, target.subarray(done, done + readBytesMax), offset + done);
        if (got === 0) {
          throw new DeviceError(`${name}: expected ${target.length} bytes at ${offset}, the file ends at ${offset + done}`);
        }
        done += got;
      }
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function openPlain(path: string): number {
  try {
    // Looked at before it is opened: opening a pipe would wait for a writer.
    if (statSync(path).isFile()) return openSync(path, "r");
  } catch (cause) {
    throw new InputError(`${path}: cannot be opened: ${asError(cause).message}`, { param: path, cause });
  }
  throw new InputError(`${path}: expected a file, got something else`, { param: path });
}

function readOnce(file: number, name: string, target: Uint8Array, offset: number): number {
  try {
    return readSync(file, target, 0, target.length, offset);
  } catch (cause) {
    throw new DeviceError(`${name}: cannot be read: ${asError(cause).message}`, { cause });
  }
}
