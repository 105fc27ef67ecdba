import { moveIntoPlace } from "./move-into-place.ts";
import { temporaryName } from "./temporary-name.ts";
import { writeNewFile } from "./write-new-file.ts";

/**
 * Writes a file whole or not at all: to a temporary name in the same folder, flushed to the disk, then renamed.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function writeAtomically(path: string, pieces: Iterable<string>): Promise<void> {
  const temporary = temporaryName(path);
  await writeNewFile(temporary, pieces);
  await moveIntoPlace(temporary, path);
}
