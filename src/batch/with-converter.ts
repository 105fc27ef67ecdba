import type { Source } from "../document.ts";
import { writeNewFile } from "../emit/write-new-file.ts";
import { type Convert, convertSource } from "./conversion.ts";
import { needsProcess } from "./needs-process.ts";
import { withWorkers } from "./with-workers.ts";
import type { Limits } from "./worker-process.ts";

interface ConverterOptions {
  readonly concurrency: number;
  readonly limits: Limits;
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
  const convertHere: Convert = (source, reading, output, watch) =>
    convertSource(source, reading, (pieces) => writeNewFile(output, pieces), watch?.onScan);
  return await withWorkers(options, (convertThere) => {
    const choose = (source: Source) =>
      options.needsProcess || needsProcess(source) ? convertThere : convertHere;
    return use((source, ...others) => choose(source)(source, ...others));
  });
}
