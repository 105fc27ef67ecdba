import { describe, expect, test } from "vitest";
import type { SettledRow } from "../../src/document.ts";
import { createRowBuilder } from "../../src/emit/build-row.ts";
import type { Family } from "../../src/family.ts";
import { row as rowSchema } from "../../src/schema.ts";
import { matchExactly, settledRow, smallFamily } from "../support/settled-rows.ts";

function build(settled: SettledRow, family: Family = smallFamily) {
  const buildRow = createRowBuilder({
    family,
    matchOrgan: matchExactly("Finance", "finance"),
    matchUnit: matchExactly("Reports", "reports"),
  });
  return buildRow(settled, "1-7");
}
const codes = (settled: SettledRow, family?: Family) => build(settled, family).flags.map((flag) => flag.code);

describe("the shape of a row", () => {
  test("is what the published schema says", () => {
    expect(rowSchema.parse(build(settledRow()))).toEqual(build(settledRow()));
  });

  test("puts cells in their places and null where nothing was printed", () => {
    const row = build(settledRow());
    expect(row.target).toBe(2);
    expect(row.series.programmed?.monthly).toEqual([2, ...Array<null>(11).fill(null)]);
    expect(row.series.programmed?.quarterly).toEqual([2, null, null, null]);
  });

  test("keeps a printed zero apart from a blank", () => {
    const row = build(settledRow({ values: { target: 0, "programmed.jan": 0, "programmed.feb": null } }));
    expect(row.target).toBe(0);
    expect(row.series.programmed?.monthly.slice(0, 2)).toEqual([0, null]);
  });

  test("gives the organ its own place and leaves the other labels as printed", () => {
    const row = build(settledRow());
    expect(row.organ).toEqual({ raw: "Finance", name: "Finance", id: "finance", score: 1, method: "exact" });
    expect(row.labels).toEqual({ unit: "Reports", activity: "Closing the books" });
  });

  test("has no organ where none is printed, as in a total", () => {
    const row = build(settledRow({}, { kind: "total", labels: { label: "TOTAL" } }));
    expect(row.organ).toBeNull();
    expect(row.unit).toBeNull();
    expect(row.flags).toEqual([]);
  });

  test("names number columns outside the series, and only where there are any", () => {
    expect(build(settledRow({ values: { "extra.progress": 87.5 } })).extra).toEqual({ progress: 87.5 });
    expect(build(settledRow())).not.toHaveProperty("extra");
  });

  test("says where each number was read", () => {
    const tokens = { target: { text: "2", page: 3, box: [10, 20, 30, 40] as const } };
    expect(build(settledRow({ tokens })).source.cells).toEqual({
      target: { text: "2", page: 3, box: [10, 20, 30, 40] },
    });
  });

  test("does not share arrays with the stage before", () => {
    const settled = settledRow({ flags: [{ code: "x", severity: "info", cells: ["target"], message: "x" }] });
    build(settled).flags[0]?.cells.push("changed");
    expect(settled.flags[0]?.cells).toEqual(["target"]);
  });
});

describe("confidence", () => {
  test("never reads as certain when it is not", () => {
    expect(build(settledRow({ confidence: 0.999999 })).confidence).toBe(0.9999);
    expect(build(settledRow({ confidence: 1 })).confidence).toBe(1);
  });

  test("loses nothing to binary fractions", () => {
    expect(build(settledRow({ confidence: 0.57 })).confidence).toBe(0.57);
  });

  test("below the family's threshold asks for a review and says both numbers", () => {
    const row = build(settledRow({ confidence: 0.98765 }));
    expect(row.needsReview).toBe(true);
    expect(row.flags.map((flag) => flag.message).join()).toContain("98.76 %");
    expect(row.flags.map((flag) => flag.message).join()).toContain("below 99 %");
  });

  test("at the threshold does not", () => {
    expect(build(settledRow({ confidence: 0.99 })).needsReview).toBe(false);
  });
});

describe("review", () => {
  test("is not asked for a verified row with known names", () => {
    expect(build(settledRow()).needsReview).toBe(false);
    expect(codes(settledRow())).toEqual([]);
  });

  test.each(["ambiguous", "inconsistent"] as const)("is asked for %s rows, however sure", (status) => {
    expect(build(settledRow({ status, confidence: 1 })).needsReview).toBe(true);
  });

  test.each(["repaired", "unverified"] as const)("is not asked for %s rows that are sure", (status) => {
    expect(build(settledRow({ status })).needsReview).toBe(false);
  });

  test("does not repeat low confidence where the status says it", () => {
    expect(codes(settledRow({ status: "ambiguous", confidence: 0.4 }))).not.toContain("low-confidence");
  });

  test("is asked for an organ that matches none, with the nearest named", () => {
    const row = build(settledRow({}, { labels: { organ: "Finanz", unit: "Reports" } }));
    expect(row.needsReview).toBe(true);
    expect(row.flags[0]?.code).toBe("organ-not-matched");
    expect(row.flags[0]?.message).toBe('The organ "Finanz" is not one the family lists; nearest: "Finance".');
  });

  test("is asked for a row whose organ is blank", () => {
    const row = build(settledRow({}, { labels: { organ: " " } }));
    expect(row.needsReview).toBe(true);
    expect(row.flags[0]?.message).toBe("No organ is printed for this row.");
  });

  test("is not asked for an organ where the family lists none", () => {
    const settled = settledRow({}, { labels: { organ: "Anything" } });
    expect(build(settled, { ...smallFamily, organs: [] }).needsReview).toBe(false);
    expect(codes(settled, { ...smallFamily, organs: [] })).toEqual([]);
  });

  test("is not asked for a unit that matches none, but the unit is flagged", () => {
    const settled = settledRow({}, { labels: { organ: "Finance", unit: "Repots" } });
    expect(build(settled).needsReview).toBe(false);
    expect(codes(settled)).toEqual(["unit-not-matched"]);
  });

  test.each([
    ["Reparación de", ["text-breaks-off"]],
    ["REPARACIÓN DE PISTAS PARA LAS", ["text-breaks-off"]],
    ["Reparación de pistas (primera", ["text-breaks-off"]],
    ["DE LA REPARACIÓN DE PISTAS", ["text-breaks-off"]],
    ["reparación de pistas", []],
    ["a) Reparación de pistas", []],
    ["Reparación de pistas, grupo A", []],
    ["Reparación del Tarapoto", []],
    ["Unidad móvil", []],
  ])(
    "is not asked for a text that begins or breaks off in the middle, but the text is flagged: %s",
    (activity, flagged) => {
      const settled = settledRow({}, { labels: { organ: "Finance", activity } });
      expect(build(settled).needsReview).toBe(false);
      expect(codes(settled)).toEqual(flagged);
    },
  );

  test("is asked where a stage flagged an error, not where it warned", () => {
    const flag = { code: "number-left-over", cells: [], message: "A 7 has no place." };
    expect(build(settledRow({ flags: [{ ...flag, severity: "error" }] })).needsReview).toBe(true);
    expect(build(settledRow({ flags: [{ ...flag, severity: "warning" }] })).needsReview).toBe(false);
  });
});
