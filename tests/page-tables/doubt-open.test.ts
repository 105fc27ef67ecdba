import { describe, expect, it } from "vitest";
import { doubtOpen } from "../../src/page-tables/doubt-open.ts";
import type { Region, RegionCell, RegionRow } from "../../src/page-tables/region.ts";
import { cellOf, columnsOf, pageOf } from "./words.ts";

const columns = columnsOf("organ", "category", "target");
const inCell = (text: string): RegionCell => ({ ...cellOf(text), box: [0, 0, 9, 9] });

/** A page of rows: an organ and a category each; null stands for the cell of the row over it. */
function page(number: number, open: readonly boolean[], ...texts: (readonly (string | null)[])[]): Region {
  const rows: RegionRow[] = [];
  for (const row of texts) {
    const cells = [...row, "12"].map((text, i) => (text === null ? rows.at(-1)!.cells[i]! : inCell(text)));
    rows.push({ cells, top: 0, bottom: 9, at: 5, isBand: false });
  }
  return { page: pageOf({ number }), columns, rows, open, hasHeader: true, box: [0, 0, 9, 9] };
}
const OPEN = [true, false, false];
const CLOSED = [false, false, false];

const doubted = (regions: readonly Region[]) =>
  [...doubtOpen(regions)].map(({ rows }) =>
    rows.map(({ isOrganUnsure, isTextUnsure }) => [isOrganUnsure === true, isTextUnsure === true]),
  );
const NO = [false, false];

describe("doubtOpen", () => {
  it("doubts the organ of rows beside a blank cell that begins a page under one that ended", () => {
    const first = page(1, CLOSED, ["OCI", "A"], [null, "B"]);
    const next = page(2, OPEN, ["", "C"], [null, "D"]);
    expect(doubted([first, next])).toEqual([
      [NO, NO],
      [
        [true, false],
        [true, false],
      ],
    ]);
    expect(doubted([{ ...first, open: OPEN }, next])[1]).toEqual([NO, NO]);
  });

  it("tells nothing where cells are never open, be they those of another column", () => {
    const first = page(1, CLOSED, ["OCI", "A"]);
    expect(doubted([first, page(2, CLOSED, ["", "C"])])[1]).toEqual([NO]);
    expect(doubted([first, page(2, [false, true, false], ["", "C"])])[1]).toEqual([NO]);
  });

  it("doubts rows beside a blank cell that is open at the end of a page, unless it begins there as well", () => {
    const open = [false, true, false];
    expect(doubted([page(1, open, ["OCI", "A"], [null, ""])])).toEqual([[NO, [false, true]]]);
    expect(doubted([page(1, open, ["OCI", ""], [null, null])])).toEqual([[NO, NO]]);
    expect(doubted([page(1, open, ["OCI", "A"], [null, "B"])])).toEqual([[NO, NO]]);
  });
});
