import type { Source } from "../document.ts";
import { writeNewFile } from "../emit/write-new-file.ts";
import type { Convert } from "./conversion.ts";
import { needsProcess } from "./needs-process.ts";
import { withWorkers } from "./with-workers.ts";
import type { Limits, WorkerProcess } from "./worker-process.ts";

interface ConverterOptions {
  readonly concurrency: number;
  readonly limits: Limits;
  readonly ahead?: WorkerProcess | null;
  /** Every document is converted in a process of its own kind, not only those that may hang. */
  readonly needsProcess: boolean;
}

/**
 * Hands `use` the way its documents are converted: by worker processes with limits, or, where one text is all
 * there is, right here, which saves the start of a process.
 */
export async function withConverter<T>(
  options: ConverterOptions,
  use: (convert: Convert) => Promise<T>,
): Promise<T> {
  const convertHere: Convert = async (source, reading, output, watch) => {
    // Loaded only where it is used: this process mostly waits for others.
    const { convertSource } = await import("./convert-source.ts");
    return await convertSource(source, reading, (pieces) => writeNewFile(output, pieces), watch?.onScan);
  };
  return await withWorkers(options, (convertThere) => {
    const choose = (source: Source) =>
      options.needsProcess || needsProcess(source) ? convertThere : convertHere;
    return use((source, ...others) => choose(source)(source, ...others));
  });
}
