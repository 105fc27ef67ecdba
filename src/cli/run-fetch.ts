import { fetchResults } from "../queue/fetch-results.ts";
import { withQueue } from "../queue/with-queue.ts";
import { EXIT } from "./exit-codes.ts";
import { warn } from "./queue-options.ts";

/** Does what `poi fetch` was asked to, and returns the exit code. */
export async function runFetch(flags: { readonly queue: string; readonly out: string }): Promise<number> {
  const fetched = await withQueue(flags.queue, false, warn, (queue) => fetchResults(queue, flags.out));
  const { written, kept, failed, pending } = fetched;
  process.stderr.write(
    `${written} written, ${kept} there already, ${failed} failed, ${pending} not converted yet\n`,
  );
  return failed > 0 ? EXIT.failed : EXIT.done;
}
