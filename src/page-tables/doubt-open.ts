import { organColumn } from "./organ-column.ts";
import type { Region, RegionCell, RegionRow } from "./region.ts";

/**
 * Doubts what is read of a cell without a text at a page break, where a program draws the line under a cell only where
 * it ends: one that begins a page under a cell that ended is another one, and one that is open at the end of a page may
 * have its text on the next.
 *
 * @param regions in the order of their pages
 */
export function* doubtOpen(regions: Iterable<Region>): Generator<Region> {
  let before: Region | null = null;
  /** The columns, by name, of which a cell was open at the end of some page. */
  const opened = new Set<string>();
  for (const region of regions) {
    const { columns, open } = region;
    for (const [i, { name, kind }] of columns.entries())
      if (kind !== "cell" && open?.[i] === true) opened.add(name);
    const isNext = before !== null && goesOn(before, region);
    const doubted = columns.flatMap(({ name, kind }, i) => {
      if (kind === "cell" || !opened.has(name)) return [];
      const [first, last] = [region.rows[0], region.rows.at(-1)].map((row) => row?.cells[i]);
      const isOther = isNext && before?.open?.[i] === false && isBlank(first);
      const endsOpen = open?.[i] === true && isBlank(last) && last !== first;
      return [...(isOther ? [{ i, cell: first! }] : []), ...(endsOpen ? [{ i, cell: last! }] : [])];
    });
    before = region;
    yield doubted.length === 0 ? region : withDoubts(region, doubted);
  }
}

function goesOn(region: Region, next: Region): boolean {
  const names = ({ columns }: Region) => columns.map(({ name }) => name).join();
  return next.page.number === region.page.number + 1 && names(region) === names(next);
}

function isBlank(cell: RegionCell | undefined): boolean {
  return cell !== undefined && cell.box !== null && cell.words.length === 0;
}

function withDoubts(
  region: Region,
  doubted: readonly { readonly i: number; readonly cell: RegionCell }[],
): Region {
  const organ = organColumn(region.columns);
  const rows = region.rows.map((row): RegionRow => {
    const own = row.isBand ? [] : doubted.filter(({ i, cell }) => row.cells[i] === cell);
    if (own.length === 0) return row;
    return {
      ...row,
      isOrganUnsure: row.isOrganUnsure === true || own.some(({ i }) => i === organ),
      isTextUnsure: row.isTextUnsure === true || own.some(({ i }) => i !== organ),
    };
  });
  return { ...region, rows };
}
