import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder with all above it that are missing. One after the other: Node's recursive `mkdir` never ends where a
 * folder exists and takes no new ones, such as /proc.
 *
 * @throws what the file system says, such as ENOENT, EACCES or EEXIST
 */
export async function makeFolder(folder: string): Promise<void> {
  const isThere = (path: string) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
  if (await isThere(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  try {
    await mkdir(folder);
  } catch (cause) {
    // Somebody else may have made it meanwhile.
    if (!(await isThere(folder))) throw cause;
  }
}
