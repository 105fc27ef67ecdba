import { describe, expect, test } from "vitest";
import type { DocumentReport } from "../../src/batch/document-report.ts";
import { pagesDone } from "../../src/cli/progress-bar.ts";
import { createTextReporter } from "../../src/cli/text-reporter.ts";
import { PoiError } from "../../src/errors.ts";

const done: DocumentReport = {
  path: "plan.txt",
  outcome: "done",
  output: "plan.poi.json",
  counts: {
    pages: 3,
    rows: 10,
    verified: 6,
    repaired: 2,
    review: 2,
    reasons: { "several-readings": 2, "organ-not-matched": 1 },
    remarks: { "line-not-read": 3 },
    totals: { match: 30, mismatch: 2, unsettled: 1 },
  },
  error: null,
};
const failed: DocumentReport = {
  path: "folder/bad.txt",
  outcome: "failed",
  output: null,
  counts: null,
  error: new PoiError("no-table", "there is no table", {
    place: { file: "bad.txt", line: 4 },
    hint: "look again",
  }),
};

function report(reports: readonly DocumentReport[], isTTY: boolean, skipped = 0, columns = 40): string {
  let text = "";
  const write = (part: string) => {
    text += part;
  };
  let seconds = 0;
  const now = () => 1000 * seconds++;
  const reporter = createTextReporter({ isTTY, columns, write }, reports.length + skipped, now);
  for (const one of reports) reporter.document(one);
  reporter.finish(reports, skipped);
  return text;
}

test("one document is one row, with the reasons below", () => {
  expect(report([done], true)).toBe(
    [
      "document  rows  verified  repaired  review  totals that match  do not  unsettled",
      "plan.txt    10         6         2       2                 30       2          1",
      "Rows in review, by reason: several-readings 2, organ-not-matched 1",
      "Remarks on whole documents: line-not-read 3",
      "",
    ].join("\n"),
  );
});

test("several documents are added up, and what was kept says so", () => {
  const text = report([done, { ...done, outcome: "kept" }], false);
  expect(text).toMatch(/^plan\.txt \(kept\) +10 /m);
  expect(text).toMatch(/^2 documents +20 +12 +4 +4 +60 +4 +2$/m);
  expect(text).toContain("several-readings 4, organ-not-matched 2");
});

test("a failure says the path that was typed, the line, the reason and the way out", () => {
  const text = report([failed, done], false);
  expect(text).toContain("poi: folder/bad.txt, line 4: there is no table\n  hint: look again\n");
  expect(text).toContain("Failed: 1 of 2 documents\n");
});

test("a terminal sees how far the run is, on a line that is cleared", () => {
  const text = report([done, done], true);
  expect(text).toContain("\r\u001b[2K░░░░░░░░░░░░░░░░░░░░ 0/2 files  0 pages\r");
  expect(text).toContain("\r\u001b[2K██████████░░░░░░░░░░ 1/2 files  3 pages\r");
  expect(text).toContain("\r\u001b[2K████████████████████ 2/2 files  6 pages\r");
  expect(text).toContain("\r\u001b[2Kdocument");
  expect(report([done, done], false)).not.toContain("\u001b");
});

test("of an archive only the sum is shown", () => {
  const text = report(Array(101).fill(done), false);
  expect(text).toMatch(/^document +rows .*\n101 documents +1010 +606 /);
});

test("what was read in part is counted apart from what failed", () => {
  const text = report([{ ...done, outcome: "partial" }, failed, done], false);
  expect(text).toContain("Read in part: 1 of 3 documents\nFailed: 1 of 3 documents\n");
});

test("a run that was stopped says what was not begun", () => {
  expect(report([done], false, 4)).toContain("Stopped: 4 of 5 documents were not begun.");
});

test("a file's name cannot command the terminal", () => {
  const path = "a\u001b[31m.txt";
  const text = report([{ ...done, path }, { ...failed, path }, done], true);
  expect(text.replaceAll("\r\u001b[2K", "")).not.toContain("\u001b");
  expect(text).toContain("a\\u001b[31m.txt  ");
});

describe("a long scan", () => {
  const page = { done: 3, of: 67, secondsLeft: 492 };
  const told = (isTTY: boolean, total: number) => {
    let text = "";
    const write = (part: string) => {
      text += part;
    };
    const reporter = createTextReporter({ isTTY, columns: 200, write }, total);
    text = "";
    reporter.scan("scan.pdf", page);
    return text;
  };

  test("tells how far it is, even where it is the only document", () => {
    expect(told(true, 1)).toContain("scan.pdf: page 3 of 67 read by OCR, 8:12 left");
    expect(told(true, 5)).toContain("0/5 files");
  });

  test("says nothing where nobody watches", () => {
    expect(told(false, 1)).toBe("");
  });

  test("has no estimate before its first page is read", () => {
    expect(pagesDone({ ...page, secondsLeft: null })).toBe("page 3 of 67 read by OCR");
  });
});
