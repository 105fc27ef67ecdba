import { describe, expect, test } from "vitest";
import { makeExtraction, makeRow, matched, months, quarters } from "../support/results.ts";
import { checkReports, flat, inShort, printRow, report, withMonths } from "./year.ts";

const plan = flat(2);

describe("reports that agree", () => {
  test("give no finding: months that were not reported yet are no difference", async () => {
    const check = await checkReports(
      ...[1, 2, 3, 4].map((quarter) => report(quarter, [{ programmed: plan }])),
    );
    expect(check).toMatchObject({
      documents: ["q1.pdf", "q2.pdf", "q3.pdf", "q4.pdf"],
      compared: 1,
      findings: [],
      proposals: [],
    });
  });

  test("even where one prints a blank and another a zero", async () => {
    const check = await checkReports(
      report(1, [{ programmed: withMonths(plan, { 1: 0, 5: null }) }, { programmed: plan, activity: "B" }]),
      report(2, [{ programmed: withMonths(plan, { 1: null, 5: 0 }) }, { programmed: plan, activity: "B" }]),
    );
    expect(check.findings).toEqual([]);
  });

  test("even where one has no columns for the months at all", async () => {
    const yearly = printRow(2, {
      programmed: plan,
      changes: {
        series: {
          programmed: { monthly: months(), quarterly: quarters(6, 6, 6, 6) },
          executed: { monthly: months(), quarterly: quarters(6, 6) },
        },
      },
    });
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      makeExtraction([yearly], { name: "q2.pdf", throughQuarter: 2 }),
    );
    expect(check.findings).toEqual([]);
  });

  test("even where columns outside the series, such as a percentage of progress, differ", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan, changes: { extra: { progress: 25 } } }]),
      report(2, [{ programmed: plan, changes: { extra: { progress: 50 } } }]),
    );
    expect(check.findings).toEqual([]);
  });
});

describe("revisions", () => {
  test("a month that was executed and is restated later", async () => {
    const restated = withMonths(plan, { 2: 3 });
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      report(2, [{ programmed: plan, executed: restated }]),
      report(3, [{ programmed: plan, executed: restated }]),
    );
    expect(inShort(check.findings)).toEqual([
      "execution-restated CIERRE: executed.feb 2 → 3 → 3, executed.q1 6 → 7 → 7",
    ]);
    expect(check.findings[0]).toMatchObject({
      entity: "Municipalidad de Prueba",
      year: 2023,
      organ: "FINANZAS",
      unit: "ACCIONES",
      foundIn: ["q1.pdf", "q2.pdf", "q3.pdf"],
      missingFrom: [],
    });
  });

  test("a plan that changes, in later months too", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      report(2, [{ programmed: withMonths(plan, { 11: 5 }), executed: plan }]),
    );
    expect(inShort(check.findings)).toEqual([
      "plan-changed CIERRE: target 24 → 27, programmed.nov 2 → 5, programmed.q4 6 → 9",
    ]);
  });

  test("both at once are two findings", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      report(2, [{ programmed: withMonths(plan, { 6: 1, 7: 3 }), executed: withMonths(plan, { 1: 9 }) }]),
    );
    expect(check.findings.map(({ kind }) => kind).sort()).toEqual(["execution-restated", "plan-changed"]);
  });

  test("a number that comes where a blank was is one as well", async () => {
    const check = await checkReports(
      report(1, [
        { programmed: plan, executed: withMonths(plan, { 3: null }) },
        { programmed: plan, activity: "B" },
      ]),
      report(2, [{ programmed: plan }, { programmed: plan, activity: "B" }]),
    );
    expect(inShort(check.findings)).toEqual([
      "execution-restated CIERRE: executed.mar – → 2, executed.q1 4 → 6",
    ]);
  });
});

describe("contradictions", () => {
  test("a number that changes and changes back", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      report(2, [{ programmed: plan, executed: withMonths(plan, { 1: 3 }) }]),
      report(3, [{ programmed: plan }]),
    );
    expect(inShort(check.findings)).toEqual([
      "contradiction CIERRE: executed.jan 2 → 3 → 2, executed.q1 6 → 7 → 6",
    ]);
  });

  test("two reports of the same quarter", async () => {
    const check = await checkReports(
      report(2, [{ programmed: plan }], "a.pdf"),
      report(2, [{ programmed: withMonths(plan, { 9: 3 }), executed: plan }], "b.pdf"),
    );
    expect(check.findings.map(({ kind }) => kind)).toEqual(["contradiction"]);
  });

  test("plans of reports that do not say their quarter; their execution is not compared", async () => {
    const undated = (executed: number, name: string, target: number) =>
      makeExtraction(
        [printRow(4, { programmed: plan, executed: withMonths(plan, { 1: executed }), changes: { target } })],
        { name, throughQuarter: null },
      );
    const check = await checkReports(undated(1, "a", 24), undated(2, "b", 25));
    expect(inShort(check.findings)).toEqual(["contradiction CIERRE: target 24 → 25"]);
  });
});

describe("rows that come and go", () => {
  test("are named with the reports that have them", async () => {
    const check = await checkReports(
      report(1, [
        { programmed: plan, activity: "A" },
        { programmed: plan, activity: "OLD THING" },
      ]),
      report(2, [
        { programmed: plan, activity: "A" },
        { programmed: plan, activity: "NUEVA CAMPAÑA" },
      ]),
    );
    expect(inShort(check.findings)).toEqual(["row-missing OLD THING", "row-new NUEVA CAMPAÑA"]);
    expect(check.findings[1]).toMatchObject({ foundIn: ["q2.pdf"], missingFrom: ["q1.pdf"] });
  });

  test("a row that is left out once is missing there, and still compared", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan, activity: "A" }]),
      report(2, [{ programmed: plan, activity: "B" }]),
      report(3, [
        { programmed: flat(3), executed: plan, activity: "A" },
        { programmed: plan, activity: "B" },
      ]),
    );
    expect(check.findings.map(({ kind, activity }) => `${kind} ${activity}`)).toEqual([
      "plan-changed A",
      "row-missing A",
      "row-new B",
    ]);
  });
});

describe("which row is which", () => {
  test("case, accents and spacing make no other row", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan, activity: "ATENCIÓN  DE QUEJAS" }]),
      report(2, [{ programmed: plan, activity: "Atencion de quejas" }]),
    );
    expect(check).toMatchObject({ compared: 1, findings: [] });
  });

  test("the organ's id counts, not how it is printed", async () => {
    const printed = (raw: string) => ({ organ: { ...matched(raw, "Finanzas"), method: "alias" as const } });
    const check = await checkReports(
      report(1, [{ programmed: plan, changes: printed("GER. FINANZAS") }]),
      report(2, [{ programmed: plan, changes: printed("GERENCIA DE FINANZAS") }]),
    );
    expect(check).toMatchObject({ compared: 1, findings: [] });
  });

  test("unit and category tell rows apart", async () => {
    const rows = [
      { programmed: plan, unit: "INFORMES" },
      { programmed: flat(5), unit: "ACCIONES" },
    ];
    const check = await checkReports(report(1, rows), report(2, rows.toReversed()));
    expect(check).toMatchObject({ compared: 2, findings: [] });
  });

  test("rows of the same name are told apart by their plans, whatever their order", async () => {
    const rows = [flat(1), flat(2), flat(3)].map((programmed) => ({ programmed }));
    const check = await checkReports(report(1, rows), report(2, [rows[2]!, rows[0]!, rows[1]!]));
    expect(check).toMatchObject({ compared: 3, findings: [] });
  });

  test("one of several of the same name that goes is missing, and doubt is said where they differ", async () => {
    const check = await checkReports(
      report(1, [{ programmed: flat(1) }, { programmed: flat(2) }]),
      report(2, [{ programmed: withMonths(flat(2), { 12: 3 }), executed: flat(2) }]),
    );
    expect(inShort(check.findings)).toEqual([
      "row-missing CIERRE",
      "plan-changed? CIERRE: target 24 → 25, programmed.dec 2 → 3, programmed.q4 6 → 7",
    ]);
  });

  test("an activity that is reworded a little is followed, with doubt; one of another organ is not", async () => {
    const reworded = await checkReports(
      report(1, [{ programmed: plan, activity: "SUPERVISIÓN DE LAS OBRAS PÚBLICAS" }]),
      report(2, [{ programmed: flat(3), executed: plan, activity: "SUPERVISION DE LAS OBRAS PUBLICA" }]),
    );
    expect(reworded.findings.map(({ kind, isDoubtful }) => [kind, isDoubtful])).toEqual([
      ["plan-changed", true],
    ]);
    const moved = await checkReports(
      report(1, [{ programmed: plan, organ: "OBRAS" }]),
      report(2, [{ programmed: plan, organ: "RENTAS" }]),
    );
    expect(moved.findings.map(({ kind }) => kind)).toEqual(["row-missing", "row-new"]);
  });
});

describe("rows in doubt", () => {
  test("cells with several readings say nothing", async () => {
    const open = {
      status: "ambiguous" as const,
      needsReview: true,
      candidates: [
        { probability: 0.5, cells: { "programmed.jan": 7 } },
        { probability: 0.4, cells: { "programmed.jan": 8 } },
      ],
    };
    const check = await checkReports(
      report(1, [{ programmed: plan }, { programmed: plan, activity: "B" }]),
      report(2, [
        { programmed: withMonths(plan, { 1: null }), executed: plan, changes: { ...open, target: 24 } },
      ]),
    );
    expect(inShort(check.findings).filter((line) => line.includes("programmed.jan"))).toEqual([]);
  });

  test("a difference that rests on a row that contradicts itself is doubtful", async () => {
    const check = await checkReports(
      report(1, [{ programmed: plan }]),
      report(2, [{ programmed: plan, changes: { target: 99, status: "inconsistent", needsReview: true } }]),
    );
    expect(inShort(check.findings)).toEqual(["plan-changed? CIERRE: target 24 → 99"]);
  });

  test("an organ that nobody knows says nothing against the numbers", async () => {
    const unknown = {
      needsReview: true,
      flags: [{ code: "organ-not-matched", severity: "warning" as const, cells: [], message: "" }],
    };
    const check = await checkReports(
      report(1, [{ programmed: plan, changes: unknown }]),
      report(2, [{ programmed: flat(3), executed: plan, changes: unknown }]),
    );
    expect(check.findings).toMatchObject([{ kind: "plan-changed", isDoubtful: false }]);
  });
});

test("published totals that differ are named by their label", async () => {
  const total = (target: number) =>
    makeRow({ id: "9-1", organ: null, unit: null, labels: { label: "TOTAL ACCIONES" }, target });
  const withTotal = (quarter: number, target: number) => ({
    ...report(quarter, [{ programmed: plan }]),
    totals: [total(target)],
  });
  const check = await checkReports(withTotal(1, 24), withTotal(2, 30));
  expect(inShort(check.findings)).toEqual(["total-differs TOTAL ACCIONES: target 24 → 30"]);
});

test("series of other families are compared as well", async () => {
  const physical = (jun: number) => ({
    series: { physical: { monthly: withMonths(plan, { 6: jun }), quarterly: quarters() } },
  });
  const check = await checkReports(
    report(1, [{ programmed: plan, changes: physical(2) }]),
    report(2, [{ programmed: plan, changes: physical(4) }]),
  );
  expect(inShort(check.findings)).toEqual(["plan-changed CIERRE: physical.jun 2 → 4"]);
});

test("documents of the same name are told apart by the files of their results", async () => {
  const same = [1, 2].map((quarter) => report(quarter, [{ programmed: plan }], "poi.pdf"));
  expect((await checkReports(...same)).documents).toEqual(["r0.poi.json", "r1.poi.json"]);
});
