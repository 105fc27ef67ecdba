import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ruling } from "../../src/document.ts";
import { findRuledGrids } from "../../src/page-tables/ruled-grid.ts";
import { pageOf } from "./words.ts";

const XS = [0, 100, 200, 300, 400];
const YS = [0, 20, 40, 60];
const HORIZONTAL: readonly Ruling[] = YS.map((at) => ({ at, from: 0, to: 400 }));
const VERTICAL: readonly Ruling[] = XS.map((at) => ({ at, from: 0, to: 60 }));

/** Cells as the rows and columns that they take up: top–bottom, left–right. */
function cellsOf(horizontal: readonly Ruling[], vertical: readonly Ruling[]) {
  const grids = findRuledGrids(pageOf({ horizontal, vertical }));
  return grids.map(({ cells }) =>
    cells.map(({ top, bottom, left, right }) => `${top}-${bottom},${left}-${right}`),
  );
}

describe("findRuledGrids", () => {
  it("finds a cell between each pair of lines, in the order of print", () => {
    const [grid, ...others] = findRuledGrids(pageOf({ horizontal: HORIZONTAL, vertical: VERTICAL }));
    expect(others).toEqual([]);
    expect([grid!.xs, grid!.ys]).toEqual([XS, YS]);
    expect(grid!.cells).toHaveLength(12);
    expect(grid!.cells[5]).toEqual({ top: 1, bottom: 2, left: 1, right: 2, box: [100, 20, 200, 40] });
  });

  it("finds the lines between columns that go on under the last line across, in pieces", () => {
    const header = [0, 20].map((at) => ({ at, from: 0, to: 400 }));
    const pieces = XS.flatMap((at) =>
      at === 100 ? [0, 100, 300].map((from) => ({ at, from, to: from + 80 })) : [{ at, from: 0, to: 800 }],
    );
    const [grid] = findRuledGrids(pageOf({ horizontal: header, vertical: pieces }));
    expect([grid!.xs, grid!.ys]).toEqual([XS, [0, 20]]);
  });

  it("finds a short line under the name of a group, where columns begin, and none that only crosses them", () => {
    const xs = Array.from({ length: 11 }, (_, i) => 100 * i);
    const horizontal = [0, 40, 60].map((at) => ({ at, from: 0, to: 1000 }));
    const vertical = xs.map((at) => ({ at, from: at === 900 ? 20 : 0, to: 60 }));
    const ysOf = (line: Ruling) =>
      findRuledGrids(pageOf({ horizontal: [...horizontal, line], vertical }))[0]!.ys;
    expect(ysOf({ at: 20, from: 800, to: 1000 })).toEqual([0, 20, 40, 60]);
    expect(ysOf({ at: 20, from: 800, to: 960 })).toEqual([0, 40, 60]);
    expect(ysOf({ at: 20, from: 600, to: 800 })).toEqual([0, 40, 60]);
  });

  it("finds a short line under the name of a group, where columns begin, and none that only crosses them", () => {
    const xs = Array.from({ length: 11 }, (_, i) => 100 * i);
    const horizontal = [0, 40, 60].map((at) => ({ at, from: 0, to: 1000 }));
    const vertical = xs.map((at) => ({ at, from: at === 900 ? 20 : 0, to: 60 }));
    const ysOf = (line: Ruling) =>
      findRuledGrids(pageOf({ horizontal: [...horizontal, line], vertical }))[0]!.ys;
    expect(ysOf({ at: 20, from: 800, to: 1000 })).toEqual([0, 20, 40, 60]);
    expect(ysOf({ at: 20, from: 800, to: 960 })).toEqual([0, 40, 60]);
    expect(ysOf({ at: 20, from: 600, to: 800 })).toEqual([0, 40, 60]);
  });

  it("finds the row over the first line across that a page break left without a line on top", () => {
    const horizontal = HORIZONTAL.slice(1);
    const [grid] = findRuledGrids(pageOf({ horizontal, vertical: VERTICAL }));
    expect([grid!.ys, grid!.cells.length]).toEqual([YS, 12]);
    const few = VERTICAL.map((line) => (line.at < 200 ? line : { ...line, from: 20 }));
    expect(findRuledGrids(pageOf({ horizontal, vertical: few }))[0]!.ys).toEqual(YS.slice(1));
  });

  it("finds the row under the last line across that a page break left without a line below", () => {
    const horizontal = HORIZONTAL.slice(0, -1);
    const [grid] = findRuledGrids(pageOf({ horizontal, vertical: VERTICAL }));
    expect([grid!.ys, grid!.cells.length]).toEqual([YS, 12]);
    const few = VERTICAL.map((line) => (line.at < 200 ? line : { ...line, to: 40 }));
    expect(findRuledGrids(pageOf({ horizontal, vertical: few }))[0]!.ys).toEqual(YS.slice(0, -1));
  });

  it("merges cells over columns where the line between them is left out", () => {
    const vertical = VERTICAL.map((line) => (line.at === 200 ? { ...line, from: 20 } : line));
    expect(cellsOf(HORIZONTAL, vertical)[0]!.slice(0, 4)).toEqual([
      "0-1,0-1",
      "0-1,1-3",
      "0-1,3-4",
      "1-2,0-1",
    ]);
  });

  it("merges cells over rows where the line between them is left out", () => {
    const horizontal = HORIZONTAL.map((line) => (line.at === 40 ? { ...line, from: 100 } : line));
    const [cells] = cellsOf(horizontal, VERTICAL);
    expect(cells).toContain("1-3,0-1");
    expect(cells).toContain("2-3,1-2");
    expect(cells).toHaveLength(11);
  });

  it("merges a block over rows and columns into one cell", () => {
    const horizontal = [
      { at: 0, from: 0, to: 400 },
      { at: 20, from: 200, to: 400 },
      { at: 40, from: 0, to: 400 },
      { at: 60, from: 0, to: 400 },
    ];
    const vertical = VERTICAL.map((line) => (line.at === 100 ? { ...line, from: 40 } : line));
    expect(cellsOf(horizontal, vertical)[0]).toContain("0-2,0-2");
  });

  it("takes a side that is mostly drawn for a wall, and one that is hardly drawn for none", () => {
    const cut = (to: number) => VERTICAL.map((line) => (line.at === 200 ? { ...line, from: to } : line));
    // Of the first row's side, 20 points high, 16 are drawn, then 4.
    expect(cellsOf(HORIZONTAL, cut(4))[0]).toHaveLength(12);
    expect(cellsOf(HORIZONTAL, cut(16))[0]).toHaveLength(11);
  });

  it("takes lines that end a little before they meet for one table", () => {
    const horizontal = HORIZONTAL.map((line) => ({ ...line, from: 2, to: 398 }));
    expect(cellsOf(horizontal, VERTICAL)[0]).toHaveLength(12);
  });

  it("takes the two strokes of a double line for one", () => {
    const horizontal = [...HORIZONTAL, { at: 22, from: 0, to: 400 }];
    const [grid] = findRuledGrids(pageOf({ horizontal, vertical: VERTICAL }));
    expect(grid!.ys).toHaveLength(4);
  });

  it("parts no rows or columns by the frame of a stamp that stands across the lines", () => {
    const rows = Array.from({ length: 11 }, (_, i) => ({ at: i * 20, from: 0, to: 400 }));
    const columns = XS.map((at) => ({ at, from: 0, to: 200 }));
    const horizontal = [...rows, { at: 30, from: 150, to: 210 }, { at: 70, from: 150, to: 210 }];
    const vertical = [...columns, { at: 150, from: 30, to: 70 }, { at: 210, from: 30, to: 70 }];
    expect(cellsOf(horizontal, vertical)).toEqual(cellsOf(rows, columns));
  });

  it("keeps two tables on a page apart, from the top", () => {
    const below = (line: Ruling) => ({ ...line, at: line.at + 200 });
    const longer = ({ at, from, to }: Ruling) => ({ at, from: from + 200, to: to + 200 });
    const grids = findRuledGrids(
      pageOf({
        horizontal: [...HORIZONTAL.map(below), ...HORIZONTAL],
        vertical: [...VERTICAL.map(longer), ...VERTICAL],
      }),
    );
    expect(grids.map(({ ys }) => ys[0])).toEqual([0, 200]);
  });

  it("passes over frames around texts, and pages without lines", () => {
    const frame = VERTICAL.filter(({ at }) => at === 0 || at === 400);
    expect(cellsOf(HORIZONTAL, frame)).toEqual([]);
    expect(cellsOf([], [])).toEqual([]);
    expect(cellsOf(HORIZONTAL, [])).toEqual([]);
  });

  it("passes over drawings of very many lines", () => {
    const hatching = Array.from({ length: 20_001 }, (_, i) => ({ at: i / 30, from: 0, to: 400 }));
    expect(cellsOf(hatching, VERTICAL)).toEqual([]);
  });

  it("fills every table without a rest or an overlap, whichever walls are left out", () => {
    const wall = fc.boolean();
    const walls = fc.array(fc.array(wall, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(walls, walls, (floors, sides) => {
        const horizontal = [HORIZONTAL[0]!, HORIZONTAL[3]!];
        for (const [row, drawn] of floors.slice(0, 2).entries())
          for (const [column, isDrawn] of drawn.entries())
            if (isDrawn) horizontal.push({ at: YS[row + 1]!, from: XS[column]!, to: XS[column + 1]! });
        const vertical = [VERTICAL[0]!, VERTICAL[4]!];
        for (const [row, drawn] of sides.entries())
          for (const [column, isDrawn] of drawn.slice(0, 3).entries())
            if (isDrawn) vertical.push({ at: XS[column + 1]!, from: YS[row]!, to: YS[row + 1]! });
        for (const { xs, ys, cells } of findRuledGrids(pageOf({ horizontal, vertical }))) {
          const squares = cells.flatMap(({ top, bottom, left, right }) =>
            Array.from({ length: (bottom - top) * (right - left) }, (_, i) => {
              const row = top + Math.floor(i / (right - left));
              return row * (xs.length - 1) + left + (i % (right - left));
            }),
          );
          const all = Array.from({ length: (xs.length - 1) * (ys.length - 1) }, (_, i) => i);
          expect(squares.toSorted((a, b) => a - b)).toEqual(all);
        }
      }),
    );
  });
});
