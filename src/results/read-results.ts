import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { PoiError } from "../errors.ts";
import type { Extraction } from "../schema.ts";
import { readResult } from "./read-result.ts";
import { refuseUnfinished } from "./refuse-unfinished.ts";

/** What `poi convert --out` names a result. */
const ENDING = ".poi.json";

/** One document of a folder of results. */
export interface Result {
  /** The file it was read from. */
  readonly path: string;
  readonly extraction: Extraction;
}

/**
 * The results of a folder, one after the other in the order of their names, so that only one is in memory. This is
 * the only place that says what a folder's results are: whatever changes them, such as corrections made by a
 * person, is applied here, and all that reads results sees it.
 *
 * @throws {PoiError} `usage` where the folder holds no results, or a run over it has not ended; `result-invalid` for a file that is none
 */
export async function* readResults(folder: string): AsyncGenerator<Result> {
  for (const path of await listResults(folder)) yield { path, extraction: await readResult(path) };
}

/** The paths of a folder's results, ordered by name, letter by letter. */
async function listResults(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    throw new PoiError("usage", `${folder}: the folder cannot be read (${cause.code})`, {
      place: { file: folder },
      cause,
    });
  });
  const results = names.filter((name) => name.endsWith(ENDING) && !name.startsWith("."));
  if (results.length > 0) {
    await refuseUnfinished(folder, results);
    return results.sort().map((name) => join(folder, name));
  }
  throw new PoiError("usage", `${folder}: the folder must hold results (*${ENDING}), and it has none`, {
    place: { file: folder },
    hint: "`poi convert <input…> --out <dir>` makes such a folder",
  });
}
