import { expect, test } from "vitest";
import { createLabelDoubts } from "../../src/blocks/doubt-labels.ts";
import type { PrintedRow } from "../../src/document.ts";
import { familyOf, layoutOf } from "./support.ts";

const row = (labels: Record<string, string>, kind: PrintedRow["kind"] = "activity"): PrintedRow => ({
  kind,
  labels,
  page: 1,
  line: 1,
  text: "",
  tokens: [],
});
const whole = row({ activityCode: "AOI1", activity: "Uno", unit: "INFORME" });
const without = row({ activityCode: "AOI2", activity: "Dos" });
const { columns } = layoutOf();
const doubts = (rows: readonly PrintedRow[], one: PrintedRow, table = columns) =>
  createLabelDoubts(rows, [table], familyOf())(one).map(({ message }) => message);

test("a text that nearly all activities have and one has not is doubted", () => {
  const rows = [...new Array<PrintedRow>(9).fill(whole), without];
  expect(doubts(rows, without)).toEqual([
    "This row has no unit, which others have: it may be in the column beside it",
  ]);
  expect(doubts(rows, whole)).toEqual([]);
  expect(doubts(rows, row({ label: "TOTAL" }, "total"))).toEqual([]);
});

test("a code that nearly all activities have before a text is doubted where it is missing", () => {
  const coded = row({ activityCode: "AOI1", activity: "Uno", unitCode: "060", unit: "INFORME" });
  const rows = [...new Array<PrintedRow>(9).fill(coded), whole];
  expect(doubts(rows, whole)).toEqual([
    "This row has no unitCode, which others have: it may be in the column beside it",
  ]);
  expect(doubts(rows, coded)).toEqual([]);
});

test("a text that many lack, or few activities, show nothing", () => {
  expect(doubts([whole, whole, whole, whole, without, without], without)).toEqual([]);
  expect(doubts([whole, whole, whole, without], without)).toEqual([]);
});

test("a remark behind the numbers may be missing", () => {
  const rows = [...new Array<PrintedRow>(9).fill(whole), without];
  const isUnit = ({ name }: { name: string }) => name === "unit";
  const behind = [...columns.filter((column) => !isUnit(column)), ...columns.filter(isUnit)];
  expect(doubts(rows, without, behind)).toEqual([]);
});
