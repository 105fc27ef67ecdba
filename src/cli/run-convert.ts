import { listFamilies, loadFamily } from "../acquire/load-family.ts";
import { collectInputs, type Input } from "../batch/collect-inputs.ts";
import { countResults, type DocumentReport } from "../batch/document-report.ts";
import { formatJson } from "../emit/format-json.ts";
import { PoiError } from "../errors.ts";
import { extract } from "../extract.ts";
import type { Family } from "../family.ts";
import { parsePages } from "../parse-pages.ts";
import type { ConvertFlags } from "./convert.ts";
import { EXIT } from "./exit-codes.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { writeStdout } from "./write-stdout.ts";

/** What all documents of a call are read with. */
interface Reading {
  readonly family: Family | null;
  readonly known: readonly Family[];
  readonly requested: { readonly family: string; readonly pages: string | null };
}

/**
 * Does what `poi convert` was asked to, and returns the exit code.
 *
 * @throws {PoiError} when nothing can be converted as it was asked
 */
export async function runConvert(args: readonly string[], flags: ConvertFlags): Promise<number> {
  if (flags.pages !== undefined) parsePages(flags.pages);
  const family = flags.family === "auto" ? null : await loadFamily(flags.family);
  const reading: Reading = {
    family,
    known: family === null ? await listFamilies() : [family],
    requested: { family: flags.family, pages: flags.pages ?? null },
  };
  const inputs = await collectInputs(args);
  if (flags.out === undefined && inputs.length > 1) {
    throw new PoiError("usage", `${inputs.length} documents cannot share standard output`, {
      hint: "add --out <dir>: each gets a file of its own there",
    });
  }

  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once("SIGINT", onInterrupt);
  try {
    const reporter = await createReporter(flags.log, inputs.length);
    const reports =
      flags.out === undefined
        ? [await convertToStdout(inputs[0]!, reading, reporter)]
        : await convertToFolder(inputs, flags.out, reading, flags, reporter, stop.signal);
    reporter.finish(reports, inputs.length - reports.length);
    return stop.signal.aborted ? EXIT.interrupted : exitCode(reports, flags.strict ?? false);
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

async function convertToStdout(input: Input, reading: Reading, reporter: Reporter): Promise<DocumentReport> {
  const report = await readDocument(input, reading);
  reporter.document(report);
  return report;
}

async function readDocument(input: Input, { family, known, requested }: Reading): Promise<DocumentReport> {
  try {
    const extraction = await extract(await input.load(), {
      family: family ?? "auto",
      families: known,
      ...(requested.pages !== null && { pages: requested.pages }),
    });
    await writeStdout(formatJson(extraction));
    return { path: input.path, outcome: "done", output: null, counts: countResults(extraction), error: null };
  } catch (error) {
    if (!(error instanceof PoiError)) throw error;
    return { path: input.path, outcome: "failed", output: null, counts: null, error };
  }
}

async function convertToFolder(
  inputs: readonly Input[],
  out: string,
  reading: Reading,
  flags: ConvertFlags,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<DocumentReport[]> {
  // Loaded only here: one document to standard output needs neither a manifest nor a queue.
  const { runBatch } = await import("../batch/run-batch.ts");
  return await runBatch(inputs, {
    ...reading,
    out,
    concurrency: flags.concurrency,
    force: flags.force ?? false,
    signal,
    onReport: reporter.document,
  });
}

function exitCode(reports: readonly DocumentReport[], strict: boolean): number {
  if (reports.some((report) => report.outcome === "failed")) return EXIT.failed;
  const review = reports.reduce((sum, { counts }) => sum + (counts?.review ?? 0), 0);
  return strict && review > 0 ? EXIT.review : EXIT.done;
}
