import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "../document.ts";
import type { Conversion, ConversionWatch, Reading } from "./conversion.ts";
import type { WorkerProcess } from "./worker-process.ts";

/**
 * Converts one document in a process that ends with it, by a limit, or when `signal` is aborted.
 * Nothing is handed to `write` before the whole result is there.
 *
 * @throws {PoiError} as a `WorkerProcess` does
 */
export async function convertInProcess(
  worker: WorkerProcess,
  source: Source,
  reading: Reading,
  signal: AbortSignal,
  write: (pieces: AsyncIterable<string>) => Promise<void>,
  watch: ConversionWatch = {},
): Promise<Conversion> {
  signal.addEventListener("abort", worker.kill);
  try {
    const folder = await mkdtemp(join(tmpdir(), "poi-apart-"));
    try {
      const output = join(folder, "result.json");
      const conversion = await worker.convert(source, reading, output, watch);
      await write(createReadStream(output, "utf8"));
      return conversion;
    } finally {
      await rm(folder, { recursive: true });
    }
  } finally {
    signal.removeEventListener("abort", worker.kill);
    worker.end();
  }
}
