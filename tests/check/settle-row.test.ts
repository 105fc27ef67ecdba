import { describe, expect, test } from "vitest";
import { applyProposals } from "../../src/check/apply-proposals.ts";
import type { Proposal } from "../../src/check/settle-row.ts";
import { type Candidate, type Extraction, type Row, extraction as schema } from "../../src/schema.ts";
import { checkReports, flat, report, withMonths } from "./year.ts";

/** What was printed: 1 to 12 planned, and done. */
const truth = flat(0).map((_, i) => i + 1);

/** The row of a report in which April and May of the plan can be read in several ways. */
function open(candidates: readonly Candidate[], changes: Partial<Row> = {}) {
  return {
    programmed: withMonths(truth, { 4: null, 5: null }),
    executed: truth,
    changes: {
      target: 78,
      status: "ambiguous" as const,
      needsReview: true,
      confidence: candidates[0]?.probability ?? 0,
      flags: [{ code: "several-readings", severity: "warning" as const, cells: [], message: "" }],
      candidates: [...candidates],
      ...changes,
    },
  };
}
const reading = (probability: number, april: number | null, may: number | null): Candidate => ({
  probability,
  cells: { "programmed.apr": april, "programmed.may": may },
});
const three = [reading(0.5, 5, 4), reading(0.3, 4, 5), reading(0.2, 3, 6)];

/** The row with its quarters as they are printed, which the open months do not change. */
function openReport(
  quarter: number,
  candidates: readonly Candidate[],
  changes: Partial<Row> = {},
): Extraction {
  const made = report(quarter, [open(candidates, changes)]);
  made.rows[0]!.series.programmed!.quarterly = [6, 15, 24, 33];
  return made;
}
const proposalsOf = async (...reports: Extraction[]) => (await checkReports(...reports)).proposals;

describe("a sister report", () => {
  test("settles the row in favour of the reading it has, were it not the most probable one", async () => {
    const [proposal, ...others] = await proposalsOf(report(1, [{ programmed: truth }]), openReport(2, three));
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      file: "r1.poi.json",
      document: "q2.pdf",
      row: "1-7",
      activity: "CIERRE",
      cells: { "programmed.apr": 4, "programmed.may": 5 },
      agreement: [{ document: "q1.pdf", row: "1-7", cells: ["programmed.apr", "programmed.may"] }],
      before: three,
      remaining: [{ ...reading(1, 4, 5) }],
      isSettled: true,
    });
    // 0.3 against a chance of one in a thousand for the rest: 0.3 / (0.3 + 0.0007).
    expect(proposal!.confidence).toBeCloseTo(0.9976, 4);
  });

  test("settles an earlier report as well as a later one", async () => {
    const [proposal] = await proposalsOf(openReport(1, three), report(4, [{ programmed: truth }]));
    expect(proposal).toMatchObject({ document: "q1.pdf", isSettled: true });
  });

  test("excludes readings where it does not tell between all; the row stays open", async () => {
    const candidates = [
      { probability: 0.5, cells: { "programmed.apr": 4, "executed.dec": 12 } },
      { probability: 0.3, cells: { "programmed.apr": 4, "executed.dec": 11 } },
      { probability: 0.2, cells: { "programmed.apr": 3, "executed.dec": 12 } },
    ];
    const row = openReport(4, candidates);
    row.rows[0]!.series.programmed!.monthly[4] = 5;
    row.rows[0]!.series.executed!.monthly[11] = null;
    row.rows[0]!.series.executed!.quarterly[3] = null;
    const [proposal] = await proposalsOf(report(3, [{ programmed: truth }]), row);
    expect(proposal).toMatchObject({
      cells: { "programmed.apr": 4 },
      remaining: [
        { probability: 0.625, cells: candidates[0]!.cells },
        { probability: 0.375, cells: candidates[1]!.cells },
      ],
      isSettled: false,
    });
  });

  test("says nothing of months that were executed after it", async () => {
    const candidates = [
      { probability: 0.5, cells: { "executed.jun": 6 } },
      { probability: 0.5, cells: { "executed.jun": 5 } },
    ];
    const later = report(2, [{ programmed: truth, changes: open(candidates).changes }]);
    later.rows[0]!.series.executed!.monthly[5] = null;
    expect(await proposalsOf(report(1, [{ programmed: truth }]), later)).toEqual([]);
    expect(await proposalsOf(report(3, [{ programmed: truth }]), later)).toMatchObject([{ isSettled: true }]);
  });
});

describe("nothing is settled", () => {
  test("where no reading agrees: the row was revised, or misread in a way that is not listed", async () => {
    const other = withMonths(truth, { 4: 2, 5: 7 });
    expect(await proposalsOf(report(1, [{ programmed: other }]), openReport(2, three))).toEqual([]);
  });

  test("where what is known of the row differs: a row that was revised proves nothing", async () => {
    const revised = withMonths(truth, { 12: 13 });
    expect(await proposalsOf(report(1, [{ programmed: revised }]), openReport(2, three))).toEqual([]);
  });

  test("where an executed month was restated", async () => {
    const restated = report(1, [{ programmed: truth, executed: withMonths(truth, { 1: 2 }) }]);
    expect(await proposalsOf(restated, openReport(2, three))).toEqual([]);
  });

  test.each(["ambiguous", "inconsistent"] as const)("where the sister is %s itself", async (status) => {
    const sister = report(1, [{ programmed: truth, changes: { status, needsReview: true } }]);
    expect(await proposalsOf(sister, openReport(2, three))).toEqual([]);
  });

  test("where several rows have the same name", async () => {
    const sisters = report(1, [{ programmed: truth }, { programmed: truth }]);
    expect(await proposalsOf(sisters, openReport(2, three))).toEqual([]);
  });

  test("where the activity is worded in another way", async () => {
    const sister = report(1, [{ programmed: truth, activity: "CIERRES" }]);
    expect(await proposalsOf(sister, openReport(2, three))).toEqual([]);
  });

  test("where two sisters contradict each other", async () => {
    const one = report(1, [{ programmed: truth }]);
    const other = report(3, [{ programmed: withMonths(truth, { 4: 5, 5: 4 }), executed: truth }]);
    expect(await proposalsOf(one, openReport(2, three), other)).toEqual([]);
  });

  test("where a report from after a revision has other numbers in the open cells too", async () => {
    const one = report(1, [{ programmed: truth }]);
    const revised = (months: Record<number, number>) =>
      report(3, [{ programmed: withMonths(truth, { 12: 13, ...months }), executed: truth }]);
    expect(await proposalsOf(one, openReport(2, three), revised({ 4: 5, 5: 4 }))).toEqual([]);
    // One that was revised elsewhere is no obstacle.
    expect(await proposalsOf(one, openReport(2, three), revised({}))).toMatchObject([{ isSettled: true }]);
  });

  test("where the two rows have no number in common but zeros", async () => {
    const candidates = [
      { probability: 0.5, cells: { target: 1, "programmed.apr": 1 } },
      { probability: 0.5, cells: { target: 2, "programmed.apr": 2 } },
    ];
    const plan = withMonths(flat(0), { 4: 1 });
    const made = report(2, [
      { programmed: withMonths(plan, { 4: null }), executed: flat(0), changes: open(candidates).changes },
    ]);
    made.rows[0]!.target = null;
    made.rows[0]!.series.programmed!.quarterly = [0, null, 0, 0];
    expect(await proposalsOf(report(1, [{ programmed: plan, executed: flat(0) }]), made)).toEqual([]);
  });
});

describe("confidence", () => {
  test("a reading that was improbable is not taken for settled, though it is the only one that agrees", async () => {
    const candidates = [reading(0.95, 5, 4), reading(0.002, 4, 5)];
    const [proposal] = await proposalsOf(report(1, [{ programmed: truth }]), openReport(2, candidates));
    // 0.002 / (0.002 + 0.001 × 0.998): two in three.
    expect(proposal!.confidence).toBeCloseTo(0.667, 3);
    expect(proposal!.isSettled).toBe(false);
  });

  test("readings that were not listed count against one where the sister does not speak of every open cell", async () => {
    const candidates = [
      { probability: 0.5, cells: { "programmed.apr": 4, "executed.dec": 12 } },
      { probability: 0.3, cells: { "programmed.apr": 3, "executed.dec": 11 } },
    ];
    const made = openReport(4, candidates);
    made.rows[0]!.series.programmed!.monthly[4] = 5;
    made.rows[0]!.series.executed!.monthly[11] = null;
    const [proposal] = await proposalsOf(report(3, [{ programmed: truth }]), made);
    // A fifth of all readings is not listed, and may agree too: 0.5 / (0.5 + 0.2 + 0.0003).
    expect(proposal!.confidence).toBeCloseTo(0.714, 3);
    expect(proposal!.isSettled).toBe(false);
  });
});

describe("applied", () => {
  const settle = async (reports: Extraction[], index: number) => {
    const proposals: readonly Proposal[] = await proposalsOf(...reports);
    return applyProposals(
      reports[index]!,
      proposals.filter(({ file }) => file === `r${index}.poi.json`),
    );
  };

  test("a settled row has its numbers, needs no review, and says by whom each was settled", async () => {
    const settled = await settle([report(1, [{ programmed: truth }]), openReport(2, three)], 1);
    expect(schema.parse(settled)).toEqual(settled);
    const [row] = settled.rows;
    expect(row!.series.programmed!.monthly).toEqual(truth);
    expect(row).toMatchObject({ status: "repaired", needsReview: false, confidence: 0.9976, candidates: [] });
    expect(row!.flags).toEqual([
      {
        code: "settled-by-report",
        severity: "info",
        cells: ["programmed.apr", "programmed.may"],
        message: "Of 3 readings only this one agrees with q1.pdf, row 1-7.",
      },
    ]);
    expect(row!.repairs).toEqual([
      {
        cell: "programmed.apr",
        printed: null,
        value: 4,
        edit: "insert",
        evidence: ["programmed.apr = 4 in q1.pdf, row 1-7"],
      },
      {
        cell: "programmed.may",
        printed: null,
        value: 5,
        edit: "insert",
        evidence: ["programmed.may = 5 in q1.pdf, row 1-7"],
      },
    ]);
    expect(settled.summary).toEqual({ rows: 1, verified: 0, repaired: 1, review: 0 });
    // What was printed is as it was.
    expect(row!.source).toEqual(openReport(2, three).rows[0]!.source);
  });

  test("a row whose organ is unknown is settled and still needs review for that", async () => {
    const flags = [
      { code: "several-readings", severity: "warning" as const, cells: [], message: "" },
      { code: "organ-not-matched", severity: "warning" as const, cells: [], message: "" },
    ];
    const settled = await settle([report(1, [{ programmed: truth }]), openReport(2, three, { flags })], 1);
    expect(settled.rows[0]).toMatchObject({ status: "repaired", needsReview: true });
  });

  test("a row with readings left keeps them, and still needs review", async () => {
    const candidates = [reading(0.95, 5, 4), reading(0.002, 4, 5)];
    const settled = await settle([report(1, [{ programmed: truth }]), openReport(2, candidates)], 1);
    expect(settled.rows[0]).toMatchObject({ status: "ambiguous", needsReview: true, confidence: 0.95 });
    expect(settled.rows[0]!.candidates).toEqual([reading(1, 4, 5)]);
    expect(settled.rows[0]!.flags.map(({ code, severity }) => [code, severity])).toEqual([
      ["several-readings", "warning"],
      ["settled-by-report", "warning"],
    ]);
  });

  test("a row that has changed since is left alone", async () => {
    const reports = [report(1, [{ programmed: truth }]), openReport(2, three)];
    const proposals = await proposalsOf(...reports);
    const since = openReport(2, three.slice(0, 2));
    expect(applyProposals(since, proposals)).toEqual(since);
  });

  test("and checked again, there is nothing more to settle", async () => {
    const reports = [report(1, [{ programmed: truth }]), openReport(2, three)];
    const settled = await settle(reports, 1);
    expect(await checkReports(reports[0]!, settled)).toMatchObject({ findings: [], proposals: [] });
  });
});
