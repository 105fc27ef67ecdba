import type { Region, RegionCell, RegionRow } from "./region.ts";

/** Numbers of one row stand this near to the same height on both pages, in points. */
const SAME_HEIGHT = 3;

/**
 * Joins tables whose columns are spread over facing pages: what a page prints without any label belongs to the rows
 * that stand at the same height on the page before. Each table is handed on as soon as no later page can belong to it.
 *
 * @param regions in the order of their pages
 */
export function* joinFacing(regions: Iterable<Region>): Generator<Region> {
  const open: Region[] = [];
  for (const region of regions) {
    while (open.length > 0 && lastPage(open[0]!) + 1 < region.page.number) yield open.shift()!;
    const at = open.findIndex((left) => isRightHalf(left, region));
    if (at === -1) open.push(region);
    else open[at] = join(open[at]!, region);
  }
  yield* open;
}

function isRightHalf(left: Region, right: Region): boolean {
  const names = new Set(left.columns.map(({ name }) => name));
  return (
    right.page.number === lastPage(left) + 1 &&
    right.columns.every(({ kind }) => kind !== "label") &&
    left.columns.some(({ kind }) => kind === "label") &&
    right.columns.every(({ name }) => !names.has(name))
  );
}

/** The last page that a table is joined over. */
function lastPage({ page, rows }: Region): number {
  return Math.max(page.number, ...(rows[0]?.cells ?? []).map((cell) => cell.page ?? 0));
}

function join(left: Region, right: Region): Region {
  const used = new Set<RegionRow>();
  const rows = left.rows.map((row): RegionRow => {
    const [beside] = right.rows
      .filter((other) => !used.has(other) && areBeside(row, other))
      .sort((a, b) => Math.abs(a.at - row.at) - Math.abs(b.at - row.at));
    if (beside !== undefined) used.add(beside);
    const cells = beside?.cells ?? right.columns.map((): RegionCell => ({ words: [], box: null }));
    return { ...row, cells: [...row.cells, ...cells.map((cell) => ({ ...cell, page: right.page.number }))] };
  });
  const alone = right.rows
    .filter((row) => !used.has(row) && row.cells.some(({ words }) => words.length > 0))
    .map(
      (row): RegionRow => ({
        ...row,
        cells: [
          ...left.columns.map((): RegionCell => ({ words: [], box: null })),
          ...row.cells.map((cell) => ({ ...cell, page: right.page.number })),
        ],
      }),
    );
  return { ...left, columns: [...left.columns, ...right.columns], rows: [...rows, ...alone] };
}

function areBeside(a: RegionRow, b: RegionRow): boolean {
  return Math.abs(a.at - b.at) < SAME_HEIGHT;
}
