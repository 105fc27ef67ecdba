import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { notWritable } from "./write-new-file.ts";

/**
 * Gives a file that is whole its final name in the same folder, over whatever had it, and waits until the disk
 * knows. On trouble the file is removed and the final name is as it was.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(temporary, { force: true });
    throw notWritable(path, cause);
  }
}

/** Without this a crash of the machine can undo a rename. Windows has no such thing, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
