import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { familyFinder } from "../batch/family-finder.ts";
import { readManifest } from "../batch/manifest.ts";
import type { AnyFamily } from "../block-family.ts";
import { applyCorrections } from "../corrections/apply-corrections.ts";
import type { LogEntry } from "../corrections/correction.ts";
import { type Rules, rulesFor } from "../corrections/rules-for.ts";
import { PoiError } from "../errors.ts";
import type { Family } from "../family.ts";
import { readResult } from "../results/read-result.ts";
import type { Extraction } from "../schema.ts";

/** A result file, its decisions on it. */
export interface ReviewDocument {
  /** Its name within the folder. */
  readonly file: string;
  readonly extraction: Extraction;
  /** What it was read with; null where that cannot be had, as with a family folder that is gone. */
  readonly family: Family | null;
  /** What its rows are held to. */
  readonly rules: Rules;
  /** Path of what it was converted from; null where nobody wrote it down, as with standard input. */
  readonly input: string | null;
  /** Tells whether another program has written the file since. */
  readonly stamp: string;
  /** Whether the file says something else than its decisions: a program was killed before it wrote them. */
  readonly isStale: boolean;
}

export interface ReviewFolder {
  readonly documents: readonly ReviewDocument[];
  /** Results that cannot be read, and why. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/**
 * Reads all results of a folder, in the order of their names.
 *
 * @param family overrides the family that each result names
 * @throws {PoiError} `input-not-found` when the folder is not there or holds no result
 */
export async function loadFolder(
  folder: string,
  log: readonly LogEntry[],
  family: AnyFamily | null,
): Promise<ReviewFolder> {
  const names = await readdir(folder).catch((cause) => {
    throw new PoiError("input-not-found", `Cannot open '${folder}' as a folder of results`, {
      place: { file: folder },
      hint: "make one with: poi convert <input> --out results",
      cause,
    });
  });
  const files = names.filter((name) => name.endsWith(".poi.json")).sort();
  if (files.length === 0) {
    throw new PoiError("input-not-found", `'${folder}' holds no results: no name ends in .poi.json`, {
      place: { file: folder },
      hint: "make some with: poi convert <input> --out results",
    });
  }
  const entries = new Map((await readManifest(folder)).map((entry) => [entry.output, entry]));
  const families = await familyFinder(family);
  const documents: ReviewDocument[] = [];
  const unread: { file: string; why: string }[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const stamp = await stampOf(path);
    const read = await tryToRead(path);
    if (typeof read === "string") {
      unread.push({ file, why: read });
      continue;
    }
    const entry = entries.get(file);
    const own = await families(read.document.family, entry);
    const extraction = applyCorrections(read, log, own);
    const input = entry === undefined || entry.input === "-" ? null : join(folder, entry.input);
    const isStale = extraction !== read && !isSame(read, extraction);
    documents.push({
      file,
      extraction,
      family: own,
      rules: rulesFor(extraction, own),
      input,
      stamp,
      isStale,
    });
  }
  return { documents, unread };
}

/** What changes whenever a file is written. */
export async function stampOf(path: string): Promise<string> {
  const stats = await stat(path).catch(() => null);
  return `${stats?.mtimeMs} ${stats?.size} ${stats?.ino}`;
}

/** A result, or why it cannot be read. */
function tryToRead(path: string): Promise<Extraction | string> {
  return readResult(path).catch((error) => {
    if (error instanceof PoiError) return error.message;
    throw error;
  });
}

function isSame(a: Extraction, b: Extraction): boolean {
  const marks = ({ rows, totals }: Extraction) =>
    JSON.stringify([...rows, ...totals].map(({ correction, needsReview }) => [needsReview, correction]));
  return marks(a) === marks(b);
}
