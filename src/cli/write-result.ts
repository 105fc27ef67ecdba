import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PoiError } from "../errors.ts";

/**
 * Writes one result, text or bytes, to a file, which is whole or absent, or to standard output.
 *
 * @param path undefined for standard output
 * @throws {PoiError} `output-not-writable`
 */
export async function writeResult(
  path: string | undefined,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  if (path === undefined) {
    for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, "drain");
    return;
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, pieces, { flag: "wx" });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new PoiError("output-not-writable", `Cannot write '${path}': ${cause.message}`, {
      place: { file: path },
      hint: "choose another file with --out",
      cause,
    });
  }
}
