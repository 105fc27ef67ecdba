import type { Box, Page, Word } from "../document.ts";
import type { Column } from "../grid/header.ts";

/** A column of a table on a page: what its header means, and the stretch of the page it takes up, in points. */
export interface PlacedColumn extends Pick<Column, "kind" | "name" | "text"> {
  readonly left: number;
  readonly right: number;
}

/** The words of one cell. A cell merged over several rows is the same object in all of them. */
export interface RegionCell {
  readonly words: readonly Word[];
  readonly box: Box | null;
  /** 1-based, where it is not the region's own: the other half of a table on facing pages. */
  readonly page?: number;
}

/** A row of a table on a page: a cell for each column. */
export interface RegionRow {
  readonly cells: readonly RegionCell[];
  /** The line over the row and the line under it, in points. */
  readonly top: number;
  readonly bottom: number;
  /** Where its numbers stand, in points from the top. */
  readonly at: number;
  /** Whether some number stands too far from every column to be sure of its own. */
  readonly isDoubted?: boolean;
  /** Whether its organ, printed once for several rows, may be that of others. */
  readonly isOrganUnsure?: boolean;
  /** Whether some of its texts may be a note under the table, or another row's. */
  readonly isTextUnsure?: boolean;
  /** Whether it has but texts that end a row on the page before. */
  readonly isRest?: boolean;
  /** Whether one text is printed over several columns, such as the name of an organ over its rows. */
  readonly isBand: boolean;
}

/** What of a table stands on one page. */
export interface Region {
  readonly page: Page;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly RegionRow[];
  /** False where the columns are those of a page before. */
  readonly hasHeader: boolean;
  /** The organ that is named over the table. */
  readonly organ?: string;
  /** For each column, whether no line is drawn under the last cell, while one is under others; absent where none tells. */
  readonly open?: readonly boolean[];
  /** What the region takes up of the page, its header included. */
  readonly box: Box;
}
