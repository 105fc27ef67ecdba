import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seededRandom } from "../random.ts";
import { BREAKAGES } from "./break-file.ts";
import { printPlan } from "./print-plan.ts";

/** What is to come of one file of an archive. */
export interface ArchiveFile {
  /** Below the archive's folder, with `/`. */
  readonly path: string;
  /** Rows that it prints; null for a broken one. */
  readonly rows: number | null;
  /** The code of the error of a broken one; null for a sound one. */
  readonly code: string | null;
}

/** Files of a folder of an archive: entities keep one a year. */
const PER_FOLDER = 50;

/** What an archive is to be. */
export interface ArchiveOptions {
  readonly files: number;
  /** How many of the files are broken. */
  readonly broken?: number;
  /** Rows of a document, on average; few make a quick test. */
  readonly rows?: number;
  readonly seed: number;
}

/**
 * Makes an archive in a folder: plans of all kinds and lengths, in folders, some of them broken, each way as often
 * as the others. The same seed gives the same files.
 */
export async function makeArchive(
  folder: string,
  { files, broken = 0, rows: length = 8, seed }: ArchiveOptions,
): Promise<ArchiveFile[]> {
  const random = seededRandom(seed);
  const made: ArchiveFile[] = [];
  for (let number = 0; number < files; number++) {
    const year = `${2015 + Math.floor(number / PER_FOLDER)}`;
    await mkdir(join(folder, year), { recursive: true });
    // Spread over the archive: every so many files, one more is due.
    const due = Math.floor(((number + 1) * broken) / files);
    const isBroken = due > Math.floor((number * broken) / files);
    const breakage = isBroken ? BREAKAGES[(due - 1) % BREAKAGES.length] : undefined;
    if (breakage !== undefined) {
      const path = `${year}/${breakage.name}-${number}${breakage.ending}`;
      await breakage.make(join(folder, path));
      made.push({ path, rows: null, code: breakage.code });
    } else {
      const { ending, bytes, rows } = await printPlan(length, random);
      const path = `${year}/plan-${number}${ending}`;
      await writeFile(join(folder, path), bytes);
      made.push({ path, rows, code: null });
    }
  }
  return made;
}
