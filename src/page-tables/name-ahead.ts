import { organColumn } from "./organ-column.ts";
import type { Region, RegionRow } from "./region.ts";

/**
 * Gives rows whose merged cell has no text the one that the next page prints in its first cell: programs print the text of a
 * merged cell once, in its middle, and a page break may part the cell over it. A cell that ends on its page has its text there.
 * Where the break parts the text itself, what the next page has of it is doubted.
 *
 * @param regions in the order of their pages
 */
export function* nameAhead(regions: Iterable<Region>): Generator<Region> {
  let held: Region | null = null;
  for (const region of regions) {
    const goesOn: boolean = held !== null && isNext(held, region);
    if (held !== null) yield goesOn ? withName(held, region) : held;
    held = goesOn && isNameCut(held!) ? withDoubt(region) : region;
  }
  if (held !== null) yield held;
}

function isNext(region: Region, next: Region): boolean {
  const names = ({ columns }: Region) => columns.map(({ name }) => name).join();
  return next.page.number === region.page.number + 1 && names(region) === names(next);
}

function withName(region: Region, next: Region): Region {
  const organ = organColumn(region.columns);
  const first = next.rows[0];
  const name = first?.cells[organ];
  if (name === undefined || name.words.length === 0 || name.box === null || first?.isBand) return region;
  const rows = region.rows.map((row, i) => {
    const isOpen =
      row.isOrganUnsure === true && region.rows.slice(i).every((below) => isNameless(below, organ));
    if (!isOpen) return row;
    const cells = row.cells.map((cell, k) => (k === organ ? { ...name, page: next.page.number } : cell));
    return { ...row, cells, isOrganUnsure: false };
  });
  return { ...region, rows };
}

/** Whether the page break cuts the last name of a page: the rest of it is on the next one. */
function isNameCut({ columns, rows }: Region): boolean {
  return rows.at(-1)?.cells[organColumn(columns)]?.words.some(({ isCut }) => isCut) === true;
}

/** Doubts the first name of a page. */
function withDoubt(region: Region): Region {
  const organ = organColumn(region.columns);
  const [first] = region.rows[0]?.cells[organ]?.words ?? [];
  const end = region.rows.findIndex(({ cells }) => cells[organ]?.words[0] !== first);
  const rows = region.rows.map((row, i) => (end === -1 || i < end ? { ...row, isOrganUnsure: true } : row));
  return { ...region, rows };
}

/** Whether a row has a cell for its organ, with lines around it and no text. */
function isNameless({ cells, isBand }: RegionRow, organ: number): boolean {
  const cell = cells[organ]!;
  return !isBand && cell.box !== null && cell.words.length === 0;
}
