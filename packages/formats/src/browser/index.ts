import { DeviceError } from "@wanwen/core";
import type { ByteSource } from "../types.ts";

/** In workers alone, and so not among the types of pages. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** A file that somebody chose, or bytes that were fetched, without a copy in memory. For workers: reads wait. */
export function blobSource(name: string, blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    name,
    size: blob.size,
    read(target, offset) {
      if (offset < 0 || offset + target.length > blob.size) {
        throw new DeviceError(`${name}: ${target.length} bytes at ${offset} are not there, the file has ${blob.size}`);
      }
      try {
        target.set(new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + target.length))));
      } catch (cause) {
        throw new DeviceError(`${name}: cannot be read`, { cause });
      }
    },
  };
}
