import type { Family } from "../family.ts";
import { seriesCells, seriesIn } from "../rules/cell-names.ts";
import { fold } from "../text/fold.ts";
import { cellText } from "./cell-text.ts";
import type { PlacedColumn, Region, RegionCell, RegionRow } from "./region.ts";

/** How a table prints two series one under the other. */
interface Stack {
  /** The column that says of each line which series it is of. */
  readonly at: number;
  readonly upper: string;
  readonly lower: string;
}

/** So many of the lines with numbers say of which series they are; those of totals need not. */
const MIN_SHARE = 0.7;
/** Edges nearer to each other than this, in points, are one. */
const SAME_EDGE = 3;

const BLANK: RegionCell = { words: [], box: null };

/**
 * Makes a function that puts what was executed beside what was programmed where a table drawn with lines prints it under
 * that: a column says of each line which series it is of, and cells of an activity are merged over both. A line that a
 * page break parts from the other is doubted. Other tables are left as they are. Tables are given in the order of print:
 * one with the columns of another is printed as that is.
 */
export function createUnstacker(family: Pick<Family, "series">): (region: Region) => Region {
  const names = new Map(
    family.series.flatMap(({ key, header }) => header.map((name) => [fold(name), key] as const)),
  );
  const known = new Map<string, Stack>();
  return (region) => {
    const columns = region.columns.map(({ name }) => name);
    const [printed, ...others] = seriesIn(columns);
    if (printed === undefined || others.length > 0) return region;
    const key = columns.join();
    const stack = known.get(key) ?? findStack(region, printed, names);
    if (stack === null) return region;
    known.set(key, stack);
    return unstack(region, printed, stack, names);
  };
}

type Names = ReadonlyMap<string, string>;

function findStack(region: Region, printed: string, names: Names): Stack | null {
  const lines = region.rows.filter((row) => isLine(region, row, printed));
  const at = region.columns.findIndex(({ kind }, i) => {
    const named = lines.filter((row) => seriesAt(i, row, names) !== undefined).length;
    return kind !== "cell" && named > 0 && named >= MIN_SHARE * lines.length;
  });
  if (at === -1) return null;
  for (const [i, row] of region.rows.entries()) {
    const next = region.rows[i + 1];
    const [upper, lower] = [row, next].map((line) => line && seriesAt(at, line, names));
    const isPair = next !== undefined && upper !== undefined && lower !== undefined && upper !== lower;
    if (isPair && areMerged(row, next)) return { at, upper, lower };
  }
  return null;
}

/** Whether some cell is merged over two rows, and no more of them. */
function areMerged(upper: RegionRow, lower: RegionRow): boolean {
  return upper.cells.some(
    (cell, i) =>
      cell === lower.cells[i] &&
      cell.box !== null &&
      cell.words.length > 0 &&
      cell.box[1] >= upper.top - SAME_EDGE &&
      cell.box[3] <= lower.bottom + SAME_EDGE,
  );
}

/**
 * Whether two lines that share no cell print two texts in one column: they are lines of two activities, each without its
 * other.
 */
function areOfTwo(upper: RegionRow, lower: RegionRow, columns: readonly number[]): boolean {
  return columns.some((i) => {
    const [above, below] = [upper.cells[i]!, lower.cells[i]!];
    const arePrinted = above.words.length > 0 && below.words.length > 0;
    return arePrinted && above !== below && !sameText(above, below);
  });
}

function sameText(a: RegionCell, b: RegionCell): boolean {
  return cellText(a.words) === cellText(b.words);
}

/** The series that a line says it is of, in a cell of its own. */
function seriesAt(column: number, { cells }: RegionRow, names: Names): string | undefined {
  const { words, box } = cells[column] ?? BLANK;
  return words.length === 0 || box === null ? undefined : names.get(fold(cellText(words)));
}

function isLine({ columns }: Region, row: RegionRow, printed: string): boolean {
  return (
    !row.isBand && columns.some(({ name }, i) => isOf(name, printed) && (row.cells[i]?.words.length ?? 0) > 0)
  );
}

function isOf(cell: string, series: string): boolean {
  return seriesCells(series).includes(cell);
}

function unstack(region: Region, printed: string, { at, upper, lower }: Stack, names: Names): Region {
  const kept = region.columns.flatMap((column, i) => (i === at ? [] : [{ column, i }]));
  const periods = kept.filter(({ column }) => isOf(column.name, printed));
  const target = kept.find(({ column }) => column.name === "target");
  const rename = (column: PlacedColumn, key: string) => ({
    ...column,
    text: "",
    name: `${key}${column.name.slice(printed.length)}`,
  });
  const total = target && { ...target.column, name: `extra.total-${lower}` };

  const join = (first: RegionRow | null, second: RegionRow | null): RegionRow => {
    const one = first ?? second!;
    const other = second ?? one;
    const cells = kept.map(({ column, i }): RegionCell => {
      const [above, below] = [one.cells[i]!, other.cells[i]!];
      if (isOf(column.name, printed)) return first === null ? BLANK : above;
      if (above === below || below.words.length === 0 || column.kind === "cell") return above;
      // Tables that merge no cells print the same on both lines.
      if (sameText(above, below)) return above;
      return above.words.length === 0 ? below : { ...above, words: [...above.words, ...below.words] };
    });
    const unders = periods.map(({ i }) => (second === null ? BLANK : second.cells[i]!));
    const [goal, done] = [one, other].map((row) => target && row.cells[target.i]!);
    return {
      ...one,
      cells: [...cells, ...unders, goal === done || done === undefined ? BLANK : done],
      bottom: other.bottom,
      isDoubted: one.isDoubted === true || other.isDoubted === true,
      isOrganUnsure: one.isOrganUnsure === true || other.isOrganUnsure === true,
      isTextUnsure:
        first === null || second === null || one.isTextUnsure === true || other.isTextUnsure === true,
    };
  };
  const texts = kept.flatMap(({ column, i }) => (column.kind === "cell" ? [] : [i]));
  const rows: RegionRow[] = [];
  for (let i = 0; i < region.rows.length; i++) {
    const row = region.rows[i]!;
    const next = region.rows[i + 1];
    const series = row.isBand ? undefined : seriesAt(at, row, names);
    const isPair = series === upper && next !== undefined && seriesAt(at, next, names) === lower;
    if (isPair && (areMerged(row, next) || !areOfTwo(row, next, texts))) {
      rows.push(join(row, next));
      i++;
    } else if (series === undefined) {
      const cells = kept.map(({ i: k }) => row.cells[k] ?? BLANK);
      const isUnsure = row.isTextUnsure === true || isLine(region, row, printed);
      rows.push({ ...row, cells: [...cells, ...periods.map(() => BLANK), BLANK], isTextUnsure: isUnsure });
    } else rows.push(series === upper ? join(row, null) : join(null, row));
  }
  const columns = [
    ...kept.map(({ column }) => (isOf(column.name, printed) ? rename(column, upper) : column)),
    ...periods.map(({ column }) => rename(column, lower)),
  ];
  const isTotalled = total !== undefined && rows.some(({ cells }) => cells.at(-1)!.words.length > 0);
  if (isTotalled) return { ...region, columns: [...columns, total], rows };
  return { ...region, columns, rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1) })) };
}
