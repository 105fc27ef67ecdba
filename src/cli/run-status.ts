import { type QueueStatus, queueStatus } from "../queue/queue-status.ts";
import { withQueue } from "../queue/with-queue.ts";
import { formatTable } from "./format-table.ts";
import { warn } from "./queue-options.ts";
import { showText } from "./show-text.ts";
import { writeStdout } from "./write-stdout.ts";

/** Does what `poi status` was asked to. */
export async function runStatus(flags: { readonly queue: string; readonly json?: boolean }): Promise<void> {
  const status = await withQueue(flags.queue, false, warn, queueStatus);
  await writeStdout(flags.json ? [JSON.stringify(status, null, 2), "\n"] : [formatStatus(status)]);
}

/** The numbers as a table, with what follows from them below. */
export function formatStatus(status: QueueStatus): string {
  const { waiting, retrying, active, done, partial, failed, rows, review, workers, lastMinute } = status;
  const table = formatTable(
    ["waiting", "retrying", "in work", "done", "in part", "failed", "rows", "review"],
    [[waiting, retrying, active, done, partial, failed, rows, review]],
  );
  const reasons = Object.entries(status.reasons).map(([code, count]) => `${showText(code)} ${count}`);
  const left = waiting + retrying + active;
  return [
    table,
    reasons.length > 0 ? `Failed, by reason: ${reasons.join(", ")}\n` : "",
    `${workers} worker${workers === 1 ? "" : "s"}, ${lastMinute} documents in the last minute`,
    left > 0 && lastMinute > 0 ? `, about ${Math.ceil(left / lastMinute)} min left\n` : "\n",
  ].join("");
}
