import { expect, test } from "vitest";
import type { DocumentReport } from "../../src/batch/document-report.ts";
import { createProgress } from "../../src/cli/progress-bar.ts";

const counts = {
  pages: 12,
  rows: 1500,
  verified: 0,
  repaired: 0,
  review: 0,
  reasons: {},
  remarks: {},
  totals: { match: 0, mismatch: 0, unsettled: 0 },
};
const done: DocumentReport = { path: "plan.txt", outcome: "done", output: null, counts, error: null };

/** The line after documents that end at these seconds. */
function lineAfter(total: number, seconds: readonly number[], columns = 200): string {
  let time = 0;
  const progress = createProgress(total, () => time);
  for (const second of seconds) {
    time = second * 1000;
    progress.add(done);
  }
  return progress.line(columns);
}

test("before the first document there is no rate", () => {
  expect(lineAfter(4, [])).toBe("░░░░░░░░░░░░░░░░░░░░ 0/4 files  0 pages  0 rows");
});

test("files, pages and rows are counted, and the time left follows from the rate", () => {
  expect(lineAfter(4, [2])).toBe(
    "█████░░░░░░░░░░░░░░░ 1/4 files  12 pages  1,500 rows  0.5 files/s  0:06 left",
  );
  expect(lineAfter(8000, [1, 2])).toContain("1.0 files/s  2:13:18 left");
});

test("what went by long ago says nothing about what is left", () => {
  // A thousand kept results in a second, then a scan every ten seconds.
  const kept = Array.from({ length: 1000 }, (_, i) => i / 1000);
  const scans = Array.from({ length: 60 }, (_, i) => 10 + i * 10);
  expect(lineAfter(1100, [...kept, ...scans])).toContain("0.1 files/s  6:40 left");
});

test("a failed document counts as a file", () => {
  const progress = createProgress(2, () => 0);
  progress.add({ ...done, outcome: "failed", counts: null });
  expect(progress.line(200)).toContain("1/2 files  0 pages  0 rows");
});

test("the line is no wider than the terminal", () => {
  expect(lineAfter(4, [2], 30)).toHaveLength(29);
});
