import { beforeAll, describe, expect, test } from "vitest";
import { buildTruth } from "../../../../bench/pdf/build-truth.ts";
import { SAT_COLUMNS } from "../../../../bench/pdf/paper/column.ts";
import { itemsOf } from "../../../../bench/pdf/plan/plan.ts";
import { seedPlan } from "../../../../bench/pdf/plan/sat-plan.ts";
import { formatOutcome } from "../../../../bench/pdf/score/format-outcome.ts";
import { judge, type Outcome } from "../../../../bench/pdf/score/judge.ts";
import { type DocumentScore, scoreDocument } from "../../../../bench/pdf/score/score-document.ts";
import type { Truth } from "../../../../bench/pdf/truth.ts";
import { extract } from "../../../../src/extract.ts";
import type { Extraction, Row } from "../../../../src/schema.ts";

const plan = seedPlan(10);
const truth: Truth = buildTruth(plan, SAT_COLUMNS, {
  producer: "test",
  look: "text",
  pages: 1,
  pageOf: () => 1,
});
let read: Extraction;

/** The plan as tabs, which is read without fail; scores are tried on what is then spoilt. */
beforeAll(async () => {
  const header = [
    plan.title,
    SAT_COLUMNS.map(({ header: words }, index) =>
      words[0] === SAT_COLUMNS[index - 1]?.header[0] ? "" : words[0],
    ).join("\t"),
    SAT_COLUMNS.map(({ header: words }) => words[1] ?? "").join("\t"),
  ];
  const lines = itemsOf(plan).map(({ labels, cells, kind }) =>
    SAT_COLUMNS.map(({ key }) =>
      key === "organ" && kind === "total" ? labels.label : (labels[key] ?? cells[key] ?? ""),
    ).join("\t"),
  );
  read = await extract([...header, ...lines, `Fuente: ${plan.source}`].join("\n"));
});

const spoil = (index: number, change: (row: Row) => Partial<Row>): Extraction => ({
  ...read,
  rows: read.rows.map((row, at) => (at === index ? { ...row, ...change(row) } : row)),
});
const counts = ({ lost, invented, wrongCells, wrongTexts, wrongPages, silent }: DocumentScore) => ({
  lost,
  invented,
  wrongCells,
  wrongTexts,
  wrongPages,
  silent,
});
const NONE = { lost: 0, invented: 0, wrongCells: 0, wrongTexts: 0, wrongPages: 0, silent: 0 };

describe("scoreDocument", () => {
  test("finds nothing wrong with what is right", () => {
    const score = scoreDocument(truth, read);
    expect(score.notes).toEqual([]);
    expect(counts(score)).toEqual(NONE);
    expect(score.rows).toBe(11);
  });

  test("a wrong number that asks for no review is a silent error", () => {
    const wrong = spoil(2, () => ({ target: 999 }));
    const score = scoreDocument(truth, wrong);
    expect(counts(score)).toEqual({ ...NONE, wrongCells: 1, silent: 1 });
    expect(score.notes).toEqual([expect.stringMatching(/SILENT: target 23 read as 999/)]);
    expect(
      counts(
        scoreDocument(
          truth,
          spoil(2, () => ({ target: 999, needsReview: true })),
        ),
      ),
    ).toEqual({ ...NONE, wrongCells: 1 });
  });

  test("a zero read for a blank is a wrong number", () => {
    const series = (row: Row) => ({
      programmed: {
        ...row.series.programmed,
        monthly: (row.series.programmed?.monthly ?? []).map((value) => value ?? 0),
      },
    });
    const wrong = spoil(3, (row) => ({ series: { ...row.series, ...series(row) } as Row["series"] }));
    expect(counts(scoreDocument(truth, wrong))).toEqual({ ...NONE, wrongCells: 1, silent: 1 });
  });

  test("a number in a column that is not there is a wrong number", () => {
    const wrong = spoil(0, () => ({ extra: { progress: 100 } }));
    expect(counts(scoreDocument(truth, wrong))).toMatchObject({ wrongCells: 1, silent: 1 });
  });

  test("counts texts, organs and pages", () => {
    const wrong = spoil(1, (row) => ({
      page: 2,
      labels: { ...row.labels, activity: "EJECUCIÓN DEL CONTROL" },
      organ: row.organ === null ? null : { ...row.organ, raw: "ORGANO" },
    }));
    expect(counts(scoreDocument(truth, wrong))).toEqual({ ...NONE, wrongTexts: 2, wrongPages: 1 });
    expect(counts(scoreDocument(truth, { ...read, document: { ...read.document, year: 1999 } }))).toEqual({
      ...NONE,
      wrongTexts: 1,
    });
  });

  test("a wrong text that no flag calls in question is unsaid", () => {
    const labels = (row: Row) => ({ ...row.labels, activity: "EJECUCIÓN" });
    const flag = { code: "labels-doubted", severity: "warning" as const, cells: [], message: "" };
    const unsaid = scoreDocument(
      truth,
      spoil(1, (row) => ({ labels: labels(row) })),
    );
    const said = scoreDocument(
      truth,
      spoil(1, (row) => ({ labels: labels(row), flags: [flag] })),
    );
    expect([unsaid.unsaidTexts, said.unsaidTexts]).toEqual([1, 0]);
    expect(unsaid.notes).toEqual([expect.stringContaining("UNSAID: activity")]);
  });

  test("counts rows that were lost, and rows that were invented", () => {
    const [first, ...others] = read.rows;
    expect(counts(scoreDocument(truth, { ...read, rows: others }))).toEqual({ ...NONE, lost: 1 });
    expect(counts(scoreDocument(truth, { ...read, rows: [first as Row, ...read.rows] }))).toEqual({
      ...NONE,
      invented: 1,
      silent: 1,
    });
  });
});

describe("judge", () => {
  const flag = { code: "page-skipped", severity: "warning" as const, cells: [], message: "" };
  const outcome = (own: Partial<DocumentScore>, flags = [] as (typeof flag)[]): Outcome => ({
    kind: "read",
    score: { ...scoreDocument(truth, read), ...own },
    rows: 10,
    flags,
  });
  const refused: Outcome = { kind: "refused", code: "pdf-damaged", message: "" };

  test("right means every cell, text and page", () => {
    expect(judge("right", outcome({}))).toBe(true);
    for (const count of ["lost", "invented", "wrongCells", "wrongTexts", "wrongPages"]) {
      expect(judge("right", outcome({ [count]: 1 }))).toBe(false);
    }
    expect(judge("right", refused)).toBe(false);
  });

  test("flagged means nothing silent, and no row lost without a flag", () => {
    expect(judge("flagged", outcome({ wrongCells: 5 }))).toBe(true);
    expect(judge("flagged", outcome({ wrongCells: 5, silent: 1 }))).toBe(false);
    expect(judge("flagged", outcome({ lost: 1 }))).toBe(false);
    expect(judge("flagged", outcome({ lost: 1 }, [flag]))).toBe(true);
    expect(judge("flagged", refused)).toBe(true);
  });

  test("where a document must be refused, the code counts", () => {
    expect(judge(["pdf-damaged"], refused)).toBe(true);
    expect(judge(["no-table"], refused)).toBe(false);
    expect(judge(["pdf-damaged"], outcome({}))).toBe(false);
  });

  test("a plan that is none gives no rows, or flags", () => {
    expect(judge("flagged", { kind: "read", score: null, rows: 0, flags: [] })).toBe(true);
    expect(judge("flagged", { kind: "read", score: null, rows: 3, flags: [] })).toBe(false);
  });

  test("a bug is never right", () => {
    const broken: Outcome = { kind: "broken", message: "TypeError" };
    expect(judge("right", broken) || judge("flagged", broken) || judge(["TypeError"], broken)).toBe(false);
  });

  test("is put in words", () => {
    expect(formatOutcome(outcome({ wrongCells: 2, silent: 1 }, [flag]))).toBe(
      "11 rows, 2 wrong cells, 1 SILENT; 11 verified; 0 in review [page-skipped]",
    );
    expect(formatOutcome(refused)).toBe("refused, pdf-damaged: ");
    expect(formatOutcome({ kind: "broken", message: "Error" })).toBe("BROKEN Error");
  });
});
