import { expect, test } from "vitest";
import type { Box } from "../../../src/document.ts";
import { rowBand } from "../../../src/review/print/row-band.ts";

const at = (top: number): Box => [0, top, 100, top + 8];

test("reaches half way to the rows above and below", () => {
  expect(rowBand(at(100), [at(60), at(140), at(20)], 8, 500)).toEqual({ top: 84, bottom: 124 });
});

test("reaches as far where there is no row as on the other side", () => {
  expect(rowBand(at(100), [at(140)], 8, 500)).toEqual({ top: 84, bottom: 124 });
});

test("shows a little at least, not the whole page at most, and nothing beyond its edges", () => {
  expect(rowBand(at(100), [at(92), at(108)], 8, 500)).toEqual({ top: 90, bottom: 118 });
  expect(rowBand(at(100), [], 8, 500)).toEqual({ top: 90, bottom: 118 });
  expect(rowBand(at(100), [at(400)], 8, 110)).toEqual({ top: 60, bottom: 110 });
});
