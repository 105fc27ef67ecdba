import { expect, test } from "vitest";
import { formatStatus } from "../../src/cli/run-status.ts";
import type { QueueStatus } from "../../src/queue/queue-status.ts";

const status: QueueStatus = {
  waiting: 40,
  retrying: 1,
  active: 2,
  done: 120,
  partial: 3,
  failed: 0,
  reasons: {},
  rows: 9600,
  review: 37,
  lastMinute: 20,
  workers: 2,
};

test("the numbers stand under their names, and the time left follows from the last minute", () => {
  expect(formatStatus(status)).toBe(
    [
      "waiting  retrying  in work  done  in part  failed  rows  review",
      "     40         1        2   120        3       0  9600      37",
      "2 workers, 20 documents in the last minute, about 3 min left",
      "",
    ].join("\n"),
  );
});

test("why documents failed is said, and nothing of it commands the terminal", () => {
  const text = formatStatus({ ...status, failed: 4, reasons: { timeout: 3, "\u001b[31m": 1 } });
  expect(text).toContain("\nFailed, by reason: timeout 3, \\u001b[31m 1\n");
});

test("where nobody works, or nothing is left, no time is promised", () => {
  expect(formatStatus({ ...status, workers: 1, lastMinute: 0 })).toContain(
    "1 worker, 0 documents in the last minute\n",
  );
  const rest = { waiting: 0, retrying: 0, active: 0 };
  expect(formatStatus({ ...status, ...rest })).toContain("20 documents in the last minute\n");
});
