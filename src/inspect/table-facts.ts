import type { Box, Word } from "../document.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { settleUnknown } from "../page-tables/collect-rows.ts";
import type { PlacedColumn, Region, RegionRow } from "../page-tables/region.ts";
import { bounds } from "./bounds.ts";
import type { CellFacts, RowFacts, TableFacts } from "./page-facts.ts";
import { type RowPlace, stateOf, valueIn } from "./row-places.ts";

/**
 * Says what a region of a page became: its columns, and its rows with what the output gives for their cells.
 *
 * @param placeOf the row and cell of the output that a number in a box went to
 */
export function tableFacts(region: Region, placeOf: (box: Box | null) => RowPlace | undefined): TableFacts {
  const { page, hasHeader } = region;
  const columns = settleUnknown(region);
  const shared = sharedWords(region.rows);
  const rows = region.rows
    .filter(({ cells }) => cells.some(({ words }) => words.length > 0))
    .map((row) => rowFacts(row, columns, shared, placeOf));
  const within = (x: number) => Math.min(page.width, Math.max(0, x));
  const [left, top, right, bottom] = bounds([
    region.box,
    ...rows.map((row): Box => [region.box[0], row.top, region.box[2], row.bottom]),
  ])!;
  return {
    box: [within(left), Math.max(0, top), within(right), Math.min(page.height, bottom)],
    hasHeader,
    columns: columns.map(({ kind, name, text, left, right }) => ({
      kind,
      name,
      header: text,
      // The outermost columns of a table without lines have no end.
      left: within(left),
      right: within(right),
    })),
    rows,
  };
}

/** Words that stand for several rows, such as the name of an organ printed once. */
function sharedWords(rows: readonly RegionRow[]): ReadonlySet<Word> {
  const seen = new Set<Word>();
  const shared = new Set<Word>();
  for (const { cells } of rows) {
    for (const word of new Set(cells.flatMap(({ words }) => words))) {
      if (seen.has(word)) shared.add(word);
      seen.add(word);
    }
  }
  return shared;
}

function rowFacts(
  row: RegionRow,
  columns: readonly PlacedColumn[],
  shared: ReadonlySet<Word>,
  placeOf: (box: Box | null) => RowPlace | undefined,
): RowFacts {
  const boxes = row.cells.map(({ words }) => bounds(words.map(({ box }) => box)));
  const places = boxes.map((box, i) => (columns[i]!.kind === "cell" ? placeOf(box) : undefined));
  const found = places.find((place) => place !== undefined);
  const cells = columns.flatMap(({ kind, name }, column): CellFacts[] => {
    const text = cellText(row.cells[column]!.words);
    const box = boxes[column]!;
    if (kind !== "cell" || found === undefined) {
      return box === null ? [] : [{ column, text, box, name: null, value: null, isChanged: false }];
    }
    const cell = places[column]?.cell ?? name;
    const value = valueIn(found.row, cell);
    if (box === null && value === null) return [];
    const isChanged = found.row.repairs.some((repair) => repair.cell === cell);
    return [{ column, text, box, name: cell, value, isChanged }];
  });
  // Where lines part the rows, the row is what stands between them; elsewhere it is what its own words take up.
  const isRuled = row.cells.some(({ box }) => box !== null);
  const own = row.cells.flatMap(({ words }) => words.filter((word) => !shared.has(word)));
  const tight = isRuled ? null : bounds(own.map(({ box }) => box));
  return {
    id: found?.row.id ?? null,
    state: found === undefined ? "none" : stateOf(found.row),
    isTotal: found?.isTotal ?? false,
    isBand: row.isBand,
    top: tight?.[1] ?? row.top,
    bottom: tight?.[3] ?? row.bottom,
    cells,
    flags: found?.row.flags ?? [],
  };
}
