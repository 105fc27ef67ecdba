import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "../document.ts";
import { temporaryName } from "../emit/temporary-name.ts";
import { type ErrorCode, PoiError } from "../errors.ts";
import { programVersion } from "../version.ts";
import type { ConversionWatch, Convert, Reading, Requested } from "./conversion.ts";
import type { ManifestEntry } from "./manifest.ts";
import { packError, unpackError } from "./packed-error.ts";
import type { ResultFolder, Slot } from "./result-folder.ts";

/** What one document of a run is converted with. */
export interface ConvertOptions {
  /** Folder of the results. */
  readonly out: string;
  readonly reading: Reading;
  /** `hashReading` of it. */
  readonly readingHash: string;
  /** Convert again what an earlier run already did. */
  readonly force: boolean;
  readonly convert: Convert;
  /** Called after each page that OCR has read. */
  readonly onScan?: ConversionWatch["onScan"];
}

/** What came of a document: its line in the manifest, and the error that stopped it. */
export interface Outcome {
  readonly entry: ManifestEntry;
  readonly isKept: boolean;
  readonly error: PoiError | null;
}

/** Trouble of the machine or the moment: the same document may be read another time. All other lies in the document. */
const PASSING: ReadonlySet<string> = new Set<ErrorCode>([
  "input-not-found",
  "input-unreadable",
  "output-not-writable",
  "timeout",
  "out-of-memory",
  "worker-crashed",
]);

/** Whether converting the same document in the same way again may end otherwise. */
export function mayPass(code: string): boolean {
  return PASSING.has(code);
}

/** Converts one document of a run, or keeps what an earlier run made of it where nothing has changed since. */
export async function convertDocument(
  slot: Slot,
  folder: ResultFolder,
  options: ConvertOptions,
): Promise<Outcome> {
  let started = new Date();
  const pending = pendingEntry(slot, options.reading.requested, options.readingHash);
  const entryOf = (changes: Partial<ManifestEntry>): ManifestEntry => ({
    ...pending,
    ...changes,
    startedAt: started.toISOString(),
    milliseconds: Date.now() - started.getTime(),
  });
  const temporary = temporaryName(join(options.out, slot.output));
  let source: Source | undefined;
  try {
    source = await slot.input.load();
    const standing = options.force ? null : stillStanding(slot, source, options);
    if (standing !== null) {
      folder.keep(slot);
      return standing;
    }
    const conversion = await options.convert(source, options.reading, temporary, {
      onBegin: () => {
        started = new Date();
      },
      onScan: options.onScan,
    });
    const entry = entryOf({ ...conversion, id: source.id, output: slot.output });
    await folder.commit(slot, temporary, entry);
    return { entry, isKept: false, error: null };
  } catch (error) {
    await rm(temporary, { force: true });
    if (!(error instanceof PoiError)) throw error;
    const entry = entryOf({ id: source?.id ?? null, outcome: "failed", error: packError(error) });
    const hasChanged = source !== undefined && source.id !== slot.earlier?.id;
    await folder.fail(slot, entry, hasChanged || (source !== undefined && !mayPass(error.code)));
    return { entry, isKept: false, error };
  }
}

/** A document's line before anything has come of it. */
export function pendingEntry(slot: Slot, requested: Requested, readingHash: string): ManifestEntry {
  return {
    input: slot.id,
    id: null,
    outcome: "pending",
    output: null,
    programVersion: programVersion(),
    options: { ...requested },
    reading: readingHash,
    family: null,
    counts: null,
    error: null,
    startedAt: null,
    milliseconds: null,
  };
}

/** What an earlier run made of a document, if it would come out the same: same bytes, program, families, options. */
function stillStanding({ earlier }: Slot, source: Source, { readingHash }: ConvertOptions): Outcome | null {
  if (earlier === undefined || earlier.id !== source.id || earlier.reading !== readingHash) return null;
  if (earlier.outcome === "pending") return null;
  if (earlier.error === null) return { entry: earlier, isKept: true, error: null };
  if (mayPass(earlier.error.code)) return null;
  return { entry: earlier, isKept: true, error: unpackError(earlier.error) };
}
