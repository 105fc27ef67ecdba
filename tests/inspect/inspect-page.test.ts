import { expect, test } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { inspectPage } from "../../src/inspect/inspect-page.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { edge, FIRST_ROW, planPdf, ROWS, TOP } from "./plan-pdf.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const source = await planPdf();
const generic = await loadTableFamily("generic");
/** Knows no word of the plan's header. */
const foreignFamily = {
  ...generic,
  id: "foreign",
  labels: generic.labels.map((label) => ({ ...label, header: [`${label.key}-x`] })),
  target: { ...generic.target, header: ["zweck"] },
  series: generic.series.map((series) => ({ ...series, header: [`${series.key}-x`] })),
  months: generic.months.map((_, i) => [`monat-${i}-x`]) as typeof generic.months,
};
const facts = await inspectPage(source, { page: 1, family: "generic" });

test("every column says what its header was taken for, and where it stands", () => {
  expect(facts.tables).toHaveLength(1);
  const { columns, box } = facts.tables[0]!;
  expect(columns.map(({ name }) => name)).toEqual([
    "organ",
    "activity",
    "unit",
    "target",
    ...MONTHS.map((month) => `programmed.${month}`),
  ]);
  for (const [i, { left, right }] of columns.entries()) {
    expect(left).toBeCloseTo(edge(i), 0);
    expect(right).toBeCloseTo(edge(i + 1), 0);
  }
  expect(box.map(Math.round)).toEqual([edge(0), TOP, edge(16), FIRST_ROW + 3 * 24]);
});

test("every cell holds the number that is printed in it, inside its column and row", () => {
  const { rows, columns } = facts.tables[0]!;
  expect(rows).toHaveLength(ROWS.length);
  for (const [i, row] of rows.entries()) {
    expect(row.top).toBeCloseTo(FIRST_ROW + i * 24, 0);
    expect(row.cells.map(({ text }) => text)).toEqual(ROWS[i]!.map(String));
    for (const { column, box, name, value } of row.cells) {
      expect(box![0]).toBeGreaterThan(columns[column]!.left);
      expect(box![2]).toBeLessThan(columns[column]!.right);
      expect(box![1]).toBeGreaterThan(row.top);
      expect(box![3]).toBeLessThan(row.bottom);
      expect(name).toBe(column < 3 ? null : columns[column]!.name);
      expect(value).toBe(column < 3 ? null : ROWS[i]![column]);
    }
  }
});

test("rows carry the state that the output gives them, and why", () => {
  const { rows } = facts.tables[0]!;
  expect(rows.map(({ state }) => state)).toEqual(["verified", "verified", "review"]);
  expect(rows[0]!.flags.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(rows[2]!.flags.map(({ message }) => message).join()).toMatch(/12.*13/);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
});

test("a number outside all cells is named", () => {
  expect(facts.unplaced.map(({ text }) => text)).toContain("4711");
  const inCells = new Set(facts.tables[0]!.rows.flatMap(({ cells }) => cells.map(({ box }) => box!.join())));
  expect(facts.unplaced.filter(({ box }) => inCells.has(box.join()))).toEqual([]);
});

test("the lines of the table are its rulings and its grid", () => {
  expect(facts.vertical.map(({ at }) => Math.round(at))).toEqual(
    Array.from({ length: 17 }, (_, column) => edge(column)),
  );
  expect(facts.grids.map(({ columns, rows }) => [columns, rows])).toEqual([[16, 5]]);
});

test("a page without a table says so, and still has its words", async () => {
  const prose = await inspectPage(source, { page: 2, family: "generic" });
  expect(prose.tables).toEqual([]);
  expect(prose.notes).toEqual(["No table on this page: no header of family generic was found."]);
  expect(prose.words.map(({ text }) => text).join(" ")).toBe("Nada que contar en esta hoja.");
  expect(prose.unplaced).toEqual([]);
});

test("a document without any table is no error", async () => {
  const { columns, rows } = facts.grids[0]!;
  const other = await inspectPage(source, { page: 1, family: foreignFamily });
  expect(other.tables).toEqual([]);
  expect(other.notes[0]).toMatch(/^Whole document: No table/);
  expect(other.notes.join()).toContain(`a grid of ${columns} columns and ${rows} rows`);
});

test("the family is recognised as `convert` does it, with the next one", async () => {
  const { family, score, runnerUp } = await inspectPage(source, { page: 1, family: "auto" });
  expect(family).toBe("generic");
  expect(score).toBeGreaterThan(0.5);
  expect(runnerUp?.id).not.toBe("generic");
});

test("text that stands turned is read upright, and the facts say how it was turned", async () => {
  const turned = await inspectPage(await planPdf({ turned: true }), { page: 1, family: "generic" });
  expect(turned.turns).toBe(1);
  expect([turned.width, turned.height]).toEqual([842, 595]);
  expect(turned.notes.join()).toContain("turned by 90 degrees, clockwise");
  const [table] = turned.tables;
  expect(table!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
    ROWS.map((row) => row.map(String)),
  );
});

test.each([3, 99])("page %i is not there", async (page) => {
  await expect(inspectPage(source, { page, family: "generic" })).rejects.toMatchObject({
    code: "usage",
    message: `Cannot show page ${page} of 'plan.pdf' as it has 2 pages`,
  });
});

test("text is refused, and a file that is damaged as well", async () => {
  const text = sourceFromBytes("plan.txt", Buffer.from("ORGANO;META\n"));
  await expect(inspectPage(text, { page: 1, family: "auto" })).rejects.toMatchObject({
    code: "unsupported-type",
    message: "Cannot draw 'plan.txt' as it is no PDF or image: its type is text/plain",
    hint: expect.stringContaining("inspect draws pages of PDFs and images"),
  });
  const half = sourceFromBytes("half.pdf", Buffer.from("%PDF-1.7\n1 0 obj"));
  await expect(inspectPage(half, { page: 1, family: "auto" })).rejects.toMatchObject({ code: "pdf-damaged" });
});
