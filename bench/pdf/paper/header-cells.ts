import type { Column } from "./column.ts";

/** A cell of the header: what it says, and the columns and levels it covers, ends not included. */
export interface HeaderCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly below: number;
}

/** The header over some columns, level by level; a column with fewer words than levels reaches down. */
export function headerCells(columns: readonly Column[]): HeaderCell[] {
  const levels = Math.max(...columns.map(({ header }) => header.length));
  const cells: HeaderCell[] = [];
  for (let level = 0; level < levels; level++) {
    for (let from = 0; from < columns.length; ) {
      const { header } = columns[from] as Column;
      if (header.length <= level) {
        from++;
        continue;
      }
      const isLeaf = header.length === level + 1;
      const path = header.slice(0, level + 1).join("\n");
      let to = from + 1;
      while (!isLeaf && to < columns.length && columns[to]?.header.slice(0, level + 1).join("\n") === path) {
        to++;
      }
      cells.push({ text: header[level] as string, from, to, level, below: isLeaf ? levels : level + 1 });
      from = to;
    }
  }
  return cells;
}
