import { createHash } from "node:crypto";
import type { AnyFamily } from "../block-family.ts";
import type { ScanProgress, Source } from "../document.ts";
import { programVersion } from "../version.ts";
import type { Counts } from "./document-report.ts";

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
 * A hash of all that a result depends on besides the document: the program's version, the families that can be
 * chosen, and what was asked for.
 */
export function hashReading({ family, known, requested }: Reading): string {
  const families = (family === null ? known : [family]).map(markFamily);
  return hash({ version: programVersion(), families, requested });
}

export function markFamily(family: AnyFamily): FamilyMark {
  return { id: family.id, version: family.version, hash: hash(family) };
}

function hash(value: unknown): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex")}`;
}
