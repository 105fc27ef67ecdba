import { mkdir, readdir } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import pLimit from "p-limit";
import { PoiError } from "../errors.ts";
import type { Input } from "./collect-inputs.ts";
import { type ConvertOptions, convertDocument, type Outcome, type Slot } from "./convert-document.ts";
import type { DocumentReport } from "./document-report.ts";
import { type ManifestEntry, readManifest, writeManifest } from "./manifest.ts";
import { createOutputNames } from "./output-names.ts";

/** How a run goes about its documents. */
export interface BatchOptions extends ConvertOptions {
  /** How many documents are in memory at once. */
  readonly concurrency: number;
  /** Once aborted, no further document is begun. */
  readonly signal?: AbortSignal;
  readonly onReport?: (report: DocumentReport) => void;
}

/**
 * Converts documents into a folder: one result each, and run.json over all of them. A document that cannot be
 * read is reported and the others go on. The manifest is written whatever happens, and keeps what earlier runs
 * left in the folder.
 *
 * @returns one report per document that was begun, in the order of the inputs
 * @throws {PoiError} `output-not-writable` when the folder cannot be used at all
 */
export async function runBatch(inputs: readonly Input[], options: BatchOptions): Promise<DocumentReport[]> {
  const entries = await openFolder(options.out);
  const limit = pLimit(options.concurrency);
  try {
    const reports = await limit.map(assignSlots(inputs, options.out, entries), async (slot) => {
      if (options.signal?.aborted) return null;
      const outcome = await convertDocument(slot, options);
      entries.set(slot.id, outcome.entry);
      const report = toReport(slot.input, outcome);
      options.onReport?.(report);
      return report;
    });
    return reports.filter((report) => report !== null);
  } finally {
    limit.clearQueue();
    await writeManifest(options.out, [...entries.values()]);
  }
}

/** Makes the folder if needed, and returns what earlier runs left in it, by input. */
async function openFolder(out: string): Promise<Map<string, ManifestEntry>> {
  try {
    await mkdir(out, { recursive: true });
    const files = new Set(await readdir(out));
    const entries = (await readManifest(out)).filter(({ output }) => output === null || files.has(output));
    return new Map(entries.map((entry) => [entry.input, entry]));
  } catch (cause) {
    if (cause instanceof PoiError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === "EEXIST" || code === "ENOTDIR" ? "a file stands in its place" : message;
    throw new PoiError("output-not-writable", `cannot use this as the output folder: ${reason}`, {
      place: { file: out },
      hint: "choose another folder with --out",
      cause,
    });
  }
}

/** A document keeps the name its result had in an earlier run; new ones get names that are free. */
function assignSlots(
  inputs: readonly Input[],
  out: string,
  entries: ReadonlyMap<string, ManifestEntry>,
): Slot[] {
  const nameOf = createOutputNames([...entries.values()].flatMap((entry) => entry.output ?? []));
  return inputs.map((input) => {
    const id = input.path === "-" ? "-" : relative(resolve(out), resolve(input.path)).split(sep).join("/");
    const earlier = entries.get(id);
    return { input, id, output: earlier?.output ?? nameOf(input.path), earlier };
  });
}

function toReport(input: Input, { entry, isKept, error }: Outcome): DocumentReport {
  const { output, counts } = entry;
  return { path: input.path, outcome: isKept ? "kept" : entry.outcome, output, counts, error };
}
