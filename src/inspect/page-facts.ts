import type { Box, Flag, Ruling, Word } from "../document.ts";

/**
 * How far the numbers of a row can be relied on: `review` is whatever a person should look at, `none` a row without
 * numbers of its own, such as the name of an organ over its rows.
 */
export type RowState = "verified" | "repaired" | "unverified" | "review" | "none";

/** What was found on one page, in PDF points from the top left of the page as it is read. */
export interface PageFacts {
  readonly document: string;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  /** Quarter turns, clockwise, that brought the text of the page upright. */
  readonly turns: 0 | 1 | 2 | 3;
  /** By how many degrees a scan was turned level then, as in `Page`. */
  readonly skew: number;
  readonly family: string | null;
  /** How well the family fits, from 0 to 1, and the next one; null where the family was given. */
  readonly score: number | null;
  readonly runnerUp: { readonly id: string; readonly score: number } | null;
  /** What a person should know before looking at the rest. */
  readonly notes: readonly string[];
  readonly tables: readonly TableFacts[];
  /** Tables drawn with lines, whether or not a header was found in them. */
  readonly grids: readonly GridFacts[];
  readonly words: readonly Word[];
  /** Words printed over others: no part of any table. */
  readonly stamps: readonly Word[];
  /** Numbers that stand in no cell of a table; on a page without tables none are listed. */
  readonly unplaced: readonly Word[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  readonly fills: readonly Box[];
  /** Flags of the whole document. */
  readonly flags: readonly Flag[];
}

export interface GridFacts {
  readonly box: Box;
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly Box[];
}

export interface TableFacts {
  readonly box: Box;
  /** False where the columns are those of a page before. */
  readonly hasHeader: boolean;
  readonly columns: readonly ColumnFacts[];
  readonly rows: readonly RowFacts[];
}

/** A column and what its header was taken for: a label key, or the name of a cell. */
export interface ColumnFacts {
  readonly kind: "label" | "cell" | "unknown";
  readonly name: string;
  /** The header as it is printed. */
  readonly header: string;
  readonly left: number;
  readonly right: number;
}

export interface RowFacts {
  /** As in the output of `convert`; null where the row gave none. */
  readonly id: string | null;
  readonly state: RowState;
  readonly isTotal: boolean;
  /** Whether one text stands over several columns. */
  readonly isBand: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly CellFacts[];
  readonly flags: readonly Flag[];
}

/** A cell that holds words, or a number that was inferred. */
export interface CellFacts {
  /** Index into the table's columns. */
  readonly column: number;
  readonly text: string;
  /** Bounds of its words; null where nothing is printed. */
  readonly box: Box | null;
  /** The cell the number went to, and the number; both null where it is a text, or the row gave none. */
  readonly name: string | null;
  readonly value: number | null;
  /** Whether the number is another than the one printed in its place. */
  readonly isChanged: boolean;
}
