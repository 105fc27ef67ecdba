import { describe, expect, test } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import type { Family } from "../../src/family.ts";
import { groupTotals } from "../../src/repair/group-totals.ts";
import { planFamily, printedRow } from "./support.ts";

const activity = (unit: string): PrintedRow => ({ ...printedRow(["1"]), labels: { unit } });
const total = (label: string): PrintedRow => printedRow(["1"], 1, label);
const groups = (rows: readonly PrintedRow[], ...totals: Family["totals"]) =>
  groupTotals(rows, planFamily({ totals }));

describe("by a label's value", () => {
  const rows = [
    activity("ACCIONES"),
    activity("EQUIPOS"),
    total("TOTAL A"),
    total("TOTAL E"),
    activity("Equipos"),
  ];
  const by = (which: Family["totals"][number]["rows"], label = "TOTAL A") =>
    groups(rows, { label, rows: which });

  test("rows with the value, wherever they stand, letters and accents folded", () => {
    expect(by({ label: "unit", in: ["equipos"] })).toEqual([{ total: 2, members: [1, 4] }]);
  });

  test("rows with any other value", () => {
    expect(by({ label: "unit", notIn: ["EQUIPOS"] })).toEqual([{ total: 2, members: [0] }]);
  });

  test("a row without the label has no such value", () => {
    const bare = [{ ...activity(""), labels: {} }, total("TOTAL A")];
    expect(groups(bare, { label: "TOTAL A", rows: { label: "unit", in: ["EQUIPOS"] } })).toEqual([]);
    expect(groups(bare, { label: "TOTAL A", rows: { label: "unit", notIn: ["EQUIPOS"] } })).toEqual([
      { total: 1, members: [0] },
    ]);
  });

  test("several totals, each with its own rows", () => {
    const found = groups(
      rows,
      { label: "TOTAL A", rows: { label: "unit", notIn: ["EQUIPOS"] } },
      { label: "TOTAL E", rows: { label: "unit", in: ["EQUIPOS"] } },
    );
    expect(found).toEqual([
      { total: 2, members: [0] },
      { total: 3, members: [1, 4] },
    ]);
  });
});

describe("by place", () => {
  const rows = [
    activity("a"),
    activity("b"),
    total("SUBTOTAL NORTE"),
    activity("c"),
    total("SUBTOTAL SUR"),
    total("TOTAL"),
    activity("d"),
  ];

  test("all rows above, but no other total and nothing below", () => {
    expect(groups(rows, { label: "TOTAL", rows: "all" })).toEqual([{ total: 5, members: [0, 1, 3] }]);
  });

  test("the rows since the last total", () => {
    expect(groups(rows, { label: "SUBTOTAL*", rows: "since-last-total" })).toEqual([
      { total: 2, members: [0, 1] },
      { total: 4, members: [3] },
    ]);
  });

  test("a total that no rule names still ends a group", () => {
    const mixed = [activity("a"), total("RESUMEN"), activity("b"), total("SUBTOTAL SUR")];
    expect(groups(mixed, { label: "SUBTOTAL*", rows: "since-last-total" })).toEqual([
      { total: 3, members: [2] },
    ]);
  });
});

describe("which rule counts", () => {
  test("the first that fits the label", () => {
    const rows = [activity("a"), total("TOTAL"), activity("b"), total("TOTAL GENERAL")];
    const found = groups(
      rows,
      { label: "TOTAL GENERAL", rows: "all" },
      { label: "TOTAL*", rows: "since-last-total" },
    );
    expect(found).toEqual([
      { total: 1, members: [0] },
      { total: 3, members: [0, 2] },
    ]);
  });

  test("no rule, no group; nor where there is nothing to add up", () => {
    expect(groups([activity("a"), total("SUMA")], { label: "TOTAL", rows: "all" })).toEqual([]);
    expect(groups([total("TOTAL"), activity("a")], { label: "TOTAL", rows: "all" })).toEqual([]);
    expect(groups([], { label: "TOTAL", rows: "all" })).toEqual([]);
  });
});
