import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "../document.ts";
import type { Conversion, ConversionWatch, Reading } from "./conversion.ts";
import { type Limits, startWorker } from "./worker-process.ts";

/**
 * Converts one document in a process of its own, which ends with it, by a limit, or when `signal` is aborted.
 * Nothing is handed to `write` before the whole result is there.
 *
 * @throws {PoiError} as a `WorkerProcess` does
 */
export async function convertInProcess(
  source: Source,
  reading: Reading,
  limits: Limits,
  signal: AbortSignal,
  write: (pieces: AsyncIterable<string>) => Promise<void>,
  watch: ConversionWatch = {},
): Promise<Conversion> {
  const folder = await mkdtemp(join(tmpdir(), "poi-apart-"));
  const worker = startWorker(limits);
  signal.addEventListener("abort", worker.kill);
  try {
    const output = join(folder, "result.json");
    const conversion = await worker.convert(source, reading, output, watch);
    await write(createReadStream(output, "utf8"));
    return conversion;
  } finally {
    signal.removeEventListener("abort", worker.kill);
    worker.end();
    await rm(folder, { recursive: true });
  }
}
