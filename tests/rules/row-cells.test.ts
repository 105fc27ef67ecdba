import { expect, test } from "vitest";
import { changedCells, readCells, writeCells } from "../../src/rules/row-cells.ts";
import type { Row } from "../../src/schema.ts";

const row = {
  target: 12,
  series: {
    programmed: { monthly: Array(12).fill(1), quarterly: Array(4).fill(3) },
    financial: { monthly: Array(12).fill(null), quarterly: Array(4).fill(null), total: 870.5 },
  },
  extra: { progress: 100 },
} as unknown as Row;

test("every number has a name, a series' own total as well", () => {
  const cells = readCells(row);
  expect(Object.keys(cells)).toHaveLength(1 + 16 + 17 + 1);
  expect(cells).toMatchObject({
    target: 12,
    "programmed.dec": 1,
    "financial.q4": null,
    "financial.total": 870.5,
    "extra.progress": 100,
  });
  expect(cells).not.toHaveProperty(["programmed.total"]);
});

test("what is written is read again, and nothing else changes or is lost", () => {
  const changes = {
    target: null,
    "programmed.mar": 4,
    "financial.total": 0,
    "extra.progress": 50,
    "no.such": 1,
  };
  const written = writeCells(row, changes);
  const { "no.such": _, ...known } = changes;
  expect(readCells(written)).toEqual({ ...readCells(row), ...known });
  expect(changedCells(readCells(row), readCells(written)).sort()).toEqual(Object.keys(known).sort());
  expect(writeCells(written, readCells(row))).toEqual(row);
});
