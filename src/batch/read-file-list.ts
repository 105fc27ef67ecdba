import { loadSource } from "../acquire/load-source.ts";
import { PoiError } from "../errors.ts";

/**
 * Reads a list of files, one path a line or each ended by a NUL, as `find` and `find -print0` print them. One NUL
 * anywhere makes it a list by NULs, so that names may hold line ends. Empty lines are left out.
 *
 * @param path the list; `-` is standard input
 * @throws {PoiError} `usage` for a list that cannot be read or names no file
 */
export async function readFileList(path: string): Promise<string[]> {
  const shown = path === "-" ? "standard input" : path;
  const source = await loadSource(path).catch((cause) => {
    if (!(cause instanceof PoiError)) throw cause;
    throw new PoiError("usage", `cannot read the list of files from ${shown}: ${cause.message}`, { cause });
  });
  const text = new TextDecoder().decode(source.bytes);
  const names = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/);
  const paths = names.filter((name) => name.trim() !== "");
  if (paths.length > 0) return paths;
  throw new PoiError("usage", `the list of files from ${shown} names no file`);
}
