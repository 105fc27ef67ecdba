import { join } from "node:path";
import { keepDecisions } from "../corrections/keep-decisions.ts";
import type { Source } from "../document.ts";
import { formatJson } from "../emit/format-json.ts";
import { extract } from "../extract.ts";
import { type Conversion, type ConversionWatch, markFamily, type Reading } from "./conversion.ts";
import { countResults } from "./document-report.ts";

/** Where, beside the results, the pages of long scans are kept until all of a document are read. */
const SCANS = ".scans";

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
