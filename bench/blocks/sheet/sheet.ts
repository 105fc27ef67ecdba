/** What a cell is: it decides how it is drawn. */
export type CellKind = "head" | "band" | "context" | "label" | "name" | "number" | "kind" | "note" | "empty";

/** A cell of a sheet, over `across` columns and `down` rows; each text of it is a paragraph. */
export interface SheetCell {
  readonly texts: readonly string[];
  readonly kind: CellKind;
  readonly across: number;
  readonly down: number;
}

export interface SheetRow {
  /** Those that begin in the row, from left to right. */
  readonly cells: readonly SheetCell[];
  readonly kind: "text" | "head" | "context" | "body";
  /** Whether an activity ends under it. */
  readonly ends: boolean;
}

/** A report as one sheet: its columns, with their widths as shares, and its rows. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
}

export function cell(text: string, kind: CellKind, across = 1, down = 1): SheetCell {
  return { texts: [text], kind, across, down };
}

export function row(kind: SheetRow["kind"], cells: readonly SheetCell[], ends = false): SheetRow {
  return { kind, cells, ends };
}

/** A cell that stands in the grid. */
export interface PlacedCell {
  readonly cell: SheetCell;
  readonly column: number;
}

/** For each row its cells with the columns in which they stand, and which columns cells from above cover. */
export function placeCells({ columns, rows }: Pick<Sheet, "columns" | "rows">): {
  readonly placed: readonly PlacedCell[];
  readonly covered: ReadonlySet<number>;
}[] {
  const below = new Array<number>(columns.length).fill(0);
  return rows.map(({ cells }) => {
    const covered = new Set(below.flatMap((left, column) => (left > 0 ? [column] : [])));
    for (const column of covered) below[column]!--;
    const placed: PlacedCell[] = [];
    let column = 0;
    for (const one of cells) {
      while (covered.has(column)) column++;
      placed.push({ cell: one, column });
      for (let k = 0; k < one.across; k++) below[column + k] = Math.max(below[column + k] ?? 0, one.down - 1);
      column += one.across;
    }
    if (column > columns.length) throw new Error(`A row has ${column} columns instead of ${columns.length}`);
    return { placed, covered };
  });
}

/** Digits and letters are no wider on the mean, in heights of the font. */
const DIGIT = 0.58;
const LETTER = 0.74;

/** The largest size of letters at which every number and every word has room in its column, in points. */
export function largestFont(sheet: Sheet, width: number): number {
  const point = width / sheet.columns.reduce((sum, one) => sum + one, 0);
  const sizes = placeCells(sheet).flatMap(({ placed }) =>
    placed
      .filter(({ cell: { kind } }) => ["number", "label", "name", "kind", "head"].includes(kind))
      .flatMap(({ cell: { texts, across, kind }, column }) => {
        const room =
          sheet.columns.slice(column, column + across).reduce((sum, one) => sum + one, 0) * point - 3;
        const words = texts.flatMap((text) => text.split(" ")).map((word) => word.length);
        return room / (Math.max(1, ...words) * (kind === "number" ? DIGIT : LETTER));
      }),
  );
  return Math.min(...sizes);
}
