import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../emit/make-folder.ts";
import { PoiError } from "../errors.ts";

/** Bytes that are gathered before they are written. */
const BUFFER = 1 << 20;

/** A file that is being written. */
export interface GrowingFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Flushes the file to the disk; returns its size, and its SHA-256 in hexadecimal. */
  readonly close: () => Promise<{ readonly bytes: number; readonly hash: string }>;
}

/**
 * Lends `work` files of a folder, made if needed. They stand under temporary names until all of it is done, and
 * are then renamed in the order in which they were asked for; if it fails, none is left.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function withTemporaryFiles(
  folder: string,
  work: (create: (name: string) => Promise<GrowingFile>) => Promise<void>,
): Promise<void> {
  const made: { place: number; name: string; temporary: string; handle: FileHandle }[] = [];
  let asked = 0;
  try {
    await makeFolder(folder);
    await work(async (name) => {
      const place = asked++;
      const temporary = join(folder, `.${name}.${randomUUID()}.tmp`);
      const handle = await open(temporary, "wx");
      made.push({ place, name, temporary, handle });
      return growingFile(handle);
    });
    // Files that are asked for at once may be opened in any order.
    made.sort((a, b) => a.place - b.place);
    for (const { name, temporary } of made) await rename(temporary, join(folder, name));
  } catch (cause) {
    for (const { handle, temporary } of made) {
      await handle.close().catch(() => {});
      await rm(temporary, { force: true });
    }
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new PoiError("output-not-writable", `cannot write the export: ${cause.message}`, {
      place: { file: folder },
      hint: "choose another folder with --out, or free some space",
      cause,
    });
  }
}

function growingFile(handle: FileHandle): GrowingFile {
  const hash = createHash("sha256");
  let size = 0;
  let waiting: Uint8Array[] = [];
  let held = 0;
  const flush = async () => {
    if (held > 0) await handle.writeFile(Buffer.concat(waiting));
    waiting = [];
    held = 0;
  };
  return {
    write: async (bytes) => {
      hash.update(bytes);
      size += bytes.length;
      waiting.push(bytes);
      held += bytes.length;
      if (held >= BUFFER) await flush();
    },
    close: async () => {
      await flush();
      await handle.sync();
      await handle.close();
      return { bytes: size, hash: hash.digest("hex") };
    },
  };
}
