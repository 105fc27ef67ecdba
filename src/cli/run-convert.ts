import { listFamilies, loadFamily } from "../acquire/load-family.ts";
import type { Input } from "../batch/collect-inputs.ts";
import type { Reading } from "../batch/conversion.ts";
import type { DocumentReport } from "../batch/document-report.ts";
import type { WorkerProcess } from "../batch/worker-process.ts";
import { PoiError } from "../errors.ts";
import { parsePages } from "../parse-pages.ts";
import type { ConvertFlags } from "./convert-flags.ts";
import { createReporter } from "./create-reporter.ts";
import { EXIT } from "./exit-codes.ts";
import { findInputs } from "./find-inputs.ts";
import { interruptible } from "./interruptible.ts";
import { limitsOf, ocrWorkersOf } from "./limit-options.ts";
import { requestedOcr } from "./ocr-option.ts";
import type { Reporter } from "./reporter.ts";

/**
 * Does what `poi convert` was asked to, and returns the exit code.
 *
 * @param ahead see `startAhead`
 * @throws {PoiError} when nothing can be converted as it was asked
 */
export async function runConvert(
  args: readonly string[],
  flags: ConvertFlags,
  ahead: WorkerProcess | null,
): Promise<number> {
  if (flags.pages !== undefined) parsePages(flags.pages);
  const inputs = await findInputs(args, flags.filesFrom);
  if (flags.out === undefined && inputs.length > 1) {
    throw new PoiError("usage", `${inputs.length} documents cannot share standard output`, {
      hint: "add --out <dir>: each gets a file of its own there",
    });
  }
  const family = flags.family === "auto" ? null : await loadFamily(flags.family);
  const reading: Reading = {
    family,
    known: family === null ? await listFamilies() : [family],
    requested: {
      family: flags.family,
      pages: flags.pages ?? null,
      ...requestedOcr(flags.ocr),
    },
    ...(flags.password !== undefined && { password: flags.password }),
    folder: flags.out ?? null,
    // A single document has all processors to itself; several are read at once, with one worker each.
    ocrWorkers: inputs.length === 1 ? ocrWorkersOf(flags) : 1,
  };
  return await interruptible(async (signal) => {
    const reporter = await createReporter(flags.log, inputs.length);
    signal.addEventListener("abort", reporter.stopping);
    const reports =
      flags.out === undefined
        ? [await convertOne(inputs[0]!, reading, flags, ahead, reporter, signal)]
        : await convertToFolder(inputs, flags.out, reading, flags, ahead, reporter, signal);
    reporter.finish(reports, inputs.length - reports.length);
    return signal.aborted ? EXIT.interrupted : exitCode(reports, flags.strict ?? false);
  });
}

async function convertOne(
  input: Input,
  reading: Reading,
  flags: ConvertFlags,
  ahead: WorkerProcess | null,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<DocumentReport> {
  const { convertToStdout } = await import("./convert-to-stdout.ts");
  const report = await convertToStdout(input, reading, flags, ahead, signal, (progress) =>
    reporter.scan(input.path, progress),
  );
  if (!signal.aborted) reporter.document(report);
  return report;
}

async function convertToFolder(
  inputs: readonly Input[],
  out: string,
  reading: Reading,
  flags: ConvertFlags,
  ahead: WorkerProcess | null,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<DocumentReport[]> {
  // Loaded only here: one document to standard output needs neither a manifest nor a queue.
  const { runBatch } = await import("../batch/run-batch.ts");
  return await runBatch(inputs, {
    reading,
    out,
    concurrency: flags.concurrency,
    limits: limitsOf(flags),
    ahead,
    isLimited: flags.timeout !== undefined || flags.maxMemory !== undefined,
    force: flags.force ?? false,
    signal,
    onReport: reporter.document,
    onScan: reporter.scan,
  });
}

function exitCode(reports: readonly DocumentReport[], strict: boolean): number {
  if (reports.some((report) => report.outcome === "failed")) return EXIT.failed;
  const review = reports.reduce((sum, { counts }) => sum + (counts?.review ?? 0), 0);
  const isPartial = reports.some((report) => report.outcome === "partial");
  return strict && (review > 0 || isPartial) ? EXIT.review : EXIT.done;
}
