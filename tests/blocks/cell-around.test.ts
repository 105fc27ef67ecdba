import { expect, test } from "vitest";
import { cellAround } from "../../src/blocks/cell-around.ts";

const box = [100, 50, 140, 60] as const;
const line = (at: number, from = 0, to = 100) => ({ at, from, to });

test("the nearest lines down the page on both sides", () => {
  const vertical = [line(20), line(90), line(120, 70, 90), line(200), line(300)];
  expect(cellAround(box, { vertical, fills: [] })).toEqual([90, 200]);
});

test("else the smallest shade behind it", () => {
  const fills = [
    [0, 0, 500, 100],
    [95, 45, 190, 65],
    [95, 70, 110, 90],
  ] as const;
  expect(cellAround(box, { vertical: [line(90)], fills })).toEqual([95, 190]);
});

test("none where nothing is drawn", () => {
  expect(cellAround(box, { vertical: [], fills: [] })).toBeNull();
});
