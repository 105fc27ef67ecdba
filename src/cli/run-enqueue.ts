import pLimit from "p-limit";
import { PoiError } from "../errors.ts";
import { parsePages } from "../parse-pages.ts";
import { enqueue } from "../queue/enqueue.ts";
import { readingFor, shareFamily } from "../queue/shared-family.ts";
import { withQueue } from "../queue/with-queue.ts";
import { EXIT } from "./exit-codes.ts";
import { findInputs } from "./find-inputs.ts";
import { formatError } from "./format-error.ts";
import { type OcrFlag, requestedOcr } from "./ocr-option.ts";
import { warn } from "./queue-options.ts";

/** The options of `poi enqueue` as they were typed. */
export interface EnqueueFlags {
  readonly queue: string;
  readonly shared?: string;
  readonly filesFrom?: string;
  readonly family: string;
  readonly pages?: string;
  readonly ocr: OcrFlag;
  readonly force?: boolean;
  readonly retries: number;
  readonly retryDelay: number;
}

/** Enough to keep the database busy; it has ten connections for all. */
const AT_ONCE = 8;

/** Does what `poi enqueue` was asked to, and returns the exit code. */
export async function runEnqueue(args: readonly string[], flags: EnqueueFlags): Promise<number> {
  if (flags.pages !== undefined) parsePages(flags.pages);
  const shared = flags.shared ?? null;
  const family = shareFamily(flags.family, shared);
  const reading = await readingFor(
    { family, pages: flags.pages ?? null, ...requestedOcr(flags.ocr) },
    shared,
  );
  const inputs = await findInputs(args, flags.filesFrom);
  const counts = { sent: 0, kept: 0, failed: 0 };
  await withQueue(flags.queue, false, warn, async (queue) => {
    const options = {
      reading,
      shared,
      force: flags.force ?? false,
      retries: flags.retries,
      retryDelay: flags.retryDelay,
    };
    await pLimit(AT_ONCE).map(inputs, async (input) => {
      try {
        counts[(await enqueue(queue, input, options)) ? "sent" : "kept"]++;
      } catch (error) {
        if (!(error instanceof PoiError)) throw error;
        counts.failed++;
        process.stderr.write(formatError(error, input.path));
      }
    });
  });
  const { sent, kept, failed } = counts;
  process.stderr.write(`${sent} sent in, ${kept} there already, ${failed} failed\n`);
  return failed > 0 ? EXIT.failed : EXIT.done;
}
