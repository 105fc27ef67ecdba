import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AnyFamily } from "../block-family.ts";
import { keepDecisions } from "../corrections/keep-decisions.ts";
import type { ScanProgress, Source } from "../document.ts";
import { formatJson } from "../emit/format-json.ts";
import { extract } from "../extract.ts";
import { programVersion } from "../version.ts";
import { type Counts, countResults } from "./document-report.ts";

/** Where, beside the results, the pages of long scans are kept until all of a document are read. */
const SCANS = ".scans";

/** What all documents of a call are read with. Plain data: it travels to worker processes. */
export interface Reading {
  /** The family that was asked for; null to recognise one among `known`. */
  readonly family: AnyFamily | null;
  readonly known: readonly AnyFamily[];
  /** The choices as they were typed. */
  readonly requested: Requested;
  /** The folder of the results, whose decisions by people are put on them; null where none is kept. */
  readonly folder: string | null;
  /** What opens encrypted PDFs. It is no part of what is written down. */
  readonly password?: string;
  /** OCR workers of one document; absent where documents are read at once, each with one. */
  readonly ocrWorkers?: number;
}

/** What was asked for, as it was typed: a result made with other choices does not stand. */
export interface Requested {
  readonly family: string;
  readonly pages: string | null;
  /** Absent where it is `auto`. */
  readonly ocr?: "off" | "force" | undefined;
}

/** What came of a document that could be read. */
export interface Conversion {
  /** `partial`: something of the document, such as a page, could not be read, and the result says what. */
  readonly outcome: "done" | "partial";
  readonly family: FamilyMark;
  readonly counts: Counts;
}

/** A family's id, version, and a hash of all it declares: users edit their own without a new version. */
export interface FamilyMark {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** Converts one document, writing its JSON to a file that is not there yet. */
export type Convert = (
  source: Source,
  reading: Reading,
  output: string,
  watch?: ConversionWatch,
) => Promise<Conversion>;

/** Told how a conversion goes on. */
export interface ConversionWatch {
  /** Called when its turn has come: documents wait for a process that is free. */
  readonly onBegin?: () => void;
  /** Called after each page that OCR has read. */
  readonly onScan?: ((progress: ScanProgress) => void) | undefined;
}

/**
 * Converts one document and hands the pieces of its JSON to `write`.
 *
 * @throws {PoiError} where the document cannot be read, and whatever `write` throws
 */
export async function convertSource(
  source: Source,
  { family, known, requested, folder, password, ocrWorkers }: Reading,
  write: (pieces: Iterable<string>) => Promise<void>,
  onScan?: ConversionWatch["onScan"],
): Promise<Conversion> {
  const read = await extract(source, {
    family: family ?? "auto",
    families: known,
    ...(requested.pages !== null && { pages: requested.pages }),
    ...(requested.ocr !== undefined && { ocr: requested.ocr }),
    ...(password !== undefined && { password }),
    ...(folder !== null && { ocrCache: join(folder, SCANS) }),
    ...(ocrWorkers !== undefined && { ocrWorkers }),
    ...(onScan !== undefined && { onScan }),
  });
  const used = family ?? known.find(({ id }) => id === read.document.family);
  if (used === undefined) throw new Error(`no family ${read.document.family} was given`);
  const extraction = folder === null ? read : await keepDecisions(folder, read, used);
  await write(formatJson(extraction));
  return {
    outcome: extraction.flags.some(({ severity }) => severity === "error") ? "partial" : "done",
    family: markFamily(used),
    counts: countResults(extraction),
  };
}

/**
 * A hash of all that a result depends on besides the document: the program's version, the families that can be
 * chosen, and what was asked for.
 */
export function hashReading({ family, known, requested }: Reading): string {
  const families = (family === null ? known : [family]).map(markFamily);
  return hash({ version: programVersion(), families, requested });
}

function markFamily(family: AnyFamily): FamilyMark {
  return { id: family.id, version: family.version, hash: hash(family) };
}

function hash(value: unknown): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex")}`;
}
