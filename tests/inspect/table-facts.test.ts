import { expect, test } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { drawTable } from "../../src/inspect/draw-table.ts";
import { rowPlaces } from "../../src/inspect/row-places.ts";
import { tableFacts } from "../../src/inspect/table-facts.ts";
import type { Region } from "../../src/page-tables/region.ts";
import type { Extraction, Row } from "../../src/schema.ts";

const word = (text: string, left: number, top: number): Word => ({
  text,
  box: [left, top, left + 10, top + 6],
  size: 6,
  angle: 0,
  style: "",
});
const [organ, twelve, one] = [word("GERENCIA", 5, 30), word("12", 55, 20), word("7", 85, 40)];
const page: Page = {
  number: 4,
  width: 120,
  height: 90,
  words: [organ, twelve, one],
  horizontal: [],
  vertical: [],
  fills: [],
  turns: 0,
};
const cell = (...words: Word[]) => ({ words, box: null });
const region: Region = {
  page,
  columns: [
    { kind: "label", name: "organ", text: "ORGANO", left: Number.NEGATIVE_INFINITY, right: 40 },
    { kind: "cell", name: "target", text: "META", left: 40, right: 70 },
    { kind: "cell", name: "programmed.jan", text: "ENE", left: 70, right: Number.POSITIVE_INFINITY },
  ],
  rows: [
    { cells: [cell(organ), cell(twelve), cell()], top: 20, bottom: 36, at: 25, isBand: false },
    { cells: [cell(organ), cell(), cell(one)], top: 30, bottom: 46, at: 45, isBand: false },
  ],
  hasHeader: true,
  box: [0, 5, 120, 15],
};
const row = (id: string, more: Partial<Row>): Row =>
  ({
    id,
    status: "verified",
    needsReview: false,
    target: null,
    series: { programmed: { monthly: Array(12).fill(null), quarterly: Array(4).fill(null) } },
    flags: [],
    repairs: [],
    ...more,
  }) as Row;
const source = (cellName: string, { text, box }: Word) => ({
  text: "",
  cells: { [cellName]: { text, page: 4, box: [...box] as [number, number, number, number] } },
});
const extraction = {
  rows: [
    row("4-1", {
      status: "repaired",
      target: 12,
      series: { programmed: { monthly: [12, ...Array(11).fill(0)], quarterly: Array(4).fill(null) } },
      repairs: [{ cell: "programmed.jan", printed: null, value: 12, edit: "insert", evidence: [] }],
      source: source("target", twelve),
    }),
  ],
  totals: [
    row("4-2", {
      status: "ambiguous",
      source: source("programmed.jan", one),
    }),
  ],
} as unknown as Extraction;

const facts = tableFacts(region, rowPlaces(extraction, 4));
const [first, second] = facts.rows;

test("a number that was inferred is in its column, without a box", () => {
  expect(first!.state).toBe("repaired");
  expect(first!.cells.find(({ name }) => name === "programmed.jan")).toEqual({
    column: 2,
    text: "",
    box: null,
    name: "programmed.jan",
    value: 12,
    isChanged: true,
  });
});

test("a row that could not be settled needs review, and is drawn with a question mark", () => {
  expect(second).toMatchObject({ id: "4-2", state: "review", isTotal: true });
  expect(second!.cells.find(({ name }) => name === "programmed.jan")).toMatchObject({
    text: "7",
    value: null,
  });
  const texts = drawTable(facts).flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : [])),
  );
  expect(texts).toContain("?");
  expect(texts).toContain("[12]");
  expect(texts).toContain("4-2 total");
});

test("columns without an end reach to the edge of the page, and the table holds its rows", () => {
  expect(facts.columns.map(({ left, right }) => [left, right])).toEqual([
    [0, 40],
    [40, 70],
    [70, 120],
  ]);
  expect(facts.box).toEqual([0, 5, 120, 46]);
});

test("a text that stands for several rows does not make them taller, and is drawn once", () => {
  expect([first!.top, first!.bottom]).toEqual([20, 26]);
  expect([second!.top, second!.bottom]).toEqual([40, 46]);
  const boxes = drawTable(facts)
    .find(({ name }) => name === "cells")!
    .shapes.filter((shape) => shape.kind === "rect" && shape.title?.startsWith("organ"));
  expect(boxes).toHaveLength(1);
});

test("numbers of another page in the same place are not this page's", () => {
  const other = tableFacts(region, rowPlaces(extraction, 5));
  expect(other.rows.map(({ id, state }) => [id, state])).toEqual([
    [null, "none"],
    [null, "none"],
  ]);
});

test("values of the document are never rounded", async () => {
  const { roundPlaces } = await import("../../src/inspect/round-places.ts");
  expect(roundPlaces({ box: [1.23456, 2], cells: [{ value: 1.23456, top: -0.005 }] })).toEqual({
    box: [1.23, 2],
    cells: [{ value: 1.23456, top: -0 }],
  });
});
