import { type FileHandle, open, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PoiError } from "../errors.ts";
import { gather } from "./gather.ts";
import { nameBehind } from "./temporary-name.ts";

/**
 * Writes a file that is not there yet and flushes it to the disk; on trouble nothing is left of it.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function writeNewFile(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, "wx").catch((cause) => Promise.reject(notWritable(path, cause)));
  try {
    await writeAll(file, pieces);
  } catch (cause) {
    await rm(path, { force: true });
    throw notWritable(path, cause);
  }
}

/** A character of UTF-16 takes as many bytes in UTF-8. */
const MOST_BYTES = 3;

async function writeAll(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  try {
    let room = Buffer.allocUnsafe(0);
    for (const chunk of gather(pieces)) {
      // One buffer for all: those of a long document would fill the memory before they are collected.
      if (room.length < chunk.length * MOST_BYTES) room = Buffer.allocUnsafe(chunk.length * MOST_BYTES);
      const length = room.write(chunk);
      for (let done = 0; done < length; ) done += (await file.write(room, done, length - done)).bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The error for a file that could not be written, under the name it is meant to have; a bug stays what it is. */
export function notWritable(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "syscall" in cause)) return cause;
  const name = nameBehind(basename(path)) ?? basename(path);
  return new PoiError("output-not-writable", `cannot write ${name}: ${cause.message}`, {
    place: { file: join(dirname(path), name) },
    hint: "choose another folder with --out, or free some space",
    cause,
  });
}
