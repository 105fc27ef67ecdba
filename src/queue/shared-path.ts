import { isAbsolute, relative, resolve, sep } from "node:path";
import { PoiError } from "../errors.ts";

/**
 * The name of a file below the shared folder, with `/` on every system.
 *
 * @throws {PoiError} `usage` where it is not below it
 */
export function nameInShared(shared: string, path: string): string {
  const name = relative(resolve(shared), resolve(path));
  if (isOutside(name)) {
    throw new PoiError("usage", `Cannot send in '${path}' as it is not in the shared folder ${shared}`, {
      place: { file: path },
      hint: "leave --shared out to store documents in the database",
    });
  }
  return name.split(sep).join("/");
}

/**
 * Where a worker finds a name of the shared folder. Names come from the database: none leads out of the folder.
 *
 * @throws {PoiError} `input-not-found`
 */
export function pathInShared(shared: string | null, name: string): string {
  if (shared === null) {
    throw new PoiError("input-not-found", `Cannot read '${name}' as this worker knows no shared folder`, {
      place: { file: name },
      hint: "start the worker with --shared <dir>, the folder the document was sent in from",
    });
  }
  const path = resolve(shared, name);
  if (!isOutside(relative(resolve(shared), path))) return path;
  throw new PoiError("input-not-found", `Cannot read '${name}' as it is not in the shared folder`, {
    place: { file: name },
  });
}

function isOutside(name: string): boolean {
  return name === "" || name === ".." || name.startsWith(`..${sep}`) || isAbsolute(name);
}
