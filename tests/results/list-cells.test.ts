import { expect, test } from "vitest";
import { listCells } from "../../src/results/list-cells.ts";
import { makeRow, months, quarters } from "../support/results.ts";

const names = (row: Parameters<typeof listCells>[0]) => [...listCells(row)].map(({ name }) => name);

test("a row has its target, and 16 cells for each series", () => {
  const cells = [...listCells(makeRow())];
  expect(cells).toHaveLength(1 + 16 + 16);
  expect(cells[0]).toEqual({ name: "target", series: "target", period: {}, value: 12 });
  expect(cells[1]).toEqual({ name: "programmed.jan", series: "programmed", period: { month: 1 }, value: 1 });
  expect(cells[12]).toMatchObject({ name: "programmed.dec", period: { month: 12 } });
  expect(cells[16]).toEqual({
    name: "programmed.q4",
    series: "programmed",
    period: { quarter: 4 },
    value: 3,
  });
});

test("a blank is listed as null, a zero as 0", () => {
  const row = makeRow({ series: { executed: { monthly: months(0, null), quarterly: quarters(0) } } });
  const values = new Map([...listCells(row)].map(({ name, value }) => [name, value]));
  expect(values.get("executed.jan")).toBe(0);
  expect(values.get("executed.feb")).toBeNull();
});

test("columns outside the series are series of their own", () => {
  const [last] = [...listCells(makeRow({ extra: { progress: 87.5 } }))].slice(-1);
  expect(last).toEqual({ name: "extra.progress", series: "extra.progress", period: {}, value: 87.5 });
});

test("series of other families are read as they come: single numbers beside months, quarters left out", () => {
  const physical = { monthly: months(0.17), total: 2 } as unknown as { monthly: []; quarterly: [] };
  const cells = names({ target: null, series: { physical } });
  expect(cells).toHaveLength(1 + 12 + 1);
  expect(cells.at(-1)).toBe("physical.total");
  const [total] = [...listCells({ target: null, series: { physical } })].slice(-1);
  expect(total).toMatchObject({ series: "physical", period: {}, value: 2 });
});
