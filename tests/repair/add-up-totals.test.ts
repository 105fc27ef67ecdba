import { describe, expect, it } from "vitest";
import type { SettledRow } from "../../src/document.ts";
import { addUpTotals } from "../../src/repair/add-up-totals.ts";
import { familyOf } from "../blocks/support.ts";
import { settledRow } from "../support/settled-rows.ts";

const CELL = "financial.total";
const activity = (value: number | null, changes: Partial<SettledRow> = {}, year?: number) =>
  settledRow({ values: { [CELL]: value }, ...changes }, year === undefined ? {} : { year });
const total = (value: number | null, index: number, year?: number, text = String(value ?? "")) =>
  settledRow(
    { values: { [CELL]: value }, tokens: { [CELL]: { text, page: 1, box: null } } },
    { kind: "total", labels: { label: `T${index}` }, total: index, ...(year !== undefined && { year }) },
  );
const family = familyOf({
  totals: [
    { prints: ["POR AEI.#"], rows: "since-last-total", cell: CELL },
    { prints: ["TOTAL"], rows: "all", cell: CELL },
    { prints: ["TOTAL #"], rows: "each-year", cell: CELL },
    { prints: ["MEDIA"], rows: "since-last-total", cell: CELL, by: "mean" },
    { prints: ["PIE"], rows: "none", cell: CELL },
  ],
});
const add = (rows: readonly SettledRow[], isWhole = false, one = family) =>
  addUpTotals(rows, one, () => isWhole).map(({ label, computed, difference, verdict }) => [
    label,
    computed,
    difference,
    verdict,
  ]);

describe("addUpTotals", () => {
  it("adds up the rows since the last total, and all of them", () => {
    expect(add([activity(1), activity(2), total(3, 0), activity(4), total(4, 0), total(7, 1)])).toEqual([
      ["T0", 3, 0, "match"],
      ["T0", 4, 0, "match"],
      ["T1", 7, 0, "match"],
    ]);
  });

  it("takes totals that follow each other for sums of the same rows", () => {
    expect(add([activity(1), activity(2), total(3, 0), total(1.5, 3)])).toEqual([
      ["T0", 3, 0, "match"],
      ["T3", 1.5, 0, "match"],
    ]);
  });

  it("says how much more the document says", () => {
    expect(add([activity(1.1), activity(2.2), total(3.4, 1)])).toEqual([["T1", 3.3, 0.1, "mismatch"]]);
  });

  it("allows whole amounts half of one each", () => {
    expect(add([activity(1), activity(2), total(4, 1)], true)[0]![3]).toBe("match");
    expect(add([activity(1), activity(2), total(5, 1)], true)[0]![3]).toBe("mismatch");
    expect(add([activity(1), activity(2), total(4, 1)])[0]![3]).toBe("mismatch");
  });

  it("adds up the rows of a year", () => {
    const rows = [activity(1, {}, 2021), activity(2, {}, 2022), activity(4, {}, 2021)];
    expect(add([...rows, total(5, 2, 2021), total(2, 2, 2022), total(9, 2, 2023)])).toEqual([
      ["T2", 5, 0, "match"],
      ["T2", 2, 0, "match"],
      ["T2", 0, 9, "mismatch"],
    ]);
  });

  it("rounds a mean as it is printed, over rows that have a number", () => {
    // A third of 200, the third row blank: 66.666…
    const rows = [activity(100), activity(100), activity(0), activity(null)];
    expect(add([...rows, total(66.7, 3)])[0]![3]).toBe("match");
    expect(add([...rows, total(66.6, 3)])[0]![3]).toBe("mismatch");
    expect(add([...rows, total(67, 3)])[0]![3]).toBe("match");
  });

  it("holds nothing to what stands for no number", () => {
    const absences = { [CELL]: { printed: "S.I.", meaning: "incomplete" as const } };
    expect(add([activity(1), { ...total(null, 0, undefined, "S.I."), absences }])).toEqual([]);
  });

  it("adds up no shares", () => {
    const shares = familyOf({
      equations: ["financial.total = percent physical.total of physical.q1"],
      totals: [{ prints: ["TOTAL"], rows: "all", cell: CELL }],
    });
    expect(add([activity(50), activity(50), total(50, 0)], false, shares)).toEqual([]);
  });

  it("holds a total against nothing where the family says so", () => {
    expect(add([activity(1), total(7, 4)])).toEqual([]);
  });

  it("settles nothing over rows that are open", () => {
    expect(add([activity(null, { status: "ambiguous" }), total(7, 1)])[0]![3]).toBe("unsettled");
  });

  it("has no difference to a total that prints no number", () => {
    expect(add([activity(0), total(null, 1, undefined, "-")])).toEqual([["T1", 0, null, "match"]]);
    expect(add([activity(3), total(null, 1, undefined, "-")])).toEqual([["T1", 3, null, "mismatch"]]);
  });
});
