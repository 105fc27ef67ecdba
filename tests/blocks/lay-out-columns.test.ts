import { expect, test } from "vitest";
import { edgesOf, layOutColumns } from "../../src/blocks/lay-out-columns.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { familyOf, tablePage } from "./support.ts";

const column = (kind: PlacedColumn["kind"], name: string, left: number, right: number): PlacedColumn => ({
  kind,
  name,
  text: name,
  left,
  right,
});
const header = {
  columns: [
    column("label", "activity", 20, 80),
    column("cell", "programmed.jan", 100, 120),
    column("cell", "programmed.total", 140, 165),
    column("label", "unit", 220, 250),
  ],
  words: new Set<never>(),
  box: [20, 50, 250, 60] as const,
  unknown: [],
};

/** Where the column of texts after the numbers begins. */
function startOf(lines: readonly (readonly string[])[]): number {
  const words = lines.flatMap(([month = "", total = "", item = "", text = ""], i) => {
    const y = 80 + 12 * i;
    return [
      wordAt(month, 110, y),
      wordAt(total, 150, y),
      ...(item === "" ? [] : [wordAt(item, 175, y)]),
      ...wordsAt(text, 185, y),
    ];
  });
  return layOutColumns(header, [], textLines(words), familyOf()).columns.at(-1)!.left;
}

test("a column of codes alone ends where they do", () => {
  const columns = [
    column("label", "activityCode", 60, 90),
    column("label", "activity", 150, 200),
    ...header.columns.slice(1),
  ];
  const words = [wordAt("AOI12", 40, 80), ...wordsAt("Obras viales", 75, 80), wordAt("7", 260, 80)];
  const [code, activity] = layOutColumns({ ...header, columns }, [], textLines(words), familyOf()).columns;
  expect(code!.right).toBeLessThan(75);
  expect(activity!.left).toBe(code!.right);
});

test("a column of numbered items begins at its numbers, however few stand beside those of the column before", () => {
  expect(
    startOf([
      ["7", "12", "1", "Falta"],
      ["3", "9", "2", "Otros"],
    ]),
  ).toBeLessThan(175);
  // Two numbers in the place of the total count up by chance.
  expect(
    startOf([
      ["7", "", "1", "Falta"],
      ["3", "", "2", "Otros"],
    ]),
  ).toBeGreaterThan(176);
});

test("a column whose numbers stand once for all lines reaches as far as they do", () => {
  const columns = [
    column("label", "activity", 20, 80),
    column("cell", "physical.jan", 100, 120),
    column("label", "#once progress.total", 140, 180),
    column("cell", "financial.jan", 220, 240),
  ];
  // At the right edge of their column, near the numbers of the next.
  const line = (y: number) => [wordAt("12", 110, y), wordAt("4,500.00", 205, y)];
  const words = [
    line(80),
    wordAt("75.00", 178, 86),
    line(92),
    line(104),
    wordAt("S.P.", 183, 110),
    line(116),
  ];
  const [, , once, next] = layOutColumns(
    { ...header, columns },
    [],
    textLines(words.flat()),
    familyOf(),
  ).columns;
  expect(once!.right).toBe(203);
  expect(next!.left).toBe(203);
});

test("numbers that stand once may stand among those of the first line", () => {
  const months = (group: string, from: number, step: number) =>
    ["jan", "feb", "mar", "apr", "may", "jun"].map((month, k) =>
      column("cell", `${group}.${month}`, from + step * k, from + step * k + 15),
    );
  const columns = [
    column("label", "activity", 20, 60),
    ...months("physical", 100, 25),
    column("cell", "physical.total", 255, 300),
    column("label", "#once progress.total", 310, 355),
    ...months("financial", 385, 60),
  ];
  // All begin at the left of their columns; months may be blank.
  const line = (y: number, blank: number, share: string) => [
    ...[95, 120, 145, 170, 195, 220].flatMap((x, k) => (k === blank ? [] : [wordAt("1.00", x, y)])),
    wordAt("6.00", 253, y),
    ...(share === "" ? [] : [wordAt(share, 308, y)]),
    ...[365, 425, 485, 545, 605, 665].flatMap((x, k) => (k === blank ? [] : [wordAt("124,983.83", x, y)])),
  ];
  const words = [80, 104, 128].flatMap((y, k) => [...line(y, k, "58.13"), ...line(y + 12, 5 - k, "")]);
  const { columns: placed } = layOutColumns({ ...header, columns }, [], textLines(words), familyOf());
  const at = placed.findIndex(({ name }) => name.startsWith("#once"));
  expect(placed[at]!.left).toBeLessThan(308);
  expect(placed[at]!.right).toBeGreaterThan(333);
  expect(placed[at]!.right).toBeLessThan(366);
});

test("items may be numbered as the months of a quarter, and are no values of the column before", () => {
  const lines = [
    ["7", "12", "4", "Falta"],
    ["3", "", "5", "Otros"],
    ["9", "10", "4", "Falta"],
    ["1", "", "5", "Otros"],
  ];
  expect(startOf(lines)).toBeLessThan(175);
  expect(
    startOf(lines.map(([month, total, item, text]) => [month!, total!, String(Number(item) - 2), text!])),
  ).toBeGreaterThan(176);
});

test("the edge of the paper, where a shade is cut, parts no cells", () => {
  const page = tablePage([], {
    width: 600,
    vertical: [{ at: 90, from: 40, to: 100 }],
    fills: [
      [0, 45, 600, 65],
      [130, 45, 170, 65],
    ],
  });
  expect(edgesOf({ ...header, box: header.box }, page)).toEqual([90, 130, 170]);
});
