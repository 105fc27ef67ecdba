import { expect, it } from "vitest";
import { rowPlaces, valueIn } from "../../src/inspect/row-places.ts";
import { listCells } from "../../src/results/list-cells.ts";
import { changedCells, readCells, writeCells } from "../../src/rules/row-cells.ts";
import { makeExtraction, makeRow, months, quarters } from "../support/results.ts";

const row = makeRow({
  target: null,
  series: {
    physical: { monthly: months(1, 2), quarterly: quarters(3), total: 3 },
    executed: { monthly: months(), quarterly: quarters() },
  },
  extra: { physicalApproved: 10 },
});

it("a series' total is a cell where it has one", () => {
  const cells = readCells(row);
  expect(cells).toMatchObject({ "physical.total": 3, "physical.jan": 1, "extra.physicalApproved": 10 });
  expect(cells).not.toHaveProperty("executed.total");
});

it("is written like any other, and nowhere else", () => {
  const written = writeCells(row, { "physical.total": 4, "executed.total": 9, "physical.jan": null });
  expect(changedCells(readCells(row), readCells(written)).sort()).toEqual(["physical.jan", "physical.total"]);
  expect(written.series.physical!.total).toBe(4);
  expect(written.series.executed).not.toHaveProperty("total");
  expect(row.series.physical!.total).toBe(3);
});

it("is listed for the whole year, after months and quarters", () => {
  const cells = [...listCells(row)].filter(({ series }) => series === "physical");
  expect(cells).toHaveLength(17);
  expect(cells[16]).toEqual({ name: "physical.total", series: "physical", period: {}, value: 3 });
});

it("is what inspect shows for the cell", () => {
  expect(valueIn(row, "physical.total")).toBe(3);
  expect(valueIn(row, "executed.total")).toBeNull();
  expect(valueIn(row, "physical.feb")).toBe(2);
  expect(valueIn(row, "physical.q1")).toBe(3);
  expect(valueIn(row, "extra.physicalApproved")).toBe(10);
  expect(valueIn(row, "mental.jan")).toBeNull();
});

it("each number on a page finds its row and its cell, and none on another", () => {
  const box = [10, 20, 30, 40] as const;
  const placed = makeRow({
    source: { text: "", cells: { "physical.total": { text: "3", page: 2, box: [...box] } } },
  });
  const find = rowPlaces(makeExtraction([placed]), 2);
  expect(find(box)).toMatchObject({ cell: "physical.total", isTotal: false });
  expect(find(null)).toBeUndefined();
  expect(rowPlaces(makeExtraction([placed]), 1)(box)).toBeUndefined();
  expect(rowPlaces(null, 2)(box)).toBeUndefined();
});
