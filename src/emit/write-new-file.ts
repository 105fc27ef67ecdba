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

async function writeAll(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  try {
    for (const chunk of gather(pieces)) await file.writeFile(chunk);
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
