import type { Input } from "../batch/collect-inputs.ts";
import type { Conversion, Reading } from "../batch/conversion.ts";
import type { DocumentReport } from "../batch/document-report.ts";
import { needsProcess } from "../batch/needs-process.ts";
import { startWorker, type WorkerProcess } from "../batch/worker-process.ts";
import type { ScanProgress, Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { ConvertFlags } from "./convert-flags.ts";
import { limitsOf } from "./limit-options.ts";
import { writeStdout } from "./write-stdout.ts";

/** Converts one document to standard output; what can hang or where limits were asked for, in a process of its own. */
export async function convertToStdout(
  input: Input,
  reading: Reading,
  flags: ConvertFlags,
  ahead: WorkerProcess | null,
  signal: AbortSignal,
  onScan: (progress: ScanProgress) => void,
): Promise<DocumentReport> {
  try {
    const source = await input.load();
    const isLimited = flags.timeout !== undefined || flags.maxMemory !== undefined;
    const { outcome, counts } =
      isLimited || needsProcess(source)
        ? await convertApart(source, reading, flags, ahead, signal, onScan)
        : await convertHere(source, reading);
    return { path: input.path, outcome, output: null, counts, error: null };
  } catch (error) {
    if (!(error instanceof PoiError)) throw error;
    return { path: input.path, outcome: "failed", output: null, counts: null, error };
  }
}

async function convertHere(source: Source, reading: Reading): Promise<Conversion> {
  const { convertSource } = await import("../batch/convert-source.ts");
  return await convertSource(source, reading, writeStdout);
}

async function convertApart(
  source: Source,
  reading: Reading,
  flags: ConvertFlags,
  ahead: WorkerProcess | null,
  signal: AbortSignal,
  onScan: (progress: ScanProgress) => void,
): Promise<Conversion> {
  const { convertInProcess } = await import("../batch/convert-in-process.ts");
  const worker = ahead ?? startWorker(limitsOf(flags));
  return await convertInProcess(worker, source, reading, signal, writeStdout, { onScan });
}
